"""An own sheet has a number, copies and versions in the register, and its PDF can be told from a false one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meritdesk.core.access import Actor, Role
from meritdesk.core.documents import Finding, PaperKind
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.office_paper import OfficePaper, PaperText
from meritdesk.core.periods import parse_period
from meritdesk.services.office_papers import Matter, issue_papers, preview_paper

PAPER = OfficePaper(
    PaperKind.CALIBRATION_MINUTES, "Berita Acara", "Pemerintah Kota Uji", "Surakarta", sections=(PaperText(("isi",)),)
)
MATTER = Matter(parse_period("2025-TW4"), "unit-1")


def issue(office, *papers, out=None):
    return issue_papers(office.desk.documents.around, papers or [(PAPER, MATTER)], out or office.folder / "kertas")


def test_an_own_sheet_gets_a_number_and_stands_in_the_register(settled):
    outcome = issue(settled)
    assert outcome.numbers == ("BAK/3372/2025/000001",)
    (line,) = settled.desk.documents.lines()
    assert (line.number, line.form, line.version, line.copy, line.is_current) == (
        "BAK/3372/2025/000001", "BAK", 1, 1, True,
    )  # fmt: skip
    assert outcome.file.path.endswith(".pdf") and "BAK-3372-2025-TW4" in outcome.file.path
    assert outcome.changes.change_set_id


def test_the_same_sheet_again_is_a_copy_and_other_words_are_a_new_version(settled):
    first = issue(settled)
    copy = issue(settled)
    changed = issue(settled, (replace(PAPER, title="Berita Acara Perubahan"), MATTER))
    assert first.numbers == copy.numbers == changed.numbers
    lines = sorted(settled.desk.documents.lines(), key=lambda line: line.copy)
    assert [(line.version, line.copy, line.is_current) for line in lines] == [
        (1, 1, False), (1, 2, False), (2, 3, True),
    ]  # fmt: skip
    verify = settled.desk.documents.verify
    assert [verify(settled.folder / one.file.path).finding for one in (first, copy, changed)] == [
        Finding.REPLACED, Finding.REPLACED, Finding.CURRENT,
    ]  # fmt: skip


def test_another_matter_has_a_number_of_its_own_in_the_same_file(settled):
    outcome = issue(settled, (PAPER, MATTER), (PAPER, replace(MATTER, record_id="unit-2")))
    assert outcome.numbers == ("BAK/3372/2025/000001", "BAK/3372/2025/000002")
    verified = settled.desk.documents.verify(settled.folder / outcome.file.path)
    assert verified.finding is Finding.CURRENT
    assert [document.number for document in verified.documents] == list(outcome.numbers)


def test_the_mark_of_an_own_sheet_is_resolved(settled):
    outcome = issue(settled)
    (mark,) = settled.desk.documents.around.press.read_marks(settled.folder / outcome.file.path).marks
    found = settled.desk.documents.resolve(mark)
    assert (found.number, found.finding) == (outcome.numbers[0], Finding.CURRENT)


def test_a_changed_file_is_known_as_changed(settled):
    outcome = issue(settled)
    path = settled.folder / outcome.file.path
    path.write_bytes(path.read_bytes() + b"\n")
    assert settled.desk.documents.verify(path).finding is Finding.ADDED


def test_nothing_to_print_is_refused(settled):
    with pytest.raises(UsageRefusal) as refusal:
        issue_papers(settled.desk.documents.around, [], settled.folder)
    assert refusal.value.code == "DOC-471"


def test_a_viewer_prints_nothing_and_leaves_nothing(settled):
    around = replace(settled.desk.documents.around, actor=Actor("tamu", Role.VIEWER, "PC01"))
    with pytest.raises(UsageRefusal) as refusal:
        issue_papers(around, [(PAPER, MATTER)], settled.folder / "kertas")
    assert refusal.value.code == "USE-110"
    assert not (settled.folder / "kertas").exists()


def test_a_place_that_cannot_be_written_leaves_no_document_in_the_register(settled):
    (settled.folder / "berkas").write_text("x")
    with pytest.raises(FileRefusal):
        issue(settled, out=settled.folder / "berkas")
    assert settled.desk.documents.count() == 0


def test_a_preview_is_a_draft_in_no_register(settled):
    data = preview_paper(settled.desk.documents.around, PAPER)
    assert data.startswith(b"%PDF")
    assert settled.desk.documents.count() == 0
