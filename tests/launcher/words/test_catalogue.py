"""All that a player can read: in one catalogue, in plain and kind words, ready for translators."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from string import Formatter

import pytest
from test_every_game import BANNED
from words_script import script

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.kit.words import Message
from games.launcher.shell.assets import words_folder
from games.launcher.words.catalogue import merged, source

CODE = Path(__file__).parents[3] / "games"
PAPER = "paper "  # ids of what is read on paper, at leisure


def forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def values(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_is_short_and_says_nothing_unkind_and_promises_nothing() -> None:
    for name, message in source().items():
        for words in forms(message):
            assert words.strip() == words != ""
            assert not BANNED.search(words), words
            assert "n't" not in words
            for sentence in words.replace("?", ".").split("."):
                assert len(sentence.split()) <= 12 or name.startswith(PAPER), (name, sentence)


def test_values_go_into_a_sentence_by_name_and_what_is_counted_is_called_count() -> None:
    for name, message in source().items():
        for words in forms(message):
            assert all(re.fullmatch(r"[a-z]+", one) for one in values(words)), name
        if not isinstance(message, str):
            assert values(message[0]) <= values(message[1]), name


def said() -> list[tuple[str, str]]:
    """Every id that stands in the code as it is, with its file."""
    out = []
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0]
            if called == "say" and isinstance(first, ast.Constant) and isinstance(first.value, str):
                out.append((str(path.relative_to(CODE)), first.value))
    return out


def test_every_id_in_the_code_is_that_of_a_sentence() -> None:
    found = said()
    assert len(found) > 200
    for where, name in found:
        assert name in source(), (where, name)


def test_what_the_report_says_is_in_the_catalogue() -> None:
    page = (CODE / "launcher" / "reports" / "page.html.jinja").read_text(encoding="utf-8")
    names = re.findall(r'say\("([^"]+)"', page)
    assert len(names) > 30
    assert set(names) <= set(source())
    shown = re.sub(r"<style>.*?</style>|{[{%].*?[%}]}|<[^>]*>", " ", page, flags=re.DOTALL)
    assert not re.search(r"[A-Za-z]", shown), shown


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_what_a_games_levels_say_is_among_its_words(game: AnyGame) -> None:
    own = source()
    for level in (game.free, *game.levels, *game.tests, *game.challenges):
        assert own[f"{game.id}.{level.title}"] == level.title
        for field in fields(level.settings):
            value = getattr(level.settings, field.name)
            if isinstance(value, str) and " " in value:
                assert own[f"{game.id}.{value}"] == value


def test_an_id_stands_for_one_sentence() -> None:
    with pytest.raises(ValueError, match="'start'"):
        merged([{"start": "Start"}, {"start": "Begin"}])


def test_translators_are_given_every_sentence_as_it_is_now() -> None:
    """After a sentence was changed: python assets/sources/make_words.py"""
    assert (words_folder() / "handplay.pot").read_text(encoding="utf-8") == script().template(source())
