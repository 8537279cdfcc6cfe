"""What is open, as a list of lines under a grid: the rule, its words, and where it is; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QWidget

from meritdesk.core.validation import Hint, Severity, ValidationRules, severity_of
from meritdesk.services.upkeep.personal import LimitLine
from meritdesk.ui import look
from meritdesk.ui.help.help_desk import why_for
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


class HintColumn(IntEnum):
    """What the list says of a hint."""

    RULE = 0
    GRAVITY = 1
    TEXT = 2


class HintTable(LineTable[Hint]):
    """Hints with their words; an error of the law is told from a question."""

    columns = HintColumn

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.rules: ValidationRules | None = None

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("HintTable", "Rule"),
            QCoreApplication.translate("HintTable", "Kind"),
            QCoreApplication.translate("HintTable", "What is open"),
        )[column]

    def shown(self, line: Hint, column: int) -> str:
        if column == HintColumn.RULE:
            return line.code
        if column == HintColumn.GRAVITY:
            is_error = self.is_error(line)
            return (
                QCoreApplication.translate("HintTable", "error")
                if is_error
                else QCoreApplication.translate("HintTable", "question")
            )
        told = self.words.messages.sentence(line.code, line.facts)
        about = next((line.facts[name] for name in ("indicator", "name") if line.facts.get(name)), "")
        return told if not about or about in told else f"{told} [{about}]"

    def _limit(self, line: Hint, column: int) -> LimitLine | None:
        """The limit of whoever a hint names: a hint is about a paper or a person, and says so in its facts."""
        if column != HintColumn.TEXT:
            return None
        of_text = self.words.limited.of_text
        return next((found for fact in line.facts.values() if (found := of_text(str(fact))) is not None), None)

    def colour(self, line: Hint, column: int) -> QColor | None:
        if column == HintColumn.RULE:
            return look.accent()
        if column != HintColumn.GRAVITY:
            return None
        return look.blocks() if self.is_error(line) else look.asks()

    def is_error(self, line: Hint) -> bool:
        """Only a rule of the law can be an error; our own remarks ask."""
        known = self.rules is not None and line.code in self.rules.rules
        return known and self.rules is not None and severity_of(line, self.rules) is Severity.ERROR


class HintView(QTableView):
    """The list of hints; ``wanted`` carries the hint that the clerk wants to be led to."""

    wanted = Signal(object)  # Hint

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = HintTable(words, self)
        self.setModel(self.table)
        look.tidy(self)
        for column, width in ((HintColumn.RULE, 80), (HintColumn.GRAVITY, 90)):
            self.setColumnWidth(column, look.in_letters(width))
        self.horizontalHeader().setStretchLastSection(True)
        self.setMinimumHeight(look.in_letters(70))
        self.activated.connect(self._activated)
        self.clicked.connect(self._clicked)

    def show_hints(self, hints: Sequence[Hint], rules: ValidationRules | None) -> None:
        """Show these hints, errors first."""
        self.table.rules = rules
        self.table.show_lines(sorted(hints, key=lambda hint: not self.table.is_error(hint)))

    def retranslate(self) -> None:
        """Say everything again in the current language."""
        self.setAccessibleName(QCoreApplication.translate("HintTable", "What is open here"))
        self.table.retranslate()

    def _clicked(self, index: QModelIndex) -> None:
        """The rule itself is a link to its why; Shift+F1 does the same for the marked line."""
        line = self.table.lines[index.row()]
        if index.column() == HintColumn.RULE and (ask := why_for(line.code, line.facts)) is not None:
            ask()

    def _activated(self, index: QModelIndex) -> None:
        self.wanted.emit(self.table.lines[index.row()])
