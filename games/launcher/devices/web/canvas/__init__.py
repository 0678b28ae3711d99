"""The canvas of a browser: a frame recorded as numbers, which JavaScript draws."""
