"""One person's page: joining two profiles of one person, undoing that, and erasing on another thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from blocks import play
from visitor import SIZES, Visit

from games.launcher.records.errors import StoreError
from games.launcher.screens.people.one_person import OnePerson
from games.launcher.screens.people.players import Who


@pytest.fixture(params=SIZES[:2], ids=str)
def visit(request: pytest.FixtureRequest, tmp_path: Path) -> Visit:
    return Visit(tmp_path, request.param)


def annas(visit: Visit) -> tuple[str, str]:
    """Two of one name; the second plays. Gives the ids of their keys."""
    people, store = visit.desk.people, visit.desk.store
    assert people is not None
    assert store is not None
    first, second = sorted((people.add("boat", "Anna"), people.add("cat", "Anna")), key=lambda one: one.id)
    play(store, second.id, 1)
    visit.desk.become(second)
    visit.press("player")
    return tuple(f"player {one.picture} {one.id[:6]}" for one in (first, second))  # type: ignore[return-value]


def test_two_of_one_name_are_told_apart_joined_and_undone(visit: Visit) -> None:
    first, second = annas(visit)
    people, player = visit.desk.people, visit.desk.player
    assert people is not None
    assert player is not None
    assert {"Anna (1)", "Anna (2)"} <= set(visit.words())
    visit.go("edit", first, "join")
    assert (first in visit.ids(), second in visit.ids()) == (False, True)
    visit.go(second, "no", second, "yes")
    assert second not in visit.ids()
    assert visit.desk.player is not None
    assert visit.desk.player.id[:6] == first[-6:], "whoever played goes on as the one person"
    assert [people.counts(one.id)[0] for one in people.all()] == [1]
    assert "Anna" in visit.words()
    visit.press("undo")
    assert {first, second} <= set(visit.ids())
    assert len(people.all()) == 2


def test_separate_stays_on_the_page_of_whoever_was_joined(visit: Visit) -> None:
    first, second = annas(visit)
    visit.go("edit", first, "join", second, "yes", first)
    assert "separate" in visit.ids()
    assert "join" not in visit.ids(), "there is nobody else left"
    visit.press("separate")
    assert {first, second} <= set(visit.ids())
    visit.press(first)
    assert "separate" not in visit.ids()


def test_somebody_without_name_and_picture_is_shown_and_gets_a_name(visit: Visit) -> None:
    people, store = visit.desk.people, visit.desk.store
    assert people is not None
    assert store is not None
    play(store, "e" * 32, 1)
    visit.press("player")
    (key,) = (name for name in visit.ids() if name.endswith(" eeeeee"))
    visit.go("edit", key, "name")
    visit.keys("a", "n", "n", "a")
    visit.press("done")
    assert [(one.id, one.name) for one in people.all()] == [("e" * 32, "Anna")]


@pytest.mark.parametrize("refused", [False, True])
def test_erasing_is_waited_for_beside_the_frames(visit: Visit, refused: bool) -> None:
    first, _ = annas(visit)
    due: list[tuple[Future[Any], Callable[[], Any]]] = []

    def beside(work: Callable[[], Any]) -> Future[Any]:
        due.append((Future(), work))
        return due[-1][0]

    visit.desk.beside = beside
    visit.go("edit", first, "erase", "yes")
    for _ in range(3):
        visit.frame()
        assert isinstance(visit.app.screen, OnePerson)
        assert (visit.ids(), visit.app.lively) == ([], True)
    ((answer, work),) = due
    if refused:
        answer.set_exception(StoreError("another program holds it"))
    else:
        answer.set_result(work())
    visit.frame()
    assert isinstance(visit.app.screen, OnePerson if refused else Who)
    assert (first in visit.ids()) is False
    assert ("undo" in visit.ids(), "erase" in visit.ids()) == (not refused, refused)
