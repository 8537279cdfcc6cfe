"""The tree of indicators and the budgets of units through the desk, on a real store."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from small_office import NIPS, YEAR

from meritdesk.core.access import Role
from meritdesk.core.agreement import Accumulation, AgreementIndicator, TrajectoryPoint
from meritdesk.core.cascade import CascadeMethod, RollUp
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.kpi_intake import BudgetRow
from meritdesk.core.pay import PayInputKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Target
from meritdesk.core.scoring.kpi import Light
from meritdesk.exchange import kpi_sheets
from meritdesk.services.planning.kpi import KpiEntry
from meritdesk.services.planning.kpi_papers import HEADINGS

QUARTERS = [Period(2025, PeriodKind.QUARTER, index) for index in range(1, 5)]
HALF = QUARTERS[1]
MARCH = Period(2025, PeriodKind.MONTH, 3)


def refused(code):
    return pytest.raises(UsageRefusal, match=code)


def goal(unit, number, text, target=100, unit_of_measure="dokumen"):
    aim = Target(str(target), Decimal(target), Decimal(target), unit_of_measure)
    points = tuple(TrajectoryPoint(quarter, Decimal(target) / 4) for quarter in QUARTERS)
    return AgreementIndicator("", unit, 2025, number, "Layanan bermutu", text, aim, trajectory=points,
                              accumulation=Accumulation.SUM)  # fmt: skip


def node(line):
    return line.node


@pytest.fixture
def grown(settled):
    """The city's goal, handed down by shares to two indicators of the department; one goal hangs alone."""
    desk = settled.desk.planning
    for one in (goal("U0", 1, "Dokumen kota"), goal("U1", 1, "Dokumen A", 60), goal("U1", 2, "Dokumen B", 40)):
        desk.agreement.save(one)
    (city,) = desk.agreement.show("U0", 2025).indicators
    first, second = desk.agreement.show("U1", 2025).indicators
    for child, share in ((first, 60), (second, 40)):
        desk.cascade.link(f"AGREEMENT:{child.indicator_id}", f"AGREEMENT:{city.indicator_id}", 2025, "", Decimal(share))
    desk.cascade.choose(f"AGREEMENT:{city.indicator_id}", 2025, CascadeMethod.SHARE)
    entries = [(first, QUARTERS[0], "15"), (first, QUARTERS[1], "12"), (second, QUARTERS[1], "8")]
    desk.kpi.write([KpiEntry(one.indicator_id, quarter, text) for one, quarter, text in entries], 2025)
    return settled


def test_the_tree_shows_how_each_stands_and_what_it_adds(grown):
    tree = grown.desk.planning.tree
    (city,) = tree.top(HALF)
    assert (city.owner, city.below, city.rule) == ("Pemerintah Kota", 2, RollUp.SUM)
    assert (city.is_rolled, city.figures.actual) == (True, Decimal(35))
    first, second = tree.below(city.node, HALF)
    assert (first.figures.expected, first.figures.actual) == (Decimal(30), Decimal(27))
    assert (first.figures.light, first.figures.forecast) == (Light.GREEN, Decimal(54))
    assert (second.figures.percent, second.figures.light) == (Decimal(40), Light.RED)
    assert (first.added.amount, first.added.share, first.part) == (Decimal(27), Decimal(27), "60")
    why = tree.why(city.node, HALF)
    assert (why.rolled.value, why.difference) == (Decimal(35), None)
    assert [reason.code for reason in why.reasons] == ["KPI-FROM-BELOW", "KPI-ADDS-SUM"]
    assert why.pack.doubt
    grown.desk.planning.kpi.write([KpiEntry(city.node.partition(":")[2], HALF, "50")], 2025)
    assert tree.why(city.node, HALF).difference == Decimal(15)
    steps = tree.why(first.node, YEAR).steps
    assert [(step.period.code, step.planned, step.reported) for step in steps[:2]] == [
        ("2025-TW1", Decimal(15), Decimal(15)), ("2025-TW2", Decimal(15), Decimal(12)),
    ]  # fmt: skip


def test_the_tree_goes_down_to_the_measures_of_a_person(planned):
    desk = planned.desk.planning
    desk.agreement.save(goal("U2", 1, "Layanan farmasi", 100, "%"))
    (line,) = desk.tree.top(YEAR, "U2")
    assert line.is_gap
    result = desk.show(NIPS["nurse"], 2025).plan.results[0]
    loose = desk.tree.gaps(YEAR).loose
    assert result.result_id in [one.result_id for one in loose.results]
    desk.cascade.link(f"RESULT:{result.result_id}", line.node, 2025)
    (person,) = desk.tree.below(line.node, YEAR)
    assert (person.nip, person.target) == (NIPS["nurse"], result.indicators[0].target)
    measures = desk.tree.below(person.node, YEAR)
    assert len(measures) in (0, len(result.indicators))
    gaps = desk.tree.gaps(YEAR)
    assert (gaps.goals, gaps.loose.count) == ((), loose.count - 1)


def test_how_figures_add_up_is_said_once_the_way_of_cascading_is(grown):
    tree = grown.desk.planning.tree
    (city,) = tree.top(HALF)
    tree.add_up(city.node, 2025, RollUp.MEAN)
    assert tree.top(HALF)[0].figures.actual == Decimal("17.50")
    tree.add_up(city.node, 2025, None)
    assert tree.top(HALF)[0].rule is RollUp.SUM
    with refused("PLN-433"):
        tree.add_up(tree.below(city.node, HALF)[0].node, 2025, RollUp.SUM)
    with refused("PLN-404"):
        tree.below("AGREEMENT:none", HALF)
    with refused("PLN-404"):
        tree.why("nonsense", HALF)
    with refused("PLN-401"):
        tree.top(HALF, "U99")


