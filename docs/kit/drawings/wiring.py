"""The wiring of the standard kit, and the pins of a Raspberry Pi's header that it uses."""
from kits import PLACES, chair, to_ground
from svg import Drawing

PI_LINES = (('supply', '3V3 · pin 1'), ('sda', 'GPIO 2 SDA · pin 3'), ('scl', 'GPIO 3 SCL · pin 5'),
            ('ground', 'GND · pin 9'))
CHIP_PINS = ('VDD', 'SDA', 'SCL', 'GND')
ADDRESS_AT = {'0x48': 'ground', '0x49': 'supply'}  # what ADDR hangs on
FIRST_LINE, LINE_GAP = 112, 40
COLUMNS = dict(zip(('supply', 'sda', 'scl', 'ground'), (270, 300, 330, 360)))
# GPIO number -> pin, and what the others are
PIN_OF = {2: 3, 3: 5, 4: 7, 14: 8, 15: 10, 17: 11, 18: 12, 27: 13, 22: 15, 23: 16, 24: 18, 10: 19, 9: 21, 25: 22,
          11: 23, 8: 24, 7: 26, 5: 29, 6: 31, 12: 32, 13: 33, 19: 35, 16: 36, 26: 37, 20: 38, 21: 40}
SUPPLIES = {1: '3V3', 17: '3V3', 2: '5V', 4: '5V', 27: 'ID_SD', 28: 'ID_SC'}


def flag(line):
    return f'GPIO {line} · pin {PIN_OF[line]}'


def draw_pi(drawing):
    drawing.box(30, 36, 190, 244)
    drawing.words(125, 66, 'Raspberry Pi', 'plain strong', 'middle')
    for i, (kind, words) in enumerate(PI_LINES):
        y = FIRST_LINE + LINE_GAP * i
        drawing.words(210, y + 5, words, 'plain small', 'end')
        drawing.line(kind, (220, y), (COLUMNS[kind], y))


def draw_chip(drawing, number, address, pads, zone):
    top = 36 + 284 * number
    drawing.box(430, top, 140, 260)
    drawing.words(500, top + 30, 'ADS1115', 'plain strong', 'middle')
    drawing.words(500, top + 50, f'{address} · {zone}', 'plain small', 'middle')
    first = FIRST_LINE + 284 * number
    for i, (name, (kind, column)) in enumerate(zip(CHIP_PINS, COLUMNS.items())):
        y = first + LINE_GAP * i
        drawing.words(440, y + 5, name, 'plain small')
        drawing.line(kind, (column, y), (430, y))
        drawing.dot(kind, column, y)
    kind = ADDRESS_AT[address]
    y = first + LINE_GAP * 4 - 6
    drawing.words(440, y + 5, 'ADDR', 'plain small')
    drawing.line(kind, (COLUMNS[kind], y), (430, y))
    drawing.dot(kind, COLUMNS[kind], y)
    for pad in pads:
        channel = int(pad['channel'].split(':')[1])
        y = first + LINE_GAP * channel
        drawing.words(560, y + 5, f'A{channel}', 'plain small', 'end')
        drawing.line('signal', (570, y), (650, y))
        draw_pad_box(drawing, 650, y, pad)


def draw_pad_box(drawing, x, y, pad):
    drawing.box(x, y - 16, 420, 32, 'pad')
    drawing.words(x + 14, y + 5, pad['name'], 'plain strong')
    drawing.words(x + 96, y + 5, PLACES[pad['name']])
    drawing.words(x + 406, y + 5, f'{to_ground(pad):g} kΩ', 'plain', 'end')


def draw_bus(drawing):
    """The four lines from the Pi down to the second chip; the supply reaches its ADDR as well."""
    for i, (kind, column) in enumerate(COLUMNS.items()):
        bottom = FIRST_LINE + 284 + LINE_GAP * i
        if kind == 'supply':
            bottom += LINE_GAP * 4 - 6
        drawing.line(kind, (column, FIRST_LINE + LINE_GAP * i), (column, bottom))


def panel(drawing, x, width, title):
    drawing.box(x, 604, width, 262, 'panel')
    drawing.words(x + 16, 632, title, 'plain strong')


def draw_divider(drawing):
    panel(drawing, 30, 400, 'each green box: a pad and its divider')
    y = 722
    drawing.words(46, y + 5, '3V3', 'supply')
    drawing.line('supply', (78, y), (130, y))
    drawing.line('supply', (104, y), (104, y - 42), (137, y - 42))
    drawing.dot('supply', 104, y)
    drawing.pad(158, y)
    drawing.resistor(158, y - 42, '')
    drawing.words(158, y - 56, '470 kΩ', 'plain small', 'middle')
    drawing.line('signal', (179, y - 42), (212, y - 42), (212, y))
    drawing.line('signal', (186, y), (362, y))
    for x in (212, 254, 338):
        drawing.dot('signal', x, y)
    drawing.words(368, y + 5, 'A0…A3', 'plain small')
    drawing.line('plain', (92, 648), (226, 648), (226, 760), (92, 760), (92, 648), classes='dashed')
    drawing.words(158, 779, 'at the seat', 'plain small', 'middle')
    drawing.line('signal', (254, y), (254, 750))
    drawing.resistor(254, 768, '', upright=True)
    drawing.words(270, 768, '4.7 or', 'plain small')
    drawing.words(270, 784, '10 kΩ', 'plain small')
    drawing.line('ground', (254, 789), (254, 820))
    drawing.ground(254, 820)
    drawing.line('signal', (338, y), (338, 764))
    drawing.capacitor(338, 768, '100 nF')
    drawing.line('ground', (338, 772), (338, 820))
    drawing.ground(338, 820)


