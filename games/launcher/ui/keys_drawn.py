"""How controls look: enamel keys with an edge below, which sink when pressed; switches and sliders."""

from __future__ import annotations

from games.kit.canvas import Canvas, Colour
from games.kit.geometry import ORIGIN, Vec
from games.launcher.ui.button import TRACK_SIDE, Button
from games.launcher.ui.theme import CORNER, SMALL, Palette

AIR = 3.0  # mm left and right of a key's words
BESIDE = 2.2  # mm between an icon and its words
SWITCH = Vec(13.0, 7.6)
EDGE = 0.8  # mm a key sinks
LEAST = SMALL * 0.97  # em; with smaller letters words are set otherwise


def draw_button(canvas: Canvas, button: Button, palette: Palette, pressed: bool) -> None:
    """Draw a key: it has an edge below, and sinks onto it when pressed."""
    if button.bare:
        return
    sink = Vec(0, EDGE if pressed else 0.0)
    edge, face, ink = palette.border, palette.surface, palette.ink
    if button.main or button.chosen:
        edge, face, ink = palette.primary_edge, palette.primary, palette.on_primary
    canvas.rect(button.at + Vec(0.7, 1.4), button.size, palette.shadow, CORNER)
    canvas.rect(button.at, button.size, edge, CORNER)
    rim = Vec(0.4, 0.4)
    canvas.rect(button.at + rim + sink, button.size - Vec(0.8, 1.6), face, CORNER - 0.4)
    top = button.at + sink - Vec(0, 0.4)
    if button.share is not None:
        _slider(canvas, button, palette, top)
    elif button.on is not None:
        room = button.size.x - SWITCH.x - 2 * AIR - BESIDE
        _words(canvas, button, top, room, ink, left=True)
        _switch(canvas, palette, top + Vec(button.size.x - AIR - SWITCH.x, (button.size.y - SWITCH.y) / 2), button.on)
    else:
        air = min(AIR, button.size.x * 0.08)
        _words(canvas, button, top, button.size.x - 2 * air, ink, left=bool(button.note))


def _note(canvas: Canvas, words: str, room: float, height: float) -> tuple[str, float]:
    """A note and its em, made to fit: smaller down to the least size, then cut, with dots at the end."""
    wide = canvas.text_size(words, height).x
    em = height if wide <= room else height * room / wide
    if em >= SMALL * 0.9 or em == height:
        return words, em
    em = min(height, SMALL * 0.9)
    while words and canvas.text_size(words + "\u2026", em).x > room:
        words = words[:-1]
    return words.rstrip() + "\u2026", em


def _words(canvas: Canvas, button: Button, top: Vec, room: float, ink: Colour, left: bool) -> None:
    """Draw icon and words side by side if they fit at the wanted size, else the icon above, else smaller."""
    size = button.size
    if not button.label:
        if button.icon is not None:
            canvas.icon(button.icon, top + size * 0.5, min(size.x, size.y) * 0.56, ink)
        return
    wide = canvas.text_size(button.label, button.height, "bold").x
    icon = min(button.height * 1.25, size.y * 0.55) if button.icon is not None else 0.0
    beside = icon + BESIDE if icon else 0.0
    if button.icon is not None and not button.note and wide + beside > room:
        if button.on is None:
            _stacked(canvas, button, top, room, ink)
            return
        _wrapped(canvas, button, top, room, icon * 0.8, ink)
        return
    height = button.height if wide + beside <= room else button.height * (room - beside) / wide
    if height < LEAST and button.note:  # no room for an icon
        left, beside, room = False, 0.0, room + AIR
        height = min(button.height, button.height * room / wide)
    if height < LEAST and not button.note:
        _tight(canvas, button, top, room, ink)
        return
    height = min(height, size.y * (0.42 if button.note else 0.66))
    wide = canvas.text_size(button.label, height, "bold").x
    x = top.x + AIR + 1.0 if left else top.x + (size.x - wide - beside) / 2
    middle = top.y + size.y * (0.34 if button.note else 0.5)
    if button.icon is not None and beside:
        canvas.icon(button.icon, Vec(x + icon / 2, top.y + size.y / 2), icon, ink)
    canvas.text(button.label, Vec(x + beside, middle), height, ink, "bold")
    if button.note:
        shown, note = _note(canvas, button.note, room - beside, min(height, size.y * 0.36))
        canvas.text(shown, Vec(x + beside, top.y + size.y * 0.73), note, ink)


