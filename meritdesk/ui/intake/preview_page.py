"""The third page of the wizard: the fate of every row, and the cells of the chosen one, put right where they stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.given import DoubtAnswer
from meritdesk.ui import look
from meritdesk.ui.intake.fate_table import LINE, FateColumn, FateTable, fate_word, field_word
from meritdesk.ui.intake.fates import Fate, FateLine, count_of
from meritdesk.ui.intake.session import IntakeSession
from meritdesk.ui.intake.tables import CellColumn, CellLine, CellTable, ChoiceDelegate
from meritdesk.ui.wording import Words


class PreviewPage(QWidget):
    """What would come of each row. Correcting a cell or answering for a row is announced; judging is the wizard's."""

    manual_place = "register-staff-import-preview"

    corrected = Signal(int, str, str)  # row, field, text
    answered = Signal(int, object)  # row, DoubtAnswer | None
    corrected_alike = Signal(object, str, str)  # rows, field, text

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._session: IntakeSession | None = None
        self._alike: tuple[tuple[int, ...], str, str] = ((), "", "")
        self._goes_on = False
        self._build()
        self._lay_out()
        for keys, deed in (("F3", self.go_to_next), ("Ctrl+F", self._seek)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _build(self) -> None:
        self.option = QCheckBox(self)
        self.chips = QWidget(self)
        self.fate_buttons: dict[Fate | None, QToolButton] = {}
        group = QButtonGroup(self)
        chips = QHBoxLayout(self.chips)
        chips.setContentsMargins(0, 0, 0, 0)
        for fate in (None, *Fate):
            button = QToolButton(self.chips)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, kept=fate: self.keep_only(kept))
            group.addButton(button)
            chips.addWidget(button)
            self.fate_buttons[fate] = button
        chips.addStretch(1)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        letter = self.fontMetrics().averageCharWidth()
        self.search.setFixedWidth(30 * letter)
        self.search.textChanged.connect(self._search)
        self.table = FateTable(self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.sortByColumn(FateColumn.FATE, Qt.SortOrder.AscendingOrder)
        for column, letters in zip(FateColumn, (8, 16, 24, 16), strict=False):
            self.view.setColumnWidth(column, letters * letter)
        for column in (FateColumn.FIELD, FateColumn.CODE):
            # They stand beside, with the whole message.
            self.view.setColumnHidden(column, True)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self.tell_row())
        self.view.doubleClicked.connect(lambda _: self.mend())
        self.row_title = look.strong(QLabel(self))
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cells = CellTable(self._cell_heads, self)
        self.cell_view = QTableView(self)
        self.cell_view.setModel(self.cells)
        look.tidy(self.cell_view)
        self.cell_view.setItemDelegate(ChoiceDelegate(self.cell_view))
        self.cell_view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.cell_view.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.cell_view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.cells.edited.connect(self._cell_edited)
        self.add_person, self.same_person, self.leave_out, self.take_back = (QPushButton(self) for _ in range(4))
        for answer, said in (
            (self.add_person, DoubtAnswer.ADD),
            (self.same_person, DoubtAnswer.SAME),
            (self.leave_out, DoubtAnswer.LEAVE),
            (self.take_back, None),
        ):
            answer.clicked.connect(lambda _=False, said=said: self._answer(said))
        self.alike = QPushButton(self)
        self.alike.clicked.connect(self._correct_alike)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self.chips, 1)
        filters.addWidget(self.search)
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.row_title)
        beside.addWidget(self.detail)
        beside.addWidget(self.cell_view, 1)
        beside.addWidget(self.alike)
        answers = QHBoxLayout()
        for answer in (self.add_person, self.same_person):
            answers.addWidget(answer)
        beside.addLayout(answers)
        others = QHBoxLayout()
        for answer in (self.leave_out, self.take_back):
            others.addWidget(answer)
        beside.addLayout(others)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.view)
        self.split.addWidget(side)
        self.split.setSizes([700, 400])
        self.split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.option, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(filters)
        layout.addWidget(self.split, 1)

    def show_session(self, session: IntakeSession, keeps_place: bool = False) -> None:
        """Show the fates of a session; after a correction the clerk stays where they are, or goes on to the next."""
        self._session = session
        line = self.line
        place = self.view.currentIndex().row()
        if not keeps_place:
            self.search.clear()
            self.alike.hide()
        self.table.show_lines(session.lines, keeps_filter=keeps_place)
        self._say_counts(keeps_place)
        found = self.table.place_of(line.row) if keeps_place and line is not None else -1
        moved = self._goes_on and (found < 0 or not self._line_at(found).is_open)
        self._goes_on = False
        if moved:
            following = self.table.next_open(found if found >= 0 else place - 1)
            found = following if following >= 0 else found
        if found < 0:
            found = min(max(place, 0), self.table.rowCount() - 1) if keeps_place else 0
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(found, 0))
        self.tell_row()

    @property
    def line(self) -> FateLine | None:
        """The row at the cursor."""
        found = self.view.currentIndex().data(LINE)
        return found if isinstance(found, FateLine) else None

    def keep_only(self, fate: Fate | None) -> None:
        """Show the rows of one fate, or all."""
        self.fate_buttons[fate].setChecked(True)
        self.table.keep_only(fate)
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, 0))
        self.tell_row()

    def go_to_next(self) -> None:
        """Go to the next row to mend (F3)."""
        found = self.table.next_open(self.view.currentIndex().row())
        if found >= 0:
            self.view.setCurrentIndex(self.table.index(found, 0))
            self.view.setFocus()

    def mend(self) -> None:
        """Go to the cell that is wrong and open it; F2 or Enter on a row does this."""
        if not self.cells.rowCount():
            return
        index = self.cells.index(self.cells.first_wrong(), CellColumn.TEXT)
        self.cell_view.setFocus()
        self.cell_view.setCurrentIndex(index)
        self.cell_view.scrollTo(index)
        self.cell_view.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.view.hasFocus() and (is_enter or event.key() == Qt.Key.Key_F2):
            self.mend()
        elif self.cell_view.hasFocus() and is_enter:
            self.cell_view.edit(self.cells.index(self.cell_view.currentIndex().row(), CellColumn.TEXT))
        elif self.search.hasFocus() and is_enter:
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def tell_row(self) -> None:
        """The whole message of the row at the cursor, its cells, and what may be said of it."""
        line, session = self.line, self._session
        self.row_title.setText("")
        self.detail.setText("")
        is_out = line is not None and line.fate is Fate.LEFT_OUT
        answer = session.kept.answers.get(line.row) if session and line else None
        is_doubt = line is not None and (line.fate is Fate.DOUBT or answer in (DoubtAnswer.ADD, DoubtAnswer.SAME))
        self.add_person.setVisible(is_doubt)
        self.same_person.setVisible(is_doubt)
        self.leave_out.setVisible(line is not None and not is_out)
        self.take_back.setVisible(answer is not None)
        if line is None or session is None:
            self.cells.show_lines(())
            return
        title = QCoreApplication.translate("IntakePreview", "Row {row}: {fate}")
        self.row_title.setText(title.format(row=self._words.number(line.row), fate=fate_word(line.fate)))
        self.detail.setText(_told(line))
        self.detail.setVisible(bool(self.detail.text()))
        self.cells.show_lines(self._cells_of(line, session))

    def _cells_of(self, line: FateLine, session: IntakeSession) -> list[CellLine]:
        read = session.read
        if read is None:
            return []
        wrong = {read.field_of(name): other for other in self._faults_of(line.row) for name in other.fields}
        lines = []
        for name, text in zip(read.fields, session.cells_of(line.row), strict=False):
            fault = wrong.get(name)
            is_there = name in read.headings or text or fault is not None or name in read.layout.required
            if is_there:
                lines.append(
                    CellLine(
                        name,
                        read.heading(name),
                        text,
                        f"{fault.told} {fault.then}".strip() if fault and fault.is_open else "",
                        (line.row, name) in session.kept.corrections,
                        read.layout.words.get(name, ()),
                    )
                )
        # What is wrong stands first: nobody looks for it among sixty cells.
        return sorted(lines, key=lambda cell: not cell.wrong)

    def _faults_of(self, row: int) -> list[FateLine]:
        return [line for line in self.table.lines if line.row == row and line.code]

    def _cell_edited(self, name: str, text: str) -> None:
        line, session = self.line, self._session
        if line is None or session is None or session.read is None:
            return
        before = session.cells_of(line.row)[session.read.fields.index(name)]
        others = session.alike(line, name, before)
        self._alike = (others, name, text)
        if others:
            said = QCoreApplication.translate("IntakePreview", "&{count} other rows: “{old}” → “{new}” as well")
            self.alike.setText(said.format(count=self._words.number(len(others)), old=before, new=text))
        self.alike.setVisible(bool(others))
        self._goes_on = True
        self.corrected.emit(line.row, name, text)
        self.view.setFocus()

    def _correct_alike(self) -> None:
        rows, name, text = self._alike
        self._alike = ((), "", "")
        self.alike.hide()
        self._goes_on = True
        self.corrected_alike.emit(rows, name, text)
        self.view.setFocus()

    def _answer(self, said: DoubtAnswer | None) -> None:
        line = self.line
        if line is not None:
            self._goes_on = said is not None
            self.answered.emit(line.row, said)
            self.view.setFocus()

    def _search(self, text: str) -> None:
        self.table.search(text)
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, 0))
        self.tell_row()

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _line_at(self, place: int) -> FateLine:
        line = self.table.index(place, 0).data(LINE)
        assert isinstance(line, FateLine)
        return line

    def _say_counts(self, keeps_choice: bool) -> None:
        session = self._session
        if session is None or session.outcome is None:
            return
        for fate, button in self.fate_buttons.items():
            counts = session.outcome.counts
            rows = counts.read + session.outcome.left_out
            number = rows if fate is None else count_of(counts, fate, session.lines)
            word = fate_word(fate) if fate else QCoreApplication.translate("IntakePreview", "All")
            button.setText(f"{word} {self._words.number(number)}")
            button.setVisible(number > 0 or fate is None)
            if not keeps_choice:
                button.setChecked(fate is None)
            elif button.isChecked() and not number:
                self.keep_only(None)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self.search.setPlaceholderText(translate("IntakePreview", "Search rows (Ctrl+F)"))
        self.search.setAccessibleName(translate("IntakePreview", "Search rows"))
        self.view.setAccessibleName(translate("IntakePreview", "Fate of every row"))
        self.cell_view.setAccessibleName(translate("IntakePreview", "Cells of the chosen row"))
        self.add_person.setText(translate("IntakePreview", "&Another person"))
        self.same_person.setText(translate("IntakePreview", "The &same person"))
        self.leave_out.setText(translate("IntakePreview", "&Leave this row out"))
        self.take_back.setText(translate("IntakePreview", "Take the answer &back"))
        self._say_counts(keeps_choice=True)
        self.tell_row()

    def _cell_heads(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("IntakePreview", "Column"),
            QCoreApplication.translate("IntakePreview", "Content (F2 mends)"),
        )


def _told(line: FateLine) -> str:
    """What is wrong with a row and what to do, or what it changes, each on a line of its own."""
    if line.code:
        return f"{line.told} {line.then} ({line.code})"
    return "\n".join(f"{field_word(name)}: {old or '–'} → {new or '–'}" for name, old, new in line.changes)
