"""In which language a player is spoken to: the command line's, the player's own, the device's last, the system's."""

from __future__ import annotations

from pathlib import Path

import pytest
from tongues_made import folder_of_words

from games.launcher.shell.assets import words_folder
from games.launcher.words.languages import PSEUDO, languages
from games.launcher.words.tongues import OWN_NAMES, Tongues, best_of


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["de_CH.UTF-8", "fr"], "de"),
        (["pt-BR", "de-DE"], "de"),
        (["iw_IL"], "he"),
        (["PL"], "pl"),
        (["C"], "en"),
        (["POSIX", "C.UTF-8"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_there_is_is_spoken(wanted: list[str], found: str) -> None:
    assert best_of(wanted, ["de", "en", "he", "pl"]) == found


def test_what_was_asked_for_comes_before_what_a_player_chose_and_that_before_the_system(tmp_path: Path) -> None:
    folder = folder_of_words(tmp_path)
    assert Tongues(folder, "pl", ["de"]).of("he") == "pl"
    assert Tongues(folder, None, ["de"]).of("he") == "he"
    assert Tongues(folder, None, ["de"]).of("") == "de"
    assert Tongues(folder, None, ["de"], last="pl").of("") == "pl"
    assert Tongues(folder, None, ["de"]).of("xx") == "de"  # chosen once, and no longer there


def test_a_choice_ends_what_the_command_line_asked_for_and_is_remembered(tmp_path: Path) -> None:
    told: list[str] = []
    tongues = Tongues(folder_of_words(tmp_path), "pl", remember=told.append)
    tongues.choose("he")
    assert tongues.of("he") == "he"
    assert told == ["he"]


def test_languages_stand_in_the_order_of_their_own_names_and_the_pseudo_locale_is_not_offered(tmp_path: Path) -> None:
    assert Tongues(folder_of_words(tmp_path)).codes == ["de", "en", "pl", "he"]


def test_every_language_that_comes_with_the_program_has_its_own_name() -> None:
    assert set(languages(words_folder())) - {PSEUDO} <= set(OWN_NAMES)


@pytest.mark.parametrize(
    ("asked", "last", "fresh", "may_ask"),
    [(None, None, True, True), ("de", None, True, False), (None, "pl", True, False), (None, None, False, False)],
)
def test_only_who_never_chose_is_asked(
    tmp_path: Path, asked: str | None, last: str | None, fresh: bool, may_ask: bool
) -> None:
    assert Tongues(folder_of_words(tmp_path), asked, [], last, fresh=fresh).fresh is may_ask
