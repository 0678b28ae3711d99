"""Blocks from elsewhere are what the models say, value by value, or they are named and left out: none stops a start."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pytest
from forging import TRACES, forged, played, put, rep_with, said

from games.launcher.records.blocks.vault import read, read_record
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store

DEEP: Any = 1
for _ in range(150):
    DEEP = [DEEP]
CARRY: dict[str, Any] = {"start": [1, 2], "goal": [30, 4], "width": 20}


def task(**changes: Any) -> list[dict[str, Any]]:
    return rep_with(task={"kind": "carry", "fields": {**CARRY, **changes}})


ODD: list[tuple[str, dict[str, Any]]] = [
    ("a measure that is words", {"measures": {"hits": "x"}}),
    ("a measure that is yes", {"measures": {"hits": True}}),
    ("a measure beyond all numbers", {"measures": {"sparc": 10**400}}),
    ("a measure that is a list", {"measures": {"attempts": [1]}}),
    ("a day that there is not", {"local_date": "2026-11-31"}),
    ("a month that there is not", {"local_date": "2026-13-01"}),
    ("a day of another age", {"local_date": "0001-01-01"}),
    ("a later format", {"v": 99}),
    ("no format", {"v": True}),
    ("points beyond any hand", {"score": 999_999_999}),
    ("points that are words", {"score": "570"}),
    ("a precision of yes", {"precision": True}),
    ("half a letter", {"game": "\ud800"}),
    ("a number too long to be one", {"seed": 2**64}),
    ("an empty task", {"reps": rep_with(task={"kind": "carry", "fields": {}})}),
    ("a task of no kind", {"reps": rep_with(task={"kind": "juggle", "fields": {}})}),
    ("a task that says it is another", {"reps": rep_with(task={"kind": "follow", "fields": CARRY})}),
    ("a width that is words", {"reps": task(width="20")}),
    ("a width that is yes", {"reps": task(width=True)}),
    ("a place of three numbers", {"reps": task(goal=[1, 2, 3])}),
    ("a place that is words", {"reps": task(goal="here")}),
    ("a way nested 150 deep", {"reps": task(via=DEEP)}),
    ("something unknown nested 150 deep", {"reps": task(later=DEEP)}),
    ("no reps but a word", {"reps": "none"}),
    ("reps without anything", {"reps": [{}]}),
    ("a time that is words", {"reps": rep_with(began="1.5")}),
    ("a rep's measure that is words", {"reps": rep_with(measures={"error": "far"})}),
    ("a rep's yes that is a number", {"reps": rep_with(measures={"tapped": 1})}),
    ("a rep's words that are a number", {"reps": rep_with(measures={"reason": 5})}),
    ("reps beyond counting", {"reps": rep_with() * 900}),
]


@pytest.mark.parametrize(("what", "changes"), ODD, ids=[what for what, _ in ODD])
def test_what_no_program_wrote_is_named_and_stops_nothing(tmp_path: Path, what: str, changes: dict[str, Any]) -> None:
    folders = Folders.standard(tmp_path)
    path = put(folders.data, said(**changes))
    content = path.read_bytes()
    put(folders.data, said(2))
    for _ in range(2):
        store = Store.open(folders)
        assert store.counts(GUEST) == (1, 24), "what is whole counts"
        (left,) = store.index.unread()
        assert left.file == path.name
        assert len(left.why.splitlines()) == 1
        assert left.profile == GUEST
    with pytest.raises(Unreadable):
        read(path)
    assert path.read_bytes() == content, "it is left as it is"


FINE: list[tuple[str, dict[str, Any]]] = [
    ("no reps", {"reps": []}),
    ("reps out of order", {"reps": list(reversed(rep_with()))}),
    ("times that run backwards", {"reps": rep_with(asked=9.0, began=8.0, let_go=7.0, ended=6.0)}),
    ("the same rep twice", {"reps": [*rep_with(), *rep_with()]}),
    ("whole numbers for others", {"reps": task(width=20, hold=0), "precision": 50, "measures": {"hits": 1}}),
    ("fields and measures of later programs", {"mood": [1], "measures": {"later": 2.5}, "reps": task(later=[[1]])}),
    ("a measure that is undefined", {"measures": {"hits": None}, "reps": rep_with(measures={"error": None})}),
    ("a number of a task that came about as none", {"reps": task(width=None)}),
]


@pytest.mark.parametrize(("what", "changes"), FINE, ids=[what for what, _ in FINE])
def test_what_is_odd_and_well_formed_is_taken_in(tmp_path: Path, what: str, changes: dict[str, Any]) -> None:
    folders = Folders.standard(tmp_path)
    path = put(folders.data, said(**changes))
    store = Store.open(folders)
    assert store.index.unread() == []
    reps = said(**changes)["reps"]
    counted = int(bool(reps))  # a block of which nothing came is nobody's
    assert store.counts(GUEST)[0] == counted
    assert store.practised.doses(GUEST)["left"].blocks == counted
    assert len(read_record(path).reps) == len(reps)


def test_a_key_that_is_said_twice_is_refused(tmp_path: Path) -> None:
    content = forged(said())
    line = content.partition(b"\n")[0][9:]
    twice = line[:-1] + b', "score": 1}'
    path = put(tmp_path, said(), b"%08x " % zlib.crc32(twice) + twice + content[len(line) + 9 :])
    with pytest.raises(Unreadable, match="'score' twice"):
        read(path)


@pytest.mark.parametrize("path", sorted(TRACES.glob("*.hps")), ids=lambda path: path.stem)
def test_every_honest_record_is_taken_in(path: Path, tmp_path: Path) -> None:
    record, trace = played(path.stem)
    store = Store.open(Folders.standard(tmp_path))
    store.save(record, list(trace))
    store.index.drop()
    assert store.counts(GUEST)[0] == 1
    assert store.index.unread() == []
