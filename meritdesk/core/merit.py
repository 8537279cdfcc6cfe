"""The merit system of an agency, assessed by itself: aspects, levels with their evidence, index, gaps.

PermenPANRB 40/2018 counts eight aspects in points from 100 to 400, PermenPANRB 19/2025 counts maturity and the
satisfaction of staff to an index around one. Both are packs; which one counts is decided by the year. Levels are given
by the assessor and never by the program: what MeritDesk knows stands beside them as figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import PackRef, Reason


class MeritScheme(StrEnum):
    """Under which regulation an agency assesses itself."""

    OF_2018 = "OF_2018"
    OF_2025 = "OF_2025"


_SINCE_2025 = 2025


def usual_scheme(year: int) -> MeritScheme:
    """The scheme that counts for a year: PermenPANRB 19/2025 from 2025 on."""
    return MeritScheme.OF_2025 if year >= _SINCE_2025 else MeritScheme.OF_2018


class MeritMethod(StrEnum):
    """How levels become an index: points of weights (2018), or a share of maturity with the word of staff (2025)."""

    POINTS = "POINTS"
    MATURITY = "MATURITY"


class MeritFigure(StrEnum):
    """What MeritDesk can tell the assessor from its own records of a year."""

    PLANS_FIXED = "PLANS_FIXED"
    PLANS_IN_TIME = "PLANS_IN_TIME"
    EVALUATIONS_CLOSED = "EVALUATIONS_CLOSED"
    EVALUATIONS_SIGNED = "EVALUATIONS_SIGNED"
    FEEDBACK_GIVEN = "FEEDBACK_GIVEN"
    PREDICATE_SPREAD = "PREDICATE_SPREAD"
    GUIDANCE_DONE = "GUIDANCE_DONE"
    OBJECTIONS_DECIDED = "OBJECTIONS_DECIDED"
    TALENT_PLACED = "TALENT_PLACED"
    POTENTIAL_MEASURED = "POTENTIAL_MEASURED"
    SUCCESSION_COVERED = "SUCCESSION_COVERED"
    ROTATIONS_REASONED = "ROTATIONS_REASONED"
    TRAINED = "TRAINED"
    INDEX_MEAN = "INDEX_MEAN"
    SANCTIONED = "SANCTIONED"
    RATERS_KNOWN = "RATERS_KNOWN"
    POSTS_FILLED = "POSTS_FILLED"
    PROBLEMS_SOLVED = "PROBLEMS_SOLVED"


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One figure: so many of so many, or a mean where ``of`` is nought; ``told`` says a spread in words."""

    figure: MeritFigure
    count: Decimal
    of: int
    told: str = ""

    @property
    def share(self) -> Decimal | None:
        """The share from 0 to 1; nothing of nothing."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class SubAspect:
    """One question of the self-assessment, what proves it, and which own figures stand beside it."""

    code: str
    title: str
    proof: str
    figures: tuple[MeritFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class MeritAspect:
    """One of the eight aspects with its weight in percent; its sub-aspects weigh alike."""

    code: str
    title: str
    weight: Decimal
    parts: tuple[SubAspect, ...]


@dataclass(frozen=True, slots=True)
class MeritLevel:
    """One level of a sub-aspect and what it is worth."""

    level: int
    title: str
    worth: Decimal


@dataclass(frozen=True, slots=True)
class MeritCategory:
    """One category of the index; it begins at ``since`` (or above it, where ``is_above``)."""

    code: str
    title: str
    since: Decimal
    is_above: bool = False


@dataclass(frozen=True, slots=True)
class MeritRules:
    """One scheme of the self-assessment; ``survey_share`` and ``violation_step`` count for maturity only."""

    method: MeritMethod
    aspects: tuple[MeritAspect, ...]
    levels: tuple[MeritLevel, ...]
    categories: tuple[MeritCategory, ...]
    target_level: int
    decimals: int
    survey_share: Decimal
    violation_step: Decimal
    source: str

    def part(self, code: str) -> tuple[MeritAspect, SubAspect] | None:
        """The sub-aspect of a code with its aspect."""
        return next(((aspect, part) for aspect in self.aspects for part in aspect.parts if part.code == code), None)

    def worth(self, level: int) -> Decimal | None:
        """What a level is worth; nothing for a level that there is not."""
        return next((one.worth for one in self.levels if one.level == level), None)

    @property
    def parts(self) -> tuple[SubAspect, ...]:
        """All sub-aspects in their order."""
        return tuple(part for aspect in self.aspects for part in aspect.parts)


@dataclass(frozen=True, slots=True)
class GivenLevel:
    """What the assessor gave a sub-aspect, why, and what is to be done until when to come further."""

    part_code: str
    level: int
    reason: str = ""
    action: str = ""
    action_by: date | None = None


@dataclass(frozen=True, slots=True)
class MeritFile:
    """One file that proves a sub-aspect; its content lies in the vault under its digest."""

    file_id: str
    part_code: str
    file_name: str
    sha256: str
    size: int
    title: str
    added_on: date
    added_by: str


@dataclass(frozen=True, slots=True)
class MeritAssessment:
    """The self-assessment of one year; ``survey`` (0 to 1) and ``violations`` count where the scheme asks for them.

    A fixed one keeps index, category, figures and packs as they were and is not changed any more.
    """

    assessment_id: str
    year: int
    pack: PackRef
    survey: Decimal | None = None
    survey_source: str = ""
    violations: int = 0
    index: Decimal | None = None
    category: str = ""
    aspect_values: Mapping[str, Decimal] = field(default_factory=dict)
    figures: tuple[FigureValue, ...] = ()
    fixed_on: date | None = None
    fixed_by: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether it is kept as it is."""
        return self.fixed_on is not None


@dataclass(frozen=True, slots=True)
class AspectScore:
    """One aspect: how many of its sub-aspects have a level, and what it brings of what it could."""

    aspect: MeritAspect
    given: int
    value: Decimal
    full: Decimal

    @property
    def is_complete(self) -> bool:
        """Whether each sub-aspect has its level."""
        return self.given == len(self.aspect.parts)


@dataclass(frozen=True, slots=True)
class Gap:
    """A sub-aspect below the level aimed at, and what reaching it would bring."""

    aspect: MeritAspect
    part: SubAspect
    level: int
    target: int
    gain: Decimal
    action: str = ""
    action_by: date | None = None


@dataclass(frozen=True, slots=True)
class MeritScore:
    """Index and category with their reasons; while levels are missing they are a lower bound and say so."""

    aspects: tuple[AspectScore, ...]
    index: Decimal
    category: MeritCategory
    gaps: tuple[Gap, ...]
    reasons: tuple[Reason, ...]
    given: int
    asked: int

    @property
    def is_complete(self) -> bool:
        """Whether everything that is asked was answered."""
        return self.given == self.asked
