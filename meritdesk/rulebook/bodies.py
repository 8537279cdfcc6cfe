"""How the body of each kind of appraisal pack is read and checked; an impossible body is a ``ValueError``."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, TypeVar

import msgspec

from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.plan import Aspect, BehaviourValue, Perspective
from meritdesk.core.rules import (
    CircularLimit,
    CircularPercentages,
    Curve,
    DistributionPattern,
    DropOutRule,
    Label,
    LimitKind,
    PackKind,
    PredicateMatrix,
    RankNames,
    RatingLabels,
    SpecialCases,
    SuggestionThresholds,
)
from meritdesk.core.scoring.organisation_level import OrganisationLevelRule
from meritdesk.core.validation import Severity, ValidationRule, ValidationRules

Text = Annotated[str, msgspec.Meta(min_length=1)]
_Share = Annotated[str, msgspec.Meta(pattern=r"^0\.[0-9]{1,4}$")]
_Point = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,2}(\.[0-9]{1,2})?$")]
_Percent = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,2})?$")]
_Part = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$")]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of JSON in which an unknown key is a mistake, not a wish."""


class _Cell(Strict, frozen=True):
    result: Rating
    behaviour: Rating
    predicate: Predicate


class _Matrix(Strict, frozen=True):
    cells: list[_Cell]


class _Label(Strict, frozen=True):
    printed: Text
    english: Text


class _Labels(Strict, frozen=True):
    ratings: dict[Rating, _Label]
    predicates: dict[Predicate, _Label]
    levels: dict[OrgLevel, _Label]
    aspects: dict[Aspect, _Label]
    perspectives: dict[Perspective, _Label]
    behaviours: dict[BehaviourValue, _Label]


class _Curve(Strict, frozen=True):
    dominant: Predicate
    title: tuple[Text, Text]
    points: tuple[_Point, _Point, _Point, _Point, _Point]


class _Pattern(Strict, frozen=True):
    curves: dict[OrgLevel, _Curve]


class _Limit(Strict, frozen=True):
    kind: LimitKind
    predicates: Annotated[list[Predicate], msgspec.Meta(min_length=1)]
    share: _Share | None = None


class _Circular(Strict, frozen=True):
    limits: dict[OrgLevel, list[_Limit]]
    smallest_group: Annotated[int, msgspec.Meta(ge=1)]


class _Suggestion(Strict, frozen=True):
    result_below_more_than: _Part
    result_above_at_least: _Part
    overall_below_more_than: _Part
    overall_above_more_than: _Part
    main_below_warning_more_than: _Part
    feedback_positive_more_than: _Part
    override_source: Text


class _SpecialCases(Strict, frozen=True):
    drop_out: dict[Rating, Literal["POOR", "VERY_POOR"]]


class _Ranks(Strict, frozen=True):
    names: Annotated[dict[str, Text], msgspec.Meta(min_length=1)]


class _OrganisationLevel(Strict, frozen=True):
    bands: dict[OrgLevel, _Percent]
    cap: _Percent
    outstanding_least: _Percent


class _ValidationRule(Strict, frozen=True):
    severity: Severity
    waivable: bool
    source: Text


class _Validation(Strict, frozen=True):
    rules: Annotated[dict[str, _ValidationRule], msgspec.Meta(min_length=1)]


_Key = TypeVar("_Key", bound=StrEnum)
_Value = TypeVar("_Value")

Decoder = Callable[[msgspec.Raw, str], object]
"""Reads the raw body of a pack, given the pack's source."""


def _distribution_pattern(raw: msgspec.Raw, source: str) -> DistributionPattern:
    curves = complete(OrgLevel, msgspec.json.decode(raw, type=_Pattern).curves)
    return DistributionPattern({level: _curve(curve) for level, curve in curves.items()}, source)


def _distribution_circular(raw: msgspec.Raw, source: str) -> CircularPercentages:
    circular = msgspec.json.decode(raw, type=_Circular)
    limits = complete(OrgLevel, circular.limits)
    return CircularPercentages(
        {level: tuple(_limit(limit) for limit in listed) for level, listed in limits.items()},
        circular.smallest_group,
        source,
    )


def _special_cases(raw: msgspec.Raw, source: str) -> SpecialCases:
    special = complete(Rating, msgspec.json.decode(raw, type=_SpecialCases).drop_out)
    return SpecialCases(DropOutRule({rating: Predicate(label) for rating, label in special.items()}, source))


