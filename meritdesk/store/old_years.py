"""Papers of the years before 2022 as rows; they never mix with today's evaluations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Numeric, String, and_, case, cast, func, or_, select

from meritdesk.core.evaluation import PackRef
from meritdesk.core.old_years import (
    Cascading,
    KeptOutcome,
    LineKind,
    LineScope,
    OldAspect,
    OldCategory,
    OldEvaluation,
    OldLine,
    OldPart,
    OldRecord,
    OldScheme,
    OldYearField,
    OldYearLine,
    OldYearQuery,
    OldYearState,
    Signatory,
)
from meritdesk.core.people import titled
from meritdesk.core.plan import Aspect, Direction, JobClass
from meritdesk.store import tables
from meritdesk.store.notation import decimal_text, decimal_value
from meritdesk.store.rows import Rows, Values, any_of, at_most
from meritdesk.store.staff_list import people_filter

_PART_ORDER = {part.value: place for place, part in enumerate(OldPart)}
_NO_SCORE = -1
"""A paper without a score stands below all others."""


def _ranked(column: ColumnElement[Any], kinds: Iterable[str]) -> ColumnElement[int]:
    """The values of a field in the order in which its rule names them; what is missing comes last."""
    ranks = {kind: place for place, kind in enumerate(kinds)}
    return case(ranks, value=column, else_=len(ranks))


def _figure(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(cast(column, Numeric), _NO_SCORE)


def _state(of: Any) -> ColumnElement[str]:
    other_score = and_(of.stated_score.is_not(None), _figure(of.stated_score) != _figure(of.score))
    other_label = and_(of.stated_category.is_not(None), of.stated_category != func.coalesce(of.category, ""))
    return case(
        (of.score.is_(None), OldYearState.OPEN.value),
        (or_(other_score, other_label), OldYearState.DIFFERS.value),
        else_=OldYearState.AGREES.value,
    )


_OLD = tables.old_evaluation.c
_COMPARED: Mapping[OldYearField, ColumnElement[Any]] = {
    OldYearField.YEAR: cast(_OLD.year, String),
    OldYearField.PART: _OLD.part,
    OldYearField.NAME: tables.person.c.sort_name,
    OldYearField.NIP: tables.person.c.nip,
    OldYearField.UNIT: func.coalesce(tables.org_unit.c.name, ""),
    OldYearField.SCHEME: _OLD.scheme,
    OldYearField.SCORE: _figure(_OLD.score),
    OldYearField.CATEGORY: func.coalesce(_OLD.category, ""),
    OldYearField.STATE: _state(_OLD),
}
_ORDERED: Mapping[OldYearField, ColumnElement[Any]] = {
    **_COMPARED,
    OldYearField.YEAR: _OLD.year,
    OldYearField.PART: _ranked(_OLD.part, OldPart),
    OldYearField.UNIT: func.lower(_COMPARED[OldYearField.UNIT]),
    OldYearField.SCHEME: _ranked(_OLD.scheme, OldScheme),
    OldYearField.CATEGORY: _ranked(_COMPARED[OldYearField.CATEGORY], OldCategory),
    OldYearField.STATE: _ranked(_COMPARED[OldYearField.STATE], OldYearState),
}


class StoredOldYears:
    """Old papers with their lines, their behaviour scores and what they came to."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_person(self, person_id: str) -> tuple[OldRecord, ...]:
        """All old papers of one person, by year and part."""
        return self._records(self._rows.read(tables.old_evaluation, "person_id", [person_id]))

    def of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[OldRecord, ...]:
        """The papers of a year, of everybody or of these people."""
        found = self._rows.read(tables.old_evaluation, "year", [year])
        wanted = None if person_ids is None else set(person_ids)
        return self._records([row for row in found if wanted is None or row["person_id"] in wanted])

    def years(self) -> tuple[int, ...]:
        """The years of which there are papers, newest first."""
        table = tables.old_evaluation
        statement = select(table.c.year).where(table.c.agency == self._rows.agency).distinct()
        return tuple(sorted((int(row[0]) for row in self._rows.execute(statement)), reverse=True))

    def count(self, query: OldYearQuery) -> int:
        """How many papers a list would show."""
        statement = self._chosen(select(func.count()), query)
        return int(self._rows.connection.execute(statement).scalar_one())

    def lines(self, query: OldYearQuery) -> tuple[OldYearLine, ...]:
        """One block of the list in the order asked for; what it leaves open goes newest year first, then by name."""
        old, person, unit = tables.old_evaluation, tables.person, tables.org_unit
        columns = (
            old.c.evaluation_id, old.c.person_id, person.c.nip, person.c.name, person.c.front_title,
            person.c.back_title, unit.c.name, old.c.year, old.c.part, old.c.scheme, old.c.skp, old.c.behaviour,
            old.c.score, old.c.category, old.c.stated_score, old.c.stated_category,
        )  # fmt: skip
        order = [_ORDERED[field].desc() if falls else _ORDERED[field] for field, falls in query.order]
        statement = self._chosen(select(*columns), query).order_by(
            *order, old.c.year.desc(), person.c.sort_name, person.c.person_id, old.c.part
        )
        return tuple(
            OldYearLine(
                evaluation_id=row[0],
                person_id=row[1],
                nip=row[2],
                name=titled(row[3], row[4], row[5]),
                unit_name=row[6] or "",
                year=row[7],
                part=OldPart(row[8]),
                scheme=OldScheme(row[9]),
                skp=decimal_value(row[10]),
                behaviour=decimal_value(row[11]),
                score=decimal_value(row[12]),
                category=OldCategory(row[13]) if row[13] else None,
                stated_score=decimal_value(row[14]),
                stated_category=OldCategory(row[15]) if row[15] else None,
            )
            for row in self._rows.execute(statement.offset(query.offset).limit(at_most(query.limit)))
        )

    def save(self, records: Sequence[OldRecord]) -> None:
        """Add these papers or bring them up to date, with all their parts."""
        latest = {record.paper.evaluation_id: record for record in records}
        self._rows.write(tables.old_evaluation, map(_row, latest.values()))
        self._rows.replace_parts(tables.old_line, "evaluation_id", latest, _line_rows(latest.values()))
        self._rows.replace_parts(tables.old_aspect, "evaluation_id", latest, _aspect_rows(latest.values()))

    def remove(self, evaluation_ids: Sequence[str]) -> None:
        """Take papers out again; the journal keeps them, so that it can be undone."""
        for table in (tables.old_line, tables.old_aspect, tables.old_evaluation):
            self._rows.replace_parts(table, "evaluation_id", evaluation_ids, ())

    def _chosen(self, statement: Any, query: OldYearQuery) -> Any:
        old, person, unit = tables.old_evaluation, tables.person, tables.org_unit
        source = old.join(
            person, and_(person.c.person_id == old.c.person_id, person.c.agency == old.c.agency)
        ).outerjoin(unit, and_(unit.c.unit_id == person.c.unit_id, unit.c.agency == person.c.agency))
        statement = statement.select_from(source).where(old.c.agency == self._rows.agency)
        if query.year:
            statement = statement.where(old.c.year == query.year)
        statement = statement.where(*people_filter(self._rows, query.unit_ids, query.search))
        return statement.where(*(any_of(_COMPARED[field], values) for field, values in query.kept))

    def _records(self, found: Sequence[Mapping[str, Any]]) -> tuple[OldRecord, ...]:
        ids = [str(row["evaluation_id"]) for row in found]
        lines: dict[str, list[OldLine]] = defaultdict(list)
        for row in self._rows.read(tables.old_line, "evaluation_id", ids, "evaluation_id", "place"):
            lines[str(row["evaluation_id"])].append(_line(row))
        aspects: dict[str, dict[OldAspect, Decimal]] = defaultdict(dict)
        for row in self._rows.read(tables.old_aspect, "evaluation_id", ids):
            aspects[str(row["evaluation_id"])][OldAspect(str(row["aspect"]))] = Decimal(str(row["score"]))
        ordered = sorted(found, key=lambda row: (row["year"], _PART_ORDER[row["part"]], row["person_id"]))
        return tuple(_record(row, lines[row["evaluation_id"]], aspects[row["evaluation_id"]]) for row in ordered)


