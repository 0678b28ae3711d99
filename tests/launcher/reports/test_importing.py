"""Data that comes back from elsewhere: any JSON that says the same, and what is not verified is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from challenged import round_of
from forging import TRACES, played, said

from games.kit.fingers import Reading
from games.launcher.challenge.exchange import head_of
from games.launcher.cli.commands import main
from games.launcher.cli.replay import replay
from games.launcher.records.blocks.vault import read
from games.launcher.records.challenges.files import ChallengeHead, encoded
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.everything import read_everything, write_everything
from games.launcher.round.differences import MEASURED


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """An export of three blocks."""
    store = Store.open(Folders.standard(tmp_path / "one"))
    record, trace = played()
    for number in (1, 2, 3):
        store.save(
            record.model_copy(update={"id": f"{number:032x}", "started_utc_ms": 1_795_000_000_000 + number}),
            list(trace),
        )
    write_everything(store, GUEST, tmp_path / "all.json")
    return tmp_path / "all.json"


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store.open(Folders.standard(tmp_path / "other"))


def sorted_keys(text: str) -> bytes:
    return json.dumps(json.loads(text), sort_keys=True).encode()


SAVED = {
    "a mark at its beginning": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "other ends of lines": lambda text: text.replace("\n", "\r\n").encode(),
    "both": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    "indented": lambda text: json.dumps(json.loads(text), indent=4).encode(),
    "keys in another order": sorted_keys,
    "keys turned round": lambda text: json.dumps(dict(reversed(json.loads(text).items())), indent="\t").encode(),
    "on one line": lambda text: json.dumps(json.loads(text), separators=(",", ":")).encode(),
    "in letters of two bytes": lambda text: text.encode("utf-16"),
    "without what was felt": lambda text: json.dumps(
        {k: v for k, v in json.loads(text).items() if k != "felt"}
    ).encode(),
    "without plans": lambda text: json.dumps({k: v for k, v in json.loads(text).items() if k != "plans"}).encode(),
    "with more in it": lambda text: json.dumps({"mood": [{}], **json.loads(text), "later": {"a": 1}}).encode(),
}


@pytest.mark.parametrize("how", SAVED)
def test_an_export_that_an_editor_saved_again_is_taken_in(exported: Path, other: Store, how: str) -> None:
    exported.write_bytes(SAVED[how](exported.read_text()))
    done = read_everything(other, exported)
    assert (done.new, done.known, done.damaged, done.unverified) == (3, 0, 0, 0)
    record, trace = played()
    for path in other.vault.files():
        came, own = read(path)
        assert (came.reps, own) == (record.reps, list(trace))


@pytest.mark.parametrize("indented", [False, True])
@pytest.mark.parametrize("end", [0.3, 0.6, 0.9])
def test_what_is_whole_of_an_export_that_is_cut_off_is_taken_in(
    exported: Path, other: Store, indented: bool, end: float
) -> None:
    text = exported.read_text()
    text = json.dumps(json.loads(text), indent=1) if indented else text
    exported.write_text(text[: int(len(text) * end)])
    done = read_everything(other, exported)
    assert done.new == int(end * 3)
    assert done.damaged == 1


@pytest.mark.parametrize(
    "content", [b"[]", b'"x"', b"{} {}", b'{"handplay": 1', b'{"handplay": true}', b'{"blocks": []}', b"1"]
)
def test_other_json_is_refused_in_one_sentence(other: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read_everything(other, tmp_path / "x.json")
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("depth", [5_000, 200_000])
def test_what_is_nested_too_deeply_is_refused_in_our_own_words(other: Store, tmp_path: Path, depth: int) -> None:
    (tmp_path / "x.json").write_text('{"a":' * depth + "1" + "}" * depth)
    with pytest.raises(Unreadable, match=r"^x\.json is not data of Handplay, .*: its lists are nested too deeply$"):
        read_everything(other, tmp_path / "x.json")


@pytest.mark.parametrize("how", SAVED)
def test_what_is_here_already_is_counted_however_it_is_written(exported: Path, other: Store, how: str) -> None:
    read_everything(other, exported)
    exported.write_bytes(SAVED[how](exported.read_text()))
    done = read_everything(other, exported)
    assert (done.new, done.known, done.damaged) == (0, 3, 0)


def test_what_is_here_already_is_not_read_again_and_hides_nothing_after_it(exported: Path, other: Store) -> None:
    lines = exported.read_text().split("\n")
    (exported.parent / "first.json").write_text("\n".join([*lines[:2], lines[-2]]).replace("},\n]", "}\n]"))
    assert read_everything(other, exported.parent / "first.json").new == 1
    lines[1] = lines[1].replace('"reps":[', '"reps":["x",', 1)
    exported.write_text("\n".join(lines))
    done = read_everything(other, exported)
    assert (done.new, done.known, done.damaged) == (2, 1, 0)


@pytest.mark.parametrize("cut", [40, 200, -30, -2])
def test_a_known_block_that_is_cut_off_hides_nothing_after_it(exported: Path, other: Store, cut: int) -> None:
    lines = exported.read_text().split("\n")
    (exported.parent / "first.json").write_text("\n".join([*lines[:2], lines[-2]]).replace("},\n]", "}\n]"))
    read_everything(other, exported.parent / "first.json")
    lines[1] = lines[1][:cut]
    exported.write_text("\n".join(lines))
    done = read_everything(other, exported)
    assert (done.new, done.known + done.damaged) == (2, 1)


def with_first(path: Path, **changes: Any) -> None:
    all_of_it = json.loads(path.read_text())
    all_of_it["blocks"][0]["record"] |= changes
    path.write_text(json.dumps(all_of_it))


@pytest.mark.parametrize(
    "changes",
    [
        {"measures": {"hits": "x"}},
        {"local_date": "2026-11-31"},
        {"v": 99},
        {"score": 999_999_999},
        {"reps": [{"task": {"kind": "carry", "fields": {}}}]},
        {"precision": "50"},
        {"cues": {"x": True}},
        {"reps": 5},
    ],
    ids=str,
)
def test_a_block_that_no_program_wrote_is_left_out_and_the_program_starts(
    exported: Path, other: Store, changes: dict[str, Any]
) -> None:
    with_first(exported, **changes)
    done = read_everything(other, exported)
    assert (done.new, done.damaged) == (2, 1)
    assert Store.open(other.folders).counts(GUEST)[0] == 2


@pytest.mark.parametrize(
    "changes", [{"score": 900_000}, {"measures_version": 1}, {"game_version": 99}, {"steps": 5}, {"seed": 1}], ids=str
)
def test_what_its_recording_does_not_give_is_not_verified(
    exported: Path, tmp_path: Path, changes: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with_first(exported, **changes)
    assert main(["--data-dir", str(tmp_path / "other"), "import", str(exported)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("3 blocks are new")
    assert "1 of the new ones are not verified" in told


def challenge() -> tuple[ChallengeHead, list[Reading]]:
    record, trace = round_of()
    return head_of(record, trace), trace


@pytest.mark.parametrize("name", ["x.hps", "x.hpc"])
def test_what_was_changed_on_the_way_says_so(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = (TRACES / "beans_steady.hps").read_bytes()
    words = ["replay"] if name == "x.hps" else ["challenge", "verify"]
    if name == "x.hpc":
        content = encoded(*challenge())
    for changed in (content[:-3], content[:-1] + b"?", b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n", 1)):
        (tmp_path / name).write_bytes(changed)
        assert main([*words, str(tmp_path / name)]) == 1
        told = capsys.readouterr().err
        assert "changed on the way" in told
        assert "damaged" not in told


def stored(folder: Path, **changes: Any) -> Path:
    record, trace = played("beans_steady")
    return Store.open(Folders.standard(folder)).save(record.model_copy(update=changes), list(trace))


def test_whole_numbers_and_others_are_one_number_in_a_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, trace = read(TRACES / "beans_steady.hps")
    whole = [
        rep.model_copy(update={"settings": {k: _other(v) for k, v in (rep.settings or {}).items()}})
        for rep in record.reps
    ]
    path = Store.open(Folders.standard(tmp_path)).save(record.model_copy(update={"reps": tuple(whole)}), trace)
    assert replay(path, False) == 0
    assert capsys.readouterr().out.startswith("identical")


def _other(value: Any) -> Any:
    """The same number, whole if it was not, and the other way round."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return value
    return float(value) if isinstance(value, int) else int(value)


