"""Spectra in plain Python: the low bins of a zero-padded transform, and the power at single frequencies."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from functools import cache


def low_bins(values: Sequence[float], size: int, count: int) -> list[complex]:
    """The first `count` bins of the Fourier transform of `values`, zero-padded to `size` (a power of two).

    Iterative, radix 2. It starts with blocks of one value and zeros, whose transform is constant, and does not compute
    bins that are not wanted; both save most of the work if a short movement is padded sixteenfold.
    Raises ValueError for a size that is not a power of two or less than the number of values.
    """
    if size < max(1, len(values)) or size & (size - 1):
        raise ValueError(f"a transform of size {size} is impossible: a power of two of at least {len(values)} is")
    count = min(count, size)
    starts = 1
    while starts < len(values):
        starts *= 2
    bits = starts.bit_length() - 1
    length = size // starts  # length of the blocks with one value each
    blocks: list[list[complex]] = []
    for i in range(starts):
        place = _reversed(i, bits)
        value = complex(values[place]) if place < len(values) else 0j
        blocks.append([value] * min(length, count))
    while length < size:
        length *= 2
        half, turns = length // 2, _roots(length)
        wanted = min(length, count)
        merged = []
        for even, odd in zip(blocks[::2], blocks[1::2], strict=True):
            twisted = [w * b for w, b in zip(turns, odd, strict=False)]
            block = [a + b for a, b in zip(even, twisted, strict=True)]
            if wanted > half:
                block += [a - b for a, b in zip(even[: wanted - half], twisted, strict=False)]
            merged.append(block)
        blocks = merged
    return blocks[0]


def power_at(values: Sequence[float], cycles: float) -> float:
    """Squared magnitude of the Fourier transform at `cycles` cycles over the values (Goertzel 1958)."""
    turn = 2 * math.cos(2 * math.pi * cycles / len(values))
    before = last = 0.0
    for value in values:
        last, before = value + turn * last - before, last
    return last * last + before * before - turn * last * before


@cache
def _roots(length: int) -> tuple[complex, ...]:
    return tuple(cmath.rect(1.0, -2 * math.pi * k / length) for k in range(length // 2))


def _reversed(number: int, bits: int) -> int:
    """The number with its `bits` binary digits in reverse order."""
    out = 0
    for _ in range(bits):
        out = out << 1 | number & 1
        number >>= 1
    return out
