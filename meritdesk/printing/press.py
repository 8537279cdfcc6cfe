"""The press: sheets in, one finished PDF out, or nothing at all; and the marks of a PDF read back."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from meritdesk.core.aid_content import MatrixContent
from meritdesk.core.documents import (
    DOCUMENT_FORMS,
    EVALUATION_FORMS,
    FEEDBACK_FORMS,
    DocumentStamp,
    FileMarks,
    Form,
    PaperSize,
    PaperStanding,
    PaperStyle,
    PrintedFile,
    PrintedSheet,
    Sheet,
    SignaturePlace,
)
from meritdesk.core.errors import FileRefusal
from meritdesk.core.marks import mark_read
from meritdesk.core.office_paper import OfficePaper, PaperHonour, PaperSpread
from meritdesk.core.store import RecoverySheet
from meritdesk.half_written import give_name
from meritdesk.printing.aid_forms import about_unit, lies
from meritdesk.printing.aside import written_aside
from meritdesk.printing.brackets import join_frames
from meritdesk.printing.choices import chosen_values
from meritdesk.printing.curve import add_curve
from meritdesk.printing.emblem import add_emblem
from meritdesk.printing.evaluation_document import document_page
from meritdesk.printing.foot import Foot, person_line, watermark
from meritdesk.printing.margin_page import draw_margin_page
from meritdesk.printing.office_paper import about_line, certificate_frame, office_story, own_paper_for
from meritdesk.printing.page import Page
from meritdesk.printing.pages import Pages, PartPages
from meritdesk.printing.pdf_file import PdfFile
from meritdesk.printing.recovery_sheet import draw_recovery_sheet
from meritdesk.printing.signature_places import parties_of, signature_places
from meritdesk.printing.stationery import Paper, paper_for, paper_of
from meritdesk.printing.stories import STORIES
from meritdesk.printing.table import Flow

_READ_CHUNK = 1 << 20
_WITH_CHOICES = FEEDBACK_FORMS | EVALUATION_FORMS | DOCUMENT_FORMS | {Form.B_1_10}


class Press:
    """Draws the forms of the regulation and the own sheets of the office; for practice each page says so."""

    def __init__(self, is_practice: bool = False) -> None:
        self._is_practice = is_practice

    def print_file(
        self,
        sheets: Iterable[Sheet],
        target: Path,
        style: PaperStyle,
        step: Callable[[int, int], None],
        total: int,
    ) -> PrintedFile:
        """Print sheets into one file, page by page, and give it its name only when it is whole.

        ``step(done, total)`` is called before the first and after every sheet; what it raises stops the press and
        leaves no file. A place that cannot be written is refused with ``DOC-401`` to ``DOC-405``, no sheets with
        ``DOC-406``.
        """
        style = replace(style, is_practice=self._is_practice)
        drawn = ((sheet.stamp, partial(draw_sheet, sheet=sheet, style=style)) for sheet in sheets)
        return _print(drawn, target, step, total)

    def print_paper(self, paper: OfficePaper, target: Path, style: PaperStyle) -> PrintedFile:
        """Print one own sheet of the office, under the same promises as ``print_file``."""
        return self.print_papers([paper], target, style, lambda done, total: None, 1)

    def print_papers(
        self,
        papers: Iterable[OfficePaper],
        target: Path,
        style: PaperStyle,
        step: Callable[[int, int], None],
        total: int,
    ) -> PrintedFile:
        """Print own sheets into one file, under the same promises as ``print_file``."""
        style = replace(style, is_practice=self._is_practice)
        drawn = ((paper.stamp, partial(draw_paper, paper=paper, style=style)) for paper in papers)
        return _print(drawn, target, step, total)

    def print_parts(
        self,
        parts: Iterable[PartPages],
        target: Path,
        step: Callable[[int, int], None],
        total: int,
    ) -> PrintedFile:
        """Print sheets that ``draw_part`` has drawn, byte for byte as ``print_file`` would, under the same promises.

        Parts are asked for one by one, and each may be forgotten when the next is asked for; ``step`` is called once
        for every part.
        """

        def fill(pdf: PdfFile) -> Iterator[list[PrintedSheet]]:
            for part in parts:
                before = pdf.page_count
                pdf.append(part)
                yield [replace(sheet, first_page=sheet.first_page + before) for sheet in part.sheets]

        return _make(fill, target, step, total)

    def print_margin_page(self, target: Path, size: PaperSize, is_landscape: bool) -> None:
        """Print the test page of a printer into a file, under the same promises as ``print_file``."""
        with written_aside(target) as (aside, stream):
            pdf = PdfFile(stream, "MeritDesk")
            draw_margin_page(pdf, size, is_landscape)
            _finish(pdf, stream, aside, target)

    def print_recovery_sheet(self, sheet: RecoverySheet, target: Path) -> None:
        """Print a recovery sheet into a file, under the same promises as ``print_file``; no register knows it."""
        with written_aside(target) as (aside, stream):
            pdf = PdfFile(stream, "MeritDesk")
            draw_recovery_sheet(pdf, sheet)
            _finish(pdf, stream, aside, target)

    def take_out(self, data: bytes, first_page: int, pages: int) -> bytes:
        """Some pages of a printed file as a PDF of their own; what is no PDF is refused (``DOC-411``)."""
        from meritdesk.printing.marks import pages_of

        return pages_of(data, first_page, pages)

    def signature_picture(self, holder: str, issuer: str, moment: datetime, width: int, height: int) -> bytes:
        """What is seen at the place of an electronic signature, as a page of exactly this size in points."""
        from meritdesk.printing.signature_picture import signature_picture

        return signature_picture(holder, issuer, moment, width, height)

    def read_marks(self, path: Path) -> FileMarks:
        """The digest of a PDF and the marks in the foot of its pages; none of them says that the file is ours.

        A file that is missing, unreadable, damaged or no PDF is refused with ``DOC-410`` or ``DOC-411``.
        """
        # Reading needs a library that no worker should have to load for drawing.
        from meritdesk.printing.marks import marks_in

        try:
            with path.open("rb") as stream:
                digest = hashlib.sha256()
                while chunk := stream.read(_READ_CHUNK):
                    digest.update(chunk)
        except OSError as error:
            raise FileRefusal("DOC-410", path=str(path)) from error
        marks, count = marks_in(path)
        return FileMarks(digest.hexdigest(), tuple(mark_read(mark, self._is_practice) for mark in marks), count)


def _print(
    drawn: Iterable[tuple[DocumentStamp, Callable[[PdfFile], tuple[SignaturePlace, ...]]]],
    target: Path,
    step: Callable[[int, int], None],
    total: int,
) -> PrintedFile:
    """Draw one after the other into a file aside, then flush it and give it its name."""

    def fill(pdf: PdfFile) -> Iterator[list[PrintedSheet]]:
        for stamp, draw in drawn:
            first = pdf.page_count + 1
            places = draw(pdf)
            yield [PrintedSheet(stamp.document_id, first, pdf.page_count + 1 - first, places)]

    return _make(fill, target, step, total)


def _make(
    fill: Callable[[PdfFile], Iterator[list[PrintedSheet]]],
    target: Path,
    step: Callable[[int, int], None],
    total: int,
) -> PrintedFile:
    with written_aside(target) as (aside, stream):
        pdf = PdfFile(stream, "MeritDesk")
        printed: list[PrintedSheet] = []
        step(0, total)
        for more in fill(pdf):
            printed += more
            step(len(printed), total)
        if not printed:
            raise FileRefusal("DOC-406", path=str(target))
        _finish(pdf, stream, aside, target)
    return PrintedFile(str(target), pdf.digest, pdf.page_count, tuple(printed))


def _finish(pdf: PdfFile, stream: BinaryIO, aside: Path, target: Path) -> None:
    pdf.close()
    stream.flush()
    os.fsync(stream.fileno())
    stream.close()
    give_name(aside, target)


def draw_sheet(pages: Pages, sheet: Sheet, style: PaperStyle) -> tuple[SignaturePlace, ...]:
    """Lay out one sheet, then draw its pages, which by then know how many they are; answers where it is signed."""
    paper = paper_of(True, style.size) if lies(sheet, style) else paper_for(sheet.form, style.size)
    stamp = replace(sheet.stamp, standing=PaperStanding.DRAFT) if style.is_stage_six else sheet.stamp
    stands = stamp.standing is PaperStanding.CURRENT and not style.is_copy
    known = document_page(paper, sheet, style) if stands else None
    drawn = [known] if known else Flow(paper.top, paper.bottom).place(STORIES[sheet.form](paper, sheet, style))
    join_frames(drawn)
    choices = chosen_values(sheet) if sheet.form in _WITH_CHOICES else ()
    about = about_unit(sheet.content, sheet.ratee) if isinstance(sheet.content, MatrixContent) else ""
    foot = Foot(paper, stamp, about or person_line(sheet.ratee), choices, style.is_practice)
    if sheet.form in DOCUMENT_FORMS:
        add_emblem(pages)
    elif sheet.form in EVALUATION_FORMS and sheet.evaluation and sheet.evaluation.org_level:
        add_curve(pages, sheet.evaluation.org_level)
    _add_pages(pages, paper, drawn, foot, stamp, style)
    return signature_places(drawn, parties_of(sheet))


def draw_paper(pages: Pages, paper: OfficePaper, style: PaperStyle) -> tuple[SignaturePlace, ...]:
    """Lay out one own sheet of the office, then draw its pages; answers where it is signed."""
    ground = own_paper_for(paper, style.size)
    for section in paper.sections:
        if isinstance(section, PaperSpread) and section.level is not None:
            add_curve(pages, section.level)
    honours = any(isinstance(section, PaperHonour) for section in paper.sections)
    if honours:
        add_emblem(pages)
    drawn = Flow(ground.top, ground.bottom).place(office_story(ground, paper))
    if honours:
        for page in drawn:
            page.drawing(certificate_frame(ground))
    foot = Foot(ground, paper.stamp, about_line(paper), is_practice=style.is_practice)
    _add_pages(pages, ground, drawn, foot, paper.stamp, style)
    return signature_places(drawn, {})


def draw_part(sheets: Iterable[Sheet], style: PaperStyle) -> PartPages:
    """Draw some sheets of a file apart from it; what comes back is the same for every process and every division.

    Meant for worker processes: sheets, style and result are plain values that can be sent, and this module neither
    knows a store nor opens a file nor shows a window, so it may be imported by a freshly started process. The parts
    go into a file in the order of their sheets, by ``Press.print_parts`` or ``PdfFile.append``. A sheet that cannot be
    drawn raises; then nothing of its part exists, and the caller may draw the sheets of the part one by one.
    """
    part = PartPages()
    for sheet in sheets:
        first = part.page_count + 1
        places = draw_sheet(part, sheet, style)
        part.sheets.append(PrintedSheet(sheet.stamp.document_id, first, part.page_count + 1 - first, places))
    return part


def _add_pages(
    pages: Pages, paper: Paper, drawn: Sequence[Page], foot: Foot, stamp: DocumentStamp, style: PaperStyle
) -> None:
    behind = watermark(pages, paper, stamp.standing, style.is_practice, style.is_copy)
    for number, page in enumerate(drawn, 1):
        foot.draw(page, number, len(drawn))
        if page.under is not None:
            pages.repeat(page.under)
        under = (page.under.name,) if page.under is not None else ()
        pages.add_page(paper.width, paper.height, page.content(pages.ink, behind), under)
