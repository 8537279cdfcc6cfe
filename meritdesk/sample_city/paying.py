"""A year of performance pay in the sample city: amounts by post class, inputs, two sanctions, twelve recaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.discipline import Sanction, SanctionKind
from meritdesk.core.lines import StaffQuery
from meritdesk.core.pay import PayHolder, PayInputKind
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk

_CLASSES = {
    PositionKind.JPT: ("14", 18_500_000),
    PositionKind.ADMINISTRATOR: ("11", 9_750_000),
    PositionKind.SUPERVISOR: ("9", 6_400_000),
    PositionKind.JF: ("8", 4_850_000),
    PositionKind.STAFF: ("6", 3_250_000),
}


def set_amounts(desk: Desk, year: int) -> None:
    """Give every post its class and every class its amounts, from the first day of the year on."""
    inputs, first = desk.follow_up.pay.inputs, date(year, 1, 1)
    for name, amount in _CLASSES.values():
        amounts = {
            PayComponent.WORKLOAD: Decimal(amount) * 6 / 10,
            PayComponent.ACHIEVEMENT: Decimal(amount) * 4 / 10,
        }
        inputs.set_amount(PayHolder.CLASS, name, first, amounts)
    posts = {line.position: line.position_kind for line in desk.register.staff(StaffQuery(limit=100_000))}
    for title, kind in posts.items():
        if kind in _CLASSES and title.strip():
            inputs.set_amount(PayHolder.POST, title, first, {}, _CLASSES[kind][0])


def live_pay(desk: Desk, year: int, months: Sequence[int] = range(1, 13)) -> None:
    """Let a year of pay pass: what is entered month by month, and the recap of each month locked."""
    set_amounts(desk, year)
    staff = desk.register.staff(StaffQuery(limit=100_000))
    if len(staff) > 6:
        _punish(desk, year, staff[5].nip, SanctionKind.PAY_CUT_6, 2)
        _punish(desk, year, staff[6].nip, SanctionKind.WRITTEN_WARNING, 4)
    pay, root = desk.follow_up.pay, desk.register.units()[0]
    for number in months:
        month = Period(year, PeriodKind.MONTH, number)
        pay.inputs.enter(month, PayInputKind.ABSORPTION, root.unit_id, Decimal(min(98, 52 + 4 * number)), "LRA")
        for place, person in enumerate(staff):
            if place % 37 == number:
                pay.inputs.enter(month, PayInputKind.INNOVATION, person.nip, Decimal(2), "Antrean daring")
            if place % 41 == number:
                pay.inputs.enter(month, PayInputKind.NEGATIVE, person.nip, Decimal(1), "Terjaring sidak disiplin")
            if place % 53 == 7 and number in (2, 3):
                pay.inputs.enter(month, PayInputKind.WEALTH_REPORT, person.nip, Decimal(number - 1), "LHKASN")
        pay.compute(month)
        pay.lock(month)


def _punish(desk: Desk, year: int, nip: str, kind: SanctionKind, month: int) -> None:
    person, day = desk.register.show(nip).person, date(year, month, 3)
    number = f"862/{month:02d}/{year}"
    desk.follow_up.discipline.add(
        Sanction("", person.person_id, kind, number, day, day, "Wali Kota", "Tidak masuk kerja tanpa keterangan", "")
    )
