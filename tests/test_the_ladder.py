"""The coach and the ladder of levels, with model people under the real rules: a small form of `tests/ladder_people.py`."""

from __future__ import annotations

import pytest

from games.catalog import GAMES, named
from games.kit.game import AnyGame
from games.launcher.cli.bench.points import earned
from tests.ladder_people import FROM, TARGET, WITHIN, Person, practises, share

SOME = (  # of each game one, of each kind of hand one at least; all of them by `tests/ladder_people.py`
    ("beans", "trembling"),
    ("pegs", "steady"),
    ("pennies", "trembling"),
    ("bands", "slow"),
    ("ball", "weak"),
    ("paint", "tiring"),
    ("dough", "improving"),
)
FITTED = [game for game in GAMES if game.fitting is not None]


@pytest.mark.parametrize(("game", "kind"), SOME)
def test_three_in_four_come_off_from_the_sixth_session_on(game: str, kind: str) -> None:
    later = list(practises(named(game), Person(kind, 0.5)))[FROM:]
    assert abs(share(later) - TARGET) <= WITHIN


def test_slow_and_perfect_is_no_success_for_ever() -> None:
    later = list(practises(named("beans"), Person("slow", 0.0)))[FROM:]
    assert share(later, "done") >= 0.97
    assert share(later) <= TARGET + WITHIN


@pytest.mark.parametrize("game", FITTED, ids=lambda game: game.id)
def test_a_level_is_a_band_from_a_bit_easier_to_the_next_one(game: AnyGame) -> None:
    assert game.fitting is not None
    for level in game.levels:
        low, high = game.fitting.range(level.settings)
        assert -1.0 <= low <= 0.0 <= high
        assert game.fitting.made(level.settings, 0.0) == level.settings, "as it is written"
        if level is not game.levels[-1]:
            assert high <= 1.0, "the next level is not far"


@pytest.mark.parametrize("game", FITTED, ids=lambda game: game.id)
def test_a_level_says_how_fine_it_is_and_gets_no_coarser_when_it_gets_harder(game: AnyGame) -> None:
    fitting = game.fitting
    assert fitting is not None
    assert fitting.finest is not None
    for level in game.levels:
        low, high = fitting.range(level.settings)
        said = [fitting.finest(fitting.made(level.settings, low + (high - low) * k / 8)) for k in range(9)]
        if said[0] is None:
            continue
        values = [one.value for one in said if one is not None and one.word == said[0].word]
        assert values == sorted(values, reverse=not said[0].more)
        assert said[0].word in game.words


def test_targets_get_narrower_from_level_to_level() -> None:
    sizes = {
        "beans": lambda one: one.mouth,
        "pegs": lambda one: one.tolerance,
        "bands": lambda one: one.tolerance if one.play == "spread" else 0.0,
    }
    for game, size in sizes.items():
        found = [wide for level in named(game).levels if (wide := size(level.settings)) > 0]
        assert found == sorted(found, reverse=True)


def test_a_round_without_a_rep_is_played_again_by_the_settings_that_its_level_had() -> None:
    changed = [level for game in GAMES for level in game.levels if level.before is not None]
    assert len(changed) > 5
    assert all(type(level.before) is type(level.settings) and level.before != level.settings for level in changed)


@pytest.mark.parametrize(("game", "number"), [("ball", 11)])
def test_the_last_level_is_hard_for_a_steady_hand_without_a_coach_and_earns_what_the_others_earn(
    game: str, number: int
) -> None:
    assert number == len(named(game).levels) - (game == "ball"), (
        "a real ball comes last; the glass does not see how it is squeezed"
    )
    found = earned(named(game), "practice", named(game).levels[number - 1], "steady", (1, 2, 3, 4, 5, 6))
    assert 0.6 <= found.done <= 0.8
    assert 450 <= found.points <= 650
