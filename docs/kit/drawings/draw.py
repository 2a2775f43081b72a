#!/usr/bin/env python3
"""Draws the pictures of docs/kit from the configurations in deploy/kits.

usage: draw.py            writes them beside this file
       draw.py --check    says which of them is not what it would draw; exit 1 if any
"""
import sys
from pathlib import Path

from places import places
from wiring import header, wiring

PICTURES = {
    'wiring.svg': wiring,
    'header.svg': header,
    'places-standard8.svg': lambda: places('standard8', 'Places of the pads of the standard kit'),
    'places-mux16.svg': lambda: places('mux16', 'Places of sixteen pads'),
    'places-cells.svg': lambda: places('nau7802', 'Places of four load cells'),
}


def main():
    folder = Path(__file__).resolve().parent
    if sys.argv[1:] not in ([], ['--check']):
        sys.exit(__doc__)
    old = []
    for name, draw in PICTURES.items():
        file, picture = folder / name, draw()
        if not sys.argv[1:]:
            file.write_text(picture, encoding='utf-8')
        elif not file.is_file() or file.read_text(encoding='utf-8') != picture:
            old.append(name)
    if old:
        sys.exit(f'docs/kit/drawings: {", ".join(old)} not as the configurations have it; run draw.py')


if __name__ == '__main__':
    main()
