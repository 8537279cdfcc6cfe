"""Spreadsheets of performance pay and discipline: basic amounts, inputs of a month, decisions of the register."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from meritdesk.core.intake import Intake
from meritdesk.core.notation import read_date
from meritdesk.core.pay import PayInputKind
from meritdesk.core.pay_intake import PayAmountRow, PayInputRow, SanctionRow
from meritdesk.core.periods import PeriodKind
from meritdesk.exchange.pay_layouts import (
    COMPONENTS,
    INPUT_KINDS,
    PAY_AMOUNT_LAYOUT,
    PAY_INPUT_LAYOUT,
    SANCTION_KINDS,
    SANCTION_LAYOUT,
)
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheets import Step, text_of
from meritdesk.exchange.table_reading import Source, read_table

_MOST = Decimal(10) ** 9


def read_pay_amounts(source: Source, step: Step) -> Intake[PayAmountRow]:
    """Read basic amounts: one row a person, post or post class."""
    return read_records(read_table(source, (PAY_AMOUNT_LAYOUT,), step, KNOWN_LAYOUTS), _amount, step)


def read_pay_inputs(source: Source, step: Step) -> Intake[PayInputRow]:
    """Read what is entered for a month: one row a person or unit and kind."""
    return read_records(read_table(source, (PAY_INPUT_LAYOUT,), step, KNOWN_LAYOUTS), _input, step)


def read_sanctions(source: Source, step: Step) -> Intake[SanctionRow]:
    """Read decisions of the discipline register."""
    return read_records(read_table(source, (SANCTION_LAYOUT,), step, KNOWN_LAYOUTS), _sanction, step)


def _amount(record: Record) -> PayAmountRow:
    amounts = {}
    for component in COMPONENTS:
        value = record.number(component.value)
        if value is not None and not 0 <= value <= _MOST:
            raise Unreadable(component.value, "IMP-224", value=record.text(component.value))
        if value:
            amounts[component] = value
    nip = record.nip() if record.text("nip") else ""
    post, post_class = record.text("post"), record.text("post_class")
    if not nip and not post and not post_class:
        raise Unreadable("nip", "IMP-223")
    if not amounts and not (post_class and (nip or post)):
        raise Unreadable(next(iter(COMPONENTS)).value, "IMP-223")
    return PayAmountRow(_needed_day(record, "valid_from"), nip, "" if nip else post, post_class, amounts)


def _input(record: Record) -> PayInputRow:
    period = record.period()
    if period.kind is not PeriodKind.MONTH:
        raise Unreadable("period", "FOL-340", period=period.code)
    kind = record.chosen("kind", INPUT_KINDS)
    value = record.number("value")
    if value is None:
        raise Unreadable("value", "IMP-223")
    if (value < 0 and kind is not PayInputKind.SETTLEMENT) or abs(value) > _MOST:
        raise Unreadable("value", "IMP-224", value=record.text("value"))
    if kind is PayInputKind.ABSORPTION:
        if value > 100:
            raise Unreadable("value", "IMP-224", value=record.text("value"))
        return PayInputRow(period, kind, value, unit=record.needed("unit"), words=record.text("words"))
    return PayInputRow(period, kind, value, record.nip(), words=record.text("words"))


def _sanction(record: Record) -> SanctionRow:
    decided = _needed_day(record, "decided_on")
    return SanctionRow(
        nip=record.nip(),
        kind=record.chosen("kind", SANCTION_KINDS),
        letter_number=record.needed("letter"),
        decided_on=decided,
        starts=_day(record, "starts") or decided,
        decided_by=record.needed("decided_by"),
        reason=record.needed("reason"),
        ends=_day(record, "ends"),
        article=record.text("article"),
    )


def _day(record: Record, field: str) -> date | None:
    cell = record.cells[record.places[field]]
    if cell is None or not record.text(field):
        return None
    found = None if isinstance(cell, Decimal) else read_date(cell)
    if found is None:
        raise Unreadable(field, "IMP-220", value=text_of(cell))
    return found


def _needed_day(record: Record, field: str) -> date:
    found = _day(record, field)
    if found is None:
        raise Unreadable(field, "IMP-223")
    return found
