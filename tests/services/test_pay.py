"""Performance pay through the desk: computed, explained, locked, settled, simulated, printed and exported."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from small_office import NIPS, write_csv

from meritdesk.core.access import Actor, Role
from meritdesk.core.allowance_rules import PayComponent, PayScheme
from meritdesk.core.discipline import Sanction, SanctionKind
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.pay import PayHolder, PayInputKind, PayState
from meritdesk.core.periods import parse_period

MARCH, APRIL, FOUR = parse_period("2025-03"), parse_period("2025-04"), Decimal(4_000_000)
AMOUNT_HEADS = ["TMT BESARAN", "NIP", "JABATAN", "KELAS JABATAN", "BEBAN KERJA", "PRESTASI KERJA"]
INPUT_HEADS = ["PERIODE", "JENIS DATA TPP", "NIP", "UNIT", "NILAI DATA TPP", "KETERANGAN"]


def refused(code, verb, *arguments, **named):
    with pytest.raises((UsageRefusal, FileRefusal)) as error:
        verb(*arguments, **named)
    assert error.value.code == code


def amounts_file(office):
    return write_csv(
        office.folder / "besaran.csv",
        AMOUNT_HEADS,
        [
            ["01-01-2025", NIPS["nurse"], "", "", "3.000.000", "1.000.000"],
            ["01-01-2025", "", "PENGELOLA DATA", "7", "", ""],
            ["01-01-2025", "", "", "7", "4.000.000", ""],
            ["01-01-2025", "197001011995011009", "", "", "1", ""],
            ["01-01-2025", "", "", "7", "4.000.000", ""],
        ],
    )


@pytest.fixture
def pay(closed):
    outcome = closed.desk.follow_up.pay.inputs.import_amounts(amounts_file(closed))
    assert (outcome.counts.added, outcome.counts.refused) == (3, 2)
    assert [fault.code for fault in outcome.refused] == ["FOL-361", "FOL-364"]
    return closed.desk.follow_up.pay


def row(view, name):
    return next(one for one in view.rows if one.nip == NIPS[name])


def test_a_month_is_computed_for_everybody_and_nobody_is_missing(closed, pay):
    refused("FOL-340", pay.compute, parse_period("2025"))
    refused("FOL-343", pay.why, MARCH, NIPS["nurse"])
    refused("FOL-346", pay.compute, parse_period("2030-01"))
    refused("FOL-342", pay.compute, parse_period("2024-12"))
    recap = pay.compute(MARCH).recap
    view = pay.recap(MARCH)
    assert len(view.rows) == 7 and (recap.version, recap.people) == (1, 2)
    assert (row(view, "nurse").net, row(view, "clerk").net) == (FOUR, FOUR)
    assert row(view, "resting").state is PayState.NOT_ENTITLED and row(view, "head").state is PayState.NO_AMOUNT
    assert recap.net == sum(one.net for one in view.rows) == Decimal(8_000_000)
    slip = pay.why(MARCH, NIPS["clerk"])
    assert slip.lines[0].key == "CLASS:7" and sum(line.amount for line in slip.lines) == slip.row.net
    refused("FOL-344", pay.why, MARCH, "197001011995011009")


def test_inputs_of_a_month_change_what_is_paid_and_say_so(closed, pay):
    inputs = pay.inputs
    inputs.enter(MARCH, PayInputKind.NEGATIVE, NIPS["nurse"], Decimal(2), "Terjaring razia")
    inputs.enter(MARCH, PayInputKind.WEALTH_REPORT, NIPS["clerk"], Decimal(1), "LHKASN")
    inputs.enter(MARCH, PayInputKind.INNOVATION, NIPS["clerk"], Decimal(2))
    refused("FOL-361", inputs.enter, MARCH, PayInputKind.NEGATIVE, "197001011995011009", Decimal(1))
    refused("FOL-365", inputs.enter, MARCH, PayInputKind.ABSORPTION, "Tidak Ada", Decimal(1))
    refused("FOL-366", inputs.enter, MARCH, PayInputKind.ABSORPTION, "U1", Decimal(101))
    pay.compute(MARCH)
    view = pay.recap(MARCH)
    assert (row(view, "nurse").net, row(view, "clerk").net) == (Decimal(3_760_000), Decimal(3_680_000))
    inputs.enter(MARCH, PayInputKind.NEGATIVE, NIPS["nurse"], None)
    assert {line.entry.kind for line in inputs.lines(MARCH)} == {PayInputKind.WEALTH_REPORT, PayInputKind.INNOVATION}


def test_budget_absorption_of_a_department_counts_for_everybody_below_it(closed, pay):
    path = write_csv(closed.folder / "serapan.csv", INPUT_HEADS, [
        ["2025-03", "SERAPAN ANGGARAN", "", "Dinas Kesehatan", "70", "LRA Maret"],
        ["2025-03", "LHKPN", NIPS["nurse"], "", "1", ""],
        ["2025-03", "SERAPAN ANGGARAN", "", "Dinas Entah", "70", ""],
        ["2025", "INOVASI", NIPS["nurse"], "", "1", ""],
    ])  # fmt: skip
    outcome = pay.inputs.import_file(path)
    assert (outcome.counts.added, [fault.code for fault in outcome.refused]) == (2, ["FOL-365", "FOL-340"])
    assert pay.inputs.import_file(path).counts.same == 2
    pay.choose(PayScheme.TRK)
    pay.compute(MARCH)
    reasons = [line.reason for line in pay.why(MARCH, NIPS["clerk"]).lines]
    told = next(one for one in reasons if one.code == "PAY-ABSORPTION")
    assert (told.facts["unit"], told.facts["absorption"], told.facts["percent"]) == ("Dinas Kesehatan", "70", "75")


def test_a_locked_recap_never_changes_and_a_correction_is_a_version_with_a_reason(closed, pay):
    refused("FOL-343", pay.lock, MARCH)
    pay.compute(MARCH)
    pay.inputs.enter(MARCH, PayInputKind.NEGATIVE, NIPS["nurse"], Decimal(1))
    refused("FOL-347", pay.lock, MARCH)
    refused("FOL-368", pay.papers.export, MARCH, closed.folder / "a.csv")
    pay.compute(MARCH)
    locked = pay.lock(MARCH)
    assert locked.recap.is_locked
    refused("STO-632", closed.desk.upkeep.undo, locked.changes.change_set_id)
    refused("FOL-345", pay.lock, MARCH)
    refused("FOL-341", pay.compute, MARCH)
    refused("FOL-367", pay.inputs.enter, MARCH, PayInputKind.NEGATIVE, NIPS["nurse"], Decimal(2))
    before = pay.recap(MARCH)
    pay.inputs.set_amount(
        PayHolder.PERSON, NIPS["nurse"], date(2025, 1, 1), {PayComponent.WORKLOAD: Decimal(5_000_000)}
    )
    second = pay.compute(MARCH, "SK besaran baru").recap
    assert (second.version, second.is_locked, second.reason) == (2, False, "SK besaran baru")
    assert pay.recap(MARCH, 1) == replace(before, recap=before.recap) and pay.is_whole(MARCH, 1)
    assert [(one.row.nip, one.difference) for one in pay.differences(MARCH)] == [(NIPS["nurse"], Decimal(970_000))]


def test_taking_a_draft_back_brings_the_one_before_with_its_slips(closed, pay):
    first = pay.compute(MARCH).recap
    pay.inputs.enter(MARCH, PayInputKind.NEGATIVE, NIPS["nurse"], Decimal(1))
    second = pay.compute(MARCH)
    closed.desk.upkeep.undo(second.changes.change_set_id)
    assert pay.recap(MARCH).recap == first and pay.is_whole(MARCH)
    assert row(pay.recap(MARCH), "nurse").net == FOUR


def test_what_a_locked_month_owes_is_settled_in_a_later_one(closed, pay):
    refused("FOL-349", pay.settle, MARCH, APRIL)
    pay.compute(MARCH)
    pay.lock(MARCH)
    refused("FOL-350", pay.settle, MARCH, MARCH)
    pay.inputs.set_amount(
        PayHolder.PERSON, NIPS["nurse"], date(2025, 1, 1), {PayComponent.WORKLOAD: Decimal(4_500_000)}
    )
    entries, _ = pay.settle(MARCH, APRIL)
    assert [entry.value for entry in entries] == [Decimal(500_000)]
    assert len(pay.settle(MARCH, APRIL)[0]) == 1
    pay.compute(APRIL)
    slip = pay.why(APRIL, NIPS["nurse"])
    assert slip.row.net == Decimal(5_000_000) and slip.lines[-1].reason.code == "PAY-SETTLEMENT"


def test_a_cut_by_a_sanction_is_named_to_its_readers_only(closed, pay):
    person = closed.desk.register.show(NIPS["clerk"]).person
    closed.desk.follow_up.discipline.add(
        Sanction("", person.person_id, SanctionKind.PAY_CUT_6, "862/1", date(2025, 2, 3), date(2025, 2, 10),
                 "Wali Kota", "Rahasia sekali", "")
    )  # fmt: skip
    pay.compute(MARCH)
    line = pay.why(MARCH, NIPS["clerk"]).lines[-1]
    assert (line.reason.code, line.amount) == ("PAY-SANCTION", Decimal(-1_000_000))
    other = replace(pay, around=replace(pay.around, actor=Actor("Orang Lain", Role.OPERATOR, "PC-1")))
    line = other.why(MARCH, NIPS["clerk"]).lines[-1]
    assert (line.reason.code, line.key, line.amount) == ("PAY-CONFIDENTIAL", "", Decimal(-1_000_000))


def test_a_rule_is_simulated_on_a_month_before_it_is_adopted(closed, pay):
    pay.inputs.enter(MARCH, PayInputKind.WEALTH_REPORT, NIPS["clerk"], Decimal(1))
    pay.compute(MARCH)
    refused("FOL-353", pay.rules.draft, MARCH, {"tidak.ada": "1"})
    refused("FOL-359", pay.rules.draft, MARCH, {"activity_norm": "banyak"})
    assert ("deductions.TL1", "0.5") in pay.rules.figures(MARCH)
    content = pay.rules.draft(MARCH, {"wealth_report": "25", "components.WORKLOAD.discipline": "30"})
    found = pay.rules.simulate(MARCH, content)
    assert [(one.row.nip, one.difference) for one in found.differences] == [(NIPS["clerk"], Decimal(-600_000))]
    assert (found.difference, found.gaining, found.losing) == (Decimal(-600_000), 0, 1)
    assert pay.recap(MARCH).recap.net == Decimal(7_600_000)
    assert pay.rules.simulate(MARCH, scheme=PayScheme.TRK).before == Decimal(7_600_000)
    pay.rules.adopt(content)
    assert pay.compute(MARCH).recap.net == Decimal(7_000_000)
    assert pay.compute(parse_period("2025-02"), "").recap.pack_id == "allowance-tpp-2020"
    refused("FOL-357", pay.rules.adopt, content.replace('"25"', '"20"'))
    other = json.loads(content)
    other["kind"] = "discipline"
    refused("ASM-111", pay.rules.simulate, MARCH, json.dumps(other))
    refused("FOL-354", pay.rules.read, closed.folder / "tidak ada.json")


def test_recap_slips_and_the_list_of_the_treasury_come_out(closed, pay):
    refused("FOL-343", pay.papers.print_recaps, MARCH, closed.folder)
    pay.compute(MARCH)
    pay.lock(MARCH)
    papers = pay.papers.print_recaps(MARCH, closed.folder)
    assert len(papers.numbers) == 4
    assert len(pay.papers.print_slips(MARCH, closed.folder, [NIPS["clerk"], NIPS["nurse"]]).numbers) == 2
    assert pay.papers.preview_slip(MARCH, NIPS["clerk"]).startswith(b"%PDF")
    out = pay.papers.export(MARCH, closed.folder / "perbendaharaan.xlsx")
    assert (out.people, out.net) == (2, Decimal(8_000_000))
    cells = [list(line) for line in load_workbook(out.path).active.iter_rows(values_only=True)]
    nips = {line[1] for line in cells if line[0] in (1, 2)}
    assert nips == {NIPS["clerk"], NIPS["nurse"]}


def test_a_month_that_runs_is_not_locked(closed, pay):
    closed.moment[0] = datetime(2025, 3, 20, 8, 0, tzinfo=UTC)
    pay.compute(MARCH)
    refused("FOL-348", pay.lock, MARCH)
