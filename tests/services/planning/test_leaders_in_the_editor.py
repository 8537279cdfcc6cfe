"""What the SKP editor knows of units and leaders: the agreement (V-05) and the superior's results (V-19, V-20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from small_office import NIPS, STAFF, plan_rows

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import ResultKind, Target

HEAD, CHIEF = NIPS["head"], NIPS["bidang"]


@pytest.fixture
def led(office):
    """The department head is a JPT with an agreement of two indicators; plans are drafts of January 2025."""
    rows = [list(row) for row in STAFF]
    rows[0][11] = "Jabatan Pimpinan Tinggi Pratama"
    office.desk.register.import_units(office.units_file())
    office.desk.register.import_staff(office.staff_file(rows))
    office.moment[0] = datetime(2025, 1, 20, 8, 0, tzinfo=UTC)
    for number, text in enumerate(("Indeks kepuasan layanan", "Nilai SAKIP"), start=1):
        aim = Target("90", Decimal(90), Decimal(90), "nilai")
        unit = next(unit.unit_id for unit in office.desk.register.units() if unit.source_id == "U1")
        office.desk.planning.agreement.save(AgreementIndicator("", unit, 2025, number, "Layanan", text, aim))
    office.desk.planning.import_plans(office.plans_file([*plan_rows(HEAD, is_leader=True), *plan_rows(CHIEF)]))
    for nip in (HEAD, CHIEF):
        office.desk.planning.editor.revise(office.desk.planning.editor.open(nip, 2025).plan.plan_id, "disusun ulang")
    return office


def opened(office, nip):
    return office.desk.planning.editor.open(nip, 2025)


def hints(office, nip):
    return [(found.hint.code, found.hint.facts.get("indicator", "")) for found in opened(office, nip).check.hints]


def rewritten(office, nip, change):
    before = opened(office, nip)
    results = tuple(change(place, result) for place, result in enumerate(before.plan.results))
    return office.desk.planning.editor.save(replace(before.plan, results=results), before.stamp)


def measure_named(text, kind=ResultKind.MAIN):
    def change(place, result):
        if place:
            return result
        first, *rest = result.indicators
        return replace(result, kind=kind, indicators=(replace(first, text=text), *rest))

    return change


def test_the_agreement_of_the_led_unit_stands_in_check_editor_and_the_way_of_fixing(led):
    """V-05."""
    assert ("V-05", "Nilai SAKIP") in hints(led, HEAD)
    (line,) = led.desk.planning.editor.check_all(2025, nips=[HEAD])
    assert "V-05" in line.errors
    with pytest.raises(UsageRefusal, match="PLN-215") as refused:
        led.desk.planning.editor.fix(opened(led, HEAD).plan.plan_id)
    assert "V-05" in str(refused.value.facts["faults"])


def test_an_item_named_as_a_main_result_is_no_longer_missing(led):
    saved = rewritten(led, HEAD, measure_named("Indeks kepuasan layanan"))
    assert ("V-05", "Indeks kepuasan layanan") not in [
        (found.hint.code, found.hint.facts.get("indicator")) for found in saved.check.hints
    ]
    rewritten(led, HEAD, measure_named("Nilai SAKIP", ResultKind.ADDITIONAL))
    assert ("V-05", "Nilai SAKIP") in hints(led, HEAD)


def test_an_item_that_the_cascade_links_is_found_whatever_its_wording(led):
    item = led.desk.planning.agreement.show("U1", 2025).indicators[1]
    result = opened(led, HEAD).plan.results[0]
    led.desk.planning.cascade.link(f"RESULT:{result.result_id}", f"AGREEMENT:{item.indicator_id}", 2025)
    assert ("V-05", "Nilai SAKIP") not in hints(led, HEAD)
    assert ("V-05", "Indeks kepuasan layanan") in hints(led, HEAD)


def test_nobody_answers_for_the_agreement_of_a_unit_he_does_not_lead(led):
    assert "V-05" not in [code for code, _ in hints(led, CHIEF)]


def test_the_superiors_result_is_asked_for_before_fixing(led):
    """V-19."""
    assert "V-19" not in [code for code, _ in hints(led, CHIEF)]
    rewritten(led, CHIEF, lambda place, result: replace(result, parent_text=""))
    (line,) = led.desk.planning.editor.check_all(2025, nips=[CHIEF])
    assert "V-19" in line.errors
    with pytest.raises(UsageRefusal, match="PLN-215"):
        led.desk.planning.editor.fix(opened(led, CHIEF).plan.plan_id)


def test_under_a_jpt_his_indicator_is_quoted_under_others_it_is_not(led):
    """V-20."""
    (line,) = led.desk.planning.editor.check_all(2025, nips=[CHIEF])
    assert "V-20" in line.warnings
    rewritten(led, CHIEF, lambda place, result: replace(result, parent_indicator="Indeks kepuasan layanan"))
    assert "V-20" not in [code for code, _ in hints(led, CHIEF)]
    led.desk.planning.import_plans(led.plans_file(plan_rows(NIPS["nurse"])))
    assert "V-20" not in [code for code, _ in hints(led, NIPS["nurse"])]
