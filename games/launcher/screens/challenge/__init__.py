"""The pages of challenges: those of the day, and those between friends."""
