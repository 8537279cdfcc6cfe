"""The SKP editor through the desk: saved whole, fixed, signed, revised, compared, copied, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from small_office import NIPS, plan_rows

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, JobClass, PlanState, Target
from meritdesk.core.plan_compare import Change, PlanField, only_changes
from meritdesk.core.plan_copying import CopyMode
from meritdesk.core.plan_library import LibraryEntry, LibraryKind
from meritdesk.core.plan_parts import AssignmentBasis, IndicatorManual, PlanOccasion, StudyLevel, StudyTerms, Workblock
from meritdesk.core.plan_signing import PlanStage, Signer
from meritdesk.services.planning.copying import CopyOrder

NURSE, CLERK, HEAD = NIPS["nurse"], NIPS["clerk"], NIPS["head"]


def refusal(call) -> str:
    with pytest.raises(UsageRefusal) as refused:
        call()
    return refused.value.code


@pytest.fixture
def spring(settled):
    """The office in February 2025, with nobody's plan made yet."""
    settled.moment[0] = datetime(2025, 2, 3, 8, 0, tzinfo=UTC)
    return settled


def complete(plan):
    """What a clerk types into an empty plan until nothing blocks it."""
    first = plan.results[0]
    measure = replace(
        first.indicators[0],
        text="Persentase pasien yang terlayani sesuai standar",
        target=Target("80-90 %", Decimal(80), Decimal(90), "%"),
        aspect=Aspect.QUANTITY,
    )
    result = replace(
        first, text="Pasien terlayani dengan cepat dan ramah", parent_text="Pelayanan meningkat", indicators=(measure,)
    )
    return replace(
        plan,
        results=(result,),
        expectations={BehaviourValue.SERVICE: ("Menyapa setiap pasien",)},
        resources=("Dua petugas",),
        accountability=("Dilaporkan setiap bulan dengan laporan layanan",),
        consequences=("Memenuhi ekspektasi: penghargaan",),
    )


def saved(office, nip=NURSE):
    opened = office.desk.planning.editor.open(nip, 2025)
    return office.desk.planning.editor.save(complete(opened.plan), opened.stamp)


def test_an_empty_plan_is_offered_and_saved_with_everything_it_may_say(spring):
    editor = spring.desk.planning.editor
    opened = editor.open(NURSE, 2025)
    assert (opened.stamp, opened.stage, opened.rater.nip) == ("", PlanStage.DRAFT, NIPS["bidang"])
    assert opened.plan.results[0].assigned_by == "KEPALA BIDANG PELAYANAN"
    assert {found.hint.code for found in opened.check.blocking} >= {"V-11", "V-19", "V-28"}
    rich = replace(
        complete(opened.plan),
        contract="PK-1/2025",
        needs_manuals=True,
        study=StudyTerms(StudyLevel.BACHELOR, True, None, None, Decimal("3.5")),
        workblocks=(Workblock("w1", "Strategi", routine_activities=("a", "b")),),
    )
    part = replace(rich.results[0].indicators[0], manual=IndicatorManual("Tujuan", formula="a / b"))
    rich = replace(rich, results=(replace(rich.results[0], basis=AssignmentBasis.CROSS_UNIT, indicators=(part,)),))
    first = editor.save(rich, "")
    assert first.plan == replace(rich, results=first.plan.results)
    again = editor.open(NURSE, 2025)
    assert (again.plan, again.stamp) == (first.plan, first.stamp)
    assert editor.by_id(first.plan.plan_id).plan == first.plan
    assert editor.save(again.plan, again.stamp).changes.change_set_id == ""


def test_two_people_at_one_plan_never_overwrite_each_other(spring):
    editor = spring.desk.planning.editor
    plan = saved(spring)
    editor.save(replace(plan.plan, contract="A"), plan.stamp)
    assert refusal(lambda: editor.save(replace(plan.plan, contract="B"), plan.stamp)) == "PLN-216"
    assert editor.open(NURSE, 2025).plan.contract == "A"
    assert refusal(lambda: editor.save(replace(plan.plan, plan_id="new"), "")) == "PLN-217"


def test_a_plan_is_fixed_when_nothing_blocks_then_signed_and_a_change_makes_a_new_version(spring):
    editor = spring.desk.planning.editor
    empty = editor.open(NURSE, 2025)
    draft = editor.save(empty.plan, "")
    assert refusal(lambda: editor.fix(draft.plan.plan_id)) == "PLN-215"
    full = editor.save(complete(draft.plan), draft.stamp)
    assert refusal(lambda: editor.sign(full.plan.plan_id, Signer.RATEE)) == "PLN-212"
    fixed = editor.fix(full.plan.plan_id, date(2025, 1, 30))
    assert (fixed.plan.state, fixed.plan.fixed_on) == (PlanState.FIXED, date(2025, 1, 30))
    assert refusal(lambda: editor.fix(full.plan.plan_id)) == "PLN-211"
    editor.sign(fixed.plan.plan_id, Signer.RATEE, date(2025, 1, 30))
    signed = editor.sign(fixed.plan.plan_id, Signer.RATER, date(2025, 1, 31))
    assert signed.plan.is_signed
    assert refusal(lambda: editor.sign(fixed.plan.plan_id, Signer.RATER, date(2025, 3, 1))) == "PLN-213"
    changed = editor.save(replace(signed.plan, resources=("Tiga petugas",)), signed.stamp, "petugas bertambah")
    assert (changed.plan.version, changed.plan.state, changed.plan.is_signed) == (2, PlanState.DRAFT, False)
    kept = editor.open(NURSE, 2025).versions
    assert [(version.plan, version.reason) for version in kept] == [(signed.plan, "petugas bertambah")]
    lines = only_changes(editor.compare(changed.plan.plan_id))
    assert [(line.field, line.old, line.new, line.change) for line in lines] == [
        (PlanField.RESOURCES, "Dua petugas", "Tiga petugas", Change.CHANGED)
    ]
    assert refusal(lambda: editor.compare(changed.plan.plan_id, 7)) == "PLN-228"


