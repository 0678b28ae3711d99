"""Who may import whom, and what no code of ours may use."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "games").rglob("*.py"))
GAMES = sorted(p.parent.name for p in (ROOT / "games").glob("*/rules.py"))

# folder -> (what of ours it may import, third parties); the longest match counts
TABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "games.kit": (("games.kit",), ()),
    "games.catalog": (("games.kit", *(f"games.{name}" for name in GAMES), "games"), ()),
    "games.launcher.scoring": (("games.kit", "games.launcher.scoring"), ()),
    "games.launcher.records": (
        ("games.kit", "games.launcher.scoring", "games.launcher.records"),
        ("pydantic", "platformdirs", "jinja2"),
    ),
    "games.launcher.words": (("games.kit", "games.catalog", "games.launcher.words"), ()),
    "games.launcher.progress": (
        ("games.kit", "games.launcher.scoring", "games.launcher.records", "games.launcher.progress"),
        (),
    ),
    # Each game brings its number in codes: they are read from the catalogue.
    "games.launcher.progress.codes": (
        ("games.kit", "games.catalog", "games.launcher.scoring", "games.launcher.progress"),
        (),
    ),
    "games.launcher.devices.pygame": (
        (
            "games.kit",
            "games.launcher.devices.pygame",
            "games.launcher.device",
            "games.launcher.drawing.commission",
            "games.launcher.shell.outbox",
            "games.launcher.shell.display",
            "games.launcher.shell.sound",
            "games.launcher.shell.assets",
        ),
        ("pygame",),
    ),
    "games.launcher": (("games",), ()),
    "games.launcher.reports": (("games",), ("jinja2", "markupsafe", "platformdirs")),
    "games.launcher.ui.qr": (("games.kit", "games.launcher.ui", "games.launcher.shell"), ("segno",)),
    "games.launcher.cli.commands": (("games",), ("pytest",)),
    "games.__main__": (("games.launcher.cli.setting_up",), ()),
    "games": ((), ()),
}
TABLE |= {f"games.{name}": (("games.kit", f"games.{name}"), ()) for name in GAMES}
ONLY_PLAYING = "games.launcher.devices.pygame"  # nobody but these may reach for the device
MAY_PLAY = ("games.launcher.cli.play", "games.launcher.cli.doctor", "games.launcher.cli.bench", ONLY_PLAYING)
PURE = ("games.kit", "games.launcher.scoring", *(f"games.{name}" for name in GAMES))
IMPURE = {"time", "os", "pathlib", "threading", "socket", "datetime", "secrets", "subprocess", "sys", "io"}
FORBIDDEN = {"socket", "http", "urllib", "ssl", "pickle", "marshal", "shelve", "requests", "numpy", "scipy"}
INEXACT = {"sum", "fsum", "hypot", "dist"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (
                name
                if (ROOT / Path(*name.split("."))).exists()
                or (ROOT / Path(*name.split(".")).with_suffix(".py")).exists()
                else str(node.module)
                for name in names
            )


def under(name: str, folder: str) -> bool:
    return name == folder or name.startswith(folder + ".")


def rule_of(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return TABLE[max((folder for folder in TABLE if under(module, folder)), key=len)]


def test_the_walk_finds_the_kit_and_the_games() -> None:
    modules = {module_of(path) for path in FILES}
    assert {"games.kit.block", "games.catalog", "games.beans.rules", "games.launcher.devices.pygame.window"} <= modules


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    module = module_of(path)
    ours, others = rule_of(module)
    for name in imports(path):
        top = name.split(".")[0]
        if top == "games":
            assert any(under(name, allowed) for allowed in ours), f"{module} imports {name}"
            if under(name, ONLY_PLAYING):
                assert any(under(module, one) for one in MAY_PLAY), f"{module} reaches for the device"
        elif top not in sys.stdlib_module_names:
            assert top in others, f"{module} imports {name}"
        assert top not in FORBIDDEN, f"{module} imports {name}"
        if any(under(module, pure) for pure in PURE):
            assert top not in IMPURE, f"{module} is pure and imports {name}"


def test_a_view_is_imported_by_nobody_but_its_own_game() -> None:
    for path in FILES:
        module = module_of(path)
        for name in imports(path):
            if name.endswith(".view"):
                assert module == name.removesuffix(".view"), f"{module} imports {name}"
        if module.endswith(".rules"):
            assert not any(name.endswith(".view") for name in imports(path))


@pytest.mark.parametrize("path", [p for p in FILES if any(under(module_of(p), pure) for pure in PURE)], ids=module_of)
def test_sums_whose_last_digit_differs_between_pythons_are_not_used(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert called not in INEXACT, f"{module_of(path)} line {node.lineno} calls {called}"
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert "statistics" not in ast.dump(node)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_module_opens_by_saying_what_it_holds_and_is_named_for_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = ast.get_docstring(tree)
    assert words, f"{path} has no docstring"
    assert path.stem not in {"utils", "manager", "helper", "helpers", "base", "common", "core", "misc"}
    calls = [n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    assert not {"eval", "exec", "__import__", "globals"} & set(calls)


def test_nothing_but_the_device_needs_pygame_or_happens_on_import() -> None:
    modules = [m for m in map(module_of, FILES) if not under(m, "games.launcher.devices.pygame")]
    lines = "\n".join(f"import {module}" for module in modules)
    script = f"import sys, os\nbefore = set(os.listdir('.'))\n{lines}\nassert 'pygame' not in sys.modules\nassert set(os.listdir('.')) == before"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == done.stderr == ""