def _validation(raw: msgspec.Raw, source: str) -> ValidationRules:
    rules = msgspec.json.decode(raw, type=_Validation).rules
    return ValidationRules(
        {code: ValidationRule(rule.severity, rule.waivable, rule.source) for code, rule in rules.items()}
    )


def _organisation_level(raw: msgspec.Raw, source: str) -> OrganisationLevelRule:
    stated = msgspec.json.decode(raw, type=_OrganisationLevel)
    bands = {level: Decimal(least) for level, least in complete(OrgLevel, stated.bands).items()}
    ordered = [bands[level] for level in OrgLevel]
    if any(above <= below for above, below in itertools.pairwise(ordered)) or ordered[-1] != 0:
        raise ValueError("the bands must fall from the best level to the worst, which begins at zero")
    cap = Decimal(stated.cap)
    if cap < ordered[0]:
        raise ValueError("the cap lies below the best band, which nobody could reach")
    return OrganisationLevelRule(bands, cap, Decimal(stated.outstanding_least), source)


def complete(keys: type[_Key], given: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
    """What was given for every member of an enum; a missing one is a fault of the pack."""
    missing = [key.value for key in keys if key not in given]
    if missing:
        raise ValueError(f"missing {', '.join(missing)}")
    return {key: given[key] for key in keys}


def _matrix(stated: _Matrix, source: str) -> PredicateMatrix:
    cells = {(cell.result, cell.behaviour): cell.predicate for cell in stated.cells}
    if len(cells) != len(stated.cells) or len(cells) != len(Rating) ** 2:
        raise ValueError("the quadrant needs each of its nine cells exactly once")
    return PredicateMatrix(cells, source)


def _labels(stated: _Labels, source: str) -> RatingLabels:
    def words(keys: type[_Key], given: Mapping[_Key, _Label]) -> Mapping[_Key, Label]:
        return {key: Label(label.printed, label.english) for key, label in complete(keys, given).items()}

    return RatingLabels(
        ratings=words(Rating, stated.ratings),
        predicates=words(Predicate, stated.predicates),
        levels=words(OrgLevel, stated.levels),
        aspects=words(Aspect, stated.aspects),
        perspectives=words(Perspective, stated.perspectives),
        behaviours=words(BehaviourValue, stated.behaviours),
        source=source,
    )


def _curve(stated: _Curve) -> Curve:
    first, second, third, fourth, fifth = (Decimal(point) for point in stated.points)
    return Curve(stated.dominant, stated.title, (first, second, third, fourth, fifth))


def _limit(stated: _Limit) -> CircularLimit:
    has_share = stated.kind in (LimitKind.MAX, LimitKind.MIN)
    if has_share != (stated.share is not None):
        raise ValueError(f"a limit of kind {stated.kind.value} {'needs a' if has_share else 'has no'} share")
    return CircularLimit(stated.kind, tuple(stated.predicates), Decimal(stated.share or "0"))


def _suggestion(stated: _Suggestion, source: str) -> SuggestionThresholds:
    def part(text: str) -> Fraction:
        fraction = Fraction(text)
        if fraction > 1:
            raise ValueError(f"{text} is more than the whole")
        return fraction

    return SuggestionThresholds(
        result_below_more_than=part(stated.result_below_more_than),
        result_above_at_least=part(stated.result_above_at_least),
        overall_below_more_than=part(stated.overall_below_more_than),
        overall_above_more_than=part(stated.overall_above_more_than),
        main_below_warning_more_than=part(stated.main_below_warning_more_than),
        feedback_positive_more_than=part(stated.feedback_positive_more_than),
        source=source,
        override_source=stated.override_source,
    )


DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.PREDICATE_MATRIX: lambda raw, source: _matrix(msgspec.json.decode(raw, type=_Matrix), source),
    PackKind.LABELS: lambda raw, source: _labels(msgspec.json.decode(raw, type=_Labels), source),
    PackKind.DISTRIBUTION_PATTERN: _distribution_pattern,
    PackKind.DISTRIBUTION_CIRCULAR: _distribution_circular,
    PackKind.SUGGESTION: lambda raw, source: _suggestion(msgspec.json.decode(raw, type=_Suggestion), source),
    PackKind.SPECIAL_CASES: _special_cases,
    PackKind.RANKS: lambda raw, source: RankNames(msgspec.json.decode(raw, type=_Ranks).names),
    PackKind.VALIDATION: _validation,
    PackKind.ORGANISATION_LEVEL: _organisation_level,
}
"""Kind of pack to what reads its body."""
