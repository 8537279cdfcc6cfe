"""A year of attendance and daily activity: files taken over, validated, recapped; seconds and peak memory of each.

`python bench/timekeeping.py` is the full size: 12 months of 12,000 people, about 2.7 million days and 2.5 million
activities. `--keep FOLDER` keeps the store; `--one-file` hands the log over as few files of nearly two million rows.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from _measure import measured, said, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.errors import Cancelled
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.sample_city import year
from meritdesk.sample_city.working_time import TimeFiles, write_month
from meritdesk.services import Desk
from meritdesk.services.changes import ImportOutcome, Step

_ROWS_OF_ONE_FILE = 1_900_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=12_000)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--one-file", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    months = [Period(2025, PeriodKind.MONTH, month) for month in range(1, chosen.months + 1)]
    with place(chosen.keep) as folder:
        city = year.found(folder / "city", chosen.staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            said(f"{city.agency} {city.passphrase}")
            live(desk, folder, months, chosen.one_file)


@contextmanager
def place(kept: Path | None) -> Iterator[Path]:
    """A folder that stays, or one that is gone afterwards."""
    if kept is None:
        with workshop() as folder:
            yield folder
        return
    kept.mkdir(parents=True)
    yield kept


def live(desk: Desk, folder: Path, months: list[Period], is_one_file: bool) -> None:
    """Take the months over, validate and recap them."""
    people = [line for line in desk.register.staff(StaffQuery(limit=50_000)) if line.nip]
    files = [written(desk, folder, month, people) for month in months]
    desk.timekeeping.attendance.map({"1047": people[0].nip})
    logs = joined(folder, [one.log for one in files]) if is_one_file else [one.log for one in files]
    marks = sum(rows_of(one.marks) for one in files)
    log = sum(map(rows_of, logs))
    facts = {"staff": len(people), "months": len(months)}
    keeping = desk.timekeeping
    letters = [one.letters for one in files]
    measured("letters", lambda: take(keeping.letters.import_file, letters), 1, "run", **facts)
    days = [one.marks for one in files]
    measured("attendance_import", lambda: take(keeping.attendance.import_file, days), marks, "rows", **facts)
    if is_one_file:
        measured("activity_stopped", lambda: stopped(keeping.activity.import_file, logs[0]), 1, "run", **facts)
    measured("activity_import", lambda: take(keeping.activity.import_file, logs), log, "rows", files=len(logs), **facts)
    measured(
        "activity_validate", lambda: [keeping.activity.validate(month) for month in months], log, "entries", **facts
    )
    measured("attendance_again", lambda: take(keeping.attendance.import_file, days[:1]), 1, "file", **facts)
    last = months[-1]
    measured("recap_of_a_month", lambda: keeping.attendance.recap(last), len(people), "people", runs=3, **facts)
    measured("recap_of_minutes", lambda: keeping.activity.recap(last), len(people), "people", runs=3, **facts)
    measured("reminders_of_a_month", lambda: keeping.activity.reminders(last), len(people), "people", **facts)
    measured("year_of_absence", lambda: keeping.year.lines(2025), len(people), "people", **facts)
    first: list[str] = []
    measured("close_a_month", lambda: first.append(str(keeping.attendance.close(months[0]))), 1, "month", **facts)


def written(desk: Desk, folder: Path, month: Period, people: list[StaffLine]) -> TimeFiles:
    """The files of a month."""
    calendar = desk.upkeep.holidays.calendar()
    every = [month.first_day.replace(day=day) for day in range(1, month.last_day.day + 1)]
    return write_month(folder, month, people, [day for day in every if calendar.is_working(day)], people[0], 7101)


def rows_of(path: Path) -> int:
    """How many rows a file has below its headings."""
    with path.open("rb") as stream:
        return sum(1 for _ in stream) - 1


def joined(folder: Path, logs: list[Path]) -> list[Path]:
    """The logs of all months as files as long as one may be."""
    found: list[Path] = []
    length = _ROWS_OF_ONE_FILE
    for path in logs:
        with path.open(encoding="utf-8") as lines:
            heading = next(lines)
            for line in lines:
                if length == _ROWS_OF_ONE_FILE:
                    found.append(folder / f"aktivitas-{len(found) + 1}.csv")
                    found[-1].write_text(heading, encoding="utf-8")
                    out, length = found[-1].open("a", encoding="utf-8"), 0
                out.write(line)
                length += 1
    out.close()
    return found


def take(verb: Callable[[Path], ImportOutcome], paths: list[Path]) -> None:
    """Take files over; every row must be good."""
    for path in paths:
        outcome = verb(path)
        assert not outcome.counts.refused, outcome.refused[:3]


def stopped(verb: Callable[[Path, Step], ImportOutcome], path: Path) -> None:
    """Stop a long file in its middle; what was committed by then stays, and the next import goes on behind it."""

    def step(done: int, total: int) -> None:
        if total > 1_000_000 and done > total // 2:
            raise Cancelled

    try:
        verb(path, step)
    except Cancelled:
        return
    raise AssertionError("it was not stopped")


if __name__ == "__main__":
    main()
