"""The evaluation examples of the regulation itself, entered through the desk as in the annex (rules 8.2, T-10 to T-12).

``annex_results.csv`` holds plan, actuals and the leader's overrides as published, ``annex_behaviour.csv`` expectations
and feedback, ``annex_verdicts.csv`` what the annex prints. T-12 prints a predicate that its own quadrant does not give.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from small_office import UNITS, YEAR, staff_row

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Predicate, Rating
from meritdesk.core.intake import ActualRow, LevelRow, PlanRow, RatingRow
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, Perspective, ResultKind

TABLES = Path(__file__).parents[1] / "rules"
RATINGS = {"DIATAS": Rating.ABOVE, "SESUAI": Rating.MEETS, "DIBAWAH": Rating.BELOW}
PREDICATES = {
    "Baik": Predicate.GOOD,
    "Butuh Perbaikan": Predicate.NEEDS_IMPROVEMENT,
    "Kurang/Misconduct": Predicate.POOR,
}
PERSPECTIVES = {
    "PENERIMA LAYANAN": Perspective.RECIPIENT,
    "PROSES BISNIS": Perspective.PROCESS,
    "PENGUATAN INTERNAL": Perspective.STRENGTHENING,
    "ANGGARAN": Perspective.BUDGET,
}
ASPECTS = {"KUANTITAS": Aspect.QUANTITY, "KUALITAS": Aspect.QUALITY, "WAKTU": Aspect.TIME, "BIAYA": Aspect.COST}
VALUES = dict(
    zip(
        ("BERORIENTASI PELAYANAN", "AKUNTABEL", "KOMPETEN", "HARMONIS", "LOYAL", "ADAPTIF", "KOLABORATIF"),
        BehaviourValue,
        strict=True,
    )
)
# The three people of the annex as they would stand in a city: two high posts and the head of a division.
PEOPLE = {"T-10": "197101011996011001", "T-11": "197202022000012002", "T-12": "197803032005011003"}
TREE = [
    UNITS[0],
    ["U6", "-Direktorat Jenderal III", "U0", "II.a", "DIREKTUR JENDERAL III", "", "PA", "", "", "6"],
    ["U7", "--Direktorat II", "U6", "II.b", "DIREKTUR II", "", "PB", "", "", "7"],
    ["U8", "---Subdirektorat II", "U7", "III.a", "KEPALA SUBDIREKTORAT II", "", "PC", "", "", "8"],
]
STAFF_OF_THE_ANNEX = [
    staff_row("PA", PEOPLE["T-10"], "Direktur Jenderal", "1", "DIREKTUR JENDERAL III", "U6", "II.a"),
    staff_row("PB", PEOPLE["T-11"], "Direktur", "1", "DIREKTUR II", "U7", "II.b"),
    staff_row("PC", PEOPLE["T-12"], "Kepala Subdirektorat", "1", "KEPALA SUBDIREKTORAT II", "U8", "III.a"),
]


def table(name):
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


RESULTS, BEHAVIOUR = table("annex_results"), table("annex_behaviour")
VERDICTS = {row["id"]: row for row in table("annex_verdicts")}


def number(text):
    return Decimal(text.replace(",", ".")) if text else None


def plan_rows():
    for row in RESULTS:
        yield PlanRow(
            nip=PEOPLE[row["id"]],
            year=2025,
            section="RESULT",
            approach=Approach.QUANTITATIVE,
            number=int(row["nomor"]),
            kind=ResultKind.MAIN if row["jenis"] == "UTAMA" else ResultKind.ADDITIONAL,
            text=row["hasil"],
            parent_text=row["hasil_pimpinan"],
            assigned_by=row["penugasan"],
            indicator=row["indikator"],
            aspect=ASPECTS.get(row["aspek"]),
            perspective=PERSPECTIVES.get(row["perspektif"]),
            target_text=row["target"],
            target_low=number(row["bawah"]),
            target_high=number(row["atas"]),
            target_unit=row["satuan"],
            direction=Direction.MORE if row["arah"] == "lebih" else Direction.LESS,
        )
    for nip in PEOPLE.values():
        common = {"nip": nip, "year": 2025, "approach": Approach.QUANTITATIVE}
        yield PlanRow(section="RESOURCES", text="Sumber daya menurut dialog kinerja", **common)
        yield PlanRow(section="ACCOUNTABILITY", text="Dilaporkan setiap triwulan", **common)
        yield PlanRow(section="CONSEQUENCES", text="Memenuhi: penghargaan", **common)
    for row in BEHAVIOUR:
        for text in filter(None, row["ekspektasi_khusus"].split("|")):
            yield PlanRow(
                nip=PEOPLE[row["id"]],
                year=2025,
                section="EXPECTATION",
                approach=Approach.QUANTITATIVE,
                value=VALUES[row["nilai_dasar"]],
                text=text,
            )


def actual_rows():
    places: dict[tuple[str, str], int] = {}
    for row in RESULTS:
        place = places[row["id"], row["nomor"]] = places.get((row["id"], row["nomor"]), 0) + 1
        override = row["menurut_pimpinan"]
        yield ActualRow(
            PEOPLE[row["id"]],
            YEAR,
            int(row["nomor"]),
            place,
            row["realisasi"],
            number(row["nilai"]),
            feedback=row["umpan_balik"],
            override=IndicatorClass(RATINGS[override].value) if override else None,
            override_reason=row["pertimbangan"],
        )


def rating_rows():
    for case, verdict in VERDICTS.items():
        feedback = {VALUES[row["nilai_dasar"]]: row["umpan_balik"] for row in BEHAVIOUR if row["id"] == case}
        yield RatingRow(
            PEOPLE[case],
            YEAR,
            RATINGS[verdict["hasil_kerja"]],
            RATINGS[verdict["perilaku"]],
            feedback=tuple(feedback.items()),
        )


@pytest.fixture
def annex(office):
    desk = office.desk
    desk.register.import_units(office.units_file(TREE))
    desk.register.import_staff(office.staff_file(STAFF_OF_THE_ANNEX))
    assert not desk.planning.import_plans(office.plans_file(list(plan_rows()))).has_refusals
    assert not desk.execution.import_actuals(office.actuals_file(list(actual_rows()))).has_refusals
    levels = [LevelRow(unit, YEAR, OrgLevel.GOOD, "Contoh peraturan") for unit in ("U0", "U6", "U7")]
    assert not desk.assessment.import_ratings(office.levels_file(levels)).has_refusals
    assert not desk.assessment.import_ratings(office.ratings_file(list(rating_rows()))).has_refusals
    return office


def test_the_plans_have_the_results_and_indicators_of_the_annex(annex):
    for case, main, additional, indicators in (("T-10", 7, 1, 9), ("T-11", 9, 1, 11), ("T-12", 3, 0, 7)):
        plan = annex.desk.planning.show(PEOPLE[case], 2025).plan
        kinds = [result.kind for result in plan.results]
        assert (kinds.count(ResultKind.MAIN), kinds.count(ResultKind.ADDITIONAL)) == (main, additional), case
        assert len(plan.indicators) == indicators, case


@pytest.mark.parametrize("case", list(VERDICTS))
def test_the_example_comes_out_with_the_printed_ratings_and_the_predicate_of_the_quadrant(annex, case):
    expected = VERDICTS[case]
    outcome = annex.desk.assessment.close(YEAR)
    assert (outcome.closed, outcome.blocked) == (3, ())
    evaluation = annex.desk.assessment.show(PEOPLE[case], YEAR).evaluation
    assert evaluation.org_level is OrgLevel.GOOD
    assert evaluation.suggested is not None and evaluation.suggested.value == RATINGS[expected["usulan"]].value
    assert evaluation.result_rating is RATINGS[expected["hasil_kerja"]]
    assert evaluation.behaviour_rating is RATINGS[expected["perilaku"]]
    assert evaluation.predicate is PREDICATES[expected["predikat_kuadran"]]
    codes = [line.code for line in evaluation.explanation]
    assert "V-71" not in codes and "PRD-QUADRANT" in codes


@pytest.mark.parametrize("case", list(VERDICTS))
def test_a_signed_paper_is_entered_only_when_its_predicate_follows_from_its_ratings(annex, case):
    """T-12: the annex prints Butuh Perbaikan where the quadrant gives Kurang; V-66 says so and nothing is written."""
    expected = VERDICTS[case]
    person = annex.desk.register.show(PEOPLE[case]).person
    ratings = (RATINGS[expected["hasil_kerja"]], RATINGS[expected["perilaku"]])
    stated = PREDICATES[expected["predikat_tercetak"]]

    def enter():
        annex.desk.assessment.rate(person.person_id, YEAR, *ratings, note="Menurut dokumen", stated=stated)

    if expected["kesalahan"]:
        with pytest.raises(UsageRefusal, match=expected["kesalahan"]):
            enter()
        assert annex.desk.assessment.show(PEOPLE[case], YEAR).evaluation.note == ""
    else:
        enter()
        assert annex.desk.assessment.show(PEOPLE[case], YEAR).evaluation.note == "Menurut dokumen"


def test_the_overrides_of_the_leader_stand_in_the_explanation_with_their_grounds(annex):
    annex.desk.assessment.close(YEAR)
    explanation = annex.desk.assessment.show(PEOPLE["T-10"], YEAR).evaluation.explanation
    overrides = [line.facts for line in explanation if line.code == "SUG-OVERRIDE"]
    assert [facts["number"] for facts in overrides] == ["1.1", "2.1"]
    assert "pandemi covid-19" in overrides[0]["reason"]


def test_the_colleagues_feedback_answers_the_question_of_the_guardian_role(annex):
    annex.desk.assessment.close(YEAR)
    for case in ("T-10", "T-11"):
        explanation = annex.desk.assessment.show(PEOPLE[case], YEAR).evaluation.explanation
        assert "V-74" not in [line.code for line in explanation]
