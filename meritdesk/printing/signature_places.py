"""Where a drawn sheet is signed: the room for the hand above each name, for electronic signatures at the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor

from meritdesk.core.documents import Sheet, SignaturePlace, SignerRole
from meritdesk.core.people import PersonBlock
from meritdesk.printing.page import Page


def parties_of(sheet: Sheet) -> dict[PersonBlock, SignerRole]:
    """As what each person on a form signs it."""
    parties = {sheet.superior: SignerRole.SUPERIOR} if sheet.superior else {}
    return {**parties, sheet.rater: SignerRole.RATER, sheet.ratee: SignerRole.RATEE}


def signature_places(pages: Sequence[Page], parties: Mapping[PersonBlock, SignerRole]) -> tuple[SignaturePlace, ...]:
    """The places to sign on these pages in reading order; who is no party of the form signs in another capacity."""
    return tuple(
        SignaturePlace(
            parties.get(signer, SignerRole.OTHER),
            signer.name,
            signer.nip,
            number,
            ceil(left),
            ceil(bottom),
            floor(left + width) - ceil(left),
            floor(bottom + height) - ceil(bottom),
        )
        for number, page in enumerate(pages, 1)
        for signer, left, bottom, width, height in page.signatures
    )
