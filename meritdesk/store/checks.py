"""The full check of a store: page seals, references, the journal's chain, closed evaluations, files of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.store import CheckReport
from meritdesk.store import search_index, sqlite
from meritdesk.store.beats import Beat
from meritdesk.store.evaluations import SEAL, feedback_of, seal_of
from meritdesk.store.evidence import checked
from meritdesk.store.journal import StoredJournal, decoded
from meritdesk.store.rows import Rows, shape_of
from meritdesk.store.tables import actual, change_set, evaluation, indicator, org_unit, person, row_change

_STAGES = 3


def check_store(
    path: Path, key: bytes, engine: Engine, own_agency: str, step: Callable[[int, int], None]
) -> CheckReport:
    """Look at everything and change nothing; ``step`` counts stages, change sets and closed evaluations."""
    with sqlite.refusing(path):
        step(0, _STAGES)
        faults = sqlite.page_faults(path, key, thorough=True, beat=lambda: step(0, _STAGES))
    if faults:
        return CheckReport(False, False, False, 0, 0, (), tuple(faults[:20]))
    with (
        sqlite.refusing(path),
        engine.connect() as connection,
        connection.begin(),
        (beat := Beat(connection)).stoppable(),
    ):
        step = beat.watch(step)
        return check_rows(connection, own_agency, step, sqlite.broken_references(connection), beat)


def check_rows(
    connection: Connection,
    own_agency: str,
    step: Callable[[int, int], None],
    broken: Sequence[str],
    beat: Beat | None = None,
) -> CheckReport:
    """What can be judged by the rows alone, on a server as in a file; ``broken`` are tables with lost parents."""
    rows = Rows(connection, own_agency, own_agency, may_write=False, beat=beat)
    own = change_set.c.agency == own_agency
    sets = int(connection.execute(select(func.count()).select_from(change_set).where(own)).scalar_one())
    closed = _closed_evaluations(rows)
    total = _STAGES + sets + len(closed)
    step(1, total)
    journal_ok = True
    for number, is_whole in enumerate(StoredJournal(rows).proofs(), start=1):
        journal_ok = journal_ok and is_whole
        step(2 + number, total)
    damaged = _damaged(rows, closed)
    remarks = (*(f"reference: {table}" for table in broken), *_loose_ends(rows), *search_index.faults(connection))
    files = checked(connection, None)
    step(total, total)
    return CheckReport(
        pages_ok=True,
        references_ok=not broken,
        journal_ok=journal_ok,
        change_sets=sets,
        evaluations_checked=len(closed),
        evaluations_damaged=tuple(damaged),
        remarks=remarks,
        evidence_checked=files.looked_at,
        evidence_missing=files.missing,
        evidence_damaged=files.damaged,
    )


def _closed_evaluations(rows: Rows) -> list[dict[str, Any]]:
    names = ("agency", *shape_of(evaluation).names)
    statement = select(*(evaluation.c[name] for name in names)).where(
        evaluation.c.state == EvaluationState.CLOSED.value
    )
    return [dict(zip(names, row, strict=True)) for row in rows.execute(statement)]


def _damaged(rows: Rows, closed: Sequence[Mapping[str, Any]]) -> list[str]:
    """Closed evaluations whose content is not what was sealed, or whose seal is not the one in the journal."""
    journaled = _journaled_seals(rows)
    damaged = []
    for agency in sorted({str(row["agency"]) for row in closed}):
        theirs = Rows(rows.connection, agency, rows.own_agency, may_write=False)
        of_agency = [row for row in closed if row["agency"] == agency]
        feedback = feedback_of(theirs, [str(row["evaluation_id"]) for row in of_agency])
        for row in of_agency:
            name = str(row["evaluation_id"])
            if row[SEAL] != seal_of(row, feedback.get(name, {})) or journaled.get((agency, name)) != row[SEAL]:
                damaged.append(name)
    return damaged


def _journaled_seals(rows: Rows) -> dict[tuple[str, str], str]:
    """The last seal that the journal knows of each evaluation: a row changed past the journal differs from it."""
    statement = (
        select(change_set.c.about, row_change.c.row_key, row_change.c.kind, row_change.c.fields)
        .join(change_set, (change_set.c.agency == row_change.c.agency) & (change_set.c.number == row_change.c.number))
        .where(row_change.c.table_name == evaluation.name)
        .order_by(row_change.c.number, row_change.c.place)
    )
    seals: dict[tuple[str, str], str] = {}
    for agency, key, kind, fields in rows.connection.execute(statement):
        if kind == "remove":
            seals.pop((agency, key), None)
            continue
        change = decoded(fields).get(SEAL)
        if change is not None:
            seals[agency, key] = str(change.new)
    return seals


def _loose_ends(rows: Rows) -> list[str]:
    """References that may be open for a while (a unit not yet imported) and are worth a remark."""
    unit_of_person = select(org_unit.c.unit_id).where(
        org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id
    )
    lost_units = select(func.count()).select_from(person)
    lost_units = lost_units.where(person.c.unit_id.is_not(None), ~unit_of_person.exists())
    indicator_of_actual = select(indicator.c.indicator_id).where(
        indicator.c.agency == actual.c.agency, indicator.c.indicator_id == actual.c.indicator_id
    )
    lost_actuals = select(func.count()).select_from(actual).where(~indicator_of_actual.exists())
    counted = {
        "people without a known unit": rows.connection.execute(lost_units).scalar_one(),
        "actuals without an indicator": rows.connection.execute(lost_actuals).scalar_one(),
    }
    return [f"{name}: {number}" for name, number in counted.items() if number]
