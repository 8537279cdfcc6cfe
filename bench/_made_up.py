"""A made-up agency with a year, written into a store of its own at any size, for what the sample city is too slow for.

Everybody has a rater, a fixed plan of three results, actuals and ratings; ``close`` says whether the evaluations are
closed already. The people and plans are those of ``region.MadeUp``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from _region_packages import REGION, MadeUp

from meritdesk import bootstrap
from meritdesk.core.evaluation import EvaluationState, OrganisationLevel, OrgLevel
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import parse_period
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.services.deriving import derive

PASSPHRASE = "kata sandi bench"
PERIOD = parse_period("2025")
NOW = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)


def found(folder: Path, staff: int, *, close: bool, region: Path | None = None) -> AgencyInfo:
    """A store of so many people; with a region both trust each other."""
    agency = MadeUp(0, staff)
    info = AgencyInfo(agency.code, f"Kabupaten {staff}", False, "PC01", "Contoh", REGION.code)
    bootstrap.create_store(folder, info, PASSPHRASE, lambda: NOW)
    with bootstrap.open_desk(folder, PASSPHRASE, clock=lambda: NOW) as desk:
        _write_year(desk, agency, close=close)
        if region is not None:
            _introduce(desk, region)
    return info


def _write_year(desk: Desk, agency: MadeUp, *, close: bool) -> None:
    snapshot = agency.snapshot(PERIOD)
    evaluations = snapshot.evaluations
    if not close:
        evaluations = tuple(
            replace(one, state=EvaluationState.OPEN, predicate=None, closed_on=None, parties=()) for one in evaluations
        )
    root = agency.units[0].unit_id
    units = [one if one.unit_id == root else replace(one, parent_id=root) for one in snapshot.units]
    leading = {person.person_id for person, _ in zip(agency.people, agency.units, strict=False)}
    people = [
        replace(one, position_kind=PositionKind.SUPERVISOR, position_title="Kepala")
        if one.person_id in leading
        else one
        for one in snapshot.people
    ]
    around = desk.register.around
    with around.store.writing(around.actor, "bench.year") as work:
        work.units.save(units)
        work.people.save(people)
        derive(work, NOW.date())
        work.plans.save(snapshot.plans)
        work.actuals.save(snapshot.actuals)
        work.levels.save([OrganisationLevel(unit.unit_id, PERIOD, OrgLevel.GOOD) for unit in snapshot.units])
        work.evaluations.save(evaluations)
        work.commit()


def _introduce(desk: Desk, region: Path) -> None:
    with bootstrap.open_desk(region, PASSPHRASE, clock=lambda: NOW) as other:
        for one, card in (
            (desk, other.handover.around.store.keys.card),
            (other, desk.handover.around.store.keys.card),
        ):
            around = one.handover.around
            with around.store.writing(around.actor, "handover.trust") as work:
                work.ledger.trust(card)
                work.commit()
