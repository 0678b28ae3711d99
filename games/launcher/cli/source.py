"""Whether this is the source folder or an installed copy. Only the standard library is used."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def in_source(root: Path) -> bool:
    """Whether this is the source folder, not a copy installed as a package."""
    return (root / "run.py").is_file() and (root / "pyproject.toml").is_file()
