"""The deadlines of the regulation as tables a lawyer can read, every row a test (T-89 to T-94)."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from meritdesk.core.deadlines import Clockwork, ProcessDates, objection_forecast
from meritdesk.core.duties import Duty
from meritdesk.core.working_days import WorkCalendar
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parent / "rules"
LIMITS = Rulebook().deadlines(date(2025, 12, 31))


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def day(text):
    return datetime.strptime(text, "%d-%m-%Y").date() if text else None


@cases("deadlines")
def test_a_limit_ends_on_its_day(row):
    calendar = WorkCalendar(
        frozenset(day(one) for one in row["hari_libur"].split()), days_a_week=int(row["minggu_kerja"])
    )
    start = day(row["mulai"])
    clocks = Clockwork(calendar, LIMITS, today=start)
    assert clocks.in_working_days(Duty(row["tenggat"]), start, None).limit == day(row["batas"])


@cases("objection_chain")
def test_the_chain_of_an_objection_fits_or_is_warned_about(row):
    process = ProcessDates("e", signed_on=day(row["ditandatangani"]), handed_over_on=day(row["disampaikan"]))
    clocks = Clockwork(WorkCalendar(), LIMITS, day(row["hari_ini"]))
    found = objection_forecast(clocks, process, day(row["akhir_rentang"]), is_final=False)
    assert found.report_limit == day(row["batas_laporan"])
    assert found.hand_over_by == day(row["sampaikan_paling_lambat"])
    assert found.expected_end == day(row["akhir_keberatan"])
    assert found.fits == (not row["peringatan"])
