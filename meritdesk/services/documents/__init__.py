"""Documents: the paper. Sheets are put together here, drawn by the press, and found again by number or file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.document_query import DocumentQuery
from meritdesk.core.documents import (
    CONFIDENTIAL_FORMS,
    DocumentStamp,
    Form,
    PaperSize,
    PaperStanding,
    PaperStyle,
    PrintedFile,
    Sheet,
    period_for,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.form_choice import FormOverride, require_override
from meritdesk.core.journal import Changes
from meritdesk.core.lines import DocumentLine
from meritdesk.core.periods import Period
from meritdesk.core.print_order import PrintWish
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.confidential_reading import note_openings
from meritdesk.services.documents.authorities import Authorities
from meritdesk.services.documents.cancelling import CancelOutcome, cancelled_number
from meritdesk.services.documents.circulation import Circulation
from meritdesk.services.documents.copies import Copies
from meritdesk.services.documents.electronic import ElectronicSignatures
from meritdesk.services.documents.families import FORMS, source_of
from meritdesk.services.documents.form_choices import as_stage_six, on_form
from meritdesk.services.documents.numbering import register_entries, stamps_for
from meritdesk.services.documents.orders import Orders
from meritdesk.services.documents.paper_register import PaperRegister
from meritdesk.services.documents.scans import ScanDesk
from meritdesk.services.documents.sources import Gathered, SheetSource
from meritdesk.services.documents.verifying import (
    FileVerdict,
    VerifiedDocument,
    VerifyOutcome,
    resolved_mark,
    verified_file,
    verified_files,
)
from meritdesk.services.folders import free_name, ready_folder
from meritdesk.services.ports import Surroundings
from meritdesk.services.print_job import Selection, chosen_people, in_blocks

__all__ = ["Documents", "PrintOutcome", "Selection", "VerifiedDocument", "VerifyOutcome"]


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What was printed and where, who could not be printed and why.

    ``other_form`` counts people who have no sheet of this form: the job class picks another of its family, or it is one
    that is made only where it is needed.
    """

    form: Form
    file: PrintedFile | None
    sheets: int
    blocked: tuple[Blocked, ...]
    other_form: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Documents:
    """Verbs of the documents room."""

    around: Surroundings

    @property
    def circulation(self) -> Circulation:
        """Papers that go round: what is out, with whom, and what comes next."""
        return Circulation(self.around)

    @property
    def electronic(self) -> ElectronicSignatures:
        """The counter of electronic signatures."""
        return ElectronicSignatures(self.around)

    @property
    def authorities(self) -> Authorities:
        """The counter of the certification authorities this office believes."""
        return Authorities(self.around)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The formats that can be printed."""
        return FORMS

    @property
    def orders(self) -> Orders:
        """The print queue: a whole agency on paper."""
        return Orders(self.around)

    @property
    def copies(self) -> Copies:
        """Sheets of the agencies, drawn again at the region."""
        return Copies(self.around)

    @property
    def scans(self) -> ScanDesk:
        """Signed paper that came back from the scanner."""
        return ScanDesk(self.around)

    def print(
        self,
        form: Form,
        period: Period,
        selection: Selection,
        out: Path,
        style: PaperStyle | None = None,
        step: Step = no_step,
        override: FormOverride | None = None,
    ) -> PrintOutcome:
        """Print one form for one person, some units or everybody into one PDF and enter each sheet in the register.

        Who cannot be printed is listed, not left blank; when one named person cannot be printed it is a refusal. With
        an ``override`` those whom ``form`` fits are printed on another form of the family instead: ``DOC-510`` without
        a reason, ``DOC-511`` another family, ``DOC-512`` a plan that lacks what that form shows. ``DOC-513``: this form
        knows no stage six.
        """
        require(self.around.actor, Action.PRINT)
        if override is not None or form in CONFIDENTIAL_FORMS:
            return self._print_on_the_spot(form, period, selection, out, style or PaperStyle(), step, override)
        chosen, style = period_for(form, period), style or PaperStyle()
        if selection.nip or selection.record_id:
            job = self._job(form, form, chosen, selection, style)
            if not job.ready:
                raise _cannot(form, selection, job)
        folder = ready_folder(out)
        target = free_name(folder, f"{form.value}-{self.around.store.agency.code}-{chosen.code}", self._moment())
        wish = PrintWish(
            period,
            (form,),
            selection.nip,
            selection.unit_ids,
            record_id=selection.record_id,
            style=style,
            afresh=True,
        )
        outcome = self.orders.print_at_once(wish, folder, target.stem, step)
        return PrintOutcome(
            form,
            outcome.file,
            outcome.line.counts.printed,
            tuple(Blocked(one.nip, one.name, one.code, dict(one.facts), one.person_id) for one in outcome.failed),
            outcome.other_form,
            outcome.changes,
        )

    def _print_on_the_spot(
        self,
        form: Form,
        period: Period,
        selection: Selection,
        out: Path,
        style: PaperStyle,
        step: Step,
        override: FormOverride | None,
    ) -> PrintOutcome:
        """What no order takes: a confidential sheet, since a queue lists names, and a form chosen with a reason."""
        if override is not None:
            require_override(form, override)
        chosen = period_for(form, period)
        job = self._job(form, override.form if override else form, chosen, selection, style)
        if not job.ready and (selection.nip or selection.record_id):
            raise _cannot(form, selection, job)
        form = override.form if override else form
        if not job.ready:
            return PrintOutcome(form, None, 0, tuple(job.blocked), job.other_form)
        agency = self.around.store.agency.code
        with self.around.store.writing(self.around.actor, "documents.reserve") as work:
            stamps = stamps_for(work, agency, form, chosen, job.ready)
            work.commit()
        target = free_name(ready_folder(out), f"{_file_stem(form)}-{agency}-{chosen.code}", self._moment())
        sheets = self._sheets(form, chosen, job, stamps)
        printed = self.around.press.print_file(sheets, target, style, step, len(job.ready))
        reason = override.reason.strip() if override else ""
        try:
            with self.around.store.writing(self.around.actor, "documents.print", origin=f"file:{target.name}") as work:
                now = self.around.clock()
                work.documents.save(register_entries(form, chosen, job.ready, stamps, printed, target, now, reason))
                changes = work.commit()
        except BaseException:
            # Paper that is in no register must not lie about to be signed.
            target.unlink(missing_ok=True)
            raise
        return PrintOutcome(form, printed, len(job.ready), tuple(job.blocked), job.other_form, changes)

    def preview(
        self,
        form: Form,
        period: Period,
        nip: str,
        style: PaperStyle | None = None,
        record_id: str = "",
        instead: Form | None = None,
    ) -> bytes:
        """The sheets of one person as PDF bytes for the screen: marked as a draft, without a number, in no register.

        ``record_id`` chooses one where he has several; ``instead`` shows another form of the family, as an override
        would print it. To look at a confidential sheet is to open its record.
        """
        require(self.around.actor, Action.READ)
        chosen, style = period_for(form, period), style or PaperStyle()
        selection = Selection(nip=nip, record_id=record_id)
        job = self._job(form, instead or form, chosen, selection, style, is_for_screen=True)
        if not job.ready:
            raise _cannot(form, selection, job)
        form = instead or form
        stamps = {
            one.key: DocumentStamp("", "-", one.record.version, one.record.digest, 0, "", PaperStanding.DRAFT)
            for one in job.ready
        }
        with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
            target = Path(folder) / "preview.pdf"
            sheets = self._sheets(form, chosen, job, stamps)
            self.around.press.print_file(sheets, target, style, no_step, len(job.ready))
            return target.read_bytes()

    def margin_page(self, size: PaperSize, is_landscape: bool, out: Path) -> Path:
        """The test page of a printer as a PDF in a folder: how close to the edges it prints, and whether it shrinks."""
        require(self.around.actor, Action.READ)
        target = free_name(ready_folder(out), f"halaman-uji-{size.value}", self._moment())
        self.around.press.print_margin_page(target, size, is_landscape)
        return target

    def right_form(self, form: Form, nip: str, year: int) -> Form:
        """The format of the same family that fits this person's job class and approach."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            return source_of(form, self.around).right_form(work, form, year, person)

    def verify(self, path: Path) -> VerifyOutcome:
        """Say whether a PDF is ours, unchanged, and still current."""
        require(self.around.actor, Action.READ)
        return verified_file(self.around, path)

    def verify_many(self, paths: Sequence[Path], step: Step = no_step) -> tuple[FileVerdict, ...]:
        """The same of every PDF file among these files and folders; a refused file is on the list with its code."""
        require(self.around.actor, Action.READ)
        return verified_files(self.around, paths, step)

    def resolve(self, mark: str) -> VerifiedDocument:
        """What the QR of a page says, found again in the register: number, version, copy, and whether it still stands.

        ``DOC-425`` when the text is no mark of ours or this register does not know it.
        """
        require(self.around.actor, Action.READ)
        return resolved_mark(self.around, mark)

    def cancel(self, number: str, reason: str) -> CancelOutcome:
        """Cancel a document number with all its copies: they are void, and the next print takes a new number.

        The number may come as the text of the QR. Refused: ``DOC-602`` unknown, ``DOC-603`` cancelled before,
        ``DOC-604`` without a reason.
        """
        require(self.around.actor, Action.PRINT)
        return cancelled_number(self.around, number, reason)

    @property
    def paper_register(self) -> PaperRegister:
        """The register of documents, searched, filtered and in any order."""
        return PaperRegister(self.around)

    def lines(self, search: str = "", offset: int = 0, limit: int = 200) -> tuple[DocumentLine, ...]:
        """One block of the register of documents, newest first."""
        return self.paper_register.lines(DocumentQuery(search, offset=offset, limit=limit))

    def count(self, search: str = "") -> int:
        """How many documents a search finds."""
        return self.paper_register.count(DocumentQuery(search))

    def _moment(self) -> str:
        return self.around.clock().strftime("%Y%m%d-%H%M%S") + self.around.store.agency.file_mark

    def _job(
        self,
        form: Form,
        shown: Form,
        period: Period,
        selection: Selection,
        style: PaperStyle,
        *,
        is_for_screen: bool = False,
    ) -> Gathered:
        """Those whom a form fits, to be shown on the form ``shown``."""
        job = self._gather(source_of(form, self.around, is_for_screen=is_for_screen), form, period, selection)
        if shown is not form:
            with self.around.store.reading() as work:
                job = on_form(work, shown, period, job)
        return as_stage_six(shown, style, job)

    def _gather(self, source: SheetSource, form: Form, period: Period, selection: Selection) -> Gathered:
        job = Gathered()
        known: set[str] = set()
        with self.around.store.reading() as work:
            for block in in_blocks(chosen_people(work, selection)):
                found = source.gather(work, form, period, block)
                # Two people of a unit may both lead to its one matrix.
                fresh = {one.key: one for one in found.ready if one.key not in known}
                known |= fresh.keys()
                job.ready += fresh.values()
                job.blocked += found.blocked
                job.other_form += found.other_form
                job.right_form = found.right_form or job.right_form
        if selection.record_id:
            job.ready = [one for one in job.ready if one.record.record_id == selection.record_id]
        return job

    def _sheets(
        self, form: Form, period: Period, job: Gathered, stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The sheets in order, read from the store in blocks so that memory stays flat."""
        source = source_of(form, self.around)
        for block in in_blocks(job.ready):
            if form in CONFIDENTIAL_FORMS:
                # Before anything is shown, and never inside a reading work, which would keep the writer out.
                with self.around.store.writing(self.around.actor, "documents.open") as work:
                    note_openings(self.around, work, (one.record.record_id for one in block))
                    work.commit()
            with self.around.store.reading() as work:
                sheets = list(source.sheets(work, form, period, block, stamps))
            yield from sheets


_NONE_OF_HIS = {
    Form.A_1_3: "DOC-501",
    Form.A_1_4: "DOC-502",
    Form.A_1_5: "DOC-503",
    Form.B_1_1: "DOC-520",
    Form.D_1_1: "V-87",
    Form.D_1_2: "V-87",
    Form.D_1_3: "V-94",
}


def _file_stem(form: Form) -> str:
    """The first word of a file's name; of a confidential form not even which one it is."""
    return "RAHASIA" if form in CONFIDENTIAL_FORMS else form.value


def _cannot(form: Form, selection: Selection, job: Gathered) -> UsageRefusal:
    """Why one person has no sheet of this form: no changed result, another signer, no aid made, another record."""
    nip = selection.nip
    if job.blocked:
        return UsageRefusal(job.blocked[0].code, nip=nip, **job.blocked[0].facts)
    if selection.record_id:
        return UsageRefusal("DOC-535", record=selection.record_id, form=form.value)
    if form not in _NONE_OF_HIS and job.right_form is not None:
        return UsageRefusal("DOC-523", nip=nip, form=form.value, right=job.right_form.value)
    return UsageRefusal(_NONE_OF_HIS.get(form, "DOC-423"), nip=nip, form=form.value)
