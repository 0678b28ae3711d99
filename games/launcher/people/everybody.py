"""The people who play on this device, for screens: list, add, change, join, erase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from games.launcher.people.portraits import PORTRAITS
from games.launcher.people.settings import Settings
from games.launcher.records.errors import StoreError
from games.launcher.records.models import Profile, shown_name, word
from games.launcher.records.people.names import known_as
from games.launcher.records.people.profiles import GUEST, NO_PICTURE

if TYPE_CHECKING:
    from games.launcher.records.store import Store


@dataclass(frozen=True)
class Person:
    """A player on this device; the name is optional."""

    id: str
    name: str | None
    picture: str = NO_PICTURE
    side: str = "right"
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True)
class Erased:
    """An erased person and the trash folder; `People.undo` brings them back until the program ends."""

    person: Person
    blocks: int
    reps: int
    trash: Path


class People:
    """Everybody who plays here. Changes are on the disk when a call returns; OSError if that fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Person]:
        """Everybody except the guest, most recent player first, then by name."""
        played = self._store.played()
        profiles = self._store.people.all()
        pictures = pictures_of(profiles)
        people = [replace(person_of(profile), picture=pictures[profile.id]) for profile in profiles]
        return sorted(people, key=lambda p: (-played.get(p.id, 0), (p.name or p.picture).casefold(), p.id))

    def guest(self) -> Person:
        """The guest: a player without a name; hand and settings belong to this device."""
        return person_of(self._store.people.get(GUEST) or self._store.people.guest())

    def get(self, person_id: str) -> Person | None:
        """The person with this id, or None."""
        profile = self._store.people.get(self._store.person_of(person_id))
        return None if profile is None else self._pictured(profile)

    def known_as(self, person: Person) -> str | None:
        """A person's displayed name: the name, with a number if others share it; None without a name."""
        return known_as(self._store.people.all()).get(person.id, person.name)

    def join(self, person_id: str, other_id: str) -> None:
        """Join another person to this one, who keeps name, picture, hand and settings; `separate` undoes it.

        Raises ValueError if they are not two people who play here.
        """
        self._store.join(person_id, other_id)

    def joined(self, person_id: str) -> bool:
        """Whether anybody was joined to this person."""
        return len(self._store.ids_of(person_id)) > 1

    def separate(self, person_id: str) -> None:
        """Separate everybody who was joined to this person; each gets their own data back."""
        for other in self._store.ids_of(person_id)[1:]:
            self.separate_one(other)

    def separate_one(self, other_id: str) -> None:
        """Separate this one profile from the person it was joined to."""
        self._store.separate(other_id)

    def last(self) -> Person | None:
        """Who played last, possibly the guest; None if nobody has."""
        played = self._store.played()
        for person_id in sorted(played, key=lambda one: -played[one]):
            person = self.get(person_id)
            if person is not None:
                return person
        return None

    def first(self) -> Person:
        """Who most likely plays now: the last player, or the only person, or the guest."""
        everybody = self.all()
        return self.last() or (everybody[0] if len(everybody) == 1 else self.guest())

    def named(self, name: str) -> Person:
        """The person of this name, created if there is none."""
        return self._pictured(self._store.profile(name))

    def add(self, picture: str, name: str | None = None) -> Person:
        """Add a new person."""
        known = _known_by(picture, name)
        made = self._store.people.fresh(self._store.new_id()).model_copy(update=known)
        return self._pictured(self._store.people.put(made))

    def rename(self, person_id: str, name: str | None) -> Person:
        """Change the name, or remove it. Raises ValueError with one sentence for an invalid name."""
        profile = self._own(person_id)
        return self._put(profile, _known_by(profile.picture, name))

    def repicture(self, person_id: str, picture: str) -> Person:
        """Change the picture."""
        profile = self._own(person_id)
        return self._put(profile, _known_by(picture, profile.name))

    def take_side(self, person_id: str, side: str) -> Person:
        """Change the hand in use: "left" or "right"."""
        if side not in ("left", "right"):
            raise ValueError(f"there is no side {side!r}: there are left and right")
        return self._put(self._there(person_id), {"side": side})

    def keep(self, person_id: str, settings: Settings) -> Person:
        """Store a person's settings; fields that a newer version added are kept."""
        profile = self._there(person_id)
        return self._put(profile, {"settings": {**profile.settings, **settings.values()}})

    def counts(self, person_id: str) -> tuple[int, int]:
        """How many blocks and reps erasing would remove."""
        return self._store.counts(person_id)

    def erase(self, person_id: str) -> Erased:
        """Move all of a person's files into the trash; of the guest, all that was played.

        Nothing is destroyed before `finish_erasing`.
        """
        person = self._pictured(self._there(person_id))
        blocks, reps = self.counts(person_id)
        return Erased(person, blocks, reps, self._store.erase(person_id))

    def undo(self, erased: Erased) -> Person:
        """Bring back an erased person, exactly as before."""
        self._store.restore(erased.trash)
        return self._pictured(self._there(erased.person.id))

    def finish_erasing(self) -> str | None:
        """Destroy what was erased. Returns None, or one sentence if something is left, which the next start tries again."""
        return self._store.finish_erasing()

    def _pictured(self, profile: Profile) -> Person:
        """The person of a profile, with a picture even if none was chosen."""
        person = person_of(profile)
        if person.picture != NO_PICTURE or person.id == GUEST:
            return person
        return replace(person, picture=pictures_of(self._store.people.all()).get(person.id, NO_PICTURE))

    def _there(self, person_id: str) -> Profile:
        profile = self._store.people.get(person_id)
        if profile is None:
            raise StoreError(f"the player {person_id} no longer exists: nothing can be stored for this player")
        return profile

    def _own(self, person_id: str) -> Profile:
        if person_id == GUEST:
            raise ValueError("the guest has neither name nor picture: add a player instead")
        return self._there(person_id)

    def _put(self, profile: Profile, changes: dict[str, object]) -> Person:
        changed = profile.model_copy(update=changes)
        return self._pictured(profile if changed == profile else self._store.people.put(changed))


def person_of(profile: Profile) -> Person:
    """The person of a stored profile."""
    return Person(profile.id, profile.name, profile.picture, profile.side, Settings.of(profile.settings))


def pictures_of(profiles: Sequence[Profile]) -> dict[str, str]:
    """The picture of each person, by id. People who have not chosen one get different unused pictures, as long as there
    are any; the choice depends on the ids only."""
    pictures = {one.id: one.picture for one in profiles}
    chosen = set(pictures.values())
    for one in sorted(profiles, key=lambda profile: profile.id):
        if one.picture == NO_PICTURE:
            free = [name for name in PORTRAITS if name not in chosen] or PORTRAITS
            pictures[one.id] = free[int(one.id[:8], 16) % len(free)]
            chosen.add(pictures[one.id])
    return pictures


def _known_by(picture: str, name: str | None) -> dict[str, object]:
    """Picture and name, validated, as fields of a profile."""
    if name is not None:
        name = shown_name(name)
    if word(picture) == NO_PICTURE and name is None:
        raise ValueError("a player needs a name or a picture: there is neither")
    return {"picture": picture, "name": name}
