"""Print 1,000 D.1.1 and 200 C.1.3 into one file each."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.documents import Form
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.documents import PrintOutcome
from meritdesk.services.print_job import Selection


def units_with(desk: Desk, form: Form, wanted: int) -> tuple[str, ...]:
    """Units, in the order of the agency, whose people together get at least so many sheets of a form."""
    chosen: list[str] = []
    sheets = 0
    for unit in desk.register.units():
        if sheets >= wanted:
            break
        chosen.append(unit.unit_id)
        people = desk.register.staff(StaffQuery(unit_ids=(unit.unit_id,), limit=1_000_000))
        sheets += sum(
            desk.documents.right_form(form, person.nip, 2025) is form for person in people if person.rater_name
        )
    return tuple(chosen)


@dataclass(frozen=True)
class Printing:
    """One form for some units into one file."""

    desk: Desk
    form: Form
    unit_ids: tuple[str, ...]
    out: Path

    def __call__(self) -> PrintOutcome:
        return self.desk.documents.print(self.form, parse_period("2025"), Selection(unit_ids=self.unit_ids), self.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=2_000)
    staff = parser.parse_args().staff
    with workshop() as folder:
        city = year.found(folder / "city", staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            year.work_through(desk, city)
            desk.assessment.close(parse_period("2025"))
            for form, wanted in ((Form.D_1_1, 1_000), (Form.C_1_3, 200)):
                print_once = Printing(desk, form, units_with(desk, form, wanted), folder / "paper")
                first = print_once()
                measured(f"print_{form.value}", print_once, first.sheets, "sheets", pages=first.file.pages)


if __name__ == "__main__":
    main()
