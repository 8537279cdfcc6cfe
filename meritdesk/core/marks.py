"""The mark of a document: what the QR in the foot of each page says, so that paper finds its record again.

``MD1:<number>:V<version>:C<copy>:<digest>`` names the sheet; the QR of a page adds ``:P<page>/<pages>``, since paper
from a scanner is a picture without text. Marks of sheets printed before pages were told apart have no such ending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"MD1:(?P<number>[^:]+):V(?P<version>[0-9]{1,9}):C(?P<copy>[0-9]{1,9}):(?P<digest>[0-9A-F]{16})"
    r"(?::P(?P<page>[1-9][0-9]{0,5})/(?P<pages>[1-9][0-9]{0,5}))?"
)
_DIGITS = 16

PRACTICE = "LATIHAN:"
"""What stands before the mark on paper of a practice store, so that no real desk ever takes it for its own."""


@dataclass(frozen=True, slots=True)
class DocumentMark:
    """One mark taken apart; ``page`` and ``pages`` are 0 where the mark does not tell pages apart."""

    number: str
    version: int
    copy: int
    digest: str
    page: int = 0
    pages: int = 0

    def fits(self, record_digest: str) -> bool:
        """Whether the mark was printed from the record with this digest."""
        return record_digest[:_DIGITS].upper() == self.digest


def sheet_mark(number: str, version: int, copy: int, digest: str) -> str:
    """The mark of a whole sheet."""
    return f"MD1:{number}:V{version}:C{copy}:{digest[:_DIGITS].upper()}"


def page_mark(mark: str, page: int, pages: int) -> str:
    """The mark of one page of a sheet; a sheet without a mark has none on its pages either."""
    return f"{mark}:P{page}/{pages}" if mark else ""


def practice_mark(mark: str) -> str:
    """A mark as it is printed for practice; no mark stays none."""
    return f"{PRACTICE}{mark}" if mark else ""


def mark_read(text: str, is_practice: bool) -> str:
    """A mark as this desk understands it: at a practice desk without the sign of practice, elsewhere as it stands."""
    return text.strip().removeprefix(PRACTICE) if is_practice else text


def parse_mark(text: str) -> DocumentMark | None:
    """A mark as it was read, or nothing when the text is no mark of ours."""
    stated = _MARK.fullmatch(text.strip())
    if stated is None:
        return None
    page, pages = int(stated["page"] or 0), int(stated["pages"] or 0)
    if page > pages:
        return None
    return DocumentMark(
        number=stated["number"],
        version=int(stated["version"]),
        copy=int(stated["copy"]),
        digest=stated["digest"],
        page=page,
        pages=pages,
    )
