"""A round while it is played: its session, its record, its ghost, its hints."""
