"""The files of training (a row a certificate), assessment centre results (a row a person and day), merit levels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from meritdesk.core.intake import Intake, MeritLevelRow, ScoreRow, TrainingRow
from meritdesk.core.notation import printed_decimal, read_date
from meritdesk.core.periods import FIRST_YEAR, LAST_YEAR
from meritdesk.core.talent import TrainingKind
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS, MERIT_LAYOUT, SCORE_LAYOUT, TRAINING_LAYOUT
from meritdesk.exchange.sheet_record import Record, Unreadable, read_records
from meritdesk.exchange.sheets import Step
from meritdesk.exchange.table_reading import Source, read_table

TRAINING_KINDS: Mapping[str, TrainingKind] = {
    **dict.fromkeys(
        ("KEPEMIMPINAN", "STRUKTURAL", "DIKLAT PIM", "PIM", "PKN", "PKA", "PKP", "LEADERSHIP"), TrainingKind.LEADERSHIP
    ),
    **dict.fromkeys(("FUNGSIONAL", "DIKLAT FUNGSIONAL", "FUNCTIONAL"), TrainingKind.FUNCTIONAL),
    **dict.fromkeys(("TEKNIS", "DIKLAT TEKNIS", "BIMTEK", "BIMBINGAN TEKNIS", "TECHNICAL"), TrainingKind.TECHNICAL),
    **dict.fromkeys(
        ("SEMINAR", "WORKSHOP", "LOKAKARYA", "WEBINAR", "SOSIALISASI", "MAGANG", "KURSUS"), TrainingKind.SEMINAR
    ),
}
_MOST_HOURS = 5000


def read_trainings(source: Source, step: Step) -> Intake[TrainingRow]:
    """Read a file of trainings."""
    return read_records(read_table(source, (TRAINING_LAYOUT,), step, KNOWN_LAYOUTS), _training, step)


def read_scores(source: Source, step: Step) -> Intake[ScoreRow]:
    """Read a file of assessment centre results."""
    return read_records(read_table(source, (SCORE_LAYOUT,), step, KNOWN_LAYOUTS), _score, step)


def read_merit_levels(source: Source, step: Step) -> Intake[MeritLevelRow]:
    """Read a file of levels of the self-assessment of the merit system."""
    return read_records(read_table(source, (MERIT_LAYOUT,), step, KNOWN_LAYOUTS), _merit_level, step)


def _training(record: Record) -> TrainingRow:
    hours = record.number("hours")
    if hours is not None and not (hours == hours.to_integral_value() and 0 <= hours <= _MOST_HOURS):
        raise Unreadable("hours", "IMP-224", value=printed_decimal(hours))
    return TrainingRow(
        record.nip(),
        record.chosen("kind", TRAINING_KINDS),
        record.needed("title"),
        _day(record, "held_on"),
        int(hours) if hours is not None else None,
        record.text("certificate") or None,
        record.text("organiser") or None,
    )


def _score(record: Record) -> ScoreRow:
    nip, day = record.nip(), _day(record, "measured_on")
    found = [record.number(name) for name in ("potential", "competence")]
    if found == [None, None]:
        raise Unreadable("potential", "IMP-223")
    for name, value in zip(("potential", "competence"), found, strict=True):
        if value is not None and not 0 <= value <= Decimal(100):
            raise Unreadable(name, "IMP-224", value=printed_decimal(value))
    return ScoreRow(nip, day, found[0], found[1], record.text("source") or None)


def _merit_level(record: Record) -> MeritLevelRow:
    year, level = record.number("year"), record.number("level")
    if year is None:
        raise Unreadable("year", "IMP-223")
    if year != year.to_integral_value() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("year", "USE-101", period=record.text("year"))
    if level is None:
        raise Unreadable("level", "IMP-223")
    if level != level.to_integral_value():
        raise Unreadable("level", "IMP-224", value=printed_decimal(level))
    # A spreadsheet takes the code 3.2 for a figure.
    cell = record.cells[record.places["part"]]
    part = f"{cell:f}" if isinstance(cell, Decimal) else record.needed("part").replace(",", ".")
    return MeritLevelRow(
        int(year),
        part,
        int(level),
        record.text("reason") or None,
        record.text("action") or None,
        _day(record, "action_by") if record.text("action_by") else None,
    )


def _day(record: Record, field: str) -> date:
    cell = record.cells[record.places[field]]
    if cell is None or not record.text(field):
        raise Unreadable(field, "IMP-223")
    found = None if isinstance(cell, Decimal) else read_date(cell)
    if found is None:
        raise Unreadable(field, "IMP-220", value=record.text(field))
    return found
