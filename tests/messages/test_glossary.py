"""The glossary answers while one types, in both languages, and its terms lead into the manual."""

import pytest

from meritdesk.messages import LANGUAGES
from meritdesk.messages.glossary import find_terms, terms
from meritdesk.messages.manual import read_manual


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_is_explained_and_leads_into_the_manual(language: str) -> None:
    manual = read_manual(language)
    known = terms(language)
    assert len(known) >= 90
    assert len({term.key for term in known}) == len(known)
    for term in known:
        assert term.term and term.english and 20 < len(term.means) < 320, term.key
        assert term.place in manual.anchors, term.key
        assert term.anchor in manual.anchors, term.key


def test_what_begins_with_the_typed_letters_comes_first() -> None:
    assert find_terms("matr")[0].key == "matriks"
    assert find_terms("rater", "en")[0].key == "penilai"


def test_an_abbreviation_finds_its_term() -> None:
    assert "opd" in [term.key for term in find_terms("SKPD")]
    assert find_terms("Terhitung mulai")[0].key == "tmt"


def test_a_word_of_the_meaning_finds_the_term_last() -> None:
    assert "predikat" in [term.key for term in find_terms("kuadran")]


def test_nothing_typed_gives_all_and_nonsense_gives_none() -> None:
    assert find_terms("  ") == terms()
    assert find_terms("xyzzy") == ()


def test_an_article_names_its_regulation() -> None:
    term = next(term for term in terms("id") if term.key == "keberatan")
    assert term.article == "PermenPANRB 6/2022, Pasal 29, hlm. 117"
