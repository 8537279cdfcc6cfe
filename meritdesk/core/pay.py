"""The monthly recap of performance pay: basic amounts, the inputs of a month, and the recap with a slip a person.

A recap is computed as often as one likes until it is locked. A locked one never changes: a correction is a new version
that says why, or a settlement in a later month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.allowance_rules import PayComponent, PayScheme
from meritdesk.core.budget import Absorbed, BudgetMonth, absorbed_by
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.scoring.allowance import PayLine, PaySource


class PayHolder(StrEnum):
    """Whose amount it is: one person's, that of everybody in a post, or that of a post class (kelas jabatan)."""

    PERSON = "PERSON"
    POST = "POST"
    CLASS = "CLASS"


class PayInputKind(StrEnum):
    """What is entered for a month beside attendance, activity and evaluations."""

    ABSORPTION = "ABSORPTION"  # of a unit: per cent of the planned spending that was spent
    WEALTH_REPORT = "WEALTH_REPORT"  # of a person: months by which LHKPN or LHKASN is late
    INNOVATION = "INNOVATION"  # of a person: points
    NEGATIVE = "NEGATIVE"  # of a person: how often
    SETTLEMENT = "SETTLEMENT"  # of a person: rupiah of an earlier month, below nought to take back


class PayState(StrEnum):
    """Whether somebody is paid in a month, and why not."""

    PAID = "PAID"
    NO_AMOUNT = "NO_AMOUNT"
    NOT_ENTITLED = "NOT_ENTITLED"


