"""The report: one self-contained page for printing on what was practised, how much, and whether it changed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from games import VERSION
from games.catalog import GAMES
from games.kit.geometry import Vec
from games.launcher.progress.feeling import ASKED, LITTLE, LOT, NONE
from games.launcher.progress.practising import MEASURES, Practice, practice, value_of
from games.launcher.progress.trend import LEARNING, LEAST_BLOCKS, LEAST_WEEKS, Change, Course, monday_of
from games.launcher.records.felt import Felt, kept
from games.launcher.records.movements import MOVEMENTS
from games.launcher.records.practised import Kind, Played
from games.launcher.records.store import Store
from games.launcher.reports import customs
from games.launcher.reports.svg import svg
from games.launcher.reports.weeks import weeks_svg
from games.launcher.round.levels import level_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.assets import assets_folder
from games.launcher.ui.words import say

CHART = Vec(88.0, 40.0)  # mm
EM = 2.9  # mm, letter size in charts
UNITS = {"precision": "0 to 100", "speed": "0 to 100", "smoothness": "SPARC, no unit", "range": "mm"}
TITLES = {"precision": "Precision", "speed": "Speed", "smoothness": "Smoothness", "range": "Range"}
DECIMALS = {"smoothness": 2}
TONES = {Change.MORE: "more", Change.WITHIN: "", Change.FEW: "few"}
FORMS = {
    "drag": "dragging",
    "tap": "taps",
    "pinch": "thumb and finger",
    "dwell": "resting pointer",
    "keys": "keys",
    "both": "two hands",
}
INPUTS = {"touch": "finger", "mouse": "mouse", "keys": "keys", "mixed": "finger and mouse", "none": "nothing"}
SIZES = {"a4": "A4", "letter": "letter"}  # names of paper sizes in CSS
MOST_KINDS = 8  # most rows in the table of a game
Heard = Callable[[int, int], None]


def page(
    store: Store, profile: str, since: date, until: date, heard: Heard | None = None, paper: str | None = None
) -> str:
    """The report of these days, both included, as one HTML page. `paper`: "a4", "letter", or None for the regional size.

    `heard` is called with the number of finished parts and of all parts.
    """
    asked = store.practised
    span = since.isoformat(), until.isoformat()
    person = store.people.get(profile)
    days = asked.days(profile, *span)
    doses = asked.doses(profile, *span)
    played = asked.games(profile, *span)
    parts = []
    for number, (game, side, _) in enumerate(played, 1):
        parts.append(_part(practice(store, profile, game, side, since, until)))
        if heard is not None:
            heard(number, len(played))
    both = list(doses.values())
    moves = [(say(f"move {name}"), doses["left"].moved[name], doses["right"].moved[name]) for name in MOVEMENTS]
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(
        files("games.launcher.reports").joinpath("page.html.jinja").read_text("utf-8")
    )
    return template.render(
        fonts=_fonts(),
        paper=SIZES[paper or customs.paper()],
        who=say("guest") if person is None or person.name is None else person.name,
        since=spelled(since),
        until=spelled(until),
        days=len(days),
        all_days=(until - since).days + 1,
        reps=both[0].reps + both[1].reps,
        minutes=round(both[0].minutes + both[1].minutes),
        rounds=both[0].blocks + both[1].blocks,
        weeks=Markup(weeks_svg(days, since, until, short)),
        moves=[row for row in moves if row[1] or row[2]],
        doses=[doses["left"], doses["right"]],
        felt=felt_rows([one for one in kept(store, profile) if span[0] <= local_day(one) <= span[1]]),
        measures=[TITLES[name] for name in MEASURES],
        parts=parts,
        least_weeks=LEAST_WEEKS,
        least_blocks=LEAST_BLOCKS,
        learning=LEARNING,
        version=MEASURES_VERSION,
        program=VERSION,
    )


def felt_rows(said: Sequence[Felt]) -> list[tuple[str, str, list[int]]]:
    """Rows (question, when, count of each face), only for questions that were answered."""
    rows = []
    for name in ASKED:
        for when, words in (("before", "before playing"), ("after", "at a rest")):
            faces = [getattr(one, name) for one in said if one.when == when]
            counts = [faces.count(face) for face in (NONE, LITTLE, LOT)]
            if any(counts):
                rows.append((say(name), words, counts))
    return rows


def local_day(felt: Felt) -> str:
    """The player's local date (YYYY-MM-DD) of an answer."""
    return (datetime.fromtimestamp(felt.t_utc_ms / 1000, UTC) + timedelta(minutes=felt.tz_min)).date().isoformat()


