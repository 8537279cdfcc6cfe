"""The feedback log as rows; the counts for the suggestion come from one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import case, func, select

from meritdesk.core.feedback import FeedbackChannel, FeedbackEntry, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.scoring.suggestion import FeedbackTally
from meritdesk.store.notation import day_text, reference_text
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.tables import feedback_entry


class StoredFeedback:
    """The feedback log."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[FeedbackEntry, ...]:
        """All entries about everybody or about these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        return tuple(
            _entry(row) for row in self._rows.read(feedback_entry, "person_id", wanted, "given_on", "entry_id")
        )

    def by_id(self, entry_id: str) -> FeedbackEntry | None:
        """One entry."""
        found = self._rows.read(feedback_entry, "entry_id", [entry_id])
        return _entry(found[0]) if found else None

    def tallies(self, period: Period, person_ids: Sequence[str] | None = None) -> Mapping[str, FeedbackTally]:
        """How much feedback on results each person got in a period; whoever got none is not in the answer.

        The same counting as ``core.feedback.feedback_tally``, done by the database for whole agencies.
        """
        positive = func.sum(case((feedback_entry.c.mark == FeedbackMark.POSITIVE.value, 1), else_=0))
        statement = (
            select(feedback_entry.c.person_id, positive, func.count())
            .where(
                feedback_entry.c.agency == self._rows.agency,
                feedback_entry.c.result_id.is_not(None),
                feedback_entry.c.given_on >= period.first_day.isoformat(),
                feedback_entry.c.given_on <= period.last_day.isoformat(),
            )
            .group_by(feedback_entry.c.person_id)
        )
        if person_ids is None:
            found = self._rows.execute(statement)
        else:
            found = [
                row
                for chunk in in_chunks(dict.fromkeys(person_ids))
                for row in self._rows.execute(statement.where(feedback_entry.c.person_id.in_(chunk)))
            ]
        return {row[0]: FeedbackTally(int(row[1]), int(row[2])) for row in found}

    def save(self, entries: Sequence[FeedbackEntry]) -> None:
        """Add these entries or bring them up to date."""
        self._rows.write(feedback_entry, map(_row, entries))

    def remove(self, entry_ids: Sequence[str]) -> None:
        """Take entries out; the journal keeps what they said."""
        self._rows.settle(feedback_entry, {(entry_id,): None for entry_id in entry_ids})


def _entry(row: Mapping[str, Any]) -> FeedbackEntry:
    return FeedbackEntry(
        entry_id=row["entry_id"],
        person_id=row["person_id"],
        given_on=date.fromisoformat(row["given_on"]),
        giver=FeedbackGiver(row["giver"]),
        giver_name=row["giver_name"],
        text=row["text"],
        mark=FeedbackMark(row["mark"]),
        giver_id=row["giver_id"] or "",
        rhythm=FeedbackRhythm(row["rhythm"]),
        channel=FeedbackChannel(row["channel"]),
        result_id=row["result_id"] or "",
        behaviour=BehaviourValue(row["behaviour"]) if row["behaviour"] else None,
        evidence=row["evidence"],
        is_requested=bool(row["is_requested"]),
        giver_role=row["giver_role"],
        problem_id=row["problem_id"],
    )


def _row(entry: FeedbackEntry) -> Values:
    return {
        "entry_id": entry.entry_id,
        "person_id": entry.person_id,
        "given_on": day_text(entry.given_on),
        "giver": entry.giver.value,
        "giver_id": reference_text(entry.giver_id),
        "giver_name": entry.giver_name,
        "rhythm": entry.rhythm.value,
        "channel": entry.channel.value,
        "mark": entry.mark.value,
        "result_id": reference_text(entry.result_id),
        "behaviour": entry.behaviour.value if entry.behaviour else None,
        "text": entry.text,
        "evidence": entry.evidence,
        "is_requested": entry.is_requested,
        "giver_role": entry.giver_role,
        "problem_id": entry.problem_id,
    }
