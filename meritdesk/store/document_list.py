"""The register of documents as a list: search, filters, order and blocks in SQL, whatever has been printed so far."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.sql.selectable import Join

from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import PaperStanding
from meritdesk.core.lines import DocumentLine, FieldTally
from meritdesk.core.people import titled
from meritdesk.store.notation import moment_value
from meritdesk.store.rows import Rows, any_of, at_most, like_pattern
from meritdesk.store.tables import document, evaluation, paper_cancellation, person, plan

# Of an own sheet no record has a version: the newest paper on the matter is the one that stands.
_OTHER = document.alias()
_NEWEST = (
    select(func.max(_OTHER.c.record_version))
    .where(_OTHER.c.agency == document.c.agency, _OTHER.c.number == document.c.number)
    .correlate(document)
    .scalar_subquery()
)
_STANDING = case(
    (paper_cancellation.c.cancelled_on.is_not(None), PaperStanding.CANCELLED.value),
    (func.coalesce(evaluation.c.version, plan.c.version, _NEWEST) == document.c.record_version, document.c.standing),
    else_=PaperStanding.REPLACED.value,
)
_VALUES: dict[DocumentField, ColumnElement[Any]] = {
    DocumentField.NUMBER: document.c.number,
    DocumentField.NAME: func.coalesce(person.c.sort_name, ""),
    DocumentField.NIP: func.coalesce(person.c.nip, ""),
    DocumentField.FORM: document.c.form,
    DocumentField.PERIOD: document.c.period,
    DocumentField.VERSION: document.c.record_version,
    DocumentField.COPY: document.c.copy,
    DocumentField.PRINTED: document.c.printed_at,
    DocumentField.STANDING: _STANDING,
    DocumentField.REASON: func.lower(document.c.override_reason),
    DocumentField.FILE: func.lower(document.c.file_name),
}
_OF_RECORDS = frozenset({DocumentField.STANDING})


def document_count(rows: Rows, query: DocumentQuery) -> int:
    """How many documents a query finds in all."""
    return int(rows.connection.execute(_chosen(rows, select(func.count()), query)).scalar_one())


def document_tally(rows: Rows, query: DocumentQuery, field: DocumentField) -> tuple[FieldTally, ...]:
    """How many documents of a query have each value of a field, the most frequent first."""
    value = _VALUES[field]
    statement = _chosen(rows, select(value, func.count()), query, field).group_by(value)
    found = [FieldTally(str(row[0]), int(row[1])) for row in rows.execute(statement)]
    return tuple(sorted(found, key=lambda one: (-one.count, one.value)))


def document_lines(rows: Rows, query: DocumentQuery) -> tuple[DocumentLine, ...]:
    """One block of the register. Which documents stand in it is found first, so that only theirs are read whole."""
    order = [_VALUES[field].desc() if falls else _VALUES[field] for field, falls in query.order]
    fields = [field for field, _ in query.order]
    keys = _chosen(rows, select(document.c.document_id), query, *fields).order_by(
        *order, document.c.printed_at.desc(), document.c.number.desc(), document.c.document_id
    )
    wanted = [row[0] for row in rows.execute(keys.offset(query.offset).limit(at_most(query.limit)))]
    if not wanted:
        return ()
    statement = select(
        document.c.document_id, document.c.number, document.c.form, person.c.nip, person.c.name,
        person.c.front_title, person.c.back_title, document.c.period, document.c.record_version, document.c.copy,
        document.c.printed_at, document.c.file_name, _STANDING, document.c.override_reason,
    ).select_from(_with_records(_with_person()))  # fmt: skip
    statement = statement.where(document.c.agency == rows.agency, any_of(document.c.document_id, wanted))
    found = {
        row[0]: DocumentLine(
            document_id=row[0],
            number=row[1],
            form=row[2],
            nip=row[3] or "",
            name=titled(row[4] or "", row[5] or "", row[6] or ""),
            period=row[7],
            version=row[8],
            copy=row[9],
            printed_at=moment_value(row[10]),
            file_name=row[11],
            standing=PaperStanding(row[12]),
            override_reason=row[13],
        )
        for row in rows.execute(statement)
    }
    return tuple(found[key] for key in wanted)


def _with_person() -> Join:
    return document.outerjoin(
        person, and_(person.c.agency == document.c.agency, person.c.person_id == document.c.person_id)
    )


def _with_records(source: Join) -> Join:
    """With what says whether a paper stands: the record of today, and who cancelled it."""
    return (
        source.outerjoin(
            evaluation,
            and_(evaluation.c.agency == document.c.agency, evaluation.c.evaluation_id == document.c.record_id),
        )
        .outerjoin(plan, and_(plan.c.agency == document.c.agency, plan.c.plan_id == document.c.record_id))
        .outerjoin(
            paper_cancellation,
            and_(
                paper_cancellation.c.agency == document.c.agency,
                paper_cancellation.c.document_id == document.c.document_id,
            ),
        )
    )


def _chosen(rows: Rows, statement: Select[Any], query: DocumentQuery, *fields: DocumentField) -> Select[Any]:
    """The statement over what a query keeps, joined with no more than search, filters and ``fields`` need."""
    asked = {*fields, *(field for field, _ in query.kept)}
    source = _with_person()
    if asked & _OF_RECORDS:
        source = _with_records(source)
    is_plain = not query.search.strip() and not asked
    statement = statement.select_from(document if is_plain else source).where(document.c.agency == rows.agency)
    for word in query.search.split():
        pattern = like_pattern(word)
        statement = statement.where(
            or_(
                func.lower(document.c.number).like(pattern, escape="\\"),
                func.lower(document.c.form).like(pattern, escape="\\"),
                func.lower(document.c.period).like(pattern, escape="\\"),
                person.c.search_text.like(pattern, escape="\\"),
            )
        )
    return statement.where(*(any_of(_VALUES[field], values) for field, values in query.kept))
