"""Reference times are what a fast model adult takes at the pace that earns most."""

from __future__ import annotations

import pytest
from references import BITS, found

from games.launcher.scoring.score import reference_time


@pytest.mark.parametrize("kind", ["tap", "drag", "aperture"])
def test_the_times_in_use_are_those_of_the_search_within_a_twentieth(kind: str) -> None:
    a, r = found()[kind]
    for bits in BITS:
        assert reference_time(kind, bits) == pytest.approx(a + bits / r, rel=1 / 20)
