"""A page whose frames, headings and labels are known before the values: most sheets of a form differ only in these.

Where every value takes as many lines as on a sheet that was laid out before, every place is known. The frames and
grounds of such pages then lie in the file once, and only the words are written anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from meritdesk.core.people import PersonBlock
from meritdesk.printing.ink import Subset
from meritdesk.printing.page import Page, Piece, Strike, Written
from meritdesk.printing.pages import Stencil, packed
from meritdesk.printing.table import Cell


class Layout:
    """What a page looks like without its values."""

    def __init__(self, page: Page, values: Sequence[Cell]) -> None:
        # Equal values share a cell; they stand on the page in the order in which they are given.
        places: dict[int, list[int]] = {}
        for place, value in reversed(list(enumerate(values))):
            if value.lines:
                places.setdefault(id(value.written), []).append(place)
        grounds = page.grounds()
        self._under = Stencil(f"under-{hashlib.sha256(grounds.encode()).hexdigest()[:24]}", packed(grounds), {})
        self._signatures = page.signatures
        self._placed: list[tuple[Written | int, float]] = []
        constant: list[tuple[Written, float]] = []
        for text, top in page.placed:
            waiting = places.get(id(text))
            if not waiting:
                constant.append((text, top))
                continue
            self._place(constant)
            self._placed.append((waiting.pop(), top))
            constant = []
        self._place(constant)

    def _place(self, constant: Sequence[tuple[Written, float]]) -> None:
        if constant:
            self._placed.append((_joined(constant), 0.0))

    def page(self, values: Sequence[Cell], signers: Sequence[PersonBlock]) -> Page:
        """The page with these values, which must take as many lines as those it was made from."""
        page = Page()
        page.under = self._under
        for text, top in self._placed:
            page.text(values[text].written if isinstance(text, int) else text, top)
        page.signatures += [
            (signer, left, bottom, width, height)
            for signer, (_, left, bottom, width, height) in zip(signers, self._signatures, strict=True)
        ]
        return page


def _joined(texts: Sequence[tuple[Written, float]]) -> Written:
    """Texts at their places as one, to be put with 0 as its top."""
    pieces: list[Piece] = []
    strikes: list[Strike] = []
    used: dict[Subset, frozenset[str]] = {}
    for text, top in texts:
        for piece in text.pieces:
            after = f"{piece.before}{top - piece.down:.2f}{piece.after}" if piece.before else piece.after
            if pieces and pieces[-1][:4] == piece[:4]:
                pieces[-1] = pieces[-1]._replace(after=f"{pieces[-1].after}\n{after}")
            else:
                pieces.append(piece._replace(before="", down=0.0, after=after))
        strikes += [strike._replace(down=strike.down - top) for strike in text.strikes]
        for subset, characters in text.used.items():
            used[subset] = used.get(subset, frozenset()) | characters
    return Written((), 0.0, tuple(pieces), tuple(strikes), used)
