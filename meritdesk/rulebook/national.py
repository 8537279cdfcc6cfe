"""How the pack of the national application's codes and shapes is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Annotated, TypeVar

import msgspec

from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.national import Field, NationalFact, NationalRules, Shape
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.periods import PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text

_Digit = Annotated[str, msgspec.Meta(pattern=r"^[0-9]$")]
_Fields = Annotated[list[tuple[Text, NationalFact]], msgspec.Meta(min_length=1)]

_Named = TypeVar("_Named", bound=str)

_WORDS = {
    NationalFact.EMPLOYMENT_TYPE: EmploymentType,
    NationalFact.POSITION_KIND: PositionKind,
    NationalFact.PERIOD_KIND: PeriodKind,
    NationalFact.ORGANISATION_LEVEL: OrgLevel,
    NationalFact.PREDICATE: Predicate,
}


class _National(Strict, frozen=True):
    ratings: dict[Rating, _Digit]
    quadrants: dict[Predicate, _Digit]
    pairs: dict[str, Predicate]
    periods: dict[PeriodKind, _Digit]
    tiers: dict[Text, _Digit]
    coefficient_predicates: dict[Predicate, _Digit]
    civil_servant: Text
    not_civil_servant: Text
    words: dict[NationalFact, dict[str, Text]]
    annual: _Fields
    periodic: _Fields
    clerks_sheet: _Fields
    rekey: _Fields


def _national(raw: msgspec.Raw, source: str) -> NationalRules:
    stated = msgspec.json.decode(raw, type=_National)
    _all_told_apart("ratings", stated.ratings, set(Rating))
    _all_told_apart("quadrants", stated.quadrants, set(Predicate))
    _all_told_apart("tiers", stated.tiers, set(stated.tiers))
    _all_told_apart("periods", stated.periods, {PeriodKind.MONTH, PeriodKind.QUARTER})
    digits = stated.ratings.values()
    if set(stated.pairs) != {"".join(pair) for pair in itertools.product(digits, digits)}:
        raise ValueError("pairs do not name every pair of ratings")
    if set(stated.words) != set(_WORDS):
        raise ValueError("words are not those of the facts that are words")
    for fact, choices in _WORDS.items():
        if set(stated.words[fact]) != {choice.value for choice in choices}:
            raise ValueError(f"words of {fact} do not name every choice")
    shapes: dict[Shape, tuple[Field, ...]] = {
        Shape.ANNUAL: tuple(stated.annual),
        Shape.PERIODIC: tuple(stated.periodic),
        Shape.CLERKS_SHEET: tuple(stated.clerks_sheet),
        Shape.REKEY: tuple(stated.rekey),
    }
    for shape, fields in shapes.items():
        if len({name for name, _ in fields}) != len(fields):
            raise ValueError(f"{shape} names a field twice")
    return NationalRules(
        ratings=stated.ratings,
        quadrants=stated.quadrants,
        pairs=stated.pairs,
        periods=stated.periods,
        tiers=stated.tiers,
        coefficient_predicates=stated.coefficient_predicates,
        civil_servant=stated.civil_servant,
        not_civil_servant=stated.not_civil_servant,
        words=stated.words,
        shapes=shapes,
        source=source,
    )


def _all_told_apart(name: str, codes: Mapping[_Named, str], wanted: set[_Named]) -> None:
    if set(codes) != wanted or len(set(codes.values())) != len(codes):
        raise ValueError(f"{name} do not give each its own code")


NATIONAL_DECODERS: Mapping[PackKind, Decoder] = {PackKind.NATIONAL_EXCHANGE: _national}
"""Kind of pack to what reads its body."""
