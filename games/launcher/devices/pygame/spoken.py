"""The languages that the system is set to, the dearest first."""

from __future__ import annotations

import os

import pygame.system

NAMES = ("LC_ALL", "LC_MESSAGES")  # SDL reads LANG and LANGUAGE; these come before them where they are set


def spoken() -> list[str]:
    """Codes, with a region where the system names one: "pt_BR". Empty if it names none."""
    out = [os.environ[name] for name in NAMES if os.environ.get(name)]
    for one in pygame.system.get_pref_locales():
        language, region = one.get("language"), one.get("country")
        if language:
            out.append(f"{language}_{region}" if region else language)
    return out
