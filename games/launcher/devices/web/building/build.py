"""Makes the static folder that any web host can serve: the program, Python, pictures, and a service worker.

All but a few files at the top lie in three folders named for the hash of what is in them: a browser keeps them for ever,
and never mixes the files of two versions. The service worker's version is the hash of everything.
"""

from __future__ import annotations

import html
import json
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

# Any: what becomes JSON
from typing import Any

from games.launcher.devices.web.building import tools
from games.launcher.devices.web.building.assets import FONTS, app_icons, gather
from games.launcher.devices.web.building.library import library
from games.launcher.devices.web.building.pins import NOT_NEEDED, PYODIDE_FILES
from games.launcher.words import ENGLISH

LIBRARY = "python_stdlib.zip"
BROWSER = Path(__file__).resolve().parents[1] / "browser"
LEFT_OUT = (
    "launcher/devices/pygame",
    "launcher/devices/system",
    "launcher/devices/web/browser",
    "launcher/devices/web/building",
)
MARK = "service_worker.js"  # what a folder that was made here holds
TOP = ("index.html", "manifest.webmanifest", "NOTICES.txt", "LICENSE")


@dataclass(frozen=True)
class Source:
    """What a build is made from. `words`: the sentences of the page itself by language, and by id."""

    games: Path
    assets: Path
    licence: Path
    words: Mapping[str, Mapping[str, str]]


def build(source: Source, goal: Path) -> dict[str, int]:
    """Make the folder, in place of one that was made here before; returns the bytes of each of its parts.

    Raises OSError with one sentence if a tool is missing, or something else lies in the folder.
    """
    if goal.exists() and any(goal.iterdir()) and not (goal / MARK).is_file():
        raise OSError(f"{goal} holds something else: choose an empty folder")
    node = tools.node()
    with TemporaryDirectory() as made:
        work, site = Path(made), Path(made) / "site"
        site.mkdir()
        modules = tools.install_modules(BROWSER, work)
        pyodide = modules / "pyodide"
        wheels = tools.download_wheels(work)
        _stage(source, wheels, work / "source")
        for part in ("python", "program", "assets"):
            (site / part).mkdir()
        for file in PYODIDE_FILES:
            shutil.copyfile(pyodide / file, site / "python" / file)
        library(pyodide / LIBRARY, work / "library")
        archives = {
            work / "library": site / "python" / f"{LIBRARY}.zst",
            work / "source": site / "program" / "program.zip.zst",
        }
        tools.compile_all(node, BROWSER, pyodide, archives)
        shutil.copyfile(modules / "fzstd" / "esm" / "index.mjs", site / "program" / "fzstd.mjs")
        for path in [*BROWSER.glob("*.mjs"), BROWSER / "early.js"]:
            shutil.copyfile(path, site / "program" / path.name)
        pictures, sounds = gather(source.assets, site / "assets")
        folders = {part: _named(site / part) for part in ("python", "program", "assets")}
        config = {"folders": folders, "pictures": pictures, "sounds": sounds, "words": source.words}
        shutil.copyfile(source.licence, site / "LICENSE")
        _write_top(source, site, config, _notices(wheels, modules))
        sizes = {
            part: sum(p.stat().st_size for p in (site / name).rglob("*") if p.is_file())
            for part, name in folders.items()
        }
        if goal.exists():
            shutil.rmtree(goal)
        shutil.copytree(site, goal)
    return sizes


