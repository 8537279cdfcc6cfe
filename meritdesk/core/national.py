"""What the national application (SIASN, e-Kinerja) takes of an appraisal: rows in its shapes, and what cannot go.

Codes, words and the order of fields are data of the pack ``national_exchange``; nothing of them stands here. A row is
made of a closed evaluation as it was printed, so that the two systems cannot tell different stories.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.evaluation import Evaluation, Predicate, Rating
from meritdesk.core.people import EmploymentType, Person, PersonBlock
from meritdesk.core.periods import Period, PeriodKind


class NationalFact(StrEnum):
    """What a field of the national application is filled with."""

    NOTHING = "NOTHING"  # the national system gives it itself
    PERSON_SOURCE_ID = "PERSON_SOURCE_ID"
    NIP = "NIP"
    NAME = "NAME"
    EMPLOYMENT_TYPE = "EMPLOYMENT_TYPE"
    GRADE = "GRADE"
    POSITION = "POSITION"
    POSITION_KIND = "POSITION_KIND"
    UNIT = "UNIT"
    YEAR = "YEAR"
    PERIOD_KIND = "PERIOD_KIND"
    PERIOD_CODE = "PERIOD_CODE"
    FIRST_DAY = "FIRST_DAY"
    LAST_DAY = "LAST_DAY"
    FIRST_MONTH = "FIRST_MONTH"
    LAST_MONTH = "LAST_MONTH"
    FIRST_YEAR = "FIRST_YEAR"
    LAST_YEAR = "LAST_YEAR"
    ORGANISATION_LEVEL = "ORGANISATION_LEVEL"
    RESULT = "RESULT"
    BEHAVIOUR = "BEHAVIOUR"
    PREDICATE = "PREDICATE"
    QUADRANT = "QUADRANT"
    COEFFICIENT = "COEFFICIENT"
    RATER_NIP = "RATER_NIP"
    RATER_NAME = "RATER_NAME"
    RATER_POSITION = "RATER_POSITION"
    RATER_UNIT = "RATER_UNIT"
    RATER_GRADE = "RATER_GRADE"
    RATER_STATUS = "RATER_STATUS"
    SUPERIOR_NIP = "SUPERIOR_NIP"
    DOCUMENT_NUMBER = "DOCUMENT_NUMBER"
    DOCUMENT_DAY = "DOCUMENT_DAY"
    FILE_NAME = "FILE_NAME"
    FILE_DIGEST = "FILE_DIGEST"


OF_THE_PAPER = frozenset(
    {
        NationalFact.DOCUMENT_NUMBER,
        NationalFact.DOCUMENT_DAY,
        NationalFact.FILE_NAME,
        NationalFact.FILE_DIGEST,
    }
)
"""What may change without the result changing: another print of the same evaluation is not another row."""

Facts = Mapping[NationalFact, str]
Field = tuple[str, NationalFact]


class Shape(StrEnum):
    """The tables that are written: the two of the web service, and the clerk's own."""

    ANNUAL = "ANNUAL"  # skp22
    PERIODIC = "PERIODIC"  # kinerjaPeriodik
    CLERKS_SHEET = "CLERKS_SHEET"
    REKEY = "REKEY"


@dataclass(frozen=True, slots=True)
class NationalRules:
    """Codes, words and shapes of the national application.

    ``pairs`` gives for the digits of both ratings the predicate; ``coefficient_predicates`` the second digit of the
    coefficient, only for the predicates where it is known.
    """

    ratings: Mapping[Rating, str]
    quadrants: Mapping[Predicate, str]
    pairs: Mapping[str, Predicate]
    periods: Mapping[PeriodKind, str]
    tiers: Mapping[str, str]
    coefficient_predicates: Mapping[Predicate, str]
    civil_servant: str
    not_civil_servant: str
    words: Mapping[NationalFact, Mapping[str, str]]
    shapes: Mapping[Shape, tuple[Field, ...]]
    source: str

    def pair_key(self, result: Rating, behaviour: Rating) -> str:
        """The two digits under which the national application knows a pair of ratings."""
        return self.ratings[result] + self.ratings[behaviour]

    def shape_of(self, period: Period) -> Shape:
        """Which of the two tables of the web service takes this period."""
        return Shape.ANNUAL if period.is_annual else Shape.PERIODIC

    def row(self, shape: Shape, facts: Facts) -> tuple[str, ...]:
        """The cells of one row in the order of the shape."""
        return tuple(facts.get(fact, "") for _, fact in self.shapes[shape])

    def headings(self, shape: Shape) -> tuple[str, ...]:
        """The names of the fields in the order of the shape."""
        return tuple(name for name, _ in self.shapes[shape])


