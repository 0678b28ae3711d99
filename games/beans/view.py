"""The view of Beans: draws the rules and never changes them."""

from __future__ import annotations

from games.beans import bowls
from games.beans.bean import Bean
from games.beans.bowls import SEEN_FROM, draw_bean, draw_moving, heap_place
from games.beans.grip import HeldBean
from games.beans.layout import DEEP, RIM
from games.beans.rules import BeansRules
from games.kit.canvas import Canvas
from games.kit.gallery import Made
from games.kit.geometry import ORIGIN, Vec
from games.kit.glow import glow_round
from games.kit.hint import hint
from games.kit.motion import (
    APPEAR,
    FALL,
    GLIDE,
    GLOW,
    JOSTLE,
    LIFT,
    RIPPLE,
    SETTLE,
    SLIDES,
    ease_out,
    falling,
    gliding,
    homeward,
    share,
    squashed,
    there_and_back,
)
from games.kit.swing import swung
from games.kit.task import Carry

LIFTED = 7.0  # mm; distance of a held bean from its shadow
BENEATH = 1.1  # number of decorative beans below the others, for each bean that fits on the floor of the source bowl
DEEP_DOWN = 0.66  # brightness of those
BENEATH_KINDS: tuple[int, ...] = (*range(10), *range(15, 20))  # cells of the sheet, without the white beans
ROLL = 0.30  # of its length: how far a bean rolls in the spoon before it rolls out
SPOON = 1 / 0.36  # the spoon's picture is this much wider than its hollow
HOLLOW = 1.5  # the hollow is this much longer than the bean
ROLLS = 0.9  # of its length: how far a bean rolls for each radian
RIM_SIZE = 1.2  # of a bowl's opening: its rim, round which light spreads
GIVES = 0.7  # mm that a bowl gives way
AMBER = "#F0A030"
CARD_HEIGHT = 11.0  # mm, the recipe's slip of paper


def draw(rules: BeansRules, canvas: Canvas) -> None:
    """Draw bowls, wall and beans; what lies still is cached, what moves is drawn in each frame."""
    now = rules.table.now
    lying = [bean for bean in rules.tray.lying if _lies(bean, now)]
    stirred = {bean.jar for bean in rules.tray.landed if now - bean.since < FALL + JOSTLE}
    moving = set(range(len(rules.tray.layout.goals))) if rules.tray.layout.swing else stirred
    counts = tuple(len([b for b in rules.tray.landed if b.jar == jar]) for jar in range(len(rules.tray.layout.goals)))
    key = (canvas.size, rules.tray.settings, tuple(bean.home for bean in lying), frozenset(moving), counts)
    canvas.kept("beans under", key, lambda kept: _under(rules, kept, lying, moving))
    for jar in sorted(moving):
        with canvas.shifted(_nudge(rules, canvas, jar, now), canvas.size):
            bowls.draw_inside(rules, canvas, jar, now)
            _contents(rules, canvas, jar, now)
    _hint(rules, canvas, now)
    for bean in rules.tray.lying:
        if not _lies(bean, now):
            _arriving(bean, canvas, rules.tray.settings.bean, now)
    over = (canvas.size, rules.tray.settings, frozenset(moving))
    canvas.kept("beans over", over, lambda kept: _over(rules, kept, moving))
    for jar in sorted(moving):
        with canvas.shifted(_nudge(rules, canvas, jar, now), canvas.size):
            bowls.draw_front(rules, canvas, jar, now)
    if rules.tray.recipe:
        canvas.kept("beans recipe", (canvas.size, tuple(rules.tray.wanted)), lambda kept: _recipe(rules, kept))
    _light(rules, canvas, now)
    if rules.tray.settings.spoon and rules.held is None:
        canvas.kept("beans spoon", (canvas.size, rules.tray.settings), lambda kept: _spoon(rules, kept))
    if rules.waiting is not None:
        draw_bean(canvas, rules.waiting.piece.kind, rules.waiting.at, rules.tray.settings.bean, lifted=1.5)
    if rules.held is not None:
        _held(rules.held, canvas, rules, now)


def draw_ghost(rules: BeansRules, canvas: Canvas) -> None:
    """The bean that is carried."""
    if rules.held is not None:
        _held(rules.held, canvas, rules, rules.table.now)


def made(rules: BeansRules) -> Made:
    """The jars with what is in them."""
    layout = rules.tray.layout
    half = Vec(layout.mouth * RIM / 2 + 4.0 + layout.swing, layout.mouth * DEEP + 4.0)
    xs, ys = [goal.x for goal in layout.goals], [goal.y for goal in layout.goals]
    corner = Vec(min(xs), min(ys)) - half
    return Made(corner, Vec(max(xs), max(ys)) + half - corner)


def draw_lifted(rules: BeansRules, canvas: Canvas) -> None:
    """The carried bean, if it reaches over the far edge."""
    if rules.held is not None and rules.held.shown.y < rules.tray.settings.bean + LIFTED:
        _held(rules.held, canvas, rules, rules.table.now)


