"""Planning: the performance plans (SKP) of the year."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.differences import Difference, differences
from meritdesk.core.errors import RowFault, UsageRefusal
from meritdesk.core.fill_sheet import FillKind
from meritdesk.core.intake import PlanRow
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import (
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
    plan_in_force,
)
from meritdesk.core.plan_versions import PlanVersion
from meritdesk.core.validation.plan_rules import plan_faults
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.fill_sheets import FillSheets
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.planning.agreement import Agreement
from meritdesk.services.planning.budgets import BudgetDesk
from meritdesk.services.planning.bulk import PlanBulk
from meritdesk.services.planning.cascade import CascadeDesk
from meritdesk.services.planning.copying import PlanCopying
from meritdesk.services.planning.editor import PlanEditor
from meritdesk.services.planning.fill_plans import PlansFilling
from meritdesk.services.planning.job_classes import JobClasses
from meritdesk.services.planning.kpi import Kpi
from meritdesk.services.planning.kpi_intake import KpiIntake
from meritdesk.services.planning.kpi_papers import KpiPapers
from meritdesk.services.planning.kpi_tree import KpiTreeDesk
from meritdesk.services.planning.library import PlanLibrary
from meritdesk.services.planning.matrix import Matrix
from meritdesk.services.planning.plan_list import PlanList
from meritdesk.services.ports import Source, Surroundings

ElementKey = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """One person's plan with what is still missing before it can be fixed."""

    person: Person
    plan: PerformancePlan
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """One person who must have a plan: on which group of forms, rated by whom, and whether the plan is there."""

    person_id: str
    nip: str
    name: str
    position_title: str
    position_kind: PositionKind
    job_class: JobClass
    unit_source_id: str
    unit_name: str
    rater_id: str
    rater_title: str
    led_unit_source_id: str
    state: PlanState | None


@dataclass(frozen=True, slots=True)
class Planning:
    """Verbs of planning."""

    around: Surroundings

    @property
    def agreement(self) -> Agreement:
        """The performance agreements of units."""
        return Agreement(self.around)

    @property
    def bulk(self) -> PlanBulk:
        """Many plans at once."""
        return PlanBulk(self.around)

    @property
    def listing(self) -> PlanList:
        """Who must have a plan, and who has one."""
        return PlanList(self.around)

    @property
    def cascade(self) -> CascadeDesk:
        """Who serves what, from the city's goals down to one person."""
        return CascadeDesk(self.around)

    @property
    def matrix(self) -> Matrix:
        """The role-result matrix of a unit."""
        return Matrix(self.around)

    @property
    def kpi(self) -> Kpi:
        """What units achieved, and the organisation's level that follows from it."""
        return Kpi(self.around)

    @property
    def indicators(self) -> KpiIntake:
        """Indicators taken over from a sheet of the year."""
        return KpiIntake(self.around)

    @property
    def papers(self) -> KpiPapers:
        """The tree of indicators on paper and in a spreadsheet."""
        return KpiPapers(self.around)

    @property
    def budgets(self) -> BudgetDesk:
        """What units may spend and did spend by month."""
        return BudgetDesk(self.around)

    @property
    def tree(self) -> KpiTreeDesk:
        """The indicators of the city as one tree, from its goals down to one person."""
        return KpiTreeDesk(self.around)

    @property
    def editor(self) -> PlanEditor:
        """One plan: opened, saved, fixed, signed, revised, compared."""
        return PlanEditor(self.around)

    @property
    def copying(self) -> PlanCopying:
        """Plans copied from last year, from a colleague, to many."""
        return PlanCopying(self.around)

    @property
    def library(self) -> PlanLibrary:
        """Good examples to take over."""
        return PlanLibrary(self.around)

    @property
    def sheets(self) -> FillSheets:
        """Sheets of plans that a unit fills in without the program."""
        return FillSheets(self.around, FillKind.PLANS, "planning", PlansFilling.gather)

    def due(self, year: int) -> tuple[PlanDuty, ...]:
        """Everybody with a known rater who must have a plan in a year, raters in the order of the units."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            people = {person.person_id: person for person in work.people.all()}
            units = {unit.unit_id: unit for unit in work.units.all()}
            lines = work.reporting.all()
            classes = JobClasses.of(people.values(), tuple(units.values()), lines)
            states = {plan.person_id: plan.state for plan in work.plans.of_year(year)}
        duties = []
        for line in lines:
            person = people.get(line.person_id)
            rater = people.get(line.rater_id)
            if person is None or rater is None or not person.is_appraised:
                continue
            unit = units.get(person.unit_id)
            led = units.get(line.led_unit_id)
            duties.append(
                PlanDuty(
                    person_id=person.person_id,
                    nip=person.nip,
                    name=person.full_name,
                    position_title=person.position_title,
                    position_kind=person.position_kind,
                    job_class=classes.of_person(person),
                    unit_source_id=unit.source_id if unit else "",
                    unit_name=unit.name if unit else "",
                    rater_id=rater.person_id,
                    rater_title=rater.position_title,
                    led_unit_source_id=led.source_id if led else "",
                    state=states.get(person.person_id),
                )
            )
        return tuple(sorted(duties, key=lambda duty: (duty.led_unit_source_id, duty.nip)))

    def import_plans(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over plans row by row; a complete plan is fixed, an incomplete one stays a draft with a remark."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_plans(source, step)
        with self.around.store.writing(self.around.actor, "planning.import_plans", origin=origin_of(source)) as work:
            step = work.watch(step)
            people = {person.nip: person for person in work.people.all() if person.nip}
            classes = JobClasses.of(people.values(), work.units.all(), work.reporting.all())
            years = {placed.value.year for placed in intake.rows}
            known = {(plan.person_id, plan.year): plan for year in years for plan in work.plans.of_year(year)}
            closed = {
                (evaluation.person_id, year)
                for year in years
                for evaluation in work.evaluations.of_period(Period(year, PeriodKind.YEAR))
                if evaluation.is_closed
            }
            tally: Tally[PlanRow] = Tally(intake, source)
            plans = _judge_plans(tally, people, classes, known, closed)
            for plan in plans:
                before = known.get((plan.person_id, plan.year))
                if before is not None and plan.version > before.version:
                    today = self.around.clock().date()
                    work.plans.keep_version(PlanVersion(before, today, self.around.actor.name, origin_of(source)))
            work.plans.save(plans)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def show(self, nip: str, year: int, day: date | None = None) -> PlanCard:
        """One person's plan of a year, of a mover the last or the one in force on a day (R-33).

        ``USE-102`` for an unknown NIP, ``PLN-101`` where there is no plan.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            plans = work.plans.of_year(year, [person.person_id])
        if not plans:
            raise UsageRefusal("PLN-101", nip=nip, year=year)
        plan = plan_in_force(plans, day) if day is not None else plans[-1]
        if plan is None:
            raise UsageRefusal("PLN-101", nip=nip, year=year)
        return PlanCard(person, plan, plan_faults(plan))


