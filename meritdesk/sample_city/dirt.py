"""The dirt of real files: what clerks, spreadsheets and exports do to good data.

Heads of units keep a clean number, so that a sample city always has people who can rate.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from meritdesk.core.people import Sex

_MALE = ("M", "L", "1", "Pria", "Laki-laki")
_FEMALE = ("F", "P", "2", "Wanita", "Perempuan")
_EMPTY = ("", "-", "0", "NULL", " ")
_DATE_STYLES = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y")
DESTROYED_PER_THOUSAND = 5
TWINS_PER_THOUSAND = 3


def empty_marker(rng: random.Random) -> str:
    """One of the ways in which the national system says nothing."""
    return rng.choice(_EMPTY)


def sex_word(sex: Sex, rng: random.Random) -> str:
    """One of the spellings of a sex."""
    return rng.choice(_MALE if sex is Sex.MALE else _FEMALE)


def nip_cell(nip: str, rng: random.Random) -> str:
    """A good number as it is met: mostly plain, sometimes with blanks or a leading apostrophe."""
    luck = rng.random()
    if luck < 0.04:
        return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    if luck < 0.06:
        return f"'{nip}"
    if luck < 0.065:
        return f" {nip}\u00a0"
    return nip


def destroyed_nip_cell(nip: str, rng: random.Random) -> str | float:
    """A number that a spreadsheet took for a figure: 15 digits kept, shown as a power of ten, or still a figure."""
    kind = rng.randrange(3)
    if kind == 0:
        return f"{nip[:15]}000"
    if kind == 1:
        return f"{nip[0]},{nip[1:6]}E+17"
    return float(int(nip) // 1000 * 1000)


def date_cell(day: date, rng: random.Random, real_dates: bool) -> str | date:
    """A date as ``dd-mm-yyyy``, ``yyyy-mm-dd`` or a real spreadsheet date."""
    luck = rng.random()
    if real_dates and luck < 0.2:
        return day
    return day.strftime(_DATE_STYLES[0 if luck < 0.75 else (1 if luck < 0.92 else 2)])


def heading(text: str, rng: random.Random) -> str:
    """A heading, now and then in another case or with stray blanks."""
    luck = rng.random()
    if luck < 0.06:
        return text.title()
    if luck < 0.10:
        return f" {text.replace(' ', '  ')} "
    return text


def chosen_rows(count: int, per_thousand: int, rng: random.Random, spared: Sequence[bool]) -> frozenset[int]:
    """The places of the rows that meet with an accident: a share of all, at least one where there are enough."""
    open_places = [place for place in range(count) if not spared[place]]
    wanted = min(len(open_places), max(1, count * per_thousand // 1000)) if count >= 20 else 0
    return frozenset(rng.sample(open_places, wanted))
