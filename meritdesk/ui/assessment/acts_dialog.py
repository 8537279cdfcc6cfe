"""What is recorded on one person besides ratings: one dialog, one act, the fields it needs and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.circumstances import RevisionReason, TakeOverBasis
from meritdesk.core.journal import Changes
from meritdesk.core.lines import LineFlag, RatingLine
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.assessment.verdicts import is_closed
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Act:
    """One act that fits the person: its name, its words, what it means, and the verb that carries it out."""

    name: str
    title: str
    told: str
    carry: Callable[[], Changes]


class ActsDialog(ByKeyboard, QDialog):
    """Offers the acts that fit a person; ``Record`` carries out the chosen one and closes when it was taken."""

    def __init__(
        self, desk: Desk, lane: Lane, words: Words, line: RatingLine, period: Period, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._words = desk, lane, words
        self._line, self._period = line, period
        self.setWindowTitle(QCoreApplication.translate("ActsDialog", "Special case"))
        self._build()
        self._lay_out()
        self.acts = self._acts()
        for act in self.acts:
            self.choice.addItem(act.title, act.name)
        self.choice.currentIndexChanged.connect(self._settle)
        self._settle()
        self.choice.setFocus()

    def _build(self) -> None:
        self.heading = look.strong(QLabel(f"{self._line.name} · {self._words.period(self._period)}", self))
        self.heading.setWordWrap(True)
        self.choice = QComboBox(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.day = DayField(date.today(), self)  # noqa: DTZ011 - the clerk's own day
        today = QDate.currentDate()
        last = QDate(self._period.last_day.year, self._period.last_day.month, self._period.last_day.day)
        self.day.setDate(min(today, last))
        self.basis = QComboBox(self)
        for basis in TakeOverBasis:
            self.basis.addItem(self._words.messages.label_of(basis), basis)
        self.revision = QComboBox(self)
        for reason in RevisionReason:
            self.revision.addItem(self._words.messages.label_of(reason), reason)
        self.delegate = QLineEdit(self)
        self.delegate.setPlaceholderText(
            QCoreApplication.translate("ActsDialog", "NIP; empty means the superior himself")
        )
        self.name = QLineEdit(self)
        self.text = QLineEdit(self)
        self.fault = look.colour(QLabel(self), look.blocks())
        self.fault.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.record = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.record.setText(QCoreApplication.translate("ActsDialog", "&Record"))
        self.buttons.accepted.connect(self._carry_out)
        self.buttons.rejected.connect(self.reject)
        for field in (self.text, self.name):
            field.textChanged.connect(self._ready)

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.addRow(QCoreApplication.translate("ActsDialog", "&What"), self.choice)
        self._rows: dict[str, QWidget] = {}
        for name, words, field in (
            ("basis", QCoreApplication.translate("ActsDialog", "&Ground"), self.basis),
            ("revision", QCoreApplication.translate("ActsDialog", "Reason c&ode"), self.revision),
            ("day", QCoreApplication.translate("ActsDialog", "&Date"), self.day),
            ("delegate", QCoreApplication.translate("ActsDialog", "De&legated to (Plt/Plh)"), self.delegate),
            ("name", QCoreApplication.translate("ActsDialog", "&Responsible"), self.name),
            ("text", QCoreApplication.translate("ActsDialog", "R&eason or reference"), self.text),
        ):
            self.form.addRow(words, field)
            self._rows[name] = field
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.heading)
        layout.addLayout(self.form)
        layout.addWidget(self.told)
        layout.addWidget(self.fault)
        layout.addStretch()
        layout.addWidget(self.buttons)
        self.resize(560, 330)

    @property
    def current(self) -> Act:
        """The act in front."""
        return next(act for act in self.acts if act.name == self.choice.currentData())

    def _acts(self) -> tuple[Act, ...]:
        """The acts that fit: a closed evaluation has a new version only, an open one the rest."""
        acts, nip, period = self._desk.assessment.acts, self._line.nip, self._period
        if is_closed(self._line):
            return (
                Act(
                    "reopen",
                    QCoreApplication.translate("ActsDialog", "Make a new version"),
                    QCoreApplication.translate(
                        "ActsDialog",
                        "The closed version is kept as it is and stays what was signed. The new version is open with "
                        "the same ratings until it is closed; reason and name stand in its explanation.",
                    ),
                    lambda: acts.reopen(nip, period, RevisionReason(self.revision.currentData()), self._said()),
                ),
            )
        special = self._line.circumstances
        found = [
            Act(
                "take_over",
                QCoreApplication.translate("ActsDialog", "The superior of the rater evaluates (D.1.2)"),
                QCoreApplication.translate(
                    "ActsDialog",
                    "Allowed once the evaluation window is over or the rater is permanently prevented. "
                    "The result is final: there is no objection behind it.",
                ),
                lambda: acts.take_over(
                    nip, period, TakeOverBasis(self.basis.currentData()), self._said(), self.delegate.text().strip()
                ),
            ),
            Act(
                "drop_out",
                QCoreApplication.translate("ActsDialog", "Study leave ended without a degree"),
                QCoreApplication.translate(
                    "ActsDialog",
                    "The quadrant does not count then: the predicate is Kurang, or Sangat Kurang where the behaviour "
                    "is below expectation.",
                ),
                lambda: acts.drop_out(nip, period, self._chosen_day(), self._said()),
            ),
            Act(
                "reuse",
                QCoreApplication.translate("ActsDialog", "Use the last periodic result again (moved)"),
                QCoreApplication.translate(
                    "ActsDialog",
                    "Only after a move, only for a quarter or month, and only by an agreement that is named here.",
                ),
                lambda: acts.reuse(nip, period, self._chosen_day(), self._said()),
            ),
            Act(
                "waive",
                QCoreApplication.translate("ActsDialog", "Let it close although something is missing"),
                QCoreApplication.translate(
                    "ActsDialog",
                    "Name and reason stand in the explanation for good. Without ratings it closes without a predicate.",
                ),
                lambda: acts.waive(nip, period, self.name.text(), self._said()),
            ),
        ]
        for name, recorded, title in (
            ("take_over", special.take_over, QCoreApplication.translate("ActsDialog", "Withdraw: superior evaluates")),
            ("drop_out", special.drop_out, QCoreApplication.translate("ActsDialog", "Withdraw: drop-out")),
            ("reuse", special.reuse, QCoreApplication.translate("ActsDialog", "Withdraw: reused result")),
        ):
            if recorded is not None:
                told = QCoreApplication.translate(
                    "ActsDialog", "What was recorded is taken back; the journal keeps it."
                )
                found.insert(0, Act(f"no_{name}", title, told, partial(acts.withdraw, nip, period, name)))
        if LineFlag.STUDY_LEAVE in self._line.flags:
            found.sort(key=lambda act: act.name != "drop_out")
        return tuple(found)

    def _settle(self) -> None:
        """Show the fields of the act in front, and what it means."""
        wanted = {
            "take_over": {"basis", "delegate", "text"},
            "drop_out": {"day", "text"},
            "reuse": {"day", "text"},
            "waive": {"name", "text"},
            "reopen": {"revision", "text"},
        }.get(self.current.name, set())
        for name, field in self._rows.items():
            self.form.setRowVisible(field, name in wanted)
        self.told.setText(self.current.told)
        self.fault.clear()
        self._ready()

    def _ready(self) -> None:
        needs_text = self.form.isRowVisible(self.text)
        needs_name = self.form.isRowVisible(self.name)
        is_ready = (not needs_text or bool(self._said())) and (not needs_name or bool(self.name.text().strip()))
        self.record.setEnabled(is_ready)

    def _said(self) -> str:
        return self.text.text().strip()

    def _chosen_day(self) -> date:
        return self.day.day

    def _carry_out(self) -> None:
        act = self.current
        self.record.setEnabled(False)
        self._lane.ask(lambda step: act.carry(), lambda changes: self.accept(), self._refused, title=act.title)

    def _refused(self, refusal: Exception) -> None:
        code, what, then = self._words.told(refusal)
        self.fault.setText(f"⚠ {what} {then} ({code})")
        self._ready()
