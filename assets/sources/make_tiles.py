"""The tiles of the home screen and the window's icon, composed of the games' own pictures: python make_tiles.py"""

import math
import random
import sys
from pathlib import Path

import paints
import rubbers
from PIL import Image, ImageDraw, ImageFilter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the dough is painted by the game itself
IMAGES = Path(__file__).resolve().parents[1] / "images"
CELLS = (5, 4)
CELL = 1 / 0.68  # width of a cell over the length of the bean in it


def beans(width: int = 720) -> Image.Image:
    """A bowl heaped with beans."""
    back, front, shadow = (Image.open(IMAGES / f"beans/bowl_{part}.png").convert("RGBA") for part in ("back", "front", "shadow"))
    height = round(back.height * width / back.width)
    tile = Image.new("RGBA", (width, height))
    for layer in (shadow, back):
        tile.alpha_composite(layer.resize((width, height), Image.LANCZOS))
    sheet, shade = (Image.open(IMAGES / f"beans/bean_sheet{part}.png").convert("RGBA") for part in ("", "_shadow"))
    mouth, chance = width * 0.65, random.Random(8)
    for storey, (count, radius, light) in enumerate(((15, 0.37, 0.6), (11, 0.31, 0.85), (6, 0.18, 1.0))):
        places = []
        for i in range(count):
            reach, turn = radius * mouth * math.sqrt((i + 0.5) / count), i * 2.39996 + storey
            places.append((reach * math.sin(turn) * 0.88 + mouth * (0.06 - 0.06 * storey), reach * math.cos(turn)))
        for y, x in sorted(places):
            _bean(tile, sheet, shade, (width / 2 + x, height / 2 + y), mouth * 0.27, light, chance)
    tile.alpha_composite(front.resize((width, height), Image.LANCZOS))
    return tile


def _bean(tile, sheet, shade, middle, length, light, chance) -> None:
    column, row = chance.randrange(CELLS[0]), chance.randrange(CELLS[1])
    size = round(length * CELL)
    for picture, bright in ((shade, 1.0), (sheet, light)):
        wide, high = picture.width // CELLS[0], picture.height // CELLS[1]
        one = picture.crop((column * wide, row * high, (column + 1) * wide, (row + 1) * high))
        one = one.resize((size, size), Image.LANCZOS)
        if bright < 1:
            r, g, b, a = one.split()
            one = Image.merge("RGBA", [*(c.point(lambda v: int(v * bright)) for c in (r, g, b)), a])
        tile.alpha_composite(one, (round(middle[0] - size / 2), round(middle[1] - size / 2)))


