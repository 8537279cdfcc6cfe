"""Performance plans as rows: the plan, its results, their indicators, and its notes (expectations and annexes)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanHead,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
    manual_facts,
    study_facts,
)
from meritdesk.core.plan_list import PlanListLine, PlanQuery
from meritdesk.core.plan_parts import AssignmentBasis, ControlLevel, Exemption, PlanOccasion, Workblock
from meritdesk.core.plan_record import manual_of, plan_of, record_of, study_of, workblock_of, workblock_record
from meritdesk.core.plan_versions import PlanVersion
from meritdesk.parting import held
from meritdesk.store import tables
from meritdesk.store.notation import codes, codes_or_nothing, day_text, day_value, decimal_text, decimal_value
from meritdesk.store.plan_list import plan_count, plan_lines
from meritdesk.store.rows import Rows, Values

_ORDER = ("person_id", "starts", "plan_id")
_EXPECTATION = "EXPECTATION:"
_ANNEXES = ("RESOURCES", "ACCOUNTABILITY", "CONSEQUENCES")

_APPROACHES = codes(Approach)
_JOB_CLASSES = codes(JobClass)
_STATES = codes(PlanState)
_OCCASIONS = codes(PlanOccasion)
_KINDS = codes(ResultKind)
_BASES = codes(AssignmentBasis)
_CONTROL_LEVELS_OR_NOTHING = codes_or_nothing(ControlLevel)
_DIRECTIONS = codes(Direction)
_ASPECTS_OR_NOTHING = codes_or_nothing(Aspect)
_PERSPECTIVES_OR_NOTHING = codes_or_nothing(Perspective)
_EXEMPTIONS_OR_NOTHING = codes_or_nothing(Exemption)


class StoredPlans:
    """The plans (SKP), whole with results, indicators, expectations and annexes."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def listed(self, query: PlanQuery) -> tuple[PlanListLine, ...]:
        """One block of the list of plans."""
        return plan_lines(self._rows, query)

    def listed_count(self, query: PlanQuery) -> int:
        """How many people the list of plans has."""
        return plan_count(self._rows, query)

    def of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[PerformancePlan, ...]:
        """The plans of a year, of everybody or of these people; of one person the one begun last comes last."""
        return self._whole(self._rows_of_year(year, person_ids))

    def portions_of_year(self, year: int) -> Iterator[tuple[PerformancePlan, ...]]:
        """The plans of a year in the same order, so many at a time."""
        for heads in self._rows.portions(tables.plan, *_ORDER, year=year):
            yield self._whole(heads)

    def heads_of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[PlanHead, ...]:
        """The same plans in the same order, without what stands in them."""
        return held(tuple(map(_head, self._rows_of_year(year, person_ids))))

    def _rows_of_year(self, year: int, person_ids: Sequence[str] | None) -> Sequence[Values]:
        if person_ids is None:
            return self._rows.read(tables.plan, "year", [year], *_ORDER)
        wanted = self._rows.read(tables.plan, "person_id", dict.fromkeys(person_ids), *_ORDER)
        return [row for row in wanted if row["year"] == year]

    def by_ids(self, plan_ids: Sequence[str]) -> tuple[PerformancePlan, ...]:
        """These plans, as far as they exist."""
        return self._whole(self._rows.read(tables.plan, "plan_id", dict.fromkeys(plan_ids), *_ORDER))

    def of_people(self, person_ids: Sequence[str]) -> tuple[PerformancePlan, ...]:
        """All plans of these people, oldest first."""
        return self._whole(self._rows.read(tables.plan, "person_id", dict.fromkeys(person_ids), "year", *_ORDER))

    def _whole(self, heads: Sequence[Values]) -> tuple[PerformancePlan, ...]:
        plan_ids = [row["plan_id"] for row in heads]
        indicators: dict[str, list[Indicator]] = defaultdict(list)
        for row in self._rows.read(tables.indicator, "plan_id", plan_ids, "result_id", "place"):
            indicators[str(row["result_id"])].append(measure_of(row))
        results: dict[str, list[WorkResult]] = defaultdict(list)
        for row in self._rows.read(tables.work_result, "plan_id", plan_ids, "plan_id", "place"):
            results[str(row["plan_id"])].append(_result(row, indicators))
        notes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows.read(tables.plan_note, "plan_id", plan_ids, "plan_id", "section", "place"):
            notes[str(row["plan_id"])][str(row["section"])].append(str(row["text"]))
        blocks: dict[str, list[Workblock]] = defaultdict(list)
        for row in self._rows.read(tables.workblock, "plan_id", plan_ids, "plan_id", "place"):
            blocks[str(row["plan_id"])].append(workblock_of(msgspec.json.decode(str(row["content"]))))
        whole = tuple(
            _plan(row, results[str(row["plan_id"])], notes[str(row["plan_id"])], blocks[str(row["plan_id"])])
            for row in self._rows.beat.each(heads)
        )
        return held((plan_ids, indicators, results, notes, blocks, whole))[-1]

    def save(self, plans: Sequence[PerformancePlan]) -> None:
        """Write these plans whole; results, indicators and notes that they no longer name go."""
        latest = {plan.plan_id: plan for plan in plans}
        kept = list(latest.values())
        self._rows.write(tables.plan, map(_plan_row, kept))
        self._rows.replace_parts(tables.work_result, "plan_id", latest, _result_rows(kept))
        self._rows.replace_parts(tables.indicator, "plan_id", latest, _indicator_rows(kept))
        self._rows.replace_parts(tables.plan_note, "plan_id", latest, _note_rows(kept))
        self._rows.replace_parts(tables.workblock, "plan_id", latest, _workblock_rows(kept))

    def remove(self, plan_ids: Sequence[str]) -> None:
        """Take these plans out with everything that hangs on them."""
        gone = dict.fromkeys(plan_ids)
        for part in (tables.workblock, tables.plan_note, tables.indicator, tables.work_result, tables.plan):
            self._rows.replace_parts(part, "plan_id", gone, ())

    def versions(self, plan_id: str) -> tuple[PlanVersion, ...]:
        """What a plan was before each revision, oldest first."""
        return tuple(map(_version, self._rows.read(tables.plan_version, "plan_id", [plan_id], "version")))

    def keep_version(self, version: PlanVersion) -> None:
        """Keep a version as it was fixed and signed."""
        plan = version.plan
        row: Values = {
            "plan_id": plan.plan_id,
            "version": plan.version,
            "person_id": plan.person_id,
            "year": plan.year,
            "replaced_on": version.replaced_on.isoformat(),
            "replaced_by": version.replaced_by,
            "reason": version.reason,
            "content": _json(record_of(plan)),
        }
        self._rows.write(tables.plan_version, [row])


