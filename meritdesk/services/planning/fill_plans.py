"""Fill-in sheets of plans: drafts row by row, empty rows for what is new; what has been fixed is shown but locked."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from meritdesk.core.fill_sheet import PLAN_SECTIONS, FillNote, FillRow, number_text, same_value
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.plan_editing import cleaned
from meritdesk.core.plan_signing import edited
from meritdesk.core.target_text import read_target
from meritdesk.services.planning.job_classes import JobClasses
from meritdesk.services.ports import Surroundings, Work

_RESULT_CELLS = ("kind", "text", "parent", "giver")
_INDICATOR_CELLS = ("indicator", "aspect", "perspective", "target", "low", "high", "unit", "direction")
_SPARE_RESULTS, _SPARE_NUMBERED = 2, 5
_SEEN = "_seen"
_ANNEXES = {"RESOURCES": "resources", "ACCOUNTABILITY": "accountability", "CONSEQUENCES": "consequences"}


@dataclass(slots=True)
class PlansFilling:
    """The plans of some people in one year; the last one of somebody who moved."""

    work: Work
    period: Period
    people: Mapping[str, Person]
    classes: JobClasses
    plans: Mapping[str, PerformancePlan]
    closed: frozenset[str]
    wanted: dict[str, PerformancePlan] = field(default_factory=dict)
    said: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def gather(cls, around: Surroundings, work: Work, people: Sequence[Person], period: Period) -> PlansFilling:
        """Read the plans of the year, and whose year is closed."""
        ids = [person.person_id for person in people]
        return cls(
            work,
            period,
            {person.person_id: person for person in people},
            JobClasses.of(work.people.all(), work.units.all(), work.reporting.all()),
            {plan.person_id: plan for plan in work.plans.of_year(period.year, ids)},
            frozenset(one.person_id for one in work.evaluations.of_period(period, ids) if one.is_closed),
        )

    def rows(self) -> tuple[FillRow, ...]:
        """The rows of each plan, and below those of a draft, or of nothing yet, empty ones."""
        return tuple(row for person in self.people.values() for row in self._rows_of(person))

    def found(self, sent: FillRow, touched: Mapping[str, str]) -> FillRow | None:
        """A row that is no longer what it was: a line that was reworded or taken out, or a spare row taken before."""
        person = self._person(sent)
        plan = self._plan(person) if person else None
        if plan is None:
            return None
        cells = {**sent.cells, **touched}
        if cells.get("section") == "RESULT":
            made = _made_id(sent.ref)
            for result, part in _indicators(plan):
                if part is not None and part.indicator_id == made:
                    return FillRow(sent.ref, _result_cells(_head(person, plan), result, part))
            return None
        text = touched.get("text", "")
        lines = _lines(plan, cells.get("section", ""), cells.get("behaviour", ""))
        if text and any(same_value(text, line) for line in lines):
            return FillRow(sent.ref, cells)
        is_gone = not sent.is_spare and "text" in touched and not text
        return FillRow(sent.ref, cells) if is_gone else None

    def is_new(self, sent: FillRow) -> bool:
        """Spare rows bring something new."""
        return sent.is_spare

    def take(self, sent: FillRow, taken: Mapping[str, str]) -> FillNote | None:
        """Keep the new cells of one row in the plan that will be saved as a draft."""
        person = self._person(sent)
        if person is None:
            return FillNote("", "IMP-265", {"name": sent.cells.get("name", "")})
        plan = self._plan(person)
        if person.person_id in self.closed:
            return FillNote("", "PLN-105", {"nip": person.nip, "year": self.period.year})
        if plan is not None and plan.state is PlanState.FIXED:
            return FillNote("", "IMP-264", {"heading": "SKP"})
        cells = {**sent.cells, **taken}
        if plan is None:
            plan = self._new_plan(person, Approach(cells["approach"] or Approach.QUANTITATIVE.value))
        if cells["approach"] and cells["approach"] != plan.approach.value:
            return FillNote("approach", "PLN-104", {"nip": person.nip})
        answer = self._changed(plan, sent, cells, taken)
        if isinstance(answer, FillNote):
            return answer
        self.wanted[person.person_id] = answer
        return None

    def save(self) -> None:
        """Write the drafts; nothing is fixed by a sheet."""
        saved = []
        for person_id, wanted in self.wanted.items():
            before = self.plans.get(person_id)
            saved.append(edited(before, wanted) if before is not None else cleaned(wanted))
        self.work.plans.save(saved)

    def _changed(
        self, plan: PerformancePlan, sent: FillRow, cells: Mapping[str, str], taken: Mapping[str, str]
    ) -> PerformancePlan | FillNote:
        section = cells["section"]
        if section not in PLAN_SECTIONS:
            return FillNote("section", "IMP-223")
        if section != "RESULT":
            strange = next((name for name in (*_INDICATOR_CELLS, "kind", "parent", "giver") if taken.get(name)), None)
            if strange:
                return FillNote(strange, "IMP-270", {"section": f"FILLSECTION:{section}"})
            return self._with_line(plan, sent, cells)
        if cells["low"] and cells["high"] and Decimal(cells["low"]) > Decimal(cells["high"]):
            return FillNote("high", "IMP-224", {"value": printed_decimal(Decimal(cells["high"]))})
        place = next(
            ((result, part) for result, part in _indicators(plan) if _indicator_ref(result, part) == sent.ref), None
        )
        if place is None and sent.is_spare:
            return self._with_new_row(plan, sent, cells)
        if place is None:
            return FillNote("", "IMP-265", {"name": sent.cells.get("name", "")})
        result, part = place
        note = self._agree(result, taken)
        if note is not None:
            return note
        changed = _said(result, cells, taken)
        if part is not None or any(name in taken for name in _INDICATOR_CELLS):
            made = _measure(part or Indicator(_made_id(sent.ref), "", Target("")), cells)
            kept = [made if one is part else one for one in changed.indicators]
            changed = replace(changed, indicators=tuple(kept) if part is not None else (*kept, made))
        return replace(plan, results=tuple(changed if one is result else one for one in plan.results))

    def _agree(self, result: WorkResult, taken: Mapping[str, str]) -> FillNote | None:
        """Rows of one result may not say two things of it."""
        for name in _RESULT_CELLS:
            if name in taken:
                other = self.said.setdefault((result.result_id, name), taken[name])
                if not same_value(other, taken[name]):
                    return FillNote(name, "IMP-271", {"number": result.number, "text": other})
        return None

    def _with_new_row(
        self, plan: PerformancePlan, sent: FillRow, cells: Mapping[str, str]
    ) -> PerformancePlan | FillNote:
        if not cells["number"]:
            return FillNote("number", "IMP-223")
        number = Decimal(cells["number"])
        if number != number.to_integral_value() or not 1 <= number <= 999:
            return FillNote("number", "IMP-224", {"value": cells["number"]})
        made = str(uuid.uuid5(uuid.NAMESPACE_URL, f"meritdesk:fill:{plan.person_id}:{plan.year}:{int(number)}"))
        # Numbers run through once a plan is saved: what a number means is what it meant when the sheet was made.
        meant = (made, _seen(sent)["results"].get(str(int(number))))
        result = next((one for one in plan.results if one.result_id in meant), None)
        measure = _measure(Indicator(_made_id(sent.ref), "", Target("")), cells)
        if result is None:
            if not cells["text"]:
                return FillNote("text", "IMP-223")
            kind = ResultKind(cells["kind"]) if cells["kind"] else ResultKind.MAIN
            fresh = WorkResult(made, int(number), kind, cells["text"], cells["parent"], cells["giver"], (measure,))
            return replace(plan, results=(*plan.results, fresh))
        if cells["text"] and not same_value(cells["text"], result.text):
            return FillNote("text", "IMP-271", {"number": result.number, "text": result.text})
        grown = replace(result, indicators=(*result.indicators, measure))
        return replace(plan, results=tuple(grown if one is result else one for one in plan.results))

    def _with_line(self, plan: PerformancePlan, sent: FillRow, cells: Mapping[str, str]) -> PerformancePlan | FillNote:
        section, text = cells["section"], cells["text"]
        if section == "EXPECTATION" and not cells["behaviour"]:
            return FillNote("behaviour", "IMP-223")
        if sent.is_spare and not text:
            return FillNote("text", "IMP-223")
        lines = list(_lines(plan, section, cells["behaviour"]))
        before = sent.cells.get("text", "")
        if sent.is_spare:
            if _seen(sent)["lines"].get(section) != _lines_mark(self.plans.get(plan.person_id), section):
                return FillNote("text", "IMP-272", {"section": f"FILLSECTION:{section}"})
            lines.append(text)
        else:
            spot = next((at for at, line in enumerate(lines) if same_value(line, before)), None)
            if spot is None:
                return FillNote("", "IMP-265", {"name": sent.cells.get("name", "")})
            lines[spot : spot + 1] = [text] if text else []
        if section == "EXPECTATION":
            value = BehaviourValue(cells["behaviour"])
            return replace(plan, expectations={**plan.expectations, value: tuple(lines)})
        parts = {name: getattr(plan, name) for name in _ANNEXES.values()} | {_ANNEXES[section]: tuple(lines)}
        return replace(plan, **parts)

    def _person(self, sent: FillRow) -> Person | None:
        return next((one for one in self.people.values() if one.nip == sent.cells.get("nip")), None)

    def _plan(self, person: Person) -> PerformancePlan | None:
        return self.wanted.get(person.person_id) or self.plans.get(person.person_id)

    def _new_plan(self, person: Person, approach: Approach) -> PerformancePlan:
        year = self.period.year
        return PerformancePlan(
            plan_id=str(uuid.uuid4()),
            person_id=person.person_id,
            year=year,
            approach=approach,
            job_class=self.classes.of_person(person),
            starts=date(year, 1, 1),
            ends=date(year, 12, 31),
            state=PlanState.DRAFT,
        )

    def _rows_of(self, person: Person) -> Iterator[FillRow]:
        plan = self.plans.get(person.person_id)
        is_locked = person.person_id in self.closed or (plan is not None and plan.state is PlanState.FIXED)
        head = _head(person, plan)
        if plan is not None:
            for result, part in _indicators(plan):
                yield FillRow(_indicator_ref(result, part), _result_cells(head, result, part), is_locked)
            for value, texts in plan.expectations.items():
                for text in texts:
                    cells = {**head, "section": "EXPECTATION", "behaviour": value.value, "text": text}
                    yield FillRow(_line_ref(plan, cells), cells, is_locked)
            for section, name in _ANNEXES.items():
                for text in getattr(plan, name):
                    cells = {**head, "section": section, "text": text}
                    yield FillRow(_line_ref(plan, cells), cells, is_locked)
        if not is_locked:
            yield from self._spare_rows(person, head, plan)

    def _spare_rows(self, person: Person, head: Mapping[str, str], plan: PerformancePlan | None) -> Iterator[FillRow]:
        numbers = [str(number) for number in range(1, _SPARE_NUMBERED + 1)] if plan is None else []
        head = {**head, _SEEN: _seen_text(plan)}
        for number in [*numbers, *[""] * _SPARE_RESULTS]:
            cells = {**head, "section": "RESULT", "number": number}
            yield FillRow(f"S:{person.person_id}:{uuid.uuid4()}", cells, is_spare=True)
        for section in PLAN_SECTIONS[1:]:
            cells = {**head, "section": section}
            yield FillRow(f"S:{person.person_id}:{uuid.uuid4()}", cells, is_spare=True)


def _head(person: Person | None, plan: PerformancePlan | None) -> dict[str, str]:
    """The cells that every row of a person has; all others are empty."""
    names = ("section", "number", "behaviour", *_RESULT_CELLS, *_INDICATOR_CELLS)
    return {
        "nip": person.nip if person else "",
        "name": person.full_name if person else "",
        "approach": (plan.approach if plan else Approach.QUANTITATIVE).value,
        **dict.fromkeys(names, ""),
    }


def _indicators(plan: PerformancePlan) -> Iterator[tuple[WorkResult, Indicator | None]]:
    """Each indicator with its result; a result without any stands once by itself."""
    for result in plan.results:
        for part in result.indicators or (None,):
            yield result, part


def _indicator_ref(result: WorkResult, part: Indicator | None) -> str:
    return f"I:{part.indicator_id}" if part is not None else f"R:{result.result_id}"


def _line_ref(plan: PerformancePlan, cells: Mapping[str, str]) -> str:
    """A line is known by its words: where it stands in its list may change."""
    said = f"{cells['section']}\n{cells['behaviour']}\n{cells['text']}"
    return f"L:{plan.plan_id}:{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:20]}"


def _seen_text(plan: PerformancePlan | None) -> str:
    """What a spare row remembers of the plan: which result each number meant, and the state of each list of lines."""
    results = {str(result.number): result.result_id for result in plan.results} if plan else {}
    return json.dumps({"results": results, "lines": {name: _lines_mark(plan, name) for name in PLAN_SECTIONS[1:]}})


def _seen(sent: FillRow) -> dict[str, dict[str, str]]:
    """What a spare row remembers; the seal of the sheet vouches for it."""
    seen: dict[str, dict[str, str]] = json.loads(sent.cells[_SEEN])
    return seen


def _lines_mark(plan: PerformancePlan | None, section: str) -> str:
    """A mark of all lines of one part of a plan, so that a change of them is seen."""
    if plan is None:
        lines: list[list[str]] = []
    elif section == "EXPECTATION":
        lines = [[value.value, *texts] for value, texts in sorted(plan.expectations.items()) if texts]
    else:
        lines = [list(getattr(plan, _ANNEXES[section]))] if getattr(plan, _ANNEXES[section]) else []
    return hashlib.sha256(json.dumps(lines).encode("ascii")).hexdigest()[:16]


def _made_id(ref: str) -> str:
    """The indicator that a row brings: the same one each time the sheet comes back."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"meritdesk:fill:{ref}"))


