"""The report: one self-contained page for printing on what was practised, how much, and whether it changed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from games import VERSION
from games.catalog import GAMES
from games.kit.geometry import Vec
from games.kit.words import Say
from games.launcher.progress.feeling import ASKED, LITTLE, LOT, NONE
from games.launcher.progress.practising import MEASURES, Practice, practice, value_of
from games.launcher.progress.trend import LEARNING, LEAST_BLOCKS, LEAST_WEEKS, Change, Course, monday_of
from games.launcher.records.felt import Felt, kept
from games.launcher.records.index.movements import MOVEMENTS
from games.launcher.records.index.practised import Kind, Played
from games.launcher.records.store import Store
from games.launcher.reports import customs
from games.launcher.reports.svg import svg
from games.launcher.reports.weeks import weeks_svg
from games.launcher.round.levels import level_of
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.assets import assets_folder
from games.launcher.words.phrases import short_day, short_month, title, whole_day
from games.launcher.words.saying import Words

CHART = Vec(88.0, 40.0)  # mm
EM = 2.9  # mm, of the words in charts
DECIMALS = {"smoothness": 2}
TONES = {Change.MORE: "more", Change.LESS: "more", Change.WITHIN: "", Change.FEW: "few"}
FORMS = ("drag", "tap", "pinch", "dwell", "keys", "both")
INPUTS = ("touch", "mouse", "keys", "mixed", "none")
SIZES = {"a4": "A4", "letter": "letter"}  # as style sheets call them
MOST_KINDS = 8  # in the table of a game
Heard = Callable[[int, int], None]


def page(
    store: Store,
    profile: str,
    since: date,
    until: date,
    heard: Heard | None = None,
    paper: str | None = None,
    words: Words | None = None,
) -> str:
    """The report of these days, both included, as one HTML page, for the paper "a4" or "letter", or what is usual here,
    in these words: English where none are given.

    `heard` is called with the number of finished parts and of all parts.
    """
    words = Words() if words is None else words
    say = words.say
    asked = store.practised
    span = since.isoformat(), until.isoformat()
    person = store.people.get(profile)
    days = asked.days(profile, *span)
    doses = asked.doses(profile, *span)
    played = asked.games(profile, *span)
    parts = []
    for number, (game, side, _) in enumerate(played, 1):
        parts.append(_part(words, practice(store, profile, game, side, since, until)))
        if heard is not None:
            heard(number, len(played))
    both = list(doses.values())
    moves = [(say(f"move {name}"), doses["left"].moved[name], doses["right"].moved[name]) for name in MOVEMENTS]
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True).from_string(
        files("games.launcher.reports").joinpath("page.html.jinja").read_text("utf-8")
    )
    return template.render(
        say=say,
        number=words.number,
        language=words.language,
        direction="rtl" if words.leftwards else "ltr",
        fonts=_fonts(),
        paper=SIZES[paper or customs.paper()],
        who=say("guest") if person is None or person.name is None else person.name,
        since=whole_day(say, since),
        until=whole_day(say, until),
        days=len(days),
        all_days=(until - since).days + 1,
        reps=both[0].reps + both[1].reps,
        minutes=round(both[0].minutes + both[1].minutes),
        rounds=both[0].blocks + both[1].blocks,
        weeks=Markup(weeks_svg(days, since, until, say)),
        moves=[row for row in moves if row[1] or row[2]],
        doses=[doses["left"], doses["right"]],
        felt=felt_rows(say, [one for one in kept(store, profile) if span[0] <= local_day(one) <= span[1]]),
        measures=[say(f"paper {name}") for name in MEASURES],
        parts=parts,
        least_weeks=LEAST_WEEKS,
        least_blocks=LEAST_BLOCKS,
        learning=LEARNING,
        version=MEASURES_VERSION,
        program=VERSION,
    )


def felt_rows(say: Say, said: Sequence[Felt]) -> list[tuple[str, str, list[int]]]:
    """What was asked, when, and how often each face was chosen; only where anything was said."""
    rows = []
    for name in ASKED:
        for when in ("before", "after"):
            faces = [getattr(one, name) for one in said if one.when == when]
            counts = [faces.count(face) for face in (NONE, LITTLE, LOT)]
            if any(counts):
                rows.append((say(name), say(f"paper {when}"), counts))
    return rows


def local_day(felt: Felt) -> str:
    """The player's local date (YYYY-MM-DD) of an answer."""
    return (datetime.fromtimestamp(felt.t_utc_ms / 1000, UTC) + timedelta(minutes=felt.tz_min)).date().isoformat()


