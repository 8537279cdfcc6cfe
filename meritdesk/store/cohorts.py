"""The people behind the counts of the board, one line each, and the days on which their papers were signed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, literal, select, union

from meritdesk.core.documents import SignerRole
from meritdesk.core.people import titled
from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort, CohortLine, Signers
from meritdesk.store.bulk import join_whole_tables
from meritdesk.store.notation import day_value, moment_value
from meritdesk.store.period_people import IS_CLOSED, RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows, any_of, at_most
from meritdesk.store.staff_list import RATER
from meritdesk.store.stages import FIRST_SIGNERS, members, papers_in_force, passed, signing_forms
from meritdesk.store.tables import document, document_process, evaluation, org_unit, paper_entry, person


def cohort_lines(rows: Rows, cohort: Cohort, offset: int = 0, limit: int = -1) -> tuple[CohortLine, ...]:
    """The people of a cohort by name, each with all the stages he has passed."""
    stages = passed(rows, cohort.period, cohort.signers)
    statement = (
        select(
            person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            person.c.position_title, person.c.unit_id, org_unit.c.name,
            RATER_ID, RATER.c.name, RATER.c.front_title, RATER.c.back_title,
            *(case((one, 1), else_=0) for one in stages.values()),
        )
        .select_from(
            people_of_period(cohort.period.code)
            .outerjoin(org_unit, and_(org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id))
            .outerjoin(RATER, and_(RATER.c.agency == person.c.agency, RATER.c.person_id == RATER_ID))
        )
        .where(*members(rows, cohort))
        .order_by(person.c.sort_name, person.c.person_id)
        .offset(offset)
        .limit(at_most(limit))
    )  # fmt: skip
    return tuple(
        CohortLine(
            person_id=row[0],
            nip=row[1] or "",
            name=titled(row[2], row[3], row[4]),
            position=row[5] or "",
            unit_id=row[6] or "",
            unit_name=row[7] or "",
            rater_id=row[8] or "",
            rater_name=titled(row[9], row[10], row[11]) if row[9] is not None else "",
            done=frozenset(stage for stage, is_done in zip(stages, row[12:], strict=True) if is_done),
        )
        for row in rows.execute(statement)
    )


def cohort_count(rows: Rows, cohort: Cohort) -> int:
    """How many people a cohort has."""
    join_whole_tables(rows.connection)
    statement = select(func.count()).select_from(people_of_period(cohort.period.code)).where(*members(rows, cohort))
    return int(rows.connection.execute(statement).scalar_one())


def predicate_counts(rows: Rows, period: Period) -> tuple[tuple[str, str, int], ...]:
    """By unit of today and predicate, how many closed evaluations of a period carry it.

    Counted are the people of the board. Whoever moved away took his papers along and is counted where he is now, by
    his new rater and unit (p. 91 no. 13); here the bars would else hold more than are closed, and a region him twice.
    """
    join_whole_tables(rows.connection)
    statement = (
        select(person.c.unit_id, evaluation.c.predicate, func.count())
        .select_from(people_of_period(period.code))
        .where(person.c.agency == rows.agency, is_due(), IS_CLOSED, evaluation.c.predicate.is_not(None))
        .group_by(person.c.unit_id, evaluation.c.predicate)
    )
    return tuple((row[0] or "", row[1], int(row[2])) for row in rows.execute(statement))


def signed_days(
    rows: Rows, period: Period, signers: Signers, left_out: Collection[str] = ()
) -> tuple[tuple[str, date | None], ...]:
    """By unit, for each closed evaluation whose paper bears all its signatures, the day of the last one, if known.

    Counted are the people of the board, so that the line never passes the number that is to be signed. ``left_out``
    are the keys of people for whom another agency answers.
    """
    days: dict[tuple[str, str], dict[str, list[date | None]]] = {}
    units: dict[str, str] = {}
    wanted = {form: set(roles) for form, roles in signing_forms(period, signers)}
    join_whole_tables(rows.connection)
    for evaluation_id, unit_id, form, role, day, moment in rows.execute(
        _signature_days(rows, period, signers, left_out)
    ):
        if role not in wanted.get(form, ()):
            continue
        units[evaluation_id] = unit_id or ""
        known = day_value(day) if day else moment_value(moment).date() if moment else None
        days.setdefault((evaluation_id, form), {}).setdefault(role, []).append(known)
    last: dict[str, date | None] = {}
    for (evaluation_id, form), by_role in days.items():
        if set(by_role) != wanted[form]:
            continue
        firsts = [min((day for day in found if day is not None), default=None) for found in by_role.values()]
        last[evaluation_id] = max((day for day in firsts if day is not None), default=None)
    return tuple((units[evaluation_id], day) for evaluation_id, day in last.items())


def _signature_days(rows: Rows, period: Period, signers: Signers, left_out: Collection[str]) -> Any:
    """One row a signature: evaluation, unit of the person, form, role, the day it happened or was typed in."""
    known = signing_forms(period, signers)
    source, conditions = papers_in_force(rows, period, [form for form, _ in known])
    if left_out:
        conditions = [*conditions, ~any_of(evaluation.c.person_id, sorted(left_out))]
    conditions = [*conditions, is_due()]
    joined = source.join(
        person, and_(person.c.agency == evaluation.c.agency, person.c.person_id == evaluation.c.person_id)
    )
    which = (evaluation.c.evaluation_id, person.c.unit_id, document.c.form)
    kept_day = case(
        (paper_entry.c.home == "signed_on", document_process.c.signed_on),
        (paper_entry.c.home == "returned_on", document_process.c.returned_on),
        else_=paper_entry.c.happened_on,
    )
    first = case(
        *((document.c.form == form.value, role.value) for form, role in FIRST_SIGNERS.items()),
        else_="",
    )
    nothing = literal(None)
    noted = select(*which, paper_entry.c.signed, kept_day, paper_entry.c.entered_at)
    by_first = select(*which, first, document_process.c.signed_on, nothing)
    by_ratee = select(*which, literal(SignerRole.RATEE.value), document_process.c.returned_on, nothing)
    return union(
        noted.select_from(joined).where(*conditions, paper_entry.c.signed.is_not(None)),
        by_first.select_from(joined).where(*conditions, document_process.c.signed_on.is_not(None)),
        by_ratee.select_from(joined).where(*conditions, document_process.c.returned_on.is_not(None)),
    )
