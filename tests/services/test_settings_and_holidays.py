"""What the office decides for itself: the settings the law leaves open, and its holiday table."""

from __future__ import annotations

from datetime import date

import pytest
from small_office import write_csv

from meritdesk.core.agency_settings import AgencySettings, WorkingWeek
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.working_days import Holiday, HolidayKind

HEADS = ["TANGGAL", "NAMA HARI LIBUR", "JENIS LIBUR", "MERAGUKAN", "TETAP MASUK KERJA", "SUMBER"]


def table(office, year=2026):
    return {line.holiday.day: line for line in office.desk.upkeep.holidays.lines(year)}


def test_every_setting_is_shown_with_its_default_and_what_it_may_be(office):
    lines = {line.name: line for line in office.desk.upkeep.settings.lines()}
    assert lines["working_week"].value == "FIVE" and lines["working_week"].allowed == ("FIVE", "SIX")
    assert not any(line.is_chosen for line in lines.values())
    assert office.desk.upkeep.settings.current() == AgencySettings()


def test_settings_are_changed_together_and_undone_together(office):
    changes = office.desk.upkeep.settings.change({"working_week": "SIX", "window_closes_after": "14"})
    assert office.desk.upkeep.settings.current().working_week is WorkingWeek.SIX
    office.desk.upkeep.undo(changes.change_set_id)
    assert office.desk.upkeep.settings.current() == AgencySettings()


@pytest.mark.parametrize(
    ("choices", "code"),
    [({}, "USE-141"), ({"colour": "red"}, "USE-120"), ({"working_week": "SIX", "window_closes_after": "x"}, "USE-121")],
)
def test_a_setting_that_cannot_be_refuses_them_all(office, choices, code):
    with pytest.raises(UsageRefusal, match=code):
        office.desk.upkeep.settings.change(choices)
    assert office.desk.upkeep.settings.current() == AgencySettings()


def test_the_published_tables_are_there_from_the_start_with_their_doubts(office):
    assert {line.holiday.day.year for line in office.desk.upkeep.holidays.lines()} == {2024, 2025, 2026}
    eid = table(office)[date(2026, 3, 21)]
    assert eid.holiday.is_doubtful and eid.is_published and not eid.is_own
    assert not office.desk.upkeep.holidays.calendar().is_working(date(2026, 2, 17))


def test_the_office_adds_a_day_works_on_another_and_takes_both_back(office):
    desk = office.desk
    desk.upkeep.holidays.set(
        [
            Holiday(date(2026, 2, 18), "Hari Jadi Kota", HolidayKind.LOCAL),
            Holiday(date(2026, 2, 16), "", HolidayKind.COLLECTIVE_LEAVE, is_kept=False),
        ]
    )
    calendar = desk.upkeep.holidays.calendar()
    assert calendar.is_working(date(2026, 2, 16)) and not calendar.is_working(date(2026, 2, 18))
    assert table(office)[date(2026, 2, 16)].holiday.name.startswith("Cuti bersama")
    desk.upkeep.holidays.restore([date(2026, 2, 16), date(2026, 2, 18)])
    assert not desk.upkeep.holidays.calendar().is_working(date(2026, 2, 16))
    assert date(2026, 2, 18) not in table(office)


def test_a_nameless_day_and_a_day_the_office_never_touched_are_refused(office):
    with pytest.raises(UsageRefusal, match="USE-142"):
        office.desk.upkeep.holidays.set([Holiday(date(2026, 2, 18), " ")])
    with pytest.raises(UsageRefusal, match="USE-143"):
        office.desk.upkeep.holidays.restore([date(2026, 2, 17)])


def test_a_table_of_another_year_comes_from_a_file_with_a_fate_per_row_and_is_undone(office, tmp_path):
    rows = [
        ["01-01-2027", "Tahun Baru 2027", "LIBUR NASIONAL", "", "", "SKB"],
        ["2027-02-06", "Tahun Baru Imlek", "", "YA", "", ""],
        ["16-02-2026", "Cuti bersama Imlek", "CUTI BERSAMA", "", "YA", ""],
        ["01-01-2027", "Tahun Baru lagi", "", "", "", ""],
        ["bukan tanggal", "Salah", "", "", "", ""],
        ["02-03-2027", "", "", "", "", ""],
        ["03-03-2027", "Salah jenis", "PESTA", "", "", ""],
        ["04-03-2027", "Salah jawaban", "", "mungkin", "", ""],
        ["17-02-2026", "Tahun Baru Imlek 2577 Kongzili", "LIBUR NASIONAL", "", "", ""],
    ]
    path = write_csv(tmp_path / "libur.csv", HEADS, rows)
    trial = office.desk.upkeep.holidays.import_file(path, dry_run=True)
    assert 2027 not in {line.holiday.day.year for line in office.desk.upkeep.holidays.lines()}
    outcome = office.desk.upkeep.holidays.import_file(path)
    assert outcome.counts == trial.counts and outcome.counts.is_complete
    counts = outcome.counts
    assert (counts.read, counts.added, counts.changed, counts.same, counts.refused) == (9, 2, 1, 1, 5)
    assert {fault.row: fault.code for fault in outcome.refused} == {
        5: "IMP-281", 6: "IMP-220", 7: "IMP-223", 8: "IMP-222", 9: "IMP-222",
    }  # fmt: skip
    assert office.desk.upkeep.holidays.calendar().is_working(date(2026, 2, 16))
    again = office.desk.upkeep.holidays.import_file(path)
    assert again.changes.change_set_id == "" and again.counts.same == 4
    office.desk.upkeep.undo(outcome.changes.change_set_id)
    assert not office.desk.upkeep.holidays.calendar().is_working(date(2026, 2, 16))


def test_a_file_of_another_kind_is_refused_as_a_whole(office, tmp_path):
    path = write_csv(tmp_path / "lain.csv", ["APA", "INI"], [["1", "2"]])
    with pytest.raises(FileRefusal, match="IMP-216"):
        office.desk.upkeep.holidays.import_file(path)
