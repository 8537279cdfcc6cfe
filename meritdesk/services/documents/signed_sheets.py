"""Sheets of any family with their signature places: acting lines, rank lines, and no sheet that nobody can sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.documents import DOCUMENT_FORMS, DocumentRecord, DocumentStamp, Form, Sheet
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.services.documents.sources import Candidate, Gathered, SheetSource
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.signing import SheetSigners


@dataclass(frozen=True, slots=True)
class SignedSheets:
    """A source of sheets, and beside it the register of signers; who cannot sign is listed before anything is drawn."""

    around: Surroundings
    source: SheetSource

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """What the source finds, without evaluation documents that one of their signers cannot sign."""
        found = self.source.gather(work, form, period, people)
        if form not in DOCUMENT_FORMS or not found.ready:
            return found
        signers = SheetSigners.gather(self.around, work)
        steps = self.around.rulebook.signing_order(period.last_day).of(form).steps
        papers = {
            (one.evaluation_id, one.form, one.version): one
            for one in work.processes.of_evaluations([one.record.record_id for one in found.ready])
        }
        kept: list[Candidate] = []
        for one in found.ready:
            paper = papers.get((one.record.record_id, form, one.record.version))
            why = signers.missing(form, steps, one.record.parties, paper.signed_on if paper else None)
            if why is None:
                kept.append(one)
            else:
                found.block(one.person, why.code, **why.facts)
        found.ready = kept
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The filled sheets with what stands at their signature places."""
        signers = SheetSigners.gather(self.around, work)
        for one, sheet in zip(block, self.source.sheets(work, form, period, block, stamps), strict=True):
            yield signers.dressed(sheet, one.person.person_id)

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """As the source says: in which capacity somebody signs is no content of the record."""
        return self.source.digests_today(work, records)

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """As the source says."""
        return self.source.right_form(work, form, year, person)
