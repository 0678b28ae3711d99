"""Pictures, sounds, fonts and icons as a browser takes them."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

FONTS = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
HEBREW = ("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf")
QUALITY = 80  # of WebP ...
SOFT, LESS = (
    ("shadow", "wash_", "light"),
    60,
)  # ... and of pictures without sharp edges, by what their names begin or end with
COLOURS = 128  # of the program's icon
ICONS = (192, 512)  # pixels; sizes of the program's icon that systems ask for


def gather(assets: Path, goal: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Copy all assets into a folder; returns the file of each picture and of each sound, by name, within it.

    With pillow installed, a picture becomes a WebP where that is smaller; otherwise it stays as it is.
    """
    for font in (*FONTS, *HEBREW, "OFL.txt"):
        _copy(assets / "fonts" / font, goal / "fonts" / font)
    icons = {
        p.relative_to(assets / "icons").with_suffix("").as_posix(): p for p in sorted((assets / "icons").rglob("*.svg"))
    }
    drawings = {name: path.read_text(encoding="utf-8") for name, path in icons.items()}
    (goal / "icons.json").write_text(json.dumps(drawings, separators=(",", ":")), encoding="utf-8")
    sounds = {p.stem: f"sounds/{p.name}" for p in sorted((assets / "sounds").glob("*.ogg"))}
    for file in sounds.values():
        _copy(assets / file, goal / file)
    pictures = {}
    for path in sorted((assets / "images").rglob("*")):
        if path.suffix in (".png", ".jpg"):
            inside = path.relative_to(assets)
            pictures[inside.relative_to("images").with_suffix("").as_posix()] = (
                _picture(path, goal / inside).relative_to(goal).as_posix()
            )
    return pictures, sounds


def app_icons(icon: Path, goal: Path) -> list[str]:
    """The program's icon in the sizes that systems ask for; without pillow, all of them as it is. Returns the files."""
    out = []
    for side in ICONS:
        file = goal / f"icon-{side}.png"
        try:
            from PIL import Image

            with Image.open(icon) as image:
                small = image.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
                small.quantize(COLOURS, Image.Quantize.MEDIANCUT).save(file, optimize=True)
        except ImportError:
            shutil.copyfile(icon, file)
        out.append(file.name)
    return out


def _picture(path: Path, goal: Path) -> Path:
    goal.parent.mkdir(parents=True, exist_ok=True)
    try:
        from PIL import Image
    except ImportError:
        return _copy(path, goal)
    with Image.open(path) as image, BytesIO() as out:
        soft = path.stem.startswith(SOFT) or path.stem.endswith(SOFT) or path.parent.name in SOFT
        quality = LESS if soft else QUALITY
        image.save(out, "WEBP", quality=quality, alpha_quality=quality if soft else 100, method=4)
        if out.tell() >= path.stat().st_size:
            return _copy(path, goal)
        goal = goal.with_suffix(".webp")
        goal.write_bytes(out.getvalue())
    return goal


def _copy(path: Path, goal: Path) -> Path:
    goal.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, goal)
    return goal
