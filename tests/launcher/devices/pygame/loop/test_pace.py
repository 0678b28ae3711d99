"""How soon the next frame is due: often while a finger is down, seldom while nothing changes."""

from __future__ import annotations

import pytest

from games.launcher.devices.pygame.loop.pace import CALM, CALM_AFTER, QUICK, QUICK_COST, USUAL, Pace


def test_a_moving_picture_has_sixty_frames_a_second_and_a_finger_twice_as_many() -> None:
    pace = Pace()
    pace.drew(0.001, True)
    assert (pace.span(False), pace.span(True)) == (USUAL, QUICK)


def test_a_machine_that_needs_long_for_a_frame_makes_no_more_of_them_for_a_finger() -> None:
    pace = Pace()
    for _ in range(100):
        pace.drew(2 * QUICK_COST, True)
    assert pace.span(True) == USUAL
    for _ in range(100):
        pace.drew(QUICK_COST / 2, True)
    assert pace.span(True) == QUICK


@pytest.mark.parametrize("until", [1, CALM_AFTER - 1])
def test_frames_come_seldom_only_after_half_a_second_without_a_change(until: int) -> None:
    pace = Pace()
    for _ in range(until):
        pace.drew(0.001, False)
    assert pace.span(False) == USUAL
    for _ in range(CALM_AFTER - until):
        pace.drew(0.001, False)
    assert pace.span(False) == CALM


def test_one_change_or_one_finger_brings_frames_back_at_once() -> None:
    pace = Pace()
    for _ in range(10 * CALM_AFTER):
        pace.drew(0.001, False)
    assert pace.span(True) == QUICK
    pace.drew(0.001, True)
    assert pace.span(False) == USUAL
