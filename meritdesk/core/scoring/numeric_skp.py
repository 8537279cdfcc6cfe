"""The SKP score of an old year from its lines: activities (PP 46/2011), leaders and staff (PermenPANRB 8/2021).

Each figure is rounded where it is printed and goes on rounded, so that the paper adds up on a pocket calculator.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.old_rules import EfficiencyRule, Numeric2021, NumericPp46
from meritdesk.core.old_years import Cascading, GroupScore, LineKind, LineScore, OldCategory, OldLine
from meritdesk.core.plan import Aspect, JobClass
from meritdesk.core.scoring.numeric import achievement, indicator_score, result_category, whole_percent

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class SkpScore:
    """The SKP score with every step: lines, results, the two totals and the sentences that say why."""

    score: Decimal
    lines: tuple[LineScore, ...]
    groups: tuple[GroupScore, ...]
    main_total: Decimal
    additional_total: Decimal
    reasons: tuple[Reason, ...]


def skp_of_2021(lines: Sequence[OldLine], job_class: JobClass, rules: Numeric2021) -> SkpScore:
    """The SKP score by PermenPANRB 8/2021: main work, plus additional work up to its cap, never above the highest."""
    scored = tuple(_line_of_2021(line, rules) for line in lines)
    main = [one for one in scored if one.line.kind is not LineKind.ADDITIONAL]
    if job_class is JobClass.JPT_OR_AUTONOMOUS:
        groups, main_total, reasons = _leader_main(main, rules)
    else:
        groups, main_total, reasons = _staff_main(main, rules)
    extra = tuple(_additional(one, rules) for one in scored if one.line.kind is LineKind.ADDITIONAL)
    plain = sum((one.value for one in extra), _ZERO)
    additional_total = min(plain, rules.additional_cap)
    if extra:
        facts = {
            "value": printed_decimal(additional_total),
            "plain": printed_decimal(plain),
            "cap": printed_decimal(rules.additional_cap),
        }
        reasons = (*reasons, Reason("OLD-ADDITIONAL", rules.source, facts))
    total = min(rules.rounded(main_total + additional_total), rules.highest_skp)
    return SkpScore(total, scored, (*groups, *extra), main_total, additional_total, reasons)


def skp_of_pp46(lines: Sequence[OldLine], rules: NumericPp46) -> SkpScore:
    """The SKP score by PP 46/2011: mean of the activities, plus points for additional work and for a creation."""
    final = rules.final
    scored = tuple(LineScore(line, score=_pp46_aspect(line, rules)) for line in lines)
    groups: list[GroupScore] = []
    for number, members in _by_number(one for one in scored if one.line.kind is LineKind.MAIN):
        score = final.rounded(_mean([one.score for one in members if one.score is not None]))
        groups.append(GroupScore(number, LineKind.MAIN, members[0].line.text, None, score, _ONE, score))
    main_total = final.rounded(_mean([group.value for group in groups]))
    count = sum(line.kind is LineKind.ADDITIONAL for line in lines)
    additional = next((points for least, points in reversed(rules.additional_by_count) if count >= least), _ZERO)
    creations = [rules.creation_by_scope[line.scope] for line in lines if line.kind is LineKind.CREATION]
    extra = additional + max(creations, default=_ZERO)
    reasons = [Reason("OLD-MAIN-MEAN", final.source, {"count": str(len(groups)), "value": printed_decimal(main_total)})]
    if count:
        reasons.append(
            Reason("OLD-PP46-ADDITIONAL", final.source, {"count": str(count), "value": printed_decimal(additional)})
        )
    if creations:
        reasons.append(Reason("OLD-PP46-CREATION", final.source, {"value": printed_decimal(max(creations))}))
    total = min(final.rounded(main_total + extra), final.highest_skp)
    return SkpScore(total, scored, tuple(groups), main_total, extra, tuple(reasons))


def efficiency_score(target: Decimal, actual: Decimal, rule: EfficiencyRule) -> Decimal:
    """Time or cost by PP 46/2011: the less is used the better, until saving passes the limit (then it counts less)."""
    saved = _HUNDRED - actual / target * _HUNDRED
    plain = (rule.factor * target - actual) / target * _HUNDRED
    if saved <= rule.limit_percent:
        return max(plain, _ZERO)
    return max(rule.beyond_base - (plain - _HUNDRED), _ZERO)


def _pp46_aspect(line: OldLine, rules: NumericPp46) -> Decimal | None:
    if line.kind is not LineKind.MAIN:
        return None
    if line.low is None or line.actual is None:
        return line.score
    if line.aspect in (Aspect.TIME, Aspect.COST):
        return rules.final.rounded(efficiency_score(line.low, line.actual, rules.efficiency))
    return rules.final.rounded(line.actual / line.low * _HUNDRED)


def _line_of_2021(line: OldLine, rules: Numeric2021) -> LineScore:
    if line.low is None or line.high is None or line.actual is None:
        return LineScore(line, None, line.category, line.score)
    percent = whole_percent(achievement(line.actual, line.low, line.high, line.direction), rules)
    category, score = indicator_score(percent, rules, line.is_highest_target)
    return LineScore(line, percent, category, score)


def _leader_main(
    scored: Sequence[LineScore], rules: Numeric2021
) -> tuple[tuple[GroupScore, ...], Decimal, tuple[Reason, ...]]:
    """Leaders: the mean of the agreement's indicators and that of the action plans, weighed; one kind alone is all."""
    agreement = [one for one in scored if one.line.kind is LineKind.MAIN]
    plans = [one for one in scored if one.line.kind is LineKind.ACTION_PLAN]
    groups: list[GroupScore] = []
    reasons: list[Reason] = []
    for kind, members, share in (
        (LineKind.MAIN, agreement, rules.agreement_share if plans else _ONE),
        (LineKind.ACTION_PLAN, plans, rules.action_plan_share if agreement else _ONE),
    ):
        if not members:
            continue
        mean = rules.rounded(_mean([one.score for one in members if one.score is not None]))
        value = rules.rounded(mean * share)
        groups.append(GroupScore(len(groups) + 1, kind, "", None, mean, share, value))
        facts = {
            "kind": f"LINEKIND:{kind.name}",
            "count": str(len(members)),
            "mean": printed_decimal(mean),
            "percent": printed_decimal(Decimal(f"{(share * _HUNDRED).normalize():f}")),
            "value": printed_decimal(value),
        }
        reasons.append(Reason("OLD-LEADER-PART", rules.source, facts))
    return tuple(groups), rules.rounded(sum((one.value for one in groups), _ZERO)), tuple(reasons)


