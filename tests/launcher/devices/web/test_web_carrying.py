"""Files out of a page and into it, and what comes of them later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from web_page_stand_in import WebPage

from games.launcher.devices.web import starting
from games.launcher.devices.web.carrying import SHEET, Carrier, spots
from games.launcher.shell.outbox import Give, Pick
from games.launcher.shell.spots import Given


def test_what_the_browser_says_goes_to_whoever_asked() -> None:
    page, given, picked = WebPage(), list[Given](), list[list[Path]]()
    carrier = Carrier(page)
    carrier.carry(Give(SHEET, Path("/fleeting/a.json"), given.append))
    carrier.carry(Pick(SHEET, (".json", ".hpc"), picked.append))
    assert page.given == [(1, "/fleeting/a.json")]
    assert page.picks == [(2, ".json,.hpc")]
    assert not carrier.answered()
    page.outcomes = [{"number": 2, "files": ["/fleeting/picked/2/b.json"]}, {"number": 1, "left": True}]
    assert carrier.answered()
    assert given == [Given(left=True)]
    assert picked == [[Path("/fleeting/picked/2/b.json")]]
    page.outcomes = [{"number": 1}]
    assert not carrier.answered()


def test_a_browser_that_cannot_save_says_why() -> None:
    page, given = WebPage(), list[Given]()
    carrier = Carrier(page)
    carrier.carry(Give(SHEET, Path("/fleeting/a.json"), given.append))
    page.outcomes = [{"number": 1, "why": "no permission"}]
    assert carrier.answered()
    assert str(given[0].why) == "no permission"


def test_a_browser_has_one_place_for_files() -> None:
    assert spots() == [SHEET]


def test_pressing_the_sentence_that_nothing_is_kept_leads_to_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(starting, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(starting, "FLEETING", tmp_path / "fleeting")
    page = WebPage()
    page.kept, page.why = 1_000_000, "closed"
    window = starting.start(page, 1280, 800, 1.0, json.dumps({"tell": ""}))
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    assert "Press here" in page.notices[-1]
    window.along(2.0)
    for frame in range(10):
        window.tick(2.0 + frame / 60, [], "")
    last = json.loads(page.lines[-1])
    assert last["screen"] == "take along"
    assert "spot 0" in [control["id"] for control in last["controls"]]
