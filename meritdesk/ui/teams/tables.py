"""The lists of the room: problems; members, tasks, calls of one; and how quickly departments answer."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.problems import OVER, Call, ProblemState, Task
from meritdesk.services.teams import MemberLine, ProblemCard, ProblemLine, ResponseLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class ProblemColumn(IntEnum):
    """What stands in a line of the list of problems."""

    STATE = 0
    NUMBER = 1
    TITLE = 2
    UNIT = 3
    LEAD = 4
    DUE = 5
    DAYS_LEFT = 6
    WAITING = 7
    KIND = 8
    OPENED = 9
    LATE_TASKS = 10


class ProblemTable(LineTable[ProblemLine]):
    """The problems of the board as lines: who owns each, who leads, until when, who owes an answer."""

    columns = ProblemColumn
    numbers = frozenset({ProblemColumn.DAYS_LEFT, ProblemColumn.LATE_TASKS})
    named_by = frozenset({ProblemColumn.TITLE})
    hidden = frozenset({ProblemColumn.KIND, ProblemColumn.OPENED, ProblemColumn.LATE_TASKS})

    def identity(self, line: ProblemLine) -> object:
        return line.problem.number

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamsTables", "State"),
            translate("TeamsTables", "Number"),
            translate("TeamsTables", "Problem"),
            translate("TeamsTables", "Unit"),
            translate("TeamsTables", "Lead"),
            translate("TeamsTables", "Until"),
            translate("TeamsTables", "Days left"),
            translate("TeamsTables", "Owes an answer"),
            translate("TeamsTables", "Kind"),
            translate("TeamsTables", "Opened"),
            translate("TeamsTables", "Late tasks"),
        )[column]

    def cells(self, line: ProblemLine) -> tuple[str, ...]:
        one, label = line.problem, self.words.messages.label_of
        return (
            label(line.state),
            one.number,
            one.title,
            line.unit_name,
            line.lead_name or "–",
            self.words.short_day(one.due_on),
            "–" if line.state in OVER else f"{'⚠ ' if line.days_left < 0 else ''}{self.words.number(line.days_left)}",
            ", ".join(line.waiting_units) or "–",
            label(one.kind),
            self.words.short_day(one.opened_on),
            self.words.number(line.late_tasks),
        )

    def value(self, line: ProblemLine, column: int) -> object:
        if column == ProblemColumn.STATE:
            return list(ProblemState).index(line.state)
        if column == ProblemColumn.DUE:
            return line.problem.due_on
        if column == ProblemColumn.OPENED:
            return line.problem.opened_on
        if column == ProblemColumn.DAYS_LEFT:
            return line.days_left
        return line.late_tasks if column == ProblemColumn.LATE_TASKS else self.shown(line, column)

    def colour(self, line: ProblemLine, column: int) -> QColor | None:
        is_late = line.state not in OVER and line.days_left < 0
        return look.blocks() if column in (ProblemColumn.DAYS_LEFT, ProblemColumn.DUE) and is_late else None


class MemberColumn(IntEnum):
    NAME = 0
    UNIT = 1
    DUTY = 2
    CONSENT = 3
    RESULT = 4
    TASKS = 5


class MemberTable(LineTable[MemberLine]):
    """Who is in the team; the unit's name stands beside everybody who comes from another one."""

    columns = MemberColumn
    named_by = frozenset({MemberColumn.NAME})
    units: dict[str, str]

    def identity(self, line: MemberLine) -> object:
        return line.member.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamsTables", "Name"),
            translate("TeamsTables", "From"),
            translate("TeamsTables", "Contribution"),
            translate("TeamsTables", "Rater's consent"),
            translate("TeamsTables", "In the SKP"),
            translate("TeamsTables", "Tasks"),
        )[column]

    def shown(self, line: MemberLine, column: int) -> str:
        if column == MemberColumn.NAME:
            return f"★ {line.name}" if line.is_lead else line.name
        if column == MemberColumn.UNIT:
            return line.member.agency_name or self.units.get(line.member.home_unit_id, "")
        if column == MemberColumn.DUTY:
            return line.member.duty
        if column == MemberColumn.RESULT:
            return "✓" if line.member.result_id else "–"
        if column == MemberColumn.TASKS:
            return f"{line.done}/{line.tasks}" if line.tasks else "-"
        if line.member.consent_on is not None:
            return self.words.short_day(line.member.consent_on)
        if not line.needs_consent:
            return QCoreApplication.translate("TeamsTables", "own unit")
        return "⚠ " + QCoreApplication.translate("TeamsTables", "missing (R-41)")

    def colour(self, line: MemberLine, column: int) -> QColor | None:
        return look.asks() if column == MemberColumn.CONSENT and line.needs_consent else None


class TaskColumn(IntEnum):
    TEXT = 0
    OWNER = 1
    DUE = 2
    STATE = 3


