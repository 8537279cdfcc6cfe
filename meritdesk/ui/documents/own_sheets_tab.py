"""Own sheets without a form code: the spread of each unit beside its guide curve."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import PaperStyle
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class OwnSheetsTab(RoomPage):
    """Dokumen, lembar lain."""

    room = "documents"
    nouns = frozenset({"people", "units", "plans", "evaluations", "levels", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.list = QListWidget()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.one_button = QPushButton()
        self.one_button.setObjectName("primary")
        self.all_button = QPushButton()
        self.refusal = RefusalStrip(words)
        self.preview = Preview(lane)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.addWidget(self.one_button)
        buttons.addWidget(self.all_button)
        column.addLayout(buttons)
        right = QWidget()
        shown = QVBoxLayout(right)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addWidget(self.refusal)
        shown.addWidget(self.preview, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([420, 740])
        parts.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        whole.addWidget(parts)
        self.list.currentItemChanged.connect(lambda *_: self.show_preview())
        self.one_button.clicked.connect(lambda: self.print_into(only_chosen=True))
        self.all_button.clicked.connect(lambda: self.print_into(only_chosen=False))
        self._print_action = actions.page_action(self, "print", "Ctrl+P")
        self._print_action.triggered.connect(lambda: self.print_into(only_chosen=True))
        self.retranslate()

    def primary_focus(self) -> QWidget:
        return self.list

    def load(self, period: Period) -> None:
        """Read which units have a spread in this period."""

        def work(step: Step) -> tuple[tuple[str, str], ...]:
            spreads = self.desk.assessment.distribution_sheets.spreads(period)
            return tuple((one.led_unit_id, f"{one.unit_name} · {sum(one.check.counts.values())}") for one in spreads)

        self.lane.ask(work, self._show, self._refused, key="own-sheets")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.one_button.setText(translate("OwnSheetsTab", "Print the chosen one…"))
        self.all_button.setText(translate("OwnSheetsTab", "Print all…"))
        self._print_action.setText(translate("OwnSheetsTab", "Print the chosen sheet"))
        self.list.setAccessibleName(translate("OwnSheetsTab", "Sheets that can be printed"))
        self.preview.retranslate()
        if self.period is not None:
            self._count()

    def show_preview(self) -> None:
        """Draw the sheet of the chosen line."""
        key, period = self._chosen_key(), self.period
        self.refusal.tell(None)
        self.one_button.setEnabled(bool(key))
        if not key or period is None:
            self.preview.clear(QCoreApplication.translate("OwnSheetsTab", "Choose a line to see its sheet here."))
            return

        def work(step: Step) -> bytes:
            return self.desk.assessment.distribution_sheets.preview(period, key)

        self.lane.ask(work, self.preview.show_pdf, self.refusal.tell, key="own-sheet-preview")

    def print_into(self, folder: Path | None = None, *, only_chosen: bool = True) -> None:
        """Print the chosen sheet or all of them into a folder; without one, ask for it."""
        key, period = self._chosen_key(), self.period
        if period is None or not self.list.count() or (only_chosen and not key):
            return
        target = folder or ask_folder(self, QCoreApplication.translate("OwnSheetsTab", "Into which folder?"))
        if target is None:
            return
        style = PaperStyle()
        wanted = key if only_chosen else ""

        def work(step: Step) -> tuple[int, str]:
            outcome = self.desk.assessment.distribution_sheets.print(
                period, target, led_unit_id=wanted, style=style, step=step
            )
            return len(outcome.numbers), outcome.file.path

        self.refusal.tell(None)
        self.lane.ask(work, self._printed, self.refusal.tell, self._print_action.text(), shows_progress=not only_chosen)

    def _printed(self, outcome: tuple[int, str]) -> None:
        sheets, file = outcome
        said = QCoreApplication.translate("OwnSheetsTab", "%1 sheets printed: %2")
        self.message.emit(said.replace("%1", self.words.number(sheets)).replace("%2", Path(file).name))

    def _chosen_key(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show(self, lines: tuple[tuple[str, str], ...]) -> None:
        before = self._chosen_key()
        self.list.blockSignals(True)
        self.list.clear()
        for key, said in lines:
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, look.in_letters(look.ROW_HEIGHT)))
            self.list.addItem(item)
            if key == before:
                self.list.setCurrentItem(item)
        if self.list.count() and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.all_button.setEnabled(bool(lines))
        self._count()
        self.show_preview()

    def _count(self) -> None:
        translate, count = QCoreApplication.translate, self.list.count()
        if count:
            said = singular(translate("OwnSheetsTab", "%1 sheets").replace("%1", self.words.number(count)))
        else:
            said = translate("OwnSheetsTab", "Nothing to print in this period yet: evaluations must have a predicate.")
        self.said.setText(said)

    def _refused(self, error: Exception) -> None:
        self._show(())
        self.refusal.tell(error)
