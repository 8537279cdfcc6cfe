"""Own sheets without a form code: the spread of each unit beside its guide curve, and credit points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.documents import PaperKind, PaperStyle
from meritdesk.core.periods import Period
from meritdesk.core.scoring.credit import points_text
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents import Selection
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.preview import Preview
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

_FIRST_YEAR = 2023


class Sort(StrEnum):
    """Which own sheets are listed."""

    DISTRIBUTION = "DISTRIBUTION"
    CONVERSION = "CREDIT_CONVERSION"
    SUM = "CREDIT_SUM"


@dataclass(frozen=True, slots=True)
class _Listed:
    """What can be printed: key and words of each line, and what is missing."""

    lines: tuple[tuple[str, str], ...]
    left_out: int = 0


class OwnSheetsTab(RoomPage):
    """Dokumen, lembar lain."""

    room = "documents"
    nouns = frozenset({"people", "units", "plans", "evaluations", "levels", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._has_chosen_since = False
        self.sort = QComboBox()
        self.since = QSpinBox()
        self.since.setRange(_FIRST_YEAR, 2100)
        self.since.setGroupSeparatorShown(False)
        self.list = QListWidget()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.one_button = QPushButton()
        self.one_button.setObjectName("primary")
        self.all_button = QPushButton()
        self.refusal = RefusalStrip(words)
        self.preview = Preview(lane)
        self._labels = {name: QLabel() for name in ("sort", "since")}
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self._labels["sort"], self.sort)
        form.addRow(self._labels["since"], self.since)
        self._labels["sort"].setBuddy(self.sort)
        self._labels["since"].setBuddy(self.since)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(form)
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
        self.sort.activated.connect(lambda _: self._reload())
        self.since.valueChanged.connect(lambda _: self._since_chosen())
        self.list.currentItemChanged.connect(lambda *_: self.show_preview())
        self.one_button.clicked.connect(lambda: self.print_into(only_chosen=True))
        self.all_button.clicked.connect(lambda: self.print_into(only_chosen=False))
        self._print_action = actions.page_action(self, "print", "Ctrl+P")
        self._print_action.triggered.connect(lambda: self.print_into(only_chosen=True))
        self.retranslate()

    @property
    def chosen_sort(self) -> Sort:
        """Which sheets are listed."""
        return Sort(self.sort.currentData())

    def primary_focus(self) -> QWidget:
        return self.list

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``sort`` says which sheets."""
        if filters.get("sort"):
            self.sort.setCurrentIndex(max(0, self.sort.findData(Sort(str(filters["sort"])))))
            self._reload()

    def load(self, period: Period) -> None:
        """Read who has a sheet in this period."""
        self.since.blockSignals(True)
        self.since.setMaximum(max(_FIRST_YEAR, period.year))
        if not self._has_chosen_since:
            self.since.setValue(period.year)
        self.since.blockSignals(False)
        self._reload()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        chosen = self.sort.currentData() or Sort.DISTRIBUTION
        self.sort.clear()
        for sort in Sort:
            self.sort.addItem(self.words.messages.label_of(PaperKind[sort.value]), sort)
        self.sort.setCurrentIndex(max(0, self.sort.findData(chosen)))
        self._labels["sort"].setText(translate("OwnSheetsTab", "S&heet"))
        self._labels["since"].setText(translate("OwnSheetsTab", "Sum from &year"))
        self.one_button.setText(translate("OwnSheetsTab", "Print the chosen one…"))
        self.all_button.setText(translate("OwnSheetsTab", "Print all…"))
        self._print_action.setText(translate("OwnSheetsTab", "Print the chosen sheet"))
        self.list.setAccessibleName(translate("OwnSheetsTab", "Sheets that can be printed"))
        self.preview.retranslate()
        self._say_sort()

    def show_preview(self) -> None:
        """Draw the sheet of the chosen line."""
        key, period = self._chosen_key(), self.period
        self.refusal.tell(None)
        self.one_button.setEnabled(bool(key))
        if not key or period is None:
            self.preview.clear(QCoreApplication.translate("OwnSheetsTab", "Choose a line to see its sheet here."))
            return
        sort, since = self.chosen_sort, self.since.value()

        def work(step: Step) -> bytes:
            if sort is Sort.DISTRIBUTION:
                return self.desk.assessment.distribution_sheets.preview(period, key)
            return self.desk.documents.credit.preview(period.year, key, since if sort is Sort.SUM else 0)

        self.lane.ask(work, self.preview.show_pdf, self.refusal.tell, key="own-sheet-preview")

    def print_into(self, folder: Path | None = None, *, only_chosen: bool = True) -> None:
        """Print the chosen sheet or all of them into a folder; without one, ask for it."""
        key, period = self._chosen_key(), self.period
        if period is None or not self.list.count() or (only_chosen and not key):
            return
        target = folder or self._ask_folder()
        if target is None:
            return
        sort, since, style = self.chosen_sort, self.since.value(), PaperStyle()
        wanted = key if only_chosen else ""

        def work(step: Step) -> tuple[int, str]:
            if sort is Sort.DISTRIBUTION:
                outcome = self.desk.assessment.distribution_sheets.print(
                    period, target, led_unit_id=wanted, style=style, step=step
                )
                return len(outcome.numbers), outcome.file.path
            printed = self.desk.documents.credit.print(
                period.year, Selection(nip=wanted), target, since if sort is Sort.SUM else 0, style, step
            )
            return printed.sheets, printed.papers.file.path if printed.papers else ""

        self.refusal.tell(None)
        self.lane.ask(work, self._printed, self.refusal.tell, self._print_action.text(), shows_progress=not only_chosen)

    def _printed(self, outcome: tuple[int, str]) -> None:
        sheets, file = outcome
        said = QCoreApplication.translate("OwnSheetsTab", "%1 sheets printed: %2")
        self.message.emit(said.replace("%1", self.words.number(sheets)).replace("%2", Path(file).name))

    def _ask_folder(self) -> Path | None:
        asked = QCoreApplication.translate("OwnSheetsTab", "Into which folder?")
        chosen = QFileDialog.getExistingDirectory(self, asked)
        return Path(chosen) if chosen else None

    def _chosen_key(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _since_chosen(self) -> None:
        self._has_chosen_since = True
        self._reload()

    def _say_sort(self) -> None:
        is_sum = self.chosen_sort is Sort.SUM
        self.since.setVisible(is_sum)
        self._labels["since"].setVisible(is_sum)

    def _reload(self) -> None:
        period = self.period
        self._say_sort()
        if period is None:
            return
        sort, since = self.chosen_sort, self.since.value()

        def work(step: Step) -> _Listed:
            if sort is Sort.DISTRIBUTION:
                spreads = self.desk.assessment.distribution_sheets.spreads(period)
                lines = [(one.led_unit_id, f"{one.unit_name} · {sum(one.check.counts.values())}") for one in spreads]
                return _Listed(tuple(lines))
            board = self.desk.documents.credit.board(period.year, Selection(), since if sort is Sort.SUM else 0)
            cards = [
                (one.person.nip, f"{one.person.full_name} · {points_text(one.found.total)}") for one in board.cards
            ]
            return _Listed(tuple(cards), len(board.blocked))

        self.lane.ask(work, self._show, self._refused, key="own-sheets")

    def _show(self, listed: _Listed) -> None:
        before = self._chosen_key()
        self.list.blockSignals(True)
        self.list.clear()
        for key, said in listed.lines:
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, look.ROW_HEIGHT))
            self.list.addItem(item)
            if key == before:
                self.list.setCurrentItem(item)
        if self.list.count() and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.all_button.setEnabled(bool(listed.lines))
        translate = QCoreApplication.translate
        if not listed.lines:
            said = translate("OwnSheetsTab", "Nothing to print in this period yet: evaluations must have a predicate.")
        else:
            said = translate("OwnSheetsTab", "%1 sheets").replace("%1", self.words.number(len(listed.lines)))
        if listed.left_out:
            without = translate("OwnSheetsTab", "%1 functional officials without a closed year or a readable tier")
            said += " · " + without.replace("%1", self.words.number(listed.left_out))
        self.said.setText(said)
        self.show_preview()

    def _refused(self, error: Exception) -> None:
        self._show(_Listed(()))
        self.refusal.tell(error)
