"""What only a browser's page says, by id: before the program is there, around it, and after it."""

from __future__ import annotations

from games.kit.words import Message

# The page says these itself: the build writes them into it.
OUTSIDE: dict[str, Message] = {
    "browser starting": "Handplay is getting ready.",
    "browser open": "Handplay is open already in another tab. Go on there. Or close that tab, and come back.",
    "browser old": "This browser is too old for Handplay. A newer one will do.",
    "browser update": "A new version is ready. Press here to load it.",
    "browser memory": "This device has too little free memory now. Close other pages, then come back.",
    "browser home": "For your Home Screen: press Share, then Add to Home Screen.",
    "browser install": "Handplay can lie on your Home Screen. Press here to put it there.",
    "browser stopped": "Handplay has stopped. What you played is kept. Load this page again to go on.",
}
BROWSER: dict[str, Message] = {
    **OUTSIDE,
    "browser ended": "You can close this page.",
    "browser full": "The browser has no room left. Press here to take your data along.",
    "browser closed": "This browser window keeps nothing. Press here to take your data along.",
}