def _head(row: Mapping[str, Any]) -> PlanHead:
    return PlanHead(
        row["plan_id"],
        row["person_id"],
        _STATES[row["state"]],
        date.fromisoformat(row["starts"]),
        date.fromisoformat(row["ends"]),
        row["version"],
        day_value(row["fixed_on"]),
        _OCCASIONS[row["occasion"]],
        row["post"],
    )


def _version(row: Mapping[str, Any]) -> PlanVersion:
    return PlanVersion(
        plan=plan_of(msgspec.json.decode(row["content"])),
        replaced_on=date.fromisoformat(row["replaced_on"]),
        replaced_by=row["replaced_by"],
        reason=row["reason"],
    )


def _plan(
    row: Mapping[str, Any], results: list[WorkResult], notes: Mapping[str, list[str]], blocks: list[Workblock]
) -> PerformancePlan:
    expectations = {value: tuple(notes[f"{_EXPECTATION}{value.value}"]) for value in BehaviourValue}
    return PerformancePlan(
        plan_id=row["plan_id"],
        person_id=row["person_id"],
        year=row["year"],
        approach=_APPROACHES[row["approach"]],
        job_class=_JOB_CLASSES[row["job_class"]],
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        results=tuple(results),
        expectations={value: texts for value, texts in expectations.items() if texts},
        resources=tuple(notes["RESOURCES"]),
        accountability=tuple(notes["ACCOUNTABILITY"]),
        consequences=tuple(notes["CONSEQUENCES"]),
        state=_STATES[row["state"]],
        fixed_on=day_value(row["fixed_on"]),
        version=row["version"],
        occasion=_OCCASIONS[row["occasion"]],
        post=row["post"],
        contract=row["contract"],
        needs_manuals=bool(row["needs_manuals"]),
        study=study_of(msgspec.json.decode(row["study"])) if row["study"] else None,
        workblocks=tuple(blocks),
        ratee_signed_on=day_value(row["ratee_signed_on"]),
        rater_signed_on=day_value(row["rater_signed_on"]),
    )


def _result(row: Mapping[str, Any], indicators: Mapping[str, list[Indicator]]) -> WorkResult:
    return WorkResult(
        result_id=row["result_id"],
        number=row["number"],
        kind=_KINDS[row["kind"]],
        text=row["text"],
        parent_text=row["parent_text"],
        assigned_by=row["assigned_by"],
        indicators=tuple(indicators.get(row["result_id"], ())),
        basis=_BASES[row["basis"]],
        control_level=_CONTROL_LEVELS_OR_NOTHING[row["control_level"]],
        parent_indicator=row["parent_indicator"],
    )


def measure_of(row: Mapping[str, Any]) -> Indicator:
    """One measure of a result out of its row."""
    return Indicator(
        indicator_id=row["indicator_id"],
        text=row["text"],
        target=Target(
            text=row["target_text"],
            low=decimal_value(row["target_low"]),
            high=decimal_value(row["target_high"]),
            unit=row["target_unit"],
            direction=_DIRECTIONS[row["direction"]],
        ),
        aspect=_ASPECTS_OR_NOTHING[row["aspect"]],
        perspective=_PERSPECTIVES_OR_NOTHING[row["perspective"]],
        exemption=_EXEMPTIONS_OR_NOTHING[row["exemption"]],
        manual=manual_of(msgspec.json.decode(row["manual"])) if row["manual"] else None,
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
        "occasion": plan.occasion.value,
        "post": plan.post,
        "contract": plan.contract,
        "needs_manuals": plan.needs_manuals,
        "study": _json(study_facts(plan.study)) if plan.study else None,
        "ratee_signed_on": day_text(plan.ratee_signed_on),
        "rater_signed_on": day_text(plan.rater_signed_on),
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
                "basis": result.basis.value,
                "control_level": result.control_level.value if result.control_level else None,
                "parent_indicator": result.parent_indicator,
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
                    "exemption": indicator.exemption.value if indicator.exemption else None,
                    "manual": _json(manual_facts(indicator.manual)) if indicator.manual else None,
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


def _workblock_rows(plans: Sequence[PerformancePlan]) -> Iterator[Values]:
    for plan in plans:
        for place, block in enumerate(plan.workblocks):
            yield {
                "workblock_id": block.workblock_id,
                "plan_id": plan.plan_id,
                "place": place,
                "content": _json(workblock_record(block)),
            }


def _json(record: object) -> str:
    return msgspec.json.encode(record).decode()
