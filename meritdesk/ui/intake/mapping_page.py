"""The second page of the wizard: which column of a foreign file is which of our fields, said once and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.given import ColumnMapping, FileColumn, Layout, Recognition
from meritdesk.core.likeness import proposed
from meritdesk.ui import look
from meritdesk.ui.intake.tables import ChoiceDelegate, ChoiceLine, ChoiceTable

MOST_HEADING_ROWS = 20


class MappingPage(QWidget):
    """Columns of the file with examples beside our fields; texts for all rows; meanings of coded words."""

    manual_place = "register-staff-import-columns"

    heading_row_chosen = Signal(int)
    forget_wanted = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layouts: dict[str, Layout] = {}
        self._labels: Mapping[str, str] = {}
        self._columns: tuple[FileColumn, ...] = ()
        self._fingerprint = ""
        self._fields: dict[str, str] = {}
        self._constants: dict[str, str] = {}
        self._values: dict[str, dict[str, str]] = {}
        self._offered: tuple[ColumnMapping, ...] = ()
        self._is_known = False
        self._build()
        self._lay_out()

    def _build(self) -> None:
        self.kind_label = QLabel(self)
        self.kind = QComboBox(self)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.kind_label.setBuddy(self.kind)
        self.row_label = QLabel(self)
        self.row = QSpinBox(self)
        self.row.setRange(0, MOST_HEADING_ROWS)
        self.row.valueChanged.connect(self.heading_row_chosen)
        self.row_label.setBuddy(self.row)
        self.kept_label = QLabel(self)
        self.kept = QComboBox(self)
        self.kept.activated.connect(self._take_kept)
        self.kept_label.setBuddy(self.kept)
        self.forget = QPushButton(self)
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self._chosen_mapping()))
        self.columns = ChoiceTable(self._column_heads, self)
        self.column_view = self._view(self.columns)
        self.columns.chosen.connect(self._column_chosen)
        self.column_view.selectionModel().currentRowChanged.connect(lambda *_: self._show_values())
        self.rest = ChoiceTable(self._rest_heads, self)
        self.rest_view = self._view(self.rest)
        self.rest.chosen.connect(self._constant_chosen)
        self.meanings = ChoiceTable(self._meaning_heads, self)
        self.meaning_view = self._view(self.meanings)
        self.meanings.chosen.connect(self._meaning_chosen)
        self.meaning_title = look.strong(QLabel(self))
        self.meaning_title.setWordWrap(True)
        self.rest_title = look.strong(QLabel(self))
        self.rest_title.setWordWrap(True)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.remember = QCheckBox(self)
        self.remember.setChecked(True)
        self.name = QLineEdit(self)
        self.remember.toggled.connect(self.name.setEnabled)

    def _view(self, model: ChoiceTable) -> QTableView:
        view = QTableView(self)
        view.setModel(model)
        look.tidy(view)
        view.setItemDelegate(ChoiceDelegate(view))
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.kind_label, self.kind, self.row_label, self.row, self.kept_label, self.kept, self.forget):
            top.addWidget(part)
        top.addStretch(1)
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.rest_title)
        beside.addWidget(self.rest_view, 3)
        beside.addWidget(self.meaning_title)
        beside.addWidget(self.meaning_view, 2)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.column_view)
        self.split.addWidget(side)
        self.split.setSizes([640, 420])
        self.split.setChildrenCollapsible(False)
        keep = QHBoxLayout()
        keep.addWidget(self.remember)
        keep.addWidget(self.name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.RHYTHM)
        layout.addLayout(top)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.told)
        layout.addLayout(keep)

    def offer_layouts(self, layouts: Sequence[Layout], labels: Mapping[str, str]) -> None:
        """Say which kinds of table there are, with their names in the language of now."""
        chosen = self.kind.currentData()
        self._layouts = {layout.name: layout for layout in layouts}
        self._labels = labels
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for layout in layouts:
                self.kind.addItem(labels[layout.name], layout.name)
            self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))

    def show_table(
        self, found: Recognition, kind: str, name: str, offered: Sequence[ColumnMapping], mapping: ColumnMapping | None
    ) -> None:
        """Show a table's columns with what they may be, or as a mapping says."""
        self._columns, self._fingerprint, self._offered = found.columns, found.fingerprint, tuple(offered)
        with QSignalBlocker(self.row), QSignalBlocker(self.kind):
            self.row.setValue(found.heading_row)
            self.kind.setCurrentIndex(max(self.kind.findData(mapping.layout if mapping else kind), 0))
        self.name.setText(mapping.name if mapping and mapping.name else name)
        # What is known by its headings needs no mapping; whoever changes how it is read may still keep that.
        self.remember.setChecked(not found.layout or bool(mapping and mapping.name))
        self._is_known = bool(found.layout)
        self._say_offered()
        if mapping is not None:
            self._take(mapping)
        else:
            self._propose()

    def mapping(self) -> ColumnMapping:
        """What the page says now; its name only where it is to be remembered."""
        layout = self.layout_chosen
        fields = {name: heading for name, heading in self._fields.items() if name in layout.columns}
        return ColumnMapping(
            layout=layout.name,
            columns=fields,
            constants={name: text for name, text in self._constants.items() if text and name not in fields},
            values={name: {said: meant for said, meant in words.items() if meant and meant != said}
                    for name, words in self._values.items() if name in fields},
            has_headings=self.row.value() > 0,
            name=" ".join(self.name.text().split()) if self.remember.isChecked() else "",
            fingerprint=self._fingerprint,
        )  # fmt: skip

    @property
    def layout_chosen(self) -> Layout:
        """The kind of table that is mapped."""
        return self._layouts[str(self.kind.currentData())]

    @property
    def is_known(self) -> bool:
        """Whether the headings are those of a layout, so that a mapping is a choice and no need."""
        return self._is_known

    @property
    def is_complete(self) -> bool:
        """Whether every needed field has a column or a text, and the mapping a name where it is remembered."""
        mapping = self.mapping()
        return not mapping.lacking(self.layout_chosen) and bool(mapping.name or not self.remember.isChecked())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        self.kind_label.setText(translate("IntakeMapping", "&Import as:"))
        self.row_label.setText(translate("IntakeMapping", "&Row of headings:"))
        self.row.setSpecialValueText(translate("IntakeMapping", "none"))
        self.kept_label.setText(translate("IntakeMapping", "R&emembered:"))
        self.forget.setText(translate("IntakeMapping", "For&get it"))
        self.remember.setText(translate("IntakeMapping", "Re&member this mapping as"))
        self.name.setPlaceholderText(translate("IntakeMapping", "Name, for instance where such files come from"))
        self.rest_title.setText(translate("IntakeMapping", "Not in the file: one text for all rows"))
        for view, said in (
            (self.column_view, translate("IntakeMapping", "Columns of the file and what they are read as")),
            (self.rest_view, translate("IntakeMapping", "Fields that the file lacks")),
            (self.meaning_view, translate("IntakeMapping", "Meaning of the words in the chosen column")),
            (self.name, translate("IntakeMapping", "Name of the mapping")),
            (self.kind, translate("IntakeMapping", "Import as")),
            (self.row, translate("IntakeMapping", "Row of headings")),
            (self.kept, translate("IntakeMapping", "Remembered mappings")),
        ):
            view.setAccessibleName(said)
        self._say_offered()
        if self._layouts:
            self._show_everything()

    def _say_offered(self) -> None:
        self.kept.clear()
        self.kept.addItem(QCoreApplication.translate("IntakeMapping", "– choose –"))
        self.kept.addItems([one.name for one in self._offered])
        names = [one.name for one in self._offered]
        if self.name.text() in names:
            self.kept.setCurrentIndex(names.index(self.name.text()) + 1)
        for part in (self.kept, self.kept_label, self.forget):
            part.setVisible(bool(names))
        self.forget.setEnabled(self.kept.currentIndex() > 0)

    def _chosen_mapping(self) -> str:
        place = self.kept.currentIndex()
        return self._offered[place - 1].name if 0 < place <= len(self._offered) else ""

    def _take_kept(self, place: int) -> None:
        if 0 < place <= len(self._offered):
            chosen = self._offered[place - 1]
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(max(self.kind.findData(chosen.layout), 0))
            self.name.setText(chosen.name)
            self.remember.setChecked(True)
            self.forget.setEnabled(True)
            self._take(chosen)

    def _take(self, mapping: ColumnMapping) -> None:
        there = {" ".join(column.name.casefold().split()): column.name for column in self._columns}
        keys = {name: " ".join(heading.casefold().split()) for name, heading in mapping.columns.items()}
        self._fields = {name: there[key] for name, key in keys.items() if key in there}
        self._constants = dict(mapping.constants)
        self._values = {name: dict(words) for name, words in mapping.values.items()}
        self._show_everything()

    def _kind_changed(self) -> None:
        if self._columns:
            self._propose()

    def _propose(self) -> None:
        self._fields = proposed(self._columns, self.layout_chosen)
        self._constants, self._values = {}, {}
        self._show_everything()

    def _column_chosen(self, heading: str, name: str) -> None:
        self._fields = {one: column for one, column in self._fields.items() if column != heading and one != name}
        if name:
            self._fields[name] = heading
        self._show_everything()

    def _constant_chosen(self, name: str, text: str) -> None:
        self._constants[name] = text.strip()
        self._show_everything()

    def _meaning_chosen(self, said: str, meant: str) -> None:
        name = self._chosen_field()
        if name:
            self._values.setdefault(name, {})[said] = meant
            self._show_everything()

    def _show_everything(self) -> None:
        layout = self.layout_chosen
        back = {heading: name for name, heading in self._fields.items()}
        choices = (("", QCoreApplication.translate("IntakeMapping", "– not read –")), *self._choices(layout))
        self.columns.show_lines(
            [
                ChoiceLine(column.name, (column.name, " · ".join(column.samples)), back.get(column.name, ""), choices)
                for column in self._columns
            ]
        )
        lacking = set(self.mapping().lacking(layout))
        left = [name for name in layout.columns if name not in self._fields]
        left.sort(key=lambda name: name not in layout.required)
        self.rest.show_lines(
            [
                ChoiceLine(
                    name,
                    (self._label(layout, name),),
                    self._constants.get(name, ""),
                    tuple((word, word) for word in layout.words.get(name, ())),
                    is_free=True,
                    is_missing=name in lacking,
                )
                for name in left
            ]
        )
        self._show_values()
        if lacking:
            said = QCoreApplication.translate("IntakeMapping", "⚠ Still needed: {fields}.")
            names = ", ".join(layout.heading(name) for name in layout.required if name in lacking)
            self.told.setText(said.format(fields=names))
        else:
            said = QCoreApplication.translate(
                "IntakeMapping", "{count} of {all} columns are read. Needed fields carry *."
            )
            self.told.setText(said.format(count=len(self._fields), all=len(self._columns)))
        self.changed.emit()

    def _show_values(self) -> None:
        """The words of the chosen column, where its field is a coded one."""
        name = self._chosen_field()
        layout = self.layout_chosen if self._layouts else None
        words = layout.words.get(name, ()) if layout is not None else ()
        heading = self._fields.get(name, "")
        said = next((column.words for column in self._columns if column.name == heading), ())
        is_shown = bool(words and said)
        self.meaning_view.setVisible(is_shown)
        self.meaning_title.setVisible(is_shown)
        if not is_shown:
            self.meanings.show_lines(())
            return
        title = QCoreApplication.translate("IntakeMapping", "What the words of “{column}” mean")
        self.meaning_title.setText(title.format(column=heading))
        chosen = self._values.get(name, {})
        as_it_is = ("", QCoreApplication.translate("IntakeMapping", "– as it stands –"))
        choices = (as_it_is, *((word, word) for word in words))
        self.meanings.show_lines(
            [ChoiceLine(text, (text, str(count)), chosen.get(text, ""), choices) for text, count in said]
        )

    def _chosen_field(self) -> str:
        row = self.column_view.currentIndex().row()
        lines = self.columns.lines
        return lines[row].chosen if 0 <= row < len(lines) else ""

    def _choices(self, layout: Layout) -> tuple[tuple[str, str], ...]:
        return tuple((name, self._label(layout, name)) for name in layout.columns)

    def _label(self, layout: Layout, name: str) -> str:
        return f"{layout.heading(name)} *" if name in layout.required else layout.heading(name)

    def _column_heads(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("IntakeMapping", "Column of the file"),
            QCoreApplication.translate("IntakeMapping", "Examples"),
            QCoreApplication.translate("IntakeMapping", "Read as (F2)"),
        )

    def _rest_heads(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("IntakeMapping", "Field"),
            QCoreApplication.translate("IntakeMapping", "For all rows (F2)"),
        )

    def _meaning_heads(self) -> tuple[str, ...]:
        return (
            QCoreApplication.translate("IntakeMapping", "In the file"),
            QCoreApplication.translate("IntakeMapping", "Rows"),
            QCoreApplication.translate("IntakeMapping", "Means (F2)"),
        )
