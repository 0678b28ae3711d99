"""The script that writes and compiles the catalogues of translators."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).parents[3] / "assets" / "sources" / "make_words.py"


@cache
def script() -> Any:
    found = importlib.util.spec_from_file_location("make_words", PATH)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
