"""The command line, as it is typed."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import shlex
import shutil
import subprocess
import sys
import traceback
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

import pytest

import games
from games import VERSION
from games.launcher.cli.options.asking import parser
from games.launcher.cli.setting_up import begin

ROOT = Path(__file__).parents[2]


def started(*words: str) -> subprocess.CompletedProcess[str]:
    """The program, started as somebody would who types this."""
    line = [sys.executable, str(ROOT / "run.py"), "--no-setup", *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=60)


@cache
def all_imported() -> None:
    """Everything of ours, in this process."""
    for module in pkgutil.walk_packages(games.__path__, "games."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def forked(*words: str) -> subprocess.CompletedProcess[str]:
    """The same in a process that has imported everything already, which is most of what starting takes."""
    all_imported()
    with TemporaryFile() as out, TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
                sys.argv = [str(ROOT / "run.py")]
                status = begin(["--no-setup", *words])
            except SystemExit as end:
                status = int(end.code or 0)
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(words, status, out.read().decode(), err.read().decode())


run = forked if hasattr(os, "fork") else started


def test_version_needs_nothing_that_must_be_installed() -> None:
    script = "import sys; sys.argv = ['run.py', '--version']; sys.path.insert(0, '.')\n"
    script += "import runpy\ntry: runpy.run_path('run.py', run_name='__main__')\nexcept SystemExit as end: assert not end.code\n"
    script += "assert not {'pygame', 'pydantic', 'platformdirs'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Handplay {VERSION}\n"


def test_home_appears_before_anything_is_imported_that_only_playing_or_storing_needs() -> None:
    script = """
import sys
from games.catalog import GAMES, imported
from games.launcher.devices.pygame.window import Window
from games.launcher.shell.wiring import Host, Loading, running
from games.launcher.screens import home
late = {f"games.{game.id}.{name}" for game in GAMES for name in ("rules", "view")} | {"pydantic", "sqlite3", "jinja2"}
assert not late & set(sys.modules), late & set(sys.modules)
imported()
assert not late - set(sys.modules) - {"pydantic", "sqlite3", "jinja2"}
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_list_names_the_games_and_their_levels() -> None:
    listed = json.loads(run("list", "--json").stdout)
    assert listed[0]["id"] == "beans"
    assert {level["mode"] for level in listed[0]["levels"]} == {"practice", "test", "challenge", "free"}
    assert "Beans: " in run("list").stdout


def test_a_simulated_block_is_stored_and_replays_identical(tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path), "simulate", "beans", "--level", "2", "--seed", "9", "--save", "--json")
    done = started(*words)
    record = json.loads(done.stdout)
    assert record["input"] == "simulated"
    assert {"game", "level", "seed", "reps", "precision", "speed", "score", "throughput", "measures_version"} <= set(
        record
    )
    path = done.stderr.strip()
    replay = started("replay", path)
    assert (replay.returncode, replay.stdout) == (0, f"identical: 10 reps, {record['score']} points\n")
    assert json.loads(run("replay", path, "--json").stdout)["identical"] is True


@pytest.mark.parametrize(
    "words",
    [
        ["import", ""],
        ["replay", " "],
        ["export", "json", "--to", ""],
        ["challenge", "verify", ""],
        ["--data-dir", "", "where"],
        ["--tell", ""],
    ],
    ids=" ".join,
)
def test_no_path_at_all_is_not_the_folder_that_one_is_in(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(words)
    assert ended.value.code == 2
    assert "names no file and no folder" in capsys.readouterr().err


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


@pytest.mark.parametrize("words", [["replay", "/nowhere/x.hps"], ["dance"], ["where"]])
def test_a_process_that_has_imported_everything_says_what_a_started_one_does(tmp_path: Path, words: list[str]) -> None:
    one, other = (how("--data-dir", str(tmp_path), *words) for how in (started, run))
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


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


def copied(tmp_path: Path) -> Path:
    """An installed copy: the package with its assets in it, and no source beside it."""
    place = tmp_path / "site-packages"
    place.mkdir()
    shutil.copytree(ROOT / "games", place / "games", ignore=shutil.ignore_patterns("__pycache__"))
    (place / "games" / "assets").symlink_to(ROOT / "assets")
    return place


def test_an_installed_copy_does_what_the_source_does(tmp_path: Path) -> None:
    place = copied(tmp_path)

    def asked(*words: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "games", *words]
        return subprocess.run(line, cwd=place, capture_output=True, text=True, timeout=60)

    assert asked("list").stdout == run("list").stdout != ""
    tests = asked("test")
    assert (tests.returncode, tests.stderr.count("\n")) == (1, 1)
    assert "the tests are in the source" in tests.stderr
    assert asked("--help").stdout.startswith("usage: python3 -m games ")
    assert asked("desktop", "--to", str(tmp_path)).returncode == 0
    entry = (tmp_path / "handplay.desktop").read_text()
    values = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert Path(values["Icon"]).is_file()
    begins = shlex.split(values["Exec"])
    assert os.access(begins[0], os.X_OK)
    assert begins[1:] in ([], ["-P", "-m", "games"])


@pytest.mark.parametrize(
    ("started", "name"),
    [
        ("/x/run.py", "run.py"),
        ("/y/bin/handplay", "handplay"),
        ("/z/games/__main__.py", "python3 -m games"),
        ("", "handplay"),
    ],
)
def test_the_help_calls_the_program_as_it_was_started(started: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [started])
    assert parser().prog == name


@pytest.mark.parametrize("name", ["Ж\u00e9\u4e2d", "\u0645\u062d\u0645\u062f", "Zoë"])
@pytest.mark.parametrize("plain", [{}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}])
def test_names_and_folders_in_any_script_work_in_the_plainest_locale(
    tmp_path: Path, name: str, plain: dict[str, str]
) -> None:
    folder = tmp_path / name if "PYTHONUTF8" not in plain else tmp_path
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    line = [sys.executable, str(ROOT / "run.py"), "--no-setup", "--data-dir", str(folder / "data")]

    def asked(*words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*line, *words], env={**env, "LC_ALL": "C", **plain}, capture_output=True, timeout=60)

    done = asked("--profile", name, "simulate", "beans", "--reps", "1", "--save", "--json")
    assert done.returncode == 0, done.stderr
    if "PYTHONUTF8" in plain:
        return
    page = folder / f"{name}.html"
    done = asked("--profile", name, "report", "--to", str(page))
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"Practice of {name}" in page.read_text("utf-8")
    assert asked("where").returncode == 0


def test_tables_are_made_for_a_spreadsheet_and_pages_for_a_paper(tmp_path: Path) -> None:
    data = ("--data-dir", str(tmp_path / "data"))
    run(*data, "simulate", "beans", "--reps", "2", "--save", "--json")
    assert run(*data, "export", "csv", "--excel", "--to", str(tmp_path / "t")).returncode == 0
    words = (tmp_path / "t" / "sessions.csv").read_bytes()
    assert words.startswith(b"\xef\xbb\xbfsession;block;")
    assert run(*data, "export", "json", "--excel").returncode == 1
    for paper, size in (("a4", "A4"), ("letter", "letter")):
        page = tmp_path / f"{paper}.html"
        assert run(*data, "report", "--paper", paper, "--to", str(page)).returncode == 0
        assert f"@page {{ size: {size};" in page.read_text()
    assert run(*data, "report", "--paper", "a3").returncode == 2
