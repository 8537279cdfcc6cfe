"""The register keeps where a sheet is signed, and sheets printed before that was noted simply have no places."""

from __future__ import annotations

import store_samples as sample

from meritdesk.core.documents import SignaturePlace, SignerRole

PLACES = (
    SignaturePlace(SignerRole.RATEE, "Dr. Ayu_Sari, M.Si.", "198503122010011002", 2, 60, 160, 246, 42),
    SignaturePlace(SignerRole.RATER, 'I Made "Dé" Ngurah', "", 2, 306, 160, 246, 42),
)


def test_the_places_of_a_sheet_come_back_as_they_were(folder):
    kept = (sample.document(1, places=PLACES), sample.document(2))
    with sample.opened(folder) as store:
        sample.fill(store)
        with store.writing(sample.ACTOR, "documents.print") as work:
            work.documents.save([sample.document(3, places=PLACES), sample.document(4)])
            work.commit()
        with store.reading() as work:
            found = {one.copy: one.places for one in work.documents.of_number(kept[0].number)}
    assert found[3] == PLACES and found[4] == ()
