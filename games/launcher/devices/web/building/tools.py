"""The programs that a build calls: Node, npm and pip. Each is asked for what it needs, and says plainly if it is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from games.launcher.devices.web.building.pins import ANY_PLATFORM, PLATFORM, PYTHON, WHEELS

LEAST_NODE = 20
MISSING = "the version for browsers is made with Node {version} or newer and npm, and {what} is not installed here"


def node() -> str:
    """Where Node is. Raises OSError with one sentence if it or npm is missing or too old."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found is None or npm is None:
        raise OSError(MISSING.format(version=LEAST_NODE, what="Node" if found is None else "npm"))
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    if not said.startswith("v") or int(said[1:].split(".")[0]) < LEAST_NODE:
        raise OSError(f"Node {LEAST_NODE} or newer is needed, and this one says {said or 'nothing'}")
    return found


def install_modules(browser: Path, work: Path) -> Path:
    """Install what `browser/package.json` names into a work folder; returns the folder of the modules."""
    shutil.copy(browser / "package.json", work)
    npm = shutil.which("npm") or "npm"
    _run([npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--omit=dev"], work)
    return work / "node_modules"


def download_wheels(work: Path) -> list[Path]:
    """Download the pinned wheels; returns the files in order of their names."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", "wheels"]
    abi = f"cp{PYTHON.replace('.', '')}"
    platform = [
        "--python-version",
        PYTHON,
        "--platform",
        PLATFORM,
        "--implementation",
        "cp",
        "--abi",
        abi,
        "--abi",
        "none",
    ]
    _run([*pip, *platform, *WHEELS], work)
    _run([*pip, *ANY_PLATFORM], work)
    return sorted((work / "wheels").glob("*.whl"))


def compile_all(node: str, browser: Path, pyodide: Path, archives: Mapping[Path, Path]) -> None:
    """Compile folders of Python source, each into one archive: source -> archive (browser/tools/compile.mjs)."""
    pairs = [str(one) for pair in archives.items() for one in pair]
    _run([node, str(browser / "tools" / "compile.mjs"), str(pyodide), *pairs], pyodide.parent)


def _run(line: Sequence[str], folder: Path) -> None:
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = [one for one in (done.stderr or done.stdout).strip().splitlines() if one.strip()]
        raise OSError(f"{Path(line[0]).name} could not do its part: {lines[-1] if lines else done.returncode}")
