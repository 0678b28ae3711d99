"""Pictures: loaded, scaled, shaded, kept, and refused where they are too large."""

from __future__ import annotations

import logging
import math
import struct
import zlib
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from games.launcher.devices.pygame.pictures import pictures as module
from games.launcher.devices.pygame.pictures.pictures import STEPS, Pictures, refuse_too_large
from games.launcher.devices.pygame.pictures.sprites import Sprites


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    (tmp_path / "beans").mkdir()
    sheet = Surface((200, 100), pygame.SRCALPHA)
    for column, colour in enumerate(((250, 0, 0), (0, 250, 0), (0, 0, 250), (250, 250, 0))):
        sheet.fill(colour, (50 * column + 10, 20, 30, 60))
    pygame.image.save(sheet, tmp_path / "beans" / "sheet.png")
    wood = Surface((400, 300))
    wood.fill((200, 150, 100))
    pygame.image.save(wood, tmp_path / "wood.jpg")
    (tmp_path / "icon.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#00f"/></svg>'
    )
    return tmp_path


def png_that_claims(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def test_an_opaque_picture_has_no_alpha_and_keeps_its_proportions(folder: Path) -> None:
    found = Pictures(folder).trimmed("wood", 100, STEPS, STEPS, None)
    assert found is not None
    surface, left, top = found
    assert surface.get_size() == (100, 75)
    assert (left, top) == (-50, -37.5)
    assert not surface.get_flags() & pygame.SRCALPHA
    assert all(abs(a - b) <= 3 for a, b in zip(surface.get_at((50, 30))[:3], (200, 150, 100), strict=True))


def test_one_cell_of_a_sheet_is_shown_without_its_empty_rim(folder: Path) -> None:
    found = Pictures(folder).trimmed("beans/sheet", 50, STEPS, STEPS, (2, 0, 4, 1))
    assert found is not None
    surface, left, top = found
    assert surface.get_size() == (30, 60)
    assert (left, top) == (-15, -30)
    assert surface.get_at((15, 30)) == (0, 0, 250, 255)


def test_opacity_fades_colour_and_alpha_alike_and_shade_darkens(folder: Path) -> None:
    pictures = Pictures(folder)
    faded = pictures.trimmed("beans/sheet", 50, STEPS // 2, STEPS, (0, 0, 4, 1))
    dark = pictures.trimmed("beans/sheet", 50, STEPS, STEPS // 2, (0, 0, 4, 1))
    assert faded is not None
    assert dark is not None
    red, _, _, alpha = faded[0].get_at((15, 30))
    assert abs(alpha - 127) <= 1
    assert abs(red - 125) <= 2
    red, _, _, alpha = dark[0].get_at((15, 30))
    assert alpha == 255
    assert abs(red - 125) <= 2


def test_a_picture_is_decoded_and_scaled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[object] = []
    load = pygame.image.load
    monkeypatch.setattr(module.pygame.image, "load", lambda path: (loads.append(path), load(path))[1])
    pictures = Pictures(folder)
    first = pictures.trimmed("wood", 100, STEPS, STEPS, None)
    assert pictures.trimmed("wood", 100, STEPS, STEPS, None) is first
    pictures.trimmed("wood", 50, STEPS, STEPS, None)
    assert len(loads) == 1


def test_a_picture_as_it_came_is_let_go_of_when_it_is_long_not_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, loaded = Pictures(folder), list[str]()
    load = pygame.image.load
    monkeypatch.setattr(pygame.image, "load", lambda path: (loaded.append(str(path)), load(path))[1])
    pictures.rest(100.0)
    shown = pictures.trimmed("wood", 100, STEPS, STEPS, None)
    pictures.trimmed("wood", 90, STEPS, STEPS, None)
    pictures.rest(100.0 + module.REST / 2)  # too soon
    pictures.rest(100.0 + module.REST)
    pictures.trimmed("wood", 80, STEPS, STEPS, None)  # it was asked for: it stays
    pictures.rest(100.0 + 2 * module.REST)
    pictures.trimmed("wood", 70, STEPS, STEPS, None)
    assert len(loaded) == 1
    pictures.rest(100.0 + 3 * module.REST)
    pictures.rest(100.0 + 4 * module.REST)
    assert pictures.trimmed("wood", 100, STEPS, STEPS, None) is shown
    assert len(loaded) == 1, "what is shown is still there in its size"
    pictures.trimmed("wood", 60, STEPS, STEPS, None)
    assert len(loaded) == 2


def test_a_missing_picture_is_nothing_and_said_once(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    pictures = Pictures(folder)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert pictures.trimmed("beans/none", 50, STEPS, STEPS, None) is None
            assert pictures.whole("beans/none", 50) is None
    assert len(caplog.records) == 1


def test_a_broken_picture_is_nothing_and_said_once(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "broken.png").write_bytes(png_that_claims(10, 10))
    pictures = Pictures(folder)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert pictures.trimmed("broken", 50, STEPS, STEPS, None) is None
    assert len(caplog.records) == 1


def test_a_picture_that_claims_too_many_pixels_never_reaches_the_decoder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "huge.png").write_bytes(png_that_claims(50_000, 50_000))
    reached: list[object] = []
    monkeypatch.setattr(module.pygame.image, "load", reached.append)
    assert Pictures(folder).trimmed("huge", 50, STEPS, STEPS, None) is None
    assert not reached


def test_a_picture_of_sixteen_megapixels_is_let_in_and_one_row_more_is_not(folder: Path) -> None:
    path = folder / "large.png"
    path.write_bytes(png_that_claims(4000, 4000))
    refuse_too_large(path)
    path.write_bytes(png_that_claims(4000, 4001))
    with pytest.raises(ValueError, match="4001"):
        refuse_too_large(path)


def test_a_file_that_is_too_heavy_is_refused(folder: Path) -> None:
    path = folder / "heavy.jpg"
    with path.open("wb") as file:
        file.truncate(module.HEAVIEST + 1)
    with pytest.raises(ValueError, match="bytes"):
        refuse_too_large(path)


def test_an_svg_is_as_wide_as_asked_and_blue_stays_blue(folder: Path) -> None:
    found = Pictures(folder).trimmed("icon", 60, STEPS, STEPS, None)
    assert found is not None
    assert found[0].get_size() == (60, 30)
    assert found[0].get_at((30, 15)) == (0, 0, 255, 255)


def test_no_such_cell_is_an_error_that_says_which(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"\(4, 0, 4, 1\)"):
        Pictures(folder).trimmed("beans/sheet", 50, STEPS, STEPS, (4, 0, 4, 1))


def test_sprites_take_no_more_room_than_given_and_keep_what_is_used() -> None:
    sprites: Sprites[str] = Sprites(1000)
    for number in range(100):
        sprites.put(number, str(number), 100)
        sprites.put("often", "often", 0) if number == 0 else None
        assert sprites.get("often") == "often"
        kept = sum(sprites._young.get(n, ("", 0))[1] + sprites._old.get(n, ("", 0))[1] for n in range(100))
        assert kept <= 1000
    assert sprites.get(0) is None
    assert sprites.get(99) == "99"


def test_a_turned_picture_stays_about_its_middle_and_a_squashed_one_keeps_its_area(folder: Path) -> None:
    pictures, cell = Pictures(folder), (2, 0, 4, 1)
    flat = pictures.trimmed("beans/sheet", 50, STEPS, STEPS, cell)
    turned = pictures.posed("beans/sheet", 50, STEPS, cell, (math.pi / 2, 1.0))
    squashed = pictures.posed("beans/sheet", 50, STEPS, cell, (0.0, 0.75))
    assert flat is not None
    assert turned is not None
    assert squashed is not None
    (wide, high), (across, down) = flat[0].get_size(), turned[0].get_size()
    assert abs(across - high) <= 2
    assert abs(down - wide) <= 2
    assert abs(turned[1] + across / 2) <= 1
    assert abs(turned[2] + down / 2) <= 1
    area = squashed[0].get_width() * squashed[0].get_height()
    assert abs(area - wide * high) <= 0.06 * wide * high
    assert squashed[0].get_height() < high
    assert pictures.posed("beans/sheet", 50, STEPS, cell, (0.0, 1.0)) is flat
