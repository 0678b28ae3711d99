"""Pictures of the still things of Beans (bowls, jars, pot, wall), and the places of beans in them."""

from __future__ import annotations

import math

from games.beans.rules import BeansRules
from games.kit.canvas import Canvas, Pose
from games.kit.geometry import ORIGIN, Vec

CELLS = (5, 4)  # columns and rows of the sheet of beans
CELL = 1 / 0.68  # width of a cell over the length of the bean in it
TURN = 2.39996  # radians; the golden angle spreads beans evenly over a round floor
MOUTH = 0.65  # the opening of a bowl, as a share of its picture's width
FLOOR_DOWN = 0.15  # distance from the middle of the opening down to that of the floor, as a share of the opening
FLOOR = 0.27  # radius of the heap of beans, as a share of the opening
SEEN_FROM = 0.88  # height / width of a circle on the table: the camera looks down at 62 degrees
SHADOW = Vec(0.8, 1.0)  # where shadows fall
WALL = 36.0  # mm; width of the wall's picture, four times that of the wall
WALL_DOWN = 1.99  # distance of the picture's middle below the wall's far edge, as a share of that width
WALL_END = 0.26  # distance of the near end below the line where the strip is cut, as a share of that width
EMBLEM = 0.34  # size of the bean painted on a jar, as a share of the opening, and ...
EMBLEM_DOWN = 0.37  # ... its distance below the middle of the opening
RAIL, RAIL_DARK = "#B08A4A", "#4A3620"
STOREY = 7  # beans in one layer
UPRIGHT: Pose = (0.0, 1.0)  # neither turned nor squashed


def draw_source(rules: BeansRules, canvas: Canvas) -> None:
    """Draw the source bowl without its beans, and its shadow."""
    width = rules.tray.layout.source_mouth / MOUTH
    canvas.picture("beans/bowl_shadow", rules.tray.layout.source, width)
    canvas.picture("beans/bowl_back", rules.tray.layout.source, width)


def draw_source_front(rules: BeansRules, canvas: Canvas) -> None:
    """Draw the near rim of the source bowl."""
    canvas.picture("beans/bowl_front", rules.tray.layout.source, rules.tray.layout.source_mouth / MOUTH)


def draw_inside(rules: BeansRules, canvas: Canvas, jar: int, now: float) -> None:
    """Draw the part of a jar that is behind its beans."""
    name, width, at = _name(rules, jar), rules.tray.layout.mouth / MOUTH, rules.tray.layout.goal(jar, now)
    canvas.picture(f"beans/{name}_shadow", at, width)
    canvas.picture(f"beans/{name}_back", at, width)


def draw_front(rules: BeansRules, canvas: Canvas, jar: int, now: float) -> None:
    """Draw the near side of a jar, and the bean painted on it if each colour has its own jar."""
    mouth, at = rules.tray.layout.mouth, rules.tray.layout.goal(jar, now)
    canvas.picture(f"beans/{_name(rules, jar)}_front", at, mouth / MOUTH)
    if rules.tray.settings.jars > 1:
        spot = at + Vec(0, mouth * EMBLEM_DOWN)
        canvas.ellipse(spot, Vec(mouth * EMBLEM * 1.5, mouth * EMBLEM * 0.95), "#FFFDF6")
        draw_bean(canvas, jar * CELLS[0], spot, mouth * EMBLEM)


def draw_rail(rules: BeansRules, canvas: Canvas) -> None:
    """The brass rail along which a jar swings."""
    layout, half = rules.tray.layout, rules.tray.layout.swing + rules.tray.layout.mouth * 0.5
    middle = layout.goals[0] + Vec(0, layout.mouth * 0.30)
    ends = middle - Vec(half, 0), middle + Vec(half, 0)
    canvas.line([end + Vec(0.6, 1.0) for end in ends], "#1A0E0660", 3.0)
    canvas.line(ends, RAIL_DARK, 3.0)
    canvas.line([end - Vec(0, 0.35) for end in ends], RAIL, 1.8)


