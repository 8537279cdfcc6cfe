"""A file appears whole under its name or not at all; and what a PDF says of itself is read without trust."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.errors import Cancelled, FileRefusal
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.printing.press import Press


def _ignore(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _print(samples, target: Path, count: int = 1, step=_ignore):
    return Press().print_file([samples.sheet(Form.D_1_1)] * count, target, PaperStyle(), step, count)


def test_the_digest_is_that_of_the_bytes_on_disk(samples, tmp_path):
    target = tmp_path / "lembar.pdf"
    printed = _print(samples, target, 3)
    assert printed.digest == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (printed.path, printed.pages, len(printed.sheets)) == (str(target), 3, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["lembar.pdf"]


def test_progress_counts_every_sheet(samples, tmp_path):
    steps = []
    _print(samples, tmp_path / "lembar.pdf", 3, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_sheets_are_asked_for_one_by_one(samples, tmp_path):
    asked, seen = [], []

    def sheets() -> Iterator:
        for number in range(4):
            asked.append(number)
            yield samples.sheet(Form.D_1_1)

    Press().print_file(
        sheets(), tmp_path / "lembar.pdf", PaperStyle(), lambda done, total: seen.append((done, len(asked))), 4
    )
    assert seen == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelling_leaves_nothing_behind(at, samples, tmp_path):
    def step(done: int, total: int) -> None:
        if done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        _print(samples, tmp_path / "lembar.pdf", 3, step)
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_our_own_work_leaves_the_earlier_file_untouched(samples, tmp_path):
    target = tmp_path / "lembar.pdf"
    _print(samples, target)
    before = target.read_bytes()

    def sheets() -> Iterator:
        yield samples.sheet(Form.D_1_1)
        raise RuntimeError("register went away")

    with pytest.raises(RuntimeError):
        Press().print_file(sheets(), target, PaperStyle(), _ignore, 2)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_printing_again_replaces_the_file(samples, tmp_path):
    target = tmp_path / "lembar.pdf"
    _print(samples, target, 2)
    assert Press().read_marks(target).pages == 2
    _print(samples, target, 1)
    assert Press().read_marks(target).pages == 1


def test_nothing_to_print_is_refused(tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        Press().print_file([], tmp_path / "lembar.pdf", PaperStyle(), _ignore, 0)
    assert refusal.value.code == "DOC-406"
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_refused(samples, tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        _print(samples, tmp_path / "tidak-ada" / "lembar.pdf")
    assert refusal.value.code == "DOC-405"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file_name(samples, tmp_path):
    with pytest.raises(FileRefusal) as refusal:
        _print(samples, tmp_path)
    assert refusal.value.code == "DOC-404"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "DOC-402"), (errno.EACCES, "DOC-403"), (errno.EROFS, "DOC-403"), (errno.EIO, "DOC-401")],
)
def test_a_disk_that_refuses_to_write_is_named_and_nothing_stays(number, code, samples, tmp_path, monkeypatch):
    pages = 0
    add_page = PdfFile.add_page

    def failing(self: PdfFile, *arguments: object) -> None:
        nonlocal pages
        pages += 1
        if pages == 3:
            raise OSError(number, os.strerror(number))
        add_page(self, *arguments)

    monkeypatch.setattr(PdfFile, "add_page", failing)
    with pytest.raises(FileRefusal) as refusal:
        _print(samples, tmp_path / "lembar.pdf", 5)
    assert refusal.value.code == code
    assert refusal.value.facts["cause"] == os.strerror(number)
    assert list(tmp_path.iterdir()) == []


class _InUse(PermissionError):
    """What Windows raises while another program holds a file."""

    winerror = 32


def test_a_file_held_by_another_program_is_tried_again(samples, tmp_path, monkeypatch):
    tries = 0
    replace_file = Path.replace

    def held_twice(self: Path, target: Path) -> Path:
        nonlocal tries
        tries += 1
        if tries <= 2:
            raise _InUse(errno.EACCES, "in use")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", held_twice)
    _print(samples, tmp_path / "lembar.pdf")
    assert tries == 3
    assert [path.name for path in tmp_path.iterdir()] == ["lembar.pdf"]


def test_a_file_that_stays_held_is_refused(samples, tmp_path, monkeypatch):
    monkeypatch.setattr("meritdesk.half_written.time.sleep", lambda seconds: None)

    def held(self: Path, target: Path) -> Path:
        raise _InUse(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(FileRefusal) as refusal:
        _print(samples, tmp_path / "lembar.pdf")
    assert refusal.value.code == "DOC-403"
    assert list(tmp_path.iterdir()) == []


def test_many_sheets_make_a_sound_file(samples, tmp_path, run_tool):
    target = tmp_path / "lembar.pdf"
    base = samples.sheet(Form.D_1_1)
    sheets = (
        replace(base, stamp=replace(base.stamp, number=f"D11/2025/{number:06d}", qr_text=f"MERITDESK:1:{number}"))
        for number in range(250)
    )
    printed = Press().print_file(sheets, target, PaperStyle(), _ignore, 250)
    assert printed.pages == 250
    run_tool("qpdf", "--check", target)
    assert Press().read_marks(target).marks == tuple(f"MERITDESK:1:{number}" for number in range(250))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a pdf", b"%PDF-1.7\nnothing more", bytes(5000)])
def test_what_is_no_pdf_is_refused(content, tmp_path):
    path = tmp_path / "surat.pdf"
    path.write_bytes(content)
    with pytest.raises(FileRefusal) as refusal:
        Press().read_marks(path)
    assert refusal.value.code == "DOC-411"


def test_a_missing_file_or_a_folder_is_refused(tmp_path):
    for path in (tmp_path / "tidak-ada.pdf", tmp_path):
        with pytest.raises(FileRefusal) as refusal:
            Press().read_marks(path)
        assert refusal.value.code == "DOC-410"


def test_a_changed_byte_changes_the_digest_and_never_crashes(samples, tmp_path):
    target = tmp_path / "lembar.pdf"
    printed = _print(samples, target)
    original = target.read_bytes()
    for place in range(0, len(original), 997):
        damaged = bytearray(original)
        damaged[place] ^= 0x55
        target.write_bytes(bytes(damaged))
        try:
            marks = Press().read_marks(target)
        except FileRefusal as refusal:
            assert refusal.code == "DOC-411"
        else:
            assert marks.digest != printed.digest


def test_a_pdf_of_someone_else_has_no_marks(tmp_path):
    path = tmp_path / "asing.pdf"
    with path.open("wb") as stream:
        pdf = PdfFile(stream, "Surat")
        pdf.add_page(200, 200, "BT /F0.0 12 Tf 10 100 Td (" + pdf.ink.shown("QR[bukan di kaki]", 0)[0][1] + ")Tj ET")
        pdf.close()
    assert Press().read_marks(path).marks == ()
