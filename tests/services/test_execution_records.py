"""Evidence, feedback, guidance, confidential records, action plans: each verb once done and once refused."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from small_office import NIPS, PASSPHRASE, YEAR, actual_rows, plan_rows

from meritdesk.bootstrap import open_desk
from meritdesk.core.agency_settings import PREFIX
from meritdesk.core.confidential import BehaviourProblem, Counselling
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation import Rating, SuggestedRating
from meritdesk.core.evidence import MEGABYTE, EvidenceFilter, EvidenceKind, EvidenceOwner, MediaKind
from meritdesk.core.execution import EarlierStep
from meritdesk.core.feedback import FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.guidance import (
    Coaching,
    CoachingStep,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
    MentoringGoal,
    Training,
)
from meritdesk.core.handover import AuditHead, PackageKind, Snapshot
from meritdesk.core.lines import RatingQuery
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.services.execution.evidence import Place
from meritdesk.services.execution.feedback import FeedbackDraft, draft_of
from meritdesk.services.execution.grid import GridQuery
from meritdesk.services.execution.guidance import GuidanceDraft
from meritdesk.services.handover.gathering import Gathering

QUARTER = parse_period("2025-TW4")
DAY = date(2025, 11, 3)
PDF = b"%PDF-1.7 laporan capaian"


@contextmanager
def refused(code: str, kind: type[Exception] = UsageRefusal):
    with pytest.raises(kind) as caught:
        yield
    assert caught.value.code == code


@pytest.fixture
def work(settled):
    """The desk, the nurse's id and her first indicator."""
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    person_id = settled.desk.register.show(NIPS["nurse"]).person.person_id
    line = settled.desk.execution.grid.lines(GridQuery(2025, person_ids=(person_id,))).lines[0]
    return settled, settled.desk.execution, person_id, line.indicator.indicator_id


def file(office, name: str, content: bytes = PDF):
    path = office.folder / name
    path.write_bytes(content)
    return path


def actual_place(person_id: str, indicator_id: str) -> Place:
    return Place(person_id, EvidenceOwner.ACTUAL, indicator_id, QUARTER)


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_a_file_is_attached_shown_and_written_out_again(work):
    office, execution, person_id, indicator_id = work
    added = execution.evidence.add(actual_place(person_id, indicator_id), file(office, "laporan.pdf"))
    assert (added.evidence.media, added.evidence.kind, added.hints) == (MediaKind.PDF, EvidenceKind.RESULT, ())
    assert execution.evidence.lines(EvidenceFilter(person_ids=(person_id,))) == (added.evidence,)
    assert execution.evidence.content(added.evidence.evidence_id) == (added.evidence, PDF)
    grid = execution.grid.lines(GridQuery(2025, person_ids=(person_id,)))
    assert grid.lines[0].cells[QUARTER.code].evidence == 1
    out = office.folder / "keluar"
    written = execution.evidence.export([added.evidence.evidence_id] * 2, out)
    assert [path.name for path in written] == ["laporan.pdf", "laporan (2).pdf"]
    assert {path.read_bytes() for path in written} == {PDF}


def test_the_same_file_at_the_same_place_is_attached_once(work):
    office, execution, person_id, indicator_id = work
    place = actual_place(person_id, indicator_id)
    first = execution.evidence.add(place, file(office, "laporan.pdf"))
    again = execution.evidence.add(place, file(office, "salinan.pdf"))
    assert (again.evidence, again.changes.change_set_id) == (first.evidence, "")
    assert len(execution.evidence.lines(EvidenceFilter())) == 1


def test_files_that_may_not_come_in_are_refused_before_anything_is_written(work):
    office, execution, person_id, indicator_id = work
    place = actual_place(person_id, indicator_id)
    with execution.around.store.writing(execution.around.actor, "test") as inside:
        inside.set_setting(f"{PREFIX}evidence_limit_megabytes", "1")
        inside.commit()
    assert execution.evidence.most_bytes() == MEGABYTE
    for name, content, code in (
        ("kosong.pdf", b"", "EXE-221"),
        ("besar.pdf", PDF + b"x" * MEGABYTE, "EXE-222"),
        ("foto.jpg", b"\xff\xd8\xff" + b"x" * MEGABYTE, "EXE-223"),
        ("laporan.exe", b"MZ", "EXE-224"),
    ):
        with refused(code):
            execution.evidence.add(place, file(office, name, content))
    with refused("EXE-225", FileRefusal):
        execution.evidence.add(place, office.folder / "tidak-ada.pdf")
    assert execution.evidence.check().looked_at == execution.evidence.check().unused == 0