def draw_wall(rules: BeansRules, canvas: Canvas) -> None:
    """The low oak wall between the bowls, if there is one."""
    layout = rules.tray.layout
    if layout.wall_top is None:
        return
    cut = Vec(layout.wall_x, layout.wall_foot - WALL_END * WALL)
    strip = Vec(layout.wall_x, layout.wall_top + WALL_DOWN * WALL)
    with canvas.clip(Vec(0, 0), Vec(canvas.size.x, cut.y)):
        canvas.picture("beans/wall_shadow", strip, WALL)
    canvas.picture("beans/wall_foot_shadow", cut, WALL)
    with canvas.clip(Vec(0, 0), Vec(canvas.size.x, cut.y)):
        canvas.picture("beans/wall", strip, WALL)
    canvas.picture("beans/wall_foot", cut, WALL)


def heap_place(index: int, count: int, radius: float) -> Vec:
    """A place on a round floor, relative to its middle."""
    reach = radius * math.sqrt((index + 0.5) / count)
    turn = index * TURN
    return Vec(reach * math.cos(turn), reach * math.sin(turn) * SEEN_FROM)


def resting(rules: BeansRules, jar: int, index: int, now: float) -> Vec:
    """The place of bean number `index` in its jar: the first ones on the floor, then a heap that grows upwards."""
    mouth, bean = rules.tray.layout.mouth, rules.tray.settings.bean
    storey = min(index // STOREY, 4)
    radius = max(mouth * 0.06, mouth * FLOOR * (1 + 0.12 * storey) - bean * 0.22)
    lowest = mouth * 0.42 - bean * 0.45 - radius * SEEN_FROM  # so that no bean pokes out under the near rim
    down = min(mouth * (FLOOR_DOWN - 0.045 * storey), max(-mouth * 0.02, lowest))
    place = heap_place((index * 3 + index // STOREY) % STOREY, STOREY, radius)
    return rules.tray.layout.goal(jar, now) + place + Vec(0, down)


def depth(index: int) -> float:
    """The brightness of bean number `index`: those on the floor lie in the bowl's shade."""
    return min(1.0, 0.8 + 0.07 * (index // STOREY))


def draw_bean(
    canvas: Canvas,
    kind: int,
    at: Vec,
    length: float,
    shade: float = 1.0,
    lifted: float = 0.0,
    opacity: float = 1.0,
) -> None:
    """Draw a bean and its shadow, which is farther away the higher the bean is lifted (mm)."""
    part = (kind % CELLS[0], kind // CELLS[0], *CELLS)
    width = length * CELL
    high = SHADOW * lifted if lifted else ORIGIN
    dark = (0.55 if lifted else 1.0) * opacity
    canvas.picture("beans/bean_sheet_shadow", at + high, width * (1 + 0.02 * lifted), opacity=dark, part=part)
    canvas.picture("beans/bean_sheet", at, width, opacity=opacity, shade=shade, part=part)


def draw_moving(
    canvas: Canvas, kind: int, at: Vec, length: float, pose: Pose, shade: float = 1.0, lifted: float = 0.0
) -> None:
    """Draw a bean that sways, rolls, or is squashed as it lands, and its shadow."""
    if pose == UPRIGHT:
        draw_bean(canvas, kind, at, length, shade, lifted)
        return
    part = (kind % CELLS[0], kind // CELLS[0], *CELLS)
    high, dark = (SHADOW * lifted, 0.55) if lifted else (ORIGIN, 1.0)
    canvas.picture("beans/bean_sheet_shadow", at + high, length * CELL * (1 + 0.02 * lifted), opacity=dark, part=part)
    canvas.posed("beans/bean_sheet", at, length * CELL, pose, shade, part)


def _name(rules: BeansRules, jar: int) -> str:
    if rules.tray.recipe:
        return "pot"
    return f"jar{jar}" if rules.tray.settings.jars > 1 else "bowl2"