def _wrapped(canvas: Canvas, button: Button, top: Vec, room: float, icon: float, ink: Colour) -> None:
    """Draw words in several lines beside an icon; a word that is too long for that has the icon's room, too."""
    size, beside, em = button.size, icon + 1.4, min(button.height, button.size.y * 0.30)
    while em > SMALL and _widest(canvas, button.label, em) > room - beside:
        em *= 0.95
    em = max(SMALL, em)
    if _widest(canvas, button.label, em) > room - beside:
        beside = 0.0
    elif button.icon is not None:
        canvas.icon(button.icon, top + Vec(AIR + icon / 2, size.y / 2), icon, ink)
    canvas.text(button.label, top + Vec(AIR + beside, size.y / 2), em, ink, "bold", "left", room - beside)


def _widest(canvas: Canvas, words: str, em: float) -> float:
    return max(canvas.text_size(word, em, "bold").x for word in words.split())


def _stacked(canvas: Canvas, button: Button, top: Vec, room: float, ink: Colour) -> None:
    size = button.size
    room += 2 * AIR - 2.0
    height = min(button.height, size.y * 0.34)
    wide = canvas.text_size(button.label, height, "bold").x
    height = height if wide <= room else height * room / wide
    if height < LEAST:
        _tight(canvas, button, top, room, ink)
        return
    icon = min(size.y - 3.0 - height * 1.25, size.y * 0.48)
    whole = icon + 0.6 + height * 1.1
    y = top.y + (size.y - whole) / 2
    middle = top.x + size.x / 2
    if button.icon is not None:
        canvas.icon(button.icon, Vec(middle, y + icon / 2), icon, ink)
    canvas.text(button.label, Vec(middle, y + icon + 0.6 + height * 0.55), height, ink, "bold", "centre")


def _tight(canvas: Canvas, button: Button, top: Vec, room: float, ink: Colour) -> None:
    """A key whose words are too long for one line: in several lines without an icon; where a word would be broken, the
    icon alone; without one as small as must be."""
    size = button.size
    block = canvas.text_size(button.label, SMALL, "bold", room)
    broken = any(canvas.text_size(word, SMALL, "bold").x > room for word in button.label.split())
    if not broken and block.y <= size.y - 1.0:
        canvas.text(button.label, top + size * 0.5, SMALL, ink, "bold", "centre", room)
    elif button.icon is not None:
        canvas.icon(button.icon, top + size * 0.5, min(size.x, size.y) * 0.56, ink)
    else:
        em = SMALL * room / canvas.text_size(button.label, SMALL, "bold").x
        canvas.text(button.label, top + size * 0.5, em, ink, "bold", "centre")


def _switch(canvas: Canvas, palette: Palette, at: Vec, on: bool) -> None:
    """Draw a knob in a slot: on the right, filled and ticked when on."""
    canvas.rect(at, SWITCH, palette.primary if on else palette.border, SWITCH.y / 2)
    canvas.rect(at + Vec(0.5, 0.5), SWITCH - Vec(1, 1), palette.primary if on else palette.track, SWITCH.y / 2 - 0.5)
    knob = at + Vec(SWITCH.x - SWITCH.y / 2 if on else SWITCH.y / 2, SWITCH.y / 2)
    canvas.circle(knob, SWITCH.y / 2 - 0.8, palette.on_primary if on else palette.surface)
    if on:
        with canvas.shifted(knob, ORIGIN):  # a tick is the same in every direction of reading
            canvas.line((Vec(-1.5, 0.1), Vec(-0.4, 1.3), Vec(1.7, -1.2)), palette.primary, 0.7)


def _slider(canvas: Canvas, button: Button, palette: Palette, top: Vec) -> None:
    share, size = button.share or 0.0, button.size
    words = max(SMALL, min(button.height, size.y * 0.34))
    room = size.x - 2 * AIR
    wide = canvas.text_size(button.label, words, "bold").x
    words = words if wide <= room else words * room / wide
    canvas.text(button.label, top + Vec(AIR + 1.0, size.y * 0.28), words, palette.ink, "bold")
    y, left, right = top.y + size.y * 0.68, top.x + TRACK_SIDE, top.x + size.x - TRACK_SIDE
    knob = left + (right - left) * share
    canvas.line((Vec(left, y), Vec(right, y)), palette.track, 2.2)
    canvas.line((Vec(left, y), Vec(max(left + 0.01, knob), y)), palette.primary, 2.2)
    canvas.circle(Vec(knob, y), 4.2, palette.primary_edge)
    canvas.circle(Vec(knob, y), 3.6, palette.primary)
