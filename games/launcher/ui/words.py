"""Every sentence a player sees, by name; plain words, short sentences, nothing that blames or promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from games.kit.brought import COUNTED
from games.launcher.ui.words_challenges import CHALLENGES
from games.launcher.ui.words_help import HELP
from games.launcher.ui.words_progress import PROGRESS
from games.launcher.ui.words_two import TWO

if TYPE_CHECKING:
    from games.kit.game import AnyGame

WORDS = {
    **CHALLENGES,
    **HELP,
    **PROGRESS,
    **TWO,
    "ghost": "Ghost of my best",
    "family": "Family board",
    "scores": "Scores",
    "guide": "Guide",
    "own scores": "Yours",
    "family scores": "Family",
    "your best": "Your best",
    "last ten": "Your last {count}",
    "no scores": "Play this once, and your points stand here.",
    "whole day": "{day} {month} {year}",
    "form tap": "Taps",
    "form dwell": "Resting pointer",
    "form keys": "Keys",
    "form pinch": "Thumb and finger",
    "form both": "Two hands",
    "by touch": "Finger",
    "by mouse": "Mouse",
    "by mixed": "Finger and mouse",
    "room for more": "Room for one more",
    "family off": "Nobody stands on the family board yet. Each person chooses that in Settings.",
    "title": "Handplay",
    "good morning": "Good morning",
    "good afternoon": "Good afternoon",
    "good evening": "Good evening",
    "greeting": "{greeting}, {name}",
    "guest": "Guest",
    "today": "{count} today",
    "minutes": "{count} min",
    # what can be done
    "start": "Start",
    "exit": "Exit",
    "home": "Home",
    "back": "Back",
    "pause": "Pause",
    "stop": "Stop",
    "help": "Help",
    "skip": "Skip",
    "carry on": "Carry on",
    "start again": "Start again",
    "again": "Again",
    "next level": "Next level",
    "easier level": "Easier level",
    "easier": "Easier",
    "offer": "Easier, or Show me? Or play on.",
    "offer keys": "F2: Easier. F3: Show me. Or play on.",
    "offer show": "Show me, or Skip? Or play on.",
    "offer show keys": "F3: Show me. N: Skip. Or play on.",
    "next part": "Next part",
    "show me": "Show me",
    "now you": "Your turn",
    "shown": "That is all. Now it is your turn.",
    "way drag": "Drag",
    "way tap": "Tap",
    "way pinch": "Pinch",
    "more": "More",
    "undo": "Undo",
    "edit": "Change",
    "yes": "Yes",
    "no": "No",
    "done": "Done",
    "delete": "Delete",
    "space": "Space",
    # who plays
    "who plays": "Who plays?",
    "whom to change": "Change whom?",
    "pick picture": "Pick a picture",
    "add": "New",
    "your name": "Your name",
    "name": "Name",
    "no name": "No name",
    "player number": "Player {number}",
    "name not shown": "No letters here for this name",
    "picture": "Picture",
    "this player": "this player",
    "erase": "Erase",
    "somebody": "Somebody",
    "join": "Join",
    "separate": "Separate",
    "join whom": "Who else is {name}?",
    "join question": "Are both the same person?",
    "join what": "All of {other} is then kept for {name}. You can undo it.",
    "erase question": "Erase {name}?",
    "erase what": "Rounds played: {rounds}. Repetitions: {reps}. You can undo this until you exit.",
    # levels
    "free": "Free",
    "practice": "Practice",
    "test": "Test",
    "challenge": "Challenge",
    "level": "Level {number}",
    "practises": "You practise: {what}",
    "gallery": "Gallery",
    "gallery empty": "Your finished pictures will hang here.",
    "best": "Your best: {points}",
    "no best": "No points yet",
    "fits": "It gets a little harder or easier with you.",
    "locked": "It stays as it is: locked in Settings.",
    "free how": "No clock and no points. Stop when you like.",
    "test how": "First 15 seconds to warm up, then the test. Each hand has its turn.",
    "challenge how": "A new task each time. Can you beat your best?",
    "warm up": "15 s to warm up",
    "whole test": "{seconds} s test",
    "whole count": "{count}, at your speed",
    # play and results
    "of": "{done} of {whole}",
    "seconds": "{left} s",
    "paused": "Paused",
    "ready": "Ready?",
    "precision": "Precision",
    "speed": "Speed",
    "points": "points",
    # free pictures
    "pictures empty": "What you make in Free will hang here.",
    "paint on": "Go on",
    "film": "Film",
    "again film": "Again",
    "save": "Save",
    "delete picture": "Delete",
    "deleted": "Deleted. Undo brings it back.",
    "comes back": "Your picture comes back.",
    "picture gone": "This picture cannot be opened here.",
    "too large here": "To go on with it, a larger screen is needed.",
    "picture saved": "Saved in {folder}: {name}",
    "picture not saved": "The picture is not saved: {why}",
    "new best": "Your new best",
    "not stored": "Not saved yet: {why}",
    "unsaved one": "1 round waits to be saved.",
    "unsaved": "{count} rounds wait to be saved.",
    "window small": "This window is too small for a table: make it larger.",
    "everything smaller": "Everything smaller",
    "stop asked": "Stop this test?",
    "calm": "That game stopped.",
    "calm one": "Your 1 repetition is saved.",
    "calm saved": "Your {count} repetitions are saved.",
    "calm none": "All is kept.",
    "calm not saved": "Your repetitions are kept until you leave.",
    # settings
    "settings": "Settings",
    "settings page": "Settings, {page} of {pages}",
    "volume": "Volume",
    "sound": "Sound",
    "letters": "Letters",
    "percent": "{value} %",
    "colours": "Colours",
    "meadow": "Meadow, light",
    "evening": "Evening, dark",
    "signal": "Signal, strong",
    "less motion": "Less motion",
    "dwell": "Rest to press",
    "lost contact": "Lost contact",
    "lost contact s": "waits {seconds} s",
    "rest the others": "Rest the others beside the screen",
    "between": "Between touches",
    "seconds between": "{value} s",
    "coach": "Level fits me",
    "hand": "Hand",
    "hand right": "Right hand",
    "hand left": "Left hand",
    "both hands": "Both hands",
    "screen size": "Screen size",
    "window": "Window",
    "fullscreen": "Whole screen",
    "reset": "Reset all",
    "as it was": "As it was",
    "card title": "Lay a bank card on the frame",
    "card hint": "Make the frame as wide as the card.",
    "card fits": "It fits",
    "card again": "Once more, please",
    "card done": "Screen size is measured",
    "card differs": "The two did not agree. Once more, please.",
    "card unknown": "Not measured",
    "card known": "Measured",
}


def say(name: str, /, **values: object) -> str:
    """The sentence of this name, its gaps filled in; KeyError for a name that is not in the catalogue."""
    return WORDS[name].format(**values)


def counted(game: AnyGame, count: int, mode: str = "") -> str:
    """How many repetitions of a game there were, in the game's own words."""
    name = COUNTED[count != 1]
    own = f"{name} {mode}"
    return game.words[own if own in game.words else name].format(count=count)


def greeting(hour: int) -> str:
    """A greeting for an hour of the day, 0 to 23."""
    if 4 <= hour < 12:
        return say("good morning")
    return say("good afternoon") if 12 <= hour < 18 else say("good evening")
