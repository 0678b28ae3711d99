"""Puts the program together for any host: a window, a test, a browser. What needs a thread or a lock is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from games.launcher.shell.app import App
from games.launcher.shell.clock import Clock, wall_moment
from games.launcher.shell.desk import Desk, Wish
from games.launcher.shell.display import Display
from games.launcher.shell.earlier.indexing import FIRST, Indexing
from games.launcher.shell.earlier.rescoring import Rescoring
from games.launcher.shell.spots import Spot, Spots, nowhere
from games.launcher.shell.tell import Tell
from games.launcher.shell.work import Beside, Done, Work
from games.launcher.words.saying import Words
from games.launcher.words.tongues import Tongues

if TYPE_CHECKING:
    from games.launcher.people.everybody import People, Person
    from games.launcher.records.disk.files import Files
    from games.launcher.records.folders import Folders
    from games.launcher.records.store import Store


@dataclass(frozen=True)
class Host:
    """What the program runs in.

    `beside` runs work in order on another thread and finishes all of it; `apart` runs work that may be abandoned when
    the program ends. Without threads, both run it at once. `report` logs an error; `spots` looks for places for files, and
    `sheet` is that of a system whose folders nobody can reach.
    """

    display: Display
    seed: Callable[[], int]
    tell: Tell
    words: Words = field(default_factory=Words)
    tongues: Tongues | None = None
    clock: Clock = wall_moment
    report: Callable[[BaseException], None] = lambda _error: None
    beside: Beside = Done
    apart: Beside = Done
    spots: Spots = nowhere
    sheet: Spot | None = None


@dataclass(frozen=True)
class Who:
    """Who the command line says is playing: the guest, a name, or nobody in particular; and the hand, if given."""

    guest: bool = False
    name: str | None = None
    side: str | None = None


class Loading:
    """Loads the player's files during the first frames: importing their libraries takes longer than opening a window."""

    def __init__(self, host: Host, folders: Folders, who: Who, files: Files | None = None) -> None:
        self._host, self._folders, self._who, self._files = host, folders, who, files
        self._work: Work | None = None
        self._people: People | None = None

    def ready(self, desk: Desk) -> bool:
        """Start loading, or check it; True once the desk has its store, people and player.

        Raises what loading raised: OSError or ValueError with one sentence.
        """
        if self._work is None:
            self._work = self._host.apart(self._load)
        if not self._work.done():
            return False
        store, people, person, desk.indexing, desk.rescoring = self._work.result()
        self._people = people
        desk.load(store, people, person)
        desk.player.side = self._who.side or desk.player.side
        return True

    def finish(self) -> None:
        """The program ends: destroy what was erased; what is left is destroyed at the next start."""
        left = None if self._people is None else self._people.finish_erasing()
        if left is not None:
            self._host.report(OSError(left))

    def _load(self) -> tuple[Store, People, Person, Indexing, Rescoring]:
        from games.launcher.people.everybody import People
        from games.launcher.records.store import Store
        from games.launcher.round.anew import measured_anew
        from games.launcher.round.record import recovered

        store = Store.open(self._folders, self._files, FIRST)
        store.recover(recovered)
        people, who = People(store), self._who
        person = people.guest() if who.guest else people.named(who.name) if who.name else people.first()
        apart, report = self._host.apart, self._host.report
        return store, people, person, Indexing(store, apart, report), Rescoring(store, measured_anew, apart, report)


def app_for(host: Host, wish: Wish, ready: Callable[[Desk], bool]) -> App:
    """The app of a host. `ready` is called in each frame until it says that the player's files are on the desk."""
    desk = Desk(
        host.display,
        host.clock,
        host.tell,
        host.seed,
        wish,
        report=host.report,
        beside=host.beside,
        words=host.words if host.tongues is None else host.tongues.words(host.tongues.of("")),
        tongues=host.tongues,
        spots=host.spots,
        sheet=host.sheet,
    )
    return App(desk, lambda: ready(desk))


@contextmanager
def running(host: Host, wish: Wish, loading: Loading) -> Iterator[App]:
    """The app while it runs; when it ends, for whatever reason, what was played is stored."""
    app = app_for(host, wish, loading.ready)
    try:
        yield app
    finally:
        try:
            app.leave()
        finally:
            loading.finish()
