"""Print 1,000 D.1.1 and 200 C.1.3 into one file each."""

from __future__ import annotations

import argparse

from _measure import measured, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.documents import Form
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.documents import PrintOutcome, Selection


def units_with(desk: Desk, form: Form, wanted: int) -> tuple[str, ...]:
    """Units, in the order of the agency, that together hold about as many people as sheets are wanted."""
    chosen: list[str] = []
    people = 0
    for unit in desk.register.units():
        if people >= wanted:
            break
        chosen.append(unit.unit_id)
        people += desk.register.count(StaffQuery(unit_ids=(unit.unit_id,)))
    return tuple(chosen)


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
                selection = Selection(unit_ids=units_with(desk, form, wanted))
                outcomes: list[PrintOutcome] = []

                def run(form: Form = form, selection: Selection = selection) -> None:
                    outcomes.append(desk.documents.print(form, parse_period("2025"), selection, folder / "paper"))

                run()
                sheets = outcomes[0].sheets
                size = (folder / "paper" / outcomes[0].file.path).stat().st_size if outcomes[0].file else 0
                measured(f"print_{form.value}", run, sheets, "sheets", pages=outcomes[0].file.pages, bytes=size)


if __name__ == "__main__":
    main()
