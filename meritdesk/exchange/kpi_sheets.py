"""Spreadsheets of indicators over the year and of budgets by month (docs/import-layouts.md)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from meritdesk.core.agreement import TrajectoryPoint
from meritdesk.core.intake import Intake
from meritdesk.core.kpi_intake import BudgetRow, KpiRow
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import FIRST_YEAR, LAST_YEAR, PeriodKind
from meritdesk.core.plan import Target
from meritdesk.core.target_text import read_target
from meritdesk.exchange.agreement_sheets import ACCUMULATIONS
from meritdesk.exchange.kpi_layouts import BUDGET_LAYOUT, KPI_LAYOUT, STEPS, period_of
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheet_words import DIRECTIONS
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import Step
from meritdesk.exchange.table_reading import Source, read_table

_MOST = Decimal(10) ** 15


def read_kpi(source: Source, step: Step) -> Intake[KpiRow]:
    """Read indicators over the year: one row an indicator, a column for each period planned and reached."""
    return read_records(read_table(source, (KPI_LAYOUT,), step, KNOWN_LAYOUTS), _kpi, step)


def read_budgets(source: Source, step: Step) -> Intake[BudgetRow]:
    """Read budgets: one row a unit and month."""
    return read_records(read_table(source, (BUDGET_LAYOUT,), step, KNOWN_LAYOUTS), _budget, step)


def write_budgets(path: Path, rows: Iterable[BudgetRow]) -> int:
    """Write budgets as ``read_budgets`` reads them; answers with the number of rows."""
    lines = (
        (row.unit_source_id, "", row.period.code, printed_decimal(row.ceiling), printed_decimal(row.realised),
         row.note or "")
        for row in rows
    )  # fmt: skip
    headings = tuple(accepted[0] for accepted in BUDGET_LAYOUT.columns.values())
    return write_table(path, headings, lines, SheetStyle("Serapan Anggaran", (36, 30, 10, 18, 18, 40)))


def _kpi(record: Record) -> KpiRow:
    unit = record.needed("unit")
    year = record.number("year")
    if year is None:
        raise Unreadable("year", "IMP-223")
    if year != year.to_integral_value() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("year", "USE-101", period=record.text("year"))
    return KpiRow(
        unit_source_id=unit,
        year=int(year),
        number=record.count("number"),
        goal=record.text("goal"),
        text=record.text("text"),
        target=_target(record),
        accumulation=record.choice("accumulation", ACCUMULATIONS),
        planned=_points(record, "p", int(year)),
        reached=_points(record, "r", int(year)),
    )


def _target(record: Record) -> Target | None:
    text = record.text("target")
    if not text:
        return None
    told = read_target(text, None)
    direction = record.choice("direction", DIRECTIONS) or told.direction
    return Target(text, told.low, told.high, record.text("measure") or told.unit, direction)


def _points(record: Record, side: str, year: int) -> tuple[TrajectoryPoint, ...]:
    points = []
    for step in STEPS:
        value = record.number(f"{side}_{step}")
        if value is not None:
            points.append(TrajectoryPoint(period_of(step, year), value))
    return tuple(points)


def _budget(record: Record) -> BudgetRow:
    unit, period = record.needed("unit"), record.period()
    if period.kind is not PeriodKind.MONTH:
        raise Unreadable("period", "PLN-434", period=period.code)
    amounts = {}
    for field in ("ceiling", "realised"):
        value = record.number(field)
        if value is None:
            raise Unreadable(field, "IMP-223")
        if not 0 <= value <= _MOST:
            raise Unreadable(field, "IMP-224", value=record.text(field))
        amounts[field] = value
    return BudgetRow(unit, period, amounts["ceiling"], amounts["realised"], record.text("note") or None)
