"""Random mutants: small faults put into a module one at a time, to see whether its tests notice. Not part of the suite.

    python tests/mutants.py kit/aids progress/coach --count 30 --seed 1

Each argument is a part of a module's path below games/; without any, all MODULES are taken. A mutant is one change of
one module: another comparison, + for -, another number, a condition turned round, `and` for `or`, a statement left
out. The tests of the module (TESTS, or by convention the file that mirrors its path) then run in a copy of the tree;
the checkout is never touched. A mutant is killed when a test fails, or when the tests take three times as long as they
do without it. What survives is printed with its line and its change: either a test is missing, or the change makes no
difference (a shortcut that only saves time, `<` for `<=` where both give the same); such mutants are left alone.
Runs where processes can be forked (Linux, macOS).
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ("games", "tests", "assets", "pyproject.toml", "README.md", "run.py")
HEAVY = ("pytest", "hypothesis", "numpy", "scipy.signal", "pydantic", "pygame", "jinja2")  # imported once, then forked

MODULES = (
    "kit/*.py",
    "launcher/progress/*.py",
    "launcher/records/index/*.py",
    "launcher/records/blocks/journal.py",
    "launcher/devices/*.py",
    "launcher/devices/pygame/input/pointers.py",
    "launcher/ui/widgets.py",
    "pennies/stability.py",
)
CARRIED = ["test_beans_grips.py", "test_pennies_grips.py", "test_pegs_grips.py"]
TESTS = {  # of modules whose tests do not stand where the convention has them: those of games/a/b.py in tests/a/test_b.py
    "kit/aids.py": ["kit/test_aids.py", "kit/test_aids_who_leads.py", "kit/test_aids_resting.py"],
    "kit/block.py": ["kit/test_block_counts.py", "kit/test_block.py"],
    "kit/contacts.py": ["kit/test_contacts.py", "kit/test_contacts_edges.py"],
    "kit/fingers.py": ["kit/test_fingers.py", "kit/test_finger_states.py", "kit/test_strokes.py"],
    "kit/chance.py": ["kit/test_geometry.py"],
    "kit/grip.py": ["kit/test_grip.py", "kit/test_carrying.py"],
    "kit/carrying.py": ["kit/test_carrying.py", *CARRIED],
    "kit/pieces.py": ["kit/test_carrying.py", *CARRIED],
    "kit/taking.py": ["kit/test_carrying.py", *CARRIED],
    "launcher/progress/coach.py": ["launcher/progress/test_coach_steps.py"],
    "launcher/progress/feeling.py": ["launcher/screens/test_feeling.py"],
    "launcher/ui/widgets.py": ["launcher/ui/test_widgets.py", "launcher/ui/test_controls.py"],
    "launcher/devices/contacts.py": ["launcher/devices/test_contacts_of_a_window.py"],
    "launcher/records/index/index.py": [
        "launcher/records/index/test_index_holds.py",
        "launcher/records/index/test_index_asked.py",
    ],
    "launcher/records/index/rows.py": [
        "launcher/records/index/test_index_holds.py",
        "launcher/records/index/test_index_asked.py",
        "launcher/records/index/test_practised.py",
    ],
    "launcher/records/blocks/journal.py": [
        "launcher/records/blocks/test_journal.py",
        "launcher/records/test_faults.py",
    ],
    "pennies/stability.py": ["test_pennies_stability.py"],
}

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
LEFT_OUT = (ast.Expr, ast.AugAssign, ast.Return, ast.Raise, ast.Continue, ast.Break, ast.Delete)
CONDITIONED = (ast.If, ast.While, ast.IfExp)


class Mutant(NamedTuple):
    """One change: the line, what stood there and what stands there now, and the whole module with it."""

    line: int
    before: str
    after: str
    source: str


class Swapped(ast.NodeTransformer):
    """A tree with one node put in another's place."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def mutants(source: str) -> Iterator[tuple[ast.Module, ast.AST, ast.AST]]:
    """All that can be changed in a module: its tree, a node of it, and what may stand in that node's place."""
    tree = ast.parse(source)
    spared = _spared(tree)
    for node in ast.walk(tree):
        if id(node) not in spared:
            for other in _others(node):
                yield tree, node, other


def made(tree: ast.Module, old: ast.AST, new: ast.AST) -> Mutant:
    """The mutant of one change; the tree is left as it was."""
    before, after = ast.unparse(old), ast.unparse(new)
    Swapped(old, new).visit(tree)
    source = ast.unparse(tree)
    Swapped(new, old).visit(tree)
    line = old.target.lineno if isinstance(old, ast.comprehension) else getattr(old, "lineno", 0)
    return Mutant(line, before.split("\n")[0], after.split("\n")[0], source)


def _spared(tree: ast.Module) -> set[int]:
    """Nodes whose change no test can see: docstrings, annotations, decorators, and the imports' own values."""
    roots: list[ast.AST] = []
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            roots += [value] if isinstance(value := getattr(node, name, None), ast.AST) else []
        roots += getattr(node, "decorator_list", [])
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            roots.append(node)
        if isinstance(node, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "Protocol" for b in node.bases):
            roots.append(node)
    return {id(node) for root in roots for node in ast.walk(root)}


