"""Under the coach the record is the finest that was mastered, of each hand and each form: on the board, in charts, at a level."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import stored
from visitor import SIZES, Visit

from games.beans import GAME
from games.launcher.records.models import CoachRecord, MasteredRecord
from games.launcher.round.mastering import finest_here, finest_of_hand
from games.launcher.screens.progress.charts import Charts
from games.launcher.screens.progress.scores import Boards


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    return Visit(tmp_path, SIZES[1])


def add(
    visit: Visit, number: int, millimetres: float, by: str = "touch", form: str = "drag", side: str = "right"
) -> None:
    """A coached round of beans, in which this hand mastered a bowl so wide, give or take 0.5 mm."""
    record = stored()[0]
    found = MasteredRecord(word="bowl of", value=millimetres, more=False, turns=4, spread=1.0)
    about = {"id": f"{number:032x}", "profile": visit.desk.player.id, "started_utc_ms": record.started_utc_ms + number}
    about |= {"input": by, "form": form, "mastered": found, "fit": record.fit.model_copy(update={"side": side})}
    about["coach"] = CoachRecord(target=0.75, start=0.0, end=0.1, tempo=1.0)
    visit.desk.store.index.add(record.model_copy(update=about), Path(f"{number:04}.hps"))


def test_what_was_mastered_in_one_form_never_counts_in_another_nor_for_the_other_hand(visit: Visit) -> None:
    add(visit, 1, 20.0, form="tap")
    add(visit, 2, 40.0)
    add(visit, 3, 44.0)
    add(visit, 4, 10.0, side="left")
    add(visit, 5, 12.0, form="mixed")
    add(visit, 6, 14.0, by="mouse")
    shown = {
        (by, form): finest_of_hand(visit.desk, GAME, 1, "right", (by, form))
        for by, form in (("touch", "tap"), ("touch", "drag"), ("mouse", "drag"), ("touch", "mixed"))
    }
    words = {kind: None if found is None else found.words for kind, found in shown.items()}
    assert words == {
        ("touch", "tap"): "bowl of 20 mm, give or take 0.5",
        ("touch", "drag"): "bowl of 42 mm, give or take 0.8",
        ("mouse", "drag"): "bowl of 14 mm, give or take 0.5",
        ("touch", "mixed"): None,
    }
    assert finest_here(visit.desk, GAME, 1) == words["mouse", "drag"], "the form of the last round that tells"


def test_the_board_of_a_coached_level_shows_the_finest_in_place_of_points(visit: Visit) -> None:
    for number, wide in enumerate((50.0, 40.0, 45.0)):
        add(visit, number, wide)
    visit.go("beans", "mode practice", "scores")
    board = visit.app.screen
    assert isinstance(board, Boards)
    assert board.finest is not None
    assert [(value, round(share, 2)) for value, share, _ in board.finest.last] == [
        ("50", 0.8),
        ("40", 1.0),
        ("45", 0.89),
    ]
    assert board.finest.words in visit.words()
    assert "Your best" not in visit.words()


def test_the_charts_of_a_coached_level_say_the_finest_of_that_form(visit: Visit) -> None:
    add(visit, 1, 40.0)
    add(visit, 2, 20.0, form="tap")
    visit.go("progress", "page charts")
    said = []
    for _ in range(2):
        assert isinstance(visit.app.screen, Charts)
        said.append(" ".join(visit.words()))
        visit.press("kind")
    assert sorted("bowl of 40 mm" in one for one in said) == [False, True]
    assert sorted("bowl of 20 mm" in one for one in said) == [False, True]
