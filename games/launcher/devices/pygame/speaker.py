"""Plays sounds; without a sound card there is silence, and no error."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pygame

from games.launcher.shell.sound import Sound
from games.launcher.shell.sound.around import Around

LATENCY_SAMPLES = 512
CHANNELS = 16
TONE = 0  # the channel of the room's tone, which no sound takes
FADES = 900  # ms
AGAIN = 0.03  # s; the same sound is not repeated sooner


class Voice(Protocol):
    """Something that can play sounds."""

    loudness: float  # 0 to 1, of everything

    def play(self, sounds: Iterable[Sound]) -> None:
        """Begin these sounds; returns at once."""

    def around(self, wanted: Around) -> None:
        """Let this be heard from now on; returns at once."""

    def close(self) -> None:
        """Stop all sounds."""


class NullSpeaker:
    """Silence."""

    loudness = 0.0

    def play(self, sounds: Iterable[Sound]) -> None:
        """Play nothing."""

    def around(self, wanted: Around) -> None:
        """Play nothing."""

    def close(self) -> None:
        """Nothing to do."""


class Speaker:
    """Plays assets/sounds/<name>.ogg, or <name>_<step>.ogg if a pitch is given; a missing file is silent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.loudness = 1.0
        self._begun: dict[str, float] = {}  # when each sound last began
        self._loaded: dict[str, pygame.mixer.Sound | None] = {}
        self._room = ""
        self._plays = False  # music

    def play(self, sounds: Iterable[Sound]) -> None:
        """Begin these sounds; returns at once. Silent if the sound card has gone."""
        for sound in sounds if self.loudness > 0 else ():
            now = time.perf_counter()
            if now - self._begun.get(sound.name, -1.0) < AGAIN:
                continue
            self._begun[sound.name] = now
            try:
                found = self._sound(f"{sound.name}_{sound.pitch}") if sound.pitch else None
                found = found or self._sound(sound.name)
                channel = found.play() if found is not None else None
                if channel is not None:
                    pan = max(-1.0, min(1.0, sound.pan)) * 0.6
                    loud = sound.loudness * self.loudness
                    channel.set_volume(loud * min(1.0, 1 - pan), loud * min(1.0, 1 + pan))
            except pygame.error as error:
                logging.getLogger(__name__).warning("no sound: %s", error)
                return

    def around(self, wanted: Around) -> None:
        """Let this be heard from now on; a room fades in and out, and music goes on where it is, softer or louder."""
        try:
            self._enter(wanted.room)
            if self._room:
                pygame.mixer.Channel(TONE).set_volume(wanted.tone)
            if (wanted.music > 0.0) != self._plays:
                self._plays = not self._plays
                if self._plays:
                    pygame.mixer.music.load(str(self._folder / "music.ogg"))
                    pygame.mixer.music.play(-1, fade_ms=FADES)
                else:
                    pygame.mixer.music.fadeout(FADES)
            if self._plays:
                pygame.mixer.music.set_volume(wanted.music)
        except (pygame.error, OSError) as error:
            logging.getLogger(__name__).warning("no sound around: %s", error)

    def _enter(self, room: str) -> None:
        """Let the tone of this room be heard instead of the one before."""
        if room == self._room:
            return
        self._room = room
        tone = self._sound(f"room_{room}") if room else None
        if tone is None:
            pygame.mixer.Channel(TONE).fadeout(FADES)
        else:
            pygame.mixer.Channel(TONE).play(tone, loops=-1, fade_ms=FADES)

    def close(self) -> None:
        """Stop all sounds. The mixer is not shut down, because that call can hang if the sound card has gone."""
        self._loaded.clear()

    def _sound(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._loaded:
            path = self._folder / f"{name}.ogg"
            self._loaded[name] = pygame.mixer.Sound(str(path)) if path.is_file() else None
        return self._loaded[name]


def open_speaker(folder: Path, mute: bool) -> Voice:
    """The speaker; a silent one if muted or without a sound card."""
    if mute:
        return NullSpeaker()
    try:
        pygame.mixer.init(44_100, -16, 2, LATENCY_SAMPLES)
        pygame.mixer.set_num_channels(CHANNELS)
        pygame.mixer.set_reserved(TONE + 1)
    except pygame.error as error:
        logging.getLogger(__name__).info("no sound: %s", error)
        return NullSpeaker()
    return Speaker(folder)
