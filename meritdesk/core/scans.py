"""Back from the scanner: pages of signed paper find the document they belong to.

Every page that was scanned lands in exactly one place: filed with its document, spare beside a page that is filed
already, on the scan desk because a person must look, or set aside. Nothing is thrown away. A reason stands as a code:

- ``DOC-610`` no code could be read, ``DOC-611`` a code that is not ours, ``DOC-612`` a number this register lacks;
- ``DOC-613`` a version or copy that was never printed here, ``DOC-614`` a digest that is not the register's;
- ``DOC-615`` a page the document does not have, ``DOC-616`` marks of two documents on one page;
- ``DOC-617`` the page is filed already, ``DOC-618`` the very same picture was read before;
- ``DOC-619`` an old mark without page number, more pages than the document has; ``DOC-636`` nothing on it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from meritdesk.core.documents import DocumentRecord
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.marks import DocumentMark, parse_mark

_RUNS = re.compile(r"([0-9]+)")


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """Names as people count them: ``scan2`` before ``scan10``."""
    parts = _RUNS.split(name.casefold())
    return tuple((0, int(part), "") if place % 2 else (1, 0, part) for place, part in enumerate(parts))


class ScanPlace(StrEnum):
    """Where a scanned page lies; exactly one of these."""

    FILED = "FILED"  # with its document
    SPARE = "SPARE"  # the same page is filed already
    DESK = "DESK"  # a person must look
    ASIDE = "ASIDE"  # blank, or not ours


class ScanMedia(StrEnum):
    """What a page is kept as."""

    NONE = "NONE"
    PDF = "PDF"
    PNG = "PNG"
    JPEG = "JPEG"


UNREADABLE, STRANGE_CODE, UNKNOWN_NUMBER = "DOC-610", "DOC-611", "DOC-612"
NEVER_PRINTED, OTHER_DIGEST, NO_SUCH_PAGE, TWO_MARKS = "DOC-613", "DOC-614", "DOC-615", "DOC-616"
FILED_ALREADY, SAME_PICTURE, PAGE_UNSAID = "DOC-617", "DOC-618", "DOC-619"
BLANK, NOT_OURS, BLANK_BY_HAND, READ_LATER = "DOC-636", "DOC-637", "DOC-638", "DOC-639"

DESK_REASONS = (
    UNREADABLE,
    STRANGE_CODE,
    UNKNOWN_NUMBER,
    NEVER_PRINTED,
    OTHER_DIGEST,
    NO_SUCH_PAGE,
    TWO_MARKS,
    PAGE_UNSAID,
)


@dataclass(frozen=True, slots=True)
class ScanFile:
    """One file from the scanner; ``fault`` says why none of its pages can be read."""

    path: str
    name: str
    digest: str
    pages: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PageSight:
    """What the reader saw of one page, before anybody asked what it means.

    ``file_page`` counts from 1; 0 stands for a file that could not be read at all. ``picture`` is the digest of what
    is seen, ``content`` the page as it is kept, ``turn`` how many quarter turns to the right make it upright.
    """

    file_name: str
    file_digest: str
    file_page: int
    marks: tuple[str, ...] = ()
    is_blank: bool = False
    turn: int = 0
    picture: str = ""
    fault: str = ""
    media: ScanMedia = ScanMedia.NONE
    content: bytes = field(default=b"", repr=False)
    thumbnail: bytes = field(default=b"", repr=False)

    @property
    def place_in_batch(self) -> tuple[tuple[tuple[int, int, str], ...], int, str]:
        """The order of a batch, whatever order the pages were read in."""
        return (natural_order(self.file_name), self.file_page, self.file_digest)


@dataclass(frozen=True, slots=True)
class ScanBatch:
    """One stack of paper that was read together; without ``finished_at`` it was interrupted and can be continued."""

    batch_id: str
    name: str
    source: str
    started_at: datetime
    started_by: str
    files: int
    pages: int
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One page as it stands in the store.

    ``document_id`` names the copy of the document it belongs to and ``page`` which page of it; both are empty while
    that is not known. ``mark`` is what its code said, ``sha256`` and ``thumbnail`` find its contents in the vault.
    """

    page_id: str
    batch_id: str
    file_name: str
    file_digest: str
    file_page: int
    place: ScanPlace
    reason: str = ""
    mark: str = ""
    document_id: str = ""
    page: int = 0
    picture: str = ""
    turn: int = 0
    media: ScanMedia = ScanMedia.NONE
    size: int = 0
    sha256: str = ""
    thumbnail: str = ""
    read_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: str = ""

    @property
    def place_in_batch(self) -> tuple[tuple[tuple[int, int, str], ...], int, str]:
        """The order of a batch as people count it."""
        return (natural_order(self.file_name), self.file_page, self.page_id)


