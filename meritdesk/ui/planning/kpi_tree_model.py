"""The tree of indicators as a Qt tree: how each place stands, where it will end, and what it adds above."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QColor, QStandardItem

from meritdesk.core.cascade import NodeKind
from meritdesk.core.notation import printed_decimal
from meritdesk.core.scoring.kpi import Light
from meritdesk.services.planning.kpi_papers import target_text
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.ui import look
from meritdesk.ui.planning.opened_tree import LINE, Index, OpenedTree
from meritdesk.ui.wording import Words

SIGNS = {Light.GREEN: "●", Light.AMBER: "◐", Light.RED: "○", Light.DARK: "–"}
_MARKS = {NodeKind.RESULT: "▸ ", NodeKind.INDICATOR: "· ", NodeKind.PLACEHOLDER: "◌ ", NodeKind.ROLE: "◌ "}


class KpiTreeColumn(IntEnum):
    """What the tree says of a place."""

    TEXT = 0
    OWNER = 1
    TARGET = 2
    ACTUAL = 3
    LIGHT = 4
    FORECAST = 5
    ADDED = 6
    BUDGET = 7


def light_colour(light: Light) -> QColor | None:
    """The colour of a light; the sign and the word say the same."""
    if light is Light.RED:
        return look.blocks()
    if light is Light.AMBER:
        return look.asks()
    return look.accent() if light is Light.GREEN else None


class KpiTree(OpenedTree):
    """The indicators of a unit: what each place is, whose it is and how it stands."""

    owned_in = KpiTreeColumn.OWNER

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, len(KpiTreeColumn), parent)

    def line(self, index: Index) -> KpiLine | None:
        """The place of an index."""
        found = self.place(index)
        return found if isinstance(found, KpiLine) else None

    def _head(self) -> None:
        translate = QCoreApplication.translate
        self.setHorizontalHeaderLabels(
            [
                translate("KpiTree", "Indicator"),
                translate("KpiTree", "Unit or person"),
                translate("KpiTree", "Target"),
                translate("KpiTree", "Reached"),
                translate("KpiTree", "Light"),
                translate("KpiTree", "Forecast"),
                translate("KpiTree", "Adds"),
                translate("KpiTree", "Budget"),
            ]
        )

    def _row(self, line: KpiLine) -> list[QStandardItem]:
        told = self._told(line)
        items = []
        for column, text in enumerate(self._texts(line)):
            item = QStandardItem(text)
            item.setEditable(False)
            item.setSizeHint(QSize(0, look.in_letters(look.ROW_HEIGHT)))
            item.setToolTip(told)
            if column in (KpiTreeColumn.ACTUAL, KpiTreeColumn.ADDED, KpiTreeColumn.BUDGET):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
        items[KpiTreeColumn.TEXT].setData(line, LINE)
        for column, light in (
            (KpiTreeColumn.LIGHT, line.figures.light),
            (KpiTreeColumn.FORECAST, line.figures.forecast_light),
        ):
            colour = light_colour(light)
            if colour is not None:
                items[column].setForeground(colour)
        if line.is_gap:
            items[KpiTreeColumn.TEXT].setForeground(look.asks())
        return items

    def _texts(self, line: KpiLine) -> tuple[str, ...]:
        figures, words, noted = line.figures, self.words.messages, self.words.noted
        reached = ""
        if figures.actual is not None:
            reached = noted(printed_decimal(figures.actual))
            if figures.expected is not None:
                reached += f" / {noted(printed_decimal(figures.expected))}"
        percent = f" {noted(printed_decimal(figures.percent))} %" if figures.percent is not None else ""
        ahead = ""
        if figures.forecast is not None:
            ahead = f"{SIGNS[figures.forecast_light]} {noted(printed_decimal(figures.forecast))}"
        added = ""
        if line.added is not None and line.added.amount is not None:
            share = f" ({noted(printed_decimal(line.added.share))} %)" if line.added.share is not None else ""
            added = f"+{noted(printed_decimal(line.added.amount))}{share}"
        spent = line.absorbed.percent if line.absorbed is not None else None
        part = f"  [{line.part}]" if line.part else ""
        return (
            f"{_MARKS.get(line.kind, '')}{line.text}{part}",
            line.owner,
            target_text(line.target),
            reached,
            f"{SIGNS[figures.light]} {words.label_of(figures.light)}{percent}",
            ahead,
            added,
            f"{noted(printed_decimal(spent))} %" if spent is not None else "",
        )

    def _told(self, line: KpiLine) -> str:
        kind = self.words.messages.label_of(line.kind)
        return "\n".join(text for text in (kind, line.goal, line.text, line.position) if text)
