"""Who plays: added without typing, kept at once, erased and brought back."""

from __future__ import annotations

import json
import time
import unicodedata
from argparse import Namespace
from pathlib import Path

import pytest
from blocks import DAY, stored
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from games.beans import GAME
from games.kit.geometry import Vec
from games.launcher.block_record import recovered
from games.launcher.clock import wall_moment
from games.launcher.display import Display
from games.launcher.people import People
from games.launcher.playing import Loading
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders
from games.launcher.records.index import BestKey
from games.launcher.records.models import Profile, shown_name
from games.launcher.records.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.records.vault import read
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.screens.screen import Desk
from games.launcher.settings import Settings
from games.launcher.tell import Tell

OLD = '{"v":1,"id":"%s","device":"%s","lamport":3,"name":"Zoë","side":"left","settings":{"volume":3}}\n'


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.standard(tmp_path / "all")


@pytest.fixture
def store(folders: Folders) -> Store:
    return Store.open(folders)


@pytest.fixture
def people(store: Store) -> People:
    return People(store)


def play(store: Store, profile: str, number: int, **changes: object) -> Path:
    record, trace = stored(number=number, profile=profile)
    return store.save(record.model_copy(update={"input": "touch", **changes}), trace)


def key(profile: str) -> BestKey:
    return BestKey(profile, "beans", GAME.version, "practice", 1, "right", False, MEASURES_VERSION)


def everything(*folders: Path) -> dict[str, bytes]:
    """Every file, but what can be made again."""
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in found if "cache" not in path.parts}


def test_a_picture_is_enough(people: People, store: Store) -> None:
    boat = people.add("boat")
    assert (boat.name, boat.picture, boat.side, boat.settings) == (None, "boat", "right", Settings())
    assert people.all() == People(Store.open(store.folders)).all() == [boat]


def test_nobody_is_there_at_first_but_the_guest(people: People) -> None:
    assert people.all() == []
    assert people.last() is None
    assert people.first() == people.guest()
    assert (people.guest().id, people.guest().name) == (GUEST, None)


def test_each_change_is_on_the_disk_at_once(people: People, store: Store) -> None:
    maria = people.add("boat", "Maria")
    loud = Settings(volume=10, palette="signal", told=True)
    people.rename(maria.id, "  Mari\u0301a ")
    people.repicture(maria.id, "kite")
    people.take_side(maria.id, "left")
    changed = people.keep(maria.id, loud)
    assert (changed.name, changed.picture, changed.side, changed.settings) == ("María", "kite", "left", loud)
    assert People(Store.open(store.folders)).all() == [changed]
    assert people.rename(maria.id, None).name is None


def test_the_guest_keeps_side_and_settings_but_gets_no_name(people: People, store: Store) -> None:
    people.take_side(GUEST, "left")
    people.keep(GUEST, Settings(text=150))
    again = People(Store.open(store.folders))
    assert (again.guest().side, again.guest().settings.text) == ("left", 150)
    assert again.all() == []
    for change in (lambda: people.rename(GUEST, "Maria"), lambda: people.repicture(GUEST, "boat")):
        with pytest.raises(ValueError, match="the guest has neither name nor picture"):
            change()


def test_another_devices_guest_in_a_shared_folder_is_somebody_else(people: People, folders: Folders) -> None:
    people.keep(GUEST, Settings(text=150))
    other = People(Store.open(Folders(folders.data, folders.state.parent / "state2", folders.cache)))
    assert other.guest().settings == Settings()


def test_who_played_last_comes_first_then_by_name(people: People, store: Store) -> None:
    ben, anna, cleo, kite = (people.add("boat", n) for n in ("Ben", "anna", "Cleo", None))
    play(store, cleo.id, 1)
    play(store, ben.id, 2)
    play(store, anna.id, 3, input="simulated")
    assert people.all() == [ben, cleo, anna, kite]
    assert people.last() == ben
    play(store, GUEST, 4)
    assert people.last() == people.first() == people.guest()


