"""What passes between agency and region by file: headers, snapshots, receipts, and the keys that vouch for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from meritdesk.core.evaluation import Actual, Evaluation, OrganisationLevel
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.travel import Records
from meritdesk.core.word_for_word import TableWords

if TYPE_CHECKING:
    from meritdesk.core.returned import ReturnContent

ENVELOPE = "meritdesk/1"
SCHEMA_VERSION = 2


UnknownCells = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By table, record and column the texts that a newer program wrote."""


class PackageKind(StrEnum):
    """What a package is, and so who may send it to whom (exchange 2).

    ``EXPORT`` primary PC of an agency to the region; ``HANDOVER`` one PC of an agency to another of the same agency;
    ``RETURN`` region to agency; ``ENROL`` a device that nobody knows yet to the region; ``BACKUP`` a device to itself;
    ``TRANSFER`` primary PC of an agency to that of another, with the people who move there; ``RELAY`` region to agency,
    with a transfer that went through the region since the one agency does not know the key of the other.
    """

    EXPORT = "export"
    HANDOVER = "handover"
    RETURN = "return"
    ENROL = "enrol"
    BACKUP = "backup"
    TRANSFER = "transfer"
    RELAY = "relay"


SNAPSHOT_KINDS = frozenset({PackageKind.EXPORT, PackageKind.HANDOVER, PackageKind.TRANSFER})
"""The kinds that carry a snapshot: of a period, or of the people who move."""


