"""Agreements, cascade, matrix and the organisation's figures through the desk, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_office import NIPS, YEAR, plan_rows

from meritdesk.core.access import Role
from meritdesk.core.agreement import (
    Accumulation,
    ActionItem,
    AgreementIndicator,
    MeasureGroup,
    TrajectoryPoint,
)
from meritdesk.core.cascade import AssignmentMode, CascadeMethod, Coverage, NodeKind
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.intake import AgreementRow, UnitActualRow
from meritdesk.core.lines import StaffQuery
from meritdesk.core.matrix import NO_ROLE
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PlanState, Target
from meritdesk.core.scoring.organisation_level import SuggestedLevel
from meritdesk.exchange import agreement_sheets
from meritdesk.services.planning.kpi import KpiEntry
from meritdesk.services.planning.matrix import CellEntry

QUARTERS = [Period(2025, PeriodKind.QUARTER, index) for index in range(1, 5)]
AIM = Target("90", Decimal(90), Decimal(90), "nilai")


def refused(code):
    return pytest.raises(UsageRefusal, match=code)


def person(office, name):
    return next(line.person_id for line in office.desk.register.staff(StaffQuery()) if line.nip == NIPS[name])


def goal(unit="U1", number=1, text="Indeks kepuasan layanan", **more):
    return AgreementIndicator("", unit, 2025, number, "Layanan kesehatan bermutu", text, AIM, **more)


def agreement(office, unit="U1"):
    return office.desk.planning.agreement.show(unit, 2025)


def node(indicator):
    return f"AGREEMENT:{indicator.indicator_id}"


@pytest.fixture
def agreed(settled):
    """City, department and two indicators; nobody has a plan yet."""
    settled.desk.planning.agreement.save(goal("U0", text="IKU kota"))
    settled.desk.planning.agreement.save(goal())
    settled.desk.planning.agreement.save(goal(number=2, text="Nilai SAKIP"))
    return settled


class TestAgreement:
    def test_an_indicator_is_entered_changed_and_taken_out(self, settled):
        desk = settled.desk.planning.agreement
        points = tuple(TrajectoryPoint(quarter, Decimal(20)) for quarter in QUARTERS)
        item = ActionItem("a1", QUARTERS[0], "Butir", Decimal(3), unit="kegiatan")
        desk.save(goal(trajectory=points, accumulation=Accumulation.SUM, actions=(item,), group=MeasureGroup.REFORM))
        (kept,) = agreement(settled).indicators
        assert (kept.trajectory, kept.actions, kept.group) == (points, (item,), MeasureGroup.REFORM)
        assert [hint.code for hint in agreement(settled).remarks] == ["PLN-426"]
        desk.save(replace(kept, text="Kata lain", trajectory=points[:1]))
        (changed,) = agreement(settled).indicators
        assert (changed.indicator_id, changed.text, len(changed.trajectory)) == (kept.indicator_id, "Kata lain", 1)
        desk.remove(kept.indicator_id, 2025)
        assert agreement(settled).indicators == ()

    def test_what_makes_no_sense_is_refused(self, agreed):
        desk = agreed.desk.planning.agreement
        with refused("PLN-401"):
            desk.save(goal("U99"))
        with refused("PLN-415"):
            desk.save(goal(text="Nomor sama"))
        with refused("PLN-414"):
            wrong = TrajectoryPoint(Period(2024, PeriodKind.QUARTER, 1), Decimal(1))
            desk.save(goal(number=9, trajectory=(wrong,)))
        with refused("PLN-402"):
            desk.remove("nothing", 2025)
        with refused("PLN-401"):
            desk.show("U99", 2025)

    def test_an_indicator_that_others_serve_is_not_taken_out(self, agreed):
        city, department = agreement(agreed, "U0").indicators[0], agreement(agreed).indicators[0]
        agreed.desk.planning.cascade.link(node(department), node(city), 2025)
        with refused("PLN-410"):
            agreed.desk.planning.agreement.remove(city.indicator_id, 2025)
        agreed.desk.planning.agreement.remove(department.indicator_id, 2025)
        agreed.desk.planning.agreement.remove(city.indicator_id, 2025)

    def test_every_unit_is_listed_with_what_it_agreed(self, agreed):
        lines = {line.unit_name: line for line in agreed.desk.planning.agreement.list(2025)}
        assert lines["Dinas Kesehatan"].indicators == 2
        assert lines["Seksi Farmasi"].indicators == 0
        assert lines["Dinas Kesehatan"].leader.startswith("Bambang")

    def test_the_leaders_plan_takes_the_agreement_over_once(self, agreed):
        desk = agreed.desk.planning
        assert [hint.code for hint in agreement(agreed).hints] == []
        outcome = desk.agreement.adopt("U1", 2025)
        assert outcome.added == 2
        plan = desk.show(NIPS["head"], 2025).plan
        assert [one.text for one in plan.indicators] == ["Indeks kepuasan layanan", "Nilai SAKIP"]
        assert plan.state is PlanState.DRAFT
        again = desk.agreement.adopt("U1", 2025)
        assert (again.added, again.changes.change_set_id) == (0, "")
        desk.agreement.save(goal(number=3, text="IKPA"))
        assert [hint.code for hint in agreement(agreed).hints] == ["V-05"]

    def test_a_fixed_plan_is_not_touched_and_what_it_lacks_is_named(self, agreed):
        agreed.desk.planning.import_plans(agreed.plans_file(plan_rows(NIPS["head"], is_leader=True)))
        outcome = agreed.desk.planning.agreement.adopt("U1", 2025)
        assert outcome.added == 0
        assert outcome.missing == ("Indeks kepuasan layanan", "Nilai SAKIP")
        with refused("PLN-417"):
            agreed.desk.planning.agreement.adopt("U0", 2025)

    def test_agreements_come_from_a_spreadsheet_with_their_parents(self, settled):
        rows = [
            AgreementRow("U0", 2025, 1, "Kota sehat", "IKU kota", AIM),
            AgreementRow("U1", 2025, 1, "Layanan", "IKU dinas", AIM, parent_number=1,
                         trajectory=tuple(TrajectoryPoint(q, Decimal(80)) for q in QUARTERS)),
            AgreementRow("U2", 2025, 1, "Layanan", "Tanpa induk", AIM, parent_number=7),
            AgreementRow("U77", 2025, 1, "Layanan", "Unit tak dikenal", AIM),
        ]  # fmt: skip
        path = settled.folder / "pk.xlsx"
        agreement_sheets.write_agreements(path, rows)
        outcome = settled.desk.planning.agreement.import_agreements(path)
        assert (outcome.counts.read, outcome.counts.added, outcome.counts.refused) == (4, 2, 2)
        assert sorted(fault.code for fault in outcome.refused) == ["PLN-401", "PLN-416"]
        card = agreement(settled)
        assert [parent.text for parent in card.parents.values()] == ["IKU kota"]
        again = settled.desk.planning.agreement.import_agreements(path)
        assert (again.counts.same, again.changes.change_set_id) == (2, "")


class TestCascade:
    def test_the_tree_goes_from_the_city_down_and_says_what_is_open(self, agreed):
        desk = agreed.desk.planning.cascade
        (city,) = desk.top("U0", 2025)
        assert (city.text, city.coverage, city.below) == ("IKU kota", Coverage.OPEN, 0)
        department = agreement(agreed).indicators[0]
        desk.link(node(department), city.node, 2025, part="Kesehatan")
        (city,) = desk.top("U0", 2025)
        assert city.coverage is Coverage.PARTLY
        desk.choose(city.node, 2025, CascadeMethod.ASPECT)
        (city,) = desk.top("U0", 2025)
        assert (city.coverage, city.method, city.below) == (Coverage.TAKEN, CascadeMethod.ASPECT, 1)
        (below,) = desk.below(city.node, 2025)
        assert (below.text, below.owner, below.part) == ("Indeks kepuasan layanan", "Dinas Kesehatan", "Kesehatan")

    def test_results_open_into_indicators_for_those_who_lead(self, agreed):
        agreed.desk.planning.agreement.adopt("U1", 2025)
        desk = agreed.desk.planning.cascade
        department = agreement(agreed).indicators[0]
        (result,) = desk.below(node(department), 2025)
        assert (result.kind, result.below) == (NodeKind.RESULT, 1)
        (measure,) = desk.below(result.node, 2025)
        assert (measure.kind, measure.coverage) == (NodeKind.INDICATOR, Coverage.OPEN)

    def test_a_circle_is_refused_before_it_is_closed(self, agreed):
        city, department = agreement(agreed, "U0").indicators[0], agreement(agreed).indicators[0]
        desk = agreed.desk.planning.cascade
        desk.link(node(department), node(city), 2025)
        with refused("PLN-403"):
            desk.link(node(city), node(department), 2025)
        with refused("PLN-404"):
            desk.link("RESULT:nothing", node(city), 2025)
        with refused("PLN-404"):
            desk.choose("nonsense", 2025, CascadeMethod.AREA)

    def test_shares_are_checked_and_a_link_can_be_changed_and_taken_out(self, agreed):
        city = agreement(agreed, "U0").indicators[0]
        first, second = agreement(agreed).indicators
        desk = agreed.desk.planning.cascade
        desk.choose(node(city), 2025, CascadeMethod.SHARE)
        desk.link(node(first), node(city), 2025, share=Decimal(50))
        assert [hint.code for hint in desk.check(2025).remarks if hint.code == "PLN-428"] == []
        desk.link(node(second), node(city), 2025, share=Decimal(30))
        assert "V-42" in [hint.code for hint in desk.check(2025, "U0").hints]
        desk.link(node(second), node(city), 2025, share=Decimal(40))
        assert "V-42" not in [hint.code for hint in desk.check(2025, "U0").hints]
        (_, line) = desk.below(node(city), 2025)
        desk.unlink(line.link_id, 2025)
        assert len(desk.below(node(city), 2025)) == 1
        with refused("PLN-405"):
            desk.unlink(line.link_id, 2025)

    def test_nobody_waits_for_a_superior_without_a_plan(self, settled):
        """A role is taken below a placeholder; once the superior's plan comes, it is relinked and nothing is lost."""
        desk = settled.desk.planning
        desk.cascade.stand_in("U2", 2025, "Persentase layanan 1.1")
        (column,) = desk.matrix.show("U2", 2025).matrix.unit.columns
        assert column.is_placeholder
        nurse = person(settled, "nurse")
        desk.matrix.write("U2", 2025, [CellEntry(nurse, column.node.code, "Pasien terlayani sesuai standar")])
        waiting = desk.cascade.relink(2025)
        assert (waiting.moved, len(waiting.waiting)) == (0, 1)
        with refused("PLN-410"):
            desk.cascade.drop_stand_in(column.node.key, 2025)
        desk.import_plans(settled.plans_file(plan_rows(NIPS["bidang"])))
        done = desk.cascade.relink(2025)
        assert (done.moved, done.filled, done.waiting) == (1, ("Persentase layanan 1.1",), ())
        table = desk.matrix.show("U2", 2025).matrix.unit
        taken = [column for column in table.columns if table.is_taken(column.node)]
        assert [column.text for column in taken] == ["Persentase layanan 1.1"]
        plan = desk.show(NIPS["nurse"], 2025).plan
        assert plan.results[0].parent_text == "Layanan 1 terselenggara sesuai standar"
        with refused("PLN-409"):
            desk.cascade.drop_stand_in(column.node.key, 2025)

    def test_an_empty_placeholder_can_be_dropped(self, settled):
        desk = settled.desk.planning
        desk.cascade.stand_in("U2", 2025, "Sementara")
        (column,) = desk.matrix.show("U2", 2025).matrix.unit.columns
        desk.cascade.drop_stand_in(column.node.key, 2025)
        assert desk.matrix.show("U2", 2025).matrix.unit.columns == ()

    def test_the_check_names_orphans_and_what_waits(self, agreed):
        desk = agreed.desk.planning
        desk.import_plans(agreed.plans_file(plan_rows(NIPS["nurse"])))
        desk.cascade.stand_in("U2", 2025, "Sementara")
        check = desk.cascade.check(2025)
        codes = [hint.code for hint in check.remarks]
        assert codes.count("PLN-424") == 2
        assert "PLN-427" in codes
        assert not check.is_whole
        assert "V-38" in [hint.code for hint in desk.cascade.check(2025, "U2").hints]
        with refused("PLN-401"):
            desk.cascade.check(2025, "U99")


