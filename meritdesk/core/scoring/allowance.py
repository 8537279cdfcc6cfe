"""Performance pay of one person and month, with a line for every rupiah: what was given, taken, and by which input.

The amounts of the components are the first lines; every line after them says what is taken off or added and why. The
lines add up to what is paid, always: each is the difference that its step makes to the rounded sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from meritdesk.core.allowance_rules import AllowanceRules, PayBase, PayComponent, PayMeasure
from meritdesk.core.discipline import SanctionEffect
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.people import EmploymentType
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind

_NOUGHT = Decimal(0)
_HUNDRED = Decimal(100)


class PaySource(StrEnum):
    """Where the input of a line is kept, so that one can go there and look."""

    AMOUNT = "AMOUNT"
    EVALUATION = "EVALUATION"
    ACTIVITY = "ACTIVITY"
    ATTENDANCE = "ATTENDANCE"
    SANCTION = "SANCTION"
    INPUT = "INPUT"
    PERSON = "PERSON"
    RULE = "RULE"


@dataclass(frozen=True, slots=True)
class NegativeActivity:
    """Something entered against somebody in the month (caught outside in a patrol ...), and how often."""

    words: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class PayFacts:
    """What is known of one person in one month.

    ``amounts`` are the basic amounts by component and ``amount_key`` says whose they are. ``predicate_period`` is the
    code of the period whose predicate counts. ``absorption`` is the share of the planned spending of his unit that
    was spent. Sanctions are those that cut the pay of this month.
    """

    amounts: Mapping[PayComponent, Decimal]
    amount_key: str = ""
    employment: EmploymentType = EmploymentType.PNS
    predicate: Predicate | None = None
    predicate_period: str = ""
    time: MonthOfTime | None = None
    sanctions: Sequence[SanctionEffect] = ()
    absorption: Decimal | None = None
    absorption_unit: str = ""
    absorption_key: str = ""
    absorption_budget: str = ""
    wealth_report_late: bool = False
    wealth_report_words: str = ""
    innovation: Decimal = _NOUGHT
    innovation_words: str = ""
    negative: Sequence[NegativeActivity] = ()
    settlement: Decimal = _NOUGHT
    settlement_words: str = ""


@dataclass(frozen=True, slots=True)
class PayLine:
    """One step of the reckoning: so much given (above nought) or taken off (below), why, and where its input stands."""

    amount: Decimal
    reason: Reason
    source: PaySource
    key: str = ""


@dataclass(frozen=True, slots=True)
class PayResult:
    """What a person gets, and every line of it; ``gross`` is the sum of the components."""

    lines: tuple[PayLine, ...]
    gross: Decimal
    net: Decimal

    @property
    def taken(self) -> Decimal:
        """What was taken off and added in sum: below nought when less than the full amount is paid."""
        return self.net - self.gross


def allowance(facts: PayFacts, rules: AllowanceRules) -> PayResult:
    """Reckon the pay of a month; the sum is never below nought and the lines add up to it."""
    sheet = _Sheet(rules)
    for rule in rules.components:
        amount = facts.amounts.get(rule.component, _NOUGHT)
        if amount:
            sheet.step(amount, "PAY-COMPONENT", PaySource.AMOUNT, facts.amount_key,
                       component=f"PAYCOMPONENT:{rule.component.name}", productivity=percent_text(rule.productivity),
                       discipline=percent_text(rule.discipline))  # fmt: skip
    gross = sheet.paid
    share = rules.employment.get(facts.employment, _HUNDRED)
    if share != _HUNDRED and sheet.exact:
        sheet.step(sheet.exact * (share - _HUNDRED) / _HUNDRED, "PAY-EMPLOYMENT", PaySource.PERSON, "",
                   kind=f"EMPLOYMENT:{facts.employment.name}", percent=percent_text(share))  # fmt: skip
    full = sheet.exact
    parts = [
        (facts.amounts.get(rule.component, _NOUGHT) * share / _HUNDRED, rule.productivity, rule.discipline)
        for rule in rules.components
    ]
    productivity = sum((amount * part / _HUNDRED for amount, part, _ in parts), _NOUGHT)
    discipline = sum((amount * part / _HUNDRED for amount, _, part in parts), _NOUGHT)
    _measure(sheet, facts, productivity)
    _attend(sheet, facts, discipline)
    _cut(sheet, facts, full)
    if facts.settlement:
        sheet.step(max(facts.settlement, -sheet.exact), "PAY-SETTLEMENT", PaySource.INPUT, "SETTLEMENT",
                   settled=rupiah(facts.settlement), words=facts.settlement_words or "-")  # fmt: skip
    return PayResult(tuple(sheet.lines), gross, sheet.paid)


@dataclass(slots=True)
class _Sheet:
    """The running sum, exact and as it would be paid; a step's line is what it changes of the latter."""

    rules: AllowanceRules
    exact: Decimal = _NOUGHT
    paid: Decimal = _NOUGHT
    lines: list[PayLine] = field(default_factory=list)

    def step(self, amount: Decimal, code: str, source: PaySource, key: str, /, **facts: str) -> None:
        self.exact += amount
        paid = rounded(self.exact, self.rules.rounding)
        self.lines.append(PayLine(paid - self.paid, Reason(code, self.rules.source, facts), source, key))
        self.paid = paid

    def note(self, code: str, source: PaySource, key: str, /, **facts: str) -> None:
        self.lines.append(PayLine(_NOUGHT, Reason(code, self.rules.source, facts), source, key))


