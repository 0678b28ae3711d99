"""Every translation that comes with the program: whole, kind, with its values, its forms, and who checked it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from gettext import c2py  # type: ignore[attr-defined]
from pathlib import Path
from string import Formatter

import pytest
from words_script import script

from games.kit.words import Message
from games.launcher.shell.assets import words_folder
from games.launcher.words.catalogue import source
from games.launcher.words.tongues import OWN_NAMES

FILES = sorted(words_folder().glob("*.po"))
ENOUGH = 0.95  # share of the sentences that a language must have
LONGER, MORE = 1.6, 12  # a sentence may be so many times as long as in English, and so many letters more
COUNTS = range(1000)
# Of each language words that its list must know.
UNKIND = {
    "de": ("Falsch!", "Sie haben verloren", "ein Fehler"),
    "es": ("Has fallado", "Perdiste", "un error"),
    "fr": ("C’est faux", "Perdu", "une erreur"),
    "he": ("נכשלת", "טעות", "הפסדת"),
    "it": ("Sbagliato", "Hai perso", "un errore"),
    "nl": ("Fout", "Verloren", "Mislukt"),
    "pl": ("Źle", "Przegrana", "Błąd"),
    "pt": ("Errado", "Perdeu", "Falhou"),
    "tr": ("Yanlış", "Kaybettiniz", "Hata"),
}


@cache
def translated(path: Path) -> dict[str, tuple[str, ...]]:
    """Id -> its forms, of the sentences that are as they are now in English."""
    there = dict(script().entries(path.read_text(encoding="utf-8")))
    out = {}
    for name, message in source().items():
        asked = message if isinstance(message, str) else "\0".join(message)
        if f"{name}\x04{asked}" in there:
            out[name] = there[f"{name}\x04{asked}"]
    return out


@cache
def header(path: Path) -> dict[str, str]:
    (head,) = dict(script().entries(path.read_text(encoding="utf-8")))[""]
    return dict(line.split(": ", 1) for line in head.splitlines())


def plural(path: Path) -> tuple[int, Callable[[int], int]]:
    """How many forms the language has, and which one a number takes."""
    found = re.fullmatch(r"nplurals=(\d); plural=(.*);", header(path)["Plural-Forms"])
    assert found, header(path)["Plural-Forms"]
    return int(found[1]), c2py(found[2])


def values(sentence: str) -> set[tuple[str, str | None]]:
    """The values in a sentence, and how each is written."""
    return {(name, how) for _, name, how, _ in Formatter().parse(sentence) if name is not None}


def english(message: Message) -> str:
    return message if isinstance(message, str) else message[1]


each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_there_are_translations() -> None:
    assert {path.stem for path in FILES} <= set(OWN_NAMES)
    assert FILES


@each_file
def test_nearly_everything_is_said_in_the_language(path: Path) -> None:
    lacking = source().keys() - translated(path).keys()
    assert len(lacking) <= (1 - ENOUGH) * len(source()), sorted(lacking)


@each_file
def test_its_head_names_the_language_its_forms_and_who_checked_it(path: Path) -> None:
    head = header(path)
    assert head["Language"] == path.stem
    assert head["Content-Type"] == "text/plain; charset=UTF-8"
    about = [line for line in path.read_text(encoding="utf-8").splitlines()[:6] if line.startswith("# ")]
    assert any("checked by" in line for line in about), about


@each_file
def test_each_number_finds_its_form(path: Path) -> None:
    forms, form_of = plural(path)
    assert {form_of(count) for count in COUNTS} <= set(range(forms))
    for name, said in translated(path).items():
        if isinstance(source()[name], str):
            assert len(said) == 1, name
        else:
            assert len(said) == forms, name


@each_file
def test_values_are_those_of_the_english_sentence(path: Path) -> None:
    """The form of one is held against the English one; a form for a single number may say that number in words."""
    forms, form_of = plural(path)
    numbers = [[count for count in COUNTS if form_of(count) == form] for form in range(forms)]
    for name, said in translated(path).items():
        message = source()[name]
        wanted = values(english(message))
        for form, sentence in enumerate(said):
            alike = message[0] if not isinstance(message, str) and form == form_of(1) else english(message)
            in_words = {"count"} if len(numbers[form]) == 1 else set()
            found = {one for one, _ in values(sentence)}
            assert {one for one, _ in values(alike)} - in_words <= found, (name, sentence)
            assert values(sentence) <= wanted | values(alike), (name, sentence)


@each_file
def test_it_has_no_word_that_blames_or_promises(path: Path) -> None:
    unkind = unkind_words(path.stem)
    for name, said in translated(path).items():
        for sentence in said:
            assert not unkind.search(sentence), (name, sentence)


@each_file
def test_sentences_are_about_as_long_as_in_english_and_begin_and_end_as_there(path: Path) -> None:
    for name, said in translated(path).items():
        message = english(source()[name])
        for sentence in said:
            assert len(sentence) <= LONGER * len(message) + MORE, (name, sentence)
            assert (sentence != sentence.strip(" ")) == (message != message.strip(" ")), (name, sentence)
            assert sentence.count("  ") == message.count("  "), (name, sentence)
            assert sentence.count("\n") == message.count("\n"), (name, sentence)


def unkind_words(language: str) -> re.Pattern[str]:
    lines = (words_folder() / "unkind" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(line for line in lines if line and not line.startswith("#")), re.IGNORECASE)


@pytest.mark.parametrize("language", UNKIND)
def test_a_list_of_unkind_words_knows_them(language: str) -> None:
    for words in UNKIND[language]:
        assert unkind_words(language).search(words), words
