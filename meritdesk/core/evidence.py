"""Evidence (bukti dukung): files that show a result, stored once by the digest of their content (Art. 16, p. 68).

The same file under ten results takes its room once. What is on paper is the title and the file name; whether a file
shows a result or only an activity is the clerk's mark, since the law wants the first (V-51).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal

MEGABYTE = 1024 * 1024
MOST_ATTACHED = 128 * MEGABYTE
"""What the files of one transfer may weigh together."""


class EvidenceOwner(StrEnum):
    """What a piece of evidence belongs to."""

    ACTUAL = "ACTUAL"
    DOCUMENTATION = "DOCUMENTATION"
    FEEDBACK = "FEEDBACK"
    GUIDANCE = "GUIDANCE"
    CONFIDENTIAL = "CONFIDENTIAL"


class EvidenceKind(StrEnum):
    """What the file shows: the result itself, its progress, or only that something was done (p. 68 no. 7)."""

    RESULT = "RESULT"
    PROGRESS = "PROGRESS"
    ACTIVITY = "ACTIVITY"


class MediaKind(StrEnum):
    """What kind of file it is, by its first bytes and never by its name."""

    PDF = "PDF"
    IMAGE = "IMAGE"
    OFFICE = "OFFICE"
    TEXT = "TEXT"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file in its place: under the actual of an indicator in a period, a feedback entry or a guidance record.

    ``owner_id`` is the indicator, entry or record; ``period`` is the code of the period for an actual, else empty.
    ``sha256`` finds the content in the vault of files.
    """

    evidence_id: str
    person_id: str
    owner: EvidenceOwner
    owner_id: str
    sha256: str
    file_name: str
    size: int
    media: MediaKind
    kind: EvidenceKind = EvidenceKind.RESULT
    title: str = ""
    period: str = ""
    added_at: datetime | None = None
    added_by: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceCheck:
    """What a check of the vault of files found: counts that add up, and the evidence that cannot be shown any more.

    ``looked_at`` = ``sound`` + ``missing`` + ``damaged``; ``unused`` files are in the vault but under nothing.
    """

    looked_at: int
    sound: int
    missing: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    unused: int = 0
    bytes_kept: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether every piece of evidence can be shown as it was attached."""
        return not self.missing and not self.damaged


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Which evidence is wanted; empty fields do not narrow."""

    person_ids: tuple[str, ...] = ()
    owner: EvidenceOwner | None = None
    owner_ids: tuple[str, ...] = ()
    period: str = ""


_SIGNS: tuple[tuple[bytes, MediaKind], ...] = (
    (b"%PDF-", MediaKind.PDF),
    (b"\xff\xd8\xff", MediaKind.IMAGE),
    (b"\x89PNG\r\n\x1a\n", MediaKind.IMAGE),
    (b"GIF8", MediaKind.IMAGE),
    (b"BM", MediaKind.IMAGE),
    (b"PK\x03\x04", MediaKind.OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MediaKind.OFFICE),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")
_PROGRAM_ENDINGS = (".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".js", ".vbs", ".ps1", ".lnk", ".jar", ".sh")
_ACTIVITY_WORDS = (
    "daftar hadir", "absensi", "presensi", "undangan", "foto kegiatan", "dokumentasi kegiatan", "surat tugas",
    "notulen", "jadwal", "rundown", "susunan acara", "attendance", "invitation",
)  # fmt: skip


def media_of(head: bytes) -> MediaKind:
    """What kind of file begins with these bytes."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return MediaKind.IMAGE
    for sign, media in _SIGNS:
        if head.startswith(sign):
            return media
    if head and b"\x00" not in head:
        try:
            head[:512].decode("utf-8")
        except UnicodeDecodeError as error:
            return MediaKind.TEXT if error.start >= len(head[:512]) - 4 else MediaKind.OTHER
        return MediaKind.TEXT
    return MediaKind.OTHER


def guard_file(name: str, size: int, head: bytes, most: int) -> MediaKind:
    """Let a file in, or say why not: ``EXE-221`` empty, ``EXE-222`` too large, ``EXE-223`` an image that is too large
    (it can be made smaller), ``EXE-224`` a program.
    """
    media = media_of(head)
    if size == 0:
        raise UsageRefusal("EXE-221", file=name)
    if is_program(name, head):
        raise UsageRefusal("EXE-224", file=name)
    if size > most:
        code = "EXE-223" if media is MediaKind.IMAGE else "EXE-222"
        raise UsageRefusal(code, file=name, size=in_megabytes(size), most=in_megabytes(most))
    return media


def is_program(name: str, head: bytes) -> bool:
    """Whether a file is a program, by its first bytes or its name: nothing that could be started is evidence."""
    return head.startswith(_PROGRAMS) or name.casefold().endswith(_PROGRAM_ENDINGS)


def in_megabytes(size: int) -> str:
    """A size as a clerk reads it: ``0,4 MB``, rounded up so that a file over the limit never looks like the limit."""
    tenths = -(-size * 10 // MEGABYTE)
    return f"{tenths // 10},{tenths % 10} MB"


def likely_kind(file_name: str, title: str) -> EvidenceKind:
    """What a file shows as long as nobody said: activity where name or title speak of an attendance list, an invitation
    or photos of an event, so that the clerk is asked whether it shows a result (V-51).
    """
    said = f"{file_name} {title}".casefold().replace("_", " ").replace("-", " ")
    is_activity = any(word in said for word in _ACTIVITY_WORDS)
    return EvidenceKind.ACTIVITY if is_activity else EvidenceKind.RESULT
