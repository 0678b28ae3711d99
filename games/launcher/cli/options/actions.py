"""What can be asked of the commands that have actions or options of many kinds: challenges, reports, the web."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from games.launcher.cli.options import values


def challenge_actions(command: argparse.ArgumentParser, anywhere: argparse.ArgumentParser) -> None:
    """The actions of `challenge`."""
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, words: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=words, description=words, parents=[anywhere])

    exported = action("export", "make a challenge file and a code of a stored round of a challenge")
    exported.add_argument(
        "file", type=values.path, nargs="?", metavar="FILE.hps", help="without it the best of --game, --level"
    )
    exported.add_argument(
        "--to", type=values.path, metavar="FILE.hpc", help="where to write it: a folder, or a new file"
    )
    verified = action("verify", "play the recording in a challenge file again, and say whether it gives its points")
    verified.add_argument("file", type=values.path, metavar="FILE.hpc")
    imported = action("import", "verify a challenge file, and keep it to be played")
    imported.add_argument("file", type=values.path, metavar="FILE.hpc")
    action("code", "what a code asks for").add_argument("code", nargs="+", metavar="CODE")
    day = action("daily", "the challenges and the five-minute mix of a day")
    day.add_argument("--date", metavar="YYYY-MM-DD", help="today unless given")


def report_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """The commands `report`, `export` and `import`."""
    made = command("report", "write one page for paper: what was practised, how much, whether it changed")
    exported = command("export", "write everything as JSON, or tables of blocks and repetitions")
    made.add_argument(
        "--paper", choices=("a4", "letter"), help="the size of the paper; what is usual here unless given"
    )
    exported.add_argument("kind", choices=("json", "csv"))
    exported.add_argument(
        "--excel", action="store_true", help="of tables: semicolons, and a decimal comma where that is usual here"
    )
    for one, weeks in ((made, "12 unless given"), (exported, "of tables; all unless given")):
        one.add_argument("--weeks", type=values.weeks, metavar="N", help=f"the last weeks, {weeks}")
        one.add_argument("--since", metavar="YYYY-MM-DD", help="the first day instead")
        one.add_argument("--until", metavar="YYYY-MM-DD", help="the last day; today unless given")
        one.add_argument("--to", type=values.path, metavar="PATH", help="a folder, or a new file")
    taken = command("import", "take in what an export to JSON holds; twice does no harm")
    taken.add_argument("file", type=values.path, metavar="FILE.json")
    taken.add_argument("--erased-too", action="store_true", help="also of somebody who was erased here: they come back")


def web_commands(command: argparse.ArgumentParser, anywhere: argparse.ArgumentParser) -> None:
    """The actions of `web`."""
    actions = command.add_subparsers(dest="action", metavar="ACTION", required=True)
    told = {
        "build": "make a folder that any web host can serve; needs Node and npm",
        "serve": "serve that folder to browsers of this machine, for trying",
    }
    for name, words in told.items():
        action = actions.add_parser(name, help=words, description=words, parents=[anywhere])
        action.add_argument("folder", type=values.path, nargs="?", metavar="DIR", help="dist/web unless given")
        if name == "serve":
            action.add_argument("--port", type=values.port, default=8000, metavar="N", help="8000 unless given")
            action.add_argument("--lan", action="store_true", help="to browsers of this network too, with a QR code")
