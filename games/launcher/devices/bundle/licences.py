"""The licences of what a bundle includes of others."""

from __future__ import annotations

from email.parser import HeaderParser
from pathlib import Path


def notices(site_packages: Path) -> str:
    """Names, versions and licences of all packages in a folder, with the licences' own words where a package brings them."""
    out = ["CPython, under the Python Software Foundation License."]
    for about in sorted(site_packages.glob("*.dist-info")):
        head = HeaderParser().parsestr((about / "METADATA").read_text(encoding="utf-8"))
        licence = head.get("License-Expression") or head.get("License") or ""
        out.append(f"{head['Name']} {head['Version']}: {licence.splitlines()[0] if licence else 'see below'}")
        for path in sorted(about.rglob("*")):
            if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")) and path.is_file():
                out.append(path.read_text(encoding="utf-8", errors="replace"))
    return "\n\n".join(out) + "\n"
