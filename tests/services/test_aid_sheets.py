"""Manuals, workblocks and matrices are printed, numbered, registered, and told to be current or replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from small_office import NIPS, YEAR, plan_rows

from meritdesk.core.documents import Finding, Form
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle, Workblock
from meritdesk.services.planning.matrix import CellEntry
from meritdesk.services.print_job import Selection

MANUAL = IndicatorManual(
    purpose="Mengukur mutu",
    definition="Mutu layanan menurut pasien",
    formula="∑ puas / ∑ pasien",
    unit="Persen",
    control_level=ControlLevel.OUTCOME,
    data_source="Survei",
    reporting=ReportingCycle.QUARTERLY,
)


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def change_plan(office, name, change):
    """Type into a plan as the editor does."""
    editor = office.desk.planning.editor
    opened = editor.open(NIPS[name], 2025)
    return editor.save(change(opened.plan), opened.stamp).plan


def with_manuals(plan, how_many=99):
    left = how_many
    results = []
    for result in plan.results:
        indicators = []
        for indicator in result.indicators:
            indicators.append(replace(indicator, manual=MANUAL if left > 0 else None))
            left -= 1
        results.append(replace(result, indicators=tuple(indicators)))
    return replace(plan, results=tuple(results))


def path_of(outcome):
    assert outcome.file is not None
    return Path(outcome.file.path)


class TestManuals:
    def test_all_manuals_of_a_person_are_printed_in_one_go_each_under_its_own_number(self, planned, tmp_path):
        change_plan(planned, "head", with_manuals)
        documents = planned.desk.documents
        outcome = documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        assert (outcome.sheets, outcome.file.pages, outcome.blocked) == (4, 4, ())
        lines = documents.lines()
        assert len({line.number for line in lines}) == 4
        assert {line.nip for line in lines} == {NIPS["head"]}
        text = text_of(path_of(outcome))
        for indicator in ("1.1", "1.2", "2.1", "2.2"):
            assert f"Persentase layanan {indicator}" in text
        assert text.count("(X) Outcome") == 4 and text.count("(X) Triwulanan") == 4
        # Typing into the plan began its revision, and a manual goes with the plan.
        assert "DRAF" in text and documents.verify(path_of(outcome)).finding is Finding.DRAFT

    def test_a_second_print_keeps_every_number(self, planned, tmp_path):
        change_plan(planned, "head", with_manuals)
        for _ in range(2):
            planned.desk.documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        lines = planned.desk.documents.lines()
        assert len(lines) == 8 and len({line.number for line in lines}) == 4
        assert sorted(line.copy for line in lines) == [1, 1, 1, 1, 2, 2, 2, 2]

    def test_the_indicators_of_a_leader_without_a_manual_are_listed_and_the_others_printed(self, planned, tmp_path):
        change_plan(planned, "head", lambda plan: with_manuals(plan, 3))
        outcome = planned.desk.documents.print(Form.A_1_3, YEAR, Selection(), tmp_path)
        assert outcome.sheets == 3
        missing = [one for one in outcome.blocked if one.code == "DOC-500"]
        assert [(one.nip, one.facts["number"]) for one in missing] == [(NIPS["head"], "2.2")]

    @pytest.mark.parametrize(("name", "code"), [("head", "DOC-500"), ("nurse", "DOC-501"), ("orphaned", "ASM-102")])
    def test_who_has_no_manual_is_told_what_is_missing(self, name, code, planned, tmp_path):
        with pytest.raises(UsageRefusal, match=code):
            planned.desk.documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS[name]), tmp_path)
        assert planned.desk.documents.count() == 0

    def test_only_the_sheet_whose_manual_changed_is_replaced(self, planned, tmp_path):
        change_plan(planned, "head", with_manuals)
        documents = planned.desk.documents
        outcome = documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)

        def reworded(plan):
            first, *rest = plan.results
            one, *others = first.indicators
            one = replace(one, manual=replace(MANUAL, purpose="Tujuan lain"))
            return replace(plan, results=(replace(first, indicators=(one, *others)), *rest))

        change_plan(planned, "head", reworded)
        found = [one.finding for one in documents.verify(path_of(outcome)).documents]
        assert found == [Finding.REPLACED, Finding.DRAFT, Finding.DRAFT, Finding.DRAFT]

    def test_a_manual_that_left_the_plan_is_replaced(self, planned, tmp_path):
        change_plan(planned, "head", with_manuals)
        documents = planned.desk.documents
        outcome = documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        change_plan(planned, "head", lambda plan: with_manuals(plan, 0))
        assert documents.verify(path_of(outcome)).finding is Finding.REPLACED

    def test_the_qr_of_a_manual_leads_to_it(self, planned, tmp_path):
        change_plan(planned, "head", with_manuals)
        documents = planned.desk.documents
        outcome = documents.print(Form.A_1_3, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        marks = documents.around.press.read_marks(path_of(outcome)).marks
        assert len(marks) == 4
        assert all(documents.resolve(mark).finding is Finding.DRAFT for mark in marks)

    def test_a_preview_shows_all_of_them_and_enters_none(self, planned):
        change_plan(planned, "head", with_manuals)
        assert planned.desk.documents.preview(Form.A_1_3, YEAR, NIPS["head"]).startswith(b"%PDF-")
        assert planned.desk.documents.count() == 0
        with pytest.raises(UsageRefusal, match="DOC-501"):
            planned.desk.documents.preview(Form.A_1_3, YEAR, NIPS["nurse"])


class TestWorkblocks:
    def test_every_workblock_of_a_plan_has_a_sheet(self, planned, tmp_path):
        blocks = (Workblock("", title="Antrean terpadu"), Workblock("", title="Jemput bola"))
        change_plan(planned, "head", lambda plan: replace(plan, workblocks=blocks))
        documents = planned.desk.documents
        outcome = documents.print(Form.A_1_4, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        text = text_of(path_of(outcome))
        assert outcome.sheets == 2 and "Antrean terpadu" in text and "Jemput bola" in text
        assert "DRAF" not in text
        assert len({line.number for line in documents.lines()}) == 2
        assert documents.verify(path_of(outcome)).finding is Finding.CURRENT

    def test_who_has_no_workblock_is_told(self, planned, tmp_path):
        with pytest.raises(UsageRefusal, match="DOC-502"):
            planned.desk.documents.print(Form.A_1_4, YEAR, Selection(nip=NIPS["head"]), tmp_path)
        assert planned.desk.documents.print(Form.A_1_4, YEAR, Selection(), tmp_path).sheets == 0


class TestMatrices:
    def test_the_matrix_of_a_unit_is_found_by_its_head_and_by_whom_he_rates(self, planned, tmp_path):
        documents = planned.desk.documents
        # The head of the field also acts for the pharmacy section, whose matrix is his as well.
        for name, sheets in (("bidang", 2), ("nurse", 1), ("clerk", 1)):
            outcome = documents.print(Form.A_1_5, YEAR, Selection(nip=NIPS[name]), tmp_path)
            text = text_of(path_of(outcome))
            assert outcome.sheets == sheets
            assert "Joko Widagdo" in text and "Persentase layanan" in text and "TIDAK ADA PERAN" in text
            assert "Bidang Pelayanan · Endang Lestari" in text
        lines = documents.lines()
        assert len({line.number for line in lines}) == 2 and sorted(line.copy for line in lines) == [1, 1, 2, 3]

    def test_all_matrices_are_printed_once_each(self, planned, tmp_path):
        outcome = planned.desk.documents.print(Form.A_1_5, YEAR, Selection(), tmp_path)
        lines = planned.desk.documents.lines()
        assert outcome.sheets == len(lines) == len({line.number for line in lines}) >= 2
        assert {NIPS["head"], NIPS["bidang"]} <= {line.nip for line in lines}

    def test_the_matrix_of_a_unit_whose_head_only_acts_for_it_is_printed_among_all_others(self, planned, tmp_path):
        outcome = planned.desk.documents.print(Form.A_1_5, YEAR, Selection(), tmp_path)
        assert outcome.blocked == () and "Seksi Farmasi" in text_of(path_of(outcome))

    def test_a_unit_is_printed_by_its_scope_with_the_other_unit_its_head_acts_for(self, planned, tmp_path):
        unit = next(unit for unit in planned.desk.register.units() if unit.source_id == "U2")
        outcome = planned.desk.documents.print(Form.A_1_5, YEAR, Selection(unit_ids=(unit.unit_id,)), tmp_path)
        assert outcome.sheets == 2
        text = text_of(path_of(outcome))
        assert "Bidang Pelayanan · Endang Lestari" in text and "Seksi Farmasi · Endang Lestari" in text

    def test_what_is_typed_into_the_matrix_stands_on_paper_and_replaces_the_older_print(self, settled, tmp_path):
        settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["bidang"])))
        desk = settled.desk
        first = desk.documents.print(Form.A_1_5, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
        assert desk.documents.verify(path_of(first)).finding is Finding.CURRENT
        table = desk.planning.matrix.show("U2", 2025).matrix.unit
        nurse = desk.register.show(NIPS["nurse"]).person.person_id
        desk.planning.matrix.write("U2", 2025, [CellEntry(nurse, table.columns[0].node.code, "Pasien terlayani")])
        assert desk.documents.verify(path_of(first)).finding is Finding.REPLACED
        settled.moment[0] = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
        again = desk.documents.print(Form.A_1_5, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
        assert "Pasien terlayani" in text_of(path_of(again))
        assert desk.documents.verify(path_of(again)).finding is Finding.CURRENT
        lines = desk.documents.lines()
        assert [(line.version, line.is_current) for line in lines] == [(2, True), (1, False)]
        assert len({line.number for line in lines}) == 1

    def test_a_team_stands_in_a_table_of_its_own(self, settled, tmp_path):
        settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["bidang"])))
        matrix = settled.desk.planning.matrix
        nurse, clerk = (settled.desk.register.show(NIPS[name]).person.person_id for name in ("nurse", "clerk"))
        matrix.save_team("U2", 2025, "Tim ANC", nurse)
        matrix.assign("U2", 2025, clerk, matrix.show("U2", 2025).teams[0].team_id)
        column = matrix.show("U2", 2025).matrix.unit.columns[0].node.code
        matrix.write("U2", 2025, [CellEntry(nurse, column, "Hasil tim")])
        outcome = settled.desk.documents.print(Form.A_1_5, YEAR, Selection(nip=NIPS["nurse"]), tmp_path)
        text = text_of(path_of(outcome))
        assert "TIM: Tim ANC" in text and text.count("Hasil tim") == 2 and text.count("JABATAN") == 2

    def test_a_unit_without_indicators_has_no_matrix(self, settled, tmp_path):
        with pytest.raises(UsageRefusal, match="DOC-503"):
            settled.desk.documents.print(Form.A_1_5, YEAR, Selection(nip=NIPS["bidang"]), tmp_path)
        assert settled.desk.documents.print(Form.A_1_5, YEAR, Selection(), tmp_path).sheets == 0
