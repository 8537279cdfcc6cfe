"""What a rule pack says in Indonesian has English words, and giving them changes no pack."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as MappingType
from pathlib import Path

import pytest

from meritdesk.core.evaluation import Reason
from meritdesk.messages import Messages
from meritdesk.messages.articles import citation
from meritdesk.resources import resource

PACKS = sorted(resource("rules").glob("*/*.json"))
PROSE = re.compile(r"[a-z]")
A_NAME_OF_THE_LAW = re.compile(
    r"(?:(?:UU|PP|SE|SKB|Perpres|Keppres|Permendagri|Kepmendagri|PermenPANRB|MenPANRB|Peraturan|Kepala|BKN|KASN|ANRI"
    r"|tanggal|jo\.|Art\.|p\.|no\.|annex|note|and|to|on|of|[IVX]+|[A-Z]\.?\d*|[a-z]|[\d/.,()*;-]+)(?:[ ;,]+|$))+"
)
"""A citation in English holds nothing but these; the names of laws and offices stay as they are."""

WITH_WORDS = {
    "holidays": ("body.days.name", "source"),
    "kpi": ("doubt",),
    "allowance_tpp": ("doubt",),
    "allowance_trk": ("doubt",),
    "ip_asn": ("doubt",),
    "ninebox": ("doubt", "body.recommendations.texts"),
    "merit_2018": ("body.levels.title", "body.categories.title", "body.aspects.title", "body.aspects.parts.title",
                   "body.aspects.parts.proof"),
    "merit_2025": ("body.levels.title", "body.categories.title", "body.aspects.title", "body.aspects.parts.title",
                   "body.aspects.parts.proof"),
    "numeric_pp46": ("body.labels.*", "body.aspects.*"),
    "numeric_pp30": ("body.labels.*", "body.aspects.*"),
    "personal_data": ("body.retention.title", "body.records.purpose"),
    "discipline_2021": ("body.steps.sanction", "body.running_step.sanction"),
    "survey": ("body.scale",),
    "national_exchange": ("body.words.*.*",),
}  # fmt: skip
"""Text that the window or the command line shows, and that stands in ``resources/pack_words``."""

BESIDE = {
    "attendance": {"body.kinds.name": "english"},
    "habits": {"body.kinds.printed": "english"},
    "labels": {f"body.{part}.*.printed": "english" for part in (
        "ratings", "predicates", "levels", "aspects", "perspectives", "behaviours")},
    "survey": {"body.review.text": "english", "body.pulse.text": "english"},
}  # fmt: skip
"""Text whose English stands beside it in the pack."""

CITED = ("source", "override_source", "integration_source", "basis")
"""Where something stands in the law; every pack has at least its own."""

STAYS = {
    "every pack: identity, on papers and in lists of packs": ("pack_id", "kind", "regulation", "article", "checked_by"),
    "every pack: a remark for who checks it, shown only where WITH_WORDS says so": ("doubt",),
    "names of functional tiers and grades are official": ("body.tiers.title", "body.tiers.next", "body.tiers.grades"),
    "names of ranks are official": ("body.names.*",),
    "what the law requires of a post is told by codes; the title is for who reads the pack": (
        "body.posts.title", "body.posts.echelons", "body.posts.least_grade"),
    "units of measure as plans write them": ("body.mean_units", "body.entries.measures.unit"),
    "words of the national application, for files only": (
        "body.annual", "body.periodic", "body.clerks_sheet", "body.rekey", "body.tiers.*"),
    "words that are looked for in the Indonesian text of a plan": tuple(f"body.{name}" for name in (
        "absolute_words", "softeners", "time_words", "activity_nouns", "activity_redeemers", "category_nouns",
        "quality_words", "short_results", "verb_look_alikes", "passive_look_alikes", "schedule_words", "evidence_words",
        "consequence_words", "senior_tiers")),
    "examples that are taken over into a plan, which is a legal paper": (
        "body.entries.entry_id", "body.entries.text", "body.entries.topic", "body.entries.measures.text",
        "body.entries.measures.target"),
    "names of tables and columns": ("body.records.table", "body.records.columns", "body.records.about",
                                    "body.records.via", "body.not_personal"),
    "words by which a letter of absence is recognised": ("body.kinds.words",),
    "the English itself": ("english",),
}  # fmt: skip


def texts(pack: object, path: str = "") -> Iterator[tuple[str, str, MappingType[str, object]]]:
    """Every readable text of a pack: where it stands, what it says, and what stands beside it."""
    if isinstance(pack, dict):
        for key, value in pack.items():
            name = key if re.fullmatch(r"[a-z_]+", key) else "*"
            where = f"{path}.{name}" if path else name
            if isinstance(value, str):
                if PROSE.search(value):
                    yield where, value, pack
            else:
                yield from texts(value, where)
    elif isinstance(pack, list):
        for value in pack:
            if isinstance(value, str):
                if PROSE.search(value):
                    yield path, value, {}
            else:
                yield from texts(value, path)


def said_in_english(pack: MappingType[str, object]) -> Iterator[str]:
    """What of a pack has no English and no reason to have none."""
    english, kind = Messages("en"), str(pack["kind"])
    stays = {path for paths in STAYS.values() for path in paths}
    for where, text, beside in texts(pack):
        last = where.rpartition(".")[2]
        if where in WITH_WORDS.get(kind, ()):
            if english.of_pack(text) == text and text not in _words(kind):
                yield f"{kind} {where}: {text}"
        elif where in BESIDE.get(kind, {}):
            if not beside.get(BESIDE[kind][where]):
                yield f"{kind} {where}: {text}"
        elif last in CITED:
            told = english.cited(text)
            if told == citation(text, "en") and not A_NAME_OF_THE_LAW.fullmatch(told) and kind != "validation":
                yield f"{kind} {where}: {text} -> {told}"
        elif where not in stays and last not in stays:
            yield f"{kind} {where}: {text} (nobody said whether it is shown)"


def _words(kind: str) -> dict[str, str]:
    return json.loads((resource("pack_words") / "en.json").read_text(encoding="utf-8")).get(kind, {})


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name + path.stem)
def test_every_readable_text_of_a_pack_is_said_in_english(path: Path) -> None:
    missing = list(said_in_english(json.loads(path.read_text(encoding="utf-8"))))
    assert missing == []


def test_a_text_without_english_is_found() -> None:
    pack = json.loads((resource("rules") / "survey" / "2025.json").read_text(encoding="utf-8"))
    pack["body"]["scale"][0] = "Belum pernah sama sekali"
    pack["body"]["greeting"] = "Selamat mengisi"
    pack["source"] = "Sumber yang baru saja ditulis"
    assert len(list(said_in_english(pack))) == 3


def test_no_word_is_left_over_and_none_has_two_meanings() -> None:
    kinds = json.loads((resource("pack_words") / "en.json").read_text(encoding="utf-8"))
    said: dict[str, str] = {}
    packs = [json.loads(path.read_text(encoding="utf-8")) for path in PACKS]
    for kind, words in kinds.items():
        there = {text for pack in packs if pack["kind"] == kind for _, text, _ in texts(pack)}
        assert set(words) - there == set(), kind
        for text, english in words.items():
            assert said.setdefault(text, english) == english, text


def test_where_a_pack_has_english_of_its_own_the_list_says_the_same() -> None:
    pack = json.loads((resource("rules") / "discipline_2021" / "2021.json").read_text(encoding="utf-8"))
    steps = [*pack["body"]["steps"], pack["body"]["running_step"]]
    assert {one["sanction"]: one["english"] for one in steps}.items() <= _words("discipline_2021").items()


def test_indonesian_and_an_agencys_own_words_stay_as_they_were_written() -> None:
    assert Messages("id").of_pack("Tidak pernah") == "Tidak pernah"
    assert Messages("en").of_pack("Tidak pernah") == "Never"
    assert Messages("en").of_pack("Hampir tidak pernah") == "Hampir tidak pernah"


def test_a_reason_says_the_sanction_and_the_label_of_its_pack_in_the_readers_language() -> None:
    step = Reason("TIM-203", "PP 94/2021", {"from": "3", "sanction": "teguran lisan"})
    assert "teguran lisan" in Messages("id").reason(step)
    assert "oral reprimand" in Messages("en").reason(step)
    label = Reason("OLD-LABEL", "PP 30/2019", {"score": "91,25", "category": "Baik"})
    assert "91,25" in Messages("id").reason(label) and "Baik" in Messages("id").reason(label)
    assert "91.25" in Messages("en").reason(label) and "Good" in Messages("en").reason(label)