class TaskTable(LineTable[Task]):
    """What is to be done, by whom, until when, and what came of it."""

    columns = TaskColumn
    named_by = frozenset({TaskColumn.TEXT})
    card: ProblemCard | None = None

    def identity(self, line: Task) -> object:
        return line.task_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamsTables", "Task"),
            translate("TeamsTables", "By"),
            translate("TeamsTables", "Until"),
            translate("TeamsTables", "State"),
        )[column]

    def shown(self, line: Task, column: int) -> str:
        if column == TaskColumn.TEXT:
            return line.text
        if column == TaskColumn.OWNER:
            return self.card.name_of(line.owner_id) if self.card is not None else ""
        if column == TaskColumn.DUE:
            return self.words.short_day(line.due_on)
        if line.done_on is not None:
            said = QCoreApplication.translate("TeamsTables", "✓ done %1").replace(
                "%1", self.words.short_day(line.done_on)
            )
            return f"{said} · {line.product}" if line.product else said
        return "⚠ " + QCoreApplication.translate("TeamsTables", "late") if self._is_late(line) else "–"

    def value(self, line: Task, column: int) -> object:
        return line.due_on if column == TaskColumn.DUE else self.shown(line, column)

    def colour(self, line: Task, column: int) -> QColor | None:
        return look.blocks() if column == TaskColumn.STATE and self._is_late(line) else None

    def _is_late(self, line: Task) -> bool:
        return self.card is not None and line.done_on is None and line.is_late(self.card.today)


class CallColumn(IntEnum):
    UNIT = 0
    CALLED = 1
    ANSWER = 2
    WORDS = 3


class CallTable(LineTable[Call]):
    """Which departments were called in, and what they said."""

    columns = CallColumn
    named_by = frozenset({CallColumn.UNIT})
    units: dict[str, str]

    def identity(self, line: Call) -> object:
        return line.unit_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamsTables", "Unit"),
            translate("TeamsTables", "Called"),
            translate("TeamsTables", "Answer"),
            translate("TeamsTables", "Words"),
        )[column]

    def shown(self, line: Call, column: int) -> str:
        if column == CallColumn.UNIT:
            return self.units.get(line.unit_id, line.unit_id)
        if column == CallColumn.CALLED:
            return self.words.short_day(line.called_on)
        if column == CallColumn.WORDS:
            return line.words or line.why
        if line.answer is None or line.answered_on is None:
            return "⚠ " + QCoreApplication.translate("TeamsTables", "no answer yet")
        return f"{self.words.messages.label_of(line.answer)}, {self.words.short_day(line.answered_on)}"

    def value(self, line: Call, column: int) -> object:
        return line.called_on if column == CallColumn.CALLED else self.shown(line, column)

    def colour(self, line: Call, column: int) -> QColor | None:
        return look.asks() if column == CallColumn.ANSWER and line.answer is None else None


class ResponseColumn(IntEnum):
    UNIT = 0
    OPENED = 1
    SOLVED = 2
    OVERDUE = 3
    OVERDUE_BEFORE = 4
    WAITING = 5
    RESPONSE = 6
    RESPONSE_BEFORE = 7
    SOLVE = 8
    SOLVE_BEFORE = 9


class ResponseTable(LineTable[ResponseLine]):
    """How quickly departments answer and solve, in working days, beside the time before."""

    columns = ResponseColumn
    numbers = frozenset(set(ResponseColumn) - {ResponseColumn.UNIT})
    named_by = frozenset({ResponseColumn.UNIT})

    def identity(self, line: ResponseLine) -> object:
        return line.figures.unit_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("TeamsTables", "Unit"),
            translate("TeamsTables", "Opened"),
            translate("TeamsTables", "Solved"),
            translate("TeamsTables", "Overdue"),
            translate("TeamsTables", "before"),
            translate("TeamsTables", "Owes an answer"),
            translate("TeamsTables", "First response"),
            translate("TeamsTables", "before"),
            translate("TeamsTables", "To solve"),
            translate("TeamsTables", "before"),
        )[column]

    def shown(self, line: ResponseLine, column: int) -> str:
        value = self._figure(line, column)
        if value is None:
            return "–"
        if isinstance(value, int):
            return self.words.number(value)
        if isinstance(value, Decimal):
            whole = self.words.number(int(value))
            mark = "," if self.words.language == "id" else "."
            return f"{whole}{mark}5" if value % 1 else whole
        return str(value)

    def value(self, line: ResponseLine, column: int) -> object:
        value = self._figure(line, column)
        return Decimal(-1) if value is None else value

    def colour(self, line: ResponseLine, column: int) -> QColor | None:
        return look.blocks() if column == ResponseColumn.OVERDUE and line.figures.overdue else None

    def _figure(self, line: ResponseLine, column: int) -> str | int | Decimal | None:
        one = line.figures
        return (
            line.unit_name,
            one.opened,
            one.solved,
            one.overdue,
            one.overdue_before,
            one.waiting,
            one.first_response,
            one.first_response_before,
            one.to_solve,
            one.to_solve_before,
        )[column]
