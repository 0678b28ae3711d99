"""Challenges between people: what is sent from one data folder is verified in another, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from adversaries.tricks import TwoHands
from challenged import MOMENT, changed, round_of

from games.catalog import GAMES, named
from games.kit.block import Block
from games.kit.fingers import Command, Reading, Sample
from games.kit.game import BOARD, RATE, Fit
from games.kit.geometry import Vec
from games.launcher.challenge import exchange as challenging
from games.launcher.challenge.choosing import best_round
from games.launcher.challenge.exchange import (
    Verdict,
    challenge_of,
    code_of_record,
    export,
    head_of,
    keep,
    received,
    sent_again,
    sent_of,
    verify,
)
from games.launcher.cli.commands import main
from games.launcher.progress.challenges import Challenge, How
from games.launcher.progress.codes import read_code
from games.launcher.records.challenges.files import encoded, read_challenge, sealed
from games.launcher.records.errors import Unreadable
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import BestKey
from games.launcher.records.models import Record
from games.launcher.records.store import Store
from games.launcher.round.ended import Ended
from games.launcher.round.goal import Goal
from games.launcher.round.levels import AIDS
from games.launcher.round.record import Circumstances, again, record_of
from games.launcher.scoring.block import judge
from games.launcher.scoring.clock import clock_of
from games.launcher.words.saying import Words

QUICK = [("pegs", 1), ("pennies", 1), ("ball", 1), ("ball", 2)]


@pytest.mark.parametrize(("game", "level"), QUICK)
def test_what_is_exported_in_one_place_is_verified_in_another_with_the_same_points(
    game: str, level: int, tmp_path: Path
) -> None:
    record, trace = round_of(game, level)
    path = tmp_path / "sent.hpc"
    export(record, trace, path)
    found = received(path)
    assert found.verdict is Verdict.VERIFIED
    assert found.challenge.points == record.score > 0
    code = code_of_record(record)
    assert code is not None
    assert read_code(code) == found.challenge
    other = Store.open(Folders.standard(tmp_path / "other"))
    kept = keep(found, other.challenges)
    assert received(kept) == replace(found, path=kept)
    assert keep(found, other.challenges) == kept


def test_the_file_says_nothing_of_who_played_when_or_where(tmp_path: Path) -> None:
    record, trace = round_of()
    path = tmp_path / "sent.hpc"
    export(record, trace, path)
    line = path.read_bytes().split(b"\n")[0][9:]
    assert not {"profile", "device", "id", "started_utc_ms", "local_date", "tz_min"} & set(json.loads(line))
    assert record.id.encode() not in path.read_bytes()


def test_one_altered_sample_does_not_match_or_is_refused(tmp_path: Path) -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    places = [i for i, reading in enumerate(trace) if isinstance(reading, Sample)]
    for index in places[:: len(places) // 25]:
        sample = trace[index]
        assert isinstance(sample, Sample)
        other: list[Reading] = list(trace)
        other[index] = Sample(sample.t, sample.finger, sample.phase, sample.at + Vec(0.01, 0), sample.device)
        assert verify(head, other) is Verdict.NO_MATCH
    other = [*trace[:500], *trace[501:]]
    assert verify(head, other) is Verdict.NO_MATCH


@pytest.mark.parametrize("seal", [False, True])
def test_altered_points_or_steps_or_hand_or_seed_do_not_match_even_when_sealed_anew(seal: bool) -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    assert verify(head, trace) is Verdict.VERIFIED
    for digit in (1, 10, 100, -1, -10, -100):
        assert verify(changed(head, trace, seal, points=head.points + digit), trace) is Verdict.NO_MATCH
    for seed in (head.seed + 1, 0, 2**40):
        assert verify(changed(head, trace, seal, seed=seed), trace) is Verdict.NO_MATCH
    assert verify(changed(head, trace, seal, steps=head.steps - 1), trace) is Verdict.NO_MATCH
    assert verify(changed(head, trace, seal, table=(100.0, 60.0)), trace) is Verdict.NO_MATCH
    assert verify(changed(head, trace, seal, aids=("magic",)), trace) is Verdict.NO_MATCH


def test_a_recording_that_is_cut_short_does_not_match() -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    for count in (1, len(trace) // 2, len(trace) - 1):
        short = trace[:count]
        assert verify(changed(head, short, True), short) is Verdict.NO_MATCH
    stopped = [*trace[:-1], Command(trace[-1].t, "stop")]
    assert verify(changed(head, stopped, True), stopped) is Verdict.NO_MATCH


@pytest.mark.parametrize("changes", [{"game": "peas"}, {"game_version": 99}, {"measures_version": 99}, {"level": 9}])
def test_other_rules_are_named_as_such_and_nothing_is_played(
    changes: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    record, trace = round_of()
    head = changed(head_of(record, trace), trace, True, **changes)
    monkeypatch.setattr(challenging, "_played", None)
    assert verify(head, trace) is Verdict.OTHER_RULES


def test_a_recording_that_breaks_the_rules_or_takes_too_long_does_not_match(monkeypatch: pytest.MonkeyPatch) -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    assert verify(head, trace, patience=-1.0) is Verdict.NO_MATCH

    def breaking(*rest: object) -> None:
        raise RuntimeError("a fault in the rules")

    monkeypatch.setattr("games.pegs.rules.PegsRules.step", breaking)
    assert verify(head, trace) is Verdict.NO_MATCH


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"mode": "practice"}, "practice round"),
        ({"status": "partial"}, "to its end"),
        ({"game_version": 99}, "other rules"),
        ({"whole_reps": 3}, "longer, shorter"),
        ({"table": (217.0, 136.0)}, "217"),
        ({"barred": "two hands"}, "not compared"),
        ({"timing": "uncertain"}, "not compared"),
    ],
)
def test_what_is_no_whole_challenge_is_not_sent(changes: dict[str, Any], said: str, tmp_path: Path) -> None:
    record, trace = round_of()
    with pytest.raises(ValueError, match=said):
        export(record.model_copy(update=changes), trace, tmp_path / "sent.hpc")
    assert not list(tmp_path.glob("*.hpc"))


def test_what_does_not_verify_here_is_not_written(tmp_path: Path) -> None:
    record, trace = round_of()
    with pytest.raises(ValueError, match="does not give its points"):
        export(record.model_copy(update={"score": record.score + 1}), trace, tmp_path / "sent.hpc")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("game", "level"), QUICK)
def test_a_ghost_fed_in_step_is_the_same_block_as_the_replay(game: str, level: int) -> None:
    record, trace = round_of(game, level)
    whole = again(record, trace)
    ghost = sent_again(record, trace)
    block = ghost.block()
    for reading in ghost.trace:
        block.run(int(reading.t * RATE))
        block.feed(reading)
    block.run(ghost.steps)
    assert block.table.reps == whole.table.reps
    assert block.steps == whole.steps == ghost.steps
    judged = judge(block.table.reps, block.played, clock_of(block, "challenge"))
    assert judged.score.points == ghost.points == record.score
    assert ghost == sent_of(head_of(record, trace), trace)


def stored(folder: Path, record: Record, trace: list[Reading]) -> Path:
    store = Store.open(Folders.standard(folder))
    return store.save(record.model_copy(update={"profile": store.profile(None).id}), trace)


def asked(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, dict[str, Any]]:
    status = main(["challenge", *map(str, words)])
    out = capsys.readouterr()
    assert "Traceback" not in out.err
    assert (status == 1) or not out.err
    return status, json.loads(out.out)


def test_the_command_line_sends_verifies_and_keeps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record, trace = round_of()
    one, two, path = tmp_path / "one", tmp_path / "two", tmp_path / "sent.hpc"
    status, made = asked(capsys, "export", stored(one, record, trace), "--to", path)
    assert (status, made["verdict"], made["points"]) == (0, "verified", record.score)
    status, told = asked(capsys, "verify", path)
    assert (status, told["says"]) == (0, "this recording gives this score")
    status, kept = asked(capsys, "import", path, "--data-dir", two)
    assert (status, kept["points"]) == (0, record.score)
    assert Path(kept["kept"]).parent == two / "challenges"
    assert asked(capsys, "verify", kept["kept"])[0] == 0
    status, code = asked(capsys, "code", *made["code"].lower().split())
    assert (status, code["points"], code["seed"]) == (0, record.score, record.seed)
    status, refused = asked(capsys, "export", stored(one, record, trace), "--to", path)
    assert (status, refused["verdict"]) == (1, "refused")
    assert asked(capsys, "export", stored(one, record, trace), "--to", tmp_path)[0] == 0
    assert len(list(tmp_path.glob("*.hpc"))) == 2


def test_the_command_line_refuses_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record, trace = round_of()
    head = head_of(record, trace)
    path = tmp_path / "x.hpc"
    path.write_bytes(encoded(changed(head, trace, True, points=head.points + 1), trace))
    assert asked(capsys, "verify", path)[1]["says"] == "does not match"
    assert asked(capsys, "import", path, "--data-dir", tmp_path / "two")[0] == 1
    assert not (tmp_path / "two").exists()
    path.write_bytes(encoded(changed(head, trace, True, game_version=7), trace))
    assert asked(capsys, "verify", path)[1]["says"] == "made with other rules"
    path.write_bytes(b"nonsense")
    status, told = asked(capsys, "verify", path)
    assert (status, told["verdict"]) == (1, "refused")
    assert asked(capsys, "code", "AAAA", "AAAA")[1]["says"].startswith("a code has 12 signs")
    assert asked(capsys, "daily", "--date", "2026-02-30")[0] == 1
    assert asked(capsys, "verify", tmp_path / "nowhere.hpc")[0] == 1


def test_the_command_line_tells_the_challenges_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = asked(capsys, "daily", "--date", "2026-11-23")
    assert status == 0
    assert [one["game"] for one in told["challenges"]] == [game.id for game in GAMES if game.challenges]
    assert set(told["mix"]) <= {game.id for game in GAMES}
    assert asked(capsys, "daily", "--date", "2026-11-23")[1] == told


def test_a_file_that_changes_while_it_is_read_is_not_kept(tmp_path: Path) -> None:
    record, trace = round_of()
    path = tmp_path / "x.hpc"
    export(record, trace, path)
    found = received(path)
    head, _ = read_challenge(path)
    path.write_bytes(encoded(changed(head, trace, True, points=1), trace))
    with pytest.raises(Unreadable, match="has changed"):
        keep(found, tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_whose_round_it_was_changes_nothing_of_the_challenge() -> None:
    record, trace = round_of()
    assert head_of(record, trace) == head_of(record.model_copy(update={"id": "b" * 32, "profile": "c" * 32}), trace)


def test_the_best_of_several_rounds_is_sent_without_naming_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("export", "--game", "pegs", "--to", tmp_path, "--data-dir", tmp_path / "one")
    assert "play one first" in asked(capsys, *words)[1]["says"]
    for number, hand in enumerate(("slow", "steady", "trembling")):
        record, trace = round_of(hand=hand)
        stored(tmp_path / "one", record.model_copy(update={"id": f"{number:032x}"}), trace)
    status, made = asked(capsys, *words)
    best = max(round_of(hand=hand)[0].score for hand in ("slow", "steady", "trembling"))
    assert (status, made["points"]) == (0, best)
    assert asked(capsys, "export", "--game", "peas", "--data-dir", tmp_path / "one")[0] == 1


def test_a_challenge_says_how_it_was_played_and_like_is_compared_with_like() -> None:
    record, trace = round_of("pegs", 1)
    by_finger = record.model_copy(update={"input": "touch"})
    head = head_of(by_finger, trace)
    assert challenge_of(head).how == How("touch", record.form, "right")
    assert read_code(code_of_record(by_finger) or "").how == How("touch", record.form, "right")
    assert How("touch", "drag", "left").said(Words().say) == "By finger, dragging, left hand"


def test_a_recording_that_was_made_in_another_form_than_it_says_does_not_match() -> None:
    record, trace = round_of("pegs", 1)
    head = head_of(record, trace)
    assert verify(head, trace) is Verdict.VERIFIED
    other = sealed(head.model_copy(update={"form": "tap"}), trace)
    assert verify(other, trace) is Verdict.NO_MATCH


@pytest.mark.parametrize("changes", [{"input": "mouse"}, {"input": ""}, {"form": "tap"}, {"form": ""}])
def test_a_recording_that_was_played_with_something_else_than_it_says_does_not_match(changes: dict[str, str]) -> None:
    record, trace = round_of("pegs", 1)
    assert verify(changed(head_of(record, trace), trace, True, **changes), trace) is Verdict.NO_MATCH


def two_hands() -> tuple[Record, list[Reading]]:
    """A challenge in which one hand tapped the pieces and the other one the goals."""
    game = named("pegs")
    block, trick = Block(game, game.challenges[0], 41, BOARD, AIDS, None, Fit("right")), TwoHands(0.2)
    while not block.finished and block.now < 120:
        for reading in trick.readings(block, block.now + 1 / 30):
            block.feed(reading)
        block.run(block.steps + 4)
    return record_of(block, Circumstances("b" * 32, "challenge", 1, MOMENT)), block.trace


def test_a_round_of_two_hands_is_no_best_is_not_sent_and_does_not_verify(tmp_path: Path) -> None:
    record, trace = two_hands()
    assert (record.status, record.barred) == ("complete", "two hands")
    store = Store.open(Folders.standard(tmp_path))
    mine = record.model_copy(update={"profile": store.profile(None).id, "score": 900})
    store.save(mine, trace)
    key = BestKey(
        mine.profile, "pegs", mine.game_version, "challenge", 1, "right", mine.calibrated, mine.measures_version
    )
    assert store.best(key) is None
    assert best_round(store, mine.profile, named("pegs"), 1) is None
    with pytest.raises(challenging.NotSent) as refused:
        head_of(mine, trace)
    assert refused.value.reason == "apart"
    head = head_of(record.model_copy(update={"barred": None}), trace)
    assert verify(head, trace) is Verdict.NO_MATCH


def test_only_a_round_that_is_compared_with_others_reaches_a_goal() -> None:
    record, _ = two_hands()
    goal = Goal(Challenge("pegs", 1, 41, record.game_version, points=1, how=How("touch", record.form, "right")))
    ended = SimpleNamespace(
        whole=True, certain=False, how=How("touch", record.form, "right"), score=SimpleNamespace(points=9)
    )
    assert goal.answer(Words().say, cast(Ended, ended)) is None
    ended.certain = True
    assert goal.answer(Words().say, cast(Ended, ended)) == Words().say("beaten", count=1)
    ended.how = How("mouse", record.form, "right")
    assert goal.answer(Words().say, cast(Ended, ended)) == Words().say(
        "played otherwise", how="By finger, tapping, right hand"
    )
