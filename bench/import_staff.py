"""Import the staff file of 15,000 people into an encrypted store: read, normalise, compare, journal, derive raters."""

from __future__ import annotations

import argparse

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    staff = parser.parse_args().staff
    with workshop() as folder:
        city = year.found(folder / "city", staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            desk.register.import_units(city.files.units)
            measured("import_staff", lambda: desk.register.import_staff(city.files.staff), staff, "rows")
            measured("import_staff_again", lambda: desk.register.import_staff(city.files.staff), staff, "rows")


if __name__ == "__main__":
    main()
