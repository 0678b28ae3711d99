"""What must hold while a monkey plays: asked after every frame, after every round that is stored, and at the end."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from visitor import Visit

from games.kit.block import Block
from games.launcher.cli.replay import differences
from games.launcher.records.blocks.vault import Vault, read
from games.launcher.records.folders import Folders
from games.launcher.records.index.index import Index
from games.launcher.records.models import Record
from games.launcher.records.store import Store
from games.launcher.round.record import recovered, rescored
from games.launcher.screens.play.play import Play
from games.launcher.screens.two.duel import Duel

Reps = Counter[tuple[object, ...]]
WATCHED = 12  # blocks, the ones seen last


class Broken(AssertionError):
    """Something did not hold."""


class Watch:
    """Follows one visit. Each `raise` is one invariant."""

    def __init__(self, visit: Visit, folder: Path) -> None:
        self._visit, self._folder = visit, folder
        self._blocks: list[tuple[Block, int]] = []
        self._read = 0  # characters of what was told
        self.told: Reps = Counter()
        self.stored: Reps = Counter()
        self.files: list[Path] = []
        store = visit.desk.store
        assert store is not None
        self._store = store

    def frame(self) -> None:
        """After a frame: nothing was reported, no block has fewer reps, what was stored is what was played."""
        if self._visit.errors:
            raise Broken("an exception came to the calm card") from self._visit.errors[0]
        if self._visit.desk.unsaved:
            raise Broken(f"a round waits to be saved: {self._visit.desk.unsaved[0].why}")
        self._count()
        for said in self._new_lines():
            if "rep" in said:
                self.told[_told(said["rep"])] += 1
            elif "stored" in said:
                self._take(Path(said["stored"]))
        if self._visit.app.screen.name == "home" and (lost := self.told - self.stored):
            raise Broken(f"told, but not stored on the way home: {lost}")

    def killed(self) -> int:
        """If the program ended now: all that was told is stored, or comes back with the next start. Gives how many came back."""
        copy = self._folder / "copy"
        shutil.copytree(self._store.folders.data, copy)
        try:
            store = Store.open(Folders.standard(copy))
            made = store.recover(recovered)
            reps, found = self.stored.copy(), 0
            for path in made:
                record = self._identical(path)
                found += len(record.reps)
                reps += _kept(record)
            if lost := self.told - reps:
                raise Broken(f"told, but neither stored nor recovered: {lost}")
            if left := sorted((copy / "state" / "journal").glob("*")):
                raise Broken(f"a journal could not be understood: {left}")
            return found
        finally:
            shutil.rmtree(copy)

    def end(self) -> None:
        """The program has ended: all is stored, the index says what the files say, nothing is left over."""
        self.frame()
        if lost := self.told - self.stored:
            raise Broken(f"told, but not stored: {lost}")
        if left := sorted((self._store.folders.state / "journal").glob("*")):
            raise Broken(f"journals are left: {left}")
        files = sorted(self._store.folders.data.glob("profiles/*/sessions/**/*.hps"))
        if sorted(self.files) != files:
            raise Broken(f"told as stored: {sorted(self.files)}, there: {files}")
        fresh = Index(self._folder / "fresh", Vault(self._store.folders.data))
        (self._folder / "fresh").mkdir(exist_ok=True)
        fresh.catch_up()
        kept, made = (_rows(index) for index in (self._store.index, fresh))
        if kept != made or self._store.index.bad():
            raise Broken(f"the index differs from the files: {set(kept) ^ set(made)}, {self._store.index.bad()}")

    def _count(self) -> None:
        screen = self._visit.app.screen
        shown = [screen.block] if isinstance(screen, Play) else []
        if isinstance(screen, Duel):
            shown = [half.block for half in screen.both]
        known = [block for block, _ in self._blocks]
        self._blocks += [(block, 0) for block in shown if not any(block is one for one in known)]
        for index, (block, before) in enumerate(self._blocks):
            reps = len(block.table.reps)
            if reps < before:
                raise Broken(f"{before} reps became {reps}")
            self._blocks[index] = block, reps
        del self._blocks[:-WATCHED]

    def _new_lines(self) -> list[dict[str, Any]]:
        with self._visit.told.open(encoding="utf-8") as file:
            file.seek(self._read)
            lines = file.read()
            self._read = file.tell()
        return [json.loads(line) for line in lines.splitlines() if '"rep"' in line or '"stored"' in line]

    def _take(self, path: Path) -> None:
        record = self._identical(path)
        if not self._store.index.has(record.id):
            raise Broken(f"{path.name} is not in the index")
        self.files.append(path)
        self.stored += _kept(record)

    def _identical(self, path: Path) -> Record:
        record, trace = read(path)
        again = rescored(record, trace)
        if again.model_copy(update={"status": record.status}) != record:
            found = list(differences(record, again))
            raise Broken(f"{record.game} {record.mode} {record.level} does not replay identical: {found[:5]}")
        return record


def _told(rep: dict[str, Any]) -> tuple[object, ...]:
    return rep["outcome"], *(round(rep[name], 6) for name in ("began", "let_go", "ended"))


def _kept(record: Record) -> Reps:
    """The reps of a round, without those of the picture that it continues, which were told before."""
    fresh = record.reps[record.carried_reps :]
    return Counter((rep.outcome, *(round(t, 6) for t in (rep.began, rep.let_go, rep.ended))) for rep in fresh)


def _rows(index: Index) -> list[tuple[object, ...]]:
    with index.asking() as base:
        return sorted(base.execute("SELECT * FROM block").fetchall(), key=repr)
