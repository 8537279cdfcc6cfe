"""The register with time: timelines, changes in mid-year, delegations, dates put right."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.career import EntryKind, History, HistoryEntry, day_before, short_day
from meritdesk.core.career_changes import draft_change
from meritdesk.core.career_drafting import ChangeRequest, EntryChange
from meritdesk.core.career_effects import ChangePreview, RegisterState, preview_change
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation_calendar import periods_of_year, window_of
from meritdesk.core.evaluators import Evaluator, Evaluators
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period
from meritdesk.core.standing import Standing, changes_in, lines_on, timeline, tree_on
from meritdesk.core.validation import Hint
from meritdesk.core.validation.register_rules import line_hints, move_hints, rater_change_hints
from meritdesk.services.changes import Step, no_step
from meritdesk.services.deriving import derive
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.register.following import Following, following, team_leads
from meritdesk.services.register.judging import write_entries


@dataclass(frozen=True, slots=True)
class PersonTimeline:
    """One person over a year: where he stood and who rated him, who evaluates each period, and what is open.

    ``names`` gives the people and units that the parts name by their keys; ``entries`` are all dated entries of his.
    """

    person: Person
    stretches: tuple[Standing, ...]
    evaluators: tuple[tuple[Period, Evaluator], ...]
    entries: tuple[HistoryEntry, ...]
    hints: tuple[Hint, ...]
    people: dict[str, Person]
    units: dict[str, OrgUnit]


@dataclass(frozen=True, slots=True)
class EvaluatorAnswer:
    """Who evaluates one person for one period, with the people and units that the answer names."""

    answer: Evaluator
    people: dict[str, Person]
    units: dict[str, OrgUnit]


@dataclass(frozen=True, slots=True)
class ChangeOutcome:
    """What a change does or did: the preview, the people and units it names, and what was written.

    ``following`` is what is written beside the register: plans and a drop-out.
    """

    preview: ChangePreview
    people: dict[str, Person]
    units: dict[str, OrgUnit]
    following: Following
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Careers:
    """Verbs about careers."""

    around: Surroundings

    def timeline(self, nip: str, year: int) -> PersonTimeline:
        """One person from 1 January to 31 December of a year; ``USE-102`` when unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = person_of(work, nip)
            people, units, history = work.people.all(), work.units.all(), work.history.all()
            plans = [plan.starts for plan in work.plans.of_year(year, [person.person_id]) if plan.was_fixed]
            leads = team_leads(work, year)
            settings = settings_of(work.setting)
        first, last = date(year, 1, 1), date(year, 12, 31)
        stretches = timeline(person, people, units, history, first, last)
        evaluators = []
        for period in periods_of_year(year, settings):
            asked = Evaluators(people, units, history, period, window_of(period, settings))
            evaluators.append((period, asked.of(person.person_id)))
        tree = tree_on(people, units, history, min(max(self.around.clock().date(), first), last))
        lines = [line for line in (stretches[-1].line,) if line.rater_id]
        rater = line_hints(lines, tree, leads).get(person.person_id, ())
        return PersonTimeline(
            person=person,
            stretches=stretches,
            evaluators=tuple(evaluators),
            entries=entries_about(person, history),
            hints=(
                *move_hints(person, history, plans, year),
                *rater_change_hints(changes_in(stretches), history, plans, year),
                *rater,
            ),
            people={found.person_id: found for found in people},
            units={unit.unit_id: unit for unit in units},
        )

    def evaluator(self, nip: str, period: Period) -> EvaluatorAnswer:
        """Who evaluates one person for one period and why, with the agency's own window (R-69, R-70)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = person_of(work, nip)
            people, units, history = work.people.all(), work.units.all(), work.history.all()
            window = window_of(period, settings_of(work.setting))
        return EvaluatorAnswer(
            answer=Evaluators(people, units, history, period, window).of(person.person_id),
            people={found.person_id: found for found in people},
            units={unit.unit_id: unit for unit in units},
        )

    def preview(self, request: ChangeRequest, step: Step = no_step) -> ChangeOutcome:
        """What a change would do: entries, reporting lines, plans, evaluations. Nothing is written.

        ``ASM-131`` for a study leave that ended without a degree when no letter is named.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            work.watch(step)
            return self._outcome(work, request)

    def change(self, request: ChangeRequest, step: Step = no_step) -> ChangeOutcome:
        """Carry a change out as one change set that can be taken back as a whole (R-20, R-33, R-44, R-48, R-69).

        The plans of the person follow: one for the post left behind ends, a draft for the new post begins, the running
        plan gets the result that acting or study leave asks for. A drop-out reaches the open evaluations of the year.
        """
        require(self.around.actor, Action.EDIT)
        reason = request.note or f"CAREERCHANGE:{request.change.name}"
        with self.around.store.writing(self.around.actor, "register.careers.change", reason=reason) as work:
            work.watch(step)
            outcome = self._outcome(work, request)
            write_entries(work, outcome.preview.draft.entries)
            outcome.following.write(self.around, work, reason)
            derive(work, self.around.clock().date())
            return replace(outcome, changes=work.commit())

    def delegate(
        self, nip: str, unit_id: str, since: date, until: date | None = None, note: str = "", is_given: bool = True
    ) -> Changes:
        """Record that somebody was delegated to rate the members of a unit, or was not (R-03, R-08).

        For the acting head of the unit it marks his duty; for another official it is an entry of its own. Refused:
        ``REG-386`` taking back a delegation that is not there.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.careers.delegate", reason=note) as work:
            person, unit = person_of(work, nip), unit_of(work, unit_id)
            people, units, history = work.people.all(), work.units.all(), work.history.all()
            if until is not None and until < since:
                raise UsageRefusal("REG-378", since=short_day(since), until=short_day(until))
            changes = _acting_delegation(person, unit, people, units, history, since, note, is_given)
            if not changes and is_given:
                head = tree_on(people, units, history, since).leaders.get(unit.unit_id)
                entry = HistoryEntry(
                    str(uuid.uuid4()), person.person_id, EntryKind.DELEGATION, since, until, unit.unit_id,
                    other_id=head.person.person_id if head else "", may_rate=True, note=note,
                )  # fmt: skip
                changes = [EntryChange(None, entry)]
            elif not changes:
                held = history.in_force(person.person_id, EntryKind.DELEGATION, since)
                changes = [
                    EntryChange(entry, replace(entry, until=day_before(since)))
                    for entry in held
                    if entry.unit_id == unit.unit_id
                ]
                if not changes:
                    raise UsageRefusal("REG-386", unit=unit.name)
            write_entries(work, changes)
            derive(work, self.around.clock().date())
            return work.commit()

    def clarify(self, nips: Sequence[str], on: date, note: str = "") -> Changes:
        """Note that expectations were clarified with the rater of that day (R-33); it settles V-45."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.careers.clarify", reason=note) as work:
            people, units, history = work.people.all(), work.units.all(), work.history.all()
            lines = {line.person_id: line for line in lines_on(people, units, history, on)}
            entries = []
            for nip in nips:
                person = person_of(work, nip)
                line = lines.get(person.person_id)
                if line is None or not line.rater_id:
                    raise UsageRefusal("REG-347", nip=nip)
                entries.append(
                    HistoryEntry(
                        str(uuid.uuid4()),
                        person.person_id,
                        EntryKind.CLARIFIED,
                        on,
                        on,
                        other_id=line.rater_id,
                        note=note,
                    )
                )
            work.history.save(entries)
            return work.commit()

    def correct_day(self, entry_id: str, since: date) -> Changes:
        """Put the first day of an entry right; the one before it ends the day before (``REG-385``, ``REG-387``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.careers.correct_day") as work:
            history = work.history.all()
            entry = next((found for found in history.entries if found.entry_id == entry_id), None)
            if entry is None:
                raise UsageRefusal("REG-385", entry=entry_id)
            write_entries(work, _moved_day(entry, since, history))
            derive(work, self.around.clock().date())
            return work.commit()

    def settle(self) -> Changes:
        """Bring the rows of today to what the history says: changes recorded ahead of their day come due."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "register.careers.settle") as work:
            derive(work, self.around.clock().date())
            return work.commit()

    def _outcome(self, work: Work, request: ChangeRequest) -> ChangeOutcome:
        people, units, history = work.people.all(), work.units.all(), work.history.all()
        if request.person_id not in {person.person_id for person in people}:
            raise UsageRefusal("USE-102", nip=request.person_id)
        settings = settings_of(work.setting)
        before = tree_on(people, units, history, day_before(request.since))
        draft = draft_change(request, people, units, history, before, lambda: str(uuid.uuid4()))
        year = request.since.year
        plans = work.plans.of_year(year)
        state = RegisterState(people, units, history, plans)
        follows = following(self.around, work, draft, people, units, history, plans)
        periods = [(period, window_of(period, settings)) for period in periods_of_year(year, settings)]
        return ChangeOutcome(
            preview=preview_change(draft, state, periods, follows.plans, follows.rules, follows.warnings),
            people={found.person_id: found for found in people},
            units={unit.unit_id: unit for unit in units},
            following=follows,
        )


