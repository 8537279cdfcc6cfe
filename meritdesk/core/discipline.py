"""Sanctions under PP 94/2021: what was decided on whom, from when to when, and what it does to pay, index and talent.

The register itself is confidential: only its author and the readers named on an entry see reason and letter. Others
count with a ``SanctionEffect``, which says how grave a sanction is and how long it lasts and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal


class SanctionLevel(StrEnum):
    """How grave a sanction is (PP 94/2021 Art. 8); the order is that of gravity."""

    LIGHT = "LIGHT"
    MODERATE = "MODERATE"
    SEVERE = "SEVERE"


class SanctionKind(StrEnum):
    """The nine sanctions of PP 94/2021 Art. 8."""

    ORAL_WARNING = "ORAL_WARNING"
    WRITTEN_WARNING = "WRITTEN_WARNING"
    DISSATISFACTION = "DISSATISFACTION"
    PAY_CUT_6 = "PAY_CUT_6"
    PAY_CUT_9 = "PAY_CUT_9"
    PAY_CUT_12 = "PAY_CUT_12"
    DEMOTION = "DEMOTION"
    RELEASE = "RELEASE"
    DISMISSAL = "DISMISSAL"


class Appeal(StrEnum):
    """What became of an objection or appeal against a sanction (PP 79/2021)."""

    NONE = "NONE"
    PENDING = "PENDING"
    UPHELD = "UPHELD"  # the sanction stands
    CHANGED = "CHANGED"  # another sanction takes its place
    ANNULLED = "ANNULLED"


class SanctionState(StrEnum):
    """How a sanction stands on a day."""

    AHEAD = "AHEAD"
    IN_FORCE = "IN_FORCE"
    SUSPENDED = "SUSPENDED"
    OVER = "OVER"
    REVOKED = "REVOKED"


@dataclass(frozen=True, slots=True)
class SanctionRule:
    """What one kind of sanction does: its level, for how many months it lasts, and what it takes off pay.

    ``months`` is 0 for a sanction that is one act (a warning) or for good (a dismissal).
    """

    kind: SanctionKind
    level: SanctionLevel
    months: int = 0
    cut_percent: Decimal = Decimal(0)
    stops_pay: bool = False


@dataclass(frozen=True, slots=True)
class DisciplineRules:
    """PP 94/2021 as figures; ``cut_from_next_month`` and ``appeal_suspends`` are readings that a pack may change."""

    kinds: Mapping[SanctionKind, SanctionRule]
    cut_from_next_month: bool
    appeal_suspends: bool
    source: str


@dataclass(frozen=True, slots=True)
class Sanction:
    """One decision of the register: which sanction, by whom and which letter, from when, why, and what became of it.

    ``ends`` is the last day; none for an act or a dismissal. Beside ``author`` only ``readers`` may read it.
    """

    sanction_id: str
    person_id: str
    kind: SanctionKind
    letter_number: str
    decided_on: date
    starts: date
    decided_by: str
    reason: str
    author: str
    ends: date | None = None
    article: str = ""
    appeal: Appeal = Appeal.NONE
    appealed_on: date | None = None
    appeal_words: str = ""
    revoked_on: date | None = None
    revoking_letter: str = ""
    why_revoked: str = ""
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SanctionEffect:
    """What others count with: how grave, from when to when, and which share of pay it takes in which months.

    ``cut_starts`` and ``cut_ends`` are the first day of the first and the last day of the last month with a cut; none
    when pay is not cut. ``stops_pay`` ends pay for good from ``cut_starts`` on. No reason, no letter.
    """

    sanction_id: str
    person_id: str
    level: SanctionLevel
    kind: SanctionKind
    starts: date
    ends: date | None
    cut_percent: Decimal = Decimal(0)
    cut_months: int = 0
    cut_starts: date | None = None
    cut_ends: date | None = None
    stops_pay: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day; an act without an end holds on its own day only."""
        return self.starts <= day <= (self.ends or (date.max if self.stops_pay else self.starts))

    def cuts_on(self, day: date) -> bool:
        """Whether the pay of the month of this day is cut."""
        return (
            self.cut_starts is not None and self.cut_starts <= day and (self.cut_ends is None or day <= self.cut_ends)
        )


def decided(sanction: Sanction, rules: DisciplineRules, today: date) -> Sanction:
    """A sanction as it may stand in the register, its last day worked out where none was given.

    ``FOL-301`` without letter, authority or reason, ``FOL-302`` when it begins before it was decided, ``FOL-303``
    when it ends before it begins, ``FOL-304`` when it was decided in the future.
    """
    if not (sanction.letter_number.strip() and sanction.decided_by.strip() and sanction.reason.strip()):
        raise UsageRefusal("FOL-301")
    if sanction.decided_on > today:
        raise UsageRefusal("FOL-304", day=sanction.decided_on)
    if sanction.starts < sanction.decided_on:
        raise UsageRefusal("FOL-302", decided=sanction.decided_on, starts=sanction.starts)
    months = rules.kinds[sanction.kind].months
    ends = sanction.ends or (months_later(sanction.starts, months) - timedelta(days=1) if months else None)
    if ends is not None and ends < sanction.starts:
        raise UsageRefusal("FOL-303", starts=sanction.starts, ends=ends)
    return replace(
        sanction,
        ends=ends,
        letter_number=sanction.letter_number.strip(),
        decided_by=sanction.decided_by.strip(),
        reason=sanction.reason.strip(),
    )