def _measure(sheet: _Sheet, facts: PayFacts, pool: Decimal) -> None:
    """What the productivity part loses, measure by measure."""
    if not pool:
        return
    for measure, weight in sheet.rules.measures.items():
        if not weight:
            continue
        part = pool * weight / _HUNDRED
        code, source, key, score, told = _SCORES[measure](facts, sheet.rules)
        lost = part * (score - _HUNDRED) / _HUNDRED
        sheet.step(lost, code, source, key, of=rupiah(rounded(part)), weight=percent_text(weight),
                   percent=percent_text(score), **told)  # fmt: skip


_Scored = tuple[str, PaySource, str, Decimal, dict[str, str]]


def _by_predicate(facts: PayFacts, rules: AllowanceRules) -> _Scored:
    if facts.predicate is None:
        return "PAY-NO-PREDICATE", PaySource.EVALUATION, "", rules.no_predicate, {}
    told = {"predicate": f"PREDICATE:{facts.predicate.name}", "period": facts.predicate_period}
    score = rules.predicate[facts.predicate]
    return "PAY-PREDICATE", PaySource.EVALUATION, facts.predicate_period, score, told


def _by_activity(facts: PayFacts, rules: AllowanceRules) -> _Scored:
    time = facts.time
    norm = (time.norm_minutes if time else 0) or rules.activity_norm
    counted = time.counted_minutes if time else 0
    score = min(_HUNDRED, Decimal(counted) * _HUNDRED / norm)
    told = {"minutes": str(counted), "norm": str(norm)}
    if time is None or not time.has_activity:
        return "PAY-NO-ACTIVITY", PaySource.ACTIVITY, "", score, told
    told |= {"refused": str(time.refused_minutes), "absence": str(time.absence_minutes)}
    return "PAY-ACTIVITY", PaySource.ACTIVITY, "", score, told


def _by_absorption(facts: PayFacts, rules: AllowanceRules) -> _Scored:
    if facts.absorption is None:
        return "PAY-NO-ABSORPTION", PaySource.INPUT, "ABSORPTION", _HUNDRED, {}
    paid = next((paid for least, paid in reversed(rules.absorption) if facts.absorption >= least), _NOUGHT)
    told = {"absorption": percent_text(facts.absorption), "unit": facts.absorption_unit}
    code = "PAY-ABSORPTION"
    if facts.absorption_budget:
        code, told = "PAY-ABSORPTION-BUDGET", told | {"budget": facts.absorption_budget}
    return code, PaySource.INPUT, f"ABSORPTION:{facts.absorption_key}", paid, told


_SCORES = {
    PayMeasure.PREDICATE: _by_predicate,
    PayMeasure.ACTIVITY: _by_activity,
    PayMeasure.ABSORPTION: _by_absorption,
}


def _attend(sheet: _Sheet, facts: PayFacts, pool: Decimal) -> None:
    """What the discipline part loses by lateness and absence, never more than the cap."""
    time, rules = facts.time, sheet.rules
    if not pool:
        return
    if time is None or not time.has_attendance:
        sheet.note("PAY-NO-ATTENDANCE", PaySource.ATTENDANCE, "")
        return
    most, so_far = pool * rules.deduction_cap / _HUNDRED, _NOUGHT
    of = rupiah(rounded(pool))
    for code, source_code, times, per_cent, told in _events(time, rules):
        loss = pool * per_cent * times / _HUNDRED
        allowed = min(loss, most - so_far)
        so_far += allowed
        sheet.step(-allowed, code, PaySource.ATTENDANCE, source_code, of=of, code=source_code, count=str(times),
                   percent=percent_text(per_cent), **told)  # fmt: skip
        if allowed < loss:
            sheet.note("PAY-CAP", PaySource.RULE, "", percent=percent_text(rules.deduction_cap), of=of)
            return


