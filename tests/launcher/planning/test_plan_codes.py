"""A plan travels as a code that can be typed, and as a file."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.catalog import GAMES
from games.launcher.planning import files
from games.launcher.planning.codes import GROUP, code_of, grouped, read_code
from games.launcher.planning.plan import Exercise, Plan, every_day
from games.launcher.planning.ready import READY, plan_from
from games.launcher.progress.codes import SIGNS, NotACode
from games.launcher.records.errors import Unreadable

EXERCISES = st.builds(
    lambda game, level, side, counted, amount: Exercise(
        game=game, level=level, side=side, **{"reps" if counted else "minutes": amount}
    ),
    game=st.sampled_from([game.id for game in GAMES]),
    level=st.none() | st.integers(1, 10),
    side=st.sampled_from([None, "left", "right"]),
    counted=st.booleans(),
    amount=st.integers(1, 120),
)
DAYS = st.lists(EXERCISES, max_size=4).map(tuple)
PLANS = st.builds(
    lambda days, weekly, rest: Plan(
        since="2026-11-23", made_utc_ms=7, days=days if weekly else every_day(days[0]), weekly=weekly, rest=rest
    ),
    days=st.tuples(*[DAYS] * 7),
    weekly=st.booleans(),
    rest=st.integers(0, 10),
)


@given(PLANS)
def test_a_plan_comes_out_of_its_code_as_it_went_in(plan: Plan) -> None:
    said = grouped(code_of(plan)).lower()
    assert read_code(said, plan.since, plan.made_utc_ms) == plan


@given(PLANS)
def test_a_plan_comes_out_of_its_file_as_it_went_in(plan: Plan) -> None:
    noted = plan.model_copy(update={"days": every_day([Exercise(game="beans", reps=5, note="größer")])})
    assert files.plan_in(files.content(noted), "plan.hpp", plan.since, plan.made_utc_ms) == noted


def test_an_ordinary_plan_has_a_code_that_can_be_read_aloud() -> None:
    for ready in READY:
        assert len(code_of(plan_from(ready, "2026-11-23", 1))) <= 6 * GROUP


def test_a_mistaken_sign_is_noticed() -> None:
    code = code_of(plan_from(READY[0], "2026-11-23", 1))
    noticed, tried, chance = 0, 0, random.Random(1)
    for place in range(len(code)):
        other = chance.choice([sign for sign in SIGNS if sign != code[place]])
        tried += 1
        try:
            read_code(code[:place] + other + code[place + 1 :], "2026-11-23", 1)
        except NotACode as error:
            noticed += error.reason == "check"
    assert noticed == tried


@pytest.mark.parametrize(
    ("said", "reason"), [("", "length"), ("234", "length"), ("0O1I", "sign"), ("2" * 3000, "length")]
)
def test_what_is_no_code_is_said_to_be_none(said: str, reason: str) -> None:
    with pytest.raises(NotACode) as refused:
        read_code(said, "2026-11-23", 1)
    assert refused.value.reason == reason


@given(st.text(SIGNS, min_size=5, max_size=60))
def test_any_signs_are_a_plan_or_are_refused(said: str) -> None:
    try:
        plan = read_code(said, "2026-11-23", 1)
    except NotACode:
        return
    assert read_code(code_of(plan), "2026-11-23", 1) == plan


def test_a_game_that_has_no_number_in_codes_goes_by_file_only() -> None:
    plan = Plan(since="2026-11-23", made_utc_ms=1, days=every_day([Exercise(game="knots", reps=5)]))
    with pytest.raises(ValueError, match="send the file instead"):
        code_of(plan)


def test_a_file_that_is_no_plan_is_refused_with_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.hpp"
    files.write(path, plan_from(READY[0], "2026-11-01", 1))
    assert files.read(path, "2026-11-23", 9).since == "2026-11-23", "it holds from the day on which it was taken"
    whole = path.read_bytes()
    for content in (b"", b"{}", b"[1]", b"{" * 70_000, whole.replace(b"beans", b"besns"), whole[:-20], b"\xff\xfe{}"):
        path.write_bytes(content)
        with pytest.raises(Unreadable, match=r"plan\.hpp"):
            files.read(path, "2026-11-23", 9)
    with pytest.raises(Unreadable, match="cannot be read"):
        files.read(tmp_path / "nothing.hpp", "2026-11-23", 9)
