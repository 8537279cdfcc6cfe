"""What the pay of a month stands on, gathered for everybody at once: who, in which post, with which inputs.

Everybody of the register who is an employee on the last day of the month has a line: paid, without an amount, or not
entitled. Nobody is left out in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.allowance_rules import AllowanceRules, PayScheme
from meritdesk.core.discipline import SanctionEffect
from meritdesk.core.evaluation import Predicate
from meritdesk.core.history import people_on
from meritdesk.core.pay import (
    AmountBook,
    PayInput,
    PayInputKind,
    PayRow,
    PaySlip,
    PayState,
    evaluated_in,
    nearest,
    parts_of,
    with_budgets,
)
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, Person, PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.scoring.allowance import NegativeActivity, PayFacts, allowance
from meritdesk.core.timekeeping import MonthOfTime
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.discipline import effects_of
from meritdesk.services.months_of_time import months_of_time
from meritdesk.services.ports import Surroundings, Work

SCHEME = "pay.scheme"
KINDS: Mapping[PayScheme, PackKind] = {
    PayScheme.TPP: PackKind.ALLOWANCE_TPP,
    PayScheme.TRK: PackKind.ALLOWANCE_TRK,
}
_RANKS = {
    PositionKind.JPT: 0,
    PositionKind.ADMINISTRATOR: 1,
    PositionKind.SUPERVISOR: 2,
    PositionKind.JF: 3,
    PositionKind.STAFF: 4,
}


@dataclass(frozen=True, slots=True)
class Paid:
    """One person of a month: as he stood on its last day, whether he is paid, and what is known of him."""

    person: Person
    unit_name: str
    facts: PayFacts


@dataclass(frozen=True, slots=True)
class PayRule:
    """By which rule a month is paid."""

    scheme: PayScheme
    pack: RulePack
    rules: AllowanceRules


def scheme_of(work: Work) -> PayScheme:
    """The rule that the agency has chosen; TPP until it says otherwise."""
    return PayScheme(work.setting(SCHEME, PayScheme.TPP.value))


def rule_of(around: Surroundings, scheme: PayScheme, period: Period) -> PayRule:
    """The pack that counts for a month under a scheme; ``ASM-110`` when there is none."""
    pack = around.rulebook.pack(KINDS[scheme], period.last_day)
    assert isinstance(pack.body, AllowanceRules)
    return PayRule(scheme, pack, pack.body)


def gather(
    around: Surroundings, work: Work, period: Period, person_ids: Sequence[str] | None = None
) -> tuple[Paid, ...]:
    """Everybody of a month, or these people, in the order of the units, with what is known of each."""
    day = period.last_day
    units = {unit.unit_id: unit for unit in work.units.all()}
    everybody = people_on(work.people.all(), work.history.all(), day)
    people = [
        person
        for person in everybody
        if person.employment is not EmploymentType.OFFICIAL
        and person.legal_status is not LegalStatus.LEFT
        and (person_ids is None or person.person_id in person_ids)
    ]
    order = {unit_id: place for place, unit_id in enumerate(units)}
    people.sort(
        key=lambda one: (order.get(one.unit_id, len(order)), _RANKS.get(one.position_kind, 9), one.name, one.nip)
    )
    inputs: dict[PayInputKind, dict[str, PayInput]] = defaultdict(dict)
    for one in work.pay.inputs(period):
        inputs[one.kind][one.subject] = one
    budgets = work.budgets.of_year(period.year)
    absorbed = with_budgets(inputs[PayInputKind.ABSORPTION], budgets, period)
    entered = frozenset(inputs[PayInputKind.ABSORPTION])
    inputs[PayInputKind.ABSORPTION] = absorbed
    known = _Known(
        AmountBook(work.pay.amounts(), day),
        months_of_time(around, work, period, None if person_ids is None else [one.person_id for one in people]),
        effects_of(around, work, person_ids),
        work.pay.predicates(evaluated_in(period)),
        inputs,
        entered,
        units,
        period,
    )
    return tuple(
        Paid(person, units[person.unit_id].name if person.unit_id in units else "", known.of(person))
        for person in people
    )


@dataclass(frozen=True, slots=True)
class _Known:
    amounts: AmountBook
    times: Mapping[str, MonthOfTime]
    effects: Mapping[str, tuple[SanctionEffect, ...]]
    predicates: Mapping[str, tuple[Period, Predicate]]
    inputs: Mapping[PayInputKind, Mapping[str, PayInput]]
    entered: frozenset[str]
    units: Mapping[str, OrgUnit]
    period: Period

    def of(self, person: Person) -> PayFacts:
        key = person.person_id
        amount = self.amounts.of(person)
        evaluated, predicate = self.predicates.get(key, (None, None))
        absorbed = nearest(person.unit_id, self.units, self.inputs.get(PayInputKind.ABSORPTION, {}))
        wealth, innovation, negative, settled = (
            self.inputs.get(kind, {}).get(key)
            for kind in (
                PayInputKind.WEALTH_REPORT,
                PayInputKind.INNOVATION,
                PayInputKind.NEGATIVE,
                PayInputKind.SETTLEMENT,
            )
        )
        first = self.period.first_day
        return PayFacts(
            amounts=amount.amounts if amount else {},
            amount_key=f"{amount.holder_kind.value}:{amount.holder}" if amount else "",
            employment=person.employment,
            predicate=predicate,
            predicate_period=evaluated.code if evaluated else "",
            time=self.times.get(key),
            sanctions=tuple(one for one in self.effects.get(key, ()) if one.cuts_on(first)),
            absorption=absorbed.value if absorbed else None,
            absorption_unit=self.units[absorbed.subject].name if absorbed and absorbed.subject in self.units else "",
            absorption_key=absorbed.subject if absorbed else "",
            absorption_budget=absorbed.words if absorbed and absorbed.subject not in self.entered else "",
            wealth_report_late=wealth is not None and wealth.value > 0,
            wealth_report_words=wealth.words if wealth else "",
            innovation=innovation.value if innovation else Decimal(0),
            innovation_words=innovation.words if innovation else "",
            negative=[NegativeActivity(negative.words, int(negative.value))] if negative and negative.value else [],
            settlement=settled.value if settled else Decimal(0),
            settlement_words=settled.words if settled else "",
        )


def reckon(paid: Sequence[Paid], rules: AllowanceRules, step: Step = no_step) -> tuple[PaySlip, ...]:
    """The slip of everybody under a rule, in the order given; progress every hundred."""
    slips = []
    for place, one in enumerate(paid, start=1):
        slips.append(_slip(one, rules))
        if place % 100 == 0 or place == len(paid):
            step(place, len(paid))
    return tuple(slips)


def _slip(one: Paid, rules: AllowanceRules) -> PaySlip:
    person = one.person
    words = (
        person.person_id, person.nip, person.full_name, person.unit_id, one.unit_name, person.position_title,
        person.grade,
    )  # fmt: skip
    if person.legal_status in rules.unpaid:
        return PaySlip(PayRow(*words, PayState.NOT_ENTITLED))
    if not one.facts.amounts:
        return PaySlip(PayRow(*words, PayState.NO_AMOUNT))
    found = allowance(one.facts, rules)
    return PaySlip(PayRow(*words, PayState.PAID, found.gross, *parts_of(found.lines), found.net), found.lines)
