"""Mixed directions: numbers, units, names and brackets stand where a reader looks for them."""

from __future__ import annotations

import pytest

from games.launcher.devices.pygame.letters.bidi import leftwards, levels

MARK = "\u200f"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ab", "00"),
        ("", ""),
        ("ש ש", "111"),
        ("a ש", "001"),
        ("ש 4", "112"),
        ("12 מ", "2211"),  # a number at the beginning leaves the line to the first letter
        ("מ 12.5%", "1122222"),  # the decimal mark and the sign belong to the number
        ("מ 1 234", "1121222"),
        ("מ 12:30", "1122222"),
        ("מ 3/5", "11222"),
        ("a (ב) c", "0001000"),
        ("ב (Anna) ג", "1112222111"),
        ("ב Anna (5) ג", "112222222211"),  # both brackets go with the name and the number
        ("ב Anna!", "1122221"),
        (f"{MARK}Anna!", "122221"),
        ("a ב 5 c", "0011200"),  # within a line from left to right
        ("محمد 5", "111112"),
        ("ב  ", "111"),
        ("a ב  ", "00100"),
    ],
)
def test_levels_are_those_of_the_standard(words: str, found: str) -> None:
    assert "".join(map(str, levels(words))) == found


@pytest.mark.parametrize(("words", "right"), [("12 מ", True), ("mm מ", False), (MARK + "mm", True), ("12", False)])
def test_the_first_letter_with_a_direction_gives_the_line_its_own(words: str, right: bool) -> None:
    assert leftwards(words) is right