def _stage(source: Source, wheels: list[Path], goal: Path) -> None:
    """All Python files that run in a browser, and the data beside them."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            native = "emscripten" not in wheel.name and "none-any" not in wheel.name
            for name in archive.namelist():
                if not ((native and name.endswith((".so", ".pyd"))) or name.startswith(NOT_NEEDED) or _is_about(name)):
                    archive.extract(name, goal)
    left_out = {source.games / one for one in LEFT_OUT}

    def ignored(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        return {name for name in names if here / name in left_out or name == "__pycache__" or name.endswith(".md")}

    shutil.copytree(source.games, goal / "games", ignore=ignored)
    for path in [*source.assets.glob("words/*.mo"), *(source.assets / "fonts" / font for font in FONTS)]:
        kept = goal / "games" / path.relative_to(source.assets.parent)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kept)


def _is_about(name: str) -> bool:
    """Whether a file of a wheel only says something about it. pydantic asks for versions: METADATA stays."""
    return ".dist-info/" in name and not name.endswith("METADATA")


def _named(folder: Path) -> str:
    """Give a folder the hash of its content as a part of its name; returns that name."""
    hashed = blake2b(digest_size=6)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hashed.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return folder.rename(folder.with_name(f"{folder.name}-{hashed.hexdigest()}")).name


def _write_top(source: Source, site: Path, config: Mapping[str, Any], notices: str) -> None:
    """The files at the top, which name all others; the service worker last, because it knows the hash of everything."""
    folders, words = config["folders"], source.words[ENGLISH]
    page = (BROWSER / "index.html").read_text(encoding="utf-8")
    inline = json.dumps(config, separators=(",", ":")).replace("<", "\\u003c")
    for name, value in (("ASSETS", folders["assets"]), ("PROGRAM", folders["program"])):
        page = page.replace(f"{name}/", f"{value}/")
    page = page.replace("STARTING", html.escape(words["browser starting"])).replace(
        "NOSCRIPT", html.escape(words["browser old"])
    )
    (site / "index.html").write_text(page.replace(">CONFIG<", f">{inline}<"), encoding="utf-8")
    icons = app_icons(source.assets / "images" / "icon.png", site)
    (site / "manifest.webmanifest").write_text(json.dumps(_manifest(words, icons), indent=1), encoding="utf-8")
    (site / "NOTICES.txt").write_text(notices, encoding="utf-8")
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    whole = blake2b(digest_size=8)
    for file in files:
        whole.update(file.encode() + b"\0" + (site / file).read_bytes())
    worker = (BROWSER / MARK).read_text(encoding="utf-8").replace("BUILT_VERSION", whole.hexdigest())
    listed = json.dumps(["./", *(file for file in files if file != "index.html")])
    (site / MARK).write_text(worker.replace('["BUILT_FILES"]', listed), encoding="utf-8")


def _manifest(words: Mapping[str, str], icons: list[str]) -> dict[str, object]:
    """What a system needs to put the program on its home screen."""
    sizes = [(icon, icon.removeprefix("icon-").removesuffix(".png")) for icon in icons]
    return {
        "name": words["title"],
        "short_name": words["title"],
        "start_url": "./",
        "scope": "./",
        "display": "fullscreen",
        "background_color": "#5C4030",
        "theme_color": "#5C4030",
        "icons": [
            {"src": icon, "sizes": f"{side}x{side}", "type": "image/png", "purpose": "any maskable"}
            for icon, side in sizes
        ],
    }


def _notices(wheels: list[Path], modules: Path) -> str:
    """What is included of others: names, versions, licences and, where a package brings it, the licence's words."""
    out = ["CPython, which Pyodide brings: Python Software Foundation License"]
    for name in ("pyodide", "fzstd"):
        said = json.loads((modules / name / "package.json").read_text(encoding="utf-8"))
        out.append(f"{said['name']} {said['version']}: {said.get('license', '')}")
        out += [path.read_text(encoding="utf-8") for path in sorted((modules / name).glob("LICENSE*"))]
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            about = HeaderParser().parsestr(
                archive.read(next(n for n in names if n.endswith(".dist-info/METADATA"))).decode()
            )
            licence = about.get("License-Expression") or about.get("License") or ""
            out.append(f"{about['Name']} {about['Version']}: {licence.splitlines()[0] if licence else 'see below'}")
            for name in names:
                if ".dist-info/" in name and Path(name).name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
                    out.append(archive.read(name).decode("utf-8", "replace"))
    return "\n\n".join(out) + "\n"
