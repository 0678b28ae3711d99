"""Phrases used in several places: dates, greetings, counts, titles."""

from __future__ import annotations

from datetime import date

from games.kit.brought import COUNTED
from games.kit.game import AnyGame, AnyLevel
from games.kit.words import Say


def title(say: Say, game: AnyGame, level: AnyLevel | None = None) -> str:
    """The title of a game, or of one of its levels."""
    return say(f"{game.id}.{game.title if level is None else level.title}")


def practises(say: Say, game: AnyGame) -> str:
    """What a game practises."""
    return say("practises", what=say(f"{game.id}.{game.practises}"))


def counted(say: Say, game: AnyGame, count: int, mode: str = "") -> str:
    """A number of repetitions in the game's own words."""
    own = f"{COUNTED} {mode}"
    return say(f"{game.id}.{own if own in game.words else COUNTED}", count=count)


def greeting(say: Say, hour: int) -> str:
    """A greeting for an hour of the day, 0 to 23."""
    if 4 <= hour < 12:
        return say("good morning")
    return say("good afternoon") if 12 <= hour < 18 else say("good evening")


def weekday(say: Say, day: date) -> str:
    """A weekday in two letters: Mo."""
    return say(f"weekday short {day.isoweekday()}")


def day_words(say: Say, day: date) -> str:
    """Monday, 23 November."""
    named = say(f"weekday {day.isoweekday()}")
    return say("day", weekday=named, day=day.day, month=say(f"month {day.month}"))


def day_of_month(say: Say, day: date) -> str:
    """23 November."""
    return say("day short", day=day.day, month=say(f"month {day.month}"))


def short_day(say: Say, day: date) -> str:
    """23 Nov."""
    return say("day short", day=day.day, month=say(f"month short {day.month}"))


def short_month(say: Say, day: date) -> str:
    """Nov 2026."""
    return say("month of year", month=say(f"month short {day.month}"), year=str(day.year))


def whole_day(say: Say, day: date) -> str:
    """23 November 2026."""
    return say("whole day", day=day.day, month=say(f"month {day.month}"), year=str(day.year))
