"""The grid of actuals: indicators down, periods across, typed and pasted as in a spreadsheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from meritdesk.core.access import Action, require
from meritdesk.core.achieved import CellFault, read_achieved
from meritdesk.core.agency_settings import PeriodicCycle, settings_of
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Actual, IndicatorClass
from meritdesk.core.evidence import EvidenceFilter, EvidenceOwner
from meritdesk.core.journal import Changes
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Indicator, PerformancePlan, ResultKind
from meritdesk.core.scoring.suggestion import measured_class
from meritdesk.core.stages import Cohort
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import actual_hints, evidence_hints, feedback_hints, settings_hints
from meritdesk.services.execution.places import known_person
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class GridQuery:
    """Whose indicators are wanted: a year, units (none means all), a search, and a block of people.

    ``without_actuals`` is the code of a period: only people with a plan of whom nothing was entered for it are kept.
    ``cohort`` keeps the people who were counted on the overview.
    """

    year: int
    unit_ids: tuple[str, ...] = ()
    search: str = ""
    person_ids: tuple[str, ...] = ()
    offset: int = 0
    limit: int = 60
    without_actuals: str = ""
    cohort: Cohort | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in one cell: text and value, the class it has, and whether something lies behind it."""

    text: str = ""
    measured: IndicatorClass | None = None
    override: IndicatorClass | None = None
    override_reason: str = ""
    feedback: str = ""
    evidence: int = 0
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class GridLine:
    """One indicator of one person with its cells by period code."""

    person_id: str
    nip: str
    name: str
    result_number: int
    indicator_number: int
    kind: ResultKind
    result_text: str
    indicator: Indicator
    cells: Mapping[str, GridCell] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The place in the plan: ``2.1``."""
        return f"{self.result_number}.{self.indicator_number}"


@dataclass(frozen=True, slots=True)
class GridBlock:
    """One block of the grid: lines of the people from ``offset`` on, of ``people`` in all.

    ``without_plan`` names the people of the block who have no plan in the year and so no line.
    """

    lines: tuple[GridLine, ...]
    people: int
    next_offset: int
    without_plan: tuple[str, ...] = ()

    @property
    def has_more(self) -> bool:
        """Whether there are people after this block."""
        return self.next_offset < self.people


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What was typed for one indicator in one period."""

    person_id: str
    indicator_id: str
    period: Period
    typed: str


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """An entry that was not saved, and why."""

    entry: CellEntry
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EnteredCells:
    """What came of a handful of entries; ``written`` + ``same`` + the refused ones are all of them."""

    written: int
    same: int
    refused: tuple[RefusedEntry, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Grid:
    """Verbs of the grid of actuals."""

    around: Surroundings

    def columns(self, year: int) -> tuple[Period, ...]:
        """The periods of a year by the agency's own cycle, quarters where it has not chosen, and the year itself."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cycle = settings_of(work.setting).periodic_cycle
        kind, count = (PeriodKind.MONTH, 12) if cycle is PeriodicCycle.MONTHLY else (PeriodKind.QUARTER, 4)
        return (*(Period(year, kind, index) for index in range(1, count + 1)), Period(year, PeriodKind.YEAR))

    def lines(self, query: GridQuery) -> GridBlock:
        """One block of people with all their indicators and everything that was achieved on them in the year."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            staff = StaffQuery(
                unit_ids=query.unit_ids,
                search=query.search,
                offset=query.offset,
                limit=query.limit,
                cohort=query.cohort,
            )
            if query.person_ids:
                found = work.people.by_ids(query.person_ids)
                people = [(key, found[key].nip, found[key].full_name) for key in query.person_ids if key in found]
                total = query.offset + len(people)
            else:
                people = [(line.person_id, line.nip, line.name) for line in work.people.lines(staff)]
                total = work.people.count(staff)
            ids = [person_id for person_id, _, _ in people]
            plans = _plans_by_person(work, query.year, ids)
            cells = _cells(work, query.year, plans)
        if query.without_actuals:
            people = [one for one in people if _is_blank(plans.get(one[0], ()), cells, query.without_actuals)]
        lines = tuple(
            GridLine(
                person_id=person_id,
                nip=nip,
                name=name,
                result_number=result.number,
                indicator_number=place,
                kind=result.kind,
                result_text=result.text,
                indicator=indicator,
                cells=cells[indicator.indicator_id],
            )
            for person_id, nip, name in people
            for plan in plans.get(person_id, ())
            for result in plan.results
            for place, indicator in enumerate(result.indicators, start=1)
        )
        without = tuple(name for person_id, _, name in people if person_id not in plans)
        return GridBlock(lines, total, query.offset + len(ids), without)

    def cell(self, person_id: str, indicator_id: str, period: Period) -> GridCell:
        """What stands in one cell now; an empty cell where nothing does."""
        for line in self.lines(GridQuery(period.year, person_ids=(person_id,))).lines:
            if line.indicator.indicator_id == indicator_id:
                return line.cells.get(period.code, GridCell())
        return GridCell()

    def set(self, entries: Sequence[CellEntry], dry_run: bool = False) -> EnteredCells:
        """Take over what was typed: what is understood is written in one change set, the rest answers with its reason.

        ``dry_run`` says what would happen and writes nothing: the preview of a pasted block.
        """
        require(self.around.actor, Action.TYPE)
        with self.around.store.writing(self.around.actor, "execution.grid.set") as work:
            judged = _Judging(work, entries)
            outcome = judged.run()
            work.actuals.save(judged.kept)
            work.actuals.remove(judged.cleared)
            changes = Changes() if dry_run else work.commit()
        return replace(outcome, changes=changes)

    def explain(
        self,
        person_id: str,
        indicator_id: str,
        period: Period,
        *,
        feedback: str | None = None,
        override: IndicatorClass | None = None,
        override_reason: str = "",
    ) -> Changes:
        """Write the leader's words on one actual: feedback, and a class set instead of the measured one (R-64).

        ``feedback`` of ``None`` leaves it as it is; an ``override`` of ``None`` takes the leader's class back.
        """
        require(self.around.actor, Action.TYPE)
        with self.around.store.writing(self.around.actor, "execution.grid.explain") as work:
            entry = CellEntry(person_id, indicator_id, period, "")
            judged = _Judging(work, [entry])
            fault = judged.fault(entry)
            if fault is not None:
                raise UsageRefusal(fault.code, **fault.facts)
            before = judged.known.get((indicator_id, period)) or Actual(indicator_id, period, "")
            after = replace(
                before,
                feedback=before.feedback if feedback is None else feedback.strip(),
                override=override,
                override_reason=override_reason.strip() if override is not None else "",
            )
            work.actuals.save([after])
            return work.commit()

    def hints(self, person_id: str, period: Period) -> tuple[Hint, ...]:
        """What one person's execution still lacks in a period: V-50, V-51, V-52, V-72, V-73."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            known_person(work, person_id)
            plans = work.plans.of_year(period.year, [person_id])
            actuals = work.actuals.of_period(period, [person_id])
            evidence = work.evidence.of(EvidenceFilter(person_ids=(person_id,), owner=EvidenceOwner.ACTUAL))
            entries = work.feedback.of([person_id])
            settings = settings_of(work.setting)
        mine = tuple(one for one in evidence if one.period == period.code)
        shown = {one.owner_id for one in mine}
        return (
            *settings_hints(settings),
            *(hint for plan in plans for hint in actual_hints(plan, actuals, shown)),
            *evidence_hints(mine),
            *feedback_hints(entries, period),
        )


class _Judging:
    """One handful of entries against the plans they belong to: read once, judged one by one."""

    def __init__(self, work: Work, entries: Sequence[CellEntry]) -> None:
        # The last word on a cell counts, as in a sheet where one cell was typed twice.
        self.entries = list({(one.indicator_id, one.period): one for one in entries}.values())
        people = list(dict.fromkeys(one.person_id for one in entries))
        self._indicators: dict[tuple[str, int, str], Indicator] = {
            (plan.person_id, plan.year, indicator.indicator_id): indicator
            for year in {one.period.year for one in entries}
            for plan in work.plans.of_year(year, people)
            for indicator in plan.indicators
        }
        self._nips = {person_id: person.nip for person_id, person in work.people.by_ids(people).items()}
        self._closed = {
            (evaluation.person_id, period)
            for period in {one.period for one in entries}
            for evaluation in work.evaluations.of_period(period, people)
            if evaluation.is_closed
        }
        known = work.actuals.of_indicators([one.indicator_id for one in entries])
        self.known = {(actual.indicator_id, actual.period): actual for actual in known}
        self.kept: list[Actual] = []
        self.cleared: list[Actual] = []

    def run(self) -> EnteredCells:
        """Sort the entries into kept, cleared, unchanged and refused ones."""
        refused: list[RefusedEntry] = []
        same = 0
        for entry in self.entries:
            fault = self.fault(entry)
            if fault is not None:
                refused.append(fault)
                continue
            indicator = self._indicators[entry.person_id, entry.period.year, entry.indicator_id]
            found = read_achieved(entry.typed, indicator.target)
            if isinstance(found, CellFault):
                refused.append(RefusedEntry(entry, found.code, found.facts))
                continue
            before = self.known.get((entry.indicator_id, entry.period))
            after = replace(before or Actual(entry.indicator_id, entry.period, ""), text=found.text, value=found.value)
            if after == before or (before is None and found.is_empty):
                same += 1
            elif found.is_empty and not (after.feedback or after.override):
                self.cleared.append(after)
            else:
                self.kept.append(after)
        return EnteredCells(len(self.kept) + len(self.cleared), same, tuple(refused))

    def fault(self, entry: CellEntry) -> RefusedEntry | None:
        """Why nothing may be written to this cell: it is not this person's, or his evaluation is closed."""
        nip = self._nips.get(entry.person_id, entry.person_id)
        if (entry.person_id, entry.period.year, entry.indicator_id) not in self._indicators:
            return RefusedEntry(entry, "PLN-101", {"nip": nip, "year": str(entry.period.year)})
        if (entry.person_id, entry.period) in self._closed:
            return RefusedEntry(entry, "ASM-120", {"nip": nip, "period": entry.period.code})
        return None


