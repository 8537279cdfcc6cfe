"""The wording of plans: the 38 statements of the regulation, absolute targets, and any text at all."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.wording import (
    StatementKind,
    absolute_word,
    names_a_consequence,
    names_a_schedule,
    names_evidence,
    statement_kind,
)
from tests.core.plan_samples import WORDING

RULES = Path(__file__).parents[1] / "rules"
KINDS = {
    "pencapaian": StatementKind.ACHIEVEMENT,
    "aktivitas": StatementKind.ACTIVITY,
    "kategori": StatementKind.CATEGORY,
}


def cases(table):
    with (RULES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


@cases("statements")
def test_each_of_the_38_statements_is_what_the_regulation_calls_it(row):
    assert statement_kind(row["statement"], WORDING) is KINDS[row["kind"]]


@cases("absolute_targets")
def test_an_absolute_target_is_found_by_its_word(row):
    assert absolute_word(row["target"], WORDING) == row["word"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Meningkatkan kualitas layanan Direktorat Jenderal III", StatementKind.ACTIVITY),
        ("Percepatan pembangunan Pos Lintas Batas Negara terpadu", StatementKind.ACTIVITY),
        ("Meningkatnya pelayanan kesehatan dan kemandirian masyarakat", StatementKind.ACHIEVEMENT),
        ("Penyusunan laporan yang diterima tepat waktu", StatementKind.ACHIEVEMENT),
        ("Media informasi kota terkelola", StatementKind.ACHIEVEMENT),
        ("Layanan dinas kesehatan", StatementKind.CATEGORY),
        ("Layanan perizinan diselesaikan dalam tiga hari", StatementKind.ACHIEVEMENT),
        ("", StatementKind.CATEGORY),
    ],
)
def test_other_statements_are_read_by_the_same_rule(text, kind):
    assert statement_kind(text, WORDING) is kind


@given(st.text())
def test_the_wording_check_answers_for_every_text(text):
    assert statement_kind(text, WORDING) in StatementKind
    assert absolute_word(text, WORDING) in {"", *WORDING.absolute_words}
    assert {names(text, WORDING) for names in (names_a_schedule, names_evidence, names_a_consequence)} <= {True, False}


@given(st.lists(st.text(), max_size=4), st.text())
def test_any_list_of_own_words_can_be_used(listed, text):
    own = WORDING.with_absolute_words(listed)
    assert absolute_word(text, own) in {"", *own.absolute_words}


def test_the_office_may_write_its_own_list_of_absolute_words():
    own = WORDING.with_absolute_words(["tanpa kecuali", " "])
    assert absolute_word("Laporan tanpa  kecuali selesai", own) == "tanpa kecuali"
    assert absolute_word("Semua laporan selesai", own) == ""
    assert WORDING.with_absolute_words([]) is WORDING
