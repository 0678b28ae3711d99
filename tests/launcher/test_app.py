"""The app without a device: from home to results, and calm when a game breaks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from visitor import SIZES, Visit

from games.beans.rules import BeansRules
from games.catalog import GAMES
from games.kit.fingers import Command, Sample
from games.kit.geometry import Vec
from games.launcher.drawing.recording import Recording
from games.launcher.records.blocks.vault import read
from games.launcher.round.differences import differences
from games.launcher.round.record import rescored
from games.launcher.screens.play.play import Play
from games.launcher.shell import places
from games.launcher.shell.outbox import Close, Rescale

WHOLE = SIZES[1]  # where a test is played to its last second; on the others its parts are cut short


@pytest.fixture(params=SIZES[:4], ids=lambda size: f"{size.x:.0f}x{size.y:.0f}")
def visit(request: pytest.FixtureRequest, tmp_path: Path) -> Visit:
    return Visit(tmp_path, request.param)


def test_from_start_to_results_and_the_stored_block_replays(visit: Visit) -> None:
    visit.press("start")
    visit.play()
    assert visit.app.screen.name == "results"
    assert visit.lines("screen")[-3:] == ["home", "play", "results"]
    outcomes = [rep["outcome"] for rep in visit.lines("rep")]  # type: ignore[index]
    assert len(outcomes) == 10
    assert outcomes.count("done") >= 6  # the coach makes it harder until some are missed
    (path,) = visit.lines("stored")
    record, trace = read(Path(str(path)))
    assert list(differences(record, rescored(record, trace))) == []
    assert record.status == "complete"
    visit.press("home")
    assert visit.app.screen.name == "home"


def test_a_game_that_breaks_lands_on_the_calm_card_and_keeps_every_rep(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    step = BeansRules.step

    def breaking(rules: BeansRules, *rest: object) -> None:
        if len(rules.table.reps) >= 3:
            raise RuntimeError("a fault in the rules")
        step(rules, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(BeansRules, "step", breaking)
    visit.play()
    assert visit.app.screen.name == "stopped"
    assert [str(error) for error in visit.errors] == ["a fault in the rules"]
    (path,) = visit.lines("stored")
    record, _ = read(Path(str(path)))
    assert record.status == "partial"
    assert len(record.reps) == 3
    visit.press("home")
    assert visit.app.screen.name == "home"


def test_a_picture_that_breaks_lands_there_too(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visit.press("start")
    monkeypatch.setattr(Play, "draw", lambda self, canvas: canvas.circle(*()))
    visit.t += 1 / 60
    visit.app.frame(visit.t, [])
    visit.app.draw(Recording(visit.size))
    visit.app.frame(visit.t + 0.02, [])
    assert visit.app.screen.name == "stopped"


def test_a_lost_window_pauses_and_carry_on_counts_down(visit: Visit) -> None:
    visit.press("start")
    visit.frame(Command(visit.t, "lost"))
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.block.paused
    visit.press("carry on")
    assert screen.block.paused
    for _ in range(200):
        visit.frame()
    assert not screen.block.paused


def test_escape_pauses_and_keys_alone_stop(visit: Visit) -> None:
    visit.keys("enter")
    assert visit.app.screen.name == "play"
    visit.keys("escape")
    assert isinstance(visit.app.screen, Play)
    assert visit.app.screen.block.paused
    visit.keys("tab", "tab", "enter")
    visit.frame()
    assert visit.app.screen.name == "home"


def test_a_new_player_is_at_the_first_bean_at_once_and_reads_how_to_stay_well_before_the_second_round(
    tmp_path: Path,
) -> None:
    visit = Visit(tmp_path, SIZES[1], told=False)
    visit.press("start")
    assert visit.app.screen.name == "play"
    visit.play(frames=400)
    visit.go("stop", "home", "start")
    assert visit.app.screen.name == "safety"
    visit.press("start")
    assert visit.app.screen.name == "play"
    visit.go("stop", "start")
    assert visit.app.screen.name == "play"  # it is read once


def test_a_whole_block_is_played_by_arrow_keys_and_space(visit: Visit) -> None:
    visit.keys("enter")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    for _ in range(2):
        task = screen.block.table.asked[0]
        for goal in (task.start, task.goal):  # type: ignore[union-attr]
            visit.steer(goal + screen.origin)
            visit.keys("space")
        for _ in range(30):
            visit.frame()
    assert [rep.outcome.value for rep in screen.block.table.reps] == ["done", "done"]
    visit.keys("n")
    assert screen.block.table.reps[-1].outcome.value == "interrupted"
    visit.keys("p")
    assert screen.block.paused
    visit.press("stop")
    (path,) = visit.lines("stored")
    record, _ = read(Path(str(path)))
    assert (record.input, record.form) == ("keys", "keys")


def test_help_and_show_me_from_a_pause_come_back_to_the_same_block(visit: Visit) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    visit.play(frames=200)
    done = len(screen.block.table.reps)
    assert done
    visit.press("help")
    assert visit.app.screen.name == "help"
    visit.press("back")
    assert visit.app.screen is screen
    assert screen.block.paused
    visit.press("show me")
    assert visit.app.screen.name == "show me"
    for _ in range(240):
        visit.frame()
    assert visit.app.screen.block.table.cues  # type: ignore[attr-defined]
    visit.press("start")
    assert visit.app.screen is screen
    for _ in range(240):
        visit.frame()
    assert not screen.block.paused
    assert [rep.outcome.value for rep in screen.block.table.reps[:done]] == ["done"] * done


def test_start_again_stores_what_was_played_once_and_begins_anew(visit: Visit) -> None:
    visit.press("start")
    visit.play(frames=260)
    first = visit.app.screen
    visit.go("pause", "start again")
    assert isinstance(visit.app.screen, Play)
    assert visit.app.screen is not first
    assert len(visit.lines("stored")) == 1
    visit.play(frames=260)
    assert visit.app.screen.block.table.reps
    assert visit.errors == []


def test_a_key_acts_as_it_goes_down_and_never_as_it_comes_up(visit: Visit) -> None:
    visit.keys("f1")
    assert visit.app.screen.name == "help"
    visit.keys("f1")
    assert visit.app.screen.name == "home"
    visit.go("beans", "show me")
    visit.keys("escape")
    assert visit.app.screen.name == "levels"
    visit.keys("escape")
    assert visit.app.screen.name == "home"


def test_quitting_in_help_keeps_the_block_that_waits_behind_it(visit: Visit) -> None:
    visit.press("start")
    visit.play(frames=200)
    visit.press("help")
    visit.frame(Command(visit.t, "quit"))
    assert len(visit.lines("stored")) == 1


def test_the_test_warms_up_and_measures_one_hand_and_then_the_other(visit: Visit) -> None:
    visit.go("beans", "mode test", "start")
    assert visit.app.screen.name == "test"
    sides = []
    for part in range(4):
        visit.press("start")
        screen = visit.app.screen
        assert isinstance(screen, Play)
        sides.append((screen.block.table.fit.side, screen.level.seconds))
        if visit.size != WHOLE:
            screen.level = screen.block.level = replace(screen.level, seconds=5.0)
        visit.play(frames=5000)
        if part == 1:
            assert visit.app.screen.name == "results"
            visit.press("next part")
    assert sides == [("left", 15.0), ("left", 60), ("right", 15.0), ("right", 60)]
    assert visit.app.screen.name == "results"
    modes = [read(Path(str(path)))[0].mode for path in visit.lines("stored")]
    assert modes == ["free", "test", "free", "test"]
    record, trace = read(Path(str(visit.lines("stored")[0])))
    assert list(differences(record, rescored(record, trace))) == []


def test_free_play_has_no_end_and_no_points(visit: Visit) -> None:
    visit.go("beans", "mode free", "start")
    visit.play(frames=1500)
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert len(screen.block.table.reps) > 3
    visit.press("stop")
    assert visit.app.screen.name == "results"
    assert "points" not in " ".join(visit.words())


def test_somebody_new_is_a_picture_and_may_be_renamed_erased_and_brought_back(visit: Visit) -> None:
    visit.go("player", "add", "picture cat")
    assert visit.app.screen.name == "home"
    assert visit.desk.player is not None
    assert visit.desk.player.picture == "cat"
    me = f"player cat {visit.desk.player.id[:6]}"
    visit.go("player", "edit", me, "name")
    visit.keys("a", "n", "n", "a")
    visit.press("done")
    assert visit.desk.player.name == "Anna"
    visit.go("erase", "yes")
    assert visit.desk.player.name is None
    assert me not in visit.ids()
    visit.press("undo")
    assert me in visit.ids()
    visit.press(me)
    assert visit.desk.player.name == "Anna"


def test_every_setting_holds_at_once_is_kept_and_reset_can_be_undone(visit: Visit) -> None:
    visit.press("settings")
    for name in ("text size", "palette", "less motion", "dwell", "sound"):
        visit.find(name)
        visit.press(name)
    chosen = visit.desk.settings
    assert (chosen.text, chosen.palette, chosen.less_motion, chosen.dwell, chosen.mute) == (
        125,
        "evening",
        True,
        True,
        True,
    )
    assert visit.desk.people is not None
    assert visit.desk.people.guest().settings == chosen
    visit.find("reset")
    visit.press("reset")
    assert visit.desk.settings.text == 100
    visit.find("reset")
    visit.press("reset")
    assert visit.desk.settings == chosen


def test_a_slider_follows_the_finger_and_the_arrows(visit: Visit) -> None:
    visit.press("settings")
    visit.find("volume")
    slider = next(b for b in visit.app.screen.controls if b.id == "volume")
    visit.frame(Sample(visit.t, 1, "down", slider.at + Vec(slider.size.x - 2, 9)))
    visit.frame(Sample(visit.t, 1, "up", slider.at + Vec(slider.size.x - 2, 9)))
    assert visit.desk.settings.volume == 10
    while visit.app.screen._widgets.focus != "volume":  # type: ignore[attr-defined]
        visit.keys("tab")
    visit.keys("left", "left")
    assert visit.desk.settings.volume == 8


def test_a_pointer_that_rests_presses_keys_too(visit: Visit) -> None:
    visit.desk.choose(replace(visit.desk.settings, dwell=True))
    at = next(b for b in visit.app.screen.controls if b.id == "help").middle
    visit.frame(Sample(visit.t, 0, "hover", at, "mouse"))
    for _ in range(70):
        visit.frame()
    assert visit.app.screen.name == "help"


def test_m_mutes_and_plus_makes_letters_larger_on_every_screen(visit: Visit) -> None:
    visit.keys("m", "plus", "plus", "minus")
    assert visit.desk.settings.mute
    assert visit.desk.settings.text == 125


def test_quitting_in_mid_block_stores_it(visit: Visit) -> None:
    visit.press("start")
    visit.play(frames=200)
    visit.frame(Command(visit.t, "quit"))
    assert visit.asked(Close)
    (path,) = visit.lines("stored")
    assert read(Path(str(path)))[0].status == "partial"


def test_a_contact_born_at_the_edge_is_a_resting_hand(visit: Visit) -> None:
    visit.press("start")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    visit.frame(Sample(visit.t, 5, "down", Vec(3, visit.size.y / 2)))
    visit.frame(Sample(visit.t, 5, "up", Vec(3, visit.size.y / 2)))
    assert screen.block.trace == []
    assert screen.session.strays == 1


def test_two_measurements_of_the_card_that_agree_set_the_scale(visit: Visit) -> None:
    visit.go("settings", "screen size")
    screen = visit.app.screen
    widths = [screen.width]  # type: ignore[attr-defined]
    visit.press("fits")
    screen.width = widths[0] * 1.005  # type: ignore[attr-defined]
    visit.t += 1
    visit.press("fits")
    (rescale,) = visit.asked(Rescale)
    assert rescale.factor == pytest.approx(widths[0] * 1.0025 / 85.6)
    assert visit.app.screen.name == "settings"


def test_where_less_than_half_comes_off_an_easier_level_is_offered(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZES[0])
    visit.desk.settings = replace(visit.desk.settings, coach=False)
    visit.app.go(places.Playing(GAMES[0].id, "practice", 10))
    visit.play("hasty", frames=9000)
    assert visit.app.screen.name == "results"
    assert "next level" not in visit.ids()
    visit.press("easier level")
    screen = visit.app.screen
    assert isinstance(screen, Play)
    assert screen.number == 9
