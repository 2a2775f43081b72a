#!/usr/bin/env python3
"""How the detection does on people it was not made with, from recordings of people that are at hand.

usage: cross_validate.py CHAIRHUB CONFIGS RECORDINGS [--choose KEY=V,V,...] [--only TEXT] [--set KEY=V ...]

RECORDINGS  folders named as the configurations in CONFIGS, with labelled CSV files: t_ms, one column a pad, label.
            What a file's name has before '-' is the person; label faults are listed below.
Shows, for every file calibrated on its own first seconds as on a first day (10 s empty, 15 s supported):
  as recorded    the facts' balanced accuracy, as score_recordings does
  strangers      the same with the counts changed as on other chairs, sensors and people: mean and worst file
  orders         bent forward with the sittings without support in every order, calibrated without and with the
                 optional upright step; only rows in which the back was found free, so a touched backrest is no mistake
--choose takes a threshold's value for each person from the other people only, and scores it on that person.
"""
import argparse, concurrent.futures, csv, itertools, math, os, random, subprocess, tempfile, tomllib

LABELS = {  # kit: nobody, as calibrated
    'office-chair-12': ({'empty'}, {'upright_supported'}), 'wheelchair-mats-24': (set(), {'rest'}),
    'cushion-9': ({'empty'}, {'upright'})}
BENT = {'forward_elbows_on_knees', 'forward_hands_on_knees'}
BACK_FREE = BENT | {'upright_unsupported'}
LEANS = {'left': ('left', 'lean_left'), 'right': ('right', 'lean_right')}
EVEN = {'rest', 'upright', 'hunched', 'reclined'}
LABEL_FAULTS = {('s2-prescribed', 'upright_unsupported'), ('s1-free', 'upright_unsupported'),
                ('s3-prescribed', 'hands_behind_head')}
GUARD_MS, PAUSE_MS = 3000, 5000


class Recording:
    def __init__(self, kit, path, pads):
        self.kit, self.name = kit, os.path.basename(path)[:-4]
        self.person = self.name.split('-')[0]
        with open(path) as f:
            rows = list(csv.DictReader(f))
        self.labelled = bool(rows) and 'label' in rows[0]
        self.pads = [c for c in rows[0] if c in pads] if rows else []
        self.rows = [(int(r['t_ms']), [float(r[p]) if r[p] else None for p in self.pads], r.get('label', '')) for r in rows]

    def runs(self):
        """The stretches of one label without a pause, as (first row, past the last)."""
        start, out = 0, []
        for i in range(1, len(self.rows) + 1):
            if i == len(self.rows) or self.rows[i][2] != self.rows[start][2] or self.rows[i][0] - self.rows[i - 1][0] > PAUSE_MS:
                out.append((start, i)); start = i
        return out

    def stretch(self, labels, lead, length):
        for a, b in self.runs():
            first, last = self.rows[a][0], self.rows[b - 1][0]
            if self.rows[a][2] in labels and last - first >= lead + 3000:
                return first + lead, min(last, first + lead + length)

    def with_rows(self, rows):
        other = object.__new__(Recording)
        other.__dict__.update(self.__dict__, rows=rows)
        return other

    def in_order(self, order, step_ms):
        """Nobody, the calibrated sitting, and then these runs, somebody getting up between them."""
        empty, seated = LABELS[self.kit]
        find = lambda labels: next((r for r in self.runs() if self.rows[r[0]][2] in labels and r[1] - r[0] > 20), None)
        nobody, own = find(empty), find(seated)
        rows, t = [], 0
        for a, b in itertools.chain([nobody, own], *[(nobody, r) for r in order]):
            for _, counts, label in self.rows[a:b]:
                rows.append((t, counts, label)); t += step_ms
        return self.with_rows(rows)