def _under(rules: BeansRules, canvas: Canvas, lying: list[Bean], moving: set[int]) -> None:
    """Draw everything still that is below a carried bean."""
    layout, bean = rules.tray.layout, rules.tray.settings.bean
    bowls.draw_source(rules, canvas)
    floor = layout.source_mouth / 2 - bean * 0.42
    count = max(24, round(BENEATH * (2 * floor / bean) ** 2))
    for index in range(count):
        place = layout.source + heap_place(index, count, floor)
        draw_bean(canvas, _kind_beneath(rules, index), place, bean, shade=DEEP_DOWN)
    for one in sorted(lying, key=lambda one: one.home.y):
        draw_bean(canvas, one.kind, one.home, bean)
    if layout.swing:
        bowls.draw_rail(rules, canvas)
    for jar in range(len(layout.goals)):
        if jar not in moving:
            bowls.draw_inside(rules, canvas, jar, 0.0)
            _contents(rules, canvas, jar, rules.table.now)


def _kind_beneath(rules: BeansRules, index: int) -> int:
    if rules.tray.settings.jars == 1 and not rules.tray.recipe:  # no pale ones, which look like mud in the shade
        return BENEATH_KINDS[index * 7 % len(BENEATH_KINDS)]
    colours = 4 if rules.tray.recipe else rules.tray.settings.jars
    return (index % colours) * 5 + index % 5


def _over(rules: BeansRules, canvas: Canvas, moving: set[int]) -> None:
    """Draw what is in front of the beans: near rims of the bowls, and the wall."""
    bowls.draw_source_front(rules, canvas)
    for jar in range(len(rules.tray.layout.goals)):
        if jar not in moving:
            bowls.draw_front(rules, canvas, jar, 0.0)
    bowls.draw_wall(rules, canvas)


def _contents(rules: BeansRules, canvas: Canvas, jar: int, now: float, first: int = 0) -> None:
    """Draw the beans in a jar from number `first` on; neighbours of a falling bean give way a little and come back."""
    beans = [bean for bean in rules.tray.landed if bean.jar == jar]
    newest = beans[-1].since if beans else -1.0
    hit = newest + FALL
    for index, bean in enumerate(beans[first:], first):
        rest = bowls.resting(rules, jar, index, now)
        size = rules.tray.settings.bean
        pose = 0.0, squashed(now, bean.since + FALL, canvas.calm)
        if now - bean.since < FALL and not canvas.calm:
            at = falling(bean.came_from, rest, now, bean.since)
            part = share(now, bean.since, FALL)
            dark = 1.0 - (1.0 - bowls.depth(index)) * part  # it sinks into the shade of the bowl
            draw_moving(canvas, bean.kind, at, size * (1 + LIFT * (1 - part)), pose, dark, LIFTED * (1 - part))
            continue
        shown = share(now, bean.since, FALL) if canvas.calm else 1.0
        if index < len(beans) - 1 and now > hit and not canvas.calm:
            rest = rest + _pushed(rest - bowls.resting(rules, jar, len(beans) - 1, now), size, now, hit)
        if canvas.calm:
            draw_bean(canvas, bean.kind, rest, size, shade=bowls.depth(index), opacity=shown)
        else:
            draw_moving(canvas, bean.kind, rest, size, pose, bowls.depth(index))


def _pushed(away: Vec, size: float, now: float, hit: float) -> Vec:
    """How a bean gives way to one that has landed so far away: the nearest first and most, in a ripple that runs outwards."""
    near = max(0.0, 1.0 - away.length / (2.4 * size))
    push = 0.13 * size * near * there_and_back(share(now, hit + away.length / RIPPLE, JOSTLE))
    aside = away * (push / away.length) if away.length > 0 else ORIGIN
    return aside + Vec(0, -0.5 * push)


def _nudge(rules: BeansRules, canvas: Canvas, jar: int, now: float) -> Vec:
    """How far a bowl gives way when a bean has just hit it."""
    hits = [bean.since + FALL for bean in rules.tray.landed if bean.jar == jar]
    if not hits or canvas.calm:
        return ORIGIN
    return Vec(0.0, GIVES * there_and_back(share(now, hits[-1], SETTLE)))


def _lies(bean: Bean, now: float) -> bool:
    """Whether a bean of the source bowl has come to rest there."""
    return now - bean.since >= (APPEAR if bean.came_from == bean.home else FALL + SLIDES)


def _arriving(bean: Bean, canvas: Canvas, length: float, now: float) -> None:
    """Draw a bean that falls and rolls home after a miss, or a new one that fades in."""
    if canvas.calm:
        draw_bean(canvas, bean.kind, bean.home, length, opacity=share(now, bean.since, APPEAR))
    elif bean.came_from == bean.home:
        size = length * (0.7 + 0.3 * ease_out(share(now, bean.since, APPEAR)))
        draw_bean(canvas, bean.kind, bean.home, size)
    else:
        at, high = homeward(bean.came_from, bean.home, now, bean.since)
        left = bean.home.x - at.x  # it comes to lie as it lay
        pose = -left / (ROLLS * length), squashed(now, bean.since + FALL)
        draw_moving(canvas, bean.kind, at, length * (1 + LIFT * high), pose, lifted=LIFTED * high)


