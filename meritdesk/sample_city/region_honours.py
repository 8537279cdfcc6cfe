"""Honours and credit letters of the made-up governments: what their yearly packages bring beside the evaluations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.evaluation import PackRef
from meritdesk.core.people import Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.recognition import Award

_PACK = PackRef("recognition-2020", "0" * 64)
_OTHER_CHOSEN, _WITHDRAWN = 5, 8
"""The months in which the head chose another than the formula, and took a choice back."""


def choices(code: str, able: Sequence[Person], year: int) -> tuple[Award, ...]:
    """One choice a month among those who were rated best, in turn."""
    found = []
    for month in range(1, 13 if len(able) > 1 else 1):
        first, second = able[month % len(able)], able[(month + 1) % len(able)]
        period = Period(year, PeriodKind.MONTH, month)
        chosen_on = period.last_day + timedelta(days=5)
        is_other = month == _OTHER_CHOSEN
        found.append(
            Award(
                award_id=f"{code}-award-{period.code}",
                period=period,
                unit_id="",
                suggested_id=second.person_id if is_other else first.person_id,
                person_id=first.person_id,
                points=Decimal(80 + month),
                reason="Membuka layanan keliling yang dipakai empat kecamatan" if is_other else "",
                chosen_on=chosen_on,
                chosen_by="Sekretaris Daerah",
                pack=_PACK,
                facts_digest="f" * 64,
                looked_at=len(able),
                withdrawn_on=chosen_on + timedelta(days=9) if month == _WITHDRAWN else None,
                why_withdrawn="Terbukti salah hitung kehadiran" if month == _WITHDRAWN else "",
            )
        )
    return tuple(found)


def letters(people: Sequence[Person], year: int) -> tuple[CreditItem, ...]:
    """Functional officials brought points along: what they had before, and what an increase in education gave some."""
    found = []
    for number, person in enumerate(one for one in people if one.position_kind is PositionKind.JF):
        base = Decimal(50 + 25 * (number % 5))
        document = f"PAK/{person.person_id.upper()}/2022"
        found.append(
            CreditItem(
                person.person_id, CreditKind.BASE, date(2015, 1, 1), date(2022, 12, 31), base, document,
                date(2023, 1, 20), "Ahli Muda",
            )
        )  # fmt: skip
        if number % 3 == 0:
            given = f"PAK/{person.person_id.upper()}/{year - 1}"
            found.append(
                CreditItem(
                    person.person_id, CreditKind.EDUCATION, date(year - 1, 3, 1), date(year - 1, 3, 31), Decimal(25),
                    given, date(year - 1, 4, 2), "Ahli Muda",
                )
            )  # fmt: skip
    return tuple(found)
