"""Curves as points: where they run, how far apart they are, and how hard they are to follow."""
