"""The SKP editor in the window: typed on the paper, hints that lead there, undo, drafts, and everything by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, JobClass, PlanState, ResultKind
from meritdesk.core.plan_signing import PlanStage, stage_of
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.planning.skp_dialogs import AskDialog
from meritdesk.ui.planning.skp_tab import SkpTab
from meritdesk.ui.planning.skp_tables import (
    PeopleColumn,
    SkpCopyTable,
    SkpDifferenceTable,
    SkpHintTable,
    SkpLibraryTable,
    SkpPeopleTable,
)
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


def make(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> SkpTab:
    page = SkpTab(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale())
    page.resize(1186, 700)
    page.show()
    page.enter(period)
    at_rest()
    return page


@pytest.fixture
def next_year(period: Period) -> Period:
    """A year in which nobody has a plan and nothing is closed."""
    return Period(period.year + 1, period.kind)


@pytest.fixture
def page(desk, lane, indonesian, next_year, qtbot, at_rest) -> SkpTab:
    return make(desk, lane, indonesian, next_year, qtbot, at_rest)


def settle(page: SkpTab, at_rest: Rest) -> None:
    """Let the page check and keep what was typed."""
    for timer in (page._checking, page._keeping, page.listing._typing):
        if timer.isActive():
            timer.stop()
            timer.timeout.emit()
    at_rest()


def test_the_list_of_people_sorts_itself_and_the_chosen_one_stays_chosen(page: SkpTab, at_rest: Rest) -> None:
    page.people_view.selectRow(2)
    at_rest()
    chosen = page.people.lines[2]
    QAbstractItemModelTester(page.people, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for falls in (False, True):
        page.listing.sort_by(PeopleColumn.NAME)
        names = [line.name.casefold() for line in page.people.lines]
        assert names == sorted(names, reverse=falls)
        assert page.listing.current() == chosen
    for _ in range(2):
        page.listing.sort_by(PeopleColumn.HINTS)
    page.refresh()
    at_rest()
    hints = [page.people.value(line, PeopleColumn.HINTS) for line in page.people.lines]
    assert hints == sorted(hints, reverse=True), "the order stays when the list is read again"


def choose(page: SkpTab, at_rest: Rest, group: JobClass = JobClass.JA_JF) -> None:
    """Bring somebody of a group of forms to the front."""
    for row in range(page.people.rowCount()):
        page.people_view.selectRow(row)
        at_rest()
        if page.plan is not None and page.plan.job_class is group:
            return
    raise AssertionError("nobody of this group")


def write(page: SkpTab, place: tuple[str, ...], text: str) -> None:
    field = page.paper.fields[place]
    field.setFocus()
    QTest.keyClicks(field, text)


def complete(page: SkpTab, at_rest: Rest) -> None:
    plan = page.plan
    assert plan is not None
    name, measure = plan.results[0].result_id, plan.results[0].indicators[0].indicator_id
    place = ("result", name, "indicator", measure)
    write(page, ("result", name, "text"), "Surat warga selesai dengan cepat dan akurat")
    write(page, ("result", name, "parent_text"), "Layanan meningkat")
    write(page, (*place, "text"), "Persentase surat yang selesai sesuai standar")
    write(page, (*place, "target"), "80-90 %")
    box = page.paper.fields[(*place, "aspect")]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    write(page, ("annex", "RESOURCES"), "Dua petugas")
    write(page, ("annex", "ACCOUNTABILITY"), "Dilaporkan setiap bulan dengan laporan")
    write(page, ("annex", "CONSEQUENCES"), "Memenuhi ekspektasi: penghargaan")
    settle(page, at_rest)


def answer(dialog: AskDialog | None, at_rest: Rest) -> None:
    assert dialog is not None
    dialog.accept()
    at_rest()


@pytest.mark.parametrize("table", [SkpPeopleTable, SkpHintTable, SkpDifferenceTable, SkpCopyTable, SkpLibraryTable])
def test_every_list_is_a_sound_model(table, indonesian, desk, lane, period, at_rest):
    model = table(indonesian)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found: list[object] = []
    editor = desk.planning.editor
    asks = {
        SkpPeopleTable: lambda step: editor.check_all(period.year),
        SkpLibraryTable: lambda step: desk.planning.library.entries(),
    }
    if table in asks:
        lane.ask(asks[table], found.append)
        at_rest()
    model.show_lines(found[0] if found else ())
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        model.shown(line, 0) for line in model.lines
    ]
    model.retranslate()


def test_the_page_opens_in_both_languages_with_everybody_and_a_plan(desk, lane, words, period, qtbot, at_rest):
    page = make(desk, lane, words, period, qtbot, at_rest)
    assert page.people.rowCount() > 30
    assert page.plan is not None and page.plan.state is PlanState.FIXED
    assert page.opened is not None and page.opened.is_closed
    assert not page.save_button.isEnabled() and not page.revise_button.isEnabled()
    assert page.opened.person.full_name in page.state.text()


def test_a_plan_is_typed_fixed_signed_and_revised(page, at_rest):
    choose(page, at_rest)
    settle(page, at_rest)
    codes = {line.hint.code for line in page.hints.lines}
    assert {"V-11", "V-19", "V-28"} <= codes
    page.save()
    at_rest()
    assert page.opened.stamp and not page.fix_button.isEnabled()
    complete(page, at_rest)
    assert not any(line.blocks for line in page.hints.lines)
    target = page.plan.results[0].indicators[0].target
    assert (str(target.low), str(target.high), target.unit) == ("80", "90", "%")
    page.save()
    at_rest()
    assert page.opened.stamp and not page.is_changed and page.fix_button.isEnabled()
    answer(page.open_fix(), at_rest)
    assert stage_of(page.opened.plan) is PlanStage.FIXED
    assert page.paper.fields["annex", "RESOURCES"].isReadOnly()
    answer(page.open_sign(), at_rest)
    answer(page.open_sign(), at_rest)
    assert stage_of(page.opened.plan) is PlanStage.SIGNED
    dialog = page.open_revise()
    assert not dialog.ok.isEnabled()
    dialog.reason.setText("beban kerja berubah")
    answer(dialog, at_rest)
    assert (page.opened.plan.version, page.opened.plan.is_signed) == (2, False)
    write(page, ("annex", "RESOURCES"), " baru")
    page.save()
    at_rest()
    page.open_compare()
    at_rest()
    assert [line.field.value for line in page.comparing.table.lines] == ["RESOURCES"]
    page.comparing.every.setChecked(True)
    assert page.comparing.table.rowCount() > 5
    page.comparing.reject()


def test_a_hint_leads_to_its_field_by_mouse_and_by_key(page, at_rest):
    choose(page, at_rest)
    settle(page, at_rest)
    for row, line in enumerate(page.hints.lines):
        page.hint_view.selectRow(row)
        page._go_to_hint(page.hints.index(row, 0))
        place = page.paper.focused_place()
        # What is said of the plan as a whole leads to its first field.
        assert place[:1] == line.hint.place[:1] or line.hint.place == ("plan",)
    page.hint_view.clearSelection()
    page.next_hint()
    assert page.paper.focused_place()


def test_steps_are_taken_back_over_all_fields_and_done_again(page, at_rest):
    choose(page, at_rest)
    saved = page.plan
    name = saved.results[0].result_id
    write(page, ("result", name, "text"), "Arsip tersusun")
    write(page, ("annex", "RESOURCES"), "Lemari")
    page.paper.add_result(ResultKind.ADDITIONAL)
    assert [result.number for result in page.plan.results] == [1, 2]
    typed = page.plan
    QTest.keyClick(page.paper.fields["annex", "RESOURCES"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.undo() if page.plan == typed else None
    assert len(page.plan.results) == 1
    page.undo()
    assert page.paper.fields["annex", "RESOURCES"].toPlainText() == ""
    page.undo()
    assert page.plan == saved
    for _ in range(3):
        page.redo()
    assert page.plan == typed
    page.discard()
    assert page.plan == saved
    page.undo()
    assert page.plan == typed


def test_what_was_typed_comes_back_after_the_window_is_gone(page, desk, lane, indonesian, next_year, qtbot, at_rest):
    choose(page, at_rest)
    nip = page.opened.person.nip
    write(page, ("annex", "RESOURCES"), "Lemari arsip")
    settle(page, at_rest)
    page.close()
    told: list[str] = []
    again = SkpTab(desk, lane, indonesian)
    qtbot.addWidget(again)
    again.message.connect(told.append)
    again.narrow({"nip": nip})
    again.show()
    again.enter(next_year)
    at_rest()
    assert again.plan.resources == ("Lemari arsip",) and again.is_changed
    assert len(told) == 1
    again.undo()
    assert again.plan.resources == ()


def test_finish_and_next_saves_and_goes_to_the_next_open_plan(page, at_rest):
    choose(page, at_rest)
    first = page.opened.person.nip
    write(page, ("annex", "RESOURCES"), "Lemari")
    QTest.keyClick(page.paper.fields["annex", "RESOURCES"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.finish_and_next() if page.opened.person.nip == first and page.is_changed else None
    at_rest()
    at_rest()
    assert page.opened.person.nip != first
    lines = {line.nip: line for line in page.people.lines}
    assert lines[first].stage is PlanStage.DRAFT


def test_an_example_is_taken_over_in_place_of_an_empty_result(page, at_rest):
    choose(page, at_rest)
    page.open_library()
    at_rest()
    page.choosing.search.setText("pengaduan cepat")
    assert page.choosing.table.rowCount() >= 1
    page.choosing._take()
    assert len(page.plan.results) == 1 and page.plan.results[0].indicators[0].text
    page.paper.fields["annex", "RESOURCES"].setFocus()
    page.open_library()
    at_rest()
    assert {line.kind.value for line in page.choosing.table.lines} == {"RESOURCES"}
    page.choosing.search.setText("tidak ada yang begini")
    assert not page.choosing.ok.isEnabled()
    page.choosing.reject()


def test_last_years_plan_is_copied_after_a_preview_and_can_be_undone(page, at_rest):
    choose(page, at_rest)
    offers: list[tuple[str, str]] = []
    page.offer_undo.connect(lambda said, change_set: offers.append((said, change_set)))
    dialog = page.open_copy()
    at_rest()
    assert [line.state for line in dialog.table.lines] == ["added"]
    dialog.whom.setCurrentIndex(2)
    at_rest()
    assert len(dialog.table.lines) == len(page.people.lines)
    dialog.how.setCurrentIndex(1)
    at_rest()
    assert not dialog.ok.isEnabled()
    dialog.how.setCurrentIndex(0)
    dialog.whom.setCurrentIndex(0)
    at_rest()
    dialog._copy()
    at_rest()
    assert len(offers) == 1 and page.plan.results[0].text
    page.lane.ask(lambda step: page.desk.upkeep.undo(offers[0][1]))
    at_rest()


def test_a_colleague_whom_the_filter_hides_can_still_be_copied_from(page, at_rest, qtbot):
    choose(page, at_rest)
    dialog = page.open_copy()
    at_rest()
    dialog.whom.setCurrentIndex(2)
    at_rest()
    dialog._copy()
    at_rest()
    page.refresh()
    at_rest()
    everybody = len(page.people.lines)
    page.search.setText(page.opened.person.full_name)
    qtbot.waitUntil(lambda: 0 < len(page.people.lines) < everybody, timeout=20_000)
    at_rest()
    dialog = page.open_copy()
    at_rest()
    dialog.how.setCurrentIndex(1)
    at_rest()
    assert dialog.choice.count() > 0 and dialog.choice.currentData() != page.opened.person.nip
    dialog.how.setCurrentIndex(0)
    dialog.whom.setCurrentIndex(2)
    at_rest()
    assert len(dialog.table.lines) == len(page.people.lines)  # everybody in the list, as it is filtered


def test_a_leader_gets_perspectives_and_manuals_in_both_approaches(page, at_rest):
    choose(page, at_rest, JobClass.JPT_OR_AUTONOMOUS)
    measure = page.plan.results[0].indicators[0]
    place = ("result", page.plan.results[0].result_id, "indicator", measure.indicator_id)
    assert (*place, "perspective") in page.paper.fields and (*place, "aspect") not in page.paper.fields
    dialog = page.open_manual(place[1], place[3])
    dialog._texts["purpose"].setPlainText("Mengukur layanan")
    dialog.accept()
    assert page.plan.results[0].indicators[0].manual.purpose == "Mengukur layanan"
    dialog = page.open_manual(place[1], place[3])
    dialog._take_out()
    assert page.plan.results[0].indicators[0].manual is None
    page.approach.setCurrentIndex(page.approach.findData(Approach.QUALITATIVE))
    page._change_approach()
    assert (*place, "target") not in page.paper.fields
    page.paper.fields["plan", "needs_manuals"].setChecked(True)
    assert page.plan.needs_manuals


def test_a_plan_somebody_else_changed_is_not_overwritten(page, desk, lane, at_rest):
    choose(page, at_rest)
    write(page, ("annex", "RESOURCES"), "Lemari")
    plan = page.opened.plan
    lane.ask(lambda step: desk.planning.editor.save(replace(plan, contract="orang lain"), ""))
    at_rest()
    refused: list[Exception] = []
    lane.refused.connect(refused.append)
    page.save()
    at_rest()
    assert [error.code for error in refused] == ["PLN-216"]
    assert page.plan.resources == ("Lemari",)


def test_searching_narrows_the_people_and_says_when_nobody_fits(page, at_rest):
    name = page.people.lines[3].name.split()[0]
    page.search.setText(name)
    settle(page, at_rest)
    assert 0 < page.people.rowCount() < 30
    page.search.setText(page.people.lines[0].nip)
    settle(page, at_rest)
    assert page.people.rowCount() == 1 == len(page.people_here), "the store looked, and the list does not look again"
    page.search.setText("tidakadanama")
    settle(page, at_rest)
    assert page.people.rowCount() == 0
    assert "Kosongkan" in page.paper.widget().text()


def test_a_plan_passed_on_the_way_does_not_come_to_the_front(page: SkpTab, at_rest: Rest) -> None:
    page.people_view.selectRow(0)
    at_rest()
    shown = page.opened
    assert shown is not None
    page.people_view.selectRow(1)
    page.people_view.selectRow(0)
    at_rest()
    assert page.opened is not None
    assert page.opened.person.nip == shown.person.nip


class _Windows(QObject):
    """Notes which widgets become windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_the_paper_is_built_without_a_window_of_its_own(page: SkpTab, at_rest: Rest) -> None:
    windows = _Windows()
    QApplication.instance().installEventFilter(windows)
    try:
        page.people_view.selectRow(1)
        at_rest()
    finally:
        QApplication.instance().removeEventFilter(windows)
    assert page.plan is not None and not page._is_locked()
    assert windows.shown == []


