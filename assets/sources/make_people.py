"""Makes the people's pictures in assets/images/people anew: python assets/sources/make_people.py [name ...]; needs numpy and Pillow."""

import sys
from pathlib import Path

import figures
from paper_shapes import contrast

PEOPLE = Path(__file__).resolve().parents[1] / "images" / "people"
NAMES = [name for name, made in vars(figures).items() if getattr(made, "__module__", "") == "figures" and name.islower() and name[0] != "_"]


def main(names):
    """Make the pictures of these names, or all of them, and tell how well each figure parts from its ground."""
    PEOPLE.mkdir(exist_ok=True)
    for name in names or NAMES:
        disc = getattr(figures, name)()
        path = PEOPLE / f"{name}.png"
        disc.finished().save(path, optimize=True)
        print(f"{name}: {contrast(disc.main, disc.ground):.1f} to 1, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
