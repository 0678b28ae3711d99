"""The command line as argparse sees it: every command, its options, and their values unless told otherwise."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import PurePath

from games import VERSION
from games.launcher.cli.bench.options import bench_options
from games.launcher.cli.options import values
from games.launcher.cli.options.actions import challenge_actions, report_commands, web_commands

HANDS = ("steady", "slow", "trembling", "hasty", "weak", "tiring", "absent")
MODES = ("practice", "test", "challenge", "free")
LOG_LEVELS = ("debug", "info", "warning", "error")


def started_as() -> str:
    """The command with which this program was started, for help texts."""
    name = PurePath(sys.argv[0] or "-").stem
    return {"__main__": "python3 -m games", "run": "run.py"}.get(name, "handplay")


UNLESS_TOLD: dict[str, object] = {
    "data_dir": None,
    "seed": None,
    "size": None,
    "windowed": False,
    "fullscreen": False,
    "px_per_mm": None,
    "profile": None,
    "guest": False,
    "side": None,
    "game": None,
    "level": None,
    "mode": None,
    "challenge": None,
    "mute": False,
    "lang": None,
    "log_level": "warning",
    "tell": None,
}  # the options that may stand before or after the command


def asked_for(words: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for; every option that may stand anywhere has a value."""
    asked = parser().parse_args(words, argparse.Namespace(**UNLESS_TOLD))
    if asked.command != "bench":  # which measures every level and mode unless it is told one
        asked.level = 1 if asked.level is None else asked.level
        asked.mode = asked.mode or "practice"
    return asked


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
        help="the language of all words, such as en or de; pseudo to try screens with; the player's or the system's unless given",
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
    bundle = command("package", "make a folder with its own Python for this system; needs a package registry")
    bundle.add_argument("folder", type=values.path, nargs="?", metavar="DIR", help="dist/package unless given")
    web_commands(command("web", "the version for browsers: make it, or serve it for trying"), anywhere)
    command("test", "run the tests; all words after it go to pytest")
    return top
