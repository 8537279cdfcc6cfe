"""The press says where each sheet is signed, so that an electronic signature stands where the hand would."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from meritdesk.core.documents import PLAN_FORMS, Form, PaperSize, PaperStyle, SignerRole

R, P, S = SignerRole.RATEE, SignerRole.RATER, SignerRole.SUPERIOR
WHO_SIGNS = {Form.C_1_1: [P], Form.C_1_2: [P], Form.C_1_3: [P], Form.D_1_1: [R, P], Form.D_1_2: [R, S]}
WHO_SIGNS |= {Form.D_1_3: [R, P, S], **{form: [R, P] for form in sorted(PLAN_FORMS)}}
WHO_SIGNS.pop(Form.A_1_8)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(("form", "roles"), WHO_SIGNS.items())
def test_every_signature_block_says_who_signs_and_where(form, roles, size, samples, print_sheets):
    sheet = samples.sheet(form)
    path, printed = print_sheets([sheet], PaperStyle(size))
    places = printed.sheets[0].places
    people = {R: sheet.ratee, P: sheet.rater, S: sheet.superior}
    assert [place.role for place in places] == roles
    assert [(place.name, place.nip) for place in places] == [(people[role].name, people[role].nip) for role in roles]
    with pypdfium2.PdfDocument(path) as document:
        for place in places:
            text = document[place.page - 1].get_textpage()
            box = {"left": place.x, "right": place.x + place.width}
            room = text.get_text_bounded(bottom=place.y, top=place.y + place.height, **box)
            below = text.get_text_bounded(bottom=place.y - 12, top=place.y, **box)
            assert not room.strip()
            assert below.strip() and below.split()[0] in place.name
            assert place.height > 30 and place.width > 150


def test_places_count_pages_within_their_own_sheet(samples, print_sheets):
    _, printed = print_sheets([samples.sheet(Form.C_1_3), samples.sheet(Form.D_1_1)])
    for sheet, after in pairwise(printed.sheets):
        assert after.first_page == sheet.first_page + sheet.pages
    assert all(1 <= place.page <= sheet.pages for sheet in printed.sheets for place in sheet.places)
    assert printed.sheets[0].places[0].page == printed.sheets[0].pages
