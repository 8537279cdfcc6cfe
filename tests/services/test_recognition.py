"""Employee of the Month, habits and earlier credit points on a small city: each verb done once and refused once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pypdfium2
import pytest
from small_office import NIPS, YEAR, office, write_csv

from meritdesk.core.access import Actor, Role
from meritdesk.core.credit_history import CREDIT_HEADINGS, CreditItem, CreditKind
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.habits import HabitOutcome, HabitState
from meritdesk.core.pay import PayInputKind
from meritdesk.core.periods import parse_period
from meritdesk.core.recognition import AwardState, RecognitionState
from meritdesk.services.follow_up.habits import HABIT_HEADINGS
from meritdesk.services.print_job import Selection

FEBRUARY, MARCH, JUNE = (parse_period(f"2025-0{month}") for month in (2, 3, 6))
DAYS = ["NIP", "TANGGAL", "MASUK", "PULANG", "KETERANGAN"]


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """One closed year for all tests here; each has months and registers of its own."""
    with office(tmp_path_factory.mktemp("teladan") / "kota") as opened:
        opened.settle()
        opened.plan_everybody()
        opened.desk.assessment.close(YEAR)
        opened.moment[0] = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)
        yield opened


@contextmanager
def refused(code: str):
    with pytest.raises(UsageRefusal) as caught:
        yield
    assert caught.value.code == code


def text_of(data) -> str:
    document = pypdfium2.PdfDocument(data)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


def present(office, period, comes):
    """Everybody named is there on every working day of a month, at his time."""
    calendar = office.desk.upkeep.holidays.calendar()
    days = [date(period.year, period.index, day) for day in range(1, period.last_day.day + 1)]
    rows = [[NIPS[who], f"{day:%d-%m-%Y}", at, "16:35", ""] for day in days if calendar.is_working(day)
            for who, at in comes.items()]  # fmt: skip
    path = write_csv(office.folder / f"hadir-{period.code}.csv", DAYS, rows)
    office.desk.timekeeping.attendance.import_file(path)


def by_name(board):
    names = {nip: name for name, nip in NIPS.items()}
    return {names[one.person.nip]: one for one in board.entries}


def as_actor(room, name, role=Role.OPERATOR):
    return replace(room, around=replace(room.around, actor=Actor(name, role, "PC-1")))


def test_a_month_is_ranked_chosen_withdrawn_and_printed_with_its_formula(city):
    desk = city.desk.follow_up.recognition
    present(city, FEBRUARY, {"nurse": "09:30", "clerk": "07:20"})
    present(city, MARCH, {"nurse": "07:20", "clerk": "07:20"})
    board = desk.board(MARCH)
    found = by_name(board)
    assert {found[one].placed.place for one in ("nurse", "clerk")} == {1}
    assert found["nurse"].placed.is_tied and board.suggested_id == ""
    assert found["pharmacist"].state is RecognitionState.INCOMPLETE
    assert "head" not in found
    with refused("REC-101"):
        desk.board(parse_period("2025"))
    with refused("REC-103"):
        desk.choose(MARCH, NIPS["pharmacist"])
    with refused("REC-104"):
        desk.choose(MARCH, NIPS["clerk"])
    with refused("REC-107"):
        desk.choose(parse_period("2026-02"), NIPS["clerk"])
    city.desk.follow_up.pay.inputs.enter(MARCH, PayInputKind.INNOVATION, NIPS["nurse"], Decimal(5), "Antrean daring")
    board = desk.board(MARCH)
    assert board.suggested_id == by_name(board)["nurse"].person.person_id
    assert board.facts_digest == desk.board(MARCH).facts_digest
    given = desk.choose(MARCH, NIPS["clerk"], "Menggantikan rekan yang sakit").award
    assert not given.is_suggested and given.facts_digest == board.facts_digest and len(given.shortlist) == 2
    with refused("REC-105"):
        desk.choose(MARCH, NIPS["nurse"])
    assert by_name(desk.board(MARCH))["clerk"].state is RecognitionState.CHOSEN
    assert by_name(desk.board(parse_period("2025-04")))["clerk"].placed.score.vetoes[0].code == "REC-VETO-RECENT"
    assert desk.board(MARCH, "U2").award is None
    listed = desk.print_list(MARCH, city.folder / "kertas")
    assert "Menggantikan rekan yang sakit" in text_of(listed.file.path)
    certificate = desk.print_certificate(MARCH, city.folder / "kertas")
    told = text_of(certificate.file.path)
    assert "PIAGAM PENGHARGAAN" in told and "Sari Puspita" in told and "Maret 2025" in told
    assert certificate.numbers[0].startswith("PIAGAM/")
    with pypdfium2.PdfDocument(certificate.file.path) as document:
        assert [round(side) for side in document[0].get_size()] == [842, 595]
        assert len(document) == 1
    with refused("REC-106"):
        desk.preview_certificate(FEBRUARY)
    with refused("REC-108"):
        desk.withdraw(MARCH, " ")
    assert desk.withdraw(MARCH, "Salah bulan").award.state is AwardState.WITHDRAWN
    with refused("REC-106"):
        desk.withdraw(MARCH, "Lagi")
    assert desk.choose(MARCH, NIPS["nurse"]).award.is_suggested
    assert [line.state for line in desk.given(2025)] == [AwardState.GIVEN, AwardState.WITHDRAWN]
    assert [unit.name for unit in desk.departments()] == ["Dinas Kesehatan"]
    better = desk.improved(MARCH)
    assert [one.person.nip for one in better.listed] == [NIPS["nurse"]]
    assert "Joko Widagdo" in text_of(desk.preview_improved(MARCH))
    desk.print_improved(MARCH, city.folder / "kertas")
    assert not desk.improved(parse_period("2025")).listed
    with refused("REC-109"):
        desk.improved(parse_period("2025-TW1"))
    with refused("USE-103"):
        desk.board(MARCH, "tidak-ada")
    assert city.desk.upkeep.check().is_sound


def test_habits_are_found_talked_about_settled_and_open_to_those_named_only(city):
    desk = as_actor(city.desk.follow_up.habits, "Kasubag Umpeg")
    other = as_actor(city.desk.follow_up.habits, "Orang Lain")
    present(city, JUNE, {"nurse": "09:30", "clerk": "07:20"})
    assert len(desk.find(JUNE, dry_run=True).added) == 1
    assert not desk.lines()
    found = desk.find(JUNE)
    assert [(one.kind, person.nip) for one, person in found.added] == [("LATE", NIPS["nurse"])]
    assert (len(desk.find(JUNE).added), desk.find(JUNE).known) == (0, 1)
    with refused("REC-101"):
        desk.find(parse_period("2025"))
    entry = desk.enter(NIPS["clerk"], "SMOKING", date(2025, 12, 2), "Di ruang arsip", readers=["Sekretaris"]).habit
    for code, told in (("HAB-113", ("SMOKING", date(2025, 12, 2), "x")), ("HAB-101", ("AWAY", date(2025, 12, 2), " ")),
                       ("HAB-102", ("TIDUR", date(2025, 12, 2), "x")), ("HAB-103", ("AWAY", date(2027, 1, 2), "x")),
                       ("HAB-104", ("AWAY", date(2025, 12, 2), "x", 0))):  # fmt: skip
        with refused(code):
            desk.enter(NIPS["clerk"], *told)
    with refused("FOL-361"):
        desk.enter("1" * 18, "AWAY", date(2025, 12, 2), "x")
    assert not other.lines()
    for verb in (lambda: other.open(entry.habit_id), lambda: other.talk(entry.habit_id, date(2026, 1, 5), "A", "B"),
                 lambda: as_actor(desk, "Sekretaris").allow(entry.habit_id, ["Orang Lain"])):  # fmt: skip
        with refused("HAB-112"):
            verb()
    assert [one.opened_by for one in as_actor(desk, "sekretaris").open(entry.habit_id).openings] == ["sekretaris"]
    with refused("HAB-109"):
        desk.close(entry.habit_id, date(2026, 1, 6), HabitOutcome.IMPROVED)
    with refused("HAB-107"):
        desk.talk(entry.habit_id, date(2026, 1, 5), "Kepala Seksi", "")
    with refused("HAB-106"):
        desk.talk(entry.habit_id, date(2025, 12, 1), "Kepala Seksi", "Sepakat")
    with refused("HAB-108"):
        desk.talk(entry.habit_id, date(2026, 1, 5), "Kepala Seksi", "Sepakat", date(2026, 1, 4))
    desk.talk(entry.habit_id, date(2026, 1, 5), "Kepala Seksi", "Hanya di halaman")
    assert {line.state for line in desk.lines()} == {HabitState.TO_TALK, HabitState.WATCHED}
    with refused("HAB-111"):
        desk.close(entry.habit_id, date(2026, 1, 6), HabitOutcome.OPEN)
    with refused("HAB-110"):
        desk.close(entry.habit_id, date(2026, 1, 4), HabitOutcome.IMPROVED)
    desk.close(entry.habit_id, date(2026, 1, 10), HabitOutcome.IMPROVED, "Tidak terlihat lagi")
    with refused("HAB-105"):
        desk.close(entry.habit_id, date(2026, 1, 10), HabitOutcome.IMPROVED)
    rows = [[NIPS["clerk"], "", "Merokok di tempat terlarang", "05-01-2026", "2", "Di tangga", "", "", "", ""],
            [NIPS["nurse"], "", "TIDUR", "05-01-2026", "1", "", "", "", "", ""],
            ["1" * 18, "", "AWAY", "05-01-2026", "1", "x", "", "", "", ""]]  # fmt: skip
    file = write_csv(city.folder / "kebiasaan.csv", list(HABIT_HEADINGS), rows)
    counts = desk.import_file(file).counts
    assert (counts.added, counts.refused) == (1, 2)
    assert desk.import_file(file).counts.same == 1
    line = next(one for one in desk.lines() if one.habit.words == "Di tangga")
    assert (line.times, line.is_grave) == (2, False)
    desk.allow(line.habit.habit_id, ["Orang Lain"])
    assert len(other.lines()) == 1
    out = city.folder / "kebiasaan.xlsx"
    assert desk.export(out).rows == 3
    assert openpyxl.load_workbook(BytesIO(out.read_bytes())).active["C1"].value == "JENIS KEBIASAAN"
    assert "RAHASIA" in text_of(desk.print_register(city.folder / "kertas").file.path)
    assert desk.kinds()[0].code == "LATE"


def test_earlier_points_are_taken_over_counted_once_and_lead_to_the_next_rank(city):
    desk, nip = city.desk.follow_up.credit_history, NIPS["nurse"]
    rows = [[nip, "", "AK DASAR", "01-01-2022", "31-12-2022", "20", "PAK/1/2023", "", "Ahli Muda"],
            [nip, "", "AK KONVERSI", "01-01-2024", "31-12-2024", "37,5", "PAK/2/2025", "05-01-2025", ""],
            [nip, "", "AK JF LAMA", "01-01-2020", "31-12-2020", "60", "PAK/0/2021", "", "Ahli Pertama"],
            ["1" * 18, "", "AK DASAR", "01-01-2022", "31-12-2022", "20", "PAK/1/2023", "", ""],
            [nip, "", "AK LAINNYA", "01-01-2022", "31-12-2021", "20", "PAK/1/2023", "", ""]]  # fmt: skip
    file = write_csv(city.folder / "riwayat.csv", list(CREDIT_HEADINGS), rows)
    assert desk.import_file(file, dry_run=True).counts.added == 3
    assert not desk.items(nip)
    outcome = desk.import_file(file)
    assert (outcome.counts.added, outcome.counts.refused) == (3, 2)
    assert desk.import_file(file).counts.same == 3
    rows[0][5] = "25"
    changed = desk.import_file(write_csv(city.folder / "riwayat.csv", list(CREDIT_HEADINGS), rows))
    assert (changed.counts.changed, changed.counts.same) == (1, 2)
    city.desk.upkeep.undo(changed.changes.change_set_id)
    line = next(one for one in desk.lines(2025) if one.person.nip == nip)
    # 20 + 37,5 of 2024 + a good year 2025 of 25; the points of the tier below no longer count.
    assert line.standing.total == Decimal("82.500")
    assert (line.standing.rank.goal, line.standing.rank.missing, line.standing.rank.months) == (
        "III/d",
        Decimal("17.500"),
        9,
    )
    told = text_of(desk.preview_determination(2025, nip))
    assert "PENETAPAN ANGKA KREDIT" in told and "82,50" in told and "Belum dapat dipertimbangkan" in told
    assert (
        desk.print_determinations(2025, Selection(), city.folder / "kertas", nips={nip}).numbers[0].startswith("PAK/")
    )
    assert "III/d: kurang 17,50" in text_of(desk.print_need(2025, city.folder / "kertas").file.path)
    desk.enter(nip, CreditItem("", CreditKind.EDUCATION, date(2025, 6, 1), date(2025, 6, 1), Decimal(25), "PAK/9"))
    line = next(one for one in desk.lines(2025, Selection(nip=nip)))
    assert (line.standing.rank.missing, line.standing.rank.surplus) == (0, Decimal("7.500"))
    assert desk.export(city.folder / "riwayat.xlsx").rows == 4
    assert desk.export_need(city.folder / "kurang.xlsx", 2025).rows == 2
    desk.drop(nip, CreditKind.EDUCATION, date(2025, 6, 1), date(2025, 6, 1))
    with refused("CRH-104"):
        desk.drop(nip, CreditKind.EDUCATION, date(2025, 6, 1), date(2025, 6, 1))
    for code, item in (("CRH-101", {"ends": date(2021, 1, 1)}), ("CRH-102", {"points": Decimal(-1)}),
                       ("CRH-103", {"document": " "})):  # fmt: skip
        told = {"kind": CreditKind.BASE, "starts": date(2022, 1, 1), "ends": date(2022, 1, 1), "points": Decimal(1),
                "document": "PAK"}  # fmt: skip
        with refused(code):
            desk.enter(nip, CreditItem("", **{**told, **item}))
    with refused("FOL-361"):
        desk.items("1" * 18)
    with refused("DOC-543"):
        desk.preview_determination(2025, NIPS["clerk"])
