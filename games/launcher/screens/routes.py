"""From places to pages: the only file that knows every screen. Each is imported when it is first gone to, so that the
first picture comes at once."""

from __future__ import annotations

from pathlib import Path

from games.kit.words import Say
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.page import Page
from games.launcher.shell.places import Place


def page(desk: Desk, place: Place) -> Page:
    """The page of a place."""
    for room in ROOMS:
        found = room(desk, place)
        if found is not None:
            return found
    raise ValueError(f"no screen shows {place!r}")


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


def _front(desk: Desk, place: Place) -> Page | None:
    """What is reached from everywhere."""
    match place:
        case places.Home():
            from games.launcher.screens.home import Home

            return Home(desk, place)
        case places.TooSmall():
            from games.launcher.screens.too_small import TooSmall

            return TooSmall(desk, place)
        case places.Help():
            from games.launcher.screens.settings.help import Help

            return Help(desk, place)
        case places.Settings():
            from games.launcher.screens.settings.settings import SettingsPage

            return SettingsPage(desk, place)
        case places.Language():
            from games.launcher.screens.settings.language import LanguagePage

            return LanguagePage(desk, place)
        case places.CardSize():
            from games.launcher.screens.settings.card import CardSize

            return CardSize(desk, place)
        case places.Question():
            from games.launcher.screens.settings.question import Dialog

            return Dialog(desk, place)
    return None


def _data(desk: Desk, place: Place) -> Page | None:
    """A player's data, taken along and brought in."""
    match place:
        case places.YourData():
            from games.launcher.screens.settings.your_data import YourData

            return YourData(desk, place)
        case places.TakeAlong():
            from games.launcher.screens.settings.taking import TakeAlong

            return TakeAlong(desk, place)
        case places.BringIn():
            from games.launcher.screens.settings.bringing import BringIn

            return BringIn(desk, place)
    return None


def _round(desk: Desk, place: Place) -> Page | None:
    """A round and what belongs to it."""
    match place:
        case places.Levels():
            from games.launcher.screens.play.levels import Levels

            return Levels(desk, place)
        case places.Playing() | places.Resumed():
            from games.launcher.screens.play.play import Play

            return Play(desk, place)
        case places.Results():
            from games.launcher.screens.results.results import Results

            return Results(desk, place)
        case places.Demo():
            from games.launcher.screens.play.demo import Demo

            return Demo(desk, place)
        case places.Testing():
            from games.launcher.screens.play.testing import Testing

            return Testing(desk, place)
        case places.ComingBack():
            from games.launcher.screens.play.coming_back import ComingBack

            return ComingBack(desk, place)
        case places.Stopped():
            from games.launcher.screens.stopped import Stopped

            return Stopped(desk, place)
    return None


def _before(desk: Desk, place: Place) -> Page | None:
    """What may be asked or said on the way to a round."""
    match place:
        case places.Safety():
            from games.launcher.screens.play.safety import Safety

            return Safety(desk, place)
        case places.Rest():
            from games.launcher.screens.play.rest import Rest

            return Rest(desk, place)
        case places.Feeling():
            from games.launcher.screens.play.feeling import Feeling

            return Feeling(desk, place)
        case places.Enough():
            from games.launcher.screens.play.feeling import Enough

            return Enough(desk, place)
    return None


def _challenge(desk: Desk, place: Place) -> Page | None:
    """Challenges of the day, and from and for friends."""
    match place:
        case places.Today():
            from games.launcher.screens.challenge.today import Today

            return Today(desk, place)
        case places.Friends():
            from games.launcher.screens.challenge.friends import ChallengeFiles

            return ChallengeFiles(desk, place)
        case places.CodeEntry():
            from games.launcher.screens.challenge.code_entry import CodeEntry

            return CodeEntry(desk, place)
        case places.Received():
            from games.launcher.screens.challenge.received import Receiving

            return Receiving(desk, place)
        case places.Challenging():
            from games.launcher.screens.challenge.challenging import ChallengeFriend

            return ChallengeFriend(desk, place)
    return None


def _kept(desk: Desk, place: Place) -> Page | None:
    """What was made and reached in a game."""
    match place:
        case places.Scores():
            from games.launcher.screens.progress.scores import Boards

            return Boards(desk, place)
        case places.Gallery():
            from games.launcher.screens.gallery.gallery import Gallery

            return Gallery(desk, place)
        case places.FreePictures():
            from games.launcher.screens.gallery.free_pictures import FreePictures

            return FreePictures(desk, place)
        case places.FreePicture():
            from games.launcher.screens.gallery.free_picture import FreePicture

            return FreePicture(desk, place)
    return None


def _progress(desk: Desk, place: Place) -> Page | None:
    """What was practised."""
    match place:
        case places.Progress(page="week"):
            from games.launcher.screens.progress.week import Week

            return Week(desk, place)
        case places.Progress(page="movements"):
            from games.launcher.screens.progress.movements import Moves

            return Moves(desk, place)
        case places.Progress(page="charts"):
            from games.launcher.screens.progress.charts import Charts

            return Charts(desk, place)
        case places.Progress(page="report"):
            from games.launcher.screens.progress.report import ReportPage

            return ReportPage(desk, place)
        case places.PracticeDays():
            from games.launcher.screens.progress.practice_days import PracticeDays

            return PracticeDays(desk, place)
    return None


def _people(desk: Desk, place: Place) -> Page | None:
    """Who plays."""
    match place:
        case places.Players():
            from games.launcher.screens.people.players import Who

            return Who(desk, place)
        case places.Portraits():
            from games.launcher.screens.people.players import Portraits

            return Portraits(desk, place)
        case places.Person():
            from games.launcher.screens.people.one_person import OnePerson

            return OnePerson(desk, place)
        case places.Joining():
            from games.launcher.screens.people.joining import Joining

            return Joining(desk, place)
        case places.Naming():
            from games.launcher.screens.people.keypad import Keypad

            return Keypad(desk, place)
    return None


def _two(desk: Desk, place: Place) -> Page | None:
    """Two players."""
    match place:
        case places.TwoPlayers():
            from games.launcher.screens.two.choosing import Choosing

            return Choosing(desk, place)
        case places.Duel():
            from games.launcher.screens.two.duel import Duel

            return Duel(desk, place)
        case places.DuelResults():
            from games.launcher.screens.two.outcome import Outcomes

            return Outcomes(desk, place)
    return None


ROOMS = (_front, _data, _round, _before, _challenge, _kept, _progress, _people, _two)
