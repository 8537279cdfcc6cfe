"""Where somebody stands on the talent map, with a reason for every point (PermenPANRB 3/2020)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.evaluation import Rating, Reason
from meritdesk.core.notation import printed_date
from meritdesk.core.talent import AxisPart, PerformanceBasis, Placement, PotentialLevel, ScoreKind, TalentFacts
from meritdesk.core.talent_rules import NineBoxRules, PartRule

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_SCORES = {AxisPart.POTENTIAL: ScoreKind.POTENTIAL, AxisPart.COMPETENCE: ScoreKind.COMPETENCE}


def box_of(potential: PotentialLevel, performance: Rating, rules: NineBoxRules) -> int:
    """The number of the box where a column and a row meet."""
    return rules.cells[potential, performance]


def place(facts: TalentFacts, rules: NineBoxRules) -> Placement:
    """Place one person; what is missing is said and nobody is placed by a guess.

    A part that is not required and not known is left out and its weight shared by the others, which the reasons say.
    """
    points, reasons, missing = _points(facts, rules)
    potential = _potential(points, rules) if points is not None else None
    performance, said = _performance(facts, rules)
    if potential is not None and points is not None:
        reasons.append(
            Reason(
                "TAL-POTENTIAL",
                rules.source,
                {
                    "points": figure_text(points),
                    "level": f"POTENTIALLEVEL:{potential.name}",
                    "middle": figure_text(rules.middle_from),
                    "high": figure_text(rules.high_from),
                },
            )
        )
    if performance is None:
        missing.append(said)
    else:
        reasons.append(said)
    if potential is None or performance is None:
        return Placement(0, potential, performance, points, tuple(reasons), tuple(missing))
    box = box_of(potential, performance, rules)
    facts_told = {
        "box": str(box),
        "level": f"POTENTIALLEVEL:{potential.name}",
        "performance": f"RATING:{performance.name}",
    }
    reasons.append(Reason("TAL-BOX", rules.source, facts_told))
    return Placement(box, potential, performance, points, tuple(reasons), tuple(missing))


def _points(facts: TalentFacts, rules: NineBoxRules) -> tuple[Decimal | None, list[Reason], list[Reason]]:
    reasons: list[Reason] = []
    missing: list[Reason] = []
    known: list[tuple[PartRule, Decimal, str]] = []
    is_blocked = False
    for rule in rules.parts:
        value, detail = _part(rule.part, facts, rules)
        if value is not None:
            known.append((rule, value, detail))
            continue
        told = {"part": f"AXISPART:{rule.part.name}", "weight": figure_text(rule.weight)}
        if rule.is_required:
            is_blocked = True
            missing.append(Reason("TAL-NO-PART", rules.source, told))
        else:
            reasons.append(Reason("TAL-PART-LEFT-OUT", rules.source, told))
    whole = sum((rule.weight for rule, _, _ in known), Decimal(0))
    if is_blocked or not whole:
        return None, reasons, missing
    lines = []
    total = Decimal(0)
    for rule, value, detail in known:
        weight = rule.weight * _HUNDRED / whole
        amount = (value * weight / _HUNDRED).quantize(_CENT, ROUND_HALF_UP)
        total += amount
        told = {
            "part": f"AXISPART:{rule.part.name}",
            "detail": detail,
            "value": figure_text(value),
            "weight": figure_text(weight.quantize(_CENT, ROUND_HALF_UP)),
            "amount": figure_text(amount),
        }
        lines.append(Reason("TAL-PART", rules.source, told))
    return min(total, _HUNDRED), lines + reasons, missing


def _part(part: AxisPart, facts: TalentFacts, rules: NineBoxRules) -> tuple[Decimal | None, str]:
    if part in _SCORES:
        score = facts.scores.get(_SCORES[part])
        if score is None:
            return None, ""
        return score.points, ", ".join(one for one in (score.source, printed_date(score.measured_on)) if one)
    if part is AxisPart.EDUCATION:
        if facts.education is None:
            return None, ""
        return rules.education_points[facts.education], f"EDUCATIONLEVEL:{facts.education.name}"
    if part is AxisPart.TRAINING:
        hours = min(facts.training_hours, rules.full_training)
        points = (_HUNDRED * hours / rules.full_training).quantize(_CENT, ROUND_HALF_UP)
        return points, f"{facts.training_hours} JP"
    if facts.record is None:
        return None, ""
    return rules.record_points[facts.record], f"DISCIPLINERECORD:{facts.record.name}"


def _potential(points: Decimal, rules: NineBoxRules) -> PotentialLevel:
    if points >= rules.high_from:
        return PotentialLevel.HIGH
    return PotentialLevel.MIDDLE if points >= rules.middle_from else PotentialLevel.LOW


def _performance(facts: TalentFacts, rules: NineBoxRules) -> tuple[Rating | None, Reason]:
    year = {"year": str(facts.year)}
    if facts.result_rating is None or facts.predicate is None:
        return None, Reason("TAL-NOT-EVALUATED", rules.source, year)
    if rules.basis is PerformanceBasis.RATING:
        told = {**year, "rating": f"RATING:{facts.result_rating.name}"}
        return facts.result_rating, Reason("TAL-PERFORMANCE-RATING", rules.source, told)
    points = rules.predicate_points[facts.predicate]
    level = Rating.BELOW
    if points >= rules.meets_from:
        level = Rating.ABOVE if points >= rules.above_from else Rating.MEETS
    told = {
        **year,
        "predicate": f"PREDICATE:{facts.predicate.name}",
        "points": figure_text(points),
        "rating": f"RATING:{level.name}",
    }
    return level, Reason("TAL-PERFORMANCE-PREDICATE", rules.source, told)


def figure_text(value: Decimal) -> str:
    """A figure as it is written: decimal comma, no needless zeros."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