def _record(row: Mapping[str, Any], lines: Sequence[OldLine], aspects: Mapping[OldAspect, Decimal]) -> OldRecord:
    ratee, rater, superior = msgspec.json.decode(row["parties"], type=tuple[Signatory, Signatory, Signatory])
    paper = OldEvaluation(
        evaluation_id=row["evaluation_id"],
        person_id=row["person_id"],
        year=row["year"],
        part=OldPart(row["part"]),
        scheme=OldScheme(row["scheme"]),
        job_class=JobClass(row["job_class"]),
        is_leader=bool(row["is_leader"]),
        skp_score=decimal_value(row["skp_score"]),
        lines=tuple(lines),
        behaviour_score=decimal_value(row["behaviour_score"]),
        aspects={aspect: aspects[aspect] for aspect in OldAspect if aspect in aspects},
        asks_peers=bool(row["asks_peers"]),
        peer_score=decimal_value(row["peer_score"]),
        new_idea=row["new_idea"],
        sole_reason=row["sole_reason"],
        stated_score=decimal_value(row["stated_score"]),
        stated_category=OldCategory(row["stated_category"]) if row["stated_category"] else None,
        ratee=ratee,
        rater=rater,
        superior=superior,
        note=row["note"],
        version=row["version"],
    )
    if row["score"] is None:
        return OldRecord(paper)
    outcome = KeptOutcome(
        skp=Decimal(row["skp"]),
        behaviour=Decimal(row["behaviour"]),
        score=Decimal(row["score"]),
        category=OldCategory(row["category"]),
        packs=msgspec.json.decode(row["packs"], type=tuple[PackRef, ...]),
    )
    return OldRecord(paper, outcome)


