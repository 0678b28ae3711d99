"""What `web build` and `web serve` say where they cannot do their part, and what they make of assets."""

from __future__ import annotations

import builtins
import json
import shutil
from pathlib import Path

import pytest

from games.launcher.devices.web.building import assets, tools
from games.launcher.devices.web.building.build import BROWSER, MARK, Source, build
from games.launcher.devices.web.building.library import is_needed
from games.launcher.devices.web.building.serving import serve
from games.launcher.words.browser import OUTSIDE
from games.launcher.words.saying import Words

ROOT = Path(__file__).resolve().parents[4]
SOURCE = Source(ROOT / "games", ROOT / "assets", ROOT / "LICENSE", {})


def test_without_node_a_build_says_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(OSError, match="Node 20 or newer and npm, and Node is not installed here"):
        build(SOURCE, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_without_npm_a_build_says_that_it_is_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "npm" else "/bin/node")
    with pytest.raises(OSError, match="npm is not installed here"):
        tools.node()


def test_a_folder_with_something_else_in_it_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    with pytest.raises(OSError, match="something else"):
        build(SOURCE, tmp_path)
    assert (tmp_path / "letters.txt").read_text() == "dear"


def test_a_folder_that_was_not_made_here_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="was not made by `web build`"):
        serve(tmp_path, 0, lan=False)


def test_without_pillow_pictures_stay_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = tmp_path / "assets"
    for folder, file in (("images/beans", "bowl.png"), ("icons", "pause.svg"), ("sounds", "land.ogg")):
        (own / folder).mkdir(parents=True)
        (own / folder / file).write_bytes(b"<svg/>")
    (own / "fonts").mkdir()
    for font in (*assets.FONTS, *assets.HEBREW, "OFL.txt"):
        (own / "fonts" / font).write_bytes(b"letters")
    real = builtins.__import__
    monkeypatch.setattr(
        builtins,
        "__import__",
        lambda name, *rest: (_ for _ in ()).throw(ImportError) if name.startswith("PIL") else real(name, *rest),
    )
    pictures, sounds = assets.gather(own, tmp_path / "site")
    assert pictures == {"beans/bowl": "images/beans/bowl.png"}
    assert sounds == {"land": "sounds/land.ogg"}
    assert json.loads((tmp_path / "site" / "icons.json").read_text()) == {"pause": "<svg/>"}


def test_the_page_runs_no_code_and_asks_for_nothing_from_elsewhere() -> None:
    page = (BROWSER / "index.html").read_text(encoding="utf-8")
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    rules = dict(one.strip().split(" ", 1) for one in policy.split(";"))
    assert rules["default-src"] == "'self'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"  # compiling Python itself; no text becomes code
    assert rules["connect-src"] == "'self' blob:"
    assert {rules[name] for name in ("base-uri", "form-action", "object-src")} == {"'none'"}


def test_the_page_says_itself_only_what_the_build_writes_into_it() -> None:
    import re

    boot = (BROWSER / "boot.mjs").read_text(encoding="utf-8")
    assert set(re.findall(r'words\["([^"]+)"\]', boot)) <= OUTSIDE.keys()
    assert all(Words().say(name) for name in OUTSIDE)


@pytest.mark.parametrize(
    "name", ["json/__init__.py", "encodings/utf_8.py", "encodings/cp437.py", "asyncio/events.py", "sqlite3/__init__.py"]
)
def test_what_the_program_imports_stays_in_the_library(name: str) -> None:
    assert is_needed(name)


@pytest.mark.parametrize(
    "name", ["unittest/mock.py", "encodings/cp037.py", "encodings/mac_greek.py", "pdb.py", "xml/dom/minidom.py"]
)
def test_what_nobody_imports_in_a_page_is_left_out_of_the_library(name: str) -> None:
    assert not is_needed(name)


@pytest.mark.parametrize(
    "path",
    [*BROWSER.rglob("*.mjs"), BROWSER / MARK, BROWSER / "index.html", BROWSER / "package.json"],
    ids=lambda path: path.name,
)
def test_no_file_of_the_page_names_another_host(path: Path) -> None:
    import re

    hosts = set(re.findall(r"https?://([a-z0-9.-]+)", path.read_text(encoding="utf-8")))
    assert hosts <= {"here"}
