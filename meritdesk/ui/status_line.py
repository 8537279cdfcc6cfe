"""The line at the bottom: is it saved, when was the last backup, how long is the queue, and a way to stop it."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from meritdesk.core.server import ServerState
from meritdesk.services.overview import Status
from meritdesk.services.upkeep.accounts import WhoWorks
from meritdesk.ui import look
from meritdesk.ui.background import SHOW_AFTER_SECONDS, Job, Lane
from meritdesk.ui.singular import CountLabel
from meritdesk.ui.wording import Words
from meritdesk.ui.work.said import left_words
from meritdesk.wall_clock import noted_moment

LOOK_MILLISECONDS = 100


class StatusLine(QStatusBar):
    """Tells the truth about saving, backup, journal and the jobs; jobs never cover the page."""

    queue_wanted = Signal()

    def __init__(self, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self._saved_at: datetime | None = None
        self._status: Status | None = None
        self._shown: Job | None = None
        self.server: ServerState | None = None
        self.place = QLabel()
        self.who = QLabel()
        self._who: WhoWorks | None = None
        self.saved = QLabel()
        self.is_viewing = False
        """A store that is only looked at: nothing is saved there, and nothing says so."""
        self.backup = QLabel()
        self.journal = CountLabel()
        self.queue = QToolButton()
        self.queue.setAutoRaise(True)
        self.queue.setMinimumWidth(1)
        self.queue.clicked.connect(self.queue_wanted)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setMaximumHeight(14)
        self.stop = QToolButton()
        self.stop.setAutoRaise(True)
        self.stop.clicked.connect(self.cancel_shown)
        self.setSizeGripEnabled(False)
        for label in (self.who, self.saved, self.backup, self.journal, self.place):
            label.setContentsMargins(look.RHYTHM, 0, look.RHYTHM, 0)
            # What is said for a moment may never push the window wider than the screen.
            label.setMinimumWidth(1)
            self.addWidget(label)
        for part in (self.queue, self.progress, self.stop):
            self.addPermanentWidget(part)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._look)
        lane.queue_changed.connect(self._look)
        self._show_job(None, 0)
        self.retranslate()

    def note_saved(self, moment: datetime) -> None:
        """A write was committed just now."""
        self._saved_at = moment
        self.retranslate()

    def note_server(self, state: ServerState | None) -> None:
        """Where the rows lie when they lie on a shared server, and whether the line to it is protected."""
        self.server = state
        self.retranslate()

    def note_who(self, who: WhoWorks) -> None:
        """Who works here, and as what."""
        self._who = who
        self.retranslate()

    def note_status(self, status: Status) -> None:
        """What the overview knows of backup and journal."""
        self._status = status
        self.retranslate()

    def cancel_shown(self) -> None:
        """Stop the job that is shown; it leaves everything as it was before."""
        if self._shown is not None:
            self._shown.cancel()
            self._look()

    def retranslate(self) -> None:
        """Say all parts in the current language."""
        translate = QCoreApplication.translate
        if self._saved_at is None:
            self.saved.setText("✓ " + translate("StatusLine", "Everything is saved"))
        else:
            said = translate("StatusLine", "Saved %1").replace("%1", f"{self._saved_at:%H:%M}")
            self.saved.setText("✓ " + said)
        self.stop.setIcon(look.icon("close", 14))
        self.stop.setToolTip(translate("StatusLine", "Stop this job (Ctrl+.)"))
        self.stop.setAccessibleName(translate("StatusLine", "Stop this job"))
        if self._shown is None:
            self.queue.setText(translate("StatusLine", "Queue"))
        self.queue.setToolTip(translate("StatusLine", "What runs, waits and ended (Ctrl+J)"))
        self.queue.setAccessibleName(translate("StatusLine", "Work queue"))
        self.progress.setAccessibleName(translate("StatusLine", "Progress of the running job"))
        self._say_who()
        self._say_server()
        if self._status is None:
            self.backup.clear()
            self.journal.clear()
            return
        if self._status.last_backup:
            moment = noted_moment(self._status.last_backup)
            self.backup.setText(translate("StatusLine", "Last backup %1").replace("%1", self._words.moment(moment)))
            look.colour(self.backup, self.palette().windowText().color())
        else:
            self.backup.setText("⚠ " + translate("StatusLine", "No backup yet"))
            look.colour(self.backup, look.asks())
        said = translate("StatusLine", "Journal: %1 changes").replace(
            "%1", self._words.number(self._status.journal.count)
        )
        self.journal.setText(said)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In large letters on a small screen journal and name are said elsewhere: saving and backup matter more."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Whole words or none: what has no room while work is told of stands elsewhere, too."""
        told = [part for part in (self.queue, self.progress, self.stop, self.place) if part.isVisibleTo(self)]
        others = (self.saved, self.backup, self.who, self.journal, self.place)
        told += [part for part in self.findChildren(QLabel) if part not in others and part.isVisibleTo(self)]
        needed = sum(part.sizeHint().width() + look.RHYTHM for part in told) + 4 * look.RHYTHM
        # Who works here stands at the door, in the menu and in the journal, too; how long the journal is in its room.
        for part in (self.saved, self.backup, self.who, self.journal):
            needed += part.sizeHint().width() + look.RHYTHM
            has_room = needed <= self.width() if part is not self.saved else not self.is_viewing
            part.setVisible(bool(part.text()) and has_room)

    def _say_who(self) -> None:
        if self._who is None:
            self.who.clear()
            return
        role = self._words.messages.label(f"ROLE:{self._who.role.value}")
        self.who.setText(f"{self._who.full_name} · {role}")
        self.who.setToolTip(QCoreApplication.translate("StatusLine", "Who works here (Ctrl+Alt+L locks the window)"))
        self._make_room()

    def _say_server(self) -> None:
        translate, state = QCoreApplication.translate, self.server
        if state is None:
            self.place.clear()
            return
        self.place.setText(translate("StatusLine", "Server %1").replace("%1", state.place))
        said = translate("StatusLine", "%1 as %2 · PostgreSQL %3 · %4")
        protected = state.tls or translate("StatusLine", "the line is not encrypted")
        role = self._words.messages.label(f"SERVER-ROLE:{state.role.upper()}")
        for place, text in enumerate((state.user, role, state.version, protected), 1):
            said = said.replace(f"%{place}", text)
        self.place.setToolTip(said)

    def _look(self) -> None:
        """After 300 ms a job is shown with its counts and the time left."""
        jobs = self._lane.jobs()
        now = time.monotonic()
        # A print order runs for minutes beside short reading: it is the one to tell of.
        running = min((job for job in jobs if job.started_at), key=lambda job: job.started_at, default=None)
        if jobs and not self._watch.isActive():
            self._watch.start()
        elif not jobs:
            self._watch.stop()
        is_long = running is not None and now - running.started_at >= SHOW_AFTER_SECONDS
        self._show_job(running if is_long else None, len(jobs))

    def _show_job(self, job: Job | None, waiting: int) -> None:
        if job is not self._shown:
            self._lane.turns.begin()  # what comes and goes here lays the whole frame out anew
        self._shown = job
        translate = QCoreApplication.translate
        for part in (self.progress, self.stop):
            part.setVisible(job is not None)
        if job is None:
            self.queue.setText(translate("StatusLine", "Queue"))
            self._make_room()
            return
        said = job.title or translate("StatusLine", "Reading")
        if job.total:
            counts = f"{self._words.number(job.done)}/{self._words.number(job.total)}"
            said = f"{said} {counts}"
            self.progress.setRange(0, job.total)
            self.progress.setValue(job.done)
        else:
            self.progress.setRange(0, 0)
        left = job.seconds_left(time.monotonic())
        if left is not None:
            said = f"{said} · {left_words(left, self._words)}"
        if waiting > 1:
            more = translate("StatusLine", "%1 waiting").replace("%1", self._words.number(waiting - 1))
            said = f"{said} · {more}"
        is_wider = len(said) > len(self.queue.text())
        self.queue.setText(said)
        if is_wider:
            self._make_room()
