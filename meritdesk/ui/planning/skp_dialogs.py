"""The dialogs of the SKP editor: compare, library, manual, signatures, revision, waiver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.plan import JobClass
from meritdesk.core.plan_compare import PlanDifference, only_changes
from meritdesk.core.plan_library import LibraryEntry, LibraryKind, found_in
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle
from meritdesk.core.plan_signing import Signer
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.planning.skp_tables import (
    DifferenceColumn,
    ExampleColumn,
    SkpCopyTable,
    SkpDifferenceTable,
    SkpLibraryTable,
)
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_Standard = QDialogButtonBox.StandardButton


def tidy_list(
    dialog: QWidget, model: SkpCopyTable | SkpDifferenceTable | SkpLibraryTable, wraps: bool = False
) -> QTableView:
    """A list inside a dialog, with the manners of every list."""
    view = QTableView(dialog)
    view.setModel(model)
    look.tidy(view)
    if wraps:
        view.setWordWrap(True)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return view


class CompareDialog(ByKeyboard, QDialog):
    """Two versions of a plan side by side, the changes alone or everything."""

    def __init__(
        self, lines: Sequence[PlanDifference], versions: tuple[int, int], words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self.setWindowTitle(QCoreApplication.translate("SkpDialogs", "Compare versions"))
        self.resize(980, 560)
        self.table = SkpDifferenceTable(words, self)
        self.table.old_version, self.table.new_version = versions
        self.view = tidy_list(self, self.table, wraps=True)
        self.view.setAccessibleName(QCoreApplication.translate("SkpDialogs", "What is different"))
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(DifferenceColumn.OLD, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DifferenceColumn.NEW, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(DifferenceColumn.FIELD, look.in_letters(220))
        self.every = QCheckBox(QCoreApplication.translate("SkpDialogs", "Show what stayed the same, too"))
        self.every.toggled.connect(self._show)
        self.said = QLabel(self)
        buttons = QDialogButtonBox(_Standard.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.said)
        layout.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addWidget(self.every, 1)
        row.addWidget(buttons)
        layout.addLayout(row)
        self._show()

    def _show(self) -> None:
        changed = only_changes(self._lines)
        self.table.show_lines(self._lines if self.every.isChecked() else changed)
        said = QCoreApplication.translate("SkpDialogs", "{count} parts differ. Old signatures do not count any more.")
        self.said.setText(singular(said.format(count=len(changed))))
        self.view.resizeRowsToContents()


class LibraryDialog(ByKeyboard, QDialog):
    """Good examples, found by typing; Enter takes one over, or its measures alone; one of the office is taken out."""

    chosen = Signal(object)  # LibraryEntry
    measures_chosen = Signal(object)  # LibraryEntry
    remove_wanted = Signal(object)  # LibraryEntry

    def __init__(
        self,
        entries: Sequence[LibraryEntry],
        job_class: JobClass,
        words: Words,
        kind: LibraryKind | None,
        parent: QWidget,
        has_result: bool = False,
    ) -> None:
        super().__init__(parent)
        self._entries, self._job_class, self.words = tuple(entries), job_class, words
        self._has_result = has_result
        self.setWindowTitle(QCoreApplication.translate("SkpDialogs", "Library of examples"))
        self.resize(900, 560)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(QCoreApplication.translate("SkpDialogs", "Search the examples"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.kinds = QComboBox(self)
        self.kinds.addItem(QCoreApplication.translate("SkpDialogs", "All kinds"), None)
        for member in LibraryKind:
            self.kinds.addItem(words.messages.label_of(member), member)
        self.kinds.setAccessibleName(QCoreApplication.translate("SkpDialogs", "Kind of example"))
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))
        self.table = SkpLibraryTable(words, self)
        self.view = tidy_list(self, self.table, wraps=True)
        self.view.setAccessibleName(QCoreApplication.translate("SkpDialogs", "Examples"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.horizontalHeader().setSectionResizeMode(ExampleColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(ExampleColumn.KIND, look.in_letters(170))
        self.view.setColumnWidth(ExampleColumn.SOURCE, look.in_letters(220))
        self.view.activated.connect(lambda _: self._take())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_measures())
        self.measures = QLabel(self)
        self.measures.setWordWrap(True)
        self.measures.setMinimumHeight(look.in_letters(64))
        self.measures.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Close, self)
        self.ok = self.buttons.button(_Standard.Ok)
        self.ok.setText(QCoreApplication.translate("SkpDialogs", "Take over"))
        self.measures_only = self.buttons.addButton(
            QCoreApplication.translate("SkpDialogs", "Measures only"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.measures_only.clicked.connect(self._take_measures)
        self.remove_button = self.buttons.addButton(
            QCoreApplication.translate("SkpDialogs", "Remove from the office's examples"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self.remove_button.clicked.connect(self._remove)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.kinds)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.measures)
        layout.addWidget(self.buttons)
        self.search.textChanged.connect(self._show)
        self.kinds.currentIndexChanged.connect(self._show)
        self._show()
        self.search.setFocus()

    def _show(self) -> None:
        stated = self.kinds.currentData()
        kind = LibraryKind(stated) if stated else None
        found = found_in(self._entries, self.search.text(), kind, self._job_class)
        self.table.show_lines(found)
        self.view.resizeRowsToContents()
        self.ok.setEnabled(bool(found))
        if found:
            self.view.selectRow(0)
        self._show_measures()
        if not found:
            self.measures.setText(
                QCoreApplication.translate("SkpDialogs", "No example fits. Search for fewer words or choose all kinds.")
            )

    def _current(self) -> LibraryEntry | None:
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def _show_measures(self) -> None:
        entry = self._current()
        parts = entry.result.indicators if entry is not None and entry.result is not None else ()
        told = [f"• {part.text}" + (f": {part.target.text}" if part.target.text else "") for part in parts]
        self.measures.setText("\n".join(told))
        self.measures_only.setEnabled(self._has_result and bool(parts))
        self.remove_button.setEnabled(entry is not None and not entry.is_shipped)

    def _take_measures(self) -> None:
        entry = self._current()
        if entry is not None:
            self.measures_chosen.emit(entry)
            self.accept()

    def _remove(self) -> None:
        entry = self._current()
        if entry is not None and not entry.is_shipped:
            self.remove_wanted.emit(entry)

    def show_entries(self, entries: Sequence[LibraryEntry]) -> None:
        """The library as it stands now; search and kind stay."""
        self._entries = tuple(entries)
        self._show()

    def _take(self) -> None:
        entry = self._current()
        if entry is not None:
            self.chosen.emit(entry)
            self.accept()


class ManualDialog(ByKeyboard, QDialog):
    """The manual of one indicator (A.1.3), field by field as on the form."""

    def __init__(
        self, manual: IndicatorManual | None, indicator: str, is_locked: bool, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        kept = manual or IndicatorManual()
        self.setWindowTitle(QCoreApplication.translate("SkpDialogs", "Indicator manual (A.1.3)"))
        self.resize(640, 560)
        layout = QVBoxLayout(self)
        head = QLabel(indicator, self)
        head.setWordWrap(True)
        layout.addWidget(look.strong(head))
        form = QFormLayout()
        self._texts: dict[str, QPlainTextEdit] = {}
        for name, said in (
            ("purpose", QCoreApplication.translate("SkpDialogs", "Purpose")),
            ("definition", QCoreApplication.translate("SkpDialogs", "Definition")),
            ("formula", QCoreApplication.translate("SkpDialogs", "Formula (optional if qualitative)")),
            ("unit", QCoreApplication.translate("SkpDialogs", "Unit of measure (optional if qualitative)")),
            ("data_source", QCoreApplication.translate("SkpDialogs", "Source of data")),
        ):
            field = QPlainTextEdit(getattr(kept, name), self)
            field.setTabChangesFocus(True)
            field.setReadOnly(is_locked)
            field.setAccessibleName(said)
            field.setFixedHeight(72 if name in ("definition", "formula") else 34)
            self._texts[name] = field
            form.addRow(said, field)
        self.level, self.cycle = QComboBox(self), QComboBox(self)
        for box, said, members, chosen in (
            (
                self.level,
                QCoreApplication.translate("SkpDialogs", "Quality and control level"),
                (ControlLevel.OUTCOME, ControlLevel.INTERMEDIATE, ControlLevel.LOW),
                kept.control_level,
            ),
            (
                self.cycle,
                QCoreApplication.translate("SkpDialogs", "Reporting period"),
                tuple(ReportingCycle),
                kept.reporting,
            ),
        ):
            box.addItem("–", None)
            for member in members:
                box.addItem(words.messages.label_of(member), member)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.setEnabled(not is_locked)
            box.setAccessibleName(said)
            form.addRow(said, box)
        layout.addLayout(form)
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel, self)
        self.remove = self.buttons.addButton(
            QCoreApplication.translate("SkpDialogs", "No manual"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.remove.setEnabled(manual is not None and not is_locked)
        self.buttons.button(_Standard.Ok).setEnabled(not is_locked)
        self.is_removed = False
        self.remove.clicked.connect(self._take_out)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    def _take_out(self) -> None:
        self.is_removed = True
        self.accept()

    def manual(self) -> IndicatorManual | None:
        """What was typed; nothing when the manual is to go."""
        if self.is_removed:
            return None
        texts = {name: field.toPlainText().strip() for name, field in self._texts.items()}
        return IndicatorManual(
            purpose=texts["purpose"],
            definition=texts["definition"],
            formula=texts["formula"],
            unit=texts["unit"],
            control_level=ControlLevel(self.level.currentData()) if self.level.currentData() else None,
            data_source=texts["data_source"],
            reporting=ReportingCycle(self.cycle.currentData()) if self.cycle.currentData() else None,
        )


class AskDialog(ByKeyboard, QDialog):
    """A short question before something binding: day of fixing or signing, reason of a revision, name of a waiver."""

    def __init__(self, title: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(look.in_letters(440))
        layout = QVBoxLayout(self)
        label = QLabel(said, self)
        label.setWordWrap(True)
        layout.addWidget(label)
        self.form = QFormLayout()
        layout.addLayout(self.form)
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel, self)
        self.ok: QPushButton = self.buttons.button(_Standard.Ok)
        self.ok.setText(title)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.signer = QComboBox(self)
        self.day = DayField(date.today(), self)  # noqa: DTZ011 - the clerk's own day
        self.name = QLineEdit(self)
        self.reason = QLineEdit(self)
        self.year = QSpinBox(self)
        self.topic = QLineEdit(self)
        self.choice = QComboBox(self)
        for field in (self.signer, self.day, self.name, self.reason, self.year, self.topic, self.choice):
            field.hide()
        QTimer.singleShot(0, self.ok.setFocus)

    def ask_signer(self, words: Words, first: Signer) -> None:
        """Who signed."""
        for member in Signer:
            self.signer.addItem(words.messages.label_of(member), member)
        self.signer.setCurrentIndex(list(Signer).index(first))
        self._add(QCoreApplication.translate("SkpDialogs", "Who signed"), self.signer)

    def ask_day(self, said: str, day: date) -> None:
        """On which day."""
        self.day.show_day(day)
        self._add(said, self.day)

    def ask_choice(self, said: str, choices: Sequence[tuple[str, str]], shown: int) -> None:
        """Which of several."""
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(44)
        for text, value in choices:
            self.choice.addItem(text, value)
        self.choice.setCurrentIndex(shown)
        self._add(said, self.choice)

    def ask_topic(self) -> None:
        """Under which word it is found again; may stay empty."""
        self._add(QCoreApplication.translate("SkpDialogs", "Topic (optional)"), self.topic)

    def ask_name(self, said: str = "") -> None:
        """In whose name, or whatever else must be named."""
        self._add(said or QCoreApplication.translate("SkpDialogs", "Name"), self.name)
        self.name.textChanged.connect(self._require)
        self._require()

    def ask_reason(self) -> None:
        """Why."""
        self._add(QCoreApplication.translate("SkpDialogs", "Reason"), self.reason)
        self.reason.textChanged.connect(self._require)
        self._require()
        QTimer.singleShot(0, self.reason.setFocus)

    def chosen_day(self) -> date:
        """The day that stands in the field."""
        return self.day.day

    def _add(self, said: str, field: QWidget) -> None:
        field.setAccessibleName(said)
        field.show()
        self.form.addRow(said, field)

    def _require(self) -> None:
        needed = [field for field in (self.name, self.reason) if not field.isHidden()]
        self.ok.setEnabled(all(field.text().strip() for field in needed))


def asked(dialog: AskDialog, then: Callable[[], None], deed: str, rule: str = "") -> AskDialog:
    """Open a question without stopping the window; ``then`` runs when it was answered with yes.

    ``deed`` says in no language what is asked, and ``rule`` about which rule, so that a draft leads back to it.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(then)
    page = dialog.parent()
    opened = getattr(page, "opened", None)
    if isinstance(page, RoomPage) and opened is not None:
        place = f"{opened.plan.plan_id}|{deed}{rule}"
        facts = {"nip": opened.person.nip, "deed": deed, "rule": rule}
        keep_drafts(dialog, page, "planning.question", place, opened.person.full_name, facts=facts)
    dialog.open()
    return dialog