def _held(held: HeldBean, canvas: Canvas, rules: BeansRules, now: float) -> None:
    """Draw the held bean at the newest place of the fingers; in a spoon it rolls when hurried."""
    at, length = held.shown, rules.tray.settings.bean
    if held.rested and now - held.piece.since < GLIDE and not canvas.calm:
        at = gliding(held.piece.came_from, at, now, held.piece.since)
    for bean, beside in held.extras:
        draw_bean(canvas, bean.kind, at + beside, length, lifted=LIFTED)
    if not rules.tray.settings.spoon:
        aside, tilt = (ORIGIN, 0.0) if canvas.calm else swung(held.carried)
        draw_moving(canvas, held.piece.kind, at + aside, length * (1 + LIFT), (tilt, 1.0), lifted=LIFTED)
        return
    width = length * HOLLOW * SPOON
    canvas.picture("beans/spoon_shadow", at + Vec(0.8, 1.0) * LIFTED, width, opacity=0.55)
    canvas.picture("beans/spoon", at, width)
    hurry = min(1.0, held.hurry(rules.tray.hurry()))
    if hurry > 0.55:
        canvas.ellipse(at, Vec(length * 2.0, length * 1.7), AMBER, border=0.8)
    back = held.trail[0] - held.at if held.trail else Vec(0, 0)
    roll = back * (ROLL * length * hurry / back.length) if back.length > 0 else Vec(0, 0)
    draw_bean(canvas, held.piece.kind, at + roll, length)


def _spoon(rules: BeansRules, canvas: Canvas) -> None:
    """The spoon as it waits below the bowl."""
    layout, width = rules.tray.layout, rules.tray.settings.bean * HOLLOW * SPOON
    down = layout.source_mouth * 0.62 + width * 0.2
    at = Vec(layout.source.x, min(layout.source.y + down, canvas.size.y - width * 0.22))
    canvas.picture("beans/spoon_shadow", at + Vec(0.6, 0.8), width)
    canvas.picture("beans/spoon", at, width)


def _hint(rules: BeansRules, canvas: Canvas, now: float) -> None:
    """Draw a soft ring around the bean to take, or around the jar for the held bean."""
    carried = rules.held or rules.waiting
    if carried is not None:
        mouth = rules.tray.layout.mouth
        goal = rules.tray.layout.goal(rules.tray.jar_of(carried.piece), now)
        hint(canvas, goal, Vec(mouth, mouth * SEEN_FROM) * 1.22, 1.6)
    elif rules.tray.lying:
        asked = rules.table.asked.get(0)
        start = asked.start if isinstance(asked, Carry) else rules.tray.lying[0].home
        wide = rules.tray.settings.bean * 1.24
        hint(canvas, start, Vec(wide, wide), 1.4)


def _light(rules: BeansRules, canvas: Canvas, now: float) -> None:
    """A ring of light that widens and fades round the jar after a success."""
    if not rules.tray.landed:
        return
    newest = rules.tray.landed[-1]
    part = share(now, newest.since + (0.0 if canvas.calm else FALL), GLOW)
    size = Vec(rules.tray.layout.mouth, rules.tray.layout.mouth * SEEN_FROM) * RIM_SIZE
    glow_round(canvas, rules.tray.layout.goal(newest.jar, now), size, part, grows=0.33)


def _recipe(rules: BeansRules, canvas: Canvas) -> None:
    """Draw the recipe above the pot: how many beans of each colour are still needed."""
    colours = [colour for colour, count in enumerate(rules.tray.recipe) if count]
    each = 15.0
    size = Vec(each * len(colours) + 4.0, CARD_HEIGHT)
    goal = rules.tray.layout.goals[0]
    left = min(max(1.0, goal.x - size.x / 2), canvas.size.x - size.x - 1.0)
    at = Vec(left, 1.0)
    canvas.rect(at + Vec(0.6, 1.0), size, "#2A160850", 2.0)
    canvas.rect(at, size, "#FFFDF6", 2.0)
    for index, colour in enumerate(colours):
        middle = at + Vec(2.0 + each * (index + 0.5), CARD_HEIGHT / 2)
        left_to_do = rules.tray.wanted[colour]
        draw_bean(canvas, colour * 5, middle - Vec(3.2, 0), 8.0, opacity=1.0 if left_to_do else 0.35)
        if left_to_do:
            canvas.text(str(left_to_do), middle + Vec(4.0, 0), 6.35, "#1B1F2A", "bold", "centre")
        else:
            tick = [middle + Vec(2.2, 0.2), middle + Vec(3.6, 1.8), middle + Vec(6.2, -1.8)]
            canvas.line(tick, "#1B6B5C", 1.1)
