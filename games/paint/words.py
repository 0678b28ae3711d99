"""What is said in Finger paint, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.kit.words import Message

WORDS: dict[str, Message] = {
    "reps": ("{count} piece painted", "{count} pieces painted"),
    "lane of": "lane of {value} mm",
    "margin of": "margin of {value} mm",
    "room of": "{value} mm around the dot",
    "reps free": ("{count} stroke painted", "{count} strokes painted"),
    "told line": "{mm:.1f} mm from the line on average",
    "told dot": "{mm:.1f} mm from the dot on average",
    "told filled": "{percent:.0f} % filled",
    "short line": "{mm:.1f} mm",
    "short filled": "{percent:.0f} %",
    "picture": "Painting",
    "do follow": "Draw along the pencil line.",
    "do fill": "Fill the shape with paint.",
    "do track": "Stay on the dot.",
    "help draw": "Draw along the pencil line, then lift.",
    "help tools": "Studio: rest on a tool until it acts.",
    "help undo": "Undo: the arrow, or Ctrl Z.",
    "help clear": "Clear the sheet: hold for 2 seconds.",
    "help mouse": "Mouse: drag, or click, move, click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("finger", "help draw"),
    ("palette", "help tools"),
    ("undo", "help undo"),
    ("erase", "help clear"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
