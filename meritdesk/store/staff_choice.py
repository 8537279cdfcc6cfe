"""Whom a query of the staff list chooses, as conditions on the derived rows, and what of them is compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, select

from meritdesk.core.lines import StaffField, StaffQuery
from meritdesk.core.search_words import asked_words, is_part_of_number
from meritdesk.store.rows import Rows, any_of
from meritdesk.store.stages import in_cohort
from meritdesk.store.tables import evaluation, plan, staff_row

FEW_MATCHES = 3000
"""So many people are put in order themselves; more are tested while an index is walked in the order of the list."""
BROAD_MATCHES = 20_000
"""Of so many the first blocks are full after a few steps: each person's words are looked at, no set is made."""


@dataclass(frozen=True)
class Choice:
    """Whom a query chooses: the words of its search are looked up once, however often it is asked."""

    rows: Rows
    query: StaffQuery

    @cached_property
    def matching(self) -> Select[Any] | None:
        """The entries in which the words of the search are found; none can be when it has no letter and no digit."""
        return matching(self.rows, self.query.search)

    @cached_property
    def total(self) -> int:
        """How many people are chosen."""
        query, asked = self.query, asked_words(self.query.search)
        only_words = asked and not any(map(is_part_of_number, asked)) and self._is_bare and not query.only_numbered
        if only_words and self.matching is not None:
            return self.rows.words.how_many(self.rows.connection, self.matching)
        return self._counted()

    @cached_property
    def found(self) -> int:
        """In how many entries the words are found, counted no further than it matters."""
        if self.matching is None:
            return 0
        if self._is_bare and "total" in self.__dict__:
            return self.total
        return self.rows.words.how_many(self.rows.connection, self.matching.limit(BROAD_MATCHES + 1))

    @cached_property
    def is_broad(self) -> bool:
        """Whether any order is soon filled: the list is narrowed by a search that finds many, or hardly at all."""
        query = self.query
        if self._is_bare:
            return not query.search.strip() or self.found > FEW_MATCHES
        if query.search.strip() or query.unit_ids or query.person_ids:
            return False
        return self.total > FEW_MATCHES and 2 * self.total > Choice(self.rows, StaffQuery()).total

    @cached_property
    def _is_bare(self) -> bool:
        """Whether nothing but a search narrows the list."""
        query = self.query
        return query == StaffQuery(
            search=query.search, sort=query.sort, offset=query.offset, limit=query.limit, year=query.year,
            period=query.period, only_numbered=query.only_numbered,
        )  # fmt: skip

    def of(self, statement: Select[Any], *, is_near: bool = False) -> Select[Any]:
        """A statement on the derived rows, for the chosen people only; ``is_near`` says that it stops early."""
        rows, query = self.rows, self.query
        statement = statement.where(staff_row.c.agency == rows.agency)
        if query.search.strip():
            if self.matching is None:
                return statement.where(false())
            if is_near and self.found > BROAD_MATCHES:
                statement = statement.where(*rows.words.tested(staff_row.c.entry_id, asked_words(query.search)))
            elif self.found > FEW_MATCHES:
                statement = statement.where(rows.words.walked(staff_row.c.entry_id).in_(self.matching))
            else:
                statement = statement.where(staff_row.c.entry_id.in_(self.matching))
        if query.unit_ids:
            statement = statement.where(any_of(staff_row.c.unit_id, query.unit_ids))
        if query.only_problems:
            statement = statement.where(staff_row.c.problem != "")
        if query.only_numbered:
            statement = statement.where(staff_row.c.nip != "")
        if query.cohort is not None:
            statement = statement.where(in_cohort(rows, query.cohort, staff_row.c.person_id))
        if query.person_ids:
            statement = statement.where(any_of(staff_row.c.person_id, query.person_ids))
        return statement.where(*(any_of(value_of(one.field, query), one.values) for one in query.filters))

    def count(self, *conditions: ColumnElement[bool]) -> int:
        """How many of the chosen people meet these conditions too."""
        return self._counted(*conditions) if conditions else self.total

    def _counted(self, *conditions: ColumnElement[bool]) -> int:
        statement = self.of(select(func.count()).select_from(staff_row)).where(*conditions)
        return int(self.rows.connection.execute(statement).scalar_one())


def matching(rows: Rows, search: str) -> Select[Any] | None:
    """The entries in which the words of a search are found; nothing when it has no letter and no digit."""
    words = asked_words(search)
    return rows.words.staff_matching(rows.agency, words) if words else None


def value_of(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    """What filters and tallies compare; what is missing is the empty text."""
    if field is StaffField.PLAN_STATE:
        return func.coalesce(plan_state(staff_row, query.year), "")
    if field is StaffField.RATING_STATE:
        return func.coalesce(rating_state(staff_row, query.period), "")
    return _VALUES[field]


def plan_state(of: Any, year: int | ColumnElement[int]) -> ColumnElement[Any]:
    """The state of the plan of a year; of somebody who moved, the one begun last."""
    return (
        select(plan.c.state)
        .where(plan.c.agency == of.c.agency, plan.c.year == year, plan.c.person_id == of.c.person_id)
        .order_by(plan.c.starts.desc(), plan.c.plan_id.desc())
        .limit(1)
        .correlate(of)
        .scalar_subquery()
    )


def rating_state(of: Any, period: str | ColumnElement[str]) -> ColumnElement[Any]:
    """The state of the evaluation of a period."""
    return (
        select(func.max(evaluation.c.state))
        .where(
            evaluation.c.agency == of.c.agency,
            evaluation.c.period == period,
            evaluation.c.person_id == of.c.person_id,
        )
        .correlate(of)
        .scalar_subquery()
    )


_VALUES: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: staff_row.c.sort_name,
    StaffField.NIP: staff_row.c.nip,
    StaffField.POSITION: staff_row.c.sort_position,
    StaffField.GRADE: staff_row.c.grade,
    StaffField.UNIT: staff_row.c.unit_id,
    StaffField.EMPLOYMENT: staff_row.c.employment,
    StaffField.LEGAL_STATUS: staff_row.c.legal_status,
    StaffField.POSITION_KIND: staff_row.c.position_kind,
    StaffField.RATER: staff_row.c.rater_id,
    StaffField.PROBLEM: staff_row.c.problem,
}
