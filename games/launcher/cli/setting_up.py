"""Finds a Python environment with what Handplay needs, or makes one beside the source: `.venv`. Standard library only.

A working environment is not touched before its successor is complete: the new one is made in a folder of its own and
then takes the place of the old one. So neither a missing network nor a power cut destroys a working installation.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from games.launcher.cli.needs import installed, needed, unmet
from games.launcher.cli.source import ROOT, in_source

HOME, FRESH, OLD = ".venv", ".vnew", ".vold"  # of equal length: paths in scripts can be replaced byte for byte
MARK = ".handplay-ready"  # holds the text of the pyproject.toml that was installed ...
TEST_MARK = ".handplay-test-ready"  # ... the same, if the packages for tests were installed, too
OURS = ("pygame", "pydantic", "pydantic_core", "platformdirs", "jinja2", "markupsafe", "segno", "pytest", "xdist")
TESTS = ("pytest", "xdist", "hypothesis", "numpy", "scipy")


def begin(words: Sequence[str]) -> int:
    """Run the program in a suitable environment; returns the exit status. Every refusal is one sentence."""
    setup = "--no-setup" not in words
    words = [word for word in words if word != "--no-setup"]
    if setup and words != ["--version"] and in_source(ROOT):
        try:
            python = with_all(ROOT, "test" if words[:1] == ["test"] else "")
        except (OSError, ValueError) as refused:
            return _refused(str(refused))
        if python is not None:
            return hand_over([str(python), str(ROOT / "run.py"), "--no-setup", *words])
    return run(words)


def run(words: Sequence[str]) -> int:
    """Run the program with this Python."""
    try:
        from games.launcher.cli.commands import main

        return main(words)
    except ModuleNotFoundError as missing:
        name = (missing.name or "").partition(".")[0]
        if name not in (*OURS, *TESTS):
            raise
        here = f"{sys.executable} has no {name}, which Handplay needs"
        if in_source(ROOT):
            return _refused(f"{here}: run it without --no-setup, or delete {ROOT / HOME} and run it again")
        return _refused(f"{here}: install Handplay again with pip")


def with_all(root: Path, extra: str) -> Path | None:
    """A Python with all that is needed: None for the running one, else that of .venv, which is made if necessary.

    Raises OSError or ValueError with one sentence if that fails.
    """
    wanted = (root / "pyproject.toml").read_text(encoding="utf-8")
    needs = needed(wanted, extra)
    if not unmet(needs, installed(sys.path)):
        return None
    _take_over(root)
    home = root / HOME
    if not works(home, wanted, needs, extra):
        renew(root, wanted, extra, unmet(needs, installed(folders_of(home))))
    return python_of(home)


def works(home: Path, wanted: str, needs: Sequence[str], extra: str) -> bool:
    """Whether an environment can run the program: made for exactly this pyproject.toml, or with sufficient packages."""
    if not os.access(python_of(home), os.X_OK):
        return False
    marks = (TEST_MARK,) if extra else (MARK, TEST_MARK)
    return any(_text(home / mark) == wanted for mark in marks) or not unmet(needs, installed(folders_of(home)))


def python_of(home: Path) -> Path:
    """The Python of an environment."""
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def folders_of(home: Path) -> list[str]:
    """The package folders of an environment, for its present Python version if the name tells it."""
    version = re.search(r"python3\.[0-9]+\Z", os.path.realpath(python_of(home)))
    folders = [home / "Lib/site-packages"] if os.name == "nt" else home.glob("lib/python3.*/site-packages")
    return [str(one) for one in folders if version is None or version.group() in one.parts]


def renew(root: Path, wanted: str, extra: str, missing: Sequence[str]) -> None:
    """Make a new environment and put it in the place of the old one. Raises OSError with one sentence if that fails."""
    fresh = root / FRESH
    if not os.access(root, os.W_OK):
        raise PermissionError(
            f"Handplay cannot set itself up, because you may not write into {root}: copy it to a folder of your own"
        )
    print("Setting up Handplay; this happens once.", file=sys.stderr, flush=True)
    _remove(fresh)
    maker = getattr(sys, "_base_executable", None) or sys.executable  # not the one that is being replaced
    if _call([maker, "-m", "venv", "--clear", str(fresh)]):
        _remove(fresh)
        raise OSError(
            f"Could not make {HOME} in {root}. On Debian or Ubuntu: sudo apt install python3-venv, then run this again. "
            f"(Python: {maker})"
        )
    what = f".[{extra}]" if extra else "."
    if _call([str(python_of(fresh)), "-m", "pip", "install", "--disable-pip-version-check", "-e", what], root):
        _remove(fresh)
        packages = ", ".join(missing)
        raise OSError(
            f"Could not install what Handplay needs ({packages}). Is this machine online? Then run this again."
        )
    _readdress(fresh, root / HOME)
    (fresh / (TEST_MARK if extra else MARK)).write_text(wanted, encoding="utf-8")
    _take_over(root)


def _take_over(root: Path) -> None:
    """Put a complete new environment in the place of the old one; also finishes an interrupted replacement."""
    home, fresh, old = root / HOME, root / FRESH, root / OLD
    if not any((fresh / mark).is_file() for mark in (MARK, TEST_MARK)):
        return
    if home.exists():
        ours = any((home / mark).is_file() for mark in (MARK, TEST_MARK))
        _remove(old)
        home.rename(old if ours else _free(root))  # a folder made by somebody else is kept
    fresh.rename(home)
    _remove(old)


def _remove(folder: Path) -> None:
    from shutil import rmtree  # here, because the program starts without it

    rmtree(folder, ignore_errors=True)


def _free(root: Path) -> Path:
    number = 1
    while (root / f"{HOME}-before-{number}").exists():
        number += 1
    return root / f"{HOME}-before-{number}"


def _readdress(fresh: Path, home: Path) -> None:
    """Rewrite the scripts of an environment: they contain the path where it was made, and need its final path."""
    for script in python_of(fresh).parent.iterdir():
        if script.is_file() and not script.is_symlink():
            before = script.read_bytes()
            after = before.replace(os.fsencode(fresh), os.fsencode(home))
            if after != before:
                script.write_bytes(after)


def _call(line: list[str], folder: Path | None = None) -> int:
    """Run a command with its output on stderr, because stdout is for the program's own answer."""
    import subprocess  # here, because the program starts without it

    try:
        return subprocess.run(line, cwd=folder, stdout=subprocess.DEVNULL if sys.stderr is None else 2).returncode
    except OSError:
        return 1


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def _refused(sentence: str) -> int:
    if sys.stderr is not None:
        print(f"handplay: {sentence}", file=sys.stderr)
    return 1


def hand_over(line: list[str]) -> int:
    """Replace this process by the program, or on Windows run it and wait."""
    if sys.stdout is not None:
        sys.stdout.flush()
    if os.name != "nt":
        os.execv(line[0], line)
    import subprocess

    return subprocess.run(line).returncode