@dataclass(frozen=True, slots=True)
class Landing:
    """Where one page that was seen lands, and why."""

    sight: PageSight
    place: ScanPlace
    reason: str = ""
    mark: str = ""
    document_id: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds already: which page of which document is filed, and which pictures were read before.

    ``pictures`` gives the document and page of a picture, both empty when it is not filed.
    """

    filed: Mapping[tuple[str, int], str] = field(default_factory=dict)
    pictures: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def land(
    sights: Sequence[PageSight], register: Mapping[str, Sequence[DocumentRecord]], held: Held
) -> tuple[Landing, ...]:
    """Say for each page where it lands; the answer is in the order of the batch and does not depend on the order given.

    ``register`` has the entries under each number that a mark names. What is filed stays; of two equal pages in a
    batch the first is filed and the other is spare. Old marks do not say which page they stand on: such pages fill what
    is missing of their document in the order of the batch.
    """
    return _Sorting(register, held).of(sorted(sights, key=lambda sight: sight.place_in_batch))


class _Sorting:
    """One sorting of pages to documents."""

    def __init__(self, register: Mapping[str, Sequence[DocumentRecord]], held: Held) -> None:
        self._register = register
        self._taken: set[tuple[str, int]] = set(held.filed)
        self._pictures: dict[str, tuple[str, int]] = dict(held.pictures)

    def of(self, sights: Sequence[PageSight]) -> tuple[Landing, ...]:
        landings: dict[int, Landing] = {}
        unsaid: list[tuple[int, DocumentRecord, str]] = []
        for number, sight in enumerate(sights):
            known = self._seen_before(sight)
            if known is not None:
                landings[number] = Landing(sight, ScanPlace.SPARE, SAME_PICTURE, _first(sight.marks), *known)
                continue
            found = self._judge(sight)
            if isinstance(found, Landing):
                landings[number] = found
                if found.place is not ScanPlace.ASIDE:
                    self._remember(sight, found)
            else:
                record, mark = found
                unsaid.append((number, record, mark))
                self._pictures.setdefault(sight.picture, (record.document_id, 0))
        for number, record, mark in unsaid:
            landings[number] = self._next_free(sights[number], record, mark)
        return tuple(landings[number] for number in range(len(sights)))

    def _seen_before(self, sight: PageSight) -> tuple[str, int] | None:
        """Blank pages look alike and are not the same page."""
        return None if sight.is_blank or not sight.picture else self._pictures.get(sight.picture)

    def _remember(self, sight: PageSight, landing: Landing) -> None:
        if sight.picture and not sight.is_blank:
            self._pictures.setdefault(sight.picture, (landing.document_id, landing.page))

    def _judge(self, sight: PageSight) -> Landing | tuple[DocumentRecord, str]:
        """Where a page lands by its own mark, or the document of an old mark, whose page is not said."""
        if sight.fault:
            return Landing(sight, ScanPlace.DESK, sight.fault)
        ours = {text: mark for text in sight.marks if (mark := parse_mark(text)) is not None}
        if not ours:
            if sight.marks:
                return Landing(sight, ScanPlace.DESK, STRANGE_CODE, _first(sight.marks))
            if sight.is_blank:
                return Landing(sight, ScanPlace.ASIDE, BLANK)
            return Landing(sight, ScanPlace.DESK, UNREADABLE)
        text, mark = min(ours.items())
        if len(set(ours.values())) > 1:
            return Landing(sight, ScanPlace.DESK, TWO_MARKS, text)
        record = self._record_of(mark)
        if isinstance(record, str):
            return Landing(sight, ScanPlace.DESK, record, text)
        if mark.page:
            if mark.pages != record.pages:
                return Landing(sight, ScanPlace.DESK, NO_SUCH_PAGE, text)
            return self._filed(sight, record, mark.page, text)
        if record.pages == 1:
            return self._filed(sight, record, 1, text)
        return record, text

    def _record_of(self, mark: DocumentMark) -> DocumentRecord | str:
        """The register's entry of a mark, or the code of why there is none."""
        entries = self._register.get(mark.number, ())
        if not entries:
            return UNKNOWN_NUMBER
        same = [one for one in entries if (one.record_version, one.copy) == (mark.version, mark.copy)]
        if not same:
            return NEVER_PRINTED
        fitting = [one for one in same if mark.fits(one.record_digest)]
        return fitting[0] if fitting else OTHER_DIGEST

    def _filed(self, sight: PageSight, record: DocumentRecord, page: int, mark: str) -> Landing:
        if (record.document_id, page) in self._taken:
            return Landing(sight, ScanPlace.SPARE, FILED_ALREADY, mark, record.document_id, page)
        self._taken.add((record.document_id, page))
        return Landing(sight, ScanPlace.FILED, "", mark, record.document_id, page)

    def _next_free(self, sight: PageSight, record: DocumentRecord, mark: str) -> Landing:
        for page in range(1, record.pages + 1):
            if (record.document_id, page) not in self._taken:
                return self._filed(sight, record, page, mark)
        return Landing(sight, ScanPlace.DESK, PAGE_UNSAID, mark, record.document_id)


