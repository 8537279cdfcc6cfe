"""What a newer staff or unit file adds to the history, and what it must not undo."""

import itertools
from dataclasses import replace
from datetime import date

from meritdesk.core.file_history import dated_by_file, seat_by_file
from meritdesk.core.history import CareerChange, EntryKind, History
from meritdesk.core.people import LegalStatus
from tests.core.small_agency import BY_NAME, UNITS, entry, person

TODAY = date(2025, 6, 15)
CLERK = person("x", "balai", position_title="Analis", position_since=date(2020, 3, 1), grade="III/a",
               grade_since=date(2021, 4, 1))  # fmt: skip
UNIT = next(unit for unit in UNITS if unit.unit_id == "direktorat")
BY_SOURCE = {found.source_id: found for found in BY_NAME.values()}


def dated(after, history=None, before=CLERK):
    counter = itertools.count()
    return dated_by_file(before, after, history or History(), TODAY, lambda: f"n{next(counter)}")


def spells(row):
    return [(change.after.since, change.after.until) for change in row.entries if change.after is not None]


def codes(row):
    return [remark.code for remark in row.remarks]


def test_a_row_that_says_the_same_adds_nothing():
    assert dated(CLERK).entries == ()


def test_a_new_post_with_a_later_tmt_begins_on_it_and_the_old_one_ends_the_day_before():
    row = dated(replace(CLERK, unit_id="direktorat", position_since=date(2025, 5, 1)))
    assert spells(row) == [(date(2020, 3, 1), date(2025, 4, 30)), (date(2025, 5, 1), None)]
    assert row.remarks == ()


def test_another_unit_without_a_new_tmt_begins_today_and_says_that_the_day_is_a_guess():
    row = dated(replace(CLERK, unit_id="direktorat"))
    assert spells(row) == [(date(2020, 3, 1), date(2025, 6, 14)), (TODAY, None)]
    assert row.entries[-1].after.is_estimated
    assert codes(row) == ["REG-362"]


def test_another_title_with_the_same_tmt_is_a_correction():
    row = dated(replace(CLERK, position_title="Analis Data"))
    assert (row.entries, row.remarks) == ((), ())
    assert row.person.position_title == "Analis Data"


def test_an_older_file_does_not_undo_a_recorded_move():
    history = History((
        entry("x", EntryKind.POST, None, date(2025, 4, 30), unit_id="balai"),
        entry("x", EntryKind.POST, date(2025, 5, 1), unit_id="direktorat"),
    ))  # fmt: skip
    now = replace(CLERK, unit_id="direktorat", position_since=date(2025, 5, 1))
    row = dated(CLERK, history, before=now)
    assert codes(row) == ["REG-361"]
    assert (row.person, row.entries) == (now, ())


def test_an_older_file_does_not_undo_what_a_newer_one_said():
    row = dated(replace(CLERK, unit_id="direktorat", position_since=date(2019, 1, 1)))
    assert codes(row) == ["REG-361"]
    assert (row.person, row.entries) == (CLERK, ())


def test_a_move_ahead_of_its_day_is_recorded_once_however_often_the_file_comes():
    ahead = replace(CLERK, unit_id="direktorat", position_since=date(2025, 9, 1))
    first = dated(ahead)
    history = History(tuple(change.after for change in first.entries))
    again = dated(ahead, history)
    assert (again.person, again.entries, again.remarks) == (CLERK, (), ())


def test_a_new_grade_begins_on_its_own_tmt():
    row = dated(replace(CLERK, grade="III/b", grade_since=date(2025, 4, 1)))
    assert spells(row) == [(date(2021, 4, 1), date(2025, 3, 31)), (date(2025, 4, 1), None)]


def test_a_status_has_no_tmt_in_the_file_and_begins_today():
    row = dated(replace(CLERK, legal_status=LegalStatus.UNPAID_LEAVE))
    assert spells(row) == [(None, date(2025, 6, 14)), (TODAY, None)]
    assert codes(row) == ["REG-364"]


def test_a_status_that_a_clerk_recorded_with_its_letter_stays():
    recorded = entry("x", EntryKind.STATUS, date(2025, 6, 1), status=LegalStatus.STUDY_LEAVE,
                     cause=CareerChange.STUDY_START)  # fmt: skip
    now = replace(CLERK, legal_status=LegalStatus.STUDY_LEAVE)
    row = dated(CLERK, History((recorded,)), before=now)
    assert codes(row) == ["REG-363"]
    assert row.person == now


def seat(after, history=None, before=UNIT):
    counter = itertools.count()
    return seat_by_file(before, after, BY_SOURCE, history or History(), TODAY, lambda: f"n{next(counter)}")


def test_a_new_head_in_the_unit_file_follows_the_old_one():
    found = seat(replace(UNIT, head_source_id="plt"))
    heads = [(one.after.person_id, one.after.since, one.after.until) for one in found.entries]
    assert heads == [("purnama", None, date(2025, 6, 14)), ("plt", TODAY, None)]
    assert [remark.code for remark in found.remarks] == ["REG-366"]


def test_a_file_that_still_names_the_head_who_left_is_not_believed():
    history = History((
        entry("purnama", EntryKind.HEAD, None, date(2025, 5, 31), unit_id="direktorat"),
        entry("plt", EntryKind.HEAD, date(2025, 6, 1), unit_id="direktorat"),
    ))  # fmt: skip
    now = replace(UNIT, head_source_id="plt")
    found = seat(UNIT, history, before=now)
    assert [remark.code for remark in found.remarks] == ["REG-365"]
    assert (found.unit, found.entries) == (now, ())


def test_a_head_who_is_not_in_the_register_yet_waits_for_the_staff_file():
    assert seat(replace(UNIT, head_source_id="unknown")).entries == ()