def _is_blank(plans: Sequence[PerformancePlan], cells: Mapping[str, Mapping[str, GridCell]], period: str) -> bool:
    """Whether a person has a plan and nothing was entered on it for a period."""
    texts = [
        cells[indicator.indicator_id][period].text if period in cells[indicator.indicator_id] else ""
        for plan in plans
        for indicator in plan.indicators
    ]
    return bool(texts) and not any(texts)


def _plans_by_person(work: Work, year: int, person_ids: Sequence[str]) -> Mapping[str, list[PerformancePlan]]:
    theirs: dict[str, list[PerformancePlan]] = {}
    for plan in work.plans.of_year(year, person_ids):
        theirs.setdefault(plan.person_id, []).append(plan)
    return theirs


def _cells(work: Work, year: int, plans: Mapping[str, Sequence[PerformancePlan]]) -> Mapping[str, dict[str, GridCell]]:
    """The cells of all indicators of these plans, by indicator and period code."""
    owners = {
        indicator.indicator_id: (plan.person_id, indicator)
        for mine in plans.values()
        for plan in mine
        for indicator in plan.indicators
    }
    people = list(plans)
    files: dict[tuple[str, str], int] = defaultdict(int)
    for one in work.evidence.of(EvidenceFilter(person_ids=tuple(people), owner=EvidenceOwner.ACTUAL)) if people else ():
        files[one.owner_id, one.period] += 1
    actuals = {(one.indicator_id, one.period): one for one in work.actuals.of_indicators(list(owners))}
    closed = work.evaluations.closed_periods(year, people)
    periods = {period for _, period in actuals} | {period for mine in closed.values() for period in mine}
    codes = {period.code for period in periods} | {code for _, code in files}
    cells: dict[str, dict[str, GridCell]] = defaultdict(dict)
    by_code = {period.code: period for period in periods}
    for indicator_id, (person_id, indicator) in owners.items():
        for code in codes:
            period = by_code.get(code)
            actual = actuals.get((indicator_id, period)) if period is not None else None
            is_closed = period is not None and period in closed.get(person_id, frozenset())
            if actual is None and not is_closed and not files.get((indicator_id, code)):
                continue
            cells[indicator_id][code] = GridCell(
                text=actual.text if actual else "",
                measured=measured_class(indicator.target, actual.value) if actual else None,
                override=actual.override if actual else None,
                override_reason=actual.override_reason if actual else "",
                feedback=actual.feedback if actual else "",
                evidence=files.get((indicator_id, code), 0),
                is_closed=is_closed,
            )
    return cells
