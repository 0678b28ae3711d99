"""Challenges as somebody at the screen meets them: the day's, a friend's code, a friend's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from challenged import changed, round_of
from visitor import SIZES, Visit

from games.catalog import GAMES
from games.kit.game import BOARD
from games.launcher.challenge.exchange import Verdict, export, head_of, received
from games.launcher.progress.challenges import DAYS, SEEDS, Challenge, daily, mix
from games.launcher.progress.codes import code_of, read_code
from games.launcher.records.blocks.vault import read
from games.launcher.records.challenges.files import encoded
from games.launcher.screens.challenge.challenging import ChallengeFriend
from games.launcher.screens.challenge.today import Today
from games.launcher.screens.play.play import Play
from games.launcher.screens.results.results import Results
from games.launcher.shell import places
from games.launcher.shell.app import App
from games.launcher.ui import qr
from games.launcher.words.saying import Words
from games.pegs import GAME as PEGS

say = Words().say


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, SIZES[1])


def today(visit: Visit) -> str:
    return visit.desk.clock().local_date


def played(visit: Visit) -> Play:
    screen = visit.app.screen
    assert isinstance(screen, Play)
    return screen


def test_the_challenge_of_the_day_is_played_on_the_board_and_its_points_are_kept(visit: Visit) -> None:
    visit.go("today", "pegs")
    dealt = daily(today(visit), PEGS)
    assert dealt is not None
    block = played(visit).block
    assert (block.seed, block.table.size) == (dealt.seed, BOARD)
    visit.play(frames=30_000)
    assert isinstance(visit.app.screen, Results)
    points = visit.app.screen.ended.score.points
    visit.press("back")
    screen = visit.app.screen
    assert isinstance(screen, Today)
    assert screen.points == {(today(visit), "pegs"): points}
    assert say("some points", count=points) in visit.words()
    visit.press("day before")
    assert say("some points", count=points) not in visit.words()
    visit.go("day after", "back")
    assert visit.app.screen.name == "home"


def test_every_day_of_the_last_thirty_can_be_looked_at_and_played(visit: Visit) -> None:
    visit.press("today")
    screen = visit.app.screen
    assert isinstance(screen, Today)
    assert len(screen.days) == DAYS
    assert "day after" not in visit.ids()
    for _ in range(DAYS - 1):
        visit.press("day before")
    assert "day before" not in visit.ids()
    visit.press("pegs")
    dealt = daily(screen.days[0], PEGS)
    assert dealt is not None
    assert played(visit).block.seed == dealt.seed
    visit.press("stop")


def test_the_mix_leads_from_game_to_game_and_back_to_the_day(visit: Visit) -> None:
    chosen = mix(today(visit), GAMES)
    visit.go("today", "mix")
    for index, (game, dealt) in enumerate(chosen):
        screen = played(visit)
        assert (screen.game.id, screen.block.seed) == (game.id, dealt.seed)
        screen.block.finished = True  # as if it were played
        visit.frame()
        assert isinstance(visit.app.screen, Results)
        more = index + 1 < len(chosen)
        assert ("next part" in visit.ids()) is more
        visit.press("next part" if more else "back")
    assert visit.app.screen.name == "today"


def test_a_round_that_was_sent_by_code_is_the_same_table_elsewhere(visit: Visit, tmp_path: Path) -> None:
    visit.go("today", "pegs")
    visit.play(frames=30_000)
    visit.press("friend")
    screen = visit.app.screen
    assert isinstance(screen, ChallengeFriend)
    assert screen.code is not None
    found = read_code(screen.code)
    (path,) = visit.lines("stored")
    record, _ = read(Path(str(path)))
    assert (found.game, found.seed, found.points) == ("pegs", record.seed, record.score)
    (tmp_path / "other").mkdir()
    other = Visit(tmp_path / "other", SIZES[0])
    other.go("today", "friend", "enter code")
    other.keys(*screen.code.lower())
    assert say("to reach", count=record.score) in other.words()
    other.press("start")
    assert say("to reach", count=record.score) in other.words()
    assert played(other).block.seed == record.seed
    other.go("pause", "start again")
    other.frame()
    assert played(other).block.seed == record.seed


def test_a_file_that_was_saved_is_verified_and_kept_elsewhere_and_brings_its_ghost(
    visit: Visit, tmp_path: Path
) -> None:
    visit.go("today", "pegs")
    visit.play(frames=30_000)
    visit.go("friend", "save file")
    (sent,) = (tmp_path / "data" / "sent").glob("*.hpc")
    assert any(sent.name.split()[-1] in words for words in visit.words())
    visit.press("back")
    assert isinstance(visit.app.screen, Results)
    assert received(sent).verdict is Verdict.VERIFIED
    (tmp_path / "other").mkdir()
    other = Visit(tmp_path / "other", SIZES[1])
    folder = tmp_path / "other" / "data" / "sent"
    folder.mkdir()
    (folder / "from a stick.hpc").write_bytes(sent.read_bytes())
    other.go("today", "friend", "file 0")
    assert say("verified") in other.words()
    assert list((tmp_path / "other" / "data" / "challenges").glob("*.hpc"))
    other.press("start")
    goal = played(other).goal
    assert goal is not None
    assert goal.ghost is not None
    assert goal.ghost.points == goal.challenge.points
    other.press("stop")


@pytest.mark.parametrize(("more", "said"), [(5, "still to reach"), (0, "reached"), (-5, "beaten")])
def test_whether_the_points_were_reached_is_said_kindly(tmp_path: Path, more: int, said: str) -> None:
    first = Visit(tmp_path, SIZES[1])
    first.go("today", "pegs")
    first.play(frames=30_000)
    assert isinstance(first.app.screen, Results)
    points = first.app.screen.ended.score.points
    dealt = daily(today(first), PEGS)
    assert dealt is not None
    code = code_of(Challenge("pegs", dealt.level, dealt.seed, PEGS.version, points=points + more))
    first.go("back", "friend", "enter code")
    first.keys(*code.lower())
    first.press("start")
    first.play(frames=30_000)
    assert say(said, count=points + more, points=points + more) in first.words()
    first.press("back")
    assert first.app.screen.name == "received"
    first.press("back")
    assert first.app.screen.name == "challenge files"


def test_a_sign_that_was_mistaken_can_be_taken_back(visit: Visit) -> None:
    code = code_of(Challenge("pegs", 1, 41, PEGS.version, points=607))
    visit.go("today", "friend", "enter code")
    visit.keys("0", *code[:11].lower(), "2" if code[11] != "2" else "3")
    assert visit.app.screen.name == "code"
    assert say("code check") in visit.words()
    visit.press("delete")
    assert say("code check") not in visit.words()
    visit.press(f"sign {code[11]}")
    assert visit.app.screen.name == "received"


def test_keys_that_mean_something_elsewhere_are_signs_here(visit: Visit) -> None:
    visit.go("today", "friend", "enter code")
    visit.keys("m")
    assert not visit.desk.settings.mute
    visit.keys("escape")
    assert visit.app.screen.name == "challenge files"


@pytest.mark.parametrize(
    ("changes", "said"), [({"game_version": 99}, "made with other rules"), ({"points": 9}, "does not match")]
)
def test_what_is_not_verified_is_not_played(
    visit: Visit, tmp_path: Path, changes: dict[str, object], said: str
) -> None:
    record, trace = round_of()
    path = tmp_path / "x.hpc"
    path.write_bytes(encoded(changed(head_of(record, trace), trace, True, **changes), trace))
    visit.app.go(places.Received(path=path))
    visit.frame()
    assert say(said) in visit.words()
    assert "start" not in visit.ids()
    assert not (tmp_path / "data" / "challenges").exists()


def test_what_is_no_file_and_no_code_is_said_and_nothing_breaks(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "x.hpc"
    path.write_bytes(b"nonsense")
    for what, said in ((path, "not a challenge"), (tmp_path / "nowhere.hpc", "not there"), ("AAAA", "code length")):
        visit.desk.wish.challenge = str(what)
        visit.app = App(visit.desk, lambda: True)
        visit.frame()
        visit.app.after_first_frame()
        for _ in range(3):
            visit.frame()
        assert visit.app.screen.name == "received"
        assert say(said) in visit.words()
        assert visit.errors == []
        visit.press("back")
        assert visit.app.screen.name == "home"


def test_the_command_line_leads_straight_to_a_challenge(visit: Visit, tmp_path: Path) -> None:
    record, trace = round_of()
    export(record, trace, tmp_path / "x.hpc")
    visit.desk.wish.challenge = str(tmp_path / "x.hpc")
    visit.app = App(visit.desk, lambda: True)
    visit.frame()
    visit.app.after_first_frame()
    for _ in range(3):
        visit.frame()
    assert say("verified") in visit.words()
    visit.press("start")
    assert played(visit).block.seed == record.seed


def test_a_challenge_without_a_goal_has_a_seed_that_a_code_can_hold(visit: Visit) -> None:
    visit.desk.seed = lambda: 2**63 - 1
    screen = Play(visit.desk, places.Playing("pegs", "challenge", 1))
    assert 0 <= screen.block.seed < SEEDS
    assert Play(visit.desk, places.Playing("pegs", "practice", 1)).block.seed == 2**63 - 1


def test_the_qr_code_on_the_screen_is_the_code_module_by_module(visit: Visit) -> None:
    words = "89EP PR47 2KMF"
    px, side = 5.9, 40.0
    canvas = visit.canvas
    canvas.begin()
    qr.draw(canvas, words, screen_at := visit.size * 0.25, side, px)
    ground, *dark = canvas.named("rect")
    rows = qr.modules(words)
    one = ground[2].x / (len(rows) + 2 * qr.QUIET)
    assert abs(one * px - round(one * px)) < 1e-9
    assert ground[1].x >= screen_at.x - 1e-9
    found = [[False] * len(rows) for _ in rows]
    for _, at, size, *_ in dark:
        line, start = round((at.y - ground[1].y) / one) - qr.QUIET, round((at.x - ground[1].x) / one) - qr.QUIET
        for column in range(start, start + round(size.x / one)):
            found[line][column] = True
    assert found == rows


def test_the_best_round_of_a_challenge_can_be_sent_from_its_scores(visit: Visit) -> None:
    visit.go("pegs", "mode challenge", "scores")
    assert "friend" not in visit.ids()
    visit.go("back", "start")
    visit.play(frames=30_000)
    assert isinstance(visit.app.screen, Results)
    points = visit.app.screen.ended.score.points
    visit.go("home", "pegs", "scores", "friend")
    screen = visit.app.screen
    assert isinstance(screen, ChallengeFriend)
    assert screen.code is not None
    assert read_code(screen.code).points == points
    visit.press("back")
    assert visit.app.screen.name == "boards"
    visit.go("back", "mode practice", "scores")
    assert "friend" not in visit.ids()
