"""Letters of other scripts: shown in some font, in their direction, and never as a box."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from games.launcher.devices.pygame.letters import scripts
from games.launcher.devices.pygame.letters.bidi import leftwards
from games.launcher.devices.pygame.letters.lettering import FILES, LINE, Lettering
from games.launcher.devices.pygame.letters.scripts import OPEN, has
from games.launcher.shell.assets import assets_folder

FONTS = assets_folder() / "fonts"
NAMES = {
    "Жанна Ёлкина": "Cyrl",
    "Ελένη Παπαδοπούλου": "Grek",
    "محمد علي": "Arab",
    "שרה כהן": "Hebr",
    "王小明": "",
    "さくら": "Hira",
    "민준": "Hang",
    "สมชาย ใจดี": "Thai",
    "अनुष्का": "Deva",
    "Հայկ": "Armn",
    "გიორგი": "Geor",
    "Đặng Thị": "",
}


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Lettering:
    """The program's letters on a system that has no fonts."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    monkeypatch.setattr(scripts, "folders", list)
    return Lettering(FONTS)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_of_many_scripts_is_shown_whole_without_fonts_of_the_system(
    letters: Lettering, name: str
) -> None:
    runs = letters._scripts.runs(name)
    assert sorted("".join(run.words for run in runs)) == sorted(name)
    own = str(FONTS / FILES["bold"])
    assert all(has(run.path or own, letter) for run in runs for letter in run.words if not letter.isspace())
    assert {run.tag for run in runs} == {NAMES[name]}
    block = letters.block(name, 30, "#000000", "bold", "left", None)
    assert block is not None
    assert block.get_size() == letters.size(name, 30, "bold", None)
    assert block.get_bounding_rect().w > 0.7 * block.get_width()


@pytest.mark.parametrize("nothing", ["ଓଡ଼ିଆ", "\U00012000\U00012001", "\ue000 \ue001", "🜁"])
def test_what_no_font_has_is_left_out_and_is_never_a_box(letters: Lettering, nothing: str) -> None:
    assert letters.size(nothing, 30, "bold", None)[0] == 0
    assert letters.block(nothing, 30, "#000000", "bold", "left", None) is None
    alone = letters.size("Anna ", 30, "bold", None)
    assert letters.size(f"Anna {nothing.strip()}", 30, "bold", None)[0] == alone[0]


def test_a_word_is_written_in_one_font_where_one_has_it_all(letters: Lettering) -> None:
    assert len(letters._scripts.runs("Παπαδοπούλου")) == 1
    assert len(letters._scripts.runs("Nguyễn")) == 1
    assert [run.path is None for run in letters._scripts.runs("Zoë Жанна")] == [True, False]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("محمد علي", ["محمد علي"]),
        ("Hello, محمد!", ["Hello, ", "محمد", "!"]),
        ("محمد Zoë", ["Zoë", "محمد "]),
        ("שרה محمد", ["محمد", "שרה "]),
        ("a שרה محمد b", ["a ", "محمد", "שרה ", " b"]),
        ("12 נקודות", ["נקודות", " ", "12"]),
        ("הכי טוב: 12 mm", ["mm", " ", "12", ": ", "הכי טוב"]),
    ],
)
def test_runs_stand_in_the_order_in_which_they_are_read(letters: Lettering, words: str, order: list[str]) -> None:
    assert [run.words for run in letters._scripts.runs(words)] == order


def test_sentences_in_hebrew_are_bold_only_where_they_are_meant_to_be(letters: Lettering) -> None:
    assert [Path(run.path or "").name for run in letters._scripts.runs("שלום")] == ["NotoSansHebrew-Bold.ttf"]
    assert [Path(run.path or "").name for run in letters._light.runs("שלום")] == ["NotoSansHebrew-Regular.ttf"]
    assert [Path(run.path or "").name for run in letters._light.runs("Жанна")] == ["NotoSans-Bold.ttf"]


def test_a_mark_of_direction_is_not_seen(letters: Lettering) -> None:
    mark = "\u200f"
    assert letters.size(f"{mark}Anna{mark}", 30, "bold", None)[0] == letters.size("Anna", 30, "bold", None)[0]


def test_each_line_of_a_text_begins_at_the_side_of_the_whole(letters: Lettering) -> None:
    lines = letters.lines("בחרו את Anna Anna Anna", 20, "bold", 90)
    assert len(lines) > 1
    assert all(leftwards(line) for line in lines)


def test_letters_that_join_are_joined_unless_a_sign_keeps_them_apart(letters: Lettering) -> None:
    joined, apart = "محمد", "\u200c".join("محمد")
    pictures = [letters.block(words, 60, "#000000", "bold", "left", None) for words in (joined, apart)]
    assert pictures[0] is not None
    assert pictures[1] is not None
    assert pygame.image.tobytes(pictures[0], "RGBA") != pygame.image.tobytes(pictures[1], "RGBA")
    assert letters._scripts.runs(joined)[0].words == joined


def test_a_script_with_tall_letters_gets_its_room_and_keeps_its_middle(letters: Lettering) -> None:
    _, high = letters.size("محمد علي", 40, "bold", None)
    assert high > LINE * 40
    block = letters.block("محمد علي", 40, "#000000", "bold", "left", None)
    assert block is not None
    ink = block.get_bounding_rect()
    assert ink.top > 0
    assert ink.bottom < high
    assert letters.size("Anna", 40, "bold", None)[1] == round(LINE * 40)


def test_few_fonts_are_kept_open_however_many_sizes_are_asked_for(letters: Lettering) -> None:
    for em in range(10, 60):
        for name in NAMES:
            letters.size(name, em, "bold", None)
    info = letters._scripts._font.cache_info()
    assert info.currsize <= OPEN
    assert info.misses > OPEN


def test_words_in_another_script_are_broken_where_they_are_too_wide(letters: Lettering) -> None:
    lines = letters.lines("Жанна Владимировна Ёлкина", 20, "bold", 120)
    assert len(lines) >= 2
    assert all(letters.size(line, 20, "bold", None)[0] <= 120 for line in lines)


def test_fonts_of_the_system_are_used_where_those_beside_the_program_lack_a_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    (tmp_path / "own").mkdir()
    for file in FILES.values():
        (tmp_path / "own" / file).symlink_to(FONTS / file)
    (tmp_path / "system").mkdir()
    (tmp_path / "system" / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "system" / "noto.ttf").symlink_to(FONTS / "NotoSansThai-Bold.ttf")
    monkeypatch.setattr(scripts, "folders", lambda: [str(tmp_path / "system"), str(tmp_path / "nowhere")])
    (run,) = Lettering(tmp_path / "own")._scripts.runs("ใจดี")
    assert run.path == str(tmp_path / "system" / "noto.ttf")
    assert Lettering(tmp_path / "own")._scripts.runs("Ж") == ()


def test_latin_names_ask_no_other_font(letters: Lettering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "has", None)
    for name in ("Anna", "Zoë", "Łukasz", "Æsa Þórð", "ß", "Çağrı Őry"):
        assert letters.size(name, 20, "bold", None)[0] > 0
