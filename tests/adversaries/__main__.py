"""`python tests/adversaries [WORD ...]`: what every trick gains, with a star where that is unfair. WORDs choose."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from adversaries.attempts import FAIR, attempts  # noqa: E402

SEEDS = (1, 2, 3)


def main(words: list[str]) -> int:
    """Print a line for each trick, and how many gain more than is fair; returns 1 if any does."""
    chosen = [one for one in attempts() if all(word in str(one) for word in words)]
    unfair = 0
    for one in chosen:
        gain = one.gain(SEEDS)
        unfair += gain > FAIR
        print(f"{gain:6.2f} {'*' if gain > FAIR else ' '} {one}", flush=True)
    print(f"{len(chosen)} tricks, {unfair} gain more than {FAIR}")
    return 1 if unfair else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
