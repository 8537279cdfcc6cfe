"""Honours of all governments at the region: who was chosen in which month, who improved most, points by letters.

Choices and letters are those that each government handed over. Who improved most is worked out here from the closed
yearly evaluations, by the pack of the year; sanctions and habits stay at home, so nobody is kept off for them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import Reason
from meritdesk.core.periods import Period
from meritdesk.core.recognition import AwardState


class HonourKind(StrEnum):
    """What somebody is named for."""

    OF_THE_MONTH = "OF_THE_MONTH"
    MOST_IMPROVED = "MOST_IMPROVED"


@dataclass(frozen=True, slots=True)
class Honour:
    """One line: which government names whom for which month or year.

    ``unit_name`` is the department of a choice of its own, or the unit of whoever improved; empty for a choice of the
    whole agency. ``points`` is the total of the choice or the gain. ``suggested`` is whom the formula put first where
    somebody else was chosen. ``award_id`` is empty for who improved: that stands in no record.
    """

    agency: str
    agency_name: str
    kind: HonourKind
    period: Period
    person_id: str
    nip: str
    name: str
    unit_name: str
    points: Decimal
    award_id: str = ""
    suggested: str = ""
    reason: str = ""
    chosen_on: date | None = None
    chosen_by: str = ""
    state: AwardState | None = None
    place: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class CreditAccount:
    """One line: an official of a government with the letters that determined points for him.

    ``points`` is the sum of all letters, ``first`` and ``last`` the days from and to which they count; ``document`` is
    the newest of them and ``tier`` the tier it names.
    """

    agency: str
    agency_name: str
    person_id: str
    nip: str
    name: str
    position: str
    grade: str
    unit_name: str
    letters: int
    points: Decimal
    first: date
    last: date
    document: str
    dated: date | None
    tier: str


def honours_in_order(found: list[Honour]) -> tuple[Honour, ...]:
    """By government; choices before gains, the newest month first, what stands before what was withdrawn."""
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.agency,
                one.kind is HonourKind.MOST_IMPROVED,
                -one.period.index,
                one.unit_name,
                one.state is AwardState.WITHDRAWN,
                one.place,
                one.name,
                one.nip,
                one.award_id,
            ),
        )
    )
