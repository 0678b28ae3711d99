"""`report`, `export` and `import`: a player's data out of the program and back."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date
from pathlib import Path

from games.launcher.cli.opened import opened
from games.launcher.people.settings import Settings
from games.launcher.progress.challenges import checked
from games.launcher.records.disk.reading import LONGEST_SAID, shown
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.people.names import known_as
from games.launcher.records.store import Store
from games.launcher.records.unread import said_of, unread_of
from games.launcher.reports import customs
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.reports.page import page, since_weeks
from games.launcher.reports.saving import free_name
from games.launcher.reports.tables import write_tables
from games.launcher.shell.assets import words_folder
from games.launcher.shell.clock import wall_moment
from games.launcher.words.saying import Words
from games.launcher.words.tongues import Tongues

OFTEN = 0.2  # s between two updates of the progress bar
BAR = 30  # characters


def report(asked: argparse.Namespace) -> int:
    """Write the report of some weeks, and print its path."""
    store, profile = _whose(asked)
    words = _words(asked.lang, store, profile)
    since, until = _days(asked)
    path = _free(asked.to, "report", until)
    with Telling() as heard:
        content = page(store, profile, since, until, heard, asked.paper, words)
    write_whole(path, content.encode())
    print(shown(str(path), LONGEST_SAID))
    _left_out(store, profile)
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write everything as JSON, or tables of some weeks, and print the path."""
    store, profile = _whose(asked)
    since, until = _days(asked)
    if asked.kind == "json":
        if asked.excel:
            raise ValueError("--excel is for tables: export csv --excel")
        path = _free(asked.to, "all", until)
        with Telling() as heard:
            write_everything(store, profile, path, heard)
        print(shown(str(path), LONGEST_SAID))
        return _left_out(store, profile)
    folder = asked.to or free_name(Path.cwd(), "table", until)
    folder.mkdir(parents=True, exist_ok=True)
    span = ("", "9") if asked.since is None and asked.weeks is None else (since.isoformat(), until.isoformat())
    with Telling() as heard:
        written = write_tables(store, profile, *span, folder, heard, asked.excel)
    print(*(shown(str(path), LONGEST_SAID) for path in written), sep="\n")
    return _left_out(store, profile)


def take_in(asked: argparse.Namespace) -> int:
    """Import an export and print the result; returns 1 if something in it was damaged."""
    store = opened(asked)
    with Telling() as heard:
        done = read_everything(store, asked.file, asked.profile, heard, asked.erased_too)
    print(f"{done.new} blocks are new, {done.known} were here already, {done.damaged} are damaged and left out")
    if done.unverified:
        print(f"{done.unverified} of the new ones are not verified: their recordings were not played again, or differ")
    return int(done.damaged > 0)


def _left_out(store: Store, profile: str) -> int:
    """Print which files could not be read and were left out; returns 1 if there are any."""
    left = unread_of(store, profile)
    if left:
        print(f"handplay: {said_of(left)}", file=sys.stderr)
    return int(bool(left))


class Telling:
    """A progress bar on the terminal; nothing if the output is not a terminal or the work is done at once."""

    def __init__(self) -> None:
        self._looked_at = sys.stderr.isatty()
        self._next = time.monotonic() + OFTEN
        self._shown = False

    def __enter__(self) -> Telling:
        return self

    def __call__(self, done: int, whole: int) -> None:
        """Show that `done` of `whole` parts are done."""
        if not self._looked_at or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + OFTEN
        share = done / max(1, whole)
        full = round(BAR * share)
        print(f"\r[{'#' * full}{'.' * (BAR - full)}] {share:4.0%}", end="", file=sys.stderr, flush=True)
        self._shown = True

    def __exit__(self, *how: object) -> None:
        if self._shown:
            print("\r" + " " * (BAR + 8) + "\r", end="", file=sys.stderr, flush=True)


def _words(asked: str | None, store: Store, profile: str) -> Words:
    """In the language that was asked for, else the player's own, else the one that was last chosen here, or the system's."""
    person, tongues = (
        store.people.get(profile),
        Tongues(words_folder(), asked, [customs.language()], store.screens.language()),
    )
    chosen = "" if person is None else Settings.of(person.settings).language
    return tongues.words(tongues.of(chosen))


def _whose(asked: argparse.Namespace) -> tuple[Store, str]:
    """The store, and the named profile or the guest; no profile is created. Raises ValueError for an unknown name."""
    store = opened(asked)
    name = asked.profile
    if name is None:
        return store, store.profile(None).id
    found = store.people.called(name)
    if found is None:
        raise ValueError(f"nobody here is called {name!r}: {_called(store)}")
    return store, found.id


def _called(store: Store) -> str:
    names = [repr(name) for name in sorted(known_as(store.people.all()).values())]
    return f"there are {', '.join(names)}" if names else "only the guest plays here"


def _days(asked: argparse.Namespace) -> tuple[date, date]:
    """The first and the last day. Raises ValueError for invalid dates or the wrong order."""
    until = checked(asked.until or wall_moment().local_date)
    since = checked(asked.since) if asked.since else since_weeks(until, asked.weeks or 12)
    if since > until:
        raise ValueError(f"there is no day from {since} to {until}: the first day comes before the last")
    return since, until


def _free(to: Path | None, what: str, day: date) -> Path:
    """The file asked for, or an unused name in the folder asked for. Raises FileExistsError if the file exists."""
    path = free_name(to or Path.cwd(), what, day) if to is None or to.is_dir() else to
    if path.exists():
        raise FileExistsError(f"{path} exists already and is not overwritten")
    return path
