"""Handplay: games that practise fine hand movement."""

from pathlib import Path

VERSION = "0.1.0"
FOLDER = (
    Path(__file__).resolve().parent
)  # of the code: this one; files beside it are found from here, wherever code moves
