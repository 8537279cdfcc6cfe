"""Close the year of 15,000 people: suggestion, predicate, reasons, digests, one change set."""

from __future__ import annotations

import argparse

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    staff = parser.parse_args().staff
    with workshop() as folder:
        city = year.found(folder / "city", staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            year.work_through(desk, city)
            measured("close_year", lambda: desk.assessment.close(parse_period("2025")), staff, "people")


if __name__ == "__main__":
    main()
