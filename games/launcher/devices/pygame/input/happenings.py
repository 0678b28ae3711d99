"""What pygame's events mean for a window: that it was lost or found again, has another size, or that somebody touches it."""

from __future__ import annotations

import pygame

FINGER_EVENTS = frozenset({pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP})
MOUSE_EVENTS = frozenset({pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION})
LOST = frozenset(
    {
        pygame.WINDOWFOCUSLOST,
        pygame.WINDOWMINIMIZED,
        pygame.WINDOWHIDDEN,
        pygame.APP_WILLENTERBACKGROUND,
        pygame.WINDOWDISPLAYCHANGED,
    }
)
FOUND = frozenset({pygame.WINDOWFOCUSGAINED, pygame.WINDOWRESTORED, pygame.APP_DIDENTERFOREGROUND})
TIMED = FINGER_EVENTS | MOUSE_EVENTS | {pygame.KEYDOWN, pygame.KEYUP}  # what counts when it happened
RESIZED = frozenset({pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED})
