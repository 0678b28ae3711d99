"""People of the same name are told apart, and two who are one person are joined on purpose, and separated again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from blocks import DAY, play, stored

from games.kit.fingers import Reading
from games.launcher.cli import commands
from games.launcher.people.everybody import People, Person
from games.launcher.records.errors import Unreadable
from games.launcher.records.felt import Felt, keep, kept
from games.launcher.records.folders import Folders
from games.launcher.records.models import Profile, Record
from games.launcher.records.people.names import name_key
from games.launcher.records.people.profiles import _resolved
from games.launcher.records.pictures.paintings import Paintings
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything

FELT = Felt(t_utc_ms=1_795_000_000_000, tz_min=60, when="before", pain=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "all"))


def annas(store: Store) -> list[Person]:
    """Two of one name, in the order that tells them apart."""
    people = People(store)
    both = sorted((people.add("boat", "Anna"), people.add("kite", "Anna")), key=lambda one: one.id)
    play(store, both[0].id, 1)
    play(store, both[1].id, 2)
    play(store, both[1].id, 3, mode="free")
    return both


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Anna", "ANNA"),
        ("Zoë", "Zoe\u0308"),
        ("ZOË", "zoe\u0308"),
        ("Anne Marie", "  anne \u00a0 marie "),
        ("Straße", "STRASSE"),
        ("Ἀθηνᾶ", "ἈΘΗΝΑ͂"),
        ("Nguyễn", "NGUYE\u0302\u0303N"),
    ],
)
def test_names_that_differ_in_upper_case_accents_composed_or_blanks_are_the_same(
    store: Store, name: str, same: str
) -> None:
    assert name_key(name) == name_key(same)
    person = store.profile(name)
    assert store.profile(same) == person
    assert len(store.people.all()) == 1


@pytest.mark.parametrize(("name", "other"), [("Anna", "Ana"), ("Zoë", "Zoe"), ("Anne Marie", "Annemarie")])
def test_other_names_are_other_people(store: Store, name: str, other: str) -> None:
    assert store.profile(name).id != store.profile(other).id


def test_a_name_that_two_have_says_which_there_are_and_a_number_picks_one(store: Store) -> None:
    first, second = annas(store)
    for name in ("Anna", "ANNA", "Anna (3)", "anna (0)"):
        with pytest.raises(ValueError, match=r"'Anna \(1\)' \(picture: \w+\), 'Anna \(2\)'"):
            store.profile(name)
    assert [store.profile(f"anna ({n})").id for n in (1, 2)] == [first.id, second.id]
    assert [People(store).known_as(one) for one in (first, second)] == ["Anna (1)", "Anna (2)"]
    assert [one.id for one in Store.open(store.folders).people.all()] == [first.id, second.id]
    store.profile("Ben")
    with pytest.raises(ValueError, match="one person here is called 'Ben'"):
        store.profile("Ben (2)")
    assert store.profile("Ben (1)").name == "Ben"


def test_the_command_line_says_which_there_are(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = annas(store)
    here = ["--data-dir", str(store.folders.data), "--profile"]
    for command in (["play"], ["report"], ["export", "json"], ["simulate", "beans", "--reps", "1", "--save"]):
        assert commands.main([*command, *here, "Anna"]) == 1
        said = capsys.readouterr().err
        assert "'Anna (1)'" in said
        assert "'Anna (2)'" in said
    folder = store.folders.data.parent
    assert commands.main(["export", "json", *here, "Anna (2)", "--to", str(folder / "two.json")]) == 0
    assert second.id in (folder / "two.json").read_text()
    assert first.id not in (folder / "two.json").read_text()


def test_two_who_are_joined_are_one_person_with_all_that_is_theirs(store: Store, tmp_path: Path) -> None:
    first, second = annas(store)
    people, last = People(store), store.played()[second.id]
    keep(store, second.id, FELT)
    picture = store.folders.data / "profiles" / second.id / "pictures" / "x.png"
    picture.parent.mkdir()
    picture.write_bytes(b"a picture")
    people.join(first.id, second.id)
    for here in (store, Store.open(store.folders), anew(store)):
        people = People(here)
        assert people.all() == [first]
        assert here.profile("anna").id == first.id
        assert people.known_as(first) == "Anna"
        assert people.get(second.id) == first
        assert (here.counts(first.id), here.counts(second.id)) == ((3, 30), (0, 0))
        assert here.today(first.id, DAY)[0] == 30
        assert here.played() == {first.id: last}
        assert kept(here, first.id) == [FELT]
        assert Paintings(here, first.id, "paint").path("x.hps", "large") == picture
        for file in here.practised.files(first.id):
            assert here.block(first.id, file)[0].profile in (first.id, second.id)
    here.save(*_later(second.id))
    assert here.counts(first.id) == (4, 40), "also a round that was left under the other id"
    assert write_everything(here, first.id, tmp_path / "all.json") == 4


def test_joining_can_be_taken_back(store: Store) -> None:
    first, second = annas(store)
    people = People(store)
    people.join(first.id, second.id)
    play(store, first.id, 4)
    people.separate(first.id)
    for here in (store, Store.open(store.folders), anew(store)):
        assert {one.id for one in People(here).all()} == {first.id, second.id}
        assert (here.counts(first.id)[0], here.counts(second.id)[0]) == (2, 2)
        assert not People(here).joined(first.id)


def test_a_joined_person_is_erased_as_one_and_brought_back_as_one(store: Store) -> None:
    first, second = annas(store)
    people = People(store)
    people.join(first.id, second.id)
    erased = people.erase(first.id)
    assert (erased.blocks, people.all()) == (3, [])
    assert store.gone.ids() == {first.id, second.id}
    assert people.undo(erased) == first
    assert store.counts(first.id)[0] == 3
    people.separate(first.id)
    assert store.counts(second.id)[0] == 2
    people.join(first.id, second.id)
    people.erase(first.id)
    assert people.finish_erasing() is None
    again = Store.open(store.folders)
    assert People(again).all() == []
    assert not list((store.folders.data / "profiles").glob("*"))
    assert again.gone.ids() == {first.id, second.id}


def test_one_round_of_a_joined_person_is_erased_and_brought_back(store: Store) -> None:
    first, second = annas(store)
    People(store).join(first.id, second.id)
    files = store.practised.files(first.id)
    theirs = next(file for file in files if store.path_of(first.id, file).parts[-4] == second.id)
    trash = store.erase_block(first.id, theirs, [])
    assert store.counts(first.id)[0] == 2
    store.restore(trash)
    assert store.counts(first.id)[0] == 3
    assert store.path_of(first.id, theirs).exists()


def test_an_export_of_a_joined_person_goes_to_another_machine_as_one(store: Store, tmp_path: Path) -> None:
    first, second = annas(store)
    People(store).join(first.id, second.id)
    write_everything(store, first.id, tmp_path / "all.json")
    there = Store.open(Folders.standard(tmp_path / "there"))
    assert read_everything(there, tmp_path / "all.json").new == 3
    assert [(one.id, there.counts(one.id)[0]) for one in People(there).all()] == [(first.id, 3)]
    assert read_everything(store, tmp_path / "all.json").known == 3


@pytest.mark.parametrize(
    ("said", "there", "found"),
    [
        ({"a": "b"}, "ab", {"a": "b"}),
        ({"a": "b", "b": "c"}, "abc", {"a": "c", "b": "c"}),
        ({"a": "b", "b": "a"}, "ab", {"b": "a"}),
        ({"d": "b", "b": "c", "c": "b"}, "bcd", {"d": "b", "c": "b"}),
        ({"a": "x"}, "a", {}),
        ({"a": "b", "b": "x"}, "ab", {"a": "b"}),
        ({"a": "a"}, "a", {}),
    ],
)
def test_who_is_whom_has_one_answer_whatever_two_machines_have_joined(
    said: dict[str, str], there: str, found: dict[str, str]
) -> None:
    assert _resolved(said, set(there)) == found


def test_only_two_people_can_be_joined(store: Store) -> None:
    first, _ = annas(store)
    for one, other in ((first.id, first.id), (first.id, "0" * 32), ("0" * 32, first.id), (first.id, "f" * 32)):
        with pytest.raises(ValueError, match="only two people"):
            store.join(one, other)


def test_joining_is_also_a_command(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    annas(store)
    here = ["--data-dir", str(store.folders.data)]
    assert commands.main(["people", *here]) == 0
    assert capsys.readouterr().out.count("Anna") == 2
    assert commands.main(["people", "--join", "Anna (1)", "Anna (2)", *here]) == 0
    assert "Anna  picture: " in (said := capsys.readouterr().out)
    assert "rounds: 3, joined of 2" in said
    assert commands.main(["people", "--separate", "anna", *here]) == 0
    assert capsys.readouterr().out.count("Anna (") == 2
    assert commands.main(["people", "--join", "Anna", "Ben", *here]) == 1
    assert "does not say who" in capsys.readouterr().err


def test_a_name_that_cannot_be_shown_is_still_refused(store: Store) -> None:
    with pytest.raises(Unreadable, match="hidden character"):
        store.profile("An\x00na")


def test_profiles_of_before_there_was_joining_are_read() -> None:
    said = {"v": 1, "id": "a" * 32, "device": "b" * 32, "lamport": 1, "name": "A"}
    assert Profile.model_validate_json(json.dumps(said)).joined is None


def anew(store: Store) -> Store:
    """The same files, with an index made from them alone."""
    store.index.drop()
    return Store.open(store.folders)


def _later(profile: str) -> tuple[Record, list[Reading]]:
    record, trace = stored(number=9, profile=profile)
    return record.model_copy(update={"input": "touch"}), trace