@dataclass(frozen=True, slots=True)
class DocumentScan:
    """What has come back of one copy of a document.

    ``elsewhere`` are the marks (number, version, copy) of other prints of the same number whose pages lie in the store
    and could be the ones that are missing: sheets of two prints that were mixed up at signing.
    """

    record: DocumentRecord
    filed: tuple[int, ...]
    spare: int = 0
    elsewhere: tuple[DocumentRecord, ...] = ()

    @property
    def missing(self) -> tuple[int, ...]:
        """The pages that have not come back."""
        return tuple(page for page in range(1, self.record.pages + 1) if page not in self.filed)

    @property
    def is_whole(self) -> bool:
        """Whether every page has come back."""
        return not self.missing


def gathered(records: Sequence[DocumentRecord], pages: Sequence[ScanPage]) -> tuple[DocumentScan, ...]:
    """Documents with what has come back of each, those of which nothing has come left out.

    ``records`` are all prints of the numbers in question, so that mixed prints are told apart.
    """
    filed: dict[str, set[int]] = {}
    spare: dict[str, int] = {}
    for one in pages:
        if one.place is ScanPlace.FILED:
            filed.setdefault(one.document_id, set()).add(one.page)
        elif one.place is ScanPlace.SPARE and one.document_id:
            spare[one.document_id] = spare.get(one.document_id, 0) + 1
    found = []
    for record in records:
        here = filed.get(record.document_id)
        if not here:
            continue
        missing = set(range(1, record.pages + 1)) - here
        others = tuple(
            other
            for other in records
            if other.number == record.number
            and other.document_id != record.document_id
            and missing & filed.get(other.document_id, set())
        )
        found.append(DocumentScan(record, tuple(sorted(here)), spare.get(record.document_id, 0), others))
    return tuple(found)


def assigned(
    page: ScanPage,
    record: DocumentRecord,
    number: int,
    filed: Sequence[ScanPage],
    replacing: bool,
    now: datetime,
    by: str,
) -> tuple[ScanPage, ...]:
    """File a page by hand as page ``number`` of a document, and lay what is filed there beside it where that is wanted.

    ``filed`` are the pages of the document. ``DOC-621`` for a file that was never opened, ``DOC-629`` when the document
    has no such page, ``DOC-633`` when another picture is filed there and nobody said that it shall give way.
    """
    if not page.sha256:
        raise UsageRefusal("DOC-631", file=page.file_name)
    if not 1 <= number <= record.pages:
        raise UsageRefusal("DOC-629", number=record.number, page=number, pages=record.pages)
    others = [one for one in filed if one.place is ScanPlace.FILED and one.page_id != page.page_id]
    there = [one for one in others if one.page == number]
    if there and not replacing:
        raise UsageRefusal("DOC-633", number=record.number, page=number, file=there[0].file_name)
    moved = replace(
        page,
        place=ScanPlace.FILED,
        reason="",
        document_id=record.document_id,
        page=number,
        decided_at=now,
        decided_by=by,
    )
    beside = [replace(one, place=ScanPlace.SPARE, reason=FILED_ALREADY, decided_at=now, decided_by=by) for one in there]
    return (moved, *beside)


def set_aside(page: ScanPage, reason: str, now: datetime, by: str) -> ScanPage:
    """Lay a page aside by hand: it is not ours, or a blank back side."""
    return replace(page, place=ScanPlace.ASIDE, reason=reason, document_id="", page=0, decided_at=now, decided_by=by)


def back_on_desk(page: ScanPage, now: datetime, by: str) -> ScanPage:
    """Lay a page back on the desk, for what was set aside or filed wrongly."""
    return replace(page, place=ScanPlace.DESK, reason=UNREADABLE, document_id="", page=0, decided_at=now, decided_by=by)


def likely_record(records: Collection[DocumentRecord], filed: Mapping[str, Collection[int]]) -> DocumentRecord | None:
    """Which print of a typed number is meant: the only one, or the only one of which some but not all has come back.

    ``filed`` are the filed pages by document. With several candidates the clerk says which.
    """
    if len(records) == 1:
        return next(iter(records))
    begun = [one for one in records if 0 < len(filed.get(one.document_id, ())) < one.pages]
    if len(begun) == 1:
        return begun[0]
    open_still = [one for one in records if len(filed.get(one.document_id, ())) < one.pages]
    return open_still[0] if len(open_still) == 1 else None


def likely_page(record: DocumentRecord, filed: Collection[int]) -> int:
    """Which page a page of a document must be when only one is missing; 0 when the clerk has to say."""
    missing = [page for page in range(1, record.pages + 1) if page not in filed]
    return missing[0] if len(missing) == 1 else 0


def _first(marks: Sequence[str]) -> str:
    return min(marks, default="")
