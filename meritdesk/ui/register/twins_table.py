"""People who may be there twice as a list, and the two rows of a pair side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.duplicates import Twins
from meritdesk.core.people import Person
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

UNKNOWN = "—"


class TwinsColumn(IntEnum):
    """The columns of the list of pairs."""

    KIND = 0
    ONE = 1
    OTHER = 2


class TwinsTable(LineTable[Twins]):
    """Pairs that may be one person, the likeliest first."""

    columns = TwinsColumn
    named_by = frozenset({TwinsColumn.ONE, TwinsColumn.OTHER})

    def identity(self, line: Twins) -> object:
        return line.one.person_id, line.other.person_id

    def heading(self, column: int) -> str:
        return {
            TwinsColumn.KIND: QCoreApplication.translate("TwinsTable", "Why"),
            TwinsColumn.ONE: QCoreApplication.translate("TwinsTable", "One"),
            TwinsColumn.OTHER: QCoreApplication.translate("TwinsTable", "Other"),
        }[TwinsColumn(column)]

    def shown(self, line: Twins, column: int) -> str:
        if column == TwinsColumn.KIND:
            return self.words.messages.label_of(line.kind)
        person = line.one if column == TwinsColumn.ONE else line.other
        return f"{person.full_name} · {person.nip or '—'}"


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One fact of the two rows side by side."""

    label: str
    one: str
    other: str

    @property
    def is_alike(self) -> bool:
        """Whether nothing contradicts: both say the same, or one of them says nothing."""
        return self.one == self.other or UNKNOWN in (self.one, self.other)


class ComparedColumn(IntEnum):
    """The columns of the comparison."""

    LABEL = 0
    ONE = 1
    OTHER = 2


class ComparedTable(LineTable[ComparedField]):
    """The two rows of a pair; what differs is marked with a sign and a colour."""

    columns = ComparedColumn

    def __init__(self, words: Words, parent: object = None) -> None:
        super().__init__(words, parent)  # type: ignore[arg-type]
        self.kept_is_one = True

    def heading(self, column: int) -> str:
        if column == ComparedColumn.LABEL:
            return ""
        is_kept = (column == ComparedColumn.ONE) == self.kept_is_one
        if is_kept:
            return QCoreApplication.translate("ComparedTable", "Stays")
        return QCoreApplication.translate("ComparedTable", "Goes into it")

    def shown(self, line: ComparedField, column: int) -> str:
        if column == ComparedColumn.LABEL:
            return line.label if line.is_alike else f"≠ {line.label}"
        return line.one if column == ComparedColumn.ONE else line.other

    def colour(self, line: ComparedField, column: int) -> QColor | None:
        return None if line.is_alike else look.asks()


def compared(twins: Twins, unit_names: dict[str, str], words: Words) -> list[ComparedField]:
    """What is known of both, side by side."""
    messages = words.messages

    def rows(person: Person) -> tuple[str, ...]:
        return (
            person.full_name,
            person.nip or UNKNOWN,
            person.source_id or UNKNOWN,
            f"{person.birth_date:%d-%m-%Y}" if person.birth_date else UNKNOWN,
            messages.label_of(person.sex) if person.sex else UNKNOWN,
            f"{messages.label_of(person.employment)} · {messages.label_of(person.legal_status)}",
            person.position_title or UNKNOWN,
            unit_names.get(person.unit_id, UNKNOWN),
            person.grade or UNKNOWN,
        )

    labels = (
        QCoreApplication.translate("ComparedTable", "Name"),
        QCoreApplication.translate("ComparedTable", "NIP"),
        QCoreApplication.translate("ComparedTable", "PNS ID"),
        QCoreApplication.translate("ComparedTable", "Date of birth"),
        QCoreApplication.translate("ComparedTable", "Sex"),
        QCoreApplication.translate("ComparedTable", "Status"),
        QCoreApplication.translate("ComparedTable", "Post"),
        QCoreApplication.translate("ComparedTable", "Unit"),
        QCoreApplication.translate("ComparedTable", "Grade"),
    )
    return [ComparedField(*row) for row in zip(labels, rows(twins.one), rows(twins.other), strict=True)]
