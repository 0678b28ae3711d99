"""The languages of this run: which there are, in which one a player is spoken to, and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from games.launcher.words import ENGLISH
from games.launcher.words.languages import PSEUDO, languages, words_in
from games.launcher.words.saying import Words

# Each language by its own name, as those who speak it look for it.
OWN_NAMES = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "he": "עברית",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "tr": "Türkçe",
}
OLDER_CODES = {"iw": "he"}  # of languages whose code has changed since some systems learnt it


def own_name(language: str) -> str:
    """A language by its own name; by its code if it has none here."""
    return OWN_NAMES.get(language, language)


def best_of(wanted: Sequence[str], there: Sequence[str]) -> str:
    """The first wanted language that there is; English if there is none.

    `wanted` may name regions and encodings, as systems and browsers do: "pt_BR.UTF-8", "de-CH".
    """
    for one in wanted:
        code = one.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[0].lower()
        code = OLDER_CODES.get(code, code)
        if code in there:
            return code
    return ENGLISH


class Tongues:
    """The languages that a player can choose from.

    `asked`: the language that the command line asked for, which holds until the player chooses another; `wanted`: those
    of the system, the dearest first; `last`: the one that was last used on this device. `remember` is told each
    language that is chosen, and may raise OSError. `fresh`: whether a player who is new here may be asked for it.
    """

    def __init__(
        self,
        folder: Path,
        asked: str | None = None,
        wanted: Sequence[str] = (),
        last: str | None = None,
        remember: Callable[[str], None] = lambda _language: None,
        fresh: bool = False,
    ) -> None:
        self._folder, self._asked, self.remember = folder, asked, remember
        self.codes = sorted(
            (one for one in languages(folder) if one != PSEUDO), key=lambda one: own_name(one).casefold()
        )
        self._first = best_of(([last] if last else []) + list(wanted), self.codes)
        self.fresh = fresh and asked is None and last is None and len(self.codes) > 1
        self._read: dict[str, Words] = {}

    def of(self, chosen: str) -> str:
        """The language for somebody who chose this one; "": none yet."""
        if self._asked is not None:
            return self._asked
        return chosen if chosen in self.codes else self._first

    def words(self, language: str) -> Words:
        """The words of a language. Raises ValueError with one sentence if they cannot be read."""
        if language not in self._read:
            self._read[language] = words_in(language, self._folder)
        return self._read[language]

    def choose(self, language: str) -> None:
        """The player chooses this language: what the command line asked for holds no longer. Raises OSError if the device
        cannot remember it."""
        self._asked, self.fresh = None, False
        self.remember(language)
