"""Shapes as pixels: smooth edges, gradients, round bands, lit dough."""
