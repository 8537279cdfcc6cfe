"""Dokumen, cetak: the aids of planning, another form with its reason, stage six, lying paper; both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.documents import PrintOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.form_options import FormOptions
from meritdesk.ui.documents.outcome_dialog import PrintOutcomeDialog
from meritdesk.ui.documents.print_tab import PrintTab, Scope
from meritdesk.ui.rooms import make_page
from meritdesk.ui.tabs import TabbedRoom
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> PrintTab:
    room = make_page("documents", desk, lane, words)
    assert isinstance(room, TabbedRoom)
    qtbot.addWidget(room)
    room.resize(1186, 660)
    room.show()
    room.choose("print")
    room.enter(period)
    at_rest()
    found = room.tab("print")
    assert isinstance(found, PrintTab)
    return found


def ask(tab: PrintTab, form: Form, at_rest: Rest) -> None:
    tab.form.setCurrentIndex(tab.form.findData(form))
    tab.show_preview()
    at_rest()


def staff_with(tab: PrintTab, form: Form, at_rest: Rest) -> None:
    """Choose the first person whom an SKP form fits."""
    ask(tab, form, at_rest)
    for row in range(tab.listing.total):
        tab.people_view.setCurrentIndex(tab.people.index(row, 0))
        at_rest()
        if tab._used_form is form:
            return
    raise AssertionError(f"nobody has {form}")


def choose_instead(tab: PrintTab, form: Form | None, at_rest: Rest) -> None:
    tab.options.instead.setCurrentIndex(max(0, tab.options.instead.findData(form)))
    tab.options.instead.activated.emit(tab.options.instead.currentIndex())
    at_rest()


def printed(tab: PrintTab, folder: Path, at_rest: Rest) -> PrintOutcome | None:
    heard: list[PrintOutcome] = []
    tab.printed.connect(heard.append)
    tab.print_to(folder)
    at_rest()
    for dialog in tab.findChildren(PrintOutcomeDialog):
        dialog.accept()
    tab.printed.disconnect(heard.append)
    return heard[0] if heard else None


def test_each_form_offers_what_it_knows_and_no_more(tab: PrintTab, at_rest: Rest) -> None:
    options = tab.options
    shown = {}
    for form in (Form.A_1_7, Form.A_1_2, Form.A_1_5, Form.C_1_3, Form.D_1_1):
        ask(tab, form, at_rest)
        boxes = (options.instead, options.lying, options.stage_six, options.reason)
        shown[form] = tuple(box.isVisible() for box in boxes)
    assert shown == {
        Form.A_1_7: (True, False, True, False),
        Form.A_1_2: (True, False, False, False),
        Form.A_1_5: (False, True, False, False),
        Form.C_1_3: (True, False, False, False),
        Form.D_1_1: (False, False, False, False),
    }


def test_another_form_asks_for_its_reason_and_keeps_it_in_the_register(
    tab: PrintTab, desk: Desk, tmp_path: Path, at_rest: Rest
) -> None:
    staff_with(tab, Form.A_1_7, at_rest)
    choose_instead(tab, Form.A_1_6, at_rest)
    assert tab.options.reason.isVisible()
    assert "A.1.6" in tab.which.text() and "A.1.7" in tab.which.text()
    before = desk.documents.count()
    assert printed(tab, tmp_path, at_rest) is None
    assert tab.refusal.isVisible() and desk.documents.count() == before
    tab.options.reason.setText("Disepakati kualitatif")
    outcome = printed(tab, tmp_path, at_rest)
    assert outcome is not None and outcome.form is Form.A_1_6
    assert desk.documents.lines()[0].override_reason == "Disepakati kualitatif"
    choose_instead(tab, None, at_rest)
    again = printed(tab, tmp_path, at_rest)
    assert again is not None and again.form is Form.A_1_7


def test_a_form_whose_data_the_plan_lacks_is_refused_in_the_preview_already(tab: PrintTab, at_rest: Rest) -> None:
    staff_with(tab, Form.A_1_7, at_rest)
    choose_instead(tab, Form.A_1_2, at_rest)
    assert tab.refusal.isVisible() and not tab.print_button.isEnabled()


def test_stage_six_is_printed_as_a_draft(tab: PrintTab, tmp_path: Path, at_rest: Rest) -> None:
    staff_with(tab, Form.A_1_7, at_rest)
    tab.options.stage_six.setChecked(True)
    at_rest()
    outcome = printed(tab, tmp_path, at_rest)
    assert outcome is not None and outcome.file is not None
    with pypdfium2.PdfDocument(outcome.file.path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "DRAF" in text and "(4)" not in text


def test_the_matrix_of_the_persons_unit_is_previewed_and_printed(tab: PrintTab, tmp_path: Path, at_rest: Rest) -> None:
    ask(tab, Form.A_1_5, at_rest)
    assert tab.refusal.isHidden() and tab._used_form is Form.A_1_5
    tab.scopes.button(Scope.ALL).setChecked(True)
    outcome = printed(tab, tmp_path, at_rest)
    assert outcome is not None and outcome.sheets > 1


def test_a_page_that_asks_for_a_form_starts_without_an_override(tab: PrintTab, at_rest: Rest) -> None:
    staff_with(tab, Form.A_1_7, at_rest)
    choose_instead(tab, Form.A_1_6, at_rest)
    tab.options.stage_six.setChecked(True)
    tab.narrow({"form": Form.A_1_7.value})
    at_rest()
    assert tab.options.chosen().wanted is None and not tab.options.stage_six.isChecked()


def test_the_options_speak_both_languages(words: Words, qtbot: QtBot) -> None:
    options = FormOptions(words)
    qtbot.addWidget(options)
    options.retranslate()
    options.show_for(Form.A_1_7)
    assert options.lying.text() == {"id": "&Mendatar", "en": "&Landscape"}[words.messages.language]
    assert options.instead.count() == 5
    assert options.chosen().styled(PaperStyle(), Form.A_1_7) == PaperStyle()
