"""Tables that clerks hand over, before any of it is judged: read, recognised, corrected, and written back refused.

Nothing here touches the register or the year's work; the import verbs of each room take what is made here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.given import (
    Correction,
    DoubtAnswer,
    GivenBook,
    GivenTable,
    Layout,
    ReadTable,
    Recognition,
    ToldFault,
)
from meritdesk.services.changes import Step, no_step
from meritdesk.services.ports import Source, Surroundings
from meritdesk.services.taken_out import note_taken
from meritdesk.services.upkeep.mappings import ColumnMappings


@dataclass(frozen=True, slots=True)
class RefusedBook:
    """A workbook of refused rows that was written."""

    path: Path
    rows: int


@dataclass(frozen=True, slots=True)
class GivenTables:
    """Verbs about tables that were handed over; a file is only ever read."""

    around: Surroundings

    def layouts(self) -> tuple[Layout, ...]:
        """Every kind of table that the desk reads."""
        return self.around.spreadsheets.layouts()

    def open(self, path: Path, step: Step = no_step) -> GivenBook:
        """Read a file once: all its visible sheets. ``IMP-201`` .. ``IMP-218`` when it cannot be read."""
        require(self.around.actor, Action.IMPORT)
        return self.around.spreadsheets.open_book(path, step)

    def open_pasted(self, text: str, name: str) -> GivenBook:
        """Read a block of cells from the clipboard; ``IMP-277`` when nothing stands in it."""
        require(self.around.actor, Action.IMPORT)
        return self.around.spreadsheets.open_pasted(text, name)

    def recognise(self, table: GivenTable, heading_row: int | None = None) -> Recognition:
        """What a table is taken for, its columns with examples; a clerk may say which row holds the headings."""
        require(self.around.actor, Action.IMPORT)
        return self.around.spreadsheets.recognised(table, heading_row)

    def understand(self, table: GivenTable, step: Step = no_step) -> ReadTable:
        """The table by field, for the eye: what stands in each row, corrections included."""
        require(self.around.actor, Action.IMPORT)
        return self.around.spreadsheets.understood(table, step)

    def corrections(self, path: Path) -> tuple[tuple[Correction, ...], dict[int, DoubtAnswer]]:
        """Corrections and answers from a table of their own; ``IMP-278`` names a row that cannot be read."""
        require(self.around.actor, Action.IMPORT)
        return self.around.spreadsheets.read_corrections(path)

    def prepare(
        self, path: Path, sheet: str = "", mapping: str = "", corrections: Path | None = None, step: Step = no_step
    ) -> Source:
        """What an import verb is to be given; the plain path where nothing but a file was named.

        ``IMP-280`` no such mapping, ``IMP-282`` no such sheet.
        """
        if not (sheet or mapping or corrections):
            return path
        how = ColumnMappings(self.around).show(mapping) if mapping else None
        book = self.open(path, step)
        names = [one.name for one in book.sheets]
        if sheet and sheet not in names:
            raise FileRefusal("IMP-282", file=path.name, sheet=sheet, sheets=", ".join(names))
        table = book.table(sheet or self.fitting_sheet(book))
        right, answers = self.corrections(corrections) if corrections else ((), {})
        return replace(table, mapping=how, corrections=right, answers=answers)

    def fitting_sheet(self, book: GivenBook) -> str:
        """The first sheet that a layout fits, else the first with rows."""
        filled = [one for one in book.sheets if one.rows]
        for one in filled if len(filled) > 1 else ():
            if self.recognise(book.table(one.name)).layout:
                return one.name
        return filled[0].name if filled else book.sheets[0].name

    def write_refused(
        self,
        table: GivenTable,
        faults: Sequence[ToldFault],
        out: Path,
        heads: Sequence[str] = (),
        step: Step = no_step,
    ) -> RefusedBook:
        """Write the refused rows as they stand in the file, each with its reason, to be mended and imported again.

        ``IMP-285`` when no row is refused; never over the file itself (``IMP-286``).
        """
        require(self.around.actor, Action.IMPORT)
        if not faults:
            raise UsageRefusal("IMP-285")
        target = out if out.suffix.lower() == ".xlsx" else out.with_name(f"{out.name}.xlsx")
        if target.name == table.name and target.exists():
            raise FileRefusal("IMP-286", file=target.name)
        count = self.around.spreadsheets.write_refused(target, table, faults, heads, step)
        note_taken(self.around, "BARIS DITOLAK", [target])
        return RefusedBook(target, count)
