"""Keeping what was typed into the grid: judged at once, saved on the lane, refused in red, undone on call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from meritdesk.core.achieved import CellFault, read_achieved
from meritdesk.core.journal import Changes
from meritdesk.core.scoring.suggestion import measured_class
from meritdesk.services import Desk
from meritdesk.services.execution.grid import CellEntry, EnteredCells, GridCell
from meritdesk.ui.background import Lane
from meritdesk.ui.execution.actuals_table import ActualsTable, Typed
from meritdesk.ui.execution.paste_dialog import PastedCell
from meritdesk.ui.wording import Words


class ActualsKeeper(QObject):
    """Stands between grid and desk; one entry of the clerk is one thing to undo, however many cells it filled."""

    told = Signal(str)
    saved = Signal()

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, table: ActualsTable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._table = table
        self._undo_stack: list[str] = []
        self._waiting = 0
        self.is_own_change = False

    def forget(self) -> None:
        """Another list is on the screen: what was typed in the old one is no longer undone from here."""
        self._undo_stack.clear()

    def judge(self, typed: Sequence[Typed]) -> tuple[PastedCell, ...]:
        """What would come of these cells, each with its fate; nothing is changed."""
        return tuple(self._judged(one) for one in typed)

    def enter(self, typed: Sequence[Typed]) -> None:
        """Put what was typed on the screen: what is understood is saved, the rest stays in red with its reason."""
        entries: list[CellEntry] = []
        for one in typed:
            entry = self._table.entry(one)
            cell = self._table.cell(one.row, one.column)
            if entry is None or cell is None or cell.is_closed:
                continue
            fault = self._fault(one)
            if fault:
                self._table.refuse(entry, fault)
                self.told.emit(f"⚠ {fault}")
                continue
            entries.append(entry)
            self._table.put(entry, self._cell(one, cell), is_saving=True)
        if not entries:
            return
        self._waiting += 1
        title = QCoreApplication.translate("ActualsTab", "Saving {count} cells")
        job = self._lane.ask(
            lambda step: self._desk.execution.grid.set(entries),
            partial(self._saved, entries),
            partial(self._refused, entries),
            title=title.format(count=self._words.number(len(entries))),
        )
        job.ended.connect(self._ended)

    def undo(self) -> None:
        """Take the last entry back through the journal."""
        if not self._undo_stack:
            self.told.emit(QCoreApplication.translate("ActualsTab", "There is nothing to undo here."))
            return
        change_set = self._undo_stack.pop()

        def then(_: Changes) -> None:
            self.told.emit(QCoreApplication.translate("ActualsTab", "The last entry was undone."))

        self._lane.ask(
            lambda step: self._desk.upkeep.undo(change_set),
            then,
            title=QCoreApplication.translate("ActualsTab", "Undo"),
        )

    def _judged(self, one: Typed) -> PastedCell:
        is_row = 0 <= one.row < len(self._table.lines)
        line = self._table.lines[one.row] if is_row else None
        heading = self._table.heading(one.column) if 0 <= one.column < self._table.columnCount() else "—"
        return PastedCell(line.name if line else "—", line.number if line else "", heading, one.text, self._fault(one))

    def _fault(self, one: Typed) -> str:
        """Why a cell is not taken, in words; empty when it is."""
        messages = self._words.messages
        short = {"text": " ".join(one.text.split())[:60]}
        if not 0 <= one.row < len(self._table.lines) or one.column >= self._table.columnCount():
            return f"{messages.sentence('EXE-216', short)} (EXE-216)"
        cell = self._table.cell(one.row, one.column)
        if cell is None:
            return f"{messages.sentence('EXE-217', short)} (EXE-217)"
        line = self._table.lines[one.row]
        if cell.is_closed:
            period = self._table.period_of(one.column)
            facts = {"nip": line.nip, "period": period.code if period else ""}
            return f"{messages.sentence('ASM-120', facts)} (ASM-120)"
        found = read_achieved(one.text, line.indicator.target)
        if isinstance(found, CellFault):
            return f"{messages.sentence(found.code, found.facts)} ({found.code})"
        return ""

    def _cell(self, one: Typed, before: GridCell) -> GridCell:
        target = self._table.lines[one.row].indicator.target
        found = read_achieved(one.text, target)
        assert not isinstance(found, CellFault)
        return GridCell(
            text=found.text,
            measured=measured_class(target, found.value),
            override=before.override,
            override_reason=before.override_reason,
            feedback=before.feedback,
            evidence=before.evidence,
        )

    def _saved(self, entries: Sequence[CellEntry], outcome: EnteredCells) -> None:
        refused = {(one.entry.indicator_id, one.entry.period.code): one for one in outcome.refused}
        for entry in entries:
            fault = refused.get((entry.indicator_id, entry.period.code))
            if fault is not None:
                why = f"{self._words.messages.sentence(fault.code, fault.facts)} ({fault.code})"
                self._table.refuse(entry, why)
                self.told.emit(f"⚠ {why}")
                continue
            row = self._table.row_of(entry.indicator_id)
            if row >= 0 and entry.period in self._table.periods:
                cell = self._table.lines[row].cells.get(entry.period.code, GridCell())
                self._table.put(entry, cell, is_saving=False)
        if outcome.changes.change_set_id:
            self._undo_stack.append(outcome.changes.change_set_id)
            self.is_own_change = True
        self.saved.emit()

    def _refused(self, entries: Sequence[CellEntry], refusal: Exception) -> None:
        code, what, then = self._words.told(refusal)
        for entry in entries:
            self._table.refuse(entry, f"{what} {then} ({code})")
        self.told.emit(f"⚠ {what} {then} ({code})")

    def _ended(self) -> None:
        self._waiting -= 1
        self.is_own_change = False

    @property
    def is_saving(self) -> bool:
        """Whether something is still on its way to the desk."""
        return self._waiting > 0
