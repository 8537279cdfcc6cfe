"""The talent map of an agency: what is known of a person's potential and work, his box, and lists made of it.

PermenPANRB 3/2020: potential across, performance up, nine boxes. What is recorded here is what the office really has:
results of the assessment centre with their day and source, and training with its certificate. A box is worked out from
them and from the closed evaluation of the year; once fixed it is kept with its reasons and packs and not worked out
again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import PackRef, Predicate, Rating, Reason


class TrainingKind(StrEnum):
    """What a training counts as in the table of the professionalism index (PermenPANRB 38/2018)."""

    LEADERSHIP = "LEADERSHIP"  # diklat kepemimpinan
    FUNCTIONAL = "FUNCTIONAL"
    TECHNICAL = "TECHNICAL"
    SEMINAR = "SEMINAR"  # seminar, workshop, magang


@dataclass(frozen=True, slots=True)
class Training:
    """One training somebody completed, with its lesson hours (JP) and the number of its certificate."""

    training_id: str
    person_id: str
    kind: TrainingKind
    title: str
    held_on: date
    hours: int = 0
    certificate: str = ""
    organiser: str = ""


class ScoreKind(StrEnum):
    """What an assessment centre measured."""

    POTENTIAL = "POTENTIAL"
    COMPETENCE = "COMPETENCE"


@dataclass(frozen=True, slots=True)
class PotentialScore:
    """A result of the assessment centre from 0 to 100, on which day and by whom; the newest one counts."""

    person_id: str
    kind: ScoreKind
    measured_on: date
    points: Decimal
    source: str = ""


class DisciplineRecord(StrEnum):
    """The gravest sanction of a stretch of years (PP 94/2021), mildest first."""

    CLEAN = "CLEAN"
    LIGHT = "LIGHT"
    MODERATE = "MODERATE"
    SEVERE = "SEVERE"


class PotentialLevel(StrEnum):
    """The three columns of the map: rendah, menengah, tinggi."""

    LOW = "LOW"
    MIDDLE = "MIDDLE"
    HIGH = "HIGH"


class AxisPart(StrEnum):
    """What the axis of potential may be made of; which parts count, and how much, is data."""

    POTENTIAL = "POTENTIAL"
    COMPETENCE = "COMPETENCE"
    EDUCATION = "EDUCATION"
    TRAINING = "TRAINING"
    INTEGRITY = "INTEGRITY"


class PerformanceBasis(StrEnum):
    """What the axis of performance reads: the rating of results as it is, or points of the predicate."""

    RATING = "RATING"
    PREDICATE = "PREDICATE"


@dataclass(frozen=True, slots=True)
class TalentFacts:
    """All that a box is worked out from: the year's closed evaluation, scores, education, training, discipline.

    ``training_hours`` are those of the years the pack looks back; ``record`` is nothing where no sanctions were looked
    at, so that what is not known is not taken for clean.
    """

    person_id: str
    year: int
    result_rating: Rating | None = None
    predicate: Predicate | None = None
    scores: Mapping[ScoreKind, PotentialScore] = field(default_factory=dict)
    education: EducationLevel | None = None
    training_hours: int = 0
    record: DisciplineRecord | None = None

    @property
    def is_evaluated(self) -> bool:
        """Whether the evaluation of the year is closed."""
        return self.result_rating is not None and self.predicate is not None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where somebody stands on the map and why; ``box`` is nought while something that is needed is ``missing``."""

    box: int
    potential: PotentialLevel | None
    performance: Rating | None
    points: Decimal | None
    reasons: tuple[Reason, ...]
    missing: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TalentBox:
    """A placement of a year that was fixed: kept with its reasons and packs, and never worked out again."""

    person_id: str
    year: int
    box: int
    potential: PotentialLevel
    performance: Rating
    points: Decimal
    reasons: tuple[Reason, ...]
    packs: tuple[PackRef, ...]
    fixed_on: date


class Movement(StrEnum):
    """How a box stands to that of the year before."""

    UP = "UP"
    SAME = "SAME"
    DOWN = "DOWN"
    NEW = "NEW"  # no box the year before
    NONE = "NONE"  # no box this year


def movement(box: int, before: int) -> Movement:
    """Up or down by the number of the box, which the regulation orders by merit."""
    if not box:
        return Movement.NONE
    if not before:
        return Movement.NEW
    return Movement.SAME if box == before else Movement.UP if box > before else Movement.DOWN


class ListKind(StrEnum):
    """What a list of people was made for."""

    SEARCH = "SEARCH"
    SUCCESSION = "SUCCESSION"
    ROTATION = "ROTATION"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One line of a certified list: the person as he was then, his box, and what spoke for and against him."""

    person_id: str
    nip: str
    name: str
    post: str
    unit: str
    grade: str
    box: int
    is_fit: bool
    pros: tuple[Reason, ...] = ()
    cons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TalentList:
    """How a list of people was made, for good: by which criteria, from which facts, with which packs, and when.

    ``looked_at`` is how many people were considered. ``facts_digest`` vouches for everything that was read of them,
    ``digest`` for the lines: the same facts and packs make the same list, and ``retrace`` shows it.
    """

    list_id: str
    number: str
    kind: ListKind
    title: str
    year: int
    made_at: datetime
    made_by: str
    criteria: Mapping[str, str]
    packs: tuple[PackRef, ...]
    looked_at: int
    facts_digest: str
    digest: str
    lines: tuple[ListedPerson, ...]


def newest_scores(scores: Sequence[PotentialScore], until: date) -> Mapping[ScoreKind, PotentialScore]:
    """Of each kind the newest result up to a day."""
    found: dict[ScoreKind, PotentialScore] = {}
    for one in sorted(scores, key=lambda score: score.measured_on):
        if one.measured_on <= until:
            found[one.kind] = one
    return found


def talent_facts_values(facts: TalentFacts) -> list[object]:
    """The facts as plain values, for the digest of a list."""
    return [
        facts.person_id,
        facts.year,
        facts.result_rating.value if facts.result_rating else "",
        facts.predicate.value if facts.predicate else "",
        [
            [kind.value, f"{facts.scores[kind].points}", facts.scores[kind].measured_on.isoformat()]
            for kind in ScoreKind
            if kind in facts.scores
        ],
        facts.education.value if facts.education else "",
        facts.training_hours,
        facts.record.value if facts.record else "",
    ]
