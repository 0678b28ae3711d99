"""What a round of Pennies came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted

SAME = 0.01  # mm; heights that differ less are equal


def told(round_: Outcomes) -> Told:
    """The time of a stack of four; the highest tower in coins and mm."""
    count = len(round_.done)
    if round_.mode == "test" and round_.seconds is None:
        if count >= (round_.reps or 0):
            return Told("told four", {"seconds": round_.took}, "short seconds", 1000.0 - round_.took)
        return counted(round_, "told some", "short some", whole=round_.reps)
    coins, mm = highest(round_)
    if not coins:
        return counted(round_)
    if round_.settings.shape == "stack":
        return Told("told high", {"count": coins, "mm": mm}, "short high", mm)
    return counted(round_, "told built", mm=mm)


def highest(round_: Outcomes) -> tuple[int, float]:
    """The coins and the mm of the highest stack that stood: (0, 0) without one. Where one coin lies on each other coin,
    a coin that lands lower than others do shows that these have fallen, or that a new tower was begun."""
    standing: list[float] = []  # the upper side of each coin
    best = 0, 0.0
    for one in round_.movements:
        for outline in one.made:
            heights = [-y for _, y in outline]
            standing = [top for top in standing if top <= min(heights) + SAME]
            standing.append(max(heights))
            if standing[-1] > best[1]:
                best = len(standing), standing[-1]
    return best
