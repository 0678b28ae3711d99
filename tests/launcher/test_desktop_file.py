"""The entry in the desktop's menu."""

from __future__ import annotations

from pathlib import Path

import pytest

from games.launcher.cli import desktop_file
from games.launcher.cli.commands import main
from games.launcher.cli.desktop_file import NAME, entry, quoted


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("/usr/bin/python3", '"/usr/bin/python3"'),
        ("/my games/run.py", '"/my games/run.py"'),
        ('/a"b', '"/a\\"b"'),
        ("/a$b`c", '"/a\\$b\\`c"'),
        ("/a\\b", '"/a\\\\b"'),
        ("/100%/x", '"/100%%/x"'),
    ],
)
def test_a_word_of_the_command_is_quoted_as_the_specification_says(word: str, expected: str) -> None:
    assert quoted(word) == expected


def test_a_line_break_is_refused_with_the_word() -> None:
    with pytest.raises(ValueError, match="line break"):
        quoted("/a\nb")


def test_backslashes_are_escaped_once_more_in_the_file() -> None:
    lines = entry(Path("/p"), Path("/a$b/run.py"), Path("/i")).splitlines()
    assert 'Exec="/p" "/a\\\\$b/run.py"' in lines
    assert lines[0] == "[Desktop Entry]"


def test_the_command_writes_the_entry_says_where_and_takes_it_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_file.sys, "platform", "linux")
    assert main(["desktop", "--to", str(tmp_path / "menu")]) == 0
    path = tmp_path / "menu" / NAME
    assert str(path) in capsys.readouterr().out
    text = path.read_text()
    assert "run.py" in text
    icon = next(line for line in text.splitlines() if line.startswith("Icon="))
    assert Path(icon.removeprefix("Icon=")).is_file()
    assert main(["desktop", "--to", str(tmp_path / "menu"), "--remove"]) == 0
    assert not path.exists()


def test_other_systems_are_told_what_to_do_instead(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desktop_file.sys, "platform", "win32")
    assert main(["desktop"]) == 1
    assert "shortcut" in capsys.readouterr().err
