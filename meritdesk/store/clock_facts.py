"""What the clocks of a whole agency run on, one light row a person: no plan and no evaluation is read whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, select, tuple_

from meritdesk.core.circumstances import FinalBasis
from meritdesk.core.lines import ClockFacts
from meritdesk.core.people import EmploymentType
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.store.bulk import join_whole_tables
from meritdesk.store.notation import NOTHING_SPECIAL, circumstances_value, day_value
from meritdesk.store.period_people import IS_CLOSED, RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows
from meritdesk.store.staff_list import RATER
from meritdesk.store.tables import evaluation, person, plan


def clock_facts(rows: Rows, period: Period) -> tuple[ClockFacts, ...]:
    """One line for everybody who is appraised; of several plans of a year the one begun last counts."""
    later = plan.alias("later_plan")
    is_last = ~(
        select(later.c.plan_id)
        .where(
            later.c.agency == plan.c.agency,
            later.c.person_id == plan.c.person_id,
            later.c.year == plan.c.year,
            tuple_(later.c.starts, later.c.plan_id) > tuple_(plan.c.starts, plan.c.plan_id),
        )
        .exists()
    )
    own_plan = and_(
        plan.c.agency == person.c.agency, plan.c.person_id == person.c.person_id, plan.c.year == period.year, is_last
    )
    statement = (
        select(
            person.c.person_id, person.c.unit_id, plan.c.state, plan.c.fixed_on,
            evaluation.c.evaluation_id, evaluation.c.closed_on, evaluation.c.version, evaluation.c.circumstances,
            RATER.c.employment,
        )
        .select_from(
            people_of_period(period.code)
            .outerjoin(plan, own_plan)
            .outerjoin(RATER, and_(RATER.c.agency == person.c.agency, RATER.c.person_id == RATER_ID))
        )
        .where(person.c.agency == rows.agency, is_due())
        .add_columns(IS_CLOSED)
    )  # fmt: skip
    join_whole_tables(rows.connection)
    return tuple(map(_facts, rows.execute(statement)))


def _facts(row: Any) -> ClockFacts:
    person_id, unit_id, state, fixed_on, evaluation_id, closed_on, version, special, rater_kind, is_closed = row
    is_final = is_by_superior = False
    if is_closed:
        is_final = rater_kind == EmploymentType.OFFICIAL.value
        if special and special != NOTHING_SPECIAL:
            found = circumstances_value(special)
            is_by_superior = found.take_over is not None or found.final is FinalBasis.SUPERIOR_OF_RATER
            is_final = is_final or is_by_superior or found.final is not None
    return ClockFacts(
        person_id=person_id,
        unit_id=unit_id or "",
        is_fixed=state == PlanState.FIXED.value,
        fixed_on=day_value(fixed_on) if state == PlanState.FIXED.value else None,
        evaluation_id=evaluation_id if is_closed else "",
        closed_on=day_value(closed_on) if is_closed else None,
        version=version or 0,
        is_final=is_final,
        is_by_superior=is_by_superior,
    )
