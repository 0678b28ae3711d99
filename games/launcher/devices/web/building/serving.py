"""Serves the made folder to this machine's browsers, or to those of its network, for trying."""

from __future__ import annotations

import subprocess
from pathlib import Path

import segno

from games.launcher.devices.web.building import tools
from games.launcher.devices.web.building.build import BROWSER, MARK

NOT_OFFLINE = (
    "Over plain http a browser gives a page no offline use, no place on the Home Screen, no lock between pages that can be\n"
    "relied on and no promise to keep its data. For practice day by day, put the folder on a host with https."
)


def serve(folder: Path, port: int, lan: bool) -> int:
    """Serve until it is stopped; prints the address, and with `lan` a QR code of it. Raises OSError if that cannot be."""
    if not (folder / MARK).is_file():
        raise OSError(f"{folder} was not made by `web build`: make it first")
    line = [
        tools.node(),
        str(BROWSER / "tools" / "serve.mjs"),
        str(folder),
        "0.0.0.0" if lan else "127.0.0.1",
        str(port),
    ]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = (server.stdout.readline() if server.stdout is not None else "").strip()
            if address:
                print(address, flush=True)
                if lan:
                    segno.make(address, micro=False).terminal(compact=True)
                    print(NOT_OFFLINE, flush=True)
            return server.wait()
        except KeyboardInterrupt:
            server.terminate()
            return 0
