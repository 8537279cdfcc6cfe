"""The board of the overview: how far each unit, with everything below it, has come in a period."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import and_, case, func, select

from meritdesk.core.lines import UnitProgress
from meritdesk.core.people import EmploymentType, LegalStatus
from meritdesk.core.periods import Period
from meritdesk.core.stages import Signers, Stage
from meritdesk.store.bulk import join_whole_tables
from meritdesk.store.period_people import is_due, people_of_period
from meritdesk.store.rows import Rows
from meritdesk.store.stages import passed
from meritdesk.store.tables import org_unit, person

_FIELDS = {
    Stage.PLAN: "plans",
    Stage.FIXED: "fixed",
    Stage.ACTUALS: "with_actuals",
    Stage.RATED: "rated",
    Stage.CLOSED: "closed",
    Stage.PRINTED: "printed",
    Stage.SIGNED: "signed",
    Stage.SENT: "sent",
}
_COUNTED = ("staff", "due", "without_rater", *_FIELDS.values())


def unit_progress(rows: Rows, period: Period, signers: Signers = ()) -> tuple[UnitProgress, ...]:
    """One line a unit, parents included in the order of the agency; people without a unit count for the first root."""
    units = rows.execute(
        select(org_unit.c.unit_id, org_unit.c.name, org_unit.c.parent_id)
        .where(org_unit.c.agency == rows.agency)
        .order_by(org_unit.c.sort_order, org_unit.c.name, org_unit.c.unit_id)
    )
    known = {row[0] for row in units}
    parents = {row[0]: row[2] if row[2] in known else "" for row in units}
    root = next((unit_id for unit_id, parent in parents.items() if not parent), "")
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * len(_COUNTED))
    join_whole_tables(rows.connection)
    for row in rows.execute(_counts_by_unit(rows, period, signers)):
        numbers = [int(number or 0) for number in row[1:]]
        for unit_id in _upwards(row[0] if row[0] in known else root, parents):
            totals[unit_id] = [total + number for total, number in zip(totals[unit_id], numbers, strict=True)]
    return tuple(
        UnitProgress(row[0], row[1], parents[row[0]], **dict(zip(_COUNTED, totals[row[0]], strict=True)))
        for row in units
    )


def _upwards(unit_id: str, parents: dict[str, str]) -> list[str]:
    """A unit and everything above it; a circle in the data ends where it began."""
    path: list[str] = []
    while unit_id and unit_id not in path:
        path.append(unit_id)
        unit_id = parents.get(unit_id, "")
    return path


def _counts_by_unit(rows: Rows, period: Period, signers: Signers) -> Any:
    due = is_due()
    in_service = and_(
        person.c.employment != EmploymentType.OFFICIAL.value, person.c.legal_status != LegalStatus.LEFT.value
    )
    stages = passed(rows, period, signers)
    conditions = (
        in_service,
        due,
        and_(due, ~func.coalesce(stages[Stage.RATER], False)),
        *(and_(due, stages[stage]) for stage in _FIELDS),
    )
    return (
        select(person.c.unit_id, *(func.sum(case((condition, 1), else_=0)) for condition in conditions))
        .select_from(people_of_period(period.code))
        .where(person.c.agency == rows.agency)
        .group_by(person.c.unit_id)
    )