def _others(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901 (a table: one case for each kind of fault)
    match node:
        case ast.Compare(left=left, ops=ops, comparators=right):
            for i, op in enumerate(ops):
                for kind in COMPARED[type(op)]:
                    yield ast.Compare(left, [*ops[:i], kind(), *ops[i + 1 :]], right)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in RECKONED:
            yield ast.BinOp(left, RECKONED[type(op)](), right)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=float(value)):
            yield ast.Constant(value * 1.5 or 1.0)
        case ast.comprehension(target=target, iter=source, ifs=[condition, *rest], is_async=kind):
            yield ast.comprehension(target, source, [ast.UnaryOp(ast.Not(), condition), *rest], kind)
    if isinstance(node, CONDITIONED):
        parts = dict(ast.iter_fields(node))
        yield type(node)(**parts | {"test": ast.UnaryOp(ast.Not(), node.test)})
    kept = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript)
    if isinstance(node, LEFT_OUT) or kept:  # a name that is never given a value shows at once: no fault worth a run
        yield ast.Pass()


def tests_of(module: str) -> list[str]:
    """The test files of a module, given below games/; none where nobody has written one."""
    folder, name = os.path.split(module)
    named = TESTS.get(module, [f"{folder}/test_{name}"])
    return [f"tests/{path}" for path in named if (ROOT / "tests" / path).exists()]


def chosen(patterns: Sequence[str]) -> list[str]:
    """The modules whose path holds one of these parts."""
    found = {path.relative_to(ROOT / "games").as_posix() for glob in MODULES for path in (ROOT / "games").glob(glob)}
    named = sorted(name for name in found if not name.endswith("__init__.py"))
    return [name for name in named if not patterns or any(part in name for part in patterns)]


def passes(tree: Path, tests: Sequence[str], limit: float, write: bool = False) -> bool | None:
    """Whether these tests pass in a copy of the tree; None when they take longer than so many seconds."""
    process = multiprocessing.get_context("fork").Process(target=_run, args=(tree, list(tests), write))
    process.start()
    process.join(limit)
    if process.exitcode is not None:
        return process.exitcode == 0
    with suppress(ProcessLookupError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.join()
    return None


def _run(tree: Path, tests: list[str], write: bool) -> None:
    import pytest

    os.setsid()  # whatever the tests start ends with them
    sys.dont_write_bytecode = not write  # a mutant must leave nothing that the next one would find
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.chdir(tree)
    os._exit(int(pytest.main(["-x", "-q", "-p", "no:xdist", "-p", "no:randomly", *tests])))


def tried(module: str, count: int, seed: int, tree: Path) -> tuple[int, int]:
    """Make `count` mutants of a module, run its tests on each, print what came of it; (killed, made)."""
    tests = tests_of(module)
    if not tests:
        print(f"{module}: has no tests of its own")
        return 0, 0
    began = time.monotonic()
    if not passes(tree, tests, 600.0, write=True):
        raise SystemExit(f"{module}: its tests do not pass as it is: {' '.join(tests)}")
    limit = 3 * (time.monotonic() - began) + 20
    file = tree / "games" / module
    source = file.read_text(encoding="utf-8")
    sites = list(mutants(source))
    killed = total = 0
    Path(cache_from_source(str(file))).unlink(missing_ok=True)
    for own, old, new in Random(f"{seed} {module}").sample(sites, min(count, len(sites))):
        mutant = made(own, old, new)
        file.write_text(mutant.source, encoding="utf-8")
        passed = passes(tree, tests, limit)
        total, killed = total + 1, killed + (not passed)
        said = "SURVIVED" if passed else "killed" if passed is False else "killed (did not end)"
        print(f"{said:9} games/{module}:{mutant.line}: {mutant.before}  ->  {mutant.after}", flush=True)
    file.write_text(source, encoding="utf-8")
    print(f"{module}: {killed} of {total} killed, {len(sites)} possible", flush=True)
    return killed, total


def main() -> None:
    """Try mutants of the modules asked for; the end says how many were killed in all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("modules", nargs="*", help="parts of paths below games/; all of them without any")
    parser.add_argument("--count", type=int, default=20, help="mutants of each module (default 20)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same mutants (default 1)")
    asked = parser.parse_args()
    modules = chosen(asked.modules)
    if not modules:
        raise SystemExit(f"no module of MODULES has {' or '.join(asked.modules)} in its path")
    sys.path = [path for path in sys.path if Path(path or ".").resolve() not in (ROOT, ROOT / "tests")]
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    for name in HEAVY:
        __import__(name)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder).resolve() / "handplay"
        tree.mkdir()
        for name in NEEDED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, tree / name)
        results = [tried(module, asked.count, asked.seed, tree) for module in modules]
    killed, total = sum(k for k, _ in results), sum(n for _, n in results)
    if total:
        print(f"in all: {killed} of {total} killed, {100 * killed / total:.0f} %")


if __name__ == "__main__":
    main()
