"""What a round of Beans came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted


def told(round_: Outcomes) -> Told:
    """Beans moved in the time of the test; the soup with the time that it took; else beans moved."""
    if round_.mode == "test":
        return counted(round_, "told test", "short", seconds=round(round_.seconds or 0))
    if round_.settings.recipe and round_.done:
        return counted(round_, "told soup", "short", seconds=round_.took)
    return counted(round_)