def test_the_only_one_there_is_plays_first(people: People) -> None:
    boat = people.add("boat")
    assert people.first() == boat
    people.add("kite")
    assert people.first() == people.guest()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "no letter that can be seen"),
        ("  \t ", "no letter that can be seen"),
        ("\u200d", "no letter that can be seen"),
        ("\u3164\u2800", "no letter that can be seen"),
        ("x" * 41, "has 41 letters"),
        ("Mar\u202eia", "hidden character U\\+202E"),
        ("Mar\x00ia", "hidden character U\\+0000"),
        ("Mar\nia", "hidden character U\\+000A"),
        ("\ud800", "hidden character U\\+D800"),
        ("\ufeffMaria", "hidden character U\\+FEFF"),
        ("Mari\uffff", "hidden character U\\+FFFF"),
    ],
)
def test_an_impossible_name_is_refused_in_one_sentence(people: People, name: str, why: str) -> None:
    boat = people.add("boat")
    for change in (lambda: people.add("kite", name), lambda: people.rename(boat.id, name)):
        with pytest.raises(ValueError, match=why) as refused:
            change()
        assert "1 to 40 letters without hidden characters are allowed" in str(refused.value)
        assert str(refused.value).isprintable()
    assert people.all() == [boat]


@pytest.mark.parametrize(
    "name", ["Zoë", "李", "👩‍🦽", "O'Neil; DROP TABLE", "Anne Marie", "../../x", "=1+1", "x" * 40, "עדי"]
)
def test_a_name_may_be_anything_that_people_are_called(people: People, store: Store, name: str) -> None:
    made = people.add("boat", name)
    assert People(Store.open(store.folders)).all() == [made]
    assert made.name == name


@given(st.text(st.characters(exclude_categories=()), max_size=45))
@trials(deadline=None, max_examples=300)
def test_any_text_is_a_name_that_comes_back_or_one_sentence(name: str) -> None:
    kept, refused = "", ""
    try:
        kept = shown_name(name)
    except ValueError as error:
        refused = str(error)
    if refused:
        assert "are allowed" in refused
        assert refused.isprintable()
        return
    assert kept == shown_name(kept) == unicodedata.normalize("NFC", name).strip()
    profile = Profile(v=1, id=GUEST, device=GUEST, lamport=1, name=name)
    assert Profile.model_validate_json(profile.model_dump_json()) == profile
    assert profile.name == kept


@pytest.mark.parametrize("picture", ["", "Boat", "../boat", "a" * 33, "boat\n"])
def test_an_impossible_picture_is_refused(people: People, picture: str) -> None:
    with pytest.raises(ValueError, match="is not a picture's name"):
        people.add(picture, "Maria")


def test_somebody_without_name_and_picture_is_nobody(people: People) -> None:
    boat = people.add("boat")
    maria = people.add("guest", "Maria")
    refused = (lambda: people.add("guest"), lambda: people.repicture(boat.id, "guest"))
    for change in (*refused, lambda: people.rename(maria.id, None)):
        with pytest.raises(ValueError, match="needs a name or a picture"):
            change()
    with pytest.raises(ValueError, match="there are left and right"):
        people.take_side(boat.id, "both")


def test_a_profile_of_before_there_were_pictures_still_loads(store: Store, people: People) -> None:
    zoe = "a" * 32
    folder = store.folders.data / "profiles" / zoe / "profile"
    folder.mkdir(parents=True)
    (folder / f"00000003-{'b' * 32}.json").write_text(OLD % (zoe, "b" * 32), encoding="utf-8")
    (person,) = people.all()
    assert (person.name, person.picture, person.side, person.settings) == ("Zoë", "guest", "left", Settings(volume=3))
    assert people.repicture(zoe, "boat").settings.volume == 3
    assert sorted(path.name[:8] for path in folder.iterdir()) == ["00000003", "00000004"]


def test_a_broken_file_is_passed_over_left_as_it_is_and_never_written_over(store: Store, people: People) -> None:
    maria = people.add("boat", "Maria")
    broken = store.folders.data / "profiles" / maria.id / "profile" / f"00000002-{store.device_id}.json"
    broken.write_text("{")
    other = store.folders.data / "profiles" / ("c" * 32) / "profile" / broken.name
    other.parent.mkdir(parents=True)
    other.write_bytes(b"\xff" * 100_000)
    people = People(Store.open(store.folders))
    assert people.all() == [maria]
    assert people.take_side(maria.id, "left").side == "left"
    assert people.all()[0].side == "left"
    assert broken.read_text() == "{"


def test_what_a_newer_program_keeps_beside_the_choices_stays(store: Store, people: People) -> None:
    maria = people.add("boat", "Maria")
    profile = store.people.get(maria.id)
    assert profile is not None
    store.people.put(profile.model_copy(update={"settings": {"mood": "good", "volume": 2}}))
    people.keep(maria.id, Settings(volume=9))
    profile = store.people.get(maria.id)
    assert profile is not None
    assert (profile.settings["mood"], profile.settings["volume"]) == ("good", 9)


