"""A month of attendance and activity lived through: files in, ids asked, letters, recap, validation, closing, undo."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from small_office import NIPS, write_csv

from meritdesk.core.activity import ActivityRow, EntryState, RefusedWhy
from meritdesk.core.attendance import Absence, DayMarks, Shift, ShiftAssignment, ShiftScope
from meritdesk.core.attendance_rules import Hours
from meritdesk.core.discipline import SanctionKind, SanctionLevel
from meritdesk.core.errors import Cancelled, UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.timekeeping import NegativeKind
from meritdesk.core.working_days import WEEKENDS_ONLY
from meritdesk.services.timekeeping import long_files

MARCH = parse_period("2025-03")
FEBRUARY = parse_period("2025-02")
DAYS = ["NIP/ID", "TANGGAL", "JAM MASUK", "JAM PULANG", "STATUS KEHADIRAN"]
TAPS = ["NIP/ID", "TANGGAL WAKTU", "MASUK PULANG"]
LETTERS = ["NIP", "JENIS KETIDAKHADIRAN", "MULAI TANGGAL", "SAMPAI TANGGAL", "NOMOR SURAT"]
LOG = ["NIP", "TANGGAL", "JAM MULAI", "JAM SELESAI", "AKTIVITAS", "BUKTI AKTIVITAS"]


def refused(code, verb, *arguments, **named):
    with pytest.raises(UsageRefusal) as error:
        verb(*arguments, **named)
    assert error.value.code == code


def days_due(office, period=MARCH):
    calendar = office.desk.upkeep.holidays.calendar()
    return [date(period.year, period.index, day) for day in range(1, period.last_day.day + 1)
            if calendar.is_working(date(period.year, period.index, day))]  # fmt: skip


def full_month(office, numbers, period=MARCH, gaps=()):
    return [
        [number, f"{day:%d-%m-%Y}", "07:20", "16:35", ""]
        for number in numbers
        for day in days_due(office, period)
        if (number, day) not in gaps
    ]


def taken(office, heads, rows, name="mesin.csv", dry_run=False):
    path = write_csv(office.folder / name, heads, rows)
    return office.desk.timekeeping.attendance.import_file(path, dry_run=dry_run)


def absence_notes(office):
    around = office.desk.timekeeping.around
    with around.store.reading() as work:
        notes = work.summaries.absence_notes(2025)
    return [(one.days, one.longest_run, one.level, one.left, one.until) for one in notes]


def month(office, who, period=MARCH):
    person = office.desk.register.show(NIPS[who]).person
    return office.desk.timekeeping.month_of(period, [person.person_id])[person.person_id]


def test_a_file_by_day_is_taken_the_second_time_changes_nothing_and_an_undo_takes_it_back(settled):
    rows = full_month(settled, [NIPS["nurse"], NIPS["clerk"]], gaps={(NIPS["clerk"], date(2025, 3, 4))})
    outcome = taken(settled, DAYS, rows)
    assert (outcome.counts.added, outcome.counts.read) == (len(rows), len(rows))
    assert taken(settled, DAYS, rows).counts.same == len(rows)
    nurse, clerk = month(settled, "nurse"), month(settled, "clerk")
    assert nurse.present == nurse.due == len(days_due(settled)) and nurse.absent == 0
    assert clerk.absent_days == (date(2025, 3, 4),) and clerk.absence_minutes == 300
    assert not month(settled, "head").has_attendance and month(settled, "bidang").is_never_marked
    settled.desk.upkeep.undo(outcome.changes.change_set_id)
    assert not month(settled, "nurse").has_attendance
    assert settled.desk.upkeep.check().is_sound


def test_a_dry_run_leaves_nothing(settled):
    rows = full_month(settled, [NIPS["nurse"]])
    assert taken(settled, DAYS, rows, dry_run=True).counts.added == len(rows)
    assert not month(settled, "nurse").has_attendance


def test_an_import_that_something_else_stands_on_is_not_undone(settled):
    first = taken(settled, DAYS, [[NIPS["nurse"], "03-03-2025", "08:00", "16:00", ""]])
    taken(settled, DAYS, [[NIPS["nurse"], "04-03-2025", "07:20", "16:00", ""]])
    refused("STO-630", settled.desk.upkeep.undo, first.changes.change_set_id)


def test_unknown_machine_ids_are_refused_remembered_asked_and_taken_the_next_time(settled):
    desk = settled.desk.timekeeping.attendance
    rows = [
        ["1047", "03-03-2025 07:25", "MASUK"],
        ["1047", "03-03-2025 16:02", "PULANG"],
        ["1047", "04-03-2025 09:10", ""],
    ]
    outcome = taken(settled, TAPS, rows)
    assert [fault.code for fault in outcome.refused] == ["TIM-103"] * 3
    assert [(one.machine.number, one.person) for one in desk.machine_ids()] == [("1047", None)]
    refused("USE-102", desk.map, {"1047": "198001012000011001"})
    refused("TIM-106", desk.map, {" ": NIPS["nurse"]})
    desk.map({"1047": NIPS["nurse"]})
    assert taken(settled, TAPS, rows).counts.added == 3
    nurse = month(settled, "nurse")
    assert dict(nurse.late) == {"TL4": 1} and dict(nurse.early) == {"PSW4": 1} and nurse.unmarked == 1
    refused("TIM-107", desk.unmap, ["9"])
    desk.unmap(["1047"])
    assert desk.machine_ids() == ()


def test_machine_ids_come_from_a_table_too(settled):
    path = write_csv(
        settled.folder / "nomor.csv", ["NOMOR MESIN", "NIP"], [["7", NIPS["nurse"]], ["7", NIPS["clerk"]], ["8", "1"]]
    )
    outcome = settled.desk.timekeeping.attendance.import_ids(path)
    assert outcome.counts.added == 1 and sorted(fault.code for fault in outcome.refused) == ["NIP-202", "TIM-108"]


def test_faulty_rows_are_refused_with_their_reason(settled):
    rows = [
        [NIPS["nurse"], "03-03-2025", "pagi", "16:00", ""],
        [NIPS["nurse"], "03-03-2027", "07:20", "16:00", ""],
        [NIPS["nurse"], "04-03-2025", "", "", "ZZ"],
        [NIPS["nurse"], "05-03-2025", "", "", "TK"],
    ]
    outcome = taken(settled, DAYS, rows)
    assert [fault.code for fault in outcome.refused] == ["TIM-120", "TIM-105", "TIM-104"]
    assert month(settled, "nurse").absent_days == (date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 5))


def test_a_letter_excuses_a_day_and_is_withdrawn_with_a_reason(settled):
    desk = settled.desk.timekeeping.letters
    taken(settled, DAYS, full_month(settled, [NIPS["nurse"]], gaps={(NIPS["nurse"], date(2025, 3, 5))}))
    letter = Absence("", "", "C", date(2025, 3, 5), date(2025, 3, 5), "851/12/2025")
    refused("TIM-116", desk.save, NIPS["nurse"], Absence("", "", "C", date(2025, 3, 5), date(2025, 3, 5)))
    refused("TIM-104", desk.save, NIPS["nurse"], Absence("", "", "QQ", date(2025, 3, 5), date(2025, 3, 5), "1"))
    desk.save(NIPS["nurse"], letter)
    refused("TIM-117", desk.save, NIPS["nurse"], letter)
    assert dict(month(settled, "nurse").excused) == {"C": 1} and not month(settled, "nurse").absent
    line = desk.lines(MARCH)[0]
    assert line.kind.name == "Cuti"
    refused("TIM-109", desk.withdraw, [line.absence.absence_id], " ")
    desk.withdraw([line.absence.absence_id], "salah orang")
    assert month(settled, "nurse").absent == 1


def test_a_table_of_letters_is_taken_once(settled):
    rows = [
        [NIPS["nurse"], "Cuti Tahunan", "03-03-2025", "07-03-2025", "851/1"],
        [NIPS["clerk"], "DL", "03-03-2025", "", ""],
        [NIPS["clerk"], "WFH", "10-03-2025", "", "800/2"],
    ]
    path = write_csv(settled.folder / "surat.csv", LETTERS, rows)
    outcome = settled.desk.timekeeping.letters.import_file(path)
    assert outcome.counts.added == 2 and [fault.code for fault in outcome.refused] == ["TIM-116"]
    assert settled.desk.timekeeping.letters.import_file(path).counts.same == 2
    assert dict(month(settled, "clerk").excused) == {"WFH": 1}


def test_working_away_counts_for_nothing_without_a_letter(settled):
    taken(settled, DAYS, [[NIPS["nurse"], "03-03-2025", "", "", "WFH"]])
    nurse = month(settled, "nurse")
    assert nurse.absent_days == (date(2025, 3, 3),) and nurse.without_letter == 1


def test_shifts_hold_for_a_person_a_unit_or_everybody_and_a_roster_goes_before_them(settled):
    desk = settled.desk.timekeeping.calendars
    morning = Shift("PAGI", "Dinas pagi", (Hours(420, 840),) * 6 + (None,), True)
    night = Shift("MALAM", "Dinas malam", (Hours(1260, 1860),) * 7, True)
    refused("TIM-131", desk.set_shift, Shift("X", "Tanpa hari", (None,) * 7))
    refused("TIM-130", desk.set_shift, Shift("x y", "Pagi", morning.week))
    for shift in (morning, night):
        desk.set_shift(shift)
    unit = settled.desk.register.show(NIPS["nurse"]).person.unit_id
    refused("TIM-132", desk.assign, ShiftAssignment("", ShiftScope.UNIT, unit, "SORE", date(2025, 1, 1)))
    refused("TIM-134", desk.assign, ShiftAssignment("", ShiftScope.UNIT, "U99", "PAGI", date(2025, 1, 1)))
    desk.assign(ShiftAssignment("", ShiftScope.UNIT, unit, "PAGI", date(2025, 1, 1)))
    assert month(settled, "nurse").due == 26  # Monday to Saturday, holidays worked
    roster = write_csv(settled.folder / "jaga.csv", ["NIP", "TANGGAL", "KODE SHIFT"],
                       [[NIPS["nurse"], "03-03-2025", "MALAM"], [NIPS["nurse"], "04-03-2025", "LIBUR"]])  # fmt: skip
    assert desk.import_roster(roster).counts.added == 2
    taken(settled, TAPS, [[NIPS["nurse"], "03-03-2025 21:05", ""], [NIPS["nurse"], "04-03-2025 07:02", ""]])
    nurse = month(settled, "nurse")
    assert (nurse.due, nurse.present, dict(nurse.late), dict(nurse.early)) == (1, 1, {"TL1": 1}, {})
    refused("TIM-133", desk.remove_shift, "PAGI")
    desk.unassign([one.assignment.assignment_id for one in desk.assignments()])
    refused("TIM-135", desk.unassign, ["x"])
    desk.remove_shift("PAGI")
    assert [one.code for one in desk.shifts()] == ["MALAM"]


def test_a_locked_month_is_left_alone_until_it_is_opened_with_a_reason(settled):
    desk = settled.desk.timekeeping.attendance
    refused("TIM-111", desk.close, MARCH)
    rows = full_month(settled, [NIPS["nurse"]])
    taken(settled, DAYS, rows)
    refused("TIM-110", desk.close, parse_period("2026-01"))
    refused("TIM-101", desk.recap, parse_period("2025"))
    desk.close(MARCH)
    assert absence_notes(settled) == []
    outcome = taken(settled, DAYS, [[NIPS["clerk"], "03-03-2025", "07:20", "16:00", ""]])
    assert [fault.code for fault in outcome.refused] == ["TIM-102"]
    refused("TIM-102", desk.correct, MARCH, NIPS["nurse"], [DayMarks(3, 450, 960)], "lupa cap")
    refused("TIM-109", desk.reopen, MARCH, "")
    desk.reopen(MARCH, "mesin unit B terlambat dikirim")
    refused("TIM-112", desk.reopen, MARCH, "lagi")
    refused("TIM-109", desk.correct, MARCH, NIPS["nurse"], [DayMarks(3)], "")
    desk.correct(MARCH, NIPS["nurse"], [DayMarks(3)], "cap orang lain")
    assert month(settled, "nurse").absent_days == (date(2025, 3, 3),)
    assert desk.days(MARCH, NIPS["nurse"])[0].verdict.state.value == "ABSENT"
    gone = days_due(settled)[:3]
    desk.correct(MARCH, NIPS["nurse"], [DayMarks(day.day) for day in gone], "cap orang lain")
    desk.close(MARCH)
    assert absence_notes(settled) == [(3, 3, SanctionLevel.LIGHT, 1, MARCH.last_day)]


def test_a_year_of_absence_counts_days_and_runs_and_prints_its_sheet(settled):
    days = days_due(settled)
    gaps = {(NIPS["nurse"], day) for day in days[:10]} | {(NIPS["clerk"], day) for day in days[:10:2]}
    taken(settled, DAYS, full_month(settled, [NIPS["nurse"], NIPS["clerk"], NIPS["head"]], gaps=gaps))
    lines = settled.desk.timekeeping.year.lines(2025)
    assert [(line.person.nip, line.standing.days) for line in lines] == [(NIPS["nurse"], 10), (NIPS["clerk"], 5)]
    assert lines[0].standing.is_by_run and lines[0].standing.step.kind is SanctionKind.DISMISSAL
    assert lines[1].standing.step.kind is SanctionKind.WRITTEN_WARNING and lines[1].standing.left == 2
    settled.desk.timekeeping.letters.save(NIPS["clerk"], Absence("", "", "S", days[0], days[4], "445/3/2025"))
    assert settled.desk.timekeeping.year.lines(2025, nip=NIPS["clerk"])[0].standing.days == 2
    assert settled.desk.timekeeping.year.preview(2025, NIPS["nurse"]).startswith(b"%PDF")
    outcome = settled.desk.timekeeping.year.print(2025, settled.folder / "cetak")
    assert len(outcome.numbers) == 1
    refused("TIM-136", settled.desk.timekeeping.year.print, 2024, settled.folder / "cetak")
    found = settled.desk.timekeeping.absence_of(2025)
    assert len(found) == 2 and settled.desk.timekeeping.absence_of(2025, until=days[1]) != found


def log_file(office, rows, name="aktivitas.csv"):
    return write_csv(office.folder / name, LOG, rows)


def logged(office, rows):
    return office.desk.timekeeping.activity.import_file(log_file(office, rows))


THREE = [
    [NIPS["nurse"], "03-03-2025", "07:30", "11:30", "Asuhan pasien 12 orang", "register"],
    [NIPS["nurse"], "03-03-2025", "13:00", "15:00", "Menyusun laporan", ""],
    [NIPS["clerk"], "03-03-2025", "08:00", "12:00", "Merekap data", "berkas"],
]


def test_a_log_is_taken_overlaps_and_double_entries_are_found(settled):
    extra = [
        [NIPS["nurse"], "03-03-2025", "11:00", "12:00", "Rapat", "undangan"],
        [NIPS["nurse"], "03-03-2025", "07:30", "11:30", "Asuhan pasien 12 orang", "register"],
        [NIPS["nurse"], "04-03-2025", "12:00", "11:00", "Rapat", ""],
        ["198001012000011001", "04-03-2025", "10:00", "11:00", "Rapat", ""],
    ]
    outcome = logged(settled, [*THREE, *extra])
    assert outcome.counts.added == 3
    assert [fault.code for fault in outcome.refused] == ["TIM-140", "TIM-141", "TIM-113", "USE-102"]
    assert logged(settled, THREE).counts.same == 3
    assert month(settled, "nurse").open_minutes == 360


def test_the_superior_validates_and_what_is_not_proven_is_refused(settled):
    desk = settled.desk.timekeeping.activity
    logged(settled, THREE)
    lines = desk.lines(MARCH, rater_nip=NIPS["bidang"])
    assert {line.person.nip for line in lines} == {NIPS["nurse"], NIPS["clerk"]}
    assert lines == tuple(
        sorted(lines, key=lambda one: (one.person.name, one.person.nip, one.entry.on, one.entry.start))
    )
    assert len(lines) > len({line.person.nip for line in lines})
    decided = desk.validate(MARCH, rater_nip=NIPS["bidang"])
    assert (decided.validated, decided.refused) == (2, 1)
    nurse = month(settled, "nurse")
    assert (nurse.validated_minutes, nurse.refused_minutes, nurse.norm_minutes) == (240, 120, 6000)
    again = logged(settled, [[*THREE[1][:5], "laporan.pdf"], [*THREE[0][:4], "Lain", "x"]])
    assert again.counts.changed == 1 and [fault.code for fault in again.refused] == ["TIM-142"]
    key = desk.lines(MARCH, nip=NIPS["clerk"])[0].key
    refused("TIM-109", desk.refuse, MARCH, [key], RefusedWhy.OTHER)
    refused("TIM-142", desk.remove, MARCH, [key], "keliru")
    assert desk.refuse(MARCH, [key], RefusedWhy.OTHER, "bukan tugasnya").refused == 1
    assert desk.lines(MARCH, nip=NIPS["clerk"])[0].entry.why == "bukan tugasnya"
    opened = desk.open_again(MARCH, [key])
    assert desk.lines(MARCH, state=EntryState.OPEN, nip=NIPS["clerk"])
    settled.desk.upkeep.undo(opened.changes.change_set_id)
    assert desk.lines(MARCH, state=EntryState.REFUSED, nip=NIPS["clerk"])
    desk.remove(MARCH, [key], "keliru")
    refused("TIM-143", desk.validate, MARCH, [key])


def test_entries_are_keyed_in_with_the_fate_of_each(settled):
    row = ActivityRow(NIPS["nurse"], date(2025, 3, 3), 450, 690, "Asuhan", "register")
    outcome = settled.desk.timekeeping.activity.enter([row, row])
    assert (outcome.counts.added, [fault.code for fault in outcome.refused]) == (1, ["TIM-141"])


def test_closing_refuses_what_is_not_proven_and_counts_against_the_superior_who_did_not_validate(settled):
    desk = settled.desk.timekeeping.activity
    logged(settled, THREE)
    reminders = desk.reminders(MARCH)
    assert reminders.waiting[0].rater.nip == NIPS["bidang"] and reminders.waiting[0].entries == 3
    assert NIPS["head"] in {line.person.nip for line in reminders.silent}
    assert {line.person.nip for line in reminders.short} == {NIPS["nurse"], NIPS["clerk"]}
    settled.moment[0] = datetime(2025, 4, 2, 8, 0, tzinfo=UTC)
    refused("TIM-144", desk.close, MARCH)
    settled.moment[0] = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
    assert desk.closes_on(MARCH) > date(2025, 4, 5)
    done = desk.close(MARCH)
    assert (done.refused, done.unchanged) == (1, 2)
    assert month(settled, "bidang").negative == {NegativeKind.NOT_VALIDATED: 1}
    assert month(settled, "nurse").is_closed and month(settled, "nurse").validated_minutes == 0
    refused("TIM-102", desk.validate, MARCH)
    assert [fault.code for fault in logged(settled, THREE[:1]).refused] == ["TIM-102"]
    desk.reopen(MARCH, "atasan baru kembali dari dinas luar")
    desk.validate(MARCH)
    assert month(settled, "bidang").negative == {}


def test_both_recaps_are_printed_and_registered(settled):
    taken(settled, DAYS, full_month(settled, [NIPS["nurse"]]))
    logged(settled, THREE)
    keeping = settled.desk.timekeeping
    for desk in (keeping.attendance, keeping.activity):
        assert desk.preview_recap(MARCH).startswith(b"%PDF")
        assert len(desk.print_recap(MARCH, settled.folder / "cetak").numbers) == 1
        refused("TIM-111", desk.print_recap, FEBRUARY, settled.folder / "cetak")


def test_two_people_who_were_one_bring_their_books_together(settled):
    taken(
        settled,
        DAYS,
        [[NIPS["nurse"], "03-03-2025", "07:20", "16:00", ""], [NIPS["clerk"], "04-03-2025", "07:20", "16:00", ""]],
    )
    logged(settled, THREE)
    one, other = (settled.desk.register.show(NIPS[who]).person for who in ("nurse", "clerk"))
    with settled.desk.register.around.store.writing(settled.desk.register.around.actor, "register.merge") as work:
        work.history.move_references(other.person_id, one.person_id)
        changes = work.commit()
    nurse = month(settled, "nurse")
    assert nurse.present == 2 and nurse.entries == 3
    settled.desk.upkeep.undo(changes.change_set_id)
    assert month(settled, "nurse").present == 1 and month(settled, "clerk").entries == 1


def test_an_office_without_a_holiday_table_counts_weekends_only():
    assert WEEKENDS_ONLY.is_working(date(2025, 3, 3))


def test_a_long_log_is_taken_in_portions_and_goes_on_where_it_was_stopped(settled, monkeypatch):
    monkeypatch.setattr(long_files, "MOST_AT_ONCE", 4)
    monkeypatch.setattr(long_files, "_STEP_EVERY", 2)
    days = [*days_due(settled, FEBRUARY)[:4], *days_due(settled)[:4]]
    rows = [
        [NIPS["nurse"], f"{day:%d-%m-%Y}", "08:00", "12:00", f"Hasil {place}", "b"] for place, day in enumerate(days)
    ]
    rows.insert(5, [NIPS["nurse"], rows[0][1], "09:00", "10:00", "Menyela", "b"])
    rows.append([NIPS["nurse"], rows[0][1], "08:00", "12:00", "Lain", "b"])
    path = write_csv(settled.folder / "panjang.csv", LOG, rows)
    desk = settled.desk.timekeeping.activity
    assert desk.import_file(path, dry_run=True).counts.added == 8 and not desk.lines(MARCH)

    def stop(done, total):
        if (done, total) == (6, len(rows) + 1):
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.import_file(path, stop)
    assert (len(desk.lines(FEBRUARY)), len(desk.lines(MARCH))) == (4, 0)
    outcome = desk.import_file(path)
    assert (outcome.counts.same, outcome.counts.added, outcome.counts.refused) == (4, 4, 2)
    assert [(fault.code, fault.facts["other"]) for fault in outcome.refused] == [("TIM-140", 2), ("TIM-141", 2)]
    assert [row.state for row in outcome.rows[3:5]] == ["same", "added"] and outcome.rows[
        -1
    ].label == "Joko Widagdo, S.Kes"
    assert (len(desk.lines(FEBRUARY)), len(desk.lines(MARCH))) == (4, 4)
    assert settled.desk.upkeep.check().is_sound
    settled.desk.upkeep.undo(outcome.changes.change_set_id)


def test_a_long_file_of_marks_writes_a_day_once_more_where_a_later_portion_adds_to_it(settled, monkeypatch):
    monkeypatch.setattr(long_files, "MOST_AT_ONCE", 2)
    taps = [[NIPS[who], f"03-03-2025 {clock}", ""] for clock in ("07:25", "16:05") for who in ("nurse", "clerk")]
    path = write_csv(settled.folder / "tap.csv", TAPS, taps)
    desk = settled.desk.timekeeping.attendance
    assert desk.import_file(path, dry_run=True).counts.read == 4
    assert desk.import_file(path).counts.changed == 2
    assert desk.days(MARCH, NIPS["clerk"])[0].marks == DayMarks(3, 445, 965)
    assert desk.import_file(path).counts.same == 4
