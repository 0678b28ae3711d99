"""What the READMEs point to is there: links, headings, and files named in backticks or in a command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = sorted(
    [*ROOT.glob("*.md"), *(path for top in ("games", "tests", "assets") for path in (ROOT / top).rglob("*.md"))]
)

LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.*/-]+")
FILE = re.compile(r"\.(?:py|md|toml|jinja|svg|png|jpg|ttf|ogg|hps)$")
OURS = re.compile(r"(?<![\w./-])(?:games|tests|assets|\.ci)/[\w.*/-]*")
OUTSIDE = re.compile(r"\b(?:design|measures|games|players|platform|reliability|look)\.md\b|\bU[0-9]{1,2}\b")
CAPITALS = re.compile(r"^[A-Z]+\.\w+$")  # FILE.hps stands for any file


def gone(readme: Path, root: Path) -> list[str]:
    """What a README names and does not exist, in its order.

    A link is relative to the README's folder. A path in backticks or in a command is relative to that folder or to the
    root; a bare file name is that of a file somewhere in the README's folder.
    """
    text = readme.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    out = [link for link in links if not _linked(link, readme)]
    commands = [*FENCED.findall(text), *INDENTED.findall(text)]
    prose = INDENTED.sub("", FENCED.sub("", text))
    named = [one for one in QUOTED.findall(prose) if PATH.fullmatch(one) and ("/" in one or FILE.search(one))]
    for one in [*named, *(path for command in commands for path in OURS.findall(command))]:
        if not CAPITALS.match(one) and not _there(one, readme.parent, root):
            out.append(one)
    return out


def _there(path: str, folder: Path, root: Path) -> bool:
    if "/" not in path:
        return next(folder.rglob(path), None) is not None
    places = (folder, root)
    return any(next(place.glob(path.rstrip("/")), None) is not None for place in places if not path.startswith("/"))


def _linked(link: str, readme: Path) -> bool:
    path, _, heading = link.partition("#")
    target = readme.parent / path if path else readme
    if not target.exists():
        return False
    return not heading or heading in _headings(target.read_text(encoding="utf-8"))


def _headings(text: str) -> set[str]:
    """What links to the headings of a page end in: small letters, hyphens for blanks, no other signs."""
    titles = re.findall(r"^#+ +(.+?) *$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_all_that_a_readme_points_to_exists(readme: Path) -> None:
    assert gone(readme, ROOT) == []


def test_there_are_readmes_where_a_reader_starts() -> None:
    folders = {path.parent.relative_to(ROOT).as_posix() for path in READMES if path.name == "README.md"}
    assert {".", "tests", "games", "games/launcher/scoring"} <= folders


def test_the_first_readme_is_short_and_for_players() -> None:
    words = (ROOT / "README.md").read_text(encoding="utf-8").split()
    assert len(words) < 700


def test_every_room_has_a_readme_that_games_readme_leads_to() -> None:
    rooms = {ROOT / "games" / "kit", *(path.parent for path in (ROOT / "games" / "launcher").glob("*/__init__.py"))}
    rooms |= {ROOT / "games/launcher", ROOT / "games/launcher/devices/pygame"}
    text = (ROOT / "games" / "README.md").read_text(encoding="utf-8")
    led_to = {(ROOT / "games" / link).resolve() for link in LINK.findall(text)}
    assert {room for room in rooms if (room / "README.md") not in led_to} == set()


def test_every_room_within_a_room_has_a_readme_that_the_one_above_leads_to() -> None:
    launcher = ROOT / "games" / "launcher"
    for room in sorted(path.parent for path in launcher.glob("*/**/__init__.py") if path.parent.parent != launcher):
        above = room.parent / "README.md"
        led_to = {(room.parent / link).resolve() for link in LINK.findall(above.read_text(encoding="utf-8"))}
        assert room / "README.md" in led_to, f"{above.relative_to(ROOT)} does not lead to {room.name}"


def outside(text: str) -> list[str]:
    """References to documents that are not in the repository: plans and numbered needs that only their authors have."""
    return OUTSIDE.findall(text)


TEXTS = sorted(
    path
    for top in ("games", "tests", "assets")
    for path in (ROOT / top).rglob("*")
    if path.suffix in {".py", ".md", ".jinja", ".svg", ".po"} and path != Path(__file__)
) + [ROOT / name for name in ("README.md", "run.py", "pyproject.toml")]


def test_nothing_refers_to_documents_outside_the_repository() -> None:
    found = {path.relative_to(ROOT).as_posix(): outside(path.read_text(encoding="utf-8")) for path in TEXTS}
    assert {name: said for name, said in found.items() if said} == {}


def test_such_references_are_found() -> None:
    assert outside("as design.md section 3 says, for U7; look.md") == ["design.md", "U7", "look.md"]
    assert outside("games/README.md, U+0041, UTC, \\U0001F600, MENU12") == []


def test_what_is_not_there_is_found_and_what_is_there_is_not(tmp_path: Path) -> None:
    (tmp_path / "games" / "kit").mkdir(parents=True)
    (tmp_path / "games" / "kit" / "block.py").touch()
    page = tmp_path / "games" / "README.md"
    page.write_text(
        "# Rooms, and doors\n"
        "[good](kit/block.py) [good](#rooms-and-doors) [good](https://example.org/x) [bad](kit/blok.py) [bad](#attic)\n"
        "`games/kit/block.py` `kit/block.py` `block.py` `kit/` `kit/*.py` `FILE.hps` `mm/s wide` `a / b`\n"
        "`games/kit/old.py` `old.py` `attic/` `kit/*.toml`\n\n"
        "    python games/kit/block.py and/or games/attic.py\n\n"
        "```\npython tests/none.py\n```\n",
        encoding="utf-8",
    )
    assert gone(page, tmp_path) == [
        "kit/blok.py",
        "#attic",
        "games/kit/old.py",
        "old.py",
        "attic/",
        "kit/*.toml",
        "tests/none.py",
        "games/attic.py",
    ]
