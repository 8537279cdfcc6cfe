"""Files about working time as rows: marks of fingerprint machines in both shapes, letters, rosters, ids, daily logs.

Marks and logs are the longest files of all: their rows are read one by one, and equal texts are remembered.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from meritdesk.core.activity import ActivityRow
from meritdesk.core.attendance import AbsenceRow, AttendanceRow, MachineRow, RosterRow
from meritdesk.core.intake import Intake
from meritdesk.core.nip import read_nip
from meritdesk.core.notation import read_date
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.exchange.sheet_record import Record, RecordStream, Unreadable, read_records
from meritdesk.exchange.sheet_words import is_empty, word
from meritdesk.exchange.sheets import Cell, Step, text_of
from meritdesk.exchange.table_reading import Source, open_table, read_table
from meritdesk.exchange.time_layouts import (
    ABSENCE_LAYOUT,
    ACTIVITY_LAYOUT,
    DAY_LAYOUT,
    MACHINE_LAYOUT,
    ROSTER_LAYOUT,
    TAP_LAYOUT,
)

T = TypeVar("T")

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?")
_MOMENT = re.compile(r"(.+?)[ T,]+(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?)(?: ?(AM|PM))?", re.IGNORECASE)
_DAY = 1440
_IN = frozenset({"MASUK", "IN", "C IN", "DATANG", "CHECK IN", "CLOCK IN", "I", "M"})
_OUT = frozenset({"PULANG", "OUT", "C OUT", "KELUAR", "CHECK OUT", "CLOCK OUT", "O", "P", "K"})
_OFF = frozenset({"LIBUR", "OFF", "L", "LEPAS"})
_FIRST_YEAR, _LAST_YEAR = 2011, 2100


def read_attendance(source: Source, step: Step) -> RecordStream[AttendanceRow]:
    """Read a fingerprint file: one row a tap, or one row a person and day; the headings say which."""
    table = open_table(source, (TAP_LAYOUT, DAY_LAYOUT), step, KNOWN_LAYOUTS)
    return RecordStream(table, _tap if table.layout is TAP_LAYOUT else _day)


def read_absences(source: Source, step: Step) -> Intake[AbsenceRow]:
    """Read approved absences: one row a letter, from a day to a day."""
    return read_records(read_table(source, (ABSENCE_LAYOUT,), step, KNOWN_LAYOUTS), _absence, step)


def read_rosters(source: Source, step: Step) -> Intake[RosterRow]:
    """Read a roster: one row a person and day with the code of the shift; ``LIBUR`` or blank is a day off."""
    return read_records(read_table(source, (ROSTER_LAYOUT,), step, KNOWN_LAYOUTS), _roster, step)


def read_machine_ids(source: Source, step: Step) -> Intake[MachineRow]:
    """Read whose the numbers of the machines are."""
    return read_records(read_table(source, (MACHINE_LAYOUT,), step, KNOWN_LAYOUTS), _machine, step)


def read_activities(source: Source, step: Step) -> RecordStream[ActivityRow]:
    """Read a daily log: one row an activity."""
    return RecordStream(open_table(source, (ACTIVITY_LAYOUT,), step, KNOWN_LAYOUTS), _activity)


def _tap(record: Record) -> AttendanceRow:
    number = _number(record)
    cell = record.cells[record.places["moment"]]
    found = _moment(cell)
    if found is None:
        raise Unreadable("moment", "IMP-223" if cell is None else "TIM-120", value=text_of(cell))
    on, minute = found
    sense = word(record.text("sense"))
    if sense in _IN:
        return AttendanceRow(number, on, came=minute)
    if sense in _OUT:
        return AttendanceRow(number, on, left=minute)
    # Machines that are set wrongly write 0 and 1, or nothing: the first tap of a day is the coming.
    return AttendanceRow(number, on, tap=minute)


def _day(record: Record) -> AttendanceRow:
    number = _number(record)
    on = _date(record, "day")
    came, left = _minute(record, "came"), _minute(record, "left")
    if came is not None and left is not None and left < came:
        left += _DAY
    code = word(record.text("code"))
    return AttendanceRow(number, on, came, left, code="" if is_empty(code) else code)


def _absence(record: Record) -> AbsenceRow:
    nip = record.nip()
    code = word(record.needed("code"))
    first = _date(record, "first")
    last = _date(record, "last") if record.text("last") else first
    if last < first:
        raise Unreadable("last", "TIM-121", value=record.text("last"))
    letter_day = _date(record, "letter_day") if record.text("letter_day") else None
    return AbsenceRow(nip, code, first, last, record.text("letter"), letter_day, record.text("note"))


def _roster(record: Record) -> RosterRow:
    shift = record.text("shift").strip().upper()
    return RosterRow(record.nip(), _date(record, "day"), "" if is_empty(shift) or shift in _OFF else shift)


def _machine(record: Record) -> MachineRow:
    return MachineRow(record.needed("number").strip(), record.nip())


def _activity(record: Record) -> ActivityRow:
    nip = record.nip()
    on = _date(record, "day")
    start, end = _minute(record, "start"), _minute(record, "end")
    if start is None or end is None:
        raise Unreadable("start" if start is None else "end", "IMP-223")
    if end <= start:
        raise Unreadable("end", "TIM-113", start=record.text("start"), end=record.text("end"))
    return ActivityRow(nip, on, start, end, record.needed("product"), record.text("evidence"))


def _number(record: Record) -> str:
    """A NIP put right, or the machine's own number as it stands."""
    cell = record.cells[record.places["number"]]
    text = text_of(cell)
    if not text:
        raise Unreadable("number", "IMP-223")
    if isinstance(cell, Decimal) and len(text) > 15:
        raise Unreadable("number", "NIP-201", value=text)
    return _known_number(text)


