"""Tim, instansi lain: people of this agency in teams of others, with consent, their part in the SKP and feedback."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.teams.team_work import AbroadLine
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.room import RoomPage
from meritdesk.ui.teams.dialogs import Question
from meritdesk.ui.teams.team_dialogs import ContributionDialog
from meritdesk.ui.wording import Words


class AbroadColumn(IntEnum):
    NAME = 0
    HOST = 1
    TEAM = 2
    LEAD = 3
    DUTY = 4
    DUE = 5
    CONSENT = 6
    RESULT = 7
    SPOKEN = 8


class AbroadTable(LineTable[AbroadLine]):
    """Who works where, what is missing, and how often lead and host spoke of him."""

    columns = AbroadColumn
    named_by = frozenset({AbroadColumn.NAME})
    numbers = frozenset({AbroadColumn.SPOKEN})

    def identity(self, line: AbroadLine) -> object:
        return line.team.problem_id, line.team.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamWork", "Name"),
            translate("TeamWork", "Host"),
            translate("TeamWork", "Team"),
            translate("TeamWork", "Lead"),
            translate("TeamWork", "Contribution"),
            translate("TeamWork", "Until"),
            translate("TeamWork", "Rater's consent"),
            translate("TeamWork", "In the SKP"),
            translate("TeamWork", "Feedback"),
        )[column]

    def shown(self, line: AbroadLine, column: int) -> str:
        team = line.team
        if column == AbroadColumn.CONSENT:
            if team.consent_on is not None:
                return self.words.short_day(team.consent_on)
            rater = line.rater.full_name if line.rater is not None else "–"
            return "⚠ " + QCoreApplication.translate("TeamWork", "missing: %1").replace("%1", rater)
        return (
            line.person.full_name,
            f"{team.host_unit}, {team.host_name}" if team.host_unit else team.host_name,
            f"{team.number} {team.team_result}",
            team.lead_name or "–",
            team.duty,
            self.words.short_day(team.due_on),
            "",
            "✓" if team.result_id else "–",
            self.words.number(line.spoken),
        )[column]

    def value(self, line: AbroadLine, column: int) -> object:
        if column == AbroadColumn.DUE:
            return line.team.due_on
        return line.spoken if column == AbroadColumn.SPOKEN else self.shown(line, column)

    def colour(self, line: AbroadLine, column: int) -> QColor | None:
        return look.asks() if column == AbroadColumn.CONSENT and line.needs_consent else None


class ConsentDialog(Question):
    """The day on which the rater agreed."""

    def __init__(self, line: AbroadLine, day: DayField, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("TeamWork", "Consent of the rater"), parent)
        rater = line.rater.full_name if line.rater is not None else "–"
        self.add(QCoreApplication.translate("TeamWork", "&Agreed on"), day)
        self.day = day
        self.setAccessibleDescription(rater)


class AbroadTab(RoomPage):
    """What the region told of teams elsewhere; consent and SKP are this agency's own and travel back."""

    room = "teams"
    nouns = frozenset({"problems", "people", "reporting", "feedback", "plans"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.title = look.title(QLabel(self))
        self.consent = QPushButton(self)
        self.consent.clicked.connect(self.open_consent)
        self.contribute = QPushButton(self)
        self.contribute.setObjectName("primary")
        self.contribute.clicked.connect(self.open_contribution)
        self.table = AbroadTable(words, self)
        self.listing = LineList("teams.abroad", self.table, self, chooses_first=True)
        self.listing.title_words = lambda: QCoreApplication.translate("TeamWork", "In teams of other agencies")
        self.listing.empty_words = self._told_empty
        self.listing.line_chosen.connect(lambda _: self._tell())
        self.listing.line_opened.connect(lambda _: self.open_contribution())
        self.view, self.search = self.listing.view, self.listing.search
        self.consent_action = page_action(self, "abroad_consent", "Ctrl+E")
        self.consent_action.triggered.connect(lambda: self.open_consent())
        self.contribute_action = page_action(self, "abroad_contribute", "Ctrl+Return")
        self.contribute_action.triggered.connect(lambda: self.open_contribution())
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.consent)
        top.addWidget(self.contribute)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.listing, 1)
        self.retranslate()

    def load(self, period: Period) -> None:
        self.lane.ask(lambda step: self.desk.teams.work.abroad(), self._show, key="teams.abroad")

    def primary_focus(self) -> QWidget:
        return self.view

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("TeamWork", "In teams of other agencies"))
        self.consent.setText(translate("TeamWork", "&Consent of the rater…"))
        self.contribute.setText(translate("TeamWork", "&Put into the SKP…"))
        self.consent_action.setText(translate("TeamWork", "Note the consent of the rater"))
        self.contribute_action.setText(translate("TeamWork", "Put the contribution into the SKP"))
        self.listing.say()
        self._tell()

    def open_consent(self) -> QDialog | None:
        """Note when the rater agreed."""
        line = self.listing.current()
        if not isinstance(line, AbroadLine):
            return None
        dialog = ConsentDialog(line, DayField(line.team.consent_on or self.desk.teams.today(), self), self)
        number, person = line.team.number, line.team.person_id

        def entered() -> Callable[[], Changes]:
            return partial(self.desk.teams.work.consent, number, person, dialog.day.day)

        return self._ask(dialog, entered, "consent", line)

    def open_contribution(self) -> QDialog | None:
        """Put his part into his draft SKP."""
        line = self.listing.current()
        if not isinstance(line, AbroadLine):
            return None
        dialog = ContributionDialog(self.words, line.person.full_name, line.team.duty, self)
        number, person = line.team.number, line.team.person_id

        def entered() -> Callable[[], Changes]:
            return partial(self.desk.teams.work.contribute_abroad, number, person, dialog.contribution)

        return self._ask(dialog, entered, "contribution", line)

    def _ask(
        self, dialog: Question, entered: Callable[[], Callable[[], Changes]], deed: str, line: AbroadLine
    ) -> QDialog:
        """Open a question; what was entered is read here, since it is gone when the lane's thread comes to it."""

        def accepted() -> None:
            verb = entered()
            self.lane.ask(lambda step: verb(), lambda _: None)

        dialog.accepted.connect(accepted)
        keep_drafts(dialog, self, "teams.abroad", f"{line.team.number}|{line.team.person_id}|{deed}", line.team.number)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _show(self, lines: tuple[AbroadLine, ...]) -> None:
        self.listing.show_lines(lines)
        self._tell()

    def _tell(self) -> None:
        can = isinstance(self.listing.current(), AbroadLine)
        for part in (self.consent, self.contribute):
            part.setEnabled(can)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "TeamWork", "Nobody of this agency works in a team of another. The region tells of one with its returns."
        )
