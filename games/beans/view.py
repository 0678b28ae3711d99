"""A picture of the rules of Beans, which it never changes."""

from __future__ import annotations

import math

from games.beans.rules import Bean, BeansRules
from games.kit.canvas import Canvas
from games.kit.geometry import ORIGIN, Vec
from games.kit.motion import APPEAR, FALL, GLIDE, GLOW, LIFT, ease_in, ease_out, gliding, share

CELLS = (5, 4)  # columns and rows of the sheet of beans
CELL = 1 / 0.68  # width of a cell over the length of the bean in it
TURN = 2.39996  # radians; the golden angle spreads beans evenly over a round floor
LIFTED = 7.0  # mm; how far the shadow parts from a bean in the hand
MOUTH = 0.65  # of a bowl's picture width: its opening
FLOOR_DOWN = 0.15  # of the opening: how far the floor's middle lies below that of the opening
FLOOR = 0.27  # of the opening: radius of the heap that beans make
SEEN_FROM = 0.88  # a circle on the table is this much lower than wide: the camera stands at 62 degrees
SHADOW = Vec(0.8, 1.0)  # where shadows fall
WALL = 36.0  # mm; width of the wall's picture, four times that of the wall
WALL_DOWN = 1.99  # of that width: how far the picture's middle lies below the wall's far edge
WALL_END = 0.26  # of that width: how far the near end reaches below the line where the strip is cut
HINT = "#FFE9A8"


def draw(rules: BeansRules, canvas: Canvas) -> None:
    """The bowls, the wall, the beans; what lies still is kept, what moves is drawn anew."""
    now = rules.table.now
    lying = [bean for bean in rules.lying if now - bean.since >= GLIDE]
    landed = [bean for bean in rules.landed if now - bean.since >= FALL]
    key = (canvas.size, tuple(bean.home for bean in lying), len(landed))
    canvas.kept("beans under", key, lambda kept: _under(rules, kept, lying, landed))
    _hint(rules, canvas)
    for bean in rules.lying:
        if now - bean.since < GLIDE:
            _arriving(bean, canvas, rules.settings.bean, now)
    for index, bean in enumerate(rules.landed):
        if now - bean.since < FALL:
            _falling(rules, canvas, bean, index, now)
    canvas.kept("beans over", canvas.size, lambda kept: _over(rules, kept))
    _light(rules, canvas, now)
    if rules.held is not None:
        at = rules.held.finger.shown + rules.held.offset
        _bean(canvas, rules.held.bean.kind, at, rules.settings.bean * (1 + LIFT), lifted=LIFTED)


def _under(rules: BeansRules, canvas: Canvas, lying: list[Bean], landed: list[Bean]) -> None:
    """All that lies still beneath what is carried."""
    layout, bean = rules.layout, rules.settings.bean
    for bowl, centre, mouth in _bowls(rules):
        canvas.picture(f"beans/{bowl}_shadow", centre, mouth / MOUTH)
        canvas.picture(f"beans/{bowl}_back", centre, mouth / MOUTH)
    for index in range(24):  # the beans beneath those that can be taken
        place = layout.source + _heap_place(index, 24, layout.source_mouth / 2 - bean * 0.42)
        _bean(canvas, (index * 7) % (CELLS[0] * CELLS[1]), place, bean, shade=0.55)
    for one in sorted(lying, key=lambda one: one.home.y):
        _bean(canvas, one.kind, one.home, bean)
    for index, one in enumerate(landed):
        _bean(canvas, one.kind, _resting(rules, index), bean, shade=_depth(index))


def _over(rules: BeansRules, canvas: Canvas) -> None:
    """What stands before the beans in the bowls: their near rims, and the wall."""
    for bowl, centre, mouth in _bowls(rules):
        canvas.picture(f"beans/{bowl}_front", centre, mouth / MOUTH)
    layout = rules.layout
    if layout.wall_top is not None:
        cut = Vec(layout.wall_x, layout.wall_foot - WALL_END * WALL)
        strip = Vec(layout.wall_x, layout.wall_top + WALL_DOWN * WALL)
        with canvas.clip(Vec(0, 0), Vec(canvas.size.x, cut.y)):
            canvas.picture("beans/wall_shadow", strip, WALL)
        canvas.picture("beans/wall_foot_shadow", cut, WALL)
        with canvas.clip(Vec(0, 0), Vec(canvas.size.x, cut.y)):
            canvas.picture("beans/wall", strip, WALL)
        canvas.picture("beans/wall_foot", cut, WALL)


