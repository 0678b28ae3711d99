"""Pain, tightness, tiredness: asked where a player wants it, stored, and enough when it is enough."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from visitor import SIZES, Visit

from games.kit.geometry import Vec
from games.launcher.progress.feeling import enough
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.reports.page import felt_rows, local_day
from games.launcher.words.saying import Words

SIZE = Vec(217, 136)
FACE = st.one_of(st.none(), st.integers(0, 2))


def felt(when: str = "before", t: int = 1_795_478_400_000, **faces: int | None) -> Felt:
    return Felt.model_validate({"t_utc_ms": t, "tz_min": 60, "when": when, **faces})


FELT = st.builds(felt, pain=FACE, tight=FACE, tired=FACE)


def visitor(folder: Path, size: Vec = SIZE) -> Visit:
    visit = Visit(folder, size)
    visit.go("settings")
    visit.press("feelings")
    visit.go("back", "beans", "start")
    return visit


def said(folder: Path) -> list[Felt]:
    return kept(Store.open(Folders.standard(folder / "data")), GUEST)


def test_nobody_is_asked_who_does_not_want_it(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("beans", "start")
    assert visit.app.screen.name == "play"


def test_faces_are_asked_before_the_first_round_of_a_sitting_and_stored(tmp_path: Path) -> None:
    visit = visitor(tmp_path)
    assert visit.app.screen.name == "feeling"
    visit.go("pain 1", "tight 0", "tired 2", "tired 1", "go on")
    assert visit.app.screen.name == "play"
    (one,) = said(tmp_path)
    assert (one.when, one.pain, one.tight, one.tired) == ("before", 1, 0, 1)
    visit.go("stop", "beans", "start")
    assert visit.app.screen.name == "play", "once is enough"
    assert visit.errors == []


def test_a_face_that_is_pressed_again_is_taken_back_and_skipping_stores_nothing(tmp_path: Path) -> None:
    visit = visitor(tmp_path)
    visit.go("pain 2", "pain 2", "go on")
    assert visit.app.screen.name == "play"
    (tmp_path / "other").mkdir()
    visit = visitor(tmp_path / "other")
    visit.go("pain 2", "skip")
    assert visit.app.screen.name == "play"
    assert said(tmp_path) == said(tmp_path / "other") == []


def test_a_hand_that_hurts_a_lot_plays_no_more_until_a_helper_says_so_twice(tmp_path: Path) -> None:
    visit = visitor(tmp_path)
    visit.go("pain 2", "go on")
    assert visit.app.screen.name == "enough"
    visit.press("stop")
    for game in ("beans", "pegs"):
        visit.go(game, "start")
        assert visit.app.screen.name == "enough"
        visit.press("stop")
    visit.go("beans", "start", "helper")
    assert visit.app.screen.name == "enough"
    visit.press("carry on")
    assert visit.app.screen.name == "play"
    assert visit.errors == []


@pytest.mark.parametrize("size", SIZES)
def test_all_that_is_asked_can_be_pressed_on_every_screen(tmp_path: Path, size: Vec) -> None:
    visit = visitor(tmp_path, size)
    faces = [f"{name} {value}" for name in ("pain", "tight", "tired") for value in range(3)]
    assert set(faces) < set(visit.ids())
    for button in visit.app.screen.controls:
        assert button.size.x >= 12
        assert button.size.y >= 12
        assert button.at.x >= 0
        assert button.at.y >= 0
        assert button.at.x + button.size.x <= size.x
        assert button.at.y + button.size.y <= size.y


@given(st.one_of(st.none(), FELT), FELT)
def test_it_is_enough_when_it_hurts_a_lot_or_is_two_faces_worse(before: Felt | None, now: Felt) -> None:
    worse = before is not None and any(
        (getattr(before, name), getattr(now, name)) == (0, 2) for name in ("pain", "tight", "tired")
    )
    assert enough(before, now) is (now.pain == 2 or worse)


def test_what_was_said_goes_out_with_all_data_and_comes_in_once(tmp_path: Path) -> None:
    store = Store.open(Folders.standard(tmp_path / "one"))
    store.people.put(store.people.guest())
    for one in (felt(pain=1), felt("after", 1_795_478_460_000, tight=2)):
        keep(store, GUEST, one)
    path = tmp_path / "all.json"
    write_everything(store, GUEST, path)
    other = Store.open(Folders.standard(tmp_path / "two"))
    for _ in range(2):
        read_everything(other, path)
        assert kept(other, GUEST) == kept(store, GUEST)
    assert len(kept(other, GUEST)) == 2


def test_files_that_say_nothing_sensible_are_left_out(tmp_path: Path) -> None:
    store = Store.open(Folders.standard(tmp_path))
    keep(store, GUEST, felt(pain=0))
    folder = tmp_path / "profiles" / GUEST / "felt"
    for number, content in enumerate((b"", b"{}", b"\xff", b"[" * 3000, json.dumps({"pain": 7}).encode())):
        (folder / f"{number}.json").write_bytes(content)
    assert kept(store, GUEST) == [felt(pain=0)]


def test_a_report_counts_the_faces_and_leaves_out_what_nobody_said() -> None:
    rows = felt_rows(Words().say, [felt(pain=1), felt(pain=1, tired=2), felt("after", pain=0)])
    assert rows == [
        ("Pain", "before playing", [0, 2, 0]),
        ("Pain", "at a rest", [1, 0, 0]),
        ("Tired", "before playing", [0, 0, 1]),
    ]
    assert local_day(felt(t=1_795_478_400_000 - 30 * 60_000)) == "2026-11-24"