@lru_cache(maxsize=50_000)
def _known_number(text: str) -> str:
    digits = "".join(sign for sign in text if sign.isdigit())
    if len(digits) == 18:
        reading = read_nip(text)
        if reading.fault:
            raise Unreadable("number", reading.fault, value=text)
        return reading.nip
    return " ".join(text.strip("'").split())


def _date(record: Record, field: str) -> date:
    cell = record.cells[record.places[field]]
    if cell is None:
        raise Unreadable(field, "IMP-223")
    on = None if isinstance(cell, Decimal) else read_date(cell)
    if on is None or not _FIRST_YEAR <= on.year <= _LAST_YEAR:
        raise Unreadable(field, "IMP-220", value=text_of(cell))
    return on


def _minute(record: Record, field: str) -> int | None:
    cell = record.cells[record.places[field]]
    if cell is None:
        return None
    if isinstance(cell, Decimal):
        # A time without a format is a part of a day; 0 is how many machines write that there is none.
        if 0 <= cell < 1:
            return int((cell * _DAY).to_integral_value()) or None
        text = f"{cell:.2f}"
    elif isinstance(cell, datetime):
        return cell.hour * 60 + cell.minute
    else:
        text = text_of(cell)
    found = _clock(text)
    if found is None:
        raise Unreadable(field, "TIM-120", value=text_of(cell))
    return None if found < 0 else found


@lru_cache(maxsize=10_000)
def _clock(text: str) -> int | None:
    """Minutes from midnight, -1 for a text that says there is none, nothing for one that cannot be read."""
    if is_empty(text) or text in {"00:00:00", "--:--"}:
        return -1
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return _DAY if text in {"24:00", "24.00"} else None
    return int(match[1]) * 60 + int(match[2])


def _moment(cell: Cell) -> tuple[date, int] | None:
    if isinstance(cell, datetime):
        return cell.date(), cell.hour * 60 + cell.minute
    return _moment_of(cell) if isinstance(cell, str) else None


@lru_cache(maxsize=20_000)
def _moment_of(text: str) -> tuple[date, int] | None:
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    on, minute = read_date(match[1]), _clock(match[2])
    if on is None or minute is None or not _FIRST_YEAR <= on.year <= _LAST_YEAR:
        return None
    minute = max(minute, 0)
    if match[3]:
        minute = minute % 720 + (720 if match[3].upper() == "PM" else 0)
    return on, minute
