"""The rulebook: reads the shipped rule packs, checks them, and answers which were in force on a day."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
import rfc8785

from meritdesk.core.errors import FileRefusal, UsageRefusal
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
    PackBody,
    PackKind,
    PredicateMatrix,
    RankNames,
    RatingLabels,
    RulePack,
    RuleSet,
    SpecialCases,
    SuggestionThresholds,
)
from meritdesk.resources import resource

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Share = Annotated[str, msgspec.Meta(pattern=r"^0\.[0-9]{1,4}$")]
_Point = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,2}(\.[0-9]{1,2})?$")]
_Part = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$")]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A form of JSON in which an unknown key is a mistake, not a wish."""


class _Cell(_Strict, frozen=True):
    result: Rating
    behaviour: Rating
    predicate: Predicate


class _Matrix(_Strict, frozen=True):
    cells: list[_Cell]


class _Label(_Strict, frozen=True):
    printed: _Text
    english: _Text


class _Labels(_Strict, frozen=True):
    ratings: dict[Rating, _Label]
    predicates: dict[Predicate, _Label]
    levels: dict[OrgLevel, _Label]
    aspects: dict[Aspect, _Label]
    perspectives: dict[Perspective, _Label]
    behaviours: dict[BehaviourValue, _Label]


class _Curve(_Strict, frozen=True):
    dominant: Predicate
    title: tuple[_Text, _Text]
    points: tuple[_Point, _Point, _Point, _Point, _Point]


class _Pattern(_Strict, frozen=True):
    curves: dict[OrgLevel, _Curve]


class _Limit(_Strict, frozen=True):
    kind: LimitKind
    predicates: Annotated[list[Predicate], msgspec.Meta(min_length=1)]
    share: _Share | None = None


class _Circular(_Strict, frozen=True):
    limits: dict[OrgLevel, list[_Limit]]
    smallest_group: Annotated[int, msgspec.Meta(ge=1)]


class _Suggestion(_Strict, frozen=True):
    result_below_more_than: _Part
    result_above_at_least: _Part
    overall_below_more_than: _Part
    overall_above_more_than: _Part
    main_below_warning_more_than: _Part
    feedback_positive_more_than: _Part
    override_source: _Text


class _SpecialCases(_Strict, frozen=True):
    drop_out: dict[Rating, Literal["POOR", "VERY_POOR"]]


class _Ranks(_Strict, frozen=True):
    names: Annotated[dict[str, _Text], msgspec.Meta(min_length=1)]


class _Pack(_Strict, frozen=True):
    pack_id: _Text
    kind: PackKind
    regulation: _Text
    article: _Text
    valid_from: date
    periods_from: date
    valid_to: date | None
    source: _Text
    doubt: str
    checked_by: _Text
    body: msgspec.Raw


_Key = TypeVar("_Key", bound=StrEnum)
_Value = TypeVar("_Value")
_Body = TypeVar("_Body")


