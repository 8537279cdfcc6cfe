"""The frame of the wizard: its pages, what is said, and one piece of work at a time with progress and a way to stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import FileRefusal
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.wording import Words
from meritdesk.ui.work.said import left_words

T = TypeVar("T")
_SUFFIXES = "*.xlsx *.xls *.ods *.csv *.txt"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Progress(QObject):
    """Carries progress from the lane's thread to the window's."""

    made = Signal(int, int)


class WizardFrame(ByKeyboard, QDialog):
    """A dialog of pages over the lane. What the pages mean is the wizard's; a file may be dropped on any of them."""

    def __init__(self, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self._job: Job | None = None
        self._reached = 0
        self._progress = _Progress(self)
        self._progress.made.connect(self._show_progress)
        self.setAcceptDrops(True)
        self.resize(1120, 660)
        self.steps = QLabel(self)
        self.steps.setTextFormat(Qt.TextFormat.RichText)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.pages = QStackedWidget(self)
        self.bar = QProgressBar(self)
        self.left = QLabel(self)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self.stop_work)
        self.back, self.save_corrections, self.start, self.finish = (QPushButton(self) for _ in range(4))
        self.start.setObjectName("primary")
        self.finish.clicked.connect(self.close)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.left)
        running.addWidget(self.stop)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.save_corrections)
        foot.addStretch(1)
        foot.addWidget(self.start)
        foot.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.steps)
        layout.addWidget(self.told)
        layout.addWidget(self.pages, 1)
        layout.addLayout(running)
        layout.addLayout(foot)

    def open(self) -> None:
        """Stand beside the window, which stays usable: a long file is judged while the clerk goes on elsewhere."""
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.show()
        self.come_back()

    def come_back(self) -> None:
        """To the front, with the keyboard: what was asked in between gives them to the window behind."""
        self.raise_()
        self.activateWindow()

    def open_file(self, path: Path) -> None:
        """Read a file that was dropped or chosen."""
        raise NotImplementedError

    def settle(self) -> None:
        """Show the buttons that make sense now, and only those."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The next step, where there is one."""
        raise NotImplementedError

    def choose_file(self) -> None:
        """Let the clerk choose a file."""
        if self.is_busy:
            return
        kinds = QCoreApplication.translate("IntakeWizard", "Spreadsheets ({suffixes})").format(suffixes=_SUFFIXES)
        every = QCoreApplication.translate("IntakeWizard", "All files (*)")
        title = self.windowTitle()
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds};;{every}")
        self.come_back()
        if name:
            self.open_file(Path(name))

    def say_foot(self) -> None:
        """The words of what stands on every page, in the language of now."""
        translate = QCoreApplication.translate
        self.back.setText(translate("IntakeWizard", "&Back"))
        self.finish.setText(translate("IntakeWizard", "Close"))
        self.stop.setText(translate("IntakeWizard", "Cancel"))
        self.bar.setAccessibleName(translate("IntakeWizard", "Progress"))

    @property
    def words(self) -> Words:
        """The language of the window."""
        return self._words

    @property
    def is_busy(self) -> bool:
        """Whether a file is read, judged or written."""
        return self._job is not None

    def say(self, told: str) -> None:
        """What the clerk is told on every page."""
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def run(self, work: Callable[[Step], T], then: Callable[[T], None], is_long: bool = True, title: str = "") -> None:
        """Do one thing for the clerk; a later one takes the place of an earlier. The queue calls it ``title``."""
        self.stop_work()
        self._reached = 0
        made = self._progress.made

        def both(step: Step) -> T:
            def tell(done: int, total: int) -> None:
                self._reached = done
                step(done, total)
                made.emit(done, total)

            return work(tell)

        def answered(answer: T) -> None:
            if self._job is job:
                self._job = None
                then(answer)
                self.settle()

        def failed(error: Exception) -> None:
            if self._job is job:
                self._job = None
            self.fail(error)

        job = self._lane.ask(both, answered, failed, title=title or self.windowTitle(), shows_progress=is_long)
        self._job = job
        self.bar.setRange(0, 0)
        self.left.clear()
        job.ended.connect(lambda: self._ended(job))
        self.settle()

    def fail(self, error: Exception) -> None:
        """Say why something did not work, and what to do."""
        code, what, then = self._words.told(error)
        self.say(f"⚠ {what} {then} ({code})")
        self.settle()

    def stop_work(self) -> None:
        """Cancel what runs; no row is written by halves."""
        if self._job is not None:
            self._job.cancel()

    def reject(self) -> None:
        """Closing, by whatever key, while a file is read means cancelling; what was imported stays."""
        self.stop_work()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; anywhere else it means nothing, so that nobody imports by it."""
        focus = self.focusWidget()
        if event.key() in _ENTER and not isinstance(focus, QPushButton):
            event.accept()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Whatever comes from the disk is let in, so that it can be said why it is not taken."""
        if not self.is_busy and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """One file is read, and why a folder is none is said; which of several is meant would be a guess."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(paths) > 1:
            self.fail(FileRefusal("UI-905", count=len(paths)))
        elif paths:
            self.open_file(paths[0])

    def _ended(self, job: Job) -> None:
        """Whatever became of a job: the buttons come back, and a cancelled one says what it left."""
        if self._job is job:
            if job.is_cancelled:
                self.say(self.cancelled_words(self._reached))
            self._job = None
            self.settle()

    def cancelled_words(self, reached: int) -> str:
        """What a cancelled work left behind, of which so many rows had been looked at."""
        return QCoreApplication.translate("IntakeWizard", "Cancelled. Nothing was changed.")

    def _show_progress(self, done: int, total: int) -> None:
        job = self._job
        if job is None:
            return
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        number = self._words.number
        said = [f"{number(done)}/{number(total)}"] if total > 1 else []
        seconds = job.seconds_left(time.monotonic())
        if seconds is not None:
            said.append(left_words(seconds, self._words))
        self.left.setText(" · ".join(said))
