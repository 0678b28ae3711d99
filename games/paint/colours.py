"""The colours of the studio by their names, and how two of them mix in a cup."""

from __future__ import annotations

from games.kit.pigment import mixed

COLOURS: dict[str, str] = {
    "white": "#F6F3EA",
    "yellow": "#F4C21F",
    "orange": "#E8792B",
    "red": "#C8332F",
    "blue": "#1F5FAE",
    "green": "#3E8E4E",
    "brown": "#7A4A2B",
    "black": "#23252B",
}
NAMES = tuple(COLOURS)
OWN = "own"  # the cup in which colours are mixed


def into_cup(cup: str, colour: str, helpings: int) -> str:
    """The colour in the cup after one portion of a colour is stirred into `helpings` portions."""
    return colour if not cup else mixed(cup, colour, 1.0 / (helpings + 1))
