"""Memory is tidied up while nothing moves, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from games.launcher.devices.pygame.loop.garbage import SELDOM, Garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_nothing_is_tidied_up_while_somebody_plays() -> None:
    given: list[int] = []
    garbage = Garbage(lambda: given.append(1))
    for second in range(1000):
        garbage.look(True, float(second))
        assert not gc.isenabled()
    assert given == []


def test_while_nothing_moves_freed_memory_is_given_back_now_and_then() -> None:
    given: list[int] = []
    garbage = Garbage(lambda: given.append(1))
    for tenth in range(1, 1001):
        garbage.look(False, 100.0 + tenth / 10)
        assert gc.isenabled()
    assert len(given) == round(100 / SELDOM)


def test_after_the_loop_python_tidies_up_again() -> None:
    garbage = Garbage()
    garbage.look(True, 1.0)
    garbage.end()
    assert gc.isenabled()


def test_the_system_is_asked_without_harm() -> None:
    garbage = Garbage()
    garbage.begin()
    garbage.look(False, 1e9)
