"""The questions of what a team means for its members: its result, a part in the SKP, feedback, people of elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.plan import ResultKind, Target
from meritdesk.core.problems import Problem
from meritdesk.core.target_text import read_target
from meritdesk.core.team_work import Contribution, TeamVoice
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.teams import MemberLine
from meritdesk.ui.day_field import DayField
from meritdesk.ui.teams.dialogs import Question
from meritdesk.ui.wording import Words


class AimDialog(Question):
    """What the team is to reach, and which indicator that serves."""

    def __init__(self, problem: Problem, served: Sequence[KpiLine], parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamWork", "Result of the team"), parent)
        self.reached = self.block(translate("TeamWork", "&Result"), problem.team_result)
        self.serves = QComboBox(self)
        self.serves.setMinimumContentsLength(30)
        self.serves.addItem(translate("TeamWork", "none"), "")
        for line in served:
            self.serves.addItem(f"{line.text} ({line.owner})", line.node)
        self.serves.setCurrentIndex(max(self.serves.findData(problem.serves), 0))
        self.add(translate("TeamWork", "&Serves"), self.serves)
        self.needs(lambda: bool(self.reached.toPlainText().strip()))


class ContributionDialog(Question):
    """A member's part as a result of his SKP; main or additional, as his rater says."""

    def __init__(self, words: Words, name: str, duty: str, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamWork", "Contribution of %1").replace("%1", name), parent)
        self.kind = QComboBox(self)
        for kind in ResultKind:
            self.kind.addItem(words.messages.label_of(kind), kind)
        self.kind.setCurrentIndex(list(ResultKind).index(ResultKind.ADDITIONAL))
        self.add(translate("TeamWork", "&Kind, as the rater says"), self.kind)
        self.text = self.block(translate("TeamWork", "&Result"), duty)
        self.measure = self.line(translate("TeamWork", "&Indicator"))
        self.target = self.line(translate("TeamWork", "&Target"), "", translate("TeamWork", "such as 3 documents"))
        self.needs(lambda: bool(self.text.toPlainText().strip()))

    @property
    def contribution(self) -> Contribution:
        """What was entered."""
        typed = self.target.text().strip()
        target: Target | None = read_target(typed, None) if typed else None
        kind = ResultKind(self.kind.currentData())
        return Contribution(kind, self.text.toPlainText().strip(), self.measure.text().strip(), target)


class SpeakDialog(Question):
    """What lead or host say of a member; it prints with their role and rates nothing."""

    def __init__(self, words: Words, name: str, today: date, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamWork", "Feedback for %1").replace("%1", name), parent)
        self.voice = self._choice(words, translate("TeamWork", "&Speaks as"), TeamVoice)
        self.mark = self._choice(words, translate("TeamWork", "&Mark"), FeedbackMark)
        self.text = self.block(translate("TeamWork", "&Words"))
        self.day = DayField(today, self)
        self.add(translate("TeamWork", "&Given on"), self.day)
        self.needs(lambda: bool(self.text.toPlainText().strip()))

    def _choice(self, words: Words, title: str, kinds: type[TeamVoice] | type[FeedbackMark]) -> QComboBox:
        field = QComboBox(self)
        for one in kinds:
            field.addItem(words.messages.label_of(one), one)
        self.add(title, field)
        return field


class GuestDialog(Question):
    """Somebody of another agency for the team; the region tells that agency with its next return."""

    def __init__(self, agencies: Mapping[str, str], parent: QWidget, member: MemberLine | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("TeamWork", "Member from another agency"), parent)
        known = member.member if member is not None else None
        self.agency = QComboBox(self)
        self.agency.setEditable(True)
        for code, name in agencies.items():
            self.agency.addItem(f"{code} {name}", code)
        self.agency.setCurrentText(known.agency_code if known else "")
        self.agency.editTextChanged.connect(lambda _: self.settle())
        self.add(translate("TeamWork", "&Agency code"), self.agency)
        self.agency_name = self.line(translate("TeamWork", "A&gency"), known.agency_name if known else "")
        self.nip = self.line(translate("TeamWork", "&NIP"), known.nip if known else "")
        self.name = self.line(translate("TeamWork", "Na&me"), known.name if known else "")
        self.duty = self.line(translate("TeamWork", "&Contribution"), known.duty if known else "")
        self.needs(lambda: all((self.code, self.nip.text().strip().isdigit(), self.name.text().strip())))

    @property
    def code(self) -> str:
        """The code of the agency, chosen or typed."""
        return self.agency.currentText().strip().partition(" ")[0]
