"""Documents: the paper. Sheets are put together here, drawn by the press, and found again by number or file."""

from __future__ import annotations

import re
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import (
    DOCUMENT_FORMS,
    EVALUATION_FORMS,
    PLAN_FORMS,
    DocumentRecord,
    DocumentStamp,
    Finding,
    Form,
    PaperKind,
    PaperStyle,
    PrintedFile,
    Sheet,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Actual, Evaluation, evaluation_facts
from meritdesk.core.journal import Changes
from meritdesk.core.lines import DocumentLine
from meritdesk.core.people import PersonBlock, block_facts
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, plan_facts, plans_in_force
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.folders import free_name, ready_folder
from meritdesk.services.paper_facts import PaperFacts
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.print_job import (
    CurrentParties,
    PrintJob,
    Selection,
    chosen_people,
    fitting_form,
    in_blocks,
    own_actuals,
    period_for,
)

_MARK = re.compile(r"MD1:(?P<number>[^:]+):V(?P<version>\d+):C(?P<copy>\d+):(?P<digest>[0-9A-F]{16})")


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What was printed and where, who could not be printed and why.

    ``other_form`` counts people who belong on another format of the same family (the job class picks the form).
    """

    form: Form
    file: PrintedFile | None
    sheets: int
    blocked: tuple[Blocked, ...]
    other_form: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """One document found in a file, with what can be said of it."""

    number: str
    version: int
    copy: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What can be said of a PDF that someone brings."""

    finding: Finding
    documents: tuple[VerifiedDocument, ...]
    pages: int
    digest: str


@dataclass(frozen=True, slots=True)
class Documents:
    """Verbs of the documents room."""

    around: Surroundings

    def print(
        self,
        form: Form,
        period: Period,
        selection: Selection,
        out: Path,
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PrintOutcome:
        """Print one form for one person, some units or everybody into one PDF and enter each sheet in the register.

        Who cannot be printed is listed, not left blank; when one named person cannot be printed it is a refusal.
        """
        require(self.around.actor, Action.PRINT)
        chosen = period_for(form, period)
        job = self._gather(form, chosen, selection)
        if selection.nip and not job.ready:
            fault = job.blocked[0] if job.blocked else _not_his(form, selection.nip)
            raise UsageRefusal(fault.code, nip=selection.nip, **fault.facts)
        if not job.ready:
            return PrintOutcome(form, None, 0, tuple(job.blocked), job.other_form)
        with self.around.store.writing(self.around.actor, "documents.reserve") as work:
            stamps = self._stamps(work, job)
            work.commit()
        target = free_name(
            ready_folder(out), f"{form.value}-{self.around.store.agency.code}-{chosen.code}", self._moment()
        )
        sheets = self._sheets(job, stamps)
        printed = self.around.press.print_file(sheets, target, style or PaperStyle(), step, len(job.ready))
        try:
            with self.around.store.writing(self.around.actor, "documents.print", origin=f"file:{target.name}") as work:
                work.documents.save(self._records(job, stamps, printed, target))
                changes = work.commit()
        except BaseException:
            # Paper that is in no register must not lie about to be signed.
            target.unlink(missing_ok=True)
            raise
        return PrintOutcome(form, printed, len(job.ready), tuple(job.blocked), job.other_form, changes)

    def preview(self, form: Form, period: Period, nip: str, style: PaperStyle | None = None) -> bytes:
        """The sheet of one person as PDF bytes for the screen: marked as a draft, without a number, in no register."""
        require(self.around.actor, Action.READ)
        job = self._gather(form, period_for(form, period), Selection(nip=nip))
        if not job.ready:
            fault = job.blocked[0] if job.blocked else _not_his(form, nip)
            raise UsageRefusal(fault.code, nip=nip, **fault.facts)
        stamps = {
            key: DocumentStamp("", "-", record.version, record.digest, 0, "", is_draft=True)
            for key, record in job.records.items()
        }
        with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
            target = Path(folder) / "preview.pdf"
            sheets = self._sheets(job, stamps)
            self.around.press.print_file(sheets, target, style or PaperStyle(), no_step, len(job.ready))
            return target.read_bytes()

    def right_form(self, form: Form, nip: str, year: int) -> Form:
        """The format of the same family that fits this person's job class and approach."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            plans = work.plans.of_year(year, [person.person_id])
        return fitting_form(form, plans[-1]) if plans else form

    def verify(self, path: Path) -> VerifyOutcome:
        """Say whether a PDF is ours, unchanged, and still current."""
        require(self.around.actor, Action.READ)
        marks = self.around.press.read_marks(path)
        with self.around.store.reading() as work:
            records = work.documents.of_file(marks.digest)
            if records:
                today = self._today(work, records)
                found = tuple(self._verified(work, record, today) for record in records)
            else:
                known = [(mark, work.documents.of_number(_number_in(mark))) for mark in marks.marks]
                found = tuple(
                    VerifiedDocument(_number_in(mark), 0, 0, Finding.CHANGED if entries else Finding.UNKNOWN)
                    for mark, entries in known
                )
        return VerifyOutcome(_worst(found), found, marks.pages, marks.digest)

    def resolve(self, mark: str) -> VerifiedDocument:
        """What the QR of a page says, found again in the register: number, version, copy, and whether it still stands.

        ``DOC-425`` when the text is no mark of ours or this register does not know it.
        """
        require(self.around.actor, Action.READ)
        stated = _MARK.fullmatch(mark.strip())
        with self.around.store.reading() as work:
            records = work.documents.of_number(stated["number"]) if stated else ()
            for record in records:
                if stated and (record.record_version, record.copy) == (int(stated["version"]), int(stated["copy"])):
                    if record.record_digest[:16].upper() != stated["digest"]:
                        break
                    return self._verified(work, record, self._today(work, [record]))
        raise UsageRefusal("DOC-425", mark=mark)

    def lines(self, search: str = "", offset: int = 0, limit: int = 200) -> tuple[DocumentLine, ...]:
        """One block of the register of documents, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.documents.lines(search, offset, limit)

    def count(self, search: str = "") -> int:
        """How many documents a search finds."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.documents.count(search)

    def _moment(self) -> str:
        return self.around.clock().strftime("%Y%m%d-%H%M%S")

    def _gather(self, form: Form, period: Period, selection: Selection) -> PrintJob:
        with self.around.store.reading() as work:
            people = chosen_people(work, selection)
            named = {person.person_id: person for person in people} if form in PLAN_FORMS else {}
            job = PrintJob(form, period, CurrentParties.gather(work, named))
            rules = self.around.rulebook.in_force(period.last_day)
            for block in in_blocks(people):
                ids = [person.person_id for person in block]
                # The evaluation document shows nothing of the plan, so the plans of thousands need not be read.
                plans = (
                    {}
                    if form in DOCUMENT_FORMS
                    else plans_in_force(work.plans.of_year(period.year, ids), period.last_day)
                )
                evaluations = (
                    {}
                    if form in PLAN_FORMS
                    else {found.person_id: found for found in work.evaluations.of_period(period, ids)}
                )
                actuals = work.actuals.of_period(period, ids) if form in EVALUATION_FORMS else {}
                for person in block:
                    plan = plans.get(person.person_id)
                    evaluation = evaluations.get(person.person_id)
                    if form in PLAN_FORMS:
                        parties = job.today.of(person.person_id, rules)
                    else:
                        parties = evaluation.parties if evaluation else ()
                    job.judge(person, plan, evaluation, parties, self._digest(form, plan, evaluation, actuals, parties))
        return job

    def _digest(
        self,
        form: Form,
        plan: PerformancePlan | None,
        evaluation: Evaluation | None,
        actuals: Mapping[str, Actual],
        parties: Sequence[PersonBlock],
    ) -> str:
        """The digest of what the sheet would show today; for an evaluation it must still be that of the closing.

        A plan sheet shows the people of today, so they count there besides the plan; an evaluation keeps its own.
        """
        if form in DOCUMENT_FORMS:
            return evaluation.digest if evaluation else ""
        if plan is None:
            return ""
        plan_digest = self.around.exchange.record_digest(plan_facts(plan))
        if form in PLAN_FORMS:
            return self.around.exchange.record_digest({"plan": plan_digest, "parties": block_facts(parties)})
        if evaluation is None:
            return ""
        return self.around.exchange.record_digest(evaluation_facts(evaluation, plan_digest, own_actuals(plan, actuals)))

    def _stamps(self, work: Work, job: PrintJob) -> dict[str, DocumentStamp]:
        ids = [person.person_id for person in job.ready]
        known = work.documents.numbers(job.form, job.period, ids)
        fresh = [key for key in ids if key not in known]
        serial = work.documents.reserve(job.form, job.period.year, len(fresh)) if fresh else 0
        agency = self.around.store.agency.code
        stamps = {}
        for person in job.ready:
            key = person.person_id
            if key in known:
                number, copies = known[key]
            else:
                number, copies = f"{job.form.value}/{agency}/{job.period.year}/{serial:06d}", 0
                serial += 1
            record = job.records[key]
            mark = f"MD1:{number}:V{record.version}:C{copies + 1}:{record.digest[:16].upper()}"
            stamps[key] = DocumentStamp(
                document_id=str(uuid.uuid4()),
                number=number,
                version=record.version,
                digest=record.digest,
                copy=copies + 1,
                qr_text=mark,
                is_draft=record.is_draft,
            )
        return stamps

    def _sheets(self, job: PrintJob, stamps: Mapping[str, DocumentStamp]) -> Iterator[Sheet]:
        """The sheets in order, read from the store in blocks so that memory stays flat."""
        agency = self.around.store.agency
        for block in in_blocks(job.ready):
            ids = [person.person_id for person in block]
            with self.around.store.reading() as work:
                plans = plans_in_force(work.plans.of_year(job.period.year, ids), job.period.last_day)
                evaluations: dict[str, Evaluation] = {}
                actuals: Mapping[str, Actual] = {}
                if job.form not in PLAN_FORMS:
                    evaluations = {found.person_id: found for found in work.evaluations.of_period(job.period, ids)}
                    actuals = work.actuals.of_period(job.period, ids) if job.form in EVALUATION_FORMS else {}
                papers = PaperFacts.gather(work, job.form, evaluations.values())
            for person in block:
                plan = plans.get(person.person_id)
                evaluation = evaluations.get(person.person_id)
                ratee, rater, *superior = job.records[person.person_id].parties
                yield Sheet(
                    form=job.form,
                    agency_name=agency.name,
                    place=agency.place,
                    period=job.period,
                    assessed_from=plan.starts if plan and job.period.is_annual else job.period.first_day,
                    assessed_to=plan.ends if plan and job.period.is_annual else job.period.last_day,
                    ratee=ratee,
                    rater=rater,
                    superior=superior[0] if superior else None,
                    stamp=stamps[person.person_id],
                    plan=plan,
                    evaluation=evaluation,
                    actuals=own_actuals(plan, actuals) if plan else {},
                    signed_on=plan.fixed_on if plan and job.form in PLAN_FORMS else papers.signed_on(evaluation),
                    ratee_signed_on=papers.returned_on(evaluation),
                    superior_signed_on=papers.superior_signed_on(evaluation),
                    objection=papers.objection(evaluation),
                )

    def _records(
        self, job: PrintJob, stamps: Mapping[str, DocumentStamp], printed: PrintedFile, target: Path
    ) -> list[DocumentRecord]:
        places = {sheet.document_id: sheet for sheet in printed.sheets}
        now = self.around.clock()
        records = []
        for person in job.ready:
            stamp = stamps[person.person_id]
            record = job.records[person.person_id]
            place = places[stamp.document_id]
            records.append(
                DocumentRecord(
                    document_id=stamp.document_id,
                    number=stamp.number,
                    form=job.form,
                    person_id=person.person_id,
                    period=job.period,
                    record_id=record.record_id,
                    record_version=record.version,
                    record_digest=record.digest,
                    copy=stamp.copy,
                    printed_at=now,
                    file_name=target.name,
                    file_digest=printed.digest,
                    first_page=place.first_page,
                    pages=place.pages,
                )
            )
        return records

    def _today(self, work: Work, records: Sequence[DocumentRecord]) -> CurrentParties:
        """Who would stand today on the plan sheets among these documents."""
        planned = [record.person_id for record in records if record.form in PLAN_FORMS]
        return CurrentParties.gather(work, work.people.by_ids(planned))

    def _verified(self, work: Work, record: DocumentRecord, today: CurrentParties) -> VerifiedDocument:
        if isinstance(record.form, PaperKind):
            # Nothing but the newest paper on the same matter says what an own sheet would show today.
            current = work.documents.of_record(record.form, record.period, record.record_id)[-1].record_digest
        elif record.form in PLAN_FORMS:
            plans = work.plans.by_ids([record.record_id])
            parties = today.of(record.person_id, self.around.rulebook.in_force(record.period.last_day))
            current = self._digest(record.form, plans[0], None, {}, parties) if plans else ""
        else:
            found = work.evaluations.of_period(record.period, [record.person_id])
            current = found[0].digest if found else ""
        finding = Finding.CURRENT if current == record.record_digest else Finding.REPLACED
        return VerifiedDocument(record.number, record.record_version, record.copy, finding)


def _not_his(form: Form, nip: str) -> Blocked:
    """Why one person has no sheet of this form: V-94 without a changed result, V-87 where another signs."""
    code = {Form.D_1_3: "V-94", Form.D_1_2: "V-87", Form.D_1_1: "V-87"}.get(form, "DOC-423")
    return Blocked(nip, "", code, {"form": form.value})


def _number_in(mark: str) -> str:
    stated = _MARK.fullmatch(mark)
    return stated["number"] if stated else mark


def _worst(found: Sequence[VerifiedDocument]) -> Finding:
    for finding in (Finding.CHANGED, Finding.UNKNOWN, Finding.REPLACED, Finding.CURRENT):
        if any(document.finding is finding for document in found):
            return finding
    return Finding.FOREIGN