def test_evidence_needs_a_place_that_exists(work):
    office, execution, person_id, indicator_id = work
    path = file(office, "laporan.pdf")
    clerk = office.desk.register.show(NIPS["clerk"]).person.person_id
    for place in (
        Place(person_id, EvidenceOwner.ACTUAL, indicator_id),
        actual_place(clerk, indicator_id),
        Place(person_id, EvidenceOwner.FEEDBACK, "x"),
        Place(person_id, EvidenceOwner.GUIDANCE, "x"),
        Place(person_id, EvidenceOwner.DOCUMENTATION, "x"),
        Place(person_id, EvidenceOwner.CONFIDENTIAL, "x"),
    ):
        with refused("EXE-227"):
            execution.evidence.add(place, path)
    for verb in (execution.evidence.content, execution.evidence.remove):
        with refused("EXE-226"):
            verb("x")


def test_an_attendance_list_asks_for_the_result_until_the_clerk_says_what_it_shows(work):
    office, execution, person_id, indicator_id = work
    added = execution.evidence.add(actual_place(person_id, indicator_id), file(office, "Daftar hadir.pdf"))
    assert [hint.code for hint in added.hints] == ["V-51"]
    execution.evidence.mark(added.evidence.evidence_id, EvidenceKind.RESULT, "Daftar peserta yang lulus")
    found = execution.evidence.lines(EvidenceFilter())[0]
    assert (found.kind, found.title) == (EvidenceKind.RESULT, "Daftar peserta yang lulus")
    assert "V-51" not in [hint.code for hint in execution.grid.hints(person_id, QUARTER)]


def test_what_is_taken_out_comes_back_by_undo(work):
    office, execution, person_id, indicator_id = work
    added = execution.evidence.add(actual_place(person_id, indicator_id), file(office, "laporan.pdf"))
    changes = execution.evidence.remove(added.evidence.evidence_id)
    assert execution.evidence.lines(EvidenceFilter()) == ()
    assert execution.evidence.check().unused == 1
    office.desk.upkeep.undo(changes.change_set_id)
    assert execution.evidence.content(added.evidence.evidence_id)[1] == PDF
    report = office.desk.upkeep.check()
    assert (report.is_sound, report.evidence_checked) == (True, 1)


def test_a_file_name_from_elsewhere_cannot_leave_the_folder(work):
    office, execution, person_id, indicator_id = work
    added = execution.evidence.add_content(actual_place(person_id, indicator_id), "../..\\jahat:1?.pdf", PDF)
    written = execution.evidence.export([added.evidence.evidence_id], office.folder / "keluar")
    assert written[0].parent == office.folder / "keluar"
    assert written[0].exists()


# --- feedback ---------------------------------------------------------------------------------------------------------


def draft(mark: FeedbackMark = FeedbackMark.POSITIVE, **more) -> FeedbackDraft:
    values = {"giver_name": "Endang", "result_number": 1, "evidence": "Laporan", **more}
    return FeedbackDraft(values.pop("given_on", DAY), FeedbackGiver.LEADER, values.pop("text", "Bagus"), mark, **values)


def test_feedback_is_logged_amended_and_withdrawn(work):
    office, execution, person_id, _ = work
    rater = office.desk.register.show(NIPS["nurse"]).rater
    logged = execution.feedback.add(person_id, draft(giver_id=rater.person_id, giver_name=""))
    assert (logged.entry.giver_name, logged.hints) == (rater.full_name, ())
    execution.feedback.add(person_id, draft(FeedbackMark.NEGATIVE, rhythm=FeedbackRhythm.SCHEDULED))
    execution.feedback.add(person_id, draft(result_number=0, behaviour=BehaviourValue.LOYAL, evidence=""))
    log = execution.feedback.log(person_id, QUARTER)
    assert (log.tally.positive, log.tally.total, log.hints) == (1, 2, ())
    assert sorted(line.result_number for line in log.lines) == [0, 1, 1]
    assert [hint.code for line in log.lines for hint in line.hints] == ["V-53"]
    line = next(one for one in log.lines if one.entry.entry_id == logged.entry.entry_id)
    execution.feedback.amend(logged.entry.entry_id, replace(draft_of(line), mark=FeedbackMark.NEUTRAL))
    assert execution.feedback.log(person_id, QUARTER).tally.positive == 0
    execution.feedback.withdraw(logged.entry.entry_id, "salah orang")
    assert execution.feedback.log(person_id, QUARTER).tally.total == 1