@dataclass(frozen=True, slots=True)
class PackageHeader:
    """The signed comment of a package: who sends what to whom, and its place in the stream (exchange 2 and 4).

    ``sender`` is ``7101/PC02`` (agency code / device code), ``recipient`` an agency code; ``epoch`` 32 hex digits;
    ``previous`` and ``inner`` are ``sha256:<hex>`` (``previous`` is ``sha256:`` + 64 zeros for the first).
    ``key_directory`` is the version of the trust list the sender knows, 0 while there is none. ``is_practice`` says
    that nothing in it counts.
    """

    kind: PackageKind
    sender: str
    recipient: str
    period: str
    epoch: str
    sequence: int
    previous: str
    package_id: str
    inner: str = ""
    schema: int = SCHEMA_VERSION
    key_directory: int = 0
    is_practice: bool = False

    @property
    def sender_agency(self) -> str:
        """The agency part of the sender."""
        return self.sender.partition("/")[0]


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The sender's journal at the moment of packing: number of change sets and digest of the last."""

    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A record the agency removed, said aloud: absence alone is never a deletion (exchange 4).

    ``table`` is one of the table names of the package; ``reason`` is never empty.
    """

    table: str
    record_id: str
    reason: str
    removed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an agency hands over for one period, complete, never a difference (faults, decision 5).

    ``records`` are the tables of ``core/travel_layouts`` by their name in the package. ``unknown`` keeps what a newer
    program wrote into columns of the typed tables that this one does not know: table, record, column, text. ``seen``
    says, between the PCs of one agency, which package of each colleague was taken last: by device (``7101/PC02``) the
    digest of its payload; ``waiting`` the fields (table, key, field) about which a person there still has to decide.
    ``unchanged`` are the tables left out of an arriving one because they stand here word for word, with the number of
    their records (``core/word_for_word.py``).
    ``attachments`` are the files of evidence that go with people who move, by the SHA-256 of their content.
    ``heads_before`` are earlier places of the sender's journal as it has them now (``core/audit.py``).
    """

    agency_code: str
    agency_name: str
    period: str
    units: tuple[OrgUnit, ...] = ()
    people: tuple[Person, ...] = ()
    lines: tuple[ReportingLine, ...] = ()
    plans: tuple[PerformancePlan, ...] = ()
    actuals: tuple[Actual, ...] = ()
    levels: tuple[OrganisationLevel, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    audit_head: AuditHead = AuditHead(0, "")
    tombstones: tuple[Tombstone, ...] = ()
    records: Records = field(default_factory=dict)
    unknown: UnknownCells = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    waiting: tuple[tuple[str, str, str], ...] = ()
    unchanged: Mapping[str, int] = field(default_factory=dict)
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    heads_before: tuple[AuditHead, ...] = ()


@dataclass(frozen=True, slots=True)
class TableTotals:
    """What the control file says of one table: its rows, and the exact sum of each numeric column as text."""

    name: str
    title: str
    rows: int
    totals: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PressedFile:
    """A file of a package as it lies in the bag: packed, with its size before and what vouches for it (hex digits)."""

    size: int
    crc: int
    sha256: str
    sha512: str
    packed: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class WeighedContent:
    """What a snapshot would be as files: the digest of what it says, its control totals, its size before packing.

    ``files`` are the digests of its files by path: a package made before that has one of them says the same there.
    ``pressed`` are the files themselves by path, packed, for the package that is made of this very content: it need
    not be read and written twice. Whoever only wants to know what it weighs has none.
    """

    digest: str
    tables: tuple[TableTotals, ...]
    size: int
    files: Mapping[str, str] = field(default_factory=dict)
    pressed: Mapping[str, PressedFile] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class OwedAnswer:
    """An answer that belongs to a file taken for good and is not known to lie on a stick; ``folder`` is its place.

    ``medium`` is the stick or disk of that folder; ``beside`` and ``beside_digest`` name the file that is answered, as
    it lay there. Another stick in the same place has neither.
    """

    package_id: str
    file_name: str
    folder: str
    medium: str = ""
    beside: str = ""
    beside_digest: str = ""


NOTED = "BL-"
"""How the number of a return without a receipt begins in the inbox book; a receipt's own begins otherwise."""


class ReceiptCode(StrEnum):
    """Level 1 of a receipt (exchange 6)."""

    ACCEPTED = "A"
    ERRORS = "E"  # accepted, some records refused
    REJECTED = "R"
    DUPLICATE = "D"
    SUPERSEDED = "S"
    FORK = "F"


class RecordState(StrEnum):
    """Level 2: what became of one record."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    """What became of one record of a package; only refused and conflicting ones carry field and code."""

    table: str
    record_id: str
    state: RecordState
    column: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The region's answer to one package; a receipt is never receipted.

    ``outcomes`` lists every record that is not plainly added, changed or same; ``counts`` covers all of them.
    ``missing_sequences`` are gaps seen in the stream; ``highest_sequence`` the newest applied.
    """

    number: str
    code: ReceiptCode
    package_id: str
    sender: str
    period: str
    epoch: str
    sequence: int
    payload_digest: str
    counts: Mapping[str, int]
    outcomes: tuple[RecordOutcome, ...] = ()
    missing_sequences: tuple[int, ...] = ()
    highest_sequence: int = 0
    audit_head: AuditHead = AuditHead(0, "")
    refusal_code: str = ""


@dataclass(frozen=True, slots=True)
class PaperReceipt:
    """What the square code of a printed receipt says, once the region's signature on it holds.

    ``payload_start`` are the first 32 hex digits of the hash of the package that is answered.
    """

    number: str
    code: ReceiptCode
    payload_start: str
    signer: KeyCard


@dataclass(frozen=True, slots=True)
class KeyStanding:
    """What the region's trust list says of a key; the words are those of ``core.trust``."""

    role: str
    status: str
    last_epoch: str = ""
    last_sequence: int = 0


@dataclass(frozen=True, slots=True)
class KeyCard:
    """The public keys of one device, as handed to the other side.

    ``minisign_key`` is the base64 line of a minisign public key, ``age_recipient`` an ``age1...`` recipient.
    ``standing`` comes from the trust list; a card of first contact has none.
    """

    agency_code: str
    agency_name: str
    device: str
    is_region: bool
    minisign_key: str
    age_recipient: str
    standing: KeyStanding | None = None


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """The secret keys of this device; they live wrapped in the key file and in memory, nowhere else.

    ``other_identities`` open files written to a key this device had before, or will have next.
    """

    card: KeyCard
    minisign_secret: bytes = field(repr=False)
    age_identity: str = field(repr=False)
    other_identities: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One package as the receiving side has recorded it."""

    sender: str
    epoch: str
    sequence: int
    payload_digest: str
    previous: str
    period: str
    code: ReceiptCode
    receipt_number: str
    received_at: datetime


class LedgerVerdict(StrEnum):
    """What the ledger says of an arriving package before its content is read (exchange 4)."""

    NEXT = "NEXT"
    GAP = "GAP"
    DUPLICATE = "DUPLICATE"
    SUPERSEDED = "SUPERSEDED"
    FORK = "FORK"
    NEW_EPOCH = "NEW_EPOCH"


@dataclass(frozen=True, slots=True)
class LedgerDecision:
    """The verdict with the sequence numbers that are missing before this one.

    ``newer_periods`` are the periods of applied packages of its stream that are newer, where the package is still the
    newest of its own period: what those described too is not replaced by it (``core/reach.py``). ``receipt_number``
    names the stored receipt of a duplicate.
    """

    verdict: LedgerVerdict
    missing: tuple[int, ...] = ()
    receipt_number: str = ""
    newer_periods: frozenset[str] = frozenset()

    @property
    def is_late(self) -> bool:
        """Whether newer packages of the stream were applied before this one."""
        return bool(self.newer_periods)


@dataclass(frozen=True, slots=True)
class SealedPackage:
    """A finished package in memory; ``payload_digest`` is the hash of the encrypted part, ``sha256:<hex>``.

    The digest goes into the ledger and into ``previous`` of the next package; ``name`` is the file name to write.
    """

    name: str
    data: bytes = field(repr=False)
    header: PackageHeader
    payload_digest: str


@dataclass(frozen=True, slots=True)
class StagedPackage:
    """A private copy of an arriving file: whatever happens on the stick afterwards, this is what is judged."""

    name: str
    data: bytes = field(repr=False)
    digest: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """What the outside of a package says; to be believed only where ``is_verified`` is true.

    ``signer`` is the card whose key made the signature, ``None`` when no known card did; ``key_id`` is the 16 hex
    digits under which stock minisign names that key.
    """

    header: PackageHeader
    payload_digest: str
    key_id: str
    size: int
    is_verified: bool
    signer: KeyCard | None = None


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """A package that passed every check up to the typed content (exchange 5, steps 1 to 8).

    ``snapshot`` and ``returned`` are both ``None`` when the ledger decision already settles the matter (duplicate,
    superseded, fork). ``faults`` are the records refused for their content; they are not in ``snapshot``. ``words`` are
    the digests of the tables that were read and that the next package may repeat. A transfer that came through the
    region is told as its maker sent it; ``passed_by`` is the region then.
    """

    header: PackageHeader
    payload_digest: str
    decision: LedgerDecision
    signer: KeyCard
    snapshot: Snapshot | None = None
    returned: ReturnContent | None = None
    faults: tuple[RecordOutcome, ...] = ()
    words: Mapping[str, TableWords] = field(default_factory=dict)
    passed_by: KeyCard | None = None

    @property
    def receipt(self) -> Receipt | None:
        """The receipt among what was given back, when there is one."""
        return self.returned.receipt if self.returned is not None else None
