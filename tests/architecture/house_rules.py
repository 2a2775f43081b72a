#!/usr/bin/env python3
"""Reads the sources and says which house rule a file breaks, and how to mend it.

usage: house_rules.py ROOT      exit 0 when all is well, 1 with one sentence a fault
"""
import re
import sys
from pathlib import Path

ADAPTERS = {'drivers', 'config', 'mqtt', 'storage', 'platform', 'web'}
# room -> the rooms whose headers it may include
ARROWS = {
    'core': set(),
    **{adapter: {'core'} for adapter in ADAPTERS},
    'service': {'core'} | ADAPTERS,
    'doctor': {'core', 'service'} | ADAPTERS,
    'commands': {'core', 'service', 'doctor'} | ADAPTERS,
    'main': {'core', 'service', 'doctor', 'commands'} | ADAPTERS,
}
# how a third-party header begins -> the rooms that may see it
THIRD_PARTY = {
    'mqtt/': {'mqtt'},
    'MQTT': {'mqtt'},
    'nlohmann/': {'drivers', 'mqtt', 'web', 'commands'},
    'microhttpd': {'web'},
    'sodium': {'web'},
    'zlib': {'web'},
    'SQLiteCpp/': {'storage'},
    'sqlite3': {'storage'},
    'toml++/': {'config'},
    'systemd/': {'platform'},
    'gpiod': {'drivers'},
    'CLI/': {'commands'},
}
MAX_LINES = 300
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
CLOCK = re.compile(r'::now\s*\(|\b(?:clock_gettime|gettimeofday)\s*\(|\btime\s*\(\s*(?:nullptr|NULL|0)\s*\)')
SLEEP = re.compile(r'\b(?:sleep_for|sleep_until|usleep|nanosleep|sleep)\s*\(')
COMMENT = re.compile(r'//[^\n]*')


def room_of(path):
    """hub/mqtt/x.h -> mqtt, drivers/replay/x.h -> drivers, hub/main.cpp -> main."""
    parts = Path(path).parts
    if parts[0] == 'drivers':
        return 'drivers'
    return parts[1] if parts[0] == 'hub' and len(parts) > 2 else 'main'


class Tree:
    def __init__(self, root):
        self.text = {}
        for top in ('hub', 'drivers', 'tests'):
            for path in sorted((root / top).rglob('*')):
                if path.suffix in ('.h', '.cpp', '.py'):
                    self.text[path.relative_to(root).as_posix()] = path.read_text(encoding='utf-8')
        self.program = {path: text for path, text in self.text.items()
                        if not path.startswith('tests/') and path.endswith(('.h', '.cpp'))}

    def includes(self, path):
        """Our headers and the others that a file includes."""
        found = INCLUDE.findall(self.text.get(path, ''))
        ours = [name for mark, name in found if mark == '"' and name.startswith(('hub/', 'drivers/'))]
        return ours, [name for mark, name in found if mark == '<']

    def seen_through(self, header, seen=None):
        """The third-party headers that whoever includes `header` sees."""
        seen = set() if seen is None else seen
        if header in seen:
            return set()
        seen.add(header)
        ours, others = self.includes(header)
        return set(others).union(*(self.seen_through(name, seen) for name in ours))


def rooms_for(header):
    return next((rooms for start, rooms in THIRD_PARTY.items() if header.startswith(start)), None)


def arrows(tree):
    for path in tree.program:
        room = room_of(path)
        if room not in ARROWS:
            yield f'{path}: there is no room "{room}"; the rooms are {", ".join(sorted(ARROWS))}'
            continue
        for header in tree.includes(path)[0]:
            target = room_of(header)
            if target not in ARROWS[room] | {room}:
                yield (f'{path} includes {header}, but {room} must not know {target}: move what it needs into hub/core, '
                       'or let hub/service bring the two together')


def third_party(tree):
    for path in tree.program:
        room = room_of(path)
        ours, others = tree.includes(path)
        for header in others:
            rooms = rooms_for(header)
            if rooms is not None and room not in rooms:
                yield f'{path} includes <{header}>, which only {" and ".join(sorted(rooms))} may see: ask that room for what you need'
        for ours_header in ours:
            if room_of(ours_header) == room:
                continue
            for header in sorted(tree.seen_through(ours_header)):
                rooms = rooms_for(header)
                if rooms is not None and room not in rooms:
                    yield (f'{path} sees <{header}> through {ours_header}: include it only in a .cpp or a private header of its '
                           'room, and hold what it defines behind a pointer')


def sizes(tree):
    for path, text in tree.text.items():
        lines = text.count('\n')
        if lines > MAX_LINES:
            yield f'{path} has {lines} lines; {MAX_LINES} is the limit: find the second thing it decides and give that a file'


def headers(tree):
    for path, text in tree.text.items():
        if not path.endswith('.h'):
            continue
        if not text.startswith('// '):
            yield f'{path} has no opening comment: say in 2 to 5 lines what it decides, what it does not, and its thread rule'
        if '#pragma once' not in text:
            yield f'{path} has no #pragma once: write it below the opening comment'


def clocks(tree):
    for path, text in tree.program.items():
        # Drivers time chips by a clock of their own port, BusClock, which is asked in one file.
        if room_of(path) == 'platform' or path == 'drivers/bus/bus_clock.cpp':
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if CLOCK.search(COMMENT.sub('', line)):
                yield f'{path}:{number} asks a clock: take the time as an argument; only hub/platform asks'


def sleeps(tree):
    for path, text in tree.text.items():
        if not path.startswith('tests/') or path.startswith('tests/architecture/'):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if SLEEP.search(COMMENT.sub('', line)):
                yield f'{path}:{number} sleeps: hand the time in, or wait for the very thing with a deadline'


RULES = (arrows, third_party, sizes, headers, clocks, sleeps)


def faults(root):
    tree = Tree(Path(root))
    return [fault for rule in RULES for fault in rule(tree)]


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1], 'hub').is_dir():
        sys.exit(__doc__)
    found = faults(sys.argv[1])
    print('\n'.join(found))
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
