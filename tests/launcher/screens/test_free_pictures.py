"""The gallery of free pictures: what is painted hangs there, opens, runs as a film, is painted on, goes and comes back."""

from __future__ import annotations

from pathlib import Path

from visitor import Visit

from games.kit.block import Block
from games.kit.geometry import Vec
from games.kit.painting import Entry, without_idle_marks
from games.launcher.cli.replay import replay
from games.launcher.records.blocks.vault import read
from games.launcher.screens.gallery.free_picture import FreePicture
from games.launcher.screens.play.play import Play
from games.launcher.shell.outbox import Paint

SIZE = Vec(217, 136)
A, B, C = Vec(50, 60), Vec(110, 80), Vec(70, 70)


def painter(folder: Path, size: Vec = SIZE) -> Visit:
    visit = Visit(folder, size)
    visit.go("paint", "mode free")
    return visit


def painted(visit: Visit, *starts: Vec) -> Path:
    """Paint a picture and come back to the game's page; the file of its block."""
    visit.go("mode free", "start")
    visit.paint(*starts)
    visit.go("stop", "home", "paint")
    return Path(str(visit.lines("stored")[-1]))


def open_first(visit: Visit) -> FreePicture:
    visit.go("gallery", "picture 1")
    screen = visit.app.screen
    assert isinstance(screen, FreePicture)
    return screen


def block_of(visit: Visit) -> Block:
    assert isinstance(visit.app.screen, Play)
    return visit.app.screen.block


def log_of(block: Block) -> list[Entry]:
    log: list[Entry] = block.rules.sheet.log  # type: ignore[attr-defined]
    return log


