"""An older paper printed again: the version that was, across which stands that it was replaced or cancelled."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from meritdesk.core.documents import (
    DocumentRecord,
    DocumentStamp,
    Finding,
    Form,
    PaperStanding,
    PaperStyle,
    PrintedFile,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.journal import Changes
from meritdesk.core.marks import mark_read, parse_mark, sheet_mark
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan
from meritdesk.services.changes import no_step
from meritdesk.services.documents.families import source_of
from meritdesk.services.documents.numbering import register_entries
from meritdesk.services.documents.sources import Candidate
from meritdesk.services.documents.verifying import verified_documents
from meritdesk.services.folders import free_name, ready_folder
from meritdesk.services.ports import Surroundings, Work

_STANDING = {
    Finding.CURRENT: PaperStanding.CURRENT,
    Finding.DRAFT: PaperStanding.DRAFT,
    Finding.REPLACED: PaperStanding.REPLACED,
    Finding.CANCELLED: PaperStanding.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class ReprintOutcome:
    """Which copy of which version was printed again, with what across it."""

    number: str
    version: int
    copy: int
    standing: PaperStanding
    file: PrintedFile
    changes: Changes = field(default_factory=Changes)


def reprinted(
    around: Surroundings, text: str, out: Path, version: int | None = None, style: PaperStyle | None = None
) -> ReprintOutcome:
    """Print a paper again as it was, as a further copy of its number.

    ``DOC-602`` unknown number or version, ``DOC-608`` what it showed is not kept any more, or cannot be put together
    word for word as it was.
    """
    mark = parse_mark(mark_read(text, around.store.agency.is_practice))
    number = mark.number if mark else text.strip().upper()
    wanted = version if version is not None else mark.version if mark else None
    with around.store.writing(around.actor, "documents.reprint") as work:
        copies = work.documents.of_number(number)
        chosen = [one for one in copies if wanted is None or one.record_version == wanted]
        if not chosen:
            raise UsageRefusal("DOC-602", number=number)
        record = max(chosen, key=lambda one: (one.record_version, one.copy))
        missing = UsageRefusal("DOC-608", number=number, version=record.record_version)
        if not isinstance(record.form, Form):
            raise missing
        (found,) = verified_documents(around, work, [record])
        standing = _STANDING[found.finding]
        then = cast(Work, _WorkThen(work, record))
        source = source_of(record.form, around)
        person = work.people.by_ids([record.person_id]).get(record.person_id)
        if person is None:
            raise missing
        gathered = source.gather(then, record.form, record.period, [person])
        candidate = next((one for one in gathered.ready if _is_same(one, record)), None)
        if candidate is None:
            raise missing
        copy = max(one.copy for one in copies) + 1
        stamp = DocumentStamp(
            document_id=str(uuid.uuid4()),
            number=number,
            version=record.record_version,
            digest=record.record_digest,
            copy=copy,
            qr_text=sheet_mark(number, record.record_version, copy, record.record_digest),
            standing=standing,
        )
        stamps = {candidate.key: stamp}
        sheets = list(source.sheets(then, record.form, record.period, [candidate], stamps))
        stem = f"{record.form.value}-{around.store.agency.code}-{record.period.code}-ulang"
        target = free_name(
            ready_folder(out), stem, around.clock().strftime("%Y%m%d-%H%M%S") + around.store.agency.file_mark
        )
        printed = around.press.print_file(sheets, target, style or PaperStyle(), no_step, 1)
        try:
            now = around.clock()
            work.documents.save(register_entries(record.form, record.period, [candidate], stamps, printed, target, now))
            if standing is PaperStanding.CANCELLED:
                # A further copy of a cancelled number is born cancelled.
                (old,) = work.circulation.of_ids([record.document_id])
                assert old.cancelled_on is not None
                work.circulation.cancel([stamp.document_id], old.cancelled_on, old.cancelled_by, old.cancel_reason)
            changes = work.commit()
        except BaseException:
            # Paper that is in no register must not lie about.
            target.unlink(missing_ok=True)
            raise
    return ReprintOutcome(number, stamp.version, copy, standing, printed, changes)


def _is_same(candidate: Candidate, record: DocumentRecord) -> bool:
    """Whether the sheet would show again exactly what the paper showed."""
    shown = candidate.record
    return (shown.record_id, shown.version, shown.digest) == (
        record.record_id,
        record.record_version,
        record.record_digest,
    )


class _WorkThen:
    """A work in which the record behind a paper stands in the version that the paper shows; all else is as it is."""

    def __init__(self, work: Work, record: DocumentRecord) -> None:
        self._work = work
        evaluation = next(
            (
                kept.evaluation
                for kept in work.evaluations.versions_of(record.record_id)
                if kept.evaluation.version == record.record_version
            ),
            None,
        )
        plan = next(
            (kept.plan for kept in work.plans.versions(record.record_id) if kept.plan.version == record.record_version),
            None,
        )
        self.evaluations = _EvaluationsThen(work.evaluations, evaluation) if evaluation else work.evaluations
        self.plans = _PlansThen(work.plans, plan) if plan else work.plans

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)


class _EvaluationsThen:
    def __init__(self, kept: Any, then: Evaluation) -> None:
        self._kept, self._then = kept, then

    def of_period(self, period: Period, person_ids: Sequence[str] | None = None) -> tuple[Evaluation, ...]:
        """The evaluations of a period, the one in question as it was."""
        found = self._kept.of_period(period, person_ids)
        return tuple(self._then if one.evaluation_id == self._then.evaluation_id else one for one in found)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)


class _PlansThen:
    def __init__(self, kept: Any, then: PerformancePlan) -> None:
        self._kept, self._then = kept, then

    def of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[PerformancePlan, ...]:
        """The plans of a year, the one in question as it was."""
        return self._as_then(self._kept.of_year(year, person_ids))

    def by_ids(self, plan_ids: Sequence[str]) -> tuple[PerformancePlan, ...]:
        """Plans by their keys, the one in question as it was."""
        return self._as_then(self._kept.by_ids(plan_ids))

    def _as_then(self, plans: Sequence[PerformancePlan]) -> tuple[PerformancePlan, ...]:
        return tuple(self._then if one.plan_id == self._then.plan_id else one for one in plans)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)
