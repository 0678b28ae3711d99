"""`desktop`: adds or removes an entry in the desktop's menu for this copy (Desktop Entry Specification)."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from games.launcher.cli.source import ROOT, in_source
from games.launcher.shell.assets import assets_folder

NAME = "handplay.desktop"
SPECIAL = '"`$\\'  # characters that must be escaped within the quotes of a command


def desktop(folder: Path | None, remove: bool) -> int:
    """Write or remove the entry and print its path. Raises ValueError on systems without such entries."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        raise ValueError("menu entries of this kind are for Linux desktops; here, make a shortcut to what starts it")
    path = (folder or _applications()) / NAME
    if remove:
        there = path.is_file()
        path.unlink(missing_ok=True)
        print(f"{'removed' if there else 'there is no'} {path}")
        return 0
    words = entry(*command(), assets_folder() / "images" / "icon.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    print(f"written {path}")
    return 0


def command() -> tuple[Path, Path | Sequence[str]]:
    """The program that starts this copy from anywhere, and its arguments."""
    if getattr(sys, "frozen", False):  # a bundle: the program is its own Python
        return Path(sys.executable), ()
    if in_source(ROOT):
        return Path(sys.executable), ROOT / "run.py"
    script = Path(sysconfig.get_path("scripts")) / "handplay"
    if os.access(script, os.X_OK):
        return script, ()
    return Path(sys.executable), ("-P", "-m", "games")  # -P: do not import from the desktop's current folder


def entry(program: Path, words: Path | Sequence[str], icon: Path) -> str:
    """The text of the entry: the program, its script or arguments, and the icon."""
    line = [str(program), *([str(words)] if isinstance(words, Path) else words)]
    lines = {
        "Type": "Application",
        "Version": "1.5",
        "Name": "Handplay",
        "Comment": "Games to practise hand movements",
        "Exec": _value(" ".join(map(quoted, line))),
        "Icon": _value(str(icon)),
        "Terminal": "false",
        "Categories": "Game;Education;",
        "StartupWMClass": "handplay",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def quoted(word: str) -> str:
    """One argument of a command: quoted, escaped, percent signs doubled. Raises ValueError for a line break."""
    if "\n" in word or "\r" in word:
        raise ValueError(f"a menu entry cannot hold the line break in {word!r}")
    escaped = "".join("\\" + letter if letter in SPECIAL else letter for letter in word)
    return '"' + escaped.replace("%", "%%") + '"'


def _value(words: str) -> str:
    """A string value: backslashes are escaped once more, as the specification requires of every value."""
    return words.replace("\\", "\\\\")


def _applications() -> Path:
    from games.launcher.records.folders import system_data

    return system_data() / "applications"
