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
ROOMS = sorted(p.name for p in (ROOT / "games/launcher/screens").iterdir() if (p / "__init__.py").exists())
GAMES = sorted(p.parent.name for p in (ROOT / "games").glob("*/rules.py"))

KIT, CATALOG, RECORDS = "games.kit", "games.catalog", "games.launcher.records"
SCORING = "games.launcher.scoring"
DATA = (RECORDS, SCORING)
SHELL, UI, ROUND = "games.launcher.shell", "games.launcher.ui", "games.launcher.round"
PROGRESS, PEOPLE, DRAWING = "games.launcher.progress", "games.launcher.people", "games.launcher.drawing"
WORDS = "games.launcher.words"
STORED = tuple(f"{RECORDS}.{name}" for name in ("models", "typed", "folders", "errors", "screens"))  # below its rooms
PLANNING = "games.launcher.planning"
CHALLENGE, GALLERY, HAND = "games.launcher.challenge", "games.launcher.gallery", "games.launcher.hand"
# What every screen may use; one room of screens uses another's only where that stands in the table.
BELOW_SCREENS = (
    KIT,
    CATALOG,
    WORDS,
    *DATA,
    SHELL,
    UI,
    ROUND,
    PROGRESS,
    PEOPLE,
    DRAWING,
    CHALLENGE,
    GALLERY,
    HAND,
    PLANNING,
)