def _lines(plan: PerformancePlan, section: str, behaviour: str) -> tuple[str, ...]:
    if section == "EXPECTATION":
        return tuple(plan.expectations.get(BehaviourValue(behaviour), ())) if behaviour else ()
    return tuple(getattr(plan, _ANNEXES[section])) if section in _ANNEXES else ()


def _result_cells(head: Mapping[str, str], result: WorkResult, part: Indicator | None) -> dict[str, str]:
    cells = {
        **head,
        "section": "RESULT",
        "number": str(result.number),
        "kind": result.kind.value,
        "text": result.text,
        "parent": result.parent_text,
        "giver": result.assigned_by,
    }
    if part is not None:
        target = part.target
        cells |= {
            "indicator": part.text,
            "aspect": part.aspect.value if part.aspect else "",
            "perspective": part.perspective.value if part.perspective else "",
            "target": target.text,
            "low": number_text(target.low),
            "high": number_text(target.high),
            "unit": target.unit,
            "direction": target.direction.value,
        }
    return cells


def _said(result: WorkResult, cells: Mapping[str, str], taken: Mapping[str, str]) -> WorkResult:
    """The result as the row now says it; what other rows of it said stays."""
    return replace(
        result,
        kind=ResultKind(cells["kind"]) if taken.get("kind") else result.kind,
        text=cells["text"] if "text" in taken else result.text,
        parent_text=cells["parent"] if "parent" in taken else result.parent_text,
        assigned_by=cells["giver"] if "giver" in taken else result.assigned_by,
    )


def _measure(part: Indicator, cells: Mapping[str, str]) -> Indicator:
    """An indicator as its row says; one bound alone is a single value."""
    low = Decimal(cells["low"]) if cells["low"] else None
    high = Decimal(cells["high"]) if cells["high"] else None
    aspect = Aspect(cells["aspect"]) if cells["aspect"] else None
    if low is None and high is None and cells["approach"] == Approach.QUANTITATIVE:
        # What a typed target says in figures, where the unit left the figures blank.
        read = read_target(cells["target"], aspect)
        low, high = read.low, read.high
        cells = {**cells, "unit": cells["unit"] or read.unit, "direction": cells["direction"] or read.direction.value}
    target = Target(
        text=cells["target"],
        low=high if low is None else low,
        high=low if high is None else high,
        unit=cells["unit"],
        direction=Direction(cells["direction"]) if cells["direction"] else Direction.MORE,
    )
    return replace(
        part,
        text=cells["indicator"],
        target=target,
        aspect=aspect,
        perspective=Perspective(cells["perspective"]) if cells["perspective"] else None,
    )
