"""What the verbs of timekeeping ask alike: is it a month, is it open, who is meant, and what the recap line holds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.timekeeping import MonthOfTime, TimeKind
from meritdesk.courtesy import politely
from meritdesk.parting import held
from meritdesk.services.ports import Surroundings, Work


def require_month(period: Period) -> None:
    """Refuse what is no month (``TIM-101``)."""
    if period.kind is not PeriodKind.MONTH:
        raise UsageRefusal("TIM-101", period=period.code)


def month_of_day(day: date) -> Period:
    """The month that a day lies in."""
    return Period(day.year, PeriodKind.MONTH, day.month)


def require_open(work: Work, period: Period, kind: TimeKind) -> None:
    """Refuse to touch a book that is locked (``TIM-102``)."""
    closing = work.time_books.closing(period, kind)
    if closing is not None:
        raise UsageRefusal("TIM-102", book=f"TIMEKIND:{kind.name}", period=period.code, day=closing.closed_on)


def person_of(work: Work, nip: str) -> Person:
    """Who has a NIP; ``USE-102`` when nobody has."""
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("USE-102", nip=nip)
    return person


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One person of a recap: who, in which unit, under whom, and his month in figures."""

    person: Person
    unit_name: str
    month: MonthOfTime
    rater_name: str = ""


def month_lines(
    around: Surroundings,
    work: Work,
    months: Mapping[str, MonthOfTime],
    unit_ids: Collection[str] = (),
    raters: Mapping[str, str] | None = None,
) -> tuple[MonthLine, ...]:
    """The lines of a recap in the order of units and names; people who owe no day and did nothing are left out."""
    units = {unit.unit_id: unit for unit in work.units.all()}
    wanted = frozenset(unit_ids)
    people = {person.person_id: person for person in work.people.all()}
    lines = []
    for person_id, month in politely(months.items()):
        person = people.get(person_id)
        if person is None or (wanted and person.unit_id not in wanted):
            continue
        if not month.due and not month.entries:
            continue
        unit = units.get(person.unit_id)
        rater = people.get((raters or {}).get(person_id, ""))
        order = (unit.sort_order, unit.name) if unit is not None else (0, "")
        line = MonthLine(person, unit.name if unit else "", month, rater.full_name if rater else "")
        lines.append((order, person.name, person.nip, line))
    lines.sort(key=lambda one: one[:3])
    return held(tuple(line for *_, line in held(lines)))
