"""CSV tables for a spreadsheet: one of all blocks, one of all repetitions; safe to open, with units in the headings."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import open_private
from games.launcher.records.models import Record
from games.launcher.records.store import Store
from games.launcher.reports import customs
from games.launcher.scoring.block import MEASURES
from games.launcher.scoring.measured import units_of
from games.launcher.scoring.summary import UNITS

Heard = Callable[[int, int], None]
PAUSE = 30 * 60_000  # ms without a block after which a new session begins
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a cell beginning with one of these would be taken for a formula
REP_UNITS = {name: unit for _, kind in MEASURES.values() for name, unit in units_of(kind).items()}
BLOCK = (
    "session",
    "block",
    "began",
    "game",
    "mode",
    "level",
    "hand",
    "input",
    "form",
    "aids",
    "screen size measured",
    "px per mm",
    "table width (mm)",
    "table height (mm)",
    "level fitted to the hand",
    "played (s)",
    "status",
    "repetitions",
    "precision (0 to 100)",
    "speed (100: a fast adult)",
    "points",
    "graded throughput (bit/s)",
    "rules",
    "measures version",
    "seed",
)
REP = (
    "block",
    "repetition",
    "task",
    "outcome",
    "asked (s)",
    "began (s)",
    "let go (s)",
    "ended (s)",
    "fingers",
)


def write_tables(
    store: Store, profile: str, since: str, until: str, folder: Path, heard: Heard | None = None, excel: bool = False
) -> list[Path]:
    """Write sessions.csv and reps.csv into a folder; days are YYYY-MM-DD. Simulated blocks say so in `input`.

    With `excel`, cells are separated by semicolons, and numbers have a decimal comma if that is usual in the region:
    the format that a spreadsheet there expects on a double click. Both files begin with a byte order mark.

    Files that cannot be read are left out. Raises OSError if nothing can be written, FileExistsError if a file exists.
    """
    names = store.practised.files(profile, since, until)
    sessions, reps = folder / "sessions.csv", folder / "reps.csv"
    with (
        open(sessions, "x", encoding="utf-8-sig", newline="", opener=open_private) as blocks_file,
        open(reps, "x", encoding="utf-8-sig", newline="", opener=open_private) as reps_file,
    ):
        sign, comma = (";", customs.decimal_comma()) if excel else (",", False)
        blocks, rows = csv.writer(blocks_file, delimiter=sign), csv.writer(reps_file, delimiter=sign)
        blocks.writerow([*BLOCK, *(f"{name} ({unit})" for name, unit in UNITS.items())])
        rows.writerow([*REP, *(f"{name} ({unit})" for name, unit in REP_UNITS.items())])
        session, last = 0, -PAUSE
        for number, record in enumerate(_records(store, profile, names), 1):
            session += record.started_utc_ms - last >= PAUSE
            last = record.started_utc_ms + record.dur_ms
            blocks.writerow(safe(_block_row(record, session), comma))
            rows.writerows(safe(row, comma) for row in _rep_rows(record))
            if heard is not None:
                heard(number, len(names))
    return [sessions, reps]


def _records(store: Store, profile: str, names: Iterable[str]) -> Iterator[Record]:
    for name in names:
        try:
            yield store.record(profile, name)
        except (Unreadable, OSError):
            continue


def _block_row(record: Record, session: int) -> list[object]:
    return [
        session,
        record.id,
        moment(record),
        record.game,
        record.mode,
        record.level,
        record.fit.side,
        record.input,
        record.form,
        " ".join(record.aids),
        record.calibrated,
        record.px_per_mm,
        *record.table,
        record.coach is not None,
        (record.dur_ms - record.carried_ms) / 1000,
        record.status,
        len([rep for rep in record.reps[record.carried_reps :] if rep.outcome != "interrupted"]),
        record.precision,
        record.speed,
        record.score,
        record.throughput,
        record.game_version,
        record.measures_version,
        record.seed,
        *(record.measures.get(name) for name in UNITS),
    ]


def _rep_rows(record: Record) -> Iterator[list[object]]:
    for rep in record.reps[record.carried_reps :]:  # the earlier part belongs to the picture that was continued
        measures = rep.measures or {}
        yield [
            record.id,
            rep.i + 1,
            rep.task.kind,
            rep.outcome,
            rep.asked,
            rep.began,
            rep.let_go,
            rep.ended,
            len(rep.fingers),
            *(measures.get(name) for name in REP_UNITS),
        ]


def moment(record: Record) -> str:
    """When a block began, in the player's local time: ISO 8601 with UTC offset."""
    zone = timezone(timedelta(minutes=record.tz_min))
    return datetime.fromtimestamp(record.started_utc_ms / 1000, UTC).astimezone(zone).isoformat(timespec="seconds")


def safe(row: Sequence[object], comma: bool = False) -> list[object]:
    """The cells of a row; text that a spreadsheet would take for a formula gets an apostrophe in front. Numbers stay numbers."""
    return [_cell(cell, comma) for cell in row]


def _cell(cell: object, comma: bool) -> object:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if comma and isinstance(cell, float):
        return repr(cell).replace(".", ",")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(RISKY) else cell
