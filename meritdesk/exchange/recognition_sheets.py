"""The spreadsheets of earlier credit points and of negative habits: headings, and how a row is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from meritdesk.core.credit_history import CreditItemRow, CreditKind
from meritdesk.core.habits import HabitRow
from meritdesk.core.intake import Intake
from meritdesk.core.notation import read_date
from meritdesk.exchange.recognition_layouts import CREDIT_KINDS, CREDIT_LAYOUT, HABIT_LAYOUT
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheets import Step, text_of
from meritdesk.exchange.table_reading import Source, read_table


def read_credit_items(source: Source, step: Step) -> Intake[CreditItemRow]:
    """Read earlier credit points: one row a letter, person and row of the determination."""
    return read_records(read_table(source, (CREDIT_LAYOUT,), step, KNOWN_LAYOUTS), _item, step)


def read_habits(source: Source, step: Step) -> Intake[HabitRow]:
    """Read entries of the register of habits: one row a person, kind and day."""
    return read_records(read_table(source, (HABIT_LAYOUT,), step, KNOWN_LAYOUTS), _habit, step)


def _item(record: Record) -> CreditItemRow:
    kinds: Mapping[str, CreditKind] = CREDIT_KINDS
    points = record.number("points")
    if points is None:
        raise Unreadable("points", "IMP-223")
    starts, ends = _day(record, "starts"), _day(record, "ends")
    if starts is None or ends is None:
        period = record.period()
        starts, ends = starts or period.first_day, ends or period.last_day
    return CreditItemRow(
        nip=record.nip(),
        kind=record.chosen("kind", kinds),
        starts=starts,
        ends=ends,
        points=points,
        document=record.needed("document"),
        dated=_day(record, "dated"),
        tier=record.text("tier"),
    )


def _habit(record: Record) -> HabitRow:
    seen = _day(record, "seen_on")
    if seen is None:
        raise Unreadable("seen_on", "IMP-223")
    return HabitRow(
        nip=record.nip(),
        kind=record.needed("kind"),
        seen_on=seen,
        times=record.count("times") if record.text("times") else 1,
        words=record.text("words"),
        talk_on=_day(record, "talk_on"),
        talk_by=record.text("talk_by"),
        talk_words=record.text("talk_words"),
        due_on=_day(record, "due_on"),
    )


def _day(record: Record, field: str) -> date | None:
    if not record.text(field):
        return None
    cell = record.cells[record.places[field]]
    found = None if cell is None or isinstance(cell, Decimal) else read_date(cell)
    if found is None:
        raise Unreadable(field, "IMP-220", value=text_of(cell))
    return found
