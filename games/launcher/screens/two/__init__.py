"""Two people at one screen, side by side: who plays what, the round, and how it ended."""
