"""Colours and sizes of all screens, in one place (players.md sections 3 and 5). Lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.canvas import Colour


@dataclass(frozen=True)
class Palette:
    """Named colours; text on its ground reaches 7:1, shapes 3:1."""

    background: Colour
    surface: Colour
    ink: Colour
    muted: Colour
    primary: Colour
    on_primary: Colour
    primary_edge: Colour
    border: Colour
    focus: Colour
    track: Colour
    shadow: Colour
    table: Colour


MEADOW = Palette(
    background="#FAF7F0",
    surface="#FFFFFF",
    ink="#1B1F2A",
    muted="#4A5163",
    primary="#0B4F6C",
    on_primary="#FFFFFF",
    primary_edge="#073A50",
    border="#6B7280",
    focus="#B3261E",
    track="#D3C8B2",
    shadow="#2A160838",
    table="#5C4030",
)

SMALL = 4.94  # em of 14 pt, the least that is ever shown
BODY = 6.35  # 18 pt
LABEL = 7.76  # 22 pt, on controls
TITLE = 9.2  # 26 pt
FIGURE = 13.0  # numbers on results

CONTROL = 18.0  # least width and height of what can be pressed (U1)
GAP = 6.0  # between controls (U2)
MARGIN = 8.0
CORNER = 4.0
STRIP = CONTROL + 4.0  # the linen strip at the top
FOCUS = 1.2  # width of the focus ring
REPEAT_GUARD = 0.5  # s; a control cannot be pressed twice sooner (U9)
STRAY_EDGE = 8.0  # mm; contacts born nearer to the left, right or lower edge are strays, unless on a control (U13)
