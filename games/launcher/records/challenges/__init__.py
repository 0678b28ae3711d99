"""Challenge files: what is in them, and where they are found."""
