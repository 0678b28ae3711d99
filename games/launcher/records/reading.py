"""The one way to read a file that somebody else may have made: what it is, how long and how deep, before anything is made of it."""

from __future__ import annotations

import json
import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import Any

from games.launcher.records.errors import Unreadable

DEEPEST = 64  # lists and objects within each other; ours have 8
AT_ONCE = 1 << 20  # bytes
# Not to wait for whoever writes a pipe, not to become a terminal's, and on Windows not to change any byte.
OPENED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
WORDS = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")  # controls, direction marks, halves of letters, line breaks
LONGEST_SAID = 2000


def opened(path: Path, most: int) -> int:
    """A regular file of at most so many bytes, open for reading; to be closed. Nothing else is opened, or waited for.

    Unreadable with one sentence for anything else, OSError if it is not there.
    """
    _refuse(path, path.stat(), most)  # before it is opened: already that does something to a device
    file = os.open(path, OPENED)
    try:
        _refuse(path, os.fstat(file), most)  # it may be another by now
    except BaseException:
        os.close(file)
        raise
    return file


def content_of(path: Path, most: int, first: int | None = None) -> bytes:
    """The bytes of such a file, or so many of its first; errors as `opened`."""
    file = opened(path, most)
    wanted = most + 1 if first is None else first
    content = bytearray()
    try:
        while len(content) < wanted and (part := os.read(file, min(AT_ONCE, wanted - len(content)))):
            content += part
    finally:
        os.close(file)
    if len(content) > most:
        raise Unreadable(f"{shown(path.name)} has more than {most} bytes")
    return bytes(content)


def json_of(content: bytes | str, name: str) -> Any:
    """What this JSON says. Unreadable for what is none, is nested too deeply, or says a key twice."""
    refuse_too_deep(content, name)
    try:
        return json.loads(content, object_pairs_hook=once, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} is not what it should be: {shown(str(error), 200)}") from error


def refuse_too_deep(content: bytes | str, name: str) -> None:
    """Unreadable for JSON that is nested deeper than ours, or cut off."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    left = raw.translate(None, NO_BRACKETS)
    if b'"' in raw and len(left) > 2 * DEEPEST:  # in few brackets there is nothing deep, wherever they stand
        left = WORDS.sub(b"", raw).translate(None, NO_BRACKETS)
    elif len(left) <= 2 * DEEPEST:
        return
    for _ in range(DEEPEST):  # each pass takes away the innermost
        left = left.replace(b"[]", b"").replace(b"{}", b"")
        if not left:
            return
    raise Unreadable(f"{name} is not what it should be: it is cut off, or nested more than {DEEPEST} deep")


def shown(words: str, most: int = 60) -> str:
    """Words from elsewhere, such as a file's name, as they can be printed: nothing hidden in them, nothing that moves the
    cursor or turns the line round, not too long."""
    clean = "".join("?" if unicodedata.category(sign) in UNSEEN else sign for sign in words[: most + 500])
    return clean if len(clean) <= most else clean[: most - 12] + "..." + clean[-9:]


def sentence(error: BaseException) -> str:
    """What an exception says, in one line that can be printed: of the system's errors which file, and what is the matter."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return shown(f"{error.filename}: {error.strerror}", LONGEST_SAID)
    return shown(" ".join(str(error).split("\n")), LONGEST_SAID)


def _refuse(path: Path, state: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable(f"{shown(path.name)} is not a file")
    if state.st_size > most:
        raise Unreadable(f"{shown(path.name)} has {state.st_size} bytes: {most} are allowed")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON. ValueError where it says a key twice: whoever reads it might believe either."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"it says {next(name for name in names if names.count(name) > 1)!r} twice")
    return found


def no_number(words: str) -> None:
    """ValueError for the NaN and Infinity that Python would read, and JSON does not have."""
    raise ValueError(f"{words} is no number")
