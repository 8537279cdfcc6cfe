"""The preview before packing: what would go up, what stays and why, and what is not as the region knows it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.handover import PackageKind
from meritdesk.core.snapshot_difference import DifferenceKind
from meritdesk.services.handover.preview import (
    BLOCKER_CODES,
    BLOCKER_ROOMS,
    ExportPreview,
    NamedDifference,
    PackingBlocker,
    TablePreview,
)
from meritdesk.ui import actions, look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.handover.merging_words import field_words, table_words
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class TableColumn(IntEnum):
    """One table of the package."""

    TABLE = 0
    ROWS = 1
    ADDED = 2
    CHANGED = 3
    REMOVED = 4
    TOTALS = 5


class TablesTable(LineTable[TablePreview]):
    """What goes, by table, with the control totals that the region will compare."""

    columns = TableColumn
    numbers = frozenset({TableColumn.ROWS, TableColumn.ADDED, TableColumn.CHANGED, TableColumn.REMOVED})
    named_by = frozenset({TableColumn.TABLE, TableColumn.ROWS})

    def identity(self, line: TablePreview) -> object:
        return line.table.name

    def heading(self, column: int) -> str:
        """Table, rows, differences, totals."""
        translate = QCoreApplication.translate
        return (
            translate("PackingDialog", "Table"),
            translate("PackingDialog", "Rows"),
            translate("PackingDialog", "New"),
            translate("PackingDialog", "Changed"),
            translate("PackingDialog", "Removed"),
            translate("PackingDialog", "Control totals"),
        )[column]

    def shown(self, line: TablePreview, column: int) -> str:
        """One line."""
        totals = (
            f"{field_words(name, line.table.name)} {self.words.decimal(Decimal(total))}"
            for name, total in line.table.totals.items()
            if total != "0"
        )
        counts = (line.table.rows, line.added, line.changed, line.removed)
        if column == TableColumn.TABLE:
            return table_words(line.table.name, self.words)
        if column == TableColumn.TOTALS:
            return " · ".join(totals) or "-"
        count = counts[column - 1]
        return self.words.number(count) if count or column == TableColumn.ROWS else "-"

    def value(self, line: TablePreview, column: int) -> object:
        """Counts sort as numbers."""
        counts = {
            TableColumn.ROWS: line.table.rows,
            TableColumn.ADDED: line.added,
            TableColumn.CHANGED: line.changed,
            TableColumn.REMOVED: line.removed,
        }
        return counts.get(TableColumn(column), self.shown(line, column))


class DifferenceColumn(IntEnum):
    """One record that is not as the region knows it."""

    KIND = 0
    ABOUT = 1
    TABLE = 2
    FIELDS = 3


class DifferenceTable(LineTable[NamedDifference]):
    """The differences since the last accepted package, record by record."""

    columns = DifferenceColumn
    named_by = frozenset({DifferenceColumn.KIND, DifferenceColumn.ABOUT})

    def __init__(self, words: Words, titles: dict[str, str], parent: QWidget) -> None:
        super().__init__(words, parent)
        self._titles = titles

    def identity(self, line: NamedDifference) -> object:
        return line.difference.table, line.difference.record_id

    def heading(self, column: int) -> str:
        """What happened, to whom, where, in which fields."""
        translate = QCoreApplication.translate
        return (
            translate("PackingDialog", "Change"),
            translate("PackingDialog", "About"),
            translate("PackingDialog", "Table"),
            translate("PackingDialog", "Fields"),
        )[column]

    def cells(self, line: NamedDifference) -> tuple[str, ...]:
        """One line."""
        found = line.difference
        about = f"{line.about} · {line.nip}" if line.nip else line.about
        return (
            self.words.messages.label_of(found.kind),
            about or found.record_id[:8],
            self._titles.get(found.table, found.table),
            ", ".join(found.fields) or "-",
        )

    def colour(self, line: NamedDifference, column: int) -> QColor | None:
        """A removal asks to be looked at."""
        is_removed = line.difference.kind is DifferenceKind.REMOVED
        return look.asks() if is_removed and column == DifferenceColumn.KIND else None


class PackingDialog(ByKeyboard, QDialog):
    """Look before packing. *Kemas* has the keyboard when nothing stands in the way."""

    def __init__(
        self, found: ExportPreview, words: Words, go_to: Callable[[str, dict[str, object]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.found = found
        self.words = words
        self._go_to = go_to
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("PackingDialog", "Before packing"))
        self.heading = look.strong(QLabel(self._heading()))
        self.heading.setWordWrap(True)
        self.compared = QLabel(self._compared())
        self.compared.setWordWrap(True)
        titles = {one.table.name: table_words(one.table.name, words) for one in found.tables}
        self.tables = TablesTable(words, self)
        self.tables.show_lines([one for one in found.tables if one.table.rows or one.removed])
        self.tables_view: LineView[TablePreview] = LineView("handover.preview.tables", self.tables, self)
        self.tables_view.setAccessibleName(translate("PackingDialog", "What goes"))
        self.differences = DifferenceTable(words, titles, self)
        self.differences.show_lines(found.differences)
        self.differences_view: LineView[NamedDifference] = LineView(
            "handover.preview.differences", self.differences, self
        )
        self.differences_view.setAccessibleName(translate("PackingDialog", "What changed"))
        self.differences_view.line_opened.connect(lambda _: self.open_difference())
        self.tabs = QTabWidget()
        self.tabs.addTab(self.tables_view, translate("PackingDialog", "What goes"))
        changed = translate("PackingDialog", "What changed (%1)").replace("%1", words.number(len(found.differences)))
        self.tabs.addTab(self.differences_view, changed)
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton(
            translate("PackingDialog", "Close"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.pack_button = self.buttons.addButton(
            translate("PackingDialog", "Pack..."), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.pack_button.setEnabled(found.can_pack)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.heading)
        column.addWidget(self.compared)
        for told in self._stays():
            label = QLabel(told)
            label.setWordWrap(True)
            look.colour(label, look.asks())
            column.addWidget(label)
        self.ways: list[QPushButton] = []
        for blocker in found.blockers:
            column.addLayout(self._blocker(blocker))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)
        self.resize(940, 560)
        (self.pack_button if found.can_pack else self.close_button).setDefault(True)
        (self.pack_button if found.can_pack else self.ways[0]).setFocus()

    def open_difference(self) -> None:
        """Go to the person or unit that the chosen difference is about."""
        line = self.differences_view.current()
        if line is None:
            return
        if line.nip:
            self._leave("register", {"nip": line.nip})
        elif line.difference.unit_id:
            self._leave("register", {"unit": line.difference.unit_id, "unit_name": line.about})

    def _heading(self) -> str:
        translate = QCoreApplication.translate
        found = self.found
        if found.same_as is not None:
            said = translate("PackingDialog", "%1, %2: the same as package no. %3. That file will be written again.")
        elif found.kind is PackageKind.HANDOVER:
            said = translate("PackingDialog", "%1, %2: would be no. %3, for the other PCs of this agency.")
        else:
            said = translate("PackingDialog", "%1, %2: would be no. %3, for %4.")
        return (
            said.replace("%1", self.words.messages.label_of(found.kind))
            .replace("%2", self.words.period(found.period))
            .replace("%3", self.words.number(found.sequence))
            .replace("%4", found.recipient or "-")
        )

    def _compared(self) -> str:
        translate = QCoreApplication.translate
        if self.found.kind is PackageKind.HANDOVER:
            return translate("PackingDialog", "The work in hand goes along; confidential notes never do.")
        if self.found.known is None:
            return translate("PackingDialog", "No package of this period was accepted yet: everything is new.")
        said = translate("PackingDialog", "Compared with package no. %1, which the region accepted; %2 records differ.")
        number = self.words.number(self.found.known.sequence)
        return singular(said.replace("%1", number).replace("%2", self.words.number(len(self.found.differences))))

    def _stays(self) -> list[str]:
        stays = QCoreApplication.translate("PackingDialog", "Stays here: %1 (%2)")
        return [
            "⚠ "
            + stays.replace("%1", self.words.messages.label(f"STAY:{one.reason.value}")).replace(
                "%2", self.words.number(one.count)
            )
            for one in self.found.stays
        ]

    def _blocker(self, blocker: PackingBlocker) -> QHBoxLayout:
        """What stands in the way, and the button that leads to where it can be taken away."""
        what, then = self.words.messages.refusal(
            BLOCKER_CODES[blocker], {"period": self.words.period(self.found.period), "day": "-"}
        )
        told = QLabel(f"✗ {what} {then}")
        told.setWordWrap(True)
        look.colour(told, look.blocks())
        room = BLOCKER_ROOMS[blocker]
        go = QCoreApplication.translate("PackingDialog", "Go to %1").replace("%1", actions.room_name(room))
        button = QPushButton(go)
        button.clicked.connect(lambda: self._leave(room, {}))
        self.ways.append(button)
        row = QHBoxLayout()
        row.addWidget(told, 1)
        row.addWidget(button)
        return row

    def _leave(self, room: str, filters: dict[str, object]) -> None:
        self.reject()
        self._go_to(room, filters)
