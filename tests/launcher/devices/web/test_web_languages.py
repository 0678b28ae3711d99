"""In which language a browser is spoken to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from web_page_stand_in import WebPage

from games.launcher.devices.web import starting


@pytest.mark.parametrize(
    ("asked", "home"),
    [({"spoken": "de-CH en"}, "Hilfe"), ({"spoken": "xx de"}, "Hilfe"), ({"spoken": "de", "lang": "en"}, "Help")],
)
def test_the_page_speaks_the_browser_s_language_unless_its_address_asks_for_another(
    asked: dict[str, str], home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(starting, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(starting, "FLEETING", tmp_path / "fleeting")
    page = WebPage()
    page.kept = 1_000_000
    window = starting.start(page, 1280, 800, 1.0, json.dumps({"tell": "", "guest": "", **asked}))
    for frame in range(4):
        window.tick(1.0 + frame / 60, [], "")
    labels = {one["id"]: one["label"] for one in json.loads(page.lines[-1])["controls"]}
    assert labels["help"] == home
