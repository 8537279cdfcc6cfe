"""Plans of many people at once: fixed, signed, and a piece of their wording replaced (R-31)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.notation import printed_date, read_date
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Indicator, PerformancePlan, PlanState, WorkResult
from meritdesk.core.plan_signing import Signer, fixed, signed
from meritdesk.services.bulk import (
    LONGEST_TEXT,
    BulkFate,
    BulkLine,
    BulkOutcome,
    BulkRow,
    Replacing,
    field_named,
    lines_of_file,
    replaced,
)
from meritdesk.services.changes import Step, no_step
from meritdesk.services.planning.editor import PlanEditor
from meritdesk.services.planning.knowledge import PlanKnowledge
from meritdesk.services.ports import Surroundings, Work


class PlanField(StrEnum):
    """What of a plan can be changed for many at once."""

    FIXED_ON = "FIXED_ON"
    RATEE_SIGNED_ON = "RATEE_SIGNED_ON"
    RATER_SIGNED_ON = "RATER_SIGNED_ON"
    WORDING = "WORDING"


_SIGNERS = {PlanField.RATEE_SIGNED_ON: Signer.RATEE, PlanField.RATER_SIGNED_ON: Signer.RATER}


@dataclass(frozen=True, slots=True)
class PlanBulk:
    """Verbs that change many plans of a year."""

    around: Surroundings

    def set(self, year: int, lines: Sequence[BulkLine], dry_run: bool = False, step: Step = no_step) -> BulkOutcome:
        """Change plans as one change set; a line names a plan, or a person whose last plan of the year is meant.

        ``FIXED_ON`` and the two signatures take a day, ``WORDING`` a text that takes the place of another in results
        and indicators of drafts. A row is refused with ``USE-102`` an unknown person, ``PLN-101`` no plan,
        ``PLN-105`` a closed year, ``UI-336`` an unknown field, ``PLN-491`` no day, ``PLN-492`` the wording of a fixed
        plan, ``PLN-493`` a whole new wording, and what fixing and signing refuse (``PLN-211`` to ``PLN-215``).
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.bulk.set") as work:
            step = work.watch(step)
            pen = _Pen(self.around, work, year, [line.key for line in lines])
            rows = []
            for done, line in enumerate(lines, start=1):
                step(done, len(lines))
                rows.append(pen.take(line))
            work.plans.save(pen.changed)
            changes = Changes() if dry_run else work.commit()
        return BulkOutcome(tuple(rows), changes)

    def set_from(self, path: Path, year: int, dry_run: bool = False, step: Step = no_step) -> BulkOutcome:
        """The same from a table of person, field and value."""
        require(self.around.actor, Action.EDIT)
        return self.set(year, lines_of_file(self.around, path, step), dry_run, step)


