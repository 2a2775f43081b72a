"""Where the pads of a kit go: the seat from above, the backrest from behind. Left is the sitter's left in both."""
from kits import DEPTH_CM, HALF_WIDTH_CM, HEIGHT_CM, centimetres, chair
from svg import Drawing

SCALE = 9  # pixels a centimetre
SIDE, ABOVE, BELOW = 130, 64, 48  # around a view
WIDTH = 2 * HALF_WIDTH_CM * SCALE
DEPTH, HEIGHT = DEPTH_CM * SCALE, HEIGHT_CM * SCALE
FEW = 8  # pads or fewer leave room for distances


class View:
    """The seat or the backrest; (0, 0) is the middle of its rear, or bottom, edge."""

    def __init__(self, drawing, left, bottom, height):
        self.drawing, self.middle, self.bottom, self.top = drawing, left + WIDTH / 2, bottom, bottom - height
        self.left = left
        drawing.box(left, self.top, WIDTH, height, 'panel', 26)

    def at(self, pad):
        x, along = centimetres(pad)
        return self.middle + x * SCALE, self.bottom - along * SCALE

    def middle_line(self):
        self.drawing.line('ground', (self.middle, self.top + 8), (self.middle, self.bottom - 8), classes='dashed')

    def mark(self, pad):
        x, y = self.at(pad)
        self.drawing.circle(x, y, 11, 'pad')
        self.drawing.words(x, y + 28, pad['name'], 'plain small strong', 'middle')

    def measure(self, pad):
        """How far a pad on the left is from the middle and from the edge."""
        x, y = self.at(pad)
        across, along = centimetres(pad)
        self.drawing.line('ground', (x + 14, y), (self.middle, y), classes='thin')
        self.drawing.words((x + 14 + self.middle) / 2, y - 6, f'{abs(across):.0f} cm', 'ground small', 'middle')
        aside = self.left - (20 if y > (self.top + self.bottom) / 2 else 72)
        self.drawing.line('ground', (x - 14, y), (aside, y), classes='thin')
        self.drawing.line('ground', (aside, y), (aside, self.bottom), classes='thin')
        for end in (y, self.bottom):
            self.drawing.line('ground', (aside - 4, end), (aside + 4, end), classes='thin')
        self.drawing.words(aside - 6, (y + self.bottom) / 2, f'{along:.0f} cm', 'ground small', 'end')


def draw_thighs(drawing, view):
    for side in (-1, 1):
        m, b = view.middle, view.bottom
        drawing.shape(f'M{m + side * 6} {b - 40}C{m + side * 10} {b - 15} {m + side * 150} {b - 15} {m + side * 152} {b - 110}'
                      f'C{m + side * 154} {b - 200} {m + side * 150} {view.top + 50} {m + side * 134} {view.top}'
                      f'L{m + side * 52} {view.top}C{m + side * 46} {view.top + 90} {m + side * 8} {b - 130} {m + side * 6} {b - 40}z',
                      'body')


def draw_trunk(drawing, view):
    m, b = view.middle, view.bottom
    drawing.shape(f'M{m - 140} {b}C{m - 140} {b - 90} {m - 116} {b - 150} {m - 120} {b - 210}'
                  f'C{m - 124} {b - 300} {m - 160} {b - 360} {m - 158} {view.top + 24}L{m + 158} {view.top + 24}'
                  f'C{m + 160} {b - 360} {m + 124} {b - 300} {m + 120} {b - 210}C{m + 116} {b - 150} {m + 140} {b - 90} {m + 140} {b}z',
                  'body')


def places(kit, title):
    pads = chair(kit)['pad']
    seat = [pad for pad in pads if pad['zone'] == 'seat']
    back = [pad for pad in pads if pad['zone'] == 'back']
    measured = len(pads) <= FEW
    side = SIDE if measured else ABOVE
    width = side + WIDTH + (side + WIDTH if back else 0) + ABOVE
    height = ABOVE + (HEIGHT if back else DEPTH) + BELOW
    drawing = Drawing(width, height, title, 'The seat from above' + (' and the backrest from behind' if back else '')
                      + '; the distances stand in mounting.md.')
    views = [(seat, View(drawing, side, height - BELOW, DEPTH), 'seat, from above', 'backrest')]
    draw_thighs(drawing, views[0][1])
    if back:
        view = View(drawing, 2 * side + WIDTH, height - BELOW, HEIGHT)
        views.append((back, view, 'backrest, from behind', 'seat'))
        draw_trunk(drawing, views[1][1])
    for zone, view, words, edge in views:
        drawing.words(view.middle, view.top - 20, words, 'plain strong', 'middle')
        drawing.words(view.middle, view.bottom + 24, edge, 'ground small', 'middle')
        drawing.words(view.left + 4, view.bottom + 24, 'left', 'ground small')
        drawing.words(view.left + WIDTH - 4, view.bottom + 24, 'right', 'ground small', 'end')
        view.middle_line()
        for pad in zone:
            if measured and pad['x'] < 0:
                view.measure(pad)
            view.mark(pad)
    return drawing.finished()
