"""Performance plans as rows: the plan, its results, their indicators, and its notes (expectations and annexes)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, decimal_text, decimal_value
from meritdesk.store.rows import Rows, Values

_EXPECTATION = "EXPECTATION:"
_ANNEXES = ("RESOURCES", "ACCOUNTABILITY", "CONSEQUENCES")


class StoredPlans:
    """The plans (SKP), whole with results, indicators, expectations and annexes."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[PerformancePlan, ...]:
        """The plans of a year, of everybody or of these people."""
        if person_ids is None:
            heads = self._rows.read(tables.plan, "year", [year], "person_id", "plan_id")
        else:
            wanted = self._rows.read(tables.plan, "person_id", dict.fromkeys(person_ids), "person_id", "plan_id")
            heads = [row for row in wanted if row["year"] == year]
        plan_ids = [row["plan_id"] for row in heads]
        indicators: dict[str, list[Indicator]] = defaultdict(list)
        for row in self._rows.read(tables.indicator, "plan_id", plan_ids, "result_id", "place"):
            indicators[str(row["result_id"])].append(_indicator(row))
        results: dict[str, list[WorkResult]] = defaultdict(list)
        for row in self._rows.read(tables.work_result, "plan_id", plan_ids, "plan_id", "place"):
            results[str(row["plan_id"])].append(_result(row, indicators))
        notes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows.read(tables.plan_note, "plan_id", plan_ids, "plan_id", "section", "place"):
            notes[str(row["plan_id"])][str(row["section"])].append(str(row["text"]))
        return tuple(_plan(row, results[str(row["plan_id"])], notes[str(row["plan_id"])]) for row in heads)

    def save(self, plans: Sequence[PerformancePlan]) -> None:
        """Write these plans whole; results, indicators and notes that they no longer name go."""
        latest = {plan.plan_id: plan for plan in plans}
        kept = list(latest.values())
        self._rows.write(tables.plan, map(_plan_row, kept))
        self._rows.replace_parts(tables.work_result, "plan_id", latest, _result_rows(kept))
        self._rows.replace_parts(tables.indicator, "plan_id", latest, _indicator_rows(kept))
        self._rows.replace_parts(tables.plan_note, "plan_id", latest, _note_rows(kept))


def _plan(row: Mapping[str, Any], results: list[WorkResult], notes: Mapping[str, list[str]]) -> PerformancePlan:
    expectations = {value: tuple(notes[f"{_EXPECTATION}{value.value}"]) for value in BehaviourValue}
    return PerformancePlan(
        plan_id=row["plan_id"],
        person_id=row["person_id"],
        year=row["year"],
        approach=Approach(row["approach"]),
        job_class=JobClass(row["job_class"]),
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        results=tuple(results),
        expectations={value: texts for value, texts in expectations.items() if texts},
        resources=tuple(notes["RESOURCES"]),
        accountability=tuple(notes["ACCOUNTABILITY"]),
        consequences=tuple(notes["CONSEQUENCES"]),
        state=PlanState(row["state"]),
        fixed_on=day_value(row["fixed_on"]),
        version=row["version"],
    )


def _result(row: Mapping[str, Any], indicators: Mapping[str, list[Indicator]]) -> WorkResult:
    return WorkResult(
        result_id=row["result_id"],
        number=row["number"],
        kind=ResultKind(row["kind"]),
        text=row["text"],
        parent_text=row["parent_text"],
        assigned_by=row["assigned_by"],
        indicators=tuple(indicators.get(row["result_id"], ())),
    )


def _indicator(row: Mapping[str, Any]) -> Indicator:
    return Indicator(
        indicator_id=row["indicator_id"],
        text=row["text"],
        target=Target(
            text=row["target_text"],
            low=decimal_value(row["target_low"]),
            high=decimal_value(row["target_high"]),
            unit=row["target_unit"],
            direction=Direction(row["direction"]),
        ),
        aspect=Aspect(row["aspect"]) if row["aspect"] else None,
        perspective=Perspective(row["perspective"]) if row["perspective"] else None,
    )


def _plan_row(plan: PerformancePlan) -> Values:
    return {
        "plan_id": plan.plan_id,
        "person_id": plan.person_id,
        "year": plan.year,
        "approach": plan.approach.value,
        "job_class": plan.job_class.value,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "state": plan.state.value,
        "fixed_on": day_text(plan.fixed_on),
        "version": plan.version,
    }


def _result_rows(plans: Sequence[PerformancePlan]) -> Iterator[Values]:
    for plan in plans:
        for place, result in enumerate(plan.results):
            yield {
                "result_id": result.result_id,
                "plan_id": plan.plan_id,
                "place": place,
                "number": result.number,
                "kind": result.kind.value,
                "text": result.text,
                "parent_text": result.parent_text,
                "assigned_by": result.assigned_by,
            }


def _indicator_rows(plans: Sequence[PerformancePlan]) -> Iterator[Values]:
    for plan in plans:
        for result in plan.results:
            for place, indicator in enumerate(result.indicators):
                target = indicator.target
                yield {
                    "indicator_id": indicator.indicator_id,
                    "result_id": result.result_id,
                    "plan_id": plan.plan_id,
                    "place": place,
                    "text": indicator.text,
                    "aspect": indicator.aspect.value if indicator.aspect else None,
                    "perspective": indicator.perspective.value if indicator.perspective else None,
                    "target_text": target.text,
                    "target_low": decimal_text(target.low),
                    "target_high": decimal_text(target.high),
                    "target_unit": target.unit,
                    "direction": target.direction.value,
                }


def _note_rows(plans: Sequence[PerformancePlan]) -> Iterator[Values]:
    for plan in plans:
        sections: list[tuple[str, Sequence[str]]] = [
            (f"{_EXPECTATION}{value.value}", texts) for value, texts in plan.expectations.items()
        ]
        sections += zip(_ANNEXES, (plan.resources, plan.accountability, plan.consequences), strict=True)
        for section, texts in sections:
            for place, text in enumerate(texts):
                yield {"plan_id": plan.plan_id, "section": section, "place": place, "text": text}
