"""The operations of a frame, as numbers. `browser/operations.mjs` holds the same table; a test compares them.

An operation is its number and its values, all of them numbers: lengths and places in pixels of the screen, texts and
colours by their number in the order in which they were first used. `n` is a count of points or of what else is said.
"""

from __future__ import annotations

RECT = 1  # left, top, width, height, radius, border, colour
ELLIPSE = 2  # x, y, half width, half height, border, colour
ARC = 3  # x, y, radius, start, end, width, colour; radians, clockwise from three o'clock
LINE = 4  # n, width, colour, points
POLYGON = 5  # n, colour, points
SOFT = 6  # n, coats, points; each coat as a GLOW without its number
GLOW = 7  # x, y, half width, half height, turn, n, (share, colour) n times
SHADE = 8  # n, width, colour, points
TUBE = 9  # n, layers, closed, points; of each layer width, colour
RELIEF = (
    10  # rims, holes, dents, body, pale, deep, shadow, round, lift; outlines (n, points); dents (x, y, radius, depth)
)
TEXT = 11  # words, x, y of the middle, em, colour, bold, anchor (0 left, 1 centre, 2 right)
PICTURE = 12  # name, x, y, width, opacity, shade, column, row, columns, rows
ICON = 13  # name, x, y, size, colour
TILE = 14  # name, left, top, width, height, width of one, radius
CLIP = 15  # left, top, width, height
UNCLIP = 16
SHEET = (
    17  # number, left, top, width, height, n of the numbers that follow and belong to it: draw them once, and keep it
)
PUT = 18  # number, left, top: show a sheet there
DROP = 19  # number: forget a sheet or a layer
PREPARE = 20  # n of the numbers that follow: have ready what they need, and show nothing
LAYER = 21  # number, left, top: show a layer of paint there
AROUND = 22  # left, top, width, height, radius: show the held picture everywhere but there
HELD = 23  # left, top, width, height of a part of the held picture; the same of where it is shown; opacity
POSED = 24  # as a PICTURE, and its turn, and how many times as high it is

# On layers of paint; each begins with the number of the layer.
BEGIN = 40  # width, height: a new, empty layer
DAB = 41  # x, y, radius, colour
SMEAR = 42  # from x, y to x, y, radius, strength
TOUCH = 43  # left, top, width, height: what will change, for undo
PRINT = (
    44  # radius, left, top, red, green, blue, opacity (0 to 255, premultiplied), full (0: only the longest bristles)
)
DRAG = 45  # radius, from left, top, to left, top, strength (0 to 255)
LOOK = 46  # left, top, width, height: the mean colour there is the answer
CLEAR = 47
MARK = 48
BACK = 49
FORTH = 50
FORGET = 51  # the layer is no longer shown
