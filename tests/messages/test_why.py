"""Each rule and each refusal has a why, in both languages, and it leads to a place of the manual."""

import re

import pytest

from meritdesk.messages import LANGUAGES, Messages
from meritdesk.messages.manual import read_manual
from meritdesk.messages.why import CODE, WhyBook, codes_in

RULES = [f"V-{number:02d}" for number in range(1, 101)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_rule_of_the_law_has_words_of_its_own(language: str) -> None:
    book = WhyBook(language)
    for rule in RULES:
        why = book.why(rule)
        assert why is not None and why.is_own, rule
        assert len(why.asks) > 30 and why.do, rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_of_the_program_has_a_why(language: str) -> None:
    messages, book = Messages(language), WhyBook(language)
    numbered = [code for code in messages.codes if CODE.fullmatch(code) and messages.refusal(code)[1]]
    assert len(numbered) > 450
    assert [code for code in sorted(numbered) if book.why(code) is None] == []


def test_both_languages_explain_the_same_codes() -> None:
    assert WhyBook("id").keys == WhyBook("en").keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_why_leads_to_a_place_of_the_manual(language: str) -> None:
    book, manual = WhyBook(language), read_manual(language)
    lost = []
    for key in sorted(book.keys):
        why = book.why(key if CODE.fullmatch(key) else f"{key}0")
        assert why is not None, key
        if why.place not in manual.anchors:
            lost.append((key, why.place))
    assert lost == []


def test_the_words_of_the_code_itself_come_before_those_of_its_family() -> None:
    book = WhyBook("id")
    own, family = book.why("PLN-215"), book.why("PLN-214")
    assert own is not None and own.is_own
    assert family is not None and not family.is_own and family.asks != own.asks


def test_a_rule_that_does_not_exist_borrows_no_words() -> None:
    assert WhyBook("id").why("V-101") is None
    assert WhyBook("id").why("nonsense") is None


def test_the_english_why_keeps_no_indonesian_sentence() -> None:
    book = WhyBook("en")
    told = {key: why.asks for key in book.keys if (why := book.why(key)) is not None}
    assert [key for key, text in told.items() if re.search(r"\b(yang|tidak|dengan|untuk)\b", text)] == []


def test_codes_are_found_in_what_the_window_shows() -> None:
    assert codes_in("⚠ Target bersifat mutlak (V-15) · berkas (IMP-204), lagi V-15") == ("V-15", "IMP-204")
    assert codes_in("Format A.1.7, D.1.1, hlm. 65, SKP-2025, D-5") == ()
