"""Keeping what was typed: on screen at once, saved on the lane, taken back where the desk refuses, undone on call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from meritdesk.core.errors import Refusal, UsageRefusal
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.journal import Changes
from meritdesk.core.lines import RatingLine
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.assessment.rating_table import RatingTable
from meritdesk.ui.assessment.verdicts import Entry, is_closed, verdict_of, verdicts
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving a handful of lines: the change sets in order, and the lines that were refused."""

    change_sets: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]
    changes: Changes


class RatingKeeper(QObject):
    """Stands between grid and desk; one entry of the clerk is one thing to undo, however many rows it filled."""

    shown = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, lane: Lane, words: Words, table: RatingTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._table = table
        self._before: dict[str, RatingLine] = {}
        self._newest: dict[str, tuple[RatingLine, int]] = {}
        self._undo_stack: list[tuple[str, ...]] = []
        self.is_own_change = False

    def forget(self) -> None:
        """Another list is on the screen: what was typed in the old one is no longer undone from here."""
        self._before.clear()
        self._undo_stack.clear()

    def settle(self, lines: Sequence[RatingLine]) -> tuple[RatingLine, ...]:
        """Lines fresh from the desk, with what is still on its way there laid over them."""
        fresh = {line.person_id: line for line in lines}
        self._before = {person_id: fresh[person_id] for person_id in self._newest if person_id in fresh}
        return tuple(
            _with_verdict(line, self._newest[line.person_id][0]) if line.person_id in self._newest else line
            for line in lines
        )

    def enter(self, entries: Sequence[Entry], period: Period) -> None:
        """Put entries on the screen at once and save them; what is refused goes back and says why."""
        changed = list(verdicts(entries, self._table.lines).values())
        if not changed:
            return
        for line in changed:
            self._before.setdefault(line.person_id, self._table.lines[self._table.row_of(line.person_id)])
            self._newest[line.person_id] = (line, self._newest.get(line.person_id, (line, 0))[1] + 1)
            self._table.put(line, self.predicate_of(line, period), is_saving=True)
        self.shown.emit()
        title = QCoreApplication.translate("AssessmentPage", "Saving {count} ratings")
        job = self._lane.ask(
            partial(self._save, changed, period),
            partial(self._saved, changed, period),
            partial(self._all_refused, changed, period),
            title=title.format(count=self._words.number(len(changed))),
        )
        job.ended.connect(partial(self._ended, changed))

    def undo(self) -> None:
        """Take the last entry back through the journal."""
        if not self._undo_stack:
            self.told.emit(QCoreApplication.translate("AssessmentPage", "There is nothing to undo here."))
            return
        change_sets = self._undo_stack.pop()

        def work(step: Step) -> Changes:
            nouns: frozenset[str] = frozenset()
            for change_set_id in reversed(change_sets):
                nouns |= self._desk.upkeep.undo(change_set_id).nouns
            return Changes(nouns)

        def then(_: Changes) -> None:
            self.told.emit(QCoreApplication.translate("AssessmentPage", "The last entry was undone."))

        self._lane.ask(work, then, title=QCoreApplication.translate("AssessmentPage", "Undo"))

    def preview(self, line: RatingLine, period: Period) -> tuple[Predicate, tuple[Reason, ...]] | None:
        """The predicate and its reasons at once; pure and quick, so it runs on the window's thread."""
        if is_closed(line) or not line.result_rating or not line.behaviour_rating:
            return None
        return self._desk.assessment.preview(period, line.result_rating, line.behaviour_rating, line.dropped_out)

    def predicate_of(self, line: RatingLine, period: Period) -> Predicate | None:
        """What the open ratings of a line would give."""
        found = self.preview(line, period)
        return found[0] if found else None

    def _save(self, lines: Sequence[RatingLine], period: Period, step: Step) -> Saved:
        """On the lane: one verb per person; a refused person does not hold up the others."""
        change_sets: list[str] = []
        refused: list[tuple[str, Refusal]] = []
        nouns: frozenset[str] = frozenset()
        for one in map(verdict_of, lines):
            try:
                changes = self._desk.assessment.rate(
                    one.person_id, period, one.result, one.behaviour, one.reason, one.note
                )
            except UsageRefusal as refusal:
                refused.append((one.person_id, refusal))
                continue
            if changes.change_set_id:
                change_sets.append(changes.change_set_id)
                nouns |= changes.nouns
        return Saved(tuple(change_sets), tuple(refused), Changes(nouns))

    def _saved(self, lines: Sequence[RatingLine], period: Period, saved: Saved) -> None:
        refused = dict(saved.refused)
        for line in lines:
            row = self._table.row_of(line.person_id)
            is_last = self._newest.get(line.person_id, (line, 1))[1] == 1
            if row >= 0 and is_last and line.person_id not in refused:
                now = _with_verdict(self._table.lines[row], line)
                self._before.pop(line.person_id, None)
                self._table.put(now, self.predicate_of(now, period), is_saving=False)
        if saved.change_sets:
            self._undo_stack.append(saved.change_sets)
            self.is_own_change = True
        if saved.refused:
            self._take_back(saved.refused, period)

    def _all_refused(self, lines: Sequence[RatingLine], period: Period, refusal: Exception) -> None:
        self._take_back([(line.person_id, refusal) for line in lines], period)

    def _take_back(self, refused: Sequence[tuple[str, Exception]], period: Period) -> None:
        """What the desk refused stands as before again, and the clerk reads why."""
        for person_id, _ in refused:
            before = self._before.pop(person_id, None)
            if before is not None:
                self._table.put(before, self.predicate_of(before, period), is_saving=False)
        self.shown.emit()
        code, what, then = self._words.told(refused[-1][1])
        self.told.emit(f"⚠ {what} {then} ({code})")

    def _ended(self, lines: Sequence[RatingLine]) -> None:
        self.is_own_change = False
        for line in lines:
            newest, waiting = self._newest.pop(line.person_id, (line, 1))
            if waiting > 1:
                self._newest[line.person_id] = (newest, waiting - 1)


def _with_verdict(line: RatingLine, verdict: RatingLine) -> RatingLine:
    """A line with the ratings and texts of another."""
    return replace(
        line,
        result_rating=verdict.result_rating,
        behaviour_rating=verdict.behaviour_rating,
        reason=verdict.reason,
        note=verdict.note,
    )
