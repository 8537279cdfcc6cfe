"""Ratings and organisation levels that come in a spreadsheet: the fate of every row."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from meritdesk.core.approvals import Approval
from meritdesk.core.differences import differences
from meritdesk.core.evaluation import Evaluation, OrganisationLevel
from meritdesk.core.intake import LevelRow, RatingRow
from meritdesk.core.periods import Period
from meritdesk.services.intake import Tally, state_of
from meritdesk.services.locking import LOCKED, lock_facts, lock_on
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class Locks:
    """The region's locks on the periods of a file, each asked about once; a change waits for a reason."""

    work: Work
    known: dict[Period, Approval | None] = field(default_factory=dict)

    def on(self, period: Period) -> Approval | None:
        """The lock on a period that nobody has answered yet (``PKG-806``)."""
        if period not in self.known:
            self.known[period] = lock_on(self.work, period)
        return self.known[period]


def judge_levels(tally: Tally[RatingRow | LevelRow], work: Work) -> None:
    """Take over the levels of units, or say row by row why not."""
    units = {unit.source_id: unit for unit in work.units.all()}
    known = {(level.unit_id, level.period): level for level in work.levels.all()}
    levels: dict[tuple[str, Period], OrganisationLevel] = {}
    locks = Locks(work)
    for placed in tally.intake.rows:
        row = placed.value
        if not isinstance(row, LevelRow):
            continue
        unit = units.get(row.unit_source_id)
        if unit is None:
            tally.refuse(placed.row, "UNOR ID", "USE-103", unit=row.unit_source_id)
            continue
        key = (unit.unit_id, row.period)
        before = known.get(key)
        level = OrganisationLevel(
            unit.unit_id,
            row.period,
            row.level,
            row.source or (before.source if before else ""),
            row.published_on or (before.published_on if before else None),
        )
        if key in levels and levels[key] != level:
            tally.conflict(placed.row, "CAPAIAN", "ASM-104", unit=unit.name, period=row.period.code)
            continue
        if level != before and (lock := locks.on(row.period)) is not None:
            tally.refuse(placed.row, "CAPAIAN", LOCKED, **lock_facts(lock))
            continue
        levels[key] = level
        state, shown = state_of(before, level), differences(before, level)
        tally.accept(placed.row, row.unit_source_id, unit.name, state, differences=shown)
    work.levels.save(list(levels.values()))


def judge_ratings(
    tally: Tally[RatingRow | LevelRow],
    work: Work,
    is_due: Callable[[str, Period], bool] = lambda person_id, period: False,
) -> None:
    """Take over the ratings of people, or say row by row why not.

    ``is_due`` is asked about those only who are not appraised today: who left after a period is rated for it.
    """
    rows = [(placed.row, placed.value) for placed in tally.intake.rows if isinstance(placed.value, RatingRow)]
    people = {person.nip: person for person in work.people.all() if person.nip} if rows else {}
    known = {
        (evaluation.person_id, period): evaluation
        for period in {row.period for _, row in rows}
        for evaluation in work.evaluations.of_period(period)
    }
    taken: dict[tuple[str, Period], int] = {}
    ratings: list[Evaluation] = []
    locks = Locks(work)
    for number, row in rows:
        person = people.get(row.nip)
        if person is None:
            tally.refuse(number, "NIP", "USE-102", nip=row.nip)
            continue
        if not person.is_appraised and not is_due(person.person_id, row.period):
            tally.refuse(number, "NIP", "PLN-103", status=f"STATUS:{person.legal_status.name}", nip=row.nip)
            continue
        other = taken.setdefault((person.person_id, row.period), number)
        if other != number:
            tally.refuse(number, "NIP", "ASM-105", nip=row.nip, other=other)
            continue
        before = known.get((person.person_id, row.period))
        base = before or Evaluation(str(uuid.uuid4()), person.person_id, row.period)
        rated = replace(
            base,
            result_rating=row.result_rating or base.result_rating,
            behaviour_rating=row.behaviour_rating or base.behaviour_rating,
            reason=row.reason if row.reason else base.reason,
            note=row.note if row.note else base.note,
            feedback={**base.feedback, **dict(row.feedback)},
        )
        if base.is_closed and rated != base:
            tally.refuse(number, "NIP", "ASM-120", nip=row.nip, period=row.period.code)
            continue
        if rated != before and (lock := locks.on(row.period)) is not None:
            tally.refuse(number, "NIP", LOCKED, **lock_facts(lock))
            continue
        ratings.append(rated)
        state, shown = state_of(before, rated), differences(before, rated)
        tally.accept(number, row.nip, person.full_name, state, differences=shown)
    work.evaluations.save(ratings)
