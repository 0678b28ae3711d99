"""Regional conventions from the system's settings: language, paper size and decimal separator.

The POSIX locale settings are only read, not activated, because the named locale need not be installed.
"""

from __future__ import annotations

import os
import sys

PAPERS = ("a4", "letter")
# Regions and languages after the Unicode Common Locale Data Repository (CLDR).
LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
COMMA = frozenset(
    [
        "af",
        "az",
        "be",
        "bg",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "eo",
        "es",
        "et",
        "eu",
        "fi",
        "fo",
        "fr",
        "gl",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ka",
        "kk",
        "lb",
        "lt",
        "lv",
        "mk",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "tr",
        "uk",
        "uz",
        "vi",
    ]
)
POINT_THERE = frozenset(
    (
        "de_CH",
        "de_LI",
        "it_CH",
        *(f"es_{one}" for one in ["CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"]),
    )
)
COMMA_THERE = frozenset(("en_ZA", "en_DK", "en_DE", "en_FI", "en_NL", "en_SE", "en_AT", "en_BE", "en_SI"))


def language() -> str:
    """The language and region of this system's words, such as "de_CH"; "" if none is set."""
    return _locale("LC_MESSAGES")


def paper() -> str:
    """The usual paper size: "letter" in a few countries, "a4" elsewhere and if the region is unknown."""
    return "letter" if _locale("LC_PAPER").partition("_")[2] in LETTER else "a4"


def decimal_comma() -> bool:
    """Whether numbers are written with a decimal comma; False if the region is unknown."""
    here = _locale("LC_NUMERIC")
    language = here.partition("_")[0]
    return here in COMMA_THERE or (language in COMMA and here not in POINT_THERE)


def _locale(category: str) -> str:
    """Language and region set for a category, such as "de_CH"; "" if none."""
    said = next((os.environ[name] for name in ("LC_ALL", category, "LANG") if os.environ.get(name)), "")
    if not said and sys.platform == "win32":
        said = _of_windows()
    language, _, region = said.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")
    region = region.rpartition("_")[2]  # Windows has names such as "sr-Latn-RS"
    return f"{language.lower()}_{region.upper()}" if region else language.lower()


def _of_windows() -> str:
    import ctypes

    name = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(name, len(name))  # type: ignore[attr-defined,unused-ignore]
    return name.value
