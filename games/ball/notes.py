"""What is said on the table's edge of Stress ball, in one place: short, calm, one thing at a time."""

HURTS = "Stop if it hurts or goes tight."
BEGIN = "Rest your fingers round the ball."
CLOSE = "Close to the pale ring."
STAY = "Stay."
OPEN = "Open your hand."
LESS = "A little less."
REST = "Ten squeezes. Rest a little if you like."
FOLLOW = "Stay on the pale ring."
BREATHE_IN = "Breathe in, close slowly."
BREATHE_OUT = "Breathe out, open slowly."
JUICE = "Fill the glass to the line."
BUBBLES = "Press a bubble, or squeeze it."
COUNT_SQUEEZE = "Squeeze."
COUNT_OPEN = "Open, and rest."
PAIRS = ("Thumb and first finger.", "Thumb and middle finger.", "Thumb and ring finger.")
EVERY = (
    *(HURTS, BEGIN, CLOSE, STAY, OPEN, LESS, REST, FOLLOW, BREATHE_IN, BREATHE_OUT),
    *(JUICE, BUBBLES, COUNT_SQUEEZE, COUNT_OPEN, *PAIRS),
)
