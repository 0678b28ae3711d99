"""Saving what a player takes away under a free name, in the system's folder for documents."""

from __future__ import annotations
