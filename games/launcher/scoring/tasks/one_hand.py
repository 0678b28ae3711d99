"""What one hand can do at most: movements that come sooner after each other were made by two, or by two fingers in turn."""

from __future__ import annotations

FASTEST = 6.95  # bit/s from tap to tap (MacKenzie 2015, fingers on a phone)
SHARE = 0.5  # of a fast adult's time; faster movements are those of two hands
FOR_ONE_HAND = "too fast for one hand"


def least_flight(bits: float) -> float:
    """The shortest time in s that one finger takes from where it lifts to a place so many bits away."""
    return SHARE * bits / FASTEST
