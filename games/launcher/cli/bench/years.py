"""`bench --years`: the cost of Home, progress, scores and a report after years of practice, on invented data in a
temporary folder."""

from __future__ import annotations

import json
import math
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from random import Random

# Any: a header as JSON
from typing import Any

from games.catalog import GAMES
from games.kit.block import Block
from games.kit.game import AnyGame, Fit
from games.kit.geometry import Vec
from games.launcher.devices.system.files import SharedFiles
from games.launcher.drawing.recording import Recording
from games.launcher.hand import HANDS, Hand, played
from games.launcher.people.everybody import People
from games.launcher.records.blocks.trace import packed
from games.launcher.records.blocks.vault import REPS, Vault
from games.launcher.records.folders import Folders, make_folder
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.round.levels import AIDS
from games.launcher.round.record import Circumstances, record_of
from games.launcher.screens import routes
from games.launcher.screens.progress.pages import PAGES
from games.launcher.shell import places
from games.launcher.shell.clock import Moment
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.places import Place
from games.launcher.shell.tell import Tell

ROOM = Vec(217, 114)
A_DAY = 10  # blocks a day
NOISE = 0.12
LAST = date(2026, 11, 23)


def years(count: float) -> dict[str, float]:
    """How long each thing takes, in s, after this many years of ten blocks a day."""
    with tempfile.TemporaryDirectory() as place:
        folders = Folders.standard(Path(place))
        figures = {"files made, s": _seconds(lambda: fill(folders.data, round(count * 365)))}
        figures["index made anew, s"] = _seconds(lambda: Store.open(folders, SharedFiles()))
        figures["store opened, s"] = _seconds(lambda: Store.open(folders, SharedFiles()))
        store = Store.open(folders, SharedFiles())
        desk = desk_of(store)
        for name, make in _screens():
            figures[f"{name} opened, s"] = _seconds(partial(_opened, make, desk))
        from games.launcher.reports.page import page

        since = LAST - timedelta(days=364)
        figures["report of a year, s"] = _seconds(lambda: page(store, GUEST, since, LAST))
        begun = LAST - timedelta(days=round(count * 365))
        figures["report of everything, s"] = _seconds(lambda: page(store, GUEST, begun, LAST))
        figures["blocks"] = store.counts(GUEST)[0]
    with tempfile.TemporaryDirectory() as place:
        folders = Folders.standard(Path(place))
        fill(folders.data, round(min(1.0, count) * 365))
        figures |= _moved(Store.open(folders, SharedFiles()), Path(place))
    return figures


def _moved(store: Store, place: Path) -> dict[str, float]:
    """A year at most written as one file, and taken in elsewhere: first anew, then again with nothing new."""
    from games.launcher.reports.everything import read_everything, write_everything

    file = place / "everything.json"
    figures = {"export of a year, s": _seconds(lambda: write_everything(store, GUEST, file))}
    other = Store.open(Folders.standard(place / "elsewhere"), SharedFiles())
    for name in ("import of a year, s", "import of a year with nothing new, s"):
        figures[name] = _seconds(lambda: read_everything(other, file, None))
    return figures


def fill(data: Path, days: int, rng: Random | None = None, gain: float = 0.25) -> None:
    """Write blocks of the guest: ten a day, both hands, every game, improving and levelling off, with days off."""
    rng = rng or Random(1)
    vault, made = Vault(data), [_model(game, side) for game in GAMES for side in ("right", "left")]
    vault.open()
    for ago in range(days - 1, -1, -1):
        day = LAST - timedelta(days=ago)
        gained = 1 + gain * (1 - math.exp(-(days - ago) / (days / 3)))
        game = (days - ago) % len(GAMES)
        for n in range(A_DAY):
            header, body = made[2 * ((game + n // 5) % len(GAMES)) + (n % 5 > 2)]
            when = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=3 * n)
            _write(vault, _varied(header, body, when, rng, gained), body)


@cache
def _model(game: AnyGame, side: str) -> tuple[Record, bytes]:
    """A block played by a synthetic hand but marked as touch, and the bytes of its reps and its trace."""
    level = replace(game.levels[0], reps=min(10, game.levels[0].reps or 10), seconds=None)
    block = played(Block(game, level, 3, ROOM, AIDS, None, Fit(side)), Hand(HANDS["slow"], 3), longest=200)
    about = Circumstances("0" * 32, "practice", 1, Moment(0, 0, LAST.isoformat(), 9), px_per_mm=6.0, calibrated=True)
    record = record_of(block, about, "complete").model_copy(update={"input": "touch"})
    reps = zlib.compress(REPS.dump_json(record.reps), 6)
    trace = packed(block.trace)
    return record.model_copy(update={"steps": len(reps)}), reps + trace


def _varied(record: Record, body: bytes, when: datetime, rng: Random, gained: float) -> dict[str, Any]:
    """Its header on another day, with scores changed by the gain and some scatter."""
    precision = min(100.0, max(0.0, record.precision * 0.7 * gained * (1 + rng.gauss(0, NOISE))))
    speed = min(100.0, max(0.0, (record.speed or 0.0) * gained * (1 + rng.gauss(0, NOISE))))
    header = record.model_dump(mode="json", exclude={"reps"})
    smooth = record.measures.get("sparc")
    if isinstance(smooth, float):
        header["measures"]["sparc"] = min(0.0, smooth / gained * (1 + rng.gauss(0, NOISE)))
    header |= {"id": f"{rng.getrandbits(128):032x}", "local_date": when.date().isoformat()}
    header |= {"started_utc_ms": int(when.timestamp() * 1000), "precision": precision, "speed": speed}
    header |= {"score": round(precision * speed / 10), "dur_ms": 90_000 + rng.randrange(60_000)}
    header |= {"reps_len": record.steps, "trace_len": len(body) - record.steps, "steps": 1000}
    return header | {"body": blake2b(body, digest_size=16).hexdigest()}


def _write(vault: Vault, header: dict[str, Any], body: bytes) -> None:
    """Write a file directly: flushing each to the disk would take most of the time, and nothing needs to last."""
    when = datetime.fromtimestamp(header["started_utc_ms"] / 1000, UTC)
    name = f"{when:%Y%m%dT%H%M%S}000Z-{header['id']}.hps"
    path = vault.path_named(header["profile"], name)
    make_folder(path.parent)
    line = json.dumps(header, separators=(",", ":")).encode()
    path.write_bytes(b"%08x " % zlib.crc32(line) + line + b"\n" + body)


def desk_of(store: Store, size: Vec = ROOM) -> Desk:
    """A desk at which the guest plays on the last day."""
    moment = Moment(int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp() * 1000), 0, LAST.isoformat(), 12)
    desk = Desk(Display("bench", size, 6.0, True), lambda: moment, Tell(None, 6.0), lambda: 1)
    people = People(store)
    desk.load(store, people, people.guest())
    desk.pictures = True
    return desk


def _screens() -> Sequence[tuple[str, Place]]:
    pages = [(f"progress: {page}", places.Progress(page)) for page, _ in PAGES]
    return [("home", places.Home()), *pages, ("scores", places.Scores(GAMES[0].id, "practice", 1))]


def _opened(place: Place, desk: Desk) -> None:
    """Build, lay out and draw a page once, without a device."""
    screen = routes.page(desk, place)
    canvas = Recording(ROOM)
    canvas.begin()
    screen.laid()
    screen.draw(canvas)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
