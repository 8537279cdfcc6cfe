"""Counselling and behaviour reports: written and read by the people named on them, every opening written down."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.confidential import (
    BehaviourProblem,
    ConfidentialBody,
    ConfidentialKind,
    ConfidentialRecord,
    Counselling,
    Opening,
    may_read,
    require_reader,
)
from meritdesk.core.counselling_paper import counselling_paper
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import confidential_hints
from meritdesk.services.confidential_reading import note_openings, readable_record, require_readers
from meritdesk.services.execution.places import known_person, not_in_future
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.register_then import RegisterThen


@dataclass(frozen=True, slots=True)
class ConfidentialLine:
    """That a record exists, for those who may read it; its contents are seen by opening it."""

    record_id: str
    person_id: str
    kind: ConfidentialKind
    held_on: date
    author: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A record that was opened: its contents, what it lacks, and everybody who opened it before."""

    record: ConfidentialRecord
    hints: tuple[Hint, ...]
    openings: tuple[Opening, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class ConfidentialDesk:
    """Verbs of confidential records; nothing here is ever packed or exported, and printed only for its readers."""

    around: Surroundings

    def add(self, person_id: str, held_on: date, body: ConfidentialBody, readers: Sequence[str] = ()) -> OpenedRecord:
        """Write a behaviour report (B.1.10) or a counselling talk; a report goes to HR only when complete (V-57)."""
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.writing(self.around.actor, "execution.confidential.add") as work:
            known_person(work, person_id)
            require_readers(work, readers)
            record = ConfidentialRecord(
                record_id=str(uuid.uuid4()),
                person_id=person_id,
                held_on=held_on,
                body=body,
                author=self.around.actor.name,
                readers=_names(readers),
            )
            hints = self._judge(work, record)
            work.confidential.save([record])
            return OpenedRecord(record, hints, (), work.commit())

    def amend(self, record_id: str, held_on: date, body: ConfidentialBody) -> OpenedRecord:
        """Put a record right; only who may read it may change it."""
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.writing(self.around.actor, "execution.confidential.amend") as work:
            before = readable_record(self.around, work, record_id)
            if type(body) is not type(before.body):
                raise UsageRefusal("EXE-247", record=record_id, kind=f"CONFIDENTIALKIND:{before.kind.name}")
            record = replace(before, held_on=held_on, body=body)
            hints = self._judge(work, record)
            work.confidential.save([record])
            return OpenedRecord(record, hints, work.confidential.openings(record_id), work.commit())

    def allow(self, record_id: str, readers: Sequence[str]) -> Changes:
        """Name everybody who may read a record beside its author; only the author may say so (``EXE-241``)."""
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.writing(self.around.actor, "execution.confidential.allow") as work:
            record = readable_record(self.around, work, record_id)
            require_reader(self.around.actor, record.author, ())
            require_readers(work, readers)
            work.confidential.save([replace(record, readers=_names(readers))])
            return work.commit()

    def lines(self, person_id: str = "") -> tuple[ConfidentialLine, ...]:
        """The records that this person may read; others are not even counted."""
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.reading() as work:
            found = work.confidential.of([person_id] if person_id else None)
        return tuple(
            ConfidentialLine(one.record_id, one.person_id, one.kind, one.held_on, one.author, one.readers)
            for one in found
            if may_read(self.around.actor, one.author, one.readers)
        )

    def open(self, record_id: str) -> OpenedRecord:
        """Read a record; who did so, when and where stands in the journal before anything is shown."""
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.writing(self.around.actor, "execution.confidential.open") as work:
            record = readable_record(self.around, work, record_id)
            note_openings(self.around, work, [record_id])
            openings = work.confidential.openings(record_id)
            hints = confidential_hints(record, _feedback_of(work, record))
            return OpenedRecord(record, hints, openings, work.commit())

    def preview_counselling(self, record_id: str, style: PaperStyle | None = None) -> bytes:
        """The record of a talk as PDF bytes for the screen; to look at it is to open it."""
        paper, _ = self._counselling(record_id)
        return preview_paper(self.around, paper, style)

    def print_counselling(self, record_id: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the record of a talk for its signatures; neither file nor register names the person (``EXE-241``).

        ``DOC-541`` for a behaviour report, which has a form of its own.
        """
        require(self.around.actor, Action.PRINT)
        return issue_papers(self.around, [self._counselling(record_id)], out, style)

    def _counselling(self, record_id: str) -> tuple[OfficePaper, Matter]:
        require(self.around.actor, Action.CONFIDE)
        with self.around.store.writing(self.around.actor, "execution.confidential.open") as work:
            record = readable_record(self.around, work, record_id)
            if not isinstance(record.body, Counselling):
                raise UsageRefusal("DOC-541")
            note_openings(self.around, work, [record_id])
            rules = self.around.rulebook.in_force(record.held_on)
            ratee = RegisterThen.gather(work).block(record.person_id, record.held_on, rules)
            work.commit()
        assert ratee is not None, "a record of somebody the register does not know"
        matter = Matter(Period(record.held_on.year, PeriodKind.YEAR), record_id)
        return counselling_paper(record, ratee, self.around.store.agency), matter

    def _judge(self, work: Work, record: ConfidentialRecord) -> tuple[Hint, ...]:
        today = self.around.clock().date()
        not_in_future(record.held_on, today)
        body = record.body
        words = body.problem if isinstance(body, BehaviourProblem) else body.counsellor
        if not words.strip():
            raise UsageRefusal("EXE-246")
        hints = confidential_hints(record, _feedback_of(work, record))
        if isinstance(body, BehaviourProblem):
            for day in (body.told_on, body.reported_on):
                if day is not None:
                    not_in_future(day, today)
            if body.reported_on is not None and hints:
                raise UsageRefusal("V-57")
        return hints


def _feedback_of(work: Work, record: ConfidentialRecord) -> frozenset[str]:
    return frozenset(entry.entry_id for entry in work.feedback.of([record.person_id]))


def _names(readers: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.split()) for name in readers if name.strip()))