class NationalObstacle(StrEnum):
    """Why somebody's result cannot go; each has its sentence and its next step."""

    NO_EVALUATION = "NO_EVALUATION"
    OPEN = "OPEN"
    NO_PREDICATE = "NO_PREDICATE"
    NO_NIP = "NO_NIP"
    NO_RATER = "NO_RATER"
    NO_RATER_NIP = "NO_RATER_NIP"


OBSTACLE_CODES = {
    NationalObstacle.NO_EVALUATION: "SIA-110",
    NationalObstacle.OPEN: "SIA-111",
    NationalObstacle.NO_PREDICATE: "SIA-112",
    NationalObstacle.NO_NIP: "SIA-113",
    NationalObstacle.NO_RATER: "SIA-114",
    NationalObstacle.NO_RATER_NIP: "SIA-115",
}

NO_SOURCE_ID, OFF_THE_PAIRS, NO_COEFFICIENT, NO_PAPER = "SIA-120", "SIA-121", "SIA-122", "SIA-123"
"""What does not keep a row back but should be known: its codes in the words."""


class NationalState(StrEnum):
    """How a person's row stands to what was handed over last."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    WITHDRAWN = "WITHDRAWN"  # was handed over, and nothing stands here any more that could be
    CANNOT = "CANNOT"
    SAME = "SAME"


TO_HAND_OVER = frozenset({NationalState.NEW, NationalState.CHANGED})


@dataclass(frozen=True, slots=True)
class NationalMemory:
    """What is known of one person and period: what was written last, and what really stands in the national system.

    ``written`` is empty where the newest writing asks for the row to be taken out there; ``told`` is empty while
    nothing was uploaded or it was taken out again.
    """

    person_id: str
    period: Period
    batch: str
    written: Facts
    written_at: datetime
    told: Facts = field(default_factory=dict)
    told_at: datetime | None = None
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The document of an evaluation as a row names it; ``file_name`` and ``digest`` only where a file goes along."""

    number: str = ""
    day: date | None = None
    file_name: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one evaluation: its facts, or the obstacle; ``hints`` are codes of what should be known."""

    facts: Facts = field(default_factory=dict)
    obstacle: NationalObstacle | None = None
    hints: tuple[str, ...] = ()


def judge(
    person: Person,
    evaluation: Evaluation | None,
    evaluator: Person | None,
    rules: NationalRules,
    paper: Paper | None = None,
) -> Judged:
    """The row of one person, from the closed evaluation as it was printed, or why there is none."""
    obstacle = _obstacle(person, evaluation, evaluator)
    if obstacle is not None or evaluation is None:
        return Judged(obstacle=obstacle)
    assert evaluation.result_rating is not None and evaluation.behaviour_rating is not None
    assert evaluation.predicate is not None
    rater = _evaluator_block(evaluation)
    assert rater is not None
    ratee, period = evaluation.parties[0], evaluation.period
    coefficient = _coefficient(ratee.position, evaluation.predicate, rules)
    told = {
        NationalFact.PERSON_SOURCE_ID: person.source_id,
        NationalFact.NIP: person.nip,
        NationalFact.NAME: person.name,
        NationalFact.EMPLOYMENT_TYPE: _word(rules, NationalFact.EMPLOYMENT_TYPE, person.employment.value),
        NationalFact.GRADE: _grade(ratee),
        NationalFact.POSITION: ratee.position,
        NationalFact.POSITION_KIND: _word(rules, NationalFact.POSITION_KIND, person.position_kind.value),
        NationalFact.UNIT: ratee.unit,
        NationalFact.YEAR: f"{period.year}",
        NationalFact.PERIOD_KIND: _word(rules, NationalFact.PERIOD_KIND, period.kind.value),
        NationalFact.PERIOD_CODE: rules.periods.get(period.kind, ""),
        NationalFact.FIRST_DAY: _day(period.first_day),
        NationalFact.LAST_DAY: _day(period.last_day),
        NationalFact.FIRST_MONTH: f"{period.first_day.month}",
        NationalFact.LAST_MONTH: f"{period.last_day.month}",
        NationalFact.FIRST_YEAR: f"{period.first_day.year}",
        NationalFact.LAST_YEAR: f"{period.last_day.year}",
        NationalFact.ORGANISATION_LEVEL: _word(
            rules, NationalFact.ORGANISATION_LEVEL, evaluation.org_level.value if evaluation.org_level else ""
        ),
        NationalFact.RESULT: rules.ratings[evaluation.result_rating],
        NationalFact.BEHAVIOUR: rules.ratings[evaluation.behaviour_rating],
        NationalFact.PREDICATE: _word(rules, NationalFact.PREDICATE, evaluation.predicate.value),
        NationalFact.QUADRANT: rules.quadrants[evaluation.predicate],
        NationalFact.COEFFICIENT: coefficient or "",
        NationalFact.RATER_NIP: rater.nip,
        NationalFact.RATER_NAME: rater.name,
        NationalFact.RATER_POSITION: rater.position,
        NationalFact.RATER_UNIT: rater.unit,
        NationalFact.RATER_GRADE: _grade(rater),
        NationalFact.RATER_STATUS: rules.civil_servant if _is_civil(evaluator, rater) else rules.not_civil_servant,
        NationalFact.SUPERIOR_NIP: _superior_nip(evaluation),
    }
    if paper is not None:
        told |= {
            NationalFact.DOCUMENT_NUMBER: paper.number,
            NationalFact.DOCUMENT_DAY: _day(paper.day) if paper.day else "",
            NationalFact.FILE_NAME: paper.file_name,
            NationalFact.FILE_DIGEST: paper.digest,
        }
    pair = rules.pair_key(evaluation.result_rating, evaluation.behaviour_rating)
    hints = (
        (NO_SOURCE_ID, not person.source_id),
        (OFF_THE_PAIRS, rules.pairs[pair] is not evaluation.predicate),
        (NO_COEFFICIENT, not period.is_annual and coefficient is None),
        (NO_PAPER, paper is None or not paper.number),
    )
    return Judged(
        {fact: text for fact, text in told.items() if text}, hints=tuple(code for code, is_so in hints if is_so)
    )


def standing(judged: Judged, memory: NationalMemory | None) -> tuple[NationalState, tuple[NationalFact, ...]]:
    """How a row stands to what the national system holds, with the facts that are other than there."""
    told = compared(memory.told) if memory is not None else {}
    if judged.obstacle is not None:
        return (NationalState.WITHDRAWN if told else NationalState.CANNOT), ()
    if not told:
        return NationalState.NEW, ()
    now = compared(judged.facts)
    changed = tuple(fact for fact in NationalFact if now.get(fact, "") != told.get(fact, ""))
    return (NationalState.CHANGED if changed else NationalState.SAME), changed


def compared(facts: Facts) -> dict[NationalFact, str]:
    """The facts by which two rows are told apart; a fresh print of the same evaluation does not count."""
    return {fact: text for fact, text in facts.items() if fact not in OF_THE_PAPER}


def _obstacle(person: Person, evaluation: Evaluation | None, evaluator: Person | None) -> NationalObstacle | None:
    if evaluation is None:
        return NationalObstacle.NO_EVALUATION
    if not evaluation.is_closed:
        return NationalObstacle.OPEN
    if evaluation.predicate is None or evaluation.result_rating is None or evaluation.behaviour_rating is None:
        return NationalObstacle.NO_PREDICATE
    if not person.nip:
        return NationalObstacle.NO_NIP
    rater = _evaluator_block(evaluation)
    if rater is None:
        return NationalObstacle.NO_RATER
    if not rater.nip and _is_civil(evaluator, rater):
        return NationalObstacle.NO_RATER_NIP
    return None


def _evaluator_block(evaluation: Evaluation) -> PersonBlock | None:
    """Who evaluated, as printed: the superior stands in the third place where he did it instead of the rater."""
    place = 2 if evaluation.is_by_superior and len(evaluation.parties) > 2 else 1
    if len(evaluation.parties) <= place or evaluation.parties[place].name in ("", "-"):
        return None
    return evaluation.parties[place]


def _superior_nip(evaluation: Evaluation) -> str:
    is_free = not evaluation.is_by_superior and len(evaluation.parties) > 2
    return evaluation.parties[2].nip if is_free else ""


def _is_civil(evaluator: Person | None, block: PersonBlock) -> bool:
    """The head of the region is an official and no employee; whoever is not in the register is known by his NIP."""
    if evaluator is not None:
        return evaluator.employment is not EmploymentType.OFFICIAL
    return bool(block.nip)


def _coefficient(position: str, predicate: Predicate, rules: NationalRules) -> str | None:
    """Tier and predicate of a functional post; empty for other posts, ``None`` where the second digit is not known."""
    name = " ".join(position.casefold().split())
    tier = next((digit for title, digit in rules.tiers.items() if f" {name}".endswith(f" {title.casefold()}")), "")
    if not tier:
        return ""
    second = rules.coefficient_predicates.get(predicate)
    return tier + second if second is not None else None


def _grade(block: PersonBlock) -> str:
    return block.rank.rpartition(" / ")[2]


def _word(rules: NationalRules, fact: NationalFact, value: str) -> str:
    return rules.words[fact].get(value, "") if value else ""


def _day(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def batch_code(period: Period, number: int) -> str:
    """The name of one writing: the period and how manieth of this office it is."""
    return f"{period.code}-{number:04d}"


def paper_name(nip: str, period: Period, form: str) -> str:
    """The name of a document in the zip: codes only, never a person's name."""
    return f"{nip}_{period.code}_{form}.pdf"


def memory_by_person(found: Sequence[NationalMemory]) -> dict[str, NationalMemory]:
    """What is remembered, by person."""
    return {one.person_id: one for one in found}
