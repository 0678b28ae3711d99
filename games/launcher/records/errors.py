"""The errors that files can cause; each message is one plain sentence."""


class StoreError(OSError):
    """Something could not be written; the message says what and why."""


class Unreadable(ValueError):
    """A file is damaged, or not of the expected kind; the message says which and why. The file is left unchanged."""


class Newer(Unreadable):
    """A file was made by a newer version of this program."""


class Misplaced(Unreadable):
    """A block lies in another profile's folder; `profile` is the one named in the file."""

    def __init__(self, sentence: str, profile: str) -> None:
        super().__init__(sentence)
        self.profile = profile