def _judge_plans(
    tally: Tally[PlanRow],
    people: Mapping[str, Person],
    classes: JobClasses,
    known: Mapping[tuple[str, int], PerformancePlan],
    closed: Set[tuple[str, int]],
) -> list[PerformancePlan]:
    """The plans to write. Rows of one person and year belong together, but each row has its own fate."""
    grouped: dict[tuple[str, int], list[tuple[int, PlanRow]]] = {}
    for placed in tally.intake.rows:
        row = placed.value
        person = people.get(row.nip)
        if person is None:
            tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
        elif not person.is_appraised:
            tally.refuse(placed.row, "NIP", "PLN-103", status=f"STATUS:{person.legal_status.name}", nip=row.nip)
        elif (fault := _misfit(row, classes.of_person(person))) is not None:
            tally.refused.append(replace(fault, row=placed.row))
        else:
            grouped.setdefault((row.nip, row.year), []).append((placed.row, row))
    plans = []
    for (nip, year), rows in grouped.items():
        person = people[nip]
        before = known.get((person.person_id, year))
        approaches = {row.approach for _, row in rows}
        if len(approaches) > 1:
            for number, _ in rows:
                tally.refuse(number, "PENDEKATAN", "PLN-104", nip=nip)
            continue
        old = elements_of(before) if before else {}
        new, keyed = _elements_from(rows)
        if new.items() - old.items() and (person.person_id, year) in closed:
            for number, _ in rows:
                tally.refuse(number, "NIP", "PLN-105", nip=nip, year=year)
            continue
        plan = _assemble(person, year, rows[0][1], classes.of_person(person), before, {**old, **new})
        for number, key in keyed:
            state = "added" if key not in old else ("same" if old[key] == new[key] else "changed")
            shown = _element_differences(key[0], old[key], new[key]) if state == "changed" else ()
            tally.accept(number, f"{nip}/{year}", person.full_name, state, differences=shown)
        faults = plan_faults(plan)
        if faults:
            tally.remark(rows[0][0], "", "PLN-102", nip=nip, faults=", ".join(faults))
        plans.append(plan)
    return plans


def _misfit(row: PlanRow, group: JobClass) -> RowFault | None:
    """Why an indicator row does not fit the form of this person (V-08, V-12)."""
    if row.section != "RESULT" or row.approach.value != "QUANT" or not row.indicator:
        return None
    if group is JobClass.JPT_OR_AUTONOMOUS and row.perspective is None:
        return RowFault(0, "PERSPEKTIF", "V-08")
    if group is JobClass.JA_JF and row.aspect is None:
        return RowFault(0, "ASPEK", "V-12")
    return None