def appealed(sanction: Sanction, on: date, outcome: Appeal, words: str) -> Sanction:
    """Note an appeal or its outcome (``FOL-305`` revoked already, ``FOL-306`` before the decision)."""
    if sanction.revoked_on is not None:
        raise UsageRefusal("FOL-305", letter=sanction.letter_number)
    if on < sanction.decided_on:
        raise UsageRefusal("FOL-306", decided=sanction.decided_on)
    return replace(sanction, appeal=outcome, appealed_on=on, appeal_words=words.strip())


def revoked(sanction: Sanction, on: date, letter: str, why: str) -> Sanction:
    """Take a sanction back from a day on (``FOL-305`` already, ``FOL-306`` before the decision, ``FOL-307`` no letter).

    What was cut before that day stays cut until a recap of a later month settles it.
    """
    if sanction.revoked_on is not None:
        raise UsageRefusal("FOL-305", letter=sanction.letter_number)
    if on < sanction.decided_on:
        raise UsageRefusal("FOL-306", decided=sanction.decided_on)
    if not letter.strip() or not why.strip():
        raise UsageRefusal("FOL-307")
    return replace(sanction, revoked_on=on, revoking_letter=letter.strip(), why_revoked=why.strip())


def is_void(sanction: Sanction, rules: DisciplineRules) -> bool:
    """Whether it counts for nothing: annulled or changed on appeal, or suspended while the appeal is open."""
    if sanction.appeal in (Appeal.ANNULLED, Appeal.CHANGED):
        return True
    return sanction.appeal is Appeal.PENDING and rules.appeal_suspends


def state_on(sanction: Sanction, rules: DisciplineRules, day: date) -> SanctionState:
    """How a sanction stands on a day."""
    if sanction.appeal in (Appeal.ANNULLED, Appeal.CHANGED):
        return SanctionState.REVOKED
    if sanction.revoked_on is not None and sanction.revoked_on <= day:
        return SanctionState.REVOKED
    if sanction.appeal is Appeal.PENDING and rules.appeal_suspends:
        return SanctionState.SUSPENDED
    if day < sanction.starts:
        return SanctionState.AHEAD
    if sanction.ends is None:
        stops = rules.kinds[sanction.kind].stops_pay
        return SanctionState.IN_FORCE if stops or day == sanction.starts else SanctionState.OVER
    return SanctionState.IN_FORCE if day <= sanction.ends else SanctionState.OVER


def effect_of(sanction: Sanction, rules: DisciplineRules) -> SanctionEffect | None:
    """What others count with; nothing for one that was annulled, or taken back before it began."""
    if is_void(sanction, rules):
        return None
    rule = rules.kinds[sanction.kind]
    ends = sanction.ends
    if sanction.revoked_on is not None:
        if sanction.revoked_on <= sanction.starts:
            return None
        last = sanction.revoked_on - timedelta(days=1)
        ends = last if ends is None or last < ends else ends
    cut_starts = cut_ends = None
    if rule.cut_percent or rule.stops_pay:
        first = sanction.starts.replace(day=1)
        cut_starts = months_later(first, 1) if rules.cut_from_next_month else first
        if rule.months:
            cut_ends = months_later(cut_starts, rule.months) - timedelta(days=1)
        if sanction.revoked_on is not None:
            # The month in which it is taken back is paid in full, as is every month after it.
            before = sanction.revoked_on.replace(day=1) - timedelta(days=1)
            cut_ends = before if cut_ends is None or before < cut_ends else cut_ends
            if cut_ends < cut_starts:
                cut_starts = cut_ends = None
    return SanctionEffect(
        sanction_id=sanction.sanction_id,
        person_id=sanction.person_id,
        level=rule.level,
        kind=sanction.kind,
        starts=sanction.starts,
        ends=ends,
        cut_percent=rule.cut_percent if cut_starts else Decimal(0),
        cut_months=rule.months if cut_starts and rule.cut_percent else 0,
        cut_starts=cut_starts,
        cut_ends=cut_ends,
        stops_pay=rule.stops_pay and sanction.revoked_on is None,
    )


def gravest(effects: Iterable[SanctionEffect]) -> SanctionLevel | None:
    """The gravest level among these sanctions; none of none."""
    order = list(SanctionLevel)
    levels = [effect.level for effect in effects]
    return max(levels, key=order.index) if levels else None


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)
