"""A day's rounds are shared out among its exercises: each counts once, and for what says most exactly what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.launcher.planning.doing import next_of, share_of, shared_out
from games.launcher.planning.plan import Exercise
from games.launcher.records.index.practised import Round


def done(game: str = "beans", reps: int = 10, minutes: float = 2.0, side: str = "right", **more: object) -> Round:
    about = {"day": "2026-11-23", "mode": "practice", "level": 1} | more
    return Round(game=game, side=side, reps=reps, minutes=minutes, **about)  # type: ignore[arg-type]


def reps(game: str, count: int, **more: object) -> Exercise:
    return Exercise(game=game, reps=count, **more)  # type: ignore[arg-type]


def test_repetitions_of_several_rounds_come_together() -> None:
    (beans,) = shared_out([reps("beans", 20)], [done(reps=10), done("pegs", reps=30), done(reps=7)])
    assert (beans.reps, beans.done) == (17, False)
    assert beans.share == pytest.approx(0.85)


def test_minutes_count_where_minutes_are_asked() -> None:
    (paint,) = shared_out([Exercise(game="paint", minutes=5)], [done("paint", 3, 2.0), done("paint", 1, 2.4)])
    assert paint.share == pytest.approx(0.88)
    assert not paint.done
    (paint,) = shared_out([Exercise(game="paint", minutes=5)], [done("paint", 3, 4.6)])
    assert paint.done, "nobody begins a round for the last seconds"


def test_a_round_counts_first_for_the_exercise_that_names_its_hand() -> None:
    either, left = reps("beans", 10), reps("beans", 10, side="left")
    doings = shared_out([either, left], [done(side="left"), done(side="right")])
    assert [doing.done for doing in doings] == [True, True]
    doings = shared_out([either, left], [done(side="right"), done(side="right")])
    assert [doing.done for doing in doings] == [True, False]


def test_what_one_exercise_does_not_need_counts_for_the_next() -> None:
    first, second = shared_out([reps("beans", 15), reps("beans", 15)], [done(reps=20)])
    assert (first.reps, second.reps) == (pytest.approx(15), pytest.approx(5))


def test_a_level_counts_only_in_practice_but_a_hand_may_play_any() -> None:
    at_three, anywhere = reps("beans", 10, level=3), reps("beans", 10)
    doings = shared_out([at_three, anywhere], [done(mode="test", level=3)])
    assert [doing.done for doing in doings] == [False, True]
    doings = shared_out([at_three, anywhere], [done(level=3)])
    assert [doing.done for doing in doings] == [True, False]


def test_start_leads_to_the_first_exercise_that_is_not_done() -> None:
    exercises = [reps("beans", 10), reps("pegs", 10), reps("ball", 10)]
    assert next_of(shared_out(exercises, [])) == 0
    assert next_of(shared_out(exercises, [done(), done("ball")])) == 1
    assert next_of(shared_out(exercises, [done(), done("pegs"), done("ball")])) is None
    assert share_of(shared_out(exercises, [done(), done("ball", 5)])) == pytest.approx(0.5)
    assert share_of([]) == 0.0


EXERCISES = st.builds(
    Exercise,
    game=st.sampled_from(["beans", "pegs"]),
    level=st.sampled_from([None, 1, 2]),
    side=st.sampled_from([None, "left", "right"]),
    reps=st.integers(1, 40),
)
ROUNDS = st.builds(
    done,
    game=st.sampled_from(["beans", "pegs"]),
    reps=st.integers(0, 30),
    minutes=st.floats(0, 5),
    side=st.sampled_from(["left", "right"]),
    level=st.sampled_from([1, 2]),
)


@given(st.lists(EXERCISES, max_size=5), st.lists(ROUNDS, max_size=8))
def test_nothing_is_counted_twice_and_nothing_too_much(exercises: list[Exercise], rounds: list[Round]) -> None:
    doings = shared_out(exercises, rounds)
    assert [doing.exercise for doing in doings] == exercises
    for game in ("beans", "pegs"):
        counted = sum(doing.reps for doing in doings if doing.exercise.game == game)
        assert counted <= sum(one.reps for one in rounds if one.game == game) + 1e-6
    assert all(doing.reps <= doing.exercise.reps + 1e-6 for doing in doings if doing.exercise.reps)
    more = shared_out(exercises, [*rounds, done(reps=5)])
    assert share_of(more) >= share_of(doings) - 1e-9
