"""What stands in the way, as lines of one list: blockers, what changes still ask for, guessed days, changes due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.blockers import BlockerKind
from meritdesk.core.people import OrgUnit, Person
from meritdesk.services.register.hindrances import Hindrances
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words


class Sort(StrEnum):
    """What kind of line it is; it decides what the next step does."""

    BLOCKER = "BLOCKER"
    CONFIRM = "CONFIRM"
    FOLLOW_UP = "FOLLOW_UP"
    ESTIMATED = "ESTIMATED"
    DUE = "DUE"


@dataclass(frozen=True, slots=True)
class HindranceLine:
    """One line: how many wait, why, about whom or what, the next step, and what the step needs to know."""

    sort: Sort
    count: int
    cause: str
    about: str
    next_step: str
    people: tuple[Person, ...] = ()
    person: Person | None = None
    unit_id: str = ""
    kind: BlockerKind | None = None
    code: str = ""
    entry_id: str = ""

    @property
    def place(self) -> str:
        """What this line is, in no language: the same the next time it is listed."""
        person_id = self.person.person_id if self.person is not None else ""
        return "|".join(
            (self.sort.name, self.kind.name if self.kind else "", self.code, self.unit_id, person_id, self.entry_id)
        )


class HindranceColumn(IntEnum):
    """The columns of the list."""

    COUNT = 0
    CAUSE = 1
    ABOUT = 2
    NEXT = 3


class HindranceTable(LineTable[HindranceLine]):
    """Who blocks whom, largest first."""

    columns = HindranceColumn
    numbers = frozenset({int(HindranceColumn.COUNT)})
    named_by = frozenset({int(HindranceColumn.ABOUT)})

    def identity(self, line: HindranceLine) -> object:
        person = line.person.person_id if line.person is not None else ""
        return line.sort, line.code, line.kind, line.unit_id, person, line.entry_id

    def heading(self, column: int) -> str:
        return {
            HindranceColumn.COUNT: QCoreApplication.translate("HindranceTable", "Blocks"),
            HindranceColumn.CAUSE: QCoreApplication.translate("HindranceTable", "Cause"),
            HindranceColumn.ABOUT: QCoreApplication.translate("HindranceTable", "Unit or official"),
            HindranceColumn.NEXT: QCoreApplication.translate("HindranceTable", "Next step"),
        }[HindranceColumn(column)]

    def shown(self, line: HindranceLine, column: int) -> str:
        if column == HindranceColumn.COUNT:
            return self.words.number(line.count)
        if column == HindranceColumn.CAUSE:
            return f"⚠ {line.cause}" if line.sort is Sort.BLOCKER else line.cause
        return line.about if column == HindranceColumn.ABOUT else line.next_step

    def value(self, line: HindranceLine, column: int) -> object:
        return line.count if column == HindranceColumn.COUNT else self.shown(line, column)

    def colour(self, line: HindranceLine, column: int) -> QColor | None:
        if column != HindranceColumn.CAUSE:
            return None
        return look.blocks() if line.sort is Sort.BLOCKER else look.asks()


def hindrance_lines(found: Hindrances, words: Words) -> list[HindranceLine]:
    """Everything in words: what blocks first, then what has to be confirmed, settled or put right."""
    messages = words.messages
    lines = []
    if found.is_due:
        lines.append(
            HindranceLine(
                Sort.DUE,
                0,
                QCoreApplication.translate("HindranceTable", "Changes have come due"),
                "",
                QCoreApplication.translate("HindranceTable", "Bring the register to today"),
            )
        )
    for one in found.blockers:
        about = " → ".join(_unit(found.units, unit_id) for unit_id in one.unit_ids)
        official = found.people.get(one.person_id)
        lines.append(
            HindranceLine(
                sort=Sort.BLOCKER if one.is_blocking else Sort.CONFIRM,
                count=len(one.blocked),
                cause=messages.label_of(one.kind),
                about=" · ".join(part for part in (about, official.full_name if official else "") if part),
                next_step=messages.reason(f"REG-NEXT-{one.kind.name}", {}),
                people=tuple(found.people[person_id] for person_id in one.blocked),
                person=official,
                unit_id=one.unit_ids[0] if one.unit_ids else "",
                kind=one.kind,
                code=one.code,
            )
        )
    for follow_up in found.follow_ups:
        for hint in follow_up.hints:
            lines.append(
                HindranceLine(
                    sort=Sort.FOLLOW_UP,
                    count=1,
                    cause=QCoreApplication.translate("HindranceTable", "To settle: {rule}").format(rule=hint.code),
                    about=follow_up.person.full_name,
                    next_step=messages.reason(hint.code, hint.facts),
                    people=(follow_up.person,),
                    person=follow_up.person,
                    unit_id=follow_up.person.unit_id,
                    code=hint.code,
                )
            )
    for guess in found.estimated:
        person = found.people[guess.person_id]
        lines.append(
            HindranceLine(
                sort=Sort.ESTIMATED,
                count=1,
                cause=QCoreApplication.translate("HindranceTable", "Day is a guess"),
                about=f"{person.full_name} · {messages.label_of(guess.kind)}",
                next_step=QCoreApplication.translate("HindranceTable", "Enter the day of the decision letter"),
                people=(person,),
                person=person,
                entry_id=guess.entry_id,
            )
        )
    return lines


def _unit(units: Mapping[str, OrgUnit], unit_id: str) -> str:
    return units[unit_id].name if unit_id in units else "—"


class WaitingColumn(IntEnum):
    """The columns of the people who wait."""

    NAME = 0
    NIP = 1
    POST = 2


class WaitingTable(LineTable[Person]):
    """The people whom the selected line keeps waiting."""

    columns = WaitingColumn

    def heading(self, column: int) -> str:
        return {
            WaitingColumn.NAME: QCoreApplication.translate("WaitingTable", "Who waits"),
            WaitingColumn.NIP: QCoreApplication.translate("WaitingTable", "NIP"),
            WaitingColumn.POST: QCoreApplication.translate("WaitingTable", "Post"),
        }[WaitingColumn(column)]

    def cells(self, line: Person) -> tuple[str, ...]:
        return (line.full_name, line.nip, line.position_title)
