"""The register with time over a real desk: a person's year, a change seen before it is done, who blocks whom, twins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.blockers import BlockerKind
from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.register.blockers_tab import BlockersPage
from meritdesk.ui.register.change_dialog import ChangeDialog
from meritdesk.ui.register.change_table import Part
from meritdesk.ui.register.duplicates_tab import DuplicatesPage
from meritdesk.ui.register.hindrance_table import Sort
from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.register.step_dialog import StepDialog
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


class Bench:
    """A desk on its lane: verbs are asked there and their answers waited for."""

    def __init__(self, desk: Desk, lane: Lane, at_rest: Rest) -> None:
        self.desk, self._lane, self._rest = desk, lane, at_rest

    def ask(self, verb):
        answers: list[object] = []
        self._lane.ask(lambda step: verb(self.desk.register), answers.append)
        self._rest()
        return answers[0]

    def people(self) -> list[StaffLine]:
        return list(self.ask(lambda register: register.staff(StaffQuery(limit=200))))


@pytest.fixture
def bench(desk: Desk, lane: Lane, at_rest: Rest) -> Bench:
    return Bench(desk, lane, at_rest)


def shown(page, period: Period, lane: Lane, qtbot: QtBot, at_rest: Rest):
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def a_clerk(people: list[StaffLine]) -> StaffLine:
    return next(one for one in people if one.position_kind is PositionKind.STAFF and one.rater_name)


def a_head(people: list[StaffLine]) -> StaffLine:
    raters = {one.rater_name for one in people}
    return next(one for one in people if one.name in raters and one.position_kind is PositionKind.ADMINISTRATOR)


@pytest.fixture
def staff(desk, lane, words, period, qtbot, at_rest) -> RegisterPage:
    return shown(RegisterPage(desk, lane, words), period, lane, qtbot, at_rest)


def select(page: RegisterPage, nip: str, qtbot: QtBot, at_rest: Rest) -> None:
    page.narrow({"search": nip, "nip": nip})
    qtbot.waitUntil(lambda: not page.listing._typing.isActive(), timeout=2000)
    at_rest()


def test_the_year_of_a_person_is_read_when_its_tab_is_opened(
    staff: RegisterPage, bench: Bench, qtbot: QtBot, at_rest: Rest
) -> None:
    clerk = a_clerk(bench.people())
    select(staff, clerk.nip, qtbot, at_rest)
    assert staff.side.timeline.shown is None
    staff.side.setCurrentWidget(staff.side.timeline)
    at_rest()
    text = staff.side.timeline.toPlainText()
    assert clerk.name in text and clerk.rater_name in text
    assert "REG-EVAL" not in text and "ENTRYKIND" not in text


def test_a_change_is_shown_first_and_written_only_then(
    staff: RegisterPage, bench: Bench, qtbot: QtBot, at_rest: Rest
) -> None:
    people = bench.people()
    clerk = a_clerk(people)
    other = next(one for one in people if one.unit_id != clerk.unit_id and one.rater_name)
    select(staff, clerk.nip, qtbot, at_rest)
    offered: list[tuple[str, str]] = []
    staff.offer_undo.connect(lambda told, change: offered.append((told, change)))
    staff.change_action.trigger()
    dialog = staff.findChild(ChangeDialog)
    at_rest()
    assert dialog is not None
    dialog.form.unit.setCurrentIndex(dialog.form.unit.findData(other.unit_id))
    dialog.form.title.setText("Analis Data")
    dialog.form.since.setDate(QDate(2025, 5, 1))
    QTest.keyClick(dialog.forward, Qt.Key.Key_Space)
    at_rest()
    assert dialog.is_showing and not dialog.problem.isVisible()
    parts = {line.part for line in dialog.table.lines}
    assert {Part.ENTRY, Part.LINE, Part.PLAN, Part.EVALUATION} <= parts
    assert bench.ask(lambda register: register.show(clerk.nip)).person.unit_id == clerk.unit_id
    QTest.keyClick(dialog.forward, Qt.Key.Key_Space)
    at_rest()
    assert bench.ask(lambda register: register.show(clerk.nip)).person.unit_id == other.unit_id
    assert len(offered) == 1 and clerk.name in offered[0][0]


def test_what_the_law_refuses_stays_in_the_first_step_with_the_reason(
    staff: RegisterPage, bench: Bench, qtbot: QtBot, at_rest: Rest
) -> None:
    clerk = a_clerk(bench.people())
    select(staff, clerk.nip, qtbot, at_rest)
    dialog = staff.open_change()
    at_rest()
    dialog.choose(CareerChange.STUDY_END)
    assert not dialog.form.unit.isVisible()
    dialog.go_on()
    at_rest()
    assert not dialog.is_showing
    assert "REG-376" in dialog.problem.text()
    dialog.reject()


def test_without_anybody_selected_the_wizard_says_what_to_do(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot
) -> None:
    page = RegisterPage(desk, lane, words)
    qtbot.addWidget(page)
    said: list[str] = []
    page.message.connect(said.append)
    assert page.open_change() is None
    assert len(said) == 1


@pytest.fixture
def blocked(desk, lane, words, period, qtbot, at_rest, bench) -> tuple[BlockersPage, StaffLine]:
    """The page after the head of a unit died in September."""
    head = a_head(bench.people())
    request = ChangeRequest(CareerChange.DEATH, head.person_id, date(2025, 9, 25))
    bench.ask(lambda register: register.careers.change(request))
    return shown(BlockersPage(desk, lane, words), period, lane, qtbot, at_rest), head


def test_the_largest_blocker_stands_on_top_with_those_who_wait_below(blocked) -> None:
    page, _ = blocked
    first = page.table.lines[0]
    assert (first.sort, first.kind) == (Sort.BLOCKER, BlockerKind.VACANT_HEAD)
    assert page.waiting.rowCount() == first.count > 0
    assert page.words.number(page._found.waiting) in page.totals.text()
    page.listing.keep("kind", ["blocks"])
    assert all(line.sort is Sort.BLOCKER for line in page.table.lines)


def test_the_next_step_of_a_vacancy_opens_the_wizard_for_a_plt(blocked, at_rest: Rest) -> None:
    page, _ = blocked
    dialog = page._open_change(page.table.lines[0])
    at_rest()
    assert dialog.form.change is CareerChange.PLT_START
    assert dialog.form.request().unit_id == page.table.lines[0].unit_id
    dialog.go_on()
    at_rest()
    assert dialog.is_showing
    dialog.reject()


def test_somebody_who_waits_is_found_in_the_staff_list(blocked) -> None:
    page, _ = blocked
    asked: list[tuple[str, dict]] = []
    page.go_to.connect(lambda room, filters: asked.append((room, filters)))
    page.waiting_view.selectRow(0)
    page.open_action.trigger()
    assert asked == [("register", {"tab": "staff", "nip": page.waiting.lines[0].nip,
                                   "search": page.waiting.lines[0].nip})]  # fmt: skip


def test_a_plt_without_delegation_gets_it_from_the_list(blocked, bench: Bench, at_rest: Rest) -> None:
    page, head = blocked
    seat = page.table.lines[0]
    raters = {one.rater_name for one in bench.people()} - {head.name}
    acting = next(one for one in bench.people() if one.name in raters and one.rater_name)
    request = ChangeRequest(CareerChange.PLT_START, acting.person_id, date(2025, 10, 1), seat.unit_id)
    bench.ask(lambda register: register.careers.change(request))
    row = next(row for row, line in enumerate(page.table.lines) if line.kind is BlockerKind.NO_DELEGATION)
    page.view.selectRow(row)
    page.step_action.trigger()
    dialog = page.findChild(StepDialog)
    assert dialog is not None and dialog.is_given
    dialog.note.setText("Surat 800/12")
    dialog.accept()
    at_rest()
    assert all(line.kind is not BlockerKind.NO_DELEGATION for line in page.table.lines)
    waiting = bench.ask(lambda register: register.show(seat.people[0].nip))
    assert waiting.rater.nip == acting.nip


def test_an_official_who_does_not_act_for_a_unit_is_delegated_and_released(
    blocked, bench: Bench, at_rest: Rest
) -> None:
    page, head = blocked
    seat = page.table.lines[0]
    page.view.selectRow(0)
    dialog = page.open_delegation()
    at_rest()
    assert not dialog.save.isEnabled()
    assert dialog.asked.unit_id == seat.unit_id
    raters = {one.rater_name for one in bench.people()} - {head.name}
    other = next(one for one in bench.people() if one.name in raters and one.rater_name)
    dialog.official.setCurrentIndex(dialog.official.findData(other.person_id))
    dialog.since.setDate(QDate(2025, 10, 1))
    dialog.note.setText("Surat 800/14")
    assert dialog.save.isEnabled()
    dialog.accept()
    at_rest()
    waiting = bench.ask(lambda register: register.show(seat.people[0].nip))
    assert waiting.rater.nip == other.nip
    again = page.open_delegation()
    at_rest()
    again.unit.setCurrentIndex(again.unit.findData(seat.unit_id))
    again.official.setCurrentIndex(again.official.findData(other.person_id))
    again.taken.setChecked(True)
    again.since.setDate(QDate(2025, 11, 1))
    assert not again.until.isEnabled()
    again.accept()
    at_rest()
    assert bench.ask(lambda register: register.show(seat.people[0].nip)).rater is None


def test_everything_in_order_says_so(desk, lane, words, period, qtbot, at_rest) -> None:
    page = shown(BlockersPage(desk, lane, words), period, lane, qtbot, at_rest)
    assert page._found is not None
    page._show(replace(page._found, blockers=(), follow_ups=(), estimated=(), is_due=False))
    assert page.middle.currentWidget() is page.empty
    assert page.empty.text()


@pytest.fixture
def doubled(desk, lane, words, period, qtbot, at_rest, bench, tmp_path: Path) -> tuple[DuplicatesPage, StaffLine]:
    clerk = a_clerk(bench.people())
    card = bench.ask(lambda register: register.show(clerk.nip))
    twin = f"{clerk.nip[:8]}202401{clerk.nip[14]}077"
    file = tmp_path / "kembar.csv"
    born = f"{card.person.birth_date:%d-%m-%Y}"
    file.write_text(f"NIP BARU;NAMA;TANGGAL LAHIR\n{twin};{card.person.name.upper()};{born}\n", encoding="utf-8")
    bench.ask(lambda register: register.import_staff(file))
    return shown(DuplicatesPage(desk, lane, words), period, lane, qtbot, at_rest), clerk


def test_twins_are_merged_with_a_reason_and_the_way_back_is_offered(doubled, bench: Bench, at_rest: Rest) -> None:
    page, clerk = doubled
    assert page.table.rowCount() == 1
    assert page.evidence.text() and page.moves.text()
    assert not page.join.isEnabled()
    offered: list[str] = []
    page.offer_undo.connect(lambda told, change: offered.append(change))
    page.reason.setText("kontrak baru")
    page.merge_action.trigger()
    at_rest()
    assert page.middle.currentWidget() is page.empty
    assert bench.ask(lambda register: register.show(clerk.nip)).person.nip == clerk.nip
    assert len(offered) == 1


def test_twins_can_be_swapped_and_kept_apart(doubled, at_rest: Rest) -> None:
    page, _ = doubled
    kept, gone = page._pair()
    page.swap.click()
    at_rest()
    assert page._pair() == (gone, kept)
    page.reason.setText("dua orang")
    page.apart.click()
    at_rest()
    assert page.table.rowCount() == 0
