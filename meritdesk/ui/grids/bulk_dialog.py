"""Bulk edit: a field and a value for the chosen rows, and before it is done the list of before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.services.bulk import BulkFate, BulkLine, BulkOutcome
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.grids.bulk_scope import BulkField, BulkScope, Choices, Subject, Way, Wish, value_of
from meritdesk.ui.grids.bulk_table import BulkColumn, BulkEntry, BulkTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_LOOK_AFTER_MS = 250


class BulkDialog(ByKeyboard, QDialog):
    """Asks for field and value, looks at once what would happen, and changes the rows that are kept in one step."""

    done_with = Signal(object)  # BulkOutcome

    def __init__(
        self,
        lane: Lane,
        words: Words,
        scope: BulkScope,
        subjects: Sequence[Subject],
        parent: QWidget | None = None,
        *,
        first: str = "",
    ) -> None:
        super().__init__(parent)
        self._lane, self._words, self._scope = lane, words, scope
        self._subjects = tuple(subjects)
        self._left_out: set[int] = set()
        self._long: Mapping[str, Choices] = {}
        self._looked: Wish | None = None
        self._build()
        self._lay_out()
        self.retranslate()
        words.language_changed.connect(self.retranslate)
        fields = [one.what for one in scope.fields]
        self.field.setCurrentIndex(fields.index(first) if first in fields else 0)
        self._field_chosen()
        if any(one.is_long for one in scope.fields):
            lane.ask(lambda step: scope.long_choices(), self._take_choices, key="bulk.choices")

    def _build(self) -> None:
        self.heading = look.strong(QLabel(self))
        self.field = QComboBox(self)
        for one in self._scope.fields:
            self.field.addItem(one.words)
        self.field.currentIndexChanged.connect(lambda _: self._field_chosen())
        self.way = QComboBox(self)
        self.way.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.way.currentIndexChanged.connect(lambda _: self._way_chosen())
        self.value = QComboBox(self)
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.setMinimumContentsLength(26)
        self.value.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.value.currentTextChanged.connect(lambda _: self._look_soon())
        self.by = QLineEdit(self)
        self.by.textChanged.connect(lambda _: self._look_soon())
        self.since = DayField(self._scope.today or date.today(), self)  # noqa: DTZ011 - the wall
        self.since.dateChanged.connect(lambda _: self._look_soon())
        self.reason = QLineEdit(self)
        self.labels = [QLabel(self) for _ in range(6)]
        self.fields: list[QWidget] = [self.field, self.way, self.value, self.by, self.since, self.reason]
        for label, widget in zip(self.labels, self.fields, strict=True):
            label.setBuddy(widget)
        self.hint = look.colour(QLabel(self), look.quiet())
        self.hint.setWordWrap(True)
        self.table = BulkTable(self._words, self)
        self.table.marked.connect(self._marked)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setWordWrap(True)
        header = self.view.horizontalHeader()
        for column, width in zip(BulkColumn, (300, 190, 190), strict=False):
            self.view.setColumnWidth(column, look.in_letters(width))
        header.setStretchLastSection(True)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.strip = RefusalStrip(self._words, self)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.reject)
        self.carry_out = QPushButton(self)
        self.carry_out.setObjectName("primary")
        self.carry_out.clicked.connect(self.apply)
        # Enter in a field looks at once what would happen; only Ctrl+Enter or the button changes anything.
        for button in (self.cancel, self.carry_out):
            button.setAutoDefault(False)
        line = self.value.lineEdit()
        for field in (line, self.by, self.reason):
            if field is not None:
                field.returnPressed.connect(self.look_now)
        self.apply_action = page_action(self, "bulk_apply", "Ctrl+Return")
        self.apply_action.triggered.connect(self.apply)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_LOOK_AFTER_MS)
        self._typing.timeout.connect(self.look_now)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setVerticalSpacing(4)
        places = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (2, 0, 1), (2, 1, 3))
        for (row, column, width), label, widget in zip(places, self.labels, self.fields, strict=True):
            form.addWidget(label, row, column, 1, width)
            form.addWidget(widget, row + 1, column, 1, width)
        form.setColumnStretch(2, 1)
        form.setColumnStretch(3, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.carry_out)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.heading)
        layout.addLayout(form)
        layout.addWidget(self.hint)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.strip)
        layout.addLayout(buttons)
        self.resize(1060, 560)
        self.value.setFocus()

    def retranslate(self, _: str = "") -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("BulkDialog", "Change many at once"))
        self.heading.setText(
            singular(
                translate("BulkDialog", "{count} chosen rows").format(count=self._words.number(len(self._subjects)))
            )
        )
        for label, said in zip(
            self.labels,
            (
                translate("BulkDialog", "&Field"),
                translate("BulkDialog", "&How"),
                translate("BulkDialog", "&Value"),
                translate("BulkDialog", "Replaced &by"),
                translate("BulkDialog", "Counts &from (TMT)"),
                translate("BulkDialog", "&Letter or reason"),
            ),
            strict=True,
        ):
            label.setText(said)
        self.view.setAccessibleName(translate("BulkDialog", "Before and after of each row"))
        self.cancel.setText(translate("BulkDialog", "Cancel"))
        self.apply_action.setText(translate("BulkDialog", "Change the rows"))
        self._name_ways()
        self.table.retranslate()
        self._tell()

    @property
    def chosen_field(self) -> BulkField:
        """The field that is to change."""
        return self._scope.fields[max(self.field.currentIndex(), 0)]

    @property
    def chosen_way(self) -> Way:
        """How it is to change."""
        ways = self.chosen_field.ways
        return ways[min(max(self.way.currentIndex(), 0), len(ways) - 1)]

    def wish(self) -> Wish:
        """What the clerk asks for as it stands in the fields."""
        one, way = self.chosen_field, self.chosen_way
        copied = str(self.value.currentData() or "") if way is Way.COPY else ""
        return Wish(
            one,
            value_of(way, self._text(), self.by.text(), copied),
            self.since.day if one.is_dated else None,
            self.reason.text().strip(),
        )

    def look_now(self) -> None:
        """Ask the desk what would become of each row; nothing is written."""
        self._typing.stop()
        wish = self.wish()
        if not self._is_complete():
            self._looked = None
            self.table.show_lines(())
            self._tell()
            return
        lines = self._scope.lines(self._subjects, wish)

        def read(step: Step) -> BulkOutcome:
            return self._scope.carry(lines, wish, True, step)

        def then(outcome: BulkOutcome) -> None:
            self._looked = wish
            self.strip.tell(None)
            self._show(outcome)

        self._lane.ask(read, then, self._refused, key="bulk.look")

    def apply(self) -> None:
        """Change the rows that are kept, in one step."""
        if self._looked is None or self._typing.isActive():
            return
        wish = self._looked
        kept = [entry.place for entry in self.table.lines if entry.is_in and entry.row.fate is BulkFate.CHANGED]
        lines: tuple[BulkLine, ...] = self._scope.lines([self._subjects[place] for place in kept], wish)
        if not lines:
            return
        self.carry_out.setEnabled(False)
        self._lane.ask(
            lambda step: self._scope.carry(lines, wish, False, step),
            self._done,
            self._refused,
            title=self.windowTitle(),
            shows_progress=True,
        )

    def _done(self, outcome: BulkOutcome) -> None:
        self.done_with.emit(outcome)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.strip.tell(error)
        self._tell()

    def _text(self) -> str:
        """The value: what stands behind the words that were chosen, or what was typed."""
        typed = self.value.currentText().strip()
        place = self.value.findText(typed)
        return str(self.value.itemData(place) or typed) if place >= 0 else typed

    def _is_complete(self) -> bool:
        """Whether there is something to look at: an empty value clears, an empty search finds nothing."""
        if self.chosen_way is Way.REPLACE:
            return bool(self.value.currentText())
        return self.chosen_way is Way.SET or bool(self.value.currentData())

    def _field_chosen(self) -> None:
        self.way.blockSignals(True)
        self.way.clear()
        self.way.addItems([""] * len(self.chosen_field.ways))
        self.way.blockSignals(False)
        self._name_ways()
        self._way_chosen()

    def _name_ways(self) -> None:
        said = {
            Way.SET: QCoreApplication.translate("BulkDialog", "Set to"),
            Way.REPLACE: QCoreApplication.translate("BulkDialog", "Replace in the text"),
            Way.COPY: QCoreApplication.translate("BulkDialog", "Copy from"),
        }
        for place, way in enumerate(self.chosen_field.ways[: self.way.count()]):
            self.way.setItemText(place, said[way])

    def _way_chosen(self) -> None:
        one, way = self.chosen_field, self.chosen_way
        choices = one.copies if way is Way.COPY else self._long.get(one.what, one.choices) if way is Way.SET else ()
        self.value.blockSignals(True)
        self.value.clear()
        for value, said in choices:
            self.value.addItem(said, value)
        self.value.setCurrentIndex(0 if way is Way.COPY else -1)
        self.value.setEditText(self.value.currentText() if way is Way.COPY else "")
        self.value.blockSignals(False)
        completer = self.value.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.way.setEnabled(len(one.ways) > 1)
        for place, is_shown in ((3, way is Way.REPLACE), (4, one.is_dated), (5, one.is_dated)):
            self.labels[place].setVisible(is_shown)
            self.fields[place].setVisible(is_shown)
        self.hint.setText(one.hint)
        self.hint.setVisible(bool(one.hint))
        self._left_out.clear()
        self._looked = None
        self.table.show_lines(())
        if way is Way.COPY:
            self._look_soon()
        self._tell()

    def _take_choices(self, found: Mapping[str, Choices]) -> None:
        self._long = found
        if self.chosen_field.is_long and not self.value.currentText():
            self._way_chosen()

    def _look_soon(self) -> None:
        self._typing.start()
        self.carry_out.setEnabled(False)

    def _show(self, outcome: BulkOutcome) -> None:
        entries = [BulkEntry(place, row, place not in self._left_out) for place, row in enumerate(outcome.rows)]
        order = (BulkFate.REFUSED, BulkFate.CHANGED, BulkFate.SAME)
        self.table.show_lines(sorted(entries, key=lambda one: (order.index(one.row.fate), one.place)))
        if len(entries) <= 300:
            self.view.resizeRowsToContents()
        self._tell()

    def _marked(self) -> None:
        self._left_out = {entry.place for entry in self.table.lines if not entry.is_in}
        self._tell()

    def _tell(self) -> None:
        lines, number = self.table.lines, self._words.number
        counts = Counter(entry.row.fate for entry in lines)
        kept = sum(entry.is_in for entry in lines if entry.row.fate is BulkFate.CHANGED)
        if not lines:
            said = QCoreApplication.translate(
                "BulkDialog", "Choose a field and a value: what each row becomes is listed before anything is changed."
            )
        else:
            said = singular(
                QCoreApplication.translate(
                    "BulkDialog",
                    "{all} rows: {changed} change, {out} left out, {same} stay the same, {refused} refused.",
                ).format(
                    all=number(len(lines)),
                    changed=number(kept),
                    out=number(counts[BulkFate.CHANGED] - kept),
                    same=number(counts[BulkFate.SAME]),
                    refused=number(counts[BulkFate.REFUSED]),
                )
            )
        self.told.setText(said)
        self.carry_out.setText(
            singular(QCoreApplication.translate("BulkDialog", "&Change {count} rows").format(count=number(kept)))
        )
        self.carry_out.setEnabled(kept > 0 and not self._typing.isActive() and self._looked is not None)


def offered(words: Words, outcome: BulkOutcome) -> str:
    """The sentence with which undo is offered after a bulk edit."""
    said = QCoreApplication.translate("BulkDialog", "{count} rows changed.")
    if outcome.refused:
        said = QCoreApplication.translate("BulkDialog", "{count} rows changed, {refused} refused.")
    return singular(
        said.format(count=words.number(outcome.count(BulkFate.CHANGED)), refused=words.number(len(outcome.refused)))
    )
