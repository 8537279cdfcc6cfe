"""Guidance: coaching, mentoring, training, the employee's words on it and the evaluation of competencies."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.guidance import (
    HIGHEST_SCORE,
    KIND_OF_BODY,
    LOWEST_SCORE,
    Body,
    CompetencyEvaluation,
    GuidanceFeedback,
    GuidanceRecord,
    Training,
)
from meritdesk.core.journal import Changes
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import coaching_hints
from meritdesk.services.execution.places import known_person, not_in_future
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class GuidanceDraft:
    """One record of guidance before it is kept."""

    held_on: date
    body: Body
    guide_id: str = ""
    guide_name: str = ""
    place: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class KeptGuidance:
    """A record that was written, with what it asks for (V-54: change the plan)."""

    record: GuidanceRecord
    changes: Changes
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class GuidanceDesk:
    """Verbs of guidance."""

    around: Surroundings

    def add(self, person_id: str, draft: GuidanceDraft) -> KeptGuidance:
        """Keep one record (B.1.6 to B.1.9 or a training); an empty one or one without a guide is refused."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.guidance.add") as work:
            record = self._record(work, str(uuid.uuid4()), person_id, draft)
            work.guidance.save([record])
            return KeptGuidance(record, work.commit(), _hints(work, (record,)))

    def amend(self, record_id: str, draft: GuidanceDraft) -> KeptGuidance:
        """Put a record right; it stays a record of the same kind (``EXE-247``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.guidance.amend") as work:
            before = _known(work, record_id)
            if KIND_OF_BODY[type(draft.body)] is not before.kind:
                raise UsageRefusal("EXE-247", record=record_id, kind=f"GUIDANCEKIND:{before.kind.name}")
            record = self._record(work, record_id, before.person_id, draft)
            work.guidance.save([record])
            return KeptGuidance(record, work.commit(), _hints(work, (record,)))

    def lines(self, person_id: str, year: int | None = None) -> tuple[GuidanceRecord, ...]:
        """The records of one person, of a year or all, oldest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            known_person(work, person_id)
            found = work.guidance.of([person_id])
        return tuple(record for record in found if year is None or record.held_on.year == year)

    def show(self, record_id: str) -> GuidanceRecord:
        """One record with everything in it; ``EXE-242`` when there is none."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return _known(work, record_id)

    def hints(self, person_id: str) -> tuple[Hint, ...]:
        """V-54: coaching agreed on an adjustment and the plan was not changed since."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return _hints(work, work.guidance.of([person_id]))

    def _record(self, work: Work, record_id: str, person_id: str, draft: GuidanceDraft) -> GuidanceRecord:
        known_person(work, person_id)
        not_in_future(draft.held_on, self.around.clock().date())
        if _is_empty(draft.body):
            raise UsageRefusal("EXE-246")
        guide = known_person(work, draft.guide_id) if draft.guide_id else None
        name = draft.guide_name.strip() or (guide.full_name if guide else "")
        if not name and not isinstance(draft.body, GuidanceFeedback):
            raise UsageRefusal("EXE-244")
        if isinstance(draft.body, CompetencyEvaluation):
            for line in draft.body.scores:
                if not LOWEST_SCORE <= line.score <= HIGHEST_SCORE:
                    raise UsageRefusal("EXE-243", score=line.score)
        if draft.follows and _known(work, draft.follows).person_id != person_id:
            raise UsageRefusal("EXE-242", record=draft.follows)
        return GuidanceRecord(
            record_id=record_id,
            person_id=person_id,
            held_on=draft.held_on,
            body=draft.body,
            guide_id=draft.guide_id,
            guide_name=name,
            place=draft.place.strip(),
            follows=draft.follows,
        )


def _is_empty(body: Body) -> bool:
    return not body.title.strip() if isinstance(body, Training) else body == type(body)()


def _known(work: Work, record_id: str) -> GuidanceRecord:
    record = work.guidance.by_id(record_id)
    if record is None:
        raise UsageRefusal("EXE-242", record=record_id)
    return record


def _hints(work: Work, records: tuple[GuidanceRecord, ...]) -> tuple[Hint, ...]:
    years = {year for record in records for year in (record.held_on.year, record.held_on.year + 1)}
    people = list({record.person_id for record in records})
    plans = [plan for year in sorted(years) for plan in work.plans.of_year(year, people)]
    return coaching_hints(records, plans)
