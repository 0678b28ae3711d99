"""`package`: makes the bundle for the system on which it runs, with PyInstaller in an environment of its own."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from games.launcher.cli.needs import needed
from games.launcher.devices.bundle.contents import NAME, PYINSTALLER, options
from games.launcher.devices.bundle.licences import notices

ROOT = Path(__file__).resolve().parents[4]  # the top of the source
MADE = Path("dist") / "package"  # where it is made, unless told
PAPERS = ("LICENSE", "assets/CREDITS.md")
ICONS = ("pillow",)  # makes an icon of the system's own kind of the program's picture


def make(goal: Path | None) -> int:
    """Make the bundle and its archive, and print where they are. Raises OSError with one sentence if that cannot be done."""
    if not (ROOT / "run.py").is_file():
        raise OSError("a bundle is made from the source, not from an installed copy")
    folder = (goal or ROOT / MADE).absolute()
    with TemporaryDirectory() as made:
        work = Path(made)
        _run([sys.executable, "-m", "venv", str(work / "env")])
        python = work / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        wanted = needed((ROOT / "pyproject.toml").read_text(encoding="utf-8"), "")
        _run([str(python), "-m", "pip", "install", "--quiet", *wanted])
        packages = _run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip()
        said = notices(Path(packages))  # before PyInstaller comes, which is no part of the bundle
        _run([str(python), "-m", "pip", "install", "--quiet", PYINSTALLER, *ICONS])
        _run([str(python), "-m", "PyInstaller", *options(ROOT, work, work / "made")])
        bundle = work / "made" / (f"{NAME}.app" if sys.platform == "darwin" else NAME)
        papers = bundle / "Contents" / "Resources" if sys.platform == "darwin" else bundle
        for paper in PAPERS:
            shutil.copy(ROOT / paper, papers)
        (papers / "NOTICES.txt").write_text(said, encoding="utf-8")
        there = folder / bundle.name
        if there.exists():
            shutil.rmtree(there)
        shutil.copytree(bundle, there, symlinks=True)
    name = f"{NAME}-{platform.system()}-{platform.machine()}"
    kind = "gztar" if sys.platform.startswith("linux") else "zip"
    print(there)
    print(shutil.make_archive(str(folder / name), kind, folder, there.name))
    return 0


def _run(line: Sequence[str]) -> str:
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [one for one in (done.stderr or done.stdout).strip().splitlines() if one.strip()]
        raise OSError(f"the bundle could not be made: {lines[-1] if lines else done.returncode}")
    return done.stdout
