"""Who plays: added without typing, kept at once, erased and brought back."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from blocks import play
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from games.kit.geometry import Vec
from games.launcher.people.everybody import People
from games.launcher.people.portraits import PORTRAITS
from games.launcher.people.settings import Settings
from games.launcher.records.folders import Folders
from games.launcher.records.models import Profile, shown_name
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.shell.clock import wall_moment
from games.launcher.shell.desk import Desk
from games.launcher.shell.display import Display
from games.launcher.shell.tell import Tell
from games.launcher.shell.wiring import Host, Loading, Who

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
    assert (person.name, person.side, person.settings) == ("Zoë", "left", Settings(volume=3))
    assert person.picture in PORTRAITS  # not the guest's: people are told apart by their pictures
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


def test_the_desk_takes_a_person_and_keeps_their_choices(people: People, store: Store) -> None:
    desk = Desk(Display("test", Vec(217, 136), 5.0, True), wall_moment, Tell(), lambda: 1)
    said: list[BaseException] = []
    desk.report = said.append
    desk.load(store, people, people.guest())
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
        ({"name": "Maria"}, "Maria", "right"),
        ({"name": "Nobody yet", "side": "left"}, "Nobody yet", "left"),
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
    Loading(host(), folders, Who()).finish()
    assert not folders.data.exists()


def host() -> Host:
    return Host(Display("test", Vec(217, 136), 5.0, True), lambda: 1, Tell())


def loaded(folders: Folders, **asked: Any) -> tuple[Desk, Loading]:
    desk = Desk(Display("test", Vec(217, 136), 5.0, True), wall_moment, Tell(), lambda: 1)
    loading = Loading(host(), folders, Who(**asked))
    while not loading.ready(desk):
        time.sleep(0.01)
    return desk, loading


@pytest.mark.parametrize("count", [2, 8, len(PORTRAITS), len(PORTRAITS) + 3])
def test_people_who_have_chosen_no_picture_are_not_all_alike(people: People, count: int) -> None:
    made = [people.named(f"Ж{n}") for n in range(count)]
    pictures = [person.picture for person in people.all()]
    assert "guest" not in pictures
    assert len(set(pictures)) == min(count, len(PORTRAITS))
    for person in made:
        known = people.get(person.id)
        assert known is not None
        assert known.picture == next(one.picture for one in people.all() if one.id == person.id)


def test_a_picture_that_was_chosen_stays_and_nobody_else_gets_it(people: People) -> None:
    chosen = people.add("boat", "Анна")
    others = [people.named(name) for name in ("محمد", "小明", "Ελένη")]
    assert people.get(chosen.id) == chosen
    assert "boat" not in {people.get(other.id).picture for other in others}  # type: ignore[union-attr]
