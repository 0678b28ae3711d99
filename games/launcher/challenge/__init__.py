"""Challenges that travel: codes, files, verdicts."""
