"""The canvas: a frame recorded as operations in pixels, of which only the changes are painted."""
