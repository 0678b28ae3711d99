"""The only pygame: window, fingers, canvas, sound."""
