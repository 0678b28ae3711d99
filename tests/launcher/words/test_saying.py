"""A sentence in a language: its forms, its values, its numbers; and what happens where a translation is odd."""

from __future__ import annotations

import io
import re
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from words_script import script

from games.kit.words import Message
from games.launcher.devices.pygame.letters.bidi import in_order, levels
from games.launcher.shell.assets import words_folder
from games.launcher.words.catalogue import source
from games.launcher.words.languages import languages, words_in
from games.launcher.words.phrases import day_of_month, day_words, short_day, short_month, whole_day
from games.launcher.words.pseudo import pseudo
from games.launcher.words.saying import Words

KNOWN: dict[str, Message] = {
    "best": "Your best: {points}",
    "reps": ("{count} bean moved", "{count:,} beans moved"),
    "wait": "waits {seconds:.2f} s",
    "start": "Start",
    "right": "Right",
    "thousands mark": ",",
    "decimal mark": ".",
}
POLISH = r"""
# A translation as Poedit writes it.
msgid ""
msgstr ""
"Language: pl\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"

#. the coin of the realm
msgctxt "best"
msgid "Your best: {points}"
msgstr ""
"Twój \"rekord\": "
"{points}"

msgctxt "reps"
msgid "{count} bean moved"
msgid_plural "{count:,} beans moved"
msgstr[0] "{count} fasola"
msgstr[1] "{count:,} fasole"
msgstr[2] "{count:,} fasoli"

msgctxt "wait"
msgid "waits {seconds:.2f} s"
msgstr "czeka {seconds:.2f} s"

#, fuzzy
msgctxt "start"
msgid "Start"
msgstr "Cokolwiek"

msgctxt "right"
msgid "Right"
msgstr ""

msgctxt "thousands mark"
msgid ","
msgstr " "

msgctxt "decimal mark"
msgid "."
msgstr ","
"""


def words_of(text: str) -> Words:
    make = script()
    return Words("xx", GNUTranslations(io.BytesIO(make.compiled(make.entries(text)))), KNOWN)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 fasola"), (3, "3 fasole"), (5, "5 fasoli"), (22, "22 fasole"), (1234, "1 234 fasole"), (0, "0 fasoli")],
)
def test_a_language_has_as_many_forms_as_it_needs(count: int, said: str) -> None:
    assert words_of(POLISH).say("reps", count=count) == said


def test_values_and_numbers_are_written_as_in_the_language() -> None:
    words = words_of(POLISH)
    assert words.say("best", points=7) == 'Twój "rekord": 7'
    assert words.say("wait", seconds=0.5) == "czeka 0,50 s"
    assert words.number(1234567.25, ",.2f") == "1 234 567,25"
    assert Words().number(1234567.25, ",.2f") == "1,234,567.25"


def test_what_is_not_translated_or_only_guessed_is_said_in_english() -> None:
    assert words_of(POLISH).say("start") == "Start"
    assert words_of(POLISH).say("right") == "Right"


@pytest.mark.parametrize("odd", ["{punkty}", "{points", "{0}", "{points.x}", "{points!z}", "{points:q}", "{}"])
def test_a_translation_with_odd_braces_is_said_in_english(odd: str) -> None:
    assert words_of(POLISH.replace('"{points}"', f'"{odd}"')).say("best", points=7) == "Your best: 7"


def test_an_id_that_nobody_knows_is_never_shown() -> None:
    with pytest.raises(KeyError):
        Words().say("no such sentence")


def test_english_chooses_between_one_and_many() -> None:
    assert Words().say("beans.reps", count=1) == "1 bean moved"
    assert Words().say("beans.reps", count=0) == "0 beans moved"
    with pytest.raises(TypeError, match="whole number"):
        Words().say("beans.reps", count="3")


def test_days_are_written_out() -> None:
    say = Words().say
    assert day_words(say, date(2026, 11, 23)) == "Monday, 23 November"
    assert day_of_month(say, date(2028, 2, 29)) == "29 February"
    assert whole_day(say, date(2026, 11, 3)) == "3 November 2026"
    assert short_day(say, date(2026, 5, 3)) == "3 May"
    assert short_month(say, date(2026, 9, 3)) == "Sep 2026"


