"""Entering one old paper: its scores as a whole or line by line, and at once what it comes to by its own rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.old_years import (
    LAST_OLD_YEAR,
    OldAspect,
    OldCategory,
    OldEvaluation,
    OldPart,
    OldScheme,
    Signatory,
    parts_of,
    usual_scheme,
)
from meritdesk.core.plan import JobClass
from meritdesk.core.validation.old_year_rules import FIRST_OLD_YEAR, STILL_MISSING
from meritdesk.services import Desk
from meritdesk.services.assessment.old_years import OldPaper
from meritdesk.ui import look
from meritdesk.ui.assessment.old_line_table import (
    ChoiceDelegate,
    LineColumn,
    OldLinesField,
    OldLineTable,
    hidden_columns,
)
from meritdesk.ui.assessment.old_year_table import label_words
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.cell_table import CellView
from meritdesk.ui.drafts.fields import Field
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

_CHECK_AFTER_MS = 200
_MOST_LINES = 100
_PEOPLE = ("name", "nip", "rank", "post", "unit")


class OldYearDialog(ByKeyboard, QDialog):
    """One old paper of one person. ``keep`` is asked to save it; a refusal stays in the dialog with all that was typed.

    ``paper`` is the one to correct; without it a new one is entered and the NIP is asked for.
    """

    def __init__(
        self,
        desk: Desk,
        words: Words,
        keep: Callable[[str, OldEvaluation], None],
        nip: str = "",
        name: str = "",
        paper: OldEvaluation | None = None,
        year: int = LAST_OLD_YEAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = words
        self._keep = keep
        self._paper = paper
        self._is_filling = False
        self.judged: OldPaper | None = None
        self._build(nip, name)
        self._lay_out()
        self._say()
        self._fill(paper, year)
        self.resize(1280, 660)

    def _build(self, nip: str, name: str) -> None:
        self.nip = QLineEdit(nip, self)
        self.nip.setReadOnly(bool(nip))
        self.name = look.strong(QLabel(name, self))
        self.year = QSpinBox(self)
        self.year.setRange(FIRST_OLD_YEAR, LAST_OLD_YEAR)
        self.year.setMinimumHeight(look.in_letters(28))
        self.part = QComboBox(self)
        self.scheme = QComboBox(self)
        self.job_class = QComboBox(self)
        for one in JobClass:
            self.job_class.addItem(self._words.messages.label_of(one), one)
        self.is_leader = QCheckBox(self)
        self.skp = QLineEdit(self)
        self.lines = OldLineTable(self._words, self)
        self.grid = CellView(self._words, self.lines.reach, self)
        self.grid.grows_to = _MOST_LINES
        self.grid.setModel(self.lines)
        self.grid.setItemDelegate(ChoiceDelegate(self.grid))
        look.tidy(self.grid)
        self.grid.choose_cells()
        # The empty line to type into is only seen by its lines.
        self.grid.setShowGrid(True)
        for column, width in zip(LineColumn, (66, 88, 178, 82, 60, 60, 72, 88, 74, 96, 56, 92, 108, 60), strict=True):
            self.grid.setColumnWidth(column, look.in_letters(width))
        self.remove_line = QPushButton(self)
        self.remove_line.setAutoDefault(False)
        self.remove_line.clicked.connect(lambda: self.lines.remove(self.grid.currentIndex().row()))
        self.behaviour = QLineEdit(self)
        self.aspects = {aspect: QLineEdit(self) for aspect in OldAspect}
        self._aspect_labels = {aspect: QLabel(self) for aspect in OldAspect}
        self.asks_peers = QCheckBox(self)
        self.peers = QLineEdit(self)
        self.new_idea = QLineEdit(self)
        self.sole_reason = QLineEdit(self)
        self.stated = QLineEdit(self)
        self.stated_label = QComboBox(self)
        self.note = QLineEdit(self)
        self.people = {(role, field): QLineEdit(self) for role in ("ratee", "rater", "superior") for field in _PEOPLE}
        self.told = QTextBrowser(self)
        self.told.setOpenLinks(False)
        self.refusal = RefusalStrip(self._words, self)
        self.save = QPushButton(self)
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)
        QShortcut(QKeySequence("Ctrl+Delete"), self.grid).activated.connect(self.remove_line.click)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_AFTER_MS)
        self._timer.timeout.connect(self.check)
        self.year.valueChanged.connect(lambda _: self._year_changed())
        self.part.currentIndexChanged.connect(lambda _: self._part_changed())
        self.scheme.currentIndexChanged.connect(lambda _: self._scheme_changed())
        self.job_class.currentIndexChanged.connect(lambda _: self._touched())
        self.lines.changed.connect(self._touched)
        for box in (self.is_leader, self.asks_peers):
            box.toggled.connect(lambda _: self._scheme_changed())
        for field in (self.nip, *self._fields()):
            field.textChanged.connect(lambda _: self._touched())
        self.stated_label.currentIndexChanged.connect(lambda _: self._touched())

    def draft_fields(self) -> dict[str, Field]:
        """The lines of the SKP are no field of their own kind."""
        return {"lines": OldLinesField(self.grid, self.lines)}

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.skp, self.behaviour, *self.aspects.values(), self.peers, self.new_idea, self.sole_reason,
            self.stated, self.note, *self.people.values(),
        )  # fmt: skip

    def _lay_out(self) -> None:
        top = QGridLayout()
        self._labels = {
            key: QLabel(self)
            for key in ("nip", "year", "part", "scheme", "class", "skp", "skp_or", "behaviour", "behaviour_or", "peers",
                        "idea", "sole", "stated", "stated_label", "note")
        }  # fmt: skip
        for column, (key, widget) in enumerate(
            (
                ("nip", self.nip),
                ("year", self.year),
                ("part", self.part),
                ("scheme", self.scheme),
                ("class", self.job_class),
            )
        ):
            top.addWidget(self._labels[key], 0, column)
            top.addWidget(widget, 1, column)
            self._labels[key].setBuddy(widget)
        top.addWidget(self.is_leader, 1, 5)
        top.setColumnStretch(0, 2)
        top.setColumnStretch(4, 1)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(QCoreApplication.translate("OldYearDialog", "Parts of this page"))
        self.tabs.addTab(self._skp_tab(), "")
        self.tabs.addTab(self._behaviour_tab(), "")
        self.tabs.addTab(self._paper_tab(), "")
        middle = QHBoxLayout()
        middle.addWidget(self.tabs, 11)
        middle.addWidget(self.told, 3)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.addWidget(self.name)
        whole.addLayout(top)
        whole.addLayout(middle, 1)
        whole.addWidget(self.refusal)
        whole.addLayout(below)

    def _skp_tab(self) -> QWidget:
        page = QWidget(self)
        first = QHBoxLayout()
        first.addWidget(self._labels["skp"])
        first.addWidget(self.skp)
        first.addStretch(1)
        self._labels["skp"].setBuddy(self.skp)
        self.skp.setMaximumWidth(look.in_letters(120))
        second = QHBoxLayout()
        second.addWidget(self._labels["skp_or"], 1)
        second.addWidget(self.remove_line)
        column = QVBoxLayout(page)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.grid, 1)
        return page

    def _behaviour_tab(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.addRow(self._labels["behaviour"], self.behaviour)
        form.addRow(self._labels["behaviour_or"])
        for aspect, field in self.aspects.items():
            form.addRow(self._aspect_labels[aspect], field)
        form.addRow("", self.asks_peers)
        form.addRow(self._labels["peers"], self.peers)
        form.addRow(self._labels["idea"], self.new_idea)
        for field in (self.behaviour, self.peers, *self.aspects.values()):
            field.setMaximumWidth(look.in_letters(120))
        self._behaviour_form = form
        return page

    def _paper_tab(self) -> QWidget:
        page = QWidget(self)
        form = QFormLayout()
        form.addRow(self._labels["stated"], self.stated)
        form.addRow(self._labels["stated_label"], self.stated_label)
        form.addRow(self._labels["sole"], self.sole_reason)
        form.addRow(self._labels["note"], self.note)
        self.stated.setMaximumWidth(look.in_letters(120))
        grid = QGridLayout()
        self._person_heads = {field: QLabel(self) for field in _PEOPLE}
        self._person_rows = {role: QLabel(self) for role in ("ratee", "rater", "superior")}
        for column, field in enumerate(_PEOPLE, start=1):
            grid.addWidget(self._person_heads[field], 0, column)
        for row, role in enumerate(self._person_rows, start=1):
            grid.addWidget(self._person_rows[role], row, 0)
            for column, field in enumerate(_PEOPLE, start=1):
                grid.addWidget(self.people[role, field], row, column)
        column_box = QVBoxLayout(page)
        column_box.addLayout(form)
        column_box.addLayout(grid)
        column_box.addStretch(1)
        return page

    def _say(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("OldYearDialog", "Evaluation of an old year"))
        for key, text in (
            ("nip", translate("OldYearDialog", "&NIP")),
            ("year", translate("OldYearDialog", "&Year")),
            ("part", translate("OldYearDialog", "&Part of the year")),
            ("scheme", translate("OldYearDialog", "&Rule")),
            ("class", translate("OldYearDialog", "&Class of post")),
            ("skp", translate("OldYearDialog", "SKP score as on the paper")),
            ("skp_or", translate("OldYearDialog", "or line by line; type into the last row to add one")),
            ("behaviour", translate("OldYearDialog", "Behaviour score as on the paper")),
            ("behaviour_or", translate("OldYearDialog", "or aspect by aspect")),
            ("peers", translate("OldYearDialog", "Score of peers and subordinates")),
            ("idea", translate("OldYearDialog", "New idea or method")),
            ("sole", translate("OldYearDialog", "Why only this half counts")),
            ("stated", translate("OldYearDialog", "Final score on the paper")),
            ("stated_label", translate("OldYearDialog", "Label on the paper")),
            ("note", translate("OldYearDialog", "Note")),
        ):
            self._labels[key].setText(text)
        self.is_leader.setText(translate("OldYearDialog", "&Leader"))
        self.asks_peers.setText(translate("OldYearDialog", "Peers and subordinates were asked (360)"))
        self.remove_line.setText(translate("OldYearDialog", "Take this line out"))
        self.save.setText(translate("OldYearDialog", "Save"))
        self.save.setToolTip("Ctrl+S")
        self.cancel.setText(translate("OldYearDialog", "Cancel"))
        self.grid.setAccessibleName(translate("OldYearDialog", "Lines of the SKP"))
        self.told.setAccessibleName(translate("OldYearDialog", "What it comes to"))
        self.tabs.setTabText(0, translate("OldYearDialog", "SKP"))
        self.tabs.setTabText(1, translate("OldYearDialog", "Behaviour"))
        self.tabs.setTabText(2, translate("OldYearDialog", "On the paper"))
        for field, text in zip(
            _PEOPLE,
            (
                translate("OldYearDialog", "Name"),
                translate("OldYearDialog", "NIP"),
                translate("OldYearDialog", "Rank"),
                translate("OldYearDialog", "Post"),
                translate("OldYearDialog", "Unit"),
            ),
            strict=True,
        ):
            self._person_heads[field].setText(text)
        for role, text in (
            ("ratee", translate("OldYearDialog", "Employee")),
            ("rater", translate("OldYearDialog", "Rater")),
            ("superior", translate("OldYearDialog", "Superior")),
        ):
            self._person_rows[role].setText(text)
            for field in _PEOPLE:
                self.people[role, field].setAccessibleName(f"{text}: {self._person_heads[field].text()}")

    def _fill(self, paper: OldEvaluation | None, year: int) -> None:
        self._is_filling = True
        self.year.setValue(paper.year if paper else min(max(year, FIRST_OLD_YEAR), LAST_OLD_YEAR))
        self._fill_parts()
        if paper is not None:
            self.part.setCurrentIndex(max(self.part.findData(paper.part), 0))
            self.year.setEnabled(False)
            self.part.setEnabled(False)
        self._fill_schemes(paper.scheme if paper else None)
        if paper is not None:
            self.job_class.setCurrentIndex(max(self.job_class.findData(paper.job_class), 0))
            self.is_leader.setChecked(paper.is_leader)
            self.skp.setText(_text(paper.skp_score))
            self.lines.show_lines(paper.lines)
            self.behaviour.setText(_text(paper.behaviour_score))
            for aspect, field in self.aspects.items():
                field.setText(_text(paper.aspects.get(aspect)))
            self.asks_peers.setChecked(paper.asks_peers)
            self.peers.setText(_text(paper.peer_score))
            self.new_idea.setText(paper.new_idea)
            self.sole_reason.setText(paper.sole_reason)
            self.stated.setText(_text(paper.stated_score))
            self.note.setText(paper.note)
            for (role, part), edit in self.people.items():
                edit.setText(str(getattr(getattr(paper, role), part)))
        else:
            self.job_class.setCurrentIndex(self.job_class.findData(JobClass.JA_JF))
        self._is_filling = False
        self._scheme_changed()
        if paper is not None and paper.stated_category is not None:
            self.stated_label.setCurrentIndex(self.stated_label.findData(paper.stated_category))
        self.check()
        (self.skp if self.nip.isReadOnly() else self.nip).setFocus()

    def _fill_parts(self) -> None:
        self.part.blockSignals(True)
        self.part.clear()
        for one in parts_of(self.year.value()):
            self.part.addItem(self._words.messages.label_of(one), one)
        self.part.blockSignals(False)

    def _fill_schemes(self, chosen: OldScheme | None = None) -> None:
        rules = self._desk.assessment.old_years.rules(self.year.value(), self._part)
        self.scheme.blockSignals(True)
        self.scheme.clear()
        for one in OldScheme:
            # PP 30 alone has no place in July to December 2021, where 8/2021 leads to its labels (V-100).
            is_covered = OldScheme.PAN8 if rules.allows(OldScheme.PAN8) else one
            if rules.allows(one) and is_covered is one:
                self.scheme.addItem(self._words.messages.label_of(one), one)
        wanted = chosen or usual_scheme(self.year.value(), self._part)
        self.scheme.setCurrentIndex(max(self.scheme.findData(wanted), 0))
        self.scheme.blockSignals(False)

    @property
    def _part(self) -> OldPart:
        return OldPart(self.part.currentData())

    @property
    def _scheme(self) -> OldScheme:
        return OldScheme(self.scheme.currentData())

    def _year_changed(self) -> None:
        self._fill_parts()
        self._part_changed()

    def _part_changed(self) -> None:
        self._fill_schemes()
        self._scheme_changed()

    def _scheme_changed(self) -> None:
        """Show only what the chosen rule knows."""
        if self._is_filling:
            return
        final = self._desk.assessment.old_years.rules(self.year.value(), self._part).final(self._scheme)
        for aspect, field in self.aspects.items():
            is_known = aspect in final.aspects and (self.is_leader.isChecked() or aspect not in final.leader_aspects)
            self._behaviour_form.setRowVisible(field, is_known or bool(field.text().strip()))
            messages = self._words.messages
            said = messages.of_pack(final.aspects[aspect]) if aspect in final.aspects else messages.label_of(aspect)
            self._aspect_labels[aspect].setText(said)
            field.setAccessibleName(self._aspect_labels[aspect].text())
        is_pp46 = self._scheme is OldScheme.PP46
        self._behaviour_form.setRowVisible(self.asks_peers, not is_pp46)
        self._behaviour_form.setRowVisible(self.peers, not is_pp46 and self.asks_peers.isChecked())
        self._behaviour_form.setRowVisible(self.new_idea, not is_pp46)
        has_lines = self._scheme is not OldScheme.PP30
        self.grid.setVisible(has_lines)
        self._labels["skp_or"].setVisible(has_lines)
        self.remove_line.setVisible(has_lines)
        for column in LineColumn:
            self.grid.setColumnHidden(column, column in hidden_columns(self._scheme))
        is_half = self._part is not OldPart.YEAR
        self.sole_reason.setVisible(is_half)
        self._labels["sole"].setVisible(is_half)
        chosen = self.stated_label.currentData()
        self.stated_label.blockSignals(True)
        self.stated_label.clear()
        self.stated_label.addItem("", None)
        for one in OldCategory:
            self.stated_label.addItem(label_words(self._words, one, self._scheme), one)
        self.stated_label.setCurrentIndex(max(self.stated_label.findData(chosen), 0) if chosen else 0)
        self.stated_label.blockSignals(False)
        self._touched()

    def _touched(self) -> None:
        if not self._is_filling:
            self._timer.start()

    def stated_paper(self) -> OldEvaluation | None:
        """The paper as it stands in the dialog; nothing while a figure cannot be read."""
        fields = [self.skp, self.behaviour, self.peers, self.stated, *self.aspects.values()]
        for field in fields:
            bad = bool(field.text().strip()) and read_decimal(field.text()) is None
            field.setStyleSheet(f"color: {look.blocks().name()}" if bad else "")
            field.setToolTip(
                QCoreApplication.translate("OldYearDialog", "This cannot be read. Write it like 87,5.") if bad else ""
            )
        if any(field.styleSheet() for field in fields) or not self.lines.is_readable:
            return None
        base = self._paper or OldEvaluation("", "", self.year.value(), self._part, self._scheme)
        stated = self.stated_label.currentData()
        return replace(
            base,
            year=self.year.value(),
            part=self._part,
            scheme=self._scheme,
            job_class=JobClass(self.job_class.currentData()),
            is_leader=self.is_leader.isChecked(),
            skp_score=_figure(self.skp),
            lines=self.lines.lines if self._scheme is not OldScheme.PP30 else (),
            behaviour_score=_figure(self.behaviour),
            aspects={
                aspect: figure for aspect, field in self.aspects.items() if (figure := _figure(field)) is not None
            },
            asks_peers=self.asks_peers.isChecked() and self._scheme is not OldScheme.PP46,
            peer_score=_figure(self.peers) if self.asks_peers.isChecked() else None,
            new_idea=self.new_idea.text().strip(),
            sole_reason=self.sole_reason.text().strip(),
            stated_score=_figure(self.stated),
            stated_category=OldCategory(stated) if stated else None,
            ratee=self._person("ratee"),
            rater=self._person("rater"),
            superior=self._person("superior"),
            note=self.note.text().strip(),
        )

    def check(self) -> None:
        """Say at once what the paper comes to, what is missing and what is worth a second look."""
        self._timer.stop()
        paper = self.stated_paper()
        self.judged = self._desk.assessment.old_years.check(paper) if paper is not None else None
        wrong = self.judged is None or any(one.code not in STILL_MISSING for one in self.judged.faults)
        self.save.setEnabled(bool(self.nip.text().strip()) and not wrong)
        self.told.setHtml(self._told())

    def _told(self) -> str:
        translate = QCoreApplication.translate
        if self.judged is None:
            return _part_html(translate("OldYearDialog", "What it comes to"),
                              [escape(translate("OldYearDialog", "A figure in red cannot be read."))])  # fmt: skip
        words, result = self._words.messages, self.judged.result
        blocks: list[str] = []
        if result is not None:
            label = label_words(self._words, result.category, self._scheme)
            blocks.append(
                f"<p><big><b>{escape(words.noted(printed_decimal(result.score)))} · {escape(label)}</b></big></p>"
            )
        hints = [
            f'<span style="color:{(look.asks() if one.code in STILL_MISSING or result else look.blocks()).name()}">⚠ '
            f"{escape(words.sentence(one.code, one.facts))}</span> <small>({escape(one.code)})</small>"
            for one in (*self.judged.faults, *self.judged.remarks)
        ]
        if hints:
            blocks.append(_part_html(translate("OldYearDialog", "Please look"), hints))
        if result is not None:
            lines = [
                f"{escape(words.reason(one))} <small>({escape(words.cited(one.source))})</small>"
                for one in result.explanation
            ]
            blocks.append(_part_html(translate("OldYearDialog", "How it came about"), lines))
        return "".join(blocks)

    def tell(self, error: Exception) -> None:
        """The desk refused the paper: say why; everything typed stays."""
        self.refusal.tell(error)
        self.save.setEnabled(True)

    def _save(self) -> None:
        self.check()
        paper = self.stated_paper()
        if paper is None or not self.save.isEnabled():
            return
        self.refusal.tell(None)
        self.save.setEnabled(False)
        self._keep(self.nip.text().strip(), paper)

    def _person(self, role: str) -> Signatory:
        return Signatory(**{field: self.people[role, field].text().strip() for field in _PEOPLE})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a field, it does not close the dialog with half a paper."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _text(value: Decimal | None) -> str:
    return "" if value is None else printed_decimal(value)


def _figure(field: QLineEdit) -> Decimal | None:
    return read_decimal(field.text()) if field.text().strip() else None


def _part_html(heading: str, lines: list[str]) -> str:
    return f"<p><b>{escape(heading)}</b></p><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
