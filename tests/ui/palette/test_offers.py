"""What the palette offers by itself: one wrong letter is forgiven, sentences are read, the list is the pages' own."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.documents import Form
from meritdesk.resources import resource
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.palette.gathering import window_offers
from meritdesk.ui.palette.listing import catalogue, said_by_pages
from meritdesk.ui.palette.offers import LIST, Found, OfferKind, is_nearly, matching
from meritdesk.ui.palette.sentences import Sentence, Verb, read_sentence
from meritdesk.ui.rooms import REGION_TABS
from meritdesk.ui.wording import Words

OFFERS = [
    Found("Dokumen", "documents", command="room:documents", recall="command room:documents"),
    Found("Impor pegawai", "register", kind=OfferKind.ACTION, recall="action import"),
    Found("Kalibrasi", "assessment", kind=OfferKind.PLACE, detail="Penilaian", recall="tab calibration"),
    Found("Cetak berita acara", "documents", kind=OfferKind.ACTION, detail="Kalibrasi", recall="action minutes"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dok", "Dokumen"),
        ("pegawai imp", "Impor pegawai"),
        ("kalibarsi", "Kalibrasi"),
        ("kalbrasi", "Kalibrasi"),
        ("kalibrrasi", "Kalibrasi"),
        ("dokumin", "Dokumen"),
        ("acara", "Cetak berita acara"),
        ("penilaian", "Kalibrasi"),
    ],
)
def test_a_command_is_found_by_any_of_its_words_with_one_letter_wrong(typed: str, first: str) -> None:
    assert matching(OFFERS, typed)[0].words == first


@pytest.mark.parametrize("typed", ["", "  ", "dakumin", "imfor pegawei x", "%", "kalo"])
def test_two_wrong_letters_or_a_short_word_with_one_find_nothing(typed: str) -> None:
    assert matching(OFFERS, typed) == []


def test_what_was_chosen_lately_comes_first_among_equals() -> None:
    twins = [Found("Cetak A", "x", recall="a"), Found("Cetak B", "x", recall="b")]
    assert [one.words for one in matching(twins, "cetak", recent=["b"])] == ["Cetak B", "Cetak A"]


@given(word=st.text("abcdeg", min_size=5, max_size=9), place=st.integers(0, 8), letter=st.sampled_from("abcz"))
def test_a_word_with_one_letter_more_less_or_other_is_nearly_the_word(word: str, place: int, letter: str) -> None:
    place = place % len(word)
    assert is_nearly(word[:place] + word[place + 1 :], word)
    assert is_nearly(word[:place] + letter + word[place:], word)
    assert is_nearly(word[:place] + letter + word[place + 1 :], word)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("cetak D.1.1 puskesmas gajahan", Sentence(Verb.PRINT, Form.D_1_1, "puskesmas gajahan")),
        ("Cetak d11", Sentence(Verb.PRINT, Form.D_1_1, "")),
        ("print b.1.10 sari", Sentence(Verb.PRINT, Form.B_1_10, "sari")),
        ("cetak puskesmas", Sentence(Verb.PRINT, None, "puskesmas")),
        ("nilai dinas kesehatan", Sentence(Verb.RATE, None, "dinas kesehatan")),
        ("skp sari", Sentence(Verb.PLAN, None, "sari")),
        ("impor pegawai", Sentence(Verb.IMPORT, None, "pegawai")),
        ("sari dewi", None),
        ("", None),
    ],
)
def test_sentences_are_read_in_both_languages(typed: str, read: Sentence | None) -> None:
    assert read_sentence(typed) == read


def test_the_shipped_list_of_actions_is_what_the_pages_say(desk: Desk, lane: Lane, qapp: object) -> None:
    words = Words()
    spoken = said_by_pages(desk, lane, words)
    words.set_language("en")
    shipped = json.loads(resource(LIST).read_text(encoding="utf-8"))
    told = "run: python -m meritdesk.ui.palette.listing STORE PASSPHRASE"
    assert shipped == catalogue(spoken), told


def test_only_the_region_is_led_to_the_tabs_that_only_the_region_has(words: Words) -> None:
    own = {(room, tab.key) for room, tabs in REGION_TABS.items() for tab in tabs}
    assert ("handover", "custody") in own, "only the region sees the files of several agencies"
    for is_region, wanted in ((False, set()), (True, own)):
        offers = window_offers({}, words, is_region)
        for kind in (OfferKind.PLACE, OfferKind.ACTION):
            places = {(one.room, str(one.filters.get("tab"))) for one in offers if one.kind is kind}
            assert places & own == wanted
