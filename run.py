#!/usr/bin/env python3
"""Plays Handplay, or tests it, and sets itself up first if needed (see games/__main__.py, games/launcher/cli/setting_up.py)."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from games.__main__ import start

if __name__ == "__main__":
    raise SystemExit(start())
