"""The words: both languages say the same things, and no code or fact ever raises."""

import importlib
import json
import pkgutil
import re
from collections import Counter
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

import meritdesk.core
from meritdesk.core.evaluation import OrgLevel, Predicate, Reason
from meritdesk.messages import LABEL_PREFIXES, LANGUAGES, Messages, label_key
from meritdesk.resources import resource


def fragments(language):
    return {
        path.name.removesuffix(f".{language}.json"): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(resource("messages").glob(f"*.{language}.json"))
    }


def core_enums():
    for module in pkgutil.walk_packages(meritdesk.core.__path__, "meritdesk.core."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, StrEnum) and found is not StrEnum:
                yield found


def placeholders(entry):
    text = entry if isinstance(entry, str) else entry["what"] + entry.get("next", "")
    return Counter(set(re.findall(r"\{([^}]*)\}", text)))


def test_both_languages_have_the_same_fragments_codes_and_placeholders():
    indonesian, english = fragments("id"), fragments("en")
    assert set(indonesian) == set(english)
    for area, entries in indonesian.items():
        assert set(entries) == set(english[area]), area
        for code, entry in entries.items():
            other = english[area][code]
            assert placeholders(entry) == placeholders(other), code
            if isinstance(entry, dict):
                assert bool(entry.get("next")) == bool(other.get("next")), code


def test_no_code_is_defined_twice():
    codes = Counter(code for entries in fragments("id").values() for code in entries)
    assert [code for code, number in codes.items() if number > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_every_enum_of_the_core_has_a_label(language):
    known = {key for entries in fragments(language).values() for key in entries}
    missing = sorted({label_key(member) for found in core_enums() for member in found} - known)
    assert missing == []


def test_no_two_enums_of_the_core_share_a_prefix_by_accident():
    meant = set(LABEL_PREFIXES.values())
    by_itself = [found.__name__.upper() for found in set(core_enums()) if found.__name__ not in LABEL_PREFIXES]
    assert [prefix for prefix in by_itself if prefix in meant] == []


def test_a_label_in_the_facts_is_put_into_words():
    words = Messages("id")
    reason = Reason(
        "PRD-QUADRANT", "", {"result": "RATING:ABOVE", "behaviour": "RATING:MEETS", "predicate": "PREDICATE:GOOD"}
    )
    assert words.reason(reason) == "Hasil kerja Di atas ekspektasi dan perilaku kerja Sesuai ekspektasi: predikat Baik."
    assert Messages("en").reason(reason.code, reason.facts).endswith("Predicate: Good.")


def test_several_labels_in_one_fact_are_all_put_into_words():
    told = Messages("id").reason("V-76-SOME", {"predicates": "PREDICATE:NEEDS_IMPROVEMENT, PREDICATE:POOR"})
    assert "Butuh Perbaikan, Kurang (Misconduct)" in told


def test_a_member_itself_may_be_a_fact():
    words = Messages("en")
    assert "Outstanding" in words.reason("ORG-LEVEL", {"level": OrgLevel.OUTSTANDING})
    assert words.label_of(Predicate.POOR) == "Poor (misconduct)"


def test_a_text_that_only_looks_like_a_label_stays_as_it_is():
    told = Messages("id").reason("SUG-OVERRIDE", {"reason": "Catatan: lihat PREDICATE:GOOD, ya", "number": "1.1"})
    assert told.endswith("Pertimbangan: Catatan: lihat PREDICATE:GOOD, ya")


def test_braces_in_a_fact_are_not_filled_again():
    assert Messages("id").refusal("USE-102", {"nip": "{nip}"})[0] == "Tidak ada pegawai dengan NIP {nip} di daftar ini."


def test_a_refusal_says_what_happened_and_what_to_do():
    words = Messages("id")
    what, then = words.refusal("USE-101", {"period": "2025-TW5"})
    assert what == "Periode 2025-TW5 tidak ada."
    assert then.startswith("Tulis 2025")
    assert words.sentence("USE-101", {"period": "2025-TW5"}) == f"{what} {then}"


def test_an_unknown_code_shows_itself_and_its_facts():
    words = Messages("id")
    assert words.refusal("XXX-999", {"file": "a.csv", "level": "LEVEL:GOOD"}) == (
        "XXX-999 (file: a.csv, level: Baik)",
        "",
    )
    assert words.sentence("XXX-999") == "XXX-999"


def test_a_missing_fact_leaves_its_place_visible():
    assert "{period}" in Messages("id").sentence("USE-101")


def test_an_unknown_language_falls_back_to_indonesian():
    assert Messages("fr").language == "id"


def test_an_unknown_label_shows_its_name():
    assert Messages("id").label("COLUMN:SOMETHING") == "SOMETHING"
    assert Messages("id").label("") == ""


@given(st.text(), st.dictionaries(st.text(), st.one_of(st.text(), st.none(), st.integers())))
def test_words_never_raise(code, facts):
    words = Messages("id")
    assert isinstance(words.sentence(code, facts), str)
    assert isinstance(words.reason("SUG-OVERALL", facts), str)


def test_a_name_that_ends_in_a_title_ends_its_sentence_with_one_full_stop() -> None:
    messages = Messages("en")
    said = messages.sentence("REC-105", {"period": "2025-11", "name": "Sari, S.E."})
    assert "Sari, S.E.." not in said and "Sari, S.E." in said
    assert messages.sentence("REC-105", {"period": "2025-11", "name": "Sari"}).count("Sari.") == 1
