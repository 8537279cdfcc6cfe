"""What recognition, the register of habits and the earlier credit points keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.credit_history import CreditItem
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.habits import Habit
from meritdesk.core.periods import Period
from meritdesk.core.recognition import Award


class Awards(Protocol):
    """Who was chosen in which month."""

    def all(self) -> tuple[Award, ...]: ...
    def save(self, awards: Sequence[Award]) -> None: ...
    def ratings(self, periods: Sequence[Period]) -> Mapping[str, tuple[Period, Predicate, Rating | None]]:
        """Predicate and behaviour rating of each person in the first of these periods that is closed for him."""
        ...


class Habits(Protocol):
    """The negative habits of one agency, confidential: the room decides who may see what."""

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[Habit, ...]: ...
    def by_id(self, habit_id: str) -> Habit | None: ...
    def save(self, habits: Sequence[Habit]) -> None: ...
    def counts(self, first: date, last: date) -> Mapping[str, int]:
        """How many entries seen in a span each person has that did not prove unfounded."""
        ...


class CreditHistory(Protocol):
    """Credit points by earlier letters."""

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[CreditItem, ...]: ...
    def save(self, items: Sequence[CreditItem]) -> None: ...
    def drop(self, items: Sequence[CreditItem]) -> None: ...