@dataclass(frozen=True, slots=True)
class PayAmount:
    """The basic amounts of a month for a person, a post or a post class, from a day on until the next entry.

    ``holder`` is the key of the person, the title of the post, or the class. ``post_class`` says which class a person
    or post belongs to; where ``amounts`` is empty, those of the class count.
    """

    holder_kind: PayHolder
    holder: str
    valid_from: date
    amounts: Mapping[PayComponent, Decimal] = field(default_factory=dict)
    post_class: str = ""

    @property
    def total(self) -> Decimal:
        """The sum of the components."""
        return sum(self.amounts.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class PayInput:
    """One thing entered for a month: of a person, or of a unit for the absorption of its budget."""

    period: Period
    kind: PayInputKind
    subject: str
    value: Decimal
    words: str = ""


@dataclass(frozen=True, slots=True)
class PayRow:
    """One person in a recap, without the lines: what is shown in a list and exported for the treasury.

    ``productivity``, ``discipline`` and ``other`` are what each took off (below nought) or added.
    """

    person_id: str
    nip: str
    name: str
    unit_id: str
    unit_name: str
    post: str
    grade: str
    state: PayState
    gross: Decimal = Decimal(0)
    productivity: Decimal = Decimal(0)
    discipline: Decimal = Decimal(0)
    other: Decimal = Decimal(0)
    net: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class PaySlip:
    """One person in a recap with every line of the reckoning."""

    row: PayRow
    lines: tuple[PayLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PayRecap:
    """The recap of one month: by which rule, of how many people, how much, and whether it is locked.

    ``digest`` seals the slips; ``reason`` says why a version after the first was made.
    """

    recap_id: str
    period: Period
    version: int
    scheme: PayScheme
    pack_id: str
    pack_digest: str
    computed_at: datetime
    computed_by: str
    people: int
    gross: Decimal
    net: Decimal
    digest: str
    reason: str = ""
    locked_at: datetime | None = None
    locked_by: str = ""

    @property
    def is_locked(self) -> bool:
        """Whether it never changes any more."""
        return self.locked_at is not None


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """What the region is told of a person and month: the newest locked recap in four figures."""

    period: Period
    person_id: str
    version: int
    gross: Decimal
    taken: Decimal
    net: Decimal


def require_month(period: Period) -> None:
    """Pay goes by the month (``FOL-340``)."""
    if period.kind is not PeriodKind.MONTH:
        raise UsageRefusal("FOL-340", period=period.code)


def month_before(period: Period) -> Period:
    """The month before a month."""
    if period.index == 1:
        return Period(period.year - 1, PeriodKind.MONTH, 12)
    return Period(period.year, PeriodKind.MONTH, period.index - 1)


def evaluated_in(period: Period) -> tuple[Period, ...]:
    """The periods whose predicate may count for a month, the best first.

    The month itself, its quarter, earlier quarters of the year, then the yearly evaluation of the last two years.
    """
    quarter = (period.index + 2) // 3
    quarters = [Period(period.year, PeriodKind.QUARTER, number) for number in range(quarter, 0, -1)]
    years = [Period(period.year - back, PeriodKind.YEAR) for back in (1, 2)]
    return (period, *quarters, *years)


class AmountBook:
    """The amounts in force on a day: a person's own, else those of his post, else those of the class of either."""

    def __init__(self, amounts: Iterable[PayAmount], day: date) -> None:
        self._held: dict[tuple[PayHolder, str], PayAmount] = {}
        for amount in sorted(amounts, key=lambda one: one.valid_from):
            if amount.valid_from <= day:
                self._held[amount.holder_kind, holder_key(amount.holder_kind, amount.holder)] = amount

    def of(self, person: Person) -> PayAmount | None:
        """What counts for a person; nothing when nobody said."""
        own = self._held.get((PayHolder.PERSON, person.person_id))
        post = self._held.get((PayHolder.POST, holder_key(PayHolder.POST, person.position_title)))
        for held in (own, post):
            if held is not None and held.amounts:
                return held
        for held in (own, post):
            if held is not None and held.post_class:
                found = self._held.get((PayHolder.CLASS, holder_key(PayHolder.CLASS, held.post_class)))
                if found is not None and found.amounts:
                    return found
        return None


def holder_key(kind: PayHolder, holder: str) -> str:
    """How a holder is compared: a post or class without regard to case and blanks."""
    return holder if kind is PayHolder.PERSON else " ".join(holder.casefold().split())


def with_budgets(held: Mapping[str, PayInput], months: Iterable[BudgetMonth], period: Period) -> dict[str, PayInput]:
    """The absorption of each unit in a month: as entered for it, else as its budget says from January to that month.

    A budget that was not brought up to that month says nothing of it.
    """
    listed = tuple(months)
    current = {month.unit_id for month in listed if month.period == period}
    found: dict[str, PayInput] = {}
    for unit_id, absorbed in absorbed_by(listed, period).items():
        if unit_id in current and absorbed.percent is not None:
            share = min(absorbed.percent, Decimal(100))
            found[unit_id] = PayInput(period, PayInputKind.ABSORPTION, unit_id, share, budget_words(absorbed))
    return {**found, **held}


def budget_words(absorbed: Absorbed) -> str:
    """What was spent of what might be, as it stands in the line of a slip."""
    return f"Rp {printed_decimal(absorbed.realised)} / Rp {printed_decimal(absorbed.ceiling)}"


def nearest(unit_id: str, units: Mapping[str, OrgUnit], held: Mapping[str, PayInput]) -> PayInput | None:
    """The entry of a unit or, where it has none, of the nearest unit above it."""
    seen: set[str] = set()
    while unit_id and unit_id not in seen:
        if unit_id in held:
            return held[unit_id]
        seen.add(unit_id)
        unit = units.get(unit_id)
        unit_id = unit.parent_id if unit is not None else ""
    return None


_PRODUCTIVITY = frozenset({"PAY-PREDICATE", "PAY-NO-PREDICATE", "PAY-ACTIVITY", "PAY-NO-ACTIVITY", "PAY-ABSORPTION",
                           "PAY-NO-ABSORPTION", "PAY-ABSORPTION-BUDGET"})  # fmt: skip


def parts_of(lines: Iterable[PayLine]) -> tuple[Decimal, Decimal, Decimal]:
    """What productivity, attendance and everything else took off or added."""
    productivity = discipline = other = Decimal(0)
    for line in lines:
        if line.source is PaySource.AMOUNT:
            continue
        if line.reason.code in _PRODUCTIVITY:
            productivity += line.amount
        elif line.source is PaySource.ATTENDANCE:
            discipline += line.amount
        else:
            other += line.amount
    return productivity, discipline, other


@dataclass(frozen=True, slots=True)
class PayDifference:
    """One person under two reckonings of a month."""

    row: PayRow
    before: Decimal
    after: Decimal
    slip: PaySlip

    @property
    def difference(self) -> Decimal:
        """What he gets more, or less (below nought)."""
        return self.after - self.before
