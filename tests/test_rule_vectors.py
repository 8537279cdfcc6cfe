"""The worked cases of the regulation: tables a lawyer can read, every row a test."""

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from meritdesk.core.evaluation import (
    Actual,
    IndicatorClass,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Rating,
)
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.plan import (
    Approach,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.scoring.distribution import check_circular, check_pattern
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate, predicate_faults
from meritdesk.core.scoring.suggestion import indicator_class, suggest
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parent / "rules"
RULES = Rulebook().in_force(date(2025, 12, 31))
YEAR = Period(2025, PeriodKind.YEAR)

RATINGS = {"DIATAS": Rating.ABOVE, "SESUAI": Rating.MEETS, "DIBAWAH": Rating.BELOW}
CLASSES = {"A": IndicatorClass.ABOVE, "S": IndicatorClass.MEETS, "B": IndicatorClass.BELOW}
PREDICATES = {
    "Sangat Baik": Predicate.VERY_GOOD,
    "Baik": Predicate.GOOD,
    "Butuh Perbaikan": Predicate.NEEDS_IMPROVEMENT,
    "Kurang/Misconduct": Predicate.POOR,
    "Sangat Kurang": Predicate.VERY_POOR,
}
LEVELS = {
    "Istimewa": OrgLevel.OUTSTANDING,
    "Baik": OrgLevel.GOOD,
    "Butuh Perbaikan": OrgLevel.NEEDS_IMPROVEMENT,
    "Kurang": OrgLevel.POOR,
    "Sangat Kurang": OrgLevel.VERY_POOR,
}
COLUMNS = {
    "sangat_baik": Predicate.VERY_GOOD,
    "baik": Predicate.GOOD,
    "butuh_perbaikan": Predicate.NEEDS_IMPROVEMENT,
    "kurang": Predicate.POOR,
    "sangat_kurang": Predicate.VERY_POOR,
}


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def number(text):
    return Decimal(text.replace(",", ".")) if text else None


def day(text):
    return datetime.strptime(text, "%d-%m-%Y").date() if text else None


def counts_of(row):
    return {label: int(row[column]) for column, label in COLUMNS.items() if row[column] != "0"}


@cases("quadrant")
def test_the_quadrant_gives_the_published_predicate(row):
    result, behaviour = RATINGS[row["hasil_kerja"]], RATINGS[row["perilaku"]]
    label, reasons = predicate(result, behaviour, RULES.predicate_matrix)
    assert label is PREDICATES[row["predikat"]]
    assert [reason.code for reason in reasons] == ["PRD-QUADRANT"]
    assert reasons[0].facts == {
        "result": f"RATING:{result.name}",
        "behaviour": f"RATING:{behaviour.name}",
        "predicate": f"PREDICATE:{label.name}",
    }
    assert "hlm. 99" in reasons[0].source


@cases("predicate_faults")
def test_a_stated_predicate_is_held_against_the_rules(row):
    faults = predicate_faults(
        PREDICATES[row["predikat_tertulis"]],
        RATINGS[row["hasil_kerja"]],
        RATINGS[row["perilaku"]],
        RULES.predicate_matrix,
        RULES.special_cases.drop_out if row["tidak_lulus"] == "ya" else None,
    )
    assert [fault.code for fault in faults] == row["kesalahan"].split()


@cases("drop_out")
def test_study_leave_without_a_degree_overrides_the_quadrant(row):
    label, reasons = predicate(
        RATINGS[row["hasil_kerja"]],
        RATINGS[row["perilaku"]],
        RULES.predicate_matrix,
        RULES.special_cases.drop_out,
    )
    assert label is PREDICATES[row["predikat"]]
    assert [reason.code for reason in reasons] == ["PRD-DROP-OUT"]


@cases("indicator_classes")
def test_an_actual_gets_the_class_of_the_annex(row):
    direction = Direction.MORE if row["arah"] == "lebih" else Direction.LESS
    target = Target(row["indikator"], number(row["bawah"]), number(row["atas"]), direction=direction)
    override = IndicatorClass(RATINGS[row["menurut_pimpinan"]].value) if row["menurut_pimpinan"] else None
    actual = Actual("i", YEAR, row["realisasi"], number(row["realisasi"]), override=override)
    expected = IndicatorClass(RATINGS[row["kelas"]].value) if row["kelas"] else None
    assert indicator_class(Indicator("i", row["indikator"], target), actual) is expected


@cases("suggestions")
def test_the_suggestion_follows_the_criteria_of_the_annex(row):
    """``A+S B`` are two results, the first with two indicators; ``-`` is an indicator without an actual."""
    results, actuals = [], {}
    for kind, column in ((ResultKind.MAIN, "utama"), (ResultKind.ADDITIONAL, "tambahan")):
        for group in row[column].split():
            indicators = []
            for letter in group.split("+"):
                name = f"i{len(results)}.{len(indicators)}"
                indicators.append(Indicator(name, "indikator", Target("narasi")))
                if letter != "-":
                    actuals[name] = Actual(name, YEAR, "x", feedback="baik", override=CLASSES[letter])
            results.append(
                WorkResult(f"r{len(results)}", len(results) + 1, kind, "hasil", indicators=tuple(indicators))
            )
    plan = PerformancePlan(
        "plan",
        "person",
        2025,
        Approach.QUANTITATIVE,
        JobClass.JA_JF,
        date(2025, 1, 1),
        date(2025, 12, 31),
        results=tuple(results),
    )
    suggestion = suggest(plan, actuals, RULES.suggestion)
    expected = RATINGS[row["usulan"]].value if row["usulan"] else None
    assert (suggestion.rating.value if suggestion.rating else None) == expected
    warnings = [warning.code for warning in suggestion.warnings if warning.code != "SUG-NO-FEEDBACK"]
    assert warnings == row["peringatan"].split()
    assert suggestion.reasons[-1].code == ("SUG-OVERALL" if expected else "SUG-NOTHING")


@cases("distribution_pattern")
def test_the_curve_warns_only_when_another_label_is_more_frequent(row):
    warnings = check_pattern(LEVELS[row["capaian"]], counts_of(row), RULES.pattern)
    assert [warning.code for warning in warnings] == row["peringatan"].split()


@cases("distribution_circular")
def test_the_circular_warns_by_its_percentages(row):
    warnings = check_circular(LEVELS[row["capaian"]], counts_of(row), RULES.circular)
    assert [warning.code for warning in warnings] == row["peringatan"].split()


@cases("organisation_levels")
def test_the_level_of_the_right_year_counts(row):
    period = parse_period(row["periode"])
    levels = [OrganisationLevel("other", period, OrgLevel.VERY_POOR)]
    if row["capaian_tahun_ini"]:
        levels.append(OrganisationLevel("unit", period, LEVELS[row["capaian_tahun_ini"]], "LKJIP", day(row["terbit"])))
    if row["capaian_tahun_lalu"]:
        previous = Period(period.year - 1, PeriodKind.YEAR)
        levels.append(OrganisationLevel("unit", previous, LEVELS[row["capaian_tahun_lalu"]], "LKJIP"))
    level, reasons = level_that_counts(levels, "unit", period, day(row["tanggal_tutup"]))
    assert (level.level if level else None) == LEVELS.get(row["dipakai"])
    assert [reason.code for reason in reasons] == [row["alasan"]]
