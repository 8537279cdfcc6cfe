"""Fields of many people at once: names put right, and dated changes of unit, post, grade, status and rater (R-33)."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.career import LEADING_KINDS, CareerChange, EntryKind, History, day_before
from meritdesk.core.career_changes import draft_change
from meritdesk.core.career_drafting import ChangeDraft, ChangeRequest
from meritdesk.core.career_plans import follow_up
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import STRUCTURAL_KINDS, LegalStatus, OrgUnit, Person, PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.standing import tree_on
from meritdesk.messages.reading import folded, ways_to_say
from meritdesk.services.bulk import (
    BulkFate,
    BulkLine,
    BulkOutcome,
    BulkRow,
    Value,
    field_named,
    lines_of_file,
    wanted_text,
)
from meritdesk.services.changes import Step, no_step
from meritdesk.services.deriving import derive
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.register.following import Following
from meritdesk.services.register.judging import write_entries


class StaffField(StrEnum):
    """What of a person can be changed for many at once; the last five are dated facts."""

    NAME = "NAME"
    FRONT_TITLE = "FRONT_TITLE"
    BACK_TITLE = "BACK_TITLE"
    EDUCATION = "EDUCATION"
    UNIT = "UNIT"
    POST = "POST"
    GRADE = "GRADE"
    RATER = "RATER"
    LEGAL_STATUS = "LEGAL_STATUS"


CORRECTIONS: Mapping[StaffField, str] = {
    StaffField.NAME: "name",
    StaffField.FRONT_TITLE: "front_title",
    StaffField.BACK_TITLE: "back_title",
    StaffField.EDUCATION: "education",
}
"""Fields that are put right as they stand; the attribute of a person beside each."""

TEXTS = frozenset({*CORRECTIONS, StaffField.POST})
"""Fields in whose text a piece can be replaced."""

_LEADING_POSTS = STRUCTURAL_KINDS | {PositionKind.OFFICIAL}
_SEATS = LEADING_KINDS | {EntryKind.DELEGATION}

_TO_STATUS: Mapping[LegalStatus, CareerChange] = {
    LegalStatus.STUDY_LEAVE: CareerChange.STUDY_START,
    LegalStatus.SECONDED: CareerChange.SECONDMENT_START,
    LegalStatus.UNPAID_LEAVE: CareerChange.UNPAID_LEAVE,
    LegalStatus.SUSPENDED: CareerChange.SUSPENSION,
    LegalStatus.PRE_PENSION: CareerChange.PRE_PENSION,
}
_BACK_FROM: Mapping[LegalStatus, CareerChange] = {
    LegalStatus.STUDY_LEAVE: CareerChange.STUDY_END,
    LegalStatus.SECONDED: CareerChange.SECONDMENT_END,
}


@dataclass(frozen=True, slots=True)
class StaffBulk:
    """Verbs that change one field of many people."""

    around: Surroundings

    def set(
        self,
        lines: Sequence[BulkLine],
        since: date,
        reason: str = "",
        dry_run: bool = False,
        step: Step = no_step,
    ) -> BulkOutcome:
        """Change fields as one change set; ``since`` is the first day of what is dated, ``reason`` its letter.

        A row is refused with ``USE-102`` an unknown person, ``UI-336`` an unknown field, ``UI-338`` a name left empty,
        ``UI-339`` a status that is no field for many, ``USE-103`` or ``UI-330`` an unknown or ambiguous unit, and
        whatever the change wizard refuses (``REG-371`` to ``REG-389``). Plans follow as they do there.
        """
        require(self.around.actor, Action.EDIT)
        note = reason.strip() or "BULKEDIT:STAFF"
        with self.around.store.writing(self.around.actor, "register.bulk.set", reason=note) as work:
            step = work.watch(step)
            pen = _Pen(self.around, work, since, reason.strip(), [line.key for line in lines])
            rows = []
            for done, line in enumerate(lines, start=1):
                step(done, len(lines))
                rows.append(pen.take(line))
            if dry_run:
                return BulkOutcome(tuple(rows))
            pen.write(note)
            changes = work.commit()
        return BulkOutcome(tuple(rows), changes)

    def set_from(
        self, path: Path, since: date, reason: str = "", dry_run: bool = False, step: Step = no_step
    ) -> BulkOutcome:
        """The same from a table of person, field and value."""
        require(self.around.actor, Action.EDIT)
        return self.set(lines_of_file(self.around, path, step), since, reason, dry_run, step)


class _Pen:
    """People, history and plans as they become, line by line; written at the end all at once."""

    def __init__(self, around: Surroundings, work: Work, since: date, note: str, keys: Sequence[str]) -> None:
        self._around, self._work, self._since, self._note = around, work, since, note
        self._people: dict[str, Person] = {person.person_id: person for person in work.people.all()}
        self._by_nip = {person.nip: person.person_id for person in self._people.values() if person.nip}
        self._units = work.units.all()
        self._history: History = work.history.all()
        self._tree = tree_on(tuple(self._people.values()), self._units, self._history, day_before(since))
        self._bearing = self._who_bears()
        self._own: dict[str, History] = {}
        self._drafts_of: dict[str, list[ChangeDraft]] = {}
        self._set_frame()
        self._raters = {line.person_id: line.rater_id for line in work.reporting.all()}
        named = (key if key in self._people else self._by_nip.get(key, "") for key in keys)
        self._ids = [person_id for person_id in dict.fromkeys(named) if person_id]
        self._plans: dict[str, list[PerformancePlan]] | None = None
        self._closed: Mapping[str, Collection[Period]] = {}
        self._corrected: dict[str, Person] = {}
        self._drafts: list[ChangeDraft] = []
        self._following: list[Following] = []

    def _who_bears(self) -> frozenset[str]:
        """The people on whom the lines of others hang: whoever leads, acts, rates or may come to lead a unit.

        A change of one person is worked out beside them alone; an agency has thousands who have no say in it.
        """
        leaders = {found.person.person_id for found in self._tree.leaders.values()}
        officials = {one.person_id for one in self._people.values() if one.position_kind in _LEADING_POSTS}
        return frozenset({*leaders, *officials, *self._history.people_with(*_SEATS)})

    def _set_frame(self) -> None:
        """Those who bear, and the entries about them; anew whenever one of them changed."""
        kept = tuple(entry for entry in self._history.entries if entry.person_id in self._bearing)
        self._frame = History(kept, self._history.secretary_decides)
        self._frame_people = tuple(one for key, one in self._people.items() if key in self._bearing)
        self._own.clear()

    def _people_with(self, *person_ids: str) -> tuple[Person, ...]:
        """Those who bear, and some others beside them."""
        others = [key for key in dict.fromkeys(person_ids) if key in self._people and key not in self._bearing]
        return (*self._frame_people, *(self._people[key] for key in others))

    def _history_of(self, person: Person) -> History:
        """The entries about one person and those who bear, with what earlier lines made of them."""
        if person.person_id in self._bearing:
            return self._frame
        known = self._own.get(person.person_id)
        if known is None:
            known = self._frame.with_changes((), self._history.of(person.person_id))
            for draft in self._drafts_of.get(person.person_id, ()):
                known = draft.applied_to(known)
            self._own[person.person_id] = known
        return known

    def _keep(self, person: Person, draft: ChangeDraft) -> None:
        """Later lines see what this one made: those about the person, and all of them where a seat is concerned."""
        self._drafts.append(draft)
        touched = [one for change in draft.entries if (one := change.after or change.before) is not None]
        if person.person_id not in self._bearing and not any(one.kind in _SEATS for one in touched):
            self._own[person.person_id] = draft.applied_to(self._history_of(person))
            self._drafts_of.setdefault(person.person_id, []).append(draft)
            return
        for one in (*self._drafts_of.pop(person.person_id, ()), draft):
            self._history = one.applied_to(self._history)
        self._bearing = self._bearing | {person.person_id, *(one.person_id for one in touched)}
        self._tree = tree_on(tuple(self._people.values()), self._units, self._history, day_before(self._since))
        self._set_frame()

    def take(self, line: BulkLine) -> BulkRow:
        """Judge one line and take it in where it is good."""
        person = self._people.get(line.key) or self._people.get(self._by_nip.get(line.key, ""))
        row = BulkRow(line.key, line.key, "", line.what, "", _said(line.value), BulkFate.REFUSED)
        try:
            if person is None:
                raise UsageRefusal("USE-102", nip=line.key)
            what = StaffField(field_named(line.what, StaffField))
            before = self._read(person, what)
            row = replace(row, key=person.person_id, nip=person.nip, name=person.full_name, what=what, before=before)
            text = wanted_text(line.value, before, lambda other: self._read(person, StaffField(other)))
            if what in CORRECTIONS:
                return self._correct(person, what, replace(row, after=text))
            return self._change(person, what, text, row)
        except UsageRefusal as refusal:
            return row.refused(refusal)

    def write(self, reason: str) -> None:
        """Everything that was taken in, and what follows from it."""
        self._work.people.save(list(self._corrected.values()))
        for draft in self._drafts:
            write_entries(self._work, draft.entries)
        for one in self._following:
            one.write(self._around, self._work, reason)
        if self._drafts:
            derive(self._work, self._around.clock().date())

    def _read(self, person: Person, what: StaffField) -> str:
        """What stands in a field on the day of the change."""
        if what in CORRECTIONS:
            return str(getattr(person, CORRECTIONS[what]))
        if what is StaffField.RATER:
            rater = self._people.get(self._raters.get(person.person_id, ""))
            return rater.full_name if rater is not None else ""
        if what is StaffField.GRADE:
            return self._history_of(person).standing(person, EntryKind.GRADE, self._since).grade
        if what is StaffField.LEGAL_STATUS:
            return f"STATUS:{self._status(person).name}"
        post = self._history_of(person).standing(person, EntryKind.POST, self._since)
        if what is StaffField.POST:
            return post.position_title
        return next((unit.name for unit in self._units if unit.unit_id == post.unit_id), "")

    def _status(self, person: Person) -> LegalStatus:
        return self._history_of(person).standing(person, EntryKind.STATUS, self._since).status or person.legal_status

    def _correct(self, person: Person, what: StaffField, row: BulkRow) -> BulkRow:
        if row.after == row.before:
            return replace(row, fate=BulkFate.SAME)
        if what is StaffField.NAME and not row.after:
            raise UsageRefusal("UI-338", name=person.full_name)
        corrected = _corrected(person, what, row.after)
        self._people[person.person_id] = self._corrected[person.person_id] = corrected
        if person.person_id in self._bearing:
            self._set_frame()
        return replace(row, fate=BulkFate.CHANGED)

    def _change(self, person: Person, what: StaffField, text: str, row: BulkRow) -> BulkRow:
        request, after = self._request(person, what, text)
        row = replace(row, after=after)
        if row.after == row.before:
            return replace(row, fate=BulkFate.SAME)
        people = self._people_with(person.person_id, request.rater_id)
        history = self._history_of(person)
        draft = draft_change(request, people, self._units, history, self._tree, _new_id)
        plans = self._plans_of(person)
        closed = self._closed.get(person.person_id, frozenset())
        steps = follow_up(draft, people, self._units, history, plans, closed, _new_id)
        for step in steps.steps:
            plans[:] = [plan for plan in plans if step.before is None or plan.plan_id != step.before.plan_id]
            plans.append(step.after)
        self._keep(person, draft)
        self._following.append(Following(steps))
        return replace(row, fate=BulkFate.CHANGED)

    def _plans_of(self, person: Person) -> list[PerformancePlan]:
        """The plans of the year as earlier lines left them; everybody's are read at once when first asked for."""
        if self._plans is None:
            self._plans = {}
            for plan in self._work.plans.of_year(self._since.year, self._ids):
                self._plans.setdefault(plan.person_id, []).append(plan)
            self._closed = self._work.evaluations.closed_periods(self._since.year, self._ids)
        return self._plans.setdefault(person.person_id, [])

    def _request(self, person: Person, what: StaffField, text: str) -> tuple[ChangeRequest, str]:
        """The change that a value asks for, and the value as it is read."""
        base = ChangeRequest(CareerChange.GRADE, person.person_id, self._since, note=self._note)
        if what is StaffField.GRADE:
            return replace(base, grade=text), text
        if what is StaffField.RATER:
            rater = self._people.get(text) or self._people.get(self._by_nip.get(text, ""))
            if rater is None:
                raise UsageRefusal("USE-102", nip=text)
            return replace(base, change=CareerChange.NEW_RATER, rater_id=rater.person_id), rater.full_name
        if what is StaffField.LEGAL_STATUS:
            return self._status_request(base, person, text)
        post = self._history_of(person).standing(person, EntryKind.POST, self._since)
        if what is StaffField.POST:
            return replace(base, change=CareerChange.MOVE, unit_id=post.unit_id, position_title=text), text
        unit = self._unit(text)
        return replace(base, change=CareerChange.MOVE, unit_id=unit.unit_id), unit.name

    def _status_request(self, base: ChangeRequest, person: Person, text: str) -> tuple[ChangeRequest, str]:
        status = ways_to_say(LegalStatus).get(folded(text.removeprefix("STATUS:")))
        if status is LegalStatus.ACTIVE:
            change = _BACK_FROM.get(self._status(person), CareerChange.RETURN)
        elif status is not None and status in _TO_STATUS:
            change = _TO_STATUS[status]
        else:
            raise UsageRefusal("UI-339", text=text)
        return replace(base, change=change), f"STATUS:{status.name}"

    def _unit(self, said: str) -> OrgUnit:
        by_key = next((unit for unit in self._units if said and said in (unit.unit_id, unit.source_id)), None)
        if by_key is not None:
            return by_key
        named = [unit for unit in self._units if folded(unit.name) == folded(said)]
        if len(named) > 1:
            raise UsageRefusal("UI-330", unit=said, count=len(named))
        if not named:
            raise UsageRefusal("USE-103", unit=said)
        return named[0]


def _corrected(person: Person, what: StaffField, text: str) -> Person:
    if what is StaffField.NAME:
        return replace(person, name=text)
    if what is StaffField.FRONT_TITLE:
        return replace(person, front_title=text)
    if what is StaffField.BACK_TITLE:
        return replace(person, back_title=text)
    return replace(person, education=text)


def _said(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _new_id() -> str:
    return str(uuid.uuid4())
