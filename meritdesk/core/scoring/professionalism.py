"""The professionalism index of one person from the score table, with a reason for every dimension."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from meritdesk.core.evaluation import Reason
from meritdesk.core.people import STRUCTURAL_KINDS, PositionKind
from meritdesk.core.professionalism import (
    IndexCategory,
    IndexDimension,
    IndexFacts,
    IndexGroup,
    IndexRules,
    IndexScore,
)
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.talent import Training, TrainingKind

_ZERO = Decimal(0)


def group_of(kind: PositionKind) -> IndexGroup:
    """Which column of the table counts for a kind of post."""
    if kind in STRUCTURAL_KINDS:
        return IndexGroup.STRUCTURAL
    return IndexGroup.FUNCTIONAL if kind is PositionKind.JF else IndexGroup.STAFF


def score(facts: IndexFacts, rules: IndexRules) -> IndexScore:
    """The index of one person (PermenPANRB 38/2018); what is not known brings no points, and the reason says so."""
    if facts.employment in rules.left_out:
        why = Reason("IPA-NOT-SCORED", rules.source, {"employment": f"EMPLOYMENT:{facts.employment.name}"})
        return IndexScore({}, _ZERO, None, (), why)
    told: list[tuple[IndexDimension, Reason]] = []
    points: dict[IndexDimension, Decimal] = {}
    for dimension, lines in (
        (IndexDimension.QUALIFICATION, [_qualification(facts, rules)]),
        (IndexDimension.COMPETENCE, _competence(facts, rules)),
        (IndexDimension.PERFORMANCE, [_performance(facts, rules)]),
        (IndexDimension.DISCIPLINE, [_discipline(facts, rules)]),
    ):
        points[dimension] = sum((amount for amount, _ in lines), _ZERO)
        told.extend((dimension, reason) for _, reason in lines)
    total = sum(points.values(), _ZERO)
    return IndexScore(points, total, category_of(total, rules), tuple(told))


def category_of(total: Decimal, rules: IndexRules) -> IndexCategory:
    """The category of an index; each begins above its bound."""
    return next((category for category, above in rules.categories if total > above), IndexCategory.VERY_LOW)


def counts_from(window: int, year: int) -> date:
    """The first day of the years that count; the beginning of time where every year does."""
    return date(year - window + 1, 1, 1) if window else date.min


def _qualification(facts: IndexFacts, rules: IndexRules) -> tuple[Decimal, Reason]:
    if facts.education is None:
        return _ZERO, Reason("IPA-NO-EDUCATION", rules.source, {"text": facts.education_text or "-"})
    amount = rules.education[facts.education]
    return amount, Reason(
        "IPA-EDUCATION",
        rules.source,
        {"level": f"EDUCATIONLEVEL:{facts.education.name}", "points": figure_text(amount)},
    )


def _competence(facts: IndexFacts, rules: IndexRules) -> list[tuple[Decimal, Reason]]:
    return [
        _training(kind, full, facts, rules) for kind, full in rules.competence[group_of(facts.position_kind)].items()
    ]


def _training(kind: TrainingKind, full: Decimal, facts: IndexFacts, rules: IndexRules) -> tuple[Decimal, Reason]:
    since, least = counts_from(rules.windows[kind], facts.year), rules.least_hours[kind]
    counted = [one for one in facts.trainings if one.kind is kind and since <= one.held_on <= date(facts.year, 12, 31)]
    hours = sum(one.hours for one in counted)
    named = {"kind": f"TRAININGKIND:{kind.name}", "points": figure_text(full)}
    window = f"{since.year}-{facts.year}" if since > date.min else "-"
    if not counted:
        return _ZERO, Reason("IPA-NO-TRAINING", rules.source, {**named, "window": window})
    if hours < least:
        return _ZERO, Reason(
            "IPA-TOO-FEW-HOURS", rules.source, {**named, "hours": str(hours), "least": str(least), "window": window}
        )
    newest = max(counted, key=_newest)
    return full, Reason(
        "IPA-TRAINING",
        rules.source,
        {**named, "title": newest.title, "certificate": newest.certificate or "-", "hours": str(hours)},
    )


def _newest(training: Training) -> tuple[date, str]:
    return training.held_on, training.title


def _performance(facts: IndexFacts, rules: IndexRules) -> tuple[Decimal, Reason]:
    if facts.predicate is None:
        return _ZERO, Reason("IPA-NOT-EVALUATED", rules.source, {"year": str(facts.year)})
    amount = rules.performance[facts.predicate]
    told = {"predicate": f"PREDICATE:{facts.predicate.name}", "year": str(facts.year), "points": figure_text(amount)}
    return amount, Reason("IPA-PERFORMANCE", rules.source, told)


def _discipline(facts: IndexFacts, rules: IndexRules) -> tuple[Decimal, Reason]:
    years = str(rules.discipline_years)
    if facts.record is None:
        return _ZERO, Reason("IPA-NO-DISCIPLINE", rules.source, {"years": years})
    amount = rules.discipline[facts.record]
    told = {"record": f"DISCIPLINERECORD:{facts.record.name}", "years": years, "points": figure_text(amount)}
    return amount, Reason("IPA-DISCIPLINE", rules.source, told)
