"""How pieces are taken: at a touch, between two fingers, or by the finger with the better claim."""

from __future__ import annotations

from games.kit.fingers import Finger, Fingers
from games.kit.game import S
from games.kit.geometry import ORIGIN, Vec, distance, middle
from games.kit.grip import SECOND_FINGER, UNMOVED, P, pinched
from games.kit.pieces import H, Pieces


class Taking(Pieces[S, P, H]):
    """Watches where fingers land and how they move, and decides which finger gets which piece."""

    def take_up(self, fingers: Fingers) -> None:
        """Decide which pieces fingers take in this step, or give up."""
        self.claims.look(fingers)
        for finger in fingers.pressed:
            if self.claims.waits(finger):
                continue
            if not (self._join(finger) or self._close_on(fingers, finger) or self.touched(finger)):
                self._take(finger)
        for held in list(self.hands.values()):
            if self.claims.may_lose(held):
                self._give_way(held, fingers)
        for finger in self.claims.movers(self._claim):
            self._take(finger)
        self._close_on(fingers, None)
        self.claims.settle([finger for held in self.hands.values() for finger in held.fingers])

    # ------------------------------------------------------------------ one finger or two

    def _take(self, finger: Finger) -> None:
        """Let a touch take the nearest piece in reach; the piece taken becomes the one asked for."""
        free, waiting = self._free, self.waiting
        if not free:
            return
        piece = self.near(finger.start, free)
        if waiting is not None:
            if piece is None or not self.prefers(finger.start):
                self._go_on(waiting, finger)
                return
            self.back(waiting)
        if piece is not None:
            self._hold(piece, [finger], piece.at - finger.start, finger.born)

    def _hold(self, piece: P, fingers: list[Finger], offset: Vec, began: float) -> H:
        slot, at = self.slot_of(piece), piece.at
        home, meant = at if self.table.edition >= 2 else None, self.asked_for(piece)
        held = self._kind(fingers, offset, began, at, piece, start=at, slot=slot, home=home, meant=meant)
        self.hands[slot] = held
        self.lifted(held)
        return held

    def _go_on(self, waiting: H, finger: Finger) -> None:
        """Let the next touch, wherever it is, carry on the piece that was set down on the way."""
        near = max(self.reach(waiting.piece), self.length(waiting.piece))
        on_it = distance(waiting.at, finger.start) <= near
        offset, from_rest = waiting.at - finger.start if on_it else ORIGIN, waiting.at
        waiting.fingers, waiting.offset, waiting.rested = [finger], offset, True
        waiting.at = finger.start + offset
        self.hands[waiting.slot], self.waiting = waiting, None
        self.goes_on(waiting, from_rest)

    def _join(self, finger: Finger) -> bool:
        """Let a second finger make a pinch if the piece has not been carried away yet. It grips the piece between the two
        fingers, even if the first finger had taken another one."""
        for held in list(self.hands.values()):
            first = held.fingers[0]
            fresh = finger.born - held.began <= SECOND_FINGER and distance(held.at, held.start) <= UNMOVED
            if not (fresh and len(held.fingers) == 1 and first.state == "down" and not first.hovering):
                continue
            centre = middle((first.at, finger.at))
            piece: P = min([held.piece, *self.lying(held.slot)], key=lambda one: distance(self._where(one), centre))
            place, length = self._where(piece), self.length(piece)
            if not pinched(first, finger, place, length, True, self.table.edition):
                continue
            if piece is not held.piece:
                if held.kept(self.length(held.piece)):
                    continue
                held = self._exchange(held, piece, [first, finger])
            self._grip(held, first, finger)
            return True
        return False

    def _exchange(self, held: H, piece: P, fingers: list[Finger]) -> H:
        """Replace the held piece by the intended one."""
        self.put_back(held)
        if held.home is not None:
            self.not_meant(held)
        return self._hold(piece, fingers, ORIGIN, held.began)

    def _close_on(self, fingers: Fingers, pressed: Finger | None) -> bool:
        """Let thumb and finger take the piece between them: when the second one lands, or once they have closed on it."""
        slots = self._free if len(fingers) > 1 else ()
        if not slots:
            return False
        busy = self.spent.union(self.occupied, (one.id for held in self.hands.values() for one in held.fingers))
        down = [one for one in fingers if one.state == "down" and not one.hovering and one.id not in busy]
        free = [one for one in down if not self.claims.waits(one)]
        for index, second in enumerate(free):
            for first in free[:index]:
                landed = pressed is second and second.born - first.born <= SECOND_FINGER
                piece = self.near(middle((first.at, second.at)), slots)
                if piece is None:
                    continue
                if pinched(first, second, piece.at, self.length(piece), landed, self.table.edition):
                    self._grip_anew(piece, first, second)
                    return True
        return False

    def _grip_anew(self, piece: P, first: Finger, second: Finger) -> None:
        if self.waiting is not None:
            self.back(self.waiting)
        asked = self.table.asked_at.get(self.slot_of(piece), 0.0)
        began = max(asked, min(first.born, second.born))
        self._grip(self._hold(piece, [first, second], ORIGIN, began), first, second)

    def _grip(self, held: H, first: Finger, second: Finger) -> None:
        held.by_two(first, second, held.start)
        self.gripped(held)

    # ------------------------------------------------------------------ who means it

    def _give_way(self, held: H, fingers: Fingers) -> None:
        """Let a resting contact give up its piece, if a finger has the better claim."""
        if self.claims.laid(held):
            self._give_back(held)
            self.spent.difference_update(finger.id for finger in held.fingers)
            self.ask_next(held.slot)
            return
        busy = self.spent.union(finger.id for other in self.hands.values() for finger in other.fingers)
        finger = self.claims.rival(fingers, held, busy, lambda place: self._claim(place, held.slot))
        if finger is None:
            return
        if held.alone and self._nearest(finger.start, held.slot) is held.piece:
            self.spent.update(other.id for other in held.fingers)
            held.by_other(finger)
        else:
            self._give_back(held)
            self._take(finger)

    def _give_back(self, held: H) -> None:
        """Put back a piece that was not taken on purpose; the same task remains."""
        self.back(held)
        self.not_meant(held)

    def _claim(self, place: Vec, slot: int | None = None) -> tuple[Vec, bool] | None:
        """(place, whether it is asked for) of the piece that a finger here would take, or None."""
        piece = self._nearest(place, slot)
        if piece is None:
            return None
        held = self._holding(piece)
        return self._where(piece), self.asked_for(piece) if held is None else held.meant

    def _nearest(self, place: Vec, slot: int | None = None) -> P | None:
        """The piece that a finger here would take if this hand held none; without `slot`, for any free hand."""
        found = [self.near(place, self._free if slot is None else self._free | {slot})]
        held = None if slot is None else self.hands.get(slot)
        if held is not None and distance(held.start, place) <= self.reach(held.piece):
            found.append(held.piece)
        pieces = [piece for piece in found if piece is not None and slot in (None, self.slot_of(piece))]
        return min(pieces, key=lambda piece: distance(self._where(piece), place), default=None)