class Rulebook:
    """The rule packs of this program, every one checked when the book is opened.

    A pack that cannot be read or says something impossible is refused with ``ASM-111``, two packs of one kind that
    count for the same day with ``ASM-112``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        where = folder if folder is not None else resource("rules")
        packs = [_read_pack(path, where) for path in sorted(where.glob("*/*.json"))]
        self._by_kind: dict[PackKind, list[RulePack]] = defaultdict(list)
        for pack in sorted(packs, key=lambda pack: (pack.kind, pack.periods_from)):
            known = self._by_kind[pack.kind]
            if known and known[-1].covers(pack.periods_from):
                raise FileRefusal("ASM-112", first=known[-1].pack_id, second=pack.pack_id)
            known.append(pack)
        self._sets: dict[tuple[str, ...], RuleSet] = {}

    @property
    def packs(self) -> tuple[RulePack, ...]:
        """All packs, by kind and date."""
        return tuple(pack for packs in self._by_kind.values() for pack in packs)

    def in_force(self, on: date) -> RuleSet:
        """The packs that appraise a period ending on a day; ``ASM-110`` where the older rules are not in yet."""
        found = {kind: pack for kind, packs in self._by_kind.items() for pack in packs if pack.covers(on)}
        key = tuple(pack.pack_id for pack in found.values())
        if key not in self._sets:
            self._sets[key] = _rule_set(found, on)
        return self._sets[key]

    def labels(self, on: date) -> RatingLabels:
        """The words of law in force on a day."""
        return self.in_force(on).labels


def _rule_set(found: Mapping[PackKind, RulePack], on: date) -> RuleSet:
    def need(kind: PackKind, body: type[_Body]) -> _Body:
        pack = found.get(kind)
        if pack is None or not isinstance(pack.body, body):
            raise UsageRefusal("ASM-110", year=on.year, rule=f"PACK:{kind.name}")
        return pack.body

    circular = found.get(PackKind.DISTRIBUTION_CIRCULAR)
    return RuleSet(
        packs=tuple(found[kind] for kind in sorted(found)),
        predicate_matrix=need(PackKind.PREDICATE_MATRIX, PredicateMatrix),
        labels=need(PackKind.LABELS, RatingLabels),
        pattern=need(PackKind.DISTRIBUTION_PATTERN, DistributionPattern),
        suggestion=need(PackKind.SUGGESTION, SuggestionThresholds),
        special_cases=need(PackKind.SPECIAL_CASES, SpecialCases),
        ranks=need(PackKind.RANKS, RankNames),
        circular=need(PackKind.DISTRIBUTION_CIRCULAR, CircularPercentages) if circular is not None else None,
    )


def _read_pack(path: Path, folder: Path) -> RulePack:
    name = path.relative_to(folder).as_posix()
    try:
        data = path.read_bytes()
        stated = msgspec.json.decode(data, type=_Pack)
        if stated.kind.value != path.parent.name:
            raise ValueError(f"kind {stated.kind.value} in folder {path.parent.name}")
        if stated.valid_to is not None and stated.valid_to < stated.periods_from:
            raise ValueError("valid_to before periods_from")
        return RulePack(
            pack_id=stated.pack_id,
            kind=stated.kind,
            regulation=stated.regulation,
            article=stated.article,
            valid_from=stated.valid_from,
            periods_from=stated.periods_from,
            valid_to=stated.valid_to,
            source=stated.source,
            doubt=stated.doubt,
            checked_by=stated.checked_by,
            body=_body(stated),
            digest=hashlib.sha256(rfc8785.dumps(msgspec.json.decode(data))).hexdigest(),
        )
    except (OSError, ValueError) as error:
        raise FileRefusal("ASM-111", file=name, detail=str(error)) from error


def _body(stated: _Pack) -> PackBody:
    """The typed body of a pack; a ``ValueError`` (of which msgspec's errors are one) says what is wrong with it."""
    raw, source = stated.body, stated.source
    match stated.kind:
        case PackKind.PREDICATE_MATRIX:
            return _matrix(msgspec.json.decode(raw, type=_Matrix), source)
        case PackKind.LABELS:
            return _labels(msgspec.json.decode(raw, type=_Labels), source)
        case PackKind.DISTRIBUTION_PATTERN:
            curves = _complete(OrgLevel, msgspec.json.decode(raw, type=_Pattern).curves)
            return DistributionPattern({level: _curve(curve) for level, curve in curves.items()}, source)
        case PackKind.DISTRIBUTION_CIRCULAR:
            circular = msgspec.json.decode(raw, type=_Circular)
            limits = _complete(OrgLevel, circular.limits)
            return CircularPercentages(
                {level: tuple(_limit(limit) for limit in listed) for level, listed in limits.items()},
                circular.smallest_group,
                source,
            )
        case PackKind.SUGGESTION:
            return _suggestion(msgspec.json.decode(raw, type=_Suggestion), source)
        case PackKind.SPECIAL_CASES:
            special = _complete(Rating, msgspec.json.decode(raw, type=_SpecialCases).drop_out)
            return SpecialCases(DropOutRule({rating: Predicate(label) for rating, label in special.items()}, source))
        case PackKind.RANKS:
            return RankNames(msgspec.json.decode(raw, type=_Ranks).names)


def _complete(keys: type[_Key], given: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
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
        return {key: Label(label.printed, label.english) for key, label in _complete(keys, given).items()}

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
