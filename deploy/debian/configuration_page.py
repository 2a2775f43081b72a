#!/usr/bin/env python3
"""Writes the man page chairhub.toml(5) out of deploy/chairhub.toml, which explains every key.

usage: configuration_page.py deploy/chairhub.toml
"""
import re
import sys
from pathlib import Path

HEAD = r'''.TH CHAIRHUB.TOML 5 "" "chairhub" "File formats"
.SH NAME
chairhub.toml \- the configuration of chairhub
.SH SYNOPSIS
.B /etc/chairhub/chairhub.toml
.SH DESCRIPTION
A TOML file. Keys that are left out have the values shown here.
.B chairhub check
says whether the file is right, and shows every value with where it came from.
A change holds once the service has been restarted:
.BR "systemctl restart chairhub" .
'''
TAIL = r'''.SH SEE ALSO
.BR chairhub (1),
/usr/share/doc/chairhub/docs/configuration.md
'''


def roff(text):
    text = text.replace('\\', '\\e').replace('-', '\\-').replace('"', '\\(dq').replace("'", '\\(aq').replace('`', '\\(ga')
    return '\\&' + text if text.startswith(('.', "'")) else text


def entries(lines):
    """A table, a key, or words about what follows, each as (kind, text, comment)."""
    comment = []
    for line in lines:
        bare = line.removeprefix('#') if re.match(r'#[^ ]', line) else line
        if line.startswith('# ') or line == '#':
            comment.append(line[1:].strip())
        elif not line.strip():
            if comment:
                yield 'words', '', comment
            comment = []
        else:
            yield ('table' if bare.startswith('[') else 'key'), bare, comment
            comment = []


def main():
    # What stands above the first table is about the file itself, and the page has its own words for that.
    out = [HEAD]
    for kind, text, comment in entries(Path(sys.argv[1]).read_text(encoding='utf-8').splitlines()):
        words = '\n'.join(roff(line) for line in comment)
        if kind == 'table':
            out.append(f'.SS "{roff(text)}"\n' + (words + '\n' if words else ''))
        elif kind == 'key':
            out.append(f'.TP\n.B "{roff(text)}"\n' + (words + '\n' if words else '.br\n'))
        elif words and len(out) > 1:
            out.append(f'.PP\n{words}\n')
    sys.stdout.write(''.join(out) + TAIL)


if __name__ == '__main__':
    main()
