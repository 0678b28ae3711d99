"""A plan on the screen: taken, changed, locked, given on, practised, and shown on Home."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from blocks import play
from visitor import Visit

from games.kit.geometry import Vec
from games.launcher.planning import files, kept
from games.launcher.planning.codes import code_of
from games.launcher.planning.plan import Exercise, Plan, every_day
from games.launcher.planning.ready import READY
from games.launcher.screens.plan.digits import DigitsPage
from games.launcher.screens.plan.exercise import ExercisePage
from games.launcher.screens.plan.my_plan import PlanPage
from games.launcher.screens.play.play import Play
from games.launcher.screens.progress.week import Week

WIDE = Vec(217, 136)


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, WIDE)


def with_plan(visit: Visit, *exercises: Exercise) -> Plan:
    """A plan of these exercises, as often as one likes, so that it holds on every day on which the tests run."""
    moment = visit.desk.clock()
    days = every_day(exercises)
    plan = Plan(since=moment.local_date, made_utc_ms=moment.utc_ms, days=days, weekly=False)
    kept.keep(visit.desk.store, visit.desk.player.id, plan)
    visit.app.screen.laid()
    visit.frame()
    return plan


def page(visit: Visit) -> PlanPage:
    screen = visit.app.screen
    assert isinstance(screen, PlanPage)
    return screen


def stored(visit: Visit) -> list[Plan]:
    return kept.kept(visit.desk.store, visit.desk.player.id)


def practised(visit: Visit, number: int, **changes: object) -> None:
    day = visit.desk.clock().local_date
    play(visit.desk.store, visit.desk.player.id, number, local_date=day, **changes)
    visit.app.screen.laid()
    visit.frame()


def test_a_ready_made_plan_is_taken_with_four_presses(visit: Visit) -> None:
    visit.go("progress", "my plan", "ready plans", "ready grip", "take plan")
    (plan,) = stored(visit)
    assert plan.ready == "grip"
    assert plan.days[0] == READY[1].exercises
    assert plan.days[6] == ()
    assert plan.since == visit.desk.clock().local_date


def test_an_exercise_is_added_changed_and_taken_out(visit: Visit) -> None:
    visit.go("progress", "my plan", "add exercise")
    assert isinstance(visit.app.screen, ExercisePage)
    visit.go("game pegs", "level up", "level up", "side left", "more of it", "take")
    day = page(visit).day
    assert stored(visit)[-1].on(day) == (Exercise(game="pegs", level=2, side="left", reps=25),)
    visit.go("exercise 0", "level hand", "amount", "less", "side None", "take")
    assert stored(visit)[-1].on(day) == (Exercise(game="pegs", minutes=4),)
    visit.go("same")
    assert stored(visit)[-1].days == every_day([Exercise(game="pegs", minutes=4)])
    visit.go("exercise 0", "take out")
    assert stored(visit)[-1].on(day) == ()
    assert len(stored(visit)) == 1, "what was only a step on the way is not kept"


def test_on_a_free_day_a_plan_becomes_one_for_any_day_with_the_exercises_of_another(visit: Visit) -> None:
    visit.go("progress", "my plan", "ready plans", "ready grip", "take plan", "day 6", "whenever")
    (plan,) = stored(visit)
    assert (plan.weekly, plan.days) == (False, every_day(READY[1].exercises))


def test_turning_pages_shows_all_exercises_of_a_day_and_never_an_empty_page(visit: Visit) -> None:
    with_plan(visit, *(Exercise(game="beans", reps=number) for number in range(1, 13)))
    visit.go("progress", "my plan")
    seen: set[str] = set()
    for _ in range(5):
        shown = {name for name in visit.ids() if name.startswith("exercise ")}
        assert shown
        seen |= shown
        visit.press("more")
    assert seen == {f"exercise {number}" for number in range(12)}


def test_a_plan_for_any_day_has_one_day_and_marks_none_in_the_calendar(visit: Visit) -> None:
    visit.go("progress", "my plan", "add exercise", "take", "whenever")
    plan = stored(visit)[-1]
    assert not plan.weekly
    assert not any(plan.asks_on(day) for day in range(7))
    assert not [name for name in visit.ids() if name.startswith("day ")]


def test_leaving_the_page_and_coming_back_shows_the_plan(visit: Visit) -> None:
    visit.go("progress", "my plan", "ready plans", "take plan", "back", "my plan")
    assert page(visit).plan is not None
    assert page(visit).plan.ready == "gentle"


def test_a_locked_plan_is_only_looked_at_until_the_digits_are_typed(visit: Visit) -> None:
    visit.go("progress", "my plan", "add exercise", "take", "lock")
    visit.go("digit 0", "digit 4", "digit 1", "digit 2", "back", "my plan")
    assert "add exercise" not in visit.ids()
    before = stored(visit)
    visit.press("exercise 0")
    assert page(visit).plan is not None
    visit.press("unlock")
    visit.go("digit 9", "digit 9", "digit 9", "digit 9")
    assert isinstance(visit.app.screen, DigitsPage), "other digits are said to be others"
    visit.keys("0", "4", "1", "2")
    assert "add exercise" in visit.ids()
    assert stored(visit) == before
    visit.press("lock")
    assert visit.desk.settings.lock == ""


def test_a_plan_ends_after_a_question_and_its_days_stay_in_the_past(visit: Visit) -> None:
    visit.go("progress", "my plan", "ready plans", "take plan", "end plan", "yes")
    assert page(visit).plan is None
    assert kept.plan_on(stored(visit), "2999-01-01") is None


def test_a_code_brings_a_plan_from_another_device(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Visit(tmp_path / "other", WIDE)
    plan = with_plan(other, Exercise(game="dough", minutes=4, side="left"), Exercise(game="bands", reps=20))
    visit.go("progress", "my plan", "plan code")
    visit.keys(*code_of(plan).lower())
    visit.press("take plan")
    assert stored(visit)[-1].days == plan.days


def test_a_code_that_is_none_is_said_to_be_none_and_changes_nothing(visit: Visit) -> None:
    visit.go("progress", "my plan", "plan code")
    visit.keys(*"23456789")
    visit.press("take plan")
    assert any("seems to be another" in words for words in visit.words())
    assert stored(visit) == []


def test_a_plan_is_given_on_as_a_file_with_its_notes(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("games.launcher.screens.plan.giving.sending_folder", lambda _folders: tmp_path / "sent")
    plan = with_plan(visit, Exercise(game="beans", reps=20, note="slowly"))
    visit.go("progress", "my plan", "give plan", "save file")
    visit.frame()
    (path,) = (tmp_path / "sent").iterdir()
    assert files.read(path, plan.since, plan.made_utc_ms) == plan
    assert any("sent" in words for words in visit.words())


def test_the_calendar_shows_how_much_of_a_days_plan_was_done_and_no_plan_reaches_into_the_past(visit: Visit) -> None:
    today = visit.desk.clock().local_date
    plan = Plan(since=today, made_utc_ms=1, days=every_day([Exercise(game="beans", reps=20)]))
    kept.keep(visit.desk.store, visit.desk.player.id, plan)
    practised(visit, 1)
    visit.press("progress")
    week = visit.app.screen
    assert isinstance(week, Week)
    assert week.shares == {date.fromisoformat(today): 0.5}
    assert not any("as planned" in words for words in visit.words()), "a day left out is not spoken of"
    practised(visit, 2)
    assert "1 day as planned" in visit.words()


def test_start_leads_to_the_next_exercise_with_its_hand(visit: Visit) -> None:
    with_plan(visit, Exercise(game="beans", reps=4), Exercise(game="pegs", level=3, side="left", reps=10))
    practised(visit, 1, reps=())
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.game.id == "beans"


def test_home_shows_how_many_exercises_are_done_and_which_is_next(visit: Visit) -> None:
    with_plan(visit, Exercise(game="beans", reps=4), Exercise(game="pegs", level=3, side="left", reps=10))
    assert "0 of 2" in visit.words()
    practised(visit, 1)
    assert "1 of 2" in visit.words(), "ten beans were moved"
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert (screen.game.id, screen.number, visit.desk.player.side) == ("pegs", 3, "left")


def finished(visit: Visit) -> None:
    """Two repetitions of the level that is open, to its results."""
    screen = visit.app.screen
    assert isinstance(screen, Play)
    screen.level = screen.block.level = replace(screen.level, reps=2, seconds=None, longest=None)
    visit.play(frames=30_000)
    assert visit.app.screen.name == "results"


def test_results_lead_on_to_the_next_exercise_after_the_rest_between(visit: Visit) -> None:
    plan = with_plan(visit, Exercise(game="beans", reps=2), Exercise(game="pegs", reps=10))
    kept.keep(
        visit.desk.store, visit.desk.player.id, plan.model_copy(update={"rest": 2, "made_utc_ms": plan.made_utc_ms + 1})
    )
    visit.press("start")
    finished(visit)
    visit.press("plan next")
    assert visit.app.screen.name == "rest"
    assert visit.app.screen.seconds == 120.0
    visit.press("carry on")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.game.id == "pegs"


def test_results_of_an_exercise_that_is_not_done_offer_it_again(visit: Visit) -> None:
    with_plan(visit, Exercise(game="beans", reps=20), Exercise(game="pegs", reps=10))
    visit.press("start")
    finished(visit)
    assert "plan next" not in visit.ids()
    assert "again" in visit.ids()


def test_without_a_plan_home_counts_the_repetitions(visit: Visit) -> None:
    practised(visit, 1)
    assert "10 today" in visit.words()


def test_where_the_hand_stands_is_the_level_practised_last(visit: Visit) -> None:
    with_plan(visit, Exercise(game="beans", reps=40))
    practised(visit, 1, level=2)
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.number == 2


def test_a_plan_that_cannot_be_kept_holds_on_the_page_and_is_reported(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError("there is no room")

    monkeypatch.setattr("games.launcher.screens.plan.editing.kept.keep", full)
    visit.go("progress", "my plan", "ready plans", "take plan")
    assert page(visit).plan is not None
    assert [str(error) for error in visit.errors] == ["there is no room"]


def test_a_lock_that_is_damaged_shuts_nobody_out(visit: Visit) -> None:
    with pytest.raises(ValueError, match="four digits"):
        replace(visit.desk.settings, lock="1234")
