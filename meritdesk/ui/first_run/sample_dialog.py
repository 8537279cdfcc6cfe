"""A made-up city to practise on: built with one button into a folder of its own, and thrown away with another."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.bootstrap import check_disk
from meritdesk.core.errors import FileRefusal
from meritdesk.sample_city import year
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.job_line import JobLine
from meritdesk.ui.first_run.wishes import Way, Wish, default_place
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

STAFF, YEAR, SEED = 60, 2025, 7101
FOLDER = "Instansi-contoh"
SIGN = ".{name}-sedang-dibuat"
"""Stands beside the folder while the city is made: what a power cut left of it may be thrown away without asking."""


class SampleDialog(ByKeyboard, QDialog):
    """Builds the sample city, or opens the one that is there; ``wish`` is then to open it."""

    def __init__(
        self,
        lane: Lane,
        words: Words,
        folder: Path | None = None,
        is_reset: bool = False,
        parent: QWidget | None = None,
        staff: int = STAFF,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self._staff = staff
        self._is_reset = is_reset
        self.folder = folder or default_place(FOLDER)
        self.wish: Wish | None = None
        self._title = look.title(QLabel(self))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._place = QLabel(self)
        self._place.setWordWrap(True)
        look.colour(self._place, look.quiet())
        self.line = JobLine(words, self)
        self.refusal = RefusalStrip(words, self)
        self.open_button, self.build_button, self.back_button = QPushButton(self), QPushButton(self), QPushButton(self)
        self.back_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        self.build_button.clicked.connect(self.build)
        self.back_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.build_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(look.RHYTHM)
        for part in (self._title, self.told, self._place, self.line, self.refusal):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(look.in_letters(620))
        words.language_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def has_city(self) -> bool:
        """Whether a finished city stands there already."""
        return (self.folder / year.MARKER).is_file()

    def retranslate(self, _: str = "") -> None:
        """The words; which button is the main one depends on what stands there."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("SampleDialog", "Sample agency"))
        self._title.setText(
            translate("SampleDialog", "Begin the sample agency anew")
            if self._is_reset
            else translate("SampleDialog", "A sample agency to practise on")
        )
        told = translate(
            "SampleDialog",
            "A made-up city of %1 people with its year: plans, actuals, ratings, papers and a hand-over. It is "
            "made in a minute or two. Everything in it is marked as practice, on the screen and on paper, and no "
            "real office takes its files.",
        )
        self.told.setText(singular(told.replace("%1", self._words.number(self._staff))))
        place = translate("SampleDialog", "Folder: %1").replace("%1", str(self.folder))
        self._place.setText(place)
        has_city = self.has_city
        self.open_button.setText(translate("SampleDialog", "&Open the sample agency"))
        self.open_button.setVisible(has_city and not self._is_reset)
        self.build_button.setText(
            translate("SampleDialog", "&Throw away and make anew")
            if has_city
            else translate("SampleDialog", "&Make the sample agency")
        )
        self.back_button.setText(translate("SampleDialog", "Back"))
        main = self.open_button if has_city and not self._is_reset else self.build_button
        for button in (self.open_button, self.build_button):
            button.setObjectName("primary" if button is main else "")
            button.setStyleSheet("")
        main.setDefault(True)
        main.setFocus()

    def build(self) -> None:
        """Make the city, in place of the one before; stopping leaves nothing behind."""
        self.refusal.tell(None)
        folder, staff = self.folder, self._staff

        def work(step: Step) -> None:
            check_disk(folder)
            clear(folder)
            sign = sign_of(folder)
            sign.parent.mkdir(parents=True, exist_ok=True)
            sign.touch()
            try:
                year.live(folder, staff, YEAR, SEED, step)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            finally:
                sign.unlink(missing_ok=True)

        self._set_busy(True)
        job = self._lane.ask(work, lambda _: self._open(), self.refusal.tell)
        job.ended.connect(self._ended)
        self.line.watch(job)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing stops what is being made."""
        self.reject()
        event.accept()

    def reject(self) -> None:
        """Back to the door; a city that is being made is stopped first."""
        if not self.line.isHidden():
            self.line.stop.click()
            return
        super().reject()

    def _open(self) -> None:
        self.wish = city_wish(self.folder)
        self.accept()

    def _ended(self) -> None:
        self._set_busy(False)
        self.retranslate()

    def _set_busy(self, is_busy: bool) -> None:
        for button in (self.open_button, self.build_button):
            button.setEnabled(not is_busy)


def city_wish(folder: Path, store: Path | None = None) -> Wish:
    """To open one store of a city, else its agency, with the passphrase that lies beside it for everybody to read."""
    passphrase = (folder / "passphrase.txt").read_text(encoding="utf-8").strip()
    return Wish(Way.OPEN, store or folder / "agency", passphrase)


def city_of(store: Path) -> Path | None:
    """The folder of the sample city to which a store belongs, if it is one."""
    folder = store.parent
    return folder if (folder / year.MARKER).is_file() and (folder / "passphrase.txt").is_file() else None


def sign_of(folder: Path) -> Path:
    """The sign beside a folder that a city is being made in it."""
    return folder.parent / SIGN.replace("{name}", folder.name)


def clear(folder: Path) -> None:
    """Throw a sample city away, finished or not; ``STO-697`` for a folder that holds anything else."""
    if not folder.exists():
        return
    is_city = (folder / year.MARKER).is_file() or sign_of(folder).exists()
    if any(folder.iterdir()) and not is_city:
        raise FileRefusal("STO-697", path=str(folder))
    shutil.rmtree(folder)
