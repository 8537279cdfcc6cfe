"""Closing a period: what will happen in numbers, progress that can be cancelled, and who stayed open and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.nip import printed_nip
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Blocked, CloseOutcome, Step
from meritdesk.ui import look
from meritdesk.ui.assessment.waiver_dialog import WaiverDialog
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.drafts.keeper import keep_drafts, page_of
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
SORT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


_FEW_ROWS = 200


class BlockedColumn(IntEnum):
    """What the list says of a person who could not be closed."""

    NAME = 0
    NIP = 1
    REASON = 2


class BlockedTable(QAbstractTableModel):
    """Who stayed open, and why; given whole."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._messages = words, words.messages
        self._blocked: tuple[Blocked, ...] = ()

    def show_blocked(self, blocked: Sequence[Blocked]) -> None:
        """Show these people."""
        self.beginResetModel()
        self._blocked = tuple(blocked)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._blocked)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(BlockedColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return (
                QCoreApplication.translate("BlockedTable", "Name"),
                QCoreApplication.translate("BlockedTable", "NIP"),
                QCoreApplication.translate("BlockedTable", "Why it stays open, and what to do"),
            )[section]
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid() or role not in (DISPLAY, TOOLTIP, SORT):
            return None
        blocked = self._blocked[index.row()]
        if index.column() == BlockedColumn.NAME:
            return self._words.person(blocked.name, blocked.nip) if role != SORT else blocked.name
        if index.column() == BlockedColumn.NIP:
            return blocked.nip if role == SORT else printed_nip(blocked.nip)
        told = f"{self._messages.sentence(blocked.code, blocked.facts)} ({blocked.code})"
        also = [self._messages.label(f"MISSING:{code}") for code in blocked.also]
        if also:
            more = QCoreApplication.translate("BlockedTable", "Also missing: {list}.")
            told += " " + more.format(list=", ".join(also))
        return told

    def blocked_at(self, row: int) -> Blocked:
        """The person of a row."""
        return self._blocked[row]


def look_whole(view: QTableView) -> None:
    """Let the rows of a short list grow so that every word is read; a long list keeps its even rows."""
    if view.model().rowCount() <= _FEW_ROWS:
        view.setWordWrap(True)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)


@dataclass(frozen=True, slots=True)
class CloseScope:
    """One thing that can be closed in one go: a unit with everything below it, or (no unit) the whole agency."""

    name: str
    unit_id: str
    due: int
    rated: int
    closed: int
    without_level: int

    @property
    def ready(self) -> int:
        """Rated and still open."""
        return max(self.rated - self.closed, 0)


