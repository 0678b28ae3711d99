"""The report: stands by itself, says what it must, claims nothing, believes no name."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from practised import practised
from test_every_game import BANNED

from games import VERSION
from games.launcher.cli.bench.years import LAST
from games.launcher.progress.practising import MEASURES, practice
from games.launcher.progress.trend import Change
from games.launcher.records.people.profiles import GUEST
from games.launcher.records.store import Store
from games.launcher.reports.page import CHART, EM, dates, page, since_weeks
from games.launcher.reports.svg import svg
from games.launcher.scoring.score import MEASURES_VERSION
from games.launcher.shell.assets import words_folder
from games.launcher.words.languages import words_in
from games.launcher.words.saying import Words as English

say = English().say
SINCE = since_weeks(LAST, 12)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return practised(tmp_path_factory.mktemp("data"), 84)


@pytest.fixture(scope="module")
def made(store: Store) -> str:
    return page(store, GUEST, SINCE, LAST)


class Words(HTMLParser):
    """All words of a page, and all it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href", "action", "srcset")]

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] != "style":
            self.words.append(data.strip())


def read(made: str) -> Words:
    words = Words()
    words.feed(made)
    return words


def test_it_loads_nothing_and_runs_nothing(made: str) -> None:
    words = read(made)
    assert words.loads == []
    assert not {"script", "link", "iframe", "img", "form"} & set(words.tags)
    assert set(re.findall(r"url\(\"(.{10})", made)) == {"data:font/"}
    assert "@page { size: A4" in made


def test_it_states_dates_hand_level_input_form_and_whether_the_screen_was_measured(made: str) -> None:
    said = " ".join(read(made).words)
    for words in (
        "7 September 2026 to 23 November 2026",
        "Beans, right hand",
        "Beans, left hand",
        "practice 1",
        "finger, dragging",
        "screen size measured",
        "level as written",
        "Measures version",
    ):
        assert words in said


def test_it_says_of_each_measure_one_of_three_things(store: Store, made: str) -> None:
    words = read(made).words
    said = [one.lower() for one in words if one.lower() in {change.value for change in Change}]
    assert Change.MORE.value in said
    assert Change.WITHIN.value in said
    charts = [one for one in words if one in ("Precision", "Speed", "Smoothness", "Range")]
    assert len(said) == len(charts) - 4  # the summary has a head for each


def test_it_claims_nothing_and_compares_with_nobody(made: str) -> None:
    for words in read(made).words:
        assert not BANNED.search(words), words
        assert not re.search(r"normal|healthy|percentile|recover|improv|treat|cure|clinic|diagnos", words, re.I), words


def test_its_charts_are_well_formed_and_hold_every_round(store: Store, made: str) -> None:
    found = practice(store, GUEST, "beans", "right", SINCE, LAST)
    drawn = svg(found.chart("precision", CHART, EM, dates(say)), EM, 'Precision & "more"')
    tree = ElementTree.fromstring(drawn)
    assert tree.attrib["aria-label"] == 'Precision & "more"'
    assert drawn.count("h0") == len(found.blocks) > 0
    for chart in re.findall(r"<svg.*?</svg>", made, re.S):
        ElementTree.fromstring(chart)


def test_it_is_written_in_the_players_language(store: Store) -> None:
    words = read(page(store, GUEST, SINCE, LAST, words=words_in("pseudo", words_folder()))).words
    assert len(words) > 100
    for one in words:
        assert one.count("[") == one.count("]")
        assert not re.search(r"[A-Za-z]{2}", one.replace(str(MEASURES_VERSION), "").replace(VERSION, "")), one


def test_in_a_language_from_right_to_left_the_page_runs_so(store: Store, made: str) -> None:
    assert '<html lang="he" dir="rtl">' in page(store, GUEST, SINCE, LAST, words=English("he"))
    assert '<html lang="en" dir="ltr">' in made


def test_a_name_is_shown_and_never_run(tmp_path: Path) -> None:
    store = practised(tmp_path, 1)
    name = "<script>alert(1)</script>"
    store.people.put(store.people.guest().model_copy(update={"name": name}))
    made = page(store, GUEST, SINCE, LAST)
    assert name not in made
    assert "&lt;script&gt;" in made


def test_days_without_practice_give_a_page_that_says_so(store: Store) -> None:
    made = page(store, GUEST, date(2020, 1, 6), date(2020, 2, 2))
    assert "Nothing was played in these days." in made
    assert "<svg" not in made


def test_weeks_begin_on_mondays_and_progress_is_told(store: Store) -> None:
    heard: list[tuple[int, int]] = []
    page(store, GUEST, SINCE, LAST, lambda done, whole: heard.append((done, whole)))
    assert date(2026, 9, 7) == SINCE
    assert heard[-1][0] == heard[-1][1] == len(store.practised.games(GUEST))


def test_screen_and_report_judge_alike(store: Store) -> None:
    for measure in MEASURES:
        found = practice(store, GUEST, "pegs", "left", SINCE, LAST)
        chart = found.chart(measure, CHART, EM, dates(say))
        assert (chart.band is None) is (found.course(measure).change is Change.FEW)
