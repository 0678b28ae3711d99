"""What goes wrong with files, each in one plain sentence."""


class StoreError(OSError):
    """Something could not be written; the sentence says what and why."""


class Unreadable(ValueError):
    """A file that is not what it should be; the sentence says which and why. The file is left as it is."""


class Newer(Unreadable):
    """A file that a newer version of this program made."""


class Misplaced(Unreadable):
    """A block in the folder of somebody else; `profile` is whose it says it is."""

    def __init__(self, sentence: str, profile: str) -> None:
        super().__init__(sentence)
        self.profile = profile
