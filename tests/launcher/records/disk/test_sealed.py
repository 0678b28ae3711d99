"""A damaged small file never says something else: the last good one is read, and nobody vanishes with it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from blocks import play

from games.launcher.people.everybody import People
from games.launcher.people.settings import Settings
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept, refused
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.screens import Screens
from games.launcher.records.store import Store

FLIPS = 200  # of each file
FELT = Felt(t_utc_ms=1_795_000_000_000, tz_min=60, when="before", pain=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "all"))


def flipped(content: bytes, rng: random.Random) -> bytes:
    """The same with one bit changed."""
    at = rng.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << rng.randrange(8)]) + content[at + 1 :]


def only_file(store: Store, person: str) -> Path:
    (path,) = (store.folders.data / "profiles" / person / "profile").iterdir()
    return path


def test_every_flipped_bit_breaks_a_seal() -> None:
    whole = sealed(b'{"v":1,"name":"Anna"}')
    for at in range(len(whole)):
        for bit in range(8):
            with pytest.raises(Unreadable, match="checksum"):
                unsealed(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
    assert unsealed(whole) == b'{"v":1,"name":"Anna"}'
    for cut in range(len(whole)):
        with pytest.raises(Unreadable, match="checksum"):
            unsealed(whole[:cut])


def test_of_many_flipped_bits_none_becomes_another_profile_setting_scale_or_feeling(store: Store) -> None:
    rng = random.Random(7)
    people, guest = People(store), store.people.guest()
    maria = people.add("boat", "Maria")
    before = store.people.get(maria.id)
    after = people.keep(maria.id, Settings(volume=3, text=150))
    path = store.folders.data / "profiles" / maria.id / "profile" / f"00000002-{store.device_id}.json"
    whole = path.read_bytes()
    for _ in range(FLIPS):
        path.write_bytes(flipped(whole, rng))
        assert store.people.get(maria.id) == before, "the last good revision"
    path.write_bytes(whole)
    assert people.get(maria.id) == after

    store.people.put(guest.model_copy(update={"side": "left"}))
    path = only_file(store, GUEST)
    whole = path.read_bytes()
    for _ in range(FLIPS):
        path.write_bytes(flipped(whole, rng))
        assert store.people.get(GUEST) == guest
    path.write_bytes(whole)

    keep(store, maria.id, FELT)
    (path,) = (store.folders.data / "profiles" / maria.id / "felt").iterdir()
    whole = path.read_bytes()
    for _ in range(FLIPS):
        path.write_bytes(flipped(whole, rng))
        assert (kept(store, maria.id), refused(store, maria.id)) == ([], [path])
    path.write_bytes(whole)
    assert (kept(store, maria.id), refused(store, maria.id)) == ([FELT], [])


def test_a_flipped_bit_of_this_machines_facts_costs_nothing(store: Store) -> None:
    rng = random.Random(8)
    store.screens.keep("x11 1280x800", 7.25)
    store.screens.keep_window("x11 1280x800", (900, 700), True)
    for name in ("device.json", "device.again.json"):
        path = store.folders.state / name
        whole = path.read_bytes()
        for _ in range(FLIPS // 2):
            path.write_bytes(flipped(whole, rng))
            again = Screens(store.folders.state)
            assert again.px_per_mm_for("x11 1280x800") == 7.25
            assert again.window_for("x11 1280x800") == ((900, 700), True)
            assert again.device() == store.device_id
        path.write_bytes(whole)


def test_files_of_before_there_were_seals_are_read(store: Store) -> None:
    maria = People(store).add("boat", "Maria")
    keep(store, maria.id, FELT)
    for path in (store.folders.data / "profiles" / maria.id).rglob("*.json"):
        path.write_bytes(unsealed(path.read_bytes()) + b"\n")
    (store.folders.state / "device.again.json").unlink()
    (store.folders.state / "device.json").write_text(json.dumps({"device": "e" * 32}, indent=1))
    again = Store.open(store.folders)
    assert again.device_id == "e" * 32
    assert People(again).all() == [maria]
    assert kept(again, maria.id) == [FELT]


@pytest.mark.parametrize("left", [None, b"", b"{", b"\0" * 300])
def test_somebody_whose_only_profile_is_damaged_is_there_and_gets_a_name_again(
    store: Store, left: bytes | None
) -> None:
    people = People(store)
    maria = people.add("boat", "Maria")
    play(store, maria.id, 1)
    path = only_file(store, maria.id)
    path.write_bytes(flipped(path.read_bytes(), random.Random(3)) if left is None else left)
    people = People(Store.open(store.folders))
    (somebody,) = people.all()
    assert (somebody.id, somebody.name, people.counts(somebody.id)[0]) == (maria.id, None, 1)
    assert people.last() == people.first() == somebody, "playing goes on with the same one"
    people.keep(maria.id, Settings(volume=2))
    assert [one.id for one in people.all()] == [maria.id], "also after a change without a name"
    people.repicture(maria.id, "boat")
    assert people.rename(maria.id, "Maria").name == "Maria"
    assert [(one.id, one.name) for one in people.all()] == [(maria.id, "Maria")]
    assert path.exists()


@pytest.mark.parametrize("name", ["Maria", "Zoë", "=1+1", '"Q"'])
def test_asking_for_a_name_whose_file_has_one_flipped_bit_makes_no_second_person(tmp_path: Path, name: str) -> None:
    rng = random.Random(name)
    store = Store.open(Folders.standard(tmp_path / "all"))
    person, other = store.profile(name), store.profile("Somebody else")
    for number, one in enumerate((person, other), 1):
        play(store, one.id, number)
    whole = {only_file(store, one.id): only_file(store, one.id).read_bytes() for one in (person, other)}
    for _ in range(20):
        for path, content in whole.items():
            for newer in path.parent.iterdir():
                newer.unlink()
            path.write_bytes(flipped(content, rng))
        assert store.profile(name).id == person.id
        assert store.profile("Somebody else").id == other.id


def test_somebody_else_s_name_is_not_taken_for_a_damaged_one(store: Store) -> None:
    ken = store.profile("Ken")
    play(store, ken.id, 1)
    path = only_file(store, ken.id)
    path.write_bytes(path.read_bytes().replace(b'"right"', b'"wrong"'))
    assert store.profile("Ben").id != ken.id
    assert store.profile("Ken").id == ken.id


def test_a_folder_without_rounds_and_without_a_readable_profile_is_nobody(store: Store) -> None:
    maria = People(store).add("boat", "Maria")
    only_file(store, maria.id).write_bytes(b"{")
    assert People(store).all() == []
