"""The lists of the SKP editor: people with the state of their plan, hints, differences, copies, examples."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QColor

from meritdesk.core.plan_compare import Change, PlanDifference
from meritdesk.core.plan_library import LibraryEntry
from meritdesk.core.plan_signing import PlanStage
from meritdesk.core.validation import Severity
from meritdesk.services.planning.copying import CopyLine
from meritdesk.services.planning.editor import CheckedHint, PlanLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


class PeopleColumn(IntEnum):
    """The columns of the people."""

    NAME = 0
    STAGE = 1
    HINTS = 2


class SkpPeopleTable(LineTable[PlanLine]):
    """Everybody who must have a plan, with how far it is and how many hints it has."""

    columns = PeopleColumn

    named_by = frozenset({PeopleColumn.NAME})

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self.asked = ""

    def identity(self, line: PlanLine) -> object:
        """A person, and for a mover which of the plans."""
        return line.nip, line.begins

    def searched(self, line: PlanLine) -> str:
        """What the store was asked is in every line that it answered: it looks in posts too."""
        return "\n".join((self.asked, line.nip, *self.cells(line)))

    def heading(self, column: int) -> str:
        return {
            PeopleColumn.NAME: QCoreApplication.translate("SkpTables", "Name"),
            PeopleColumn.STAGE: QCoreApplication.translate("SkpTables", "Plan"),
            PeopleColumn.HINTS: QCoreApplication.translate("SkpTables", "Open"),
        }[PeopleColumn(column)]

    def shown(self, line: PlanLine, column: int) -> str:
        if column == PeopleColumn.NAME:
            if line.begins is None:
                return line.name
            said = QCoreApplication.translate("SkpTables", "{name} (from {day})")
            return said.format(name=line.name, day=self.words.short_day(line.begins))
        if column == PeopleColumn.STAGE:
            return self.words.messages.label(f"STAGEWORD:{line.stage.name if line.stage else 'NONE'}")
        parts = [f"✗ {len(line.errors)}"] if line.errors else []
        parts += [f"? {len(line.warnings)}"] if line.warnings else []
        return "  ".join(parts) or ("✓" if line.stage else "")

    def value(self, line: PlanLine, column: int) -> object:
        if column == PeopleColumn.STAGE:
            return list(PlanStage).index(line.stage) if line.stage else -1
        return len(line.errors) * 1000 + len(line.warnings) if column == PeopleColumn.HINTS else line.name.casefold()

    def colour(self, line: PlanLine, column: int) -> QColor | None:
        if column != PeopleColumn.HINTS:
            return None
        return look.blocks() if line.errors else (look.asks() if line.warnings else None)


class HintColumn(IntEnum):
    """The column of the hints."""

    TEXT = 0


class SkpHintTable(LineTable[CheckedHint]):
    """What the plan in front still lacks, errors first; each leads to its field."""

    columns = HintColumn

    def heading(self, column: int) -> str:
        return QCoreApplication.translate("SkpTables", "Hints")

    def shown(self, line: CheckedHint, column: int) -> str:
        sign = "✗" if line.blocks else ("–" if line.is_waived else "?")
        return f"{sign} {self.words.messages.refusal(line.hint.code, line.hint.facts)[0]} ({line.hint.code})"

    def colour(self, line: CheckedHint, column: int) -> QColor | None:
        if line.is_waived:
            return look.quiet()
        return look.blocks() if line.severity is Severity.ERROR else look.asks()


class DifferenceColumn(IntEnum):
    """The columns of the comparison."""

    FIELD = 0
    OLD = 1
    NEW = 2


class SkpDifferenceTable(LineTable[PlanDifference]):
    """Two versions side by side."""

    columns = DifferenceColumn
    old_version = 1
    new_version = 2

    def heading(self, column: int) -> str:
        version = QCoreApplication.translate("SkpTables", "Version {number}")
        return {
            DifferenceColumn.FIELD: QCoreApplication.translate("SkpTables", "Part"),
            DifferenceColumn.OLD: version.format(number=self.old_version),
            DifferenceColumn.NEW: version.format(number=self.new_version),
        }[DifferenceColumn(column)]

    def shown(self, line: PlanDifference, column: int) -> str:
        messages = self.words.messages
        if column == DifferenceColumn.FIELD:
            sign = {Change.SAME: " ", Change.ADDED: "+", Change.REMOVED: "−", Change.CHANGED: "≠"}[line.change]
            subject = f" {messages.phrase(line.subject)}" if line.subject else ""
            return f"{sign} {messages.label_of(line.field)}{subject}"
        return messages.dated(messages.phrase(line.old if column == DifferenceColumn.OLD else line.new))

    def colour(self, line: PlanDifference, column: int) -> QColor | None:
        if line.change is Change.SAME:
            return look.quiet()
        if column == DifferenceColumn.OLD:
            return look.blocks()
        return look.accent() if column == DifferenceColumn.NEW else None


class CopyColumn(IntEnum):
    """The columns of the copy preview."""

    NAME = 0
    FATE = 1
    RESULTS = 2


class SkpCopyTable(LineTable[CopyLine]):
    """What copying does to whom."""

    columns = CopyColumn
    numbers = frozenset({CopyColumn.RESULTS})
    source_year = 0

    def heading(self, column: int) -> str:
        return {
            CopyColumn.NAME: QCoreApplication.translate("SkpTables", "Name"),
            CopyColumn.FATE: QCoreApplication.translate("SkpTables", "What happens"),
            CopyColumn.RESULTS: QCoreApplication.translate("SkpTables", "Results"),
        }[CopyColumn(column)]

    def shown(self, line: CopyLine, column: int) -> str:
        messages = self.words.messages
        if column == CopyColumn.NAME:
            return line.name or line.nip
        if column == CopyColumn.RESULTS:
            return str(len(line.plan.results)) if line.plan else "–"
        if line.code:
            return f"✗ {messages.refusal(line.code, line.facts)[0]}"
        told = f"✓ {messages.label(f'COUNT:{line.state.upper()}')}"
        if line.old_year_mentions:
            facts = {"count": line.old_year_mentions, "year": self.source_year}
            told += f" · {messages.refusal('PLN-232', facts)[0]}"
        return told

    def value(self, line: CopyLine, column: int) -> object:
        if column == CopyColumn.RESULTS:
            return len(line.plan.results) if line.plan else -1
        return self.shown(line, column)

    def colour(self, line: CopyLine, column: int) -> QColor | None:
        if column != CopyColumn.FATE:
            return None
        return look.blocks() if line.code else (look.asks() if line.old_year_mentions else None)


class ExampleColumn(IntEnum):
    """The columns of the library."""

    TEXT = 0
    KIND = 1
    SOURCE = 2


class SkpLibraryTable(LineTable[LibraryEntry]):
    """Examples to take over."""

    columns = ExampleColumn

    def heading(self, column: int) -> str:
        return {
            ExampleColumn.TEXT: QCoreApplication.translate("SkpTables", "Example"),
            ExampleColumn.KIND: QCoreApplication.translate("SkpTables", "Kind"),
            ExampleColumn.SOURCE: QCoreApplication.translate("SkpTables", "Source"),
        }[ExampleColumn(column)]

    def shown(self, line: LibraryEntry, column: int) -> str:
        if column == ExampleColumn.TEXT:
            return line.text
        if column == ExampleColumn.KIND:
            return self.words.messages.label_of(line.kind)
        return (
            self.words.messages.cited(line.source)
            if line.is_shipped
            else QCoreApplication.translate("SkpTables", "this office")
        )
