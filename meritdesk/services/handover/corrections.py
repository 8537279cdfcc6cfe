"""Corrections: the region proposes, the agency does it or answers in words, and the answer goes up (exchange 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.circumstances import Revision, RevisionReason
from meritdesk.core.corrections import (
    CORRECTION_ORIGIN,
    EXPLAIN,
    AnswerKind,
    Correction,
    CorrectionAnswer,
    CorrectionLine,
    correction_id,
    lines_of,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import superseded
from meritdesk.core.handover import PackageKind, Snapshot
from meritdesk.core.journal import Changes
from meritdesk.core.merging import EVALUATIONS, LEVELS, PEOPLE, UNITS, compare_snapshots
from meritdesk.core.periods import parse_period
from meritdesk.core.three_way import Fields
from meritdesk.services.handover.returning import require_agency, require_region
from meritdesk.services.handover.taking_in import labels, save_records, stored_snapshot
from meritdesk.services.locking import require_unlocked
from meritdesk.services.ports import Surroundings, Work

OPEN_FIELDS: Mapping[str, frozenset[str]] = {
    PEOPLE: frozenset({"nip", "name", "front_title", "back_title", "sex", "birth_date", "employment", "education"}),
    UNITS: frozenset({"name", "source_id", "head_title", "echelon", "is_autonomous", "sort_order"}),
    LEVELS: frozenset({"level", "source", "published_on"}),
}
"""What an accepted correction puts right by itself. Dated facts (post, unit, grade, status) need the day on which they
count, so they are changed in the register; plans and figures in their rooms; a closed evaluation by a new version."""


_NAMES = frozenset({"version", "digest"})
"""Fields that say which record it is; they are no matter of a correction."""


@dataclass(frozen=True, slots=True)
class AgencyCorrection:
    """A correction of one agency, as the region lists those of all."""

    agency_code: str
    agency_name: str
    line: CorrectionLine


@dataclass(frozen=True, slots=True)
class CorrectionDesk:
    """Verbs of corrections, at both ends."""

    around: Surroundings

    def lines(self, agency_code: str = "") -> tuple[AgencyCorrection, ...]:
        """What waits first; at the region those of one agency or of all, at an agency its own."""
        require(self.around.actor, Action.READ)
        agency = self.around.store.agency
        senders = {agency.code: agency.name} if not agency.is_region else self._senders()
        found: list[AgencyCorrection] = []
        for code in [agency_code] if agency_code else sorted(senders):
            with self.around.store.reading(code) as work:
                lines = lines_of(work.corrections.all(), work.corrections.answers())
            found += [AgencyCorrection(code, senders.get(code, code), line) for line in lines]
        return tuple(sorted(found, key=lambda one: not one.line.is_waiting))

    def records_of(self, agency_code: str, period: str, table: str) -> tuple[tuple[str, str], ...]:
        """The records of a table that have arrived, each with its name for the clerk, in the order of names."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading(agency_code) as work:
            stored = stored_snapshot(work, Snapshot(agency_code, "", period))
        named = labels(stored) if stored is not None else {}
        found = [(record_id, label) for (name, record_id), label in named.items() if name == table]
        return tuple(sorted(found, key=lambda one: (one[1].casefold(), one[0])))

    def fields_of(self, agency_code: str, period: str, table: str, record_id: str) -> Mapping[str, str]:
        """What stands here in each field of an arrived record that can be asked about; ``PKG-758`` no such record."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading(agency_code) as work:
            _, row = self._row(work, agency_code, period, table, record_id)
        text = self.around.exchange.field_text
        return {name: text(value) for name, value in row.items() if name not in _NAMES and not name.endswith("_id")}

    def propose(
        self, agency_code: str, period: str, table: str, record_id: str, field: str, requested: str, reason: str
    ) -> Correction:
        """Ask an agency to put one field of an arrived record right, or to explain it; it travels in the next return.

        The same wish for the same version is one correction. ``PKG-755`` at an agency, ``PKG-758`` no such record or
        field, ``PKG-654`` no reason, ``PKG-759`` what is asked stands there already.
        """
        require(self.around.actor, Action.RECEIVE)
        require_region(self.around)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        with self.around.store.writing(
            self.around.actor, "handover.corrections.propose", reason=reason.strip(), agency_code=agency_code
        ) as work:
            proposed = self._proposed(work, agency_code, period, table, record_id, field, requested.strip(), reason)
            work.commit()
        return proposed

    def propose_for_conflict(self, agency_code: str, conflict_id: str, reason: str) -> Correction:
        """Ask the agency for a new version of what waits in the queue of conflicts; ``PKG-701`` it waits no more."""
        require(self.around.actor, Action.RECEIVE)
        require_region(self.around)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        with self.around.store.writing(
            self.around.actor, "handover.corrections.propose", reason=reason.strip(), agency_code=agency_code
        ) as work:
            conflict = next(iter(work.merging.conflicts([conflict_id])), None)
            if conflict is None or not conflict.is_waiting:
                raise UsageRefusal("PKG-701")
            _, row = self._row(work, agency_code, conflict.period, conflict.table, conflict.record_id)
            field = conflict.field if conflict.field in row else next(iter(row))
            proposed = self._proposed(
                work, agency_code, conflict.period, conflict.table, conflict.record_id, field, EXPLAIN, reason
            )
            work.commit()
        return proposed

    def accept(self, correction: str, words: str = "") -> Changes:
        """Do what is asked, in one change set whose origin is the correction, and note it as done.

        A closed evaluation is opened in a new version and waits for its verdict; the signed one stays. ``PKG-760``
        unknown, ``PKG-761`` answered already, ``PKG-762`` only words are asked for, ``PKG-763`` the field has another
        value since, ``PKG-764`` the change needs its own room, ``PKG-758`` the record is gone, ``PKG-806`` a locked
        period.
        """
        require_agency(self.around)
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(
            self.around.actor,
            "handover.corrections.accept",
            reason=words.strip(),
            origin=f"{CORRECTION_ORIGIN}{correction}",
        ) as work:
            asked = _waiting(work, correction)
            if asked.asks_for_words and asked.table != EVALUATIONS:
                raise UsageRefusal("PKG-762")
            if asked.table == EVALUATIONS:
                self._reopen(work, asked)
            else:
                self._write(work, asked)
            self._answer(work, asked, AnswerKind.ACCEPTED, words)
            return work.commit()

    def answer(self, correction: str, words: str) -> Changes:
        """Answer in words and change nothing; ``PKG-760``, ``PKG-761`` as above, ``PKG-765`` without words."""
        require_agency(self.around)
        require(self.around.actor, Action.EDIT)
        if not words.strip():
            raise UsageRefusal("PKG-765")
        with self.around.store.writing(
            self.around.actor, "handover.corrections.answer", origin=f"{CORRECTION_ORIGIN}{correction}"
        ) as work:
            self._answer(work, _waiting(work, correction), AnswerKind.ANSWERED, words)
            return work.commit()

    def _senders(self) -> dict[str, str]:
        """Every agency that has sent something, with its name."""
        with self.around.store.reading() as work:
            incoming = work.ledger.incoming()
        return {
            line.sender.partition("/")[0]: line.sender_name
            for line in reversed(incoming)
            if line.kind == PackageKind.EXPORT.value
        }

    def _proposed(
        self, work: Work, agency_code: str, period: str, table: str, record_id: str, field: str, requested: str,
        reason: str,
    ) -> Correction:  # fmt: skip
        stored, row = self._row(work, agency_code, period, table, record_id)
        if field not in row:
            raise UsageRefusal("PKG-758")
        present = self.around.exchange.field_text(row[field])
        wish = requested or EXPLAIN
        if wish == present:
            raise UsageRefusal("PKG-759", value=present or "-")
        version = row.get("version", 0)
        proposed = Correction(
            correction_id=correction_id(table, record_id, field, int(str(version or 0)), wish),
            period=period,
            table=table,
            record_id=record_id,
            label=labels(stored).get((table, record_id), record_id),
            base_version=int(str(version or 0)),
            field=field,
            present=present,
            requested=wish,
            reason=reason.strip(),
            asked_by=self.around.actor.name,
            asked_on=self.around.clock().date(),
        )
        known = next((one for one in work.corrections.all() if one.correction_id == proposed.correction_id), None)
        if known is not None:
            return known
        work.corrections.save([proposed])
        return proposed

    def _row(self, work: Work, agency_code: str, period: str, table: str, record_id: str) -> tuple[Snapshot, Fields]:
        stored = stored_snapshot(work, Snapshot(agency_code, "", period))
        if stored is None:
            raise UsageRefusal("PKG-758")
        row = self.around.exchange.rows_of(stored).get(table, {}).get(record_id)
        if row is None:
            raise UsageRefusal("PKG-758")
        return stored, row

    def _write(self, work: Work, asked: Correction) -> None:
        """Put the field right through the same nouns as everything else."""
        if asked.field not in OPEN_FIELDS.get(asked.table, frozenset()):
            raise UsageRefusal("PKG-764", field=asked.field)
        own = self.around.store.agency.code
        stored, row = self._row(work, own, asked.period, asked.table, asked.record_id)
        present = self.around.exchange.field_text(row.get(asked.field))
        if present == asked.requested:
            return
        if present != asked.present:
            raise UsageRefusal("PKG-763", here=present or "-", there=asked.present or "-")
        rows = self.around.exchange.rows_of(stored)
        try:
            changed = self.around.exchange.with_field(rows, asked.table, asked.record_id, asked.field, asked.requested)
            wanted = self.around.exchange.snapshot_of(stored, changed)
        except (LookupError, ValueError, StopIteration):
            raise UsageRefusal("PKG-766", value=asked.requested) from None
        save_records(work, compare_snapshots(stored, wanted).write)

    def _reopen(self, work: Work, asked: Correction) -> None:
        """A new version of a closed evaluation, unless there is one already; what was signed stays as it is."""
        period = parse_period(asked.period)
        found = next((one for one in work.evaluations.of_period(period) if one.evaluation_id == asked.record_id), None)
        if found is None:
            raise UsageRefusal("PKG-758")
        if found.version > asked.base_version or not found.is_closed:
            return
        require_unlocked(work, period)
        today = self.around.clock().date()
        revision = Revision(RevisionReason.INSPECTION, asked.reason, self.around.actor.name, today)
        kept, opened = superseded(found, revision)
        work.evaluations.keep(kept)
        work.evaluations.save([opened])

    def _answer(self, work: Work, asked: Correction, kind: AnswerKind, words: str) -> None:
        today = self.around.clock().date()
        work.corrections.answer(
            CorrectionAnswer(asked.correction_id, kind, words.strip(), self.around.actor.name, today)
        )


def _waiting(work: Work, correction: str) -> Correction:
    asked = next((one for one in work.corrections.all() if one.correction_id == correction), None)
    if asked is None:
        raise UsageRefusal("PKG-760")
    if correction in work.corrections.answers():
        raise UsageRefusal("PKG-761")
    return asked
