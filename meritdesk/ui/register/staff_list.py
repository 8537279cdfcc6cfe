"""The staff list of the register: which filters it offers, and how it is read from the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import SortKey, StaffField, StaffFilter, StaffLine, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.stages import Cohort
from meritdesk.services import Desk
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.register.staff_table import ORDER_FIELDS, StaffColumn
from meritdesk.ui.wording import Words

ANY_PROBLEM = "*"
UNIT, PROBLEM = "unit", "problem"
_ENUMS: Mapping[StaffField, type[EmploymentType | LegalStatus | PositionKind | PlanState | EvaluationState]] = {
    StaffField.EMPLOYMENT: EmploymentType,
    StaffField.LEGAL_STATUS: LegalStatus,
    StaffField.POSITION_KIND: PositionKind,
    StaffField.PLAN_STATE: PlanState,
    StaffField.RATING_STATE: EvaluationState,
}
_TALLIED = (StaffField.EMPLOYMENT, StaffField.LEGAL_STATUS, StaffField.POSITION_KIND, StaffField.GRADE)
_BY_PERIOD = (StaffField.PLAN_STATE, StaffField.RATING_STATE)


class StaffReading:
    """Turns what the list asks into queries of the store; used on the lane."""

    def __init__(self, desk: Desk, words: Words, period: Callable[[], Period | None]) -> None:
        self._desk, self._words, self._period = desk, words, period
        self.arrangement: Callable[[], Arrangement] = Arrangement
        self.cohort: Callable[[], Cohort | None] = lambda: None

    def reading(self, asked: Callable[[Arrangement], StaffQuery] | None = None) -> Reading[StaffLine]:
        """How the list is read in blocks; ``asked`` is what a page asks when it narrows the list further."""
        register, query = self._desk.register, asked or self.query

        def block(arrangement: Arrangement, offset: int, limit: int) -> StaffQuery:
            return replace(query(arrangement), offset=offset, limit=limit)

        def page(arrangement: Arrangement, offset: int, limit: int) -> tuple[int, Sequence[StaffLine]]:
            found = register.page(block(arrangement, offset, limit))
            return found.total, found.lines

        return Reading(
            lambda arrangement: register.count(query(arrangement)),
            lambda arrangement, offset, limit: register.staff(block(arrangement, offset, limit)),
            page,
        )

    def query(self, arrangement: Arrangement, without: str = "") -> StaffQuery:
        """The query of an arrangement, perhaps as if one of its filters were not there."""
        kept = {name: values for name, values in arrangement.kept.items() if name != without}
        period = self._period()
        unit_id = arrangement.only(UNIT) if UNIT in kept else ""
        problems = kept.get(PROBLEM, frozenset())
        fields = (*_TALLIED, *_BY_PERIOD)
        filters = [StaffFilter(one, tuple(sorted(kept[one.value]))) for one in fields if one.value in kept]
        if problems and ANY_PROBLEM not in problems:
            filters.append(StaffFilter(StaffField.PROBLEM, tuple(sorted(problems))))
        order = [SortKey(ORDER_FIELDS[StaffColumn(column)], falls) for column, falls in arrangement.order]
        return StaffQuery(
            unit_ids=self._desk.register.branch(unit_id) if unit_id else (),
            search=arrangement.search,
            filters=tuple(filters),
            sort=tuple(order) or (SortKey(StaffField.NAME),),
            only_problems=ANY_PROBLEM in problems,
            year=period.year if period is not None else 0,
            period=period.code if period is not None else "",
            cohort=self.cohort(),
        )

    def facets(self, units: Callable[[], Sequence[OrgUnit]]) -> tuple[Facet, ...]:
        """What the staff list can be filtered by."""
        translate = QCoreApplication.translate
        unit = Facet(
            UNIT,
            lambda: translate("StaffTable", "Unit"),
            lambda: [Choice(one.unit_id, one.name) for one in sorted(units(), key=lambda one: one.name.casefold())],
            is_single=True,
        )
        problem = Facet(PROBLEM, lambda: translate("StaffList", "Without a rater"), self._problems, is_read=True)
        return (unit, problem, *(self._tallied(field) for field in (*_TALLIED, *_BY_PERIOD)))

    def _tallied(self, field: StaffField) -> Facet:
        def choices() -> Sequence[Choice]:
            tally = self._desk.register.tally(self.query(self.arrangement(), field.value), field)
            return [Choice(one.value, self._said(field, one.value), one.count) for one in tally if one.value]

        return Facet(field.value, lambda: self._words.messages.label_of(field), choices, is_read=True)

    def _problems(self) -> Sequence[Choice]:
        query = self.query(self.arrangement(), PROBLEM)
        tally = self._desk.register.tally(query, StaffField.PROBLEM)
        found = [one for one in tally if one.value]
        everybody = QCoreApplication.translate("StaffList", "all of them")
        return [
            Choice(ANY_PROBLEM, everybody, sum(one.count for one in found)),
            *(Choice(one.value, self._words.messages.refusal(one.value)[0], one.count) for one in found),
        ]

    def _said(self, field: StaffField, value: str) -> str:
        named = _ENUMS.get(field)
        return self._words.messages.label_of(named(value)) if named is not None else value
