"""The lines of the national hand-over: one person of a period, and everybody together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from meritdesk.core.national import Facts, NationalFact, NationalRules, NationalState
from meritdesk.core.people import Person
from meritdesk.core.periods import Period


@dataclass(frozen=True, slots=True)
class NationalLine:
    """One person of a period: how his row stands, what is other than before, or why he cannot go.

    ``facts`` are those of today, for a withdrawn line those that stand in the national system. ``hints`` are codes.
    """

    person: Person
    unit_name: str
    state: NationalState
    facts: Facts
    changed: tuple[tuple[NationalFact, str, str], ...] = ()
    code: str = ""
    hints: tuple[str, ...] = ()
    batch: str = ""
    told_at: datetime | None = None
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class NationalBoard:
    """Everybody of a period, in the order of the units, with the rules that made the rows."""

    period: Period
    lines: tuple[NationalLine, ...]
    rules: NationalRules

    def count(self, state: NationalState) -> int:
        """How many stand so."""
        return Counter(line.state for line in self.lines)[state]
