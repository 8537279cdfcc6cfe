"""Codes of the national application: every pair of ratings in a table a lawyer can read, and false packs refused."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.national import NationalFact, NationalRules, Shape
from meritdesk.core.rules import PackKind
from meritdesk.resources import resource
from meritdesk.rulebook import Rulebook

VECTORS = Path(__file__).parent / "rules" / "national_pairs.csv"
RATINGS = {"DIATAS": Rating.ABOVE, "SESUAI": Rating.MEETS, "DIBAWAH": Rating.BELOW}


@pytest.fixture(scope="module")
def rules() -> NationalRules:
    body = Rulebook().pack(PackKind.NATIONAL_EXCHANGE, date(2025, 12, 31)).body
    assert isinstance(body, NationalRules)
    return body


def vectors() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["id"])
def test_a_pair_of_ratings_has_the_key_the_predicate_and_the_quadrant_of_the_table(rules, vector):
    result, behaviour = RATINGS[vector["hasil_kerja"]], RATINGS[vector["perilaku"]]
    key = rules.pair_key(result, behaviour)
    predicate = rules.pairs[key]
    assert key == vector["pasangan"]
    assert rules.words[NationalFact.PREDICATE][predicate.value] == vector["predikat"]
    assert rules.quadrants[predicate] == vector["kuadran"]
    matrix = Rulebook().in_force(date(2025, 12, 31)).predicate_matrix
    assert matrix.cells[result, behaviour] is predicate, "the regulation says the same of this pair"


def test_the_table_has_all_nine_pairs(rules):
    assert {vector["pasangan"] for vector in vectors()} == set(rules.pairs) and len(rules.pairs) == 9


def test_the_shapes_have_the_fields_of_the_web_service(rules):
    assert rules.headings(Shape.ANNUAL)[:6] == (
        "id", "pnsDinilaiOrang", "tahun", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai",
    )  # fmt: skip
    assert set(rules.headings(Shape.PERIODIC)) >= {"periodikId", "koefisienId", "pnsDinilaiId", "bulanMulaiPenilaian"}
    assert rules.headings(Shape.CLERKS_SHEET)[0] == "nip" and len(rules.headings(Shape.CLERKS_SHEET)) == 27


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body["ratings"].pop("BELOW"),
        lambda body: body["quadrants"].update(GOOD="1"),
        lambda body: body["pairs"].pop("13"),
        lambda body: body["words"]["PREDICATE"].pop("POOR"),
        lambda body: body["words"].pop("PERIOD_KIND"),
        lambda body: body["annual"].append(["tahun", "YEAR"]),
        lambda body: body["annual"].append(["x", "SOMETHING"]),
        lambda body: body["periods"].pop("MONTH"),
    ],
)
def test_a_pack_that_leaves_something_out_or_says_it_twice_is_refused(tmp_path, change):
    folder = Path(shutil.copytree(resource("rules"), tmp_path / "rules"))
    path = folder / "national_exchange" / "2022.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content["body"])
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(FileRefusal, match="ASM-111"):
        Rulebook(folder)
