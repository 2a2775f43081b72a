"""Draws lines, boxes, words and the symbols of circuits into an SVG that reads on light and dark ground."""
from xml.sax.saxutils import escape

# kind -> colour on light ground, on dark ground
COLOURS = {
    'supply': ('#c0362c', '#ff8278'),
    'ground': ('#57606a', '#9aa4af'),
    'sda': ('#0969da', '#79b8ff'),
    'scl': ('#8250df', '#c6a5ff'),
    'signal': ('#1a7f37', '#6fdd8b'),
    'plain': ('#1f2328', '#e6edf3'),
}
GROUNDS = {  # kind -> (filled, stroked) on light ground, on dark ground
    'sheet': (('#ffffff', '#d0d7de'), ('#0d1117', '#30363d')),
    'part': (('#f3f6fa', '#57606a'), ('#1c232c', '#9aa4af')),
    'panel': (('#fbfcfd', '#d0d7de'), ('#11161d', '#30363d')),
    'body': (('#eceff3', 'none'), ('#1b222b', 'none')),
    'pad': (('#d7f0dd', '#1a7f37'), ('#12361f', '#6fdd8b')),
}


def style():
    def rules(side):
        yield f'text.inverse{{fill:{GROUNDS["sheet"][side][0]}}}'
        for kind, colours in COLOURS.items():
            yield f'.{kind}{{stroke:{colours[side]}}}.{kind}-fill,text.{kind}{{fill:{colours[side]};stroke:none}}'
        for kind, pairs in GROUNDS.items():
            yield f'.{kind}{{fill:{pairs[side][0]};stroke:{pairs[side][1]}}}'
    return ('text{font-family:system-ui,"Segoe UI","DejaVu Sans",sans-serif;font-size:15px;stroke:none}'
            '.small{font-size:13px}.number{font-size:11px}.strong{font-weight:600}.wire{fill:none;stroke-width:2.2}'
            '.thin{fill:none;stroke-width:1}.dashed{fill:none;stroke-width:1.3;stroke-dasharray:5 4}'
            + ''.join(rules(0)) + '@media (prefers-color-scheme:dark){' + ''.join(rules(1)) + '}')


def number(value):
    return f'{value:g}'


class Drawing:
    def __init__(self, width, height, title, description):
        self.size = (width, height)
        self.parts = [f'<title>{escape(title)}</title>', f'<desc>{escape(description)}</desc>',
                      f'<style>{style()}</style>']
        self.box(0.5, 0.5, width - 1, height - 1, 'sheet', 10)

    def finished(self):
        width, height = self.size
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n'
                + '\n'.join(self.parts) + '\n</svg>\n')

    def box(self, x, y, width, height, kind='part', radius=6):
        self.parts.append(f'<rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{number(width)}" '
                          f'height="{number(height)}" rx="{radius}"/>')

    def shape(self, path, classes):
        self.parts.append(f'<path class="{classes}" d="{path}"/>')

    def line(self, kind, *points, classes='wire'):
        path = 'M' + 'L'.join(f'{number(x)} {number(y)}' for x, y in points)
        self.shape(path, f'{classes} {kind}')

    def circle(self, x, y, radius, classes):
        self.parts.append(f'<circle class="{classes}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')

    def dot(self, kind, x, y):
        self.circle(x, y, 4.5, f'{kind}-fill')

    def words(self, x, y, text, classes='plain', anchor='start'):
        self.parts.append(f'<text class="{classes}" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">'
                          f'{escape(text)}</text>')

    # ---- symbols

    def resistor(self, x, y, value, upright=False, side='right'):
        """42 long, centred at x, y; its value beside it, or above when it lies."""
        if upright:
            self.box(x - 8, y - 21, 16, 42, 'part', 2)
            shift, anchor = (14, 'start') if side == 'right' else (-14, 'end')
            self.words(x + shift, y + 5, value, 'plain small', anchor)
        else:
            self.box(x - 21, y - 8, 42, 16, 'part', 2)
            self.words(x, y - 13, value, 'plain small', 'middle')

    def pad(self, x, y):
        """A force-sensing resistor, lying: a resistor with an arrow through it."""
        self.box(x - 28, y - 11, 56, 22, 'pad', 2)
        self.line('signal', (x - 22, y + 18), (x + 20, y - 16), classes='thin')
        self.shape(f'M{x + 20} {y - 16}l-9 1l6 7z', 'signal-fill')

    def capacitor(self, x, y, value):
        for dy in (-4, 4):
            self.line('plain', (x - 13, y + dy), (x + 13, y + dy))
        self.words(x + 19, y + 5, value, 'plain small')

    def ground(self, x, y, words='GND'):
        for dy, half in ((0, 12), (5, 8), (10, 4)):
            self.line('ground', (x - half, y + dy), (x + half, y + dy))
        self.words(x, y + 27, words, 'ground small', 'middle')

    def supply(self, x, y, words):
        self.line('supply', (x - 12, y), (x + 12, y))
        self.words(x, y - 8, words, 'supply small', 'middle')

    def diode(self, x, y, kind='plain', up=False):
        """Upright; its cathode (the bar) below, or above."""
        way = -1 if up else 1
        self.shape(f'M{x - 11} {y - 9 * way}h22L{x} {y + 9 * way}z', f'{kind}-fill')
        self.line(kind, (x - 11, y + 9 * way), (x + 11, y + 9 * way))

    def transistor(self, x, y):
        """An N-MOSFET: gate at x, y; drain at x + 30, y - 30; source at x + 30, y + 30."""
        self.circle(x + 19, y, 26, 'part')
        self.line('plain', (x, y), (x + 8, y))
        self.line('plain', (x + 8, y - 14), (x + 8, y + 14))
        for dy in (-12, 0, 12):
            self.line('plain', (x + 14, y + dy - 5), (x + 14, y + dy + 5))
        self.line('plain', (x + 14, y - 12), (x + 30, y - 12), (x + 30, y - 30))
        self.line('plain', (x + 14, y + 12), (x + 30, y + 12), (x + 30, y + 30))
        self.line('plain', (x + 30, y + 12), (x + 30, y), (x + 16, y))
        self.shape(f'M{x + 15} {y}l9 -5v10z', 'plain-fill')
