"""The check of a period: who is incomplete, who stands out, and closed records that contradict the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from meritdesk.core.evaluation_calendar import WindowState
from meritdesk.core.periods import Period
from meritdesk.messages import Messages
from meritdesk.services.assessment.checking import PeriodCheck
from meritdesk.services.assessment.windows import WindowLine
from meritdesk.ui import look
from meritdesk.ui.assessment.close_dialog import look_whole
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

translate = QCoreApplication.translate


class FindingColumn(IntEnum):
    """What the list says of a finding."""

    NAME = 0
    UNIT = 1
    TOLD = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: about whom (or which unit), where, and what was found; ``blocks`` keeps the period open."""

    name: str
    unit: str
    told: str
    blocks: bool = False


class FindingTable(LineTable[Finding]):
    """Everything the check found, what blocks first."""

    columns = FindingColumn

    def heading(self, column: int) -> str:
        return {
            FindingColumn.NAME: translate("CheckDialog", "Name"),
            FindingColumn.UNIT: translate("CheckDialog", "Unit"),
            FindingColumn.TOLD: translate("CheckDialog", "Finding"),
        }[FindingColumn(column)]

    def cells(self, line: Finding) -> tuple[str, ...]:
        return (line.name, line.unit, f"⚠ {line.told}" if line.blocks else line.told)

    def colour(self, line: Finding, column: int) -> QColor | None:
        return look.blocks() if line.blocks and column == FindingColumn.TOLD else None


def findings_of(check: PeriodCheck, messages: Messages) -> Iterator[Finding]:
    """The findings in words, what blocks first."""
    for record in check.records:
        told = f"{messages.reason(record.hint.code, record.hint.facts)} ({record.hint.code})"
        yield Finding(record.name, record.unit, told, blocks=True)
    for one in check.incomplete:
        yield Finding(one.name, one.unit, f"{messages.reason(one.code, one.facts)} ({one.code})", blocks=True)
    for unit in check.units:
        for outlier in unit.check.outliers:
            yield Finding(outlier.name, unit.unit_name, messages.reason(outlier.line))
        for line in unit.check.lines:
            yield Finding("—", unit.unit_name, messages.reason(line))


class CheckDialog(ByKeyboard, QDialog):
    """Shows one check; nothing is written."""

    def __init__(
        self, words: Words, period: Period, check: PeriodCheck, window: WindowLine | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = translate("CheckDialog", "Check of the period: {period}")
        self.setWindowTitle(title.format(period=words.period(period)))
        self.resize(940, 560)
        number = words.number
        told = translate("CheckDialog", "{due} people due · {closed} closed · {incomplete} incomplete.").format(
            due=number(check.due), closed=number(check.closed), incomplete=number(len(check.incomplete))
        )
        if window is not None:
            span = translate("CheckDialog", "Evaluation window {opens} to {closes}: {state}.").format(
                opens=words.day(window.opens),
                closes=words.day(window.closes),
                state=words.messages.label_of(window.state),
            )
            told = f"{span} {told}"
        self.told = QLabel(singular(told), self)
        self.told.setWordWrap(True)
        if window is not None and window.state is WindowState.OVER and check.incomplete:
            look.colour(self.told, look.asks())
        self.table = FindingTable(words, self)
        self.table.show_lines(tuple(findings_of(check, words.messages)))
        self.view = QTableView(self)
        self.view.setModel(self.table)
        look.tidy(self.view)
        self.view.setColumnWidth(FindingColumn.NAME, look.in_letters(220))
        self.view.setColumnWidth(FindingColumn.UNIT, look.in_letters(200))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setAccessibleName(translate("CheckDialog", "Findings"))
        look_whole(self.view)
        self.empty = QLabel(translate("CheckDialog", "Nothing to work on: everything is complete and in line."), self)
        self.view.setVisible(check.has_findings)
        self.empty.setVisible(not check.has_findings)
        self.done_button = QPushButton(translate("CheckDialog", "&Close"), self)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.told)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(foot)
