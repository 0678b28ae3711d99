"""What is heard; silence where there is no sound card, and never an error for it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pygame

from games.launcher.sound import Sound

LATENCY_SAMPLES = 512
CHANNELS = 16


class Voice(Protocol):
    """Something that can be asked to sound."""

    def play(self, sounds: Iterable[Sound]) -> None:
        """Begin these sounds; returns at once."""

    def close(self) -> None:
        """No more sounds."""


class NullSpeaker:
    """Silence."""

    def play(self, sounds: Iterable[Sound]) -> None:
        """Nothing is heard."""

    def close(self) -> None:
        """Nothing to do."""


class Speaker:
    """Plays assets/sounds/<name>.ogg, or <name>_<step>.ogg where a pitch is asked for; a missing one is silent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, pygame.mixer.Sound | None] = {}

    def play(self, sounds: Iterable[Sound]) -> None:
        """Begin these sounds; returns at once. If the sound card has gone, silence."""
        for sound in sounds:
            try:
                found = self._sound(f"{sound.name}_{sound.pitch}") if sound.pitch else None
                found = found or self._sound(sound.name)
                channel = found.play() if found is not None else None
                if channel is not None:
                    pan = max(-1.0, min(1.0, sound.pan)) * 0.6
                    channel.set_volume(sound.loudness * min(1.0, 1 - pan), sound.loudness * min(1.0, 1 + pan))
            except pygame.error as error:
                logging.getLogger(__name__).warning("no sound: %s", error)
                return

    def close(self) -> None:
        """No more sounds. The mixer is not shut down: with a vanished sound card that call can hang."""
        self._loaded.clear()

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._loaded:
            path = self._folder / f"{name}.ogg"
            self._loaded[name] = pygame.mixer.Sound(str(path)) if path.is_file() else None
        return self._loaded[name]


def open_speaker(folder: Path, mute: bool) -> Voice:
    """The speaker, or silence where it is muted or nothing can sound."""
    if mute:
        return NullSpeaker()
    try:
        pygame.mixer.init(44_100, -16, 2, LATENCY_SAMPLES)
        pygame.mixer.set_num_channels(CHANNELS)
    except pygame.error as error:
        logging.getLogger(__name__).info("no sound: %s", error)
        return NullSpeaker()
    return Speaker(folder)
