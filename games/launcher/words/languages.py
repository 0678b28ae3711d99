"""The available languages, and the words of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from games.launcher.words import ENGLISH

if TYPE_CHECKING:
    from games.launcher.words.saying import Words

PSEUDO = "pseudo"


def languages(folder: Path) -> list[str]:
    """The available languages: English, those with a catalogue, and the pseudo-locale for testing screens."""
    return [ENGLISH, *sorted(path.stem for path in folder.glob("*.mo")), PSEUDO]


def checked_language(language: str, folder: Path) -> str:
    """The language itself. Raises ValueError with one sentence if it is not available."""
    there = languages(folder)
    if language not in there:
        raise ValueError(f"there is no language {language!r}: the languages are {', '.join(there)}")
    return language


def words_in(language: str, folder: Path) -> Words:
    """The words of a language, from its catalogue in this folder. Raises ValueError with one sentence if there is none or
    it cannot be read."""
    import struct
    from gettext import GNUTranslations

    from games.launcher.words.pseudo import Pseudo
    from games.launcher.words.saying import Words

    checked_language(language, folder)
    if language in (ENGLISH, PSEUDO):
        return Words(language, Pseudo() if language == PSEUDO else None)
    try:
        with (folder / f"{language}.mo").open("rb") as file:
            return Words(language, GNUTranslations(file))
    except (OSError, ValueError, LookupError, SyntaxError, struct.error) as error:
        raise ValueError(f"the words of the language {language!r} cannot be read: {error}") from error
