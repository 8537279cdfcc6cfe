"""The people of a period as a source for queries: each with his reporting line and his evaluation, and who is due."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, case
from sqlalchemy.sql.selectable import Join

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.people import APPRAISED_STATUSES, EmploymentType
from meritdesk.store.tables import evaluation, person, reporting_line

IS_CLOSED = evaluation.c.state == EvaluationState.CLOSED.value


def _as_of_closing(column: str) -> ColumnElement[Any]:
    """A closed evaluation keeps its rater; an open one follows the reporting line of today."""
    kept = and_(IS_CLOSED, evaluation.c.rater_id.is_not(None))
    return case((kept, evaluation.c[column]), else_=reporting_line.c[column])


RATER_ID = _as_of_closing("rater_id")
LED_UNIT_ID = _as_of_closing("led_unit_id")


def is_due() -> ColumnElement[bool]:
    """Whether the rules of planning and evaluation apply to a person (R-01, R-13)."""
    statuses = sorted(status.value for status in APPRAISED_STATUSES)
    return and_(person.c.employment != EmploymentType.OFFICIAL.value, person.c.legal_status.in_(statuses))


def people_of_period(period_code: str) -> Join:
    """Every person with his reporting line and his evaluation of the period, where there are any."""
    same_line = and_(reporting_line.c.agency == person.c.agency, reporting_line.c.person_id == person.c.person_id)
    same_evaluation = and_(
        evaluation.c.agency == person.c.agency,
        evaluation.c.person_id == person.c.person_id,
        evaluation.c.period == period_code,
    )
    return person.outerjoin(reporting_line, same_line).outerjoin(evaluation, same_evaluation)
