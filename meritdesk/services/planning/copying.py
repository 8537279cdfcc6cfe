"""Copying plans: from last year, from a colleague, to many; seen before it is done, and one step to undo."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.plan import PerformancePlan, PlanState
from meritdesk.core.plan_copying import (
    ALL_PARTS,
    CopyMode,
    CopyPart,
    CopyTarget,
    copied,
    mentions_of_year,
)
from meritdesk.services.planning.knowledge import PlanKnowledge
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """What is copied to whom: ``source_nip`` empty means everybody his own plan of ``source_year``."""

    nips: Sequence[str]
    year: int
    source_year: int
    source_nip: str = ""
    parts: Collection[CopyPart] = ALL_PARTS
    mode: CopyMode = CopyMode.REPLACE


@dataclass(frozen=True, slots=True)
class CopyLine:
    """What becomes of one person: ``state`` is ``added``, ``changed``, ``same`` or ``refused`` with a code.

    ``old_year_mentions`` counts the copied texts that still name the year they come from.
    """

    nip: str
    name: str
    state: str
    plan: PerformancePlan | None = None
    before: PerformancePlan | None = None
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    old_year_mentions: int = 0


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """The fate of every person asked for; the counts add up to ``read``."""

    lines: tuple[CopyLine, ...]
    changes: Changes = field(default_factory=Changes)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of each fate, and all of them as ``read``."""
        found = Counter(line.state for line in self.lines)
        return {"read": len(self.lines), **{state: found[state] for state in ("added", "changed", "same", "refused")}}

    @property
    def has_refusals(self) -> bool:
        """Whether somebody got no copy."""
        return any(line.state == "refused" for line in self.lines)


@dataclass(frozen=True, slots=True)
class PlanCopying:
    """Verbs of copying plans."""

    around: Surroundings

    def preview(self, order: CopyOrder) -> CopyOutcome:
        """What copying would do, person by person; nothing is written. ``USE-102``, ``PLN-224`` for the source."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return CopyOutcome(self._judged(work, order))

    def copy(self, order: CopyOrder) -> CopyOutcome:
        """Copy; one change set holds all of it, so one undo takes all of it back. ``USE-102``, ``PLN-224``."""
        require(self.around.actor, Action.EDIT)
        origin = f"{order.source_nip or '*'}/{order.source_year}"
        with self.around.store.writing(self.around.actor, "planning.copying.copy", origin=origin) as work:
            lines = self._judged(work, order)
            work.plans.save([line.plan for line in lines if line.plan is not None and line.state != "same"])
            return CopyOutcome(lines, work.commit())

    def _judged(self, work: Work, order: CopyOrder) -> tuple[CopyLine, ...]:
        known = PlanKnowledge.gather(self.around, work, order.year)
        by_nip = {person.nip: person for person in known.people.values() if person.nip}
        sources = self._sources(work, order, by_nip, known)
        return tuple(self._line(order, nip, by_nip, sources, known) for nip in dict.fromkeys(order.nips))

    def _sources(
        self, work: Work, order: CopyOrder, by_nip: Mapping[str, Person], known: PlanKnowledge
    ) -> Mapping[str, PerformancePlan]:
        """By NIP of the person who gets it, the plan to copy from; for one source the same for everybody."""
        wanted = [order.source_nip] if order.source_nip else list(order.nips)
        people = {by_nip[nip].person_id: nip for nip in wanted if nip in by_nip}
        if order.source_nip and not people:
            raise UsageRefusal("USE-102", nip=order.source_nip)
        if order.source_year == order.year:
            plans = [plan for person_id in people for plan in known.plans.get(person_id, ())]
        else:
            plans = list(work.plans.of_year(order.source_year, list(people)))
        found = {people[plan.person_id]: plan for plan in plans}
        if not order.source_nip:
            return found
        if order.source_nip not in found:
            raise UsageRefusal("PLN-224", nip=order.source_nip, year=order.source_year)
        return dict.fromkeys(order.nips, found[order.source_nip])

    def _line(
        self,
        order: CopyOrder,
        nip: str,
        by_nip: Mapping[str, Person],
        sources: Mapping[str, PerformancePlan],
        known: PlanKnowledge,
    ) -> CopyLine:
        person = by_nip.get(nip)
        if person is None:
            return CopyLine(nip, "", "refused", code="USE-102", facts={"nip": nip})
        own = known.plans.get(person.person_id, ())
        before = own[-1] if own else None

        def refused(code: str, **facts: object) -> CopyLine:
            return CopyLine(nip, person.full_name, "refused", before=before, code=code, facts=facts)

        source = sources.get(nip)
        if not person.is_appraised:
            return refused("PLN-233", name=person.full_name, status=f"STATUS:{person.legal_status.name}")
        if source is None:
            return refused("PLN-224", nip=nip, year=order.source_year)
        if before is not None and source.plan_id == before.plan_id:
            return refused("PLN-234")
        if before is not None and before.state is PlanState.FIXED:
            return refused("PLN-223", name=person.full_name)
        rater = known.rater_of(person.person_id)
        target = CopyTarget(
            plan_id=before.plan_id if before else str(uuid.uuid4()),
            person_id=person.person_id,
            year=order.year,
            job_class=before.job_class if before else known.classes.of_person(person),
            starts=date(order.year, 1, 1),
            ends=date(order.year, 12, 31),
            assigned_by=rater.position_title if rater else "",
            draft=before,
            is_same_person=source.person_id == person.person_id,
        )
        plan = copied(source, target, lambda: str(uuid.uuid4()), order.parts, order.mode)
        state = "added" if before is None else ("same" if plan == before else "changed")
        mentions = mentions_of_year(plan, source.year) if source.year != order.year else 0
        return CopyLine(nip, person.full_name, state, replace(plan), before, old_year_mentions=mentions)
