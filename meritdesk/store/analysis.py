"""The rows of the data set for analysts, by agency and period; nothing confidential is among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, select

from meritdesk.core.analysis import ACTUALS, EVALUATIONS, PLANS, AnalysisTable
from meritdesk.store.rows import Rows
from meritdesk.store.tables import actual, evaluation, indicator, org_unit, person, plan, work_result

BLOCK = 5000
_RATER = person.alias("rater")


class StoredAnalysis:
    """One agency's rows as analysts get them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def agencies(self) -> tuple[str, ...]:
        """Whose rows are here: one agency's own, or those of every agency that sent to the region."""
        found = self._rows.connection.execute(select(person.c.agency).distinct()).scalars()
        return tuple(sorted(str(one) for one in found))

    def periods(self, table: AnalysisTable) -> tuple[str, ...]:
        """The periods of which the agency has rows in a table."""
        column = {EVALUATIONS: evaluation.c.period, ACTUALS: actual.c.period, PLANS: plan.c.year}[table]
        statement = select(column).where(column.table.c.agency == self._rows.agency).distinct()
        return tuple(sorted(str(one) for one in self._rows.connection.execute(statement).scalars()))

    def rows(self, table: AnalysisTable, period: str) -> Iterator[list[tuple[Any, ...]]]:
        """The rows of a period in blocks, as they are stored, in the order of the table's columns."""
        statement = _STATEMENTS[table.name]().where(*self._of(table, period))
        result = self._rows.connection.execute(statement.execution_options(yield_per=BLOCK))
        for block in result.partitions():
            yield [tuple(row) for row in block]

    def _of(self, table: AnalysisTable, period: str) -> tuple[Any, ...]:
        if table is PLANS:
            return (plan.c.agency == self._rows.agency, plan.c.year == int(period))
        of = evaluation if table is EVALUATIONS else actual
        return (of.c.agency == self._rows.agency, of.c.period == period)


def _same(one: Any, other: Any, key: str, other_key: str = "") -> Any:
    return and_(one.c.agency == other.c.agency, one.c[key] == other.c[other_key or key])


def _evaluations() -> Select[Any]:
    e, p = evaluation.c, person.c
    return (
        select(
            e.evaluation_id, e.person_id, p.nip, p.name, p.employment, p.legal_status, p.grade, p.position_kind,
            p.position_title, p.echelon, p.education, p.unit_id, org_unit.c.name, e.rater_id, _RATER.c.nip,
            e.led_unit_id, e.state, e.result_rating, e.behaviour_rating, e.suggested, e.predicate, e.org_level,
            e.version, e.closed_on,
        )
        .select_from(
            evaluation.join(person, _same(evaluation, person, "person_id"))
            .outerjoin(org_unit, _same(person, org_unit, "unit_id"))
            .outerjoin(_RATER, _same(evaluation, _RATER, "rater_id", "person_id"))
        )
        .order_by(e.evaluation_id)
    )  # fmt: skip


def _plans() -> Select[Any]:
    a, p = plan.c, person.c
    return (
        select(
            a.plan_id, a.person_id, p.nip, p.name, p.unit_id, a.state, a.approach, a.job_class, a.occasion, a.starts,
            a.ends, a.fixed_on, a.version,
        )
        .select_from(plan.join(person, _same(plan, person, "person_id")))
        .order_by(a.plan_id)
    )  # fmt: skip


def _actuals() -> Select[Any]:
    i, r, a = indicator.c, work_result.c, actual.c
    return (
        select(
            a.indicator_id, i.result_id, i.plan_id, plan.c.person_id, person.c.nip, r.kind, r.text, i.text, i.aspect,
            i.perspective, i.target_text, i.target_low, i.target_high, i.target_unit, i.direction, a.text,
            a.value, a.override,
        )
        .select_from(
            actual.join(indicator, _same(actual, indicator, "indicator_id"))
            .join(work_result, _same(indicator, work_result, "result_id"))
            .join(plan, _same(indicator, plan, "plan_id"))
            .join(person, _same(plan, person, "person_id"))
        )
        .order_by(a.indicator_id)
    )  # fmt: skip


_STATEMENTS = {EVALUATIONS.name: _evaluations, PLANS.name: _plans, ACTUALS.name: _actuals}
