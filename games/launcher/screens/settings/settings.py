"""Settings: sound, letters, colours, motion, pointing, hand, language, screen size, window. Each takes effect at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.launcher.people.settings import BETWEEN, GRACES, LOUDEST, PALETTES, TEXTS, Settings
from games.launcher.shell import places
from games.launcher.shell.desk import Desk
from games.launcher.shell.outbox import SwitchFullscreen
from games.launcher.shell.page import Page
from games.launcher.shell.sound import Sound
from games.launcher.ui import paper
from games.launcher.ui.arranging import LEAST_GAP, Item, cell, grid, strip
from games.launcher.ui.button import Button
from games.launcher.ui.theme import BODY, CONTROL, GAP, LABEL, MARGIN, SMALL, STRIP
from games.launcher.words.tongues import own_name

KEY = Vec(60.0, CONTROL)  # mm, least size of a key
WIDEST = 118.0
ICONS = {"meadow": "sun", "evening": "moon", "signal": "contrast"}


class SettingsPage(Page):
    """One page of choices, or several where the screen is small."""

    name = "settings"

    def __init__(self, desk: Desk, _place: places.Settings) -> None:
        super().__init__(desk)
        self.page = 0
        self._before: Settings | None = None  # the settings before a reset, to undo it
        self.laid()

    def shortcuts(self) -> Mapping[str, Callable[[], None]]:
        return {"escape": self.home}

    def laid(self) -> None:
        desk, size = self.desk, self.desk.display.size
        gap = GAP if size.y > 100 else LEAST_GAP
        at = Vec(MARGIN, STRIP + gap)
        room = Vec(size.x - 2 * MARGIN, size.y - at.y - gap)
        choices = self._choices()
        least = Vec(min(room.x, KEY.x * (1 + 0.35 * (desk.settings.text / 100 - 1))), CONTROL)
        columns, rows = grid(room, least, len(choices), gap)
        columns = min(columns, 3)
        rows = min(rows, -(-len(choices) // columns))
        fit = columns * rows
        pages = -(-len(choices) // fit)
        self.page = min(self.page, pages - 1)
        tall = min(room.y, rows * (26.0 + gap) - gap)
        wide = min(room.x, columns * (WIDEST + gap) - gap)
        at = at + Vec((room.x - wide) / 2, 0 if pages > 1 else (room.y - tall) * 0.35)
        left = [Item("back", desk.say("back"), self.home, "back")]
        right = [Item("more", desk.say("more"), self._turn, "forward")] if pages > 1 else []
        buttons, self._free = strip(left, right, size.x, min(desk.em(LABEL), 11.0))
        self._pages = pages
        for index, make in enumerate(choices[self.page * fit : (self.page + 1) * fit]):
            corner, room_of_one = cell(at, Vec(wide, tall), columns, rows, index, gap)
            buttons.append(make(corner, room_of_one))
        self._widgets.lay(buttons)

    def _choices(self) -> list[Callable[[Vec, Vec], Button]]:
        chosen, desk = self.desk.settings, self.desk
        left = desk.player.side == "left"
        size = desk.say("card known") if desk.display.calibrated else desk.say("card unknown")
        window = "window" if desk.display.fullscreen else "fullscreen"
        undo = self._before is not None
        between = chosen.seconds_between
        return [
            self._slider("volume", desk.say("volume"), chosen.volume / LOUDEST, self._volume),
            self._switch("sound", desk.say("sound"), not chosen.mute, "mute" if chosen.mute else "sound", self._mute),
            self._slider("music", desk.say("music"), chosen.music / LOUDEST, self._music),
            self._switch("room", desk.say("room"), chosen.room, "window", self._room),
            self._key(
                "text size", desk.say("letters"), desk.say("percent", value=chosen.text), "text_size", self._letters
            ),
            self._key("palette", desk.say("colours"), desk.say(chosen.palette), ICONS[chosen.palette], self._palette),
            self._switch("less motion", desk.say("less motion"), chosen.less_motion, "motion", self._motion),
            self._switch("dwell", desk.say("dwell"), chosen.dwell, "rest", self._dwell),
            self._key("lost contact", desk.say("lost contact"), self._seconds(chosen.grace_ms), "rest", self._grace),
            self._key(
                "between", desk.say("between"), desk.say("seconds between", value=between), "clock", self._between
            ),
            self._switch("coach", desk.say("coach"), chosen.coach, "target" if chosen.coach else "lock", self._coach),
            self._switch("ghost", desk.say("ghost"), chosen.ghost, "ghost", self._ghost),
            self._switch("family", desk.say("family"), chosen.family, "people", self._family),
            self._switch("feelings", desk.say("feelings"), chosen.feelings, "face_well", self._feelings),
            self._key(
                "hand",
                desk.say("hand"),
                desk.say("hand left" if left else "hand right"),
                "hand_left" if left else "hand_right",
                self._hand,
            ),
            *self._languages(),
            self._key("screen size", desk.say("screen size"), size, "ruler", self._measure),
            self._key("your data", desk.say("your data"), "", "save", self._data),
            self._key("window", desk.say("window"), desk.say(window), window, self._window),
            self._key(
                "reset",
                desk.say("as it was") if undo else desk.say("reset"),
                "",
                "undo" if undo else "repeat",
                self._reset,
            ),
        ]

    def _languages(self) -> list[Callable[[Vec, Vec], Button]]:
        """The way to the languages, where there are several."""
        desk = self.desk
        if desk.tongues is None or len(desk.tongues.codes) < 2:
            return []
        return [self._key("language", desk.say("language"), own_name(desk.words.language), "globe", self._language)]

    def _em(self) -> float:
        return min(self.desk.em(BODY), 9.5)

    def _key(
        self, name: str, words: str, note: str, icon: str, act: Callable[[], None]
    ) -> Callable[[Vec, Vec], Button]:
        em = self._em()
        return lambda at, size: Button(name, words, at, size, act, height=em, icon=icon, note=note)

    def _switch(
        self, name: str, words: str, on: bool, icon: str, act: Callable[[], None]
    ) -> Callable[[Vec, Vec], Button]:
        em = self._em()
        return lambda at, size: Button(name, words, at, size, act, height=em, icon=icon, on=on)

    def _slider(
        self, name: str, words: str, share: float, slide: Callable[[float], None]
    ) -> Callable[[Vec, Vec], Button]:
        em = self._em()
        return lambda at, size: Button(name, words, at, size, lambda: None, height=em, share=share, slide=slide)

    def draw(self, canvas: Canvas) -> None:
        desk = self.desk
        paper.scene(canvas, desk)
        words = (
            desk.say("settings")
            if self._pages == 1
            else desk.say("settings page", page=self.page + 1, pages=self._pages)
        )
        em = paper.fitted(canvas, words, self._free.y - self._free.x, min(desk.em(LABEL), 12.0))
        if em >= SMALL * 0.9:
            canvas.text(words, Vec(self._free.x, STRIP / 2 - 0.4), em, desk.palette.ink, "bold")
        self._widgets.draw(canvas, desk.palette)

    def _change(self, **choice: object) -> None:
        self._before = None
        self.desk.choose(replace(self.desk.settings, **choice))  # type: ignore[arg-type]
        self.laid()

    def _volume(self, share: float) -> None:
        volume = round(share * LOUDEST)
        if volume != self.desk.settings.volume:
            self._change(volume=volume, mute=False)
            self.desk.hear(Sound("land_4"))

    def _music(self, share: float) -> None:
        music = round(share * LOUDEST)
        if music != self.desk.settings.music:
            self._change(music=music, mute=False)

    def _room(self) -> None:
        self._change(room=not self.desk.settings.room)

    def _mute(self) -> None:
        self._change(mute=not self.desk.settings.mute)

    def _letters(self) -> None:
        here = TEXTS.index(self.desk.settings.text)
        self._change(text=TEXTS[(here + 1) % len(TEXTS)])

    def _palette(self) -> None:
        here = PALETTES.index(self.desk.settings.palette)
        self._change(palette=PALETTES[(here + 1) % len(PALETTES)])

    def _motion(self) -> None:
        self._change(less_motion=not self.desk.settings.less_motion)

    def _dwell(self) -> None:
        self._change(dwell=not self.desk.settings.dwell)

    def _grace(self) -> None:
        here = self.desk.settings.grace_ms
        longer = [grace for grace in GRACES if grace > here]
        self._change(grace_ms=longer[0] if longer else GRACES[0])

    def _between(self) -> None:
        """Choose the next longer time between touches; after the longest, 0."""
        longer = [time for time in BETWEEN if time > self.desk.settings.between]
        self._change(between=longer[0] if longer else BETWEEN[0])

    def _coach(self) -> None:
        self._change(coach=not self.desk.settings.coach)

    def _ghost(self) -> None:
        self._change(ghost=not self.desk.settings.ghost)

    def _family(self) -> None:
        self._change(family=not self.desk.settings.family)

    def _feelings(self) -> None:
        self._change(feelings=not self.desk.settings.feelings)

    def _hand(self) -> None:
        player = self.desk.player
        self.desk.take_side("right" if player.side == "left" else "left")
        self.laid()

    def _measure(self) -> None:
        self.over(places.CardSize())

    def _data(self) -> None:
        self.over(places.YourData())

    def _language(self) -> None:
        self.over(places.Language())

    def _window(self) -> None:
        self.desk.outbox.ask(SwitchFullscreen())

    def _reset(self) -> None:
        """Reset all settings; the same key then undoes it."""
        before, chosen = self._before, self.desk.settings
        self.desk.choose(
            before
            if before is not None
            else Settings(told=chosen.told, language=chosen.language, learned=chosen.learned)
        )
        self._before = None if before is not None else chosen
        self.laid()

    def _turn(self) -> None:
        self.page = (self.page + 1) % self._pages
        self.laid()

    def _seconds(self, grace_ms: int) -> str:
        return self.desk.say("lost contact s", seconds=grace_ms / 1000)
