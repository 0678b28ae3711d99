"""`python tests/adversaries [WORD ...]`: what every trick gains for bests, and by the points shown; a star where a best
would be unfair, a dot where only what is shown would. WORDs choose, "beans test 1" as well as "skipped"."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from adversaries.attempts import FAIR, attempts  # noqa: E402

SEEDS = (1, 2, 3)
logging.disable(logging.WARNING)  # what a trick makes scoring say is not looked at here


def main(words: list[str]) -> int:
    """Print a line for each trick, and how many gain more than is fair; returns 1 if any does."""
    chosen = [one for one in attempts() if all(word in str(one) for word in words)]
    unfair = 0
    for one in chosen:
        best, shown = one.gains(SEEDS)
        unfair += best > FAIR
        mark = "*" if best > FAIR else "." if shown > FAIR else " "
        print(f"{best:6.2f} {shown:6.2f} {mark} {one}", flush=True)
    print(f"{len(chosen)} tricks, {unfair} gain more than {FAIR}")
    return 1 if unfair else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