def _row(record: OldRecord) -> Values:
    paper, outcome = record.paper, record.outcome
    return {
        "evaluation_id": paper.evaluation_id,
        "person_id": paper.person_id,
        "year": paper.year,
        "part": paper.part.value,
        "scheme": paper.scheme.value,
        "job_class": paper.job_class.value,
        "is_leader": paper.is_leader,
        "skp_score": decimal_text(paper.skp_score),
        "behaviour_score": decimal_text(paper.behaviour_score),
        "asks_peers": paper.asks_peers,
        "peer_score": decimal_text(paper.peer_score),
        "new_idea": paper.new_idea,
        "sole_reason": paper.sole_reason,
        "stated_score": decimal_text(paper.stated_score),
        "stated_category": paper.stated_category.value if paper.stated_category else None,
        "parties": msgspec.json.encode((paper.ratee, paper.rater, paper.superior)).decode(),
        "note": paper.note,
        "version": paper.version,
        "skp": decimal_text(outcome.skp if outcome else None),
        "behaviour": decimal_text(outcome.behaviour if outcome else None),
        "score": decimal_text(outcome.score if outcome else None),
        "category": outcome.category.value if outcome else None,
        "packs": msgspec.json.encode(outcome.packs if outcome else ()).decode(),
    }


def _line(row: Mapping[str, Any]) -> OldLine:
    return OldLine(
        number=row["number"],
        kind=LineKind(row["kind"]),
        text=row["text"],
        aspect=Aspect(row["aspect"]) if row["aspect"] else None,
        low=decimal_value(row["low"]),
        high=decimal_value(row["high"]),
        actual=decimal_value(row["actual"]),
        direction=Direction(row["direction"]),
        is_highest_target=bool(row["is_highest_target"]),
        category=OldCategory(row["category"]) if row["category"] else None,
        score=decimal_value(row["score"]),
        cascading=Cascading(row["cascading"]),
        scope=LineScope(row["scope"]),
        scope_weight=decimal_value(row["scope_weight"]),
    )


def _line_rows(records: Iterable[OldRecord]) -> Iterator[Values]:
    for record in records:
        for place, line in enumerate(record.paper.lines, start=1):
            yield {
                "evaluation_id": record.paper.evaluation_id,
                "place": place,
                "number": line.number,
                "kind": line.kind.value,
                "text": line.text,
                "aspect": line.aspect.value if line.aspect else None,
                "low": decimal_text(line.low),
                "high": decimal_text(line.high),
                "actual": decimal_text(line.actual),
                "direction": line.direction.value,
                "is_highest_target": line.is_highest_target,
                "category": line.category.value if line.category else None,
                "score": decimal_text(line.score),
                "cascading": line.cascading.value,
                "scope": line.scope.value,
                "scope_weight": decimal_text(line.scope_weight),
            }


def _aspect_rows(records: Iterable[OldRecord]) -> Iterator[Values]:
    for record in records:
        for aspect, score in record.paper.aspects.items():
            yield {
                "evaluation_id": record.paper.evaluation_id,
                "aspect": aspect.value,
                "score": format(score, "f"),
            }
