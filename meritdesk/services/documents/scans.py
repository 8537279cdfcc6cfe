"""The scan desk: signed paper comes back from the scanner and is filed to the document it belongs to.

Looking at files and reading pages needs no store (``look``, ``sights``), so the window does that beside its lane;
``begin``, ``take_in`` and ``finish`` are short works that write. ``read`` does all of it one after the other. Pages
that were taken in stay when the reading is cancelled or the machine stops; reading the files again goes on from there.
"""

from __future__ import annotations

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.document_query import DocumentQuery
from meritdesk.core.documents import CONFIDENTIAL_FORMS, DocumentRecord, PaperKind
from meritdesk.core.errors import Cancelled, FileRefusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.marks import parse_mark
from meritdesk.core.scans import (
    BLANK_BY_HAND,
    NOT_OURS,
    READ_LATER,
    Held,
    Landing,
    PageSight,
    ScanBatch,
    ScanFile,
    ScanMedia,
    ScanPage,
    ScanPlace,
    assigned,
    back_on_desk,
    gathered,
    land,
    likely_page,
    likely_record,
    set_aside,
)
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.confidential_reading import note_openings, readable_record
from meritdesk.services.documents.scan_views import (
    Assigned,
    BatchLine,
    Candidate,
    PageLine,
    ReadOutcome,
    ScannedDocument,
    ScanTask,
    TakenIn,
    filed_pages,
    page_lines,
)
from meritdesk.services.documents.verifying import verified_documents
from meritdesk.services.folders import ready_folder
from meritdesk.services.paper_moves import MoveOutcome, Remark, mark_returned
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.taken_out import note_taken

BLOCK = 20
FEW = 12
_CONFIDENTIAL = CONFIDENTIAL_FORMS | {PaperKind.COUNSELLING_RECORD}


