"""Measurements for `run.py bench` that need a window."""
