"""One file for each block: whole or not there, checked whenever it is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from blocks import stored
from pydantic import ValidationError

from games.launcher.records.blocks.vault import Vault, encoded, read, read_header
from games.launcher.records.errors import StoreError, Unreadable
from games.launcher.records.models import Header, Record


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault(tmp_path / "data")
    made.open()
    return made


def test_a_block_comes_back_as_it_was_stored(vault: Vault) -> None:
    record, trace = stored()
    path = vault.put(record, trace)
    assert read(path) == (record, trace)
    assert read_header(path).score == record.score
    assert list(vault.files()) == [path]


def test_files_are_for_nobody_else(vault: Vault) -> None:
    path = vault.put(*stored())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert all(stat.S_IMODE(folder.stat().st_mode) == 0o700 for folder in list(path.parents)[:4])


def test_every_flipped_byte_is_noticed(vault: Vault) -> None:
    record, trace = stored()
    path = vault.put(record, trace)
    content = path.read_bytes()
    for at in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[at] ^= 0x10
        path.write_bytes(bytes(damaged))
        with pytest.raises(Unreadable):
            read(path)


def test_a_file_cut_anywhere_is_refused(vault: Vault) -> None:
    path = vault.put(*stored())
    content = path.read_bytes()
    for end in range(0, len(content), 41):
        path.write_bytes(content[:end])
        with pytest.raises(Unreadable):
            read(path)


@pytest.mark.parametrize("content", [b"", b"null", b"\xef\xbb\xbf{}", b"\x00" * 5000, b"x" * 70_000, b"00000000 {}\n"])
def test_what_is_no_block_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.hps"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        read(path)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content


def test_folders_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "folder.hps").mkdir()
    os.mkfifo(tmp_path / "pipe.hps")
    (tmp_path / "zero.hps").symlink_to("/dev/zero")
    for name in ("folder", "pipe", "zero"):
        with pytest.raises(Unreadable, match="not a file"):
            read(tmp_path / f"{name}.hps")


def test_a_newer_format_is_left_alone(vault: Vault) -> None:
    record, trace = stored()
    newer = record.model_copy(update={"v": 9})
    path = vault.path_of(record)
    path.parent.mkdir(parents=True)
    path.write_bytes(encoded(newer, trace))
    with pytest.raises(Unreadable, match="newer version"):
        read(path)


def test_a_block_under_another_name_or_profile_is_refused(vault: Vault) -> None:
    path = vault.put(*stored())
    other = path.with_name(path.name.replace(f"{1:032x}", f"{2:032x}"))
    path.rename(other)
    with pytest.raises(Unreadable, match="another block"):
        read(other)
    elsewhere = vault.folder / "profiles" / ("a" * 32) / "sessions" / "2026-11" / path.name
    elsewhere.parent.mkdir(parents=True)
    other.rename(elsewhere)
    with pytest.raises(Unreadable, match="another profile"):
        read(elsewhere)


def test_names_that_are_not_ours_are_passed_over(vault: Vault) -> None:
    path = vault.put(*stored())
    for name in ("desktop.ini", f"{path.stem} (1).hps", f".{path.name}.1.tmp", path.name.upper()):
        (path.parent / name).write_bytes(b"x")
    assert list(vault.files()) == [path]


def test_what_was_left_half_written_goes_after_a_day(vault: Vault) -> None:
    path = vault.put(*stored())
    left = path.parent / f".{path.name}.1.tmp"
    left.write_bytes(b"x")
    vault.sweep(left.stat().st_mtime + 3600)
    assert left.exists()
    vault.sweep(left.stat().st_mtime + 90_000)
    assert not left.exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"a file where the folder should be")
    with pytest.raises(StoreError, match="could not save"):
        Vault(tmp_path / "data").put(*stored())


def test_a_vault_of_a_newer_program_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_text('{"format": 5, "min_reader": 5}')
    with pytest.raises(Unreadable, match="newer version"):
        Vault(tmp_path).open()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../../x"),
        ("profile", "x'); DROP TABLE s"),
        ("game", "be\x00ans"),
        ("seed", 2**63),
        ("seed", True),
        ("dur_ms", -1),
        ("dur_ms", "12"),
        ("precision", float("nan")),
        ("throughput", float("inf")),
        ("table", (0.0, 50.0)),
        ("level", 10**300),
        ("started_utc_ms", 10**14),
        ("local_date", "2026-11-23\n"),
    ],
)
def test_an_impossible_value_is_refused(field: str, value: object) -> None:
    record, _ = stored()
    with pytest.raises(ValidationError):
        Record.model_validate({**{n: getattr(record, n) for n in Record.model_fields}, field: value})


def test_unknown_fields_of_later_versions_are_ignored() -> None:
    record, _ = stored()
    said = {n: getattr(record, n) for n in Header.model_fields}
    assert not hasattr(Header.model_validate({**said, "mood": "good"}), "mood")
