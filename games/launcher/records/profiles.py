"""Who plays on this device: immutable revisions of profiles, and the guest."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import ValidationError

from games.launcher.records.errors import Unreadable
from games.launcher.records.models import Profile, shown_name
from games.launcher.records.reading import content_of
from games.launcher.records.writing import write_whole

GUEST = "0" * 32
NO_PICTURE = "guest"  # the picture of those who have chosen none
ID = re.compile(r"\A[0-9a-f]{32}\Z")
REVISION = re.compile(r"\A([0-9]{8})-([0-9a-f]{32})\.json\Z")
LONGEST = 65_536


class Profiles:
    """The profiles in a data folder."""

    def __init__(self, folder: Path, device: str) -> None:
        self._folder, self._device = folder / "profiles", device

    def all(self) -> list[Profile]:
        """Every profile with a name or a picture, by name; the guest is none of them."""
        ids = [path.name for path in self._folder.glob("*") if ID.match(path.name) and path.name != GUEST]
        found = [profile for profile in map(self.get, ids) if profile is not None]
        listed = [p for p in found if p.name is not None or p.picture != NO_PICTURE]
        return sorted(listed, key=lambda p: (p.name or "", p.id))

    def get(self, profile_id: str) -> Profile | None:
        """The newest revision of a profile that can be read; one that cannot is passed over and left as it is."""
        if not ID.match(profile_id):
            return None
        for path in self._revisions(profile_id):
            try:
                profile = Profile.model_validate_json(content_of(path, LONGEST))
            except (OSError, Unreadable, ValidationError):
                continue
            if profile.id == profile_id:
                return profile
        return self.guest() if profile_id == GUEST else None

    def guest(self) -> Profile:
        """Somebody who has no name here."""
        return self.fresh(GUEST)

    def fresh(self, new_id: str) -> Profile:
        """Nobody yet: what a profile is before anything is known of it."""
        return Profile(v=1, id=new_id, device=self._device, lamport=1, name=None)

    def put(self, profile: Profile) -> Profile:
        """Keep a changed profile as its next revision; no file that is there is written over, readable or not."""
        newest = max((int(path.name[:8]) for path in self._revisions(profile.id)), default=0)
        kept = profile.model_copy(update={"lamport": newest + 1, "device": self._device})
        path = self._folder / kept.id / "profile" / f"{kept.lamport:08d}-{kept.device}.json"
        write_whole(path, kept.model_dump_json().encode() + b"\n")
        return kept

    def named(self, name: str, new_id: str) -> Profile:
        """The profile of this name, made with `new_id` if there is none. Unreadable for a name that cannot be shown."""
        try:
            shown = shown_name(name)
        except ValueError as error:
            raise Unreadable(str(error)) from error
        known = next((p for p in self.all() if p.name == shown), None)
        return known or self.put(self.fresh(new_id).model_copy(update={"name": shown}))

    def _revisions(self, profile_id: str) -> list[Path]:
        """The files of a profile, newest first. The guest of each device is somebody else, also in a shared folder."""
        found = []
        for path in (self._folder / profile_id / "profile").glob("*.json"):
            match = REVISION.match(path.name)
            if match is not None and (profile_id != GUEST or match.group(2) == self._device):
                found.append(path)
        return sorted(found, key=lambda path: path.name, reverse=True)
