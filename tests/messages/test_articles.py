"""Articles are cited as an Indonesian office cites them."""

import pytest

from meritdesk.messages.articles import article_words, citation


@pytest.mark.parametrize(
    ("source", "indonesian", "english"),
    [
        ("Art. 14(1), p. 65", "Pasal 14 ayat (1), hlm. 65", "Art. 14(1), p. 65"),
        ("p. 65-66 C.8", "hlm. 65-66 huruf C angka 8", "p. 65-66 C.8"),
        ("Art. 7(3)a, p. 6", "Pasal 7 ayat (3) huruf a, hlm. 6", "Art. 7(3)a, p. 6"),
        ("p. 29 no. 8 d", "hlm. 29 angka 8 huruf d", "p. 29 no. 8 d"),
        ("Art. 24-25", "Pasal 24-25", "Art. 24-25"),
        ("p. 194 note ***", "hlm. 194 catatan ***", "p. 194 note ***"),
        ("secondary", "SE MenPANRB 3/2023", "Circular SE MenPANRB 3/2023"),
        (
            "G-3 [design]",
            "pilihan MeritDesk, tidak ada dalam peraturan",
            "MeritDesk's own choice, not in the regulation",
        ),
        ("", "", ""),
    ],
)
def test_an_article_is_cited_in_the_manner_of_the_language(source: str, indonesian: str, english: str) -> None:
    assert article_words(source, "id") == indonesian
    assert article_words(source, "en") == english


@pytest.mark.parametrize(
    ("source", "indonesian", "english"),
    [
        ("6/2022 hlm. 65 huruf C angka 5", "6/2022 hlm. 65 huruf C angka 5", "6/2022 p. 65 C.5"),
        ("6/2022 hlm. 90 angka 8 huruf b", "6/2022 hlm. 90 angka 8 huruf b", "6/2022 p. 90 no. 8 b"),
        (
            "PermenPANRB 6/2022 Pasal 20 ayat (3) dan Pasal 21; Lampiran hlm. 70",
            "PermenPANRB 6/2022 Pasal 20 ayat (3) dan Pasal 21; Lampiran hlm. 70",
            "PermenPANRB 6/2022 Art. 20(3) and Art. 21; annex p. 70",
        ),
        ("Art. 29", "Pasal 29", "Art. 29"),
        ("R-08", "R-08", "R-08"),
        ("PP 94/2021", "PP 94/2021", "PP 94/2021"),
        ("", "", ""),
    ],
)
def test_the_source_of_a_reason_is_cited_in_the_manner_of_the_language(
    source: str, indonesian: str, english: str
) -> None:
    assert citation(source, "id") == indonesian
    assert citation(source, "en") == english
