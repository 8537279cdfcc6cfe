"""Keeping what a grid was given: judged at once, previewed where it matters, saved on the lane, undone step by step.

Every grid writes through: a cell is in the store as soon as it was typed. Taking a step back is therefore a new change
set of the journal, and doing it again another (design 3.19); what was only red is taken back on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal

from meritdesk.core.journal import Changes
from meritdesk.services.changes import Step as Progress
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.cells import CellKey, Deed, Fate, JudgedCell, LaidCell, Red, Typed, Written
from meritdesk.ui.grids.deeds import deed_in_words
from meritdesk.ui.grids.preview import PreviewDialog
from meritdesk.ui.grids.steps import Step, Steps
from meritdesk.ui.grids.table import GridTable
from meritdesk.ui.grids.view import Grid
from meritdesk.ui.singular import singular

Work = Callable[[Progress], Written]
_MANY = 2


class Writer(Protocol):
    """What a page knows: how cells become entries of the desk, and how a change set is taken back."""

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The work that writes these cells, made on the window's thread; nothing when there is nothing to write."""
        ...

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The work that only looks whether the desk would refuse cells of a block; nothing when the grid knows."""
        ...

    def undo(self, change_set_id: str) -> Changes:
        """Take a change set back."""
        ...


class GridKeeper(QObject):
    """Stands between a grid and the desk; one deed of the clerk is one step, however many cells it filled.

    ``kept`` gives what the desk answered to a write, ``shown`` says that cells look different now, ``told`` is for the
    status.
    """

    told = Signal(str)
    shown = Signal()
    kept = Signal(object)  # Written.answer

    def __init__(self, lane: Lane, grid: Grid, writer: Writer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._grid = grid
        self._table: GridTable = grid.table
        self._words = grid.table.words
        self._writer = writer
        self._waiting = 0
        self.steps = Steps()
        self.preview: PreviewDialog | None = None
        self.is_own_change = False
        grid.entered.connect(self.enter)
        grid.undo_wanted.connect(self.undo)
        grid.redo_wanted.connect(self.redo)
        grid.told.connect(self.told)
        self._say_steps()

    @property
    def table(self) -> GridTable:
        """The table of the grid."""
        return self._table

    @property
    def grid(self) -> Grid:
        """The grid itself."""
        return self._grid

    @property
    def is_saving(self) -> bool:
        """Whether something is still on its way to the desk."""
        return self._waiting > 0

    def forget(self) -> None:
        """Another list is on the screen: what was done in the old one is no longer undone from here."""
        self.steps.clear()
        self._say_steps()

    # --- taking in ---------------------------------------------------------------------------------------

    def enter(self, typed: Sequence[Typed], deed: Deed = Deed.TYPE) -> None:
        """Judge what was typed, pasted, filled in or cleared; preview it or take it."""
        if deed is Deed.PASTE and self._waits_for_rows(typed, deed):
            return
        judged = tuple(self._table.judge(one) for one in typed)
        looking = self._writer.checking(judged) if len(judged) >= _MANY else None
        if looking is None:
            self._weigh(judged, deed)
            return

        def then(found: Written) -> None:
            self._weigh(tuple(_with_refusal(one, found.refused) for one in judged), deed)

        self._lane.ask(looking, then, title=QCoreApplication.translate("Grid", "Looking at the block"))

    def _waits_for_rows(self, typed: Sequence[Typed], deed: Deed) -> bool:
        """A block longer than what is loaded asks for the next rows first and is judged when they are there."""
        last = max((one.row for one in typed), default=0)
        if last < self._table.rowCount() or not self._table.canFetchMore(QModelIndex()):
            return False

        def again(*_: object) -> None:
            self._table.rowsInserted.disconnect(again)
            self.enter(typed, deed)

        self._table.rowsInserted.connect(again)
        self._table.fetchMore(QModelIndex())
        return True

    def _weigh(self, judged: tuple[JudgedCell, ...], deed: Deed) -> None:
        fates = {one.fate for one in judged}
        is_bad = Fate.REFUSED in fates
        overwrites = Fate.CHANGED in fates and deed is Deed.PASTE and len(judged) >= _MANY
        if deed in (Deed.TYPE, Deed.TAKE_BACK) or not (is_bad or overwrites):
            self.take(judged, deed)
            return
        self.preview = PreviewDialog(self._words, judged, self._grid)
        self.preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.preview.accepted.connect(partial(self.take, judged, deed))
        self.preview.open()

    def take(self, judged: Sequence[JudgedCell], deed: Deed) -> None:
        """Put cells on the screen: what is understood is saved, what is not stays in red with its reason."""
        reds: dict[CellKey, Red | None] = {}
        good: dict[CellKey, JudgedCell] = {}
        # The last word on a cell counts, as in a sheet where one cell was typed twice.
        for key, one in {one.key: one for one in judged if one.is_open}.items():
            if key is None:
                continue
            if one.fate is Fate.REFUSED:
                reds[key] = Red(one.typed.text, one.why)
                continue
            if key in self._table.reds:
                reds[key] = None
            if one.fate is not Fate.SAME:
                good[key] = one
        self._tell_refused(judged, deed)
        if not good and not reds:
            return
        before = {key: self._table.reds.get(key) for key in (*reds, *good)}
        after = {key: reds.get(key) for key in before}
        cells = tuple(LaidCell(key, one.before, one.after) for key, one in good.items())
        step = Step(deed, cells, before, after)
        self._table.set_reds(after)
        self.steps.add(step)
        if step.count >= _MANY:
            self._tell_done(step)
        if good:
            self._write(step, tuple(good.values()))
        self._say_steps()
        self.shown.emit()

    def _tell_refused(self, judged: Sequence[JudgedCell], deed: Deed) -> None:
        refused = [one for one in judged if one.fate is Fate.REFUSED]
        if len(refused) == 1 or (refused and deed is Deed.TYPE):
            self.told.emit(f"⚠ {refused[0].why}")
        elif refused:
            said = QCoreApplication.translate("Grid", "⚠ {count} cells are not saved: {why}")
            self.told.emit(said.format(count=self._words.number(len(refused)), why=refused[0].why))

    def _tell_done(self, step: Step) -> None:
        said = QCoreApplication.translate("Grid", "Done: {deed}. Ctrl+Z takes it back.")
        self.told.emit(said.format(deed=deed_in_words(step.deed, step.count, self._words)))

    # --- writing -----------------------------------------------------------------------------------------

    def _write(self, step: Step, good: tuple[JudgedCell, ...]) -> None:
        self._table.send(step.cells)
        work = self._writer.writing(good)
        if work is None:
            self._table.arrived(step.cells)
            return

        def write(progress: Progress) -> Written:
            written = work(progress)
            # Set on the lane's own thread, before anything asked later can run: undoing may be asked for by now.
            step.change_sets = written.written
            return written

        self._waiting += 1
        title = singular(
            QCoreApplication.translate("Grid", "Saving {count} cells").format(count=self._words.number(len(good)))
        )
        job = self._lane.ask(write, partial(self._written, step), partial(self._all_refused, step), title=title)
        job.ended.connect(self._ended)

    def _written(self, step: Step, written: Written) -> None:
        typed = {one.key: one.after for one in step.cells}
        reds = {key: Red(typed[key], why) for key, why in written.refused.items() if key in typed}
        self._table.arrived([one for one in step.cells if one.key not in reds])
        self._table.came_back(reds)
        if reds:
            step.reds_after = {**step.reds_after, **reds}
            step.cells = tuple(one for one in step.cells if one.key not in reds)
            self.told.emit(f"⚠ {next(iter(reds.values())).why}")
        self.is_own_change = bool(written.written)
        self.kept.emit(written.answer)
        self.shown.emit()

    def _all_refused(self, step: Step, refusal: Exception) -> None:
        code, what, then = self._words.told(refusal)
        why = f"{what} {then} ({code})"
        self._table.came_back({one.key: Red(one.after, why) for one in step.cells})
        step.reds_after = {**step.reds_after, **{one.key: Red(one.after, why) for one in step.cells}}
        step.cells = ()
        self.told.emit(f"⚠ {why}")
        self.shown.emit()

    def _ended(self) -> None:
        self._waiting -= 1
        self.is_own_change = False

    # --- undo and redo -----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the newest step back."""
        step = self.steps.undo()
        if step is None:
            self.told.emit(QCoreApplication.translate("Grid", "There is nothing to undo here."))
            return
        self._turn(step, is_undo=True)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        step = self.steps.redo()
        if step is None:
            self.told.emit(QCoreApplication.translate("Grid", "There is nothing to do again here."))
            return
        self._turn(step, is_undo=False)

    def _turn(self, step: Step, is_undo: bool) -> None:
        said = (
            QCoreApplication.translate("Grid", "Undone: {deed}")
            if is_undo
            else QCoreApplication.translate("Grid", "Done again: {deed}")
        ).format(deed=deed_in_words(step.deed, step.count, self._words))

        def work(progress: Progress) -> Changes:
            nouns: frozenset[str] = frozenset()
            turned = []
            for change_set_id in reversed(step.change_sets):
                changes = self._writer.undo(change_set_id)
                nouns |= changes.nouns
                turned.append(changes.change_set_id)
            step.change_sets = turned
            return Changes(nouns)

        def then(_: Changes) -> None:
            self._table.set_reds(step.reds_before if is_undo else step.reds_after)
            self._table.put_back(step.cells, is_undo)
            self._say_steps()
            self.told.emit(said)
            self.shown.emit()

        def refused(refusal: Exception) -> None:
            if is_undo:
                self.steps.redo()
            else:
                self.steps.undo()
            self._say_steps()
            code, what, after = self._words.told(refusal)
            self.told.emit(f"⚠ {what} {after} ({code})")

        if not step.cells:
            then(Changes())
            return
        self._lane.ask(work, then, refused, title=said)

    def _say_steps(self) -> None:
        """The commands say what they would do: ``Urungkan: tempel 12 sel``."""
        for name, step, said in (
            ("undo", self.steps.next_undo, QCoreApplication.translate("Grid", "Undo: {deed}")),
            ("redo", self.steps.next_redo, QCoreApplication.translate("Grid", "Do again: {deed}")),
        ):
            if step is None:
                self._grid.retranslate_command(name)
                continue
            deed = deed_in_words(step.deed, step.count, self._words)
            self._grid.commands[name].setText(said.format(deed=deed))

    def retranslate(self) -> None:
        """Say the commands in the language of now."""
        self._grid.retranslate()
        self._say_steps()


def _with_refusal(one: JudgedCell, refused: Mapping[CellKey, str]) -> JudgedCell:
    """A judged cell that the desk would refuse all the same."""
    if one.key is None or one.key not in refused or one.fate is Fate.REFUSED:
        return one
    return replace(one, fate=Fate.REFUSED, why=refused[one.key])