def test_a_revision_keeps_what_was_signed_and_can_be_undone(spring):
    editor = spring.desk.planning.editor
    fixed = editor.fix(saved(spring).plan.plan_id)
    assert refusal(lambda: editor.remove(fixed.plan.plan_id)) == "PLN-220"
    revised = editor.revise(fixed.plan.plan_id, "indikator berubah")
    assert (revised.plan.version, revised.plan.state) == (2, PlanState.DRAFT)
    assert refusal(lambda: editor.revise(fixed.plan.plan_id, "lagi")) == "PLN-214"
    spring.desk.upkeep.undo(revised.changes.change_set_id)
    back = editor.open(NURSE, 2025)
    assert (back.plan, back.versions) == (fixed.plan, ())


def test_a_draft_can_be_taken_out_again(spring):
    editor = spring.desk.planning.editor
    plan = saved(spring)
    editor.remove(plan.plan.plan_id)
    assert editor.open(NURSE, 2025).stamp == ""
    assert refusal(lambda: editor.remove(plan.plan.plan_id)) == "PLN-101"


def test_a_closed_year_keeps_its_plan(closed):
    editor = closed.desk.planning.editor
    opened = editor.open(NURSE, 2025)
    assert opened.is_closed
    assert refusal(lambda: editor.save(replace(opened.plan, resources=("x",)), opened.stamp)) == "PLN-105"
    assert refusal(lambda: editor.revise(opened.plan.plan_id, "x")) == "PLN-105"


def test_somebody_who_moved_gets_a_second_plan_and_the_grid_counts_the_new_one(spring):
    editor = spring.desk.planning.editor
    first = editor.fix(saved(spring).plan.plan_id)
    assert refusal(lambda: editor.begin(NURSE, 2025, Approach.QUANTITATIVE)) == "PLN-217"
    assert refusal(lambda: editor.begin(NURSE, 2025, Approach.QUANTITATIVE, date(2025, 1, 1))) == "PLN-218"
    begun = editor.begin(NURSE, 2025, Approach.QUALITATIVE, date(2025, 8, 1), "PERAWAT AHLI MADYA")
    assert (begun.plan.occasion, begun.plan.post) == (PlanOccasion.NEW_POST, "PERAWAT AHLI MADYA")
    second = editor.save(complete(begun.plan), "")
    assert editor.open(NURSE, 2025, date(2025, 7, 31)).plan == first.plan
    assert editor.open(NURSE, 2025).plan == second.plan
    assert spring.desk.planning.show(NURSE, 2025).plan == second.plan


def test_what_is_typed_survives_without_being_saved_and_stands_in_no_journal(spring):
    editor = spring.desk.planning.editor
    opened = editor.open(NURSE, 2025)
    before = len(spring.desk.upkeep.journal(0, 100))
    editor.keep_draft(complete(opened.plan), opened.stamp)
    editor.keep_draft(replace(complete(opened.plan), contract="PK"), opened.stamp)
    assert len(spring.desk.upkeep.journal(0, 100)) == before
    (draft, person), *others = editor.drafts()
    assert (draft.plan.contract, person.nip, others) == ("PK", NURSE, [])
    assert editor.open(NURSE, 2025).draft == draft
    editor.save(draft.plan, draft.stamp)
    assert editor.drafts() == ()
    editor.keep_draft(draft.plan, "x")
    editor.drop_draft(draft.plan.plan_id)
    assert editor.open(NURSE, 2025).draft is None


def test_the_check_of_everybody_says_who_has_no_plan_and_whose_blocks(spring):
    saved(spring)
    lines = {line.nip: line for line in spring.desk.planning.editor.check_all(2025)}
    assert (lines[NURSE].stage, lines[NURSE].errors) == (PlanStage.DRAFT, ())
    assert (lines[CLERK].stage, lines[CLERK].warnings) == (None, ("V-02",))
    assert NIPS["resting"] not in lines
    assert refusal(lambda: spring.desk.planning.editor.open(NIPS["resting"], 2025)) == "PLN-233"
    assert refusal(lambda: spring.desk.planning.editor.open("1" * 18, 2025)) == "USE-102"


