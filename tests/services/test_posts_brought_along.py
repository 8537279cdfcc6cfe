"""Past posts, grades and credit letters that come with somebody: read and used at the new agency, changed by nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from small_office import NIPS, YEAR
from two_agencies import NURSE, ORDER, SINCE, at_code, person_at, reading, taken

from meritdesk.core.career import EntryKind, HistoryEntry
from meritdesk.core.credit_history import CREDIT_HEADINGS, CreditItem, CreditKind
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.people import PositionKind
from meritdesk.services.print_job import Selection

LETTER = CreditItem(
    "", CreditKind.BASE, date(2018, 1, 1), date(2022, 12, 31), Decimal("75.5"), "PAK/9", tier="Ahli Muda"
)
FIRST_POST, NOW_POST, GRADE = "post-1", "post-2", "grade-1"


@pytest.fixture
def with_a_past(pair):
    """The nurse was skilled until 2020, and has a letter of credit points."""
    old, new, stick = pair
    person_id = person_at(old).person_id
    save(
        old,
        HistoryEntry(FIRST_POST, person_id, EntryKind.POST, date(2015, 1, 1), date(2020, 12, 31),
                     position_kind=PositionKind.JF, position_title="PERAWAT TERAMPIL"),
        HistoryEntry(NOW_POST, person_id, EntryKind.POST, date(2021, 1, 1), position_kind=PositionKind.JF,
                     position_title="PERAWAT AHLI MUDA"),
        HistoryEntry(GRADE, person_id, EntryKind.GRADE, date(2019, 4, 1), grade="III/c"),
    )  # fmt: skip
    old.desk.follow_up.credit_history.enter(NURSE, LETTER)
    return old, new, stick


def save(office, *entries, verb="register.change"):
    around = office.desk.handover.around
    with around.store.writing(around.actor, verb) as work:
        work.history.save(entries)
        return work.commit()


def history_of(office):
    with reading(office) as work:
        return {one.entry_id: one for one in work.history.all().of(work.people.by_nip(NURSE).person_id)}


def standing(office):
    (line,) = office.desk.follow_up.credit_history.lines(2025, Selection(nip=NURSE))
    return line


def test_credit_points_are_reckoned_from_what_came_along(with_a_past):
    old, new, _ = with_a_past
    before = standing(old)
    taken(with_a_past)
    found = standing(new)
    assert found.standing.total == before.standing.total > LETTER.points, "the letter and the predicate of 2025"
    assert found.items == before.items and found.standing.reasons == before.standing.reasons
    card = new.desk.follow_up.credit.board(2025, Selection(nip=NURSE)).cards[0]
    assert card.found == old.desk.follow_up.credit.board(2025, Selection(nip=NURSE)).cards[0].found
    assert new.desk.assessment.show(NURSE, YEAR).evaluation.predicate is not None


def test_letters_and_posts_of_another_agency_are_changed_by_nobody_here(with_a_past, tmp_path):
    _, new, _ = with_a_past
    taken(with_a_past)
    letters, held = new.desk.follow_up.credit_history, history_of(new)
    at_code("PKG-840", letters.enter, NURSE, replace(LETTER, points=Decimal(90)))
    at_code("PKG-840", letters.drop, NURSE, LETTER.kind, LETTER.starts, LETTER.ends)
    at_code("PKG-840", save, new, replace(held[FIRST_POST], position_title="KEPALA"))
    around = new.desk.handover.around
    with around.store.writing(around.actor, "register.change") as work:
        work.history.remove([held[FIRST_POST]])
        at_code("PKG-840", work.commit)
    own = replace(LETTER, starts=date(2024, 1, 1), ends=date(2024, 12, 31), document="PAK/10")
    letters.enter(NURSE, own)
    assert [one.document for one in letters.items(NURSE)] == ["PAK/9", "PAK/10"], "what is entered here is ours"
    sheet = tmp_path / "ak.xlsx"
    rows = [(NURSE, "", "AK DASAR", LETTER.starts, LETTER.ends, points, "PAK/9", None, "Ahli Muda")
            for points in (Decimal(90),)]  # fmt: skip
    rows.append((NIPS["pharmacist"], "", "AK DASAR", LETTER.starts, LETTER.ends, Decimal(50), "PAK/11", None, ""))
    around.spreadsheets.write_list(sheet, CREDIT_HEADINGS, rows, "AK", (20,) * 9)
    outcome = letters.import_file(sheet)
    assert [one.code for one in outcome.refused] == ["PKG-840"], "one row is refused, not the file"
    assert letters.items(NIPS["pharmacist"]) and letters.items(NURSE)[0].points == LETTER.points


def test_a_new_grade_here_ends_the_one_that_came_along(with_a_past):
    _, new, _ = with_a_past
    taken(with_a_past)
    held = history_of(new)
    ended = replace(held[GRADE], until=date(2026, 3, 31))
    save(new, ended, replace(held[GRADE], entry_id="grade-2", since=date(2026, 4, 1), grade="III/d"))
    assert history_of(new)[GRADE].until == date(2026, 3, 31)


def test_what_the_old_agency_corrects_in_a_past_post_follows_with_its_next_file(with_a_past):
    old, new, stick = with_a_past
    taken(with_a_past)
    there = history_of(old)
    save(
        old,
        replace(there[FIRST_POST], until=date(2019, 12, 31)),
        replace(there[FIRST_POST], entry_id="post-1b", since=date(2020, 1, 1), until=date(2020, 12, 31),
                position_title="PERAWAT MAHIR"),
        replace(there[GRADE], since=date(2018, 10, 1)),
    )  # fmt: skip
    outcome = new.desk.handover.transfers.take(old.desk.handover.transfers.pack(ORDER, stick).path)
    assert outcome.code is ReceiptCode.ACCEPTED
    here = history_of(new)
    assert here[FIRST_POST].until == date(2019, 12, 31) and here["post-1b"].position_title == "PERAWAT MAHIR"
    assert here[GRADE].since == date(2018, 10, 1) and person_at(new).grade_since == date(2018, 10, 1)
    assert here[NOW_POST].until == date(2025, 12, 31), "his time here stays as it is"
    posts = [one for one in here.values() if one.kind is EntryKind.POST]
    assert [one.since for one in posts if one.since == SINCE], "and so does his post here"
    at_code("PKG-840", save, new, replace(here["post-1b"], position_title="KEPALA"))
    origins = new.desk.handover.transfers.origins(person_at(new).person_id)
    assert origins["riwayat_jabatan", "post-1b"].agency_code == "3372"


def test_posts_made_here_are_not_touched_by_a_later_file(with_a_past):
    old, new, stick = with_a_past
    taken(with_a_past)
    person_id = person_at(new).person_id
    own = HistoryEntry("ours", person_id, EntryKind.GRADE, date(2026, 4, 1), grade="III/d")
    save(new, own)
    save(old, replace(history_of(old)[GRADE], since=date(2018, 10, 1)),
         HistoryEntry("late", person_id, EntryKind.GRADE, date(2026, 7, 1), grade="IV/a"))  # fmt: skip
    new.desk.handover.transfers.take(old.desk.handover.transfers.pack(ORDER, stick).path)
    here = history_of(new)
    assert here["ours"] == own and "late" not in here, "what begins after the move is ours to say"
    assert here[GRADE].until == date(2026, 3, 31)