def test_a_language_that_there_is_not_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "de.mo").write_bytes(script().compiled([]))
    with pytest.raises(ValueError, match="there is no language 'xx': the languages are en, de, pseudo"):
        words_in("xx", tmp_path)
    assert words_in("de", tmp_path).say("start") == "Start"


@pytest.mark.parametrize(
    "content", [b"", b"\xde\x12\x04\x95", b"\xde\x12\x04\x95" + b"\xff" * 40, b"no catalogue at all"]
)
def test_a_catalogue_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "de.mo").write_bytes(content)
    with pytest.raises(ValueError, match="'de' cannot be read"):
        words_in("de", tmp_path)


def test_what_is_no_translation_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 3"):
        script().entries('msgid "a"\nmsgstr "b"\nhello\n')


PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\0\x04"), min_size=1, max_size=20)


@given(st.dictionaries(PLAIN, PLAIN, max_size=6))
def test_what_is_written_for_translators_is_read_as_it_was(rows: dict[str, str]) -> None:
    make = script()
    text = "\n".join(
        f"msgctxt {make.quoted(k)}\nmsgid {make.quoted(k)}\nmsgstr {make.quoted(v)}\n" for k, v in rows.items()
    )
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    read = GNUTranslations(io.BytesIO(make.compiled(make.entries(head + text))))
    for name, value in rows.items():
        assert read.pgettext(name, name) == value


def test_compiled_catalogues_are_those_of_their_translations() -> None:
    make, folder = script(), words_folder()
    texts = {path.stem for path in folder.glob("*.po")}
    assert texts == set(languages(folder)) - {"en", "pseudo"}
    for name in texts:
        found = make.entries((folder / f"{name}.po").read_text(encoding="utf-8"))
        assert (folder / f"{name}.mo").read_bytes() == make.compiled(found)


def test_the_pseudo_locale_is_longer_in_brackets_and_keeps_its_values() -> None:
    assert pseudo("Start") == "[Šţàŕţ]"
    assert pseudo("Mo {day}") == "Ṁö {day}"
    words = words_in("pseudo", words_folder())
    for name, message in source().items():
        one = message if isinstance(message, str) else message[1]
        made = pseudo(one)
        assert re.findall(r"\{[^}]*\}", made) == re.findall(r"\{[^}]*\}", one)
        bare = re.sub(r"\{[^}]*\}", "", made)
        assert not re.search(r"[A-Za-z]", bare), name
        letters = sum(c.isalpha() for c in re.sub(r"\{[^}]*\}", "", one))
        assert (made[0] + made[-1] == "[]") == (letters > 2)
        assert letters <= 2 or len(made) >= len(one) + round(0.4 * letters)
    assert words.say("start").startswith("[")


HEBREW = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "best"\nmsgid "Your best: {points}"\nmsgstr "{}"\n'


def hebrew(best: str) -> Words:
    make = script()
    text = HEBREW.replace("{}", best)
    return Words("he", GNUTranslations(io.BytesIO(make.compiled(make.entries(text)))), KNOWN)


def seen(words: str) -> str:
    """What stands on the screen from left to right."""
    return "".join(words[index] for index in in_order(levels(words)) if words[index] not in "\u200e\u200f")


@pytest.mark.parametrize(
    ("best", "points", "on_screen"),
    [
        ("שיא: {points}", 12, "12 :איש"),
        ("שיא: {points}", "12 mm", "12 mm :איש"),
        ("{points}: שיא", "Anna 2", "איש :Anna 2"),
        ("{points}, {points}", "Anna", "Anna ,Anna"),
        ("mm שיא", 1, "איש mm"),
    ],
)
def test_a_sentence_from_right_to_left_keeps_names_and_measures_whole(
    best: str, points: object, on_screen: str
) -> None:
    assert seen(hebrew(best).say("best", points=points)) == on_screen


def test_what_is_said_in_english_is_not_turned_round() -> None:
    assert hebrew("שיא").say("start") == "Start"
