"""Functions whose module is imported when they are first called: what only a round needs costs the start of the program
nothing. For type checkers a game imports them as usual (see `games/beans/__init__.py`)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

# Any: whatever the function takes and returns; type checkers see the function itself
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """The function or class of this name in a module that is not imported yet."""
    found: list[Callable[..., Any]] = []

    def call(*given: Any, **named: Any) -> Any:
        if not found:
            found.append(getattr(import_module(module), name))
        return found[0](*given, **named)

    return call
