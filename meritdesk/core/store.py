"""What the office knows about its own store: whose it is, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Practice(StrEnum):
    """Whether a store is for practice: a made-up city, or a copy of one's own data."""

    NONE = ""
    SAMPLE = "SAMPLE"
    COPY = "COPY"


AGENCY_CODE_SIGNS = "[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?"
DEVICE_CODE_SIGNS = "[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?"
"""What a code may be made of, in capital letters: the same signs that a key card and a package name may carry."""

SAMPLE_ENDING = "(contoh)"
"""How the agencies of the sample city were named before stores carried a mark of practice."""


@dataclass(frozen=True, slots=True)
class AgencyInfo:
    """The agency that owns a store; ``place`` is where papers are signed, ``device`` this PC's code."""

    code: str
    name: str
    is_region: bool
    device: str
    place: str = ""
    region_code: str = ""
    practice: Practice = Practice.NONE

    @property
    def is_practice(self) -> bool:
        """Whether nothing of this store counts: papers, packages and files say so, and no real office takes them."""
        return self.practice is not Practice.NONE

    @property
    def file_mark(self) -> str:
        """What file names of a practice store end with; empty for a real one."""
        return "-LATIHAN" if self.is_practice else ""


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds, told before it is put in the place of anything; ``made_at`` is a moment with its zone."""

    agency: AgencyInfo
    made_at: str
    schema: int
    people: int
    plans: int
    evaluations: int
    change_sets: int
    last_change: str


@dataclass(frozen=True, slots=True)
class RestoredStore:
    """When a store came back from a backup, and of which moment that backup was."""

    at: str
    backup_of: str


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the recovery sheet says: the key that opens the store when the passphrase is forgotten, and whose it is."""

    agency: AgencyInfo
    key: str
    made_on: date


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The answer of ``upkeep check``: pages, references, journal chain, row digests, files of evidence.

    Counts say what was looked at; ``evidence_missing`` and ``evidence_damaged`` are pieces whose file cannot be shown.
    """

    pages_ok: bool
    references_ok: bool
    journal_ok: bool
    change_sets: int
    evaluations_checked: int
    evaluations_damaged: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    evidence_checked: int = 0
    evidence_missing: tuple[str, ...] = ()
    evidence_damaged: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        is_whole = self.pages_ok and self.references_ok and self.journal_ok
        return is_whole and not (self.evaluations_damaged or self.evidence_missing or self.evidence_damaged)


@dataclass(frozen=True, slots=True)
class Viewing:
    """Why a store is only looked at: somebody works with it (``who``, where, since when), or its place is sealed.

    ``since`` is a moment with its zone. All empty and not sealed: whoever opened it wanted no more than to look.
    """

    who: str = ""
    host: str = ""
    since: str = ""
    is_sealed: bool = False
    """Whether folder or file cannot be written here: a stick with a lock, a folder of rights to read."""