# folder or module -> (what of ours it may import, third parties); the longest match counts. Imports within functions and
# under TYPE_CHECKING count as all others.
TABLE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    KIT: ((KIT,), ()),
    CATALOG: ((KIT, *(f"games.{name}" for name in GAMES)), ()),
    SCORING: ((KIT, SCORING), ()),
    f"{SCORING}.curves": ((KIT, f"{SCORING}.checks", f"{SCORING}.fitts", f"{SCORING}.curves"), ()),
    f"{SCORING}.tasks": (
        (
            KIT,
            f"{SCORING}.curves",
            f"{SCORING}.tasks",
            *(
                f"{SCORING}.{name}"
                for name in ("aperture", "checks", "fitts", "measured", "path", "rhythm", "score", "signal")
            ),
            *(f"{SCORING}.{name}" for name in ("smoothness", "stroke", "tremor")),
        ),
        (),
    ),
    RECORDS: ((KIT, *DATA), ("pydantic", "platformdirs")),
    # How tasks are checked is said to pydantic's core, which is a part of pydantic.
    f"{RECORDS}.typed": ((KIT, *DATA), ("pydantic", "pydantic_core")),
    f"{RECORDS}.folders": ((), ("platformdirs",)),
    f"{RECORDS}.errors": ((), ()),
    f"{RECORDS}.disk": ((f"{RECORDS}.disk", f"{RECORDS}.folders", f"{RECORDS}.errors"), ()),
    f"{RECORDS}.blocks": ((KIT, *STORED, f"{RECORDS}.disk", f"{RECORDS}.blocks"), ("pydantic",)),
    f"{RECORDS}.index": ((*STORED, *(f"{RECORDS}.{name}" for name in ("disk", "blocks", "index"))), ()),
    f"{RECORDS}.people": ((*STORED, *(f"{RECORDS}.{name}" for name in ("disk", "blocks", "people"))), ("pydantic",)),
    f"{RECORDS}.challenges": (
        (KIT, *STORED, *(f"{RECORDS}.{name}" for name in ("disk", "blocks", "challenges"))),
        ("pydantic", "platformdirs"),
    ),
    f"{RECORDS}.pictures": (
        (KIT, *STORED, f"{RECORDS}.store", f"{RECORDS}.disk", f"{RECORDS}.pictures"),
        ("platformdirs",),
    ),
    WORDS: ((KIT, CATALOG, WORDS), ()),
    PEOPLE: ((KIT, RECORDS, PEOPLE), ()),
    PROGRESS: ((KIT, *DATA, PROGRESS), ()),
    # Each game brings its number in codes: they are read from the catalogue.
    "games.launcher.progress.codes": ((KIT, CATALOG, SCORING, PROGRESS), ()),
    HAND: ((KIT, SCORING, HAND), ()),
    "games.launcher.planning.today": ((CATALOG, RECORDS, PLANNING, SHELL), ()),
    PLANNING: ((KIT, CATALOG, RECORDS, "games.launcher.progress.codes", "games.routines", PLANNING), ("pydantic",)),
    "games.routines": ((), ()),
    DRAWING: ((KIT, WORDS, DRAWING), ()),
    CHALLENGE: (
        (KIT, CATALOG, *DATA, PROGRESS, "games.launcher.round.levels", "games.launcher.round.forms", CHALLENGE),
        (),
    ),
    UI: ((KIT, WORDS, SHELL, UI, PEOPLE, PROGRESS), ()),
    "games.launcher.ui.qr": ((KIT, UI, SHELL), ("segno",)),
    SHELL: (
        (KIT, WORDS, SHELL, UI, "games.launcher.drawing.commission", PEOPLE, RECORDS, PROGRESS),
        (),
    ),
    "games.launcher.shell.places": (
        (KIT, RECORDS, PROGRESS, PEOPLE, CHALLENGE, GALLERY, PLANNING, ROUND, SHELL),
        (),
    ),
    "games.launcher.shell.app": (
        (
            KIT,
            SHELL,
            UI,
            PEOPLE,
            "games.launcher.drawing.mirrored",
            "games.launcher.screens.detours",
            "games.launcher.screens.routes",
            "games.launcher.screens.too_small",
        ),
        (),
    ),
    "games.launcher.shell.wiring": (
        (SHELL, WORDS, RECORDS, PEOPLE, "games.launcher.round.record", "games.launcher.round.anew"),
        (),
    ),
    GALLERY: (
        (
            KIT,
            RECORDS,
            DRAWING,
            SHELL,
            WORDS,
            "games.launcher.round.record",
            GALLERY,
        ),
        (),
    ),
    ROUND: ((KIT, CATALOG, *DATA, PROGRESS, DRAWING, CHALLENGE, GALLERY, SHELL, UI, ROUND), ()),
    "games.launcher.reports": (
        (
            KIT,
            CATALOG,
            *DATA,
            PLANNING,
            PROGRESS,
            ROUND,
            "games.launcher.shell.assets",
            WORDS,
            "games.launcher.reports",
        ),
        ("jinja2", "markupsafe", "platformdirs"),
    ),
    "games.launcher.screens": (BELOW_SCREENS, ()),
    "games.launcher.screens.home": (
        (*BELOW_SCREENS, "games.launcher.screens.home_plan", "games.launcher.screens.home_tiles"),
        (),
    ),
    "games.launcher.screens.home_plan": ((*BELOW_SCREENS, "games.launcher.screens.home_tiles"), ()),
    "games.launcher.screens.routes": (
        (KIT, SHELL, UI, "games.launcher.screens"),
        (),
    ),
    **{f"games.launcher.screens.{room}": ((*BELOW_SCREENS, f"games.launcher.screens.{room}"), ()) for room in ROOMS},
    "games.launcher.screens.progress.report": (
        (*BELOW_SCREENS, "games.launcher.screens.progress", "games.launcher.reports"),
        (),
    ),
    "games.launcher.screens.two.duel": (
        (*BELOW_SCREENS, "games.launcher.screens.two", "games.launcher.screens.play.pausing"),  # its card, its rows
        (),
    ),
    "games.launcher.screens.challenge.today": (
        (*BELOW_SCREENS, "games.launcher.screens.challenge", "games.launcher.screens.play.scenes"),
        (),
    ),
    "games.launcher.screens.settings.taking": (
        (*BELOW_SCREENS, "games.launcher.screens.settings", "games.launcher.reports"),
        (),
    ),
    "games.launcher.screens.settings.bringing": (
        (*BELOW_SCREENS, "games.launcher.screens.settings", "games.launcher.reports"),
        (),
    ),
    "games.launcher.device": ((KIT, *(f"{SHELL}.{name}" for name in ("display", "outbox", "between.stage"))), ()),
    "games.launcher.devices": ((KIT,), ()),  # what several devices share
    "games.launcher.devices.bundle": (("games.launcher.cli.needs", "games.launcher.devices.bundle"), ()),
    "games.launcher.devices.system": (("games.launcher.devices.system", "games.launcher.records.disk.files"), ()),
    "games.launcher.devices.system.spots": (
        (
            "games.launcher.devices.system.threads",
            f"{RECORDS}.disk.sticks",
            f"{RECORDS}.disk.writing",
            "games.launcher.shell.outbox",
            "games.launcher.shell.spots",
        ),
        ("platformdirs",),
    ),
    "games.launcher.devices.pygame": (
        (
            KIT,
            "games.launcher.device",
            "games.launcher.devices",
            "games.launcher.drawing.commission",
            "games.launcher.shell.assets",
            "games.launcher.shell.display",
            "games.launcher.shell.outbox",
            "games.launcher.shell.sound",
            "games.launcher.shell.spots",
            "games.launcher.shell.between.stage",
        ),
        ("pygame",),
    ),
    "games.launcher.devices.web": (
        (
            KIT,
            "games.launcher.device",
            "games.launcher.devices.bristles",
            "games.launcher.devices.brush",
            "games.launcher.devices.contacts",
            "games.launcher.devices.lines",
            "games.launcher.devices.web",
            "games.launcher.drawing.commission",
            f"{RECORDS}.disk.files",
            "games.launcher.shell.display",
            "games.launcher.shell.outbox",
            "games.launcher.shell.sound",
            "games.launcher.shell.spots",
        ),
        (),
    ),
    # It is to a browser what cli.play is to a window: it puts the program together.
    "games.launcher.devices.web.starting": (
        (KIT, "games.launcher.devices.web", RECORDS, "games.launcher.shell", WORDS),
        (),
    ),
    "games.launcher.devices.web.building": (
        ("games.launcher.devices.web.building", "games.launcher.shell.assets", WORDS),
        ("segno", "PIL"),
    ),
    "games.launcher.cli": (("games.catalog", "games.kit", "games.launcher"), ()),
    "games.launcher.cli.commands": (("games.launcher",), ("pytest",)),
    # They run before anything is installed: neither may need more than Python itself.
    "games.launcher.cli.setting_up": (
        ("games.launcher.cli.commands", "games.launcher.cli.needs", "games.launcher.cli.source"),
        (),
    ),
    "games.launcher.cli.needs": ((), ()),
    "games.launcher.cli.source": ((), ()),
    "games.__main__": (("games.launcher.cli.setting_up",), ()),
    "games": ((), ()),
}
TABLE |= {f"games.{name}": ((KIT, f"games.{name}"), ()) for name in GAMES}
DEVICES = "games.launcher.devices"  # nobody but these may reach for a device
MAY_REACH = {
    "games.launcher.devices.pygame": tuple(
        f"games.launcher.cli.{name}" for name in ("play", "doctor", "bench.bench", "bench.frames", "bench.waiting")
    ),
    "games.launcher.devices.bundle": ("games.launcher.cli.commands",),
    "games.launcher.devices.web": ("games.launcher.cli.commands",),
    "games.launcher.devices.system": (
        *(f"games.launcher.cli.{name}" for name in ("play", "opened", "doctor", "bench.years")),
        "games.launcher.devices.pygame.window",  # it carries files to folders
    ),
}
# What only a device has: a screen, threads, other processes, locks between them, a browser around it.
DEVICES_OWN = {
    "pygame",
    "threading",
    "_thread",
    "queue",
    "concurrent",
    "multiprocessing",
    "asyncio",
    "subprocess",
    "signal",
}
DEVICES_OWN |= {"fcntl", "msvcrt", "js", "pyodide", "pyodide_js", "pyscript", "webbrowser"}
EXCEPT = {
    "games.launcher.cli.setting_up": {
        "subprocess"
    },  # it calls venv and pip before anything is installed that has devices
}
PURE = ("games.kit", SCORING, *(f"games.{name}" for name in GAMES))
IMPURE = {"time", "os", "pathlib", "threading", "socket", "datetime", "secrets", "subprocess", "sys", "io"}
FORBIDDEN = {"socket", "http", "urllib", "ssl", "pickle", "marshal", "shelve", "requests", "numpy", "scipy"}
INEXACT = {"sum", "fsum", "hypot", "dist"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    if module_of(path) == CATALOG:  # it imports the games by their names
        yield from (f"games.{name}" for name in GAMES)
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


def test_no_file_has_more_than_300_lines_and_half_of_them_fewer_than_130() -> None:
    lines = sorted((len(path.read_text(encoding="utf-8").splitlines()), str(path)) for path in FILES)
    assert [path for count, path in lines if count > 300] == []
    assert lines[len(lines) // 2][0] < 130


def test_no_room_lists_more_than_twenty_things() -> None:
    for room in {path.parent for path in FILES if "launcher" in path.parts}:
        listed = [path for path in room.iterdir() if path.name != "__pycache__"]
        assert len(listed) <= 20, f"{room} lists {len(listed)}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    module = module_of(path)
    ours, others = rule_of(module)
    for name in imports(path):
        top = name.split(".")[0]
        if top == "games":
            # "games" itself holds the version
            assert name == "games" or any(under(name, allowed) for allowed in ours), f"{module} imports {name}"
        elif top not in sys.stdlib_module_names:
            assert top in others, f"{module} imports {name}"
        assert top not in FORBIDDEN, f"{module} imports {name}"
        if any(under(module, pure) for pure in PURE):
            assert top not in IMPURE, f"{module} is pure and imports {name}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_only_devices_have_a_screen_threads_processes_and_locks(path: Path) -> None:
    module = module_of(path)
    for name in imports(path):
        for device, allowed in MAY_REACH.items():
            if under(name, device) and not under(module, device):
                assert module in allowed, f"{module} reaches for {name}"
        if not under(module, DEVICES):
            own = name.split(".")[0] in DEVICES_OWN - EXCEPT.get(module, set())
            assert not own, f"{module} imports {name}: what needs it gets it handed in"


def test_every_row_of_the_table_is_needed() -> None:
    modules = [module_of(path) for path in FILES]
    for folder in TABLE:
        assert any(under(module, folder) for module in modules), f"there is no {folder}"
    for module, excused in EXCEPT.items():
        (path,) = (path for path in FILES if module_of(path) == module)
        assert excused <= set(imports(path)), f"{module} needs no exception"


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {module_of(path) for path in FILES}
    wanted = {module_of(path): {name for name in imports(path) if name in modules} for path in FILES}
    assert circle(wanted) is None


def test_a_circle_is_found_wherever_it_closes() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) is None
    assert circle({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}) is None
    assert circle({"x": {"a"}, "a": {"b"}, "b": {"c"}, "c": {"a"}}) == ["a", "b", "c", "a"]
    assert circle({"a": {"a"}}) == ["a", "a"]


def circle(wanted: dict[str, set[str]]) -> list[str] | None:
    """Modules each of which imports the next, the last one the first; None where there are no such."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str] | None:
        if module in way:
            return [*way[way.index(module) :], module]
        if module in done:
            return None
        for name in sorted(wanted[module]):
            found = walk(name, [*way, module])
            if found is not None:
                return found
        done.add(module)
        return None

    return next((found for module in sorted(wanted) if (found := walk(module, [])) is not None), None)


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
    by_name = "import_module" in path.read_text(encoding="utf-8")
    assert not by_name or module_of(path) == CATALOG, "what is imported so is seen by no test"


def test_nothing_but_the_device_needs_pygame_or_happens_on_import() -> None:
    modules = [m for m in map(module_of, FILES) if not under(m, "games.launcher.devices.pygame")]
    lines = "\n".join(f"import {module}" for module in modules)
    script = f"import sys, os\nbefore = set(os.listdir('.'))\n{lines}\nassert 'pygame' not in sys.modules\nassert set(os.listdir('.')) == before"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout == done.stderr == ""
