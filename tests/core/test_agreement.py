"""The unit's agreement must stand in its leader's plan as main results (R-19, V-05)."""

from datetime import date
from decimal import Decimal

from meritdesk.core.agreement import AgreementIndicator, agreement_gaps
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)

AIM = Target("90", Decimal(90), Decimal(90))


def goal(text):
    return AgreementIndicator(text, "unit", 2025, 1, "Sasaran", text, AIM)


def plan(*results):
    return PerformancePlan(
        "p", "boss", 2025, Approach.QUANTITATIVE, JobClass.JPT_OR_AUTONOMOUS,
        date(2025, 1, 1), date(2025, 12, 31), results,
    )  # fmt: skip


def result(kind, text, *indicators):
    return WorkResult(text, 1, kind, text, indicators=tuple(Indicator(i, i, AIM) for i in indicators))


def test_an_indicator_of_the_agreement_is_found_by_its_wording_among_the_main_results():
    held = plan(result(ResultKind.MAIN, "Layanan prima", "Indeks kepuasan", "Nilai IKPA"))
    assert agreement_gaps([goal("indeks  kepuasan."), goal("Layanan Prima")], held) == ()


def test_a_missing_indicator_and_one_under_additional_are_gaps():
    held = plan(result(ResultKind.ADDITIONAL, "Layanan prima", "Indeks kepuasan"))
    gaps = agreement_gaps([goal("Indeks kepuasan"), goal("Nilai SAKIP")], held)
    assert [(gap.indicator.text, gap.is_additional) for gap in gaps] == [
        ("Indeks kepuasan", True),
        ("Nilai SAKIP", False),
    ]


def test_a_link_finds_the_indicator_under_other_words():
    held = plan(result(ResultKind.MAIN, "Layanan prima", "IKM"))
    assert agreement_gaps([goal("Indeks kepuasan")], held, {"Indeks kepuasan": "IKM"}) == ()
