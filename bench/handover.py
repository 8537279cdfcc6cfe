"""Pack the year of 5,000 people, receive it at the region, and receive it again."""

from __future__ import annotations

import argparse

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=5_000)
    staff = parser.parse_args().staff
    with workshop() as folder:
        city = year.found(folder / "city", staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            year.work_through(desk, city)
            desk.assessment.close(parse_period("2025"))
            stick = folder / "stick"
            measured("pack", lambda: desk.handover.pack(parse_period("2025"), stick), staff, "people")
        package = next(stick.glob("*.merit"))
        with open_desk(city.region, city.passphrase) as region:
            measured("receive", lambda: region.handover.receive(package), staff, "people", bytes=package.stat().st_size)
            measured("receive_again", lambda: region.handover.receive(package), staff, "people")


if __name__ == "__main__":
    main()
