"""Ratings entered cell by cell, as a grid, a pasted block or a bulk edit gives them, in one step."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Rating
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.services.bulk import BulkFate, BulkOutcome, BulkRow
from meritdesk.services.closing import plans_of
from meritdesk.services.ports import Surroundings, Work

LONGEST_TEXT = 2_000


class RatingField(StrEnum):
    """What of a verdict is entered."""

    RESULT = "RESULT"
    BEHAVIOUR = "BEHAVIOUR"
    REASON = "REASON"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True)
class RatingEntry:
    """One cell: whose verdict, which part of it, and what is to stand there; ``None`` clears a rating."""

    person_id: str
    field: RatingField
    value: Rating | str | None


@dataclass(frozen=True, slots=True)
class RatingEntries:
    """Verbs that enter many verdicts at once."""

    around: Surroundings

    def set(self, period: Period, entries: Sequence[RatingEntry], dry_run: bool = False) -> BulkOutcome:
        """Enter parts of verdicts as one change set; what is not named stays as it is. Rows keep the order given.

        A row is refused with ``USE-102`` for an unknown person, ``ASM-120`` where the evaluation is closed, ``UI-334``
        for a text that is too long; the others are written all the same. ``dry_run`` only says what would happen.
        """
        require(self.around.actor, Action.EDIT)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.ratings.set") as work:
            judged = _Judging(work, period, [entry.person_id for entry in entries])
            rows = tuple(judged.take(entry) for entry in entries)
            work.evaluations.save(_with_suggestions(work, period, judged.changed, rules))
            changes = Changes() if dry_run else work.commit()
        return BulkOutcome(rows, changes)


class _Judging:
    """Verdicts as they become, entry by entry."""

    def __init__(self, work: Work, period: Period, person_ids: Sequence[str]) -> None:
        known = list(dict.fromkeys(person_ids))
        self._people: Mapping[str, Person] = work.people.by_ids(known)
        self._period = period
        found = work.evaluations.of_period(period, known)
        self._now: dict[str, Evaluation] = {one.person_id: one for one in found}
        self._before = dict(self._now)

    @property
    def changed(self) -> list[Evaluation]:
        """The verdicts that are others now."""
        return [one for person_id, one in self._now.items() if one != self._before.get(person_id)]

    def take(self, entry: RatingEntry) -> BulkRow:
        """Judge one entry and take it in where it is good."""
        person = self._people.get(entry.person_id)
        nip, name = (person.nip, person.full_name) if person is not None else (entry.person_id, "")
        current = self._now.get(entry.person_id) or Evaluation(str(uuid.uuid4()), entry.person_id, self._period)
        before = _value(current, entry.field)
        row = BulkRow(entry.person_id, nip, name, entry.field, _read(before), _read(entry.value), BulkFate.REFUSED)
        try:
            if person is None:
                raise UsageRefusal("USE-102", nip=entry.person_id)
            if current.is_closed:
                raise UsageRefusal("ASM-120", nip=nip, period=self._period.code)
            if isinstance(entry.value, str) and len(entry.value) > LONGEST_TEXT and not isinstance(entry.value, Rating):
                raise UsageRefusal("UI-334", length=len(entry.value), most=LONGEST_TEXT)
        except UsageRefusal as refusal:
            return replace(row, code=refusal.code, facts=dict(refusal.facts))
        after = _with_value(current, entry)
        if after == current:
            return replace(row, fate=BulkFate.SAME)
        self._now[entry.person_id] = after
        return replace(row, fate=BulkFate.CHANGED)


def _value(evaluation: Evaluation, field: RatingField) -> Rating | str | None:
    return {
        RatingField.RESULT: evaluation.result_rating,
        RatingField.BEHAVIOUR: evaluation.behaviour_rating,
        RatingField.REASON: evaluation.reason,
        RatingField.NOTE: evaluation.note,
    }[field]


def _with_value(evaluation: Evaluation, entry: RatingEntry) -> Evaluation:
    rating = entry.value if isinstance(entry.value, Rating) else None
    if entry.field is RatingField.RESULT:
        return replace(evaluation, result_rating=rating)
    if entry.field is RatingField.BEHAVIOUR:
        return replace(evaluation, behaviour_rating=rating)
    text = "" if entry.value is None else str(entry.value).strip()
    if entry.field is RatingField.REASON:
        return replace(evaluation, reason=text)
    return replace(evaluation, note=text)


def _read(value: Rating | str | None) -> str:
    """A value as a row says it: a rating as the key of its words."""
    return f"RATING:{value.name}" if isinstance(value, Rating) else value or ""


def _with_suggestions(
    work: Work, period: Period, evaluations: Sequence[Evaluation], rules: RuleSet
) -> list[Evaluation]:
    """The verdicts with the suggestion that the figures give today beside them."""
    people = [one.person_id for one in evaluations]
    if not people:
        return []
    plans, actuals = plans_of(work, period, people), work.actuals.of_period(period, people)
    tallies = work.feedback.tallies(period, people)
    ready = []
    for one in evaluations:
        plan = plans.get(one.person_id)
        if plan is not None:
            found = suggest(plan, actuals, rules.suggestion, tallies.get(one.person_id))
            ready.append(replace(one, suggested=found.rating))
        else:
            ready.append(one)
    return ready
