"""Plans: what they may hold, how they are kept, and which one holds on a day."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from games.catalog import GAMES
from games.launcher.planning import kept as plans
from games.launcher.planning.locking import locked, opens
from games.launcher.planning.plan import Exercise, Plan, every_day, with_day
from games.launcher.planning.ready import READY, plan_from
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.words.catalogue import source

WHO = "a" * 32
BEANS, PEGS = Exercise(game="beans", reps=20), Exercise(game="pegs", minutes=5, note="slowly")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path))


def plan(since: str = "2026-11-23", made: int = 1, **more: object) -> Plan:
    about = {"days": every_day([BEANS]), "weekly": True} | more
    return Plan(since=since, made_utc_ms=made, **about)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"game": "beans"}, "either repetitions or minutes"),
        ({"game": "beans", "reps": 5, "minutes": 5}, "either repetitions or minutes"),
        ({"game": "beans", "reps": 0}, "greater than or equal to 1"),
        ({"game": "beans", "minutes": 121}, "less than or equal to 120"),
        ({"game": "../beans", "reps": 5}, "pattern"),
        ({"game": "beans", "reps": 5, "note": "a\u202eb"}, r"hidden character U\+202E"),
        ({"game": "beans", "reps": 5, "note": "a" * 81}, "81 characters: at most 80"),
    ],
)
def test_an_impossible_exercise_is_refused_with_its_reason(values: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Exercise(**values)  # type: ignore[arg-type]


def test_a_note_is_one_line() -> None:
    assert Exercise(game="beans", reps=5, note="  with\nthe  thumb ").note == "with the thumb"


def test_a_day_is_changed_alone_and_where_no_days_are_asked_for_all_are() -> None:
    week = with_day(plan(ready="grip"), 2, [PEGS])
    assert [day == (PEGS,) for day in week.days] == [False, False, True, False, False, False, False]
    assert week.ready is None, "it is not the ready-made one any more"
    assert with_day(plan(weekly=False), 2, [PEGS]).days == every_day([PEGS])
    assert week.asks_on(2)
    assert not plan(weekly=False).asks_on(2)


def test_kept_plans_come_back_in_the_order_in_which_they_were_made(store: Store) -> None:
    for one in (plan(made=5), plan(made=2, days=every_day([PEGS]))):
        plans.keep(store, WHO, one)
    assert plans.kept(store, WHO) == [plan(made=2, days=every_day([PEGS])), plan(made=5)]
    assert plans.kept(store, "b" * 32) == []


def test_a_damaged_plan_is_left_out_named_and_unchanged(store: Store) -> None:
    plans.keep(store, WHO, plan())
    (path,) = (store.folders.data / "profiles" / WHO / "plans").iterdir()
    damaged = path.read_bytes().replace(b"beans", b"besns")
    Path(path).write_bytes(damaged)
    assert plans.kept(store, WHO) == []
    assert plans.refused(store, WHO) == [path]
    assert path.read_bytes() == damaged


def test_a_plan_goes_along_with_the_data_and_comes_in_once(store: Store, tmp_path: Path) -> None:
    maria = store.people.named("Maria", "c" * 32)
    for one in (plan(made=1), plan(made=2, days=every_day([PEGS]))):
        plans.keep(store, maria.id, one)
    path = tmp_path / "all.json"
    write_everything(store, maria.id, path)
    other = Store.open(Folders.standard(tmp_path / "other"))
    for _ in range(2):
        read_everything(other, path)
    assert plans.kept(other, maria.id) == plans.kept(store, maria.id) != []


def test_a_later_plan_never_changes_what_was_asked_before_its_first_day() -> None:
    first, second = plan("2026-11-02", 1), plan("2026-11-16", 2, days=every_day([PEGS]))
    ended = plan("2026-11-20", 3, days=every_day([]))
    held = [plans.plan_on([first, second, ended], day) for day in ("2026-11-01", "2026-11-15", "2026-11-19")]
    assert held == [None, first, second]
    assert plans.plan_on([first, second, ended], "2026-11-20") is None


def test_a_plan_made_anew_on_the_same_day_holds_at_once() -> None:
    first, second = plan(made=1), plan(made=2, days=every_day([PEGS]))
    assert plans.plan_on([first, second], "2026-11-23") == second


@pytest.mark.parametrize("ready", READY, ids=[ready.id for ready in READY])
def test_a_ready_made_plan_asks_only_for_what_there_is_and_says_whom_it_is_for(ready) -> None:
    made = plan_from(ready, "2026-11-23", 1)
    assert {exercise.game for day in made.days for exercise in day} <= {game.id for game in GAMES}
    assert not made.empty
    assert made.ready == ready.id
    for what in ("plan {}", "plan {} trains", "plan {} not for"):
        assert what.format(ready.id) in source()


def test_only_the_right_digits_open_a_lock() -> None:
    kept = locked("0412")
    assert opens("0412", kept)
    assert not opens("0413", kept)
    assert "0412" not in kept
    assert locked("0412") != kept, "two people with the same digits keep different ones"
    assert opens("0000", "damaged"), "nobody is shut out by a damaged file"
    for impossible in ("", "123", "12345", "12a4", "١٢٣٤"):
        with pytest.raises(ValueError, match="4 digits"):
            locked(impossible)
