"""The performance agreements of units: entered, imported, and taken over into the plans of those who lead them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.agreement import AgreementIndicator, agreement_gaps, trajectory_faults
from meritdesk.core.cascade import CascadeLink, Node, NodeKind
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.intake import AgreementRow
from meritdesk.core.journal import Changes
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import PeriodKind
from meritdesk.core.plan import PerformancePlan, PlanState
from meritdesk.core.role_plans import empty_plan, with_agreement
from meritdesk.core.validation import Hint
from meritdesk.core.validation.cascade_rules import agreement_hints
from meritdesk.services.cascade_picture import Roll
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings, Work


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One unit in the list of agreements: how many indicators, how many with a trajectory, how many are linked up."""

    unit_id: str
    unit_name: str
    parent_id: str
    leader: str
    indicators: int
    with_trajectory: int
    linked: int
    is_draft: bool


@dataclass(frozen=True, slots=True)
class AgreementCard:
    """The agreement of one unit in a year: indicators, what they serve above, and what its leader's plan lacks.

    ``parents`` is by indicator: the indicator above that it serves. ``hints`` are V-05; ``remarks`` are trajectories
    that do not lead to their target.
    """

    unit: OrgUnit
    leader: Person | None
    indicators: tuple[AgreementIndicator, ...]
    parents: Mapping[str, AgreementIndicator]
    hints: tuple[Hint, ...]
    remarks: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class AdoptOutcome:
    """What was taken over into the leader's plan, and what stays out because the plan is fixed."""

    added: int
    missing: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Agreement:
    """Verbs of performance agreements."""

    around: Surroundings

    def list(self, year: int) -> tuple[AgreementLine, ...]:
        """All units with their agreements of a year, in the order of the unit tree; units without one show zero."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            roll = Roll.of(work)
            indicators = work.agreements.of_year(year)
            served = {link.child.key for link in work.cascade.links(year, [])}
        by_unit: dict[str, list[AgreementIndicator]] = {}
        for indicator in indicators:
            by_unit.setdefault(indicator.unit_id, []).append(indicator)
        lines = []
        for unit in sorted(roll.units.values(), key=lambda unit: (unit.sort_order, unit.name)):
            own = by_unit.get(unit.unit_id, [])
            leader = roll.heads.get(unit.unit_id, "")
            lines.append(
                AgreementLine(
                    unit_id=unit.unit_id,
                    unit_name=unit.name,
                    parent_id=unit.parent_id,
                    leader=roll.name_of(leader) if leader else "",
                    indicators=len(own),
                    with_trajectory=sum(bool(one.trajectory or one.actions) for one in own),
                    linked=sum(one.indicator_id in served for one in own),
                    is_draft=any(one.is_draft for one in own),
                )
            )
        return tuple(lines)

    def show(self, unit_id: str, year: int) -> AgreementCard:
        """The agreement of one unit; ``PLN-401`` unknown unit. A unit without one has no indicators."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            roll = Roll.of(work)
            unit = roll.unit(unit_id)
            indicators = work.agreements.of_year(year, [unit.unit_id])
            leader_id = roll.heads.get(unit.unit_id, "")
            plan = _latest_plan(work, year, leader_id)
            links = work.cascade.links(year, [leader_id] if leader_id else [])
            above = work.agreements.by_ids(
                [link.parent.key for link in links if link.parent.kind is NodeKind.AGREEMENT]
            )
        own = {indicator.indicator_id for indicator in indicators}
        parents = {link.child.key: above[link.parent.key] for link in links if link.child.key in own}
        hints = agreement_hints(indicators, plan, _entered(links)) if plan is not None else ()
        return AgreementCard(
            unit, roll.people.get(leader_id), indicators, parents, hints, _trajectory_remarks(indicators)
        )

    def save(self, indicator: AgreementIndicator) -> Changes:
        """Enter an indicator or change one, whole with trajectory and action plan; without id it is a new one.

        ``PLN-401`` unknown unit, ``PLN-414`` a period of another year, ``PLN-415`` its number is taken.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.agreement.save") as work:
            unit = Roll.of(work).unit(indicator.unit_id)
            known = replace(indicator, unit_id=unit.unit_id, indicator_id=indicator.indicator_id or str(uuid.uuid4()))
            _refuse_faults(known, work.agreements.of_year(known.year, [unit.unit_id]), unit)
            work.agreements.save([known])
            return work.commit()

    def remove(self, indicator_id: str, year: int) -> Changes:
        """Take an indicator out with all its figures; ``PLN-410`` while something below it serves it."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.agreement.remove") as work:
            found = work.agreements.by_ids([indicator_id]).get(indicator_id)
            if found is None or found.year != year:
                raise UsageRefusal("PLN-402", indicator=indicator_id, year=year)
            node = Node(NodeKind.AGREEMENT, indicator_id)
            below = work.cascade.links(year, parents=[node])
            if below:
                raise UsageRefusal("PLN-410", indicator=found.text, count=len(below))
            up = [link.link_id for link in work.cascade.links(year, []) if link.child == node]
            work.cascade.remove_links(up)
            work.agreements.remove([indicator_id])
            return work.commit()

    def adopt(self, unit_id: str, year: int) -> AdoptOutcome:
        """Take the unit's agreement over into its leader's plan as main results, each linked to its indicator (R-19).

        A fixed plan is not touched: what it lacks is named. ``PLN-417`` when nobody leads the unit.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.agreement.adopt") as work:
            roll = Roll.of(work)
            unit = roll.unit(unit_id)
            leader = roll.people.get(roll.heads.get(unit.unit_id, ""))
            if leader is None or not leader.is_appraised:
                raise UsageRefusal("PLN-417", name=leader.full_name if leader is not None else unit.name)
            plan = _latest_plan(work, year, leader.person_id)
            if plan is None:
                plan = empty_plan(str(uuid.uuid4()), leader.person_id, year, roll.job_class(leader.person_id))
            links = work.cascade.links(year, [leader.person_id])
            gaps = agreement_gaps(work.agreements.of_year(year, [unit.unit_id]), plan, _entered(links))
            if plan.state is PlanState.FIXED:
                return AdoptOutcome(0, tuple(gap.indicator.text for gap in gaps), Changes())
            new = []
            missing = [gap for gap in gaps if not gap.is_additional]
            for gap in missing:
                result_id = str(uuid.uuid4())
                plan = with_agreement(plan, result_id, str(uuid.uuid4()), gap.indicator)
                new.append(
                    CascadeLink(
                        link_id=str(uuid.uuid4()),
                        year=year,
                        parent=Node(NodeKind.AGREEMENT, gap.indicator.indicator_id),
                        child=Node(NodeKind.RESULT, result_id),
                        person_id=leader.person_id,
                        text=gap.indicator.text,
                    )
                )
            work.plans.save([plan] if new else [])
            work.cascade.save_links(new)
            changes = work.commit()
        left = tuple(gap.indicator.text for gap in gaps if gap.is_additional)
        return AdoptOutcome(len(new), left, changes)

    def import_agreements(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take agreements over row by row: an indicator a row, with its trajectory and the indicator above it."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_agreements(source, step)
        verb = "planning.agreement.import"
        with self.around.store.writing(self.around.actor, verb, origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[AgreementRow] = Tally(intake, source)
            _judge(tally, work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def _latest_plan(work: Work, year: int, person_id: str) -> PerformancePlan | None:
    plans = work.plans.of_year(year, [person_id]) if person_id else ()
    return max(plans, key=lambda plan: (plan.starts, plan.plan_id), default=None)


def _entered(links: tuple[CascadeLink, ...]) -> dict[str, str]:
    """Which result of the plan was taken over from which agreement indicator."""
    return {link.parent.key: link.child.key for link in links if link.parent.kind is NodeKind.AGREEMENT}


def _trajectory_remarks(indicators: tuple[AgreementIndicator, ...]) -> tuple[Hint, ...]:
    return tuple(
        Hint(
            "PLN-426",
            {
                "indicator": fault.indicator.text,
                "reached": printed_decimal(fault.reached),
                "target": printed_decimal(fault.target),
            },
            ("agreement", fault.indicator.indicator_id),
        )
        for fault in trajectory_faults(indicators)
    )


def _refuse_faults(indicator: AgreementIndicator, present: tuple[AgreementIndicator, ...], unit: OrgUnit) -> None:
    taken = {one.number for one in present if one.indicator_id != indicator.indicator_id}
    if indicator.number in taken:
        raise UsageRefusal("PLN-415", number=indicator.number, unit=unit.name)
    for period in [*(point.period for point in indicator.trajectory), *(item.period for item in indicator.actions)]:
        if period.year != indicator.year or period.kind is PeriodKind.YEAR:
            raise UsageRefusal("PLN-414", period=period.code, year=indicator.year)


def _judge(tally: Tally[AgreementRow], work: Work) -> None:
    """Compare each row with what is known; rows that name an indicator above are linked once all rows are known."""
    roll = Roll.of(work)
    by_source = {unit.source_id: unit for unit in roll.units.values() if unit.source_id}
    years = {placed.value.year for placed in tally.intake.rows}
    known = {(one.unit_id, one.year, one.number): one for year in years for one in work.agreements.of_year(year)}
    links = {
        (link.child, link.parent): link for year in years for link in work.cascade.links(year, []) if not link.person_id
    }
    kept: dict[str, AgreementIndicator] = {}
    rows = []
    seen: set[tuple[str, int, int]] = set()
    for placed in tally.intake.rows:
        row = placed.value
        unit = by_source.get(row.unit_source_id) or roll.units.get(row.unit_source_id)
        if unit is None:
            tally.refuse(placed.row, "UNOR ID", "PLN-401", unit=row.unit_source_id)
            continue
        key = (unit.unit_id, row.year, row.number)
        if key in seen:
            tally.refuse(placed.row, "NO", "PLN-415", number=row.number, unit=unit.name)
            continue
        seen.add(key)
        before = known.get(key)
        after = _indicator_from(row, unit.unit_id, before)
        known[key] = kept[after.indicator_id] = after
        rows.append((placed.row, row, unit, before, after))
    new_links = []
    for number, row, unit, before, after in rows:
        state = state_of(before, after)
        if row.parent_number is not None:
            above = by_source.get(row.parent_source_id or "") or roll.units.get(unit.parent_id)
            parent = known.get((above.unit_id, row.year, row.parent_number)) if above is not None else None
            if parent is None or parent.indicator_id == after.indicator_id:
                name = above.name if above is not None else row.parent_source_id or "-"
                tally.refuse(number, "INDUK NO", "PLN-416", number=row.parent_number, unit=name)
                kept.pop(after.indicator_id)
                continue
            pair = (Node(NodeKind.AGREEMENT, after.indicator_id), Node(NodeKind.AGREEMENT, parent.indicator_id))
            if pair not in links:
                links[pair] = CascadeLink(str(uuid.uuid4()), row.year, pair[1], pair[0], text=after.text)
                new_links.append(links[pair])
                state = "changed" if state == "same" else state
        key_text, label = f"{row.unit_source_id}/{row.year}/{row.number}", f"{unit.name}: {after.text}"
        tally.accept(number, key_text, label, state, differences=differences(before, after))
    work.agreements.save(list(kept.values()))
    work.cascade.save_links([link for link in new_links if link.child.key in kept])


def _indicator_from(row: AgreementRow, unit_id: str, before: AgreementIndicator | None) -> AgreementIndicator:
    """The indicator a row states; what the row leaves open stays as it is."""
    trajectory = row.trajectory if row.trajectory or before is None else before.trajectory
    return AgreementIndicator(
        indicator_id=before.indicator_id if before else str(uuid.uuid4()),
        unit_id=unit_id,
        year=row.year,
        number=row.number,
        goal=row.goal,
        text=row.text,
        target=row.target,
        group=row.group,
        perspective=row.perspective or (before.perspective if before else None),
        accumulation=row.accumulation,
        trajectory=trajectory,
        actions=before.actions if before else (),
        is_draft=row.is_draft,
    )
