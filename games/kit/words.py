"""The form of a sentence in the source, and how a view gets it in the player's language."""

from __future__ import annotations

from typing import Protocol, TypeAlias

# A sentence in English, with its values in braces ("You beat {points} points"); of one that counts, a pair: for one and
# for many, chosen by the value `count`. Other languages have as many forms as they need.
Message: TypeAlias = str | tuple[str, str]


class Say(Protocol):
    """Gives the sentence of an id in the player's language."""

    def __call__(self, name: str, /, **values: object) -> str:
        """The sentence with its values filled in. Raises KeyError for an id that is in no catalogue."""


def wordless(name: str, /, **_values: object) -> str:
    """Stands for `Say` on a canvas that was given no words. Raises KeyError."""
    raise KeyError(f"no words were given to say {name!r}")


def same(*sentences: str) -> dict[str, str]:
    """Sentences that are their own ids: those that stand in a game's levels, as titles and notes."""
    return {sentence: sentence for sentence in sentences}