def pegs(width: int = 720) -> Image.Image:
    """A walnut board with nine holes, seven pegs in them and one that leans out."""
    height = round(width * 0.96)
    tile = Image.new("RGBA", (width, height))
    side, thick, corner = round(width * 0.66), round(width * 0.045), round(width * 0.045)
    at = ((width - side) // 2, (height - side) // 2 + round(width * 0.02))
    dark = Image.new("L", (width, height))
    ImageDraw.Draw(dark).rounded_rectangle((at[0] + 12, at[1] + 16, at[0] + side + 22, at[1] + side + thick + 24), corner, fill=165)
    tile.paste(Image.new("RGBA", tile.size, "#140a04"), mask=dark.filter(ImageFilter.GaussianBlur(width * 0.022)))
    grain = Image.open(IMAGES / "pegs/walnut.jpg").convert("RGB").resize((round(side * 1.3),) * 2, Image.LANCZOS)
    form = Image.new("L", (side * 2, side * 2))
    ImageDraw.Draw(form).rounded_rectangle((0, 0, side * 2 - 1, side * 2 - 1), corner * 2, fill=255)
    form = form.resize((side, side), Image.LANCZOS)
    near = grain.crop((20, side // 4, 20 + side, side // 4 + side)).point(lambda v: int(v * 0.42))
    for drop in range(thick, 0, -1):
        tile.paste(near, (at[0], at[1] + drop), form)
    tile.paste(grain.crop((0, 0, side, side)), at, form)
    shine = Image.new("RGBA", tile.size)
    ImageDraw.Draw(shine).rounded_rectangle((at[0] + 2, at[1] + 2, at[0] + side - 3, at[1] + side - 3), corner - 2, outline="#ffe7c66e", width=3)
    tile.alpha_composite(shine)
    across, peg = side * 0.30, side * 0.215
    for row in range(3):
        for column in range(3):
            place = (at[0] + side / 2 + (column - 1) * across, at[1] + side / 2 + (row - 1) * across)
            _part(tile, "pegs/hole", (0, 0, 4, 3), place, peg * PEG)
    colours = {(0, 0): 0, (0, 1): 3, (0, 2): 1, (1, 0): 2, (1, 2): 0, (2, 0): 1, (2, 1): 2}
    for (row, column), colour in sorted(colours.items()):
        place = (at[0] + side / 2 + (column - 1) * across, at[1] + side / 2 + (row - 1) * across)
        _peg(tile, colour, place, peg, 0.10, 0.0, (0.0, 0.0))
    _peg(tile, 3, (at[0] + side * 0.66, at[1] + side * 0.66), peg, 1.45, 0.30, (0.24, -0.06))
    return tile


PEG = 1.7  # a peg's picture is this much wider than the peg


def _peg(tile, colour, place, thick, shaft, raised, lean) -> None:
    """A stack of slices and a head, as the game draws it."""
    _part(tile, "pegs/peg_shadow", (0, 0, 1, 1), (place[0] + raised * thick * 0.5, place[1] + raised * thick * 0.6), thick * PEG)
    count = max(1, round(shaft / 0.03))
    for index in range(count + 1):
        up = shaft * index / count
        middle = (place[0] + lean[0] * up * thick, place[1] + lean[1] * up * thick - (raised + up) * thick * 0.469)
        name = "pegs/peg_round" if index == count else "pegs/peg_round_slice"
        _part(tile, name, (colour, 0, 4, 1), middle, thick * PEG)


def _part(tile, name, cell, middle, width) -> None:
    picture = Image.open(IMAGES / f"{name}.png").convert("RGBA")
    column, row, columns, rows = cell
    wide, high = picture.width // columns, picture.height // rows
    one = picture.crop((column * wide, row * high, (column + 1) * wide, (row + 1) * high))
    one = one.resize((round(width), round(width * high / wide)), Image.LANCZOS)
    tile.alpha_composite(one, (round(middle[0] - one.width / 2), round(middle[1] - one.height / 2)))


def pennies(width: int = 720) -> Image.Image:
    """A tower of coins beside the heap they came from."""
    tile = Image.new("RGBA", (width, round(width * 0.96)))
    sheets = [Image.open(IMAGES / f"pennies/coin{metal}.png").convert("RGBA") for metal in range(3)]
    coins = [sheet.crop((0, sheet.height // 5 * 2, sheet.width, sheet.height // 5 * 3)) for sheet in sheets]
    heap = Image.open(IMAGES / "pennies/heap.png").convert("RGBA")
    shadow = Image.open(IMAGES / "pennies/coin_shadow.png").convert("RGBA")
    foot, chance = width * 0.70, random.Random(4)

    def put(picture: Image.Image, x: float, y: float, wide: float) -> None:
        one = picture.resize((round(wide), round(picture.height * wide / picture.width)), Image.LANCZOS)
        tile.alpha_composite(one, (max(0, round(x - one.width / 2)), max(0, round(y - one.height / 2))))

    big = width * 0.42
    put(heap, width * 0.69, foot - big * 0.30, width * 0.60)
    put(shadow, width * 0.34, foot + big * 0.02, big * 1.6)
    put(shadow, width * 0.78, foot + big * 0.16, big * 1.1)
    put(coins[0], width * 0.78, foot + big * 0.14, big * 0.75 * 1.08)
    x = width * 0.34
    for storey in range(9):
        put(coins[(0, 2, 1, 0, 0, 1, 2, 0, 0)[storey]], x, foot - storey * big * 0.138, big * 1.08)
        x = width * 0.34 + chance.uniform(-0.05, 0.05) * big
    return tile


def ball() -> Image.Image:
    """A squeezed ball and its shadow."""
    shadow, piece = (Image.open(IMAGES / f"ball/ball{part}.png").convert("RGBA") for part in ("_shadow", ""))
    tile = Image.new("RGBA", piece.size)
    tile.alpha_composite(shadow)
    tile.alpha_composite(piece)
    return tile


def dough(width: int = 720) -> Image.Image:
    """The lump of the game itself, a heart with the prints of two fingers, as the game paints it."""
    import pygame

    from games.dough import softness
    from games.dough.lump import Lump
    from games.dough.shapes import form
    from games.kit.geometry import Vec
    from games.launcher.devices.pygame.shapes.relief import bodies

    pygame.display.init()
    pygame.display.set_mode((1, 1), pygame.HIDDEN)
    size, middle = Vec(68.0, 66.0), Vec(33.0, 32.0)
    lump = Lump(form("heart", math.pi * 25.0**2, middle), size)
    for x, y in ((-12.0, -9.0), (6.0, 5.0)):
        lump.prints.x.append(middle.x + x)
        lump.prints.y.append(middle.y + y)
    rims = [softness.rounded(loop) for loop in lump.loops]
    dents = [(at, 1.4 * radius, 1.5 * depth) for at, radius, depth in softness.prints(lump, 1.0)]
    scale = width / size.x
    sheet = pygame.Surface((width, round(size.y * scale)), pygame.SRCALPHA)
    for sprite, x, y in bodies((rims, []), dents, softness.clay(1.0), (0.0, 0.0), scale):
        sheet.blit(sprite, (x, y), None, pygame.BLEND_PREMULTIPLIED)
    raw = pygame.image.tobytes(sheet, "RGBA")
    premultiplied = Image.frombytes("RGBa", sheet.get_size(), raw)
    return premultiplied.convert("RGBA")


if __name__ == "__main__":
    (IMAGES / "tiles").mkdir(exist_ok=True)
    rubbers.bands().save(IMAGES / "tiles/bands.png", optimize=True)
    dough().save(IMAGES / "tiles/dough.png", optimize=True)
    ball().save(IMAGES / "tiles/ball.png", optimize=True)
    pegs().save(IMAGES / "tiles/pegs.png", optimize=True)
    made = beans()
    made.save(IMAGES / "tiles/beans.png", optimize=True)
    pennies().save(IMAGES / "tiles/pennies.png", optimize=True)
    paints.tile(IMAGES).save(IMAGES / "tiles/paint.png", optimize=True)
    made.crop(made.getbbox()).resize((128, 128), Image.LANCZOS).save(IMAGES / "icon.png", optimize=True)
