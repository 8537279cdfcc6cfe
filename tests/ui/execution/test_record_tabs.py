"""Feedback, guidance and action plan: written, seen, opened and refused in the window, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk.core.confidential import BehaviourProblem, ConfidentialKind, Counselling
from meritdesk.core.feedback import FeedbackGiver, FeedbackMark
from meritdesk.core.guidance import Coaching, GuidanceKind, Training
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.services.execution.feedback import FeedbackDraft
from meritdesk.services.execution.grid import GridQuery
from meritdesk.services.execution.guidance import GuidanceDraft
from meritdesk.ui.execution.record_parts import PARTS
from meritdesk.ui.rooms import make_page


@pytest.fixture
def planned(desk):
    """Somebody with a plan."""
    return desk.execution.grid.lines(GridQuery(2025)).lines[0]


def chosen(tab, at_rest, planned):
    tab.narrow({"nip": planned.nip})
    QTest.qWait(250)
    at_rest()
    assert tab.people.person.person_id == planned.person_id
    return planned.person_id


def test_every_tab_opens_in_both_languages_and_its_models_keep_their_promises(
    desk, lane, qtbot, at_rest, period, words
):
    room = make_page("execution", desk, lane, words)
    qtbot.addWidget(room)
    room.show()
    room.enter(period)
    for key in ("actuals", "action_plan", "feedback", "guidance"):
        room.choose(key)
        at_rest()
        page = room.tab(key)
        QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        if key != "actuals":
            QAbstractItemModelTester(page.people.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        assert page.primary_focus().isVisible()
    titles = [room.bar.tabText(place) for place in range(4)]
    assert (
        titles
        == {
            "id": ["Realisasi", "Rencana aksi", "Umpan balik", "Bimbingan"],
            "en": ["Actuals", "Action plan", "Feedback", "Guidance"],
        }[words.language]
    )


def test_feedback_is_written_with_the_keyboard_seen_and_withdrawn(open_tab, indonesian, at_rest, planned, desk):
    tab = open_tab("feedback", indonesian)
    person_id = chosen(tab, at_rest, planned)
    assert tab.table.lines == []
    assert tab.giver_name.text() == tab.people.person.rater_name
    tab.day.setDate(QDate(2025, 11, 3))
    tab.text.setPlainText("Laporan tepat waktu")
    tab.ground.setText("Laporan TW IV")
    tab.add_action.trigger()
    at_rest()
    log = desk.execution.feedback.log(person_id, parse_period("2025"))
    assert [line.entry.text for line in log.lines] == ["Laporan tepat waktu"]
    assert (log.tally.positive, log.tally.total) == (1, 1)
    assert len(tab.table.lines) == 1
    assert tab.text.toPlainText() == ""
    tab.add()
    at_rest()
    assert "EXE-231" in tab.heard[-1]
    offered = []
    tab.offer_undo.connect(lambda said, change: offered.append(change))
    tab.withdraw()
    at_rest()
    assert tab.table.lines == []
    assert offered


def test_an_item_is_put_right_in_the_form_and_nothing_else_of_it_changes(open_tab, words, at_rest, planned, desk):
    draft = FeedbackDraft(
        date(2025, 11, 3),
        FeedbackGiver.PEER,
        "Laporan trlambat",
        FeedbackMark.NEGATIVE,
        giver_name="Rekan Satu",
        behaviour=BehaviourValue.ADAPTIVE,
        evidence="Nota",
        is_requested=True,
    )
    entry = desk.execution.feedback.add(planned.person_id, draft).entry
    tab = open_tab("feedback", words)
    chosen(tab, at_rest, planned)
    assert not tab.leave_button.isVisible()
    tab.activateWindow()
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert (tab.text.toPlainText(), tab.giver_name.text()) == ("Laporan trlambat", "Rekan Satu")
    assert tab.leave_button.isVisible() and not tab.withdraw_button.isEnabled()
    assert {"id": "Simpan perubahan", "en": "Save the change"}[words.language] in tab.add_button.text()
    tab.leave_amending()
    assert tab.text.toPlainText() == "" and not tab.leave_button.isVisible()
    tab.begin_amending()
    tab.text.setPlainText("")
    tab.add()
    at_rest()
    assert "EXE-231" in tab.heard[-1] and tab.leave_button.isVisible()
    tab.text.setPlainText("Laporan terlambat")
    tab.add()
    at_rest()
    (line,) = desk.execution.feedback.log(planned.person_id, parse_period("2025")).lines
    assert line.entry == replace(entry, text="Laporan terlambat")
    assert tab.text.toPlainText() == "" and not tab.leave_button.isVisible()


def fill(dialog, **values):
    for name, value in values.items():
        dialog.fields[name].show(value)


def test_every_kind_of_record_is_written_read_and_put_right(open_tab, indonesian, at_rest, planned, desk):
    tab = open_tab("guidance", indonesian)
    person_id = chosen(tab, at_rest, planned)
    for kind in GuidanceKind:
        dialog = tab.write(kind)
        assert set(dialog.fields) == {part.field for part in PARTS[kind]}
        dialog.save.click()
        at_rest()
        assert "EXE-246" in dialog.told.text() or "EXE-244" in dialog.told.text()
        fill_some(dialog, kind)
        dialog.guide.setText("Endang")
        dialog.save.click()
        at_rest()
    records = desk.execution.guidance.lines(person_id)
    assert [record.kind for record in records] and {record.kind for record in records} == set(GuidanceKind)
    assert len(tab.table.lines) == len(GuidanceKind)
    tab.view.selectRow(0)
    assert "Isi" in tab.sheet.toPlainText()
    amended = tab.amend()
    assert amended.body() == tab.table.lines[0].record.body
    amended.place.setText("Ruang rapat")
    amended.save.click()
    at_rest()
    assert "Ruang rapat" in {record.place for record in desk.execution.guidance.lines(person_id)}


def fill_some(dialog, kind) -> None:
    if kind is GuidanceKind.COACHING:
        dialog.fields["opportunity"].show("Isi")
        table = dialog.fields["steps"].widget
        for row in range(4):
            table.item(row, 0).setText(f"Isi {row}")
        table.item(0, 2).setCheckState(Qt.CheckState.Checked)
        assert [step.adjusts_plan for step in dialog.fields["steps"].value()] == [True, False, False, False]
    elif kind is GuidanceKind.MENTORING:
        dialog.fields["goals"].widget.item(0, 0).setText("Isi keahlian")
    elif kind is GuidanceKind.TRAINING:
        fill(dialog, title="Isi diklat", is_formal=True, ends=date(2025, 12, 1), outcome="Isi")
    elif kind is GuidanceKind.FEEDBACK:
        fill(dialog, about_employee="Isi")
    else:
        scores = dialog.fields["scores"].widget
        scores.item(0, 1).setText("4")
        scores.item(9, 0).setText("SQL")
        scores.item(9, 1).setText("3")
        fill(dialog, recommendation="Isi")


def test_a_confidential_record_is_read_only_after_opening_it(open_tab, indonesian, at_rest, planned, desk):
    tab = open_tab("guidance", indonesian)
    person_id = chosen(tab, at_rest, planned)
    desk.execution.confidential.add(person_id, date(2025, 12, 2), Counselling("Psikolog", subject="Rahasia sekali"))
    tab.refresh()
    at_rest()
    assert "Rahasia sekali" not in tab.sheet.toPlainText()
    assert tab.amend() is None
    assert tab.evidence._place is None
    tab.open_record()
    at_rest()
    assert "Rahasia sekali" in tab.sheet.toPlainText()
    assert desk.upkeep.journal()[0].verb == "execution.confidential.open"
    assert tab.evidence._place is not None
    dialog = tab.amend()
    assert not dialog.readers.isEnabled()
    fill(dialog, agreement="Piket diatur")
    dialog.save.click()
    at_rest()
    assert "Piket diatur" in tab.sheet.toPlainText()


def test_a_behaviour_report_names_its_proofs_and_is_refused_without_them(open_tab, indonesian, at_rest, planned, desk):
    draft = FeedbackDraft(
        date(2025, 11, 3), FeedbackGiver.PEER, "Sering terlambat", FeedbackMark.NEGATIVE, "Joko", result_number=1
    )
    proof = desk.execution.feedback.add(planned.person_id, draft).entry.entry_id
    tab = open_tab("guidance", indonesian)
    chosen(tab, at_rest, planned)
    dialog = tab.write(ConfidentialKind.BEHAVIOUR_PROBLEM)
    dialog.day.setDate(QDate(2025, 12, 1))
    dialog.readers.setText("Bu Konselor, Pak Kabag")
    fill(dialog, problem="Sering terlambat", others_too=False, reported_on=date(2025, 12, 1))
    dialog.save.click()
    at_rest()
    assert "V-57" in dialog.told.text()
    fill(dialog, told_on=date(2025, 11, 10), feedback_ids=(proof,))
    dialog.save.click()
    at_rest()
    line = desk.execution.confidential.lines(planned.person_id)[0]
    assert line.readers == ("Bu Konselor", "Pak Kabag")
    body = desk.execution.confidential.open(line.record_id).record.body
    assert (body.others_too, body.feedback_ids, body.reported_on) == (False, (proof,), date(2025, 12, 1))


def test_steps_documentation_and_take_over_are_written_from_the_list(open_tab, indonesian, at_rest, planned, desk):
    tab = open_tab("action_plan", indonesian)
    person_id = chosen(tab, at_rest, planned)
    results = len(tab.table.lines)
    assert results
    assert "V-50" in tab.told.text()
    steps = tab.open_steps()
    QTest.keyClicks(steps.rows[0].text, "Menyusun jadwal")
    QTest.keyClick(steps.rows[0].text, Qt.Key.Key_Return)
    QTest.keyClicks(steps.rows[1].text, "Melaksanakan")
    steps.rows[1].is_due.setChecked(True)
    steps.rows[1].day.setDate(QDate(2025, 6, 30))
    assert len(steps.rows) == 3
    steps.save.click()
    at_rest()
    assert len(tab.table.lines) == results + 2
    again = tab.open_steps()
    assert again.steps() == (("Menyusun jadwal", None), ("Melaksanakan", date(2025, 6, 30)))
    assert [row.day.isEnabled() for row in again.rows] == [False, True, False]
    again.rows[0].text.clear()
    again.rows[1].is_due.setChecked(False)
    again.save.click()
    at_rest()
    assert tab.open_steps().steps() == (("Melaksanakan", None),)
    tab.dialog.rows[1].text.setText("Menyusun jadwal")
    tab.dialog.save.click()
    at_rest()
    document = tab.open_document()
    document.day.setDate(QDate(2025, 4, 2))
    document.step.setCurrentIndex(1)
    document.save.click()
    at_rest()
    assert "EXE-246" in document.told.text()
    document.text.setPlainText("Jadwal terbit")
    document.save.click()
    at_rest()
    tab.view.selectRow(3)
    assert tab.evidence._place is not None
    taken = tab.open_take_over()
    taken.day.setDate(QDate(2025, 9, 1))
    taken.save.click()
    at_rest()
    assert "V-55" in taken.told.text()
    taken.note.setPlainText("Tidak ada kemajuan")
    next(iter(taken.earlier.values())).setChecked(True)
    taken.save.click()
    at_rest()
    first = desk.execution.action_plan.show(person_id, 2025)[0]
    assert (len(first.steps), first.documentation[0].step, len(first.takeovers)) == (2, 1, 1)
    assert len(tab.table.lines) == results + 4


def test_somebody_without_a_plan_is_told_what_to_do(open_tab, indonesian, at_rest, desk):
    names = desk.execution.grid.lines(GridQuery(2025, limit=500)).without_plan
    tab = open_tab("action_plan", indonesian)
    tab.people.search.setText(names[0].split(",")[0])
    QTest.qWait(250)
    at_rest()
    assert tab.middle.currentIndex() == 1
    assert tab.empty.text()
    assert not tab.steps_button.isEnabled()


def test_the_clerk_prints_from_where_he_works(open_tab, words, at_rest, planned, desk):
    wanted = []
    tab = open_tab("action_plan", words)
    tab.go_to.connect(lambda room, filters: wanted.append((room, filters)))
    assert not tab.print_menu.isEmpty()
    chosen(tab, at_rest, planned)
    assert tab.print_button.isEnabled()
    tab.activateWindow()
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    tab.print_menu.actions()[1].trigger()
    feedback = open_tab("feedback", words)
    feedback.go_to.connect(lambda room, filters: wanted.append((room, filters)))
    chosen(feedback, at_rest, planned)
    feedback.print_button.click()
    forms = ("B.1.1", "B.1.2", "B.1.5")
    assert wanted == [("documents", {"tab": "print", "form": form, "nip": planned.nip}) for form in forms]


def test_without_a_plan_there_is_nothing_to_print(open_tab, indonesian, at_rest, desk):
    tab = open_tab("action_plan", indonesian)
    tab.people.search.setText("nobody-of-this-name")
    QTest.qWait(250)
    at_rest()
    assert not tab.print_button.isEnabled()
    assert not any(action.isEnabled() for action in tab.print_menu.actions())


def test_a_long_name_does_not_widen_the_action_plan(open_tab, words, at_rest, planned):
    tab = open_tab("action_plan", words)
    chosen(tab, at_rest, planned)
    before = tab.minimumSizeHint().width()
    tab.heading.setText("Nama Panjang Sekali " * 12)
    assert tab.minimumSizeHint().width() <= before + 40


@pytest.mark.parametrize("kind", ["coaching", "counselling", "report"])
def test_the_chosen_record_is_seen_as_paper_and_printed(
    kind, open_tab, indonesian, at_rest, planned, desk, qtbot, tmp_path
):
    tab = open_tab("guidance", indonesian)
    person_id = chosen(tab, at_rest, planned)
    day = date(2025, 12, 2)
    if kind == "coaching":
        desk.execution.guidance.add(person_id, GuidanceDraft(day, Coaching(opportunity="x"), guide_name="Endang"))
    else:
        body = Counselling("Psikolog", subject="Rahasia") if kind == "counselling" else BehaviourProblem("Terlambat")
        desk.execution.confidential.add(person_id, day, body)
    tab.refresh()
    at_rest()
    assert tab.print_button.isEnabled()
    dialog = tab.print_record()
    at_rest()
    assert dialog.refusal.isHidden() and dialog.preview.pages.rowCount() >= 1
    with qtbot.waitSignal(dialog.printed):
        dialog.print_into(tmp_path)
    at_rest()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert desk.documents.count() == 1


def test_a_training_has_no_form_to_be_printed_on(open_tab, indonesian, at_rest, planned, desk):
    tab = open_tab("guidance", indonesian)
    person_id = chosen(tab, at_rest, planned)
    desk.execution.guidance.add(person_id, GuidanceDraft(date(2025, 12, 2), Training("Diklat"), guide_name="BKPSDM"))
    tab.refresh()
    at_rest()
    assert not tab.print_button.isEnabled() and tab.print_record() is None
