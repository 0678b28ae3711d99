"""The view of Pegs: draws the rules and never changes them."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence

from games.kit.canvas import Canvas
from games.kit.gallery import Made
from games.kit.geometry import ORIGIN, Vec, between, distance
from games.kit.hint import PALE, hint
from games.kit.motion import (
    APPEAR,
    FALL,
    GLIDE,
    SETTLE,
    SLIDES,
    ease_in,
    ease_out,
    homeward,
    share,
    there_and_back,
)
from games.kit.task import Carry
from games.pegs import wood
from games.pegs.board import Board
from games.pegs.dust import DUST, draw_dust
from games.pegs.glowing import draw_glow, ring_of
from games.pegs.grip import HeldPeg
from games.pegs.peg import Peg, still_to_turn
from games.pegs.rules import PegsRules
from games.pegs.stack import (
    FLAT,
    HEIGHTS,
    PIN,
    PIN_SEATED,
    PIN_SHAFT,
    RAISED,
    SEATED,
    STANDING,
    Pose,
    draw_hole,
    draw_peg,
    head_of,
)

READY = "#FFF6D6"
STAINS = ("#E3B98A", "#C4553F", "#2F9384", "#E6B03A")  # rings round the holes of a picture
LIFTING = 0.12  # s in which a peg rises into the hand
MOST_LEAN = 0.34  # mm sideways for each mm of height
SWAY = 0.012  # lean for each mm of recent movement
HELD_LEAN = 0.13  # how a peg leans in the hand, away from its hole; it stands upright over it
UPRIGHT_AT = 9.0  # mm from the middle of its hole
SINKS = 0.05  # of its thickness: how much deeper than it rests a peg sinks for a moment
HOPS, HOPS_FOR = 0.22, 0.16  # how high a dropped peg hops when it meets the wood, of how high it was held; s
DRAGGED = 0.16  # lean of a peg that slides home
TALL = 2.6  # thicknesses: a peg in the hand reaches so high above the place that it is over
ARC = 1.3  # mm, the arrow that shows which way to turn


def draw(rules: PegsRules, canvas: Canvas) -> None:
    """Draw board, trays and pegs; what is still is cached, what moves is drawn in each frame."""
    board, now = rules.board, rules.table.now
    wanted = [
        board.next(slot)[0] for slot in rules.table.asked if slot not in rules.hands
    ]  # their rings are behind them
    # A ring falls around the pin in its hole, so the whole stack is drawn in each frame.
    stirred = {peg.hole for peg in board.pegs if peg.hole is not None and not _still(peg, now)}
    anew = [peg for peg in board.pegs if peg in wanted or not _still(peg, now) or peg.hole in stirred]
    anew = [peg for peg in anew if peg.state != "held"]
    still = [peg for peg in board.pegs if peg.state != "held" and peg not in anew]
    what: Hashable = tuple((peg.sort, peg.at, peg.angle, peg.state, _height(board, peg)) for peg in still)
    key = (canvas.size, board.settings, what, tuple(hole.angle for hole in board.holes))
    canvas.kept("pegs under", key, lambda kept: _under(rules, kept, still))
    _lights(rules, canvas, now)
    for peg in board.leaving:
        gone = share(now, peg.since, APPEAR)
        if gone < 1.0:
            _upright(board, canvas, peg, peg.came_from, Pose(peg.sunk_from, opacity=1.0 - gone))
    for peg in _from_far(board, anew):
        if _still(peg, now):
            _upright(board, canvas, peg, peg.at, Pose(peg.angle, _height(board, peg)))
        else:
            _arriving(board, peg, canvas, now)
    draw_glow(board, canvas, now)
    if board.turning and not rules.hands:
        peg, job = board.next(0)
        turn = 0.0 if job.back else still_to_turn(peg.angle, board.holes[job.hole].angle, peg.sort.shape)
        _arrow(canvas, head_of(peg.at, board.layout.peg, _height(board, peg)), board.layout.peg * 0.5 + 2.4, turn)
    for held in rules.hands.values():
        _held(rules, held, canvas, now)


def draw_ghost(rules: PegsRules, canvas: Canvas) -> None:
    """The pegs that are carried."""
    for held in rules.hands.values():
        _held(rules, held, canvas, rules.table.now)


def made(rules: PegsRules) -> Made:
    """The board with its pegs."""
    board, rim = rules.board.layout.board, Vec(5.0, 5.0)
    return Made(board.at - rim, board.size + rim * 2 + Vec(0, wood.THICK))


def draw_lifted(rules: PegsRules, canvas: Canvas) -> None:
    """The carried pegs that reach over the far edge."""
    for held in rules.hands.values():
        if held.shown.y < TALL * rules.board.layout.peg:
            _held(rules, held, canvas, rules.table.now, targets=False)


def _still(peg: Peg, now: float) -> bool:
    return now - peg.since >= max(FALL + SLIDES, APPEAR, FALL + DUST)


def _from_far(board: Board, pegs: Sequence[Peg]) -> list[Peg]:
    """The pegs in drawing order: from the far side, from below, a pin after the rings around it."""
    pin = {id(peg): peg.state == "placed" and peg.sort.shape == "round" for peg in pegs}
    return sorted(pegs, key=lambda peg: (round(peg.at.y, 3), pin[id(peg)], _height(board, peg)))


def _under(rules: PegsRules, canvas: Canvas, still: list[Peg]) -> None:
    """Draw everything still that is below a carried peg."""
    board, layout = rules.board, rules.board.layout
    for tray in layout.trays:
        wood.draw_tray(canvas, tray)
    wood.draw_board(canvas, layout.board)
    wood.draw_knob(canvas, layout, lit=True)
    thick = layout.peg * (PIN if board.settings.play == "assembly" else 1.0)
    picture = board.hands[0].picture
    if picture is not None:
        for index, colour in picture.cells:
            at, wide = board.holes[index].place, max(layout.peg * 1.36, layout.peg + 2.6)
            canvas.ellipse(at, Vec(wide, wide * FLAT), STAINS[colour] + "E0", border=0.9)
    for hole in board.holes:
        draw_hole(canvas, hole.sort, hole.place, thick, hole.angle, layout.tolerance if picture is None else 0.0)
    for peg in _from_far(board, still):
        _upright(board, canvas, peg, peg.at, Pose(peg.angle, _height(board, peg)))


def _height(board: Board, peg: Peg) -> float:
    """The height of the foot of a resting peg above the wood, in thicknesses."""
    if peg.sort.shape in HEIGHTS:
        if peg.hole is None:
            return 0.0
        below = board.stacks[peg.hole][: board.stacks[peg.hole].index(peg)]
        height = 0.0
        for one in below:
            height += HEIGHTS.get(one.sort.shape, 0.0)
        return height
    if board.settings.play == "assembly":
        return PIN_SEATED if peg.hole is not None else PIN_SEATED + 0.3
    return SEATED if peg.hole is not None else STANDING


def _upright(board: Board, canvas: Canvas, peg: Peg, at: Vec, pose: Pose) -> None:
    pin = board.settings.play == "assembly" and peg.sort.shape == "round"
    draw_peg(canvas, peg.sort, at, board.layout.peg, pose, pin)


def _arriving(board: Board, peg: Peg, canvas: Canvas, now: float) -> None:
    """Draw a peg that sinks into its hole, glides home, or appears in the tray."""
    rest = _height(board, peg)
    if now < peg.since:  # it stays for a moment, as part of a completed picture
        _upright(board, canvas, peg, peg.came_from, Pose(peg.sunk_from))
    elif canvas.calm:
        _upright(board, canvas, peg, peg.at, Pose(peg.angle, rest, opacity=share(now, peg.since, APPEAR)))
    elif peg.state == "placed" and peg.came_from != peg.at:
        part = share(now, peg.since, FALL)
        at = between(peg.came_from, peg.at, ease_out(min(1.0, part * 2)))
        turn = still_to_turn(peg.sunk_from, peg.angle, peg.sort.shape)
        angle = peg.sunk_from + turn * ease_out(min(1.0, part * 2))
        down = ease_in(max(0.0, part * 1.6 - 0.6))
        pressed = SINKS * there_and_back(share(now, peg.since + FALL, SETTLE))
        _upright(board, canvas, peg, at, Pose(angle, RAISED + (rest - RAISED) * down - pressed))
        draw_dust(canvas, peg.at, board.layout.peg, now, peg.since + FALL)
    elif peg.came_from == peg.at:
        grown = ease_out(share(now, peg.since, APPEAR))
        pose = Pose(peg.angle, rest - 0.35 * (1 - grown), opacity=min(1.0, grown * 1.6))
        _upright(board, canvas, peg, peg.at, pose)
    else:
        at, high = homeward(peg.came_from, peg.at, now, peg.since)
        part = share(now, peg.since + FALL, SLIDES)
        hop = HOPS * there_and_back(share(now, peg.since + FALL, HOPS_FOR))
        foot = rest + (RAISED - rest) * max(high, hop)
        angle = peg.sunk_from + (peg.angle - peg.sunk_from) * ease_out(part)
        way = peg.at - peg.came_from  # it leans back at first, and forward when it is stopped
        lean = way * (-DRAGGED * math.sin(2 * math.pi * part) / way.length) if way.length > 0 else ORIGIN
        _upright(board, canvas, peg, at, Pose(angle, foot, lean))


def _held(rules: PegsRules, held: HeldPeg, canvas: Canvas, now: float, targets: bool = True) -> None:
    """Draw the held peg at the newest place of the fingers; it leans as it is carried."""
    board, peg = rules.board, held.piece
    at = held.at if board.layout.on_knob(held.fingers[0].at) and held.hovering else held.shown
    asked = rules.table.asked.get(peg.slot)
    goal = asked.goal if isinstance(asked, Carry) else at
    lands = board.landing(peg, held.job, at)
    rest = STANDING if peg.hole is None else SEATED
    raised = RAISED + (PIN_SHAFT * 0.1 if board.settings.play == "assembly" else 0.0)
    risen = 1.0 if canvas.calm else ease_out(share(now, peg.since, LIFTING))
    foot = raised if peg.sort.shape in HEIGHTS else rest + (raised - rest) * risen
    if peg.sort.shape in HEIGHTS:
        foot = max(foot, 0.9)
    away = at - goal
    lean = ORIGIN
    if away.length > 0 and not canvas.calm:
        far = min(1.0, max(0.0, (away.length - UPRIGHT_AT) / 20.0))
        sway = (held.trail[0] - at) * SWAY if held.trail else ORIGIN
        lean = away * (HELD_LEAN * far / away.length) + sway
        if lean.length > MOST_LEAN:
            lean = lean * (MOST_LEAN / lean.length)
    if targets:
        _target(rules, held, canvas, at, lands is not None)
    eased = peg.angle
    if not board.turning:
        eased = peg.sunk_from + (peg.angle - peg.sunk_from) * (1.0 if canvas.calm else share(now, peg.since, GLIDE))
    _upright(board, canvas, peg, at, Pose(eased, foot, lean))


def _target(rules: PegsRules, held: HeldPeg, canvas: Canvas, at: Vec, lands: bool) -> None:
    """Draw the target of the held peg, bright if letting go now would succeed, with an arrow if it must still be turned."""
    board, layout = rules.board, rules.board.layout
    if held.job.back:
        tray = layout.trays[held.piece.slot]
        colour, width = (READY, 1.8) if lands else (PALE + "90", 1.0)
        canvas.rect(tray.at + Vec(1.2, 1.2), tray.size - Vec(2.4, 2.4), colour, 3.2, border=width)
        return
    landing = board.landing(held.piece, held.job, at)
    if landing is not None:
        job, place, _ = landing
        wide = ring_of(board)
        canvas.ellipse(place, Vec(wide, wide * FLAT), READY + "48")
        canvas.ellipse(place, Vec(wide, wide * FLAT) * 1.06, READY, border=1.7)
        return
    play = board.settings.play
    if play == "memory":
        return
    jobs = [held.job]
    if play == "picture":
        jobs = [job for job in board.hands[held.piece.slot].todo if job.sort == held.piece.sort]
    elif not board.hands[held.piece.slot].fixed and not held.job.back:
        jobs = [job for job in board.hands[held.piece.slot].todo if job.sort == held.piece.sort and not job.back]
    near = min(jobs, key=lambda job: distance(board.holes[job.hole].place, at), default=held.job)
    if distance(board.holes[near.hole].place, at) > layout.pitch * 0.6:
        near = held.job
    for job in jobs:
        hole = board.holes[job.hole]
        first = job == near
        wide = ring_of(board)
        hint(canvas, hole.place, Vec(wide, wide * FLAT), 1.1 if first else 0.7, 0.9 if first else 0.44)
        if first and board.turning:
            _arrow(
                canvas, hole.place, wide / 2 + 1.6, still_to_turn(held.piece.angle, hole.angle, held.piece.sort.shape)
            )


def _arrow(canvas: Canvas, at: Vec, radius: float, turn: float) -> None:
    """Draw in which direction and how far a peg must still be turned."""
    if abs(turn) < 0.03:
        return
    start, end = (0.0, turn) if turn > 0 else (turn, 0.0)
    for colour, width in (("#1A0C04B0", ARC + 0.9), (READY, ARC)):
        canvas.arc(at, radius, start, end, colour, width)
        tip = at + Vec(math.sin(turn), -math.cos(turn)) * radius
        along = Vec(math.cos(turn), math.sin(turn)) * (1 if turn > 0 else -1)
        aside = Vec(-along.y, along.x)
        size = 2.4 if colour == READY else 2.9
        canvas.polygon((tip + along * size, tip + aside * (size * 0.8), tip - aside * (size * 0.8)), colour)


def _lights(rules: PegsRules, canvas: Canvas, now: float) -> None:
    """The peg that is asked for, the light to follow, the lights to remember."""
    board = rules.board
    wide = ring_of(board)
    lit = board.lit(now) if not rules.hands else None
    for slot, task in rules.table.asked.items():
        if slot in rules.hands or not isinstance(task, Carry):
            continue
        thick = board.layout.peg * 1.34 + 2.0
        hint(canvas, task.start, Vec(thick, thick * FLAT), 1.2)
        if (
            board.settings.play == "light"
            and distance(task.goal, board.layout.board.middle) < board.layout.board.size.x
        ):
            job = board.hands[slot].todo[0]
            lit = job.hole
    if lit is not None:
        at = board.holes[lit].place
        for grown, colour in ((1.30, "#FFCF6A18"), (1.18, "#FFCF6A24"), (1.06, "#FFD67A38"), (0.94, "#FFDE9050")):
            canvas.ellipse(at, Vec(wide, wide * FLAT) * grown, colour)
        bore = Vec(board.layout.peg, board.layout.peg * FLAT)
        for grown, colour in ((1.06, "#F2B54A"), (0.92, "#FBD27C"), (0.70, "#FFE9B0"), (0.40, "#FFF8E2")):
            canvas.ellipse(at + Vec(0, bore.y * 0.06), bore * grown, colour)
