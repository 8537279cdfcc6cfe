"""The sheets of the aids of planning: manuals A.1.3 and workblocks A.1.4 of a plan, the matrix A.1.5 of a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.aid_content import (
    ManualContent,
    MatrixContent,
    WorkblockContent,
    aid_facts,
    matrix_content,
)
from meritdesk.core.documents import DocumentRecord, DocumentStamp, Form, Sheet, SheetContent
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.periods import Period
from meritdesk.core.plan import JobClass, PerformancePlan, PlanState, plans_in_force
from meritdesk.services.cascade_picture import Ground
from meritdesk.services.documents.sources import Candidate, Gathered, SheetRecord
from meritdesk.services.ports import Surroundings, Work

NOBODY = PersonBlock("")


@dataclass(frozen=True, slots=True)
class PlanAidSheets:
    """The source of manuals and workblocks: each has a sheet and a number of its own, found by the id of its record."""

    around: Surroundings

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Every manual or workblock of these people's plans in force.

        A leader's indicator without a manual is blocked (``DOC-500``, R-30). Others make manuals and workblocks if they
        like, so plans without any are counted and not complained about.
        """
        found = Gathered()
        plans = _plans(work, period, [person.person_id for person in people])
        for person in people:
            plan = plans.get(person.person_id)
            if plan is None:
                found.block(person, "ASM-102", year=period.year)
                continue
            contents = _contents(form, plan)
            for key, content in contents.items():
                # A workblock is a working aid that nobody signs; a manual goes with the plan, and is a draft like it.
                is_draft = form is Form.A_1_3 and plan.state is PlanState.DRAFT
                digest = self._digest(content, person, plan.starts, plan.ends)
                record = SheetRecord(key, plan.version, digest, is_draft, (_block(person),))
                found.ready.append(Candidate(key, person, record))
            missing = _without_manual(form, plan)
            for number, text in missing:
                found.block(person, "DOC-500", number=number, indicator=text)
            if not contents and not missing:
                found.other_form += 1
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The sheets of the plans in force, in block order."""
        plans = _plans(work, period, [one.person.person_id for one in block])
        agency = self.around.store.agency
        for one in block:
            plan = plans[one.person.person_id]
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=plan.starts,
                assessed_to=plan.ends,
                ratee=one.record.parties[0],
                rater=NOBODY,
                stamp=stamps[one.key],
                content=_contents(form, plan)[one.key],
            )

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Of each manual or workblock as the plan holds it now; empty when it left the plan."""
        digests = {}
        people = work.people.by_ids([record.person_id for record in records])
        for period in dict.fromkeys(record.period for record in records):
            asked = [record for record in records if record.period == period]
            plans = _plans(work, period, [record.person_id for record in asked])
            for record in asked:
                plan, person = plans.get(record.person_id), people.get(record.person_id)
                content = _contents(Form(record.form), plan).get(record.record_id) if plan is not None else None
                if content is None or person is None or plan is None:
                    digests[record.document_id] = ""
                else:
                    digests[record.document_id] = self._digest(content, person, plan.starts, plan.ends)
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """There is one form of each aid, whatever the job class."""
        return form

    def _digest(self, content: SheetContent, person: Person, starts: date, ends: date) -> str:
        """Everything the sheet shows: the aid, the assessed days, and whose it is in the foot."""
        facts: dict[str, object] = {
            "aid": aid_facts(content),
            "assessed": [starts.isoformat(), ends.isoformat()],
            "person": [person.full_name, person.nip],
        }
        return self.around.exchange.record_digest(facts)


