"""The cases that a real year brings: who met which one, and at the end what became of every single person.

Nobody has two cases, so the table adds up: the people of all cases and the ordinary rest are the whole register.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import LineFlag, RatingLine
from meritdesk.services.changes import Blocked


class Case(StrEnum):
    """What happened to somebody in the year, in the order of the table."""

    VACANT_DELEGATED = "VACANT_DELEGATED"  # vacant head, Plt with delegation
    VACANT_SUPERIOR = "VACANT_SUPERIOR"  # vacant head, nobody delegated: the superior evaluates, D.1.2
    VACANT_FILLED = "VACANT_FILLED"  # vacant head, filled in mid-year
    VACANT_OFFICIAL = "VACANT_OFFICIAL"  # vacant head, another official delegated
    ACTING_CONFIRMED = "ACTING_CONFIRMED"  # Plt of the unit file, delegation confirmed
    PLT_ENDED = "PLT_ENDED"
    PLH_ENDED = "PLH_ENDED"
    MOVED = "MOVED"
    PROMOTED = "PROMOTED"
    GRADE = "GRADE"
    STUDY_STARTED = "STUDY_STARTED"
    STUDY_GRADUATED = "STUDY_GRADUATED"
    STUDY_DROPPED = "STUDY_DROPPED"
    SECONDED_OUT = "SECONDED_OUT"
    SECONDED_BACK = "SECONDED_BACK"
    PENSIONED = "PENSIONED"
    LEFT = "LEFT"
    DIED = "DIED"
    RATER_DIED = "RATER_DIED"
    RATER_SILENT = "RATER_SILENT"
    LATE_UNIT = "LATE_UNIT"
    CALIBRATED = "CALIBRATED"
    WAIVED = "WAIVED"
    NO_PLAN = "NO_PLAN"
    OBJECTION_UPHELD = "OBJECTION_UPHELD"
    OBJECTION_REJECTED = "OBJECTION_REJECTED"
    OBJECTION_LATE = "OBJECTION_LATE"
    OBJECTION_FINAL = "OBJECTION_FINAL"
    ORDINARY = "ORDINARY"


MEANT_TO_STAY_OPEN = frozenset({Case.NO_PLAN})
"""The cases that end the year open on purpose: the list with the reason is what the law asks for."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in numbers: the four outcomes add up to ``people``.

    ``codes`` count why some are open; ``flags`` what the desk itself says is special about the evaluations.
    """

    case: str
    people: int
    closed: int
    waived: int
    not_due: int
    open: int
    codes: Mapping[str, int] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether every person of the case has exactly one outcome."""
        return self.people == self.closed + self.waived + self.not_due + self.open


@dataclass(frozen=True, slots=True)
class CaseTable:
    """Everybody of the register by case, what was done besides, and how many nobody has dealt with."""

    lines: tuple[CaseLine, ...]
    deeds: Mapping[str, int]
    due: int
    unhandled: int

    @property
    def totals(self) -> tuple[int, int, int, int, int]:
        """Everybody: people, closed, waived, not due, open."""
        columns = [(line.people, line.closed, line.waived, line.not_due, line.open) for line in self.lines]
        people, closed, waived, not_due, still_open = (sum(column) for column in zip(*columns, strict=True))
        return people, closed, waived, not_due, still_open


@dataclass(slots=True)
class CaseBook:
    """Who met which case, by NIP; ``deeds`` counts what was done that is no person of its own."""

    found: dict[str, Case] = field(default_factory=dict)
    deeds: Counter[str] = field(default_factory=Counter)

    @property
    def changes(self) -> int:
        """How many changes of careers were carried out."""
        return sum(count for deed, count in self.deeds.items() if deed.startswith("CHANGE:"))

    def note(self, case: Case, nips: Iterable[str]) -> None:
        """Put people down under a case; whoever has one already keeps it."""
        for nip in nips:
            self.found.setdefault(nip, case)

    def of(self, case: Case) -> tuple[str, ...]:
        """The people of a case."""
        return tuple(nip for nip, found in self.found.items() if found is case)

    def is_free(self, nip: str) -> bool:
        """Whether nothing has happened to somebody yet."""
        return nip not in self.found

    def table(self, everybody: Iterable[str], lines: Iterable[RatingLine], blocked: Iterable[Blocked]) -> CaseTable:
        """What became of everybody: ``lines`` are those who are due, ``blocked`` those whom closing left open."""
        due = {line.nip: line for line in lines}
        why = {one.nip: one.code for one in blocked}
        counts: dict[Case, Counter[str]] = defaultdict(Counter)
        codes: dict[Case, Counter[str]] = defaultdict(Counter)
        flags: dict[Case, Counter[str]] = defaultdict(Counter)
        unhandled = 0
        for nip in everybody:
            case = self.found.get(nip, Case.ORDINARY)
            outcome = "open" if nip in why else _outcome(due.get(nip))
            counts[case][outcome] += 1
            flags[case].update(flag.value for flag in (due[nip].flags if nip in due else ()))
            if outcome == "open":
                codes[case][why.get(nip, "-")] += 1
                unhandled += case not in MEANT_TO_STAY_OPEN
        table = tuple(
            CaseLine(
                case=case.value,
                people=sum(counts[case].values()),
                closed=counts[case]["closed"],
                waived=counts[case]["waived"],
                not_due=counts[case]["not_due"],
                open=counts[case]["open"],
                codes=dict(codes[case]),
                flags=dict(sorted(flags[case].items())),
            )
            for case in Case
            if counts[case]
        )
        return CaseTable(table, dict(self.deeds), len({*due, *why}), unhandled)


def _outcome(line: RatingLine | None) -> str:
    if line is None:
        return "not_due"
    if line.state is not EvaluationState.CLOSED:
        return "open"
    return "waived" if LineFlag.WAIVED in line.flags else "closed"
