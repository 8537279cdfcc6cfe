"""The rules of a plan, each firing where it should and silent where it should not (V-01 to V-21, V-28 to V-34)."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.manual_stages import stages_of, value_of_stage
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind
from meritdesk.core.plan import (
    Approach,
    Aspect,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.plan_editing import renumbered
from meritdesk.core.plan_parts import (
    AssignmentBasis,
    ControlLevel,
    Exemption,
    IndicatorManual,
    PlanOccasion,
    StudyLevel,
    StudyTerms,
)
from meritdesk.core.validation import Severity, severity_of
from meritdesk.core.validation.plan_rules import check_plan, plan_faults, without_fixed_plan
from tests.core.plan_samples import (
    ANNEXES,
    BOOK,
    ON,
    context,
    leader_context,
    leader_plan,
    measure,
    plans,
    staff_plan,
)

RULES = BOOK.in_force(ON).validation
TABLES = Path(__file__).parents[2] / "rules"
PERSPECTIVES = {
    "Penerima Layanan": Perspective.RECIPIENT,
    "Proses Bisnis": Perspective.PROCESS,
    "Penguatan Internal": Perspective.STRENGTHENING,
    "Anggaran": Perspective.BUDGET,
}
ASPECTS = {"Kuantitas": Aspect.QUANTITY, "Kualitas": Aspect.QUALITY, "Waktu": Aspect.TIME, "Biaya": Aspect.COST}
EXEMPTIONS = {"": None, "nyawa": Exemption.LIFE, "lain": Exemption.OTHER}


def table(name):
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def cases(name):
    rows = table(name)
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def codes(plan, known=None):
    return [hint.code for hint in check_plan(plan, known or context())]


def first_result(plan, **changes):
    return replace(plan, results=(replace(plan.results[0], **changes), *plan.results[1:]))


def first_measure(plan, **changes):
    result = plan.results[0]
    return first_result(plan, indicators=(replace(result.indicators[0], **changes), *result.indicators[1:]))


def qualitative(plan):
    return replace(plan, approach=Approach.QUALITATIVE)


def draft(plan):
    return replace(plan, state=PlanState.DRAFT, fixed_on=None)


def agreed(text):
    """One indicator of the agreement of the unit he leads."""
    return AgreementIndicator("goal", "dinas", 2025, 1, "Layanan bermutu", text, Target("90", Decimal(90)))


def leader(**known):
    return leader_context(today=date(2025, 3, 1), **known)


def academic(**changes):
    result = WorkResult(
        "s1", 3, ResultKind.MAIN, "Evaluasi akademik semester ganjil tercapai baik", "", "", (measure("s1-1"),),
        AssignmentBasis.STUDY_LEAVE,
    )  # fmt: skip
    return replace(staff_plan(), results=(*staff_plan().results, result), **changes)


GOOD = StudyTerms(StudyLevel.BACHELOR, True, None, None, Decimal("3.40"))
STUDYING = context(on_study_leave=True, status=LegalStatus.STUDY_LEAVE)

# rule, plan and knowledge that make it fire; rule, plan and knowledge beside which it stays silent
FIRES = [
    pytest.param("V-01", staff_plan(fixed_on=date(2025, 2, 1)), context(), marks=pytest.mark.rule("V-01", "fires")),
    pytest.param("V-02", draft(staff_plan()), context(), marks=pytest.mark.rule("V-02", "fires")),
    pytest.param(
        "V-03", staff_plan(), context(status=LegalStatus.UNPAID_LEAVE), marks=pytest.mark.rule("V-03", "fires")
    ),
    pytest.param(
        "V-04",
        replace(staff_plan(), results=staff_plan().results[1:]),
        context(),
        marks=pytest.mark.rule("V-04", "fires"),
    ),
    pytest.param(
        "V-05",
        leader_plan(),
        leader(agreement=(agreed("Indeks reformasi birokrasi"),)),
        marks=pytest.mark.rule("V-05", "fires"),
    ),
    pytest.param(
        "V-06",
        first_measure(leader_plan(results=leader_plan().results[:3])),
        leader(),
        marks=pytest.mark.rule("V-06", "fires"),
    ),
    pytest.param(
        "V-07", leader_plan(results=leader_plan().results[1:]), leader(), marks=pytest.mark.rule("V-07", "fires")
    ),
    pytest.param(
        "V-08", first_measure(leader_plan(), perspective=None), leader(), marks=pytest.mark.rule("V-08", "fires")
    ),
    pytest.param(
        "V-09",
        first_result(leader_plan(), control_level=ControlLevel.HIGH),
        leader(),
        marks=pytest.mark.rule("V-09", "fires"),
    ),
    pytest.param(
        "V-10",
        first_result(staff_plan(), control_level=ControlLevel.HIGH),
        context(position_kind=PositionKind.SUPERVISOR),
        marks=pytest.mark.rule("V-10", "fires"),
    ),
    pytest.param("V-11", first_result(staff_plan(), indicators=()), context(), marks=pytest.mark.rule("V-11", "fires")),
    pytest.param("V-12", first_measure(staff_plan(), aspect=None), context(), marks=pytest.mark.rule("V-12", "fires")),
    pytest.param(
        "V-13",
        first_measure(staff_plan(), target=Target("baik sekali")),
        context(),
        marks=pytest.mark.rule("V-13", "fires"),
    ),
    pytest.param(
        "V-14",
        first_measure(qualitative(staff_plan()), text="", target=Target("")),
        context(),
        marks=pytest.mark.rule("V-14", "fires"),
    ),
    pytest.param(
        "V-15",
        first_measure(staff_plan(), text="Semua surat selesai hari itu"),
        context(),
        marks=pytest.mark.rule("V-15", "fires"),
    ),
    pytest.param(
        "V-16",
        first_measure(staff_plan(), exemption=Exemption.OTHER),
        context(),
        marks=pytest.mark.rule("V-16", "fires"),
    ),
    pytest.param(
        "V-17",
        first_result(staff_plan(), text="Menyusun laporan kegiatan"),
        context(),
        marks=pytest.mark.rule("V-17", "fires"),
    ),
    pytest.param(
        "V-18",
        first_result(qualitative(staff_plan()), assigned_by=" "),
        context(),
        marks=pytest.mark.rule("V-18", "fires"),
    ),
    pytest.param(
        "V-19", first_result(staff_plan(), parent_text=""), context(), marks=pytest.mark.rule("V-19", "fires")
    ),
    pytest.param("V-20", staff_plan(), context(leader_above=True), marks=pytest.mark.rule("V-20", "fires")),
    pytest.param(
        "V-21",
        replace(
            staff_plan(),
            results=(staff_plan().results[0], replace(staff_plan().results[1], basis=AssignmentBasis.ACTING)),
        ),
        context(),
        marks=pytest.mark.rule("V-21", "fires"),
    ),
    pytest.param("V-28", replace(staff_plan(), consequences=("",)), context(), marks=pytest.mark.rule("V-28", "fires")),
    pytest.param(
        "V-29",
        replace(staff_plan(), accountability=("Pimpinan diberi tahu",)),
        context(),
        marks=pytest.mark.rule("V-29", "fires"),
    ),
    pytest.param(
        "V-30",
        replace(staff_plan(), consequences=("Menyesuaikan",)),
        context(),
        marks=pytest.mark.rule("V-30", "fires"),
    ),
    pytest.param(
        "V-31", staff_plan(), context(employment=EmploymentType.PPPK), marks=pytest.mark.rule("V-31", "fires")
    ),
    pytest.param(
        "V-32",
        first_measure(leader_plan(needs_manuals=True), manual=None),
        leader(),
        marks=pytest.mark.rule("V-32", "fires"),
    ),
    pytest.param("V-33", first_measure(leader_plan(), manual=None), leader(), marks=pytest.mark.rule("V-33", "fires")),
    pytest.param(
        "V-34",
        first_measure(leader_plan(), manual=IndicatorManual("Tujuan", unit="%")),
        leader(),
        marks=pytest.mark.rule("V-34", "fires"),
    ),
    pytest.param(
        "V-46",
        academic(plan_id="p2"),
        replace(STUDYING, others=(staff_plan(),)),
        marks=pytest.mark.rule("V-46", "fires"),
    ),
    pytest.param("V-47", staff_plan(), STUDYING, marks=pytest.mark.rule("V-47", "fires")),
    pytest.param(
        "V-48",
        academic(study=replace(GOOD, expected_average=Decimal("3.00"))),
        STUDYING,
        marks=pytest.mark.rule("V-48", "fires"),
    ),
]
SILENT = [
    pytest.param("V-01", staff_plan(fixed_on=date(2025, 1, 31)), context(), marks=pytest.mark.rule("V-01", "silent")),
    pytest.param(
        "V-01",
        staff_plan(fixed_on=date(2025, 8, 4), occasion=PlanOccasion.NEW_POST, starts=date(2025, 8, 1)),
        context(),
        marks=pytest.mark.rule("V-01", "silent"),
    ),
    pytest.param(
        "V-02", draft(staff_plan()), context(today=date(2025, 1, 31)), marks=pytest.mark.rule("V-02", "silent")
    ),
    pytest.param("V-03", staff_plan(), context(status=LegalStatus.SECONDED), marks=pytest.mark.rule("V-03", "silent")),
    pytest.param("V-04", staff_plan(), context(), marks=pytest.mark.rule("V-04", "silent")),
    pytest.param(
        "V-05",
        leader_plan(),
        leader(agreement=(agreed("persentase layanan  i1 yang sesuai standar."),)),
        marks=pytest.mark.rule("V-05", "silent"),
    ),
    pytest.param("V-06", leader_plan(), leader(), marks=pytest.mark.rule("V-06", "silent")),
    pytest.param("V-06", staff_plan(), context(), marks=pytest.mark.rule("V-06", "silent")),
    pytest.param("V-07", leader_plan(), leader(), marks=pytest.mark.rule("V-07", "silent")),
    pytest.param("V-08", leader_plan(), leader(), marks=pytest.mark.rule("V-08", "silent")),
    pytest.param(
        "V-09",
        first_result(leader_plan(), control_level=ControlLevel.LOW),
        leader(),
        marks=pytest.mark.rule("V-09", "silent"),
    ),
    pytest.param(
        "V-10",
        first_result(staff_plan(), control_level=ControlLevel.HIGH),
        context(),
        marks=pytest.mark.rule("V-10", "silent"),
    ),
    pytest.param("V-11", staff_plan(), context(), marks=pytest.mark.rule("V-11", "silent")),
    pytest.param(
        "V-12",
        first_measure(qualitative(staff_plan()), aspect=None),
        context(),
        marks=pytest.mark.rule("V-12", "silent"),
    ),
    pytest.param("V-13", staff_plan(), context(), marks=pytest.mark.rule("V-13", "silent")),
    pytest.param("V-14", qualitative(staff_plan()), context(), marks=pytest.mark.rule("V-14", "silent")),
    pytest.param(
        "V-15",
        first_measure(leader_plan(), text="Semua surat selesai"),
        leader(),
        marks=pytest.mark.rule("V-15", "silent"),
    ),
    pytest.param(
        "V-15",
        first_measure(staff_plan(), text="Semua pasien selamat", exemption=Exemption.LIFE),
        context(),
        marks=pytest.mark.rule("V-15", "silent"),
    ),
    pytest.param(
        "V-16",
        first_measure(staff_plan(), exemption=Exemption.LIFE),
        context(),
        marks=pytest.mark.rule("V-16", "silent"),
    ),
    pytest.param("V-17", staff_plan(), context(), marks=pytest.mark.rule("V-17", "silent")),
    pytest.param(
        "V-18", first_result(staff_plan(), assigned_by=""), context(), marks=pytest.mark.rule("V-18", "silent")
    ),
    pytest.param(
        "V-19",
        first_result(qualitative(staff_plan()), parent_text=""),
        context(),
        marks=pytest.mark.rule("V-19", "silent"),
    ),
    pytest.param(
        "V-20",
        replace(
            staff_plan(),
            results=tuple(replace(result, parent_indicator="Indeks layanan") for result in staff_plan().results),
        ),
        context(leader_above=True),
        marks=pytest.mark.rule("V-20", "silent"),
    ),
    pytest.param(
        "V-21",
        first_result(staff_plan(), basis=AssignmentBasis.ACTING),
        context(),
        marks=pytest.mark.rule("V-21", "silent"),
    ),
    pytest.param("V-28", staff_plan(), context(), marks=pytest.mark.rule("V-28", "silent")),
    pytest.param("V-29", staff_plan(), context(), marks=pytest.mark.rule("V-29", "silent")),
    pytest.param("V-30", staff_plan(), context(), marks=pytest.mark.rule("V-30", "silent")),
    pytest.param(
        "V-31",
        staff_plan(contract="PK-7/2025"),
        context(employment=EmploymentType.PPPK),
        marks=pytest.mark.rule("V-31", "silent"),
    ),
    pytest.param("V-32", leader_plan(needs_manuals=True), leader(), marks=pytest.mark.rule("V-32", "silent")),
    pytest.param("V-33", leader_plan(), leader(), marks=pytest.mark.rule("V-33", "silent")),
    pytest.param(
        "V-34",
        first_measure(qualitative(leader_plan()), manual=IndicatorManual("Tujuan")),
        leader(),
        marks=pytest.mark.rule("V-34", "silent"),
    ),
    pytest.param("V-46", academic(), STUDYING, marks=pytest.mark.rule("V-46", "silent")),
    pytest.param(
        "V-46",
        academic(plan_id="p2", occasion=PlanOccasion.NEW_POST),
        replace(STUDYING, others=(staff_plan(),)),
        marks=pytest.mark.rule("V-46", "silent"),
    ),
    pytest.param("V-47", academic(), STUDYING, marks=pytest.mark.rule("V-47", "silent")),
    pytest.param("V-48", academic(study=GOOD), STUDYING, marks=pytest.mark.rule("V-48", "silent")),
]


@pytest.mark.parametrize(("rule", "plan", "known"), FIRES)
def test_the_rule_fires(rule, plan, known):
    assert rule in codes(plan, known)


@pytest.mark.parametrize(("rule", "plan", "known"), SILENT)
def test_the_rule_stays_silent(rule, plan, known):
    assert rule not in codes(plan, known)


def test_nothing_is_said_of_a_plan_that_keeps_every_rule():
    assert codes(staff_plan()) == []
    assert codes(leader_plan(), leader()) == []


def test_a_main_agreement_item_under_additional_leads_to_its_section():
    plan = first_result(leader_plan(), kind=ResultKind.ADDITIONAL)
    known = leader(agreement=(agreed("Persentase layanan i1 yang sesuai standar"),))
    hints = [hint for hint in check_plan(plan, known) if hint.code == "V-05"]
    assert [hint.place for hint in hints] == [("result", "r1", "kind")]


def test_an_agreement_item_that_the_cascade_links_is_found_whatever_its_wording():
    known = leader(agreement=(agreed("Indeks reformasi birokrasi"),), entered={"goal": "r1"})
    assert "V-05" not in codes(leader_plan(), known)
    additional = first_result(leader_plan(), kind=ResultKind.ADDITIONAL)
    assert "V-05" in codes(additional, known)


def test_a_place_of_study_outside_the_table_is_said_and_does_not_block():
    outside = replace(GOOD, is_abroad=False)
    hints = check_plan(academic(study=outside), STUDYING)
    assert [hint.code for hint in hints] == ["PLN-231"]
    assert severity_of(hints[0], RULES) is Severity.WARNING


@pytest.mark.parametrize(
    ("kind", "title", "is_lead", "level", "fires"),
    [
        (PositionKind.JF, "Dokter Ahli Madya", False, ControlLevel.HIGH, True),
        (PositionKind.JF, "Perawat Penyelia", False, ControlLevel.HIGH, False),
        (PositionKind.JF, "Perawat Penyelia", True, ControlLevel.HIGH, True),
        (PositionKind.ADMINISTRATOR, "Kepala Bidang", False, ControlLevel.MEDIUM, False),
        (PositionKind.ADMINISTRATOR, "Kepala Bidang", False, ControlLevel.OUTCOME, False),
        (PositionKind.OFFICIAL, "Wali Kota", False, ControlLevel.HIGH, False),
    ],
)
def test_the_recommended_control_level_follows_the_post(kind, title, is_lead, level, fires):
    known = context(position_kind=kind, position_title=title, is_team_lead=is_lead)
    assert ("V-10" in codes(first_result(staff_plan(), control_level=level), known)) is fires


@given(plans())
def test_the_faults_of_a_plan_are_errors_that_its_check_also_finds(plan):
    found = codes(plan)
    assert set(plan_faults(plan)) <= set(found)
    for hint in check_plan(plan, context()):
        if hint.code in plan_faults(plan):
            assert severity_of(hint, RULES) is Severity.ERROR


@given(plans())
def test_a_hint_leads_to_a_part_that_exists(plan):
    results = {result.result_id: result for result in plan.results}
    for hint in check_plan(plan, context(on_study_leave=True)):
        assert hint.place[0] in {"plan", "results", "result", "annex", "study"}
        if hint.place[0] == "result":
            measures = {part.indicator_id for part in results[hint.place[1]].indicators}
            assert hint.place[2] != "indicator" or hint.place[3] in measures


def test_somebody_without_a_fixed_plan_is_told_in_february():
    assert [hint.code for hint in without_fixed_plan(2025, False, date(2025, 2, 1))] == ["V-02"]
    assert without_fixed_plan(2025, False, date(2025, 1, 31)) == ()
    assert without_fixed_plan(2025, True, date(2025, 6, 1)) == ()


@cases("absolute_targets")
def test_absolute_targets_and_their_exemptions(row):
    kind = ResultKind.MAIN if row["section"] == "UTAMA" else ResultKind.ADDITIONAL
    plan = first_measure(staff_plan(), text=row["target"], exemption=EXEMPTIONS[row["exemption"]])
    plan = replace(plan, results=(replace(plan.results[0], kind=kind), *plan.results[1:]))
    found = [code for code in codes(plan) if code in {"V-15", "V-16"}]
    assert " ".join(found) == row["hints"]


def example(name, left_out=()):
    """A plan of the annex by its section, perspectives and aspects; texts are plain, annexes complete."""
    rows = [row for row in table("plan_examples") if row["plan"] == name and row["number"] not in left_out]
    group = JobClass.JPT_OR_AUTONOMOUS if rows[0]["group"] in {"JPT", "MANDIRI"} else JobClass.JA_JF
    has_aspects = any(row["aspect"] for row in rows)
    is_leader = group is JobClass.JPT_OR_AUTONOMOUS
    quantitative = has_aspects or name in {"DIRJEN-III", "DIREKTUR-II"}
    results = {}
    for row in rows:
        kind = ResultKind.MAIN if row["section"] == "UTAMA" else ResultKind.ADDITIONAL
        result = results.get(row["number"]) or WorkResult(
            f"r{row['number']}", int(row["number"]), kind, f"Layanan {row['number']} meningkat dan tepat waktu",
            "Layanan unit meningkat", "Pimpinan",
        )  # fmt: skip
        part = measure(f"i{row['number']}-{row['indicator']}", aspect=ASPECTS.get(row["aspect"]))
        part = replace(part, perspective=PERSPECTIVES.get(row["perspective"]), manual=None)
        results[row["number"]] = replace(result, indicators=(*result.indicators, part))
    plan = PerformancePlan(
        plan_id=name,
        person_id="x",
        year=2025,
        approach=Approach.QUANTITATIVE if quantitative else Approach.QUALITATIVE,
        job_class=group,
        starts=date(2025, 1, 1),
        ends=date(2025, 12, 31),
        results=tuple(results.values()),
        fixed_on=date(2025, 1, 15),
        **ANNEXES,
    )
    return renumbered(plan), leader() if is_leader else context()


def span(numbers):
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else "".join(map(str, numbers))


@cases("plan_checks")
def test_the_examples_of_the_annex(row):
    plan, known = example(row["plan"], row["left_out"].split())
    by_kind = {kind: [result.number for result in plan.results if result.kind is kind] for kind in ResultKind}
    assert span(by_kind[ResultKind.MAIN]) == row["main_numbers"]
    assert span(by_kind[ResultKind.ADDITIONAL]) == row["additional_numbers"]
    # The examples give no manuals in full; that alone is a warning (V-33).
    assert " ".join(code for code in dict.fromkeys(codes(plan, known)) if code != "V-33") == row["hints"]


FORMULA = """Indeks penyelesaian diukur berdasarkan tahapan (staging) sebagai berikut:
100: Rancangan PUU selesai/ sudah ditetapkan
90: Rancangan PUU selesai harmonisasi
80: Rancangan PUU sudah disampaikan untuk harmonisasi
70: Rancangan PUU telah memuat substansi kunci dan telah melalui proses uji publik
50: Rancangan PUU dalam proses uji publik
30: Rancangan PUU masih dalam bentuk draft dan belum memuat substansi kunci
20: Rancangan PUU masih dalam bentuk Naskah Akademik
10: Rancangan PUU masih dalam bentuk telaahan/rekomendasi kebijakan"""


@cases("manual_stages")
def test_a_stage_of_the_manual_has_its_value(row):
    wanted = Decimal(row["value"]) if row["value"] else None
    assert value_of_stage(FORMULA, row["stage"]) == wanted


def test_a_formula_without_stages_has_none():
    assert stages_of("Jumlah pemda baik / jumlah pemda x 100%") == ()
    assert len(stages_of(FORMULA)) == 8


@cases("study_leave_plans")
def test_study_leave_in_a_plan(row):
    results = tuple(
        WorkResult(
            f"s{number}", number, ResultKind.MAIN, "Evaluasi akademik semester tercapai sesuai harapan", "", "Pimpinan",
            (measure(f"s{number}-1"),), AssignmentBasis.STUDY_LEAVE,
        )
        for number in range(3, 3 + int(row["academic_results"]))
    )  # fmt: skip
    average = Decimal(row["expected"].replace(",", ".")) if row["expected"] else None
    study = StudyTerms(StudyLevel.GRADUATE, True, None, None, average) if average else None
    plan = replace(staff_plan(), plan_id="p2", results=(*staff_plan().results, *results), study=study)
    others = tuple(staff_plan() for _ in range(int(row["other_plans"])))
    is_away = row["status"] == "TUGAS BELAJAR"
    known = context(on_study_leave=is_away, others=others)
    assert " ".join(codes(plan, known)) == row["hints"]
