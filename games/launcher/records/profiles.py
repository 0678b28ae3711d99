"""Who plays on this device: immutable revisions of profiles, and the guest."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Profile
from games.launcher.records.writing import write_whole

GUEST = "0" * 32
REVISION = re.compile(r"\A[0-9]{8}-[0-9a-f]{32}\.json\Z")
LONGEST = 65_536


class Profiles:
    """The profiles in a data folder."""

    def __init__(self, folder: Path, device: str) -> None:
        self._folder, self._device = folder / "profiles", device

    def all(self) -> list[Profile]:
        """Every named profile, by name; the guest is none of them."""
        found = [self.get(path.name) for path in self._folder.glob("*") if re.fullmatch(r"[0-9a-f]{32}", path.name)]
        return sorted((p for p in found if p is not None and p.name is not None), key=lambda p: (p.name or "", p.id))

    def get(self, profile_id: str) -> Profile | None:
        """The newest revision of a profile that can be read."""
        revisions = [p for p in (self._folder / profile_id / "profile").glob("*.json") if REVISION.match(p.name)]
        for path in sorted(revisions, key=lambda p: p.name, reverse=True):
            try:
                with path.open("rb") as file:
                    profile = Profile.model_validate_json(file.read(LONGEST))
            except (OSError, ValidationError):
                continue
            if profile.id == profile_id:
                return profile
        return self.guest() if profile_id == GUEST else None

    def guest(self) -> Profile:
        """Somebody who has no name here."""
        return Profile(v=1, id=GUEST, device=self._device, lamport=1, name=None)

    def put(self, profile: Profile) -> Profile:
        """Keep a changed profile as its next revision."""
        before = self.get(profile.id)
        lamport = (before.lamport if before is not None and before.id != GUEST else 0) + 1
        if before is not None and before.id == GUEST:
            lamport = max(lamport, before.lamport + 1)
        kept = profile.model_copy(update={"lamport": lamport, "device": self._device})
        path = self._folder / kept.id / "profile" / f"{kept.lamport:08d}-{kept.device}.json"
        write_whole(path, kept.model_dump_json().encode() + b"\n")
        return kept

    def named(self, name: str, new_id: str) -> Profile:
        """The profile of this name, made with `new_id` if there is none. Unreadable for a name that cannot be shown."""
        try:
            fresh = Profile(v=1, id=new_id, device=self._device, lamport=1, name=name)
        except ValidationError as error:
            raise Unreadable(f"the name {name[:60]!r} cannot be used: {_why(error)}") from error
        return next((p for p in self.all() if p.name == fresh.name), None) or self.put(fresh)


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]["msg"]
    return first.removeprefix("Value error, ")
