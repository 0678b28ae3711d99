"""The language: asked for before anything else, changed at once, kept for each player."""

from __future__ import annotations

from pathlib import Path

from tongues_made import folder_of_words
from visitor import Visit

from games.kit.geometry import Vec
from games.launcher.people.everybody import People
from games.launcher.people.settings import Settings
from games.launcher.shell.assets import words_folder
from games.launcher.words.tongues import Tongues

SIZE = Vec(217, 136)


def visit(folder: Path, told: bool = True, **how: object) -> Visit:
    words = folder / "words" if (folder / "words").exists() else folder_of_words(folder)
    return Visit(folder, SIZE, told, tongues=Tongues(words, **how))  # type: ignore[arg-type]


def test_at_a_first_start_each_language_stands_by_its_own_name_before_anything_else(tmp_path: Path) -> None:
    there = visit(tmp_path, False, fresh=True, wanted=["pl_PL"])
    assert there.app.screen.name == "language"
    assert [one.label for one in there.app.screen.controls] == ["Dalej", "Deutsch", "English", "Polski", "עברית"]
    assert [one.id for one in there.app.screen.controls if one.chosen] == ["language pl"]


def test_on_a_small_screen_the_page_with_the_present_language_is_shown_first(tmp_path: Path) -> None:
    tongues = Tongues(words_folder(), wanted=["tr"], fresh=True)
    there = Visit(tmp_path, Vec(143, 86), False, tongues=tongues)
    assert "more" in there.ids()
    assert [one.id for one in there.app.screen.controls if one.chosen] == ["language tr"]
    there.press("more")
    assert "language de" in there.ids()


def test_a_touch_changes_all_words_at_once_and_the_player_keeps_the_language(tmp_path: Path) -> None:
    kept: list[str] = []
    there = visit(tmp_path, False, fresh=True, remember=kept.append)
    there.press("language de")
    assert there.app.screen.name == "language"
    assert "Sprache" in there.words()
    assert "Weiter" in there.words()
    there.press("go on")
    assert there.app.screen.name == "home"
    assert "Los" in there.words()
    assert there.desk.people.guest().settings.language == "de"
    assert kept == ["de"]


def test_who_skips_it_keeps_what_is_spoken_and_is_not_asked_again(tmp_path: Path) -> None:
    there = visit(tmp_path, False, fresh=True, wanted=["pl"])
    there.keys("escape")
    assert there.app.screen.name == "home"
    assert there.desk.people.guest().settings.language == "pl"
    again = visit(tmp_path, False, fresh=True, wanted=["de"])
    again.desk.become(again.desk.people.guest())
    assert again.desk.words.language == "pl"


def test_who_has_played_here_is_not_asked(tmp_path: Path) -> None:
    there = visit(tmp_path, False)
    there.desk.people.add("boat", "Anna")
    assert visit(tmp_path, False, fresh=True).app.screen.name == "home"


def test_settings_lead_to_the_languages_and_back_speaks_the_new_one(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.go("settings", "language", "language de", "back")
    assert there.app.screen.name == "settings"
    assert "Zurück" in there.words()


def test_each_player_is_spoken_to_in_their_own_language_and_a_new_one_as_before(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.go("settings", "language", "language pl", "back", "back", "player", "add", "picture boat")
    assert there.desk.player.picture == "boat"
    assert there.desk.settings.language == "pl"
    there.go("settings", "language", "language de", "back", "back", "player", "guest")
    assert "Zacznij" in there.words()


def test_a_language_that_cannot_be_read_leaves_the_words_as_they_are(tmp_path: Path) -> None:
    there = visit(tmp_path)
    (tmp_path / "words" / "de.mo").write_bytes(b"nothing")
    there.go("settings", "language", "language de")
    assert "Back" in there.words()
    assert there.errors


def test_the_choice_survives_where_the_device_cannot_remember_it(tmp_path: Path) -> None:
    def full(_language: str) -> None:
        raise OSError("no room")

    there = visit(tmp_path, remember=full)
    there.go("settings", "language", "language de")
    assert there.desk.words.language == "de"


def test_a_reset_of_the_settings_keeps_the_language(tmp_path: Path) -> None:
    there = visit(tmp_path)
    there.go("settings", "language", "language de", "back", "reset")
    assert there.desk.settings == Settings(told=True, language="de")
    assert People(there.desk.store).guest().settings.language == "de"


def test_with_english_alone_there_is_nothing_to_choose(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    there = Visit(tmp_path, SIZE, False, tongues=Tongues(tmp_path / "none", fresh=True))
    assert there.app.screen.name == "home"
    there.go("settings")
    assert "language" not in there.ids()
