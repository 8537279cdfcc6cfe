"""Ratings entered cell by cell, as a grid, a pasted block or a bulk edit gives them, in one step."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Rating
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.rating_words import read_rating
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.messages.reading import ways_to_say
from meritdesk.services.bulk import (
    LONGEST_TEXT,
    BulkFate,
    BulkLine,
    BulkOutcome,
    BulkRow,
    field_named,
    lines_of_file,
    wanted_text,
)
from meritdesk.services.changes import Step, no_step
from meritdesk.services.closing import plans_of
from meritdesk.services.locking import require_unlocked
from meritdesk.services.ports import Surroundings, Work


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
        require(self.around.actor, Action.TYPE)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.ratings.set") as work:
            require_unlocked(work, period)
            judged = _Judging(work, period, [entry.person_id for entry in entries])
            rows = tuple(judged.take(entry) for entry in entries)
            work.evaluations.save(_with_suggestions(work, period, judged.changed, rules))
            changes = Changes() if dry_run else work.commit()
        return BulkOutcome(rows, changes)

    def set_lines(self, period: Period, lines: Sequence[BulkLine], dry_run: bool = False) -> BulkOutcome:
        """The same from lines that name a NIP or person, a field (``RatingField``) and a value as clerks write it.

        Beside the refusals of ``set``: ``UI-336`` an unknown field, ``UI-721`` a text that is no rating.
        """
        require(self.around.actor, Action.TYPE)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.ratings.set") as work:
            require_unlocked(work, period)
            judged = _Judging(work, period, [line.key for line in lines])
            rows = tuple(judged.take_line(line) for line in lines)
            work.evaluations.save(_with_suggestions(work, period, judged.changed, rules))
            changes = Changes() if dry_run else work.commit()
        return BulkOutcome(rows, changes)

    def set_from(self, path: Path, period: Period, dry_run: bool = False, step: Step = no_step) -> BulkOutcome:
        """The same from a table of person, field and value."""
        require(self.around.actor, Action.TYPE)
        return self.set_lines(period, lines_of_file(self.around, path, step), dry_run)


class _Judging:
    """Verdicts as they become, entry by entry."""

    def __init__(self, work: Work, period: Period, person_ids: Sequence[str]) -> None:
        people = dict(work.people.by_ids(list(dict.fromkeys(person_ids))))
        for key in person_ids:
            person = None if key in people else work.people.by_nip(key)
            if person is not None:
                people[key] = person
        self._people: Mapping[str, Person] = people
        self._period = period
        found = work.evaluations.of_period(period, [person.person_id for person in people.values()])
        self._now: dict[str, Evaluation] = {one.person_id: one for one in found}
        self._before = dict(self._now)

    @property
    def changed(self) -> list[Evaluation]:
        """The verdicts that are others now."""
        return [one for person_id, one in self._now.items() if one != self._before.get(person_id)]

    def take_line(self, line: BulkLine) -> BulkRow:
        """Judge one line of words and take it in where it is good."""
        person = self._people.get(line.key)
        said = line.value if isinstance(line.value, str) else ""
        nip, name = (person.nip, person.full_name) if person is not None else (line.key, "")
        row = BulkRow(line.key, nip, name, line.what, "", said, BulkFate.REFUSED)
        try:
            what = RatingField(field_named(line.what, RatingField))
            if person is None:
                raise UsageRefusal("USE-102", nip=line.key)
            current = self._now.get(person.person_id) or Evaluation("", person.person_id, self._period)
            row = replace(row, key=person.person_id, what=what, before=_read(_value(current, what)))
            text = wanted_text(line.value, row.before, lambda other: _read(_value(current, RatingField(other))))
            row = replace(row, after=text)
            value = _rating(text) if what in (RatingField.RESULT, RatingField.BEHAVIOUR) else text
            return self.take(RatingEntry(person.person_id, what, value))
        except UsageRefusal as refusal:
            return row.refused(refusal)

    def take(self, entry: RatingEntry) -> BulkRow:
        """Judge one entry and take it in where it is good."""
        person = self._people.get(entry.person_id) or next(
            (one for one in self._people.values() if one.person_id == entry.person_id), None
        )
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
            return row.refused(refusal)
        after = _with_value(current, entry)
        if after == current:
            return replace(row, fate=BulkFate.SAME)
        self._now[entry.person_id] = after
        return replace(row, fate=BulkFate.CHANGED)


def _rating(text: str) -> Rating | None:
    """A rating as clerks write it, or as a row says it."""
    known = ways_to_say(Rating).get(text.casefold().removeprefix("rating:"))
    try:
        return known or read_rating(text)
    except KeyError:
        raise UsageRefusal("UI-721", text=text[:60]) from None


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
