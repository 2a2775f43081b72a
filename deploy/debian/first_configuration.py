#!/usr/bin/env python3
"""Makes the configuration that the package installs out of deploy/chairhub.toml: a simulated chair that
goes on day after day and says that it is one, and files where the service has them.

usage: first_configuration.py deploy/chairhub.toml
"""
import sys
from pathlib import Path

CHANGES = (
    ('#name = "desk"\n', 'name = "Simulated chair"\n'),
    ('kit = { driver = "simulated", scenario = "ordinary-office-day", rate_hz = 10 }\n',
     '# This one is played, so that there is something to see: `sudo chairhub setup` puts\n'
     '# a real one in its place.\n'
     'kit = { driver = "simulated", scenario = "ordinary-office-day", start = "now", repeat = true, rate_hz = 10 }\n'),
    ('#heartbeat = ""\n', 'heartbeat = "/run/chairhub/heartbeat"\n'),
    ('#password_file = ""\n', '#password_file = "credential:mqtt-password"\n'),
)


def main():
    text = Path(sys.argv[1]).read_text(encoding='utf-8')
    for old, new in CHANGES:
        if text.count(old) < 1:
            sys.exit(f'{sys.argv[1]} has no line {old!r} any more: mend {sys.argv[0]}')
        text = text.replace(old, new, 1)
    sys.stdout.write(text)


if __name__ == '__main__':
    main()
