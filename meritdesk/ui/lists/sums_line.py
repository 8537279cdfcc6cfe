"""The line below a list: how many are selected, and sum and mean of the figures as in a spreadsheet's status bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from meritdesk.services.changes import Step
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.lists.reading import Reading
from meritdesk.ui.lists.totals import Total, totals
from meritdesk.ui.wording import Words

_WAIT_MS = 80
_FROM = 2


class SumsLine(QLabel):
    """Follows the selection of a view; lines that are not here yet are read and added up on the lane."""

    def __init__(
        self,
        view: LineView[Any],
        reading: Reading[Any] | None,
        lane: Lane,
        words: Words,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._view, self._reading, self._lane, self._words = view, reading, lane, words
        self.arrangement = Arrangement()
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self.add_up)
        view.selection_moved.connect(self._waiting.start)
        view.columns_changed.connect(self._waiting.start)
        view.table.modelReset.connect(self._waiting.start)
        view.table.dataChanged.connect(lambda *_: self._waiting.start())

    def add_up(self) -> None:
        """Count what is selected and sum its figures."""
        self._waiting.stop()
        view, value = self._view, self._view.table.value
        count = view.selected_count()
        columns = [column for column in view.columns.shown if column in view.table.numbers]
        ranges, reading, arrangement = view.ranges(), self._reading, self.arrangement
        if count < _FROM or not columns:
            self._tell(count, ())
        elif reading is None or not any(view.table.missing_blocks(first, last) for first, last in ranges):
            self._tell(count, totals(view.selected(), columns, value))
        else:
            self._tell(count, (), is_adding=True)

            def work(step: Step) -> tuple[Total, ...]:
                lines = (line for first, last in ranges for line in reading.part(arrangement, first, last + 1, step))
                return totals(lines, columns, value)

            def show(found: tuple[Total, ...]) -> None:
                if view.ranges() == ranges:
                    self._tell(count, found)

            self._lane.ask(work, show, key=f"list.{view.list_key}.sums")

    def _tell(self, count: int, found: Sequence[Total], is_adding: bool = False) -> None:
        translate, number, decimal = QCoreApplication.translate, self._words.number, self._words.decimal
        if count < _FROM:
            self.clear()
            return
        is_everything = count == self._view.table.rowCount()
        said = (
            translate("SumsLine", "%1 selected: all that fit")
            if is_everything
            else translate("SumsLine", "%1 selected")
        )
        parts = [said.replace("%1", number(count))]
        if is_adding:
            parts.append(translate("SumsLine", "adding up…"))
        for one in found:
            told = translate("SumsLine", "%1: sum %2, mean %3").replace("%1", self._view.table.heading(one.column))
            parts.append(told.replace("%2", decimal(one.sum)).replace("%3", decimal(one.mean)))
        self.setText("  ·  ".join(parts))
