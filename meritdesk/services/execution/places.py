"""Whose plan and which result a verb of execution is about: found once, refused in the same words everywhere."""

from __future__ import annotations

from datetime import date

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import Person
from meritdesk.core.plan import Indicator, PerformancePlan, WorkResult
from meritdesk.services.ports import Work


def known_person(work: Work, person_id: str) -> Person:
    """The person, or ``USE-102``."""
    person = work.people.by_ids([person_id]).get(person_id)
    if person is None:
        raise UsageRefusal("USE-102", nip=person_id)
    return person


def known_plans(work: Work, person: Person, year: int) -> tuple[PerformancePlan, ...]:
    """The plans of a person in a year, of which a mover has more than one (R-33); ``PLN-101`` without any."""
    plans = work.plans.of_year(year, [person.person_id])
    if not plans:
        raise UsageRefusal("PLN-101", nip=person.nip, year=year)
    return plans


def known_result(
    work: Work, person: Person, year: int, number: int, day: date | None = None
) -> tuple[PerformancePlan, WorkResult]:
    """A result by its number on paper; where two plans have it, that of the plan in force on the day (``EXE-233``)."""
    plans = known_plans(work, person, year)
    holding = [(plan, result) for plan in plans for result in plan.results if result.number == number]
    on_day = [pair for pair in holding if day is not None and pair[0].starts <= day <= pair[0].ends]
    if not holding:
        raise UsageRefusal("EXE-233", nip=person.nip, year=year, number=number)
    return (on_day or holding)[-1]


def known_indicator(
    work: Work, person: Person, year: int, number: int, place: int, day: date | None = None
) -> tuple[PerformancePlan, Indicator]:
    """An indicator by result number and place inside the result, both from 1 (``EXE-236``)."""
    plan, result = known_result(work, person, year, number, day)
    if not 1 <= place <= len(result.indicators):
        raise UsageRefusal("EXE-236", number=number, place=place)
    return plan, result.indicators[place - 1]


def not_in_future(day: date, today: date) -> None:
    """What has been done or said has a day that has come; ``EXE-235`` otherwise."""
    if day > today:
        raise UsageRefusal("EXE-235", day=day.isoformat())
