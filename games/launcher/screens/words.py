"""Every sentence a player sees, by name; plain words, short sentences, nothing that blames or promises."""

from __future__ import annotations

WORDS = {
    "title": "Handplay",
    "good morning": "Good morning",
    "good afternoon": "Good afternoon",
    "good evening": "Good evening",
    "greeting": "{greeting}, {name}",
    "start": "Start",
    "exit": "Exit",
    "home": "Home",
    "back": "Back",
    "pause": "Pause",
    "stop": "Stop",
    "carry on": "Carry on",
    "again": "Again",
    "next level": "Next level",
    "today": "{count} today",
    "of": "{done} of {whole}",
    "seconds": "{left} s",
    "guest": "Guest",
    "me": "Me",
    "hand right": "Right hand",
    "hand left": "Left hand",
    "screen size": "Screen size",
    "practises": "You practise: {what}",
    "test": "Test: {title}",
    "level": "Level {number}",
    "best": "Your best: {points}",
    "no best": "No points yet",
    "beans hint": "Carry a bean to the other bowl",
    "precision": "Precision",
    "speed": "Speed",
    "points": "{points} points",
    "one rep": "1 bean moved",
    "reps": "{count} beans moved",
    "new best": "Your new best",
    "stored": "Saved",
    "not stored": "Not saved yet: {why}",
    "paused": "Paused",
    "ready": "Ready?",
    "calm": "That game stopped.",
    "calm one": "Your 1 repetition is saved.",
    "calm saved": "Your {count} repetitions are saved.",
    "calm none": "Nothing is lost.",
    "calm not saved": "Your repetitions are kept until you leave.",
    "card title": "Lay a bank card on the frame",
    "card hint": "Make the frame as wide as the card.",
    "card wider": "Wider",
    "card narrower": "Narrower",
    "card fits": "It fits",
    "card again": "Once more, please",
    "card done": "Screen size is measured",
    "card differs": "The two did not agree. Once more, please.",
    "card unknown": "Screen size is not measured",
    "small board": "This screen is smaller than the test board.",
}


def say(name: str, /, **values: object) -> str:
    """The sentence of this name, its gaps filled in; KeyError for a name that is not in the catalogue."""
    return WORDS[name].format(**values)


def greeting(hour: int) -> str:
    """A greeting for an hour of the day, 0 to 23."""
    if 4 <= hour < 12:
        return say("good morning")
    return say("good afternoon") if 12 <= hour < 18 else say("good evening")
