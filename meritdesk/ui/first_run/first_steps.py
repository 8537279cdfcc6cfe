"""What to do first where a page is still empty: one sentence and the button that does it, above every page alike."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from meritdesk.services.overview import Status
from meritdesk.ui import look
from meritdesk.ui.leaving import SECOND_PLACE
from meritdesk.ui.wording import Words

PUT_OFF, PUT_OFF_DAYS = "backup-folder-second-later", 30


class FirstStep(StrEnum):
    """What is missing before a page can show anything."""

    STAFF = "STAFF"
    PLANS = "PLANS"
    ACTUALS = "ACTUALS"
    RATINGS = "RATINGS"
    CLOSING = "CLOSING"
    BACKUP = "BACKUP"
    SECOND = "SECOND"
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
    FirstStep.SECOND: Way("upkeep", {"tab": "store", "task": "second"}),
    FirstStep.FILES: Way("handover"),
}

_WORK = ("planning", "execution", "assessment", "documents", "follow_up", "handover", "teams")


def first_step(room: str, status: Status, lacks_second: bool = False) -> FirstStep | None:
    """What comes first in a room, from the counts of the period; nothing when the room has what it needs.

    ``lacks_second``: backups go to the disk of the data alone.
    """
    whole = status.whole
    if status.agency.is_region:
        if not status.received and room not in ("handover", "upkeep"):
            return FirstStep.FILES
        is_asked = room in ("overview", "upkeep") and status.last_backup and lacks_second
        return FirstStep.SECOND if is_asked else None
    if not whole.staff:
        return FirstStep.STAFF
    if room == "upkeep":
        return (FirstStep.SECOND if lacks_second else None) if status.last_backup else FirstStep.BACKUP
    if room in _WORK and whole.due and not whole.plans:
        return FirstStep.PLANS
    if room in ("execution", "assessment") and whole.plans and not whole.with_actuals and not whole.rated:
        return FirstStep.ACTUALS
    if room in ("assessment", "handover") and whole.with_actuals and not whole.rated:
        return FirstStep.RATINGS
    if room in ("handover", "follow_up") and whole.rated and not whole.closed:
        return FirstStep.CLOSING
    if room == "overview" and status.last_backup and lacks_second:
        return FirstStep.SECOND
    return None


class FirstStepStrip(QFrame):
    """One sentence and one button between head and page; hidden where nothing is missing."""

    wanted = Signal(str, object)  # room, filters

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setObjectName("notice")
        self.step: FirstStep | None = None
        self._status: Status | None = None
        self._room = ""
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._go)
        self.later = QPushButton(self)
        self.later.setFlat(True)
        self.later.clicked.connect(self._put_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.RHYTHM, 4, look.RHYTHM, 4)
        row.addWidget(self.said, 1)
        row.addWidget(self.later)
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
        self.step = (
            first_step(self._room, self._status, self._lacks_second(self._status))
            if self._status is not None and self._room
            else None
        )
        if self.step is not None:
            sentence, button = _words(self.step)
            if self._status is not None:
                # What is missing is missing of the period in the head: a quarter may well have its actuals.
                sentence = sentence.replace("%1", self.words.period(self._status.period))
            self.said.setText(f"▸ {sentence}")
            self.button.setText(button)
            self.button.setAccessibleDescription(sentence)
            self.later.setText(QCoreApplication.translate("FirstSteps", "Remind me in a month"))
            self.later.setVisible(self.step is FirstStep.SECOND)
        self.setVisible(self.step is not None)

    def _lacks_second(self, status: Status) -> bool:
        """Whether nothing keeps the backups when the disk fails, and nobody asked to hear of it later."""
        if status.agency.is_practice or QSettings().value(SECOND_PLACE):
            return False
        return not is_put_off(str(QSettings().value(PUT_OFF, "") or ""), date.today())  # noqa: DTZ011 - the wall

    def _put_off(self) -> None:
        QSettings().setValue(PUT_OFF, date.today().isoformat())  # noqa: DTZ011 - the wall
        self.retranslate()

    def _go(self) -> None:
        if self.step is not None:
            way = WAYS[self.step]
            self.wanted.emit(way.room, dict(way.filters))


def is_put_off(said_on: str, today: date) -> bool:
    """Whether somebody asked within a month to hear of the second place later; a clock set back asks anew."""
    with suppress(ValueError):
        return timedelta(0) <= today - date.fromisoformat(said_on) < timedelta(days=PUT_OFF_DAYS)
    return False


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
                "FirstSteps", "No actuals of %1 are entered yet. Type them in the grid, or drop a filled-in sheet here."
            ),
            translate("FirstSteps", "Enter actuals"),
        ),
        FirstStep.RATINGS: (
            translate("FirstSteps", "Nobody is rated for %1 yet. Rate a unit with the keys A, S and B."),
            translate("FirstSteps", "Rate a unit"),
        ),
        FirstStep.CLOSING: (
            translate("FirstSteps", "Nothing of %1 can be sent yet: only closed evaluations are packed."),
            translate("FirstSteps", "Close evaluations"),
        ),
        FirstStep.BACKUP: (
            translate("FirstSteps", "There is no backup yet. Make the first one on another disk."),
            translate("FirstSteps", "Make a backup"),
        ),
        FirstStep.SECOND: (
            translate(
                "FirstSteps", "Backups lie on the same disk as the data. Let them go to a stick or another disk too."
            ),
            translate("FirstSteps", "Choose a second place..."),
        ),
        FirstStep.FILES: (
            translate(
                "FirstSteps",
                "Nothing has arrived yet. Hold the key ceremony and admit the PCs of the agencies on the tab Keys, "
                "then receive their files.",
            ),
            translate("FirstSteps", "Send and receive"),
        ),
    }[step]
