"""Manual, why and glossary as windows: found by keys wherever one is, in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.help.book import blocks_of, chapter_pages
from meritdesk.ui.help.glossary_window import GlossaryWindow, TermTable
from meritdesk.ui.help.help_desk import HelpDesk, why_for
from meritdesk.ui.help.manual_window import ManualWindow
from meritdesk.ui.help.places import place_of, place_of_stop
from meritdesk.ui.help.printing import print_to
from meritdesk.ui.help.why_here import asked_at
from meritdesk.ui.help.why_window import Asked, WhyWindow
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.notices import RefusalStrip, refusal_box
from meritdesk.ui.palette.offers import matching
from meritdesk.ui.planning.hint_list import HintView
from meritdesk.ui.tour import STOPS
from meritdesk.ui.tour.stops import Stop
from meritdesk.ui.wording import Words


@pytest.fixture
def help_desk(indonesian: Words, qtbot: QtBot) -> Iterator[HelpDesk]:
    desk = HelpDesk(indonesian, lambda: ("planning", "matrix"))
    yield desk
    desk.close_all()


def shown_with_field(qtbot: QtBot, dialog: QDialog) -> QLineEdit:
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=2000)
    field.setFocus()
    return field


def reading(words: Words, qtbot: QtBot) -> ManualWindow:
    window = ManualWindow(words)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=2000)
    return window


# --- the manual ------------------------------------------------------------------------------------------------------


def test_the_manual_opens_at_the_place_and_follows_the_language(indonesian: Words, qtbot: QtBot) -> None:
    window = reading(indonesian, qtbot)
    window.open_at("planning-matrix-teams")
    assert window.reader.document().toPlainText().startswith("Perencanaan")
    assert window.contents.currentItem().text(0) == "Tim dan penugasan"
    assert window.reader.verticalScrollBar().value() > 0
    indonesian.set_language("en")
    assert window.anchor == "planning-matrix-teams"
    assert window.reader.document().toPlainText().startswith("Planning")
    assert window.contents.currentItem().text(0) == "Teams and assignments"


def test_every_heading_of_every_chapter_carries_its_anchor(words: Words, qtbot: QtBot) -> None:
    window = ManualWindow(words)
    qtbot.addWidget(window)
    for chapter in window.chapters():
        document = chapter_pages([chapter], words.language, window.font())
        headings = [block for block in blocks_of(document) if block.blockFormat().headingLevel()]
        found = [span.format.anchorNames()[0] for block in headings for span in block.textFormats()[:1]]
        assert found == [section.anchor for section in chapter.sections], chapter.key


def test_links_lead_on_and_back_leads_back(indonesian: Words, qtbot: QtBot) -> None:
    window = reading(indonesian, qtbot)
    window.open_at("year")
    window.follow(QUrl("upkeep.md#upkeep-holidays"))
    assert window.anchor == "upkeep-holidays"
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.anchor == "year"
    window.go_forward()
    assert window.anchor == "upkeep-holidays"
    window.follow(QUrl("https://example.invalid/"))
    assert window.anchor in window.manual.anchors


def test_the_search_over_all_chapters_answers_while_typing(indonesian: Words, qtbot: QtBot) -> None:
    window = reading(indonesian, qtbot)
    window.open_at("start")
    window.seek("lembar pemulihan")
    assert window.left.currentWidget() is window.hits and window.hits.count() > 1
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.anchor == window.hits.item(0).data(Qt.ItemDataRole.UserRole)
    window.search.setText("xyzzy")
    assert window.left.currentWidget() is window.nothing
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.left.currentWidget() is window.contents and window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_page_is_searched_with_ctrl_f(indonesian: Words, qtbot: QtBot) -> None:
    window = reading(indonesian, qtbot)
    window.open_at("backup")
    window.find_bar.begin()
    qtbot.keyClicks(window.find_bar.field, "flashdisk")
    first = window.reader.textCursor().position()
    assert window.reader.textCursor().selectedText() == "flashdisk"
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return)
    assert window.reader.textCursor().position() > first
    qtbot.keyClick(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.reader.textCursor().position() == first
    window.find_bar.field.setText("xyzzy")
    assert window.find_bar.told.text() != ""


def test_the_size_of_the_window_is_remembered(indonesian: Words, qtbot: QtBot) -> None:
    first = ManualWindow(indonesian)
    qtbot.addWidget(first)
    first.resize(690, 510)
    first.close()
    assert QSettings().value("help/geometry") is not None
    second = ManualWindow(indonesian)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (690, 510)


def test_a_chapter_is_printed_in_black(indonesian: Words, qtbot: QtBot, tmp_path: Path) -> None:
    window = ManualWindow(indonesian)
    qtbot.addWidget(window)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "chapter.pdf"))
    print_to(printer, [window.manual.chapter("backup")], indonesian)
    assert (tmp_path / "chapter.pdf").read_bytes().startswith(b"%PDF")


def test_the_chapter_of_messages_ends_with_every_code_of_the_program(words: Words, qtbot: QtBot) -> None:
    window = ManualWindow(words)
    qtbot.addWidget(window)
    window.open_at("messages-codes")
    text = window.reader.document().toPlainText()
    assert all(code in text for code in ("IMP-204", "STO-610", "UI-361", "PKG-511"))
    assert "{" not in text


# --- F1 everywhere ---------------------------------------------------------------------------------------------------


def test_f1_in_the_window_opens_the_manual_at_the_tab_in_front(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    for room, tab in (("planning", "kpi"), ("handover", "handover")):
        window.go(room, {"tab": tab} if tab != room else None)
        at_rest()
        assert window.help.open_manual().anchor == f"{room}-{tab}"
        window.activateWindow()
    term = next(offer for offer in matching(window.finder.offers, "terhitung mulai tanggal") if offer.term)
    window.finder.chosen.emit(term)
    glossary = window.help.glossary
    assert glossary is not None and glossary.isVisible()
    assert glossary.current is not None and glossary.current.key == "tmt"
    window.close()
    assert not glossary.isVisible()


def test_f1_works_in_a_dialog_that_knows_nothing_of_help(help_desk: HelpDesk, qtbot: QtBot) -> None:
    dialog = type("TeamDialog", (QDialog,), {})()
    field = shown_with_field(qtbot, dialog)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    manual = help_desk.manual
    assert manual is not None and manual.isVisible() and manual.anchor == "planning-matrix-teams"
    assert manual.parentWidget() is dialog  # else the modal dialog would lock it
    dialog.close()


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.name)
def test_each_dialog_of_the_tour_finds_its_section(stop: Stop, qapp: QApplication) -> None:
    dialog = type(stop.opens, (QDialog,), {})()
    here = [one for one in STOPS if (one.opens, one.room, one.tab) == (stop.opens, stop.room, stop.tab)]
    assert place_of(dialog, stop.room, stop.tab) in {place_of_stop(one) for one in here}


# --- why -------------------------------------------------------------------------------------------------------------


def test_why_says_rule_article_and_who_may_set_it_aside(words: Words, qtbot: QtBot) -> None:
    window = WhyWindow(words)
    qtbot.addWidget(window)
    window.show()
    window.explain([Asked("V-15", {"word": "semua"}), Asked("V-89"), Asked("V-15")])
    assert window.codes.count() == 2
    text = window.reader.document().toPlainText()
    assert '"semua"' in text and "PermenPANRB 6/2022" in text
    window.codes.setCurrentRow(1)
    assert "V-89" in window.reader.document().toPlainText()
    with qtbot.waitSignal(window.manual_wanted) as wanted:
        window.manual_button.click()
    assert wanted.args == ["assessment-objections"]
    window.explain([])
    assert window.none.isVisible() and not window.manual_button.isEnabled()


def test_why_follows_the_language_while_it_is_open(indonesian: Words, qtbot: QtBot) -> None:
    window = WhyWindow(indonesian)
    qtbot.addWidget(window)
    window.explain([Asked("V-64")])
    assert "Kesalahan" in window.reader.document().toPlainText()
    indonesian.set_language("en")
    assert "Error" in window.reader.document().toPlainText()


def test_the_marked_line_of_a_list_of_hints_is_explained_with_its_facts(
    help_desk: HelpDesk, indonesian: Words, qtbot: QtBot
) -> None:
    view = HintView(indonesian)
    qtbot.addWidget(view)
    view.show_hints([Hint("V-36", {"name": "Sari"}), Hint("V-35", {"indicator": "IPM"})], None)
    view.setCurrentIndex(view.table.index(1, 2))
    assert asked_at(view)[0] == Asked("V-35", {"indicator": "IPM"})
    view.setCurrentIndex(view.table.index(0, 0))
    view.clicked.emit(view.table.index(0, 0))
    assert help_desk.why is not None
    assert "Sari" in help_desk.why.reader.document().toPlainText()


def test_codes_on_the_page_are_found_where_nothing_is_marked(qtbot: QtBot) -> None:
    dialog = QDialog()
    layout = QVBoxLayout(dialog)
    field, label = QLineEdit(), QLabel("<b>⚠ Pimpinan wajib memberi umpan balik berkala.</b> <small>(V-52)</small>")
    layout.addWidget(field)
    layout.addWidget(label)
    qtbot.addWidget(dialog)
    dialog.show()
    assert asked_at(field) == (Asked("V-52"),)
    label.hide()
    assert asked_at(field) == () and asked_at(None) == ()


def test_a_refusal_box_offers_why_and_stays_open(help_desk: HelpDesk, indonesian: Words, qtbot: QtBot) -> None:
    box = refusal_box(None, indonesian, FileRefusal("PKG-511", key_id="3AF0"))
    qtbot.addWidget(box)
    box.open()
    why = next(button for button in box.buttons() if "Mengapa" in button.text())
    assert isinstance(why, QPushButton)
    why.click()
    assert box.isVisible()
    assert help_desk.why is not None and "3AF0" in help_desk.why.reader.document().toPlainText()
    box.close()


def test_a_refusal_in_a_page_has_a_link_to_its_why(help_desk: HelpDesk, indonesian: Words, qtbot: QtBot) -> None:
    strip = RefusalStrip(indonesian)
    qtbot.addWidget(strip)
    strip.tell(UsageRefusal("USE-101", period="2025-TW9"))
    label = strip.findChild(QLabel)
    assert label is not None and "mengapa?" in label.text()
    label.linkActivated.emit("why")
    assert help_desk.why is not None and "2025-TW9" in help_desk.why.reader.document().toPlainText()


def test_a_code_without_more_to_say_offers_nothing(help_desk: HelpDesk) -> None:
    assert why_for("V-999") is None and why_for("") is None
    assert help_desk.why is None


def test_a_message_box_leads_to_the_chapter_of_messages(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    assert place_of(box, "planning", "matrix") == "messages"


# --- the glossary ----------------------------------------------------------------------------------------------------


def test_the_glossary_answers_while_typing(indonesian: Words, qtbot: QtBot) -> None:
    window = GlossaryWindow(indonesian)
    qtbot.addWidget(window)
    window.show()
    everything = window.table.rowCount()
    qtbot.keyClicks(window.search, "keber")
    assert 0 < window.table.rowCount() < everything
    assert "Pasal 29" in window.reader.document().toPlainText()
    indonesian.set_language("en")
    assert window.current is not None and window.current.key == "keberatan"
    assert "Art. 29" in window.reader.document().toPlainText()
    window.search.setText("xyzzy")
    assert window.current is None and window.reader.toPlainText() != ""
    window.open_at("tmt")
    assert window.current is not None and window.current.key == "tmt"


def test_the_list_of_terms_is_a_sound_model(indonesian: Words, qtmodeltester: ModelTester) -> None:
    table = TermTable(indonesian)
    window = GlossaryWindow(indonesian)
    table.show_lines(window.table.lines)
    qtmodeltester.check(table)
    window.deleteLater()
