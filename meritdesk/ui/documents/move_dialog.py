"""What happened to one paper or to forty: where it went, who signed, on which day, and why if out of order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QDate
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

from meritdesk.core.circulation import PaperStage, PaperStep
from meritdesk.core.documents import SignerRole
from meritdesk.services.documents.circulation import Circulation
from meritdesk.services.paper_moves import MoveOutcome
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class Happening(StrEnum):
    """What a clerk may note of papers."""

    TO_RATER = "TO_RATER"
    TO_EMPLOYEE = "TO_EMPLOYEE"
    TO_SUPERIOR = "TO_SUPERIOR"
    TO_LEADER = "TO_LEADER"
    BACK_SIGNED = "BACK_SIGNED"
    BACK_UNSIGNED = "BACK_UNSIGNED"
    RATER_SIGNED = "RATER_SIGNED"
    RATEE_SIGNED = "RATEE_SIGNED"
    SUPERIOR_SIGNED = "SUPERIOR_SIGNED"
    SCANNED = "SCANNED"
    LOST = "LOST"
    WITHDRAWN = "WITHDRAWN"


_GIVEN = {
    Happening.TO_RATER: PaperStage.AT_RATER,
    Happening.TO_EMPLOYEE: PaperStage.AT_EMPLOYEE,
    Happening.TO_SUPERIOR: PaperStage.AT_SUPERIOR,
    Happening.TO_LEADER: PaperStage.AT_LEADER,
    Happening.LOST: PaperStage.LOST,
    Happening.WITHDRAWN: PaperStage.WITHDRAWN,
}
_SIGNED = {
    Happening.RATER_SIGNED: SignerRole.RATER,
    Happening.RATEE_SIGNED: SignerRole.RATEE,
    Happening.SUPERIOR_SIGNED: SignerRole.SUPERIOR,
}
_EXPECTED = {
    PaperStep.TO_RATER: Happening.TO_RATER,
    PaperStep.TO_EMPLOYEE: Happening.TO_EMPLOYEE,
    PaperStep.TO_SUPERIOR: Happening.TO_SUPERIOR,
    PaperStep.TO_LEADER: Happening.TO_LEADER,
    PaperStep.BRING_BACK: Happening.BACK_SIGNED,
    PaperStep.SCAN: Happening.SCANNED,
    PaperStep.CALL_BACK: Happening.BACK_UNSIGNED,
    PaperStep.KEEP_APART: Happening.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class NotedMove:
    """What the clerk noted; it is carried out on the lane."""

    happening: Happening
    on: date
    holder: str = ""
    reason: str = ""

    def carry_out(self, circulation: Circulation, document_ids: tuple[str, ...]) -> MoveOutcome:
        """Ask the desk for it."""
        if self.happening in _GIVEN:
            return circulation.move(document_ids, _GIVEN[self.happening], self.on, self.holder, self.reason)
        if self.happening in _SIGNED:
            return circulation.sign(document_ids, _SIGNED[self.happening], self.on, reason=self.reason)
        if self.happening is Happening.SCANNED:
            return circulation.note_scanned(document_ids, self.on)
        is_signed = self.happening is Happening.BACK_SIGNED
        return circulation.bring_back(document_ids, self.on, is_signed, reason=self.reason)


class MoveDialog(ByKeyboard, QDialog):
    """One entry for all chosen papers; what their next step is stands there already, so Enter is enough."""

    def __init__(
        self, words: Words, papers: int, name: str, expected: PaperStep, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("MoveDialog", "What happened to the papers"))
        said = singular(translate("MoveDialog", "%1 papers").replace("%1", words.number(papers)))
        heading = QLabel(name if papers == 1 else said, self)
        heading.setWordWrap(True)
        self.happening = QComboBox(self)
        for what, text in zip(Happening, _texts(), strict=True):
            self.happening.addItem(text, what)
        self.happening.setCurrentIndex(self.happening.findData(_EXPECTED.get(expected, Happening.TO_RATER)))
        self.day = DayField(today, self)
        self.day.setMinimumHeight(look.in_letters(28))
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.holder = QLineEdit(self)
        self.holder.setPlaceholderText(translate("MoveDialog", "whoever is printed on the paper"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(translate("MoveDialog", "only when out of order, lost or withdrawn"))
        rows = QFormLayout()
        rows.addRow(translate("MoveDialog", "&What"), self.happening)
        rows.addRow(translate("MoveDialog", "&On"), self.day)
        rows.addRow(translate("MoveDialog", "&Given to"), self.holder)
        rows.addRow(translate("MoveDialog", "&Reason"), self.reason)
        note = QLabel(
            translate(
                "MoveDialog",
                "You type, you do not sign: a signature is noted for the person printed on the paper. Papers that "
                "cannot go this way are listed afterwards and stay where they are. The whole entry can be undone.",
            ),
            self,
        )
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addLayout(rows)
        column.addWidget(note)
        column.addWidget(self.buttons)
        self.resize(560, 300)
        self.happening.currentIndexChanged.connect(lambda _: self._settle())
        self.reason.textChanged.connect(lambda _: self._settle())
        self.happening.setFocus()
        self._settle()

    def noted(self) -> NotedMove:
        """What was entered."""
        return NotedMove(
            Happening(self.happening.currentData()),
            self.day.day,
            self.holder.text().strip() if self.holder.isEnabled() else "",
            self.reason.text().strip(),
        )

    def _settle(self) -> None:
        what = Happening(self.happening.currentData())
        self.holder.setEnabled(what in _GIVEN and what not in (Happening.LOST, Happening.WITHDRAWN))
        needs_reason = what is Happening.LOST
        ready = not needs_reason or bool(self.reason.text().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)


def _texts() -> tuple[str, ...]:
    """The happenings in words, in their order."""
    translate = QCoreApplication.translate
    return (
        translate("MoveDialog", "handed to the rater"),
        translate("MoveDialog", "handed to the employee"),
        translate("MoveDialog", "handed to the rater's superior"),
        translate("MoveDialog", "handed to the leader or coach"),
        translate("MoveDialog", "came back signed by whoever had it"),
        translate("MoveDialog", "came back unsigned"),
        translate("MoveDialog", "the rater signed"),
        translate("MoveDialog", "the employee signed"),
        translate("MoveDialog", "the rater's superior signed"),
        translate("MoveDialog", "scanned, with all its signatures"),
        translate("MoveDialog", "lost"),
        translate("MoveDialog", "withdrawn for good"),
    )