@dataclass(frozen=True, slots=True)
class MatrixSheets:
    """The source of role-result matrices: one sheet a unit, under the name of its head."""

    around: Surroundings

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """The matrix of every unit that these people head, and of the units in whose matrix the others stand."""
        found = Gathered()
        ground = Ground.of(work, period.year)
        for unit_id, person in _units_of(ground, people).items():
            content = _matrix(work, ground, unit_id)
            if content is None:
                found.other_form += 1
                continue
            head = ground.roll.people.get(ground.roll.heads.get(unit_id, ""))
            digest = self._digest(content, head)
            earlier = work.documents.of_record(form, period, unit_id)
            version = earlier[-1].record_version + (earlier[-1].record_digest != digest) if earlier else 1
            parties = (_block(head),) if head is not None else ()
            record = SheetRecord(unit_id, version, digest, is_draft=False, parties=parties)
            found.ready.append(Candidate(unit_id, head or person, record))
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The matrices as the plans and links of today make them, in block order."""
        ground = Ground.of(work, period.year)
        agency = self.around.store.agency
        for one in block:
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=period.first_day,
                assessed_to=period.last_day,
                ratee=one.record.parties[0] if one.record.parties else NOBODY,
                rater=NOBODY,
                stamp=stamps[one.key],
                content=_matrix(work, ground, one.key),
            )

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Of each unit's matrix as it reads now; empty when there is none any more."""
        digests = {}
        for year in dict.fromkeys(record.period.year for record in records):
            ground = Ground.of(work, year)
            for record in records:
                if record.period.year != year:
                    continue
                content = _matrix(work, ground, record.record_id)
                head = ground.roll.people.get(ground.roll.heads.get(record.record_id, ""))
                digests[record.document_id] = self._digest(content, head) if content is not None else ""
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """There is one form of the matrix."""
        return form

    def _digest(self, content: MatrixContent, head: Person | None) -> str:
        facts: dict[str, object] = {"aid": aid_facts(content), "head": head.nip if head is not None else ""}
        return self.around.exchange.record_digest(facts)


def _block(person: Person) -> PersonBlock:
    """Aids name a person in the foot only."""
    return PersonBlock(person.full_name, person.nip)


def _plans(work: Work, period: Period, person_ids: Sequence[str]) -> Mapping[str, PerformancePlan]:
    return plans_in_force(work.plans.of_year(period.year, person_ids), period.last_day)


def _contents(form: Form, plan: PerformancePlan) -> dict[str, SheetContent]:
    """The aids of this form in a plan, by the id of their record, in the order of the paper."""
    if form is Form.A_1_4:
        return {block.workblock_id: WorkblockContent(block) for block in plan.workblocks}
    return {
        indicator.indicator_id: ManualContent(result.text, indicator.text, indicator.manual)
        for result in plan.results
        for indicator in result.indicators
        if indicator.manual is not None
    }


def _without_manual(form: Form, plan: PerformancePlan) -> list[tuple[str, str]]:
    """Number and words of a leader's indicators that still lack a manual (R-30)."""
    if form is not Form.A_1_3 or plan.job_class is not JobClass.JPT_OR_AUTONOMOUS:
        return []
    return [
        (f"{result.number}.{place}", indicator.text)
        for result in plan.results
        for place, indicator in enumerate(result.indicators, 1)
        if indicator.manual is None
    ]


def _units_of(ground: Ground, people: Sequence[Person]) -> dict[str, Person]:
    """Units by their id with somebody of theirs: those a person heads, or the one whose head rates him."""
    led: dict[str, list[str]] = {}
    for unit_id, head in ground.roll.heads.items():
        led.setdefault(head, []).append(unit_id)
    rated_in = {line.person_id: line.led_unit_id for line in ground.roll.lines}
    found: dict[str, Person] = {}
    for person in people:
        own = led.get(person.person_id) or [rated_in.get(person.person_id) or person.unit_id]
        for unit_id in own:
            if unit_id in ground.roll.units:
                found.setdefault(unit_id, person)
    return found


def _matrix(work: Work, ground: Ground, unit_id: str) -> MatrixContent | None:
    """The matrix of a unit, or nothing where the leader has no indicators or nobody stands below him."""
    unit = ground.roll.units.get(unit_id)
    if unit is None:
        return None
    matrix = ground.picture(work, unit_id).matrix(unit_id)
    if not matrix.unit.columns or not matrix.unit.rows:
        return None
    return matrix_content(matrix, unit.name, ground.roll.people)
