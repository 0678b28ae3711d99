"""What goes into a bundle, as PyInstaller is told it."""

from __future__ import annotations

import os
from pathlib import Path

PYINSTALLER = "pyinstaller==6.16.0"
ASSETS = ("fonts", "icons", "images", "sounds", "words")  # of assets; its sources make the others and stay out
VERSIONS_OF = ("pygame-ce", "pydantic", "platformdirs", "jinja2")  # `doctor` says these
LEFT_OUT = ("numpy", "scipy", "pytest", "hypothesis", "PIL", "tkinter", "games.launcher.devices.web.building")
NAME = "Handplay"


def options(root: Path, work: Path, goal: Path) -> list[str]:
    """The words after `PyInstaller`, for the source in `root`: a folder in `goal`, without a console."""
    assets = root / "assets"
    out = ["--noconfirm", "--clean", "--log-level=WARN", "--onedir", "--windowed", "--name", NAME]
    out += ["--distpath", str(goal), "--workpath", str(work / "work"), "--specpath", str(work)]
    out += ["--paths", str(root), "--collect-submodules", "games"]
    for folder in ASSETS:
        out += ["--add-data", f"{assets / folder}{os.pathsep}games/assets/{folder}"]
    out += ["--add-data", f"{root / 'games/launcher/reports/page.html.jinja'}{os.pathsep}games/launcher/reports"]
    for package in VERSIONS_OF:
        out += ["--copy-metadata", package]
    for module in LEFT_OUT:
        out += ["--exclude-module", module]
    return [*out, "--icon", str(assets / "images" / "icon.png"), str(root / "run.py")]
