"""The Employee of the Month: who was suggested by the formula and who was chosen, which are two things.

The order of a month follows from the pack alone (``core/scoring/recognition.py``); the head chooses one of the
shortlist, and says why when it is not the one that the formula puts first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import PackRef
from meritdesk.core.periods import Period, PeriodKind


class RecognitionState(StrEnum):
    """How somebody stands on the list of a month."""

    CHOSEN = "CHOSEN"
    SHORTLISTED = "SHORTLISTED"
    RANKED = "RANKED"
    VETOED = "VETOED"
    INCOMPLETE = "INCOMPLETE"


class AwardState(StrEnum):
    """Whether a choice stands."""

    GIVEN = "GIVEN"
    WITHDRAWN = "WITHDRAWN"


@dataclass(frozen=True, slots=True)
class Shortlisted:
    """One of the shortlist as it was when the choice was made: his place, which others may share, and his total."""

    place: int
    person_id: str
    nip: str
    name: str
    total: Decimal
    is_tied: bool = False


@dataclass(frozen=True, slots=True)
class Award:
    """One choice: for which month, in which department (empty for the whole agency), who, by whom and why.

    ``suggested_id`` is whom the formula puts first; empty when several share the first place. ``facts_digest`` vouches
    for the figures of everybody who was looked at.
    """

    award_id: str
    period: Period
    unit_id: str
    suggested_id: str
    person_id: str
    points: Decimal
    reason: str
    chosen_on: date
    chosen_by: str
    pack: PackRef
    facts_digest: str
    looked_at: int
    withdrawn_on: date | None = None
    why_withdrawn: str = ""
    shortlist: tuple[Shortlisted, ...] = ()

    @property
    def state(self) -> AwardState:
        """Whether the choice stands."""
        return AwardState.WITHDRAWN if self.withdrawn_on is not None else AwardState.GIVEN

    @property
    def is_suggested(self) -> bool:
        """Whether the formula and the head name the same person."""
        return self.suggested_id == self.person_id


def require_over(period: Period, today: date) -> None:
    """Refuse what is no month (``REC-101``) and a month that is not over (``REC-107``)."""
    if period.kind is not PeriodKind.MONTH:
        raise UsageRefusal("REC-101", period=period.code)
    if today <= period.last_day:
        raise UsageRefusal("REC-107", period=period.code)


def chosen_of(shortlist: Sequence[Shortlisted], nip: str, suggested_id: str, reason: str) -> Shortlisted:
    """The one of the shortlist with this NIP.

    ``REC-102`` nobody can be chosen, ``REC-103`` not on the shortlist, ``REC-104`` another than the formula suggests,
    or one of several equals, without a reason.
    """
    if not shortlist:
        raise UsageRefusal("REC-102")
    found = next((one for one in shortlist if one.nip == nip), None)
    if found is None:
        raise UsageRefusal("REC-103", nip=nip)
    if found.person_id != suggested_id and not reason.strip():
        raise UsageRefusal("REC-104", name=found.name)
    return found


def withdrawn(award: Award, on: date, why: str) -> Award:
    """Take a choice back; it stays on record (``REC-106`` taken back already, ``REC-108`` without a reason)."""
    if award.withdrawn_on is not None:
        raise UsageRefusal("REC-106", period=award.period.code)
    if not why.strip():
        raise UsageRefusal("REC-108")
    return replace(award, withdrawn_on=on, why_withdrawn=why.strip())


def month_before(period: Period) -> Period:
    """The month before a month, or the year before a year."""
    if period.kind is PeriodKind.YEAR:
        return Period(period.year - 1, PeriodKind.YEAR)
    if period.index == 1:
        return Period(period.year - 1, PeriodKind.MONTH, 12)
    return Period(period.year, PeriodKind.MONTH, period.index - 1)


def months_between(earlier: Period, later: Period) -> int:
    """How many months lie from one month to another."""
    return (later.year - earlier.year) * 12 + later.index - earlier.index


def counts_for(period: Period) -> tuple[Period, ...]:
    """The evaluations that may count for a month or year, the best first.

    For a month: its own, its quarter, earlier quarters of the year, the year before; the year itself only where there
    is no other, since it is closed long after the month.
    """
    if period.kind is PeriodKind.YEAR:
        return (period,)
    quarter = (period.index + 2) // 3
    quarters = [Period(period.year, PeriodKind.QUARTER, number) for number in range(quarter, 0, -1)]
    years = [Period(period.year - 1, PeriodKind.YEAR), Period(period.year, PeriodKind.YEAR)]
    return (period, *quarters, *years)
