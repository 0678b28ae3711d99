"""Makes the pictures in assets/images/people anew: python assets/sources/make_people.py [name ...]."""

import sys
from pathlib import Path

import figures_alive
import figures_made
from paper_shapes import contrast

PEOPLE = Path(__file__).resolve().parents[1] / "images" / "people"
FIGURES = {
    name: drawn
    for module in (figures_made, figures_alive)
    for name, drawn in vars(module).items()
    if getattr(drawn, "__module__", "") == module.__name__ and not name.startswith("_")
}


def main(names):
    """Make the pictures of these names, or all of them, and tell how well each figure parts from its ground."""
    PEOPLE.mkdir(exist_ok=True)
    for name in names or FIGURES:
        disc = FIGURES[name]()
        path = PEOPLE / f"{name}.png"
        disc.finished().save(path, optimize=True)
        print(f"{name}: {contrast(disc.main, disc.ground):.1f} to 1, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
