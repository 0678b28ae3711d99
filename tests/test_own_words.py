"""What each game says of a round, in its own words: short, in the catalogue, and true."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import null_game
import pytest

from games.ball.levels import BallSettings
from games.bands.levels import BandsSettings
from games.beans.levels import BeansSettings
from games.catalog import GAMES, named
from games.dough.levels import DoughSettings
from games.kit.block import Block
from games.kit.game import BOARD, AnyGame, AnyLevel
from games.kit.task import Outcome
from games.kit.told import Movement, Outcomes, Told
from games.launcher.hand import HANDS, Hand, played
from games.launcher.records.models import Record
from games.launcher.round.own_words import said, told_of
from games.launcher.round.record import Circumstances, record_of
from games.launcher.shell.clock import Moment
from games.launcher.words.catalogue import merged, of_game, source
from games.launcher.words.saying import Words
from games.paint.levels import PaintSettings
from games.pegs.levels import PegsSettings
from games.pennies.levels import PenniesSettings

LONGEST = {"dough": 60.0}  # s that the hand plays; a shape takes its time
LETTERS = 48  # of a sentence that is to be large
SHORT = 18
CASES = [
    pytest.param(game, mode, number, id=f"{game.id}-{mode}-{number}")
    for game in GAMES
    for mode, levels in (("practice", game.levels), ("test", game.tests), ("challenge", game.challenges))
    for number in range(1, len(levels) + 1)
    if mode != "practice" or number in (1, 6, 8)
]


@cache
def round_of(game: AnyGame, mode: str, number: int) -> tuple[Block, Record]:
    levels: dict[str, tuple[AnyLevel, ...]] = {
        "practice": game.levels, "test": game.tests, "challenge": game.challenges,
    }  # fmt: skip
    block = Block(game, levels[mode][number - 1], 5, BOARD, ())
    played(block, Hand(HANDS["steady"], 5), longest=LONGEST.get(game.id, 24.0))
    return block, record_of(block, Circumstances("1" * 32, mode, number, Moment(0, 0, "2026-11-23", 0)))


def facts(block: Block, record: Record) -> list[float]:
    """All that may be said of a round, counted and measured once more."""
    done = [rep for rep in record.reps if rep.outcome == "done"]
    level = block.level
    found: list[float] = [len(done), level.reps or 0, level.seconds or 0]
    found += [done[-1].let_go - record.reps[0].began] if done else []
    for name in ("error", "others", "mean_deviation", "mean_error"):
        values = [float(rep.measures[name]) for rep in done if rep.measures and rep.measures.get(name) is not None]
        found += [sum(values) / len(values)] if values else []
    for name in ("overlap", "covered", "inside"):
        values = [
            100 * float(rep.measures[name]) for rep in done if rep.measures and rep.measures.get(name) is not None
        ]
        found += [sum(values) / len(values)] if values else []
    widest = [float(rep.measures["farthest"]) for rep in done if rep.measures and rep.measures.get("farthest")]
    if block.game.id == "bands" and widest:
        rings = [float(rep.task.fields["goal"]) / block.level.settings.share for rep in record.reps[1:]]
        found += [max(widest), 100 * max(widest) / max([*rings, *widest])]
    if record.measures.get("interval_cvd") is not None:
        found.append(100 * (1 - float(record.measures["interval_cvd"] or 0)))
    if block.game.id == "pennies":
        found += [block.rules.most, block.rules.highest]  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(("game", "mode", "number"), CASES)
def test_every_number_that_a_game_says_of_a_round_is_a_fact_of_it(game: AnyGame, mode: str, number: int) -> None:
    block, record = round_of(game, mode, number)
    told, true = told_of(record), facts(block, record)
    for short in (False, True):
        words = said(Words().say, game, told, short=short)
        assert len(words) <= (SHORT if short and told.short else LETTERS), words
        numbers = re.findall(r"\d+(?:\.\d+)?", words)
        for one in numbers:
            places = len(one.partition(".")[2])
            assert any(abs(float(one) - fact) <= 0.5000001 * 10**-places for fact in true), (words, one, true)
    assert any(rep.outcome == "done" for rep in record.reps)
    assert numbers


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_round_in_which_nothing_came_off_is_told_as_well(game: AnyGame) -> None:
    for mode, levels in (("practice", game.levels), ("test", game.tests), ("challenge", game.challenges)):
        for level in levels:
            told = game.told(Outcomes(mode, level.settings, (), level.reps, level.seconds))
            assert "0" in said(Words().say, game, told)
            assert said(Words().say, game, told, short=True)


def test_a_game_that_says_nothing_of_its_own_counts() -> None:
    moved = [movement("carry") for _ in range(3)] + [movement("carry", outcome=Outcome.MISSED)]
    told = null_game.GAME.told(Outcomes("practice", None, moved))
    words = Words(known=merged([source(), of_game(null_game.GAME)]))
    assert said(words.say, null_game.GAME, told) == "3 pieces moved"


# ---- each exercise's own sentence


def movement(kind: str, at: float = 0.0, outcome: Outcome = Outcome.DONE, **more: Any) -> Movement:
    task, settings, made = more.pop("task", {}), more.pop("settings", {}), more.pop("made", ())
    return Movement(kind, outcome, at, at + 1.0, task, settings, more, made)


def sentence(game: str, told: Told) -> str:
    return said(Words().say, named(game), told)


def coin(low: float, x: float = 0.0) -> tuple[tuple[tuple[float, float], ...], ...]:
    """A coin 3 mm thick whose underside is this high."""
    return (((x - 10, -low), (x + 10, -low), (x + 10, -low - 3), (x - 10, -low - 3)),)


def test_beans_are_moved_in_so_many_seconds() -> None:
    tell, settings = named("beans").told, BeansSettings(20, 44, 0.2)
    many = [movement("carry", at) for at in range(31)]
    assert sentence("beans", tell(Outcomes("test", settings, many, None, 60.0))) == "31 beans moved in 60 s"
    assert sentence("beans", tell(Outcomes("test", settings, many[:1], None, 60.0))) == "1 bean moved in 60 s"
    soup = BeansSettings(18, 44, 0.25, recipe=12)
    assert sentence("beans", tell(Outcomes("challenge", soup, many[:12], 12))) == "12 beans in the soup, 12 s"


def test_nine_pegs_go_there_and_back_in_seconds_or_so_many_ways_are_done() -> None:
    tell, settings = named("pegs").told, PegsSettings(3, 9, 6, back=True, fixed=True)
    whole = [movement("carry", 1.5 * at) for at in range(18)]
    fast, slow = tell(Outcomes("test", settings, whole, 18)), tell(Outcomes("test", settings, whole[:11], 18))
    assert sentence("pegs", fast) == "Nine there and back in 26.5 s"
    assert sentence("pegs", slow) == "11 of 18 ways in 16 s"
    assert fast.better is not None
    assert slow.better is not None
    assert fast.better > slow.better
    quicker = tell(Outcomes("test", settings, [movement("carry", at) for at in range(18)], 18))
    assert quicker.better is not None
    assert quicker.better > fast.better


def test_a_tower_is_as_high_as_it_stood_at_its_highest() -> None:
    tell, settings = named("pennies").told, PenniesSettings(24, 0.8, tower=0)
    stack = [movement("carry", at, made=coin(3.0 * at)) for at in range(5)]
    fell = movement("carry", 5, outcome=Outcome.MISSED)
    again = [movement("carry", 6 + at, made=coin(3.0 * (2 + at))) for at in range(2)]
    told = tell(Outcomes("test", settings, [*stack, fell, *again], None, 60.0))
    assert sentence("pennies", told) == "A tower of 5 coins, 15 mm high"
    more = [movement("carry", 6 + at, made=coin(3.0 * (2 + at))) for at in range(5)]
    told = tell(Outcomes("test", settings, [*stack, fell, *more], None, 60.0))
    assert sentence("pennies", told) == "A tower of 7 coins, 21 mm high"
    one = tell(Outcomes("test", settings, [movement("carry", made=coin(0.0))], None, 60.0))
    assert sentence("pennies", one) == "A tower of 1 coin, 3 mm high"


def test_stack_four_is_told_in_seconds_and_the_faster_is_better() -> None:
    tell, settings = named("pennies").told, PenniesSettings(26, 0.8, tower=4)
    four = [movement("carry", 1.8 * at) for at in range(4)]
    assert sentence("pennies", tell(Outcomes("test", settings, four, 4))) == "Four coins stacked in 6.4 s"
    assert sentence("pennies", tell(Outcomes("test", settings, four[:3], 4))) == "3 of 4 coins stacked"


def test_the_widest_opening_is_told_in_mm_and_as_a_share_of_the_own_span() -> None:
    tell, settings = named("bands").told, BandsSettings(share=0.8)
    reps = [
        movement("grip", at, task={"goal": 64.0}, settings={"share": 0.8}, farthest=wide, widest=wide)
        for at, wide in enumerate((50.0, 66.0, 72.0))
    ]
    assert sentence("bands", tell(Outcomes("practice", settings, reps, 3))) == "Widest: 72 mm, 90 % of your span"
    wider = [movement("grip", 9, task={"goal": 64.0}, settings={"share": 0.8}, farthest=88.0, widest=88.0)]
    told = tell(Outcomes("practice", settings, [*reps, *wider], 4))
    assert sentence("bands", told) == "Widest: 88 mm, 100 % of your span"
    assert sentence("bands", tell(Outcomes("practice", settings, reps[:1], 1))) == "Widest: 50 mm"
    lifted = [movement("lift", at, others=2.0 + at) for at in range(3)]
    told = tell(Outcomes("practice", BandsSettings("lift"), lifted, 9))
    assert sentence("bands", told) == "3 fingers lifted, the others slid 3.0 mm"


def test_squeezes_are_counted_and_how_even_they_were() -> None:
    tell, settings = named("ball").told, BallSettings(0.5, 0.25)
    reps = [movement("grip", at, error=1.0 + at) for at in range(4)]
    even = Outcomes("test", settings, reps, None, 30.0, {"interval_cvd": 0.08})
    assert sentence("ball", tell(even)) == "4 squeezes in 30 s, 92 % even"
    assert sentence("ball", tell(Outcomes("test", settings, reps[:1], None, 30.0))) == "1 squeeze in 30 s"
    assert sentence("ball", tell(Outcomes("practice", settings, reps, 4))) == "4 squeezes, 2.5 mm from the ring"
    wave = [movement("track", mean_error=1.94, inside=0.875)]
    told = tell(Outcomes("test", BallSettings(0.6, 0.12, curve="wave"), wave, 1))
    assert sentence("ball", told) == "1.9 mm from the ring, 88 % of the time on it"


def test_dough_says_how_like_the_shapes_are() -> None:
    tell, settings = named("dough").told, DoughSettings("egg,bean", 11, 0.82)
    reps = [movement("shape", at, overlap=share) for at, share in enumerate((0.9, 0.8))]
    assert sentence("dough", tell(Outcomes("test", settings, reps, 3))) == "2 shapes, 85 % alike"
    assert sentence("dough", tell(Outcomes("test", settings, reps[:1], 3))) == "1 shape, 90 % alike"


def test_paint_says_how_far_from_the_line() -> None:
    tell, settings = named("paint").told, PaintSettings("harbour")
    lines = [movement("follow", at, mean_deviation=off) for at, off in enumerate((1.0, 2.0))]
    assert sentence("paint", tell(Outcomes("test", settings, lines, 4))) == "1.5 mm from the line on average"
    areas = [movement("fill", at, covered=share) for at, share in enumerate((0.9, 0.8))]
    assert sentence("paint", tell(Outcomes("practice", settings, areas, 3))) == "85 % filled"
    dot = [movement("track", mean_error=3.0)]
    assert sentence("paint", tell(Outcomes("practice", settings, dot, 4))) == "3.0 mm from the dot on average"
