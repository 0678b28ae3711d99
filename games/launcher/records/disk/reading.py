"""The one way to read an untrusted file: its type, size and nesting depth are checked before it is parsed."""

from __future__ import annotations

import json
import os
import re
import stat
import unicodedata
from pathlib import Path

# Any: what JSON holds, until pydantic has checked it
from typing import Any

from games.launcher.records.errors import Unreadable

DEEPEST = 64  # levels of nested lists and objects; our own files have 8
AT_ONCE = 1 << 20  # bytes
# Does not block on a pipe, does not take over a terminal, and on Windows reads bytes unchanged.
OPENED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
WORDS = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
NO_MARKS = bytes(set(range(256)) - set(b'[]{}"'))
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")  # controls, direction marks, halves of letters, line breaks
LONGEST_SAID = 2000


def opened(path: Path, most: int) -> int:
    """Open a regular file of at most `most` bytes for reading; the caller closes it. Pipes and devices are not opened.

    Raises Unreadable with one sentence for anything else, OSError if it does not exist.
    """
    _refuse(path, path.stat(), most)  # before opening, which alone can have an effect on a device
    file = os.open(path, OPENED)
    try:
        _refuse(path, os.fstat(file), most)  # it may have been replaced meanwhile
    except BaseException:
        os.close(file)
        raise
    return file


def content_of(path: Path, most: int, first: int | None = None) -> bytes:
    """The bytes of such a file, or its `first` bytes only; errors as in `opened`."""
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
    """The parsed JSON. Raises Unreadable if it is invalid, nested too deeply, or has a duplicate key."""
    refuse_too_deep(content, name)
    try:
        return json.loads(content, object_pairs_hook=once, parse_constant=no_number)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"{name} is not what it should be: {shown(str(error), 200)}") from error


def refuse_too_deep(content: bytes | str, name: str) -> None:
    """Raise Unreadable for JSON that is nested too deeply or cut off."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    left = raw.translate(None, NO_BRACKETS)
    if len(left) <= 2 * DEEPEST:  # few brackets cannot be nested deeply, even if some stand in strings
        return
    if b"\\" in raw:
        left = WORDS.sub(b"", raw).translate(None, NO_BRACKETS)
    elif b'"' in raw:  # no quote is escaped: every second part is a string, most without a bracket
        left = b"".join(raw.translate(None, NO_MARKS).replace(b'""', b"").split(b'"')[::2])
    for _ in range(DEEPEST):  # each pass removes the innermost brackets
        left = left.replace(b"[]", b"").replace(b"{}", b"")
        if not left:
            return
    raise Unreadable(f"{name} is not what it should be: it is cut off, or nested more than {DEEPEST} deep")


def shown(words: str, most: int = 60) -> str:
    """Untrusted text, such as a file's name, made safe to print: without hidden characters, cursor control or
    text-direction marks, and shortened to `most` characters."""
    clean = words[: most + 500]
    if not (clean.isascii() and clean.isprintable()):
        clean = "".join("?" if unicodedata.category(sign) in UNSEEN else sign for sign in clean)
    return clean if len(clean) <= most else clean[: most - 12] + "..." + clean[-9:]


def sentence(error: BaseException) -> str:
    """An exception's message in one printable line; for errors of the operating system, the file and the reason."""
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        return shown(f"{error.filename}: {error.strerror}", LONGEST_SAID)
    return shown(" ".join(str(error).split("\n")), LONGEST_SAID)


def _refuse(path: Path, state: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise Unreadable(f"{shown(path.name)} is not a file")
    if state.st_size > most:
        raise Unreadable(f"{shown(path.name)} has {state.st_size} bytes: {most} are allowed")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object. Raises ValueError for a duplicate key, because readers differ in which value they take."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"it says {next(name for name in names if names.count(name) > 1)!r} twice")
    return found


def no_number(words: str) -> None:
    """Raise ValueError for NaN and Infinity, which Python accepts although they are not JSON."""
    raise ValueError(f"{words} is no number")
