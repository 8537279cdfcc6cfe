"""Evaluations of the years before 2022 as they stand on the old papers: facts to enter, never ratings of today.

Three rules follow each other: PP 46/2011 (60 % SKP, 40 % behaviour), PP 30/2019 (70/30, or 60/40 where peers were
asked) and PermenPANRB 8/2021 for July to December 2021 (PermenPANRB 6/2022 Art. 39). 2021 therefore has two parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import PackRef, Reason
from meritdesk.core.plan import Aspect, Direction, JobClass

SPLIT_YEAR = 2021
"""The year whose first half belongs to PP 46/2011 and whose second half belongs to PermenPANRB 8/2021."""

LAST_OLD_YEAR = 2021


class OldScheme(StrEnum):
    """By which regulation an old part of a year is calculated."""

    PP46 = "PP46"
    PP30 = "PP30"
    PAN8 = "PAN8"


class OldPart(StrEnum):
    """The part of a year that one old paper covers."""

    YEAR = "YEAR"
    FIRST_HALF = "FIRST_HALF"
    SECOND_HALF = "SECOND_HALF"

    def last_day(self, year: int) -> date:
        """The day by which the rules in force are chosen."""
        return date(year, 6, 30) if self is OldPart.FIRST_HALF else date(year, 12, 31)


class OldCategory(StrEnum):
    """The five labels of the numeric rules, from best to worst; the printed word stands in the pack."""

    VERY_GOOD = "VERY_GOOD"
    GOOD = "GOOD"
    FAIR = "FAIR"  # Cukup
    POOR = "POOR"
    VERY_POOR = "VERY_POOR"  # Sangat Kurang; Buruk in PP 46/2011


class OldAspect(StrEnum):
    """An aspect of behaviour under the numeric rules; which of them count stands in the pack."""

    SERVICE = "SERVICE"
    INTEGRITY = "INTEGRITY"
    COMMITMENT = "COMMITMENT"
    DISCIPLINE = "DISCIPLINE"
    INITIATIVE = "INITIATIVE"
    COOPERATION = "COOPERATION"
    LEADERSHIP = "LEADERSHIP"


class LineKind(StrEnum):
    """What a line of an old SKP is: main work, a strategic action plan (leaders), additional work, a new creation."""

    MAIN = "MAIN"
    ACTION_PLAN = "ACTION_PLAN"
    ADDITIONAL = "ADDITIONAL"
    CREATION = "CREATION"


class LineScope(StrEnum):
    """How far additional work or a creation reached: inside the unit, the agency, or beyond it."""

    UNIT = "UNIT"
    AGENCY = "AGENCY"
    BEYOND = "BEYOND"


class Cascading(StrEnum):
    """Whether a result carries the leader's indicator directly or not (PermenPANRB 8/2021)."""

    DIRECT = "DIRECT"
    NON_DIRECT = "NON_DIRECT"