def elements_of(plan: PerformancePlan) -> dict[ElementKey, tuple[object, ...]]:
    """A plan taken apart into rows as a plan file has them, so that each row can be compared."""
    elements: dict[ElementKey, tuple[object, ...]] = {}
    for result in plan.results:
        head = (result.kind, result.text, result.parent_text, result.assigned_by)
        for place, indicator in enumerate(result.indicators, start=1):
            elements["RESULT", result.number, place] = (
                *head,
                indicator.text,
                indicator.aspect,
                indicator.perspective,
                indicator.target,
            )
    order = list(BehaviourValue)
    for value, texts in plan.expectations.items():
        for place, text in enumerate(texts, start=1):
            elements["EXPECTATION", order.index(value), place] = (value, text)
    annexes = (
        ("RESOURCES", plan.resources),
        ("ACCOUNTABILITY", plan.accountability),
        ("CONSEQUENCES", plan.consequences),
    )
    for section, lines in annexes:
        for place, text in enumerate(lines, start=1):
            elements[section, 0, place] = (text,)
    return elements


_ELEMENT_FIELDS = {
    "RESULT": ("kind", "text", "parent_text", "assigned_by", "indicator", "aspect", "perspective", "target"),
    "EXPECTATION": ("value", "text"),
}


def _element_differences(section: str, old: tuple[object, ...], new: tuple[object, ...]) -> tuple[Difference, ...]:
    """What a row of a plan file changes about the row that stands in its place."""
    names = _ELEMENT_FIELDS.get(section, ("text",))
    return differences(dict(zip(names, old, strict=True)), dict(zip(names, new, strict=True)))


def _elements_from(
    rows: Sequence[tuple[int, PlanRow]],
) -> tuple[dict[ElementKey, tuple[object, ...]], list[tuple[int, ElementKey]]]:
    elements: dict[ElementKey, tuple[object, ...]] = {}
    keyed: list[tuple[int, ElementKey]] = []
    places: dict[tuple[str, int], int] = {}
    order = list(BehaviourValue)
    for number, row in rows:
        if row.section == "RESULT":
            group = ("RESULT", row.number)
            content: tuple[object, ...] = (
                row.kind,
                row.text,
                row.parent_text,
                row.assigned_by,
                row.indicator,
                row.aspect,
                row.perspective,
                Target(row.target_text, row.target_low, row.target_high, row.target_unit, row.direction),
            )
        elif row.section == "EXPECTATION" and row.value is not None:
            group = ("EXPECTATION", order.index(row.value))
            content = (row.value, row.text)
        else:
            group = (row.section, 0)
            content = (row.text,)
        places[group] = places.get(group, 0) + 1
        key = (*group, places[group])
        elements[key] = content
        keyed.append((number, key))
    return elements, keyed


def _assemble(
    person: Person,
    year: int,
    sample: PlanRow,
    group: JobClass,
    before: PerformancePlan | None,
    elements: Mapping[ElementKey, tuple[object, ...]],
) -> PerformancePlan:
    old_results = {result.number: result for result in before.results} if before else {}
    results: dict[int, WorkResult] = {}
    for section, number, place in sorted(key for key in elements if key[0] == "RESULT"):
        kind, text, parent, giver, indicator, aspect, perspective, target = elements[section, number, place]
        old = old_results.get(number) or WorkResult(str(uuid.uuid4()), number, ResultKind.MAIN, "")
        head = replace(old, kind=kind, text=text, parent_text=parent, assigned_by=giver, indicators=())  # type: ignore[arg-type]
        result = results.get(number) or head
        kept = (
            old.indicators[place - 1] if len(old.indicators) >= place else Indicator(str(uuid.uuid4()), "", Target(""))
        )
        measure = replace(kept, text=indicator, target=target, aspect=aspect, perspective=perspective)  # type: ignore[arg-type]
        results[number] = replace(result, indicators=(*result.indicators, measure))
    expectations: dict[BehaviourValue, tuple[str, ...]] = {}
    for key in sorted(key for key in elements if key[0] == "EXPECTATION"):
        value, text = elements[key]
        assert isinstance(value, BehaviourValue)
        expectations[value] = (*expectations.get(value, ()), str(text))
    base = before or PerformancePlan(
        plan_id=str(uuid.uuid4()),
        person_id=person.person_id,
        year=year,
        approach=sample.approach,
        job_class=group,
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
    )
    plan = replace(
        base,
        approach=sample.approach,
        job_class=group,
        results=tuple(results.values()),
        expectations=expectations,
        resources=_annex(elements, "RESOURCES"),
        accountability=_annex(elements, "ACCOUNTABILITY"),
        consequences=_annex(elements, "CONSEQUENCES"),
    )
    plan = replace(plan, state=PlanState.DRAFT if plan_faults(plan) else PlanState.FIXED)
    if before is not None and before.state is PlanState.FIXED and elements_of(before) != elements_of(plan):
        plan = replace(plan, version=before.version + 1, ratee_signed_on=None, rater_signed_on=None)
    return plan


def _annex(elements: Mapping[ElementKey, tuple[object, ...]], section: str) -> tuple[str, ...]:
    return tuple(str(elements[key][0]) for key in sorted(key for key in elements if key[0] == section))
