"""Makes the pictures in assets/images anew: python assets/sources/make_pictures.py [name ...]; needs numpy and Pillow."""
import sys
import time
from pathlib import Path

import balls
import coins
import grounds
import paints
import pegs
import pieces
import surfaces
from light import save

IMAGES = Path(__file__).resolve().parents[1] / "images"
JAR = (640, 614)  # pixels; jars are shown smaller than bowls
MAKERS = {
    "table": surfaces.table,
    "linen": lambda: surfaces.linen(1280, 320),
    "paper": lambda: surfaces.paper(512, 512),
    "beans/bowl": pieces.bowl,
    "beans/bowl2": lambda: pieces.bowl(rim="#0c5a55", turn=0.31),
    "beans/jar0": lambda: pieces.bowl(JAR, rim="#143322", turn=0.12, colour="#8fb08a"),
    "beans/jar1": lambda: pieces.bowl(JAR, rim="#5a2c06", turn=0.47, colour="#dcab4c"),
    "beans/jar2": lambda: pieces.bowl(JAR, rim="#4a0f0a", turn=0.66, colour="#e0906c"),
    "beans/jar3": lambda: pieces.bowl(JAR, rim="#0f2a5c", turn=0.83, colour="#7ea8cf"),
    "beans/pot": pieces.pot,
    "beans/spoon": pieces.spoon,
    "beans/bean_sheet": pieces.bean_sheet,
    "beans/wall": pieces.wall,
    "beans/wall_foot": pieces.wall_foot,
    "pegs/peg": pegs.pegs,
    "pegs/hole": pegs.holes,
    "pegs/dish": pegs.dish,
    "pegs/walnut": lambda: pegs.plank("walnut", seed=2, luminance=0.10),
    "pegs/oak": lambda: pegs.plank("oak", seed=4, luminance=0.17),
    "pegs/felt": pegs.felt,
    "pegs/knob": pegs.knob,
    "pegs/washer": lambda: pegs.ring(0.34, 0.78, 0.12, steel=False),
    "pegs/collar": lambda: pegs.ring(0.34, 0.60, 0.52, steel=True),
    **{f"pennies/coin{metal}": lambda metal=metal: coins.coin(metal) for metal in range(3)},
    "pennies/coin_shadow": coins.coin_shadow,
    "pennies/tumble": coins.tumble,
    "pennies/heap": coins.heap,
    "pennies/stand": coins.stand,
    "pennies/ledge": coins.ledge,
    "ball/ball": balls.ball,
    "bands/cork": lambda: surfaces.cork(640, 640),
    "dough/marble": lambda: surfaces.marble(1024, 1024),
    "beans/towel": grounds.towel,
    "pegs/linen": lambda: surfaces.linen(640, 640, colour="#93a6b3", fine=True),
    "pennies/plaster": lambda: grounds.plaster(768, 768),
    "ball/sill": lambda: grounds.limestone(768, 768),
    "light/panes": grounds.panes,
    "light/leaves": grounds.leaves,
    "light/soft": grounds.soft,
    **paints.MAKERS,
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
