"""What can be asked of `bench`."""

from __future__ import annotations

import argparse
from pathlib import Path

from games.launcher.cli.options import values


def bench_options(bench: argparse.ArgumentParser) -> None:
    """What to measure, and where the figures go. --game, --mode, --level and --size choose as everywhere."""
    bench.add_argument(
        "--only", type=values.bench_parts, metavar="PARTS", help=f"some of {','.join(values.BENCH_PARTS)}"
    )
    bench.add_argument("--frames", type=values.count, metavar="N", help="frames of each level at each size")
    bench.add_argument("--points", action="store_true", help="what model hands earn at every level instead (--game ID)")
    bench.add_argument("--years", type=values.years, metavar="N", help="what years of practice cost instead, 0.1 to 40")
    bench.add_argument("--to", type=Path, metavar="FILE", help="write all figures here, as JSON")
    bench.add_argument(
        "--against", type=Path, metavar="FILE", help="compare with such a file: ratios, and what got worse by a quarter"
    )
    bench.add_argument("--json", action="store_true", help="print the figures as one line of JSON")
