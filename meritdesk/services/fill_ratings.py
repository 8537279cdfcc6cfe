"""Fill-in sheets of ratings: one row a person, with the suggestion beside the verdict and never in its place."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from meritdesk.core.evaluation import Evaluation, Rating
from meritdesk.core.fill_sheet import FillNote, FillRow
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import BehaviourValue, plans_in_force
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.services.ports import Surroundings, Work


@dataclass(slots=True)
class RatingsFilling:
    """The evaluations of some people in one period."""

    work: Work
    period: Period
    people: Mapping[str, Person]
    known: Mapping[str, Evaluation]
    suggested: Mapping[str, str]
    rated: list[Evaluation] = field(default_factory=list)

    @classmethod
    def gather(cls, around: Surroundings, work: Work, people: Sequence[Person], period: Period) -> RatingsFilling:
        """Read evaluations, and what the suggestion rests on: plans, actuals, feedback."""
        ids = [person.person_id for person in people]
        rules = around.rulebook.in_force(period.last_day)
        plans = plans_in_force(work.plans.of_year(period.year, ids), period.last_day)
        actuals = work.actuals.of_period(period, ids)
        tallies = work.feedback.tallies(period, ids)
        suggestions = {
            key: suggest(plan, actuals, rules.suggestion, tallies.get(key)).rating for key, plan in plans.items()
        }
        return cls(
            work,
            period,
            {person.person_id: person for person in people},
            {found.person_id: found for found in work.evaluations.of_period(period, ids)},
            {key: rating.value for key, rating in suggestions.items() if rating is not None},
        )

    def rows(self) -> tuple[FillRow, ...]:
        """One row a person; closed evaluations are shown but locked."""
        rows = []
        for person_id in self.people:
            known = self.known.get(person_id)
            rows.append(FillRow(person_id, self._cells(person_id), is_locked=known is not None and known.is_closed))
        return tuple(rows)

    def found(self, sent: FillRow, touched: Mapping[str, str]) -> FillRow | None:
        """Rows keep their keys here: what is gone is gone."""
        return None

    def is_new(self, sent: FillRow) -> bool:
        """Whether this person has no verdict at all yet."""
        return sent.ref not in self.known

    def take(self, sent: FillRow, taken: Mapping[str, str]) -> FillNote | None:
        """Keep the new cells of one evaluation; ``ASM-120`` once it is closed."""
        person = self.people[sent.ref]
        base = self.known.get(sent.ref) or Evaluation(str(uuid.uuid4()), sent.ref, self.period)
        if base.is_closed:
            return FillNote("", "ASM-120", {"nip": person.nip, "period": self.period.code})
        cells = {**self._cells(sent.ref), **taken}
        feedback = {value: cells[value.value] for value in BehaviourValue if cells[value.value]}
        self.rated.append(
            replace(
                base,
                result_rating=Rating(cells["result"]) if cells["result"] else None,
                behaviour_rating=Rating(cells["behaviour"]) if cells["behaviour"] else None,
                reason=cells["reason"],
                note=cells["note"],
                feedback=feedback,
            )
        )
        return None

    def save(self) -> None:
        """Write the evaluations that were taken."""
        self.work.evaluations.save(self.rated)

    def _cells(self, person_id: str) -> dict[str, str]:
        person, known = self.people[person_id], self.known.get(person_id)
        cells = {
            "nip": person.nip,
            "name": person.full_name,
            "position": person.position_title,
            "suggested": self.suggested.get(person_id, ""),
            "result": known.result_rating.value if known and known.result_rating else "",
            "behaviour": known.behaviour_rating.value if known and known.behaviour_rating else "",
            "reason": known.reason if known else "",
            "note": known.note if known else "",
        }
        for value in BehaviourValue:
            cells[value.value] = known.feedback.get(value, "") if known else ""
        return cells