@dataclass(frozen=True, slots=True)
class ScanDesk:
    """Verbs of the scan desk."""

    around: Surroundings

    # --- reading -----------------------------------------------------------------------------------------------------

    def look(self, paths: Sequence[Path], step: Step = no_step) -> tuple[ScanFile, ...]:
        """The files that would be read, without touching the store; ``DOC-625`` when there are none."""
        require(self.around.actor, Action.EDIT)
        return self.around.scanner.look(paths, step)

    def begin(self, source: str, files: Sequence[ScanFile]) -> ScanTask:
        """Open a stack, or go on with the one of the same source that was interrupted."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "documents.scans.begin", origin=source) as work:
            pages = sum(file.pages for file in files)
            open_still = [one for one in work.scans.batches() if one.finished_at is None and one.source == source]
            batch = open_still[0] if open_still else None
            if batch is None:
                batch = ScanBatch(
                    batch_id=uuid.uuid4().hex,
                    name=_named(source),
                    source=source,
                    started_at=self.around.clock(),
                    started_by=self.around.actor.name,
                    files=len(files),
                    pages=pages,
                )
            work.scans.save_batch(replace(batch, files=len(files), pages=pages))
            known = set(work.scans.known(file.digest for file in files))
            seen: set[str] = set()
            for file in files:
                if file.digest in seen:  # the same file twice under two names
                    known |= {(file.digest, page) for page in range(file.pages + 1)}
                seen.add(file.digest)
            self._readable_after_all(work, files)
            return ScanTask(batch, tuple(files), frozenset(known), work.commit())

    def sights(self, task: ScanTask) -> Iterator[PageSight]:
        """What is seen on the pages that are still to read, one after the other, without touching the store."""
        return self.around.scanner.read(task.files, task.known)

    def take_in(self, batch_id: str, sights: Sequence[PageSight]) -> TakenIn:
        """File these pages, or lay them where a person looks at them; ``DOC-632`` for a stack that is not there."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "documents.scans.read") as work:
            batch = work.scans.batch(batch_id)
            if batch is None:
                raise UsageRefusal("DOC-632", batch=batch_id)
            marks = [mark for sight in sights for text in sight.marks if (mark := parse_mark(text)) is not None]
            records = work.documents.of_numbers(mark.number for mark in marks)
            register: dict[str, list[DocumentRecord]] = {}
            for record in records:
                register.setdefault(record.number, []).append(record)
            there = work.scans.of_documents(record.document_id for record in records)
            filed = {(one.document_id, one.page): one.page_id for one in there if one.place is ScanPlace.FILED}
            held = Held(filed, work.scans.pictures(sight.picture for sight in sights))
            taken = {one.page_id for one in work.scans.by_ids(_page_id(sight) for sight in sights)}
            landings = [one for one in land(sights, register, held) if _page_id(one.sight) not in taken]
            pages = [self._kept(work, batch_id, landing) for landing in landings]
            work.scans.save(pages)
            touched = {one.document_id for one in pages if one.place is ScanPlace.FILED}
            back = self._marked(work, [one for one in records if one.document_id in touched])
            places = Counter(one.place for one in pages)
            return TakenIn(places, back.documents, back.moved.refused, back.moved.remarks, work.commit())

    def finish(self, batch_id: str) -> Changes:
        """Close a stack whose files were all read."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "documents.scans.finish") as work:
            batch = work.scans.batch(batch_id)
            if batch is None:
                raise UsageRefusal("DOC-632", batch=batch_id)
            work.scans.save_batch(replace(batch, finished_at=self.around.clock()))
            return work.commit()

    def read(self, paths: Sequence[Path], step: Step = no_step) -> ReadOutcome:
        """Read folders and files from the scanner: each page is filed, spare, on the desk or set aside."""
        files = self.look(paths)
        task = self.begin(source_of(paths), files)
        total, done = task.to_read, 0
        places: Counter[ScanPlace] = Counter()
        whole: set[str] = set()
        unmarked: list[Blocked] = []
        remarks: list[Remark] = []
        block: list[PageSight] = []

        def take_in() -> None:
            if block:
                taken = self.take_in(task.batch.batch_id, block)
                places.update(taken.places)
                whole.update(taken.documents)
                unmarked.extend(taken.unmarked)
                remarks.extend(taken.remarks)
                block.clear()

        step(0, total)
        try:
            for sight in self.sights(task):
                block.append(sight)
                done += 1
                if len(block) >= BLOCK:
                    take_in()
                step(done, total)
        except Cancelled:
            take_in()
            raise
        take_in()
        changes = self.finish(task.batch.batch_id)
        partial = tuple(one for one in self.documents(task.batch.batch_id) if not one.scan.is_whole)
        return ReadOutcome(
            batch_id=task.batch.batch_id,
            files=len(files),
            read=sum(places.values()),
            known=sum(file.pages or 1 for file in files) - total,
            places=places,
            whole=len(whole),
            partial=partial,
            unmarked=tuple(unmarked),
            remarks=tuple(remarks),
            changes=Changes(frozenset({"scans", "documents"}), changes.change_set_id),
        )

    # --- what is there -----------------------------------------------------------------------------------------------

    def batches(self) -> tuple[BatchLine, ...]:
        """All stacks, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            counts = work.scans.counts()
            return tuple(BatchLine(one, counts.get(one.batch_id, {})) for one in work.scans.batches())

    def pages(self, batch_id: str = "", place: ScanPlace | None = None) -> tuple[PageLine, ...]:
        """The pages of a stack, of all stacks that lie somewhere, or both narrowed; ``DOC-632`` for an unknown one."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            if batch_id:
                if work.scans.batch(batch_id) is None:
                    raise UsageRefusal("DOC-632", batch=batch_id)
                found = work.scans.of_batch(batch_id)
                found = tuple(one for one in found if place is None or one.place is place)
            else:
                wanted = tuple(ScanPlace) if place is None else (place,)
                found = tuple(one for each in wanted for one in work.scans.on_place(each))
            return page_lines(work, found)

    def desk(self) -> tuple[PageLine, ...]:
        """The pages that a person must look at, of all stacks."""
        return self.pages(place=ScanPlace.DESK)

    def documents(self, batch_id: str) -> tuple[ScannedDocument, ...]:
        """The documents of which a stack brought pages, with what is missing, double or of another print."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            ids = {one.document_id for one in work.scans.of_batch(batch_id) if one.place is ScanPlace.FILED}
            return self._scanned(work, work.documents.by_ids(ids))

    def of_number(self, number: str) -> tuple[tuple[ScannedDocument, ...], tuple[PageLine, ...]]:
        """What has come back of all prints of a number, and their pages; ``DOC-627`` for an unknown number."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            records = work.documents.of_number(number)
            if not records:
                raise UsageRefusal("DOC-627", number=number)
            pages = work.scans.of_documents(record.document_id for record in records)
            return self._scanned(work, records), page_lines(work, pages)

    def candidates(self, typed: str, limit: int = 20) -> tuple[Candidate, ...]:
        """Documents that a number, part of one, name or NIP may mean: what is still out first, then the newest."""
        require(self.around.actor, Action.READ)
        if not typed.strip():
            return ()
        with self.around.store.reading() as work:
            lines = work.documents.lines(DocumentQuery(typed, limit=limit))
            records = {one.document_id: one for one in work.documents.by_ids(line.document_id for line in lines)}
            filed = filed_pages(work, list(records))
            found = tuple(
                Candidate(
                    record := records[line.document_id],
                    line.name,
                    tuple(page for page in range(1, record.pages + 1) if page not in filed.get(record.document_id, ())),
                )
                for line in lines
            )
            # What is still out is what a page on the desk most likely is.
            return tuple(sorted(found, key=lambda one: not one.missing))

    def picture(self, page_id: str) -> tuple[ScanMedia, bytes]:
        """One page as it is kept; ``DOC-631`` when its picture is missing or damaged.

        Of a confidential paper it is shown to readers of its record only, and that they looked is written down.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            page = _known(work, page_id)
            secret = self._confidential(work, work.documents.by_ids([page.document_id]))
            shown = page.media, _content(work, page)
        self._note_openings(secret)
        return shown

    def thumbnails(self, page_ids: Sequence[str]) -> Mapping[str, bytes]:
        """Small pictures, as JPEG, of those pages that have one; none of a confidential paper."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = {}
            pages = work.scans.by_ids(page_ids)
            records = work.documents.by_ids({page.document_id for page in pages if page.document_id})
            secret = {one.document_id for one in records if one.form in _CONFIDENTIAL}
            for page in pages:
                if page.document_id in secret:
                    continue
                content = work.evidence.content(page.thumbnail) if page.thumbnail else None
                if content is not None:
                    found[page.page_id] = content
            return found

    def export(self, number: str, folder: Path, version: int = 0, copy: int = 0) -> Path:
        """Write what has come back of a document as one PDF, upright and in order; nothing is overwritten.

        A confidential paper is written for readers of its record only, and that they did is written down.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            records = _prints(work, number, version, copy)
            secret = self._confidential(work, records)
            scanned = [one for one in self._scanned(work, records) if one.scan.filed]
            if not scanned:
                raise UsageRefusal("DOC-635", number=number)
            newest = scanned[-1].scan.record
            filed = [one for one in work.scans.of_documents([newest.document_id]) if one.place is ScanPlace.FILED]
            filed.sort(key=lambda one: one.page)
            data = self.around.scanner.bind([(one.media, _content(work, one), one.turn) for one in filed])
        self._note_openings(secret)
        mark = self.around.store.agency.file_mark
        stem = f"{number.replace('/', '-')}-V{newest.record_version}-C{newest.copy}{mark}"
        target, again = ready_folder(folder) / f"{stem}.pdf", 2
        while target.exists():
            target, again = target.with_name(f"{stem}-{again}.pdf"), again + 1
        try:
            target.write_bytes(data)
        except OSError as error:
            target.unlink(missing_ok=True)
            raise FileRefusal("DOC-634", file=target.name, detail=error.strerror or "") from error
        note_taken(self.around, number, [target])
        return target

    # --- by hand -----------------------------------------------------------------------------------------------------

    def assign(
        self, page_id: str, number: str, version: int = 0, copy: int = 0, page: int = 0, is_replacing: bool = False
    ) -> Assigned:
        """File a page under the number that the clerk typed.

        Version and copy are needed only where several prints are out (``DOC-628``), the page only where more than one
        is missing (``DOC-629``). A page that is filed already gives way only on request (``DOC-633``).
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "documents.scans.assign") as work:
            one = _known(work, page_id)
            records = _prints(work, number, version, copy)
            filed = filed_pages(work, [record.document_id for record in records])
            own = filed.get(one.document_id, set())
            if one.place is ScanPlace.FILED:
                own.discard(one.page)
            record = likely_record(records, filed)
            if record is None:
                prints = ", ".join(f"V{each.record_version} C{each.copy}" for each in records)
                raise UsageRefusal("DOC-628", number=number, prints=prints)
            wanted = page or (1 if record.pages == 1 else likely_page(record, filed.get(record.document_id, ())))
            beside = [each for each in work.scans.of_documents([record.document_id]) if each.page_id != page_id]
            moved = assigned(one, record, wanted, beside, is_replacing, self.around.clock(), self.around.actor.name)
            work.scans.save(moved)
            back = self._marked(work, [record]).moved
            scan = gathered([record], work.scans.of_documents([record.document_id]))[0]
            return Assigned(moved[0], scan, work.commit(), back.refused, back.remarks)

    def set_aside(self, page_ids: Sequence[str], is_blank: bool = False) -> Changes:
        """Lay pages aside: not ours, or a blank back side. They stay listed and can be laid back."""
        require(self.around.actor, Action.EDIT)
        reason = BLANK_BY_HAND if is_blank else NOT_OURS
        with self.around.store.writing(self.around.actor, "documents.scans.aside") as work:
            pages = [_known(work, page_id) for page_id in page_ids]
            now, name = self.around.clock(), self.around.actor.name
            work.scans.save([set_aside(page, reason, now, name) for page in pages])
            return work.commit()

    def lay_back(self, page_ids: Sequence[str]) -> Changes:
        """Lay pages back on the desk, wherever they are."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "documents.scans.back") as work:
            pages = [_known(work, page_id) for page_id in page_ids]
            now, name = self.around.clock(), self.around.actor.name
            work.scans.save([back_on_desk(page, now, name) for page in pages])
            return work.commit()

    def _confidential(self, work: Work, records: Sequence[DocumentRecord]) -> tuple[str, ...]:
        """The confidential records among those that these papers tell of; refused to whoever is no reader of them."""
        ids = tuple(dict.fromkeys(one.record_id for one in records if one.form in _CONFIDENTIAL))
        for record_id in ids:
            readable_record(self.around, work, record_id)
        return ids

    def _note_openings(self, record_ids: Sequence[str]) -> None:
        if record_ids:
            with self.around.store.writing(self.around.actor, "documents.open") as work:
                note_openings(self.around, work, record_ids)
                work.commit()

    def _kept(self, work: Work, batch_id: str, landing: Landing) -> ScanPage:
        sight = landing.sight
        return ScanPage(
            page_id=_page_id(sight),
            batch_id=batch_id,
            file_name=sight.file_name,
            file_digest=sight.file_digest,
            file_page=sight.file_page,
            place=landing.place,
            reason=landing.reason,
            mark=landing.mark,
            document_id=landing.document_id,
            page=landing.page,
            picture=sight.picture,
            turn=sight.turn,
            media=sight.media,
            size=len(sight.content),
            sha256=work.evidence.keep(sight.content) if sight.content else "",
            thumbnail=work.evidence.keep(sight.thumbnail) if sight.thumbnail else "",
            read_at=self.around.clock(),
        )

    def _marked(self, work: Work, records: Sequence[DocumentRecord]) -> _Back:
        """Mark those documents returned of which every page is here now."""
        pages = work.scans.of_documents(record.document_id for record in records)
        whole = tuple(one.record.document_id for one in gathered(records, pages) if one.is_whole)
        if not whole:
            return _Back((), MoveOutcome(0, (), 0, ()))
        return _Back(whole, mark_returned(self.around, work, whole, self.around.clock().date()))

    def _readable_after_all(self, work: Work, files: Sequence[ScanFile]) -> None:
        """Files that could not be read before and can now: their reminder leaves the desk."""
        names = {file.name for file in files if not file.fault}
        now, name = self.around.clock(), self.around.actor.name
        work.scans.save(
            [
                set_aside(one, READ_LATER, now, name)
                for one in work.scans.on_place(ScanPlace.DESK)
                if not one.file_page and one.file_name in names
            ]
        )

    def _scanned(self, work: Work, records: Sequence[DocumentRecord]) -> tuple[ScannedDocument, ...]:
        """What has come back of these documents, told apart from other prints of their numbers."""
        wanted = {record.document_id for record in records}
        prints = work.documents.of_numbers(record.number for record in records)
        pages = work.scans.of_documents(record.document_id for record in prints)
        scans = [one for one in gathered(prints, pages) if one.record.document_id in wanted]
        verified = verified_documents(self.around, work, [one.record for one in scans])
        people = work.people.by_ids([one.record.person_id for one in scans if one.record.person_id])
        found = []
        for scan, said in zip(scans, verified, strict=True):
            person = people.get(scan.record.person_id)
            found.append(
                ScannedDocument(scan, person.full_name if person else "", person.nip if person else "", said.finding)
            )
        return tuple(found)


