"""The first page of the wizard: a file that is dropped, chosen or pasted, its sheets, and what it looks like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.intake.kinds import ImportVerb
from meritdesk.ui.intake.tables import SheetTable, Texts

SHOWN_ROWS = 40


class SourcePage(QWidget):
    """Where a table comes from. The page only asks; reading is the wizard's."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    sheet_chosen = Signal(str)
    kind_chosen = Signal(int)

    def __init__(self, verbs: Sequence[ImportVerb], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verbs = tuple(verbs)
        self._name = ""
        self.kind_label = QLabel(self)
        self.kind = QComboBox(self)
        self.kind.addItems([""] * (len(self._verbs) + 1))
        self.kind.currentIndexChanged.connect(self.kind_chosen)
        self.kind_label.setBuddy(self.kind)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.file = QLabel(self)
        self.file.setFrameShape(QFrame.Shape.StyledPanel)
        self.file.setMinimumHeight(look.in_letters(96))
        self.file.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.file.setWordWrap(True)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.choose = QPushButton(self)
        self.choose.clicked.connect(self.choose_wanted)
        self.paste = QPushButton(self)
        self.paste.clicked.connect(self.paste_wanted)
        self.sheet_label = QLabel(self)
        self.sheet = QComboBox(self)
        self.sheet.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet.currentText()))
        self.sheet_label.setBuddy(self.sheet)
        self.table = SheetTable(self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.verticalHeader().show()
        self._lay_out()
        self.show_sheets((), "")
        self.show_rows((), 0)

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.addWidget(self.kind_label)
        kinds.addWidget(self.kind)
        kinds.addStretch(1)
        ways = QHBoxLayout()
        ways.addWidget(self.choose)
        ways.addWidget(self.paste)
        ways.addStretch(1)
        ways.addWidget(self.sheet_label)
        ways.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.RHYTHM)
        layout.addLayout(kinds)
        layout.addWidget(self.hint)
        layout.addWidget(self.file)
        layout.addLayout(ways)
        layout.addWidget(self.view, 1)
        layout.addStretch()

    def show_sheets(self, names: Sequence[str], chosen: str) -> None:
        """Offer the sheets of a workbook; where there is only one there is nothing to choose."""
        self.sheet.clear()
        self.sheet.addItems(list(names))
        self.sheet.setCurrentText(chosen)
        self.sheet.setVisible(len(names) > 1)
        self.sheet_label.setVisible(len(names) > 1)

    def show_rows(self, rows: Texts, heading_row: int) -> None:
        """Show how the sheet begins."""
        self.table.show_rows(rows, heading_row)
        self.view.setVisible(bool(rows))

    def say_name(self, name: str) -> None:
        """Say which file or block is here."""
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self.kind_label.setText(translate("IntakeSource", "&Kind of file:"))
        self.kind.setItemText(0, translate("IntakeSource", "Recognise it by its headings"))
        for place, verb in enumerate(self._verbs, start=1):
            self.kind.setItemText(place, verb.name())
        chosen = self.kind.currentIndex()
        everything = translate(
            "IntakeSource",
            "Units, staff, agreements, plans, actuals, ratings, levels, old years, holidays and fill-in sheets are "
            "known by their headings. Other tables are mapped column by column on the next page.",
        )
        self.hint.setText(self._verbs[chosen - 1].hint() if chosen > 0 else everything)
        nothing = translate(
            "IntakeSource",
            "Drop a file here (.xlsx, .xls, .ods, .csv), choose one, or copy cells in Excel and paste with Ctrl+V.",
        )
        self.file.setText(self._name or nothing)
        self.choose.setText(translate("IntakeSource", "&Choose a file…"))
        self.paste.setText(translate("IntakeSource", "&Paste from the clipboard"))
        self.sheet_label.setText(translate("IntakeSource", "&Sheet:"))
        self.view.setAccessibleName(translate("IntakeSource", "Beginning of the sheet"))
        self.kind.setAccessibleName(translate("IntakeSource", "Kind of file"))
        self.sheet.setAccessibleName(translate("IntakeSource", "Sheet of the workbook"))

    def set_busy(self, is_busy: bool) -> None:
        """Nothing new is taken while a table is read."""
        for part in (self.kind, self.choose, self.paste, self.sheet):
            part.setEnabled(not is_busy)
