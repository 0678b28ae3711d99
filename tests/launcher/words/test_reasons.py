"""Why something could not be saved, said to a player."""

from __future__ import annotations

import errno

import pytest

from games.launcher.records.errors import StoreError
from games.launcher.words.reasons import REASONS, reason
from games.launcher.words.saying import Words

SAY = Words().say


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "There is no room left on this device."),
        (errno.EROFS, "This device does not allow it."),
        (errno.EACCES, "This device does not allow it."),
        (errno.ENOENT, "The folder is not there."),
        (errno.EIO, "The drive does not answer."),
        (errno.EINTR, "It could not be written."),
    ],
)
def test_a_player_reads_why_and_neither_a_folder_nor_a_number(code: int, said: str) -> None:
    error = StoreError("could not save in /somebody/0123456789: for a reason of the system")
    error.__cause__ = OSError(code, "for a reason of the system")
    assert reason(SAY, error) == reason(SAY, OSError(code, "x")) == said


def test_what_is_no_fault_of_a_file_has_words_too() -> None:
    assert reason(SAY, ValueError("odd")) == "It could not be written."
    assert all(reason(SAY, OSError(code, "")) for code in REASONS)
