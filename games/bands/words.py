"""What is said in Rubber bands, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.bands.levels import FIRST, LIFTS, LOOPS, PULLS
from games.kit.words import Message, same

WORDS: dict[str, Message] = {
    **same(FIRST, LIFTS, LOOPS, PULLS),
    "reps": ("{count} time", "{count} times"),
    "of span": "{value} % of your own span",
    "slide of": "other fingers within {value} mm",
    "ring of": "ring of {value} mm",
    "peg of": "band peg of {value} mm",
    "told cycles": ("{count} time open and closed in {seconds} s", "{count} times open and closed in {seconds} s"),
    "told wide": "Widest: {mm:.0f} mm, {percent:.0f} % of your span",
    "told widest": "Widest: {mm:.0f} mm",
    "told lift": (
        "{count} finger lifted, the others slid {mm:.1f} mm",
        "{count} fingers lifted, the others slid {mm:.1f} mm",
    ),
    "told pull": ("{count} pull, {mm:.1f} mm from the ring", "{count} pulls, {mm:.1f} mm from the ring"),
    "told tins": ("{count} of {whole} tins hit", "{count} of {whole} tins hit"),
    "told loops": ("{count} line, {mm:.1f} mm beside it", "{count} lines, {mm:.1f} mm beside them"),
    "told harp": ("{count} string played, up to {mm:.0f} mm", "{count} strings played, up to {mm:.0f} mm"),
    "short wide": "{mm:.0f} mm",
    "short": ("{count} time", "{count} times"),
    "hurts": "Stop if it hurts or goes tight.",
    "open": "Open to the pale ring.",
    "stay": "Stay.",
    "back": "Come back slowly.",
    "closer": "Bring your fingers together first.",
    "more": "One more finger into the band.",
    "rest": "Ten times. Rest a little if you like.",
    "lift": "Lift the finger that glows.",
    "down": "And down again.",
    "fingers": "Rest your fingers on the dots.",
    "pull": "Pull the band to the ring.",
    "let go": "Let go.",
    "finger 0": "Thumb",
    "finger 1": "Index",
    "finger 2": "Middle",
    "finger 3": "Ring",
    "finger 4": "Little",
    "help open": "Rest your fingers on the dots, then open.",
    "help lift": "Lift: the finger that glows, then down again.",
    "help sling": "Slingshot: pull to the ring, wait, let go.",
    "help loop": "Loop: pull the band from peg to peg.",
    "help one": "One finger or mouse: pull, or tap what glows.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("pinch", "help open"),
    ("up", "help lift"),
    ("target", "help sling"),
    ("star", "help loop"),
    ("mouse", "help one"),
    ("rest", "help rest"),
)