def draw_motor(drawing, line):
    panel(drawing, 450, 330, 'motor')
    x, y = 640, 776
    drawing.supply(x, 662, '3V3 · pin 17')
    drawing.line('supply', (x, 662), (x, 678))
    drawing.line('plain', (x, 714), (x, y - 30))
    drawing.circle(x, 696, 18, 'part')
    drawing.words(x, 701, 'M', 'plain strong', 'middle')
    drawing.line('supply', (x, 669), (x + 64, 669), (x + 64, 686))
    drawing.dot('supply', x, 669)
    drawing.diode(x + 64, 696, up=True)
    drawing.line('plain', (x + 64, 705), (x + 64, 726), (x, 726))
    drawing.dot('plain', x, 726)
    drawing.words(x + 82, 701, '1N4148', 'plain small')
    drawing.transistor(x - 30, y)
    drawing.words(x + 24, y + 5, 'IRLZ44N', 'plain small')
    drawing.words(466, y - 40, flag(line), 'plain small')
    drawing.line('signal', (466, y), (x - 30, y))
    drawing.resistor(512, y, '330 Ω')
    drawing.dot('signal', 568, y)
    drawing.line('signal', (568, y), (568, 780))
    drawing.resistor(568, 801, '10 kΩ', upright=True, side='left')
    drawing.line('ground', (568, 822), (568, 826), (x, 826))
    drawing.line('ground', (x, y + 30), (x, 826))
    drawing.ground(x, 826, 'GND · pin 39')


def draw_lamp(drawing, line):
    panel(drawing, 800, 126, 'lamp')
    drawing.words(863, 660, flag(line), 'plain small', 'middle')
    drawing.line('signal', (863, 668), (863, 690))
    drawing.resistor(863, 708, '330 Ω', upright=True)
    drawing.line('signal', (863, 729), (863, 760))
    drawing.diode(863, 769)
    for dx in (0, 9):
        drawing.line('plain', (880 + dx, 766), (892 + dx, 754), classes='thin')
        drawing.shape(f'M{894 + dx} 752l-7 2l5 5z', 'plain-fill')
    drawing.line('ground', (863, 778), (863, 820))
    drawing.ground(863, 820, 'GND · pin 39')


def draw_button(drawing, line):
    panel(drawing, 944, 126, 'button')
    drawing.words(1007, 660, flag(line), 'plain small', 'middle')
    drawing.line('signal', (1007, 668), (1007, 724))
    for y in (728, 764):
        drawing.circle(1007, y, 4, 'part')
    drawing.line('plain', (1019, 726), (1019, 766))
    drawing.line('plain', (1019, 746), (1032, 746))
    drawing.line('ground', (1007, 768), (1007, 820))
    drawing.ground(1007, 820, 'GND · pin 39')


def wiring(kit='standard8'):
    config = chair(kit)
    drawing = Drawing(1100, 890, 'Wiring of the standard kit',
                      'Two ADS1115 on the I2C bus of a Raspberry Pi with four pads each; the divider of a pad; a lamp, '
                      'a motor and a button. The tables in standard8.md say the same in words.')
    draw_pi(drawing)
    draw_bus(drawing)
    for number, (address, zone) in enumerate((('0x48', 'seat'), ('0x49', 'back'))):
        draw_chip(drawing, number, address, [p for p in config['pad'] if p['channel'].startswith(address)], zone)
    draw_divider(drawing)
    draw_motor(drawing, config['indicator']['haptic_line'])
    draw_lamp(drawing, config['indicator']['led_line'])
    draw_button(drawing, config['indicator']['button_line'])
    return drawing.finished()


def header(kit='standard8'):
    indicator = chair(kit)['indicator']
    used = {1: ('supply', 'chips and pads'), 3: ('sda', 'SDA of both chips'), 5: ('scl', 'SCL of both chips'),
            9: ('ground', 'chips and pads'), 17: ('supply', 'motor'), 39: ('ground', 'lamp, motor, button')}
    for key, words in (('haptic_line', 'motor'), ('led_line', 'lamp'), ('button_line', 'button')):
        used[PIN_OF[indicator[key]]] = ('signal', words)
    names = {pin: f'GPIO {line}' for line, pin in PIN_OF.items()} | SUPPLIES
    drawing = Drawing(720, 640, 'Pins of the Raspberry Pi that the standard kit uses',
                      'The header with pin 1 at the end of the SD card; the pins that are used are filled.')
    drawing.words(360, 34, 'the end with the SD card', 'plain small', 'middle')
    drawing.box(312, 48, 96, 548)
    for pin in range(1, 41):
        is_left = pin % 2 == 1
        x, y = (336 if is_left else 384), 72 + 26.2 * ((pin - 1) // 2)
        kind, words = used.get(pin, (None, ''))
        drawing.circle(x, y, 10, f'{kind}-fill' if kind else 'sheet')
        drawing.words(x, y + 4, str(pin), 'inverse number' if kind else 'plain number', 'middle')
        name = names.get(pin, 'GND')
        label = (f'{words} · {name}' if is_left else f'{name} · {words}') if kind else name
        drawing.words(300 if is_left else 420, y + 5, label, 'plain strong' if kind else 'ground small',
                      'end' if is_left else 'start')
    drawing.words(360, 620, 'the other end; on a Pi 3, 4 and 5 with the USB sockets', 'plain small', 'middle')
    return drawing.finished()
