"""Handplay: games that practise fine hand movement."""

VERSION = "0.1.0"
