// Before anything is drawn, so that nothing flashes.
import { darkDevice, darkIn, kept, show } from './theme_kept';

show(darkIn(kept(), darkDevice.matches));
