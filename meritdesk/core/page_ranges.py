"""Which pages of a file go to the printer, as a clerk types them: ``1-3, 5, 8-``."""

from __future__ import annotations

import re

from meritdesk.core.errors import UsageRefusal

_PART = re.compile(r"(?P<first>\d*)\s*(?P<dash>[-–])?\s*(?P<last>\d*)")


def pages_chosen(text: str, count: int) -> tuple[int, ...]:
    """The pages that a text names, counted from 1, each once, in the order typed; all pages for an empty text.

    ``8-`` runs to the end, ``-3`` from the beginning. Refused with ``DOC-670`` for what is no range and ``DOC-671``
    for pages that the file does not have.
    """
    if not text.strip():
        return tuple(range(1, count + 1))
    chosen: dict[int, None] = {}
    for part in re.split(r"[,;]", text):
        found = _PART.fullmatch(part.strip())
        if found is None or not (found["first"] or found["last"]):
            raise UsageRefusal("DOC-670", text=part.strip() or text.strip())
        first = int(found["first"] or 1)
        last = int(found["last"] or count) if found["dash"] else first
        if not 1 <= first <= last <= count:
            raise UsageRefusal("DOC-671", text=part.strip(), count=count)
        chosen |= dict.fromkeys(range(first, last + 1))
    return tuple(chosen)
