"""What is to be done in Beans, in a word: see `Game.lesson`."""

from __future__ import annotations

from games.beans.rules import BeansRules


def lesson(rules: BeansRules) -> str:
    """The kind of carry that is asked for."""
    settings = rules.tray.settings
    if settings.spoon:
        return "spoon"
    if settings.jars > 1:
        return "jars"
    return "bowl" if rules.tray.layout.wall_top is None else "wall"
