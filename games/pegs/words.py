"""What is said in Pegs, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} peg moved", "{count} pegs moved"),
    "within of hole": "{value} mm from the middle of the hole",
    "told nine": "Nine there and back in {seconds:.1f} s",
    "told ways": ("{count} of {whole} ways in {seconds:.0f} s", "{count} of {whole} ways in {seconds:.0f} s"),
    "told test": ("{count} peg placed in {seconds} s", "{count} pegs placed in {seconds} s"),
    "told both": ("{count} peg with both hands in {seconds} s", "{count} pegs with both hands in {seconds} s"),
    "told assembly": ("{count} piece put together in {seconds} s", "{count} pieces put together in {seconds} s"),
    "told picture": ("{count} peg in the picture, {seconds:.0f} s", "{count} pegs in the picture, {seconds:.0f} s"),
    "short seconds": "{seconds:.1f} s",
    "short ways": "{count} of {whole}",
    "short": ("{count} peg", "{count} pegs"),
    "do fill": "Put a peg into a hole.",
    "do back": "Put the pegs back into the tray.",
    "do light": "Put a peg where the light is.",
    "do memory": "Remember the lights, then put pegs there.",
    "do picture": "Put each colour where its ring is.",
    "do both": "Both hands: a peg each.",
    "do assembly": "Pin first, then what belongs on it.",
    "help drag": "Drag a peg to its hole, then lift.",
    "help tap": "Or tap a peg, then tap its hole.",
    "help pinch": "Or close two fingers on it, move, open.",
    "help turn": "Turn: two fingers, knob, wheel, Q or E.",
    "help mouse": "Mouse: drag, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help drag"),
    ("tap", "help tap"),
    ("pinch", "help pinch"),
    ("repeat", "help turn"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
