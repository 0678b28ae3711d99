"""What was made, to be looked at."""
