"""Personal data (UU 27/2022): what is kept and why, what people ask about theirs, limits, leaks and destruction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

REDACTED = "⌫"
"""Stands in the journal where a value was taken out."""


class DataCategory(StrEnum):
    """General data, and what the law calls specific (Ps. 4), with what the office holds in confidence."""

    GENERAL = "GENERAL"
    SPECIFIC = "SPECIFIC"


class Fate(StrEnum):
    """What the archive schedule says of records whose time is over."""

    DESTROY = "DESTROY"
    REVIEW = "REVIEW"


@dataclass(frozen=True, slots=True)
class Retention:
    """How long records of one kind are kept after their year; ``fate`` then."""

    code: str
    title: str
    years: int
    fate: Fate
    basis: str

    def over_on(self, year: int) -> date:
        """The first day on which records of a year are no longer kept."""
        return date(year + self.years + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class DataRecord:
    """One table with personal data: which columns, about whom a row is, why it is kept, on what basis and how long.

    ``about`` are the columns that hold the person; ``via`` says column, parent table and its column where a row is
    about whomever its parent is about. With neither the row only names people who did their duty.
    """

    table: str
    columns: tuple[str, ...]
    about: tuple[str, ...]
    via: tuple[str, str, str] | None
    category: DataCategory
    purpose: str
    basis: str
    retention: str


@dataclass(frozen=True, slots=True)
class PersonalRules:
    """The register of personal data with its archive schedule and the clocks of the law."""

    answer_hours: int
    notice_hours: int
    backups_kept_days: int
    retention: Mapping[str, Retention]
    records: tuple[DataRecord, ...]
    not_personal: tuple[str, ...]
    source: str

    def kept(self, record: DataRecord) -> Retention:
        """How long rows of a table are kept."""
        return self.retention[record.retention]


class RequestKind(StrEnum):
    """What somebody may ask about his data (Ps. 6-11)."""

    ACCESS = "ACCESS"
    CORRECTION = "CORRECTION"
    LIMIT = "LIMIT"
    ERASURE = "ERASURE"


class AskedState(StrEnum):
    """How far a request is."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """A request with its clock of 3 x 24 hours (Ps. 30 and 32); ``answer`` is never empty once it is settled."""

    request_id: str
    number: str
    person_id: str
    kind: RequestKind
    asked: str
    received_at: datetime
    received_by: str
    due_at: datetime
    state: AskedState = AskedState.OPEN
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""

    def is_late(self, now: datetime) -> bool:
        """Whether the hours ran out before it was answered."""
        return (self.answered_at or now) > self.due_at


@dataclass(frozen=True, slots=True)
class ProcessingLimit:
    """Somebody's data is stored and nothing else, until the limit is lifted (Ps. 41)."""

    limit_id: str
    person_id: str
    reason: str
    set_at: datetime
    set_by: str
    lifted_at: datetime | None = None
    lifted_by: str = ""
    lifted_why: str = ""

    @property
    def stands(self) -> bool:
        """Whether it still holds."""
        return self.lifted_at is None


class LeakKind(StrEnum):
    """How data got where it should not be."""

    LOST_STICK = "LOST_STICK"
    LOST_DEVICE = "LOST_DEVICE"
    WRONG_HANDS = "WRONG_HANDS"
    INTRUSION = "INTRUSION"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Leak:
    """A failure of protection with its notice of 3 x 24 hours (Ps. 46); ``copy`` names the package or backup."""

    leak_id: str
    number: str
    kind: LeakKind
    happened: str
    noticed_at: datetime
    due_at: datetime
    what: str
    how: str
    whom: str
    people: int
    measures: str
    copy: str
    noted_by: str
    told_at: datetime | None = None
    told_whom: str = ""


class ErasureKind(StrEnum):
    """What was destroyed: everything about one person, or the records of a year."""

    PERSON = "PERSON"
    YEAR = "YEAR"


@dataclass(frozen=True, slots=True)
class Erasure:
    """The tombstone of a destruction; ``subject`` names nobody, ``copies`` are those that still have to age out."""

    erasure_id: str
    number: str
    kind: ErasureKind
    subject: str
    pack_id: str
    reason: str
    done_at: datetime
    done_by: str
    second: str
    rows: int
    changes: int
    counts: Mapping[str, int]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueRecords:
    """Records of one year and kind whose time is over, and how many there are."""

    retention: Retention
    year: int
    over_on: date
    counts: Mapping[str, int]

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class LogLine:
    """One change set that touched somebody's data: what the processing log of an extract says."""

    number: int
    at: datetime
    actor: str
    verb: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonExtract:
    """Everything the store holds about one person; ``withheld`` counts rows the law lets the office keep back."""

    person_id: str
    name: str
    nip: str
    made_at: datetime
    tables: Mapping[str, tuple[Mapping[str, object], ...]]
    log: tuple[LogLine, ...]
    withheld: Mapping[str, int]


def due_after(moment: datetime, hours: int) -> datetime:
    """When a clock of hours runs out: it runs through nights and holidays."""
    return moment + timedelta(hours=hours)
