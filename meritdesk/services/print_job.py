"""One print job: whose sheets are wanted, who can be printed, who cannot and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from meritdesk.core.documents import DOCUMENT_FORMS, PLAN_FORMS, Form, document_form, evaluation_form, plan_form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Actual, Evaluation
from meritdesk.core.people import OrgUnit, Person, PersonBlock, ReportingLine, person_block
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PerformancePlan, PlanState
from meritdesk.core.rules import RuleSet
from meritdesk.services.changes import Blocked
from meritdesk.services.ports import Work

BLOCK = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose sheets are wanted: one person by NIP, some units, or everybody when both are empty."""

    nip: str = ""
    unit_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """The record behind a sheet: which, in which version and digest, and the people printed on it."""

    record_id: str
    version: int
    digest: str
    is_draft: bool
    parties: tuple[PersonBlock, ...]


@dataclass(frozen=True, slots=True)
class CurrentParties:
    """Ratee, rater and superior as the register has them today, which is what a plan sheet shows."""

    units: Mapping[str, OrgUnit]
    lines: Mapping[str, ReportingLine]
    people: Mapping[str, Person]

    @classmethod
    def gather(cls, work: Work, people: Mapping[str, Person]) -> CurrentParties:
        """Read what the heads of these people's plan sheets need; nobody needs nothing."""
        if not people:
            return cls({}, {}, {})
        lines = {line.person_id: line for line in work.reporting.all() if line.person_id in people}
        signers = {key for line in lines.values() for key in (line.rater_id, line.superior_id) if key}
        named = work.people.by_ids(sorted(signers - people.keys()))
        return cls({unit.unit_id: unit for unit in work.units.all()}, lines, {**people, **named})

    def has_rater(self, person_id: str) -> bool:
        """Whether it is known who rates a person."""
        line = self.lines.get(person_id)
        return line is not None and line.rater_id in self.people

    def of(self, person_id: str, rules: RuleSet) -> tuple[PersonBlock, ...]:
        """Ratee, rater and superior in the order of the paper; whoever is not known is left out."""
        line = self.lines.get(person_id)
        keys = (person_id, line.rater_id, line.superior_id) if line else (person_id,)
        return tuple(person_block(self.people[key], self.units, rules.rank_name) for key in keys if key in self.people)


@dataclass(slots=True)
class PrintJob:
    """One print job: who can be printed, who cannot and why."""

    form: Form
    period: Period
    today: CurrentParties
    ready: list[Person] = field(default_factory=list)
    records: dict[str, SheetRecord] = field(default_factory=dict)
    blocked: list[Blocked] = field(default_factory=list)
    other_form: int = 0

    def judge(
        self,
        person: Person,
        plan: PerformancePlan | None,
        evaluation: Evaluation | None,
        parties: tuple[PersonBlock, ...],
        digest: str,
    ) -> None:
        """Put one person among the ready, the blocked, or those on another form.

        ``parties`` and ``digest`` are what the sheet would show now; of an evaluation they are those of its closing.
        """
        if self.form not in DOCUMENT_FORMS:
            if plan is None:
                return self._block(person, "ASM-102", year=self.period.year)
            if fitting_form(self.form, plan) is not self.form:
                self.other_form += 1
                return None
        if self.form in PLAN_FORMS:
            assert plan is not None
            if not self.today.has_rater(person.person_id):
                line = self.today.lines.get(person.person_id)
                return self._block(person, line.problem if line and line.problem else "REG-347")
            draft = plan.state is PlanState.DRAFT
            return self._ready(person, SheetRecord(plan.plan_id, plan.version, digest, draft, parties))
        if evaluation is None or not evaluation.is_closed:
            return self._block(person, "DOC-422", period=self.period.code)
        if evaluation.predicate is None:
            return self._block(person, "V-95")
        if self.form in DOCUMENT_FORMS and document_form(evaluation) is not self.form:
            self.other_form += 1
            return None
        if digest != evaluation.digest:
            return self._block(person, "DOC-424", period=self.period.code)
        return self._ready(
            person,
            SheetRecord(evaluation.evaluation_id, evaluation.version, evaluation.digest, False, parties),
        )

    def _ready(self, person: Person, record: SheetRecord) -> None:
        self.ready.append(person)
        self.records[person.person_id] = record

    def _block(self, person: Person, code: str, **facts: object) -> None:
        self.blocked.append(Blocked(person.nip, person.full_name, code, facts))


def own_actuals(plan: PerformancePlan, actuals: Mapping[str, Actual]) -> dict[str, Actual]:
    """The actuals that belong to the indicators of one plan."""
    return {one.indicator_id: actuals[one.indicator_id] for one in plan.indicators if one.indicator_id in actuals}


def fitting_form(form: Form, plan: PerformancePlan) -> Form:
    """The format of the same family for this plan (forms 9, number 2); A.1.8 and the documents hang on no plan."""
    if form is Form.A_1_8 or form in DOCUMENT_FORMS:
        return form
    if form in PLAN_FORMS:
        return plan_form(plan.job_class, plan.approach)
    return evaluation_form(plan.job_class, plan.approach)


def period_for(form: Form, period: Period) -> Period:
    """A plan belongs to the year, whatever period was asked for."""
    return Period(period.year, PeriodKind.YEAR) if form in PLAN_FORMS else period


def chosen_people(work: Work, selection: Selection) -> list[Person]:
    """The people of a selection who are appraised, in the order of the units; ``USE-102`` for an unknown NIP."""
    if selection.nip:
        person = work.people.by_nip(selection.nip)
        if person is None:
            raise UsageRefusal("USE-102", nip=selection.nip)
        return [person]
    units = work.units.all()
    place = {unit.unit_id: (unit.sort_order, unit.name) for unit in units}
    wanted = frozenset(selection.unit_ids)
    people = [
        person for person in work.people.all() if person.is_appraised and (not wanted or person.unit_id in wanted)
    ]
    people.sort(key=lambda person: (place.get(person.unit_id, (0, "")), person.name, person.nip))
    return people


def in_blocks(people: Sequence[Person]) -> Iterator[Sequence[Person]]:
    """People in portions, so that the plans of thousands are never in memory together."""
    for start in range(0, len(people), BLOCK):
        yield people[start : start + BLOCK]