def test_two_windows_see_each_others_changes(people: People, folders: Folders) -> None:
    other = People(Store.open(folders))
    maria = people.add("boat", "Maria")
    assert other.take_side(maria.id, "left").name == "Maria"
    changed = people.rename(maria.id, "Mary")
    assert (changed.side, other.all()) == ("left", [changed])


def test_erasing_puts_all_out_of_sight_and_undo_brings_all_back(people: People, store: Store) -> None:
    maria, ben = people.add("boat", "Maria"), people.add("kite", "Ben")
    play(store, ben.id, 1)
    path = play(store, maria.id, 2)
    play(store, maria.id, 3, mode="free")
    path.with_name(path.name.replace(f"{2:032x}", f"{9:032x}")).write_bytes(b"a broken file")
    record, trace = stored(number=4, profile=maria.id)
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace, record.steps, 10)
    journal.close(remove=False)
    profiles, state = store.folders.data / "profiles", store.folders.state
    before, asked = everything(profiles, state), (store.best(key(maria.id)), store.today(maria.id, DAY))
    assert people.counts(maria.id) == (2, 20)
    erased = people.erase(maria.id)
    assert (erased.person, erased.blocks, erased.reps) == (maria, 2, 20)
    assert people.all() == [ben]
    assert people.last() == ben
    assert people.counts(maria.id) == (0, 0)
    assert store.today(maria.id, DAY) == (0, 0.0)
    assert store.best(key(maria.id)) is store.last(maria.id) is None
    assert store.index.bad() == []
    assert store.recover(recovered) == []
    assert not (profiles / maria.id).exists()
    assert people.undo(erased) == maria
    assert everything(profiles, state) == before
    assert (store.best(key(maria.id)), store.today(maria.id, DAY)) == asked
    assert len(store.index.bad()) == 1
    assert people.last() == maria
    assert not (store.folders.data / "erased" / erased.trash.name).exists()
    with pytest.raises(StoreError, match="gone for good"):
        people.undo(erased)


def test_finishing_leaves_nothing_behind(people: People, store: Store) -> None:
    maria, ben = people.add("boat", "Maria"), people.add("kite", "Ben")
    play(store, ben.id, 1)
    left = everything(store.folders.data)
    play(store, maria.id, 2)
    record, trace = stored(number=4, profile=maria.id)
    for aside in (False, True):
        journal = store.begin(record.model_copy(update={"id": f"{40 + aside:032x}", "reps": ()}))
        journal.note(trace, record.steps, 10)
        journal.close(remove=False)
        if aside:
            journal.path.rename(journal.path.with_suffix(".unreadable"))
    erased = people.erase(maria.id)
    assert people.finish_erasing() is None
    maria_left = set(everything(store.folders.data)) - set(left)
    assert not maria_left
    assert not (store.folders.data / "erased").exists()
    assert maria.id.encode() not in (store.folders.cache / "index.sqlite").read_bytes()
    assert [read(path)[0].profile for path in store.vault.files()] == [ben.id]
    with pytest.raises(StoreError, match="gone for good"):
        people.undo(erased)
    with pytest.raises(StoreError, match="there is none of this id"):
        people.keep(maria.id, Settings())


def test_erasing_the_guest_clears_what_was_played_but_not_the_settings(people: People, store: Store) -> None:
    people.keep(GUEST, Settings(text=150))
    play(store, GUEST, 1)
    erased = people.erase(GUEST)
    assert people.counts(GUEST) == (0, 0)
    assert people.guest().settings.text == 150
    play(store, GUEST, 2)
    people.undo(erased)
    assert people.counts(GUEST) == (2, 20)
    people.erase(GUEST)
    play(store, GUEST, 3)
    assert people.finish_erasing() is None
    assert people.counts(GUEST) == (1, 10)
    assert people.guest().settings.text == 150


def test_another_window_neither_destroys_nor_revives_what_may_still_be_undone(
    people: People, store: Store, folders: Folders
) -> None:
    maria = people.add("boat", "Maria")
    play(store, maria.id, 1)
    erased = people.erase(maria.id)
    other = People(Store.open(folders))
    assert other.finish_erasing() is None
    assert other.all() == []
    for change in (lambda: other.keep(maria.id, Settings()), lambda: other.erase(maria.id)):
        with pytest.raises(StoreError, match="there is none of this id"):
            change()
    assert people.undo(erased) == maria
    assert other.all() == [maria]
    assert other.counts(maria.id) == (1, 10)