def test_feedback_that_says_nothing_about_anything_is_refused(work):
    _, execution, person_id, _ = work
    for wrong, code in (
        (draft(text=" "), "EXE-231"),
        (draft(result_number=0), "EXE-232"),
        (draft(behaviour=BehaviourValue.LOYAL), "EXE-232"),
        (draft(result_number=9), "EXE-233"),
        (draft(given_on=date(2027, 1, 1)), "EXE-235"),
        (draft(giver_id="x"), "USE-102"),
    ):
        with refused(code):
            execution.feedback.add(person_id, wrong)
    with refused("EXE-234"):
        execution.feedback.amend("x", draft())
    with refused("EXE-234"):
        execution.feedback.withdraw("x")
    with refused("USE-102"):
        execution.feedback.log("x", QUARTER)


def test_a_file_is_enough_to_ground_feedback(work):
    office, execution, person_id, _ = work
    logged = execution.feedback.add(person_id, draft(evidence=""))
    assert [hint.code for hint in logged.hints] == ["V-53"]
    place = Place(person_id, EvidenceOwner.FEEDBACK, logged.entry.entry_id)
    execution.evidence.add(place, file(office, "laporan.pdf"))
    line = execution.feedback.log(person_id, QUARTER).lines[0]
    assert (line.files, line.hints) == (1, ())


def test_feedback_holds_the_suggestion_back_in_grid_card_rating_and_closing(planned):
    desk = planned.desk
    nip = NIPS["nurse"]
    desk.execution.import_actuals(planned.actuals_file(actual_rows(nip, "95")))
    person_id = desk.register.show(nip).person.person_id

    def suggested():
        line = next(one for one in desk.assessment.grid(RatingQuery("2025", 2025)) if one.person_id == person_id)
        return line.suggested, desk.assessment.show(nip, YEAR).suggestion.rating

    assert suggested() == (SuggestedRating.ABOVE, SuggestedRating.ABOVE)
    desk.execution.feedback.add(person_id, draft(FeedbackMark.NEUTRAL))
    assert suggested() == (SuggestedRating.MEETS, SuggestedRating.MEETS)
    desk.assessment.rate(person_id, YEAR, Rating.MEETS, Rating.MEETS)
    desk.assessment.close(YEAR)
    final = desk.assessment.show(nip, YEAR).evaluation
    assert final.suggested is SuggestedRating.MEETS
    assert "SUG-FEEDBACK-HOLDS" in [reason.code for reason in final.explanation]


# --- guidance ---------------------------------------------------------------------------------------------------------

COACHING = Coaching(steps=(CoachingStep("Persentase layanan", "Jemput bola", True),))


def test_guidance_of_every_kind_is_kept_and_shown(work):
    _, execution, person_id, _ = work
    coaching = execution.guidance.add(person_id, GuidanceDraft(DAY, COACHING, guide_name="Endang"))
    assert [hint.code for hint in coaching.hints] == ["V-54"]
    for body in (
        Mentoring(goals=(MentoringGoal("Analisis data"),)),
        Training("Diklat"),
        GuidanceFeedback("Didengar"),
        CompetencyEvaluation((CompetencyScore(4, technical="SQL"),)),
    ):
        name = "" if isinstance(body, GuidanceFeedback) else "Endang"
        kept = execution.guidance.add(person_id, GuidanceDraft(DAY, body, guide_name=name))
        assert execution.guidance.show(kept.record.record_id) == kept.record
    assert len(execution.guidance.lines(person_id, 2025)) == 5
    assert execution.guidance.lines(person_id, 2024) == ()
    assert [hint.code for hint in execution.guidance.hints(person_id)] == ["V-54"]
    settled = Coaching(opportunity="Dua petugas baru")
    amended = execution.guidance.amend(coaching.record.record_id, GuidanceDraft(DAY, settled, guide_name="Endang"))
    assert amended.hints == execution.guidance.hints(person_id) == ()


