"""What is said in Pennies, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} coin placed", "{count} coins placed"),
    "place of": "coin place of {value} mm",
    "told four": "Four coins stacked in {seconds:.1f} s",
    "told some": ("{count} of {whole} coins stacked", "{count} of {whole} coins stacked"),
    "told high": ("A tower of {count} coin, {mm:.0f} mm high", "A tower of {count} coins, {mm:.0f} mm high"),
    "told built": ("{count} coin placed, {mm:.0f} mm high", "{count} coins placed, {mm:.0f} mm high"),
    "short seconds": "{seconds:.1f} s",
    "short some": "{count} of {whole}",
    "short high": ("{count} coin, {mm:.0f} mm", "{count} coins, {mm:.0f} mm"),
    "do stack": "Lay a coin on the tower.",
    "help drag": "Drag a coin over the tower, then lift.",
    "help tap": "Or tap a coin, then tap its place.",
    "help pinch": "Or close two fingers on it, move, open.",
    "help stand": "Your other hand may steady the stand.",
    "help mouse": "Mouse: drag, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help drag"),
    ("tap", "help tap"),
    ("pinch", "help pinch"),
    ("hand_left", "help stand"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