def _part(words: Words, found: Practice) -> dict[str, object]:
    """What is said and drawn of one game and hand."""
    say, game = words.say, next((game for game in GAMES if game.id == found.game), None)
    called = found.game if game is None else title(say, game)
    changes, charts = [], []
    for measure in MEASURES:
        known = any(value_of(block, measure) is not None for block in found.judged)
        course = found.course(measure)
        changes.append(
            {
                "tone": TONES[course.change],
                "short": _short(words, course, measure) if known else say("paper not measured"),
            }
        )
        if known:
            name = say(f"paper {measure}")
            drawn = svg(
                found.chart(measure, CHART, EM, dates(say), words.decimal_mark),
                EM,
                say(f"paper chart {found.side}", measure=name, game=called),
            )
            charts.append(
                {
                    "name": name,
                    "unit": _unit(words, course, measure),
                    "said": say(f"change {course.change.name.lower()}"),
                    "tone": TONES[course.change],
                    "svg": Markup(drawn),
                }
            )
    judged = len(found.judged)
    level, kind = _level(say, found, found.kind), _how(say, found.kind)
    how = say("paper shown", level=level, how=kind, judged=judged, whole=len(found.blocks))
    return {
        "title": say(f"paper game {found.side}", game=called),
        "hand": say(f"paper hand {found.side}", game=called),
        "rounds": len(found.blocks),
        "changes": changes,
        "charts": charts,
        "how": how,
        "kinds": [_kind(words, found, kind) for kind in found.kinds[:MOST_KINDS]],
    }


def _short(words: Words, course: Course, measure: str) -> str:
    if course.line is None:
        return words.say("paper few")
    first, last = _number(words, course.line.first, measure), _number(words, course.line.last, measure)
    return words.say("paper from to", first=first, last=last)


def _unit(words: Words, course: Course, measure: str) -> str:
    """The unit of a measure; and where the line through all weeks begins and ends, where that is known."""
    unit = words.say(f"paper unit {measure}")
    if course.line is None:
        return unit
    first, last = _number(words, course.line.first, measure), _number(words, course.line.last, measure)
    return words.say("paper unit and why", unit=unit, first=first, last=last)


def _number(words: Words, value: float, measure: str) -> str:
    return words.number(value, f".{DECIMALS.get(measure, 0)}f").replace("-", "\u2212")


def _level(say: Say, found: Practice, kind: Kind | None) -> str:
    """Mode and number of a level, and its title where this program still has it."""
    if kind is None:
        return say("paper no level")
    game = next((game for game in GAMES if game.id == found.game), None)
    try:
        if game is not None:
            called = title(say, game, level_of(game, kind.mode, kind.level))
            return say(f"paper level {kind.mode}", number=kind.level, title=called)
    except ValueError:
        pass  # this program has no such level any more
    return say(f"paper gone {kind.mode}", number=kind.level)


def _how(say: Say, kind: Kind | None) -> str:
    """With what it was played, how, and on what screen."""
    if kind is None:
        return ""
    return say(
        "paper how",
        input=say(f"paper by {kind.input}") if kind.input in INPUTS else kind.input,
        form=say(f"paper form {kind.form}") if kind.form in FORMS else kind.form,
        screen=say("paper screen known" if kind.calibrated else "paper screen unknown"),
        fits=say("paper fitted" if kind.coached else "paper as written"),
        version=kind.game_version,
    )


def _kind(words: Words, found: Practice, kind: Kind) -> dict[str, str]:
    own = [block for block in found.blocks if block.kind == kind]
    return {
        "level": _level(words.say, found, kind),
        "how": _how(words.say, kind),
        "rounds": words.number(len(own), ","),
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


def dates(say: Say) -> Callable[[date, bool], str]:
    """Writes 23 Nov, or where the year is asked for Nov 2026."""
    return lambda day, year: short_month(say, day) if year else short_day(say, day)


def since_weeks(until: date, weeks: int) -> date:
    """The Monday on which the last `weeks` weeks begin, the week of `until` included."""
    return monday_of(until) - timedelta(days=7 * (weeks - 1))
