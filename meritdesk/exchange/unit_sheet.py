"""The unit file (UNOR / SOTK) of the national system: the tree of units with their heads (layouts 2)."""

from __future__ import annotations

import re
from collections import defaultdict

from meritdesk.core.errors import RowFault
from meritdesk.core.intake import Intake, Placed, UnitRow
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS, UNIT_LAYOUT
from meritdesk.exchange.sheet_words import YES_OR_NO, is_empty, read_echelon, word
from meritdesk.exchange.sheets import Cell, Step, text_of
from meritdesk.exchange.table_reading import Source, Table, is_summary, read_table, require_rows

_DASHES = re.compile(r"^(?:[-\u2010-\u2015\u2212]\s*)+")
_STEP_EVERY = 1000
MOST_UNITS = 100_000
"""More units than any government has; a longer list only fills the memory."""


def read_units(source: Source, step: Step) -> Intake[UnitRow]:
    """Read the unit file; rows without id or name, and ids that stand twice with different content, are refused."""
    table = read_table(source, (UNIT_LAYOUT,), step, KNOWN_LAYOUTS, MOST_UNITS)
    reader = _UnitReader(table)
    for done, (number, cells) in enumerate(table.rows):
        if done % _STEP_EVERY == 0:
            step(done, len(table.rows))
        reader.take(number, cells)
    step(len(table.rows), len(table.rows))
    return reader.answer()


class _UnitReader:
    """Reads one unit file row by row; knows the open branch, for files that show the tree by dashes only."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows: list[Placed[UnitRow]] = []
        self.refused: list[RowFault] = []
        self.remarks: list[RowFault] = []
        self.skipped = table.blank_rows
        self.branch: list[str] = []

    def take(self, number: int, cells: list[Cell]) -> None:
        source_id, raw_name, parent, echelon, title, head_name, head, official, acting, autonomous, order = map(
            _fact, cells
        )
        if (source_id is None or raw_name is None) and (is_summary(cells) or source_id is raw_name):
            self.skipped += 1
            return
        if source_id is None or raw_name is None:
            self._refuse(number, "source_id" if source_id is None else "name", "IMP-223")
            return
        dashes = _DASHES.match(raw_name)
        depth = len(re.findall(r"[^\s]", dashes[0])) if dashes else 0
        name = raw_name[dashes.end() :].strip() if dashes else raw_name
        if not name:
            self._refuse(number, "name", "IMP-223")
            return
        above = self.branch[:depth]
        self.branch = [*above, source_id]
        if parent is None and above:
            parent = above[-1]
            if "parent" in self.table.headings:
                self._remark(number, "parent", "REG-357", unit=name)
        if parent == source_id:
            self._refuse(number, "parent", "REG-356", unit=name)
            return
        rank = read_echelon(echelon) if echelon else None
        if echelon and rank is None:
            self._refuse(number, "echelon", "IMP-222", value=echelon, allowed="II.b, 22, 99")
            return
        is_autonomous = YES_OR_NO.get(word(autonomous)) if autonomous else None
        if autonomous and is_autonomous is None:
            self._refuse(number, "autonomous", "IMP-222", value=autonomous, allowed="YA, TIDAK")
            return
        if order is not None and not (order.isascii() and order.isdecimal() and len(order) < 10):
            self._refuse(number, "order", "IMP-221", value=order)
            return
        unit = UnitRow(
            source_id=source_id,
            name=name,
            depth=depth,
            parent_source_id=parent,
            echelon=rank or None,
            head_title=title,
            head_name=head_name,
            head_source_id=head,
            official_source_id=official,
            acting_source_id=acting,
            is_autonomous=is_autonomous,
            sort_order=int(order) if order else None,
        )
        self.rows.append(Placed(number, unit))

    def answer(self) -> Intake[UnitRow]:
        """The whole file, with doubled ids judged: twins are refused once, contradictions all."""
        by_id: dict[str, list[Placed[UnitRow]]] = defaultdict(list)
        for placed in self.rows:
            by_id[placed.value.source_id].append(placed)
        kept = []
        for placed in self.rows:
            same = by_id[placed.value.source_id]
            if len(same) == 1:
                kept.append(placed)
            elif any(other.value != placed.value for other in same):
                others = ", ".join(str(other.row) for other in same if other is not placed)
                self._refuse(placed.row, "source_id", "REG-355", unit=placed.value.name, others=others)
            elif placed is same[0]:
                kept.append(placed)
            else:
                self._refuse(placed.row, "source_id", "REG-351", other=same[0].row)
        require_rows(self.table, len(kept) + len(self.refused))
        taken = {placed.row for placed in kept}
        return Intake(
            rows=tuple(kept),
            refused=tuple(sorted(self.refused, key=lambda fault: fault.row)),
            remarks=tuple(remark for remark in self.remarks if remark.row in taken),
            read=len(kept) + len(self.refused),
            skipped=self.skipped,
        )

    def _refuse(self, number: int, field: str, code: str, **facts: object) -> None:
        self.refused.append(RowFault(number, self.table.heading(field), code, facts))

    def _remark(self, number: int, field: str, code: str, **facts: object) -> None:
        self.remarks.append(RowFault(number, self.table.heading(field), code, facts))


def _fact(cell: Cell) -> str | None:
    text = text_of(cell)
    return None if is_empty(text) else text
