"""How far people are in a period, as conditions in SQL: counted by the board, listed by whoever opens a count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, case, func, or_, select, tuple_

from meritdesk.core.documents import DOCUMENT_FORMS, EVALUATION_FORMS, Form, PaperStanding, SignerRole
from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.handover import PackageKind, ReceiptCode
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanState
from meritdesk.core.stages import COMES_AFTER, Cohort, Reach, Signers, Stage
from meritdesk.store.period_people import RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows, any_of
from meritdesk.store.tables import (
    actual,
    change_set,
    document,
    document_process,
    evaluation,
    indicator,
    outgoing,
    paper_cancellation,
    paper_entry,
    person,
    plan,
    row_change,
)

_RESULT_FORMS = sorted(form.value for form in EVALUATION_FORMS | DOCUMENT_FORMS)
FIRST_SIGNERS = {Form.D_1_1: SignerRole.RATER, Form.D_1_2: SignerRole.SUPERIOR, Form.D_1_3: SignerRole.RATER}


def passed(rows: Rows, period: Period, signers: Signers = ()) -> Mapping[Stage, ColumnElement[bool]]:
    """By stage, whether somebody has passed it; to be asked of ``people_of_period`` and of those who are due."""
    of_year = (plan.c.agency == rows.agency, plan.c.year == period.year)
    reported = (
        select(plan.c.plan_id)
        .join(indicator, and_(indicator.c.agency == plan.c.agency, indicator.c.plan_id == plan.c.plan_id))
        .join(actual, and_(actual.c.agency == plan.c.agency, actual.c.indicator_id == indicator.c.indicator_id))
        .where(*of_year, plan.c.person_id == person.c.person_id, actual.c.period == period.code)
        .correlate(person)
        .exists()
    )
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
    is_fixed = plan.c.state == PlanState.FIXED.value
    closed = evaluation.c.state == EvaluationState.CLOSED.value
    return {
        Stage.RATER: RATER_ID.is_not(None),
        Stage.PLAN: person.c.person_id.in_(select(plan.c.person_id).where(*of_year)),
        Stage.FIXED: person.c.person_id.in_(select(plan.c.person_id).where(*of_year, is_fixed, is_last)),
        Stage.ACTUALS: reported,
        # Who dropped out of a study leave is closed without ratings: nothing is left to rate.
        Stage.RATED: or_(
            and_(evaluation.c.result_rating.is_not(None), evaluation.c.behaviour_rating.is_not(None)), closed
        ),
        Stage.CLOSED: closed,
        Stage.PRINTED: and_(closed, evaluation.c.evaluation_id.in_(_printed(rows))),
        Stage.SIGNED: and_(closed, evaluation.c.evaluation_id.in_(_signed(rows, period, signers))),
        Stage.SENT: and_(closed, _is_sent(rows, period)),
    }


def in_cohort(rows: Rows, cohort: Cohort, person_id: Column[Any] = person.c.person_id) -> ColumnElement[bool]:
    """Whether a person belongs to a cohort, for any list of people."""
    source = people_of_period(cohort.period.code)
    found = select(person.c.person_id).select_from(source).where(*members(rows, cohort))
    return person_id.in_(found.correlate(None))


def members(rows: Rows, cohort: Cohort) -> list[ColumnElement[bool]]:
    """The conditions of a cohort, to be asked of ``people_of_period``."""
    stages = passed(rows, cohort.period, cohort.signers)
    wanted = [person.c.agency == rows.agency, is_due()]
    is_done = func.coalesce(stages[cohort.stage], False)
    wanted.append(is_done if cohort.reach is Reach.DONE else ~is_done)
    before = COMES_AFTER.get(cohort.stage)
    if cohort.reach is Reach.READY and before is not None:
        wanted.append(stages[before])
    if cohort.unit_ids:
        wanted.append(any_of(person.c.unit_id, cohort.unit_ids))
    return wanted


def _printed(rows: Rows) -> Any:
    return (
        select(evaluation.c.evaluation_id)
        .join(
            document, and_(document.c.agency == evaluation.c.agency, document.c.record_id == evaluation.c.evaluation_id)
        )
        .where(document.c.agency == rows.agency, document.c.form.in_(_RESULT_FORMS))
        .where(document.c.record_version == evaluation.c.version)
        .correlate(None)
    )


def signing_forms(period: Period, signers: Signers) -> list[tuple[str, tuple[str, ...]]]:
    """The forms whose signatures finish a period: the evaluation document of the year, of a quarter its sheet too."""
    forms = {form.value for form in (DOCUMENT_FORMS if period.is_annual else DOCUMENT_FORMS | EVALUATION_FORMS)}
    return [(form, roles) for form, roles in signers if form in forms and roles]


def papers_in_force(rows: Rows, period: Period, forms: Sequence[str]) -> Any:
    """The papers of closed evaluations that show the version in force and are neither cancelled nor a draft."""
    return _papers(period, forms, evaluation.c.agency == rows.agency)


def _papers(period: Period, forms: Sequence[str], whose: ColumnElement[bool]) -> Any:
    source = (
        evaluation.join(
            document, and_(document.c.agency == evaluation.c.agency, document.c.record_id == evaluation.c.evaluation_id)
        )
        .outerjoin(
            paper_cancellation,
            and_(
                paper_cancellation.c.agency == document.c.agency,
                paper_cancellation.c.document_id == document.c.document_id,
            ),
        )
        .outerjoin(
            document_process,
            and_(
                document_process.c.agency == evaluation.c.agency,
                document_process.c.evaluation_id == evaluation.c.evaluation_id,
                document_process.c.form == document.c.form,
                document_process.c.version == evaluation.c.version,
            ),
        )
        .outerjoin(
            paper_entry,
            and_(
                paper_entry.c.agency == document.c.agency,
                paper_entry.c.document_id == document.c.document_id,
                paper_entry.c.signed.is_not(None),
            ),
        )
    )
    conditions = (
        whose,
        evaluation.c.period == period.code,
        evaluation.c.state == EvaluationState.CLOSED.value,
        document.c.form.in_(forms),
        document.c.record_version == evaluation.c.version,
        document.c.standing != PaperStanding.DRAFT.value,
        paper_cancellation.c.document_id.is_(None),
    )
    return source, conditions


def _signed(rows: Rows, period: Period, signers: Signers) -> Any:
    """The evaluations of one agency that bear every signature."""
    signed = signed_evaluations(period, signers, evaluation.c.agency == rows.agency).subquery()
    return select(signed.c.evaluation_id).correlate(None)


def signed_evaluations(period: Period, signers: Signers, whose: ColumnElement[bool]) -> Any:
    """Agency and key of the evaluations of which one form bears every signature, on whichever copy it was noted."""
    known = signing_forms(period, signers)
    source, conditions = _papers(period, [form for form, _ in known], whose)
    whole = [
        and_(document.c.form == form, *(func.max(case((_is_signed_by(form, role), 1), else_=0)) == 1 for role in roles))
        for form, roles in known
    ]
    return (
        select(evaluation.c.agency, evaluation.c.evaluation_id)
        .select_from(source)
        .where(*conditions)
        .group_by(evaluation.c.agency, evaluation.c.evaluation_id, document.c.form)
        .having(or_(*whole) if whole else evaluation.c.evaluation_id.is_(None))
        .correlate(None)
    )


def _is_signed_by(form: str, role: str) -> ColumnElement[bool]:
    """An entry says so, or a day that the clocks of the D forms keep."""
    noted = func.coalesce(paper_entry.c.signed == role, False)
    if form not in {one.value for one in DOCUMENT_FORMS}:
        return noted
    if FIRST_SIGNERS[Form(form)].value == role:
        return or_(noted, document_process.c.signed_on.is_not(None))
    return or_(noted, document_process.c.returned_on.is_not(None)) if role == SignerRole.RATEE.value else noted


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
