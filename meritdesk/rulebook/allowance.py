"""How a pack of performance pay is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.allowance_rules import AllowanceRules, ComponentRule, PayBase, PayComponent, PayMeasure
from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType, LegalStatus
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text

_Percent = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,4})?$")]
_HUNDRED = Decimal(100)


class _Component(Strict, frozen=True):
    component: PayComponent
    productivity: _Percent
    discipline: _Percent


class _Step(Strict, frozen=True):
    least: _Percent
    paid: _Percent


class _Allowance(Strict, frozen=True):
    name: Text
    components: Annotated[list[_Component], msgspec.Meta(min_length=1)]
    measures: dict[PayMeasure, _Percent]
    predicate: dict[Predicate, _Percent]
    no_predicate: _Percent
    activity_norm: Annotated[int, msgspec.Meta(ge=1)]
    absorption: list[_Step]
    deductions: dict[str, _Percent]
    absent: _Percent
    excused: dict[str, _Percent]
    deduction_cap: _Percent
    sanction_base: PayBase
    negative: _Percent
    negative_base: PayBase
    negative_cap: _Percent
    wealth_report: _Percent
    wealth_base: PayBase
    innovation: _Percent
    innovation_cap: _Percent
    employment: dict[EmploymentType, _Percent]
    unpaid: list[LegalStatus]
    rounding: Annotated[int, msgspec.Meta(ge=1, le=1000)]


def _allowance(raw: msgspec.Raw, source: str) -> AllowanceRules:
    stated = msgspec.json.decode(raw, type=_Allowance)
    components = tuple(
        ComponentRule(one.component, Decimal(one.productivity), Decimal(one.discipline)) for one in stated.components
    )
    if len({one.component for one in components}) != len(components):
        raise ValueError("a component stands in the table once")
    if any(one.productivity + one.discipline > _HUNDRED for one in components):
        raise ValueError("the parts of a component are no more than the whole")
    measures = {measure: Decimal(text) for measure, text in stated.measures.items()}
    if sum(measures.values()) != _HUNDRED:
        raise ValueError("the measures of productivity make 100")
    predicate = {one: Decimal(text) for one, text in stated.predicate.items()}
    if set(predicate) != set(Predicate):
        raise ValueError("every predicate has its share")
    shares = [predicate[one] for one in Predicate]
    if shares != sorted(shares, reverse=True) or shares[0] > _HUNDRED:
        raise ValueError("a better predicate never pays less, and none pays more than the whole")
    steps = tuple((Decimal(step.least), Decimal(step.paid)) for step in stated.absorption)
    if list(steps) != sorted(steps) or any(paid > _HUNDRED for _, paid in steps):
        raise ValueError("the steps of absorption rise, up to the whole")
    if measures.get(PayMeasure.ABSORPTION) and (not steps or steps[0][0]):
        raise ValueError("the first step of absorption begins at nought")
    employment = {kind: Decimal(text) for kind, text in stated.employment.items()}
    whole = (
        Decimal(stated.no_predicate), Decimal(stated.deduction_cap), Decimal(stated.negative_cap),
        Decimal(stated.wealth_report), *employment.values(),
    )  # fmt: skip
    if any(share > _HUNDRED for share in whole):
        raise ValueError("no share is more than the whole")
    return AllowanceRules(
        name=stated.name,
        components=components,
        measures=measures,
        predicate=predicate,
        no_predicate=Decimal(stated.no_predicate),
        activity_norm=stated.activity_norm,
        absorption=steps,
        deductions={code: Decimal(text) for code, text in stated.deductions.items()},
        absent=Decimal(stated.absent),
        excused={code: Decimal(text) for code, text in stated.excused.items()},
        deduction_cap=Decimal(stated.deduction_cap),
        sanction_base=stated.sanction_base,
        negative=Decimal(stated.negative),
        negative_base=stated.negative_base,
        negative_cap=Decimal(stated.negative_cap),
        wealth_report=Decimal(stated.wealth_report),
        wealth_base=stated.wealth_base,
        innovation=Decimal(stated.innovation),
        innovation_cap=Decimal(stated.innovation_cap),
        employment=employment,
        unpaid=frozenset(stated.unpaid),
        rounding=stated.rounding,
        source=source,
    )


ALLOWANCE_DECODERS: Mapping[PackKind, Decoder] = dict.fromkeys(
    (PackKind.ALLOWANCE_TPP, PackKind.ALLOWANCE_TRK), _allowance
)
"""Kind of pack to what reads its body."""
