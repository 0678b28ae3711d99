"""The program in a host that has neither a window nor threads: it loads, runs and ends all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.records.folders import Folders
from games.launcher.shell import places
from games.launcher.shell.desk import Wish
from games.launcher.shell.display import Display
from games.launcher.shell.outbox import Close, Hear, Outbox, Paint, SwitchFullscreen
from games.launcher.shell.sound import Sound
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, Loading, Who, running

SIZE = Vec(217, 136)


class Later:
    """Work that is done when somebody says so."""

    def __init__(self) -> None:
        self.begun: list[Callable[[], Any]] = []
        self.found: Any = None
        self.over = False

    def begin(self, work: Callable[[], Any]) -> Later:
        self.begun.append(work)
        return self

    def finish(self) -> None:
        self.found, self.over = self.begun[-1](), True

    def done(self) -> bool:
        return self.over

    def result(self) -> Any:
        return self.found


def host(**more: Any) -> Host:
    return Host(Display("test", SIZE, 5.0, True), lambda: 7, Tell(), **more)


def frames(app: Any, count: int) -> None:
    for number in range(count):
        app.frame(number / 60, [])
        canvas = Recording(SIZE)
        canvas.begin()
        app.draw(canvas)
        if number == 0:
            app.after_first_frame()


def test_without_threads_the_files_are_there_after_the_first_picture(tmp_path: Path) -> None:
    here = host()
    with running(here, Wish(game="beans"), Loading(here, Folders.standard(tmp_path), Who(side="left"))) as app:
        frames(app, 1)
        assert not app.desk.loaded
        frames(app, 2)
        assert app.desk.loaded
        assert app.desk.player.side == "left"
        assert app.screen.name in ("play", "safety")


def test_the_first_pictures_come_while_the_files_are_loaded(tmp_path: Path) -> None:
    later = Later()
    here = host(apart=later.begin)
    with running(here, Wish(), Loading(here, Folders.standard(tmp_path), Who(name="Maria"))) as app:
        frames(app, 20)
        assert (app.screen.name, app.desk.loaded, len(later.begun)) == ("home", False, 1)
        later.finish()
        frames(app, 1)
        assert app.desk.player.name == "Maria"


def test_what_is_played_is_kept_however_the_program_ends(tmp_path: Path) -> None:
    here, left = host(), list[str]()
    loading = Loading(here, Folders.standard(tmp_path), Who(guest=True))

    def interrupted() -> None:
        with running(here, Wish(), loading) as app:
            frames(app, 2)
            app.go(places.Help())
            app.screen.leave = lambda: left.append("page")  # type: ignore[method-assign]
            loading.finish = lambda: left.append("files")  # type: ignore[method-assign]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert left == ["page", "files"]


def test_an_outbox_gives_each_request_once_and_in_order() -> None:
    outbox, requests = Outbox(), [Hear(Sound("press"), 0.5), SwitchFullscreen(), Close()]
    for one in requests:
        outbox.ask(one)
    assert outbox.asks(SwitchFullscreen)
    assert not outbox.asks(Paint)
    assert outbox.take() == requests
    assert outbox.take() == []
    assert not outbox.asks(SwitchFullscreen)