class Program:
    def __init__(self, chairhub, configs, thresholds):
        self.chairhub, self.configs, self.thresholds = chairhub, configs, dict(thresholds)

    def pads(self, kit):
        with open(os.path.join(self.configs, kit + '.toml'), 'rb') as f:
            chair = tomllib.load(f)['chair'][0]
        return {p['name']: dict(p, range=p.get('range', chair.get('range'))) for p in chair['pad']}

    def judge(self, recording, upright=False, **thresholds):
        """What it says row by row, and whether the row counts."""
        empty, seated = LABELS[recording.kit]
        with tempfile.TemporaryDirectory() as tmp:
            path = lambda name: os.path.join(tmp, name)
            with open(os.path.join(self.configs, recording.kit + '.toml')) as f, open(path('hub.toml'), 'w') as g:
                g.write(f.read() + '\n[chair.thresholds]\n' + ''.join(f'{k} = {v}\n' for k, v in {**self.thresholds, **thresholds}.items()))
            with open(path('in.csv'), 'w') as f:
                f.write(','.join(['t_ms'] + recording.pads + ['label']) + '\n')
                for t, counts, label in recording.rows:
                    f.write(','.join([str(t)] + ['' if c is None else str(round(c)) for c in counts] + [label]) + '\n')
            windows = {'--empty': recording.stretch(empty, 2000, 10000), '--supported': recording.stretch(seated, 3000, 15000)}
            if upright: windows['--upright'] = recording.stretch({'upright_unsupported'}, 3000, 10000)
            windows = {k: w for k, w in windows.items() if w}
            call = [self.chairhub, 'calibrate', '--config', path('hub.toml'), '--from', path('in.csv'), '--save', path('k.toml')]
            for option, w in windows.items(): call += [option, '%d..%d' % w]
            self.run(call)
            self.run([self.chairhub, 'replay', '--config', path('hub.toml'), '--calibration', path('k.toml'), path('in.csv'),
                      '--trace', path('out.csv')])
            with open(path('out.csv')) as f:
                said = list(csv.DictReader(f))
        counts = [True] * len(said)
        for a, b in recording.runs():
            first, last = recording.rows[a][0], recording.rows[b - 1][0]
            for i in range(a, b):
                t = recording.rows[i][0]
                counts[i] = ((a == 0 or t - first > GUARD_MS) and (b == len(said) or last - t >= GUARD_MS) and
                             not any(w[0] <= t <= w[1] for w in windows.values()))
        return [(r[2], s) for r, s, c in zip(recording.rows, said, counts) if c]

    def run(self, call):
        done = subprocess.run(call, capture_output=True, text=True)
        if done.returncode: raise SystemExit(' '.join(call) + '\n' + done.stderr)


def balanced(pairs):
    pairs = list(pairs)
    rates = [[s == t for t, s in pairs if t == truth] for truth in (True, False)]
    return sum(sum(r) / len(r) for r in rates) / 2 if all(rates) else None


def facts(recording, judged):
    judged = [(l, s) for l, s in judged if (recording.name, l) not in LABEL_FAULTS]
    sitting = [(l, s) for l, s in judged if l != 'empty']
    out = {}
    if recording.kit != 'wheelchair-mats-24': out['occupied'] = balanced((l != 'empty', s['occupied'] == '1') for l, s in judged)
    if recording.kit == 'office-chair-12':
        out['unsupported'] = balanced((l in BACK_FREE, s['supported'] == '0') for l, s in sitting)
        out['bent_forward'] = balanced((l in BENT, s['forward'] == '1') for l, s in sitting if l in BACK_FREE)
        out['slumped'] = balanced((l == 'slid_forward', s['posture'] == 'slumped') for l, s in sitting)
    else:
        for side, names in LEANS.items():
            asked = [(l, s) for l, s in sitting if l in EVEN or any(l in n for n in LEANS.values())]
            out['lean_' + side] = balanced((l in names, s['lean'] == side) for l, s in asked)
    return {k: v for k, v in out.items() if v is not None}


def by_load(change):
    """A stranger made by changing each pad's load (0 unloaded .. 1 full); `change(load, pad, seconds sat, row)`."""
    def make(recording, pads):
        rows, sat_since = [], None
        for t, counts, label in recording.rows:
            if label == 'empty': sat_since = None
            elif sat_since is None: sat_since = t
            sat = (t - sat_since) / 1000 if sat_since is not None else 0
            new = []
            for name, c in zip(recording.pads, counts):
                low, high = pads[name]['range']
                load = None if c is None else change(min(1.0, max(0.0, (c - low) / (high - low))), pads[name], sat)
                new.append(None if load is None else low + min(1.0, max(0.0, load)) * (high - low))
            rows.append((t, new, label))
        return recording.with_rows(rows)
    return make


def in_force(load, factor):
    force = factor * load / (1.1 - load)
    return 1.1 * force / (1 + force)


def mirrored(recording, pads):
    def twin(name):
        p = pads[name]
        near = [q for q in recording.pads if pads[q]['zone'] == p['zone'] and abs(pads[q]['x'] + p['x']) < .1 and abs(pads[q]['y'] - p['y']) < .1]
        return recording.pads.index(near[0]) if near and p['zone'] == 'seat' else recording.pads.index(name)
    order = [twin(n) for n in recording.pads]
    swap = {l: r for a, b in zip(*LEANS.values()) for l, r in ((a, b), (b, a))}
    return recording.with_rows([(t, [c[i] for i in order], swap.get(l, l)) for t, c, l in recording.rows])


def stretched(factor):
    return lambda recording, pads: recording.with_rows(
        [(recording.rows[0][0] + round((t - recording.rows[0][0]) * factor), c, l) for t, c, l in recording.rows])


def own(name):
    return random.Random(name).uniform


