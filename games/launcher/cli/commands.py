"""The command line: calls the command that is asked for. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from games.launcher.cli.options.asking import asked_for


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, 1 (refused, with one sentence), 2 (misuse)."""
    words = list(sys.argv[1:] if words is None else words)
    _print_anything()
    if words[:1] == ["test"] and words[1:] not in (["-h"], ["--help"]):
        return _test(words[1:])  # all further arguments go to pytest
    asked = asked_for(words)
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
        "package": _package,
        "web": _web,
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

    folders = Folders.standard(asked.data_dir)
    for name, folder in (("data", folders.data), ("state", folders.state), ("cache", folders.cache)):
        print(f"{name:6} {folder}")
    return 0


def _doctor(asked: argparse.Namespace) -> int:
    from games.launcher.cli.doctor import doctor

    return doctor(asked.data_dir)


def _bench(asked: argparse.Namespace) -> int:
    if asked.points:
        from games.launcher.cli.bench.points import points

        return points(asked.game, asked.json)
    from games.launcher.cli.bench.bench import bench

    return bench(asked)


def _desktop(asked: argparse.Namespace) -> int:
    from games.launcher.cli.desktop_file import desktop

    return desktop(asked.to, asked.remove)


def _package(asked: argparse.Namespace) -> int:
    from games.launcher.devices.bundle.making import make

    return make(asked.folder)


def _web(asked: argparse.Namespace) -> int:
    from games.launcher.devices.web.building.making import make, show

    return make(asked.folder) if asked.action == "build" else show(asked.folder, asked.port, asked.lan)


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
