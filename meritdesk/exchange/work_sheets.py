"""MeritDesk's own sheets for the year's work: plans, actuals, ratings and organisation levels (docs/import-layouts.md).

Headings are Indonesian and fixed; what is written here is read back to the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from meritdesk.core.given import Layout
from meritdesk.core.intake import ActualRow, Intake, LevelRow, PlanRow, RatingRow
from meritdesk.core.notation import printed_decimal, read_date
from meritdesk.core.periods import FIRST_YEAR, LAST_YEAR
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, Perspective, ResultKind
from meritdesk.core.target_text import read_target
from meritdesk.exchange.sheet_layouts import ACTUAL_LAYOUT, KNOWN_LAYOUTS, LEVEL_LAYOUT, PLAN_LAYOUT, RATING_LAYOUT
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheet_words import (
    APPROACHES,
    ASPECTS,
    CLASSES,
    DIRECTIONS,
    LEVELS,
    PERSPECTIVES,
    RATINGS,
    RESULT_KINDS,
    SECTIONS,
    VALUES,
)
from meritdesk.exchange.sheet_writing import SheetStyle, write_table
from meritdesk.exchange.sheets import Step, text_of
from meritdesk.exchange.table_reading import Source, read_table

T = TypeVar("T")
E = TypeVar("E")


def read_plans(source: Source, step: Step) -> Intake[PlanRow]:
    """Read a sheet of plans: result rows, expectation rows and annex rows."""
    return read_records(read_table(source, (PLAN_LAYOUT,), step, KNOWN_LAYOUTS), _plan_row, step)


def read_actuals(source: Source, step: Step) -> Intake[ActualRow]:
    """Read a sheet of actuals: one row per indicator."""
    return read_records(read_table(source, (ACTUAL_LAYOUT,), step, KNOWN_LAYOUTS), _actual_row, step)


def read_assessment(source: Source, step: Step) -> Intake[RatingRow | LevelRow]:
    """Read ratings of people or levels of units; the headings say which."""
    table = read_table(source, (RATING_LAYOUT, LEVEL_LAYOUT), step, KNOWN_LAYOUTS)
    convert: Callable[[Record], RatingRow | LevelRow] = _rating_row if table.layout is RATING_LAYOUT else _level_row
    return read_records(table, convert, step)


def _plan_row(record: Record) -> PlanRow:
    nip = record.nip()
    year = record.number("year")
    if year is None:
        raise Unreadable("year", "IMP-223")
    if year != year.to_integral_value() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("year", "USE-101", period=record.text("year"))
    approach = record.chosen("approach", APPROACHES)
    section = record.chosen("section", SECTIONS)
    text = record.needed("text")
    if section == "EXPECTATION":
        return PlanRow(nip, int(year), section, approach, text=text, value=record.chosen("value", VALUES))
    if section != "RESULT":
        return PlanRow(nip, int(year), section, approach, text=text)
    aspect = record.choice("aspect", ASPECTS)
    target_text = record.text("target")
    low, high = record.number("low"), record.number("high")
    unit = record.text("unit")
    direction = record.choice("direction", DIRECTIONS)
    if low is None and high is None and approach is Approach.QUANTITATIVE:
        derived = read_target(target_text, aspect)
        low, high = derived.low, derived.high
        unit = unit or derived.unit
        direction = direction or derived.direction
    low, high = (high if low is None else low), (low if high is None else high)
    if low is not None and high is not None and low > high:
        raise Unreadable("high", "IMP-224", value=printed_decimal(high))
    return PlanRow(
        nip=nip,
        year=int(year),
        section=section,
        approach=approach,
        number=record.count("number"),
        kind=record.choice("kind", RESULT_KINDS) or ResultKind.MAIN,
        text=text,
        parent_text=record.text("parent"),
        assigned_by=record.text("giver"),
        indicator=record.text("indicator"),
        aspect=aspect,
        perspective=record.choice("perspective", PERSPECTIVES),
        target_text=target_text,
        target_low=low,
        target_high=high,
        target_unit=unit,
        direction=direction or Direction.MORE,
    )


def _actual_row(record: Record) -> ActualRow:
    text = record.text("text")
    value = record.number("value")
    override = record.choice("class", CLASSES)
    reason = record.text("reason") or None
    if override is not None and reason is None:
        raise Unreadable("reason", "IMP-223")
    if not text and value is None:
        raise Unreadable("text", "IMP-223")
    return ActualRow(
        nip=record.nip(),
        period=record.period(),
        result_number=record.count("result"),
        indicator_number=record.count("indicator"),
        text=text or (printed_decimal(value) if value is not None else ""),
        value=value,
        feedback=record.text("feedback") or None,
        override=override,
        override_reason=reason,
    )


def _rating_row(record: Record) -> RatingRow:
    return RatingRow(
        nip=record.nip(),
        period=record.period(),
        result_rating=record.choice("result", RATINGS),
        behaviour_rating=record.choice("behaviour", RATINGS),
        reason=record.text("reason") or None,
        note=record.text("note") or None,
        feedback=tuple((value, text) for value in BehaviourValue if (text := record.text(value.value))),
    )


def _level_row(record: Record) -> LevelRow:
    published = record.cells[record.places["published"]]
    on = None
    if published is not None:
        on = None if isinstance(published, Decimal) else read_date(published)
        if on is None:
            raise Unreadable("published", "IMP-220", value=text_of(published))
    return LevelRow(
        unit_source_id=record.needed("unit"),
        period=record.period(),
        level=record.chosen("level", LEVELS),
        source=record.text("source") or None,
        published_on=on,
    )


def write_plans(path: Path, rows: Iterable[PlanRow]) -> int:
    """Write plans as ``read_plans`` reads them; answers with the number of rows."""
    sections = _inverse(SECTIONS)
    lines = (
        (
            row.nip, "", str(row.year), _said(row.approach, _inverse(APPROACHES)), sections[row.section],
            str(row.number) if row.number else "", _said(row.kind, _KIND_WORDS) if row.section == "RESULT" else "",
            row.text, row.parent_text, row.assigned_by, row.indicator,
            _said(row.aspect, _ASPECT_WORDS), _said(row.perspective, _PERSPECTIVE_WORDS), row.target_text,
            _figure(row.target_low), _figure(row.target_high), row.target_unit,
            _said(row.direction, _DIRECTION_WORDS) if row.section == "RESULT" else "", _said(row.value, _VALUE_WORDS),
        )
        for row in rows
    )  # fmt: skip
    widths = (20, 24, 7, 13, 24, 5, 10, 50, 40, 24, 50, 11, 18, 18, 10, 10, 10, 8, 24)
    return write_table(path, _headings(PLAN_LAYOUT), lines, SheetStyle("Rencana SKP", widths))


def write_actuals(path: Path, rows: Iterable[ActualRow]) -> int:
    """Write actuals as ``read_actuals`` reads them; answers with the number of rows."""
    lines = (
        (
            row.nip, "", row.period.code, str(row.result_number), str(row.indicator_number), row.text,
            _figure(row.value), row.feedback or "", _said(row.override, _CLASS_WORDS), row.override_reason or "",
        )
        for row in rows
    )  # fmt: skip
    widths = (20, 24, 10, 8, 8, 40, 12, 40, 22, 30)
    return write_table(path, _headings(ACTUAL_LAYOUT), lines, SheetStyle("Realisasi", widths))


def write_ratings(path: Path, rows: Iterable[RatingRow]) -> int:
    """Write ratings of people as ``read_assessment`` reads them; answers with the number of rows."""
    lines = (
        (
            row.nip, "", row.period.code, _said(row.result_rating, _RATING_WORDS),
            _said(row.behaviour_rating, _RATING_WORDS), row.reason or "", row.note or "",
            *(dict(row.feedback).get(value, "") for value in VALUES.values()),
        )
        for row in rows
    )  # fmt: skip
    widths = (20, 24, 10, 22, 22, 30, 30, *(24 for _ in VALUES))
    return write_table(path, _headings(RATING_LAYOUT), lines, SheetStyle("Rating", widths))


def write_levels(path: Path, rows: Iterable[LevelRow]) -> int:
    """Write organisation levels as ``read_assessment`` reads them; answers with the number of rows."""
    lines = (
        (
            row.unit_source_id, "", row.period.code, _said(row.level, _LEVEL_WORDS), row.source or "",
            row.published_on.strftime("%d-%m-%Y") if row.published_on else "",
        )
        for row in rows
    )  # fmt: skip
    return write_table(path, _headings(LEVEL_LAYOUT), lines, SheetStyle("Capaian Organisasi", (36, 40, 10, 18, 40, 12)))


def _headings(layout: Layout) -> tuple[str, ...]:
    return tuple(accepted[0] for accepted in layout.columns.values())


def _inverse(words: Mapping[str, E]) -> dict[E, str]:
    """For each meaning the word that is written."""
    inverse: dict[E, str] = {}
    for spelt, meaning in words.items():
        inverse.setdefault(meaning, spelt)
    return inverse


def _said(value: E | None, words: Mapping[E, str]) -> str:
    return words[value] if value is not None else ""


def _figure(value: Decimal | None) -> str:
    return printed_decimal(value) if value is not None else ""


_KIND_WORDS: Mapping[ResultKind, str] = _inverse(RESULT_KINDS)
_ASPECT_WORDS: Mapping[Aspect, str] = _inverse(ASPECTS)
_PERSPECTIVE_WORDS: Mapping[Perspective, str] = _inverse(PERSPECTIVES)
_DIRECTION_WORDS: Mapping[Direction, str] = _inverse(DIRECTIONS)
_VALUE_WORDS: Mapping[BehaviourValue, str] = _inverse(VALUES)
_CLASS_WORDS = _inverse(CLASSES)
_RATING_WORDS = _inverse(RATINGS)
_LEVEL_WORDS = _inverse(LEVELS)