def _part(found: Practice) -> dict[str, Any]:
    """The template values for one game and hand."""
    title = next((game.title for game in GAMES if game.id == found.game), found.game)
    changes, charts = [], []
    for measure in MEASURES:
        known = any(value_of(block, measure) is not None for block in found.judged)
        course = found.course(measure)
        changes.append({"tone": TONES[course.change], "short": _short(course, measure) if known else "not measured"})
        if known:
            name = f"{TITLES[measure]} of {title}, {found.side} hand"
            drawn = svg(found.chart(measure, CHART, EM, short), EM, name)
            charts.append(
                {
                    "name": TITLES[measure],
                    "unit": UNITS[measure],
                    "said": course.change.value.capitalize(),
                    "tone": TONES[course.change],
                    "why": _why(course, measure),
                    "svg": Markup(drawn),
                }
            )
    judged = len(found.judged)
    how = f"Shown: {_level(found, found.kind)}; {_how(found.kind)}; {judged:,} of {len(found.blocks):,} rounds."
    return {
        "title": title,
        "side": found.side,
        "rounds": len(found.blocks),
        "changes": changes,
        "charts": charts,
        "how": how,
        "kinds": [_kind(found, kind) for kind in found.kinds[:MOST_KINDS]],
    }


def _short(course: Course, measure: str) -> str:
    if course.first is None or course.last is None:
        return "too few sessions"
    return f"{_number(course.first, measure)} \u2192 {_number(course.last, measure)}"


def _why(course: Course, measure: str) -> str:
    if course.first is None or course.last is None:
        return ""
    return f": {_short(course, measure)}"


def _number(value: float, measure: str) -> str:
    return f"{value:.{DECIMALS.get(measure, 0)}f}".replace("-", "\u2212")


def _level(found: Practice, kind: Kind | None) -> str:
    """Mode and number of a level, and its title if this version still has it."""
    if kind is None:
        return "no level"
    words = f"{kind.mode} {kind.level}"
    game = next((game for game in GAMES if game.id == found.game), None)
    try:
        return words if game is None else f"{words} ({level_of(game, kind.mode, kind.level).title})"
    except ValueError:
        return words


def _how(kind: Kind | None) -> str:
    """The input, the form and the screen of a kind, in words."""
    if kind is None:
        return ""
    known = "screen size measured" if kind.calibrated else "screen size not measured"
    fits = "level fitted to the hand" if kind.coached else "level as written"
    return f"{INPUTS.get(kind.input, kind.input)}, {FORMS.get(kind.form, kind.form)}; {known}; {fits}; rules {kind.game_version}"


def _kind(found: Practice, kind: Kind) -> dict[str, str]:
    own = [block for block in found.blocks if block.kind == kind]
    return {
        "level": _level(found, kind),
        "how": _how(kind),
        "rounds": f"{len(own):,}",
        "precision": _mean([block.precision for block in own]),
        "speed": _mean([block.speed for block in own if block.speed is not None]),
        "points": str(max((block.score for block in own if _whole(block)), default="")),
    }


def _whole(block: Played) -> bool:
    return block.status == "complete"


def _mean(values: Sequence[float]) -> str:
    whole = 0.0
    for value in values:
        whole += value
    return f"{whole / len(values):.0f}" if values else "\u2013"


def _fonts() -> list[tuple[int, str]]:
    """The program's fonts, embedded so that the page looks the same everywhere."""
    folder = assets_folder() / "fonts"
    names = ((400, "Regular"), (700, "Bold"))
    return [
        (weight, b64encode((folder / f"AtkinsonHyperlegibleNext-{name}.ttf").read_bytes()).decode())
        for weight, name in names
    ]


def spelled(day: date) -> str:
    """A date as "23 November 2026"."""
    return say("whole day", day=day.day, month=say("months").split()[day.month - 1], year=day.year)


def short(day: date, year: bool = False) -> str:
    """A short date: "23 Nov", or with `year` "Nov 2026"."""
    month = say("months").split()[day.month - 1][:3]
    return f"{month} {day.year}" if year else f"{day.day} {month}"


def since_weeks(until: date, weeks: int) -> date:
    """The Monday on which the last `weeks` weeks begin, the week of `until` included."""
    return monday_of(until) - timedelta(days=7 * (weeks - 1))