def test_guidance_without_content_guide_or_scale_is_refused(work):
    _, execution, person_id, _ = work
    for wrong, code in (
        (GuidanceDraft(DAY, Coaching(), guide_name="Endang"), "EXE-246"),
        (GuidanceDraft(DAY, Training(" "), guide_name="Endang"), "EXE-246"),
        (GuidanceDraft(DAY, COACHING), "EXE-244"),
        (GuidanceDraft(DAY, CompetencyEvaluation((CompetencyScore(6),)), guide_name="Endang"), "EXE-243"),
        (GuidanceDraft(date(2027, 1, 1), COACHING, guide_name="Endang"), "EXE-235"),
        (GuidanceDraft(DAY, GuidanceFeedback("Baik"), follows="x"), "EXE-242"),
    ):
        with refused(code):
            execution.guidance.add(person_id, wrong)
    kept = execution.guidance.add(person_id, GuidanceDraft(DAY, COACHING, guide_name="Endang"))
    with refused("EXE-247"):
        execution.guidance.amend(kept.record.record_id, GuidanceDraft(DAY, Training("x"), guide_name="Endang"))
    with refused("EXE-242"):
        execution.guidance.show("x")


# --- confidential -----------------------------------------------------------------------------------------------------


@contextmanager
def as_person(office, name: str):
    """The same store, opened by somebody else."""
    office.desk.execution.around.store.close()
    with open_desk(office.folder / "store", PASSPHRASE, name, lambda: office.moment[0]) as desk:
        yield desk


def test_only_named_people_read_a_confidential_record_and_each_opening_is_journaled(work):
    office, execution, person_id, _ = work
    kept = execution.confidential.add(person_id, DAY, Counselling("Psikolog", subject="Keluarga"), ["Bu Konselor"])
    record_id = kept.record.record_id
    place = Place(person_id, EvidenceOwner.CONFIDENTIAL, record_id)
    proof = execution.evidence.add(place, file(office, "catatan.pdf")).evidence
    opened = execution.confidential.open(record_id)
    assert opened.record == kept.record
    with as_person(office, "Orang Lain") as other:
        assert other.execution.confidential.lines() == ()
        assert other.execution.evidence.lines(EvidenceFilter()) == ()
        for verb in (
            lambda: other.execution.confidential.open(record_id),
            lambda: other.execution.confidential.open("unknown"),
            lambda: other.execution.confidential.amend(record_id, DAY, Counselling("x")),
            lambda: other.execution.confidential.allow(record_id, ["Orang Lain"]),
            lambda: other.execution.evidence.content(proof.evidence_id),
            lambda: other.execution.evidence.add(place, file(office, "lain.pdf", b"%PDF-2")),
        ):
            with refused("EXE-241"):
                verb()
    with as_person(office, "bu konselor") as reader:
        assert [line.record_id for line in reader.execution.confidential.lines(person_id)] == [record_id]
        seen = reader.execution.confidential.open(record_id)
        assert sorted(one.opened_by for one in seen.openings) == ["bu konselor", "penguji"]
        assert reader.upkeep.journal()[0].verb == "execution.confidential.open"
        with refused("EXE-241"):
            reader.execution.confidential.allow(record_id, ["Orang Lain"])


def test_the_author_names_and_takes_back_readers(work):
    _, execution, person_id, _ = work
    kept = execution.confidential.add(person_id, DAY, Counselling("Psikolog"), ["A"])
    execution.confidential.allow(kept.record.record_id, ["B", " B ", ""])
    assert execution.confidential.lines(person_id)[0].readers == ("B",)


def test_a_behaviour_report_goes_to_hr_only_with_talk_and_proof(work):
    _, execution, person_id, _ = work
    problem = BehaviourProblem("Sering terlambat", expectation="Hadir tepat waktu", others_too=False)
    kept = execution.confidential.add(person_id, DAY, problem)
    assert [hint.code for hint in kept.hints] == ["V-57"]
    with refused("V-57"):
        execution.confidential.amend(kept.record.record_id, DAY, replace(problem, reported_on=DAY))
    proof = execution.feedback.add(person_id, draft(FeedbackMark.NEGATIVE)).entry.entry_id
    whole = replace(problem, told_on=DAY, feedback_ids=(proof,), reported_on=DAY, reported_to="Kepala Bagian SDM")
    amended = execution.confidential.amend(kept.record.record_id, DAY, whole)
    assert amended.hints == ()
    for wrong, code in ((BehaviourProblem(" "), "EXE-246"), (Counselling("x"), "EXE-247")):
        with refused(code):
            execution.confidential.amend(kept.record.record_id, DAY, wrong)
    with refused("EXE-246"):
        execution.confidential.add(person_id, DAY, Counselling(" "))


