"""What is said in Beans, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} bean moved", "{count} beans moved"),
    "bowl of": "bowl of {value} mm",
    "told test": ("{count} bean moved in {seconds} s", "{count} beans moved in {seconds} s"),
    "told soup": ("{count} bean in the soup, {seconds:.0f} s", "{count} beans in the soup, {seconds:.0f} s"),
    "short": ("{count} bean", "{count} beans"),
    "do wall": "Carry a bean over the wall.",
    "do bowl": "Carry a bean to the other bowl.",
    "do jars": "Carry each bean to the jar of its colour.",
    "do spoon": "Carry the spoon level, without haste.",
    "help drag": "Press on a bean, carry it over the wall, lift.",
    "help tap": "Or tap a bean, then tap its bowl.",
    "help pinch": "Or close two fingers on it, move, open.",
    "help jars": "Colours: each bean has its own jar.",
    "help mouse": "Mouse: drag, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help drag"),
    ("tap", "help tap"),
    ("pinch", "help pinch"),
    ("bowl", "help jars"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
