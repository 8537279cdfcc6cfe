"""Own sheets without a form code: minutes, call sheets, records of the office that the law names but does not draw.

A sheet is described as a value; the press draws it with the same stationery as the forms. A text is either plain data
or a label key such as ``PAPER:CALL-SHEET`` (several joined with ``", "``), which the press puts into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.documents import DocumentStamp, PaperStanding
from meritdesk.core.documents import PaperKind as PaperKind
from meritdesk.core.evaluation import OrgLevel, Reason
from meritdesk.core.people import PersonBlock, block_facts
from meritdesk.core.signers import SigningBlock


class ColumnAlign(StrEnum):
    """Names stand left, numbers right."""

    LEFT = "LEFT"
    RIGHT = "RIGHT"
    CENTRE = "CENTRE"


UNSTAMPED = DocumentStamp("", "-", 1, "", 0, "", PaperStanding.DRAFT)
"""A sheet that is in no register: for the eye only, marked as a draft."""


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column of a table: its heading and its share of the width."""

    heading: str
    share: int = 1
    align: ColumnAlign = ColumnAlign.LEFT


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table with a head that repeats on every page; a row too long for a page goes on overleaf.

    A row with fewer cells than columns is filled up, surplus cells join the last one: no text is dropped. ``total`` is
    a last row in bold; ``empty_text`` stands across the table when there is no row.
    """

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    heading: str = ""
    empty_text: str = ""
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paragraph or a list of lines under a heading; a line may be a ``Reason``, which is put into words."""

    lines: tuple[str | Reason, ...]
    heading: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One label of a spread: how many have it, the share in words, and how long its bar is of the longest (0 to 1)."""

    label: str
    count: str
    share: str
    length: Decimal


@dataclass(frozen=True, slots=True)
class PaperSpread:
    """The guide curve of an organisation level (p. 94-96), and below it how many really have each label.

    The curve is a drawing and never computed; the bars are counted. Without a level no curve is drawn. ``headings``
    stand over label, count, share and bar.
    """

    level: OrgLevel | None
    rows: tuple[SpreadRow, ...]
    headings: tuple[str, str, str, str]
    total: tuple[str, str, str] = ("", "", "")
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A square code to scan and the same thing as groups of digits to read aloud, large enough for both."""

    text: str
    groups: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PaperHonour:
    """Whom a certificate honours: words above, the name in large letters, who he is, for what, and thanks."""

    above: str
    name: str
    about: tuple[str, ...]
    told: Reason
    below: str = ""


@dataclass(frozen=True, slots=True)
class PaperSignature:
    """A place to sign: in which capacity, and who, when that is known."""

    capacity: str
    signer: PersonBlock | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """One own sheet, ready to draw; ``facts`` are the label and value lines under the title.

    ``dated`` is the day beside the place above the signatures, dotted while nobody knows it; a signature with a day of
    its own carries that instead. ``about`` is the short line in the foot by which a loose page is put back (a unit, a
    person, a period). Signatures stand two by two, the last one right. Every text may be empty, of any length and in
    any script: nothing is lost on paper.
    """

    kind: PaperKind
    title: str
    agency_name: str
    place: str
    stamp: DocumentStamp = UNSTAMPED
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sections: Sequence[PaperTable | PaperText | PaperSpread | PaperCode | PaperHonour] = ()
    signatures: tuple[PaperSignature, ...] = ()
    dated: date | None = None
    is_landscape: bool = False
    notes: tuple[str, ...] = ()
    about: str = ""


def paper_facts(paper: OfficePaper) -> dict[str, object]:
    """What the sheet says as plain values, for the digest in its foot: other words make another digest.

    The stamp does not count, and neither do size and lie of the paper.
    """
    return {
        "kind": paper.kind.value,
        "agency": paper.agency_name,
        "place": paper.place,
        "title": [paper.title, paper.subtitle],
        "facts": [list(fact) for fact in paper.facts],
        "sections": [_section_facts(section) for section in paper.sections],
        "signatures": [
            [one.capacity, block_facts([one.signer] if one.signer else []), _day(one.signed_on), *_line(one.signer)]
            for one in paper.signatures
        ],
        "dated": _day(paper.dated),
        "notes": list(paper.notes),
    }


def _section_facts(section: PaperTable | PaperText | PaperSpread | PaperCode | PaperHonour) -> dict[str, object]:
    if isinstance(section, PaperHonour):
        told = [section.told.code, dict(section.told.facts)]
        return {"words": [section.above, section.below], "who": [section.name, *section.about], "told": told}
    if isinstance(section, PaperCode):
        return {"heading": section.heading, "code": section.text, "groups": list(section.groups)}
    if isinstance(section, PaperSpread):
        return {
            "heading": section.heading,
            "level": section.level.value if section.level else "",
            "rows": [[row.label, row.count, row.share] for row in section.rows],
            "total": list(section.total),
        }
    if isinstance(section, PaperText):
        lines = [[line.code, dict(line.facts)] if isinstance(line, Reason) else line for line in section.lines]
        return {"heading": section.heading, "lines": lines, "list": section.is_list}
    return {
        "heading": section.heading,
        "columns": [column.heading for column in section.columns],
        "rows": [list(row) for row in section.rows],
        "total": list(section.total),
        "empty": section.empty_text,
    }


def _line(signer: PersonBlock | None) -> list[str]:
    """In which capacity somebody signs, where he does not sign by his own post or it stands above his name."""
    if not isinstance(signer, SigningBlock) or signer.line is None:
        return []
    line = signer.line
    return [line.capacity.value, line.title, line.post, line.through]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
