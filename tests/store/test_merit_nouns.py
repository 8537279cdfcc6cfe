"""What the merit system around the appraisal keeps comes back as it went in, from the file and from a server alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from store_samples import ACTOR

from meritdesk.core.allowance_rules import PayScheme
from meritdesk.core.attendance import Absence, DayMarks, MachineId
from meritdesk.core.budget import BudgetMonth
from meritdesk.core.discipline import Sanction, SanctionKind, SanctionLevel
from meritdesk.core.evaluation import PackRef, Reason
from meritdesk.core.merit import GivenLevel, MeritAssessment
from meritdesk.core.moves import Origin, Transfer, TransferWay
from meritdesk.core.pay import PaidMonth, PayRecap, PayRow, PaySlip, PayState
from meritdesk.core.people import LegalStatus
from meritdesk.core.periods import parse_period
from meritdesk.core.rotation import RotationCase
from meritdesk.core.scoring.allowance import PayLine, PaySource
from meritdesk.core.summaries import AbsenceNote, SanctionCount, SurveyFigure
from meritdesk.core.survey import ItemGroup, RoundState, SurveyAsk, SurveyKind, SurveyRound, SurveySheet, Voice
from meritdesk.core.talent import PotentialScore, ScoreKind, Training, TrainingKind
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeClosing, TimeKind

MARCH, YEAR = parse_period("2025-03"), parse_period("2025")
DAY, NOON = date(2025, 3, 4), datetime(2025, 4, 2, 5, 0, tzinfo=UTC)
PACK = PackRef("pack-2025", "d")


def save(store, change):
    with store.writing(ACTOR, "test") as work:
        change(work)
        return work.commit()


def test_budgets_sanctions_and_what_travels_of_them_come_back(filled):
    month = BudgetMonth("u-1", MARCH, Decimal("1000000.50"), Decimal("900000"), "kas")
    sanction = Sanction("s-1", "p-1", SanctionKind.ORAL_WARNING, "1/2025", DAY, DAY, "Kepala", "Terlambat", "sari")
    note = AbsenceNote(2025, "p-1", 4, 2, SanctionLevel.LIGHT, "ORAL_WARNING", 3, DAY)
    count, group = SanctionCount(2025, SanctionLevel.LIGHT, 2), next(iter(ItemGroup))
    figure = SurveyFigure("r-1", "u-1", "i-1", SurveyKind.PULSE, "Denyut", 2025, group, "x", 9, Decimal("3.25"))

    def write(work):
        work.budgets.save([month])
        work.discipline.save([sanction])
        work.summaries.save_absence_notes(2025, [note])
        work.summaries.save_sanction_counts([count])
        work.summaries.save_survey_figures([figure])

    save(filled, write)
    with filled.reading() as work:
        assert work.budgets.of_year(2025) == (month,)
        assert work.discipline.of(["p-1"]) == work.discipline.of() == (sanction,)
        assert work.discipline.by_id("s-1") == sanction and work.discipline.by_id("x") is None
        assert work.summaries.absence_notes(2025) == (note,)
        assert work.summaries.sanction_counts() == (count,)
        assert work.summaries.survey_figures(2025) == work.summaries.survey_figures() == (figure,)
    save(filled, lambda work: (work.budgets.remove([month]), work.summaries.save_absence_notes(2025, [])))
    with filled.reading() as work:
        assert work.budgets.of_year(2025) == () == work.summaries.absence_notes(2025)


def test_questionnaires_come_back(filled):
    one = SurveyRound("r-1", SurveyKind.REVIEW, "360", 2025, DAY, 3, 2, 5, True)
    ask = SurveyAsk("r-1", "p-1", "p-2", next(iter(Voice)))
    sheet = SurveySheet("r-1", "A1", "p-1", ask.voice, {"i-1": 4}, {"i-1": 5}, "baik")
    save(filled, lambda work: (work.surveys.save_round(one), work.surveys.save_asks([ask]),
                               work.surveys.save_sheets([sheet])))  # fmt: skip
    closed = replace(one, state=list(RoundState)[-1], closed_on=DAY)
    save(filled, lambda work: work.surveys.save_round(closed))
    with filled.reading() as work:
        assert work.surveys.rounds() == (closed,) and work.surveys.round("r-1") == closed
        assert work.surveys.round("x") is None
        assert work.surveys.asks("r-1") == (ask,) and work.surveys.sheets("r-1") == (sheet,)


def test_a_recap_of_pay_comes_back_with_its_slips_and_what_was_paid(filled):
    row = PayRow("p-1", "198503122010011001", "Ani", "u-1", "Dinas", "Analis", "III/c", PayState.PAID,
                 Decimal("100"), Decimal("-1"), Decimal("-2"), Decimal("0"), Decimal("97"))  # fmt: skip
    slip = PaySlip(row, (PayLine(Decimal("97"), Reason("PAY-1", "Perwali", {"x": "1"}), next(iter(PaySource)), "k"),))
    paid = PaidMonth(MARCH, "p-1", 1, Decimal("100"), Decimal("3"), Decimal("97"))

    def write(work):
        digest = work.pay.digest([slip])
        recap = PayRecap("c-1", MARCH, 1, PayScheme.TPP, "pack", "d", NOON, "sari", 1, Decimal("100"), Decimal("97"),
                         digest)  # fmt: skip
        work.pay.save_recap(recap)
        work.pay.put_slips("c-1", [slip])
        work.pay.save_paid([paid])

    save(filled, write)
    with filled.reading() as work:
        (recap,) = work.pay.recaps(MARCH)
        assert work.pay.recaps() == (recap,) and recap.net == Decimal("97")
        assert work.pay.rows("c-1") == (row,)
        assert work.pay.slips("c-1") == work.pay.slips("c-1", ["p-1"]) == (slip,)
        assert work.pay.paid(MARCH) == (paid,)
        assert work.pay.predicates([YEAR, MARCH]) is not None
    save(filled, lambda work: work.pay.sweep_slips())
    with filled.reading() as work:
        assert work.pay.slips("c-1") == (slip,), "slips of a recap that stands are not swept"


def test_talent_merit_and_rotation_come_back(filled):
    training = Training("t-1", "p-1", TrainingKind.TECHNICAL, "Excel", DAY, 20)
    score = PotentialScore("p-1", next(iter(ScoreKind)), DAY, Decimal("81.5"), "asesmen")
    merit, level = MeritAssessment("m-1", 2025, PACK, Decimal("3.5"), violations=1), GivenLevel("A.1", 3, "ada SK")
    case = RotationCase("k-1", "001/2025", "u-1", "Kepala Bidang", "III.b", DAY)

    def write(work):
        work.trainings.save([training])
        work.potentials.save([score])
        work.merit.save([merit])
        work.merit.save_levels("m-1", [level])
        assert work.rotations.reserve(2025) + 1 == work.rotations.reserve(2025)
        work.rotations.save([case])

    save(filled, write)
    with filled.reading() as work:
        assert work.trainings.of(["p-1"]) == work.trainings.of() == (training,)
        assert work.trainings.by_id("t-1") == training
        assert work.potentials.of() == (score,)
        assert work.merit.all() == work.merit.of_year(2025) == (merit,) and work.merit.levels("m-1") == (level,)
        assert work.merit.files("m-1") == ()
        assert work.rotations.all() == (case,) and work.rotations.by_number("001/2025") == case
    save(filled, lambda work: (work.trainings.remove(["t-1"]), work.potentials.remove([score]),
                               work.merit.remove_level("m-1", "A.1")))  # fmt: skip
    with filled.reading() as work:
        assert work.trainings.of() == () == work.potentials.of() == work.merit.levels("m-1")


def test_books_of_working_time_come_back(filled):
    marks = {"p-1": [DayMarks(4, 450, 960), DayMarks(5, code="S")]}
    batch = TimeBatch("b-1", next(iter(BatchKind)), ("2025-03",), "mesin.csv", 1, 2, "d")
    absence = Absence("a-1", "p-1", "S", DAY, date(2025, 3, 6), "SK/1", DAY, "demam")
    machine = MachineId("0042", "p-1", DAY, "mesin.csv")
    closing = TimeClosing(MARCH, TimeKind.ATTENDANCE, date(2025, 4, 1), "sari", 1, "d")

    def write(work):
        assert work.time_books.save_marks("b-1", MARCH, marks) == 1, "one person"
        work.time_books.add_batch(batch)
        work.time_books.save_absences([absence])
        work.time_books.save_machine_ids([machine])
        work.time_books.close(closing)

    save(filled, write)
    with filled.reading() as work:
        books = work.time_books
        assert {day: (one.came, one.left, one.code) for day, one in books.marks(MARCH)["p-1"].items()} == {
            4: (450, 960, ""), 5: (None, None, "S"),
        }  # fmt: skip
        assert set(books.known_days(MARCH)) == {"p-1"} and books.last_known_day(MARCH) == 5
        assert [one.batch_id for one in books.batches()] == ["b-1"]
        assert books.absences(DAY, DAY, ["p-1"]) == books.absences(DAY, DAY) == (absence,)
        assert books.absence("a-1") == absence and books.machine_ids() == {"0042": machine}
        assert books.closing(MARCH, TimeKind.ATTENDANCE) == closing and books.closings(2025) == (closing,)
        assert books.digest_of(MARCH, TimeKind.ATTENDANCE)[0] == 1
        assert books.log_sums(MARCH) == {}


def test_moves_and_who_made_a_record_come_back(filled):
    move = Transfer("t-1", TransferWay.IN, "p-1", "198503122010011001", "Ani", "7101", "Lain", DAY, "SK/1", None,
                    LegalStatus.ACTIVE, "Analis", "", "pkg-1", "sari", NOON)  # fmt: skip
    made = Origin("rencana", "k-1", "7101", "Lain", "t-1")
    save(filled, lambda work: (work.transfers.save([move]), work.transfers.mark([made])))
    with filled.reading() as work:
        assert work.transfers.all() == (move,)
        assert [one for _, one in work.transfers.said()] == [move]
        assert work.transfers.origins([("rencana", "k-1")]) == {("rencana", "k-1"): made}
        assert work.transfers.records_of(["p-1"], {"rencana": ["k-1"]}) is not None
