"""Recognition, the most improved, habits and the way to the next rank: filled, written from, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester

from meritdesk.core.attendance import Absence
from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.habits import HabitState
from meritdesk.core.lines import StaffQuery
from meritdesk.core.recognition import RecognitionState
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.rooms import make_page

Rest = Callable[[], None]


@pytest.fixture
def marked(desk: Desk, lane: Lane, at_rest: Rest) -> Desk:
    """Some were on duty elsewhere all December, so that the attendance of the month is known."""
    done: list[object] = []

    def mark(step: object) -> None:
        people = [entry.person for entry in desk.follow_up.index.board(2025).entries]
        for place, person in enumerate(people[:6]):
            first, last = date(2025, 12, 1), date(2025, 12, 31)
            absence = Absence("", person.person_id, "DL", first, last, f"ST/{place}")
            with suppress(UsageRefusal):  # somebody is on leave on one of these days
                desk.timekeeping.letters.save(person.nip, absence)

    lane.ask(mark, done.append, done.append)
    at_rest()
    assert done == [None]
    return desk


def shown(tab, desk, lane, indonesian, period, qtbot, at_rest):
    room = make_page("follow_up", desk, lane, indonesian)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose(tab)
    room.enter(period)
    at_rest()
    page = room.tab(tab)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return page


def test_the_head_chooses_one_of_the_shortlist_and_may_withdraw(marked, lane, indonesian, period, qtbot, at_rest):
    page = shown("recognition", marked, lane, indonesian, period, qtbot, at_rest)
    page.narrow({"month": "12"})
    page.refresh()
    at_rest()
    assert page.board.shortlist and page.current().placed.place == 1
    assert "DL" not in page.told_why(page.current()) and "%" in page.told_why(page.current())
    dialog = page.open_choose()
    assert not dialog.save.isEnabled() or dialog.is_suggested
    dialog.reason.setPlainText("Paling ramah menurut warga")
    assert dialog.save.isEnabled()
    dialog.accept()
    at_rest()
    assert page.board.award is not None and page.lines[0].state in (
        RecognitionState.CHOSEN, RecognitionState.SHORTLISTED,
    )  # fmt: skip
    assert not page.deeds["choose_best"].isEnabled() and page.deeds["show_certificate"].isEnabled()
    why = page.open_withdraw()
    why.reason.setPlainText("Salah bulan")
    why.accept()
    at_rest()
    assert page.board.award is None
    for language in ("en", "id"):
        indonesian.set_language(language)
        page.retranslate()
        assert page.lead.text() and page.summary.text()
    improved = shown("improved", marked, lane, indonesian, period, qtbot, at_rest)
    assert improved.lines and not improved.board.listed
    assert improved.told_why(improved.lines[0])


def test_a_habit_is_entered_talked_about_and_settled_by_its_dialogs(desk, lane, indonesian, period, qtbot, at_rest):
    page = shown("habits", desk, lane, indonesian, period, qtbot, at_rest)
    assert not page.lines
    dialog = page.open_add()
    assert not dialog.save.isEnabled()
    staff: list[object] = []
    lane.ask(lambda step: desk.register.staff(StaffQuery(limit=1)), staff.extend)
    at_rest()
    dialog.person.show_line(staff[0])
    dialog.kind.setCurrentIndex(dialog.kind.findData("SMOKING"))
    dialog.seen.setDate(QDate(2025, 12, 2))
    dialog.what.setPlainText("Di lorong")
    dialog.accept()
    at_rest()
    assert page.current().habit.kind == "SMOKING"
    assert "Di lorong" not in page.told_why(page.current())
    page.deeds["open_habit"].trigger()
    at_rest()
    assert "Di lorong" in page.told_why(page.current())
    talk = page.open_talk()
    talk.by.setText("Kepala Seksi")
    talk.agreed.setPlainText("Hanya di halaman")
    talk.accept()
    at_rest()
    outcome = page.open_settle()
    outcome.accept()
    at_rest()
    assert page.current().state is HabitState.CLOSED
    assert not page.deeds["talk_habit"].isEnabled()
    page.find_in_month()
    at_rest()
    found = len(page.lines)
    assert found >= 1
    page.find_in_month()
    at_rest()
    assert len(page.lines) == found


def test_the_way_to_the_next_rank_counts_a_letter_that_is_entered_and_taken_out(
    desk, lane, indonesian, period, qtbot, at_rest
):
    page = shown("credit_need", desk, lane, indonesian, period, qtbot, at_rest)
    line = page.current()
    before = line.standing.total
    form = page.open_enter()
    fields = [form.form.itemAt(row, form.form.ItemRole.FieldRole).widget() for row in range(form.form.rowCount())]
    fields[4].setText("12,5")
    fields[5].setText("PAK/1/2023")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    at_rest()
    page.refresh()
    at_rest()
    found = next(one for one in page.lines if one.person.nip == line.person.nip)
    later = [item for item in found.items if item.kind is CreditKind.BASE]
    assert later or found.standing.total == before  # dated today, after the year in the head
    done: list[object] = []
    item = CreditItem("", CreditKind.BASE, date(2022, 12, 31), date(2022, 12, 31), Decimal("12.5"), "PAK/2/2023")
    lane.ask(lambda step: desk.follow_up.credit_history.enter(line.person.nip, item), done.append)
    at_rest()
    page.refresh()
    at_rest()
    found = next(one for one in page.lines if one.person.nip == line.person.nip)
    assert found.standing.total == before + Decimal("12.5")
    letters = page.open_items()
    at_rest()
    assert letters.listing.lines
    letters.remove()
    at_rest()
    assert len(letters.listing.lines) == 1