def test_only_a_waivable_rule_is_set_aside_and_only_with_name_and_reason(spring):
    editor = spring.desk.planning.editor
    plan_id = saved(spring).plan.plan_id
    assert refusal(lambda: editor.waive(plan_id, "V-19", "Sri", "sudah dibahas")) == "VAL-101"
    assert refusal(lambda: editor.waive(plan_id, "V-03", "Sri", " ")) == "VAL-102"
    assert editor.waive(plan_id, "V-03", "Sri Hartati", "kembali aktif bulan depan").changes.change_set_id
    assert editor.open(NURSE, 2025).waived == {"V-03"}


def test_a_plan_is_copied_to_many_seen_first_and_taken_back_in_one_step(spring):
    copying = spring.desk.planning.copying
    saved(spring)
    order = CopyOrder([CLERK, NIPS["pharmacist"], NIPS["resting"], "1" * 18, NURSE], 2025, 2025, NURSE)
    seen = copying.preview(order)
    assert seen.counts == {"read": 5, "added": 2, "changed": 0, "same": 0, "refused": 3}
    assert [line.code for line in seen.lines if line.state == "refused"] == ["PLN-233", "USE-102", "PLN-234"]
    assert spring.desk.planning.editor.open(CLERK, 2025).stamp == ""
    done = copying.copy(order)
    assert done.counts == seen.counts
    copy = spring.desk.planning.editor.open(CLERK, 2025).plan
    assert (copy.state, copy.results[0].text) == (PlanState.DRAFT, "Pasien terlayani dengan cepat dan ramah")
    spring.desk.upkeep.undo(done.changes.change_set_id)
    assert spring.desk.planning.editor.open(CLERK, 2025).stamp == ""
    assert refusal(lambda: copying.copy(CopyOrder([CLERK], 2025, 2025, HEAD))) == "PLN-224"
    assert refusal(lambda: copying.preview(CopyOrder([CLERK], 2025, 2025, "1" * 18))) == "USE-102"


def test_last_years_plan_is_copied_and_old_years_in_the_text_are_counted(spring):
    editor, copying = spring.desk.planning.editor, spring.desk.planning.copying
    plan = saved(spring)
    editor.save(replace(plan.plan, resources=("Anggaran 2025",)), plan.stamp)
    outcome = copying.copy(CopyOrder([NURSE, CLERK], 2026, 2025))
    assert [(line.state, line.code, line.old_year_mentions) for line in outcome.lines] == [
        ("added", "", 1),
        ("refused", "PLN-224", 0),
    ]
    copy = editor.open(NURSE, 2026)
    assert (copy.plan.starts, copy.plan.results[0].parent_text) == (date(2026, 1, 1), "Pelayanan meningkat")
    more = copying.copy(CopyOrder([NURSE], 2026, 2025, mode=CopyMode.APPEND))
    assert [line.state for line in more.lines] == ["changed"]
    assert len(editor.open(NURSE, 2026).plan.results) == 2
    editor.fix(editor.open(NURSE, 2026).plan.plan_id)
    assert copying.preview(CopyOrder([NURSE], 2026, 2025)).lines[0].code == "PLN-223"


def test_the_library_ships_examples_and_takes_the_offices_own(spring):
    library = spring.desk.planning.library
    shipped = library.entries()
    assert len(shipped) >= 50 and all(entry.is_shipped and entry.source for entry in shipped)
    assert library.entries("pengaduan cepat", LibraryKind.RESULT, JobClass.JA_JF)
    plan = saved(spring)
    library.add_result(plan.plan.plan_id, 1, "pasien")
    assert not library.add_result(plan.plan.plan_id, 1).change_set_id, "nothing new is said"
    (own,) = library.entries("pasien terlayani")
    assert own.topic == "pasien", "the same words are the same example"
    assert (own.is_shipped, own.result.indicators[0].aspect) == (False, Aspect.QUANTITY)
    library.add(LibraryEntry("", LibraryKind.RESOURCES, " Mobil dinas "))
    assert library.entries("mobil")[0].text == "Mobil dinas"
    library.remove(own.entry_id)
    assert library.entries("pasien terlayani") == ()
    assert refusal(lambda: library.remove(own.entry_id)) == "PLN-225"
    assert refusal(lambda: library.remove(shipped[0].entry_id)) == "PLN-226"
    assert refusal(lambda: library.add(LibraryEntry("", LibraryKind.RESOURCES, " "))) == "PLN-235"
    assert refusal(lambda: library.add_result(plan.plan.plan_id, 9)) == "PLN-225"


def test_an_import_keeps_what_a_plan_file_does_not_know_and_the_version_before(spring):
    rows = plan_rows(NURSE)
    spring.desk.planning.import_plans(spring.plans_file(rows))
    editor = spring.desk.planning.editor
    opened = editor.open(NURSE, 2025)
    editor.sign(opened.plan.plan_id, Signer.RATEE)
    rows[0] = replace(rows[0], indicator="Persentase layanan lain")
    spring.desk.planning.import_plans(spring.plans_file(rows))
    after = editor.open(NURSE, 2025)
    assert (after.plan.version, after.plan.ratee_signed_on) == (2, None)
    assert [kept.plan.version for kept in after.versions] == [1]
