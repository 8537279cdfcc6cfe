"""The board of the overview: how far each unit, with everything below it, has come in a period."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import and_, case, func, select

from meritdesk.core.documents import EVALUATION_FORMS, Form
from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.core.lines import UnitProgress
from meritdesk.core.people import EmploymentType, LegalStatus
from meritdesk.core.periods import Period
from meritdesk.store.grid import RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows
from meritdesk.store.tables import (
    actual,
    change_set,
    document,
    evaluation,
    indicator,
    org_unit,
    outgoing,
    person,
    plan,
    row_change,
)

_COUNTED = ("staff", "due", "without_rater", "plans", "with_actuals", "rated", "closed", "printed", "sent")
_RESULT_FORMS = sorted(form.value for form in EVALUATION_FORMS | {Form.D_1_1})


def unit_progress(rows: Rows, period: Period) -> tuple[UnitProgress, ...]:
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
    for row in rows.execute(_counts_by_unit(rows, period)):
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


def _counts_by_unit(rows: Rows, period: Period) -> Any:
    due = is_due()
    rated = and_(due, evaluation.c.result_rating.is_not(None), evaluation.c.behaviour_rating.is_not(None))
    closed = and_(due, evaluation.c.state == "CLOSED")
    in_service = and_(
        person.c.employment != EmploymentType.OFFICIAL.value, person.c.legal_status != LegalStatus.LEFT.value
    )
    of_year = (plan.c.agency == rows.agency, plan.c.year == period.year)
    planned = select(plan.c.person_id).where(*of_year)
    reported = (
        select(plan.c.person_id)
        .join(indicator, and_(indicator.c.agency == plan.c.agency, indicator.c.plan_id == plan.c.plan_id))
        .join(actual, and_(actual.c.agency == plan.c.agency, actual.c.indicator_id == indicator.c.indicator_id))
        .where(*of_year, actual.c.period == period.code)
    )
    printed = (
        select(evaluation.c.evaluation_id)
        .join(
            document, and_(document.c.agency == evaluation.c.agency, document.c.record_id == evaluation.c.evaluation_id)
        )
        .where(document.c.agency == rows.agency, document.c.form.in_(_RESULT_FORMS))
        .where(document.c.record_version == evaluation.c.version)
        .correlate(None)
    )
    conditions = (
        in_service,
        due,
        and_(due, RATER_ID.is_(None)),
        and_(due, person.c.person_id.in_(planned)),
        and_(due, person.c.person_id.in_(reported)),
        rated,
        closed,
        and_(closed, evaluation.c.evaluation_id.in_(printed)),
        and_(closed, _is_sent(rows, period)),
    )
    return (
        select(person.c.unit_id, *(func.sum(case((condition, 1), else_=0)) for condition in conditions))
        .select_from(people_of_period(period.code))
        .where(person.c.agency == rows.agency)
        .group_by(person.c.unit_id)
    )


def _is_sent(rows: Rows, period: Period) -> Any:
    """Whether the newest package of the period left after the evaluation was last changed."""
    rejected = (ReceiptCode.REJECTED.value, ReceiptCode.FORK.value)
    packed = rows.connection.execute(
        select(func.max(outgoing.c.change_set_number)).where(
            outgoing.c.agency == rows.own_agency,
            outgoing.c.period == period.code,
            outgoing.c.kind == PackageKind.EXPORT.value,
            outgoing.c.state.not_in(rejected),
        )
    ).scalar()
    if packed is None or rows.agency != rows.own_agency:
        return evaluation.c.evaluation_id.is_(None)
    changed_since = (
        select(row_change.c.row_key)
        .join(change_set, and_(change_set.c.agency == row_change.c.agency, change_set.c.number == row_change.c.number))
        .where(
            row_change.c.agency == rows.own_agency,
            row_change.c.number > packed,
            row_change.c.table_name == evaluation.name,
            change_set.c.about == rows.agency,
        )
    )
    return evaluation.c.evaluation_id.not_in(changed_since)
