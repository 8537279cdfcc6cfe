"""Fill-in sheets of actuals: one row an indicator, with what was achieved and the evidence in words (B.1.2)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from meritdesk.core.achieved import Achieved, CellFault, read_achieved
from meritdesk.core.evaluation import Actual, IndicatorClass
from meritdesk.core.execution import Documentation
from meritdesk.core.fill_sheet import FillNote, FillRow, number_text
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import Indicator, PerformancePlan, Target, WorkResult
from meritdesk.services.ports import Surroundings, Work

_ACTUAL_CELLS = frozenset({"text", "value", "feedback", "class", "reason"})


@dataclass(frozen=True, slots=True)
class _Place:
    """One indicator in the plan of its owner, with what is known of it in the period."""

    person: Person
    result: WorkResult
    number: int
    indicator: Indicator
    actual: Actual | None
    documentation: Documentation | None
    is_closed: bool


@dataclass(slots=True)
class ActualsFilling:
    """The indicators of some people in one period."""

    work: Work
    period: Period
    places: dict[str, _Place]
    actuals: list[Actual] = field(default_factory=list)
    documentation: list[Documentation] = field(default_factory=list)

    @classmethod
    def gather(cls, around: Surroundings, work: Work, people: Sequence[Person], period: Period) -> ActualsFilling:
        """Read the plans that cover the period, with actuals and documentation of it."""
        ids = [person.person_id for person in people]
        plans: dict[str, list[PerformancePlan]] = {}
        for plan in work.plans.of_year(period.year, ids):
            if plan.starts <= period.last_day and plan.ends >= period.first_day:
                plans.setdefault(plan.person_id, []).append(plan)
        known = work.actuals.of_period(period, ids)
        closed = {one.person_id for one in work.evaluations.of_period(period, ids) if one.is_closed}
        results = [result.result_id for own in plans.values() for plan in own for result in plan.results]
        written = {line.documentation_id: line for line in work.action_plans.documentation(results)}
        places = {
            indicator.indicator_id: _Place(
                person=person,
                result=result,
                number=number,
                indicator=indicator,
                actual=known.get(indicator.indicator_id),
                documentation=written.get(documentation_id(indicator.indicator_id, period)),
                is_closed=person.person_id in closed,
            )
            for person in people
            for plan in plans.get(person.person_id, ())
            for result in plan.results
            for number, indicator in enumerate(result.indicators, start=1)
        }
        return cls(work, period, places)

    def rows(self) -> tuple[FillRow, ...]:
        """One row an indicator; those of closed evaluations are shown but locked."""
        return tuple(
            FillRow(indicator_id, _cells(place), is_locked=place.is_closed)
            for indicator_id, place in self.places.items()
        )

    def found(self, sent: FillRow, touched: Mapping[str, str]) -> FillRow | None:
        """Rows keep their keys here: what is gone is gone."""
        return None

    def is_new(self, sent: FillRow) -> bool:
        """Whether nothing was achieved on this indicator so far."""
        place = self.places[sent.ref]
        return place.actual is None and place.documentation is None

    def take(self, sent: FillRow, taken: Mapping[str, str]) -> FillNote | None:
        """Keep the new cells of an indicator; ``ASM-120`` once its evaluation is closed."""
        place = self.places[sent.ref]
        if place.is_closed:
            return FillNote("", "ASM-120", {"nip": place.person.nip, "period": self.period.code})
        cells = {**_cells(place), **taken}
        actual = place.actual
        if taken.keys() & _ACTUAL_CELLS:
            made = self._actual(place, cells, taken)
            if isinstance(made, FillNote):
                return made
            actual = made
        if taken.keys() - _ACTUAL_CELLS:
            line = self._documentation(place, cells, actual)
            if isinstance(line, FillNote):
                return line
            self.documentation.append(line)
        if actual is not None and actual is not place.actual:
            self.actuals.append(actual)
        return None

    def save(self) -> None:
        """Write the actuals and the documentation that were taken."""
        self.work.actuals.save(self.actuals)
        self.work.action_plans.save_documentation(self.documentation)

    def _actual(self, place: _Place, cells: Mapping[str, str], taken: Mapping[str, str]) -> Actual | FillNote:
        value = Decimal(cells["value"]) if cells["value"] else None
        text = cells["text"]
        if "text" in taken and text and not cells["value"]:
            reading = read_achieved(text, place.indicator.target)
            if isinstance(reading, CellFault):
                return FillNote("text", reading.code, dict(reading.facts))
            text, value = reading.text, reading.value
        if not text and value is not None:
            reading = read_achieved(printed_decimal(value), place.indicator.target)
            text = reading.text if isinstance(reading, Achieved) else printed_decimal(value)
        if cells["class"] and not cells["reason"]:
            return FillNote("reason", "IMP-223")
        return Actual(
            indicator_id=place.indicator.indicator_id,
            period=self.period,
            text=text,
            value=value,
            feedback=cells["feedback"],
            override=IndicatorClass(cells["class"]) if cells["class"] else None,
            override_reason=cells["reason"],
        )

    def _documentation(
        self, place: _Place, cells: Mapping[str, str], actual: Actual | None
    ) -> Documentation | FillNote:
        for name in ("evidence", "documented_on"):
            if not cells[name]:
                return FillNote(name, "IMP-223")
        return Documentation(
            documentation_id=documentation_id(place.indicator.indicator_id, self.period),
            result_id=place.result.result_id,
            documented_on=date.fromisoformat(cells["documented_on"]),
            text=(actual.text if actual else "") or place.indicator.text,
            evidence=cells["evidence"],
        )


def documentation_id(indicator_id: str, period: Period) -> str:
    """The line of documentation that sheets keep for an indicator and a period: the same one each time."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"meritdesk:fill:{indicator_id}:{period.code}"))


def _cells(place: _Place) -> dict[str, str]:
    actual, line = place.actual, place.documentation
    return {
        "nip": place.person.nip,
        "name": place.person.full_name,
        "result_number": str(place.result.number),
        "result": place.result.text,
        "indicator_number": str(place.number),
        "indicator": place.indicator.text,
        "target": _target(place.indicator.target),
        "text": actual.text if actual else "",
        "value": number_text(actual.value) if actual else "",
        "evidence": line.evidence if line else "",
        "documented_on": line.documented_on.isoformat() if line else "",
        "feedback": actual.feedback if actual else "",
        "class": actual.override.value if actual and actual.override else "",
        "reason": actual.override_reason if actual else "",
    }


def _target(target: Target) -> str:
    """The target as the unit knows it from paper."""
    if target.text.strip():
        return target.text
    bounds = dict.fromkeys(printed_decimal(bound) for bound in (target.low, target.high) if bound is not None)
    return f"{' - '.join(bounds)} {target.unit}".strip()
