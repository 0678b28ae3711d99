"""Each file call in turn goes amiss: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from blocks import stored
from faults import Faults
from windows_rules import STEP

from games.launcher.records.blocks.trace import packed
from games.launcher.records.blocks.vault import read
from games.launcher.records.errors import StoreError
from games.launcher.records.folders import Folders
from games.launcher.records.store import Store
from games.launcher.round.record import recovered

MOST = 60  # file calls of one save


@pytest.mark.parametrize("kind", ["full", "io", "short"])
def test_a_save_that_goes_amiss_anywhere_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    struck = 0
    for at in range(1, MOST, STEP):
        folders = Folders.standard(tmp_path / f"{kind}{at}")
        store = Store.open(folders)
        record, trace = stored(number=at)
        with monkeypatch.context() as patch:
            faults = Faults(patch, at, kind)
            refused = ""
            try:
                store.save(record, trace)
            except StoreError as error:
                refused = str(error)
        assert not refused or refused.startswith("could not save")
        struck += faults.struck
        found = [read(path) for path in store.vault.files()]
        assert found in ([], [(record, trace)])
        assert found or refused
        store.save(record, trace)  # once there is room again
        assert [read(path) for path in Store.open(folders).vault.files()] == [(record, trace)]
        if not faults.struck:
            break
    assert STEP * struck > 3


@pytest.mark.parametrize("kind", ["full", "io", "short"])
def test_many_that_are_saved_together_are_each_there_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    struck = 0
    for at in range(1, MOST, STEP):
        folders = Folders.standard(tmp_path / f"{kind}{at}")
        store = Store.open(folders)
        blocks = [stored(number=number) for number in (1, 2, 3)]
        some = [(record, packed(trace)) for record, trace in blocks]
        refused = ""
        with monkeypatch.context() as patch:
            faults = Faults(patch, at, kind)
            try:
                store.save_many(some)
            except StoreError as error:
                refused = str(error)
        assert not refused or refused.startswith("could not save")
        struck += faults.struck
        found = [read(path) for path in store.vault.files()]
        assert all(one in blocks for one in found)
        assert refused or found == blocks
        assert not list(folders.data.rglob("*.tmp"))
        store.save_many(some)  # once there is room again
        again = Store.open(folders)
        assert [read(path) for path in again.vault.files()] == blocks
        assert again.index.ids() == {record.id for record, _ in blocks}
        if not faults.struck:
            break
    assert STEP * struck > 3


def test_a_journal_on_a_full_disk_refuses_in_one_sentence_and_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = Folders.standard(tmp_path)
    store = Store.open(folders)
    record, trace = stored()
    journal = store.begin(record.model_copy(update={"reps": ()}))
    journal.note(trace[:100], 300, 1)
    real = os.write

    def full(file: int, content: bytes) -> int:
        """A disk that takes a few bytes more, and then none."""
        if len(content) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, bytes(content)[: len(content) - 30])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(StoreError, match="could not write"):
            journal.note(trace[100:200], 600, 2)
    journal.note(trace[100:300], 700, 2)
    journal.close(remove=False)
    (path,) = store.recover(recovered)
    assert read(path)[1] == trace[:300]
