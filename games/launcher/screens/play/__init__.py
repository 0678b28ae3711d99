"""The pages of playing: a round, what comes before it and after it."""
