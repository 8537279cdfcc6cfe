"""The way of the papers as rows: the days of each evaluation document, and the objections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.objection import Objection, ObjectionDecision, Verdict
from meritdesk.core.periods import Period, parse_period
from meritdesk.parting import held
from meritdesk.store import tables
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import day_text, day_value
from meritdesk.store.rows import Rows, Values

_SERIES = "objection"


class StoredProcesses:
    """When each evaluation document was signed, handed over, received, returned and reported."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_evaluations(self, evaluation_ids: Iterable[str]) -> tuple[ProcessDates, ...]:
        """All papers of these evaluations, of every version."""
        found = self._rows.read(
            tables.document_process, "evaluation_id", dict.fromkeys(evaluation_ids), "evaluation_id", "version", "form"
        )
        return tuple(_process(row) for row in found)

    def of_period(self, period: Period) -> tuple[ProcessDates, ...]:
        """All papers of a period's evaluations, of every version."""
        process, evaluation = tables.document_process, tables.evaluation
        names = [column.name for column in process.columns if column.name != "agency"]
        statement = (
            select(*(process.c[name] for name in names))
            .join(
                evaluation,
                (evaluation.c.agency == process.c.agency) & (evaluation.c.evaluation_id == process.c.evaluation_id),
            )
            .where(process.c.agency == self._rows.agency, evaluation.c.period == period.code)
            .order_by(process.c.evaluation_id, process.c.version, process.c.form)
        )
        return held(tuple(_process(dict(zip(names, row, strict=True))) for row in self._rows.execute(statement)))

    def save(self, processes: Sequence[ProcessDates]) -> None:
        """Add these papers or bring their days up to date."""
        self._rows.write(tables.document_process, map(_process_row, processes))


class StoredObjections:
    """The register of objections."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Objection, ...]:
        """Every objection, in the order of the register."""
        return tuple(_objection(row) for row in self._rows.read(tables.objection, "", None, "register_number"))

    def of_evaluations(self, evaluation_ids: Iterable[str]) -> tuple[Objection, ...]:
        """The objections against these evaluations, in the order of the register."""
        found = self._rows.read(
            tables.objection, "evaluation_id", dict.fromkeys(evaluation_ids), "register_number", "objection_id"
        )
        return tuple(_objection(row) for row in found)

    def of_period(self, period: Period) -> tuple[Objection, ...]:
        """The objections against evaluations of a period, in the order of the register."""
        found = self._rows.read(tables.objection, "period", [period.code], "register_number")
        return tuple(_objection(row) for row in found)

    def by_number(self, register_number: str) -> Objection | None:
        """The objection with a number of the register."""
        found = self._rows.read(tables.objection, "register_number", [register_number])
        return _objection(found[0]) if found else None

    def reserve(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, _SERIES, year, 1)

    def save(self, objections: Sequence[Objection]) -> None:
        """Add these objections or bring them up to date."""
        self._rows.write(tables.objection, map(_objection_row, objections))


def _process(row: Mapping[str, Any]) -> ProcessDates:
    days = {
        name: day_value(row[name])
        for name in ("window_end", "signed_on", "handed_over_on", "received_on", "returned_on", "reported_on")
    }
    return ProcessDates(
        evaluation_id=row["evaluation_id"],
        form=Form(row["form"]),
        version=row["version"],
        signed_by=Party(row["signed_by"]),
        **days,
    )


def _process_row(process: ProcessDates) -> Values:
    return {
        "evaluation_id": process.evaluation_id,
        "form": process.form.value,
        "version": process.version,
        "window_end": day_text(process.window_end),
        "signed_by": process.signed_by.value,
        "signed_on": day_text(process.signed_on),
        "handed_over_on": day_text(process.handed_over_on),
        "received_on": day_text(process.received_on),
        "returned_on": day_text(process.returned_on),
        "reported_on": day_text(process.reported_on),
    }


def _objection(row: Mapping[str, Any]) -> Objection:
    return Objection(
        objection_id=row["objection_id"],
        register_number=row["register_number"],
        evaluation_id=row["evaluation_id"],
        evaluation_version=row["evaluation_version"],
        person_id=row["person_id"],
        period=parse_period(row["period"]),
        received_on=date.fromisoformat(row["received_on"]),
        addressee_id=row["addressee_id"],
        reasons=row["reasons"],
        before=_verdict(row, "before"),
        ratee_statement=row["ratee_statement"],
        rater_statement=row["rater_statement"],
        decision=ObjectionDecision(row["decision"]) if row["decision"] else None,
        decided_on=day_value(row["decided_on"]),
        grounds=row["grounds"],
        recommendation=row["recommendation"],
        after=_verdict(row, "after") if row["after_predicate"] else None,
    )


def _verdict(row: Mapping[str, Any], when: str) -> Verdict:
    return Verdict(Rating(row[f"{when}_result"]), Rating(row[f"{when}_behaviour"]), Predicate(row[f"{when}_predicate"]))


def _objection_row(objection: Objection) -> Values:
    after = objection.after
    return {
        "objection_id": objection.objection_id,
        "register_number": objection.register_number,
        "evaluation_id": objection.evaluation_id,
        "evaluation_version": objection.evaluation_version,
        "person_id": objection.person_id,
        "period": objection.period.code,
        "received_on": objection.received_on.isoformat(),
        "addressee_id": objection.addressee_id,
        "reasons": objection.reasons,
        "ratee_statement": objection.ratee_statement,
        "rater_statement": objection.rater_statement,
        "decision": objection.decision.value if objection.decision else None,
        "decided_on": day_text(objection.decided_on),
        "grounds": objection.grounds,
        "recommendation": objection.recommendation,
        "before_result": objection.before.result_rating.value,
        "before_behaviour": objection.before.behaviour_rating.value,
        "before_predicate": objection.before.predicate.value,
        "after_result": after.result_rating.value if after else None,
        "after_behaviour": after.behaviour_rating.value if after else None,
        "after_predicate": after.predicate.value if after else None,
    }
