"""Sheets of the units' own indicators: performance agreements, and what came of them (docs/import-layouts.md).

Headings are Indonesian and fixed; what is written here is read back to the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from meritdesk.core.agreement import Accumulation, MeasureGroup, TrajectoryPoint
from meritdesk.core.given import Layout
from meritdesk.core.intake import AgreementRow, Intake, UnitActualRow
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind
from meritdesk.core.plan import Direction, Target
from meritdesk.core.target_text import read_target
from meritdesk.exchange.sheet_layouts import AGREEMENT_LAYOUT, KNOWN_LAYOUTS, UNIT_ACTUAL_LAYOUT
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheet_words import DIRECTIONS, PERSPECTIVES, YES_OR_NO
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import Step
from meritdesk.exchange.table_reading import Source, read_table

GROUPS: Mapping[str, MeasureGroup] = {
    **dict.fromkeys(("IKU", "INDIKATOR KINERJA UTAMA", "IKK", "PERJANJIAN KINERJA"), MeasureGroup.KEY),
    **dict.fromkeys(("EKSPEKTASI", "EKSPEKTASI PIMPINAN"), MeasureGroup.EXPECTATION),
    **dict.fromkeys(("RB", "INDEKS RB", "INDEKS REFORMASI BIROKRASI", "REFORMASI BIROKRASI"), MeasureGroup.REFORM),
}
ACCUMULATIONS: Mapping[str, Accumulation] = {
    **dict.fromkeys(("POSISI", "KUMULATIF", "TERAKHIR"), Accumulation.STANDING),
    **dict.fromkeys(("JUMLAH", "DIJUMLAHKAN", "NON KUMULATIF"), Accumulation.SUM),
}
_GROUP_WORDS = {MeasureGroup.KEY: "IKU", MeasureGroup.EXPECTATION: "EKSPEKTASI", MeasureGroup.REFORM: "INDEKS RB"}
_SUM_WORDS = {Accumulation.STANDING: "POSISI", Accumulation.SUM: "JUMLAH"}
_DIRECTION_WORDS = {Direction.MORE: "NAIK", Direction.LESS: "TURUN"}
_PERSPECTIVE_WORDS = {meaning: word for word, meaning in PERSPECTIVES.items()}


def read_agreements(source: Source, step: Step) -> Intake[AgreementRow]:
    """Read performance agreements: one row per indicator, with trajectory and the indicator above it."""
    return read_records(read_table(source, (AGREEMENT_LAYOUT,), step, KNOWN_LAYOUTS), _agreement_row, step)


def read_unit_actuals(source: Source, step: Step) -> Intake[UnitActualRow]:
    """Read what units achieved: one row per indicator and period."""
    return read_records(read_table(source, (UNIT_ACTUAL_LAYOUT,), step, KNOWN_LAYOUTS), _actual_row, step)


def _agreement_row(record: Record) -> AgreementRow:
    unit_source_id = record.needed("unit")
    year = record.number("year")
    if year is None:
        raise Unreadable("year", "IMP-223")
    if year != year.to_integral_value() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("year", "USE-101", period=record.text("year"))
    parent = record.number("parent_number")
    if parent is not None:
        record.count("parent_number")
    return AgreementRow(
        unit_source_id=unit_source_id,
        year=int(year),
        number=record.count("number"),
        goal=record.text("goal"),
        text=record.needed("text"),
        target=_target(record),
        group=record.choice("group", GROUPS) or MeasureGroup.KEY,
        perspective=record.choice("perspective", PERSPECTIVES),
        accumulation=record.choice("accumulation", ACCUMULATIONS) or Accumulation.STANDING,
        trajectory=_trajectory(record, int(year)),
        parent_source_id=record.text("parent_unit") or None,
        parent_number=int(parent) if parent is not None else None,
        is_draft=record.choice("draft", YES_OR_NO) or False,
    )


def _target(record: Record) -> Target:
    """The target as its text says, unless the columns say it outright; a blank one is a target still to be set."""
    text = record.text("target")
    low, high = record.number("low"), record.number("high")
    told = read_target(text, None)
    direction = record.choice("direction", DIRECTIONS)
    unit = record.text("measure") or told.unit
    if low is None and high is None:
        return Target(text, told.low, told.high, unit, direction or told.direction)
    low, high = (high if low is None else low), (low if high is None else high)
    if low is not None and high is not None and low > high:
        raise Unreadable("high", "IMP-224", value=printed_decimal(high))
    return Target(text or _figure(low), low, high, unit, direction or Direction.MORE)


def _trajectory(record: Record, year: int) -> tuple[TrajectoryPoint, ...]:
    points = []
    for quarter in range(1, 5):
        value = record.number(f"q{quarter}")
        if value is not None:
            points.append(TrajectoryPoint(Period(year, PeriodKind.QUARTER, quarter), value))
    return tuple(points)


def _actual_row(record: Record) -> UnitActualRow:
    unit_source_id = record.needed("unit")
    value = record.number("value")
    if value is None:
        raise Unreadable("value", "IMP-223")
    return UnitActualRow(
        unit_source_id=unit_source_id,
        period=record.period(),
        number=record.count("number"),
        value=value,
        text=record.text("note") or None,
        evidence=record.text("evidence") or None,
    )


def write_agreements(path: Path, rows: Iterable[AgreementRow]) -> int:
    """Write agreements as ``read_agreements`` reads them; answers with the number of rows."""
    return write_table(
        path,
        _headings(AGREEMENT_LAYOUT),
        (_agreement_cells(row) for row in rows),
        SheetStyle(
            "Perjanjian Kinerja", (36, 30, 7, 5, 40, 50, 14, 18, 10, 10, 10, 8, 18, 10, 10, 10, 10, 10, 36, 8, 6)
        ),
    )


def write_unit_actuals(path: Path, rows: Iterable[UnitActualRow]) -> int:
    """Write what units achieved as ``read_unit_actuals`` reads it; answers with the number of rows."""
    lines = (
        (
            row.unit_source_id, "", row.period.code, str(row.number), _figure(row.value), row.text or "",
            row.evidence or "",
        )
        for row in rows
    )  # fmt: skip
    style = SheetStyle("Realisasi Unit", (36, 30, 10, 5, 14, 40, 40))
    return write_table(path, _headings(UNIT_ACTUAL_LAYOUT), lines, style)


def _agreement_cells(row: AgreementRow) -> tuple[str, ...]:
    points = {point.period.index: _figure(point.value) for point in row.trajectory}
    return (
        row.unit_source_id,
        "",
        str(row.year),
        str(row.number),
        row.goal,
        row.text,
        _GROUP_WORDS[row.group],
        row.target.text,
        _figure(row.target.low),
        _figure(row.target.high),
        row.target.unit,
        _DIRECTION_WORDS[row.target.direction],
        _PERSPECTIVE_WORDS[row.perspective] if row.perspective else "",
        _SUM_WORDS[row.accumulation],
        *(points.get(quarter, "") for quarter in range(1, 5)),
        row.parent_source_id or "",
        str(row.parent_number) if row.parent_number is not None else "",
        "YA" if row.is_draft else "",
    )


def _headings(layout: Layout) -> tuple[str, ...]:
    return tuple(accepted[0] for accepted in layout.columns.values())


def _figure(value: Decimal | None) -> str:
    return printed_decimal(value) if value is not None else ""
