// The ribbon as rows of a table, newest last.
import type { Day } from '../../api/types';
import { clock, length } from '../../format';
import { t } from '../../texts';

const most = 400;

export const spanRows = (day: Day): string[][] =>
  day.spans
    .slice(-most)
    .map((one) => [
      t(`posture.${one.posture}`),
      clock(one.start_ms),
      one.open ? t('day.open') : clock(one.end_ms),
      length(one.end_ms - one.start_ms),
    ]);
