"""What part of the register of documents is wanted: searched, filtered and ordered by the store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentField(StrEnum):
    """A field of the register by which it can be put in order and tallied; named as in ``DocumentLine``."""

    NUMBER = "number"
    NAME = "name"
    NIP = "nip"
    FORM = "form"
    PERIOD = "period"
    VERSION = "version"
    COPY = "copy"
    PRINTED = "printed_at"
    STANDING = "standing"
    REASON = "override_reason"
    FILE = "file_name"


@dataclass(frozen=True, slots=True)
class DocumentQuery:
    """``search`` is words, each in number, form, period, name, NIP or post; ``kept`` names for a field its values.

    ``order`` goes from the weightiest key to the lightest, each with whether it falls; what it leaves open is settled
    by the day of printing, newest first, so that blocks never overlap.
    """

    search: str = ""
    kept: tuple[tuple[DocumentField, tuple[str, ...]], ...] = ()
    order: tuple[tuple[DocumentField, bool], ...] = ()
    offset: int = 0
    limit: int = 200
