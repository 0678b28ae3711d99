"""Rest: offered after minutes of play, earlier to a hand that slows down, once for a sitting and once for a day."""

from __future__ import annotations

from dataclasses import replace

from games.launcher.progress.fatigue import Movement
from games.launcher.progress.rest import Bout, Offer, Sitting

BEANS = ("beans", "practice", 1)


def bout(seconds: float, at: float, every: float = 2.0, late: float | None = None, strays: int = 0) -> Bout:
    """A round that ended `at` seconds, a repetition `every` so many; in its last half minute `late`."""
    ends, t = [], every
    while t <= seconds:
        ends.append(t)
        t += late if late is not None and t > seconds - 30 else every
    return Bout(BEANS, seconds, tuple(ends), strays, round(at * 1000) + 10**12)


def test_five_minutes_of_play_are_followed_by_an_offer_and_then_it_begins_anew() -> None:
    sitting = Sitting()
    sitting.noted(bout(200, 200))
    assert sitting.offer(0.0) is None
    sitting.noted(bout(110, 320))
    assert sitting.offer(0.0) is Offer.REST
    assert sitting.offer(0.0) is None
    sitting.noted(bout(290, 620))
    assert sitting.offer(0.0) is None


def test_a_hand_that_slows_down_is_offered_a_rest_earlier() -> None:
    sitting = Sitting()
    sitting.noted(bout(90, 90))
    assert sitting.offer(0.0) is None
    sitting.noted(bout(90, 190, late=6.0))
    assert sitting.offer(0.0) is Offer.EARLY
    assert sitting.offer(0.0) is None


def test_an_even_hand_and_short_rounds_are_left_alone() -> None:
    sitting = Sitting()
    for n in range(5):
        sitting.noted(bout(50, 60.0 * n, every=2.0 + n))
        assert sitting.offer(0.0) is None


def test_twice_as_many_contacts_astray_are_a_sign_too() -> None:
    sitting = Sitting()
    sitting.noted(bout(60, 60, strays=3))
    sitting.noted(bout(60, 130, strays=4))
    assert sitting.offer(0.0) is None
    sitting.noted(bout(60, 200, strays=8))
    assert sitting.offer(0.0) is Offer.EARLY


def test_a_quarter_of_an_hour_suggests_stopping_once_and_45_minutes_a_day_once() -> None:
    sitting = Sitting()
    heard = []
    for n in range(1, 13):
        sitting.noted(bout(280, 300.0 * n))
        heard.append(sitting.offer(280 * n / 60))
    assert heard.count(Offer.SITTING) == 1
    assert heard.count(Offer.DAY) == 1
    assert heard.index(Offer.SITTING) == 3
    assert heard.index(Offer.DAY) == 9


def test_after_a_long_pause_it_is_another_sitting() -> None:
    sitting = Sitting()
    sitting.noted(bout(290, 290))
    sitting.noted(bout(60, 290 + 60 + 301))
    assert sitting.offer(0.0) is None
    assert sitting.since_rest == 60


def test_a_slow_round_is_remembered_for_its_contacts_astray_too() -> None:
    sitting = Sitting()
    sitting.noted(bout(90, 90, strays=3))
    sitting.noted(bout(90, 190, late=6.0, strays=3))
    assert sitting.offer(0.0) is Offer.EARLY
    sitting.noted(bout(90, 290, strays=9))
    assert sitting.offer(0.0) is Offer.EARLY


def test_a_slow_round_with_many_contacts_astray_is_what_the_next_one_is_compared_with() -> None:
    sitting = Sitting()
    sitting.noted(bout(90, 90, strays=1))
    sitting.noted(bout(90, 190, late=6.0, strays=20))
    sitting.offer(0.0)
    sitting.noted(bout(90, 290, strays=15))  # less than twice the mean of 1 and 20
    assert sitting.offer(0.0) is None


def test_a_tiring_hand_is_remembered_in_the_other_signs_as_well() -> None:
    sitting = Sitting()
    sitting.noted(
        replace(bout(60, 60, strays=3), movements=(Movement(1.0, 0.9, 2.0),) * 10 + (Movement(1.3, 0.7, 2.0),) * 20)
    )
    assert sitting.offer(0.0) is Offer.EARLY
    sitting.noted(bout(60, 130, strays=6))
    assert sitting.offer(0.0) is Offer.EARLY