STRANGERS = {
    'mirrored': mirrored, 'slower': stretched(1.5), 'faster': stretched(0.7),
    'heavier': by_load(lambda l, p, sat: in_force(l, 1.5)), 'lighter': by_load(lambda l, p, sat: in_force(l, 0.6)),
    'nearly full pads': by_load(lambda l, p, sat: l ** 0.5), 'insensitive pads': by_load(lambda l, p, sat: l ** 1.5),
    'weak back pads': by_load(lambda l, p, sat: l * 0.25 if p['zone'] == 'back' else l),
    'uneven gains': by_load(lambda l, p, sat: l * own(p['name'])(0.6, 1.2)),
    'a seat pad unplugged': by_load(lambda l, p, sat: None if p['name'] in ('seat_midfront_left', 'seat_05', 'seat_mid_left') else l),
    'a rear pad unplugged': by_load(lambda l, p, sat: None if p['name'] in ('seat_rear_left', 'seat_04', 'seat_rear_left') else l),
    'creeping pads': by_load(lambda l, p, sat: l * (1 + 0.1 * math.log10(1 + sat / 10)))}


def show(title, results):
    """results: {file: {fact: value}}"""
    values = {}
    for name, facts_ in results.items():
        for fact, v in facts_.items(): values.setdefault(fact, []).append((v, name))
    print(f'{title:22}' + '  '.join(f'{fact} {sum(v for v, _ in vs) / len(vs):.3f} (worst {min(vs)[0]:.3f} {min(vs)[1]})'
                                    for fact, vs in values.items()), flush=True)


def facts_of_all(program, recordings, make=lambda recording, pads: recording, **thresholds):
    def judge(r):
        return r.name, facts(r, program.judge(make(r, program.pads(r.kit)), **thresholds))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(pool.map(judge, recordings))


def orders(program, recording):
    runs = [r for r in recording.runs() if recording.rows[r[0]][2] in BACK_FREE and r[1] - r[0] > 60]
    if len({recording.rows[a][2] in BENT for a, _ in runs}) < 2 or len(runs) > 4 or not recording.stretch({'empty'}, 2000, 10000): return
    steps = sorted(b[0] - a[0] for a, b in zip(recording.rows, recording.rows[1:]))
    for upright in (False, True):
        got = {}
        for order in itertools.permutations(runs):
            judged = program.judge(recording.in_order(order, steps[len(steps) // 2]), upright)
            word = ' '.join({'upright_unsupported': 'U', 'forward_elbows_on_knees': 'E', 'forward_hands_on_knees': 'H'}[recording.rows[a][2]]
                            for a, _ in order)
            got[word] = balanced((l in BENT, s['forward'] == '1') for l, s in judged if l in BACK_FREE and s['supported'] == '0')
        print(f"{recording.name:18} {'with' if upright else 'without'} the upright step: mean {sum(got.values()) / len(got):.3f}; " +
              ', '.join(f'{k} {v:.3f}' for k, v in got.items()), flush=True)


def choose(program, recordings, key, values):
    """For each person: the value that is best for everybody else, and how it does on them."""
    table = {v: facts_of_all(program, recordings, **{key: v}) for v in values}
    for v in values: show(f'{key} = {v}', table[v])
    mean = lambda xs: sum(xs) / len(xs)
    for person in sorted({r.person for r in recordings}):
        others = {v: mean([x for r in recordings if r.person != person for x in table[v][r.name].values()]) for v in values}
        best = max(others.values())
        good = [v for v in values if others[v] > best - 0.002]  # the middle of what is as good as the best
        taken = good[len(good) // 2]
        show(f'{person}: {key} = {taken}', {r.name: table[taken][r.name] for r in recordings if r.person == person})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('chairhub'); parser.add_argument('configs'); parser.add_argument('recordings')
    parser.add_argument('--choose'); parser.add_argument('--only', default=''); parser.add_argument('--set', nargs='*', default=[])
    parser.add_argument('--strangers', action='store_true'); parser.add_argument('--orders', action='store_true')
    options = parser.parse_args()
    program = Program(options.chairhub, options.configs, (pair.split('=') for pair in options.set))
    recordings = []
    for kit in LABELS:
        folder = os.path.join(options.recordings, kit)
        for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            if not file.endswith('-free.csv') and options.only in kit + '/' + file:
                recordings.append(Recording(kit, os.path.join(folder, file), program.pads(kit)))
    recordings = [r for r in recordings if r.labelled]
    if options.choose:
        key, values = options.choose.split('=')
        return choose(program, recordings, key, [float(v) for v in values.split(',')])
    everything = not (options.strangers or options.orders)
    if everything: show('as recorded', facts_of_all(program, recordings))
    if everything or options.strangers:
        for name, make in STRANGERS.items():
            show(name, facts_of_all(program, recordings, make))
    if everything or options.orders:
        for r in recordings: orders(program, r)


if __name__ == '__main__':
    main()
