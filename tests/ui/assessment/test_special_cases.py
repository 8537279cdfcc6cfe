"""Special cases in the grid: flags on the line, acts in a dialog, and closing what is incomplete by a waiver."""

from __future__ import annotations

import pytest

from meritdesk.core.circumstances import RevisionReason, TakeOverBasis
from meritdesk.core.lines import LineFlag, RatingQuery
from meritdesk.services.changes import Blocked
from meritdesk.ui.assessment.close_dialog import CloseDialog, CloseScope
from meritdesk.ui.assessment.page import AssessmentPage
from meritdesk.ui.assessment.verdicts import GridColumn
from meritdesk.ui.assessment.waiver_dialog import WaiverDialog


@pytest.fixture
def page(desk, lane, words, rated_city, qtbot, at_rest):
    shown = AssessmentPage(desk, lane, words)
    qtbot.addWidget(shown)
    shown.resize(1166, 678)
    shown.show()
    shown.enter(rated_city.period)
    at_rest()
    shown.raters.select(
        next(row for row in range(shown.raters.table.rowCount()) if shown.raters.table.line(row).people > 3)
    )
    at_rest()
    return shown


def test_what_is_special_is_marked_on_the_line_and_told_in_the_pane(page, desk, at_rest):
    line = page.table.lines[0]
    desk.assessment.acts.take_over(line.nip, page.period, TakeOverBasis.ABSENT, "Penilai meninggal dunia")
    page.refresh()
    at_rest()
    assert LineFlag.BY_SUPERIOR in page.table.lines[0].flags
    assert "D.1.2" in page.table.shown(page.table.lines[0], GridColumn.NAME)
    page.grid.setCurrentIndex(page.table.index(0, GridColumn.RESULT))
    page._load_card()
    at_rest()
    assert page.words.messages.label_of(LineFlag.BY_SUPERIOR) in page.why.toPlainText()


def test_the_dialog_asks_only_for_what_the_act_needs_and_tells_a_refusal(page, at_rest):
    dialog = page.open_acts()
    dialog.choice.setCurrentIndex(dialog.choice.findData("drop_out"))
    assert dialog.form.isRowVisible(dialog.day) and not dialog.form.isRowVisible(dialog.name)
    assert not dialog.record.isEnabled()
    dialog.text.setText("Surat Rektor 12/2025")
    assert dialog.record.isEnabled()
    dialog._carry_out()
    at_rest()
    assert "ASM-130" in dialog.fault.text() and dialog.isVisible()
    dialog.choice.setCurrentIndex(dialog.choice.findData("take_over"))
    dialog.basis.setCurrentIndex(dialog.basis.findData(TakeOverBasis.ABSENT))
    dialog.text.setText("Penilai meninggal dunia")
    dialog._carry_out()
    at_rest()
    assert page.desk.assessment.show(page.table.lines[0].nip, page.period).evaluation.is_by_superior


def test_a_closed_person_is_offered_a_new_version_only(page, desk, at_rest):
    desk.assessment.close(page.period)
    page.refresh()
    at_rest()
    dialog = page.open_acts()
    assert [act.name for act in dialog.acts] == ["reopen"]
    dialog.revision.setCurrentIndex(dialog.revision.findData(RevisionReason.ENTRY_ERROR))
    dialog.text.setText("Rating tertukar")
    dialog._carry_out()
    at_rest()
    assert desk.assessment.show(page.table.lines[0].nip, page.period).evaluation.version == 2


def test_who_is_incomplete_can_be_closed_by_name_and_reason(desk, lane, words, rated_city, qtbot, at_rest):
    period = rated_city.period
    rater = desk.assessment.raters(period)[0]
    someone = desk.assessment.grid(RatingQuery(period.code, period.year, rater_id=rater.rater_id))[0]
    desk.assessment.rate(someone.person_id, period, None, None)
    dialog = CloseDialog(desk, lane, words, period, (CloseScope("x", "", 118, 118, 0, 0),))
    qtbot.addWidget(dialog)
    dialog._close_period()
    at_rest()
    before = [dialog.table.blocked_at(row) for row in range(dialog.table.rowCount())]
    row = next(place for place, one in enumerate(before) if one.can_be_waived)
    dialog.view.selectRow(row)
    assert dialog.waive.isEnabled() and dialog.chosen == (before[row],)
    asked = dialog.open_waiver()
    assert not asked.confirm.isEnabled()
    asked.name.setText("Sekretaris Daerah")
    asked.reason.setText("Cuti besar sepanjang tahun")
    asked.accept()
    at_rest()
    after = [dialog.table.blocked_at(place).nip for place in range(dialog.table.rowCount())]
    assert before[row].nip not in after and len(after) == len(before) - 1


def test_the_waiver_asks_for_both_name_and_reason(words, qtbot):
    dialog = WaiverDialog(words, [Blocked("1", "Ani", "V-64", can_be_waived=True)])
    qtbot.addWidget(dialog)
    dialog.name.setText("Sekretaris")
    assert not dialog.confirm.isEnabled()
    dialog.reason.setText("Cuti besar")
    assert dialog.confirm.isEnabled() and dialog.answer() == ("Sekretaris", "Cuti besar")
