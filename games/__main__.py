"""The entry point, used by run.py, by `python3 -m games`, and by the command `handplay` of an installed copy.

An old Python must be able to parse this file and run.py in order to say that it is too old, so both use only syntax
that Python 2.7 accepts.
"""

import sys

LEAST = (3, 11)


def start():
    # type: () -> int
    """Run the program with the command line's arguments; returns the exit status, 1 with one sentence for an old Python."""
    if sys.version_info[:2] < LEAST:
        have = ".".join([str(part) for part in sys.version_info[:3]])
        sys.stderr.write("Handplay needs Python 3.11 or newer; this is Python " + have + ".\n")
        return 1
    from games.launcher.cli.setting_up import begin

    return begin(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(start())
