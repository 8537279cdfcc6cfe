"""What is seen and said during the year comes back as it went in; files are kept once, and damage is found."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
import store_samples as sample
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from store_samples import ACTOR, NOW

from meritdesk.core.access import Role
from meritdesk.core.confidential import BehaviourProblem, ConfidentialRecord, Counselling, Opening
from meritdesk.core.evidence import Evidence, EvidenceFilter, EvidenceKind, EvidenceOwner, MediaKind
from meritdesk.core.execution import ActionStep, Documentation, EarlierStep, TakeOver
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver, FeedbackMark, FeedbackRhythm, feedback_tallies
from meritdesk.core.guidance import (
    Coaching,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    GuidanceRecord,
    Mentoring,
    MentoringGoal,
    Training,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.store.restoring import restore_store
from meritdesk.store.tables import evidence_file

DAY = date(2025, 11, 3)
QUARTER = parse_period("2025-TW4")


def save(store, change):
    with store.writing(ACTOR, "test") as work:
        change(work)
        return work.commit()


def no_step(done: int, total: int) -> None:
    pass


def piece(number: int, digest: str, owner_id: str = "i-2-1") -> Evidence:
    return Evidence(
        f"ev-{number}", "p-2", EvidenceOwner.ACTUAL, owner_id, digest, f"laporan {number}.pdf", 4, MediaKind.PDF,
        EvidenceKind.RESULT, "Laporan", QUARTER.code, NOW, "Sari",
    )  # fmt: skip


def attach(store, number: int, content: bytes, owner_id: str = "i-2-1"):
    def change(work):
        work.evidence.save([replace(piece(number, work.evidence.keep(content), owner_id), size=len(content))])

    return save(store, change)


def test_action_plans_and_take_overs_come_back_as_they_went_in(store):
    steps = (ActionStep("r1", 1, "Menyusun jadwal", DAY), ActionStep("r1", 2, "Melaksanakan"))
    line = Documentation("d1", "r1", DAY, "Jadwal terbit", 1, "SK jadwal")
    taken = TakeOver("t1", "p-2", "r1", DAY, "Tidak ada kemajuan", "p-1", "", (EarlierStep.RESOURCES,))

    def change(work):
        work.action_plans.save_steps("r1", steps)
        work.action_plans.save_documentation([line])
        work.action_plans.save_takeovers([taken])

    assert save(store, change).nouns == {"action_plans", "takeovers"}
    with store.reading() as work:
        assert work.action_plans.steps(["r1", "r2"]) == steps
        assert work.action_plans.documentation(["r1"]) == (line,)
        assert work.action_plans.takeovers() == work.action_plans.takeovers(["p-2"]) == (taken,)
        assert work.action_plans.takeovers(["p-3"]) == ()
    save(store, lambda work: work.action_plans.save_steps("r1", steps[:1]))
    with store.reading() as work:
        assert work.action_plans.steps(["r1"]) == steps[:1]


ENTRY = FeedbackEntry(
    "f1", "p-2", DAY, FeedbackGiver.LEADER, "Endang", "Bagus", FeedbackMark.POSITIVE, "p-1",
    FeedbackRhythm.SCHEDULED, result_id="r1", evidence="Laporan", is_requested=True,
)  # fmt: skip
ENTRIES = (
    ENTRY,
    replace(ENTRY, entry_id="f2", mark=FeedbackMark.NEGATIVE, giver=FeedbackGiver.OTHER, giver_id=""),
    replace(ENTRY, entry_id="f3", result_id="", behaviour=BehaviourValue.LOYAL),
    replace(ENTRY, entry_id="f4", given_on=date(2025, 9, 30)),
    replace(ENTRY, entry_id="f5", person_id="p-3", mark=FeedbackMark.NEUTRAL),
)


def test_feedback_comes_back_and_the_database_counts_like_the_core(store):
    save(store, lambda work: work.feedback.save(ENTRIES))
    with store.reading() as work:
        assert sorted(work.feedback.of(), key=lambda entry: entry.entry_id) == list(ENTRIES)
        assert {entry.entry_id for entry in work.feedback.of(["p-3"])} == {"f5"}
        assert work.feedback.by_id("f3") == ENTRIES[2]
        assert work.feedback.by_id("f9") is None
        for period in (QUARTER, parse_period("2025"), parse_period("2024")):
            assert work.feedback.tallies(period) == {
                person_id: tally for person_id, tally in feedback_tallies(ENTRIES, period).items() if tally.total
            }
        assert set(work.feedback.tallies(QUARTER, ["p-3"])) == {"p-3"}
    save(store, lambda work: work.feedback.remove(["f1"]))
    with store.reading() as work:
        assert work.feedback.by_id("f1") is None


@pytest.mark.parametrize(
    "body",
    [
        Coaching(steps=(CoachingStep("Indikator", "Jemput bola", True),), opportunity="Dua petugas"),
        Mentoring(goals=(MentoringGoal("Analisis data", "3 bulan"),)),
        Training("Diklat kepemimpinan", "BKPSDM", True, DAY, "Lulus"),
        GuidanceFeedback("Didengar", "Tepat", "Terbantu"),
        CompetencyEvaluation(
            (CompetencyScore(4, "Jujur", Competency.INTEGRITY), CompetencyScore(3, "", None, "SQL")), "Magang"
        ),
    ],
)
def test_every_record_of_guidance_comes_back_with_its_form(store, body):
    record = GuidanceRecord("g1", "p-2", DAY, body, "p-1", "", "Ruang rapat", "g0")
    assert save(store, lambda work: work.guidance.save([record])).nouns == {"guidance"}
    with store.reading() as work:
        assert work.guidance.of() == work.guidance.of(["p-2"]) == (record,)
        assert work.guidance.by_id("g1") == record
        assert work.guidance.by_id("g2") is None


def test_confidential_records_come_back_with_whoever_opened_them(store):
    problem = ConfidentialRecord("c1", "p-2", DAY, BehaviourProblem("Terlambat", told_on=DAY), "Endang", ("Sari",))
    talk = ConfidentialRecord("c2", "p-2", DAY, Counselling("Psikolog", subject="Keluarga"), "Endang")
    opening = Opening("o1", "c1", "Sari", Role.OPERATOR, "PC01", NOW)
    save(store, lambda work: (work.confidential.save([problem, talk]), work.confidential.note_opening(opening)))
    with store.reading() as work:
        assert work.confidential.of(["p-2"]) == (problem, talk)
        assert work.confidential.by_id("c2") == talk
        assert work.confidential.openings("c1") == (opening,)
        assert work.confidential.openings("c2") == ()


def test_cleared_actuals_go_and_the_others_stay(filled):
    with filled.reading() as work:
        first, second = work.actuals.of_period(sample.YEAR).values()
    save(filled, lambda work: work.actuals.remove([first]))
    with filled.reading() as work:
        assert work.actuals.of_indicators([first.indicator_id, second.indicator_id]) == (second,)


def files(store) -> int:
    with store.reading() as work:
        return work._rows.connection.execute(select(func.count()).select_from(evidence_file)).scalar_one()


def test_the_same_file_under_two_results_is_stored_once(store):
    attach(store, 1, b"%PDF-isi")
    attach(store, 2, b"%PDF-isi", "i-2-2")
    attach(store, 3, b"%PDF-lain")
    assert files(store) == 2
    with store.reading() as work:
        assert [one.evidence_id for one in work.evidence.of(EvidenceFilter(owner_ids=("i-2-2",)))] == ["ev-2"]
        assert len(work.evidence.of(EvidenceFilter(person_ids=("p-2",), owner=EvidenceOwner.ACTUAL))) == 3
        assert work.evidence.of(EvidenceFilter(person_ids=("p-2",), period="2024")) == ()
        found = work.evidence.by_id("ev-2")
        assert work.evidence.content(found.sha256) == b"%PDF-isi"
        assert work.evidence.content("0" * 64) is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(contents=st.lists(st.binary(min_size=1, max_size=64), min_size=1, max_size=6))
def test_as_many_files_are_kept_as_there_are_different_contents(store, contents):
    with store.writing(ACTOR, "test") as work:
        digests = [work.evidence.keep(content) for content in contents]
        assert digests == [hashlib.sha256(content).hexdigest() for content in contents]
        assert len(set(digests)) == len(set(contents))
        assert all(work.evidence.content(digest) == content for digest, content in zip(digests, contents, strict=True))
        kept = work._rows.connection.execute(select(func.count()).select_from(evidence_file)).scalar_one()
        assert kept == len(set(contents))


def spoil(store, digest: str, data: bytes | None) -> None:
    """Change a file past the program, as a disk does."""
    with store.writing(ACTOR, "spoil") as work:
        statement = (
            evidence_file.delete().where(evidence_file.c.sha256 == digest)
            if data is None
            else update(evidence_file).where(evidence_file.c.sha256 == digest).values(data=data)
        )
        work._rows.connection.execute(statement)
        work._rows.connection.commit()


def test_a_missing_and_a_damaged_file_are_found_and_counted(store):
    for number, content in ((1, b"satu"), (2, b"dua"), (3, b"tiga"), (4, b"dua")):
        attach(store, number, content)
    assert store.check(no_step).is_sound
    spoil(store, hashlib.sha256(b"satu").hexdigest(), None)
    spoil(store, hashlib.sha256(b"dua").hexdigest(), b"dva")
    with store.reading() as work:
        assert work.evidence.content(hashlib.sha256(b"dua").hexdigest()) is None
        found = work.evidence.check(no_step)
    assert (found.looked_at, found.sound, found.missing, found.damaged) == (4, 1, ("ev-1",), ("ev-2", "ev-4"))
    report = store.check(no_step)
    assert not report.is_sound
    assert (report.evidence_checked, report.evidence_missing, report.evidence_damaged) == (
        4, ("ev-1",), ("ev-2", "ev-4"),
    )  # fmt: skip


def test_attaching_the_original_again_heals_a_damaged_file(store):
    attach(store, 1, b"isi asli")
    spoil(store, hashlib.sha256(b"isi asli").hexdigest(), b"isi rusak")
    attach(store, 2, b"isi asli")
    assert store.check(no_step).is_sound
    assert files(store) == 1


def test_what_is_taken_out_leaves_its_file_so_that_it_can_come_back(store):
    attach(store, 1, b"isi")
    changes = save(store, lambda work: work.evidence.remove(["ev-1"]))
    with store.reading() as work:
        found = work.evidence.check(no_step)
    assert (found.looked_at, found.unused, found.bytes_kept) == (0, 1, 3)
    save(store, lambda work: work.journal.undo(changes.change_set_id))
    assert store.check(no_step).is_sound


@pytest.mark.file
def test_files_are_unreadable_in_store_and_backup_and_come_back_with_it(store, tmp_path):
    content = b"Surat keputusan rahasia " * 400
    attach(store, 1, content)
    backup = store.backup(tmp_path, no_step)
    store.close()
    for path in (store.path, backup):
        assert b"Surat keputusan rahasia" not in path.read_bytes()
    target = tmp_path / "pc lain"
    restore_store(backup, target, clock=sample.clock, passphrase=sample.PASSPHRASE)
    with sample.opened(target) as restored, restored.reading() as work:
        assert work.evidence.content(hashlib.sha256(content).hexdigest()) == content
        assert work.evidence.check(no_step).is_sound
