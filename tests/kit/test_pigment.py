"""Paints mix as pigments do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from games.kit.pigment import BLACKEST, Light, code, light, mixed, stirred

COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
BANDS = st.floats(0.0, 1.0)
LIGHTS = st.tuples(BANDS, BANDS, BANDS)


@given(COLOURS)
def test_a_colour_is_the_same_after_it_was_light(colour: str) -> None:
    assert code(light(colour)) == colour


def test_light_is_linear_as_the_standard_for_screens_says() -> None:
    assert light("#000000") == (0.0, 0.0, 0.0)
    assert light("#FFFFFF") == (1.0, 1.0, 1.0)
    assert light("#0A8000") == (pytest.approx(0.00303527, abs=1e-8), pytest.approx(0.21586050, abs=1e-8), 0.0)
    assert light("#0B0000")[0] == pytest.approx(0.00334654, abs=1e-8)
    assert code((-1.0, 0.5, 2.0)) == "#00BCFF"
    assert code((0.003, 0.0032, 0.0)) == "#0A0B00"


def test_blue_and_yellow_give_green() -> None:
    red, green, blue = light(mixed("#1040C0", "#F0D020", 0.5))
    assert green > 1.2 * max(red, blue)


@given(LIGHTS, LIGHTS, st.floats(0.01, 0.99))
def test_a_mixture_lies_between_its_paints_and_does_not_mind_which_is_called_first(
    one: Light, other: Light, part: float
) -> None:
    found, turned = stirred(one, other, part), stirred(other, one, 1 - part)
    for a, b, band, again in zip(one, other, found, turned, strict=True):
        assert min(a, b) - 1e-9 <= band <= max(a, b, BLACKEST) + 1e-9
        assert band == pytest.approx(again, abs=1e-9)


def test_nothing_of_the_other_leaves_a_paint_as_it_is() -> None:
    one, other = (0.001, 0.5, 1.0), (0.9, 0.1, 0.2)
    assert [stirred(one, other, part) for part in (-0.5, 0.0, 1.0, 1.5)] == [one, one, other, other]


def test_a_mixture_is_darker_than_the_light_of_both_would_be_and_not_as_dark_as_pure_pigment() -> None:
    """Kubelka and Munk for half white (0.8) and half dark (0.05), by hand; then 22 % of the way to the geometric mean."""
    swallowed = (0.2**2 / 1.6 + 0.95**2 / 0.1) / 2
    pure = 1 + swallowed - (swallowed**2 + 2 * swallowed) ** 0.5
    expected = pure + 0.22 * ((0.8 * 0.05) ** 0.5 - pure)
    assert stirred((0.8, 0.8, 0.8), (0.05, 0.05, 0.05), 0.5) == (pytest.approx(expected),) * 3
    swallowed = 0.75 * 0.2**2 / 1.6 + 0.25 * 0.95**2 / 0.1
    pure = 1 + swallowed - (swallowed**2 + 2 * swallowed) ** 0.5
    expected = pure + 0.22 * (0.8**0.75 * 0.05**0.25 - pure)
    assert stirred((0.8, 0.8, 0.8), (0.05, 0.05, 0.05), 0.25)[0] == pytest.approx(expected)
