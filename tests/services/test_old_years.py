"""The years before 2022: entered, recalculated by their own rules, imported with a fate per row, never by today's."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from small_office import NIPS, write_csv

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Rating
from meritdesk.core.old_years import (
    LineKind,
    OldAspect,
    OldCategory,
    OldEvaluation,
    OldLine,
    OldPart,
    OldScheme,
    OldYearQuery,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Aspect
from meritdesk.services.print_job import Selection

FIRST = OldEvaluation(
    "", "", 2021, OldPart.FIRST_HALF, OldScheme.PP46, skp_score=Decimal(85), behaviour_score=Decimal(80)
)
SECOND = OldEvaluation(
    "", "", 2021, OldPart.SECOND_HALF, OldScheme.PAN8, skp_score=Decimal("102.8"), behaviour_score=Decimal(95)
)
HEADS = ["NIP", "NAMA", "TAHUN", "BAGIAN TAHUN", "NILAI SKP", "NILAI PERILAKU", "NILAI AKHIR", "SEBUTAN"]
LINE_HEADS = ["NIP", "TAHUN", "BAGIAN TAHUN", "NO", "BUTIR SKP", "ASPEK", "BATAS BAWAH", "BATAS ATAS",
              "NILAI REALISASI", "KATEGORI"]  # fmt: skip


@pytest.fixture
def old(settled):
    return settled.desk.assessment.old_years


def test_both_halves_of_2021_are_joined_on_one_scale(old):
    old.enter(NIPS["nurse"], FIRST)
    half = old.show(NIPS["nurse"], 2021)
    assert half.outcome.score is None
    assert [reason.code for reason in half.outcome.explanation] == ["OLD-HALF-MISSING"]
    old.enter(NIPS["nurse"], SECOND)
    card = old.show(NIPS["nurse"], 2021)
    assert [paper.result.score for paper in card.papers] == [Decimal("83.00"), Decimal("100.46")]
    assert [paper.result.category for paper in card.papers] == [OldCategory.GOOD, OldCategory.GOOD]
    assert card.outcome.score == Decimal("99.98")  # 83 becomes 99,50; the mean of 99,50 and 100,46
    assert card.outcome.category is OldCategory.GOOD
    assert [pack.pack_id for pack in card.outcome.packs] == ["numeric-2021", "numeric-pp30-2019", "numeric-pp46-2011"]


def test_one_half_is_enough_when_the_paper_says_why(old):
    old.enter(NIPS["nurse"], replace(SECOND, sole_reason="CPNS sejak Juli 2021"))
    card = old.show(NIPS["nurse"], 2021)
    assert card.outcome.score == Decimal("100.46")
    assert "OLD-SOLE-HALF" in [reason.code for reason in card.outcome.explanation]


def test_a_second_entry_corrects_the_first_as_its_next_version(old):
    first = old.enter(NIPS["nurse"], FIRST)
    assert first.paper.record.paper.version == 1
    again = old.enter(NIPS["nurse"], FIRST)
    assert again.changes.change_set_id == ""
    better = old.enter(NIPS["nurse"], replace(FIRST, skp_score=Decimal(88)))
    assert better.paper.record.paper.version == 2
    assert better.paper.record.paper.evaluation_id == first.paper.record.paper.evaluation_id
    assert old.count(OldYearQuery()) == 1


def test_an_incomplete_paper_is_kept_and_says_what_is_missing(old):
    entered = old.enter(NIPS["nurse"], replace(FIRST, behaviour_score=None))
    assert [fault.code for fault in entered.paper.faults] == ["ASM-408"]
    assert entered.paper.record.outcome is None
    (line,) = old.lines(OldYearQuery(2021))
    assert not line.is_complete and not line.differs
    assert [one.state for one in old.recalculate(2021).lines] == ["incomplete"]


@pytest.mark.rule("V-100", "fires")
def test_the_second_half_of_2021_by_an_older_rule_is_refused(old):
    with pytest.raises(UsageRefusal, match="V-100"):
        old.enter(NIPS["nurse"], replace(SECOND, scheme=OldScheme.PP46))
    assert old.years() == ()


@pytest.mark.rule("V-100", "silent")
def test_the_second_half_of_2021_by_its_own_rule_is_taken(old):
    old.enter(NIPS["nurse"], SECOND)
    assert old.years() == (2021,)


@pytest.mark.rule("V-100", "fires")
def test_ratings_of_today_are_refused_for_2021(settled):
    person = settled.desk.register.show(NIPS["nurse"]).person
    plan_year = parse_period("2021")
    with pytest.raises(UsageRefusal, match="V-100"):
        settled.desk.assessment.preview(plan_year, Rating.MEETS, Rating.MEETS)
    with pytest.raises(UsageRefusal, match="V-100"):
        settled.desk.assessment.close(plan_year)
    assert person.nip


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        (replace(FIRST, year=2022, part=OldPart.YEAR), "ASM-401"),
        (replace(FIRST, skp_score=Decimal(130)), "ASM-411"),
        (replace(FIRST, lines=(OldLine(1, score=Decimal(90)),)), "ASM-406"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(old, paper, code):
    with pytest.raises(UsageRefusal, match=code):
        old.enter(NIPS["nurse"], paper)
    assert old.count(OldYearQuery()) == 0


def test_an_unknown_person_and_an_unknown_year_are_refused(old):
    with pytest.raises(UsageRefusal, match="USE-102"):
        old.enter("199999999999999999", FIRST)
    with pytest.raises(UsageRefusal, match="ASM-430"):
        old.show(NIPS["nurse"], 2019)
    with pytest.raises(UsageRefusal, match="ASM-430"):
        old.remove(NIPS["nurse"], 2021, OldPart.FIRST_HALF)


def test_an_skp_entered_indicator_by_indicator_is_calculated(old):
    ten = Decimal(10)
    lines = (
        OldLine(1, text="Laporan", aspect=Aspect.QUANTITY, low=ten, high=ten, actual=Decimal(11)),
        OldLine(1, text="Laporan", aspect=Aspect.QUALITY, category=OldCategory.VERY_GOOD),
        OldLine(2, text="Layanan", low=Decimal(80), high=Decimal(90), actual=Decimal(70)),
        OldLine(3, LineKind.ADDITIONAL, "Panitia", category=OldCategory.GOOD, score=Decimal(100)),
    )
    entered = old.enter(NIPS["nurse"], replace(SECOND, skp_score=None, lines=lines))
    result = entered.paper.result
    assert [one.score for one in result.groups] == [Decimal(120), Decimal(80), Decimal(100)]
    assert (result.main_total, result.additional_total) == (Decimal("100.00"), Decimal("8.00"))
    assert result.skp == Decimal("108.00")
    kept = old.show(NIPS["nurse"], 2021).papers[0]
    assert kept.record.paper.lines == lines
    assert kept.result == result


def test_a_paper_can_be_taken_out_and_put_back(settled, old):
    old.enter(NIPS["nurse"], replace(FIRST, behaviour_score=None, aspects={OldAspect.SERVICE: Decimal(80)}))
    changes = old.remove(NIPS["nurse"], 2021, OldPart.FIRST_HALF)
    assert old.count(OldYearQuery()) == 0
    settled.desk.upkeep.undo(changes.change_set_id)
    assert old.show(NIPS["nurse"], 2021).papers[0].record.paper.aspects == {OldAspect.SERVICE: Decimal(80)}


def test_recalculating_finds_nothing_new_and_its_digest_stays(old):
    old.enter(NIPS["nurse"], FIRST)
    old.enter(NIPS["clerk"], SECOND)
    first, second = old.recalculate(2021), old.recalculate(2021, keep=True)
    assert (first.count("same"), first.count("changed")) == (2, 0)
    assert first.digest == second.digest and len(first.digest) == 64
    assert second.changes.change_set_id == ""


def test_the_list_is_searched_and_says_where_the_paper_differs(old):
    old.enter(NIPS["nurse"], replace(FIRST, stated_score=Decimal("83.00"), stated_category=OldCategory.GOOD))
    old.enter(NIPS["clerk"], replace(FIRST, stated_score=Decimal(91)))
    lines = {line.nip: line for line in old.lines(OldYearQuery(2021))}
    assert not lines[NIPS["nurse"]].differs
    assert lines[NIPS["clerk"]].differs
    assert [line.nip for line in old.lines(OldYearQuery(2021, search="puspita"))] == [NIPS["clerk"]]
    assert old.lines(OldYearQuery(2020)) == ()


def test_every_row_of_an_imported_sheet_has_its_fate(settled, old, tmp_path):
    rows = [
        [NIPS["nurse"], "", "2021", "JANUARI-JUNI", "85", "80", "83", "BAIK"],
        [NIPS["nurse"], "", "2021", "JULI-DESEMBER", "102,8", "95", "", ""],
        [NIPS["clerk"], "", "2020", "", "90", "88", "91", "SANGAT BAIK"],
        [NIPS["clerk"], "", "2020", "", "90", "88", "", ""],
        [NIPS["pharmacist"], "", "2021", "", "90", "88", "", ""],
        [NIPS["pharmacist"], "", "2022", "SETAHUN", "90", "88", "", ""],
        [NIPS["head"], "", "2020", "", "abc", "88", "", ""],
        ["199999999999999999", "", "2020", "", "90", "88", "", ""],
        [NIPS["head"], "", "2020", "", "90", "", "", ""],
    ]
    path = write_csv(tmp_path / "lama.csv", HEADS, rows)
    rehearsal = old.import_papers(path, dry_run=True)
    assert rehearsal.counts.added == 4 and old.years() == ()
    outcome = old.import_papers(path)
    assert outcome.counts == rehearsal.counts
    assert (outcome.counts.read, outcome.counts.added, outcome.counts.refused) == (9, 4, 5)
    assert {fault.row: fault.code for fault in outcome.refused} == {
        5: "ASM-431",
        6: "IMP-223",
        7: "ASM-401",
        8: "IMP-221",
        9: "NIP-203",
    }
    assert {(fault.row, fault.code) for fault in outcome.remarks} == {(4, "ASM-421"), (4, "ASM-422"), (10, "ASM-408")}
    again = old.import_papers(path)
    assert (again.counts.same, again.counts.added, again.changes.change_set_id) == (4, 0, "")


def test_lines_of_an_skp_are_imported_and_join_their_paper(old, tmp_path):
    old.enter(NIPS["nurse"], SECOND)
    rows = [
        [NIPS["nurse"], "2021", "JULI-DESEMBER", "1", "Laporan bulanan", "KUANTITAS", "12", "", "13", ""],
        [NIPS["nurse"], "2021", "JULI-DESEMBER", "1", "Laporan bulanan", "KUALITAS", "", "", "", "BAIK"],
        [NIPS["clerk"], "2021", "JULI-DESEMBER", "1", "Arsip", "", "0", "", "5", ""],
        [NIPS["clerk"], "2021", "JULI-DESEMBER", "2", "Surat", "", "10", "", "10", ""],
    ]
    path = write_csv(tmp_path / "butir.csv", LINE_HEADS, rows)
    outcome = old.import_papers(path)
    assert (outcome.counts.added, outcome.counts.refused) == (2, 2)
    assert {fault.row: fault.code for fault in outcome.refused} == {4: "ASM-412", 5: "ASM-432"}
    paper = old.show(NIPS["nurse"], 2021).papers[0]
    assert paper.record.paper.skp_score is None
    assert paper.result.skp == Decimal("100.00")
    assert old.import_papers(path).counts.same == 2


def test_an_old_year_prints_as_own_sheets_and_an_incomplete_paper_is_named(settled, old, tmp_path):
    old.enter(NIPS["nurse"], FIRST)
    old.enter(NIPS["nurse"], SECOND)
    old.enter(NIPS["clerk"], replace(FIRST, behaviour_score=None))
    outcome = old.print(2021, Selection(), tmp_path)
    assert outcome.sheets == 1
    assert [(one.nip, one.code) for one in outcome.blocked] == [(NIPS["clerk"], "ASM-434")]
    assert settled.desk.documents.verify(Path(outcome.file.path)).finding.name == "CURRENT"
    again = old.print(2021, Selection(nip=NIPS["nurse"]), tmp_path)
    assert (again.sheets, again.blocked) == (1, ())
    with pytest.raises(UsageRefusal, match="ASM-433"):
        old.print(2019, Selection(), tmp_path)
    assert old.preview(NIPS["nurse"], 2021).startswith(b"%PDF")
