"""Canvases without pixels."""
