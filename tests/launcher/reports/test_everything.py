"""All data out and in again: the same records to the last digit, and nothing believed that is not checked."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from practised import practised

from games.launcher.cli.bench.years import LAST
from games.launcher.records.blocks.vault import read
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders
from games.launcher.records.models import Record
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.reports.saving import save
from games.launcher.reports.tables import moment, safe, write_tables


def everything(store: Store, profile: str = GUEST) -> dict[str, tuple[Record, list[object]]]:
    found = [read(path) for path in store.vault.files()]
    return {record.id: (record, trace) for record, trace in found if record.profile == profile}  # type: ignore[misc]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return practised(tmp_path / "one", 2)


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "other"))


def test_an_empty_profile_gets_the_same_records_and_traces(store: Store, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert write_everything(store, GUEST, path) == 20
    done = read_everything(other, path)
    assert (done.new, done.known, done.damaged) == (20, 0, 0)
    assert everything(other) == everything(store)
    assert other.counts(GUEST) == store.counts(GUEST)
    assert other.practised.doses(GUEST) == store.practised.doses(GUEST)


def test_a_person_comes_with_name_picture_hand_and_settings(store: Store, other: Store, tmp_path: Path) -> None:
    ada = store.profile("Ada")
    store.people.put(ada.model_copy(update={"picture": "boat", "side": "left", "settings": {"text": 150}}))
    path = tmp_path / "all.json"
    write_everything(store, ada.id, path)
    read_everything(other, path)
    came = other.people.get(ada.id)
    assert came is not None
    assert (came.name, came.picture, came.side, came.settings) == ("Ada", "boat", "left", {"text": 150})


def test_importing_twice_changes_nothing_and_another_profile_can_take_it(
    store: Store, other: Store, tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    write_everything(store, GUEST, path)
    done = read_everything(other, path, "Ben")
    assert (done.name, done.new) == ("Ben", 20)
    assert other.counts(done.profile)[0] == 20
    assert other.counts(GUEST)[0] == 0
    again = read_everything(other, path, "Ben")
    assert (again.new, again.known) == (0, 20)


def test_it_is_json_that_any_program_reads(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    write_everything(store, GUEST, path)
    read_all = json.loads(path.read_text())
    assert len(read_all["blocks"]) == 20
    assert read_all["blocks"][0]["record"]["reps"]
    with pytest.raises(FileExistsError):
        write_everything(store, GUEST, path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"hello",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"handplay": 1' * 999,
        b'{"handplay": 1, "profile": {}, "blocks": [\n]}',
        b'{"handplay": 99, "profile": {}, "blocks": [\n]}\n',
    ],
)
def test_what_is_no_export_is_refused_with_one_sentence(other: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_everything(other, path)
    assert "\n" not in str(refused.value)
    assert other.counts(GUEST)[0] == 0


def test_damaged_blocks_are_left_out_and_the_others_kept(store: Store, other: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    write_everything(store, GUEST, path)
    lines = path.read_text().split("\n")
    lines[1] = lines[1][: len(lines[1]) // 2]
    lines[2] = lines[2].replace('"reps":[', '"reps":["x",', 1)
    lines[3] = lines[3].replace('"trace":"', '"trace":"%%', 1)
    lines[4] = lines[4].replace('"id":"', '"id":"../', 1)
    path.write_text("\n".join(lines))
    done = read_everything(other, path)
    assert (done.new, done.damaged) == (16, 4)
    assert everything(other).items() <= everything(store).items()


def test_tables_have_a_row_for_each_block_and_repetition(store: Store, tmp_path: Path) -> None:
    sessions, reps = write_tables(store, GUEST, "", "9", tmp_path)
    assert sessions.read_bytes().startswith(b"\xef\xbb\xbf")
    blocks = list(csv.DictReader(sessions.open(encoding="utf-8-sig")))
    rows = list(csv.DictReader(reps.open(encoding="utf-8-sig")))
    assert len(blocks) == 20
    assert len(rows) == sum(len(record.reps) for record, _ in everything(store).values())
    assert [block["session"] for block in blocks] == ["1"] * 10 + ["2"] * 10
    first = blocks[0]
    assert first["began"] == "2026-11-22T09:00:00+00:00"
    assert (first["hand"], first["input"], first["screen size measured"]) == ("right", "touch", "yes")
    assert float(first["precision (0 to 100)"]) > 0
    assert {row["block"] for row in rows} == {block["block"] for block in blocks}


def test_no_cell_is_a_formula() -> None:
    row = ["=1+1", "+x", "-x", "@x", "\tx", -1.5, "fine", True, None]
    assert safe(row) == ["'=1+1", "'+x", "'-x", "'@x", "'\tx", -1.5, "fine", "yes", None]


def test_a_moment_has_the_players_own_clock(store: Store) -> None:
    record = next(iter(everything(store).values()))[0]
    assert moment(record.model_copy(update={"tz_min": -330})).endswith("-05:30")


@pytest.mark.parametrize(("what", "name"), [("report", "Report"), ("table", "Tables"), ("all", "All data")])
def test_what_is_saved_never_writes_over_anything(store: Store, what: str, name: str) -> None:
    first, second = (save(store, GUEST, what, LAST, 12) for _ in range(2))
    assert first.parent == second.parent == store.folders.data / "reports"
    assert first.stem == f"{name} 2026-11-23"
    assert second.stem == f"{name} 2026-11-23 2"
    assert first.exists()
    assert second.exists()
