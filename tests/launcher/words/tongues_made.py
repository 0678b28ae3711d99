"""A folder with a few small translations, made for tests."""

from __future__ import annotations

from pathlib import Path

from words_script import script

WORDS = {
    "de": {"start": "Los", "settings": "Einstellungen", "language": "Sprache", "carry on": "Weiter", "back": "Zurück"},
    "he": {"start": "התחלה", "settings": "הגדרות", "language": "שפה", "carry on": "המשך", "back": "חזרה"},
    "pl": {"start": "Zacznij", "settings": "Ustawienia", "language": "Język", "carry on": "Dalej", "back": "Wróć"},
}
ENGLISH = {"start": "Start", "settings": "Settings", "language": "Language", "carry on": "Carry on", "back": "Back"}


def folder_of_words(folder: Path) -> Path:
    """The folder, with German, Hebrew and Polish in it, of five words each."""
    make, at = script(), folder / "words"
    at.mkdir()
    for code, words in WORDS.items():
        head = f'msgid ""\nmsgstr "Language: {code}\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        rows = [f'msgctxt "{name}"\nmsgid "{ENGLISH[name]}"\nmsgstr "{said}"\n' for name, said in words.items()]
        (at / f"{code}.mo").write_bytes(make.compiled(make.entries(head + "\n".join(rows))))
    return at
