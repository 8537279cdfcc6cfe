"""The queue of conflicts: one field with several values, until a person decides (exchange 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.conflicts import Conflict, ConflictState
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.handover import Snapshot
from meritdesk.core.journal import Changes
from meritdesk.core.merging import EVALUATIONS, compare_snapshots
from meritdesk.core.merging_rows import PARTS, without
from meritdesk.core.periods import parse_period
from meritdesk.core.rival_plans import RIVAL, answered, rival_plan
from meritdesk.core.three_way import WHOLE_RECORD
from meritdesk.services.handover.taking_in import remove_records, save_records, stored_snapshot
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class ConflictDesk:
    """Verbs of the queue; at the region for each agency, at an agency for its own PCs."""

    around: Surroundings

    def lines(self, agency_code: str = "") -> tuple[Conflict, ...]:
        """Every conflict of an agency (this one without a code), those that wait first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading(agency_code) as work:
            return work.merging.conflicts()

    def decide(self, conflict_id: str, chosen: str, reason: str, agency_code: str = "") -> Changes:
        """Choose the side whose value holds from now on; ``chosen`` is a stream, ``OWN`` for what was keyed in here.

        The value of another side is written as a change of its own, which the journal shows. ``PKG-701`` unknown or
        decided, ``PKG-702`` not one of the sides, ``PKG-654`` no reason, ``PKG-703`` a closed evaluation would change
        within its version, ``PKG-704`` the record is no longer there.
        """
        require(self.around.actor, Action.RECEIVE)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        store = self.around.store
        with store.writing(
            self.around.actor, "handover.decide", reason=reason.strip(), agency_code=agency_code
        ) as work:
            conflict = next(iter(work.merging.conflicts([conflict_id])), None)
            if conflict is None or not conflict.is_waiting:
                raise UsageRefusal("PKG-701")
            if chosen not in conflict.candidates:
                raise UsageRefusal("PKG-702", chosen=chosen)
            if conflict.field == RIVAL:
                self._keep_one_plan(work, conflict, chosen)
            elif chosen != conflict.standing:
                self._write(work, conflict, conflict.candidates[chosen].value, agency_code or store.agency.code)
            decided = replace(
                conflict,
                state=ConflictState.DECIDED,
                chosen=chosen,
                standing=chosen,
                decided_by=self.around.actor.name,
                decided_at=self.around.clock(),
                reason=reason.strip(),
            )
            work.merging.save([decided])
            return work.commit()

    def _keep_one_plan(self, work: Work, conflict: Conflict, chosen: str) -> None:
        """Two plans for one person: the chosen one stays, the other goes with all that hangs on it.

        ``PKG-704`` when the chosen one is not there any more.
        """
        kept = rival_plan(conflict.candidates[chosen].value)
        others = {rival_plan(side.value) for side in conflict.candidates.values()} - {kept}
        there = {plan.plan_id for plan in work.plans.of_year(parse_period(conflict.period).year)}
        if kept not in there:
            raise UsageRefusal("PKG-704")
        remove_records(work, [(conflict.table, plan) for plan in sorted(others & there)])
        left = dict.fromkeys(there - others)
        work.merging.save([one for one in answered(work.merging.conflicts(), left) if one != conflict])

    def _write(self, work: Work, conflict: Conflict, value: str, agency_code: str) -> None:
        """Bring the chosen value into its record, through the same nouns as everything else."""
        like = Snapshot(agency_code, "", conflict.period)
        stored = stored_snapshot(work, like)
        if stored is None:
            raise UsageRefusal("PKG-704")
        rows = self.around.exchange.rows_of(stored)
        row = rows.get(conflict.table, {}).get(conflict.record_id)
        owner = PARTS.get(conflict.table, ("", ""))[0]
        if EVALUATIONS in (conflict.table, owner):
            key = conflict.record_id if conflict.table == EVALUATIONS else str((row or {}).get("evaluation_id", ""))
            evaluation = rows.get(EVALUATIONS, {}).get(key)
            if evaluation is not None and evaluation["state"] is EvaluationState.CLOSED:
                raise UsageRefusal("PKG-703")
        if conflict.field == WHOLE_RECORD and not value and conflict.table not in PARTS:
            # A whole record goes with all that hangs on it.
            remove_records(work, [(conflict.table, conflict.record_id)])
            return
        try:
            if conflict.field == WHOLE_RECORD and not value:
                changed = without(rows, conflict.table, conflict.record_id)
            elif conflict.field == WHOLE_RECORD:
                changed = self.around.exchange.with_row(rows, conflict.table, conflict.record_id, value)
            else:
                changed = self.around.exchange.with_field(
                    rows, conflict.table, conflict.record_id, conflict.field, value
                )
        except (KeyError, ValueError, StopIteration):
            raise UsageRefusal("PKG-704") from None
        wanted = self.around.exchange.snapshot_of(stored, changed)
        comparison = compare_snapshots(stored, wanted)
        remove_records(work, comparison.missing)
        save_records(work, comparison.write)
