"""Where the bowls, the jars and the wall of Beans stand: a function of the table, the settings and the hand."""

from __future__ import annotations

import math
from random import Random

from games.beans.levels import BeansSettings
from games.kit.chance import shuffled, within
from games.kit.geometry import ORIGIN, Vec, distance

EDGE = 10.0  # mm; everything needed for play keeps this distance from the table's edge
SOURCE = (46.0, 74.0)  # mm; opening of the source bowl, smaller on small screens, and ...
SOURCE_BEANS = 4.4  # ... at most this many bean lengths, so that small beans form a heap too
BOWL_SHARE = 0.36  # largest share of the table's width for a bowl: two bowls and the wall must fit
RIM = 1.12  # a bowl's outer width over its opening
DEEP = 0.5  # a bowl extends this share of its opening above and below its middle
CLEARANCE = 6.0  # mm; the hint's path passes this high above the wall
WALL_HALF = 5.0  # mm; half of the wall's thickness
BETWEEN = 3.0  # mm between two jars
SWING_SECONDS = 5.0  # s for one full swing
LEAST_HEAP = 0.62  # least distance of beans in a heap, in bean lengths
FEWEST, MOST_HEAPED = 3, 16  # beans in a heap


class Layout:
    """The layout; mirrored for the left hand, so that the source bowl is on the side of the playing hand."""

    def __init__(self, size: Vec, settings: BeansSettings, side: str) -> None:
        self.settings = settings
        room = min(size.x * BOWL_SHARE, (size.y - 4.0) / RIM)
        self.source_mouth = min(max(SOURCE[0], settings.bean * SOURCE_BEANS), SOURCE[1], room)
        reach = max(EDGE + self.source_mouth / 2, size.x * 0.25)
        middle = min(max(size.y * 0.54, size.y - EDGE - room * 0.9), size.y - 1.0 - room * RIM / 2)
        right = side != "left"
        self.wall_x = size.x / 2
        self.source = Vec(size.x - reach if right else reach, middle)
        far = reach if right else size.x - reach
        if settings.jars == 1:
            self.mouth = min(settings.mouth, room)
            self.goals = [Vec(far, middle)]
        else:
            self.mouth, self.goals = self._jars(size, right)
        if settings.swing > 0:
            free = self.wall_x - WALL_HALF - self.mouth * RIM / 2
            self.swing = min(settings.swing, max(0.0, min(far, size.x - far) - self.mouth * RIM / 2), free)
        else:
            self.swing = 0.0
        lowest = EDGE + CLEARANCE + settings.bean / 2
        self.wall_top = max(lowest, middle - settings.wall * size.y) if settings.wall > 0 else None
        self.wall_foot = size.y - EDGE / 2

    def _jars(self, size: Vec, right: bool) -> tuple[float, list[Vec]]:
        """Width and places of the jars beyond the wall, in the rows and columns that allow the widest jars."""
        count = self.settings.jars
        room = Vec(self.wall_x - WALL_HALF - 2 * BETWEEN - EDGE, size.y - EDGE)
        best, shape = 0.0, (1, count)
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            wide = (room.x / columns - BETWEEN) / RIM
            high = (room.y / rows - BETWEEN) / (2 * DEEP)
            if min(wide, high) > best:
                best, shape = min(wide, high), (columns, rows)
        mouth = min(self.settings.mouth, best)
        columns, rows = shape
        step = Vec(min(room.x / columns, mouth * 1.5), min(room.y / rows, mouth * 1.4))
        centre = Vec(EDGE + room.x / 2, EDGE / 2 + room.y / 2)
        goals = []
        for index in range(count):
            row, column = divmod(index, columns)
            in_row = min(columns, count - row * columns)
            x = centre.x + (column - (in_row - 1) / 2) * step.x
            y = centre.y + (row - (rows - 1) / 2) * step.y
            goals.append(Vec(x if right else size.x - x, y))
        return mouth, goals

    def goal(self, jar: int, now: float) -> Vec:
        """The place of a jar at a block time; a swinging jar moves around its place."""
        if self.swing == 0.0:
            return self.goals[jar]
        away = round(self.swing * math.sin(2 * math.pi * now / SWING_SECONDS), 9)
        return self.goals[jar] + Vec(away, 0.0)

    def spots(self, rng: Random) -> list[Vec]:
        """Places for the beans in the source bowl, in random order: a ring, or a heap."""
        places = self._heap(rng) if self.settings.heaped else self._ring()
        return shuffled(rng, [self.source + place for place in places])

    def _ring(self) -> list[Vec]:
        """Places of beans that do not overlap: a ring, and one in the middle if there is room."""
        bean = self.settings.bean
        ring = self.source_mouth / 2 - bean * 0.58
        count = max(3, int(2 * math.pi * ring / (bean * 1.08)))
        places = []
        for i in range(count):
            turn = 2 * math.pi * (i + 0.25) / count
            places.append(Vec(round(ring * math.cos(turn), 6), round(ring * math.sin(turn), 6)))
        if ring > bean * 1.04:
            places.append(ORIGIN)
        return places

    def _heap(self, rng: Random) -> list[Vec]:
        """Random places, one by one, wherever no other bean is too near."""
        radius = self.source_mouth / 2 - self.settings.bean * 0.5
        places: list[Vec] = []
        for _ in range(MOST_HEAPED * 12):
            place = Vec(within(rng, -radius, radius), within(rng, -radius, radius))
            apart = all(distance(place, other) >= self.settings.bean * LEAST_HEAP for other in places)
            if place.length <= radius and apart:
                places.append(place)
            if len(places) == MOST_HEAPED:
                break
        return places if len(places) >= FEWEST else self._ring()

    def over_wall(self) -> tuple[Vec, ...]:
        """The point above the wall to pass on the way; nothing without a wall."""
        if self.wall_top is None:
            return ()
        bean = self.settings.bean
        return (Vec(self.wall_x, max(bean / 2, self.wall_top - CLEARANCE - bean / 4)),)

    def on_wall(self, place: Vec) -> bool:
        """Whether a bean put down here rests on top of the wall."""
        if self.wall_top is None:
            return False
        across = abs(place.x - self.wall_x)
        return across <= max(WALL_HALF * 2, self.settings.bean) and place.y <= self.wall_top + self.settings.bean