def test_nothing_hangs_before_anything_is_painted(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    visit.press("gallery")
    assert visit.ids() == ["back"]
    assert "What you make in Free will hang here." in visit.words()


def test_each_free_picture_hangs_in_the_gallery_and_the_newest_comes_first(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    first, second = painted(visit, A), painted(visit, A, B)
    assert first != second
    visit.press("gallery")
    assert [name for name in visit.ids() if name.startswith("picture")] == ["picture 1", "picture 2"]
    visit.press("picture 1")
    screen = visit.app.screen
    assert isinstance(screen, FreePicture)
    assert screen.kept.file == second.name
    assert visit.errors == []


def test_a_table_that_was_only_looked_at_leaves_no_picture(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    visit.press("start")
    for _ in range(30):
        visit.frame()
    visit.press("stop")
    visit.go("paint", "gallery")
    assert visit.ids() == ["back"]


def test_guided_pieces_do_not_hang_among_the_free_pictures(tmp_path: Path) -> None:
    visit = Visit(tmp_path, SIZE)
    visit.go("paint", "practice 1", "start")
    visit.play(frames=2000)
    if "stop" in visit.ids():
        visit.press("stop")
    visit.go("home", "paint", "gallery")
    assert visit.ids() == ["back"]


def test_the_log_is_kept_beside_the_block_and_makes_the_same_picture_again(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    visit.press("start")
    visit.paint(A, B)
    log = without_idle_marks(log_of(block_of(visit)))
    visit.go("stop", "home", "paint")
    screen = open_first(visit)
    painting = screen._opened.painting
    assert painting is not None
    assert [(one.kind, one.stroke, one.colour) for one in painting.log] == [(e.kind, e.stroke, e.colour) for e in log]
    assert all(
        abs(a.at.x - b.at.x) < 1e-3 and abs(a.at.y - b.at.y) < 1e-3 for a, b in zip(painting.log, log, strict=True)
    )


def test_a_picture_whose_log_is_gone_or_damaged_is_made_again_from_its_trace(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    file = painted(visit, A, B, C)
    (ink,) = tmp_path.rglob(f"{file.stem}.ink")
    whole = ink.read_bytes()
    for content in (None, b"", whole[: len(whole) // 2], b"x" * 100):
        ink.unlink(missing_ok=True)
        if content is not None:
            ink.write_bytes(content)
        screen = open_first(visit)
        for _ in range(200):
            visit.frame()
        assert screen._opened.painting is not None
        assert sum(one.kind == "begin" for one in screen._opened.painting.log) == 3
        assert ink.read_bytes() == whole
        visit.go("back", "back")
    assert visit.errors == []


def test_a_picture_is_commissioned_once_it_is_painted_and_hangs_as_it_was_written(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    file = painted(visit, A)
    (wanted,) = (one.picture for one in visit.asked(Paint))
    assert wanted.draw(visit.canvas)
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (480).to_bytes(4, "big") + (240).to_bytes(4, "big")
    wanted.take(lambda path, width: path.write_bytes(head) and None)  # type: ignore[func-returns-value]
    visit.press("gallery")
    visit.frame()
    shown = [entry[1] for entry in visit.canvas.named("picture") if file.stem in entry[1]]
    assert shown
    assert all(name.endswith(".small") for name in shown)
    visit.press("picture 1")
    assert any(entry[1].endswith(file.stem) for entry in visit.canvas.named("picture"))
    visit.press("save")
    (saved,) = (tmp_path / "data" / "pictures").glob("*.png")
    assert saved.read_bytes() == head
    visit.frame()
    assert any(saved.name in words for words in visit.words())


def test_a_picture_that_waits_for_the_end_of_a_game_asks_for_no_frames(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A)
    for _ in range(60):
        visit.frame()
    assert visit.app.lively
    visit.go("mode free", "start", "pause")
    assert visit.app.outbox.painting
    for _ in range(60):
        visit.frame()
    assert not visit.app.lively


def test_a_film_paints_the_strokes_one_after_the_other_within_a_minute(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A, B, C)
    screen = open_first(visit)
    visit.press("film")
    start, seen = visit.t, []
    while not screen.shown_whole:
        visit.frame()
        seen.append(len(visit.canvas.layers["picture 1"].strokes))
        assert visit.t - start < 61
    assert visit.t - start > 8
    assert seen == sorted(seen)
    assert len(set(seen)) > 20
    assert "again" in visit.ids()


def test_a_film_rests_goes_on_and_is_skipped_to_its_end(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A, B)
    screen = open_first(visit)
    visit.go("film", "pause")
    here = screen.film
    for _ in range(60):
        visit.frame()
    assert screen.film == here
    visit.go("carry on")
    assert screen.film is not None
    assert here is not None
    assert screen.film > here
    visit.press("skip")
    assert screen.shown_whole
    visit.press("back")
    assert screen.film is None
    assert "paint on" in visit.ids()


def test_a_deleted_picture_is_out_of_sight_and_undo_puts_everything_back(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A)
    file = painted(visit, B)
    before = {path: path.read_bytes() for path in (tmp_path / "data" / "profiles").rglob("*") if path.is_file()}
    assert visit.desk.store is not None
    counts = visit.desk.store.counts(file.parts[-4])
    open_first(visit)
    visit.press("delete")
    assert not file.exists()
    assert visit.ids() == ["back", "undo", "picture 1"]
    visit.press("undo")
    assert {path: path.read_bytes() for path in (tmp_path / "data" / "profiles").rglob("*") if path.is_file()} == before
    assert visit.ids() == ["back", "picture 1", "picture 2"]
    assert visit.desk.store.counts(file.parts[-4]) == counts
    assert visit.errors == []


def test_a_picture_that_stays_deleted_is_destroyed_at_the_end_and_nothing_else_is(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    other, file = painted(visit, A), painted(visit, B)
    open_first(visit)
    visit.press("delete")
    assert visit.desk.store is not None
    assert visit.desk.store.finish_erasing() is None
    assert not list((tmp_path / "data").rglob(f"{file.stem}*"))
    assert other.exists()
    assert not (tmp_path / "data" / "erased").exists()


def test_painting_on_begins_with_the_picture_and_replays_identically(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    old = painted(visit, A, B)
    open_first(visit)
    visit.press("paint on")
    for _ in range(400):
        visit.frame()
    block = block_of(visit)
    assert not block.paused
    assert sum(one.kind == "begin" for one in log_of(block)) == 2
    visit.paint(C)
    visit.press("stop")
    new = Path(str(visit.lines("stored")[-1]))
    assert new != old
    assert old.exists()
    record, _ = read(new)
    before, _ = read(old)
    assert len(record.reps) == 3
    assert record.carried_reps == 2
    assert abs(record.carried_ms - before.dur_ms) < 10
    assert replay(new, True) == 0
    assert replay(old, True) == 0


def test_strokes_and_minutes_that_were_painted_before_are_not_counted_twice(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    old = painted(visit, A, B)
    assert visit.desk.store is not None
    day, who = visit.desk.clock().local_date, old.parts[-4]
    reps, minutes = visit.desk.store.today(who, day)
    open_first(visit)
    visit.press("paint on")
    for _ in range(100):
        visit.frame()
    now = block_of(visit).now
    visit.paint(C)
    gone = block_of(visit).now - now
    visit.press("stop")
    after, longer = visit.desk.store.today(who, day)
    assert after == reps + 1
    assert longer < minutes + (gone + 6.0) / 60


def test_a_picture_to_which_nothing_is_added_is_not_stored_again(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A)
    open_first(visit)
    visit.press("paint on")
    for _ in range(100):
        visit.frame()
    visit.press("stop")
    assert len(list((tmp_path / "data").rglob("*.hps"))) == 1
    assert not list((tmp_path / "data").rglob("*.jrn"))


def test_undo_reaches_back_into_what_was_painted_before(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A, B)
    open_first(visit)
    visit.press("paint on")
    for _ in range(100):
        visit.frame()
    visit.keys("ctrl z", "ctrl z")
    assert [one.kind for one in log_of(block_of(visit))[-2:]] == ["back", "back"]
    assert block_of(visit).rules.sheet.can_back == 0  # type: ignore[attr-defined]


def test_a_picture_of_a_larger_table_cannot_be_painted_on_here_and_says_so(tmp_path: Path) -> None:
    visit = painter(tmp_path)
    painted(visit, A)
    open_first(visit)
    visit.desk.display = type(visit.desk.display)("test", Vec(143, 86), 5.0, True)
    visit.app.screen.laid()
    visit.press("paint on")
    assert visit.app.screen.name == "picture"
    assert "To go on with it, a larger screen is needed." in visit.words()
