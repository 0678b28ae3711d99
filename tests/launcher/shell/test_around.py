"""What is heard all the time: a room for each table, music only if it is wanted, and softer while something is said."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from games.launcher.people.settings import Settings
from games.launcher.shell.sound.around import BACK, DUCKED, UNDER, Around, Surroundings

LOUD = Settings(volume=10)


def test_a_table_has_a_room_and_no_music_until_it_is_wanted() -> None:
    around = Surroundings()
    assert around.frame(0.0, "", LOUD) is None
    assert around.frame(0.1, "beans", LOUD) == Around("beans", 1.0, 0.0)
    assert around.frame(0.2, "beans", LOUD) is None
    assert around.frame(0.3, "beans", replace(LOUD, music=5)) == Around("beans", 1.0, 0.5)
    assert around.frame(0.4, "", replace(LOUD, music=5)) == Around("", 0.0, 0.5)


def test_silence_is_silence() -> None:
    around = Surroundings()
    around.frame(0.0, "beans", replace(LOUD, music=5))
    assert around.frame(0.1, "beans", replace(LOUD, music=5, mute=True)) == Around()
    assert Surroundings().frame(0.0, "beans", replace(LOUD, room=False)) is None


def test_music_gives_way_while_a_sound_says_something_and_comes_back_softly() -> None:
    around, wanted = Surroundings(), replace(LOUD, music=10)
    around.frame(0.0, "", wanted)
    around.said("land_3")
    assert around.frame(0.1, "", wanted) is None
    around.said("record")
    said = around.frame(0.2, "", wanted)
    assert said is not None
    assert abs(said.music - DUCKED) < 0.05
    heard = []
    for frame in range(round((UNDER + BACK + 0.5) * 30)):
        found = around.frame(0.2 + frame / 30, "", wanted)
        heard += [found.music] if found is not None else []
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert max(b - a for a, b in pairwise([said.music, *heard])) <= 0.08
    assert not around.changes
