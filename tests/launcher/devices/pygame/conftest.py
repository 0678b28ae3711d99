"""What the tests of this device share."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from scripted_window import Known


@pytest.fixture
def known() -> Iterator[Known]:
    yield Known()
    pygame.display.quit()
