"""The way of papers through the hands as rows: what was printed, what became of it, and what was cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from meritdesk.core.circulation import OUT_STAGES, DayHome, PaperEntry, PaperStage
from meritdesk.core.documents import PaperStanding, SignerRole, register_form
from meritdesk.core.lines import TrackedPaper
from meritdesk.core.people import titled
from meritdesk.core.periods import parse_period
from meritdesk.core.signers import Capacity, Mandate
from meritdesk.store import tables
from meritdesk.store.notation import (
    circumstances_value,
    day_text,
    day_value,
    moment_text,
    moment_value,
    reference_text,
)
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.tables import document, evaluation, paper_cancellation, paper_entry, person, plan, reporting_line

_CHUNK = 900


class StoredCirculation:
    """Where each paper is; entries are only ever added."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_year(self, year: int) -> tuple[TrackedPaper, ...]:
        """All papers of a year, its quarters and months, newest print first."""
        found = _papers(self._rows.agency).where(func.substr(document.c.period, 1, 4) == str(year))
        return tuple(map(_paper, self._rows.execute(found)))

    def perhaps_out(self, year: int) -> tuple[TrackedPaper, ...]:
        """The papers of a year that may be out: given to somebody last, or handed over by the clocks and not back.

        Whoever asks judges each by its whole history; the rest of a year's paper need not be read for it.
        """
        later = paper_entry.alias("later_entry")
        was_given_out = (
            select(paper_entry.c.document_id)
            .where(paper_entry.c.agency == document.c.agency, paper_entry.c.document_id == document.c.document_id)
            .where(paper_entry.c.stage.in_([stage.value for stage in OUT_STAGES]))
            .where(
                ~select(later.c.place)
                .where(later.c.agency == paper_entry.c.agency, later.c.document_id == paper_entry.c.document_id)
                .where(later.c.stage.is_not(None), later.c.place > paper_entry.c.place)
                .exists()
            )
            .exists()
        )
        process = tables.document_process
        was_handed_over = (
            select(process.c.evaluation_id)
            .where(process.c.agency == document.c.agency, process.c.evaluation_id == document.c.record_id)
            .where(process.c.form == document.c.form, process.c.version == document.c.record_version)
            .where(or_(process.c.handed_over_on.is_not(None), process.c.received_on.is_not(None)))
            .where(process.c.returned_on.is_(None))
            .exists()
        )
        found = _papers(self._rows.agency).where(func.substr(document.c.period, 1, 4) == str(year))
        return tuple(map(_paper, self._rows.execute(found.where(or_(was_given_out, was_handed_over)))))

    def of_ids(self, document_ids: Iterable[str]) -> tuple[TrackedPaper, ...]:
        """These papers, whatever became of them."""
        return self._where(document.c.document_id, document_ids)

    def of_numbers(self, numbers: Iterable[str]) -> tuple[TrackedPaper, ...]:
        """All copies of these document numbers, newest print first."""
        return self._where(document.c.number, numbers)

    def entries(self, numbers: Iterable[str]) -> Mapping[str, tuple[PaperEntry, ...]]:
        """By document, the entries of all copies of these numbers in the order in which they were made."""
        found: dict[str, list[PaperEntry]] = {}
        statement = (
            select(*(paper_entry.c[name] for name in _ENTRY))
            .join(
                document,
                and_(document.c.agency == paper_entry.c.agency, document.c.document_id == paper_entry.c.document_id),
            )
            .where(paper_entry.c.agency == self._rows.agency)
            .order_by(paper_entry.c.document_id, paper_entry.c.place)
        )
        for chunk in in_chunks(dict.fromkeys(numbers), _CHUNK):
            for row in self._rows.execute(statement.where(document.c.number.in_(chunk))):
                entry = _entry(dict(zip(_ENTRY, row, strict=True)))
                found.setdefault(entry.document_id, []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    def homes(self, numbers: Iterable[str]) -> Mapping[tuple[str, int], frozenset[DayHome]]:
        """By number and version, the kept days to which an entry of some copy points."""
        found: dict[tuple[str, int], set[DayHome]] = {}
        statement = (
            select(document.c.number, document.c.record_version, paper_entry.c.home)
            .join(
                document,
                and_(document.c.agency == paper_entry.c.agency, document.c.document_id == paper_entry.c.document_id),
            )
            .where(paper_entry.c.agency == self._rows.agency, paper_entry.c.home.is_not(None))
            .distinct()
        )
        for chunk in in_chunks(dict.fromkeys(numbers), _CHUNK):
            for number, version, home in self._rows.execute(statement.where(document.c.number.in_(chunk))):
                found.setdefault((number, version), set()).add(DayHome(home))
        return {key: frozenset(homes) for key, homes in found.items()}

    def add(self, entries: Sequence[PaperEntry]) -> None:
        """Add entries behind those that are there; what is there is never written over."""
        rows = [_entry_row(entry) for entry in entries]
        taken = self._rows.present(paper_entry, [(row["document_id"], row["place"]) for row in rows])
        if taken:
            raise ValueError("an entry in the history of a paper would be written over")
        self._rows.write(paper_entry, rows)

    def cancel(self, document_ids: Iterable[str], on: date, by: str, reason: str) -> None:
        """Cancel these papers for good."""
        common = {"cancelled_on": on.isoformat(), "cancelled_by": by, "reason": reason}
        self._rows.write(paper_cancellation, [{"document_id": one, **common} for one in document_ids])

    def _where(self, column: Any, wanted: Iterable[str]) -> tuple[TrackedPaper, ...]:
        statement = _papers(self._rows.agency)
        return tuple(
            _paper(row)
            for chunk in in_chunks(dict.fromkeys(wanted), _CHUNK)
            for row in self._rows.execute(statement.where(column.in_(chunk)))
        )


class StoredMandates:
    """Who may sign a.n. or u.b. for which unit, and from when to when."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Mandate, ...]:
        """Every mandate, the newest first."""
        rows = self._rows.read(tables.signing_mandate, "", None, "since", "mandate_id")
        return tuple(_mandate(row) for row in reversed(rows))

    def save(self, mandates: Sequence[Mandate]) -> None:
        """Add these mandates or bring them up to date."""
        self._rows.write(tables.signing_mandate, map(_mandate_row, mandates))

    def remove(self, mandate_ids: Iterable[str]) -> None:
        """Take mandates out that never were."""
        self._rows.settle(tables.signing_mandate, {(key,): None for key in mandate_ids})


def _papers(agency: str) -> Select[Any]:
    other = document.alias()
    same = and_(other.c.agency == document.c.agency, other.c.number == document.c.number)
    newest_version = select(func.max(other.c.record_version)).where(same).scalar_subquery()
    same_version = and_(same, other.c.record_version == document.c.record_version)
    newest_copy = select(func.max(other.c.copy)).where(same_version).scalar_subquery()
    source = (
        document.outerjoin(
            person, and_(person.c.agency == document.c.agency, person.c.person_id == document.c.person_id)
        )
        .outerjoin(
            evaluation,
            and_(evaluation.c.agency == document.c.agency, evaluation.c.evaluation_id == document.c.record_id),
        )
        .outerjoin(plan, and_(plan.c.agency == document.c.agency, plan.c.plan_id == document.c.record_id))
        .outerjoin(
            reporting_line,
            and_(reporting_line.c.agency == document.c.agency, reporting_line.c.person_id == document.c.person_id),
        )
        .outerjoin(
            paper_cancellation,
            and_(
                paper_cancellation.c.agency == document.c.agency,
                paper_cancellation.c.document_id == document.c.document_id,
            ),
        )
    )
    return (
        select(
            document.c.document_id, document.c.number, document.c.form, document.c.period, document.c.record_version,
            document.c.copy, document.c.printed_at, document.c.standing, document.c.record_id, document.c.record_digest,
            document.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            person.c.unit_id, func.coalesce(evaluation.c.rater_id, reporting_line.c.rater_id),
            func.coalesce(evaluation.c.superior_id, reporting_line.c.superior_id), evaluation.c.circumstances,
            func.coalesce(evaluation.c.led_unit_id, reporting_line.c.led_unit_id),
            func.coalesce(evaluation.c.version, plan.c.version, newest_version), newest_copy, plan.c.version,
            plan.c.ratee_signed_on, plan.c.rater_signed_on, paper_cancellation.c.cancelled_on,
            paper_cancellation.c.cancelled_by, paper_cancellation.c.reason,
        )
        .select_from(source)
        .where(document.c.agency == agency)
        .order_by(document.c.printed_at.desc(), document.c.number, document.c.copy.desc())
    )  # fmt: skip


def _paper(row: Any) -> TrackedPaper:
    (document_id, number, form, period, version, copy, printed_at, standing, record_id, digest, person_id, nip, name,
     front, back, unit_id, rater_id, superior_id, circumstances, led, current, newest_copy, plan_version, ratee_day,
     rater_day, cancelled_on, cancelled_by, reason) = row  # fmt: skip
    evaluator_id = rater_id or ""
    if circumstances and "take_over" in circumstances:
        take_over = circumstances_value(circumstances).take_over
        evaluator_id = take_over.evaluator_id if take_over is not None else evaluator_id
    days = (day_value(ratee_day), day_value(rater_day)) if plan_version == version else (None, None)
    return TrackedPaper(
        document_id=document_id,
        number=number,
        form=register_form(form),
        period=parse_period(period),
        version=version,
        copy=copy,
        printed_on=moment_value(printed_at).date(),
        printed_as=PaperStanding(standing),
        record_id=record_id,
        record_digest=digest,
        person_id=person_id,
        nip=nip or "",
        name=titled(name or "", front or "", back or ""),
        unit_id=unit_id or "",
        rater_id=rater_id or "",
        superior_id=superior_id or "",
        evaluator_id=evaluator_id,
        led_unit_id=led or "",
        current_version=current,
        is_newest=copy == newest_copy,
        plan_days=days,
        cancelled_on=day_value(cancelled_on),
        cancelled_by=cancelled_by or "",
        cancel_reason=reason or "",
    )


_ENTRY = tuple(str(column.name) for column in paper_entry.columns if column.name != "agency")


def _entry(row: Mapping[str, Any]) -> PaperEntry:
    return PaperEntry(
        document_id=row["document_id"],
        place=row["place"],
        on=day_value(row["happened_on"]),
        stage=PaperStage(row["stage"]) if row["stage"] else None,
        holder_id=row["holder_id"] or "",
        holder=row["holder"],
        signed=SignerRole(row["signed"]) if row["signed"] else None,
        signer_id=row["signer_id"] or "",
        signer=row["signer"],
        capacity=Capacity(row["capacity"]),
        home=DayHome(row["home"]) if row["home"] else None,
        entered_at=moment_value(row["entered_at"]),
        entered_by=row["entered_by"],
        reason=row["reason"],
    )


def _entry_row(entry: PaperEntry) -> Values:
    if entry.entered_at is None:
        raise ValueError("an entry in the history of a paper was made at some moment")
    return {
        "document_id": entry.document_id,
        "place": entry.place,
        # A day that has a home elsewhere is not written down a second time.
        "happened_on": None if entry.home is not None else day_text(entry.on),
        "home": entry.home.value if entry.home else None,
        "stage": entry.stage.value if entry.stage else None,
        "holder_id": reference_text(entry.holder_id),
        "holder": entry.holder,
        "signed": entry.signed.value if entry.signed else None,
        "signer_id": reference_text(entry.signer_id),
        "signer": entry.signer,
        "capacity": entry.capacity.value,
        "entered_at": moment_text(entry.entered_at),
        "entered_by": entry.entered_by,
        "reason": entry.reason,
    }


def _mandate(row: Mapping[str, Any]) -> Mandate:
    return Mandate(
        **{
            **row,
            "capacity": Capacity(row["capacity"]),
            "since": date.fromisoformat(row["since"]),
            "until": day_value(row["until"]),
        }
    )


def _mandate_row(mandate: Mandate) -> Values:
    return {
        "mandate_id": mandate.mandate_id,
        "unit_id": mandate.unit_id,
        "person_id": mandate.person_id,
        "capacity": mandate.capacity.value,
        "post": mandate.post,
        "since": mandate.since.isoformat(),
        "until": day_text(mandate.until),
        "through": mandate.through,
        "letter": mandate.letter,
    }
