"""What is special to the rules of Playdough: dough keeps its area and its shape, and becomes what is asked for."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from dough_player import ROOM, Player
from hypothesis import given, settings
from hypothesis import strategies as st

from games.dough import GAME
from games.dough.levels import EASIEST, HARDEST, DoughSettings, fitted, most_bits
from games.dough.loops import Loop
from games.dough.lump import Lump
from games.dough.matching import Wanted
from games.dough.meeting import closest_pair, crossed
from games.dough.shapes import FORMS, form
from games.kit.block import Block, replayed
from games.kit.fingers import Device, Reading, Sample
from games.kit.game import BOARD, EDITION, Fit, Level
from games.kit.geometry import Vec, area, distance
from games.kit.task import Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.scoring.block import judge
from games.launcher.scoring.reference import reference_of
from games.launcher.shell.key_pointer import KEYS_FINGER

DONE, MISSED, INTERRUPTED = Outcome.DONE, Outcome.MISSED, Outcome.INTERRUPTED
SNAKE = Level("snake", DoughSettings("snake", 12, 0.85, tip=11), reps=1)
RING = GAME.levels[3]
CUT = GAME.levels[4]
ROLLED = GAME.levels[7]
assert GAME.free is not None
FREE = GAME.free


def many_fingers(seed: int, fingers: int, seconds: float, size: Vec = ROOM) -> list[Reading]:
    """Fingers that land anywhere and go anywhere, at the pace of hands."""
    rng, out = Random(seed), []
    for finger in range(fingers):
        t = rng.random() * 0.5
        while t < seconds:
            start = Vec(rng.random() * size.x, rng.random() * size.y)
            end = Vec(size.x * (0.3 + 0.4 * rng.random()), size.y * (0.2 + 0.6 * rng.random()))
            lasts = 0.2 + rng.random()
            out.append(Sample(t, finger, "down", start))
            for k in range(1, 13):
                out.append(Sample(t + lasts * k / 13, finger, "move", start + (end - start) * (k / 12)))
            t += lasts
            out.append(Sample(t, finger, "up", end))
            t += 0.05 + 0.3 * rng.random()
    return sorted(out, key=lambda one: one.t)


def sound(lump: Lump) -> None:
    assert abs(lump.area / lump.whole - 1) < 0.01
    assert not crossed(lump.loops)
    for loop in lump.loops:
        assert all(0 <= x <= lump.size.x for x in loop.x)
        assert all(0 <= y <= lump.size.y for y in loop.y)


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6), fingers=st.integers(1, 10), tool=st.sampled_from(["hand", "thumb", "knife"]))
def test_dough_keeps_its_area_and_never_folds_over_itself(seed: int, fingers: int, tool: str) -> None:
    block = Block(GAME, FREE, seed, ROOM)
    hands = block.rules.hands  # type: ignore[attr-defined]
    hands.holds, hands.knife = tool == "thumb", tool == "knife"
    readings, at = many_fingers(seed, fingers, 6.0), 0
    for frame in range(1, 400):
        due = [one for one in readings[at : at + 200] if one.t <= frame / 60]
        at += len(due)
        block.advance(frame / 60, due)
        if frame % 20 == 0:
            sound(block.rules.lump)  # type: ignore[attr-defined]


@pytest.mark.parametrize("fingers", [2, 10])
def test_the_same_hands_leave_the_same_dough_to_the_last_digit(fingers: int) -> None:
    blocks = []
    for rate in (24, 60, 144):
        block, readings, at = Block(GAME, FREE, 5, ROOM), many_fingers(5, fingers, 6.0), 0
        for frame in range(1, 7 * rate):
            due = [one for one in readings[at:] if one.t <= frame / rate]
            at += len(due)
            block.advance(frame / rate, due)
        again = replayed(GAME, FREE, 5, ROOM, block.trace, block.steps)
        assert again.rules.lump.outlines() == block.rules.lump.outlines()  # type: ignore[attr-defined]
        assert again.table.reps == block.table.reps
        blocks.append(block)
    ends = [[rep for rep in block.table.reps if rep.ended < 6.5] for block in blocks]
    assert ends[0] == ends[1] == ends[2]
    assert ends[0] or fingers == 10  # of ten that come and go, one is always there


def test_a_long_session_of_many_fingers_loses_no_dough() -> None:
    block, readings, at = Block(GAME, FREE, 8, ROOM), many_fingers(8, 4, 60.0), 0
    for frame in range(1, 3600):
        due = []
        while at < len(readings) and readings[at].t <= frame / 60:
            due.append(readings[at])
            at += 1
        block.advance(frame / 60, due)
    sound(block.rules.lump)  # type: ignore[attr-defined]


def test_outlines_that_cross_are_seen() -> None:
    square = Loop([0.0, 10.0, 10.0, 0.0], [0.0, 0.0, 10.0, 10.0])
    eight = Loop([0.0, 10.0, 0.0, 10.0], [0.0, 10.0, 10.0, 0.0])
    assert not crossed([square])
    assert crossed([eight])
    assert crossed([square, Loop([5.0, 15.0, 15.0, 5.0], [5.0, 5.0, 15.0, 15.0])])


def test_a_push_from_outside_dents_and_the_dough_stays_so() -> None:
    player = Player(FREE)
    lump, centre, radius = player.rules.lump, player.rules.layout.centre, player.rules.layout.radius
    top = Vec(0, -1) * radius + centre
    player.stroke([top + Vec(0, -14)], [top + Vec(0, 3)])
    dent = lump.outlines()
    assert not lump.inside(top + Vec(0, 6))
    assert lump.inside(centre)
    player.wait(2.0)
    assert lump.outlines() == dent


def test_a_pull_from_inside_draws_the_dough_out() -> None:
    player = Player(FREE)
    lump, centre, radius = player.rules.lump, player.rules.layout.centre, player.rules.layout.radius
    side = centre + Vec(radius, 0)
    assert not lump.inside(side + Vec(8, 0))
    player.stroke([side - Vec(6, 0)], [side + Vec(9, 0)])
    assert lump.inside(side + Vec(8, 0))


def test_a_finger_beside_the_dough_does_nothing() -> None:
    player = Player(0)
    before = player.rules.lump.outlines()
    player.stroke([Vec(15, 90)], [Vec(40, 95)])
    assert player.rules.lump.outlines() == before
    assert player.rules.strokes == 0


def test_firm_dough_gives_way_less() -> None:
    moved = []
    for firm in (1.0, 2.0, 4.0):
        player = Player(Level("firm", DoughSettings("egg", 12, 0.99, firm=firm), reps=1))
        layout = player.rules.layout
        side = layout.centre + Vec(layout.radius, 0)
        player.stroke([side - Vec(6, 0)], [side + Vec(12, 0)])
        moved.append(max(max(loop.x) for loop in player.rules.lump.loops) - side.x)
    assert moved[0] > 1.4 * moved[1] > 2.0 * moved[2] > 0.5


def snake(player: Player, device: Device = "touch") -> None:
    """Two fingers pull both ends apart, again and again."""
    for _ in range(14):
        if player.rules.reached:
            break
        ways = player.task.ways
        for start, end in ways[1:] or ways[:1]:
            assert distance(start, end) < 60
        pair = ways[1:] or ways[:1]
        rests = pair[0][0] == pair[0][1]  # a hint that leads nowhere is to rest there
        player.stroke([way[0] for way in pair], [way[1] for way in pair], 2.2 if rests else 0.5, device)


def test_two_fingers_stretch_the_dough_into_a_snake() -> None:
    player = Player(SNAKE)
    centre = player.rules.layout.centre
    player.stroke([centre - Vec(14, 0), centre + Vec(14, 0)], [centre - Vec(48, 0), centre + Vec(48, 0)], 1.2)
    assert player.rules.share > 0.55
    snake(player)
    assert player.rules.share >= 0.85
    player.wait(1.5)
    assert player.outcomes == [DONE]
    (measures,) = judge(player.block.table.reps, player.block.played).measures
    assert measures is not None
    assert measures.overlap >= 0.84  # type: ignore[union-attr]
    assert measures.quality > 0.7


@pytest.mark.parametrize("way", ["touch", "mouse", "clicks", "keys", "taps"])
def test_an_egg_is_made_with_one_pointer(way: str) -> None:
    player = Player(1)
    player.wait(0.5)
    for _ in range(25):
        if player.rules.reached:
            break
        start, end = player.task.ways[0]
        if way in ("touch", "mouse"):
            player.stroke([start], [end], device="mouse" if way == "mouse" else "touch")
        else:
            player.led(start, end, {"clicks": "mouse", "keys": "keys", "taps": "touch"}[way])  # type: ignore[arg-type]
    player.wait(1.6)
    assert player.outcomes == [DONE]
    assert KEYS_FINGER not in player.block.table.reps[0].fingers


@pytest.mark.parametrize("device", ["touch", "mouse", "keys"])
def test_a_knife_cuts_a_roll_in_three(device: Device) -> None:
    player = Player(CUT)
    for _ in range(2):
        start, end = player.task.ways[0]
        if device == "touch":
            player.stroke([start], [end])
        else:
            player.led(start, end, device)
    assert len(player.rules.lump.loops) == 3
    sound(player.rules.lump)
    player.wait(1.6)
    assert player.outcomes == [DONE]


def test_a_roll_that_was_cut_elsewhere_is_given_anew() -> None:
    player = Player(CUT)
    centre = player.rules.layout.centre
    for off in (4.0, 14.0):
        player.stroke([centre + Vec(off, -25)], [centre + Vec(off, 25)])
    assert len(player.rules.lump.loops) == 3
    assert not player.rules.reached
    player.wait(1.6)
    assert player.outcomes == [MISSED]
    assert len(player.rules.lump.loops) == 1


def test_a_thumb_that_trembles_opens_a_hole_too() -> None:
    player = Player(RING)
    centre = player.rules.layout.centre
    player.do("down", [centre])
    for number in range(24):
        player.do("move", [centre + Vec(2.4 if number % 2 else -2.4, 0)], 0.07)
    assert len([loop for loop in player.rules.lump.loops if loop.area < 0]) == 1
    sound(player.rules.lump)


TIMED = [*((level, ROOM) for level in GAME.levels), *((level, BOARD) for level in GAME.tests)]
SEEDS = range(1, 9)  # one seed's dough may lie well for one hand


@cache
def speed(level: Level, size: Vec, name: str) -> float:
    few = replace(level, reps=1)  # the first shape shows how long they take
    total = 0.0
    for seed in SEEDS:
        block = played(Block(GAME, few, seed, size, ("tap",)), Hand(HANDS[name], seed, rate=30), 30, 120)
        total += judge(block.table.reps, block.played).score.speed or 0.0
    return total / len(SEEDS)


@pytest.mark.parametrize(("level", "size"), TIMED)
def test_a_slow_hand_is_slower_at_every_level(level: Level, size: Vec) -> None:
    rests = level.settings.holds  # what takes time is a rest, which is as long for everybody
    assert speed(level, size, "slow") < speed(level, size, "steady") - (2 if rests else 10)


@pytest.mark.parametrize("number", [1, 2, 6])
def test_a_trembling_hand_is_slower(number: int) -> None:
    level = GAME.levels[number - 1]
    assert speed(level, ROOM, "trembling") < speed(level, ROOM, "steady")


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_crossings_and_near_places_are_those_that_every_pair_shows(seed: int) -> None:
    rng, loops = Random(seed), []
    for _ in range(rng.choice((1, 1, 2))):
        count, squeeze, wave = rng.choice((8, 11, 26, 60)), rng.uniform(0.05, 1.0), rng.choice((0.0, 0.3, 0.9))
        radius, noise = count * 0.35, rng.choice((0.0, 0.3, 1.2))
        turns = [2 * math.pi * k / count for k in range(count)]
        fars = [radius * (1 + wave * math.sin(5 * turn)) for turn in turns]
        x = [60 + far * math.cos(turn) + rng.uniform(-noise, noise) for far, turn in zip(fars, turns, strict=True)]
        y = [
            50 + squeeze * far * math.sin(turn) + rng.uniform(-noise, noise)
            for far, turn in zip(fars, turns, strict=True)
        ]
        loops.append(Loop(x, y))
    assert crossed(loops) == any_crossing(loops)
    points = [(n, i, at) for n, loop in enumerate(loops) for i, at in enumerate(loop.points())]
    for within in (1.1, 2.0):
        near = [
            distance(a, b)
            for n, i, a in points
            for m, j, b in points
            if n != m or min(abs(i - j), len(loops[n].x) - abs(i - j)) > 6
        ]
        found = closest_pair(loops, within)
        assert (found is not None) == (min(near, default=within) < within)
        if found is not None:
            (n, i), (m, j) = found
            assert distance(loops[n].points()[i], loops[m].points()[j]) == pytest.approx(min(near))


def any_crossing(loops: list[Loop]) -> bool:
    """Looks at each pair of segments."""
    ends = [(n, i, loop.points()[i - 1], at) for n, loop in enumerate(loops) for i, at in enumerate(loop.points())]
    for n, i, a, b in ends:
        for m, j, c, d in ends:
            if n == m and (abs(i - j) < 2 or abs(i - j) == len(loops[n].x) - 1):
                continue
            if (side(a, b, c) > 0) != (side(a, b, d) > 0) and (side(c, d, a) > 0) != (side(c, d, b) > 0):
                return True
    return False


def side(a: Vec, b: Vec, c: Vec) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def bulged(tremor: float = 0.0, led: bool = False) -> tuple[Player, float, float]:
    """A finger rests on what was drawn out; how far that stood out before and after."""
    player = Player(FREE)
    layout = player.rules.layout
    side = layout.centre + Vec(layout.radius, 0)
    player.stroke([side - Vec(5, 0)], [side + Vec(9, 0)])
    before = max(max(loop.x) for loop in player.rules.lump.loops)
    on = Vec(before - 4, layout.centre.y)
    player.do("down", [on])
    if led:
        player.do("up", [on], 0.1)
        player.wait(2.0)
        player.tap(on)
    else:
        for k in range(100):
            player.do("move", [on + Vec(0, tremor if k % 8 < 4 else -tremor)])
        player.do("up", [on])
    player.wait(0.8)
    sound(player.rules.lump)
    return player, before - side.x, max(max(loop.x) for loop in player.rules.lump.loops) - side.x


@pytest.mark.parametrize(("tremor", "led"), [(0.0, False), (2.0, False), (0.0, True)])
def test_a_finger_that_rests_on_a_bulge_presses_it_flat(tremor: float, led: bool) -> None:
    player, before, after = bulged(tremor, led)
    assert before > 6.0
    assert after < 0.6 * before
    assert player.outcomes == [DONE, DONE]


def test_a_slow_pull_is_no_rest() -> None:
    ends = []
    for seconds in (0.5, 4.0):
        player = Player(FREE)
        layout = player.rules.layout
        side = layout.centre + Vec(layout.radius, 0)
        player.stroke([side - Vec(5, 0)], [side + Vec(11, 0)], seconds)
        ends.append(max(max(loop.x) for loop in player.rules.lump.loops) - side.x)
    assert ends[1] > 0.85 * ends[0]


@pytest.mark.parametrize("form_of_play", ["drag", "tap", "pinch"])
def test_whatever_plays_a_snake_comes_to_85_percent(form_of_play: str) -> None:
    assert ROLLED.settings.match >= 0.85
    hand = Hand(HANDS["steady"], 2, form=form_of_play, rate=60)  # type: ignore[arg-type]
    block = played(Block(GAME, ROLLED, 2, ROOM, ("tap",)), hand, 30, longest=150)
    first = block.table.reps[0]
    assert first.outcome is DONE
    (measures, *_) = judge([first], block.played).measures
    assert measures is not None
    assert measures.overlap >= 0.84  # type: ignore[union-attr]


@pytest.mark.parametrize("led", [False, True])
def test_a_thumb_that_rests_opens_a_hole(led: bool) -> None:
    player = Player(RING)
    centre = player.rules.layout.centre
    player.do("down", [centre])
    if led:
        player.do("up", [centre], 0.1)
    player.wait(1.6)
    holes = [loop for loop in player.rules.lump.loops if loop.area < 0]
    assert len(holes) == 1
    assert -holes[0].area > 60
    assert not player.rules.lump.inside(centre)
    assert "dig" in player.cues
    sound(player.rules.lump)


def test_a_short_press_digs_nothing() -> None:
    player = Player(RING)
    player.do("down", [player.rules.layout.centre])
    player.wait(0.3)
    assert len(player.rules.lump.loops) == 1


def test_the_bell_ends_a_shape_that_is_not_there_yet() -> None:
    player = Player(0)
    player.tap(player.rules.layout.bell.at)
    player.wait(0.4)
    assert player.outcomes == []  # nothing was begun
    player.stroke([Vec(40, 55)], [Vec(70, 55)])
    player.tap(player.rules.layout.bell.at)
    player.wait(0.4)
    assert player.outcomes == [MISSED]
    assert "bell" in player.cues


def test_the_bell_lies_on_the_side_of_the_hand() -> None:
    right, left = Player(0), Player(0, fit=Fit("left"))
    assert right.rules.layout.bell.at.x + left.rules.layout.bell.at.x == pytest.approx(ROOM.x)
    assert right.rules.layout.bell.radius >= 9.0


def test_a_shape_ends_when_its_time_is_over() -> None:
    player = Player(Level("short", DoughSettings("star", 10, 0.99, limit=3.0), reps=1))
    player.stroke([Vec(60, 55)], [Vec(80, 55)])
    player.wait(3.0)
    assert player.outcomes == [MISSED]


def nearly_let_alone(edition: int) -> Player:
    """A shape that is there; the hand has been off it for a moment, and a finger has just landed beside it."""
    player = Player(Level("ball", DoughSettings("ball", 14, 0.6), reps=1))
    player.block = Block(GAME, player.block.level, 3, ROOM, edition=edition)
    centre = player.rules.layout.centre
    player.stroke([centre], [centre + Vec(3, 0)])
    assert player.rules.reached
    player.do("down", [centre + Vec(player.rules.layout.radius + 12, 0)], 0.3)
    return player


def test_no_shape_ends_under_a_finger_that_has_just_landed_to_push() -> None:
    player = nearly_let_alone(EDITION)
    player.wait(1.0)
    assert player.outcomes == []
    player.wait(1.1)
    assert player.outcomes == [DONE]  # but it may rest there as long as it likes


def test_in_rounds_of_the_second_edition_a_shape_ends_under_it() -> None:
    player = nearly_let_alone(2)
    player.wait(0.4)
    assert player.outcomes == [DONE]


def test_what_is_polished_takes_no_time_but_counts() -> None:
    player = Player(Level("egg", DoughSettings("egg", 13, 0.7, tip=11), reps=1))
    centre, radius = player.rules.layout.centre, player.rules.layout.radius
    ends = [centre - Vec(radius - 6, 0), centre + Vec(radius - 6, 0)]
    player.stroke(ends, [ends[0] - Vec(2, 0), ends[1] + Vec(2, 0)])
    assert player.rules.reached
    there, share = player.rules.there, player.rules.share
    player.stroke([ends[0] - Vec(2, 0), ends[1] + Vec(2, 0)], [ends[0] - Vec(5, 0), ends[1] + Vec(5, 0)])
    polished = player.rules.lump.outlines()
    assert player.rules.share > share
    player.wait(1.6)
    (rep,) = player.block.table.reps
    assert rep.outcome is DONE
    assert rep.let_go == there < rep.ended - 2.0
    assert rep.made == polished


def test_a_shape_that_was_there_and_is_spoilt_is_not_there_any_more() -> None:
    player = Player(Level("ball", DoughSettings("ball", 14, 0.8), reps=1))
    centre, radius = player.rules.layout.centre, player.rules.layout.radius
    player.stroke([centre], [centre + Vec(3, 0)])
    assert player.rules.there is not None
    player.stroke([centre + Vec(radius - 5, 0)], [centre + Vec(radius + 25, 0)])
    assert not player.rules.reached
    assert player.rules.there is None


def test_a_finger_that_had_no_part_in_it_is_not_among_those_that_made_a_shape() -> None:
    player = Player(Level("ball", DoughSettings("ball", 14, 0.6), reps=1))
    centre = player.rules.layout.centre
    player.stroke([centre, Vec(30, 95)], [centre + Vec(4, 0), Vec(30, 95)])
    player.wait(2.0)
    (rep,) = player.block.table.reps
    assert len(rep.fingers) == 1


def test_tremor_of_a_finger_hardly_moves_the_dough() -> None:
    reach = []
    for tremor in (0.0, 2.5):
        player = Player(FREE)
        centre, radius = player.rules.layout.centre, player.rules.layout.radius
        on = centre + Vec(radius - 6, 0)
        player.do("down", [on])
        for k in range(40):
            player.do("move", [on + Vec(tremor * math.sin(2 * math.pi * 6 * k * 0.02), 0)])
        tool = player.rules.hands.tools[0]
        reach.append(tool.done)
    assert reach[0] == 0.0
    assert reach[1] < 40 * 0.02 * 6 * 4 * 2.5 / 2  # less than half of the finger's way


def test_two_fingers_at_once_are_measured_by_a_fast_pair() -> None:
    level = GAME.levels[1]
    task = Player(1).task
    assert task.quick is not None
    assert task.together is not None
    assert reference_of(task, 1.0) == task.quick > task.together
    assert reference_of(task, 1.0, together=0.5) == task.together
    played_by = {}
    for way in ("drag", "pinch"):
        hand = Hand(HANDS["steady"], 1, form=way, rate=60)  # type: ignore[arg-type]
        block = played(Block(GAME, replace(level, reps=2), 1, ROOM, ("tap",)), hand, 30, 60)
        judged = judge(block.table.reps, block.played)
        played_by[way] = judged.score.points
        assert [one.together for one in judged.measures] == [0.0 if way == "drag" else 1.0] * 2  # type: ignore[union-attr]
    assert played_by["pinch"] <= 1.05 * played_by["drag"]


def test_the_weak_hand_earns_less_than_the_steady_one_where_few_strokes_do() -> None:
    for level in GAME.levels[:3]:
        points = {}
        for name in ("steady", "weak"):
            block = played(Block(GAME, level, 1, ROOM, ("tap",)), Hand(HANDS[name], 1, rate=60), 30, 60)
            points[name] = judge(block.table.reps, block.played).score.points
        assert points["weak"] < 0.9 * points["steady"]


def test_a_pause_gives_the_lump_back_as_it_was_asked_for() -> None:
    player = Player(1)
    before = player.rules.lump.outlines()
    centre = player.rules.layout.centre
    player.stroke([centre], [centre + Vec(30, 0)])
    assert player.rules.lump.outlines() != before
    player.order("pause")
    player.order("resume")
    assert player.outcomes == [INTERRUPTED]
    assert player.rules.lump.outlines() == before


def test_a_contact_that_is_void_takes_back_what_it_did() -> None:
    player = Player(1)
    before = player.rules.lump.outlines()
    centre = player.rules.layout.centre
    player.do("down", [centre])
    player.do("move", [centre + Vec(12, 0)], 0.1)
    player.wait(0.1)
    assert player.rules.lump.outlines() != before
    player.do("cancel", [centre + Vec(12, 0)])
    assert player.rules.lump.outlines() == before
    assert player.outcomes == []


def test_the_recipe_goes_on_with_the_same_dough() -> None:
    player = Player(GAME.challenges[1], size=BOARD)
    lump = player.rules.lump
    player.stroke([Vec(20, 35)], [Vec(50, 35)])
    player.order("done")
    assert player.rules.lump is lump


def test_only_the_free_table_can_be_saved_and_without_its_tools() -> None:
    assert GAME.gallery is not None
    assert GAME.gallery.free is not None
    sheet = GAME.gallery.free.sheet
    assert sheet(Player(0).rules) is None
    for side in ("left", "right"):
        rules = Player(GAME.free or 0, Fit(side)).rules
        found = sheet(rules)
        assert found is not None
        corner, size = found
        for spot in rules.layout.tools(ROOM):
            assert not corner.x < spot.at.x < corner.x + size.x


def test_the_free_table_counts_strokes_and_has_tools() -> None:
    player = Player(FREE)
    centre = player.rules.layout.centre
    player.stroke([centre], [centre + Vec(20, 0)])
    player.stroke([centre], [centre + Vec(0, 20)])
    assert player.outcomes == [DONE, DONE]
    for name in ("knife", "thumb", "hand"):
        spot = next(spot for spot in player.rules.layout.tools(ROOM) if spot.name == name)
        player.tap(spot.at)
        player.wait(0.4)
        assert player.rules.tool == name
    again = next(spot for spot in player.rules.layout.tools(ROOM) if spot.name == "again")
    player.tap(again.at)
    player.wait(0.4)
    assert len(player.rules.lump.loops) == 1
    assert player.outcomes == [DONE, DONE]


def test_fingers_that_leave_the_free_table_together_have_made_one_movement() -> None:
    player = Player(FREE)
    centre = player.rules.layout.centre
    player.stroke([centre - Vec(8, 0), centre + Vec(8, 0)], [centre - Vec(24, 0), centre + Vec(24, 0)])
    assert player.outcomes == [DONE]
    assert len(player.block.table.reps[0].fingers) == 2


def test_a_finger_that_did_nothing_but_left_last_takes_no_movement_away() -> None:
    player = Player(FREE)
    centre = player.rules.layout.centre
    player.do("down", [centre, Vec(20, 100)])
    for part in range(1, 20):
        player.do("move", [centre + Vec(part, 0), Vec(20, 100)])
    player.block.advance(player.t + 0.03, [Sample(player.t + 0.02, 0, "up", centre + Vec(19, 0))])
    player.wait(0.5)
    assert player.outcomes == [DONE]  # a finger that rests beside the lump keeps no movement from ending
    player.block.advance(player.t + 0.03, [Sample(player.t + 0.02, 1, "up", Vec(20, 100))])
    player.wait(0.5)
    assert player.outcomes == [DONE]


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_form_has_the_area_of_the_lump_and_lies_on_the_board(name: str) -> None:
    rules = Block(GAME, GAME.levels[0], 1, BOARD).rules
    layout = rules.layout  # type: ignore[attr-defined]
    outlines = form(name, layout.whole, layout.centre)
    total = area(outlines[0])
    for other in outlines[1:]:
        total += -area(other) if name == "ring" else area(other)
    assert total == pytest.approx(layout.whole, rel=1e-4)
    assert not crossed([Loop.of(one) for one in outlines])
    for one in outlines:
        assert all(2.0 < p.x < BOARD.x - 2.0 and 2.0 < p.y < BOARD.y - 2.0 for p in one)


@pytest.mark.parametrize("size", [Vec(80, 45), Vec(143, 60), Vec(60, 110), Vec(400, 250)])
def test_every_level_has_room_on_any_table(size: Vec) -> None:
    for level in GAME.levels:
        rules = Block(GAME, level, 1, size).rules
        for one in rules.wanted.outlines:  # type: ignore[attr-defined]
            assert all(0 < p.x < size.x and 0 < p.y < size.y for p in one)
        assert rules.share < level.settings.match or level.settings.knife  # type: ignore[attr-defined]


def test_overlap_is_that_of_areas() -> None:
    whole = math.pi * 25 * 25
    lump = Lump(form("ball", whole, Vec(100, 50)), ROOM)
    assert Wanted(form("ball", whole, Vec(100, 50))).share(lump) > 0.995
    half = Wanted(form("ball", whole, Vec(125, 50))).share(lump)
    lens = 2 * 25 * 25 * math.acos(0.5) - 0.5 * 25 * math.sqrt(4 * 625 - 625)
    assert half == pytest.approx(lens / (2 * whole - lens), abs=0.005)


@pytest.mark.parametrize("form_of_play", ["drag", "tap", "pinch"])
@pytest.mark.parametrize("number", [0, 1, 2, 6])
def test_the_synthetic_hand_shapes(number: int, form_of_play: str) -> None:
    level = GAME.levels[number]
    hand = Hand(HANDS["steady"], 4, form=form_of_play)  # type: ignore[arg-type]
    block = played(Block(GAME, level, 4, ROOM, ("tap",)), hand, longest=110)
    assert block.table.reps.count(next(rep for rep in block.table.reps if rep.outcome is DONE)) >= 1


def test_levels_can_be_made_easier_and_harder() -> None:
    for level in GAME.levels:
        least, most = most_bits(level.settings)
        assert least <= 0 <= most
        assert HARDEST <= fitted(level.settings, most).width <= fitted(level.settings, least).width <= EASIEST
