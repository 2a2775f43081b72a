#!/usr/bin/env python3
"""Says which English sentence that may be read on the page has no German one, and which German one nobody says any more.

usage: said_sentences.py ROOT      exit 0 when all is well, 1 with one sentence a fault
"""
import re
import sys
from pathlib import Path

PHRASES = 'hub/core/phrases_*_de.cpp'
# What is said there is read on the page; elsewhere only by programs and at terminals.
SAID = ['hub/core/posture.cpp', 'hub/core/pad_health.cpp', 'hub/core/recognition.cpp', 'hub/core/baseline_watch.cpp',
        'hub/core/profile_watch.cpp', 'hub/core/calibration.cpp', 'hub/service/hub_kits.cpp', 'hub/service/hub_actions.cpp',
        'hub/core/thresholds.cpp', 'hub/doctor/*.cpp']
# The doctor leaves a kit alone that the hub has, and what a threshold means has a word of its own on the page.
UNSEEN = {'hub/doctor/kit_judgement.cpp', 'hub/doctor/kit_trial.cpp'}
MEANING = re.compile(r'"(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*(?=\},\n)')
LITERALS = re.compile(r'"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*')
COMMENT = re.compile(r'^\s*(?://|#).*$|\s//[^"\n]*$', re.MULTILINE)
PLACE = re.compile(r'\{[^}]*\}|: ')
SHORTEST = 3  # words; less is a name or a code


def sentences(text):
    """Each string of a source, with what stands on the next line joined to it."""
    for found in LITERALS.finditer(COMMENT.sub('', text)):
        yield ''.join(part[1:-1] for part in re.findall(r'"(?:[^"\\\n]|\\.)*"', found.group())).replace('\\"', '"')


def core_of(sentence):
    """Its longest stretch without a place or a colon, for places are filled in many ways."""
    return max((part.strip(' ;:,.*%') for part in PLACE.split(sentence)), key=len)


def words(text):
    return len(re.findall(r"(?<!\S)[A-Za-z']{2,}(?=[\s,;.]|$)", text))


def faults(root):
    keys = [sentence for path in sorted(root.glob(PHRASES))
            for sentence in re.findall(r'PageText\{\s*("(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*),',
                                       path.read_text(encoding='utf-8'))]
    keys = [next(sentences(key)) for key in keys]
    for pattern in SAID:
        for path in sorted(root.glob(pattern)):
            name = path.relative_to(root).as_posix()
            if name in UNSEEN:
                continue
            text = path.read_text(encoding='utf-8')
            if name == 'hub/core/thresholds.cpp':
                text = MEANING.sub('""', text[:text.index('}  // namespace')])
            for sentence in sentences(text):
                core = core_of(sentence)
                if words(core) >= SHORTEST and not any(core in key for key in keys):
                    yield f'{name} says "{core}", and {PHRASES} has no German for it'
    program = '\n'.join('\n'.join(sentences(path.read_text(encoding='utf-8')))
                        for top in ('hub', 'drivers') for path in sorted((root / top).rglob('*.[ch]*'))
                        if not path.match('phrases_*.cpp'))
    for key in keys:
        core = core_of(key)
        if words(core) >= SHORTEST and core not in program:
            yield f'{PHRASES} has a German for "{core}", which nobody says'


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1], 'hub').is_dir():
        sys.exit(__doc__)
    found = list(faults(Path(sys.argv[1])))
    print('\n'.join(found))
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main()
