"""The region's word on the period in front, as one line above the work: approved or locked, and what changed since."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from meritdesk.core.approvals import ApprovalLine, ApprovalState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.wording import Words


class ApprovalNote(QLabel):
    """Hidden while the region has said nothing that a clerk must know."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.words, self._key = desk, lane, words, key
        self._line: ApprovalLine | None = None
        self.setWordWrap(True)
        self.hide()

    def ask(self, period: Period) -> None:
        """Read what the region last said of a period."""
        standing = self.desk.handover.approvals.standing
        self.lane.ask(lambda step: standing(period), self._show, key=f"{self._key}.approval")

    def say(self) -> None:
        """The line in the current language."""
        line = self._line
        if line is None or (line.approval.state is ApprovalState.OPEN and not line.approval.reason):
            self.hide()
            return
        translate = QCoreApplication.translate
        one = line.approval
        state = self.words.messages.label_of(one.state)
        said = translate("ApprovalNote", "Regional office: %1 (%2, %3).")
        said = said.replace("%1", state).replace("%2", one.decided_by).replace("%3", self.words.day(one.decided_on))
        if one.is_approved:
            changed = translate("ApprovalNote", "Changed since: %1.")
            said += " " + changed.replace("%1", self.words.number(line.changes))
        if one.is_locked and line.after_lock is None:
            said += " " + translate(
                "ApprovalNote", "Work here asks for a reason first: Send and receive, Approvals, Work on all the same."
            )
        elif line.after_lock is not None:
            said += " " + translate("ApprovalNote", "Work goes on: %1").replace("%1", line.after_lock.reason)
        elif one.state is ApprovalState.OPEN:
            said += " " + translate("ApprovalNote", "Reason: %1").replace("%1", one.reason)
        self.setText(("⚠ " if one.is_locked or line.changes else "") + said)
        look.colour(self, look.asks() if one.is_locked or line.changes else look.arrived())
        self.show()

    def _show(self, line: ApprovalLine | None) -> None:
        self._line = line
        self.say()
