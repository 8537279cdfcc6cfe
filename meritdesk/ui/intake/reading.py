"""What the wizard asks of the desk, each as one piece of work for the lane: read, look, judge again, write."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, replace

from meritdesk.core.given import ColumnMapping, GivenBook, ReadTable, Recognition
from meritdesk.core.journal import Changes
from meritdesk.messages import Messages
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step
from meritdesk.ui.intake.fates import FateLine
from meritdesk.ui.intake.kinds import ImportVerb
from meritdesk.ui.intake.session import IntakeSession


@dataclass(frozen=True, slots=True)
class Looked:
    """A sheet that was looked at: what it is taken for, and the remembered mappings that fit it."""

    book: GivenBook
    sheet: str
    recognition: Recognition | None
    offered: tuple[ColumnMapping, ...] = ()
    start: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A table that was judged: as text, its outcome, and every row in words."""

    read: ReadTable
    outcome: ImportOutcome
    lines: tuple[FateLine, ...]
    is_written: bool = False

    @property
    def changes(self) -> Changes:
        """What was written, for the lane to announce; a second look at some rows writes nothing."""
        return self.outcome.changes

    @property
    def written(self) -> ImportOutcome | None:
        """The fates of the rows for the history of work; a preview has decided nothing yet."""
        return self.outcome if self.is_written else None


def look_at(
    desk: Desk, book: GivenBook, sheet: str = "", heading_row: int | None = None, most_rows: int = 40
) -> Looked:
    """Look at a sheet, the fitting one where none is named."""
    tables = desk.upkeep.tables
    chosen = sheet or tables.fitting_sheet(book)
    table = book.table(chosen)
    start = tuple(tuple(_plain(cell) for cell in row) for row in table.rows[:most_rows])
    if book.fill:
        return Looked(book, chosen, None, (), start)
    found = tables.recognise(table, heading_row)
    names = [column.name for column in found.columns]
    return Looked(book, chosen, found, desk.upkeep.mappings.offered(found.fingerprint, names), start)


def judging(
    desk: Desk, session: IntakeSession, verb: ImportVerb, messages: Messages, is_dry: bool, option: bool
) -> Callable[[Step], Judged]:
    """Judge the whole table, or import its good rows."""
    table = session.table()

    def work(step: Step) -> Judged:
        if session.read is None:
            session.read = desk.upkeep.tables.understand(replace(table, corrections=()), step)
        outcome = verb.run(table, step, is_dry, option)
        return Judged(session.read, outcome, session.told(outcome, messages), not is_dry)

    return work


def judging_again(
    session: IntakeSession, verb: ImportVerb, messages: Messages, rows: Set[int], option: bool
) -> Callable[[Step], Judged]:
    """Judge some rows again as they are now, and put their new fates into the outcome."""
    table, before, read = session.table(rows), session.outcome, session.read
    assert before is not None and read is not None
    judged = frozenset(rows)

    def work(step: Step) -> Judged:
        outcome = before.judged_again(judged, verb.run(table, step, True, option))
        return Judged(read, outcome, session.told(outcome, messages))

    return work


def _plain(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