def _events(time: MonthOfTime, rules: AllowanceRules) -> Iterator[tuple[str, str, int, Decimal, dict[str, str]]]:
    if time.absent_days and rules.absent:
        days = ", ".join(f"{day:%d-%m-%Y}" for day in time.absent_days)
        yield "PAY-ABSENT", "TK", len(time.absent_days), rules.absent, {"days": days}
    for counts, code in ((time.late, "PAY-LATE"), (time.early, "PAY-EARLY")):
        for band, times in sorted(counts.items()):
            per_cent = rules.deductions.get(band, _NOUGHT)
            if times and per_cent:
                yield code, band, times, per_cent, {}
    for code, times in sorted(time.excused.items()):
        per_cent = rules.excused.get(code, _NOUGHT)
        if times and per_cent:
            yield "PAY-EXCUSED", code, times, per_cent, {}


def _cut(sheet: _Sheet, facts: PayFacts, full: Decimal) -> None:
    """What sanctions, negative activities and a late wealth report take, and what innovation adds."""
    rules, earned = sheet.rules, sheet.exact
    stopped = next((one for one in facts.sanctions if one.stops_pay), None)
    if stopped is not None:
        sheet.step(-sheet.exact, "PAY-STOPPED", PaySource.SANCTION, stopped.sanction_id, starts=_day(stopped.starts))
        return
    base = {PayBase.FULL: full, PayBase.EARNED: earned}
    by_weight = sorted(facts.sanctions, key=lambda one: (-one.cut_percent, one.starts, one.sanction_id))
    for place, one in enumerate(one for one in by_weight if one.cut_percent):
        told = {"level": f"SANCTIONLEVEL:{one.level.name}", "percent": percent_text(one.cut_percent),
                "months": str(one.cut_months), "starts": _day(one.cut_starts), "ends": _day(one.cut_ends)}  # fmt: skip
        if place:
            sheet.note("PAY-SANCTION-BESIDE", PaySource.SANCTION, one.sanction_id, **told)
            continue
        of = base[rules.sanction_base]
        taken = min(of * one.cut_percent / _HUNDRED, max(sheet.exact, _NOUGHT))
        sheet.step(-taken, "PAY-SANCTION", PaySource.SANCTION, one.sanction_id, of=rupiah(rounded(of)), **told)
    _cut_negative(sheet, facts, base[rules.negative_base])
    if facts.wealth_report_late and rules.wealth_report:
        of = base[rules.wealth_base]
        taken = min(of * rules.wealth_report / _HUNDRED, max(sheet.exact, _NOUGHT))
        sheet.step(-taken, "PAY-WEALTH", PaySource.INPUT, "WEALTH_REPORT", of=rupiah(rounded(of)),
                   percent=percent_text(rules.wealth_report), words=facts.wealth_report_words or "-")  # fmt: skip
    if facts.innovation and rules.innovation:
        per_cent = min(facts.innovation * rules.innovation, rules.innovation_cap)
        sheet.step(full * per_cent / _HUNDRED, "PAY-INNOVATION", PaySource.INPUT, "INNOVATION",
                   of=rupiah(rounded(full)), points=percent_text(facts.innovation), percent=percent_text(per_cent),
                   words=facts.innovation_words or "-")  # fmt: skip


def _cut_negative(sheet: _Sheet, facts: PayFacts, of: Decimal) -> None:
    rules = sheet.rules
    told = list(facts.negative)
    times = facts.time.negative.get(NegativeKind.NOT_VALIDATED, 0) if facts.time else 0
    keys = ["NEGATIVE"] * len(told)
    if times:
        told.append(NegativeActivity("NEGATIVEKIND:NOT_VALIDATED", times))
        keys.append("")
    left = rules.negative_cap
    for one, key in zip(told, keys, strict=True):
        per_cent = min(rules.negative * one.times, left)
        if not per_cent:
            continue
        left -= per_cent
        taken = min(of * per_cent / _HUNDRED, max(sheet.exact, _NOUGHT))
        source = PaySource.INPUT if key else PaySource.ACTIVITY
        sheet.step(-taken, "PAY-NEGATIVE", source, key, of=rupiah(rounded(of)), count=str(one.times),
                   percent=percent_text(per_cent), words=one.words or "-")  # fmt: skip


def rounded(amount: Decimal, unit: int = 1) -> Decimal:
    """An amount in whole rupiah, or whole hundreds where the rule pays so; halves go up."""
    return (amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit


def rupiah(amount: Decimal) -> str:
    """An amount as offices write it: ``Rp1.600.000``, below nought with a minus before it."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{abs(amount):,.0f}".replace(",", ".")


def percent_text(value: Decimal) -> str:
    """A percentage without zeros behind: ``0,5``, ``3``, ``91,67``."""
    text = f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day is not None else "-"
