"""What a pay pack says: the components of performance pay, how they divide, and what takes how much off.

TPP (PP 12/2019 Art. 58 and each region's own rule) and the TRK of West Java are two packs of one shape; an agency puts
its own figures in their place by a local pack. Percentages are whole or decimal per cent, never fractions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType, LegalStatus


class PayScheme(StrEnum):
    """By which shape of rule an agency pays; its own figures go before those that come with the program."""

    TPP = "TPP"
    TRK = "TRK"


class PayComponent(StrEnum):
    """For what performance pay is given (Kepmendagri 900-4700/2020)."""

    WORKLOAD = "WORKLOAD"
    ACHIEVEMENT = "ACHIEVEMENT"
    CONDITIONS = "CONDITIONS"
    SCARCITY = "SCARCITY"
    PLACE = "PLACE"
    OTHER = "OTHER"


class PayMeasure(StrEnum):
    """What the productivity part is measured by."""

    PREDICATE = "PREDICATE"
    ACTIVITY = "ACTIVITY"
    ABSORPTION = "ABSORPTION"


class PayBase(StrEnum):
    """Of what a cut takes its share: the full amount, or what is earned after productivity and discipline."""

    FULL = "FULL"
    EARNED = "EARNED"


@dataclass(frozen=True, slots=True)
class ComponentRule:
    """How a component divides; what neither part takes is paid without condition."""

    component: PayComponent
    productivity: Decimal
    discipline: Decimal


@dataclass(frozen=True, slots=True)
class AllowanceRules:
    """One rule of performance pay as figures.

    ``measures`` are the weights of the productivity part (together 100). ``absorption`` are steps: from this share of
    the planned spending on, so much is paid. ``deductions`` are per cent of the discipline part for each event, by the
    code of the attendance pack; ``absent`` for each day without reason; ``excused`` by the code of the absence.
    ``employment`` is the share that a kind of service gets. ``negative``, ``wealth_report`` and ``innovation`` are per
    cent for each; the caps are the most that all of them together move. ``rounding`` is the smallest sum paid.
    """

    name: str
    components: tuple[ComponentRule, ...]
    measures: Mapping[PayMeasure, Decimal]
    predicate: Mapping[Predicate, Decimal]
    no_predicate: Decimal
    activity_norm: int
    absorption: tuple[tuple[Decimal, Decimal], ...]
    deductions: Mapping[str, Decimal]
    absent: Decimal
    excused: Mapping[str, Decimal]
    deduction_cap: Decimal
    sanction_base: PayBase
    negative: Decimal
    negative_base: PayBase
    negative_cap: Decimal
    wealth_report: Decimal
    wealth_base: PayBase
    innovation: Decimal
    innovation_cap: Decimal
    employment: Mapping[EmploymentType, Decimal]
    unpaid: frozenset[LegalStatus]
    rounding: int
    source: str
