"""Adversaries: tricks that try to earn more points than honest play, in every game and mode."""
