"""A player's pictures: the files beside their blocks, and copies in the system's folder."""
