"""Setting up: what works is used, and is never lost to a change, a missing network or a pulled plug."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from games.launcher.cli import setting_up
from games.launcher.cli.needs import installed, needed, unmet
from games.launcher.cli.setting_up import FRESH, HOME, MARK, TEST_MARK, python_of, renew, with_all, works

ROOT = Path(__file__).parents[2]
PROJECT = '[project]\ndependencies = ["pygame-ce>=2.5,<2.6", "segno"]\n[project.optional-dependencies]\ntest = ["pytest>=8"]\n'


def environment(home: Path, *packages: str, mark: str | None = None) -> Path:
    """A folder like that of an environment with these packages ("segno-1.6"); its Python is a script that does nothing."""
    python = python_of(home)
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n# {home}\nexit 0\n")
    python.chmod(0o755)
    for package in packages:
        (home / "lib/python3.11/site-packages" / f"{package}.dist-info").mkdir(parents=True)
    if mark is not None:
        (home / mark).write_text(PROJECT)
    return home


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source folder, on a Python that has nothing."""
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    monkeypatch.setattr(sys, "path", [])
    return tmp_path


@pytest.mark.parametrize(
    ("requirement", "version", "met"),
    [
        ("pydantic>=2.10,<3", "2.10", True),
        ("pydantic>=2.10,<3", "2.10.0", True),
        ("pydantic>=2.10,<3", "2.9.9", False),
        ("pydantic>=2.10,<3", "3.0", False),
        ("pydantic>=2.10,<3", "3.0.0rc1", False),
        ("pydantic>=2.10,<3", "2.10.0b1", False),
        ("pydantic>=2.10,<3", "2.11.0.dev3", True),
        ("pydantic >= 2.10 , < 3", "2.10.4+local.1", True),
        ("pytest", "0.1", True),
        ("a.b_C>=1", "2.post1", True),
        ("x!=1.5", "1.5.0", False),
        ("x==1.5", "1.5", True),
        ("x<=1.5,>1.4", "1.4.1", True),
        ("x>=1; python_version < '3'", "1.0", False),  # not to be understood: never taken for met
        ("x~=1.4", "1.4", False),
        ("x @ https://example.org/x.whl", "1.4", False),
    ],
)
def test_a_version_is_held_against_its_range(requirement: str, version: str, met: bool) -> None:
    name = requirement.replace(" ", "").partition(">")[0].partition("!")[0].partition("=")[0].partition("<")[0]
    there = {name.split(";")[0].split("~")[0].split("@")[0].lower().replace(".", "-").replace("_", "-"): version}
    assert (unmet([requirement], there) == []) is met
    assert unmet([requirement], {}) == [requirement]


def test_what_this_python_has_is_found_by_the_names_of_folders(tmp_path: Path) -> None:
    for name in ("pygame_ce-2.5.8.dist-info", "Foo.Bar-1.0-py3.11.egg-info", "notes.txt", "pip"):
        (tmp_path / name).mkdir()
    assert installed([str(tmp_path), str(tmp_path / "nowhere")]) == {"pygame-ce": "2.5.8", "foo-bar": "1.0"}
    assert not unmet(needed((ROOT / "pyproject.toml").read_text(), "test"), installed(sys.path))


def test_an_installation_that_has_all_is_used_whatever_the_mark_says(root: Path) -> None:
    home = environment(root / HOME, "pygame_ce-2.5.8", "segno-1.6")
    assert with_all(root, "") == python_of(home)
    (home / MARK).write_text("of long ago")
    assert with_all(root, "") == python_of(home)


def test_one_that_was_installed_for_just_this_file_is_used_even_if_its_ranges_are_not_understood(root: Path) -> None:
    odd = PROJECT.replace('"segno"', "\"segno; python_version > '3'\"")
    (root / "pyproject.toml").write_text(odd)
    home = environment(root / HOME, "pygame_ce-2.5.8", "segno-1.6", mark=MARK)
    assert not works(home, odd, needed(odd, ""), "")
    (home / MARK).write_text(odd)
    assert with_all(root, "") == python_of(home)


@pytest.mark.parametrize(
    ("change", "extra"), [(("2.5,", "2.5.9,"), ""), (('"segno"', '"segno>=2"'), ""), (("pytest", "pytest"), "test")]
)
def test_without_a_network_a_change_is_refused_and_taking_it_back_starts_again(
    root: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str], extra: str
) -> None:
    home = environment(root / HOME, "pygame_ce-2.5.8", "segno-1.6", mark=MARK)

    def offline(line: list[str], folder: Path | None = None) -> int:
        if "venv" in line:
            environment(root / FRESH)
        return int("pip" in line)

    monkeypatch.setattr(setting_up, "_call", offline)
    (root / "pyproject.toml").write_text(PROJECT.replace(*change))
    with pytest.raises(OSError, match=r"Could not install what Handplay needs \(.*online"):
        with_all(root, extra)
    (root / "pyproject.toml").write_text(PROJECT)
    assert with_all(root, "") == python_of(home)
    assert [path.name for path in root.iterdir() if path.is_dir()] == [HOME]


