"""What a ``ninebox`` pack says: of what the axes are made, where they are cut, which box is which, what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.talent import AxisPart, DisciplineRecord, PerformanceBasis, PotentialLevel


@dataclass(frozen=True, slots=True)
class PartRule:
    """One part of the axis of potential with its weight; without a required part nobody is placed."""

    part: AxisPart
    weight: Decimal
    is_required: bool


@dataclass(frozen=True, slots=True)
class NineBoxRules:
    """PermenPANRB 3/2020 as figures; weights and cut-offs are each agency's own.

    ``middle_from`` and ``high_from`` cut the axis of potential (0 to 100). A predicate brings ``predicate_points``;
    ``meets_from`` and ``above_from`` cut them where the basis is the predicate. ``full_training`` lesson hours within
    ``training_years`` are a whole part. ``succession`` are the boxes of the succession group.
    """

    parts: tuple[PartRule, ...]
    middle_from: Decimal
    high_from: Decimal
    basis: PerformanceBasis
    predicate_points: Mapping[Predicate, Decimal]
    meets_from: Decimal
    above_from: Decimal
    education_points: Mapping[EducationLevel, Decimal]
    record_points: Mapping[DisciplineRecord, Decimal]
    full_training: int
    training_years: int
    discipline_years: int
    cells: Mapping[tuple[PotentialLevel, Rating], int]
    recommendations: Mapping[int, tuple[str, ...]]
    succession: frozenset[int]
    source: str
