"""What is said in Stress ball, by id: short, calm, one thing at a time; and the lines of its Help."""

from __future__ import annotations

from games.ball.levels import GLASS, REAL
from games.kit.words import Message, same

WORDS: dict[str, Message] = {
    **same(GLASS, REAL),
    "reps": ("{count} squeeze", "{count} squeezes"),
    "near to": "within {value} % of your span",
    "on the wire": "within {value} % of your span on the wire",
    "to the beat": "within {value} % of your span to the beat",
    "told test": ("{count} squeeze in {seconds} s", "{count} squeezes in {seconds} s"),
    "told even": ("{count} squeeze in {seconds} s", "{count} squeezes in {seconds} s, {percent:.0f} % even"),
    "told hold": ("{count} squeeze, {mm:.1f} mm from the ring", "{count} squeezes, {mm:.1f} mm from the ring"),
    "told beat": ("{count} squeeze", "{count} squeezes, {percent:.0f} % even"),
    "told curve": "{mm:.1f} mm from the ring, {percent:.0f} % of the time on it",
    "told juice": ("{count} of {whole} glasses filled", "{count} of {whole} glasses filled"),
    "told bubbles": ("{count} bubble pressed in {seconds:.0f} s", "{count} bubbles pressed in {seconds:.0f} s"),
    "told real": ("{count} squeeze of the real ball", "{count} squeezes of the real ball"),
    "short": ("{count} squeeze", "{count} squeezes"),
    "short curve": "{mm:.1f} mm",
    "hurts": "Stop if it hurts or goes tight.",
    "begin": "Rest your fingers round the ball.",
    "close": "Close to the pale ring.",
    "stay": "Stay.",
    "open": "Open your hand.",
    "less": "A little less.",
    "rest": "Ten squeezes. Rest a little if you like.",
    "follow": "Stay on the pale ring.",
    "breathe in": "Breathe in, close slowly.",
    "breathe out": "Breathe out, open slowly.",
    "juice": "Fill the glass to the line.",
    "bubbles": "Press a bubble, or squeeze it.",
    "count squeeze": "Squeeze.",
    "count open": "Open, and rest.",
    "pair 0": "Thumb and first finger.",
    "pair 1": "Thumb and middle finger.",
    "pair 2": "Thumb and ring finger.",
    "help close": "Close your fingers round the ball, hold, open.",
    "help open": "Open your hand after each squeeze.",
    "help one": "One finger: press, or pull inward.",
    "help tap": "Or tap to press, tap again to let go.",
    "help mouse": "Mouse: hold, or click and click.",
    "help rest": "No button? Set Rest to press.",
}

HELP = (  # icon, id of the sentence
    ("pinch", "help close"),
    ("hand_right", "help open"),
    ("finger", "help one"),
    ("tap", "help tap"),
    ("mouse", "help mouse"),
    ("rest", "help rest"),
)
