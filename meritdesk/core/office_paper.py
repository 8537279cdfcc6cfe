"""Own sheets without a form code: minutes, call sheets, records of the office that the law names but does not draw.

A sheet is described as a value; the press draws it with the same stationery as the forms. A text is either plain data
or a label key such as ``PAPER:CALL-SHEET`` (several joined with ``", "``), which the press puts into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.documents import DocumentStamp
from meritdesk.core.evaluation import Reason
from meritdesk.core.people import PersonBlock


class PaperKind(StrEnum):
    """Which own sheet this is; the value is the code in its document number."""

    CALL_SHEET = "LP"  # lembar panggil per unit
    CALIBRATION_MINUTES = "BAK"  # berita acara kalibrasi
    COUNSELLING_RECORD = "KON"
    OBJECTION_DECISION = "KEB"
    OLD_YEAR = "LAMA"
    CHANGE_PREVIEW = "UBAH"


class ColumnAlign(StrEnum):
    """Names stand left, numbers right."""

    LEFT = "LEFT"
    RIGHT = "RIGHT"
    CENTRE = "CENTRE"


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column of a table: its heading and its share of the width."""

    heading: str
    share: int = 1
    align: ColumnAlign = ColumnAlign.LEFT


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with a head that repeats on every page; every row has as many cells as there are columns."""

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: str = ""
    empty_text: str = ""


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paragraph or a list of lines under a heading; a line may be a ``Reason``, which is put into words."""

    lines: tuple[str | Reason, ...]
    heading: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """A place to sign: in which capacity, and who, when that is known."""

    capacity: str
    signer: PersonBlock | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """One own sheet, ready to draw; ``facts`` are the label and value lines under the title."""

    kind: PaperKind
    title: str
    agency_name: str
    place: str
    stamp: DocumentStamp
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sections: Sequence[PaperTable | PaperText] = ()
    signatures: tuple[PaperSignature, ...] = ()
    dated: date | None = None
    is_landscape: bool = False
