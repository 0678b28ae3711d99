"""The command line: parses arguments and calls the command. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path, PurePath

from games import VERSION
from games.launcher.cli import values
from games.launcher.cli.actions import challenge_actions, report_commands
from games.launcher.cli.bench.options import bench_options

HANDS = ("steady", "slow", "trembling", "hasty", "weak", "tiring", "absent")
MODES = ("practice", "test", "challenge", "free")
LOG_LEVELS = ("debug", "info", "warning", "error")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, 1 (refused, with one sentence), 2 (misuse)."""
    words = list(sys.argv[1:] if words is None else words)
    _print_anything()
    if words[:1] == ["test"] and words[1:] not in (["-h"], ["--help"]):
        return _test(words[1:])  # all further arguments go to pytest
    asked = parser().parse_args(words)
    answer = {
        "play": _play,
        "list": _list,
        "simulate": _simulate,
        "duel": _duel,
        "replay": _replay,
        "rescore": _rescore,
        "challenge": _challenge,
        "report": _report,
        "export": _export,
        "import": _import,
        "people": _people,
        "where": _where,
        "doctor": _doctor,
        "bench": _bench,
        "desktop": _desktop,
    }[asked.command or "play"]
    try:
        return answer(asked)
    except (ValueError, OSError) as refused:
        from games.launcher.records.disk.reading import sentence

        print(f"handplay: {sentence(refused)}", file=sys.stderr)
        return 1


