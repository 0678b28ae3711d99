"""What a round of Pegs came to, in its own words."""

from __future__ import annotations

from games.kit.told import Outcomes, Told, counted


def told(round_: Outcomes) -> Told:
    """The time of nine pegs there and back, or how many ways were done; pegs in the time of a test or in a picture."""
    play, count = round_.settings.play, len(round_.done)
    if round_.mode == "test" and round_.seconds is None:
        if count >= (round_.reps or 0):  # the faster, the better; whoever did not finish comes after all who did
            return Told("told nine", {"seconds": round_.took}, "short seconds", 1000.0 - round_.took)
        return counted(round_, "told ways", "short ways", whole=round_.reps, seconds=round_.took)
    if round_.seconds is not None:
        name = {"both": "told both", "assembly": "told assembly"}.get(play, "told test")
        return counted(round_, name, "short", seconds=round(round_.seconds))
    if play == "picture" and count and round_.mode != "free":
        return counted(round_, "told picture", "short", seconds=round_.took)
    return counted(round_)
