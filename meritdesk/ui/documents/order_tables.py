"""The lists of the print queue: orders with their progress, and who could not be printed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.print_order import OrderItem, OrderLine, OrderState
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class OrderColumn(IntEnum):
    """One print order."""

    NUMBER = 0
    WANTED = 1
    DIVIDED = 2
    SHEETS = 3
    FILES = 4
    FAILED = 5
    STATE = 6
    MADE = 7


class OrderTable(LineTable[OrderLine]):
    """The print queue, newest order first; a running one shows how far it is at this moment."""

    columns = OrderColumn
    numbers = frozenset({OrderColumn.SHEETS, OrderColumn.FILES, OrderColumn.FAILED})
    named_by = frozenset({OrderColumn.NUMBER, OrderColumn.WANTED})
    _running: Mapping[str, tuple[int, int]] = {}

    def identity(self, line: OrderLine) -> object:
        return line.order.order_id

    def show_progress(self, running: Mapping[str, tuple[int, int]]) -> None:
        """By order, what is done and how much there is in all."""
        self._running = dict(running)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("OrderTable", "Order"),
            translate("OrderTable", "What is printed"),
            translate("OrderTable", "Files"),
            translate("OrderTable", "Sheets"),
            translate("OrderTable", "Ready"),
            translate("OrderTable", "Failed"),
            translate("OrderTable", "State"),
            translate("OrderTable", "Given"),
        )[column]

    def cells(self, line: OrderLine) -> tuple[str, ...]:
        wish, counts, number = line.order.wish, line.counts, self.words.number
        done, total = self._running.get(line.order.order_id, (counts.done, counts.sheets))
        return (
            line.order.order_id,
            f"{self._forms(line)} · {self.words.period(wish.period)}",
            self.words.messages.label_of(wish.files),
            f"{number(done)}/{number(total or counts.sheets)}",
            f"{number(counts.parts_done)}/{number(counts.parts)}",
            number(counts.failed),
            self._state(line),
            self.words.short_moment(line.order.made_at),
        )

    def value(self, line: OrderLine, column: int) -> object:
        typed: dict[int, object] = {
            OrderColumn.SHEETS: line.counts.sheets,
            OrderColumn.FILES: line.counts.parts,
            OrderColumn.FAILED: line.counts.failed,
            OrderColumn.MADE: line.order.made_at,
        }
        return typed.get(column, self.shown(line, column))

    def colour(self, line: OrderLine, column: int) -> QColor | None:
        if column == OrderColumn.FAILED and line.counts.failed:
            return look.asks()
        if column != OrderColumn.STATE or line.order.order_id in self._running:
            return None
        if line.order.state is OrderState.DONE:
            return look.arrived()
        return look.blocks() if line.order.state is OrderState.FAILED else look.asks()

    def _state(self, line: OrderLine) -> str:
        state = OrderState.RUNNING if line.order.order_id in self._running else line.order.state
        sign = {OrderState.DONE: "✓ ", OrderState.FAILED: "⚠ ", OrderState.INTERRUPTED: "⚠ "}.get(state, "")
        return sign + self.words.messages.label_of(state)

    def _forms(self, line: OrderLine) -> str:
        wish = line.order.wish
        if wish.is_set:
            return self.words.messages.label("ORDER-SET")
        return ", ".join(form.value for form in wish.wanted_forms)


class ErrorColumn(IntEnum):
    """One sheet that could not be printed."""

    NIP = 0
    NAME = 1
    FORM = 2
    WHY = 3
    CODE = 4


class ErrorTable(LineTable[OrderItem]):
    """Whose sheet could not be printed, why, and what to do."""

    columns = ErrorColumn
    named_by = frozenset({ErrorColumn.NAME, ErrorColumn.WHY})

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("ErrorTable", "NIP"),
            translate("ErrorTable", "Name"),
            translate("ErrorTable", "Form"),
            translate("ErrorTable", "Why not, and what to do"),
            translate("ErrorTable", "Code"),
        )[column]

    def cells(self, line: OrderItem) -> tuple[str, ...]:
        why = self.words.messages.sentence(line.code, line.facts)
        return (line.nip, line.name, line.form.value, why, line.code)
