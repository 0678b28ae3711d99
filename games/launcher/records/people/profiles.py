"""Who plays on this device: profiles as immutable revisions, and the guest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from games.launcher.records.disk.reading import content_of
from games.launcher.records.disk.sealed import sealed, unsealed
from games.launcher.records.disk.writing import write_whole
from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Profile, shown_name
from games.launcher.records.people.gone import Gone
from games.launcher.records.people.lost import name_in
from games.launcher.records.people.names import name_key, named_so

GUEST = "0" * 32
NO_PICTURE = "guest"  # the picture of people who have not chosen one
ID = re.compile(r"\A[0-9a-f]{32}\Z")
REVISION = re.compile(r"\A([0-9]{8})-([0-9a-f]{32})\.json\Z")
LONGEST = 65_536


class Profiles:
    """The profiles in a data folder."""

    def __init__(self, folder: Path, device: str) -> None:
        self._folder, self._device = folder / "profiles", device
        self._gone = Gone(folder)

    def all(self) -> list[Profile]:
        """Everybody in order of name: all who have a name, a picture or blocks, even if their profile cannot be read.

        Without the guest, and without people who were joined to somebody else.
        """
        everybody = self._everybody()
        joined = _resolved({p.id: p.joined for p in everybody if p.joined is not None}, {p.id for p in everybody})
        listed = [p for p in everybody if p.id not in joined and self._is_somebody(p)]
        return sorted(listed, key=lambda p: (p.name or "", p.id))

    def joins(self) -> dict[str, str]:
        """The joined people: profile id -> id of the person they were joined to."""
        everybody = self._everybody()
        return _resolved({p.id: p.joined for p in everybody if p.joined is not None}, {p.id for p in everybody})

    def get(self, profile_id: str) -> Profile | None:
        """The newest readable revision of a profile; unreadable ones are skipped and left unchanged.

        For somebody who has blocks but no readable revision, a profile without a name. None for an unknown id.
        """
        if not ID.match(profile_id) or self._gone.has(profile_id):
            return None
        for path in self._revisions(profile_id):
            profile = _read(path)
            if profile is not None and profile.id == profile_id:
                return profile
        return self.fresh(profile_id) if profile_id == GUEST or self._has_blocks(profile_id) else None

    def guest(self) -> Profile:
        """The guest: a player without a name."""
        return self.fresh(GUEST)

    def fresh(self, new_id: str) -> Profile:
        """A new, empty profile, not yet stored."""
        return Profile(v=1, id=new_id, device=self._device, lamport=1, name=None)

    def put(self, profile: Profile) -> Profile:
        """Store a changed profile as its next revision; no existing file is overwritten, readable or not."""
        newest = max((int(path.name[:8]) for path in self._revisions(profile.id)), default=0)
        kept = profile.model_copy(update={"lamport": newest + 1, "device": self._device})
        path = self._folder / kept.id / "profile" / f"{kept.lamport:08d}-{kept.device}.json"
        write_whole(path, sealed(kept.model_dump_json().encode()))
        return kept

    def called(self, name: str) -> Profile | None:
        """The one person of this name: "Anna", or "Anna (2)" if several are called Anna; None if there is nobody.

        Raises ValueError with one sentence if the name is invalid or if several people share it.
        """
        return named_so(self.all(), name)

    def named(self, name: str, new_id: str) -> Profile:
        """Like `called`, but makes the person with `new_id` if there is none. Raises Unreadable for an invalid or shared name."""
        try:
            shown = shown_name(name)
            known = self.called(name) or self._lost(name)
        except ValueError as error:
            raise Unreadable(str(error)) from error
        if known is not None and known.name is not None:
            return known
        return self.put((known or self.fresh(new_id)).model_copy(update={"name": shown}))

    def refused(self) -> list[Path]:
        """Revisions that cannot be read; they are skipped and left unchanged."""
        found = []
        for path in sorted(self._folder.glob("*/profile/*.json")):
            if REVISION.match(path.name) and _read(path) is None:
                found.append(path)
        return found

    def _everybody(self) -> list[Profile]:
        """All except the guest, including joined people."""
        gone = self._gone.ids()
        ids = [path.name for path in self._folder.glob("*") if ID.match(path.name) and path.name != GUEST]
        return [p for p in (self.get(one) for one in sorted(ids) if one not in gone) if p is not None]

    def _is_somebody(self, profile: Profile) -> bool:
        return profile.name is not None or profile.picture != NO_PICTURE or self._has_blocks(profile.id)

    def _has_blocks(self, profile_id: str) -> bool:
        return next((self._folder / profile_id / "sessions").glob("*/*.hps"), None) is not None

    def _lost(self, name: str) -> Profile | None:
        """The person with a damaged profile who most likely has this name, or None.

        Either the remains of the profile show this name, or they show none and it is the only damaged profile here.
        """
        lost = [person for person in self.all() if person.name is None and person.picture == NO_PICTURE]
        shown = {person.id: self._shown_of(person.id) for person in lost}
        same = [p for p in lost if (left := shown[p.id]) is not None and name_key(left) == name_key(name)]
        if same:
            return same[0]
        if len(lost) != 1 or shown[lost[0].id] is not None or not self._revisions(lost[0].id):
            return None
        return lost[0]

    def _shown_of(self, profile_id: str) -> str | None:
        for path in self._revisions(profile_id):
            try:
                shown = name_in(content_of(path, LONGEST))
            except (OSError, Unreadable):
                continue
            if shown is not None:
                return shown
        return None

    def _revisions(self, profile_id: str) -> list[Path]:
        """The files of a profile, newest first. In a shared folder each device has a guest of its own."""
        found = []
        for path in (self._folder / profile_id / "profile").glob("*.json"):
            match = REVISION.match(path.name)
            if match is not None and (profile_id != GUEST or match.group(2) == self._device):
                found.append(path)
        return sorted(found, key=lambda path: path.name, reverse=True)


def _read(path: Path) -> Profile | None:
    try:
        return Profile.model_validate_json(unsealed(content_of(path, LONGEST)))
    except (OSError, Unreadable, ValidationError):
        return None


def _resolved(said: Mapping[str, str], there: set[str]) -> dict[str, str]:
    """Joins followed to their end. Joins to unknown people are ignored; in a circle of joins the lowest id wins."""
    found = {}
    for start in said:
        way = [start]
        while (following := said.get(way[-1])) in there and following is not None:
            if following in way:
                way = [*way, min(way[way.index(following) :])]
                break
            way.append(following)
        if way[-1] != start:
            found[start] = way[-1]
    return found
