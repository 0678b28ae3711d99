"""When a guided piece ends: it is painted, its dot has gone its way, or the name is written."""

from __future__ import annotations

from collections.abc import Sequence

from games.kit.fingers import Finger
from games.kit.geometry import Vec, path_length
from games.kit.task import Outcome, Track
from games.paint.coverage import Coverage
from games.paint.layout import shortened
from games.paint.pen import Pen
from games.paint.strokes import rests_since

ALL = 0.95  # a piece covered to this share ends when the finger lifts ...
MOST = 0.80  # ... or, at this share, if no finger returns for ...
LINGER = 1.6  # s
MANY = 60  # strokes after which a piece counts as finished
MOST_STROKES = 500  # ... and the most that are stored of one piece
HALF = 0.5  # share of a dot's way; if the finger leaves earlier, the dot starts again
NAME_REST = 1.3  # s without a finger after which the name counts as written
NAME_LEAST = 40.0  # mm of ink
NAME_STEP = 1.5  # mm between the points of a signature's path


def painted(lines: Sequence[Pen], coverage: Coverage, now: float, grace: float) -> float | None:
    """When the finger left a piece that these strokes have covered, if it has been away long enough; else None."""
    since = rests_since(lines[-1])
    if since is None:
        return None
    rest, share = now - since, coverage.share
    much = coverage.much or len(lines) >= MANY
    if (share >= ALL and rest >= grace) or ((share >= MOST or much) and rest >= LINGER) or len(lines) >= MOST_STROKES:
        return since
    return None


def followed(task: Track, finger: Finger, began: float, now: float) -> tuple[Outcome, float] | None:
    """How and when following the dot ended; None while it goes on."""
    whole = task.curve[-1][0]
    if now - began >= whole:
        return Outcome.DONE, now
    if finger.state != "gone":
        return None
    far = finger.lifted_at - began >= HALF * whole
    return (Outcome.DONE if far else Outcome.MISSED), finger.lifted_at


def written(lines: Sequence[Pen], coverage: Coverage, now: float, grace: float) -> tuple[Vec, ...] | None:
    """The path of the name that these strokes have written; None while it is not finished."""
    since = rests_since(lines[-1])
    # If the wave was traced, as the synthetic hand does, there is no name to write.
    rest = grace if coverage.share >= ALL else NAME_REST
    if since is None or now - since < rest:
        return None
    places = [place for pen in lines for place in pen.line]
    return None if path_length(places) < NAME_LEAST else shortened(tuple(places), NAME_STEP)
