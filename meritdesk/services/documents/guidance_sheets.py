"""The sheets of guidance, B.1.6 to B.1.10: one for every record, with the people of the day it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.confidential import BehaviourProblem, ConfidentialRecord, may_read
from meritdesk.core.documents import CONFIDENTIAL_FORMS, DocumentRecord, DocumentStamp, Form, Sheet
from meritdesk.core.guidance import GuidanceRecord, Training
from meritdesk.core.guidance_content import (
    KIND_OF_FORM,
    GuidanceContent,
    ProblemContent,
    content_facts,
    problem_content,
)
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.periods import Period
from meritdesk.core.plan import plans_in_force
from meritdesk.core.validation.execution_rules import confidential_hints
from meritdesk.services.changes import Blocked
from meritdesk.services.documents.sources import Candidate, Gathered, SheetRecord
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.register_then import PartiesThen, RegisterThen


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the sheet of one record shows, and its digest; without a rater there is no sheet."""

    record_id: str
    held_on: date
    parties: PartiesThen
    content: GuidanceContent | ProblemContent
    starts: date
    ends: date
    digest: str
    is_draft: bool


@dataclass(slots=True)
class GuidanceSheets:
    """The source of sheets of guidance; of confidential ones only those that the actor may read."""

    around: Surroundings
    _then: RegisterThen | None = field(default=None, init=False)
    _has_told_hidden: bool = field(default=False, init=False)

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Every record of the year, oldest first; who has none is only told when he was asked for alone."""
        found = Gathered()
        records = self._records(work, form, period, people, found)
        shown = self._shown(work, form, [one for theirs in records.values() for one in theirs])
        for person in people:
            theirs = records.get(person.person_id, [])
            if not theirs and len(people) == 1:
                found.block(person, "DOC-537" if form in CONFIDENTIAL_FORMS else "DOC-536", year=period.year)
            for record in theirs:
                sheet = shown[record.record_id]
                if sheet.parties.rater is None:
                    found.block(person, sheet.parties.problem)
                    continue
                kept = SheetRecord(
                    record.record_id,
                    self._version(work, form, period, sheet),
                    sheet.digest,
                    sheet.is_draft,
                    (sheet.parties.ratee, sheet.parties.rater),
                )
                found.ready.append(Candidate(record.record_id, person, kept))
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The records of these candidates, in block order."""
        wanted = {one.key for one in block}
        people = list({one.person.person_id: one.person for one in block}.values())
        records = self._records(work, form, period, people, Gathered())
        shown = self._shown(
            work, form, [one for theirs in records.values() for one in theirs if one.record_id in wanted]
        )
        agency = self.around.store.agency
        for one in block:
            sheet = shown[one.key]
            ratee, rater = one.record.parties
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=sheet.starts,
                assessed_to=sheet.ends,
                ratee=ratee,
                rater=rater,
                stamp=stamps[one.key],
                signed_on=sheet.held_on,
                content=sheet.content,
            )

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Of the records as they stand; that a confidential one changed is no secret, what it says stays one."""
        digests = dict.fromkeys([record.document_id for record in records], "")
        for form in dict.fromkeys(record.form for record in records):
            assert isinstance(form, Form)
            asked = {one.record_id: None for one in records if one.form is form}
            kept = (work.confidential if form in CONFIDENTIAL_FORMS else work.guidance).by_id
            found = [one for record_id in asked if (one := kept(record_id)) is not None]
            shown = self._shown(work, form, found)
            digests |= {
                one.document_id: shown[one.record_id].digest
                for one in records
                if one.form is form and one.record_id in shown
            }
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """Every record has its own form."""
        return form

    def _records(
        self, work: Work, form: Form, period: Period, people: Sequence[Person], found: Gathered
    ) -> dict[str, list[GuidanceRecord | ConfidentialRecord]]:
        ids = [person.person_id for person in people]
        kept: Sequence[GuidanceRecord | ConfidentialRecord]
        if form in CONFIDENTIAL_FORMS:
            kept = self._readable(
                [one for one in work.confidential.of(ids) if isinstance(one.body, BehaviourProblem)],
                period,
                found,
                is_told=len(people) > 1,
            )
        else:
            kept = [one for one in work.guidance.of(ids) if one.kind is KIND_OF_FORM[form]]
        theirs: dict[str, list[GuidanceRecord | ConfidentialRecord]] = {}
        for one in kept:
            if one.held_on.year == period.year:
                theirs.setdefault(one.person_id, []).append(one)
        return theirs

    def _readable(
        self, records: Sequence[ConfidentialRecord], period: Period, found: Gathered, *, is_told: bool
    ) -> list[ConfidentialRecord]:
        """Leave out what the actor may not read; a print of many says so once, without a name or a number."""
        readable = [one for one in records if may_read(self.around.actor, one.author, one.readers)]
        hidden = any(one.held_on.year == period.year for one in records if one not in readable)
        if hidden and is_told and not self._has_told_hidden:
            self._has_told_hidden = True
            found.blocked.append(Blocked("", "", "DOC-538", {"name": self.around.actor.name}))
        return readable

    def _shown(
        self, work: Work, form: Form, records: Sequence[GuidanceRecord | ConfidentialRecord]
    ) -> dict[str, _Shown]:
        """What each record shows, with the people and the plan of its day."""
        if not records:
            return {}
        if self._then is None:
            self._then = RegisterThen.gather(work)
        ids = list({one.person_id for one in records})
        years = {one.held_on.year for one in records}
        plans = {year: work.plans.of_year(year, ids) for year in sorted(years)}
        shown = {}
        for one in records:
            day = one.held_on
            rules = self.around.rulebook.in_force(day)
            parties = self._then.parties(one.person_id, day, rules)
            content, is_draft = self._content(work, one)
            plan = plans_in_force([plan for plan in plans[day.year] if plan.person_id == one.person_id], day)
            own = plan.get(one.person_id)
            starts = own.starts if own else date(day.year, 1, 1)
            ends = own.ends if own else date(day.year, 12, 31)
            facts = content_facts(content, day, (parties.ratee, *([parties.rater] if parties.rater else [])))
            facts |= {"form": form.value, "span": [starts.isoformat(), ends.isoformat()]}
            shown[one.record_id] = _Shown(
                one.record_id,
                day,
                parties,
                content,
                starts,
                ends,
                self.around.exchange.record_digest(facts),
                is_draft,
            )
        return shown

    def _content(
        self, work: Work, record: GuidanceRecord | ConfidentialRecord
    ) -> tuple[GuidanceContent | ProblemContent, bool]:
        """What is printed; a report that cannot go to the HR unit yet (V-57) is printed as a draft."""
        if isinstance(record, GuidanceRecord):
            assert not isinstance(record.body, Training)
            return GuidanceContent(record.body, self._guide(record)), False
        assert isinstance(record.body, BehaviourProblem)
        proofs = frozenset(entry.entry_id for entry in work.feedback.of([record.person_id]))
        return problem_content(record.body), bool(confidential_hints(record, proofs))

    def _guide(self, record: GuidanceRecord) -> PersonBlock:
        """The leader or coach with his NIP where the register knows him; else his name as it was written down."""
        assert self._then is not None
        rules = self.around.rulebook.in_force(record.held_on)
        known = self._then.block(record.guide_id, record.held_on, rules) if record.guide_id else None
        return PersonBlock(record.guide_name or (known.name if known else ""), known.nip if known else "")

    def _version(self, work: Work, form: Form, period: Period, sheet: _Shown) -> int:
        """Records of guidance count no versions: other words than on the last paper make the next one."""
        printed = work.documents.of_record(form, period, sheet.record_id)
        if not printed:
            return 1
        return printed[-1].record_version + (printed[-1].record_digest != sheet.digest)
