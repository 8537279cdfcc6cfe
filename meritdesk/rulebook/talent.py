"""How the packs of talent, index, merit and posts are read and checked; an impossible body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.merit import (
    MeritAspect,
    MeritCategory,
    MeritFigure,
    MeritLevel,
    MeritMethod,
    MeritRules,
    SubAspect,
)
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.professionalism import IndexCategory, IndexGroup, IndexRules
from meritdesk.core.rotation import PostRule, PostRules, grade_order
from meritdesk.core.rules import PackKind
from meritdesk.core.talent import AxisPart, DisciplineRecord, PerformanceBasis, PotentialLevel, TrainingKind
from meritdesk.core.talent_rules import NineBoxRules, PartRule
from meritdesk.rulebook.bodies import Decoder, Strict, Text, complete

_Key = TypeVar("_Key", bound=StrEnum)
_BOXES = range(1, 10)
_Years = Annotated[int, msgspec.Meta(ge=0, le=50)]
_Few = Annotated[int, msgspec.Meta(ge=1, le=50)]
_Box = Annotated[int, msgspec.Meta(ge=1, le=9)]


class _Part(Strict, frozen=True):
    part: AxisPart
    weight: Text
    required: bool


class _BoxCell(Strict, frozen=True):
    potential: PotentialLevel
    performance: Rating
    box: _Box


class _Advice(Strict, frozen=True):
    box: _Box
    texts: Annotated[list[Text], msgspec.Meta(min_length=1)]


class _NineBox(Strict, frozen=True):
    parts: Annotated[list[_Part], msgspec.Meta(min_length=1)]
    middle_from: Text
    high_from: Text
    basis: PerformanceBasis
    predicate_points: dict[Predicate, Text]
    meets_from: Text
    above_from: Text
    education_points: dict[EducationLevel, Text]
    record_points: dict[DisciplineRecord, Text]
    full_training: Annotated[int, msgspec.Meta(ge=1)]
    training_years: _Few
    discipline_years: _Few
    cells: list[_BoxCell]
    recommendations: list[_Advice]
    succession: list[_Box]


def _nine_box(raw: msgspec.Raw, source: str) -> NineBoxRules:
    stated = msgspec.json.decode(raw, type=_NineBox)
    parts = tuple(PartRule(one.part, _share(one.weight), one.required) for one in stated.parts)
    if len({one.part for one in parts}) != len(parts) or sum(one.weight for one in parts) != 100:
        raise ValueError("the parts of the axis are named once each and weigh a hundred together")
    middle, high = _share(stated.middle_from), _share(stated.high_from)
    meets, above = _share(stated.meets_from), _share(stated.above_from)
    if not (middle < high and meets < above):
        raise ValueError("cut-offs out of order")
    cells = {(one.potential, one.performance): one.box for one in stated.cells}
    if len(cells) != 9 or sorted(cells.values()) != list(_BOXES):
        raise ValueError("nine cells with nine boxes")
    advice = {one.box: tuple(one.texts) for one in stated.recommendations}
    if sorted(advice) != list(_BOXES):
        raise ValueError("every box has what is recommended")
    return NineBoxRules(
        parts=parts,
        middle_from=middle,
        high_from=high,
        basis=stated.basis,
        predicate_points=_points(Predicate, stated.predicate_points),
        meets_from=meets,
        above_from=above,
        education_points=_points(EducationLevel, stated.education_points),
        record_points=_points(DisciplineRecord, stated.record_points),
        full_training=stated.full_training,
        training_years=stated.training_years,
        discipline_years=stated.discipline_years,
        cells=cells,
        recommendations=advice,
        succession=frozenset(stated.succession),
        source=source,
    )


class _TrainingRule(Strict, frozen=True):
    years: _Years
    least_hours: Annotated[int, msgspec.Meta(ge=0)]


class _IndexCategory(Strict, frozen=True):
    category: IndexCategory
    above: Text


class _Index(Strict, frozen=True):
    education: dict[EducationLevel, Text]
    performance: dict[Predicate, Text]
    discipline: dict[DisciplineRecord, Text]
    competence: dict[IndexGroup, dict[TrainingKind, Text]]
    trainings: dict[TrainingKind, _TrainingRule]
    discipline_years: _Few
    categories: list[_IndexCategory]
    left_out: list[EmploymentType]


def _index(raw: msgspec.Raw, source: str) -> IndexRules:
    stated = msgspec.json.decode(raw, type=_Index)
    categories = tuple((one.category, Decimal(one.above)) for one in stated.categories)
    bounds = [above for _, above in categories]
    if [one for one, _ in categories] != list(IndexCategory) or bounds != sorted(bounds, reverse=True):
        raise ValueError("all five categories, best first")
    education = _points(EducationLevel, stated.education)
    performance = _points(Predicate, stated.performance)
    discipline = _points(DisciplineRecord, stated.discipline)
    competence = {
        group: {kind: _share(text) for kind, text in kinds.items()}
        for group, kinds in complete(IndexGroup, stated.competence).items()
    }
    best = [max(one.values()) for one in (education, performance, discipline)]
    if any(sum(best) + sum(kinds.values()) > 100 for kinds in competence.values()):
        raise ValueError("nobody has more than a hundred")
    trainings = complete(TrainingKind, stated.trainings)
    return IndexRules(
        education=education,
        performance=performance,
        discipline=discipline,
        competence=competence,
        least_hours={kind: rule.least_hours for kind, rule in trainings.items()},
        windows={kind: rule.years for kind, rule in trainings.items()},
        discipline_years=stated.discipline_years,
        categories=categories,
        left_out=frozenset(stated.left_out),
        source=source,
    )


class _SubAspect(Strict, frozen=True):
    code: Text
    title: Text
    proof: Text
    figures: list[MeritFigure]


class _MeritAspect(Strict, frozen=True):
    code: Text
    title: Text
    weight: Text
    parts: Annotated[list[_SubAspect], msgspec.Meta(min_length=1)]


class _MeritLevel(Strict, frozen=True):
    level: Annotated[int, msgspec.Meta(ge=0, le=9)]
    title: Text
    worth: Text


class _MeritCategory(Strict, frozen=True):
    code: Text
    title: Text
    from_: Text = msgspec.field(name="from")
    above: bool


class _Merit(Strict, frozen=True):
    method: MeritMethod
    decimals: Annotated[int, msgspec.Meta(ge=0, le=6)]
    target_level: int
    survey_share: Text
    violation_step: Text
    levels: Annotated[list[_MeritLevel], msgspec.Meta(min_length=2)]
    categories: Annotated[list[_MeritCategory], msgspec.Meta(min_length=1)]
    aspects: Annotated[list[_MeritAspect], msgspec.Meta(min_length=1)]


def _merit(raw: msgspec.Raw, source: str) -> MeritRules:
    stated = msgspec.json.decode(raw, type=_Merit)
    levels = tuple(MeritLevel(one.level, one.title, _positive(one.worth)) for one in stated.levels)
    worths = [one.worth for one in levels]
    if worths != sorted(set(worths)) or len({one.level for one in levels}) != len(levels):
        raise ValueError("a higher level is worth more")
    if stated.target_level not in {one.level for one in levels}:
        raise ValueError("the level aimed at is one of the levels")
    aspects = tuple(
        MeritAspect(
            one.code,
            one.title,
            _share(one.weight),
            tuple(SubAspect(part.code, part.title, part.proof, tuple(part.figures)) for part in one.parts),
        )
        for one in stated.aspects
    )
    codes = [part.code for aspect in aspects for part in aspect.parts]
    if len(set(codes)) != len(codes) or sum(aspect.weight for aspect in aspects) != 100:
        raise ValueError("codes are named once and the aspects weigh a hundred together")
    categories = tuple(MeritCategory(one.code, one.title, _positive(one.from_), one.above) for one in stated.categories)
    bounds = [one.since for one in categories]
    if bounds != sorted(set(bounds)):
        raise ValueError("categories from the lowest to the highest")
    share = _positive(stated.survey_share)
    if share >= 1:
        raise ValueError("the survey is a part of the index")
    return MeritRules(
        method=stated.method,
        aspects=aspects,
        levels=levels,
        categories=categories,
        target_level=stated.target_level,
        decimals=stated.decimals,
        survey_share=share,
        violation_step=_positive(stated.violation_step),
        source=source,
    )


class _Post(Strict, frozen=True):
    echelons: Annotated[list[Text], msgspec.Meta(min_length=1)]
    title: Text
    least_grade: str
    least_education: EducationLevel | None
    from_kinds: list[PositionKind]
    years_there: _Years
    oldest: Annotated[int, msgspec.Meta(ge=0, le=70)]
    good_years: _Years
    least_predicate: Predicate
    worst_record: DisciplineRecord
    record_years: _Years


class _Posts(Strict, frozen=True):
    employments: Annotated[list[EmploymentType], msgspec.Meta(min_length=1)]
    posts: Annotated[list[_Post], msgspec.Meta(min_length=1)]


def _posts(raw: msgspec.Raw, source: str) -> PostRules:
    stated = msgspec.json.decode(raw, type=_Posts)
    echelons = [echelon for post in stated.posts for echelon in post.echelons]
    if len(set(echelons)) != len(echelons):
        raise ValueError("an echelon has one rule")
    if any(post.least_grade and grade_order(post.least_grade) is None for post in stated.posts):
        raise ValueError("a grade that there is not")
    return PostRules(
        tuple(
            PostRule(
                echelons=tuple(post.echelons),
                title=post.title,
                least_grade=post.least_grade,
                least_education=post.least_education,
                from_kinds=frozenset(post.from_kinds),
                years_there=post.years_there,
                oldest=post.oldest,
                good_years=post.good_years,
                least_predicate=post.least_predicate,
                worst_record=post.worst_record,
                record_years=post.record_years,
            )
            for post in stated.posts
        ),
        frozenset(stated.employments),
        source,
    )


def _share(text: str) -> Decimal:
    value = _positive(text)
    if value > 100:
        raise ValueError("more than a hundred")
    return value


def _positive(text: str) -> Decimal:
    value = Decimal(text)
    if not value.is_finite() or value < 0:
        raise ValueError("a figure from nought up")
    return value


def _points(kind: type[_Key], stated: Mapping[_Key, str]) -> Mapping[_Key, Decimal]:
    return {member: _share(text) for member, text in complete(kind, stated).items()}


TALENT_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.NINEBOX: _nine_box,
    PackKind.IP_ASN: _index,
    PackKind.MERIT_2018: _merit,
    PackKind.MERIT_2025: _merit,
    PackKind.POST_REQUIREMENTS: _posts,
}
"""Kind of pack to what reads its body."""
