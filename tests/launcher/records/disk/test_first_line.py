"""The sealed first line of a file: what follows it is not looked at, and what was changed is refused."""

from __future__ import annotations

import pytest

from games.launcher.records.disk.sealed import first_line, sealed
from games.launcher.records.errors import Unreadable


def test_the_line_comes_back_and_all_that_follows_it() -> None:
    assert first_line(sealed(b"head") + b"body\nmore", 4, "a.hps", "a block") == (b"head", b"body\nmore")


@pytest.mark.parametrize("content", [b"", b"head", sealed(b"longer")[:-1], sealed(b"longer") + b"body"])
def test_a_line_that_is_missing_or_longer_than_allowed_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"a\.hps is not a block of Handplay: it has no header"):
        first_line(content, 5, "a.hps", "a block")


def test_a_line_that_was_changed_is_refused() -> None:
    changed = sealed(b"head").replace(b"h", b"H")
    with pytest.raises(Unreadable, match="its header's checksum does not fit"):
        first_line(changed + b"body", 100, "a.hps", "a challenge")
