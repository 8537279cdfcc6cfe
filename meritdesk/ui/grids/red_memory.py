"""Red cells are unsaved work: they are kept in the encrypted store while they wait, and stand there again next time."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.cells import CellKey, Red
from meritdesk.ui.grids.keeper import GridKeeper

KEEP_AFTER_MS = 400
MOST_REDS = 2_000
"""More red cells than this are a mistaken paste; the newest are kept."""


class RedMemory(QObject):
    """Keeps the red cells of one grid under its name, each person's own, and puts them back when it is first shown."""

    def __init__(self, desk: Desk, lane: Lane, keeper: GridKeeper, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane, self._keeper = desk, lane, keeper
        self._table = keeper.table
        self._name = f"grid.reds.{name}"
        self._kept: dict[CellKey, Red] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)
        self._is_recalled = False
        self._table.modelReset.connect(self._recall)
        keeper.shown.connect(self._changed)
        keeper.grid.typing.connect(self._typed)

    def keep_now(self) -> None:
        """Write down which cells are red, where that is not written yet."""
        reds = {**self._table.reds, **self._half_typed()}
        if reds == self._kept:
            return
        self._kept = reds
        name, content = self._name, written(reds)

        def keep(step: Step) -> None:
            self._desk.upkeep.memory.keep(name, content)

        self._lane.ask(keep)

    def _half_typed(self) -> dict[CellKey, Red]:
        """The cell in which somebody is typing: after a power cut it stands there in red, for it was never entered."""
        typed = self._keeper.grid.half_typed()
        key = self._table.key_of(typed.row, typed.column) if typed is not None else None
        if typed is None or key is None:
            return {}
        return {key: Red(typed.text, "")}

    def _typed(self) -> None:
        """Not anew with each key: who types without a pause is kept too."""
        if self._is_recalled and not self._timer.isActive():
            self._timer.start()

    def _changed(self) -> None:
        if self._is_recalled:
            self._timer.start()

    def _recall(self) -> None:
        if self._is_recalled or not self._table.rowCount():
            return
        self._is_recalled = True
        name = self._name
        self._lane.ask(lambda step: self._desk.upkeep.memory.recall(name), self._put_back)

    def _put_back(self, content: str) -> None:
        found = read(content)
        self._kept = dict(found)
        # What was typed since then counts more than what waited from the last time.
        self._table.set_reds({key: red for key, red in found.items() if key not in self._table.reds})
        if found:
            self._table.retranslate()  # they may have been kept in the other language
            self._keeper.shown.emit()


def written(reds: Mapping[CellKey, Red]) -> str:
    """Red cells as a text; nothing when there are none."""
    rows = [[about, what, red.text, red.why] for (about, what), red in reds.items()]
    return json.dumps(rows[-MOST_REDS:], ensure_ascii=False) if rows else ""


def read(content: str) -> dict[CellKey, Red]:
    """The red cells of a text; a text of another kind holds none."""
    try:
        rows = json.loads(content or "[]")
        return {(str(about), str(what)): Red(str(text), str(why)) for about, what, text, why in rows}
    except (ValueError, TypeError):
        return {}