def source_of(paths: Sequence[Path]) -> str:
    """What a stack remembers of where it came from, so that the same can be read again."""
    return "\n".join(str(path) for path in paths)


def paths_of(batch: ScanBatch) -> tuple[Path, ...]:
    """The folders and files a stack was read from."""
    return tuple(Path(part) for part in batch.source.split("\n"))


def _named(source: str) -> str:
    first, *others = (Path(part).name or part for part in source.split("\n"))
    return f"{first} +{len(others)}" if others else first


@dataclass(frozen=True, slots=True)
class _Back:
    """Documents of which every page is here, and what came of marking them returned."""

    documents: tuple[str, ...]
    moved: MoveOutcome


def _page_id(sight: PageSight) -> str:
    return hashlib.sha256(f"{sight.file_digest}:{sight.file_page}".encode()).hexdigest()[:32]


def _known(work: Work, page_id: str) -> ScanPage:
    found = work.scans.by_ids([page_id])
    if not found:
        raise UsageRefusal("DOC-630", page=page_id)
    return found[0]


def _content(work: Work, page: ScanPage) -> bytes:
    content = work.evidence.content(page.sha256) if page.sha256 else None
    if content is None:
        raise FileRefusal("DOC-631", file=page.file_name)
    return content


def _prints(work: Work, number: str, version: int, copy: int) -> tuple[DocumentRecord, ...]:
    """The prints of a number that fit what was said of version and copy; ``DOC-627`` when there are none."""
    records = tuple(
        one
        for one in work.documents.of_number(number.strip())
        if version in (0, one.record_version) and copy in (0, one.copy)
    )
    if not records:
        raise UsageRefusal("DOC-627", number=number)
    return records
