"""What goes wrong with files, each in one plain sentence."""


class StoreError(OSError):
    """Something could not be written; the sentence says what and why."""


class Unreadable(ValueError):
    """A file that is not what it should be; the sentence says which and why. The file is left as it is."""
