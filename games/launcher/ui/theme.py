"""Colours and sizes of all screens, in one place. Lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass

from games.kit.canvas import Colour


@dataclass(frozen=True)
class Palette:
    """Named colours. Contrast: text on its background at least 7:1, shapes 3:1 (WCAG 2)."""

    background: Colour  # the strip
    surface: Colour  # cards and keys
    ink: Colour
    muted: Colour  # less important words
    primary: Colour  # the main action of a screen
    on_primary: Colour
    primary_edge: Colour
    border: Colour
    focus: Colour
    track: Colour  # the unfilled part of a ring
    shadow: Colour
    table: Colour  # below the table's picture
    veil: Colour  # over a paused table
    light: Colour  # hints and successes on the table
    table_shade: float  # brightness of the table's picture; 0: no picture, the table is plain
    woven: bool  # True: the strip is linen and cards are paper; False: both are plain
    tinted: bool  # True: a game shows its own colour; False: everything has the strongest contrast


MEADOW = Palette(
    background="#FAF7F0",
    surface="#FFFFFF",
    ink="#1B1F2A",
    muted="#4A5163",
    primary="#0B4F6C",
    on_primary="#FFFFFF",
    primary_edge="#073447",
    border="#6B7280",
    focus="#B3261E",
    track="#CFC8BA",
    shadow="#2A160838",
    table="#B58A58",
    veil="#1B1F2A66",
    light="#FFE9A8",
    table_shade=1.0,
    woven=True,
    tinted=True,
)
EVENING = Palette(
    background="#14202B",
    surface="#1E2D3B",
    ink="#F5F1E6",
    muted="#C3CBD6",
    primary="#7CC7F2",
    on_primary="#14202B",
    primary_edge="#4C93BC",
    border="#8393A5",
    focus="#FFD34D",
    track="#3C4E5F",
    shadow="#00000050",
    table="#2B2019",
    veil="#05080C99",
    light="#FFE9A8",
    table_shade=0.24,
    woven=False,
    tinted=True,
)
SIGNAL = Palette(
    background="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    primary="#FFE600",
    on_primary="#000000",
    primary_edge="#FFFFFF",
    border="#FFFFFF",
    focus="#00E5FF",
    track="#6E6E6E",
    shadow="#00000000",
    table="#000000",
    veil="#000000B0",
    light="#FFE600",
    table_shade=0.0,
    woven=False,
    tinted=False,
)
PALETTES = {"meadow": MEADOW, "evening": EVENING, "signal": SIGNAL}

SMALL = 4.94  # em of 14 pt, the smallest text anywhere
BODY = 6.35  # 18 pt
LABEL = 7.76  # 22 pt, on controls
TITLE = 9.2  # 26 pt
FIGURE = 13.0  # numbers on results

CONTROL = 18.0  # least width and height of what can be pressed
GAP = 6.0  # between controls
MARGIN = 8.0
CORNER = 4.0
STRIP = CONTROL + 4.0  # the linen strip at the top
FOCUS = 1.2  # width of the focus ring
STRAY_EDGE = 8.0  # mm; contacts born nearer to the left, right or lower edge are strays, unless on a control
