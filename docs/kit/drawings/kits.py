"""What the drawings take from the configurations in deploy/kits, so that a drawing cannot say something else."""
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
END_OF_LINE_KOHM = 470
SUPPLY_COUNTS = 26400  # 3.3 V at an ADS1115 with ±4.096 V

# The chair of docs/kit/mounting.md: half its width, its depth, the height of its backrest.
HALF_WIDTH_CM, DEPTH_CM, HEIGHT_CM = 20, 40, 56

PLACES = {
    'seat_rl': 'left sitting bone', 'seat_rr': 'right sitting bone',
    'seat_fl': 'left thigh', 'seat_fr': 'right thigh',
    'back_ll': 'small of the back, left', 'back_lr': 'small of the back, right',
    'back_ul': 'below the left shoulder blade', 'back_ur': 'below the right shoulder blade',
}


def chair(kit):
    return tomllib.loads((ROOT / 'deploy/kits' / f'{kit}.toml').read_text(encoding='utf-8'))['chair'][0]


def to_ground(pad):
    """The resistor that lets the unloaded pad read what its range begins with."""
    unloaded = pad['range'][0]
    return next(kohm for kohm in (4.7, 10)
                if round(SUPPLY_COUNTS * kohm / (kohm + END_OF_LINE_KOHM)) == unloaded)


def centimetres(pad):
    """From the middle (left is negative), and from the backrest or above the seat."""
    along = DEPTH_CM if pad['zone'] == 'seat' else HEIGHT_CM
    return pad['x'] * HALF_WIDTH_CM, pad['y'] * along
