"""Working time on paper: the attendance recap of a month, the recap of the daily log, and the warning of PP 94/2021."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.attendance_rules import ActivityRules, AttendanceRules
from meritdesk.core.documents import PaperKind
from meritdesk.core.notation import printed_date
from meritdesk.core.office_paper import (
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.scoring.absence import AbsenceStanding
from meritdesk.core.store import AgencyInfo
from meritdesk.core.timekeeping import MonthOfTime

_RIGHT = ColumnAlign.RIGHT


class RecapLine(Protocol):
    """What a recap on paper needs of a person."""

    @property
    def person(self) -> Person: ...
    @property
    def unit_name(self) -> str: ...
    @property
    def month(self) -> MonthOfTime: ...


def attendance_recap_paper(
    period: Period, lines: Sequence[RecapLine], rules: AttendanceRules, agency: AgencyInfo
) -> OfficePaper:
    """``REKAPITULASI KEHADIRAN`` of a month: a table a unit, the bands of lateness in one column each."""
    bands = [*(band.code for band in rules.late), *(band.code for band in rules.early)]
    columns = (
        PaperColumn("TIME:NUMBER", 3, _RIGHT),
        PaperColumn("TIME:NAME", 22),
        PaperColumn("TIME:DUE", 4, _RIGHT),
        PaperColumn("TIME:PRESENT", 5, _RIGHT),
        *(PaperColumn(code, 5, _RIGHT) for code in bands),
        PaperColumn("TIME:MINUTES", 6, _RIGHT),
        PaperColumn("TIME:EXCUSED", 12),
        PaperColumn("TIME:ABSENT", 5, _RIGHT),
    )
    sections = tuple(
        PaperTable(
            columns,
            tuple(_attendance_row(place, line, bands) for place, line in enumerate(of_unit, start=1)),
            unit,
        )
        for unit, of_unit in _by_unit(lines)
    )
    return OfficePaper(
        kind=PaperKind.ATTENDANCE_RECAP,
        title="TIME:ATTENDANCE-TITLE",
        agency_name=agency.name,
        place=agency.place,
        subtitle=_month_of(period),
        facts=(("TIME:PEOPLE", str(len(lines))), ("TIME:RULE", rules.source)),
        sections=sections or (PaperTable(columns, (), "", "TIME:NOBODY"),),
        signatures=(PaperSignature("TIME:SIGN"),),
        is_landscape=True,
        notes=("TIME:NOTE-ATTENDANCE",),
        about=f"{agency.code} · {period.code}",
    )


def _attendance_row(place: int, line: RecapLine, bands: Sequence[str]) -> tuple[str, ...]:
    month = line.month
    counts = {**month.late, **month.early}
    if not month.has_attendance:
        dashes = ("-",) * (len(bands) + 4)
        return (str(place), _name(line), str(month.due), *dashes)
    excused = ", ".join(f"{code} {days}" for code, days in sorted(month.excused.items()))
    return (
        str(place),
        _name(line),
        str(month.due),
        str(month.present),
        *(str(counts.get(code, 0) or "") for code in bands),
        str((month.late_minutes + month.early_minutes) or ""),
        excused,
        str(month.absent or ""),
    )


def activity_recap_paper(
    period: Period, lines: Sequence[RecapLine], rules: ActivityRules, agency: AgencyInfo
) -> OfficePaper:
    """``REKAPITULASI AKTIVITAS HARIAN`` of a month: minutes validated, refused and open against the norm."""
    columns = (
        PaperColumn("TIME:NUMBER", 3, _RIGHT),
        PaperColumn("TIME:NAME", 22),
        PaperColumn("TIME:ENTRIES", 5, _RIGHT),
        PaperColumn("TIME:VALIDATED", 7, _RIGHT),
        PaperColumn("TIME:REFUSED", 7, _RIGHT),
        PaperColumn("TIME:OPEN", 7, _RIGHT),
        PaperColumn("TIME:TAKEN-OFF", 7, _RIGHT),
        PaperColumn("TIME:COUNTED", 7, _RIGHT),
        PaperColumn("TIME:NORM", 6, _RIGHT),
        PaperColumn("TIME:SHARE", 5, _RIGHT),
    )
    sections = tuple(
        PaperTable(columns, tuple(_activity_row(n, line) for n, line in enumerate(of_unit, start=1)), unit)
        for unit, of_unit in _by_unit(lines)
    )
    return OfficePaper(
        kind=PaperKind.ACTIVITY_RECAP,
        title="TIME:ACTIVITY-TITLE",
        agency_name=agency.name,
        place=agency.place,
        subtitle=_month_of(period),
        facts=(("TIME:PEOPLE", str(len(lines))), ("TIME:RULE", rules.source)),
        sections=sections or (PaperTable(columns, (), "", "TIME:NOBODY"),),
        signatures=(PaperSignature("TIME:SIGN"),),
        is_landscape=True,
        notes=("TIME:NOTE-ACTIVITY",),
        about=f"{agency.code} · {period.code}",
    )


def _activity_row(place: int, line: RecapLine) -> tuple[str, ...]:
    month = line.month
    share = f"{month.counted_minutes * 100 // month.norm_minutes}%" if month.norm_minutes else "-"
    return (
        str(place),
        _name(line),
        str(month.entries),
        grouped(month.validated_minutes),
        grouped(month.refused_minutes),
        grouped(month.open_minutes),
        grouped(month.absence_minutes),
        grouped(month.counted_minutes),
        grouped(month.norm_minutes),
        share,
    )


def absence_warning_paper(
    person: Person,
    unit_name: str,
    year: int,
    days: Sequence[date],
    standing: AbsenceStanding,
    agency: AgencyInfo,
    source: str,
) -> OfficePaper:
    """The sheet that tells somebody where he stands by PP 94/2021: every day, the step, what is left before the next.

    It is a notice, no sanction: that is decided by the officer who may punish.
    """
    columns = (
        PaperColumn("TIME:NUMBER", 2, _RIGHT),
        PaperColumn("TIME:DAY", 10),
        PaperColumn("TIME:COUNTED-UP", 4, _RIGHT),
    )
    rows = tuple((str(place), printed_date(day), str(place)) for place, day in enumerate(days, start=1))
    step, following = standing.step, standing.next_step
    return OfficePaper(
        kind=PaperKind.ABSENCE_WARNING,
        title="TIME:WARNING-TITLE",
        agency_name=agency.name,
        place=agency.place,
        subtitle=str(year),
        facts=(
            ("TIME:NAME", person.full_name),
            ("TIME:NIP", person.nip),
            ("TIME:POST", person.position_title or "-"),
            ("TIME:UNIT", unit_name or "-"),
            ("TIME:ABSENT-DAYS", str(standing.days)),
            ("TIME:STEP", step.sanction if step is not None else "-"),
            ("TIME:NEXT", following.sanction if following is not None else "-"),
            ("TIME:LEFT", str(standing.left) if standing.left is not None else "-"),
        ),
        sections=(
            PaperTable(columns, rows, "TIME:DAYS", "TIME:NO-DAYS"),
            PaperText(standing.reasons, "TIME:HOW", is_list=True),
        ),
        signatures=(PaperSignature("TIME:KNOWN"), PaperSignature("TIME:SIGN-SUPERIOR")),
        notes=("TIME:NOTE-WARNING", source),
        about=f"{person.name} · {year}",
    )


def grouped(minutes: int) -> str:
    """Minutes as they are printed: ``6.000``; nothing for nought."""
    return f"{minutes:,}".replace(",", ".") if minutes else "0"


def _name(line: RecapLine) -> str:
    return f"{line.person.full_name}\n{line.person.nip}" if line.person.nip else line.person.full_name


def _month_of(period: Period) -> str:
    return f"{printed_date(period.first_day)} - {printed_date(period.last_day)}"


def _by_unit(lines: Iterable[RecapLine]) -> list[tuple[str, list[RecapLine]]]:
    found: dict[str, list[RecapLine]] = {}
    for line in lines:
        found.setdefault(line.unit_name or "-", []).append(line)
    return list(found.items())
