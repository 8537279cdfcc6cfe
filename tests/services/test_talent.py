"""Talent map, index, merit and rotation on a small city: each verb done once and refused once."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from small_office import NIPS, YEAR, write_csv

from meritdesk.core.discipline import Sanction, SanctionKind
from meritdesk.core.education import EducationLevel
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.merit import GivenLevel, MeritFigure, MeritScheme
from meritdesk.core.people import PositionKind
from meritdesk.core.professionalism import IndexDimension
from meritdesk.core.rotation import RotationState, SearchCriteria
from meritdesk.core.talent import Movement, PotentialScore, ScoreKind, Training, TrainingKind
from meritdesk.parting import held_by
from meritdesk.resources import resource

SCORE_HEADS = ["NIP", "NAMA", "TANGGAL ASESMEN", "NILAI POTENSI", "NILAI KOMPETENSI", "LEMBAGA PENILAI"]
TRAINING_HEADS = ["NIP", "JENIS PELATIHAN", "NAMA PELATIHAN", "TANGGAL PELATIHAN", "JP", "NOMOR SERTIFIKAT"]


@contextmanager
def refused(code: str, kind=UsageRefusal):
    with pytest.raises(kind) as caught:
        yield
    assert caught.value.code == code


def text_of(data) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


def entry_of(office, name):
    return next(one for one in office.desk.follow_up.talent.map(2025).entries if one.person.nip == NIPS[name])


@pytest.fixture
def measured(closed):
    """The year is closed and the assessment centre has been there."""
    rows = [
        [NIPS["bidang"], "Endang Lestari", "01-06-2025", "85", "80", "PPK Provinsi"],
        [NIPS["nurse"], "Joko Widagdo", "01-06-2025", "70", "", "PPK Provinsi"],
        [NIPS["clerk"], "Sari Puspita", "01-06-2025", "40", "50", "PPK Provinsi"],
    ]
    file = write_csv(closed.folder / "asesmen.csv", SCORE_HEADS, rows)
    assert closed.desk.follow_up.potentials.import_file(file).counts.added == 3
    return closed


# --- registers --------------------------------------------------------------------------------------------------------


def test_trainings_come_from_a_spreadsheet_and_a_second_import_changes_nothing(settled):
    rows = [
        [NIPS["nurse"], "Teknis", "Pelayanan Prima", "12-03-2025", "24", "SRT/1"],
        [NIPS["nurse"], "SEMINAR", "Keselamatan Pasien", "2025-04-01", "", ""],
        ["199901012020011001", "Teknis", "Asing", "12-03-2025", "24", ""],
        [NIPS["clerk"], "Berkuda", "Salah jenis", "12-03-2025", "24", ""],
        [NIPS["clerk"], "Teknis", "Besok", "12-03-2099", "24", ""],
        [NIPS["nurse"], "Teknis", "pelayanan  PRIMA", "12-03-2025", "24", ""],
    ]
    file = write_csv(settled.folder / "latih.csv", TRAINING_HEADS, rows)
    found = settled.desk.follow_up.trainings.import_file(file)
    assert (found.counts.added, found.counts.refused) == (2, 4)
    assert {fault.code for fault in found.refused} == {"USE-102", "IMP-222", "TAL-112", "TAL-116"}
    again = settled.desk.follow_up.trainings.import_file(file)
    assert (again.counts.same, again.counts.added, again.changes.change_set_id) == (2, 0, "")
    assert [line.training.hours for line in settled.desk.follow_up.trainings.lines(NIPS["nurse"])] == [0, 24]
    with refused("IMP-204", FileRefusal):
        settled.desk.follow_up.potentials.import_file(file)


def test_a_training_is_entered_changed_and_taken_out_by_hand(settled):
    register = settled.desk.follow_up.trainings
    entry = Training("", "", TrainingKind.TECHNICAL, " Arsip ", date(2025, 2, 3), 30, "A-1", "BPSDM")
    register.add(NIPS["clerk"], entry)
    (line,) = register.lines(NIPS["clerk"])
    assert (line.training.title, line.training.hours) == ("Arsip", 30)
    with refused("TAL-114"):
        register.add(NIPS["clerk"], entry)
    with refused("TAL-111"):
        register.add(NIPS["clerk"], replace(entry, title=" "))
    with refused("TAL-113"):
        register.change(replace(line.training, hours=-1))
    register.change(replace(line.training, hours=40))
    assert register.lines(year=2025)[0].training.hours == 40
    register.remove([line.training.training_id])
    assert register.lines() == ()
    with refused("TAL-115"):
        register.remove([line.training.training_id])
    with refused("TAL-115"):
        register.change(line.training)


def test_results_of_the_centre_are_entered_corrected_and_taken_out(settled):
    register = settled.desk.follow_up.potentials
    one = PotentialScore("", ScoreKind.POTENTIAL, date(2025, 5, 1), Decimal("72.5"), "PPK")
    register.enter(NIPS["nurse"], one)
    register.enter(NIPS["nurse"], replace(one, points=Decimal(75)))
    register.enter(NIPS["nurse"], replace(one, measured_on=date(2024, 5, 1), points=Decimal(60)))
    assert [(line.score.points, line.is_newest) for line in register.lines(NIPS["nurse"])] == [(75, True), (60, False)]
    for code, wrong in (
        ("TAL-121", replace(one, points=Decimal(101))),
        ("TAL-122", replace(one, measured_on=date(2099, 1, 1))),
        ("TAL-123", replace(one, source=" ")),
    ):
        with refused(code):
            register.enter(NIPS["nurse"], wrong)
    score = register.lines(NIPS["nurse"])[0].score
    register.remove([score])
    with refused("TAL-124"):
        register.remove([score])


# --- the map ----------------------------------------------------------------------------------------------------------


def test_everybody_stands_on_the_map_with_reasons_or_is_told_what_is_missing(measured):
    bidang, head = entry_of(measured, "bidang"), entry_of(measured, "head")
    assert bidang.box == 8 and bidang.movement is Movement.NEW and "Rotasi/Perluasan jabatan" in bidang.recommendation
    assert [one.code for one in bidang.placement.reasons][-1] == "TAL-BOX"
    assert head.box == 0 and head.placement.missing[0].code == "TAL-NO-PART"
    assert entry_of(measured, "nurse").box == 5 and entry_of(measured, "clerk").box == 2
    found = measured.desk.follow_up.talent.map(2025)
    assert sum(found.counts.values()) == len(found.entries) and found.counts[8] == 1


def test_fixed_boxes_stay_as_they_were_until_they_are_fixed_again(measured):
    talent = measured.desk.follow_up.talent
    fixed = talent.fix(2025)
    assert (fixed.fixed, fixed.kept) == (3, 0)
    measured.desk.follow_up.potentials.enter(
        NIPS["nurse"], PotentialScore("", ScoreKind.POTENTIAL, date(2025, 9, 1), Decimal(95), "PPK")
    )
    assert entry_of(measured, "nurse").box == 5 and entry_of(measured, "nurse").is_fixed
    assert talent.fix(2025).kept == 3
    assert talent.fix(2025, again=True).fixed == 3 and entry_of(measured, "nurse").box == 8


def test_nobody_can_be_fixed_before_anything_is_known(settled):
    with refused("TAL-101"):
        settled.desk.follow_up.talent.fix(2025)


def test_a_sanction_lowers_the_axis_and_the_index(measured):
    before = entry_of(measured, "bidang").placement.points
    person = measured.desk.register.show(NIPS["bidang"]).person
    sanction = Sanction(
        "", person.person_id, SanctionKind.PAY_CUT_6, "SK/9", date(2025, 3, 1), date(2025, 3, 1), "Wali Kota", "Alasan",
        "",
    )  # fmt: skip
    measured.desk.follow_up.discipline.add(sanction)
    assert entry_of(measured, "bidang").placement.points == before - Decimal("9.00")  # 0,15 x (100 - 40)
    shown = measured.desk.follow_up.index.show(NIPS["bidang"], 2025)
    assert shown.score.points[IndexDimension.DISCIPLINE] == 2


def test_a_search_is_kept_with_how_it_was_made_and_can_be_made_again(measured):
    talent = measured.desk.follow_up.talent
    criteria = SearchCriteria(boxes=frozenset({5, 8}), least_grade="III/b")
    found = talent.search(2025, criteria)
    assert [one.nip for one in found.lines] == [NIPS["bidang"], NIPS["nurse"]]
    kept = talent.keep(2025, criteria, "Calon pelatihan kepemimpinan")
    assert kept.number.endswith("/2025/0001") and kept.looked_at == found.looked_at
    assert talent.retrace(kept.number).is_same
    measured.desk.follow_up.potentials.enter(
        NIPS["clerk"], PotentialScore("", ScoreKind.POTENTIAL, date(2025, 9, 1), Decimal(95), "PPK")
    )
    again = talent.retrace(kept.number)
    assert (again.is_same, again.same_facts, again.same_packs) == (False, False, True)
    assert again.came == (NIPS["clerk"],)
    printed = talent.print_list(kept.number, measured.folder / "kertas")
    text = text_of(printed.file.path)
    assert kept.number in text and kept.facts_digest[:20] in text and "ninebox-2020" in text
    assert "Calon pelatihan kepemimpinan" in text_of(talent.preview_list(kept.number))
    assert [one.number for one in talent.lists()] == [kept.number]


def test_a_list_needs_somebody_on_it_a_title_and_a_number_that_exists(measured):
    talent = measured.desk.follow_up.talent
    with refused("TAL-102"):
        talent.keep(2025, SearchCriteria(boxes=frozenset({9})), "Kosong")
    with refused("TAL-103"):
        talent.keep(2025, SearchCriteria(), " ")
    for verb in (talent.retrace, talent.preview_list):
        with refused("TAL-104"):
            verb("DT/X/2025/9999")


def test_the_map_is_printed_box_by_box(measured):
    talent = measured.desk.follow_up.talent
    text = text_of(talent.print_map(2025, measured.folder / "kertas").file.path)
    assert "Endang Lestari" in text and "Kotak 8" in text and "Rotasi/Perluasan jabatan" in text
    assert "Endang Lestari" in text_of(talent.preview_map(2025))


def test_a_succession_group_names_who_is_lawful_and_ready_for_a_post(measured):
    _make_lawful(measured)
    posts = measured.desk.follow_up.talent.succession(2025)
    head = next(one for one in posts if one.echelon == "II.b")
    assert [one.nip for one in head.candidates] == [NIPS["bidang"]] and head.holder.startswith("Bambang")
    kept = measured.desk.follow_up.talent.keep_succession(2025, head.unit.unit_id)
    assert kept.title == "KEPALA DINAS KESEHATAN" and measured.desk.follow_up.talent.retrace(kept.number).is_same
    with refused("USE-103"):
        measured.desk.follow_up.talent.keep_succession(2025, "nowhere")


def _make_lawful(office):
    """The head of division gets what the post above him asks for, which the file of the staff did not say."""
    with office.desk.follow_up.around.store.writing(office.desk.follow_up.around.actor, "test") as work:
        person = work.people.by_nip(NIPS["bidang"])
        work.people.save([replace(person, grade="IV/b", education="S-2 Kesehatan", position_since=date(2018, 1, 1))])
        work.commit()


# --- the index --------------------------------------------------------------------------------------------------------


def test_the_index_is_shown_fixed_and_printed(measured):
    index = measured.desk.follow_up.index
    measured.desk.follow_up.trainings.add(
        NIPS["clerk"], Training("", "", TrainingKind.TECHNICAL, "Arsip", date(2025, 2, 3), 20)
    )
    shown = index.show(NIPS["clerk"], 2025)
    assert shown.score.points[IndexDimension.COMPETENCE] == Decimal("22.5")
    board = index.board(2025)
    assert board.mean is not None and sum(board.counts.values()) == len(board.scored)
    assert index.fix(2025).fixed == len(board.scored)
    measured.desk.follow_up.trainings.remove([shown.trainings[0].training_id])
    assert index.show(NIPS["clerk"], 2025).score.total == shown.score.total
    assert index.fix(2025, again=True).fixed == len(board.scored)
    assert index.show(NIPS["clerk"], 2025).score.total < shown.score.total
    assert "Sari Puspita" in text_of(index.print(2025, measured.folder / "kertas").file.path)
    assert "Sari Puspita" in text_of(index.preview(2025))


def test_an_index_of_nobody_is_refused(measured):
    index = measured.desk.follow_up.index
    with refused("USE-102"):
        index.show("0", 2025)
    with refused("IPA-101"):
        index.show(NIPS["resting"], 2025)
    with refused("IPA-102"):
        index.preview(2025, ["no unit"])
    with refused("ASM-110"):
        index.board(2010)


# --- the merit system -------------------------------------------------------------------------------------------------


def test_what_the_board_reads_of_everybody_to_count_it_is_not_freed_in_one_go(measured):
    given = []
    with held_by(given.append):
        measured.desk.follow_up.merit.board(2025)
    parts = [part for one in given for part in (one, *(one if isinstance(one, tuple) else ()))]
    lists = [list(part.values()) if isinstance(part, dict) else part for part in parts]
    kinds = {type(part[0]).__name__ for part in lists if isinstance(part, list | tuple) and part}
    assert kinds >= {"Person", "PlanHead", "EvaluationHead", "TalentFacts"}


def test_a_self_assessment_is_given_level_by_level_and_fixed_when_it_is_whole(measured):
    merit = measured.desk.follow_up.merit
    board = merit.board(2025)
    assert board.scheme is MeritScheme.OF_2025 and not board.is_begun and not board.score.given
    assert {one.figure for one in board.figures} >= {MeritFigure.EVALUATIONS_CLOSED, MeritFigure.TALENT_PLACED}
    merit.give(2025, GivenLevel("1.1", 2, "Peta jabatan ada", "Susun rencana", date(2026, 6, 30)))
    with refused("MRT-112"):
        merit.fix(2025)
    for part in board.rules.parts:
        merit.give(2025, GivenLevel(part.code, 4, "Ada"))
    merit.take_back(2025, "1.1")
    with refused("MRT-105"):
        merit.take_back(2025, "1.1")
    merit.give(2025, GivenLevel("1.1", 3, "Ada"))
    merit.survey(2025, Decimal("0.8"), "Survei 2025")
    fixed = merit.fix(2025)
    assert merit.board(2025).assessment.index == fixed.score.index > Decimal("0.9")
    with refused("MRT-104"):
        merit.give(2025, GivenLevel("1.1", 4, "Ada"))
    with refused("MRT-113"):
        merit.reopen(2025, " ")
    merit.reopen(2025, "Bukti baru")
    with refused("MRT-114"):
        merit.reopen(2025, "Bukti baru")
    assert not merit.board(2025).assessment.is_fixed


def test_what_is_no_sub_aspect_no_level_or_no_reason_is_refused(settled):
    merit = settled.desk.follow_up.merit
    for code, given in (
        ("MRT-101", GivenLevel("9.9", 1, "x")),
        ("MRT-102", GivenLevel("1.1", 7, "x")),
        ("MRT-103", GivenLevel("1.1", 1, " ")),
    ):
        with refused(code):
            merit.give(2025, given)
    for code, told in (
        ("MRT-106", (Decimal(2), "S")),
        ("MRT-107", (Decimal("0.5"), "")),
        ("MRT-108", (None, "", -1)),
    ):
        with refused(code):
            merit.survey(2025, *told)


def test_files_prove_a_sub_aspect_and_are_sound_in_the_vault(settled):
    merit, proof = settled.desk.follow_up.merit, settled.folder / "peta.txt"
    proof.write_text("peta jabatan", encoding="utf-8")
    added = merit.attach(2025, "1.1", proof, "Peta jabatan")
    assert merit.attach(2025, "1.1", proof) == added
    assert merit.write_file(2025, added.file_id, settled.folder / "lihat").read_text() == "peta jabatan"
    found = settled.desk.execution.evidence.check()
    assert (found.looked_at, found.sound, found.unused) == (1, 1, 0)
    assert "Peta jabatan" in text_of(merit.print_dossier(2025, settled.folder / "kertas").file.path)
    assert "SEMENTARA" in text_of(merit.preview_dossier(2025, MeritScheme.OF_2018))
    merit.detach(2025, added.file_id)
    for verb in (
        lambda: merit.detach(2025, added.file_id),
        lambda: merit.write_file(2025, added.file_id, proof.parent),
    ):
        with refused("MRT-109"):
            verb()
    with refused("MRT-101"):
        merit.attach(2025, "9.9", proof)
    with refused("EXE-225", FileRefusal):
        merit.attach(2025, "1.1", settled.folder / "tidak-ada.pdf")


def test_levels_come_from_a_spreadsheet(settled):
    heads = ["TAHUN", "KODE SUB ASPEK", "TINGKAT", "ALASAN", "RENCANA TINDAK LANJUT", "BATAS TINDAK LANJUT"]
    rows = [
        ["2025", "1.1", "3", "Ada", "Lengkapi", "30-06-2026"],
        ["2025", "9.9", "3", "Ada", "", ""],
        ["2025", "1.2", "9", "Ada", "", ""],
    ]
    file = write_csv(settled.folder / "merit.csv", heads, rows)
    found = settled.desk.follow_up.merit.import_levels(file)
    assert found.counts.added == 1 and {fault.code for fault in found.refused} == {"MRT-101", "MRT-102"}
    assert settled.desk.follow_up.merit.board(2025).levels["1.1"].action_by == date(2026, 6, 30)


# --- rotation ---------------------------------------------------------------------------------------------------------


def test_a_vacant_post_gets_its_list_its_decision_and_its_reason(measured):
    _make_lawful(measured)
    rotation = measured.desk.follow_up.rotation
    vacant = next(one for one in rotation.vacancies(2025) if one.unit.name == "Seksi Promosi")
    case = rotation.open(vacant.unit.unit_id).case
    assert case.post == "KEPALA SEKSI PROMOSI" and case.state is RotationState.OPEN
    assert all(one.unit.unit_id != vacant.unit.unit_id for one in rotation.vacancies(2025))
    with refused("ROT-104"):
        rotation.open(vacant.unit.unit_id)
    with refused("ROT-105"):
        rotation.decide(case.number, NIPS["nurse"], "Cakap", "Wali Kota")
    with refused("ROT-105"):
        rotation.preview(case.number)
    _make_old_in_post(measured)
    line = rotation.list(case.number, 2025)
    assert [one.nip for one in line.lawful] == [NIPS["nurse"]]
    assert measured.desk.follow_up.talent.retrace(line.kept.number).is_same
    text = text_of(rotation.print(case.number, measured.folder / "kertas").file.path)
    assert "Joko Widagdo" in text and line.kept.number in text
    assert "Joko Widagdo" in text_of(rotation.preview(case.number))
    for code, told in (
        ("ROT-106", (NIPS["nurse"], " ", "Wali Kota")),
        ("ROT-107", (NIPS["clerk"], "Cakap", "Wali Kota")),
        ("ROT-108", (NIPS["nurse"], "Cakap", "Wali Kota", "", date(2099, 1, 1))),
    ):
        with refused(code):
            rotation.decide(case.number, *told)
    rotation.decide(case.number, NIPS["nurse"], "Paling berpengalaman", "Wali Kota", "821/1")
    (shown,) = rotation.lines()
    assert (shown.state, shown.chosen_name, shown.case.reason) == (
        RotationState.DECIDED,
        shown.lawful[0].name,
        "Paling berpengalaman",
    )
    with refused("ROT-102"):
        rotation.drop(case.number, "Batal")


def test_a_case_is_dropped_with_a_reason_and_unknown_ones_are_refused(settled):
    rotation = settled.desk.follow_up.rotation
    unit = next(unit for unit in settled.desk.register.units() if unit.name == "Seksi Promosi")
    case = rotation.open(unit.unit_id, "Kepala Seksi Baru", "IV.b").case
    with refused("ROT-106"):
        rotation.drop(case.number, "")
    with refused("TAL-102"):
        rotation.list(case.number, 2025)
    rotation.drop(case.number, "Jabatan dihapus")
    with refused("ROT-101"):
        rotation.list("ROT-1", 2025)
    with refused("ROT-103"):
        rotation.open(unit.unit_id, "Jabatan lain", "I.a")
    with refused("USE-103"):
        rotation.open("nowhere")


def _make_old_in_post(office):
    with office.desk.follow_up.around.store.writing(office.desk.follow_up.around.actor, "test") as work:
        person = work.people.by_nip(NIPS["nurse"])
        work.people.save([replace(person, education="S-1 Keperawatan", position_since=date(2015, 1, 1))])
        work.commit()


def test_a_search_knows_kind_education_and_words(measured):
    search = measured.desk.follow_up.talent.search
    assert [one.nip for one in search(2025, SearchCriteria(text="perawat")).lines] == [NIPS["nurse"]]
    assert {one.nip for one in search(2025, SearchCriteria(kinds=frozenset({PositionKind.JF}))).lines} >= {
        NIPS["nurse"]
    }
    assert not search(2025, SearchCriteria(least_education=EducationLevel.S3)).lines
    assert YEAR.year == 2025


def test_an_agencys_own_pack_goes_before_the_shipped_one(measured):
    talent = measured.desk.follow_up.talent
    own = json.loads(resource("rules", "ninebox", "2020.json").read_text(encoding="utf-8"))
    own |= {"pack_id": "ninebox-kota", "doubt": ""}
    own["body"] |= {"middle_from": "30", "high_from": "65"}
    file = measured.folder / "peta.json"
    file.write_text(json.dumps(own), encoding="utf-8")
    assert entry_of(measured, "nurse").box == 5
    assert talent.adopt(file).pack_id == "ninebox-kota"
    assert talent.map(2025).pack.pack_id == "ninebox-kota" and entry_of(measured, "nurse").box == 8
    own["doubt"] = "lain"
    file.write_text(json.dumps(own), encoding="utf-8")
    with refused("PKG-770"):
        talent.adopt(file)
    file.write_text(resource("rules", "labels", "2022.json").read_text(encoding="utf-8"), encoding="utf-8")
    with refused("TAL-105"):
        talent.adopt(file)
    file.write_text("{}", encoding="utf-8")
    with refused("ASM-111", FileRefusal):
        talent.adopt(file)
