"""The outbox: the same input gives the same bag, and only a whole file ever has the final name."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meritdesk import half_written
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import AuditHead, DeviceKeys, PackageHeader, SealedPackage, Snapshot
from meritdesk.exchange import outbox
from meritdesk.exchange.outbox import pack, write_package
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.records import write_snapshot
from meritdesk.exchange.weighing import content_digest
from meritdesk.half_written import TRIES


def test_a_package_is_written_under_its_name_and_nothing_else_stays(tmp_path: Path, sealed: SealedPackage) -> None:
    path = write_package(sealed.data, tmp_path, sealed.name)
    assert path == tmp_path / sealed.name
    assert path.read_bytes() == sealed.data
    assert write_package(sealed.data, tmp_path, sealed.name) == path
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_content_gives_the_same_bag_and_digest(header: PackageHeader, snapshot: Snapshot) -> None:
    assert write_bag(header, write_snapshot(snapshot)) == write_bag(header, write_snapshot(snapshot))
    moved_on = replace(snapshot, audit_head=AuditHead(99, "00" * 32))
    assert content_digest(moved_on) == content_digest(snapshot)
    assert content_digest(replace(snapshot, people=snapshot.people[:1])) != content_digest(snapshot)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "PKG-561"),
        (errno.EDQUOT, "PKG-561"),
        (errno.EROFS, "PKG-562"),
        (errno.EACCES, "PKG-562"),
        (errno.ENODEV, "PKG-563"),
        (errno.EIO, "PKG-565"),
    ],
)
def test_a_failing_stick_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def failing(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(outbox.os, "fsync", failing)
    with pytest.raises(FileRefusal, match=code):
        write_package(b"data", tmp_path, "x.merit")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_to_be_full() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full here")
    with pytest.raises(OSError, match="No space") as caught, full.open("wb", buffering=0) as file:
        file.write(b"x")
    assert outbox._code_of(caught.value) == "PKG-561"


@pytest.fixture
def small_stick(tmp_path: Path) -> Iterator[Path]:
    """A stick with room for 64 KiB, where the system lets us make one."""
    folder = tmp_path / "stick"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no right to make a small disk here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=True)


def test_a_stick_too_small_is_never_left_with_half_a_package(small_stick: Path) -> None:
    """Whatever room is left, either the whole file has its name or there is no file at all (F27)."""
    written = []
    for size in range(4_000, 160_000, 12_000):
        data = os.urandom(size)
        try:
            path = write_package(data, small_stick, "x.merit")
        except FileRefusal as refusal:
            assert refusal.code == "PKG-561"
            assert all(left.name == "x.merit" for left in small_stick.iterdir()), "what was begun is gone"
        else:
            assert path.read_bytes() == data
            written.append(size)
    assert 4_000 in written and 148_000 not in written


def test_a_stick_pulled_while_writing_leaves_no_package(small_stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def pulled(handle: int) -> None:
        flush(handle)
        subprocess.run(["umount", "-l", str(small_stick)], capture_output=True, check=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(small_stick)], check=True)

    monkeypatch.setattr(outbox.os, "fsync", pulled)
    with pytest.raises(FileRefusal, match="PKG-563"):
        write_package(os.urandom(9_000), small_stick, "x.merit")
    assert list(small_stick.iterdir()) == []


@pytest.mark.parametrize("kept", [0, 1, 4_095, 8_999])
def test_a_stick_that_keeps_only_a_part_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    """A stick that lies about its size takes everything and gives back less."""
    flush = os.fsync

    def loses(handle: int) -> None:
        flush(handle)
        os.ftruncate(handle, kept)

    monkeypatch.setattr(outbox.os, "fsync", loses)
    with pytest.raises(FileRefusal, match="PKG-564"):
        write_package(os.urandom(9_000), tmp_path, "x.merit")
    assert list(tmp_path.iterdir()) == []


def test_windows_error_numbers_are_understood() -> None:
    for number, code in ((112, "PKG-561"), (39, "PKG-561"), (19, "PKG-562"), (21, "PKG-563")):
        fault = OSError(errno.EINVAL, "x")
        fault.winerror = number  # type: ignore[attr-defined]
        assert outbox._code_of(fault) == code


def test_a_stick_that_gives_back_other_bytes_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "_read_back", lambda path: b"other")
    with pytest.raises(FileRefusal, match="PKG-564"):
        write_package(b"data", tmp_path, "x.merit")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefusal) as caught:
        write_package(b"data", tmp_path / "gone", "x.merit")
    assert caught.value.code == "PKG-563"
    assert caught.value.facts["name"] == "x.merit"


@pytest.mark.parametrize("failures", [1, 5, TRIES - 1])
def test_a_file_held_by_a_virus_scanner_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    calls = _held(monkeypatch, failures)
    assert write_package(b"data", tmp_path, "x.merit").read_bytes() == b"data"
    assert len(calls) == failures + 1


def test_a_file_that_stays_held_is_given_up_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = _held(monkeypatch, 1000)
    with pytest.raises(FileRefusal, match="PKG-562"):
        write_package(b"data", tmp_path, "x.merit")
    assert len(calls) == TRIES
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_write_keeps_the_older_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_package(b"older", tmp_path, "x.merit")

    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(outbox.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_package(b"newer", tmp_path, "x.merit")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.merit", b"older")]


def test_a_text_too_long_for_a_package_is_named_before_anything_is_sealed(
    header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys
) -> None:
    endless = replace(snapshot.people[1], position_title="x" * 100_001)
    with pytest.raises(FileRefusal) as caught:
        pack(header, replace(snapshot, people=(snapshot.people[0], endless)), agency, [region.card])
    assert (caught.value.code, caught.value.facts) == ("PKG-566", {"place": "pegawai.csv:3:position_title"})


def test_a_package_larger_than_readers_accept_is_not_made(
    header: PackageHeader, snapshot: Snapshot, agency: DeviceKeys, region: DeviceKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meritdesk.exchange.seal.MAX_FILE_SIZE", 1000)
    with pytest.raises(FileRefusal, match="PKG-567"):
        pack(header, snapshot, agency, [region.card])


def _held(monkeypatch: pytest.MonkeyPatch, failures: int) -> list[int]:
    """The first renames fail as on Windows while a scanner reads the file; nobody waits for real."""
    calls: list[int] = []
    rename = Path.replace

    def held(path: Path, target: Path) -> Path:
        calls.append(1)
        if len(calls) <= failures:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        return rename(path, target)

    monkeypatch.setattr(outbox.Path, "replace", held)
    monkeypatch.setattr(half_written.time, "sleep", lambda seconds: None)
    return calls
