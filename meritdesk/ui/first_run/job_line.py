"""A job inside a dialog: how far it is, how long it still takes, and a way to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from meritdesk.ui import look
from meritdesk.ui.background import Job
from meritdesk.ui.wording import Words

LOOK_MILLISECONDS = 200


class JobLine(QWidget):
    """Hidden until a job is watched, and again when it has ended."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._job: Job | None = None
        self.told = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.RHYTHM)
        row.addWidget(self.bar, 1)
        row.addWidget(self.told)
        row.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        self.hide()

    def watch(self, job: Job) -> Job:
        """Show this job until it ends."""
        self._job = job
        job.ended.connect(self._ended)
        self.stop.setText(QCoreApplication.translate("JobLine", "Stop"))
        self.stop.setEnabled(True)
        self.show()
        self._look()
        self._timer.start()
        return job

    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.done)
        left = job.seconds_left(time.monotonic())
        said = QCoreApplication.translate("JobLine", "Working...")
        if job.is_cancelled:
            said = QCoreApplication.translate("JobLine", "Stopping...")
        elif left is not None:
            waiting = QCoreApplication.translate("JobLine", "about %1 s left")
            said = waiting.replace("%1", self._words.number(max(1, round(left))))
        self.told.setText(said)
        self.bar.setAccessibleName(said)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)
            self._look()

    def _ended(self) -> None:
        self._timer.stop()
        self._job = None
        self.hide()