@pytest.fixture
def led(settled):
    """The head of the field has a fixed plan; his people have none."""
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["bidang"])))
    return settled


def table_of(office, unit="U2"):
    return office.desk.planning.matrix.show(unit, 2025).matrix.unit


class TestMatrix:
    def test_a_role_typed_into_a_cell_becomes_a_draft_result_linked_to_its_column(self, led):
        column = table_of(led).columns[0]
        nurse = person(led, "nurse")
        outcome = led.desk.planning.matrix.write("U2", 2025, [CellEntry(nurse, column.node.code, "Satu\nDua")])
        assert (outcome.added, outcome.waiting, outcome.refused) == (2, (), ())
        plan = led.desk.planning.show(NIPS["nurse"], 2025).plan
        assert plan.state is PlanState.DRAFT
        assert [(one.number, one.text, one.parent_text) for one in plan.results] == [
            (1, "Satu", "Layanan 1 terselenggara sesuai standar"),
            (2, "Dua", "Layanan 1 terselenggara sesuai standar"),
        ]
        assert plan.results[0].assigned_by == "KEPALA BIDANG PELAYANAN"
        assert table_of(led).cell_lines(nurse, column.node) == ("Satu", "Dua")
        assert table_of(led).cell_lines(person(led, "clerk"), column.node) == (NO_ROLE,)

    def test_typing_the_same_again_changes_nothing_and_undo_takes_it_back(self, led):
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        entry = CellEntry(nurse, column.code, "Satu")
        first = led.desk.planning.matrix.write("U2", 2025, [entry])
        again = led.desk.planning.matrix.write("U2", 2025, [entry])
        assert again.changes.change_set_id == ""
        led.desk.upkeep.undo(first.changes.change_set_id)
        assert table_of(led).cell_lines(nurse, column) == (NO_ROLE,)
        with refused("PLN-101"):
            led.desk.planning.show(NIPS["nurse"], 2025)

    def test_a_cell_is_reworded_and_cleared(self, led):
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        desk = led.desk.planning
        desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Diagnosa tepat")])
        before = desk.show(NIPS["nurse"], 2025).plan.results[0]
        assert desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Diagnosa yang tepat")]).renamed == 1
        after = desk.show(NIPS["nurse"], 2025).plan.results[0]
        assert (after.result_id, after.text) == (before.result_id, "Diagnosa yang tepat")
        assert desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "")]).removed == 1
        assert desk.show(NIPS["nurse"], 2025).plan.results == ()

    def test_what_the_plan_changes_is_seen_in_the_cell(self, led):
        """The other way: the plan is edited, the cell says so; a result without a cell stands beside its person."""
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        desk = led.desk.planning
        desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Kata matriks")])
        rows = [replace(row, text="Kata SKP") if row.number == 1 else row for row in plan_rows(NIPS["nurse"])]
        desk.import_plans(led.plans_file(rows))
        card = desk.matrix.show("U2", 2025)
        assert card.matrix.unit.cell_lines(nurse, column) == ("Kata SKP",)
        assert [row.loose for row in card.matrix.unit.rows if row.person_id == nurse] == [
            ("Layanan 2 terselenggara sesuai standar",)
        ]
        assert "V-38" in [hint.code for hint in card.hints]

    def test_a_fixed_plan_is_not_touched_the_role_waits_until_it_is_open(self, led):
        desk = led.desk.planning
        desk.import_plans(led.plans_file(plan_rows(NIPS["nurse"])))
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        before = desk.show(NIPS["nurse"], 2025).plan
        outcome = desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Peran baru")])
        assert [fate.code for fate in outcome.waiting] == ["PLN-421"]
        assert desk.show(NIPS["nurse"], 2025).plan == before
        assert "V-37" in [hint.code for hint in desk.matrix.show("U2", 2025).hints]
        assert len(desk.matrix.adopt("U2", 2025).waiting) == 1
        assert desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Peran lain")]).renamed == 1

    def test_a_waiting_role_enters_the_plan_once_it_is_open(self, led):
        desk = led.desk.planning
        desk.import_plans(led.plans_file(plan_rows(NIPS["nurse"])))
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Peran baru")])
        open_again(led, "nurse")
        outcome = desk.matrix.adopt("U2", 2025)
        assert (outcome.added, outcome.waiting) == (1, ())
        assert desk.show(NIPS["nurse"], 2025).plan.results[-1].text == "Peran baru"
        assert "V-37" not in [hint.code for hint in desk.matrix.show("U2", 2025).hints]

    def test_a_role_of_a_fixed_plan_is_not_reworded_here(self, led):
        desk = led.desk.planning
        desk.import_plans(led.plans_file(plan_rows(NIPS["nurse"])))
        column = table_of(led).columns[0].node
        nurse = person(led, "nurse")
        result = desk.show(NIPS["nurse"], 2025).plan.results[0]
        desk.cascade.link(f"RESULT:{result.result_id}", column.code, 2025)
        outcome = desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "Kata lain")])
        assert [fate.code for fate in outcome.refused] == ["PLN-406"]
        assert desk.matrix.write("U2", 2025, [CellEntry(nurse, column.code, "")]).removed == 1
        assert desk.show(NIPS["nurse"], 2025).plan.results[0] == result

    def test_cells_that_do_not_exist_are_refused_one_by_one(self, led):
        column = table_of(led).columns[0].node.code
        nurse, pharmacist = person(led, "nurse"), person(led, "head")
        entries = [
            CellEntry(nurse, "INDICATOR:gone", "Peran"),
            CellEntry(pharmacist, column, "Peran"),
            CellEntry(nurse, column, "Diterima"),
        ]
        outcome = led.desk.planning.matrix.write("U2", 2025, entries)
        assert [fate.code for fate in outcome.refused] == ["PLN-413", "PLN-407"]
        assert outcome.added == 1
        with refused("PLN-401"):
            led.desk.planning.matrix.write("U99", 2025, [])

    def test_a_dry_run_says_what_would_happen_and_writes_nothing(self, led):
        column = table_of(led).columns[0].node.code
        outcome = led.desk.planning.matrix.write(
            "U2", 2025, [CellEntry(person(led, "nurse"), column, "Peran")], dry_run=True
        )
        assert outcome.added == 1
        assert not table_of(led).is_taken(table_of(led).columns[0].node)

    def test_a_team_has_its_own_table_and_its_members_their_consent(self, led):
        desk = led.desk.planning
        nurse, clerk, outsider = (person(led, name) for name in ("nurse", "clerk", "orphaned"))
        column = table_of(led).columns[0].node.code
        desk.matrix.save_team("U2", 2025, "Tim ANC", nurse)
        (team,) = desk.matrix.show("U2", 2025).teams
        desk.matrix.assign("U2", 2025, clerk, team.team_id)
        desk.matrix.assign("U2", 2025, outsider, team.team_id, AssignmentMode.VOLUNTEERED, starts=date(2025, 3, 1))
        desk.matrix.write("U2", 2025, [CellEntry(nurse, column, "Hasil tim")])
        card = desk.matrix.show("U2", 2025)
        (table,) = card.matrix.teams
        assert [row.person_id for row in table.rows] == [clerk, outsider] or [row.person_id for row in table.rows] == [
            outsider,
            clerk,
        ]
        assert {"V-39", "V-41"} <= {hint.code for hint in card.hints}
        top = table.columns[0].node.code
        desk.matrix.write("U2", 2025, [CellEntry(outsider, top, "Hasil anggota")])
        desk.matrix.assign(
            "U2", 2025, outsider, team.team_id, AssignmentMode.VOLUNTEERED, "", date(2025, 3, 1), date(2025, 2, 1)
        )
        card = desk.matrix.show("U2", 2025)
        assert not {"V-39", "V-40", "V-41"} & {hint.code for hint in card.hints}
        assert len(card.assignments) == 2
        with refused("PLN-408"):
            desk.matrix.assign("U2", 2025, clerk, "no team")
        with refused("USE-102"):
            desk.matrix.assign("U2", 2025, "nobody")
        desk.matrix.unassign(card.assignments[0].assignment_id, 2025)
        with refused("PLN-405"):
            desk.matrix.unassign(card.assignments[0].assignment_id, 2025)
        desk.matrix.remove_team(team.team_id, 2025)
        assert desk.matrix.show("U2", 2025).matrix.teams == ()
        with refused("PLN-408"):
            desk.matrix.remove_team(team.team_id, 2025)
        with refused("USE-102"):
            desk.matrix.save_team("U2", 2025, "Tim", "nobody")


