"""Makes the pictures in assets/images anew: python assets/sources/make_pictures.py [name ...]; needs numpy and Pillow."""
import sys
import time
from pathlib import Path

import pieces
import surfaces
from light import save

IMAGES = Path(__file__).resolve().parents[1] / "images"
MAKERS = {
    "table": surfaces.table,
    "linen": lambda: surfaces.linen(1280, 320),
    "paper": lambda: surfaces.paper(512, 512),
    "beans/bowl": pieces.bowl,
    "beans/bowl2": lambda: pieces.bowl(rim="#0c5a55", turn=0.31),
    "beans/bean_sheet": pieces.bean_sheet,
    "beans/wall": pieces.wall,
    "beans/wall_foot": pieces.wall_foot,
}


def write(name, made, folder=IMAGES):
    """A flat thing becomes one JPEG; sprites become one PNG each, the piece under the bare name."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(made, dict):
        save(folder / f"{name}.jpg", made)
        return
    for part, picture in made.items():
        save(folder / (f"{name}.png" if part == "piece" else f"{name}_{part}.png"), picture)


def main(names):
    """Make the pictures of these names, or all of them."""
    for name in names or MAKERS:
        start = time.perf_counter()
        write(name, MAKERS[name]())
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
