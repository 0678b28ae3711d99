"""How loud the sounds are, as a tablet's speaker gives them: what the hand does is heard beside what it achieves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pygame
import pytest

from games.catalog import GAMES
from games.kit.game import AnyGame
from games.launcher.shell.sound import TAKES

ASSETS = Path(__file__).parents[1] / "assets"
sys.path.insert(0, str(ASSETS / "sources"))
from loudness import APART, HANDLING, LANDING, family, loudness  # noqa: E402

RATE = 44_100
FILES = sorted((ASSETS / "sounds").glob("*.ogg"))
HIGHEST = 10 ** (-3.0 / 20)  # of full scale: -3 dBFS
UNDER_ALL = 20.0  # dB, by which the tone of a room is softer than a landing
ALIKE = 1.0  # dB between the takes of one sound


@pytest.fixture(scope="module", autouse=True)
def mixer() -> Iterator[None]:
    pygame.mixer.init(RATE, -16, 2, 512)
    yield
    pygame.mixer.quit()


@cache
def samples(path: Path) -> np.ndarray:
    """Both channels of a file as the program's own decoder gives them, -1 to 1."""
    return (pygame.sndarray.array(pygame.mixer.Sound(str(path))) / 32768.0).astype("f4")


@cache
def loud(name: str) -> list[float]:
    """LUFS of all takes or steps of a sound."""
    return [loudness(samples(path).mean(axis=1), RATE) for path in FILES if family(path.stem) == name]


@pytest.mark.parametrize("name", HANDLING)
def test_what_the_hand_does_is_heard_beside_where_it_leads(name: str) -> None:
    beside = float(np.mean(loud(HANDLING[name])))
    assert all(beside - APART <= one <= beside for one in loud(name)), (name, loud(name), beside)


def test_all_games_land_equally_loud_at_every_step() -> None:
    landing = [one for name in LANDING for one in loud(name)]
    assert max(landing) - min(landing) <= ALIKE


@pytest.mark.parametrize("name", TAKES)
def test_the_takes_of_a_sound_are_there_equally_loud_and_not_the_same(name: str) -> None:
    files = [ASSETS / "sounds" / f"{name}{f'_{take}' if take else ''}.ogg" for take in range(TAKES[name])]
    assert len(loud(name)) == len(files) >= 3
    assert max(loud(name)) - min(loud(name)) <= ALIKE
    shortest = min(len(samples(file)) for file in files)
    firsts = [samples(file)[:shortest, 0] for file in files]
    for index, one in enumerate(firsts):
        for other in firsts[:index]:
            assert abs(np.corrcoef(one, other)[0, 1]) < 0.95, "a machine would sound like this"


def test_no_sound_comes_near_to_the_loudest_that_there_is() -> None:
    for path in FILES:
        whole = pygame.sndarray.samples(pygame.mixer.Sound(str(path)))
        assert max(int(whole.max()), -int(whole.min())) <= HIGHEST * 32768, path.name


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_a_room_is_heard_only_when_all_else_is_quiet_and_has_no_seam(game: AnyGame) -> None:
    tone = samples(ASSETS / "sounds" / f"room_{game.id}.ogg")[:, 0]
    landing = [one for name in LANDING for one in loud(name)]
    assert loudness(tone, RATE) <= min(landing) - UNDER_ALL
    assert no_seam(tone)


def test_the_music_leaves_room_for_all_that_is_done_and_has_no_seam() -> None:
    piece = samples(ASSETS / "sounds" / "music.ogg")
    assert len(piece) / RATE >= 90
    assert loudness(piece.mean(axis=1), RATE) <= float(np.mean(loud("land"))) - APART
    assert all(no_seam(piece[:, channel]) for channel in (0, 1))


def no_seam(sound: np.ndarray) -> bool:
    """Whether it steps no farther where it begins again than elsewhere, and is there as loud as in some other second."""
    steps = np.abs(np.diff(sound))
    seconds = np.sqrt(np.mean(sound[: len(sound) // RATE * RATE].reshape(-1, RATE) ** 2, axis=1))
    at_seam = np.sqrt(np.mean(np.concatenate([sound[-RATE // 2 :], sound[: RATE // 2]]) ** 2))
    return bool(abs(sound[0] - sound[-1]) <= steps.max() and 0.8 * seconds.min() <= at_seam <= 1.25 * seconds.max())