def open_again(office, name):
    """Bring a plan back to a draft, as a revision does."""
    with office.desk.planning.around.store.writing(office.desk.planning.around.actor, "test.open") as work:
        (plan,) = work.plans.of_year(2025, [person(office, name)])
        work.plans.save([replace(plan, state=PlanState.DRAFT)])
        work.commit()


class TestKpi:
    def test_figures_by_quarter_give_a_level_and_the_year_follows(self, agreed):
        desk = agreed.desk.planning
        first, second = agreement(agreed).indicators
        points = tuple(TrajectoryPoint(quarter, Decimal(80 + quarter.index)) for quarter in QUARTERS)
        desk.agreement.save(replace(first, trajectory=points))
        outcome = desk.kpi.write(
            [
                KpiEntry(first.indicator_id, QUARTERS[0], "81", "Survei"),
                KpiEntry(second.indicator_id, QUARTERS[0], "95 %"),
                KpiEntry(first.indicator_id, QUARTERS[1], "banyak"),
                KpiEntry("unknown", QUARTERS[1], "1"),
            ],
            2025,
        )
        assert outcome.written == 2
        assert [fate.code for fate in outcome.refused] == ["PLN-420", "PLN-402"]
        card = desk.kpi.show("U1", 2025)
        derived = card.derived["2025-TW1"]
        assert (derived.percent, derived.level) == (Decimal("97.50"), SuggestedLevel.GOOD)
        assert card.actuals[first.indicator_id, "2025-TW1"].evidence == "Survei"
        assert card.derived["2025"].percent == Decimal("90.00")
        assert not card.derived["2025"].is_whole

    def test_an_empty_entry_clears_the_figure(self, agreed):
        desk = agreed.desk.planning.kpi
        first = agreement(agreed).indicators[0]
        desk.write([KpiEntry(first.indicator_id, YEAR, "88")], 2025)
        assert desk.show("U1", 2025).actuals[first.indicator_id, "2025"].value == Decimal(88)
        desk.write([KpiEntry(first.indicator_id, YEAR, "")], 2025)
        assert desk.show("U1", 2025).actuals[first.indicator_id, "2025"].value is None
        assert desk.write([KpiEntry(first.indicator_id, YEAR, "")], 2025).written == 0

    def test_the_action_plan_speaks_where_there_is_no_trajectory(self, agreed):
        desk = agreed.desk.planning
        first = agreement(agreed).indicators[0]
        items = tuple(ActionItem(f"a{n}", QUARTERS[0], f"Butir {n}", Decimal(10)) for n in (1, 2))
        desk.agreement.save(replace(first, actions=items))
        desk.kpi.achieve(first.indicator_id, {"a1": Decimal(10), "a2": Decimal(8)})
        derived = desk.kpi.derive("U1", QUARTERS[0])
        assert derived.percent == Decimal("90.00")
        assert derived.reasons[0].code == "LVL-ACTIONS"
        with refused("PLN-402"):
            desk.kpi.achieve(first.indicator_id, {"a9": Decimal(1)})
        with refused("PLN-402"):
            desk.kpi.achieve("unknown", {})

    def test_the_derived_level_is_set_and_another_needs_a_reason(self, agreed):
        desk = agreed.desk.planning.kpi
        with refused("PLN-412"):
            desk.settle("U1", YEAR)
        both = [KpiEntry(one.indicator_id, YEAR, "90") for one in agreement(agreed).indicators]
        desk.write(both, 2025)
        desk.settle("U1", YEAR, published_on=date(2026, 1, 20))
        card = desk.show("U1", 2025)
        assert card.levels["2025"].level is OrgLevel.GOOD
        assert card.levels["2025"].source == "Perjanjian Kinerja 2025: 100,00 %"
        assert card.bases["2025"].derived == "GOOD"
        assert [pack.pack_id for pack in card.bases["2025"].packs] == ["organisation-level-2022"]
        with refused("PLN-411"):
            desk.settle("U1", YEAR, OrgLevel.OUTSTANDING)
        desk.settle("U1", YEAR, OrgLevel.OUTSTANDING, "Juara nasional", "Nota Sekda")
        card = desk.show("U1", 2025)
        assert (card.levels["2025"].level, card.bases["2025"].derived) == (OrgLevel.OUTSTANDING, "GOOD")
        assert card.bases["2025"].reason == "Juara nasional"

    def test_a_level_that_leaves_an_indicator_out_needs_a_reason(self, agreed):
        desk = agreed.desk.planning.kpi
        first = agreement(agreed).indicators[0]
        desk.write([KpiEntry(first.indicator_id, YEAR, "90")], 2025)
        with refused("PLN-411"):
            desk.settle("U1", YEAR)
        desk.settle("U1", YEAR, reason="SAKIP belum terbit")
        assert desk.show("U1", 2025).bases["2025"].missing == 1

    def test_the_level_set_here_is_the_one_that_evaluations_use(self, planned):
        desk = planned.desk.planning
        desk.agreement.save(goal("U2"))
        (one,) = agreement(planned, "U2").indicators
        desk.kpi.write([KpiEntry(one.indicator_id, YEAR, "60")], 2025)
        desk.kpi.settle("U2", YEAR)
        card = planned.desk.assessment.show(NIPS["nurse"], YEAR)
        assert card.level.level is OrgLevel.POOR

    def test_figures_come_from_a_spreadsheet(self, agreed):
        path = agreed.folder / "realisasi-unit.xlsx"
        rows = [
            UnitActualRow("U1", YEAR, 1, Decimal(88), evidence="Survei"),
            UnitActualRow("U1", YEAR, 9, Decimal(1)),
            UnitActualRow("U9", YEAR, 1, Decimal(1)),
        ]
        agreement_sheets.write_unit_actuals(path, rows)
        dry = agreed.desk.planning.kpi.import_actuals(path, dry_run=True)
        assert (dry.counts.added, dry.counts.refused, dry.changes.change_set_id) == (1, 2, "")
        assert agreed.desk.planning.kpi.import_actuals(path).counts.added == 1
        assert agreed.desk.planning.kpi.import_actuals(path).counts.same == 1


def test_a_reader_may_look_and_not_write(agreed):
    around = agreed.desk.planning.around
    planning = replace(agreed.desk.planning, around=replace(around, actor=replace(around.actor, role=Role.VIEWER)))
    assert planning.agreement.show("U1", 2025).indicators
    for write in (
        lambda: planning.agreement.save(goal(number=5)),
        lambda: planning.cascade.stand_in("U2", 2025, "x"),
        lambda: planning.matrix.write("U2", 2025, []),
        lambda: planning.kpi.write([], 2025),
    ):
        with refused("USE-110"):
            write()
