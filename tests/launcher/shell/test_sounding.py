"""Which sounds are heard, and when."""

from __future__ import annotations

from games.beans.contact import contact
from games.kit.brought import Contact, Voice
from games.kit.geometry import Vec
from games.kit.motion import FALL
from games.kit.task import Cue
from games.launcher.shell.sound import TAKES, Sound, Sounding, heard


def test_each_touch_sounds_otherwise_than_the_one_before() -> None:
    sounding = Sounding()
    takes = [sounding.take(Sound("lift")).pitch for _ in range(2 * TAKES["lift"])]
    assert takes == [*range(TAKES["lift"])] * 2


def test_a_sound_that_has_one_take_stays_as_it_is() -> None:
    assert Sounding().take(Sound("done")) == Sound("done")


def test_what_falls_is_heard_when_it_touches_and_once() -> None:
    sounding = Sounding()
    sounding.later(Sound("land_0"), 0.2)
    when = [frame / 60 for frame in range(30) for _ in sounding.due(frame / 60)]
    assert len(when) == 1
    assert abs(when[0] - 0.2) <= 0.009
    assert not sounding.waits


def test_a_bean_is_heard_when_it_is_seen_to_land() -> None:
    assert contact(None, Cue(0.0, "land", Vec(0, 0))).after == FALL
    assert contact(None, Cue(0.0, "lift", Vec(0, 0))).after == 0.0


def test_the_cleaner_a_coin_lands_the_longer_it_rings() -> None:
    voice = Voice("coin", ("land",), lambda _rules, _cue: Contact())
    landed = Cue(0.0, "land", Vec(50, 0), 2)
    assert [sound.name for sound in heard(landed, 3, 100.0, voice)] == ["coin_land_2"]
    cleaner = [heard(landed, 3, 100.0, voice, clean)[1].loudness for clean in (0.3, 0.8)]
    assert cleaner[0] < cleaner[1]
