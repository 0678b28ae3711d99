"""One bound for all caches of a screen, and what is made ready before it is shown."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pygame
import pytest
from pygame import Surface

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.devices.pygame.canvas.surface_canvas import SurfaceCanvas
from games.launcher.devices.pygame.loop.allocator import give_back_memory
from games.launcher.devices.pygame.pictures.pictures import Pictures
from games.launcher.devices.pygame.pictures.sprites import LEAST_ROOM, Memory, Sprites, room_for

GB = 1_000_000_000


def test_caches_that_share_a_bound_take_no_more_than_it_together_and_keep_what_is_used() -> None:
    memory = Memory(1000)
    caches: list[Sprites[str]] = [Sprites(memory) for _ in range(3)]
    caches[0].put("often", "often", 10)
    for number in range(200):
        caches[number % 3].put(number, str(number), 50)
        assert caches[0].get("often") == "often"
        kept = sum(taken for cache in caches for young in (cache._young, cache._old) for _, taken in young.values())
        assert kept <= 1000
    assert all(cache.get(0) is None for cache in caches)
    assert caches[199 % 3].get(199) == "199"


def test_a_cache_that_has_gone_takes_part_of_no_bound() -> None:
    memory = Memory(1000)
    lasting: Sprites[str] = Sprites(memory)
    for number in range(50):
        Sprites[str](memory).put(number, "", 100)
        lasting.put(number, "", 10)
    assert memory.taken <= 500 + 100


def test_the_room_grows_with_the_screen_and_stays_small_on_a_small_machine() -> None:
    small, large = 1280 * 800, 2736 * 1824
    assert room_for(small, None) < room_for(large, None)
    assert room_for(small, 16 * GB) == room_for(small, None)
    assert room_for(large, 2 * GB) < 90_000_000
    assert room_for(large, GB // 4) == LEAST_ROOM


def test_what_was_prepared_is_neither_seen_nor_made_again() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    surface, pictures = Surface((200, 160)).convert(), Pictures(Path())
    canvas = SurfaceCanvas(surface, 4.0, pictures)

    def draw(on: Canvas) -> None:
        on.circle(Vec(20, 20), 9.3, "#FF0000")
        on.kept("part", 1, lambda kept: kept.rect(Vec(1, 1), Vec(20, 9), "#00FF00", radius=3))
        on.layer("paint").dab(Vec(5, 5), 3, "#0000FF")

    canvas.begin()
    canvas.prepare(draw)
    canvas.show()
    assert surface.get_bounding_rect() == surface.get_rect()
    assert all(surface.get_at((x, y))[:3] == (0, 0, 0) for x in range(0, 200, 7) for y in range(0, 160, 7))
    pictures.memory.made.clear()
    canvas.begin()
    canvas.circle(Vec(30, 20), 9.3, "#FF0000")
    canvas.show()
    assert not pictures.memory.made
    assert surface.get_at((120, 80))[:3] == (255, 0, 0)


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_a_system_without_that_library_is_left_alone(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []
    library = SimpleNamespace(mallopt=lambda name, value: asked.append((name, value)))
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("ctypes.CDLL", lambda _: library if system == "linux" else pytest.fail("it was looked for"))
    give_back_memory()
    assert len(asked) == (2 if system == "linux" else 0)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda _: SimpleNamespace())
    give_back_memory()  # another C library than that of most Linuxes
