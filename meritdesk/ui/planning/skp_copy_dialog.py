"""Copying plans in the window: what happens to whom is seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.plan_copying import CopyMode, CopyPart
from meritdesk.services import Desk
from meritdesk.services.planning.copying import CopyOrder, CopyOutcome
from meritdesk.services.planning.editor import OpenedPlan, PlanLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.planning.skp_dialogs import tidy_list
from meritdesk.ui.planning.skp_tables import (
    CopyColumn,
    SkpCopyTable,
)
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_Standard = QDialogButtonBox.StandardButton


class CopyDialog(ByKeyboard, QDialog):
    """Copy a plan to one or many, or everybody his own of last year; what happens is seen before it is done."""

    copied = Signal(object)  # CopyOutcome

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, opened: OpenedPlan, people: Sequence[PlanLine], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self.opened = desk, lane, words, opened
        self.setWindowTitle(QCoreApplication.translate("SkpDialogs", "Copy plans"))
        self.resize(900, 600)
        self.how = QComboBox(self)
        name, year = opened.person.full_name, opened.plan.year
        for said, key in (
            (QCoreApplication.translate("SkpDialogs", "Last year's own plan into {year}"), "last"),
            (QCoreApplication.translate("SkpDialogs", "A colleague's plan to {name}"), "from"),
            (QCoreApplication.translate("SkpDialogs", "The plan of {name} to others"), "to"),
        ):
            self.how.addItem(said.format(year=year, name=name), key)
        self.choice = QComboBox(self)
        self._lines: list[PlanLine] = []
        self._listed = [line.nip for line in people if line.nip]
        self.know(people)
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.choice.completer()
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)  # a name is found behind its title too
        self.choice.setAccessibleName(QCoreApplication.translate("SkpDialogs", "Colleague"))
        self.whom = QComboBox(self)
        self.whom.addItem(QCoreApplication.translate("SkpDialogs", "only this person"), "one")
        self.whom.addItem(QCoreApplication.translate("SkpDialogs", "everybody in the same unit"), "unit")
        self.whom.addItem(QCoreApplication.translate("SkpDialogs", "everybody in the list"), "all")
        self.whom.setAccessibleName(QCoreApplication.translate("SkpDialogs", "Who gets a copy"))
        self.parts: dict[CopyPart, QCheckBox] = {}
        parts_row = QHBoxLayout()
        for part in CopyPart:
            box = QCheckBox(words.messages.label_of(part), self)
            box.setChecked(True)
            box.toggled.connect(self._ask_preview)
            self.parts[part] = box
            parts_row.addWidget(box)
        parts_row.addStretch(1)
        self.append = QCheckBox(QCoreApplication.translate("SkpDialogs", "Put the results behind those of a draft"))
        self.append.toggled.connect(self._ask_preview)
        self.table = SkpCopyTable(words, self)
        self.people = tidy_list(self, self.table)
        self.people.setAccessibleName(QCoreApplication.translate("SkpDialogs", "Who gets a copy"))
        self.people.horizontalHeader().setSectionResizeMode(CopyColumn.FATE, QHeaderView.ResizeMode.Stretch)
        self.people.setColumnWidth(CopyColumn.NAME, look.in_letters(280))
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox(_Standard.Ok | _Standard.Cancel, self)
        self.ok = self.buttons.button(_Standard.Ok)
        self.ok.setText(QCoreApplication.translate("SkpDialogs", "Copy"))
        self.buttons.accepted.connect(self._copy)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("SkpDialogs", "What"), self.how)
        form.addRow(QCoreApplication.translate("SkpDialogs", "From"), self.choice)
        form.addRow(QCoreApplication.translate("SkpDialogs", "For"), self.whom)
        form.addRow(QCoreApplication.translate("SkpDialogs", "Parts"), parts_row)
        form.addRow("", self.append)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        for chosen in (self.how, self.choice, self.whom):
            chosen.currentIndexChanged.connect(self._ask_preview)
        self._ask_preview()

    def know(self, people: Sequence[PlanLine]) -> None:
        """Colleagues and people of the unit whom the search over the list hides; *everybody in the list* stays."""
        known = {line.nip for line in self._lines}
        more = [line for line in people if line.nip and line.nip not in known]
        self._lines += more
        for line in more:
            if line.plan_id and line.nip != self.opened.person.nip:
                self.choice.addItem(line.name, line.nip)

    def order(self) -> CopyOrder:
        """What the dialog asks for."""
        how, nip, year = self.how.currentData(), self.opened.person.nip, self.opened.plan.year
        unit = self.opened.person.unit_id
        chosen = {
            "one": [nip],
            "unit": [line.nip for line in self._lines if line.unit_id == unit],
            "all": self._listed,
        }[self.whom.currentData()]
        if how == "to":
            chosen = [other for other in chosen if other != nip] or [
                line.nip for line in self._lines if line.unit_id == unit and line.nip != nip
            ]
        source = {"last": "", "from": str(self.choice.currentData() or ""), "to": nip}[how]
        if how == "from":
            chosen = [other for other in chosen if other != source] or [nip]
        parts = frozenset(part for part, box in self.parts.items() if box.isChecked())
        mode = CopyMode.APPEND if self.append.isChecked() else CopyMode.REPLACE
        return CopyOrder(list(dict.fromkeys(chosen)), year, year - 1 if how == "last" else year, source, parts, mode)

    def _ask_preview(self) -> None:
        self.choice.setEnabled(self.how.currentData() == "from")
        if self.how.currentData() == "from" and not self.choice.currentData():
            self.ok.setEnabled(False)
            self.said.setText(QCoreApplication.translate("SkpDialogs", "No colleague has a plan yet."))
            self.table.show_lines(())
            return
        order = self.order()
        self.table.source_year = order.source_year

        def failed(error: Exception) -> None:
            code, what, then = self.words.told(error)
            self.table.show_lines(())
            self.ok.setEnabled(False)
            self.said.setText(f"{what} {then} ({code})")

        self.lane.ask(lambda step: self.desk.planning.copying.preview(order), self._previewed, failed, key="skp.copy")

    def _previewed(self, outcome: CopyOutcome) -> None:
        self.table.show_lines(outcome.lines)
        counts = outcome.counts
        writing = counts["added"] + counts["changed"]
        said = QCoreApplication.translate(
            "SkpDialogs", "{added} new plans, {changed} drafts change, {refused} people get none. It can be undone."
        )
        self.said.setText(singular(said.format(**{name: self.words.number(number) for name, number in counts.items()})))
        self.ok.setEnabled(writing > 0)

    def _copy(self) -> None:
        order = self.order()
        self.ok.setEnabled(False)

        def then(outcome: CopyOutcome) -> None:
            self.copied.emit(outcome)
            self.accept()

        title = self.windowTitle()
        self.lane.ask(lambda step: self.desk.planning.copying.copy(order), then, title=title, shows_progress=True)
