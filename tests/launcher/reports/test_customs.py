"""Paper and decimal signs, by the locale that is set."""

from __future__ import annotations

import pytest

from games.launcher.reports import customs
from games.launcher.reports.tables import safe


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LC_NUMERIC", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("said", "paper"),
    [
        ({}, "a4"),
        ({"LANG": "C.UTF-8"}, "a4"),
        ({"LANG": "en_US.UTF-8"}, "letter"),
        ({"LANG": "en_GB.UTF-8"}, "a4"),
        ({"LANG": "de_DE@euro"}, "a4"),
        ({"LANG": "fr_CA"}, "letter"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "en_US.UTF-8"}, "letter"),
        ({"LC_ALL": "es_MX.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "letter"),
    ],
)
def test_paper_is_what_is_usual_there(said: dict[str, str], paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert customs.paper() == paper


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ({}, ""),
        ({"LANG": "pl_PL.UTF-8"}, "pl_PL"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_CH"}, "de_CH"),
        ({"LC_ALL": "tr_TR", "LC_MESSAGES": "de_CH"}, "tr_TR"),
    ],
)
def test_words_are_those_that_are_usual_there(
    said: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert customs.language() == language


@pytest.mark.parametrize(
    ("said", "comma"),
    [
        ({}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "de_CH.UTF-8"}, False),
        ({"LANG": "fr_CH.UTF-8"}, True),
        ({"LANG": "es_MX"}, False),
        ({"LANG": "es_ES"}, True),
        ({"LANG": "pt"}, True),
        ({"LANG": "de_DE.UTF-8", "LC_NUMERIC": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_NUMERIC": "ru_RU.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_NUMERIC": "ru_RU.UTF-8", "LC_ALL": "C"}, False),
    ],
)
def test_a_decimal_comma_is_written_where_it_is_usual(
    said: dict[str, str], comma: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert customs.decimal_comma() is comma


def test_windows_names_a_locale_with_hyphens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customs.sys, "platform", "win32")
    monkeypatch.setattr(customs, "_of_windows", lambda: "sr-Latn-RS")
    assert customs.decimal_comma()
    monkeypatch.setattr(customs, "_of_windows", lambda: "en-US")
    assert customs.paper() == "letter"


def test_only_numbers_get_a_comma() -> None:
    row = [1, 2.5, -0.25, "3.5 mm", True, None, 1e-12]
    assert safe(row, True) == [1, "2,5", "-0,25", "3.5 mm", "yes", None, "1e-12"]
    assert safe(row) == [1, 2.5, -0.25, "3.5 mm", "yes", None, 1e-12]
