"""A year of performance pay in the sample city: amounts by post class, inputs, two sanctions, twelve recaps."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.discipline import Sanction, SanctionKind
from meritdesk.core.lines import StaffQuery
from meritdesk.core.pay import PayInputKind
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period
from meritdesk.services import Desk

_PUNISHED = ((5, SanctionKind.PAY_CUT_6, 2), (6, SanctionKind.WRITTEN_WARNING, 4))
_CLASSES = {
    PositionKind.JPT: ("14", 18_500_000),
    PositionKind.ADMINISTRATOR: ("11", 9_750_000),
    PositionKind.SUPERVISOR: ("9", 6_400_000),
    PositionKind.JF: ("8", 4_850_000),
    PositionKind.STAFF: ("6", 3_250_000),
}


def write_amounts(desk: Desk, folder: Path, year: int) -> Path:
    """The spreadsheet of amounts: every class with its sums, and every post with its class."""
    rows = [
        (f"01-01-{year}", "", name, str(amount * 6 // 10), str(amount * 4 // 10)) for name, amount in _CLASSES.values()
    ]
    posts = {line.position: line.position_kind for line in desk.register.staff(StaffQuery(limit=100_000))}
    rows += [
        (f"01-01-{year}", title, _CLASSES[kind][0], "", "")
        for title, kind in sorted(posts.items())
        if kind in _CLASSES and title.strip()
    ]
    target = folder / "besaran-tunjangan.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([("TMT BESARAN", "JABATAN", "KELAS JABATAN", "BEBAN KERJA", "PRESTASI KERJA"), *rows])
    return target


def live_pay(desk: Desk, months: Sequence[Period], amounts: Path) -> int:
    """Let a year of pay pass: what is entered month by month, each recap locked; how many were paid in all."""
    pay, year = desk.follow_up.pay, months[0].year
    pay.inputs.import_amounts(amounts)
    staff = desk.register.staff(StaffQuery(limit=100_000))
    if len(staff) > _PUNISHED[-1][0]:
        for place, kind, decided in _PUNISHED:
            _punish(desk, year, staff[place].nip, kind, decided)
    root, paid = desk.register.units()[0], 0
    for month in months:
        number = month.index
        pay.inputs.enter(month, PayInputKind.ABSORPTION, root.unit_id, Decimal(min(98, 52 + 4 * number)), "LRA")
        for place, person in enumerate(staff[:400]):
            if place % 37 == number:
                pay.inputs.enter(month, PayInputKind.INNOVATION, person.nip, Decimal(2), "Antrean daring")
            if place % 41 == number:
                pay.inputs.enter(month, PayInputKind.NEGATIVE, person.nip, Decimal(1), "Terjaring sidak disiplin")
            if place % 53 == 7 and number in (2, 3):
                pay.inputs.enter(month, PayInputKind.WEALTH_REPORT, person.nip, Decimal(number - 1), "LHKASN")
        pay.compute(month)
        paid += pay.lock(month).recap.people
    return paid


def _punish(desk: Desk, year: int, nip: str, kind: SanctionKind, month: int) -> None:
    person, day = desk.register.show(nip).person, date(year, month, 3)
    number = f"862/{month:02d}/{year}"
    desk.follow_up.discipline.add(
        Sanction("", person.person_id, kind, number, day, day, "Wali Kota", "Tidak masuk kerja tanpa keterangan", "")
    )
