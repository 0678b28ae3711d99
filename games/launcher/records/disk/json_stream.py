"""JSON that is too large for memory: an object with one long list, which is read one element at a time."""

from __future__ import annotations

import codecs
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

# Any: what JSON holds, until pydantic has checked it
from typing import Any

from games.launcher.records.disk.reading import no_number, once, opened, refuse_too_deep, shown
from games.launcher.records.errors import Unreadable

LONGEST = 64_000_000  # characters of one element
AT_ONCE = 1 << 16  # characters
BEGINNING = 100  # characters of an element by which it is known
CUT = 20  # characters; an error this near the end of the buffer may only mean that more must be read
BLANK = " \t\r\n"
PASSED = object()  # in place of an element that was not read
DECODER = json.JSONDecoder(object_pairs_hook=once, parse_constant=no_number)


class JsonStream:
    """The members of the JSON object in a regular file. Raises Unreadable with one sentence for anything else.

    `known`: what each element begins with in a file that has one element on a line. After a damaged element, reading
    continues at the next line that begins like this; in a file laid out differently it ends there.

    `unread`: asked with the beginning of each such line; where it is true, the element is not read.
    """

    def __init__(
        self, path: Path, most: int, listed: str, known: str, unread: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._name, self._listed, self._known, self._unread = shown(path.name), listed, known, unread
        self._raw = os.fdopen(opened(path, most), "rb", buffering=0)
        start = self._raw.read(2)
        self._raw.seek(0)
        encoding = "utf-16" if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
        self._file = io.TextIOWrapper(io.BufferedReader(self._raw), encoding, "strict", newline="")
        self._text, self._at, self._ended, self.broken = "", 0, False, False
        self._from = 0  # where the value that was read last begins

    def __enter__(self) -> JsonStream:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def place(self) -> int:
        """The number of bytes read so far."""
        return self._raw.tell()

    def members(self) -> Iterator[tuple[str, Any]]:
        """The members in order; the value of the long list is an iterator over its elements: each as JSON that was found
        to be valid, None for a damaged one, PASSED for one that was not read."""
        self._expect("{")
        if self._take("}"):
            return
        while True:
            key = self._value()
            if not isinstance(key, str):
                raise self._refused("a key is no word")
            self._expect(":")
            if key == self._listed:
                elements = self._elements()
                yield key, elements
                for _ in elements:  # elements that the caller did not read
                    pass
                if self.broken:
                    return
            else:
                yield key, self._value()
            if not self._take(","):
                self._expect("}")
                return

    def _elements(self) -> Iterator[Any]:
        self._expect("[")
        if self._take("]"):
            return
        while True:
            try:
                if self._passed():
                    yield PASSED
                else:
                    self._value()
                    yield self._text[self._from : self._at]
                if self._take("]"):
                    return
                self._expect(",")
            except Unreadable:
                yield None
                if not self._found_next():
                    self.broken = True
                    return

    def _passed(self) -> bool:
        """Go to the end of the next element without reading it, if it is one of those: a line that ends as one ends."""
        self._peek()
        while len(self._text) - self._at < BEGINNING and self._more():
            pass
        if not (self._text.startswith(self._known, self._at) and self._unread(self._text[self._at :][:BEGINNING])):
            return False
        while (end := self._text.find("\n", self._at)) < 0:
            if len(self._text) - self._at > LONGEST or not self._more():
                return False
        line = self._text[self._at : end].rstrip(BLANK)
        if not line.endswith(("}", "},")):
            return False
        self._at += len(line) - line.endswith(",")
        return True

    def _found_next(self) -> bool:
        """Skip to the next line that begins like an element."""
        wanted = "\n" + self._known
        self._at += 1
        while (found := self._text.find(wanted, max(0, self._at - 1))) < 0:
            self._at = max(self._at, len(self._text) - len(wanted))
            if not self._more():
                return False
        self._at = found + 1
        return True

    def _value(self) -> Any:
        self._peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended:
                    self._from, self._at = self._at, end
                    return value
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos > len(self._text) - CUT
                if self._ended or not cut:
                    raise self._refused(error.msg) from error
            except RecursionError as error:
                raise self._refused("its lists are nested too deeply") from error
            except ValueError as error:
                raise self._refused(str(error)) from error
            if len(self._text) - self._at > LONGEST:
                raise self._refused(f"one part of it has more than {LONGEST} characters")
            self._more()

    def _peek(self) -> str:
        while True:
            while self._at < len(self._text) and self._text[self._at] in BLANK:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _take(self, sign: str) -> bool:
        if self._peek() != sign:
            return False
        self._at += 1
        return True

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise self._refused(f"{sign!r} is missing")

    def _more(self) -> bool:
        """Read more, doubling the buffer, so that a long element is not parsed too many times."""
        if self._ended:
            return False
        self._text, self._at = self._text[self._at :], 0
        try:
            more = self._file.read(max(AT_ONCE, len(self._text)))
        except UnicodeError:  # from here on it is not UTF-8 text
            more = ""
        self._text += more
        self._ended = not more
        return bool(more)

    def _refused(self, why: str) -> Unreadable:
        return Unreadable(f"{self._name} is not data of Handplay, or was changed on the way: {shown(why, 200)}")


def same_value(value: Any, name: str) -> str:
    """A parsed value as JSON again, for a model to check. Raises Unreadable if it is nested too deeply."""
    text = json.dumps(value)
    refuse_too_deep(text, name)
    return text
