"""Teams across agencies, boxes and indices that were fixed, the national memory and what the window keeps: both stores.

Each comes back as it went in, from the file and from a server alike, and what is not asked for stays out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from store_samples import ACTOR

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.drafts import Draft
from meritdesk.core.evaluation import PackRef, Rating, Reason
from meritdesk.core.feedback import FeedbackMark
from meritdesk.core.national import NationalFact, NationalMemory
from meritdesk.core.periods import parse_period
from meritdesk.core.problems import Call, CallAnswer, Member, Problem, ProblemKind, Task
from meritdesk.core.professionalism import IndexCategory, IndexDimension, KeptIndex
from meritdesk.core.saved_views import SavedView
from meritdesk.core.talent import ListedPerson, ListKind, PotentialLevel, TalentBox, TalentList
from meritdesk.core.team_work import GuestFeedback, TeamAbroad
from meritdesk.core.word_for_word import TableWords
from meritdesk.core.work_record import ItemFate, WorkFate, WorkItem, WorkRecord

YEAR, MARCH = parse_period("2025"), parse_period("2025-03")
DAY, NOON = date(2025, 3, 4), datetime(2025, 4, 2, 5, 0, tzinfo=UTC)
PACKS = (PackRef("talent-2020", "d"),)
WHY = (Reason("TAL-BOX", "PermenPANRB 3/2020", {"box": "9"}),)
PROBLEM = Problem(
    "k-1", "MSL-2025-0001", ProblemKind.PROJECT, "Antrean loket", "u-2", DAY, date(2025, 6, 30), "panjang", "u-2",
    "p-1", "800/1", DAY, result="Antrean di bawah 10 menit",
    calls=(Call("u-3", DAY, "data", DAY, CallAnswer.JOINS, "siap"), Call("u-1", DAY)),
    members=(
        Member("p-2", "u-3", AssignmentMode.APPOINTED, DAY, "hukum", DAY, "h-2"),
        Member("3311:199001012015011001", "", agency_code="3311", agency_name="Sukoharjo", nip="199001012015011001",
               name="Tamu"),
    ),
    tasks=(Task("t-1", "Ukur", "p-2", date(2025, 4, 1), DAY, "lembar ukur"), Task("t-2", "Uji", "p-1", NOON.date())),
)  # fmt: skip


def save(store, change, agency=""):
    with store.writing(ACTOR, "test", agency_code=agency) as work:
        change(work)
        return work.commit()


def test_a_problem_comes_back_with_calls_members_and_tasks(filled):
    dropped = replace(PROBLEM, problem_id="k-2", number="MSL-2024-0009", opened_on=date(2024, 2, 1), calls=(),
                      members=(), tasks=(), dropped_on=date(2024, 3, 1), why_dropped="selesai sendiri")  # fmt: skip
    assert save(filled, lambda work: work.problems.save([PROBLEM, dropped])).nouns == {"problems"}
    with filled.reading() as work:
        assert work.problems.by_number("MSL-2025-0001") == PROBLEM and work.problems.by_number("x") is None
        assert work.problems.opened_between(date(2025, 1, 1), date(2025, 12, 31)) == (PROBLEM,)
        assert work.problems.opened_between(date(2024, 1, 1), date(2024, 12, 31)) == (dropped,)
    fewer = replace(PROBLEM, calls=PROBLEM.calls[1:], tasks=(), solved_on=date(2025, 5, 2), solution="mesin antrean")
    save(filled, lambda work: work.problems.save([fewer]))
    with filled.reading() as work:
        assert work.problems.by_ids(["k-1", "unknown"]) == (fewer,)


def test_a_problem_takes_a_number_that_nobody_else_gets(filled):
    numbers = []
    for _ in range(2):
        save(filled, lambda work: numbers.append(work.problems.reserve(2025)))
    assert numbers[1] == numbers[0] + 1


def test_teams_across_agencies_pass_on_what_each_side_says(filled):
    said = GuestFeedback(
        "s-1", "k-1", "3311:199001012015011001", DAY, "Ketua tim", "Ani", FeedbackMark.POSITIVE, "baik"
    )
    away = TeamAbroad("k-9", "p-2", "MSL-2025-0009", "3311", "Sukoharjo", "Dinas", "Budi", "Judul", "Hasil", "800/2",
                      DAY, date(2025, 9, 1), starts=DAY, duty="hukum", consent_on=DAY, result_id="h-2")  # fmt: skip

    def write(work):
        work.problems.save([PROBLEM])
        work.problems.save_guest_feedback([said])
        work.problems.save_abroad([away])

    save(filled, write)
    with filled.reading() as work:
        assert work.problems.guest_feedback(["k-1"]) == (said,) and work.problems.guest_feedback(["x"]) == ()
        assert work.problems.abroad() == work.problems.abroad(["p-2"]) == (away,)
        assert work.problems.abroad(["p-1"]) == ()
        for_them = work.problems.words_for("3311")
        (team,) = for_them.teams
        assert (team.problem_id, team.nip, team.host_code) == ("k-1", "199001012015011001", "3372")
        assert (team.host_unit, team.lead_name) == ("Bagian Umum", "Dr. Ngurah, M.Si.")
        assert [(one.entry_id, one.nip, one.mark) for one in for_them.said] == [
            ("s-1", team.nip, FeedbackMark.POSITIVE)
        ]
        (answer,) = for_them.answers
        assert (answer.problem_id, answer.consent_on, answer.result_id) == ("k-9", DAY, "h-2")
        for_us = work.problems.words_for("3372")
        assert (for_us.teams, for_us.said, for_us.answers) == ((), (), ()), "an agency hears nothing of its own"


def test_fixed_boxes_and_certified_lists_come_back(filled):
    box = TalentBox("p-1", 2025, 9, PotentialLevel.HIGH, Rating.ABOVE, Decimal("91.25"), WHY, PACKS, DAY)
    line = ListedPerson("p-1", "198503122010011001", "Ngurah", "Analis", "Umum", "III/c", 9, True, WHY, ())
    made = TalentList("l-1", "CALON-2025-001", ListKind.SUCCESSION, "Kepala Bagian", 2025, NOON, "sari",
                      {"unit": "u-2"}, PACKS, 4, "f", "d", (line,))  # fmt: skip
    save(filled, lambda work: (work.talent.save_boxes([box]), work.talent.save_list(made)))
    with filled.reading() as work:
        assert work.talent.boxes(2025) == (box,) and work.talent.boxes(2024) == ()
        assert work.talent.lists() == (made,)
        assert work.talent.list_by_number("CALON-2025-001") == made and work.talent.list_by_number("x") is None


def test_a_fixed_index_comes_back_with_the_reason_of_every_dimension(filled):
    index = KeptIndex(
        "p-2", 2025, {one: Decimal(10 + place) for place, one in enumerate(IndexDimension)}, Decimal("86.00"),
        IndexCategory.HIGH, tuple((one, WHY[0]) for one in IndexDimension), PACKS, DAY,
    )  # fmt: skip
    save(filled, lambda work: work.talent.save_indices([index]))
    with filled.reading() as work:
        assert work.talent.indices(2025) == (index,) and work.talent.indices(2026) == ()


def test_what_the_national_system_was_told_comes_back_and_numbers_are_never_given_twice(filled):
    written = {NationalFact.NIP: "198503122010011001", NationalFact.NAME: "Ngurah"}
    one = NationalMemory("p-1", YEAR, "b-1", written, NOON)
    save(filled, lambda work: work.national.save([one, replace(one, person_id="p-2", period=MARCH, batch="b-2")]))
    uploaded = replace(one, told=written, told_at=NOON, told_by="sari", written={})
    save(filled, lambda work: work.national.save([uploaded]))
    with filled.reading() as work:
        assert tuple(work.national.of_period(YEAR)) == (uploaded,) == work.national.of_batch("b-1")
        assert [found.person_id for found in work.national.of_period(MARCH)] == ["p-2"]
    numbers = []
    save(filled, lambda work: numbers.extend((work.national.next_number(2025), work.national.next_number(2025))))
    assert numbers[1] == numbers[0] + 1


def test_words_that_stand_are_remembered_until_somebody_writes_otherwise(filled):
    said = TableWords("d" * 64, 4, {"pegawai.csv": (4, {"n": "4"})})
    save(filled, lambda work: (work.set_setting("x", "1"), work.words.remember(YEAR, {"pegawai": said})))
    with filled.reading() as work:
        assert work.words.standing(YEAR) == {"pegawai": said}
        assert work.words.count("pegawai", YEAR) == 4
        assert work.words.keys("pegawai", YEAR) == {"p-1", "p-2", "p-3", "p-4"}
    save(filled, lambda work: work.people.save([replace(work.people.by_ids(["p-1"])["p-1"], name="Baru")]))
    with filled.reading() as work:
        assert work.words.standing(YEAR) == {}


def test_what_the_window_keeps_is_each_persons_own_and_stands_in_no_journal(filled):
    draft = Draft("feedback", "p-1", "Ngurah", (("text", "lama"),), (("text", "baru"),), NOON)
    view = SavedView("register", "Bagian Umum", ("NAME",), (("unit", ("u-2",)),), (("NAME", True),), "ngu")
    record = WorkRecord("w-1", "Impor", NOON, NOON, WorkFate.DONE, 2, 2, counts={ItemFate.DONE: 2})
    items = (WorkItem("baris 2", "Ngurah", ItemFate.DONE), WorkItem("baris 3", "Ayu", ItemFate.DONE, "X", {"a": "1"}))
    before = head(filled)

    def write(work):
        work.drafts.keep("sari", draft)
        work.drafts.keep("sari", replace(draft, typed=(("text", "terbaru"),)))
        work.memory.keep("sari", "place", "register")
        work.memory.keep("sari", "place", "planning")
        work.saved_views.save("sari", view)
        for place in range(3):
            work.work_records.note("sari", replace(record, work_id=f"w-{place}",
                                                   began=NOON.replace(minute=place)), items, 2)  # fmt: skip

    save(filled, write)
    with filled.reading() as work:
        (kept,) = work.drafts.of_owner("sari")
        assert kept == work.drafts.one("sari", "feedback", "p-1") and kept.typed == (("text", "terbaru"),)
        assert work.drafts.of_owner("ani") == () and work.drafts.one("ani", "feedback", "p-1") is None
        assert (work.memory.recall("sari", "place"), work.memory.recall("ani", "place")) == ("planning", "")
        assert work.saved_views.of("sari", "register") == (view,) and work.saved_views.of("ani", "register") == ()
        assert [one.work_id for one in work.work_records.of_owner("sari", 9)] == ["w-2", "w-1"], "only the latest stay"
        assert work.work_records.items("sari", "w-2") == items and work.work_records.items("sari", "w-0") is None
    assert head(filled) == before
    save(filled, lambda work: (work.drafts.drop("sari", "feedback", "p-1"),
                               work.saved_views.remove("sari", "register", "Bagian Umum")))  # fmt: skip
    with filled.reading() as work:
        assert work.drafts.of_owner("sari") == () == work.saved_views.of("sari", "register")


def head(store):
    with store.reading() as work:
        return work.journal.head()
