"""Evidence: files attached under what they prove, kept once, shown again, and looked after."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.confidential import may_read, require_reader
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evidence import (
    MEGABYTE,
    Evidence,
    EvidenceCheck,
    EvidenceFilter,
    EvidenceKind,
    EvidenceOwner,
    guard_file,
    likely_kind,
)
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import evidence_hints
from meritdesk.services.changes import Step, no_step
from meritdesk.services.execution.places import known_person
from meritdesk.services.folders import ready_folder
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.taken_out import EVIDENCE, note_taken

_HEAD = 4096
_UNFIT = frozenset('<>:"/\\|?*')


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence belongs: a person, what it proves, and for an actual its period."""

    person_id: str
    owner: EvidenceOwner
    owner_id: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that was attached, with what it still asks (V-51)."""

    evidence: Evidence
    changes: Changes
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceDesk:
    """Verbs of evidence."""

    around: Surroundings

    def most_bytes(self) -> int:
        """How large one file may be in this office."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return _most(work)

    def add(self, place: Place, path: Path, kind: EvidenceKind | None = None, title: str = "") -> Attached:
        """Attach a file; refused are empty, too large and dangerous ones, and places that do not exist (``EXE-227``).

        Without a ``kind`` the name decides whether the clerk is asked for a result.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.reading() as work:
            most = _most(work)
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                head = file.read(_HEAD)
                guard_file(path.name, size, head, most)
                content = head + file.read()
        except OSError as error:
            raise FileRefusal("EXE-225", file=path.name) from error
        return self.add_content(place, path.name, content, kind, title)

    def add_content(
        self, place: Place, file_name: str, content: bytes, kind: EvidenceKind | None = None, title: str = ""
    ) -> Attached:
        """Attach a content that is no file on disk, such as an image the window made smaller."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.evidence.add", origin=file_name) as work:
            media = guard_file(file_name, len(content), content[:_HEAD], _most(work))
            _require_place(work, place, self.around)
            one = Evidence(
                evidence_id=str(uuid.uuid4()),
                person_id=place.person_id,
                owner=place.owner,
                owner_id=place.owner_id,
                sha256=work.evidence.keep(content),
                file_name=file_name,
                size=len(content),
                media=media,
                kind=kind or likely_kind(file_name, title),
                title=title.strip(),
                period=place.period.code if place.period else "",
                added_at=self.around.clock(),
                added_by=self.around.actor.name,
            )
            beside = [other for other in work.evidence.of(_at(place)) if other.sha256 == one.sha256]
            if beside:
                return Attached(beside[0], Changes(), evidence_hints(work.evidence.of(_at(place))))
            work.evidence.save([one])
            hints = evidence_hints(work.evidence.of(_at(place)))
            return Attached(one, work.commit(), hints)

    def lines(self, wanted: EvidenceFilter) -> tuple[Evidence, ...]:
        """The evidence that is wanted; what belongs to a confidential record is only there for its readers."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.evidence.of(wanted)
            return tuple(one for one in found if _is_open_to(work, one, self.around))

    def content(self, evidence_id: str) -> tuple[Evidence, bytes]:
        """One file as it was attached; ``EXE-228`` when it is missing or damaged."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            one = _known(work, evidence_id, self.around)
            return one, _whole(work, one)

    def export(self, evidence_ids: Sequence[str], folder: Path, step: Step = no_step) -> tuple[Path, ...]:
        """Write files into a folder under their own names; a taken name gets a number, nothing is overwritten."""
        require(self.around.actor, Action.READ)
        target = ready_folder(folder)
        written = []
        with self.around.store.reading() as work:
            for done, evidence_id in enumerate(evidence_ids, start=1):
                one = _known(work, evidence_id, self.around)
                path = _free_name(target, one.file_name)
                try:
                    path.write_bytes(_whole(work, one))
                except OSError as error:
                    raise FileRefusal("EXE-229", file=path.name, detail=error.strerror or "") from error
                written.append(path)
                step(done, len(evidence_ids))
        if written:
            note_taken(self.around, EVIDENCE, written)
        return tuple(written)

    def mark(self, evidence_id: str, kind: EvidenceKind, title: str | None = None) -> Changes:
        """Say what a file shows, the answer to V-51, and how it is called."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.evidence.mark") as work:
            one = _known(work, evidence_id, self.around)
            work.evidence.save([replace(one, kind=kind, title=one.title if title is None else title.strip())])
            return work.commit()

    def remove(self, evidence_id: str) -> Changes:
        """Take a file out of its place; its content stays in the store so that this can be undone."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "execution.evidence.remove") as work:
            one = _known(work, evidence_id, self.around)
            work.evidence.remove([one.evidence_id])
            return work.commit()

    def check(self, step: Step = no_step) -> EvidenceCheck:
        """Look at every file of evidence; ``upkeep check`` does the same for the whole store."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.evidence.check(step)


def _most(work: Work) -> int:
    return settings_of(work.setting).evidence_limit_megabytes * MEGABYTE


def _at(place: Place) -> EvidenceFilter:
    return EvidenceFilter(
        person_ids=(place.person_id,),
        owner=place.owner,
        owner_ids=(place.owner_id,),
        period=place.period.code if place.period else "",
    )


def _require_place(work: Work, place: Place, around: Surroundings) -> None:
    person = known_person(work, place.person_id)
    if not _exists(work, place, around):
        raise UsageRefusal("EXE-227", place=f"{place.owner.value} {place.owner_id}", nip=person.nip)


def _exists(work: Work, place: Place, around: Surroundings) -> bool:
    if place.owner is EvidenceOwner.ACTUAL:
        if place.period is None:
            return False
        plans = work.plans.of_year(place.period.year, [place.person_id])
        return any(place.owner_id == one.indicator_id for plan in plans for one in plan.indicators)
    if place.owner is EvidenceOwner.DOCUMENTATION:
        line = work.action_plans.line(place.owner_id)
        plans = work.plans.of_year(line.documented_on.year, [place.person_id]) if line is not None else ()
        return line is not None and any(line.result_id == one.result_id for plan in plans for one in plan.results)
    if place.owner is EvidenceOwner.FEEDBACK:
        entry = work.feedback.by_id(place.owner_id)
        return entry is not None and entry.person_id == place.person_id
    if place.owner is EvidenceOwner.GUIDANCE:
        record = work.guidance.by_id(place.owner_id)
        return record is not None and record.person_id == place.person_id
    secret = work.confidential.by_id(place.owner_id)
    if secret is None or secret.person_id != place.person_id:
        return False
    require_reader(around.actor, secret.author, secret.readers)
    return True


def _is_open_to(work: Work, one: Evidence, around: Surroundings) -> bool:
    if one.owner is not EvidenceOwner.CONFIDENTIAL:
        return True
    record = work.confidential.by_id(one.owner_id)
    return record is not None and may_read(around.actor, record.author, record.readers)


def _known(work: Work, evidence_id: str, around: Surroundings) -> Evidence:
    one = work.evidence.by_id(evidence_id)
    if one is None:
        raise UsageRefusal("EXE-226", evidence=evidence_id)
    if not _is_open_to(work, one, around):
        raise UsageRefusal("EXE-241", name=around.actor.name)
    return one


def _whole(work: Work, one: Evidence) -> bytes:
    content = work.evidence.content(one.sha256)
    if content is None:
        raise FileRefusal("EXE-228", file=one.file_name)
    return content


def _free_name(folder: Path, file_name: str) -> Path:
    """A name in the folder that no file has yet; signs that Windows does not take become a line."""
    plain = unicodedata.normalize("NFC", file_name)
    fitting = "".join("_" if sign in _UNFIT or ord(sign) < 32 else sign for sign in plain).strip(" .") or "bukti"
    path, number = folder / fitting, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(fitting).stem} ({number}){Path(fitting).suffix}"
    return path
