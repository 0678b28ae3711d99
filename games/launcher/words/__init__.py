"""What a player reads: every sentence in English, by id, and how it is said in a language."""

ENGLISH = "en"  # the source
LEFTWARDS = frozenset(("ar", "fa", "he", "ur", "yi"))  # languages that are written from right to left
