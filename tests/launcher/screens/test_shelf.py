"""The shelf of levels: a card with a scene for each, all of them within reach on every screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.catalog import GAMES
from games.kit.canvas import Clay
from games.kit.game import AnyGame
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.drawing.small import LEAST_WORDS, Small
from games.launcher.round.levels import choices
from games.launcher.screens.play.levels import Levels
from games.launcher.screens.play.scenes import Scenes
from games.launcher.shell import places
from games.launcher.ui.button import Button
from games.launcher.ui.theme import CONTROL, STRIP


@pytest.fixture(scope="module", params=SIZES, ids=str)
def visit(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    return Visit(tmp_path_factory.mktemp("shelf"), request.param)


def cards(page: Levels) -> list[Button]:
    return [one for one in page.controls if one.id.startswith("practice ")]


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
@pytest.mark.parametrize("text", [100, 200])
def test_every_level_can_be_chosen_by_its_card_or_one_after_the_other(visit: Visit, game: AnyGame, text: int) -> None:
    visit.desk.settings = replace(visit.desk.settings, text=text)
    page = Levels(visit.desk, places.Levels(game.id, "practice", 1))
    for number in range(1, len(game.levels) + 1):
        shown = {one.id: one for one in page.controls}
        shown.get(f"practice {number}", shown.get("harder", page.controls[0])).act()
        assert page.chosen == ("practice", number)
        assert [one.id for one in cards(page) if one.chosen] == [f"practice {number}"]
    while "easier" in {one.id for one in page.controls} and page.chosen[1] > 1:
        next(one for one in page.controls if one.id == "easier").act()
    visit.desk.settings = replace(visit.desk.settings, text=100)


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_cards_lie_beside_each_other_below_the_keys_and_can_be_hit(visit: Visit, game: AnyGame) -> None:
    page, size = Levels(visit.desk, places.Levels(game.id, "practice", 1)), visit.size
    shown = cards(page)
    assert shown
    for one in shown:
        far = one.at + one.size
        assert one.at.x >= 0
        assert one.at.y >= STRIP + CONTROL
        assert far.x <= size.x
        assert far.y <= size.y
        assert min(one.size) >= CONTROL
        for other in page.controls:
            apart = other.at.x >= far.x or other.at.y >= far.y
            assert (
                other is one or apart or one.at.x >= (other.at + other.size).x or one.at.y >= (other.at + other.size).y
            )


@pytest.mark.parametrize("game", GAMES, ids=lambda game: game.id)
def test_every_level_has_a_scene_that_its_game_draws_without_a_sentence(tmp_path: Path, game: AnyGame) -> None:
    visit = Visit(tmp_path, SIZES[1])
    scenes, at, size = Scenes(visit.desk, game), Vec(20, 30), Vec(40, 20)
    for mode, number, level in choices(game):
        scenes.make(mode, number, level, 2.0)
        canvas = Recording(visit.size)
        canvas.begin()
        scenes.draw(canvas, mode, number, at, size)
        assert len(canvas.drawn) > 3
        assert not [one for one in canvas.words() if not one.isdigit() and len(one) > 12]


def test_the_page_is_lively_until_its_scenes_are_there_the_chosen_one_first(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZES[1])
    page = Levels(visit.desk, places.Levels("pennies", "practice", 3))
    assert page.lively
    page.frame(0.0, [])
    scenes = page._shelf._scenes
    assert scenes.has("practice", 3)
    assert not scenes.has("practice", 1)
    for _ in range(len(cards(page))):
        page.frame(0.0, [])
    assert all(scenes.has("practice", int(one.id.split()[1])) for one in cards(page))


def test_what_is_drawn_small_has_the_same_shape_a_share_as_large() -> None:
    plain, onto = Recording(Vec(200, 100)), Recording(Vec(200, 100))
    plain.begin()
    onto.begin()
    small = Small(onto, Vec(10, 20), Vec(200, 100), 0.5)
    clay = Clay("#111111", "#222222", "#000000", "#00000080", 8.0, 2.0)
    for canvas in (plain, small):
        canvas.rect(Vec(2, 4), Vec(20, 10), "#123456", 2.0)
        canvas.circle(Vec(50, 50), 8.0, "#123456", 1.0)
        canvas.line([Vec(0, 0), Vec(100, 0)], "#123456", 3.0)
        canvas.relief([[Vec(0, 0), Vec(10, 0), Vec(0, 10)]], [], [(Vec(2, 2), 4.0, 0.5)], clay)
        with canvas.shifted(Vec(100, 0), Vec(50, 50)):
            canvas.picture("beans/spoon", Vec(4, 6), 30.0)
        canvas.text("10", Vec(8, 8), 12.0, "#123456")
        canvas.text("too small to be read", Vec(8, 8), LEAST_WORDS, "#123456")
    names = [entry[0] for entry in plain.drawn]
    assert [entry[0] for entry in onto.drawn] == names[:-1], "the small words alone are left out"
    by_name = {entry[0]: entry for entry in onto.drawn}
    assert by_name["rect"][1:3] == (Vec(11, 22), Vec(10, 5))
    assert by_name["circle"][1:3] == (Vec(35, 45), 4.0)
    assert by_name["line"][1][1] == Vec(60, 20)
    assert by_name["picture"][2:4] == (Vec(62, 23), 15.0)
