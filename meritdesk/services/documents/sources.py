"""Where sheets come from: each family of forms has a source that says who has a sheet, and fills it with facts.

A source reads the store and knows the law of its forms; it never draws, numbers or registers. The room does that for
all families alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from meritdesk.core.documents import DocumentRecord, DocumentStamp, Form, Sheet
from meritdesk.core.evaluation import Actual
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan
from meritdesk.services.changes import Blocked
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """The record behind a sheet: which, in which version and digest, and the people printed on it."""

    record_id: str
    version: int
    digest: str
    is_draft: bool
    parties: tuple[PersonBlock, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sheet that can be printed.

    ``key`` is what the sheet is about and what its number hangs on: the person's id, or the id of the record where one
    person may have several sheets of a form in one period. ``person`` is under whose name it is listed.
    """

    key: str
    person: Person
    record: SheetRecord


@dataclass(slots=True)
class Gathered:
    """Who can be printed, who cannot and why, and how many belong on another form of the same family."""

    ready: list[Candidate] = field(default_factory=list)
    blocked: list[Blocked] = field(default_factory=list)
    other_form: int = 0
    right_form: Form | None = None

    def leave_to(self, form: Form) -> None:
        """Count a person who belongs on another form of the family."""
        self.other_form += 1
        self.right_form = form

    def block(self, person: Person, code: str, **facts: object) -> None:
        """Put a person on the list of those who cannot be printed; the code says what to do next."""
        self.blocked.append(Blocked(person.nip, person.full_name, code, facts))


class SheetSource(Protocol):
    """What the room asks of every family of forms."""

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Judge these people, in their order, for this form and period."""
        ...

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The filled sheets of one block of candidates, in their order; ``stamps`` by candidate key."""
        ...

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """By document id, the digest of what each sheet would show today; empty when there is nothing any more."""
        ...

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """The form of the same family that fits this person."""
        ...


def own_actuals(plan: PerformancePlan, actuals: Mapping[str, Actual]) -> dict[str, Actual]:
    """The actuals that belong to the indicators of one plan."""
    return {one.indicator_id: actuals[one.indicator_id] for one in plan.indicators if one.indicator_id in actuals}
