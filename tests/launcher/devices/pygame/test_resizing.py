"""A window that changes its size again and again: open files and memory stay as they are."""

from __future__ import annotations

import gc
import random
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path

import pygame
import pytest
from scripted_window import Known, Script

from games.kit.canvas import Canvas, Weight
from games.kit.fingers import Reading
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.paint_layer import STAMPS, PaintLayer
from games.launcher.devices.pygame.letters.lettering import FONTS, Lettering
from games.launcher.devices.pygame.opening import open_window, set_mode
from games.launcher.devices.pygame.options import WindowOptions
from games.launcher.devices.pygame.pictures.pictures import STEPS, Pictures
from games.launcher.devices.pygame.pictures.sprites import bytes_of
from games.launcher.devices.pygame.window import Window
from games.launcher.shell.assets import assets_folder
from games.launcher.shell.outbox import Close

resource = pytest.importorskip("resource")  # Windows counts open files in another way
WEIGHTS: tuple[Weight, ...] = ("regular", "bold")
FILES = Path("/dev/fd")
SPARE = 6_000_000  # bytes by which memory may grow in hundreds of resizes, for what the allocator keeps in pieces


def open_files() -> int:
    return len(list(FILES.iterdir()))


def memory() -> int:
    """Bytes that this process really holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


@pytest.fixture
def few_files() -> Iterator[None]:
    """Only a few more files can be opened than are open now, and nothing is collected that refers to itself: as in play."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (open_files() + 20, hard))
    gc.disable()
    yield
    gc.enable()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class Resized(Script):
    """An app in a window that has another size in each frame, with all that is kept: words, pictures, shapes, a kept part."""

    def __init__(self, sizes: list[tuple[int, int]]) -> None:
        super().__init__()
        self.sizes, self.open, self.held = sizes, list[int](), list[int]()

    def frame(self, now: float, readings: Sequence[Reading]) -> None:
        if self.begun:
            self.open.append(open_files())
            self.held.append(memory())
            if not self.sizes:
                self.outbox.ask(Close())
            set_mode(self.sizes.pop() if self.sizes else (600, 400), False)

    def draw(self, canvas: Canvas) -> None:
        wide = canvas.size.x
        canvas.rect(Vec(0, 0), canvas.size, "#FFFFFF")
        for number in range(6):
            for weight in WEIGHTS:
                canvas.text("A word", Vec(5, 8 * number), wide * (0.02 + 0.004 * number), "#000000", weight)
        canvas.picture("tiles/beans", canvas.size * 0.5, wide * 0.2)
        canvas.icon("home", canvas.size * 0.3, wide * 0.05, "#203040")
        canvas.circle(canvas.size * 0.7, wide * 0.04, "#804020")
        canvas.kept("part", wide, lambda kept: kept.rect(Vec(9, 9), kept.size * 0.5, "#334455", 3.0))
        canvas.layer("paint").dab(canvas.size * 0.4, wide * 0.03, "#AA0000")


def test_five_hundred_resizes_leave_open_files_and_memory_as_they_are(known: Known, few_files: None) -> None:
    chance = random.Random(1)
    open_window((600, 400), False)
    window = Window(WindowOptions(assets_folder(), known, (600, 400), px_per_mm=4.0))
    app = Resized([(chance.randrange(480, 700), chance.randrange(320, 420)) for _ in range(500)])
    window.drive(app)
    assert len(app.displays) >= 500
    assert max(app.open) - app.open[0] <= 2
    early, late = sorted(app.held[200:250]), sorted(app.held[-50:])
    assert late[25] - early[25] <= SPARE, (early[25], late[25])


def test_an_old_canvas_is_gone_as_soon_as_there_is_another(known: Known, few_files: None) -> None:
    open_window((600, 400), False)
    window = Window(WindowOptions(assets_folder(), known, (600, 400)))
    for width in (700, 800, 900):
        window._canvas.layer("paint").mark()
        window._canvas.text("Words", Vec(1, 1), 7.3, "#000000")
        window._canvas.show()
        old = weakref.ref(window._canvas)
        set_mode((width, 500), False)
        window._lay_out()
        assert old() is None


def test_letters_of_any_number_of_sizes_open_no_file_and_are_let_go(few_files: None) -> None:
    letters, before = Lettering(assets_folder() / "fonts"), open_files()
    fonts = []
    for em in range(8, 400):
        for weight in WEIGHTS:
            letters.size("Words", em, weight, None)
            fonts.append(weakref.ref(letters._font(em, weight)))
    assert open_files() == before
    assert sum(font() is not None for font in fonts) <= FONTS


def test_a_missing_folder_of_fonts_costs_no_files_either(tmp_path: Path, few_files: None) -> None:
    letters, before = Lettering(tmp_path), open_files()
    for em in range(8, 200):
        assert letters.size("Words", em, "bold", None)[0] > 0
    assert open_files() == before


def test_spots_of_paint_of_every_size_take_no_more_than_their_room(known: Known) -> None:
    open_window((600, 400), False)
    layer = PaintLayer(pygame.Rect(0, 0, 300, 200), 1.0)
    made = []
    for radius in range(2, 120):
        made.append(weakref.ref(layer._stamp(radius, (10, 20, 30, 255))))
        layer.smear(Vec(50, 50), Vec(60, 60), radius, 0.5)
    left = [one() for one in made]
    assert sum(bytes_of(one) for one in left if one is not None) <= STAMPS


def test_pictures_of_sizes_that_are_no_longer_wanted_are_let_go(known: Known) -> None:
    open_window((600, 400), False)
    pictures = Pictures(assets_folder() / "images")
    gone = []
    for width in range(40, 60):
        found = pictures.trimmed("tiles/beans", width, STEPS, STEPS, None)
        icon = pictures.icon("home", width, "#000000")
        assert found is not None
        assert icon is not None
        gone += [weakref.ref(found[0]), weakref.ref(icon)]
        del found, icon
        pictures.laid()
    assert sum(one() is not None for one in gone) <= 2
