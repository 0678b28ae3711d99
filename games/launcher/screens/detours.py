"""Where a move leads first, and what place something stands for that was sent."""

from __future__ import annotations

from pathlib import Path

from games.kit.words import Say
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.places import Place


def on_the_way(desk: Desk, here: Place, place: Place) -> Place:
    """The place to go to first: before a round, sometimes the question how the hand feels, or the offer of a rest."""
    if isinstance(place, places.Playing) and _to_be_told(desk, here):
        return places.Safety(place)
    asked = isinstance(here, places.Playing | places.ComingBack | places.Feeling | places.Enough | places.Rest)
    if asked or not isinstance(place, places.Playing | places.ComingBack):
        return place
    asks = desk.settings.feelings
    if asks and desk.sitting.enough:
        return places.Enough(place)
    if asks and desk.sitting.felt is None:
        return places.Feeling("before", place)
    if not isinstance(here, places.Results):
        return place
    offer = desk.sitting.offer(desk.store.today(desk.player.id, desk.clock().local_date)[1])
    if offer is None:
        return place
    rest = places.Rest(offer, place)
    return places.Feeling("after", rest) if asks else rest


def _to_be_told(desk: Desk, here: Place) -> bool:
    """Whether the page about staying well comes now: once, before the second round, for the first thing is to play."""
    began_here = isinstance(here, places.Home | places.Levels | places.Results)
    if desk.settings.told or not began_here or desk.wish.game is not None:
        return False
    return desk.store.last(desk.player.id) is not None


def sent(what: str, say: Say) -> Place:
    """The place that opens a challenge from a file's path or a code; it also says if it is neither."""
    from games.launcher.challenge.exchange import Received
    from games.launcher.progress.codes import NotACode, read_code
    from games.launcher.records.challenges.files import ENDING

    if Path(what).suffix.lower() == ENDING or "/" in what or "\\" in what:
        return places.Received(path=Path(what))
    try:
        return places.Received(Received(read_code(what)))
    except NotACode as error:
        return places.Received(why=say(f"code {error.reason}"))
