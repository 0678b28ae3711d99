"""Rubber bands: opening against a band, lifting one finger, pulling a slingshot, looping pegs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.bands import GAME
from games.bands.levels import EASIEST, HARDEST, BandsSettings, fitted
from games.bands.lifting import Lifting
from games.bands.place import dots, keys, pegs, room
from games.bands.pulling import Geoboard, Slingshot
from games.bands.rubber import TAUT, around, thickness
from games.bands.spread import GROWS, SMALL_START, Spread
from games.kit.block import Block, replayed
from games.kit.fingers import Command, Device, Sample
from games.kit.game import BOARD, Fit, Level
from games.kit.geometry import Vec, between, distance, path_length
from games.kit.task import Carry, Grip, Lift, Outcome
from games.launcher.hand import HANDS, Hand, played
from games.launcher.round.forms import form_of, forms_of
from games.launcher.scoring.block import judge

ROOM = Vec(217, 114)
DONE, MISSED, DROPPED = Outcome.DONE, Outcome.MISSED, Outcome.DROPPED
SIZES = [Vec(80, 45), Vec(143, 60), Vec(60, 110), Vec(400, 250), BOARD]


class Player:
    """Fingers that play a block by hand; times go on by themselves."""

    def __init__(self, settings: BandsSettings, fit: Fit | None = None, size: Vec = ROOM) -> None:
        self.block = Block(GAME, Level("t", settings, reps=40), 3, size, ("tap",), None, fit or Fit())
        self.t = 0.05
        self.at: dict[int, Vec] = {}

    @property
    def spread(self) -> Spread:
        assert isinstance(self.block.rules.play, Spread)  # type: ignore[attr-defined]
        return self.block.rules.play  # type: ignore[attr-defined, no-any-return]

    @property
    def task(self) -> Grip:
        task = self.block.table.asked[0]
        assert isinstance(task, Grip)
        return task

    @property
    def outcomes(self) -> list[Outcome]:
        return [rep.outcome for rep in self.block.table.reps]

    def do(self, phase: str, places: dict[int, Vec], seconds: float = 0.02, device: Device = "touch") -> None:
        self.t += seconds
        self.block.advance(self.t, [Sample(self.t, f, phase, at, device) for f, at in places.items()])  # type: ignore[arg-type]
        self.at |= places

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 20)):
            self.t += 0.05
            self.block.advance(self.t)

    def land(self, places: Sequence[Vec]) -> None:
        self.do("down", dict(enumerate(places, 1)))

    def to(self, places: Sequence[Vec], seconds: float = 0.4) -> None:
        start = dict(self.at)
        for k in range(1, 21):
            self.do("move", {f: between(start[f], at, k / 20) for f, at in enumerate(places, 1)}, seconds / 20)

    def off(self) -> None:
        self.do("up", dict(self.at))
        self.at = {}
        self.wait(0.3)

    def hand(self, opening: float, fingers: int) -> list[Vec]:
        turns = [2 * math.pi * k / fingers for k in range(fingers)]
        return [self.spread.centre + Vec(math.cos(a), math.sin(a)) * (opening / 2) for a in turns]


def opened(player: Player, share: float, fingers: int, stay: float) -> None:
    """Land together, open to a share of the ring, stay, come back."""
    goal = player.task.goal
    if not player.at:
        player.land(player.hand(0.4 * goal, fingers))
    player.to(player.hand(share * goal, fingers))
    player.wait(stay)
    player.to(player.hand(0.4 * goal, fingers))


@pytest.mark.parametrize("fingers", [2, 3, 4, 5])
def test_fingers_open_to_the_ring_stay_and_come_back(fingers: int) -> None:
    player = Player(BandsSettings(fingers=fingers, share=0.9, tolerance=0.1, hold=1.0), Fit(span=80.0))
    assert player.task.goal == pytest.approx(0.9 * 80.0)
    for _ in range(3):
        opened(player, 1.0, fingers, 1.2)
    assert player.outcomes == [DONE] * 3
    reps = player.block.table.reps
    assert all(len(rep.fingers) == fingers for rep in reps)
    judged = judge(reps, player.block.played)
    assert judged.score.precision > 90
    assert form_of(forms_of(player.block, [None] * len(reps))) == "pinch"


def test_a_ring_that_is_not_reached_or_not_stayed_at_is_missed() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.1, hold=1.0), Fit(span=80.0))
    opened(player, 0.75, 2, 1.2)
    player.wait(0.6)
    opened(player, 1.0, 2, 0.2)
    player.wait(0.6)
    assert player.outcomes == [MISSED, MISSED]


def test_a_band_that_slips_off_is_dropped_and_one_let_go_at_the_ring_is_done() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.1, hold=0.5), Fit(span=80.0))
    player.land(player.hand(24, 2))
    player.to(player.hand(50, 2))
    player.off()
    assert player.outcomes == [DROPPED]
    player.land(player.hand(24, 2))
    player.to(player.hand(64, 2))
    player.wait(0.8)
    player.off()
    assert player.outcomes == [DROPPED, DONE]
    assert [cue.name for cue in player.block.table.cues if cue.name in ("drop", "snap")] == ["drop", "snap"]


def test_a_hand_that_lands_open_has_opened_nothing() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.2, hold=0.3), Fit(span=80.0))
    player.land(player.hand(64, 2))
    player.wait(1.0)
    player.off()
    assert player.outcomes == []


def test_the_next_ring_waits_until_the_hand_has_come_back() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.15, hold=0.3), Fit(span=80.0))
    opened(player, 1.0, 2, 0.6)
    assert player.outcomes == [DONE]
    player.wait(2.0)
    assert player.outcomes == [DONE]


@pytest.mark.parametrize("device", ["touch", "mouse"])
def test_one_pointer_pulls_the_band_from_its_middle(device: Device) -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.15, hold=0.5), Fit(span=80.0))
    way = Vec(1.0, 0.0)
    for _ in range(2):
        centre = player.spread.centre
        player.do("down", {1: centre + way * 8.0}, device=device)
        for k in range(1, 21):
            player.do("move", {1: centre + way * (8.0 + 24.0 * k / 20)}, device=device)
        player.wait(0.8)
        player.do("up", {1: centre + way * 32.0}, device=device)
        player.wait(0.3)
    assert player.outcomes == [DONE, DONE]


def test_keys_alone_stretch_the_band() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.15, hold=0.5), Fit(span=80.0))
    centre = player.spread.centre
    player.do("down", {900: centre + Vec(7, 0)}, device="keys")
    player.do("up", {900: centre + Vec(7, 0)}, device="keys")
    for k in range(1, 14):
        player.do("hover", {0: centre + Vec(7 + 2 * k, 0)}, 0.05, device="keys")
    player.wait(0.8)
    player.do("down", {900: centre + Vec(33, 0)}, device="keys")
    player.do("up", {900: centre + Vec(33, 0)}, device="keys")
    player.wait(0.3)
    assert player.outcomes == [DONE]


@pytest.mark.parametrize("span", [30.0, 38.0, 55.0, 90.0, 140.0])
@pytest.mark.parametrize("number", [1, 4, 6, 9, 11, 12])
def test_nobody_is_asked_for_more_than_a_little_beyond_what_was_shown(span: float, number: int) -> None:
    level, size = GAME.levels[number - 1], Vec(345, 194)
    for known in (None, span):
        fit = Fit(span=known)
        player = Player(level.settings, fit, size)
        asked = []
        for _ in range(14):
            asked.append(player.task.goal)
            # This hand opens so far and no farther; of a wide hand the first ring tells that it may go on.
            reach = min(span, 1.5 * player.task.goal if player.spread.shown is None else player.task.goal)
            opened(player, reach / player.task.goal, level.settings.fingers, 2.4)
            player.wait(0.6)
        assert all(goal <= 1.05 * max(span, SMALL_START) + 1e-6 for goal in asked)
        assert DONE in player.outcomes


def test_a_hand_of_limited_span_gets_rings_that_it_reaches() -> None:
    for name in ("weak", "steady"):
        for level in (level for level in GAME.levels if level.settings.play == "spread"):
            block = played(Block(GAME, level, 2, ROOM, ("tap",)), Hand(HANDS[name], 2, form="pinch"), 60, longest=120)
            reps = block.table.reps
            goals = [rep.task.goal for rep in reps if isinstance(rep.task, Grip)]
            assert max(goals) <= 1.05 * HANDS[name].span
            assert [rep.outcome for rep in reps].count(DONE) >= 0.8 * len(reps)


@given(st.floats(10, 300), st.floats(0.5, 1.0), st.floats(60, 400), st.floats(45, 250))
def test_a_ring_always_has_room_on_its_table(span: float, share: float, wide: float, high: float) -> None:
    player = Player(BandsSettings(share=share), Fit(span=span), Vec(wide, high))
    assert 0 < player.task.goal <= min(GROWS * span, room(player.block.table)) + 1e-6
    assert player.task.start < player.task.goal


def lifting(fit: Fit | None = None, fingers: int = 4) -> tuple[Player, Lifting]:
    player = Player(BandsSettings("lift", fingers=fingers, width=16), fit)
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Lifting)
    return player, play


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_finger_that_glows_goes_up_and_comes_down(side: str) -> None:
    player, play = lifting(Fit(side))
    player.land(play.spots)
    player.wait(0.5)
    named, contacts = [], {k: k + 1 for k in range(4)}
    for number in range(6):
        task = player.block.table.asked[0]
        assert isinstance(task, Lift)
        named.append(task.finger)
        spot = play.spots[task.finger]
        player.do("up", {contacts[task.finger]: spot})
        player.wait(0.4)
        contacts[task.finger] = 100 + number
        player.do("down", {contacts[task.finger]: spot})
        player.wait(0.5)
    assert player.outcomes == [DONE] * 6
    assert all(one != other for one, other in pairwise(named))
    score = judge(player.block.table.reps, player.block.played).score
    assert score.precision == 100.0


def test_another_finger_that_goes_up_is_missed_and_a_hand_that_leaves_tried_nothing() -> None:
    player, play = lifting()
    player.land(play.spots)
    player.wait(0.5)
    other = (play.named + 1) % 4
    player.do("up", {other + 1: play.spots[other]})
    player.wait(1.0)
    assert player.outcomes == [MISSED]
    player, play = lifting()
    player.land(play.spots)
    player.wait(0.5)
    player.off()
    player.wait(1.0)
    assert player.outcomes == []


def test_one_pointer_taps_the_finger_that_glows() -> None:
    player, play = lifting()
    for wrong in (True, False):
        spot = play.spots[(play.named + 1) % 4 if wrong else play.named]
        player.do("down", {1: spot}, device="mouse")
        player.do("up", {1: spot}, 0.1, device="mouse")
        player.do("hover", {0: spot + Vec(0, 40)}, 0.1, device="mouse")
        player.wait(0.3)
    assert player.outcomes == [DONE]


def pulled(player: Player, end: Vec, stay: float) -> None:
    task = player.block.table.asked[0]
    assert isinstance(task, Carry)
    player.do("down", {1: task.start + Vec(2, 1)})
    for k in range(1, 16):
        player.do("move", {1: between(task.start, end, k / 15) + Vec(2, 1)})
    player.wait(stay)
    player.do("up", {1: end + Vec(2, 1)})
    player.wait(0.4)


def test_a_slingshot_is_pulled_to_the_ring_held_and_let_go() -> None:
    player = Player(BandsSettings("sling", width=18, hold=1.0))
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Slingshot)
    tin = play.tin
    pulled(player, play.goal, 1.1)
    assert player.outcomes == [DONE]
    assert play.fallen == [tin]
    pulled(player, play.goal, 0.3)  # let go too soon
    pulled(player, play.goal + Vec(0, -14), 1.2)  # beside the ring
    assert player.outcomes == [DONE, MISSED, MISSED]
    pulled(player, play.handle + Vec(3, 0), 0.2)  # only touched
    assert len(player.outcomes) == 3


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.x:.0f}x{size.y:.0f}")
@pytest.mark.parametrize("side", ["left", "right"])
def test_everything_lies_on_any_table(size: Vec, side: str) -> None:
    for seed in range(12):
        for play in ("spread", "lift", "sling", "pegs"):
            block = Block(
                GAME, Level("t", BandsSettings(play, gallery=True, fingers=4), reps=5), seed, size, (), None, Fit(side)
            )
            rules, table = block.rules.play, block.table  # type: ignore[attr-defined]
            places = dots(table, rules.goal, 5) if play == "spread" else keys(table, 5)
            if isinstance(rules, Slingshot):
                places = [rules.handle, rules.goal, rules.tin]
                assert distance(rules.handle, rules.goal) > 9.0
            elif isinstance(rules, Geoboard):
                places = [peg for row in pegs(table) for peg in row]
            assert all(5 <= at.x <= size.x - 5 and 5 <= at.y <= size.y - 5 for at in places), (play, places)


def test_a_shape_is_closed_peg_by_peg_and_then_comes_another() -> None:
    player = Player(BandsSettings("pegs", width=18))
    play = player.block.rules.play  # type: ignore[attr-defined]
    assert isinstance(play, Geoboard)
    first = play.shape
    for number in range(len(first)):
        assert play.goal == first[(number + 1) % len(first)]
        pulled(player, play.goal, 0.1)
    assert player.outcomes == [DONE] * len(first)
    assert play.shape != first
    assert play.finished is not None
    assert play.finished[1] == first


def test_a_pause_interrupts_and_a_void_contact_takes_back() -> None:
    player = Player(BandsSettings(share=0.8, tolerance=0.15, hold=0.5), Fit(span=80.0))
    player.land(player.hand(24, 2))
    player.to(player.hand(50, 2))
    player.do("cancel", dict(player.at))
    assert player.outcomes == []
    player.at = {}
    player.land(player.hand(24, 2))
    player.to(player.hand(50, 2))
    player.t += 0.02
    player.block.advance(player.t, [Command(player.t, "pause")])
    assert player.outcomes == [Outcome.INTERRUPTED]


@pytest.mark.parametrize("fingers", [2, 5])
def test_the_same_fingers_give_the_same_reps(fingers: int) -> None:
    level = GAME.levels[0 if fingers == 2 else 8]
    block = played(Block(GAME, level, 5, ROOM, ("tap",)), Hand(HANDS["trembling"], 5, form="pinch"), 60, longest=60)
    again = replayed(GAME, level, 5, ROOM, block.trace, block.steps, block.aids)
    assert again.table.reps == block.table.reps


def test_levels_can_be_made_easier_and_harder_within_bounds() -> None:
    for level in GAME.levels:
        for bits in (-9.0, 9.0):
            made = fitted(level.settings, bits)
            if level.settings.play == "spread":
                assert made.tolerance == (EASIEST if bits < 0 else HARDEST)


def test_a_band_gets_thinner_as_it_is_stretched_and_stays_round_its_fingers() -> None:
    assert thickness(40) > thickness(120) > thickness(400) >= TAUT
    tips = [Vec(0, 0), Vec(60, 0), Vec(30, 40)]
    loop = around(tips, 7.0)
    for tip in tips:
        assert min(distance(tip, at) for at in loop) == pytest.approx(7.0, abs=0.3)
    straight = distance(tips[0], tips[1]) + distance(tips[1], tips[2]) + distance(tips[2], tips[0])
    assert path_length([*loop, loop[0]]) == pytest.approx(straight + 2 * math.pi * 7.0, rel=0.02)


def test_all_that_is_said_is_short() -> None:
    messages = [one if isinstance(one, str) else one[1] for one in GAME.words.values()]
    said = [*messages, *(level.settings.note for level in (*GAME.levels, *GAME.challenges))]
    assert all(len(one) <= 66 for one in said)
