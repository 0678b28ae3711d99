#!/usr/bin/env python3
"""Plays Handplay, or tests it, and sets itself up first if needed. Only the standard library is used here."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
READY = {"": HOME / ".handplay-ready", "test": HOME / ".handplay-test-ready"}  # written when an install has ended well
NEEDS = {
    "": ("pygame", "pydantic", "platformdirs", "jinja2", "segno"),
    "test": ("pytest", "xdist", "hypothesis", "numpy", "scipy"),
}
LEAST = (3, 11)


def main() -> int:
    """Hand over to the program, in an environment that has what it needs."""
    words = sys.argv[1:]
    if sys.version_info < LEAST:
        have = ".".join(str(part) for part in sys.version_info[:3])
        print(f"Handplay needs Python 3.11 or newer; this is Python {have}.", file=sys.stderr)
        return 1
    setup = "--no-setup" not in words
    words = [word for word in words if word != "--no-setup"]
    if words != ["--version"] and setup:
        extra = "test" if words[:1] == ["test"] else ""
        if not has_all(extra):
            python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
            if Path(sys.prefix).resolve() == HOME.resolve() or not installed(extra, python):
                install(extra, python)
            return hand_over([str(python), str(HERE / "run.py"), "--no-setup", *words])
    sys.path.insert(0, str(HERE))
    from games.launcher.commands import main as command

    return command(words)


def has_all(extra: str) -> bool:
    """Whether this Python can run the program (and its tests) as it is."""
    needs = NEEDS[""] + (NEEDS["test"] if extra else ())
    return all(find_spec(name) is not None for name in needs)


def installed(extra: str, python: Path) -> bool:
    """Whether an earlier install into .venv ended well, for what pyproject asks today."""
    wanted = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    marks = [READY["test"]] if extra else [READY[""], READY["test"]]
    return python.exists() and any(mark.exists() and mark.read_text(encoding="utf-8") == wanted for mark in marks)


def install(extra: str, python: Path) -> None:
    """Make .venv beside this file and install into it, showing how it goes. An interrupted install is done again."""
    print("Setting up Handplay; this happens once.", file=sys.stderr, flush=True)
    for mark in READY.values():
        mark.unlink(missing_ok=True)
    if not python.exists() or subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode:
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)])
        if made.returncode:
            advice = (
                f"On Debian or Ubuntu: sudo apt install python3-venv, then run this again. (Python: {sys.executable})"
            )
            raise SystemExit(f"Could not make {HOME.name}. {advice}")
    what = ".[test]" if extra else "."
    done = subprocess.run([str(python), "-m", "pip", "install", "--disable-pip-version-check", "-e", what], cwd=HERE)
    if done.returncode:
        raise SystemExit("Could not install what Handplay needs. Is this machine online? Then run this again.")
    READY[extra].write_text((HERE / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")


def hand_over(line: list[str]) -> int:
    """Become the program, or on Windows wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(line[0], line)
    return subprocess.run(line).returncode


if __name__ == "__main__":
    raise SystemExit(main())
