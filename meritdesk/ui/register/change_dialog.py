"""A change in mid-year in two steps: what happened, and everything it will do before it does it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.career import CareerChange
from meritdesk.core.errors import Refusal
from meritdesk.core.people import OrgUnit, Person
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.register.careers import ChangeOutcome
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.register.change_form import ChangeForm
from meritdesk.ui.register.change_table import Part, PreviewColumn, PreviewTable, part_in_words, preview_lines
from meritdesk.ui.wording import Words


class ChangeDialog(ByKeyboard, QDialog):
    """Asks, shows, carries out. ``done_with`` gives the outcome once it is written; the way back is offered then."""

    done_with = Signal(object)  # ChangeOutcome

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        person: Person,
        units: Sequence[OrgUnit],
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words, self._person = desk, lane, words, person
        self._outcome: ChangeOutcome | None = None
        self.heading = look.strong(QLabel(self))
        self.heading.setWordWrap(True)
        self.form = ChangeForm(words, person, units, day, self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.form)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = PreviewTable(words, self)
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setWordWrap(True)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(PreviewColumn.AFTER, QHeaderView.ResizeMode.Stretch)
        for column, width in zip(PreviewColumn, (110, 190, 220, 300, 90), strict=True):
            if column is not PreviewColumn.AFTER:
                self.view.setColumnWidth(column, look.in_letters(width))
        shown = QWidget(self)
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.told)
        inside.addWidget(self.view, 1)
        self.steps = QStackedWidget(self)
        self.steps.addWidget(scroll)
        self.steps.addWidget(shown)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setObjectName("notice")
        look.colour(self.problem, look.blocks())
        self.problem.hide()
        self.back = QPushButton(self)
        self.back.clicked.connect(self.go_back)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.reject)
        self.forward = QPushButton(self)
        self.forward.setObjectName("primary")
        self.forward.setDefault(True)
        self.forward.clicked.connect(self.go_on)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.forward)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.steps, 1)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.resize(980, 560)
        self.retranslate()
        self._settle()
        self._lane.ask(self._read_raters, self.form.offer_raters, key="register.raters")

    @property
    def is_showing(self) -> bool:
        """Whether the second step is in front."""
        return self.steps.currentIndex() == 1

    def choose(self, change: CareerChange, unit_id: str = "") -> None:
        """Begin with a change that another page proposes."""
        self.form.choose(change, unit_id)

    def go_on(self) -> None:
        """From the question to the preview, and from the preview to the deed."""
        request = self.form.request()
        self.forward.setEnabled(False)
        self.problem.hide()
        if self.is_showing:
            self._lane.ask(
                lambda step: self._desk.register.careers.change(request, step),
                self._done,
                self._refused,
                title=self.windowTitle(),
            )
        else:
            self._lane.ask(
                lambda step: self._desk.register.careers.preview(request, step),
                self._show,
                self._refused,
                title=self.windowTitle(),
            )

    def go_back(self) -> None:
        """Back to the question; nothing was written."""
        self.steps.setCurrentIndex(0)
        self._settle()
        self.form.kind.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setWindowTitle(QCoreApplication.translate("ChangeDialog", "Change in mid-year"))
        self.view.setAccessibleName(QCoreApplication.translate("ChangeDialog", "Everything this change will do"))
        self.back.setText(QCoreApplication.translate("ChangeDialog", "&Back"))
        self.cancel.setText(QCoreApplication.translate("ChangeDialog", "Cancel"))

    def _settle(self) -> None:
        self.back.setVisible(self.is_showing)
        self.forward.setEnabled(True)
        self.heading.setText(f"{self._person.full_name} · {self._person.position_title}")
        self.forward.setText(
            QCoreApplication.translate("ChangeDialog", "&Carry out")
            if self.is_showing
            else QCoreApplication.translate("ChangeDialog", "&See what it does")
        )

    def _show(self, outcome: ChangeOutcome) -> None:
        lines = preview_lines(outcome, self._words)
        self.table.show_lines(lines)
        number = self._words.number
        counts = [
            f"{part_in_words(part)}: {number(count)}"
            for part in Part
            if (count := sum(line.part is part for line in lines)) and part is not Part.RULE
        ]
        told = QCoreApplication.translate("ChangeDialog", "Nothing is written yet. It will do this:")
        self.told.setText(f"{told}  {' · '.join(counts)}")
        self.steps.setCurrentIndex(1)
        self._settle()
        self.view.setFocus()
        if lines:
            self.view.selectRow(0)

    def _done(self, outcome: ChangeOutcome) -> None:
        self._outcome = outcome
        self.done_with.emit(outcome)
        self.accept()

    def _refused(self, error: Exception) -> None:
        code, what, then = self._words.told(error)
        self.problem.setText(f"{what} {then} ({code})")
        self.problem.show()
        self._settle()
        if not isinstance(error, Refusal):
            self.reject()

    def _read_raters(self, step: Step) -> list[tuple[str, str]]:
        """The officials of the agency by name; whom the law does not let rate is refused when chosen."""
        return [
            (person.person_id, " · ".join(part for part in (person.full_name, person.position_title) if part))
            for person in self._desk.register.officials()
            if person.person_id != self._person.person_id
        ]


def offer_change(told: str, outcome: ChangeOutcome, words: Words) -> str:
    """The sentence with which the way back is offered."""
    return told.format(
        change=words.messages.label_of(outcome.preview.draft.request.change),
        name=outcome.people[outcome.preview.draft.request.person_id].full_name,
    )
