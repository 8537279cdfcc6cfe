"""A year of attendance and daily activity: files taken over, validated, recapped; seconds and peak memory of each.

The full size is 12 months of 12,000 people: about three million days and 2.5 million activities.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.sample_city import year
from meritdesk.sample_city.working_time import write_month
from meritdesk.services import Desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=12_000)
    parser.add_argument("--months", type=int, default=12)
    chosen = parser.parse_args()
    months = [Period(2025, PeriodKind.MONTH, month) for month in range(1, chosen.months + 1)]
    with workshop() as folder:
        city = year.found(folder / "city", chosen.staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            live(desk, folder, months)


def live(desk: Desk, folder: Path, months: list[Period]) -> None:
    """Take the months over, validate and recap them."""
    people = [line for line in desk.register.staff(StaffQuery(limit=50_000)) if line.nip]
    calendar = desk.upkeep.holidays.calendar()
    files = []
    for month in months:
        every = [month.first_day.replace(day=day) for day in range(1, month.last_day.day + 1)]
        days = [day for day in every if calendar.is_working(day)]
        files.append(write_month(folder, month, people, days, people[0], 7101))
    desk.timekeeping.attendance.map({"1047": people[0].nip})
    marks = sum(len(one.marks.read_text(encoding="utf-8").splitlines()) - 1 for one in files)
    log = sum(len(one.log.read_text(encoding="utf-8").splitlines()) - 1 for one in files)
    facts = {"staff": len(people), "months": len(months)}
    keeping = desk.timekeeping

    def take(verb: object, paths: list[Path]) -> None:
        for path in paths:
            outcome = verb(path)  # type: ignore[operator]
            assert not outcome.counts.refused, outcome.refused[:3]

    measured("letters", lambda: take(keeping.letters.import_file, [one.letters for one in files]), 1, "run", **facts)
    measured(
        "attendance_import",
        lambda: take(keeping.attendance.import_file, [one.marks for one in files]),
        marks,
        "rows",
        **facts,
    )
    measured(
        "activity_import", lambda: take(keeping.activity.import_file, [one.log for one in files]), log, "rows", **facts
    )
    measured(
        "activity_validate", lambda: [keeping.activity.validate(month) for month in months], log, "entries", **facts
    )
    last = months[-1]
    measured("recap_of_a_month", lambda: keeping.attendance.recap(last), len(people), "people", runs=3, **facts)
    measured("recap_of_minutes", lambda: keeping.activity.recap(last), len(people), "people", runs=3, **facts)
    measured("year_of_absence", lambda: keeping.year.lines(2025), len(people), "people", **facts)


if __name__ == "__main__":
    main()