def person_of(work: Work, nip: str) -> Person:
    """The person with a NIP, or with this key where a NIP is shared or missing; ``USE-102`` when unknown."""
    person = work.people.by_nip(nip) or work.people.by_ids([nip]).get(nip)
    if person is None:
        raise UsageRefusal("USE-102", nip=nip)
    return person


def unit_of(work: Work, unit_id: str) -> OrgUnit:
    """The unit with a key or UNOR ID; ``USE-103`` when unknown."""
    unit = next((found for found in work.units.all() if unit_id in (found.unit_id, found.source_id)), None)
    if unit is None or not unit_id:
        raise UsageRefusal("USE-103", unit=unit_id)
    return unit


def entries_about(person: Person, history: History) -> tuple[HistoryEntry, ...]:
    """Everything dated about a person, oldest first; what only the row says stands in where nothing is dated."""
    dated = history.of(person.person_id)
    kinds = {entry.kind for entry in dated}
    seeds = [
        history.spells(person, kind)[0]
        for kind in (EntryKind.POST, EntryKind.GRADE, EntryKind.STATUS)
        if kind not in kinds
    ]
    return tuple(sorted((*seeds, *dated), key=lambda entry: (entry.since or date.min, entry.kind)))


def _acting_delegation(
    person: Person,
    unit: OrgUnit,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
    since: date,
    note: str,
    is_given: bool,
) -> list[EntryChange]:
    """The delegation of somebody who acts for the unit: his duty is marked, dated or not yet."""
    for kind in (EntryKind.PLT, EntryKind.PLH):
        for entry in history.in_force(person.person_id, kind, since):
            if entry.unit_id == unit.unit_id:
                marked = replace(entry, may_rate=is_given, note=note or entry.note)
                return [EntryChange(entry, marked)]
    leadership = tree_on(people, units, history, since).leaders.get(unit.unit_id)
    if leadership is None or not leadership.is_acting or leadership.person.person_id != person.person_id:
        return []
    entry = HistoryEntry(
        str(uuid.uuid4()), person.person_id, EntryKind.PLT, unit_id=unit.unit_id, may_rate=is_given, note=note
    )
    return [EntryChange(None, entry)]


def _moved_day(entry: HistoryEntry, since: date, history: History) -> list[EntryChange]:
    """An entry with another first day, and its neighbour of the same kind closed or opened to fit."""
    if entry.until is not None and entry.until < since:
        raise UsageRefusal("REG-387", since=short_day(since), other=short_day(entry.until))
    about_unit = entry.kind in (EntryKind.HEAD, EntryKind.PLT, EntryKind.PLH)
    kin = history.of_unit(entry.unit_id, entry.kind) if about_unit else history.of(entry.person_id, entry.kind)
    changes = [EntryChange(entry, replace(entry, since=since, is_estimated=False))]
    before = [one for one in kin if one.entry_id != entry.entry_id and _begins_before(one, entry)]
    if before:
        last = before[-1]
        touches = last.until is not None and entry.since is not None and last.until == day_before(entry.since)
        if last.since is not None and last.since >= since:
            raise UsageRefusal("REG-387", since=short_day(since), other=short_day(last.since))
        if touches or last.until is None or last.until >= since:
            changes.append(EntryChange(last, replace(last, until=day_before(since))))
    return changes


def _begins_before(one: HistoryEntry, other: HistoryEntry) -> bool:
    return (one.since or date.min) < (other.since or date.min)
