"""Who is to be guided after an appraisal and how far that is, and credit points; done once, refused once."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date

import pypdfium2
import pytest
from small_office import NIPS, YEAR, rating_row

from meritdesk.core.circumstances import RevisionReason
from meritdesk.core.confidential import Counselling
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.follow_up import CreditState, GuidanceState
from meritdesk.core.guidance import Coaching, CoachingGoal, CoachingStep, CompetencyEvaluation, CompetencyScore
from meritdesk.core.periods import parse_period
from meritdesk.services.execution.guidance import GuidanceDraft
from meritdesk.services.print_job import Selection

LATER = date(2026, 1, 9)
TALK = Coaching((CoachingGoal("Ketepatan laporan"),), (), "", (CoachingStep("Ketepatan laporan", "Jadwal"),))
MARKS = CompetencyEvaluation((CompetencyScore(4, "tepat waktu", technical="Laporan"),))


@contextmanager
def refused(code: str):
    with pytest.raises(UsageRefusal) as caught:
        yield
    assert caught.value.code == code


def text_of(data) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


# --- who is to be guided ----------------------------------------------------------------------------------------------


@pytest.fixture
def with_a_poor_year(planned):
    rows = [rating_row(NIPS["nurse"], Rating.BELOW, Rating.BELOW, "Bukti kurang")]
    planned.desk.assessment.import_ratings(planned.ratings_file(rows))
    planned.desk.assessment.close(YEAR)
    return planned


def person_id(office) -> str:
    return office.desk.register.show(NIPS["nurse"]).person.person_id


def only(office):
    (need,) = office.desk.follow_up.guidance.board(YEAR).needs
    return need


def test_whoever_is_rated_below_good_is_to_be_guided_and_nobody_else(with_a_poor_year):
    board = with_a_poor_year.desk.follow_up.guidance.board(YEAR)
    (need,) = board.needs
    assert (need.person.nip, need.predicate, need.state) == (NIPS["nurse"], Predicate.VERY_POOR, GuidanceState.MISSING)
    assert need.rater_name.startswith("Endang Lestari") and need.since == date(2026, 1, 1)
    assert board.closed > 1 and board.open == 0 and board.count(GuidanceState.MISSING) == 1
    assert not with_a_poor_year.desk.follow_up.guidance.board(YEAR, ["anywhere else"]).needs


def test_guidance_after_the_year_counts_and_that_of_the_year_itself_does_not(with_a_poor_year):
    guidance = with_a_poor_year.desk.execution.guidance
    who = person_id(with_a_poor_year)
    guidance.add(who, GuidanceDraft(date(2025, 6, 2), TALK, guide_name="Endang"))
    assert only(with_a_poor_year).state is GuidanceState.MISSING and only(with_a_poor_year).records == ()
    guidance.add(who, GuidanceDraft(LATER, TALK, guide_name="Endang"))
    assert only(with_a_poor_year).state is GuidanceState.GUIDED and only(with_a_poor_year).last_on == LATER
    guidance.add(who, GuidanceDraft(LATER, MARKS, guide_name="Endang"))
    assert only(with_a_poor_year).state is GuidanceState.EVALUATED


def test_an_adjustment_that_was_agreed_and_not_made_is_told(with_a_poor_year):
    agreed = Coaching((CoachingGoal("x"),), (), "", (CoachingStep("x", "y", adjusts_plan=True),))
    who = person_id(with_a_poor_year)
    with_a_poor_year.desk.execution.guidance.add(who, GuidanceDraft(LATER, agreed, guide_name="Endang"))
    assert [hint.code for hint in only(with_a_poor_year).hints] == ["V-54"]


def test_a_confidential_talk_is_neither_shown_nor_counted(with_a_poor_year):
    talk = Counselling("Agus", False, True, "Ruang", "Keterlambatan", "45 menit", "Tepat", "-")
    with_a_poor_year.desk.execution.confidential.add(person_id(with_a_poor_year), LATER, talk)
    assert only(with_a_poor_year).state is GuidanceState.MISSING and only(with_a_poor_year).records == ()


def test_before_anything_is_closed_nobody_is_on_the_list_and_the_board_says_how_many_are_open(planned):
    board = planned.desk.follow_up.guidance.board(YEAR)
    assert board.needs == () and board.closed == 0 and board.open > 0


def test_years_before_the_regulation_call_for_nothing(closed):
    with refused("ASM-110"):
        closed.desk.follow_up.guidance.board(parse_period("2021"))


# --- credit points ----------------------------------------------------------------------------------------------------


def test_a_functional_official_gets_the_conversion_of_his_closed_year(closed, tmp_path):
    outcome = closed.desk.follow_up.credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path)
    text = text_of(outcome.papers.file.path)
    for word in (
        "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT",
        "100 %",
        "25,00",
        "(4 = 2 x 3)",
        NIPS["nurse"],
        "Endang Lestari",
    ):
        assert word in text
    assert outcome.papers.numbers[0].startswith("AK/") and outcome.blocked == ()
    line = closed.desk.documents.lines()[0]
    assert line.nip == NIPS["nurse"]
    again = closed.desk.follow_up.credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path)
    assert again.papers.numbers == outcome.papers.numbers


def test_a_print_of_everybody_takes_functional_officials_and_leaves_the_others_out_in_silence(closed, tmp_path):
    outcome = closed.desk.follow_up.credit.print(2025, Selection(), tmp_path)
    assert outcome.sheets == 2 and outcome.blocked == ()


def test_the_sum_of_years_adds_up_and_a_missing_year_is_told(closed, tmp_path):
    credit = closed.desk.follow_up.credit
    outcome = credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path, since=2025)
    text = text_of(outcome.papers.file.path)
    assert "AKUMULASI ANGKA KREDIT" in text and "JUMLAH ANGKA KREDIT YANG DIPEROLEH" in text
    assert outcome.papers.numbers[0].startswith("AAK/")
    with refused("DOC-542"):
        credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path, since=2024)
    with refused("DOC-544"):
        credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path, since=2026)


def test_who_holds_no_functional_post_or_no_closed_year_gets_none(planned, tmp_path):
    credit = planned.desk.follow_up.credit
    with refused("DOC-543"):
        credit.print(2025, Selection(nip=NIPS["clerk"]), tmp_path)
    with refused("DOC-542"):
        credit.preview(2025, NIPS["nurse"])
    outcome = credit.print(2025, Selection(), tmp_path)
    assert (outcome.papers, {one.code for one in outcome.blocked}) == (None, {"DOC-542"})


def test_years_before_the_rule_have_no_credit_points(closed):
    with refused("ASM-110"):
        closed.desk.follow_up.credit.board(2022, Selection(nip=NIPS["nurse"]))


def entry(office, key: str = "nurse", since: int = 0):
    return next(one for one in office.desk.follow_up.credit.lines(2025, since=since) if one.person.nip == NIPS[key])


def test_the_list_says_whose_sheet_is_printed_and_whose_is_old(closed, tmp_path):
    credit = closed.desk.follow_up.credit
    assert entry(closed).state is CreditState.TO_PRINT and entry(closed).number == ""
    assert {one.person.position_kind.name for one in credit.lines(2025)} == {"JF"}
    printed = credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path).papers
    assert (entry(closed).state, entry(closed).number) == (CreditState.PRINTED, printed.numbers[0])
    assert entry(closed, since=2025).state is CreditState.TO_PRINT
    closed.desk.assessment.acts.reopen(NIPS["nurse"], YEAR, RevisionReason.NEW_EVIDENCE, "Bukti baru")
    assert entry(closed).state is CreditState.NOT_CLOSED and entry(closed).why.code == "DOC-542"
    rows = [rating_row(NIPS["nurse"], Rating.BELOW, Rating.MEETS, "Bukti baru")]
    closed.desk.assessment.import_ratings(closed.ratings_file(rows))
    closed.desk.assessment.close(YEAR)
    assert entry(closed).state is CreditState.OUTDATED
    again = credit.print(2025, Selection(), tmp_path, nips={NIPS["nurse"]})
    assert again.sheets == 1 and again.papers.numbers == printed.numbers
    assert entry(closed).state is CreditState.PRINTED


def test_a_cancelled_sheet_has_to_be_printed_again(closed, tmp_path):
    printed = closed.desk.follow_up.credit.print(2025, Selection(nip=NIPS["nurse"]), tmp_path).papers
    closed.desk.documents.cancel(printed.numbers[0], "Salah cetak")
    assert entry(closed).state is CreditState.TO_PRINT


def test_the_list_of_a_sum_that_would_begin_after_its_end_is_refused(closed):
    with refused("DOC-544"):
        closed.desk.follow_up.credit.lines(2025, since=2026)
