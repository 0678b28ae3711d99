"""The seal: a checksum in front of the content of a small file, or in front of the first line of a larger one."""

from __future__ import annotations

import zlib

from games.launcher.records.errors import Unreadable

UNSEALED = b"{"  # files of an earlier version begin with this; no seal does


def sealed(said: bytes) -> bytes:
    """The content with its seal in front and a line break at the end."""
    return b"%08x " % zlib.crc32(said) + said + b"\n"


def unsealed(content: bytes) -> bytes:
    """The content of a sealed file; unchanged if an earlier version wrote it without a seal.

    Raises Unreadable if the seal does not fit: the file has been changed since it was written.
    """
    if content.startswith(UNSEALED):
        return content
    said = content[9:].removesuffix(b"\n")
    if content != sealed(said):
        raise Unreadable("it is damaged: its checksum does not fit")
    return said


def first_line(content: bytes, longest: int, name: str, what: str) -> tuple[bytes, bytes]:
    """The sealed first line of a file, without its seal, and everything after that line.

    `longest`: bytes that the line may have; `name` and `what` are what a refusal calls the file and what it should be.
    Raises Unreadable if there is no such line, or its seal does not fit.
    """
    line, newline, _ = content[: longest + len(sealed(b""))].partition(b"\n")
    if not newline:
        raise Unreadable(f"{name} is not {what} of Handplay: it has no header")
    said = line[9:]
    if line + newline != sealed(said):
        raise Unreadable(
            f"{name} was changed on the way or is not {what} of Handplay: its header's checksum does not fit"
        )
    return said, content[len(line) + 1 :]
