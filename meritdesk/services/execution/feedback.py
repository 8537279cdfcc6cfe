"""The feedback log: who said what about a result or a behaviour value, and what it means for the suggestion."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evidence import EvidenceFilter, EvidenceOwner
from meritdesk.core.feedback import (
    FeedbackChannel,
    FeedbackEntry,
    FeedbackGiver,
    FeedbackMark,
    FeedbackRhythm,
    entries_in,
    feedback_tally,
)
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.scoring.suggestion import FeedbackTally
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import entry_hints, feedback_hints
from meritdesk.services.execution.places import known_person, known_result, not_in_future
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """One item of feedback before it is in the log; ``result_number`` is the number on paper, 0 for behaviour."""

    given_on: date
    giver: FeedbackGiver
    text: str
    mark: FeedbackMark
    giver_name: str = ""
    giver_id: str = ""
    rhythm: FeedbackRhythm = FeedbackRhythm.INCIDENTAL
    channel: FeedbackChannel = FeedbackChannel.DIRECT
    result_number: int = 0
    behaviour: BehaviourValue | None = None
    evidence: str = ""
    is_requested: bool = False


@dataclass(frozen=True, slots=True)
class LoggedFeedback:
    """An entry that was written, with what it still lacks (V-53)."""

    entry: FeedbackEntry
    changes: Changes
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """One line of the log: the entry, the number of its result on paper (0 without one), its files and its hints."""

    entry: FeedbackEntry
    result_number: int
    files: int
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackLog:
    """One person's feedback in a period, the tally that the suggestion reads, and what is still owed (V-52)."""

    lines: tuple[FeedbackLine, ...]
    tally: FeedbackTally
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedbackDesk:
    """Verbs of the feedback log."""

    around: Surroundings

    def add(self, person_id: str, draft: FeedbackDraft) -> LoggedFeedback:
        """Write one item into the log (B.1.3 to B.1.5); without text, or about nothing or two things, it is refused."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.feedback.add") as work:
            entry = self._entry(work, str(uuid.uuid4()), person_id, draft)
            work.feedback.save([entry])
            return LoggedFeedback(entry, work.commit(), entry_hints(entry))

    def amend(self, entry_id: str, draft: FeedbackDraft) -> LoggedFeedback:
        """Put an item right; the journal keeps what stood there before."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.feedback.amend") as work:
            before = _known(work, entry_id)
            entry = self._entry(work, entry_id, before.person_id, draft)
            work.feedback.save([entry])
            return LoggedFeedback(entry, work.commit(), entry_hints(entry, bool(_files(work, before.person_id, entry))))

    def withdraw(self, entry_id: str, reason: str = "") -> Changes:
        """Take an item out of the log; it stays in the journal with the reason."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.feedback.withdraw", reason=reason) as work:
            work.feedback.remove([_known(work, entry_id).entry_id])
            return work.commit()

    def log(self, person_id: str, period: Period) -> FeedbackLog:
        """What was said about one person in a period, oldest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            known_person(work, person_id)
            entries = entries_in(work.feedback.of([person_id]), period)
            numbers = {
                result.result_id: result.number
                for plan in work.plans.of_year(period.year, [person_id])
                for result in plan.results
            }
            wanted = EvidenceFilter(person_ids=(person_id,), owner=EvidenceOwner.FEEDBACK)
            owners = [one.owner_id for one in work.evidence.of(wanted)]
        lines = tuple(
            FeedbackLine(
                entry,
                numbers.get(entry.result_id, 0),
                owners.count(entry.entry_id),
                entry_hints(entry, entry.entry_id in owners),
            )
            for entry in entries
        )
        return FeedbackLog(lines, feedback_tally(entries), feedback_hints(entries, period))

    def _entry(self, work: Work, entry_id: str, person_id: str, draft: FeedbackDraft) -> FeedbackEntry:
        person = known_person(work, person_id)
        not_in_future(draft.given_on, self.around.clock().date())
        if not draft.text.strip():
            raise UsageRefusal("EXE-231")
        if bool(draft.result_number) == (draft.behaviour is not None):
            raise UsageRefusal("EXE-232")
        result_id = ""
        if draft.result_number:
            _, result = known_result(work, person, draft.given_on.year, draft.result_number, draft.given_on)
            result_id = result.result_id
        giver = known_person(work, draft.giver_id) if draft.giver_id else None
        return FeedbackEntry(
            entry_id=entry_id,
            person_id=person_id,
            given_on=draft.given_on,
            giver=draft.giver,
            giver_name=draft.giver_name.strip() or (giver.full_name if giver else ""),
            text=draft.text.strip(),
            mark=draft.mark,
            giver_id=draft.giver_id,
            rhythm=draft.rhythm,
            channel=draft.channel,
            result_id=result_id,
            behaviour=draft.behaviour,
            evidence=draft.evidence.strip(),
            is_requested=draft.is_requested,
        )


def draft_of(line: FeedbackLine) -> FeedbackDraft:
    """An entry as a draft again, for amending it."""
    entry = line.entry
    return replace(
        FeedbackDraft(entry.given_on, entry.giver, entry.text, entry.mark),
        giver_name=entry.giver_name,
        giver_id=entry.giver_id,
        rhythm=entry.rhythm,
        channel=entry.channel,
        result_number=line.result_number,
        behaviour=entry.behaviour,
        evidence=entry.evidence,
        is_requested=entry.is_requested,
    )


def _known(work: Work, entry_id: str) -> FeedbackEntry:
    entry = work.feedback.by_id(entry_id)
    if entry is None:
        raise UsageRefusal("EXE-234", entry=entry_id)
    return entry


def _files(work: Work, person_id: str, entry: FeedbackEntry) -> int:
    wanted = EvidenceFilter(person_ids=(person_id,), owner=EvidenceOwner.FEEDBACK, owner_ids=(entry.entry_id,))
    return len(work.evidence.of(wanted))