@pytest.mark.parametrize("game", [("bands", "2"), ("bands", "3"), ("dough", "4")], ids=" ".join)
def test_a_coached_block_of_one_rep_replays_identical(
    game: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data-dir", str(tmp_path), "simulate", game[0], "--level", game[1], "--reps", "1", "--coach", "--save"]
    assert main([*words, "--seed", "5", "--json"]) == 0
    capsys.readouterr()
    assert replay(next(tmp_path.rglob("*.hps")), False) == 0


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        ({"measures_version": 1, "precision": 1.0, "measures": {"hits": 0.1}}, 0, "older measures, same points"),
        ({"measures_version": 99}, 0, "newer measures, same points"),
        ({"measures_version": 1, "score": 5}, 1, "older measures: 5 points stored, 570 now"),
        ({"measures_version": 1, "strays": 3, "flickers": 9}, 1, "flickers: 9 stored, 0 now"),
        ({"precision": 1.0}, 1, "precision: 1.0 stored"),
    ],
)
def test_older_measures_are_compared_in_what_was_played_and_in_their_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], status: int, told: str
) -> None:
    assert replay(stored(tmp_path, **changes), False) == status
    assert capsys.readouterr().out.startswith(told)


def test_only_what_was_measured_is_left_out_of_that() -> None:
    assert [
        one for one in ("score: 1", "reps[3].measures.error: 1", "measures.hits: 0") if not MEASURED.match(one)
    ] == []
    assert not MEASURED.match("reps[3].began: 1 stored, 2 now")
    assert said()["score"] == played()[0].score