def _print_anything() -> None:
    """Print letters that the terminal cannot show as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def started_as() -> str:
    """The command with which this program was started, for help texts."""
    name = PurePath(sys.argv[0] or "-").stem
    return {"__main__": "python3 -m games", "run": "run.py"}.get(name, "handplay")


def parser() -> argparse.ArgumentParser:
    """All commands and options. The options in `anywhere` may stand before or after the command."""
    anywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add = anywhere.add_argument
    add("--data-dir", type=values.path, metavar="DIR", help="keep all data here (also: HANDPLAY_DATA)")
    add("--seed", type=values.seed, metavar="N", help="what chance starts from, 0 to 2^63-1")
    add(
        "--size",
        type=values.window_size,
        metavar="WxH",
        help="window size in pixels, such as 1280x800; 8192x8192 at most",
    )
    add("--windowed", action="store_true", help="open in a window")
    add("--fullscreen", action="store_true", help="fill the screen")
    add("--px-per-mm", type=values.px_per_mm, metavar="X", help="pixels per millimetre of this screen, 2 to 25")
    add("--profile", type=values.name, metavar="NAME", help="who plays; made if new")
    add("--guest", action="store_true", help="play as guest")
    add("--side", choices=("left", "right"), help="the hand in use")
    add("--game", metavar="ID", help="straight into a game")
    add("--level", type=int, metavar="N", help="its level, from 1")
    add("--mode", choices=MODES, help="practice unless told otherwise")
    add("--challenge", metavar="FILE|CODE", help="straight to a challenge that somebody sent")
    add("--mute", action="store_true", help="no sound")
    add(
        "--lang",
        type=values.language,
        metavar="CODE",
        help="the language of all words: en, or pseudo to try screens with",
    )
    add("--log-level", choices=LOG_LEVELS, help="how much the log says")
    add(
        "--tell",
        type=values.path,
        metavar="FILE",
        help="append a JSON line for all that appears, is asked, ends, is stored",
    )

    top = argparse.ArgumentParser(
        prog=started_as(), description="Games that practise fine hand movement.", parents=[anywhere]
    )
    top.add_argument("--version", action="version", version=f"Handplay {VERSION}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[anywhere])

    command("play", "open the window and play (what happens without a command)")
    listed = command("list", "the games and their levels")
    listed.add_argument("--json", action="store_true")
    simulate = command("simulate", "let a synthetic hand play one block, and print its record")
    simulate.add_argument("simulated", metavar="GAME")
    simulate.add_argument("--hand", choices=HANDS, default="steady")
    simulate.add_argument("--input", choices=("touch", "mouse"), default="touch")
    simulate.add_argument("--form", choices=("drag", "tap", "pinch"), default="drag", help="how things are carried")
    simulate.add_argument(
        "--table", type=values.table, metavar="WxH", help="table in mm (practice; 217x136 unless given)"
    )
    simulate.add_argument("--reps", type=values.count, metavar="N", help="so many reps instead of the level's own end")
    simulate.add_argument(
        "--fps", type=values.fps, default=60.0, metavar="N", help="simulated frames a second, 10 to 1000"
    )
    simulate.add_argument("--coach", action="store_true", help="practice levels fit themselves to the hand")
    simulate.add_argument("--save", action="store_true", help="store it too, marked as simulated")
    simulate.add_argument("--json", action="store_true", help="one line of JSON instead of an indented page")
    dueling = command("duel", "let two synthetic hands play each other, each compared with its usual points; JSON")
    dueling.add_argument("simulated", metavar="GAME")
    dueling.add_argument("--left", choices=HANDS, default="steady")
    dueling.add_argument("--right", choices=HANDS, default="weak")
    dueling.add_argument("--right-level", type=int, metavar="N", help="the right hand's level, if another")
    dueling.add_argument(
        "--rounds", type=values.count, default=200, metavar="N", help="rounds that count; 20 come before them"
    )
    replay = command("replay", "play a stored block again, score it again, say whether it is identical")
    replay.add_argument("file", type=values.path)
    replay.add_argument("--json", action="store_true")
    command(
        "rescore", "measure all rounds anew that an older version measured; stop it when you like, it goes on later"
    )
    challenged = command(
        "challenge", "make, verify and keep challenge files, read codes, tell a day's challenges; JSON"
    )
    challenge_actions(challenged, anywhere)
    report_commands(command)
    people = command("people", "who plays here; join two who are one person, or separate them again")
    people.add_argument("--join", nargs=2, metavar=("NAME", "OTHER"), help="all of OTHER's becomes NAME's")
    people.add_argument("--separate", metavar="NAME", help="take back what was joined to NAME")
    command("where", "where the data lies")
    command("doctor", "what this machine offers: window, touch, sound, folders")
    bench_options(command("bench", "what frames, touches, rules, waiting, the start and years of practice cost here"))
    entry = command("desktop", "put Handplay into the desktop's menu")
    entry.add_argument("--to", type=values.path, metavar="DIR", help="write the .desktop file here instead")
    entry.add_argument("--remove", action="store_true", help="take it away again")
    command("test", "run the tests; all words after it go to pytest")
    return top


def _play(asked: argparse.Namespace) -> int:
    from games.launcher.cli.play import play

    return play(asked)


def _list(asked: argparse.Namespace) -> int:
    from games.launcher.cli.listing import listing

    return listing(asked.json)


def _duel(asked: argparse.Namespace) -> int:
    from games.launcher.cli.duel_simulation import duel

    return duel(asked)


def _simulate(asked: argparse.Namespace) -> int:
    from games.launcher.cli.simulate import simulate

    return simulate(asked)


def _report(asked: argparse.Namespace) -> int:
    from games.launcher.cli.report import report

    return report(asked)


def _export(asked: argparse.Namespace) -> int:
    from games.launcher.cli.report import export

    return export(asked)


def _import(asked: argparse.Namespace) -> int:
    from games.launcher.cli.report import take_in

    return take_in(asked)


def _challenge(asked: argparse.Namespace) -> int:
    from games.launcher.cli.challenge import challenge

    return challenge(asked)


def _replay(asked: argparse.Namespace) -> int:
    from games.launcher.cli.replay import replay

    return replay(asked.file, asked.json)


def _rescore(asked: argparse.Namespace) -> int:
    from games.launcher.cli.replay import rescore

    return rescore(asked)


def _people(asked: argparse.Namespace) -> int:
    from games.launcher.cli.people import people

    return people(asked)


def _where(asked: argparse.Namespace) -> int:
    from games.launcher.records.folders import Folders

    folders = Folders.standard(getattr(asked, "data_dir", None))
    for name, folder in (("data", folders.data), ("state", folders.state), ("cache", folders.cache)):
        print(f"{name:6} {folder}")
    return 0


def _doctor(asked: argparse.Namespace) -> int:
    from games.launcher.cli.doctor import doctor

    return doctor(getattr(asked, "data_dir", None))


def _bench(asked: argparse.Namespace) -> int:
    if asked.points:
        from games.launcher.cli.bench.points import points

        return points(getattr(asked, "game", None), asked.json)
    from games.launcher.cli.bench.bench import bench

    return bench(asked)


def _desktop(asked: argparse.Namespace) -> int:
    from games.launcher.cli.desktop_file import desktop

    return desktop(asked.to, asked.remove)


def _test(rest: Sequence[str]) -> int:
    from games.launcher.cli.source import ROOT, in_source

    if not in_source(ROOT):
        print(
            "handplay: the tests are in the source and not in an installed copy: there, `python3 run.py test`",
            file=sys.stderr,
        )
        return 1
    import pytest

    chosen = [word for word in rest if Path(word.split("::")[0]).exists()]
    # The whole suite is spread over the cores, neighbours together, since they share what was played once; selected tests
    # run in one process, in order.
    more = [] if chosen or rest else ["-n", "auto", "--dist", "worksteal"]
    return int(pytest.main([f"--rootdir={ROOT}", *more, *rest, *([] if chosen else [str(ROOT / "tests")])]))
