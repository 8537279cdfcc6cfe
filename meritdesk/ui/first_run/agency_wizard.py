"""A new agency, page by page, back and forth without loss; the last button makes it, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk import bootstrap
from meritdesk.bootstrap import NewStore
from meritdesk.core.store import AgencyInfo
from meritdesk.ui import look
from meritdesk.ui.background import Job, Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.first_run.agency_pages import (
    AgencyPage,
    LockPage,
    OpenPage,
    ReadyPage,
    SheetPage,
    WizardPage,
    YearPage,
)
from meritdesk.ui.first_run.answers import KeptAnswers
from meritdesk.ui.first_run.recovery_part import RecoveryPart
from meritdesk.ui.first_run.wishes import Way, Wish
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class AgencyWizard(ByKeyboard, QDialog):
    """Asks page by page; ``wish`` is then to open what was made. Cancel leaves nothing on the disk."""

    def __init__(self, lane: Lane, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self.wish: Wish | None = None
        self._new: NewStore | None = None
        self._of: tuple[AgencyInfo, str] | None = None
        self.agency = AgencyPage(words)
        self.year = YearPage(words, today)
        self.lock = LockPage(words)
        self.sheet = SheetPage(words, RecoveryPart(lane, words, self._write_sheet))
        self.open_page = OpenPage(words)
        self.ready = ReadyPage(words)
        self.pages: tuple[WizardPage, ...] = (
            self.agency, self.year, self.lock, self.sheet, self.open_page, self.ready,
        )  # fmt: skip
        self.stack = QStackedWidget(self)
        self._steps = tuple(QLabel(self) for _ in self.pages)
        self._title = look.title(QLabel(self))
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        look.colour(self._why, look.quiet())
        self.refusal = RefusalStrip(words, self)
        self._language = QPushButton(self)
        self.cancel_button, self.back_button, self.next_button = QPushButton(self), QPushButton(self), QPushButton(self)
        self.next_button.setObjectName("primary")
        self.next_button.setDefault(True)
        for button in (self._language, self.cancel_button, self.back_button):
            button.setAutoDefault(False)
        self._arrange()
        self.next_button.clicked.connect(self.forward)
        self.back_button.clicked.connect(self.back)
        self.cancel_button.clicked.connect(self.reject)
        self._language.clicked.connect(words.switch_language)
        words.language_changed.connect(self.retranslate)
        self.answers = KeptAnswers(self)
        self.is_resumed = self.answers.put_back()
        self.finished.connect(lambda _: self.answers.forget())
        self.retranslate()
        self._show(0)

    def _arrange(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(look.RHYTHM)
        for label in self._steps:
            label.setMinimumWidth(look.in_letters(240))
            steps.addWidget(label)
        steps.addStretch(1)
        for page in self.pages:
            if not page.fills:
                page.column.addStretch(1)
            self.stack.addWidget(page)
        inside = QVBoxLayout()
        inside.setSpacing(look.RHYTHM)
        inside.addWidget(self._title)
        inside.addWidget(self._why)
        inside.addSpacing(look.RHYTHM)
        inside.addWidget(self.stack, 1)
        inside.addWidget(self.refusal)
        middle = QHBoxLayout()
        middle.setSpacing(3 * look.RHYTHM)
        middle.addLayout(steps)
        middle.addLayout(inside, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._language)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.back_button, self.next_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(2 * look.RHYTHM)
        column.addLayout(middle, 1)
        column.addLayout(buttons)
        self.resize(900, 600)
        for field in self.findChildren(QLineEdit):
            field.textEdited.connect(lambda _: self._mended())

    def _mended(self) -> None:
        """Whoever types on is putting it right: what was refused is said again only if it is wrong again."""
        self.refusal.tell(None)
        self.page.refusal.tell(None)

    @property
    def page(self) -> WizardPage:
        """The page in front."""
        return self.pages[self.stack.currentIndex()]

    def forward(self) -> None:
        """To the next page when this one is complete; on the last page make the store."""
        self.refusal.tell(None)
        page = self.page
        if not page.check():
            return
        if page is self.ready:
            self._make()
        elif page is self.lock:
            self._prepare()
        else:
            self._show(self.stack.currentIndex() + 1)

    def back(self) -> None:
        """To the page before; what was typed stays."""
        self.refusal.tell(None)
        if self.stack.currentIndex():
            self._show(self.stack.currentIndex() - 1)

    def retranslate(self, _: str = "") -> None:
        """The words of frame and pages."""
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("AgencyWizard", "Prepare a new agency"))
        self.cancel_button.setText(translate("AgencyWizard", "Cancel"))
        self.back_button.setText(translate("AgencyWizard", "« &Back"))
        self._language.setText("English" if self._words.language == "id" else "Bahasa Indonesia")
        for page in self.pages:
            page.retranslate()
        self._say()

    def _say(self) -> None:
        translate = QCoreApplication.translate
        here = self.stack.currentIndex()
        ink = self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
        for place, (label, page) in enumerate(zip(self._steps, self.pages, strict=True)):
            sign = "✓" if place < here else "▸" if place == here else " "
            label.setText(f"{sign} {place + 1}. {page.title()}")
            font = label.font()
            font.setBold(place == here)
            label.setFont(font)
            look.colour(label, ink if place <= here else look.quiet())
        self._title.setText(self.page.title())
        resumed = ""
        if self.is_resumed and here == 0:
            resumed = translate(
                "AgencyWizard",
                "Your answers of the last time are filled in; only the passphrase has to be typed again.",
            )
        self._why.setText(f"{self.page.why()}\n{resumed}".strip())
        is_last = self.page is self.ready
        self.next_button.setText(
            translate("AgencyWizard", "&Make it") if is_last else translate("AgencyWizard", "&Next »")
        )
        self.back_button.setEnabled(here > 0)

    def _show(self, place: int) -> None:
        self.answers.keep()
        self.stack.setCurrentIndex(place)
        if self.page is self.lock:
            self.lock.propose(self.agency.agency())
        if self.page is self.ready:
            agency = self.agency.agency()
            told = f"{agency.name} ({agency.code})"
            self.ready.tell(told, self.lock.folder.text().strip(), self.year.year.value())
        self._say()
        self.page.first_field().setFocus()

    def _prepare(self) -> None:
        """Think the store up in memory, so that its key can be kept before anything is made."""
        wanted = self.agency.agency(), self.lock.secret.passphrase
        if self._new is not None and self._of == wanted:
            self._show(self.stack.currentIndex() + 1)
            return

        def done(new: NewStore) -> None:
            self._new, self._of = new, wanted
            self.sheet.part.show_key(new.recovery_key, new.agency.code)
            self._show(self.pages.index(self.sheet))

        self._busy(self._lane.ask(lambda step: bootstrap.prepare_store(*wanted), done, self.refusal.tell))

    def _make(self) -> None:
        new, passphrase = self._new, self.lock.secret.passphrase
        if new is None or self._of != (self.agency.agency(), passphrase):
            # Somebody went back and changed what the sheet is about: it has to be kept anew.
            self._show(self.pages.index(self.lock))
            self._prepare()
            return
        folder = Path(self.lock.folder.text().strip())
        choices = {**self.year.choices(), **self.open_page.choices()}

        def done(_: object) -> None:
            room, tab, task = "", "", ""
            if self.ready.shared.isChecked():
                room, tab, task = "upkeep", "accounts", "new"
            elif self.ready.imports.isChecked():
                room, task = "register", "import"
            year = self.year.year.value()
            self.wish = Wish(Way.OPEN, folder, passphrase, year=year, room=room, task=task, tab=tab)
            self.accept()

        self._busy(
            self._lane.ask(
                lambda step: bootstrap.found_store(new, folder, passphrase, choices), done, self.refusal.tell
            )
        )

    def _write_sheet(self, key: str, target: Path) -> None:
        bootstrap.print_recovery_sheet(self.agency.agency(), key, target)

    def _busy(self, job: Job) -> None:
        self.setEnabled(False)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self.setEnabled(True)
        self.page.first_field().setFocus()
