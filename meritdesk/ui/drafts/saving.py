"""What became of the save of a dialog that was accepted: by this its draft goes or stays."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from meritdesk.core.work_record import WorkFate
from meritdesk.ui.background import Job
from meritdesk.ui.room import RoomPage

RECENT_SECONDS = 1.5


class Saving(QObject):
    """Waits for what the page asks of the desk when a dialog is accepted: done, the draft goes; refused, it stays.

    A page asks before the dialog says that it is finished, or just after. What was asked is noted at once and not
    looked for later: a desk that answers quickly has refused by then, and nothing of it stands in the queue any more.
    """

    def __init__(self, page: RoomPage, drop: Callable[[], None]) -> None:
        super().__init__(page)
        self._lane, self._drop = page.lane, drop
        self._saves: list[Job] = []
        self._note()
        self._lane.queue_changed.connect(self._note)
        QTimer.singleShot(0, self, self._judge)

    def _note(self) -> None:
        now = time.monotonic()
        for job in self._lane.jobs():
            if not job.key and now - job.asked_at < RECENT_SECONDS and job not in self._saves:
                self._saves.append(job)

    def _judge(self) -> None:
        self._lane.queue_changed.disconnect(self._note)
        if self._saves and self._saves[-1].fate is None:
            self._saves[-1].ended.connect(self._end)
        else:
            self._end()

    def _end(self) -> None:
        if not self._saves or self._saves[-1].fate is WorkFate.DONE:
            self._drop()
        self._saves = []
        self.deleteLater()