class CloseDialog(ByKeyboard, QDialog):
    """Confirms in numbers, closes on the lane, and lists what could not be closed."""

    closed = Signal(object)  # CloseOutcome

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        period: Period,
        scopes: Sequence[CloseScope],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lane = lane
        self._words = words
        self._period = period
        self._scopes = tuple(scopes)
        self._job: Job | None = None
        self._is_done = False
        self.setWindowTitle(
            QCoreApplication.translate("CloseDialog", "Close the period: {period}").format(period=words.period(period))
        )
        self.resize(620, 230)
        self._build()
        self._settle()

    def _build(self) -> None:
        self.scopes = [QRadioButton(scope.name, self) for scope in self._scopes]
        self.scopes[0].setChecked(True)
        for button in self.scopes:
            button.toggled.connect(self._scope_changed)
            button.setVisible(len(self.scopes) > 1)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = BlockedTable(self._words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setColumnWidth(BlockedColumn.NAME, look.in_letters(220))
        self.view.setColumnWidth(BlockedColumn.NIP, look.in_letters(170))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(QCoreApplication.translate("CloseDialog", "People who stay open"))
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(QCoreApplication.translate("CloseDialog", "Progress"))
        self.stop = QPushButton(QCoreApplication.translate("CloseDialog", "Cancel"), self)
        self.stop.clicked.connect(self._stop)
        self.waive = QPushButton(QCoreApplication.translate("CloseDialog", "Close the &selected by waiver…"), self)
        self.waive.setAutoDefault(False)
        self.waive.clicked.connect(self.open_waiver)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settle())
        self.start = QPushButton(self)
        self.start.setAutoDefault(False)
        self.start.clicked.connect(self._close_period)
        self.finish = QPushButton(self)
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        foot = QHBoxLayout()
        foot.addWidget(self.waive)
        foot.addStretch(1)
        foot.addWidget(self.start)
        foot.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        for button in self.scopes:
            layout.addWidget(button)
        layout.addWidget(self.told)
        layout.addWidget(self.view, 1)
        layout.addStretch()
        layout.addLayout(running)
        layout.addLayout(foot)
        self.finish.setFocus()

    @property
    def scope(self) -> CloseScope:
        """What would be closed as the dialog stands."""
        return next(scope for scope, button in zip(self._scopes, self.scopes, strict=True) if button.isChecked())

    def reject(self) -> None:
        """Leaving, by whatever key, while it runs means cancelling: nothing is closed then."""
        self._stop()
        super().reject()

    @property
    def chosen(self) -> tuple[Blocked, ...]:
        """The selected people for whom a named person may set the missing things aside."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        found = [self.table.blocked_at(row) for row in rows]
        return tuple(one for one in found if one.can_be_waived)

    def open_waiver(self) -> WaiverDialog | None:
        """Ask who decides and why; then the selected people are closed by that waiver."""
        chosen = self.chosen
        if not chosen:
            return None
        dialog = WaiverDialog(self._words, chosen, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._waive(chosen, *dialog.answer()))
        page = page_of(self)
        if page is not None:
            period = str(self._period)
            keep_drafts(dialog, page, "assessment.waiver", period, self._words.period(self._period))
        dialog.open()
        return dialog

    def _waive(self, chosen: Sequence[Blocked], by: str, reason: str) -> None:
        def work(step: Step) -> int:
            for done, one in enumerate(chosen):
                step(done, len(chosen))
                self._desk.assessment.acts.waive(one.nip, self._period, by, reason)
            return len(chosen)

        self._job = self._lane.ask(
            work, lambda _: self._close_period(), self._failed, title=self.windowTitle(), shows_progress=True
        )
        self._settle()

    def _scope_changed(self, is_chosen: bool) -> None:
        if is_chosen:
            self._settle()

    def _close_period(self) -> None:
        unit_id = self.scope.unit_id

        def work(step: Step) -> CloseOutcome:
            units = self._desk.register.branch(unit_id) if unit_id else ()
            return self._desk.assessment.close(self._period, units, step)

        job = self._lane.ask(work, self._answered, self._failed, title=self.windowTitle(), shows_progress=True)
        self._job = job
        job.ended.connect(self._ended)
        self.bar.setRange(0, 0)
        self._settle()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.is_cancelled and not self._is_done:
            self._settle()
            self.told.setText(QCoreApplication.translate("CloseDialog", "Cancelled. Nothing was closed."))

    def _failed(self, refusal: Exception) -> None:
        self._job = None
        self._settle()
        code, what, then = self._words.told(refusal)
        self.told.setText(f"⚠ {what} {then} ({code})")

    def _answered(self, outcome: CloseOutcome) -> None:
        self._job = None
        self._is_done = True
        number = self._words.number
        told = QCoreApplication.translate(
            "CloseDialog",
            "Done. {due} people due = {closed} closed now + {already} closed before + {blocked} still open.",
        ).format(
            due=number(outcome.due),
            closed=number(outcome.closed),
            already=number(outcome.already_closed),
            blocked=number(len(outcome.blocked)),
        )
        if outcome.waived:
            waived = QCoreApplication.translate("CloseDialog", "{count} of them by a waiver with name and reason.")
            told += " " + waived.format(count=number(outcome.waived))
        if outcome.blocked:
            way = QCoreApplication.translate(
                "CloseDialog",
                "Finish what is missing and close again, or select people and close them by a waiver with name and "
                "reason; where no rater is known there is no waiver.",
            )
            told += "\n" + way
        warnings = [f"⚠ {name}: {self._words.messages.reason(reason)}" for name, reason in outcome.warnings[:5]]
        if len(outcome.warnings) > len(warnings):
            more = QCoreApplication.translate("CloseDialog", "… and {count} more remarks on the distribution.")
            warnings.append(more.format(count=number(len(outcome.warnings) - len(warnings))))
        self.told.setText("\n".join((told, *warnings)))
        self.table.show_blocked(outcome.blocked)
        if outcome.blocked:
            self.resize(900, 540)
        look_whole(self.view)
        self._settle()
        self.closed.emit(outcome)

    def _settle(self) -> None:
        is_busy = self._job is not None
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.view.setVisible(self._is_done and self.table.rowCount() > 0)
        self.waive.setVisible(self._is_done and self.table.rowCount() > 0)
        self.waive.setEnabled(not is_busy and bool(self.chosen))
        for button in self.scopes:
            button.setEnabled(not is_busy and not self._is_done)
        self.start.setVisible(not self._is_done)
        self.start.setEnabled(not is_busy and self.scope.ready > 0)
        self.start.setText(
            singular(
                QCoreApplication.translate("CloseDialog", "Close {count} evaluations").format(
                    count=self._words.number(self.scope.ready)
                )
            )
        )
        self.finish.setText(
            QCoreApplication.translate("CloseDialog", "Done")
            if self._is_done
            else QCoreApplication.translate("CloseDialog", "Do not close")
        )
        if not self._is_done:
            self.told.setText(self._plan())

    def _plan(self) -> str:
        """What will happen, in numbers, before it happens."""
        number, scope = self._words.number, self.scope
        told = singular(
            QCoreApplication.translate(
                "CloseDialog",
                "{due} people due: {closed} closed before, {ready} rated and ready to close, {open} not rated yet.",
            ).format(
                due=number(scope.due),
                closed=number(scope.closed),
                ready=number(scope.ready),
                open=number(scope.due - scope.closed - scope.ready),
            )
        )
        if scope.without_level:
            level = QCoreApplication.translate(
                "CloseDialog", "⚠ {count} raters lead a unit without a level; their people stay open."
            )
            told += "\n" + level.format(count=number(scope.without_level))
        final = QCoreApplication.translate(
            "CloseDialog",
            "A closed evaluation is final: its ratings can no longer be edited. Whoever is not ready stays open.",
        )
        return f"{told}\n\n{final}"
