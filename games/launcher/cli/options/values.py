"""Parsers of option values; each refusal says which value is refused and what is allowed."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

BENCH_PARTS = ("frames", "touch", "rules", "idle", "start", "years")


def _pair(words: str, what: str, least: float, most: float) -> tuple[float, float]:
    parts = words.lower().split("x")
    try:
        width, height = (float(part) for part in parts)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{what} {words!r} is not WIDTHxHEIGHT, such as 1280x800") from None
    if not (least <= width <= most and least <= height <= most):
        raise argparse.ArgumentTypeError(f"{what} {words!r} is out of range: each side {least:g} to {most:g}")
    return width, height


def window_size(words: str) -> tuple[int, int]:
    """A window in pixels. ArgumentTypeError with one sentence for anything else."""
    width, height = _pair(words, "window size", 1, 8192)
    return int(width), int(height)


def table(words: str) -> tuple[float, float]:
    """A table in mm. ArgumentTypeError with one sentence for anything else."""
    return _pair(words, "table", 60, 2000)


def _number(words: str, what: str, least: float, most: float) -> float:
    try:
        value = float(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{what} {words!r} is not a number") from None
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{what} {words} is out of range: {least:g} to {most:g}")
    return value


def px_per_mm(words: str) -> float:
    """A scale of a screen. ArgumentTypeError with one sentence for anything else."""
    return _number(words, "pixels per mm", 2, 25)


def fps(words: str) -> float:
    """Frames a second. ArgumentTypeError with one sentence for anything else."""
    return _number(words, "frames a second", 10, 1000)


def _whole(words: str, what: str, least: int, most: int) -> int:
    try:
        value = int(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{what} {words!r} is not a whole number") from None
    if not least <= value <= most:
        raise argparse.ArgumentTypeError(f"{what} {words} is out of range: {least} to {most}")
    return value


def seed(words: str) -> int:
    """A seed of random numbers. ArgumentTypeError with one sentence for anything else."""
    return _whole(words, "seed", 0, 2**63 - 1)


def port(words: str) -> int:
    """A port to serve at; 0: any that is free. ArgumentTypeError with one sentence for anything else."""
    return _whole(words, "port", 0, 65_535)


def weeks(words: str) -> int:
    """A number of weeks. ArgumentTypeError with one sentence for anything else."""
    return _whole(words, "weeks", 1, 2000)


def years(words: str) -> float:
    """A number of years. ArgumentTypeError with one sentence for anything else."""
    return _number(words, "years", 0.1, 40)


def count(words: str) -> int:
    """A number of repetitions. ArgumentTypeError with one sentence for anything else."""
    return _whole(words, "reps", 1, 5000)


def bench_parts(words: str) -> tuple[str, ...]:
    """Some parts of `bench`, with commas between. ArgumentTypeError with one sentence for anything else."""
    parts = tuple(words.split(","))
    for part in parts:
        if part not in BENCH_PARTS:
            raise argparse.ArgumentTypeError(f"bench has no part {part!r}: there are {', '.join(BENCH_PARTS)}")
    return parts


def name(words: str) -> str:
    """A player's name. With the C locale, Python passes undecoded bytes: they are nearly always UTF-8."""
    try:
        return os.fsencode(words).decode("utf-8")
    except UnicodeError:
        return words


def language(words: str) -> str:
    """An available language. ArgumentTypeError with one sentence for anything else."""
    from games.launcher.shell.assets import words_folder
    from games.launcher.words.languages import checked_language

    try:
        return checked_language(words, words_folder())
    except ValueError as refused:
        raise argparse.ArgumentTypeError(str(refused)) from None


def path(words: str) -> Path:
    """A file or folder. ArgumentTypeError for no words at all, which would mean the folder that one happens to be in."""
    if not words.strip():
        raise argparse.ArgumentTypeError(f"path {words!r} names no file and no folder")
    return Path(words)
