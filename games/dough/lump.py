"""The lump of dough: outlines that keep their area, pushed and pulled in small steps, and never folded over themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence

from games.dough.flow import carry, flatten, stretch
from games.dough.grain import FINE, Grain
from games.dough.loops import Loop, joined, length_of
from games.dough.meeting import closest_pair, crossed
from games.dough.parting import CIRCLE, CRUMB, nested, parted, smooth
from games.kit.geometry import Vec

WALL = 2.0  # mm from the table's edge that dough keeps
MOST_GROWN = 0.6  # mm; most that outlines are moved in one step to preserve the area
MEETS = 1.1  # mm; outlines this close meet
HOLE = 3.0  # mm, the radius of a hole as it opens


class Lump:
    """All the dough on the table. `settle` accepts the changes since `begin`, or undoes them if they are impossible."""

    def __init__(
        self, outlines: Sequence[Sequence[Vec]], size: Vec, flecks: Sequence[Vec] = (), grain: Grain = FINE
    ) -> None:
        self.size, self.grain = size, grain
        self.loops = [Loop.of(outline, hole) for outline, hole in nested(outlines)]
        for loop in self.loops:
            for _ in range(6):
                loop.spaced(self.grain.spacing)
        self.whole = self.area  # mm², its constant area
        self.flecks = Loop([f.x for f in flecks], [f.y for f in flecks])  # decorative seeds that flow with the dough
        self.prints = Loop([], [])  # fingerprints, which flow with the dough as well
        self._settled = 0
        self.changes = 0  # counts whatever changed an outline
        self._before: list[Loop] = []
        self._shown_before = self.flecks, self.prints

    def copy(self) -> Lump:
        """An independent copy."""
        other = Lump((), self.size, (), self.grain)
        other.loops = [loop.copy() for loop in self.loops]
        other.flecks, other.prints = self.flecks.copy(), self.prints.copy()
        other.whole, other.changes, other._settled = self.whole, self.changes, self._settled
        return other

    def bare(self) -> Lump:
        """A copy of the outlines alone, to try movements on."""
        other = Lump((), self.size, (), self.grain)
        other.loops, other.whole = [loop.copy() for loop in self.loops], self.whole
        return other

    @property
    def area(self) -> float:
        """The area of all dough in mm²."""
        total = 0.0
        for loop in self.loops:
            total += loop.area
        return total

    @property
    def pieces(self) -> int:
        """How many parts it lies in."""
        return len([loop for loop in self.loops if loop.area > 0])

    @property
    def holes(self) -> int:
        """How many holes they have together."""
        return len(self.loops) - self.pieces

    def outlines(self) -> tuple[tuple[Vec, ...], ...]:
        """All outlines, including those of holes."""
        return tuple(loop.points() for loop in self.loops)

    def inside(self, at: Vec) -> bool:
        """Whether there is dough at a place."""
        odd = False
        for loop in self.loops:
            odd ^= loop.around(at[0], at[1])
        return odd

    def nearest(self, at: Vec, within: float = 1e6) -> tuple[float, Vec, Loop] | None:
        """(distance, point, loop) of the nearest outline point; None if none is within `within` mm."""
        px, py = at
        best, far, found, whose = within * within, within, -1, self.loops[0]
        for loop in self.loops:
            ys, index = loop.y, -1
            for x in loop.x:
                index += 1
                dx = x - px
                if -far < dx < far:
                    dy = ys[index] - py
                    square = dx * dx + dy * dy
                    if square < best:
                        best, found, whose = square, index, loop
                        far = math.sqrt(square)
        return None if found < 0 else (far, Vec(whose.x[found], whose.y[found]), whose)

    def gap(self, at: Vec, within: float = 1e6) -> float:
        """The distance of the nearest outline in mm, at most `within`."""
        near = self.nearest(at, within)
        return within if near is None else near[0]

    def piece(self, loop: Loop) -> list[Loop]:
        """The loops of the piece that this one belongs to: its rim and its holes."""
        if len(self.loops) == 1:
            return self.loops
        rim = loop
        if loop.area < 0:
            around = [one for one in self.loops if one.area > 0 and one.around(loop.x[0], loop.y[0])]
            rim = min(around, key=lambda one: one.area, default=loop)
        return [rim] + [one for one in self.loops if one is not rim and one.area < 0 and rim.around(one.x[0], one.y[0])]

    def piece_at(self, at: Vec) -> list[Loop]:
        """The loops of the piece that lies at a place, or nearest to it."""
        if len(self.loops) == 1:
            return self.loops
        around = [one for one in self.loops if one.area > 0 and one.around(at[0], at[1])]
        if around:
            return self.piece(min(around, key=lambda one: one.area))
        near = self.nearest(at)
        return self.piece(near[2] if near is not None else self.loops[0])

    # ------------------------------------------------------------------ what is done to it

    def begin(self) -> None:
        """Remember the present state for undoing."""
        self._before = [loop.copy() for loop in self.loops]
        self._shown_before = self.flecks.copy(), self.prints.copy()

    def carry(self, piece: Sequence[Loop], at: Vec, by: Vec, core: float, reach: float) -> None:
        """Move what lies at a place; what lies round it flows."""
        carry((*piece, self.flecks, self.prints), at, by, core, reach)

    def stretch(self, piece: Sequence[Loop], middle: Vec, axis: Vec, half: float, by: float) -> None:
        """Two places of a piece move apart, or together; what lies between gets thinner, or thicker."""
        stretch((*piece, self.flecks, self.prints), middle, axis, half, by)

    def flatten(self, piece: Sequence[Loop], at: Vec, by: float, reach: float) -> float:
        """Press flat what bulges at a place; as much dough comes out all round. Gives how far it moved, in mm."""
        return flatten(piece, at, by, reach)

    def settle(self) -> bool:
        """Smooth what has moved and restore the area; if outlines would cross, undo the changes and return False."""
        for loop, was in zip(self.loops, self._before, strict=True):
            smooth(loop, was)
        self._tidy()
        self._settled += 1
        if not self._sound():
            self._back()
            self._mend(2 * MEETS)
            return False
        self.changes += 1
        if self._settled % self.grain.mends == 0:
            self._mend(MEETS)
        return True

    def _mend(self, within: float) -> None:
        """Join outlines that have come close: a slit closes, a thread of dough breaks."""
        close = closest_pair(self.loops, within)
        if close is None:
            return
        self.begin()
        (one, i), (other, j) = close
        self.loops = joined(self.loops, one, i, other, j)
        self._tidy()
        self._taken()

    def _tidy(self) -> None:
        length, known = 0.0, [loop.squares() for loop in self.loops]
        for squares in known:
            length += length_of(squares)
        step = max(self.grain.spacing, length / self.grain.most_points)
        for loop, squares in zip(self.loops, known, strict=True):
            loop.spaced(step, squares)
        if len(self.loops) > 1:
            for loop in self.loops:
                if len(self.loops) > 1 and -CRUMB < loop.area < CRUMB:
                    self.loops = [one for one in self.loops if one is not loop]
        self.keep_area()

    def keep_area(self, only_rims: bool = False) -> None:
        """Move the outlines slightly to restore the area."""
        areas = [loop.area for loop in self.loops]
        area = length = 0.0
        for own in areas:
            area += own
        missing = self.whole - area
        if abs(missing) < self.grain.missing * self.whole:
            return
        for own, loop in zip(areas, self.loops, strict=True):
            if own > 0 or not only_rims:
                length += loop.length
        if length <= 0:
            return
        by = max(-MOST_GROWN, min(MOST_GROWN, missing / length))
        for loop in self.loops:
            if not only_rims or loop.area > 0:
                loop.grow(by)

    def _sound(self) -> bool:
        low, right, foot = WALL, self.size.x - WALL, self.size.y - WALL
        for loop in self.loops:
            x, y = loop.x, loop.y
            if not (min(x) >= low and max(x) <= right and min(y) >= low and max(y) <= foot):  # also refuses NaN
                return False
        if abs(self.area - self.whole) > 0.005 * self.whole:
            return False
        return (len(self.loops) == 1 and self.loops[0].star()) or not crossed(self.loops)

    def dig(self, at: Vec) -> bool:
        """Open a small hole; False if there is not enough dough around it."""
        if not self.inside(at) or self.gap(at, HOLE + 2.0) < HOLE + 2.0:
            return False
        self.begin()
        ring = [Vec(at.x + HOLE * x, at.y + HOLE * y) for x, y in CIRCLE]
        self.loops.append(Loop.of(ring, hole=True))
        self.keep_area(only_rims=True)
        return self._taken()

    def widen(self, at: Vec, by: float, most: float) -> bool:
        """Press a hole that lies round a place wider on all sides, up to a radius; the rims make room."""
        holes = [loop for loop in self.loops if loop.area < 0 and loop.around(at[0], at[1])]
        if not holes:
            return False
        self.begin()
        hole = holes[0]
        moved = False
        for i in range(len(hole.x)):
            dx, dy = hole.x[i] - at.x, hole.y[i] - at.y
            far = math.sqrt(dx * dx + dy * dy)
            if 0.1 < far < most:
                grown = min(most, far + by) / far
                hole.x[i], hole.y[i] = at.x + dx * grown, at.y + dy * grown
                moved = True
        if not moved:
            return False
        hole.spaced(self.grain.spacing)
        self.keep_area(only_rims=True)
        return self._taken()

    def _taken(self) -> bool:
        if self._sound():
            self.changes += 1
            return True
        self._back()
        return False

    def _back(self) -> None:
        self.loops = self._before
        self.flecks, self.prints = self._shown_before

    def cut(self, start: Vec, end: Vec) -> bool:
        """Cut the dough along a straight line that begins and ends beside it; False if nothing was cut."""
        self.begin()
        cut, kerf = False, self.grain.kerf
        for _ in range(6):
            found = next((two for loop in self.loops if (two := parted(loop, start, end, kerf)) is not None), None)
            if found is None:
                break
            loop, one, other = found
            self.loops = [mine for mine in self.loops if mine is not loop] + [one, other]
            cut = True
        if cut:
            for loop in self.loops:
                for _ in range(5):
                    loop.spaced(self.grain.spacing, straight=self.grain.straight)
            self._tidy()
            cut = self._taken()
        else:
            self.loops = self._before
        return cut