def test_a_renewal_takes_the_place_of_the_old_one_when_it_is_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment(root / HOME, "segno-1.5", mark=MARK)

    def made(line: list[str], folder: Path | None = None) -> int:
        if "venv" in line:
            environment(root / FRESH, "pygame_ce-2.5.8", "segno-1.6", "pytest-8.1")
        return 0

    monkeypatch.setattr(setting_up, "_call", made)
    python = with_all(root, "test")
    assert python == python_of(root / HOME)
    assert str(root / HOME) in python.read_text()  # the scripts name the place where they are
    assert FRESH not in python.read_text()
    assert (root / HOME / TEST_MARK).read_text() == PROJECT
    assert [path.name for path in root.iterdir() if path.is_dir()] == [HOME]
    assert with_all(root, "") == python


@pytest.mark.parametrize("left", [{FRESH: None, HOME: MARK}, {FRESH: MARK}, {FRESH: MARK, ".vold": MARK}])
def test_a_renewal_that_was_interrupted_anywhere_leaves_one_that_works(root: Path, left: dict[str, str | None]) -> None:
    for name, mark in left.items():
        packages = ("pygame_ce-2.5.8", "segno-1.6") if mark else ()
        environment(root / name, *packages, mark=mark)
    assert with_all(root, "") == python_of(root / HOME)


def test_an_environment_that_somebody_else_has_made_there_is_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment(root / HOME, "theirs-1.0")

    def made(line: list[str], folder: Path | None = None) -> int:
        if "venv" in line:
            environment(root / FRESH, "pygame_ce-2.5.8", "segno-1.6")
        return 0

    monkeypatch.setattr(setting_up, "_call", made)
    with_all(root, "")
    kept = next(root.glob(f"{HOME}-before-*"))
    assert installed([str(kept / "lib/python3.11/site-packages")]) == {"theirs": "1.0"}


def test_where_nothing_may_be_written_it_is_said_in_one_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and Path(path).exists())
    with pytest.raises(PermissionError, match="you may not write into"):
        renew(root, PROJECT, "", [])
    environment(root / HOME, "pygame_ce-2.5.8", "segno-1.6")
    assert with_all(root, "") == python_of(root / HOME)  # somebody who may has set it up before


@pytest.mark.parametrize("text", ["", "[project", '[project]\nname = "x"', "project = 3"])
def test_a_pyproject_that_cannot_be_read_is_one_sentence(root: Path, text: str) -> None:
    (root / "pyproject.toml").write_text(text)
    with pytest.raises(ValueError, match=r"\Apyproject.toml does not say what Handplay needs: [^\n]*\Z"):
        with_all(root, "")


def test_a_python_without_the_packages_is_told_what_is_missing() -> None:
    line = [sys.executable, "-S", "-E", str(ROOT / "run.py"), "--no-setup", "where"]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "which Handplay needs" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("file", ["run.py", "games/__init__.py", "games/__main__.py"])
def test_an_old_python_can_read_how_the_program_begins(file: str) -> None:
    """What 2.7 cannot read is not in it: beside what 3.6 cannot, texts with values in them, annotations, newer words."""
    source = (ROOT / file).read_text(encoding="ascii")
    newer = (
        ast.JoinedStr,
        ast.AnnAssign,
        ast.NamedExpr,
        ast.Nonlocal,
        ast.YieldFrom,
        ast.Await,
        ast.Starred,
        ast.Match,
    )
    for node in ast.walk(ast.parse(source, feature_version=(3, 6))):
        assert not isinstance(node, newer), (file, node.lineno)
        if isinstance(node, ast.FunctionDef):
            every = [*node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
            assert node.returns is None
            assert not node.args.kwonlyargs
            assert not any(one is not None and one.annotation is not None for one in every)
        if isinstance(node, ast.Call):
            assert getattr(node.func, "id", "") != "print"
        if isinstance(node, ast.Raise):
            assert node.cause is None
        if isinstance(node, ast.ImportFrom):
            assert node.module != "__future__"


@pytest.mark.parametrize("version", [(2, 7, 18, "final", 0), (3, 6, 15, "final", 0), (3, 10, 99, "final", 0)])
def test_an_old_python_says_so_in_one_sentence(
    version: tuple[object, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from games.__main__ import start

    monkeypatch.setattr(sys, "version_info", version)
    assert start() == 1
    have = ".".join(map(str, version[:3]))
    assert capsys.readouterr().err == f"Handplay needs Python 3.11 or newer; this is Python {have}.\n"
