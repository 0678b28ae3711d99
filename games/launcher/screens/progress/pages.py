"""What the pages of progress (week, movements, charts, report) share: the keys between them, and common drawing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from games.kit.geometry import Vec
from games.launcher.progress.challenges import checked
from games.launcher.shell.desk import Desk
from games.launcher.shell.places import Home, Place, Progress, Sheet
from games.launcher.ui.arranging import LEAST_GAP, Item, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import LABEL, MARGIN, STRIP
from games.launcher.words.phrases import short_day, short_month

PAGES: tuple[tuple[Sheet, str], ...] = (
    ("week", "calendar"),
    ("movements", "pinch"),
    ("charts", "progress"),
    ("report", "save"),
)


def keys(desk: Desk, here: str, go: Callable[[Place], None]) -> list[Button]:
    """The keys of the strip: Home, and one for each page; the open page's key is filled."""

    def to(page: Sheet) -> Callable[[], None]:
        return lambda: None if page == here else go(Progress(page))

    back = Item("back", desk.say("home"), lambda: go(Home()), "home")
    pages = [Item(f"page {page}", desk.say(page), to(page), icon, chosen=page == here) for page, icon in PAGES]
    buttons, _ = strip([back], pages, desk.display.size.x, min(desk.em(LABEL), 10.0))
    return buttons


def room(desk: Desk, foot: float = 0.0) -> tuple[Vec, Vec]:
    """Corner and size of the card below the strip, with `foot` mm free below it."""
    size = desk.display.size
    gap = LEAST_GAP if size.y < 100 else MARGIN
    return Vec(MARGIN, STRIP + gap), Vec(size.x - 2 * MARGIN, size.y - STRIP - 2 * gap - foot)


def today(desk: Desk) -> date:
    """The player's local date."""
    return checked(desk.clock().local_date)


def day_and_month(desk: Desk) -> Callable[[date, bool], str]:
    """Writes 23 Nov, or where the year is asked for Nov 2026: as short as a date can be read."""
    return lambda day, year: short_month(desk.say, day) if year else short_day(desk.say, day)
