"""Writes the source of all translations and compiles those that there are: handplay.pot, and for each de.po a de.mo.

Run it from the top of the repository after a sentence was changed or a translation came: python assets/sources/make_words.py
Nothing but the standard library is needed. The reader takes what gettext's tools and Poedit write.
"""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "assets" / "words"
HEADER = (
    "Project-Id-Version: Handplay\n"
    "Language: \n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
HOW = """\
# Handplay: what a player reads. Plain, calm, adult words; short sentences, about as long as in English or shorter.
# The context of an entry (msgctxt) says where it is from. Values in braces stay as they are: {points}, {count:,}.
"""
Message = str | tuple[str, str]
Entry = tuple[str, tuple[str, ...]]  # what is asked for, as a .mo file names it; what is answered, one for each form


def template(source: Mapping[str, Message]) -> str:
    """The .pot of these sentences."""
    parts = [HOW + f'msgid ""\nmsgstr ""\n' + "".join(f"{quoted(line)}\n" for line in HEADER.splitlines(keepends=True))]
    for name in sorted(source):
        message = source[name]
        one = f"msgctxt {quoted(name)}\n"
        if isinstance(message, str):
            one += f'msgid {quoted(message)}\nmsgstr ""\n'
        else:
            one += f'msgid {quoted(message[0])}\nmsgid_plural {quoted(message[1])}\nmsgstr[0] ""\nmsgstr[1] ""\n'
        parts.append(one)
    return "\n".join(parts)


def quoted(words: str) -> str:
    """As a .po file writes it."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


def entries(text: str) -> list[Entry]:
    """The translated entries of a .po file; fuzzy ones and those without a translation are left out.

    ValueError, with the number of the line, for what is no .po file.
    """
    out: list[Entry] = []
    held: dict[str, str] = {}
    fuzzy, field = False, ""

    def end() -> None:
        nonlocal held, fuzzy
        forms = tuple(held[name] for name in sorted(held, key=lambda name: (len(name), name)) if name.startswith("msgstr"))
        if "msgid" in held and forms and all(forms) and not fuzzy:
            asked = held["msgid"] + ("\0" + held["msgid_plural"] if "msgid_plural" in held else "")
            out.append((f"{held['msgctxt']}\x04{asked}" if "msgctxt" in held else asked, forms))
        held, fuzzy = {}, False

    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line.startswith("#") or not line:
            if any(name.startswith("msgstr") for name in held):
                end()
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        name, _, rest = line.partition(" ") if not line.startswith('"') else (field, "", line)
        if not (name in ("msgctxt", "msgid", "msgid_plural") or name.startswith("msgstr")) or not rest.startswith('"'):
            raise ValueError(f"line {number} is not that of a .po file: {line}")
        if name != field or not line.startswith('"'):
            if name in held or (name in ("msgctxt", "msgid") and any(one.startswith("msgstr") for one in held)):
                end()
            field = name
            held[name] = ""
        held[name] += str(ast.literal_eval(rest))
    end()
    return out


def compiled(found: list[Entry]) -> bytes:
    """A .mo file of these entries, as `gettext` reads it: sorted, without a hash table."""
    rows = sorted((asked.encode(), "\0".join(forms).encode()) for asked, forms in found)
    count, start = len(rows), 28
    text = start + 16 * count
    tables: list[list[int]] = [[], []]
    body = b""
    for side in (0, 1):
        for row in rows:
            tables[side] += [len(row[side]), text + len(body)]
            body += row[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, start, start + 8 * count, 0, text)
    return head + struct.pack(f"<{4 * count}I", *tables[0], *tables[1]) + body


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from games.launcher.words.catalogue import source

    WORDS.mkdir(exist_ok=True)
    (WORDS / "handplay.pot").write_text(template(source()), encoding="utf-8")
    for path in sorted(WORDS.glob("*.po")):
        path.with_suffix(".mo").write_bytes(compiled(entries(path.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