def test_the_tree_is_written_and_printed_with_every_level(grown):
    desk = grown.desk.planning
    path = grown.folder / "kpi.xlsx"
    assert desk.papers.export(HALF, path, "", 2) == 3
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    head = next(place for place, row in enumerate(rows) if row[0] == HEADINGS[0])
    assert [row[0] for row in rows[head + 1 :]] == [1, 2, 2]
    assert [row[10] for row in rows[head + 1 :]] == ["MERAH", "HIJAU", "MERAH"]
    outcome = desk.papers.print_tree(HALF, grown.folder / "paper", "", 2)
    assert Path(outcome.file.path).exists() and outcome.numbers[0].startswith("KPI/")
    with refused("PLN-432"):
        desk.papers.export(HALF, path, "", 9)
    with refused("PLN-431"):
        desk.papers.preview(Period(2026, PeriodKind.YEAR))


def test_targets_trajectories_and_figures_come_from_one_sheet(grown):
    desk = grown.desk.planning
    path = grown.folder / "kpi.csv"
    path.write_text(
        "UNOR ID;TAHUN;NO;INDIKATOR KINERJA;TARGET;SATUAN;TARGET TW3;REALISASI TW3;REALISASI JAN\n"
        "U1;2025;1;;;;20;14;\n"
        "U1;2025;3;Dokumen C;10;dokumen;5;4;1\n"
        "U1;2025;4;;;;5;4;\n"
        "U9;2025;1;;;;5;4;\n",
        encoding="utf-8",
    )
    dry = desk.indicators.import_file(path, dry_run=True)
    assert (dry.counts.added, dry.counts.changed, dry.counts.refused, dry.changes.change_set_id) == (1, 1, 2, "")
    assert desk.indicators.import_file(path).counts.added == 1
    again = desk.indicators.import_file(path).counts
    assert (again.same, again.added, again.changed) == (2, 0, 0)
    first, _, third = desk.agreement.show("U1", 2025).indicators
    assert first.expected_in(QUARTERS[2]) == Decimal(20) and first.expected_in(QUARTERS[0]) == Decimal(15)
    assert (third.text, third.target.unit) == ("Dokumen C", "dokumen")
    actuals = desk.kpi.show("U1", 2025).actuals
    assert actuals[(first.indicator_id, "2025-TW3")].value == Decimal(14)
    assert actuals[(first.indicator_id, "2025-TW1")].value == Decimal(15)


def test_a_budget_stands_beside_the_indicator_and_counts_in_pay(grown):
    desk = grown.desk
    path = grown.folder / "serapan.xlsx"
    rows = [
        BudgetRow("U1", Period(2025, PeriodKind.MONTH, 1), Decimal(100), Decimal(50)),
        BudgetRow("U1", MARCH, Decimal(100), Decimal(120), "Termin kedua"),
        BudgetRow("U9", MARCH, Decimal(1), Decimal(1)),
    ]
    kpi_sheets.write_budgets(path, rows)
    outcome = desk.planning.budgets.import_months(path)
    assert (outcome.counts.added, outcome.counts.refused) == (2, 1)
    assert desk.planning.budgets.import_months(path).counts.same == 2
    (city,) = desk.planning.tree.top(HALF)
    assert (city.absorbed.percent, city.absorbed.months) == (Decimal("85.00"), 2)
    assert desk.planning.tree.below(city.node, QUARTERS[0])[0].absorbed.realised == Decimal(170)
    (line,) = [one for one in desk.follow_up.pay.inputs.lines(MARCH) if one.entry.kind is PayInputKind.ABSORPTION]
    assert (line.entry.value, line.name) == (Decimal("85.00"), "Dinas Kesehatan")
    assert not desk.follow_up.pay.inputs.lines(Period(2025, PeriodKind.MONTH, 2))
    desk.follow_up.pay.inputs.enter(MARCH, PayInputKind.ABSORPTION, "U1", Decimal(70))
    (line,) = desk.follow_up.pay.inputs.lines(MARCH)
    assert line.entry.value == Decimal(70)
    desk.planning.budgets.enter("U1", MARCH, None)
    unit = desk.planning.budgets.lines(YEAR)[-1]
    assert (unit.absorbed.percent, len(unit.months)) == (Decimal("50.00"), 1)
    for code, unit_id, period, ceiling in (
        ("PLN-436", "U1", MARCH, None),
        ("PLN-401", "U99", MARCH, Decimal(1)),
        ("PLN-434", "U1", HALF, Decimal(1)),
        ("PLN-435", "U1", MARCH, Decimal(-1)),
    ):
        with refused(code):
            desk.planning.budgets.enter(unit_id, period, ceiling)


def test_a_reader_may_look_at_the_tree_and_not_write(grown):
    around = grown.desk.planning.around
    planning = replace(grown.desk.planning, around=replace(around, actor=replace(around.actor, role=Role.VIEWER)))
    (city,) = planning.tree.top(HALF)
    for write in (
        lambda: planning.tree.add_up(city.node, 2025, RollUp.SUM),
        lambda: planning.budgets.enter("U1", MARCH, Decimal(1)),
        lambda: planning.papers.export(HALF, grown.folder / "x.xlsx"),
    ):
        with refused("USE-110"):
            write()
