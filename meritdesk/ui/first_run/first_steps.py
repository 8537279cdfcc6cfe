"""What to do first where a page is still empty: one sentence and the button that does it, above every page alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from meritdesk.services.overview import Status
from meritdesk.ui import look


class FirstStep(StrEnum):
    """What is missing before a page can show anything."""

    STAFF = "STAFF"
    PLANS = "PLANS"
    ACTUALS = "ACTUALS"
    RATINGS = "RATINGS"
    CLOSING = "CLOSING"
    BACKUP = "BACKUP"
    FILES = "FILES"


@dataclass(frozen=True, slots=True)
class Way:
    """Where the missing is made good: room, filters, and the tab on which nothing more need be said."""

    room: str
    filters: Mapping[str, object] = field(default_factory=dict)


WAYS: Mapping[FirstStep, Way] = {
    FirstStep.STAFF: Way("register", {"task": "import"}),
    FirstStep.PLANS: Way("planning", {"tab": "editor"}),
    FirstStep.ACTUALS: Way("execution", {"tab": "actuals"}),
    FirstStep.RATINGS: Way("assessment", {"tab": "ratings"}),
    FirstStep.CLOSING: Way("assessment", {"tab": "ratings"}),
    FirstStep.BACKUP: Way("upkeep", {"tab": "upkeep", "task": "backup", "now": True}),
    FirstStep.FILES: Way("handover"),
}

_WORK = ("planning", "execution", "assessment", "documents", "follow_up", "handover", "teams")


def first_step(room: str, status: Status) -> FirstStep | None:
    """What comes first in a room, from the counts of the period; nothing when the room has what it needs."""
    whole = status.whole
    if status.agency.is_region:
        return FirstStep.FILES if not status.received and room not in ("handover", "upkeep") else None
    if not whole.staff:
        return FirstStep.STAFF
    if room == "upkeep":
        return None if status.last_backup else FirstStep.BACKUP
    if room in _WORK and whole.due and not whole.plans:
        return FirstStep.PLANS
    if room in ("execution", "assessment") and whole.plans and not whole.with_actuals and not whole.rated:
        return FirstStep.ACTUALS
    if room in ("assessment", "handover") and whole.with_actuals and not whole.rated:
        return FirstStep.RATINGS
    if room in ("handover", "follow_up") and whole.rated and not whole.closed:
        return FirstStep.CLOSING
    return None


class FirstStepStrip(QFrame):
    """One sentence and one button between head and page; hidden where nothing is missing."""

    wanted = Signal(str, object)  # room, filters

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.step: FirstStep | None = None
        self._status: Status | None = None
        self._room = ""
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.RHYTHM, 4, look.RHYTHM, 4)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        self.hide()

    def note(self, status: Status) -> None:
        """The counts of the period in the head."""
        self._status = status
        self.retranslate()

    def enter(self, room: str) -> None:
        """Another room is in front."""
        self._room = room
        self.retranslate()

    def retranslate(self) -> None:
        """Say what is missing, or nothing."""
        self.step = first_step(self._room, self._status) if self._status is not None and self._room else None
        if self.step is not None:
            sentence, button = _words(self.step)
            self.said.setText(f"▸ {sentence}")
            self.button.setText(button)
            self.button.setAccessibleDescription(sentence)
        self.setVisible(self.step is not None)

    def _go(self) -> None:
        if self.step is not None:
            way = WAYS[self.step]
            self.wanted.emit(way.room, dict(way.filters))


def _words(step: FirstStep) -> tuple[str, str]:
    translate = QCoreApplication.translate
    return {
        FirstStep.STAFF: (
            translate(
                "FirstSteps", "There are no people yet. Begin with the units and the staff from SIASN or a sheet."
            ),
            translate("FirstSteps", "Import units and staff..."),
        ),
        FirstStep.PLANS: (
            translate(
                "FirstSteps", "Nobody has a plan for this year yet. Write the first one, or drop a sheet of plans here."
            ),
            translate("FirstSteps", "Write a plan"),
        ),
        FirstStep.ACTUALS: (
            translate(
                "FirstSteps", "No actuals are entered yet. Type them in the grid, or drop a filled-in sheet here."
            ),
            translate("FirstSteps", "Enter actuals"),
        ),
        FirstStep.RATINGS: (
            translate("FirstSteps", "Nobody is rated yet. Rate a unit with the keys A, S and B."),
            translate("FirstSteps", "Rate a unit"),
        ),
        FirstStep.CLOSING: (
            translate("FirstSteps", "Nothing can be sent yet: only closed evaluations are packed."),
            translate("FirstSteps", "Close evaluations"),
        ),
        FirstStep.BACKUP: (
            translate("FirstSteps", "There is no backup yet. Make the first one on another disk."),
            translate("FirstSteps", "Make a backup"),
        ),
        FirstStep.FILES: (
            translate(
                "FirstSteps", "Nothing has arrived yet. Exchange key cards with the agencies, then receive their files."
            ),
            translate("FirstSteps", "Send and receive"),
        ),
    }[step]
