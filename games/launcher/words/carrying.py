"""What the pages on a player's data say, by id."""

from __future__ import annotations

from games.kit.words import Message

CARRYING: dict[str, Message] = {
    "your data": "Your data",
    "your data where": "Your rounds lie on this device only.",
    "your data file": "One file takes them to another device. It is a copy, too.",
    "take along": "Take your data along",
    "bring in": "Bring data in",
    "gathering": "Your data are being put together: {share} %",
    "take where": (
        "Your {count} round is in one file. Where shall it go?",
        "Your {count} rounds are in one file. Where shall it go?",
    ),
    "take what for": "On the other device, choose Bring data in.",
    "giving": "It is on its way.",
    "no spot": "There is no folder here that takes a file. Put in a USB stick.",
    "spot downloads": "Downloads",
    "spot documents": "Documents",
    "spot drive": "USB stick",
    "spot sheet": "Save or share",
    "taken to": "It lies in {folder}: {name}",
    "taken how": "On the other device, choose Settings, Your data, Bring data in.",
    "handed over": "It is handed over.",
    "handed file": "Handed over: {name}",
    "sheet left": "It was not saved yet.",
    "sheet again": "You can try again whenever you like.",
    "not taken": "It is not saved. {why}",
    "which file": "Which file?",
    "choose file": "Choose a file",
    "bring in what": "Its rounds join those here. None is doubled.",
    "no data files": "There is no file with data here yet.",
    "no data files where": "Put one on a USB stick, into Downloads or Documents.",
    "taking in": "It is being taken in: {share} %",
    "taken in": ("{name}: {count} new round.", "{name}: {count} new rounds."),
    "known already": ("{count} round was here already.", "{count} rounds were here already."),
    "damaged part": (
        "{count} round in the file is damaged, and was left out.",
        "{count} rounds in the file are damaged, and were left out.",
    ),
    "not data": "This file cannot be taken in.",
    "not data how": "It holds no rounds of Handplay, or those of a newer one.",
    "not taken in": "Not all of it could be taken in.",
    "bring back question": "This person was erased here. Bring them back?",
    "bring back what": "All rounds in the file come back with them.",
}