@dataclass(frozen=True, slots=True)
class OldLine:
    """One indicator or activity line of an old SKP.

    ``number`` groups the aspects of one result. Either target and actual are known, or the ``category`` (a measure in
    words), or the ``score`` as the paper says. A target that is one number has ``low`` equal to ``high``.
    """

    number: int
    kind: LineKind = LineKind.MAIN
    text: str = ""
    aspect: Aspect | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    actual: Decimal | None = None
    direction: Direction = Direction.MORE
    is_highest_target: bool = False
    category: OldCategory | None = None
    score: Decimal | None = None
    cascading: Cascading = Cascading.DIRECT
    scope: LineScope = LineScope.UNIT
    scope_weight: Decimal | None = None

    @property
    def is_measured(self) -> bool:
        """Whether target and actual are there, so that an achievement can be worked out."""
        return self.low is not None and self.high is not None and self.actual is not None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who stands on the old paper, as written then; the register of today may know them otherwise or not at all."""

    name: str = ""
    nip: str = ""
    rank: str = ""
    post: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class OldEvaluation:
    """One old paper of one person: what was scored, and what the paper itself states as the outcome.

    ``skp_score`` or ``lines``, ``behaviour_score`` or ``aspects``: one of each pair. ``asks_peers`` is the survey among
    peers and subordinates; ``peer_score`` is theirs, and without it the behaviour score counts as already combined.
    ``stated_score`` and ``stated_category`` are never used in the calculation, only held against it.
    """

    evaluation_id: str
    person_id: str
    year: int
    part: OldPart
    scheme: OldScheme
    job_class: JobClass = JobClass.JA_JF
    is_leader: bool = False
    skp_score: Decimal | None = None
    lines: tuple[OldLine, ...] = ()
    behaviour_score: Decimal | None = None
    aspects: Mapping[OldAspect, Decimal] = field(default_factory=dict)
    asks_peers: bool = False
    peer_score: Decimal | None = None
    new_idea: str = ""
    sole_reason: str = ""
    stated_score: Decimal | None = None
    stated_category: OldCategory | None = None
    ratee: Signatory = Signatory()
    rater: Signatory = Signatory()
    superior: Signatory = Signatory()
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class LineScore:
    """What one line came to: the achievement in whole percent, its label and its score."""

    line: OldLine
    achievement: Decimal | None = None
    category: OldCategory | None = None
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class GroupScore:
    """What one result (all its aspects) came to; ``factor`` is the weight of its cascading, ``value`` what counts."""

    number: int
    kind: LineKind
    text: str
    category: OldCategory | None
    score: Decimal
    factor: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class OldResult:
    """The outcome of one old paper by its own rules, with its reasons and the packs that made it."""

    skp: Decimal
    behaviour: Decimal
    score: Decimal
    category: OldCategory
    lines: tuple[LineScore, ...] = ()
    groups: tuple[GroupScore, ...] = ()
    main_total: Decimal | None = None
    additional_total: Decimal | None = None
    explanation: tuple[Reason, ...] = ()
    packs: tuple[PackRef, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptOutcome:
    """What an old paper came to when it was last saved, and the packs that made it; recalculating compares with it."""

    skp: Decimal
    behaviour: Decimal
    score: Decimal
    category: OldCategory
    packs: tuple[PackRef, ...] = ()

    @classmethod
    def of(cls, result: OldResult) -> KeptOutcome:
        """The part of a result that is kept."""
        return cls(result.skp, result.behaviour, result.score, result.category, result.packs)


@dataclass(frozen=True, slots=True)
class OldRecord:
    """One old paper with its kept outcome, which is empty while something is still to be entered."""

    paper: OldEvaluation
    outcome: KeptOutcome | None = None


class OldYearField(StrEnum):
    """A field by which the list of old papers is filtered and put in order."""

    YEAR = "year"
    PART = "part"
    NAME = "name"
    NIP = "nip"
    UNIT = "unit_name"
    SCHEME = "scheme"
    SCORE = "score"
    CATEGORY = "category"
    STATE = "state"


class OldYearState(StrEnum):
    """Whether an old paper asks for a look."""

    OPEN = "OPEN"  # something is still to be entered
    DIFFERS = "DIFFERS"  # the paper states another outcome than the calculation
    AGREES = "AGREES"


@dataclass(frozen=True, slots=True)
class OldYearQuery:
    """Which old papers a list shows; year 0 means all years, and no units means the whole agency.

    ``kept`` names for a field its values; ``order`` goes from the weightiest key to the lightest, each with whether it
    falls. What it leaves open goes by the year, newest first, and then by name.
    """

    year: int = 0
    unit_ids: tuple[str, ...] = ()
    search: str = ""
    kept: tuple[tuple[OldYearField, tuple[str, ...]], ...] = ()
    order: tuple[tuple[OldYearField, bool], ...] = ()
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class OldYearLine:
    """One line of the list of old papers."""

    evaluation_id: str
    person_id: str
    nip: str
    name: str
    unit_name: str
    year: int
    part: OldPart
    scheme: OldScheme
    skp: Decimal | None = None
    behaviour: Decimal | None = None
    score: Decimal | None = None
    category: OldCategory | None = None
    stated_score: Decimal | None = None
    stated_category: OldCategory | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the paper could be calculated."""
        return self.score is not None

    @property
    def differs(self) -> bool:
        """Whether the paper itself states another outcome than the calculation."""
        if not self.is_complete:
            return False
        has_other_score = self.stated_score is not None and self.stated_score != self.score
        return has_other_score or self.stated_category not in (None, self.category)

    @property
    def state(self) -> OldYearState:
        """Whether it asks for a look."""
        if not self.is_complete:
            return OldYearState.OPEN
        return OldYearState.DIFFERS if self.differs else OldYearState.AGREES


@dataclass(frozen=True, slots=True)
class YearOutcome:
    """What a whole old year came to; ``score`` is empty while a half of 2021 is missing without a reason."""

    score: Decimal | None
    category: OldCategory | None
    explanation: tuple[Reason, ...] = ()
    packs: tuple[PackRef, ...] = ()


def parts_of(year: int) -> tuple[OldPart, ...]:
    """The parts into which an old year falls: 2021 into its halves, every other year not at all."""
    return (OldPart.FIRST_HALF, OldPart.SECOND_HALF) if year == SPLIT_YEAR else (OldPart.YEAR,)


def usual_scheme(year: int, part: OldPart) -> OldScheme:
    """The rule that an office used for a part when nothing else is said."""
    return OldScheme.PAN8 if year == SPLIT_YEAR and part is OldPart.SECOND_HALF else OldScheme.PP46
