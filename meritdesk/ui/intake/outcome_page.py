"""The last page of the wizard: what was written, what is still open, and the ways to go on, to take along, or back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.intake.session import IntakeSession
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


class OutcomePage(QWidget):
    """Counts that add up, and a button for each thing that makes sense now."""

    manual_place = "import-outcome"

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._session: IntakeSession | None = None
        self.told = look.title(QLabel(self))
        self.told.setWordWrap(True)
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.counts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.news = QLabel(self)
        self.news.setWordWrap(True)
        self.go_on, self.workbook, self.save_list, self.print_list, self.undo = (QPushButton(self) for _ in range(5))
        self._abouts = {button: QLabel(self) for button in self.buttons}
        ways = QGridLayout()
        ways.setHorizontalSpacing(2 * look.RHYTHM)
        ways.setVerticalSpacing(look.RHYTHM)
        ways.setColumnStretch(1, 1)
        for row, button in enumerate(self.buttons):
            about = self._abouts[button]
            about.setWordWrap(True)
            look.colour(about, look.quiet())
            ways.addWidget(button, row, 0)
            ways.addWidget(about, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * look.RHYTHM)
        layout.addWidget(self.told)
        layout.addWidget(self.counts)
        layout.addLayout(ways)
        layout.addWidget(self.news)
        layout.addStretch(1)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done, in order."""
        return self.go_on, self.workbook, self.save_list, self.print_list, self.undo

    def show_session(self, session: IntakeSession, counts: str) -> None:
        """Show what came of it."""
        self._session = session
        self.counts.setText(counts)
        self.news.clear()
        self.retranslate()

    def say(self, news: str) -> None:
        """What was just done here."""
        self.news.setText(news)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        translate = QCoreApplication.translate
        session = self._session
        left = session.open_count if session else 0
        number = self._words.number(left)
        self.go_on.setText(translate("IntakeOutcome", "&Mend and go on ({count})").format(count=number))
        self.workbook.setText(translate("IntakeOutcome", "Save a &workbook of refused rows…"))
        self.save_list.setText(translate("IntakeOutcome", "Save the &list of refused rows…"))
        self.print_list.setText(translate("IntakeOutcome", "&Print the list…"))
        self.undo.setText(translate("IntakeOutcome", "&Undo this import"))
        for button, about in (
            (self.go_on, translate("IntakeOutcome", "Correct the open rows here; what was written stays.")),
            (
                self.workbook,
                translate(
                    "IntakeOutcome", "An .xlsx with only these rows and their reasons: mend in Excel, import again."
                ),
            ),
            (self.save_list, translate("IntakeOutcome", "A .csv with row, reason and next step.")),
            (self.print_list, translate("IntakeOutcome", "The same list on paper.")),
            (self.undo, translate("IntakeOutcome", "Everything is as before, as long as nothing later stands on it.")),
        ):
            self._abouts[button].setText(about)
        can_undo = bool(session and session.written)
        for button in self.buttons:
            is_shown = can_undo if button is self.undo else left > 0
            button.setVisible(is_shown)
            self._abouts[button].setVisible(is_shown)
        if session is None:
            return
        if not session.written:
            self.told.setText(translate("IntakeOutcome", "Nothing is written"))
        elif left:
            self.told.setText(
                singular(translate("IntakeOutcome", "Written; {count} rows are still open").format(count=number))
            )
        else:
            self.told.setText(translate("IntakeOutcome", "Everything is written"))

    def set_busy(self, is_busy: bool) -> None:
        """One thing at a time."""
        for button in self.buttons:
            button.setEnabled(not is_busy)
