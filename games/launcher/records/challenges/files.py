"""Challenge files (.hpc): what to play, the points to reach, and the recording that reached them. They are not trusted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from math import isfinite
from pathlib import Path

# Any: pydantic's own type of what is left out
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, ValidationError

from games.kit.fingers import Command, Reading
from games.kit.game import BOARD, RATE
from games.launcher.records.blocks.trace import flat, packed, unpacked
from games.launcher.records.blocks.vault import first_of
from games.launcher.records.disk.reading import content_of, json_of, shown
from games.launcher.records.disk.sealed import first_line
from games.launcher.records.disk.sealed import sealed as line_sealed
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import MOST_POINTS, FitRecord, Frozen, Word

FORMAT = 1
ENDING = ".hpc"
LONGEST_FILE = 4_000_000  # bytes
LONGEST_HEAD = 16_384
LONGEST_SECONDS = 1800  # of play
MOST_BYTES = 10_000_000  # of the recording, unpacked
MOST_READINGS = 150_000
USUAL_RATE = 1000  # readings a second, of a fast mouse or eight fingers, over a whole round ...
MOST_A_SECOND = 5000  # ... and in one second: ten fingers at 240 are 2400
USUAL_COMMANDS = 10  # a second, over a whole round ...
MOST_COMMANDS = RATE  # ... and in one second: one in each step
MOST_LANDINGS = 100  # contacts that begin in one second
MOST_FINGERS = 20  # at once
FARTHEST = 1000.0  # mm from the table's corner
STRONGEST = 1000.0  # of a command's number
Side = Annotated[float, Field(allow_inf_nan=False, ge=20)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class ChallengeHead(Frozen):
    """Everything about a challenge except its recording. It holds no name, profile, device or date.

    `seal` is a checksum over all fields and the recording, so that an accidental or casual change is noticed.
    """

    kind: Literal["challenge"] = "challenge"
    v: Annotated[int, Field(ge=1, le=99)] = FORMAT
    game: Word
    game_version: Annotated[int, Field(ge=1, le=10_000)]
    measures_version: Annotated[int, Field(ge=1, le=10_000)]
    level: Annotated[int, Field(ge=1, le=1000)]
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    points: Annotated[int, Field(ge=0, le=MOST_POINTS)]
    table: tuple[Annotated[Side, Field(le=BOARD.x)], Annotated[Side, Field(le=BOARD.y)]]
    fit: FitRecord
    aids: Annotated[tuple[Word, ...], Field(max_length=10)]
    hand: Word | None  # the preset of the synthetic hand, if one played
    steps: Annotated[int, Field(ge=1, le=LONGEST_SECONDS * RATE)]
    edition: Annotated[int, Field(ge=1, le=10_000)] = 1  # of what the recording means, see games.kit.game
    input: Word = ""  # how it was played; "" in challenges of earlier versions
    form: Word = ""
    seal: Hash = "0" * 32


class _Written(ChallengeHead):
    """The first line of a file: the head, and what follows it."""

    trace_len: Annotated[int, Field(ge=1, le=LONGEST_FILE)]
    body: Hash


class Room(NamedTuple):
    """The most readings that a recording may hold, and how many of them may be commands."""

    readings: int
    commands: int


def room_of(head: ChallengeHead, seconds: float = LONGEST_SECONDS) -> Room:
    """The limits for a recording as long as its head says, but at most `seconds` long."""
    lasting = min(head.steps / RATE, seconds) + 1.0
    return Room(min(MOST_READINGS, int(lasting * USUAL_RATE)), int(lasting * USUAL_COMMANDS) + MOST_COMMANDS)


def sealed(head: ChallengeHead, trace: Sequence[Reading]) -> ChallengeHead:
    """The same head with the seal computed from it and this recording."""
    unsaid: dict[str, Any] = {"seal": True}
    if head.edition == 1:  # sealed before the fields `edition` and `grace_ms` existed
        unsaid |= {"edition": True, "fit": {"grace_ms"}}
    if not head.form:  # sealed before these fields existed
        unsaid |= {"input": True, "form": True}
    said = json.dumps(head.model_dump(mode="json", exclude=unsaid), sort_keys=True, separators=(",", ":"))
    whole = blake2b(said.encode() + b"\n" + flat(trace), digest_size=16)
    return head.model_copy(update={"seal": whole.hexdigest()})


def encoded(head: ChallengeHead, trace: Sequence[Reading]) -> bytes:
    """The bytes of a challenge file; the seal is written as it is in the head."""
    body = packed(trace)
    whole = head.model_dump(mode="json") | {"trace_len": len(body), "body": _hash(body)}
    line = json.dumps(whole, separators=(",", ":"), allow_nan=False).encode()
    return line_sealed(line) + body


def read_challenge(path: Path, room: Callable[[ChallengeHead], Room] = room_of) -> tuple[ChallengeHead, list[Reading]]:
    """A challenge and its recording, checked as far as is possible without playing it; `room` gives the limits.

    Raises Unreadable with one sentence for anything that is not a challenge, OSError if the file is missing.
    """
    return decoded(content_of(path, LONGEST_FILE), plain(path.name), room)


def decoded(
    content: bytes, name: str, room: Callable[[ChallengeHead], Room] = room_of
) -> tuple[ChallengeHead, list[Reading]]:
    """The challenge in these bytes; `name` is what a refusal calls the file. Raises Unreadable as above."""
    if len(content) > LONGEST_FILE:
        raise Unreadable(f"{name} has more than {LONGEST_FILE} bytes: it is no challenge")
    line, body = first_line(content, LONGEST_HEAD, name, "a challenge")
    try:
        json_of(line, f"the header of {name}")
        head = _Written.model_validate_json(line)
    except (ValidationError, RecursionError) as error:
        raise Unreadable(f"the header of {name} is not what it should be: {first_of(error)}") from error
    if head.v > FORMAT:
        raise Unreadable(f"{name} was made by a newer version of Handplay")
    if head.trace_len != len(body):
        raise Unreadable(f"{name} was changed on the way: it is not as long as it says")
    if head.body != _hash(body):
        raise Unreadable(f"{name} was changed on the way: its checksum does not fit")
    try:
        trace = unpacked(body, MOST_BYTES, *room(head))
        checked(trace, head.steps)
    except Unreadable as error:
        raise Unreadable(f"the recording in {name} cannot be used: {error}") from error
    own = {field: getattr(head, field) for field in ChallengeHead.model_fields}
    return ChallengeHead(**own), trace


def checked(trace: Sequence[Reading], steps: int) -> None:
    """Raise Unreadable with one sentence if neither a hand nor this program can have made the recording."""
    if not trace:
        raise Unreadable("nothing was touched in it")
    last, longest, counts = 0.0, steps / RATE + 1.0, _Counts()
    for reading in trace:
        if not last <= reading.t <= longest:
            raise Unreadable(f"a reading is at {reading.t:.5g} s: {last:.5g} to {longest:.5g} s are possible there")
        last = reading.t
        _possible(reading)
        counts.add(reading)


def _possible(reading: Reading) -> None:
    """Raise Unreadable if one reading alone is impossible."""
    if isinstance(reading, Command):
        if not isinstance(reading.value, str) and not _within(reading.value, STRONGEST):
            raise Unreadable(f"a command has the value {reading.value:.5g}: up to {STRONGEST:g} is allowed")
        return
    if not (_within(reading.at.x, FARTHEST) and _within(reading.at.y, FARTHEST)):
        raise Unreadable(f"a finger is {reading.at.x:.5g}, {reading.at.y:.5g} mm away: up to 1000 is allowed")
    if not 0 <= reading.finger < 2**32:
        raise Unreadable("a finger has an impossible number")


class _Counts:
    """How many readings, commands and landings there were in the running second, and which fingers are down."""

    def __init__(self) -> None:
        self._second, self._readings, self._landings, self._commands = -1, 0, 0, 0
        self._down: set[int] = set()

    def add(self, reading: Reading) -> None:
        """Count one more reading. Raises Unreadable if these are more than a hand can make."""
        if int(reading.t) != self._second:
            self._second, self._readings, self._landings, self._commands = int(reading.t), 0, 0, 0
        self._readings += 1
        if isinstance(reading, Command):
            self._commands += 1
        elif reading.phase == "down":
            self._landings += 1
            self._down.add(reading.finger)
        elif reading.phase in ("up", "cancel"):
            self._down.discard(reading.finger)
        for what, count, most in (
            ("readings in a second", self._readings, MOST_A_SECOND),
            ("commands in a second", self._commands, MOST_COMMANDS),
            ("landings in a second", self._landings, MOST_LANDINGS),
            ("fingers at once", len(self._down), MOST_FINGERS),
        ):
            if count > most:
                raise Unreadable(f"there are {count} {what}: up to {most} are allowed")


def found_in(folder: Path, most: int) -> Iterator[Path]:
    """Challenge files directly in this folder, by their suffix; at most `most` names are looked at."""
    try:
        for index, path in enumerate(folder.iterdir()):
            if index >= most:
                return
            if path.suffix.lower() == ENDING and not path.name.startswith(".") and path.is_file():
                yield path
    except OSError:
        return


def plain(name: str, most: int = 60) -> str:
    """A file's name as it can be shown: without hidden or text-direction characters, and shortened if it is long."""
    return shown(name, most)


def _within(value: float, most: float) -> bool:
    return isfinite(value) and -most <= value <= most


def _hash(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()