def test_a_mover_gets_a_second_plan_from_a_day_and_it_stays_in_front_when_it_is_saved(page, qtbot, at_rest):
    choose(page, at_rest)
    page.save()
    at_rest()
    first = page.plan
    with qtbot.waitActive(page):
        page.activateWindow()
    page.people_view.setFocus()
    QTest.keyClick(
        page.people_view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    (dialog,) = page.findChildren(AskDialog)
    dialog.day.setDate(QDate(first.year, 7, 1))
    dialog.name.setText("Analis Pelayanan")
    answer(dialog, at_rest)
    begun = page.plan
    assert (begun.person_id, begun.starts, begun.post) == (first.person_id, date(first.year, 7, 1), "Analis Pelayanan")
    assert begun.plan_id != first.plan_id
    page.refresh()
    at_rest()
    assert page.plan.plan_id == begun.plan_id
    page.save()
    at_rest()
    page.refresh()
    at_rest()
    assert page.plan.plan_id == begun.plan_id
    row = page.people_view.currentIndex()
    assert "mulai" in page.people.index(row.row(), 0).data()
    assert "jabatan baru mulai 1 Juli" in page.state.text()
    assert [one.plan_id for one in page.opened.others] == [first.plan_id]


def test_a_second_plan_that_begins_before_the_first_is_refused(page, lane, at_rest):
    choose(page, at_rest)
    page.save()
    at_rest()
    told = []
    lane.refused.connect(told.append)
    dialog = page.open_new_post()
    dialog.day.setDate(QDate(page.plan.year, 1, 1))
    before = page.plan.plan_id
    answer(dialog, at_rest)
    assert [error.code for error in told] == ["PLN-218"]
    assert page.plan.plan_id == before


def test_workblocks_are_written_kept_with_the_plan_and_taken_back_with_ctrl_z(page, desk, at_rest):
    choose(page, at_rest, JobClass.JPT_OR_AUTONOMOUS)
    assert page.workblocks_action.isEnabled()
    dialog = page.open_workblocks()
    dialog.add()
    QTest.keyClicks(dialog.lines["title"], "Layanan satu pintu")
    dialog.lists["routine_activities"].setPlainText("Rapat bulanan\n\nLaporan")
    dialog.indicator.setEditText("Indeks layanan (90)")
    dialog.add()
    assert dialog.list.item(0).text() == "1. Layanan satu pintu"
    dialog.accept()
    at_rest()
    (block,) = page.plan.workblocks
    assert (block.title, block.routine_activities) == ("Layanan satu pintu", ("Rapat bulanan", "Laporan"))
    assert block.indicator_text == "Indeks layanan (90)"
    page.undo()
    assert page.plan.workblocks == ()
    page.redo()
    page.save()
    at_rest()
    assert desk.planning.editor.by_id(page.plan.plan_id).plan.workblocks[0].title == "Layanan satu pintu"
    again = page.open_workblocks()
    again.remove()
    assert again.workblocks() == () and again.empty.isVisible()
    again.reject()
    assert page.plan.workblocks


def test_a_result_becomes_one_of_the_offices_examples(page, desk, at_rest):
    choose(page, at_rest)
    complete(page, at_rest)
    page.save()
    at_rest()
    dialog = page.open_own_example()
    QTest.keyClicks(dialog.topic, "surat")
    answer(dialog, at_rest)
    own = [entry for entry in desk.planning.library.entries() if not entry.is_shipped]
    assert [(entry.text, entry.topic) for entry in own] == [("Surat warga selesai dengan cepat dan akurat", "surat")]
    assert own[0].result.parent_text == ""
    page.open_library()
    at_rest()
    library = page.choosing
    library.kinds.setCurrentIndex(0)
    library.search.setText("surat warga selesai")
    assert library.table.lines[0].entry_id == own[0].entry_id and library.remove_button.isEnabled()
    library.search.setText("pengaduan cepat")
    assert not library.remove_button.isEnabled(), "what the regulation gives stays"
    before = page.plan.results[0].indicators
    library.measures_only.click()
    assert len(page.plan.results) == 1 and page.plan.results[0].indicators[: len(before)] == before
    assert len(page.plan.results[0].indicators) > len(before), "measures came, no result"
    page.open_library()
    at_rest()
    page.choosing.kinds.setCurrentIndex(0)
    page.choosing.search.setText("surat warga selesai")
    page.choosing.remove_button.click()
    at_rest()
    assert [entry for entry in desk.planning.library.entries() if not entry.is_shipped] == []
    page.choosing.reject()


def test_the_further_verbs_speak_both_languages(desk, lane, words, next_year, qtbot, at_rest):
    page = make(desk, lane, words, next_year, qtbot, at_rest)
    choose(page, at_rest, JobClass.JPT_OR_AUTONOMOUS)
    said = {"id": "Blok kerja (A.1.4)", "en": "Workblocks (A.1.4)"}[words.language]
    assert page.workblocks_action.text() == f"{said}…"
    assert page.open_workblocks().windowTitle() == said
    assert [action.shortcut().toString() for action in page.more_button.menu().actions()] == [
        "Ctrl+Shift+M",
        "Ctrl+Shift+K",
        "Ctrl+Shift+E",
    ]