def test_what_another_window_still_writes_for_somebody_erased_goes_too(
    people: People, store: Store, folders: Folders
) -> None:
    maria = people.add("boat", "Maria")
    other = Store.open(folders)
    play(store, maria.id, 1)
    people.erase(maria.id)
    play(other, maria.id, 2)
    assert people.finish_erasing() is None
    assert list(store.vault.files()) == []
    assert store.counts(maria.id) == (0, 0)


def test_another_devices_erasure_in_a_shared_folder_is_left_to_it_for_a_day(
    people: People, store: Store, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = people.add("boat", "Maria")
    erased = people.erase(maria.id)
    renamed = erased.trash.with_name(erased.trash.name.replace(store.device_id, "e" * 32))
    erased.trash.rename(renamed)
    del people, store
    Store.open(folders)
    assert renamed.exists()
    later = renamed.stat().st_mtime + 90_000
    monkeypatch.setattr("games.launcher.records.erasing.time.time", lambda: later)
    (renamed / "held").unlink()  # the lock of a process on another machine is not seen here
    Store.open(folders)
    assert not renamed.exists()


def test_the_desk_takes_a_person_and_keeps_their_choices(people: People, store: Store) -> None:
    desk = Desk(Display("test", Vec(217, 136), 5.0, True), wall_moment, Tell(), lambda: 1)
    said: list[BaseException] = []
    desk.report = said.append
    desk.people, desk.store = people, store
    maria = people.keep(people.add("boat", "Maria").id, Settings(palette="evening"))
    desk.become(maria)
    assert desk.player is not None
    assert (desk.player.name, desk.player.picture) == ("Maria", "boat")
    assert desk.settings.palette == "evening"
    desk.choose(Settings(palette="signal"))
    desk.take_side("left")
    (kept,) = people.all()
    assert (kept.settings.palette, kept.side, said) == ("signal", "left", [])
    people.erase(maria.id)
    desk.choose(Settings(volume=1))
    desk.take_side("right")
    assert (desk.settings.volume, desk.player.side) == (1, "right")
    assert len(said) == 2


def test_a_damaged_profile_is_json_of_the_wrong_kind(store: Store, people: People) -> None:
    maria = people.add("boat", "Maria")
    folder = store.folders.data / "profiles" / maria.id / "profile"
    for number, said in enumerate(([], {"v": 1}, {"id": 5}, None, json.loads(OLD % ("d" * 32, "d" * 32))), 10):
        (folder / f"{number:08d}-{'a' * 32}.json").write_text(json.dumps(said))
    assert people.all() == [maria]


@pytest.mark.parametrize(
    ("asked", "who", "side"),
    [
        ({}, "Ben", "left"),
        ({"guest": True}, None, "right"),
        ({"profile": "Maria"}, "Maria", "right"),
        ({"profile": "Nobody yet", "side": "left"}, "Nobody yet", "left"),
        ({"guest": False, "side": "right"}, "Ben", "right"),
    ],
)
def test_who_played_last_or_was_asked_for_sits_at_the_desk(
    people: People, store: Store, asked: dict[str, object], who: str | None, side: str
) -> None:
    people.add("boat", "Maria")
    ben = people.add("kite", "Ben")
    people.take_side(ben.id, "left")
    people.keep(ben.id, Settings(text=200))
    play(store, ben.id, 1)
    desk, loading = loaded(store.folders, **asked)
    assert desk.player is not None
    assert (desk.player.name, desk.player.side) == (who, side)
    assert desk.settings.text == (200 if who == "Ben" else 100)
    assert desk.people is not None
    kept = {person.name: person.side for person in desk.people.all()}
    assert kept["Ben"] == "left", "a hand asked for on the command line is for this run"
    loading.finish()


def test_the_end_of_the_program_destroys_what_was_erased(people: People, store: Store) -> None:
    maria = people.add("boat", "Maria")
    play(store, maria.id, 1)
    desk, loading = loaded(store.folders)
    assert desk.people is not None
    desk.people.erase(maria.id)
    desk.become(desk.people.guest())
    loading.finish()
    assert not (store.folders.data / "erased").exists()
    assert people.all() == []


def test_a_program_that_ends_before_its_files_are_there_destroys_nothing(folders: Folders) -> None:
    Loading(folders, Namespace()).finish()
    assert not folders.data.exists()


def loaded(folders: Folders, **asked: object) -> tuple[Desk, Loading]:
    desk = Desk(Display("test", Vec(217, 136), 5.0, True), wall_moment, Tell(), lambda: 1)
    loading = Loading(folders, Namespace(**asked))
    ends = time.monotonic() + 20
    while not loading.ready(desk):
        assert time.monotonic() < ends
        time.sleep(0.01)
    return desk, loading