def test_an_untrained_rater_as_counsellor_is_told(work):
    _, execution, person_id, _ = work
    kept = execution.confidential.add(person_id, DAY, Counselling("Endang", is_rater=True))
    assert [hint.code for hint in kept.hints] == ["V-58"]


def test_a_package_for_the_region_knows_nothing_of_confidential_records_or_files(planned):
    desk = planned.desk
    person_id = desk.register.show(NIPS["nurse"]).person.person_id

    def content() -> Snapshot:
        with desk.execution.around.store.reading() as inside:
            snapshot = Gathering.of(desk.execution.around, inside, YEAR, PackageKind.EXPORT).whole()
        return replace(snapshot, audit_head=AuditHead(0, ""))

    before = content()
    desk.execution.confidential.add(person_id, DAY, Counselling("Psikolog rahasia"))
    assert content() == before
    assert "Psikolog rahasia" not in repr(content())


# --- action plan, documentation, take-over ----------------------------------------------------------------------------


def test_steps_and_documentation_stand_under_their_result(work):
    office, execution, person_id, _ = work
    execution.action_plan.set_steps(person_id, 2025, 1, [("Menyusun jadwal ", DAY), ("Melaksanakan", None)])
    line, _ = execution.action_plan.document(person_id, 1, DAY, "Jadwal terbit", 1, "SK")
    execution.evidence.add(
        Place(person_id, EvidenceOwner.DOCUMENTATION, line.documentation_id), file(office, "jadwal.pdf")
    )
    first, second = execution.action_plan.show(person_id, 2025)
    assert [(step.number, step.text) for step in first.steps] == [(1, "Menyusun jadwal"), (2, "Melaksanakan")]
    assert first.documentation == (line,)
    assert second.steps == second.documentation == ()
    execution.action_plan.set_steps(person_id, 2025, 1, [])
    assert execution.action_plan.show(person_id, 2025)[0].steps == ()


def test_steps_and_documentation_that_do_not_fit_are_refused(work):
    _, execution, person_id, _ = work
    with refused("EXE-251"):
        execution.action_plan.set_steps(person_id, 2025, 1, [(" ", None)])
    with refused("EXE-233"):
        execution.action_plan.set_steps(person_id, 2025, 7, [("Ada", None)])
    with refused("EXE-252"):
        execution.action_plan.document(person_id, 1, DAY, "Terbit", 3)
    with refused("EXE-246"):
        execution.action_plan.document(person_id, 1, DAY, " ")
    with refused("EXE-235"):
        execution.action_plan.document(person_id, 1, date(2027, 1, 1), "Terbit")
    with refused("PLN-101"):
        execution.action_plan.show(person_id, 2023)


def test_a_result_is_taken_over_only_with_a_note_and_the_evaluation_tells_it(planned):
    desk = planned.desk
    person_id = desk.register.show(NIPS["nurse"]).person.person_id
    with refused("V-55"):
        desk.execution.action_plan.take_over(person_id, 1, DAY, " ")
    taken = desk.execution.action_plan.take_over(person_id, 1, DAY, "Tidak ada kemajuan")
    assert [hint.code for hint in taken.hints] == ["V-56"]
    assert taken.takeover.taken_by_name == desk.register.show(NIPS["nurse"]).rater.full_name
    calm = desk.execution.action_plan.take_over(
        person_id, 2, DAY, "Sakit lama", taken_by_name="Kepala", earlier=[EarlierStep.GUIDANCE, EarlierStep.GUIDANCE]
    )
    assert (calm.hints, calm.takeover.earlier) == ((), (EarlierStep.GUIDANCE,))
    desk.assessment.close(YEAR)
    codes = [reason.code for reason in desk.assessment.show(NIPS["nurse"], YEAR).explanation]
    assert codes.count("EXE-TAKEN-OVER") == 2
