"""Which packages Handplay needs (from pyproject.toml), and whether they are installed (from the names of folders).

Only the standard library is used and none of the packages is imported, because this runs before they are installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

REQUIREMENT = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)\s*(.*)\Z")
BOUND = re.compile(r"(>=|<=|==|!=|>|<)\s*([0-9]+(?:\.[0-9]+)*)\Z")
VERSION = re.compile(r"v?([0-9]+(?:\.[0-9]+)*)[._-]?(a|b|c|rc|alpha|beta|pre|preview|dev)?", re.IGNORECASE)
INSTALLED = re.compile(r"(.+?)-(v?[0-9][^-]*)(?:-py[0-9.]+)?\.(?:dist|egg)-info\Z")


def needed(pyproject: str, extra: str) -> list[str]:
    """The requirements in the text of pyproject.toml, with one of its extras ("" for none). ValueError if unreadable."""
    import tomllib

    try:
        project = tomllib.loads(pyproject)["project"]
        found = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ValueError(f"pyproject.toml does not say what Handplay needs: {error}") from error
    return [str(one) for one in found]


def installed(folders: Iterable[str]) -> dict[str, str]:
    """The packages in these folders: normalised name -> version; of duplicates the first."""
    found: dict[str, str] = {}
    for folder in folders:
        try:
            names = [path.name for path in Path(folder or ".").iterdir()]
        except OSError:  # missing, a zip file, or not readable
            continue
        for name in names:
            match = INSTALLED.match(name)
            if match is not None:
                found.setdefault(_plain(match.group(1)), match.group(2))
    return found


def unmet(wanted: Iterable[str], there: Mapping[str, str]) -> list[str]:
    """The requirements that are missing, of an unsuitable version, or not parsable; [] if all is well."""
    return [one for one in wanted if not _met(one, there)]


def _met(requirement: str, there: Mapping[str, str]) -> bool:
    match = REQUIREMENT.match(requirement.strip())
    if match is None:
        return False
    version = VERSION.match(there.get(_plain(match.group(1)), ""))
    if version is None:
        return False
    have, early = _numbers(version.group(1)), version.group(2) is not None
    for one in filter(None, (part.strip() for part in match.group(2).split(","))):
        bound = BOUND.match(one)
        if bound is None or not _within(bound.group(1), have, early, _numbers(bound.group(2))):
            return False
    return True


def _within(sign: str, have: tuple[int, ...], early: bool, bound: tuple[int, ...]) -> bool:
    """Whether a version satisfies a bound. A pre-release ("2.6rc1") is neither that release nor below it."""
    same = have == bound and not early
    answers = {
        ">=": have > bound or same,
        "<=": have < bound or same,
        ">": have > bound,
        "<": have < bound,
        "==": same,
        "!=": not same,
    }
    return answers[sign]


def _numbers(version: str) -> tuple[int, ...]:
    """2.10.0 as (2, 10): trailing zeros are dropped."""
    numbers = [int(part) for part in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
