"""Codes: what goes in comes out; what is mistaken is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import null_game
import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.catalog import GAMES as CATALOG
from games.launcher.progress.challenges import SEEDS, SIDES, Challenge, How
from games.launcher.progress.codes import (
    BETWEEN,
    LENGTH,
    LEVELS,
    MEASURES,
    MOST_GAMES,
    PLAYED,
    POINTS,
    PRIME,
    RULES,
    SIGNS,
    SPREAD,
    WHOLE,
    NotACode,
    code_of,
    grouped,
    read_code,
    same_rules,
)

CHALLENGES = st.builds(
    Challenge,
    st.sampled_from([game.id for game in CATALOG]),
    st.integers(1, LEVELS),
    st.integers(0, SEEDS - 1),
    st.integers(0, RULES - 1),
    st.integers(0, MEASURES - 1),
    st.integers(0, POINTS - 1),
    st.none() | st.builds(lambda played, side: How(*played, side), st.sampled_from(PLAYED), st.sampled_from(SIDES)),
)


def some(count: int) -> list[str]:
    rng = Random(8)
    return [
        code_of(
            Challenge(
                rng.choice(CATALOG).id,
                rng.randint(1, LEVELS),
                rng.randrange(SEEDS),
                rng.randrange(RULES),
                rng.randrange(MEASURES),
                rng.randrange(POINTS),
            )
        )
        for _ in range(count)
    ]


@given(CHALLENGES)
def test_what_goes_into_a_code_comes_out(challenge: Challenge) -> None:
    code = code_of(challenge)
    assert len(code) in (LENGTH, LENGTH + (challenge.how is not None))
    assert set(code) <= set(SIGNS)
    assert read_code(code) == (challenge if len(code) > LENGTH else replace(challenge, how=None))


@given(CHALLENGES, st.lists(st.integers(0, 11)))
def test_small_letters_and_gaps_are_welcome(challenge: Challenge, places: list[int]) -> None:
    said = list(code_of(challenge).lower())
    for place in places:
        said[place] += BETWEEN[place % len(BETWEEN)]
    found = read_code(code_of(challenge))
    assert read_code("".join(said)) == found
    assert read_code(grouped(code_of(challenge))) == found
    assert replace(found, how=challenge.how) == challenge


def test_every_change_of_a_single_sign_is_refused() -> None:
    typed = SIGNS + "01BDGILNOSVYZ" + "!é٣ſK"
    for code in some(150):
        for place in range(LENGTH):
            for sign in typed:
                if sign != code[place]:
                    with pytest.raises(NotACode):
                        read_code(code[:place] + sign + code[place + 1 :])


def test_every_swap_of_neighbours_and_of_any_two_signs_is_refused() -> None:
    for code in some(400):
        for one in range(LENGTH):
            for other in range(one + 1, LENGTH):
                if code[one] != code[other]:
                    swapped = list(code)
                    swapped[one], swapped[other] = code[other], code[one]
                    with pytest.raises(NotACode):
                        read_code("".join(swapped))


def test_every_change_of_two_signs_is_refused() -> None:
    (code,) = some(1)
    for one in range(LENGTH):
        for other in range(one + 1, LENGTH):
            for first in SIGNS.replace(code[one], ""):
                for second in SIGNS.replace(code[other], ""):
                    changed = list(code)
                    changed[one], changed[other] = first, second
                    with pytest.raises(NotACode):
                        read_code("".join(changed))


def test_a_sign_too_few_or_too_many_is_refused() -> None:
    for code in some(200):
        for place in range(LENGTH):
            few, many = code[:place] + code[place + 1 :], code[: place + 1] + code[place:]
            with pytest.raises(NotACode, match="12 signs"):
                read_code(few)
            with pytest.raises(NotACode, match="12 signs"):
                read_code(many + "2")


def test_a_doubled_sign_is_refused_by_the_check_but_for_one_code_in_a_hundred() -> None:
    """With a sign more it may be a longer code; the two sums let one in 529 of such through."""
    taken = 0
    for code in some(200):
        for place in range(LENGTH):
            try:
                read_code(code[: place + 1] + code[place:])
            except NotACode:
                continue
            taken += 1
    assert taken <= 200 * LENGTH / 100


@given(st.text())
def test_no_text_does_more_than_be_refused(said: str) -> None:
    words = ""
    try:
        read_code(said)
    except NotACode as refused:
        words = str(refused)
    assert len(words.splitlines()) <= 1
    assert len(words) < 120


def test_alike_challenges_have_unlike_codes() -> None:
    codes = [code_of(Challenge("beans", 1, 5, 2, 2, points)) for points in range(300, 400)]
    for one, other in pairwise(codes):
        assert len([1 for a, b in zip(one[:10], other[:10], strict=True) if a != b]) >= 4
    assert not any(len(set(code)) < 4 for code in codes)


def test_twelve_times_one_sign_is_no_code() -> None:
    for sign in SIGNS:
        with pytest.raises(NotACode):
            read_code(sign * LENGTH)


def test_there_is_room_for_all_of_it() -> None:
    assert MOST_GAMES * LEVELS * RULES * MEASURES * SEEDS * POINTS <= WHOLE
    assert 2 * len(PLAYED) < PRIME
    assert len(set(SIGNS)) == PRIME
    assert all(PRIME % other for other in range(2, PRIME))
    assert SPREAD % PRIME
    assert len({game.code for game in CATALOG}) == len(CATALOG) <= MOST_GAMES
    assert all(0 <= game.code < MOST_GAMES for game in CATALOG)


def test_codes_that_friends_have_written_down_stay_what_they_are() -> None:
    written = {
        "KEP8FHF4J5JC": Challenge("beans", 1, 1000, 1, 2, 300),
        "E576JWK83RFK": Challenge("pegs", 2, 1001, 1, 2, 301),
        "8TP3M9REHC29": Challenge("ball", 3, 1002, 1, 2, 302),
        "4H7XPPWK2378": Challenge("pennies", 4, 1003, 1, 2, 303),
        "W6QTR44TFMK3": Challenge("paint", 5, 1004, 1, 2, 304),
        "QU7QUF7229R2": Challenge("bands", 6, 1005, 1, 2, 305),
        "QFH4MA7MR8KU": Challenge("dough", 1, 1006, 1, 2, 306),
    }
    assert {code_of(challenge): challenge for challenge in written.values()} == written
    assert {code: read_code(code) for code in written} == written


def test_a_game_brings_its_number_and_one_that_is_not_there_has_no_code() -> None:
    challenge = Challenge("null", 1, 41, 1, 2, 300)
    games = (*CATALOG, null_game.GAME)
    code = code_of(challenge, games)
    assert read_code(code, games) == challenge
    with pytest.raises(NotACode):
        read_code(code)
    with pytest.raises(ValueError, match="'null' has no place in codes"):
        code_of(challenge)
    with pytest.raises(ValueError, match="'null' has no place in codes"):
        code_of(challenge, [replace(null_game.GAME, code=MOST_GAMES)])


def test_every_game_of_the_catalog_with_challenges_has_codes() -> None:
    for game in CATALOG:
        for number in range(1, len(game.challenges) + 1):
            challenge = read_code(code_of(Challenge(game.id, number, 7, game.version, points=412)))
            assert same_rules(challenge, game)
            assert not same_rules(Challenge(game.id, number, 7, game.version + 1), game)
            assert not same_rules(Challenge(game.id, number, 7, game.version, measures=1), game)


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"game": "peas"}, "peas"), ({"seed": SEEDS}, "seed"), ({"points": 9000}, "9000"), ({"level": 7}, "level")],
)
def test_what_no_code_can_hold_is_refused_with_the_value(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        code_of(Challenge(**{"game": "beans", "level": 1, "seed": 1, "rules": 1, **changes}))  # type: ignore[arg-type]
