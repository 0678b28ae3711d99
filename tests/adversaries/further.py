"""Tricks of our own, ten or more for each kind of movement, beside those that were found by others (`attempts.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from adversaries import cheats, shortcuts, tricks
from adversaries.attempt import Attempt, everywhere
from adversaries.rounds import Player, Table, hand
from games.kit.geometry import Vec
from games.launcher.hand import HANDS, Form

Make = Callable[[str, Form, int], Player]
ANY: dict[str, Make] = {  # a name, and how a hand of this name, form and seed plays the trick
    "one done, the rest skipped": lambda who, form, s: cheats.SkipsRest(hand(who, s, form), 1),
    "nine done, the rest skipped": lambda who, form, s: cheats.SkipsRest(hand(who, s, form), 9),
    "all hard ones skipped": lambda who, form, s: cheats.SkipsHard(hand(who, s, form)),
    "all easy ones skipped": lambda who, form, s: cheats.SkipsHard(hand(who, s, form), easy=True),
    "skipped after each that did not come off": lambda who, form, s: cheats.SkipsMissed(hand(who, s, form)),
    "planned during a pause": lambda who, form, s: cheats.PlansMeanwhile(HANDS[who], s, tricks.PLAYER, form),
    "planned while the window is away": lambda who, form, s: cheats.PlansMeanwhile(HANDS[who], s, tricks.SYSTEM, form),
    "paused in mid movement": lambda who, form, s: cheats.LosesInMid(hand(who, s, form), tricks.PLAYER),
    "resized in mid movement": lambda who, form, s: cheats.LosesInMid(hand(who, s, form), tricks.SYSTEM),
    "a look before the first movement": lambda who, form, s: cheats.Lookahead(hand(who, s, form), 5.0),
    "dabs while it thinks": lambda who, form, s: cheats.Dabs(hand(who, s, form)),
    "off and on within the grace": lambda who, form, s: cheats.Lifts(hand(who, s, form)),
}
LINES = {
    "corners cut, half way to the edge": shortcuts.inner_bend(0.5),
    "corners cut a little": shortcuts.inner_bend(0.3),
    "a line by two fingers at once": shortcuts.by_two_fingers,
    "dots for a line": shortcuts.dots,
    "half a line and its end": shortcuts.part_only(0.5),
    "an area in one go": shortcuts.flood,
}
GRIPS = {
    "open already": shortcuts.open_already,
    "no way back": shortcuts.no_way_back,
    "just inside": shortcuts.just_inside,
    "a finger lifted as it lands": shortcuts.quick_lift,
    "still in the middle of the curve": shortcuts.keeps_still,
    "touching now and then": shortcuts.touches_now_and_then,
    "one finger presses": shortcuts.presses,
    "two fingers press in turn": shortcuts.presses_in_turn,
}
CARRIES = {
    "thrown": shortcuts.throws,
    "at the near rim": shortcuts.rim,
    "in two steps": shortcuts.two_steps,
    "a second finger at the goal": shortcuts.finger_at_goal,
    "a tap, then a drag": shortcuts.tap_then_drag,
    "taps, then a drag": shortcuts.taps_over_the_wall,
}
TAPPED = ("a second finger at the goal", "a tap, then a drag")  # compared with honest taps
KINDS = {"beans": CARRIES, "pegs": CARRIES, "pennies": CARRIES, "bands": GRIPS, "ball": GRIPS, "paint": LINES}
SMALL = Vec(100, 60)


def further() -> Iterator[Attempt]:
    """All of them, at every test and challenge and a choice of practice levels."""
    for table in everywhere("practice", "test", "challenge"):
        if table.game == "dough" or (table.mode == "practice" and table.number not in (2, 4, 7, 9)):
            continue
        for name, make in ANY.items():
            for who in ("steady", "weak") if table.mode != "practice" else ("steady",):
                yield Attempt(name, table, (who, "drag"), partial(make, who, "drag"))
        for name, how in KINDS[table.game].items():
            form: Form = "tap" if name in TAPPED else "drag"
            yield Attempt(name, table, ("steady", form), _answering(how, form))
        yield Attempt("a small table", table, ("steady", "drag"), partial(hand, "steady"), SMALL)


def _answering(how: shortcuts.How, form: Form) -> Callable[[int], Player]:
    return lambda seed: shortcuts.instead(hand("steady", seed, form), how)


def chosen(names: Sequence[str], tables: Sequence[Table]) -> list[Attempt]:
    """Those of these names at these tables."""
    return [one for one in further() if one.name in names and one.table in tables]
