"""The command line, as it is typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from games import VERSION

ROOT = Path(__file__).parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, str(ROOT / "run.py"), "--no-setup", *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=60)


def test_version_needs_nothing_that_must_be_installed() -> None:
    script = "import sys; sys.argv = ['run.py', '--version']; sys.path.insert(0, '.')\n"
    script += "import runpy\ntry: runpy.run_path('run.py', run_name='__main__')\nexcept SystemExit as end: assert not end.code\n"
    script += "assert not {'pygame', 'pydantic', 'platformdirs'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Handplay {VERSION}\n"


def test_list_names_the_games_and_their_levels() -> None:
    games = json.loads(run("list", "--json").stdout)
    assert games[0]["id"] == "beans"
    assert {level["mode"] for level in games[0]["levels"]} == {"practice", "test", "challenge", "free"}
    assert "Beans: " in run("list").stdout


def test_a_simulated_block_is_stored_and_replays_identical(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path), "simulate", "beans", "--level", "2", "--seed", "9", "--save", "--json")
    record = json.loads(done.stdout)
    assert record["input"] == "simulated"
    assert {"game", "level", "seed", "reps", "precision", "speed", "score", "throughput", "measures_version"} <= set(
        record
    )
    path = done.stderr.strip()
    replay = run("replay", path)
    assert (replay.returncode, replay.stdout) == (0, f"identical: 10 reps, {record['score']} points\n")
    assert json.loads(run("replay", path, "--json").stdout)["identical"] is True


def test_frames_a_second_and_the_place_of_options_change_nothing() -> None:
    records = []
    for words in (
        ["simulate", "beans", "--seed", "4", "--fps", "30"],
        ["--seed", "4", "simulate", "beans", "--fps", "144"],
    ):
        record = json.loads(run(*words).stdout)
        records.append({k: v for k, v in record.items() if k not in ("id", "started_utc_ms")})
    assert records[0] == records[1]


def test_reps_may_be_asked_for_and_replay_too(tmp_path: Path) -> None:
    done = run("simulate", "beans", "--reps", "23", "--save", "--data-dir", str(tmp_path), "--json")
    assert len(json.loads(done.stdout)["reps"]) == 23
    assert run("replay", done.stderr.strip()).returncode == 0


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["simulate", "peas"], 1, "peas"),
        (["simulate", "beans", "--level", "99"], 1, "99"),
        (["--game", "beans", "--level", "0"], 1, "0"),
        (["replay", "/nowhere/x.hps"], 1, "/nowhere/x.hps"),
        (["replay", str(ROOT / "README.md")], 1, "README.md"),
        (["simulate", "beans", "--hand", "iron"], 2, "iron"),
        (["--px-per-mm", "900"], 2, "900"),
        (["--size", "12"], 2, "12"),
        (["--seed", "-1", "simulate", "beans"], 2, "-1"),
        (["dance"], 2, "dance"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence_with_the_value(
    words: list[str], status: int, said: str
) -> None:
    done = run(*words)
    assert done.returncode == status
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_where_names_the_folders(tmp_path: Path) -> None:
    assert str(tmp_path) in run("where", "--data-dir", str(tmp_path)).stdout


def test_doctor_says_what_there_is(tmp_path: Path) -> None:
    done = run("doctor", "--data-dir", str(tmp_path))
    assert done.returncode == 0
    assert "pygame-ce" in done.stdout
    assert "saving" in done.stdout


def test_what_is_exported_can_be_imported_elsewhere_and_reported(tmp_path: Path) -> None:
    one, two = ("--data-dir", str(tmp_path / "one")), ("--data-dir", str(tmp_path / "two"))
    run(*one, "simulate", "beans", "--seed", "9", "--save", "--json")
    done = run(*one, "export", "json", "--to", str(tmp_path / "all.json"))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path / 'all.json'}\n", "")
    assert run(*one, "export", "json", "--to", str(tmp_path / "all.json")).returncode == 1
    for new, known in ((1, 0), (0, 1)):
        said = run(*two, "import", str(tmp_path / "all.json")).stdout
        assert said == f"{new} blocks are new, {known} were here already, 0 are damaged and left out\n"
    files = [sorted(path.name for path in (tmp_path / name / "profiles").rglob("*.hps")) for name in ("one", "two")]
    assert files[0] == files[1] != []
    tables = run(*two, "export", "csv", "--to", str(tmp_path / "tables")).stdout.split()
    assert [Path(path).name for path in tables] == ["sessions.csv", "reps.csv"]
    page = run(*two, "report", "--weeks", "4", "--to", str(tmp_path / "page.html"))
    assert page.returncode == 0
    assert "Nothing was played" in (tmp_path / "page.html").read_text()  # a simulation is no practice


def test_reports_of_nobody_and_of_days_that_are_none_are_refused(tmp_path: Path) -> None:
    for words in (
        ["report", "--profile", "Nobody"],
        ["report", "--since", "yesterday"],
        ["report", "--since", "2026-11-23", "--until", "2026-11-01"],
        ["import", str(tmp_path / "missing.json")],
    ):
        done = run("--data-dir", str(tmp_path / "data"), *words)
        assert done.returncode == 1, words
        assert done.stderr.count("\n") == 1
