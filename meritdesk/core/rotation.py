"""A vacant post and who may lawfully fill it: what a post asks for, the case of a vacancy, and its decision.

PP 11/2017 as changed by PP 17/2020 says what a post asks for; a rule that is memory is data with its doubt. The program
names who is lawful and what speaks for and against each; who is appointed is decided by people, and why is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.talent import DisciplineRecord


@dataclass(frozen=True, slots=True)
class PostRule:
    """What a kind of post asks for; an empty or nought field asks for nothing.

    ``from_kinds`` are the kinds of post from which one may come, ``years_there`` how long one must have held it.
    ``good_years`` closed years back the predicate must be at least ``least_predicate``. ``worst_record`` is the gravest
    sanction that does not stand in the way within ``record_years``.
    """

    echelons: tuple[str, ...]
    title: str
    least_grade: str = ""
    least_education: EducationLevel | None = None
    from_kinds: frozenset[PositionKind] = frozenset()
    years_there: int = 0
    oldest: int = 0
    good_years: int = 0
    least_predicate: Predicate = Predicate.GOOD
    worst_record: DisciplineRecord = DisciplineRecord.LIGHT
    record_years: int = 0


@dataclass(frozen=True, slots=True)
class PostRules:
    """The requirements of all kinds of structural posts, by echelon; ``employments`` may hold them at all."""

    posts: tuple[PostRule, ...]
    employments: frozenset[EmploymentType]
    source: str

    def of(self, echelon: str) -> PostRule | None:
        """What a post of this echelon asks for."""
        return next((rule for rule in self.posts if echelon in rule.echelons), None)


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """What is known of somebody on the day of the list, as far as a post asks for it.

    ``predicates`` are those of the last closed years, newest first; ``kind_since`` is the day from which the present
    post counts.
    """

    person_id: str
    employment: EmploymentType
    is_active: bool
    position_kind: PositionKind
    echelon: str
    grade: str
    education: EducationLevel | None
    birth_date: date | None
    position_since: date | None
    box: int
    index_total: str
    predicates: tuple[tuple[int, Predicate], ...]
    record: DisciplineRecord
    unit_id: str
    has_experience_here: bool = False


class RotationState(StrEnum):
    """How far the filling of a post is."""

    OPEN = "OPEN"
    LISTED = "LISTED"
    DECIDED = "DECIDED"
    DROPPED = "DROPPED"


@dataclass(frozen=True, slots=True)
class RotationCase:
    """One post to be filled: which, since when, the list that was made, and what was decided and why."""

    case_id: str
    number: str
    unit_id: str
    post: str
    echelon: str
    opened_on: date
    note: str = ""
    list_id: str = ""
    decided_on: date | None = None
    chosen_id: str = ""
    decided_by: str = ""
    reason: str = ""
    letter_number: str = ""
    dropped_on: date | None = None

    @property
    def state(self) -> RotationState:
        """How far it is."""
        if self.dropped_on is not None:
            return RotationState.DROPPED
        if self.decided_on is not None:
            return RotationState.DECIDED
        return RotationState.LISTED if self.list_id else RotationState.OPEN


@dataclass(frozen=True, slots=True)
class SearchCriteria:
    """Who is looked for on the talent map; an empty field does not narrow."""

    text: str = ""
    least_grade: str = ""
    least_education: EducationLevel | None = None
    boxes: frozenset[int] = frozenset()
    worst_record: DisciplineRecord | None = None
    kinds: frozenset[PositionKind] = frozenset()
    unit_ids: tuple[str, ...] = ()

    def told(self) -> Mapping[str, str]:
        """The criteria that narrow, as plain texts for the certificate."""
        found = {
            "text": self.text.strip(),
            "least_grade": self.least_grade,
            "least_education": f"EDUCATIONLEVEL:{self.least_education.name}" if self.least_education else "",
            "boxes": ", ".join(map(str, sorted(self.boxes, reverse=True))),
            "worst_record": f"DISCIPLINERECORD:{self.worst_record.name}" if self.worst_record else "",
            "kinds": ", ".join(f"POSITION:{kind.name}" for kind in PositionKind if kind in self.kinds),
            "units": str(len(self.unit_ids)) if self.unit_ids else "",
        }
        return {name: text for name, text in found.items() if text}


_PNS_GRADES = tuple(
    f"{rank}/{letter}" for rank, letters in (("I", "abcd"), ("II", "abcd"), ("III", "abcd"), ("IV", "abcde"))
    for letter in letters
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")


def grade_order(grade: str) -> int | None:
    """Where a grade stands among its kind: those of PNS (I/a to IV/e) from 0, those of PPPK (I to XVII) apart.

    Grades of the two kinds are not comparable: a PPPK never reaches a grade asked of a PNS by number.
    """
    return _PNS_GRADES.index(grade) if grade in _PNS_GRADES else None


def is_grade(grade: str) -> bool:
    """Whether this is a grade at all."""
    return grade in _PNS_GRADES or grade in _ROMAN


def at_least(grade: str, least: str) -> bool:
    """Whether a grade of PNS reaches another."""
    own, wanted = grade_order(grade), grade_order(least)
    return own is not None and wanted is not None and own >= wanted
