"""What a package made now would say: everything of the period that may travel, and what stays at home and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from meritdesk.core.handover import PackageKind, Snapshot
from meritdesk.core.periods import Period
from meritdesk.core.travel_layouts import EXPORTED, TRAVELLING
from meritdesk.services.handover.packing_rules import last_applied
from meritdesk.services.ports import Surroundings, Work

_Read = TypeVar("_Read")


class StayReason(StrEnum):
    """Why something of the period does not go up (faults F32)."""

    OPEN_EVALUATION = "OPEN_EVALUATION"
    DRAFT_AGREEMENT = "DRAFT_AGREEMENT"
    OPEN_CALIBRATION = "OPEN_CALIBRATION"


_DRAFTS = {"perjanjian": StayReason.DRAFT_AGREEMENT, "kalibrasi": StayReason.OPEN_CALIBRATION}


@dataclass(frozen=True, slots=True)
class Stays:
    """Records that stay at home; ``person_ids`` where they are people's."""

    reason: StayReason
    count: int
    person_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """The snapshot with what is left out of it."""

    snapshot: Snapshot
    stays: tuple[Stays, ...] = ()

    @property
    def drafts(self) -> int:
        """How many evaluations are still open and stay at home."""
        return sum(one.count for one in self.stays if one.reason is StayReason.OPEN_EVALUATION)


def gather(
    around: Surroundings, work: Work, period: Period, kind: PackageKind, beat: Callable[[], None] = lambda: None
) -> Gathered:
    """Everything of a period that a package of this kind may carry.

    To the region goes what is closed; a colleague in the same agency gets the work in hand as well.
    """

    def read(found: _Read) -> _Read:
        """Between two reads the clerk can stop."""
        beat()
        return found

    with_drafts = kind is PackageKind.HANDOVER
    agency = around.store.agency
    evaluations = read(work.evaluations.of_period(period))
    kept = tuple(evaluation for evaluation in evaluations if with_drafts or evaluation.is_closed)
    years = (period.year, period.year - 1)
    layouts = TRAVELLING if with_drafts else EXPORTED
    records = read(work.travel.read(period, layouts, with_drafts))
    snapshot = Snapshot(
        agency_code=agency.code,
        agency_name=agency.name,
        period=period.code,
        units=read(work.units.all()),
        people=read(work.people.all()),
        lines=read(work.reporting.all()),
        plans=read(work.plans.of_year(period.year)),
        actuals=read(tuple(work.actuals.of_period(period).values())),
        levels=tuple(level for level in work.levels.all() if level.period.year in years),
        evaluations=kept,
        audit_head=work.journal.head(),
        heads_before=() if with_drafts else work.audit.said_before(work.ledger.epoch()),
        tombstones=read(work.travel.tombstones(last_accepted(work, period, kind))),
        records=records,
        unknown=read(work.travel.unknown()),
        seen=seen_packages(work, period.code) if with_drafts else {},
        waiting=waiting_fields(work) if with_drafts else (),
    )
    if with_drafts:
        return Gathered(snapshot)
    open_ones = [evaluation.person_id for evaluation in evaluations if not evaluation.is_closed]
    stays = [Stays(StayReason.OPEN_EVALUATION, len(open_ones), tuple(open_ones))] if open_ones else []
    drafts = [layout for layout in EXPORTED if layout.name in _DRAFTS]
    everything = read(work.travel.read(period, drafts, True))
    for layout in drafts:
        left = len(everything.get(layout.name, ())) - len(records.get(layout.name, ()))
        if left:
            stays.append(Stays(_DRAFTS[layout.name], left))
    return Gathered(snapshot, tuple(stays))


def seen_packages(work: Work, period: str) -> Mapping[str, str]:
    """Which package of each colleague was taken last for a period: what the next hand-over tells them."""
    return {kept.sender: kept.payload_digest for kept in work.merging.taken(period)}


def waiting_fields(work: Work) -> tuple[tuple[str, str, str], ...]:
    """The fields about which somebody here still has to decide: nobody may take their value for settled."""
    waiting = (one for one in work.merging.conflicts() if one.is_waiting)
    return tuple(sorted((one.table, one.record_id, one.field) for one in waiting))


def last_accepted(work: Work, period: Period, kind: PackageKind) -> int:
    """The change set that made the last package of this kind and period that was accepted; 0 before there is one.

    There are several colleagues, and each may have missed another package: they are told of every removal.
    """
    if kind is PackageKind.HANDOVER:
        return 0
    line = last_applied(work, period, kind)
    return work.ledger.change_set_of(line.package_id) if line is not None else 0
