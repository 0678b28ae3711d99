"""A round on the screen, and what leads to it and from it."""