def _staff_main(
    scored: Sequence[LineScore], rules: Numeric2021
) -> tuple[tuple[GroupScore, ...], Decimal, tuple[Reason, ...]]:
    """Staff: each result gets one label from its aspects, its score is weighed by cascading, then the mean."""
    groups: list[GroupScore] = []
    for number, members in _by_number(scored):
        category = result_category([_known(one.category) for one in members])
        score = rules.result_score[category]
        is_direct = members[0].line.cascading is Cascading.DIRECT
        factor = _ONE if is_direct else rules.non_direct_base + rules.non_direct_part[category]
        text = members[0].line.text
        groups.append(GroupScore(number, LineKind.MAIN, text, category, score, factor, rules.rounded(score * factor)))
    total = rules.rounded(_mean([group.value for group in groups]))
    reason = Reason("OLD-MAIN-MEAN", rules.source, {"count": str(len(groups)), "value": printed_decimal(total)})
    return tuple(groups), total, (reason,)


def _additional(one: LineScore, rules: Numeric2021) -> GroupScore:
    category = _known(one.category)
    weight = one.line.scope_weight if one.line.scope_weight is not None else rules.scope_weight[one.line.scope]
    score = one.score if one.score is not None else rules.result_score[category]
    factor = rules.additional_factor[category] / _HUNDRED * (weight / _HUNDRED)
    value = rules.rounded(score * factor)
    return GroupScore(one.line.number, LineKind.ADDITIONAL, one.line.text, category, score, factor, value)


def _known(category: OldCategory | None) -> OldCategory:
    if category is None:  # the faults of a paper are asked before its score
        raise ValueError("a line without a label")
    return category


def _by_number(scored: Iterable[LineScore]) -> list[tuple[int, list[LineScore]]]:
    ordered = sorted(scored, key=lambda one: one.line.number)
    return [(number, list(members)) for number, members in groupby(ordered, key=lambda one: one.line.number)]


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, _ZERO) / len(values) if values else _ZERO
