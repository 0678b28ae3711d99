"""What is remembered of each screen and its window."""

from __future__ import annotations

from pathlib import Path

import pytest

from games.launcher.records.screens import Screens


def test_a_window_is_found_as_it_was_left(tmp_path: Path) -> None:
    Screens(tmp_path).keep_window("x11 1920x1080", (1200, 800), True)
    Screens(tmp_path).keep("x11 1920x1080", 5.9)
    again = Screens(tmp_path)
    assert again.window_for("x11 1920x1080") == ((1200, 800), True)
    assert again.px_per_mm_for("x11 1920x1080") == 5.9
    assert again.window_for("another") is None


def test_what_two_parts_of_the_program_store_is_there_together(tmp_path: Path) -> None:
    window, store = Screens(tmp_path), Screens(tmp_path)
    device = store.device()
    window.keep_language("de")
    window.keep_window("x11", (1200, 800), False)
    again = Screens(tmp_path)
    assert again.language() == "de"
    assert again.device() == device


@pytest.mark.parametrize(
    "left",
    [
        "nonsense",
        '{"windows": 3}',
        '{"windows": {"k": []}}',
        '{"windows": {"k": {"size": [1200], "fullscreen": true}}}',
        '{"windows": {"k": {"size": [1200, -5], "fullscreen": true}}}',
        '{"windows": {"k": {"size": [1200, 99999], "fullscreen": true}}}',
        '{"windows": {"k": {"size": [true, 800], "fullscreen": true}}}',
        '{"windows": {"k": {"size": [1200.5, 800], "fullscreen": true}}}',
        '{"windows": {"k": {"size": [1200, 800], "fullscreen": "yes"}}}',
    ],
)
def test_what_cannot_be_a_window_counts_as_nothing(tmp_path: Path, left: str) -> None:
    (tmp_path / "device.json").write_text(left)
    assert Screens(tmp_path).window_for("k") is None
