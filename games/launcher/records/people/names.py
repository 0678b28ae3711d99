"""When two names count as the same, and how namesakes are numbered: Anna (1), Anna (2), in the order of their ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from games.launcher.records.models import Profile, shown_name

NUMBERED = re.compile(r"(.*\S) *\(([0-9]{1,4})\)")


def name_key(name: str) -> str:
    """The key under which names count as the same: case, blanks and the encoding of accents are ignored."""
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())
    return " ".join(unicodedata.normalize("NFC", bare).split())


def known_as(people: Sequence[Profile]) -> dict[str, str]:
    """The displayed name of each person who has one, by id: the name, with a number if others share it."""
    alike: dict[str, list[Profile]] = {}
    for person in sorted(people, key=lambda p: p.id):
        if person.name is not None:
            alike.setdefault(name_key(person.name), []).append(person)
    return {
        one.id: f"{one.name} ({number})" if len(same) > 1 else str(one.name)
        for same in alike.values()
        for number, one in enumerate(same, 1)
    }


def named_so(people: Sequence[Profile], name: str) -> Profile | None:
    """The one person of this name, or of a name with a number; None if there is nobody of this name.

    Raises ValueError with one sentence if the name is invalid, if several people share it, or if no namesake has the number.
    """
    shown = shown_name(name)
    same = _of(people, shown)
    if len(same) == 1:
        return same[0]
    numbered = NUMBERED.fullmatch(shown)
    if not same and numbered is not None:
        same, number = _of(people, numbered.group(1)), int(numbered.group(2))
        if 1 <= number <= len(same):
            return same[number - 1]
    if not same:
        return None
    names = known_as(people)
    which = ", ".join(f"{names[one.id]!r} (picture: {one.picture})" for one in same)
    many = f"{len(same)} people here are" if len(same) > 1 else "one person here is"
    raise ValueError(f"the name {shown!r} does not say who: {many} called {same[0].name!r}; choose one of {which}")


def _of(people: Sequence[Profile], name: str) -> list[Profile]:
    key = name_key(name)
    found = [person for person in people if person.name is not None and name_key(person.name) == key]
    return sorted(found, key=lambda p: p.id)
