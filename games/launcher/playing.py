"""`play`: puts the pieces together, opens the window, and sees that nothing is lost when it closes."""

from __future__ import annotations

import argparse
import faulthandler
import logging
import sys
import threading
import traceback
from contextlib import ExitStack
from pathlib import Path
from random import SystemRandom
from typing import IO, TYPE_CHECKING

from games.catalog import named
from games.kit.geometry import Vec
from games.launcher.app import App
from games.launcher.clock import wall_moment
from games.launcher.display import Display
from games.launcher.screens.play import level_of
from games.launcher.screens.screen import Desk, Player, Wish
from games.launcher.tell import Tell

if TYPE_CHECKING:
    from games.launcher.records.store import Store

LOG_BYTES = 500_000