def _bowls(rules: BeansRules) -> list[tuple[str, Vec, float]]:
    layout = rules.layout
    return [("bowl", layout.source, layout.source_mouth), ("bowl2", layout.goal, layout.mouth)]


def _heap_place(index: int, count: int, radius: float) -> Vec:
    reach = radius * math.sqrt((index + 0.5) / count)
    turn = index * TURN
    return Vec(reach * math.cos(turn), reach * math.sin(turn) * SEEN_FROM)


def _resting(rules: BeansRules, index: int) -> Vec:
    """Where the bean of this number lies in the bowl: on the floor first, then a heap that grows towards the opening."""
    mouth = rules.layout.mouth
    storey = min(index // 7, 4)
    bean = rules.settings.bean
    radius = max(mouth * 0.06, mouth * FLOOR * (1 + 0.12 * storey) - bean * 0.22)
    lowest = mouth * 0.42 - bean * 0.45 - radius * SEEN_FROM  # so that no bean pokes out under the near rim
    down = min(mouth * (FLOOR_DOWN - 0.045 * storey), max(-mouth * 0.02, lowest))
    return rules.layout.goal + _heap_place((index * 3) % 7, 7, radius) + Vec(0, down)


def _depth(index: int) -> float:
    return min(1.0, 0.8 + 0.07 * (index // 7))


def _arriving(bean: Bean, canvas: Canvas, length: float, now: float) -> None:
    """Gliding home after a miss, or coming up from beneath to fill an empty place."""
    if bean.came_from == bean.home:
        size = length * (0.7 + 0.3 * ease_out(share(now, bean.since, APPEAR)))
        _bean(canvas, bean.kind, bean.home, size)
    else:
        _bean(canvas, bean.kind, gliding(bean.came_from, bean.home, now, bean.since), length)


def _falling(rules: BeansRules, canvas: Canvas, bean: Bean, index: int, now: float) -> None:
    part = ease_in(share(now, bean.since, FALL))
    start, end = bean.came_from, _resting(rules, index)
    at = Vec(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
    _bean(canvas, bean.kind, at, rules.settings.bean * (1 + LIFT * (1 - part)), lifted=LIFTED * (1 - part))


def _hint(rules: BeansRules, canvas: Canvas) -> None:
    """A soft ring round the bean that is asked for, or round the bowl that waits for the one in the hand."""
    if rules.held is not None:
        size = Vec(rules.layout.mouth, rules.layout.mouth * SEEN_FROM) * 1.22
        canvas.ellipse(rules.layout.goal, size, HINT, border=1.6)
    elif rules.lying:
        canvas.circle(rules.lying[0].home, rules.settings.bean * 0.62, HINT, border=1.4)


def _light(rules: BeansRules, canvas: Canvas, now: float) -> None:
    """A ring of light that widens and fades round the bowl after a success."""
    if not rules.landed:
        return
    part = share(now, rules.landed[-1].since, GLOW)
    if 0 < part < 1:
        strength = round(160 * (1 - part))
        radius = rules.layout.mouth * (0.6 + 0.2 * ease_out(part))
        canvas.circle(rules.layout.goal, radius, f"#FFF3CF{strength:02X}", border=2.4 * (1 - part) + 0.6)


def _bean(canvas: Canvas, kind: int, at: Vec, length: float, shade: float = 1.0, lifted: float = 0.0) -> None:
    part = (kind % CELLS[0], kind // CELLS[0], *CELLS)
    width = length * CELL
    high = SHADOW * lifted if lifted else ORIGIN
    canvas.picture(
        "beans/bean_sheet_shadow", at + high, width * (1 + 0.02 * lifted), opacity=0.55 if lifted else 1.0, part=part
    )
    canvas.picture("beans/bean_sheet", at, width, shade=shade, part=part)
