"""The dialogs of recognition: who is chosen, a habit, the talk about it, what became of it, and who was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QSpinBox, QVBoxLayout, QWidget

from meritdesk.core.habits import HabitOutcome, HabitRule
from meritdesk.services import Desk
from meritdesk.services.follow_up.recognition import AwardLine, RecognitionEntry
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.follow_up.recognition_tables import AwardTable, figure
from meritdesk.ui.follow_up.talent_questions import Question
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.wording import Words

_OUTCOMES = tuple(one for one in HabitOutcome if one is not HabitOutcome.OPEN)


class ChooseDialog(Question):
    """Who of the shortlist is chosen; a reason where the formula suggests another or several."""

    def __init__(
        self, shortlist: Sequence[RecognitionEntry], suggested_id: str, first: str, words: Words, parent: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Recognition", "Employee of the Month"), parent, translate("Recognition", "&Choose"))
        self._people = list(shortlist)
        self._suggested = suggested_id
        self.person = QComboBox(self)
        for one in self._people:
            tied = " =" if one.placed.is_tied else ""
            total = figure(one.placed.score.total, words.language)
            self.person.addItem(
                f"{one.placed.place}{tied} · {words.who(one.person)} · {total}",
                one.person.nip,
            )
        self.person.setCurrentIndex(max(0, self.person.findData(first)))
        self.form.addRow(translate("Recognition", "&Of the shortlist"), self.person)
        self.reason = self.prose(translate("Recognition", "&Reason, where the formula suggests another or several"))
        self.person.currentIndexChanged.connect(lambda _: self.look_again())
        self.reason.textChanged.connect(self.look_again)
        self.need(lambda: bool(self._people))
        self.need(lambda: self.is_suggested or bool(self.reason.toPlainText().strip()))

    @property
    def nip(self) -> str:
        """Who is chosen."""
        return str(self.person.currentData() or "")

    @property
    def is_suggested(self) -> bool:
        """Whether the formula names him too."""
        chosen = self._people[max(self.person.currentIndex(), 0)] if self._people else None
        return chosen is not None and chosen.person.person_id == self._suggested


class HabitDialog(Question):
    """What a superior has seen: of whom, which habit, when and how often."""

    def __init__(
        self, desk: Desk, lane: Lane, kinds: Sequence[HabitRule], words: Words, today: date, parent: QWidget
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("Recognition", "A working habit"), parent)
        self.person = PersonField(desk, lane, self)
        self.form.addRow(translate("Recognition", "&Employee"), self.person)
        self.kind = QComboBox(self)
        for rule in kinds:
            self.kind.addItem(rule.printed if words.language == "id" else rule.english, rule.code)
        self.form.addRow(translate("Recognition", "&Habit"), self.kind)
        self.seen = DayField(today, self)
        self.form.addRow(translate("Recognition", "Seen &on"), self.seen)
        self.times = QSpinBox(self)
        self.times.setRange(1, 999)
        self.form.addRow(translate("Recognition", "How &often"), self.times)
        self.what = self.prose(translate("Recognition", "&What was seen"), "", True)
        self.readers = self.line(translate("Recognition", "&Readers, with commas"))
        self.person.chosen.connect(lambda _: self.look_again())
        self.need(lambda: self.person.line is not None)


class TalkDialog(Question):
    """The talk about a habit: when, by whom, what was agreed, and until when one watches."""

    def __init__(self, title: str, today: date, by: str, watch_days: int, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(title, parent, translate("Recognition", "&Note the talk"))
        self.day = DayField(today, self)
        self.form.addRow(translate("Recognition", "Talked &on"), self.day)
        self.by = self.line(translate("Recognition", "&By"), by, True)
        self.agreed = self.prose(translate("Recognition", "&Agreed"), "", True)
        self.due = DayField(today + timedelta(days=watch_days), self)
        self.form.addRow(translate("Recognition", "&Watched until"), self.due)


class HabitOutcomeDialog(Question):
    """What became of a habit."""

    def __init__(self, title: str, today: date, words: Words, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(title, parent, translate("Recognition", "&Settle it"))
        self.outcome = self.choice(translate("Recognition", "&Outcome"), _OUTCOMES, words)
        self.day = DayField(today, self)
        self.form.addRow(translate("Recognition", "O&n"), self.day)
        self.remark = self.prose(translate("Recognition", "&Remark"))


class AwardsDialog(ByKeyboard, QDialog):
    """Who was chosen in every month, with whom the formula suggested and the reason."""

    def __init__(self, lines: Sequence[AwardLine], words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        title = translate("Recognition", "Employees of the Month")
        self.setWindowTitle(title)
        self.listing: PlainList[AwardLine] = PlainList(
            AwardTable(words, self), title, translate("Recognition", "Nobody was chosen yet."), self
        )
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.listing, 1)
        column.addWidget(close)
        self.resize(look.in_letters(900), look.in_letters(460))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.listing.show_lines(lines)
