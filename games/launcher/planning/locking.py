"""Four digits that protect a plan, and what is erased or taken along, from being changed by mistake.

They keep a plan as a therapist wrote it. They are no secret to anybody who can read the player's files.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

DIGITS = 4
ROUNDS = 50_000  # of the derivation, some hundredths of a second
KEPT = re.compile(r"\A[0-9a-f]{16}:[0-9a-f]{32}\Z")


def locked(digits: str) -> str:
    """What is kept of four digits. Raises ValueError for anything else."""
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"a lock has {DIGITS} digits")
    salt = secrets.token_hex(8)
    return f"{salt}:{_derived(digits, salt)}"


def opens(digits: str, kept: str) -> bool:
    """Whether these digits open what was locked. What is damaged is opened by all, so that nobody is shut out."""
    if not KEPT.match(kept):
        return True
    salt, derived = kept.split(":")
    return hmac.compare_digest(_derived(digits, salt), derived)


def _derived(digits: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", digits.encode(), bytes.fromhex(salt), ROUNDS, 16).hex()