class _Pen:
    """Plans as they become, line by line."""

    def __init__(self, around: Surroundings, work: Work, year: int, keys: Sequence[str]) -> None:
        self._editor = PlanEditor(around)
        self._today = around.clock().date()
        self._year = year
        people = {person.person_id: person for person in work.people.all()}
        by_nip = {person.nip: person for person in people.values() if person.nip}
        named = {plan.plan_id: plan.person_id for plan in work.plans.by_ids(list(dict.fromkeys(keys)))}
        self._persons: dict[str, Person] = {}
        for key in keys:
            person = people.get(named.get(key, key)) or by_nip.get(key)
            if person is not None:
                self._persons[key] = person
        ids = [person.person_id for person in self._persons.values()]
        self._known = PlanKnowledge.gather(around, work, year, ids)
        self._now = {plan.plan_id: plan for person_id in ids for plan in self._known.plans.get(person_id, ())}
        self._before = dict(self._now)
        annual = work.evaluations.of_period(Period(year, PeriodKind.YEAR), ids)
        self._closed = {one.person_id for one in annual if one.is_closed}

    @property
    def changed(self) -> list[PerformancePlan]:
        """The plans that are others now."""
        return [plan for plan_id, plan in self._now.items() if plan is not self._before[plan_id]]

    def take(self, line: BulkLine) -> BulkRow:
        """Judge one line and take it in where it is good."""
        said = line.value if isinstance(line.value, str) else ""
        row = BulkRow(line.key, line.key, "", line.what, "", said, BulkFate.REFUSED)
        try:
            person = self._persons.get(line.key)
            if person is None:
                raise UsageRefusal("USE-102", nip=line.key)
            what = PlanField(field_named(line.what, PlanField))
            row = replace(row, nip=person.nip, name=person.full_name, what=what)
            plan = self._plan(line.key, person)
            row = replace(row, key=plan.plan_id, before=_day_of(plan, what))
            if person.person_id in self._closed and what not in _SIGNERS:
                raise UsageRefusal("PLN-105", nip=person.nip, year=self._year)
            if what is PlanField.WORDING:
                return self._reword(plan, line, row)
            return self._on_a_day(plan, what, said, row)
        except UsageRefusal as refusal:
            return row.refused(refusal)

    def _plan(self, key: str, person: Person) -> PerformancePlan:
        if key in self._now:
            return self._now[key]
        theirs = self._known.plans.get(person.person_id, ())
        if not theirs:
            raise UsageRefusal("PLN-101", nip=person.nip, year=self._year)
        return self._now[theirs[-1].plan_id]

    def _on_a_day(self, plan: PerformancePlan, what: PlanField, said: str, row: BulkRow) -> BulkRow:
        day = read_date(said)
        if day is None:
            raise UsageRefusal("PLN-491", text=said[:40])
        row = replace(row, after=printed_date(day))
        if row.after == row.before:
            return replace(row, fate=BulkFate.SAME)
        if what in _SIGNERS:
            self._now[plan.plan_id] = signed(plan, _SIGNERS[what], day, self._today)
            return replace(row, fate=BulkFate.CHANGED)
        settled = fixed(plan, day)
        waived = self._known.waived.get(plan.plan_id, frozenset())
        blocking = self._editor.check_draft(settled, self._known.context(settled), waived).blocking
        if blocking:
            codes = tuple(dict.fromkeys(found.hint.code for found in blocking))
            raise UsageRefusal("PLN-215", count=len(blocking), faults=", ".join(codes))
        self._now[plan.plan_id] = settled
        return replace(row, fate=BulkFate.CHANGED)

    def _reword(self, plan: PerformancePlan, line: BulkLine, row: BulkRow) -> BulkRow:
        if not isinstance(line.value, Replacing):
            raise UsageRefusal("PLN-493")
        find, by = line.value.find, line.value.by
        touched: list[tuple[str, str]] = []

        def reword(text: str) -> str:
            after = replaced(text, find, by)
            if after != text:
                touched.append((text, after))
            return after

        after = replace(plan, results=tuple(_reworded(result, reword) for result in plan.results))
        row = replace(row, before="\n".join(one for one, _ in touched), after="\n".join(one for _, one in touched))
        if not touched:
            return replace(row, fate=BulkFate.SAME)
        if plan.state is PlanState.FIXED:
            raise UsageRefusal("PLN-492", name=row.name)
        longest = max(len(one) for _, one in touched)
        if longest > LONGEST_TEXT:
            raise UsageRefusal("UI-334", length=longest, most=LONGEST_TEXT)
        self._now[plan.plan_id] = after
        return replace(row, fate=BulkFate.CHANGED)


def _reworded(result: WorkResult, reword: Callable[[str], str]) -> WorkResult:
    """A result with its wording and that of its measures; figures of targets are no wording."""
    indicators: list[Indicator] = [replace(one, text=reword(one.text)) for one in result.indicators]
    return replace(result, text=reword(result.text), indicators=tuple(indicators))


def _day_of(plan: PerformancePlan, what: PlanField) -> str:
    day: date | None = {
        PlanField.FIXED_ON: plan.fixed_on,
        PlanField.RATEE_SIGNED_ON: plan.ratee_signed_on,
        PlanField.RATER_SIGNED_ON: plan.rater_signed_on,
        PlanField.WORDING: None,
    }[what]
    return printed_date(day) if day is not None else ""
