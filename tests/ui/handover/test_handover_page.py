"""Kirim & terima: from the agency's window over the stick to the region's window and back."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import (
    OwedAnswer,
    PackageHeader,
    PackageKind,
    PackageView,
    RecordOutcome,
    RecordState,
)
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.dialogs import FactsDialog, arriving
from meritdesk.ui.handover.page import HandoverPage
from meritdesk.ui.handover.tables import (
    IncomingTable,
    OutgoingColumn,
    OutgoingTable,
    RecordTable,
    arrival_colour,
)
from meritdesk.ui.help.why_here import asked_at
from meritdesk.ui.line_table import SORT
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


def page_over(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot) -> HandoverPage:
    page = HandoverPage(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(lambda changes: page.mark_stale() if page.nouns & changes.nouns else None)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    return page


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> HandoverPage:
    page = page_over(desk, lane, words, period, qtbot)
    at_rest()
    return page


@pytest.fixture
def region_lane(qtbot: QtBot) -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.stop()


@pytest.fixture
def region_page(places: Any, region_lane: Lane, words: Words, period: Period, qtbot: QtBot) -> HandoverPage:
    opened: list[Desk] = []
    region_lane.open(lambda: bootstrap.open_desk(places.region, places.passphrase), opened.append)
    qtbot.waitUntil(lambda: region_lane.is_idle)
    page = page_over(opened[0], region_lane, words, period, qtbot)
    qtbot.waitUntil(lambda: region_lane.is_idle)
    return page


def last_dialog(page: HandoverPage) -> FactsDialog:
    return [dialog for dialog in page.findChildren(FactsDialog) if dialog.isVisible()][-1]


def words_on(dialog: FactsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_before_packing_the_page_says_what_can_travel_and_what_stays(page: HandoverPage) -> None:
    assert page._standing is not None
    whole = page._standing.whole
    assert whole.closed > 0
    assert page.words.number(whole.closed) in page.ready.text()
    assert page.outgoing.rowCount() == 0
    assert page.sent.stack.currentIndex() == 1 and page.sent.empty.text()


def test_a_package_travels_and_its_answer_confirms_it(
    page: HandoverPage, region_page: HandoverPage, region_lane: Lane, at_rest: Rest, places: Any, qtbot: QtBot
) -> None:
    def region_rest() -> None:
        for _ in range(2):
            qtbot.waitUntil(lambda: region_lane.is_idle, timeout=20_000)
            qtbot.wait(1)

    page.pack_to(places.stick)
    at_rest()
    said = words_on(last_dialog(page))
    last_dialog(page).accept()
    package = next(places.stick.glob("*.merit"))
    assert str(package) in said
    assert page.outgoing.index(0, OutgoingColumn.STATE).data() in (
        "di flashdisk, belum dikonfirmasi",
        "on the stick, not yet confirmed",
    )

    region_page.take(package)
    region_rest()
    arriving = last_dialog(region_page)
    assert "✓" in words_on(arriving)
    arriving.accept()
    region_rest()
    last_dialog(region_page).accept()
    assert region_page.incoming.rowCount() == 1

    reply = next(path for path in places.stick.glob("*.merit") if path != package)
    page.receive(reply)
    at_rest()
    last_dialog(page).accept()
    assert page.outgoing.index(0, OutgoingColumn.STATE).data() in ("diterima wilayah", "received by the region")
    assert page.outgoing.index(0, OutgoingColumn.RECEIPT).data().startswith("TT-")

    assert not page.print_button.isEnabled()
    page.outgoing_view.selectRow(0)
    assert page.print_button.isEnabled()
    dialog = page.print_receipt()
    at_rest()
    assert dialog is not None and dialog.refusal.isHidden() and dialog.preview.pages.rowCount() == 1
    with qtbot.waitSignal(dialog.printed):
        dialog.print_into(places.stick)
    at_rest()
    assert list(places.stick.glob("TT-*.pdf"))


def test_an_agency_sees_which_of_its_receipts_lie_on_no_stick_yet(
    page: HandoverPage, at_rest: Rest, tmp_path: Path, period: Period
) -> None:
    around = page.desk.handover.around
    page.desk.handover.pack(period, tmp_path)
    with around.store.writing(around.actor, "handover.transfers.take") as work:
        sent = work.ledger.outgoing()[0].package_id
        work.ledger.owe(OwedAnswer(sent, "jawaban-3314.merit", str(tmp_path), "stik-lain", "mutasi.merit", "x"))
        work.commit()
    page.refresh()
    at_rest()
    said = page.ready.text()
    assert "jawaban-3314.merit" in said and str(tmp_path) in said and "mutasi.merit" in said


def test_packing_again_says_that_nothing_had_changed(page: HandoverPage, at_rest: Rest, places: Any) -> None:
    page.pack_to(places.stick)
    at_rest()
    last_dialog(page).accept()
    page.pack_to(places.stick)
    at_rest()
    assert last_dialog(page).heading.text() in (
        "Tidak ada yang berubah: kiriman yang sama ditulis lagi.",
        "Nothing had changed: the same package was written again.",
    )
    assert page.outgoing.rowCount() == 1


def test_a_period_without_closed_evaluations_is_refused_here(page: HandoverPage, at_rest: Rest, places: Any) -> None:
    page.enter(Period(2024, PeriodKind.YEAR))
    at_rest()
    page.pack_to(places.stick)
    at_rest()
    label = page.refusal.findChild(QLabel)
    assert isinstance(label, QLabel) and "PKG-591" in label.text()
    assert not list(places.stick.iterdir())
    assert page.pack_button.isEnabled()


def test_a_damaged_package_is_refused_and_nothing_is_entered(
    page: HandoverPage, region_page: HandoverPage, region_lane: Lane, at_rest: Rest, places: Any, qtbot: QtBot
) -> None:
    page.pack_to(places.stick)
    at_rest()
    package = next(places.stick.glob("*.merit"))
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    package.write_bytes(bytes(data))
    region_page.receive(package)
    qtbot.waitUntil(lambda: region_lane.is_idle)
    qtbot.wait(1)
    label = region_page.refusal.findChild(QLabel)
    assert region_page.refusal.isVisible()
    assert isinstance(label, QLabel) and "PKG-" in label.text()
    assert region_page.incoming.rowCount() == 0


@pytest.mark.parametrize(("recipient", "code"), [("", "PKG-511"), ("REG99", "PKG-518")])
def test_a_file_of_an_unknown_sender_is_refused_with_a_code_and_the_step_that_fits(
    recipient: str, code: str, page: HandoverPage, words: Words, tmp_path: Path
) -> None:
    """Who wrote to another office need not be enrolled here."""
    desk = page.desk
    header = PackageHeader(
        PackageKind.EXPORT, "7199/PC01", recipient or desk.agency.code, "2025", "e" * 32, 1, "sha256:0", "p", "sha256:0"
    )
    view = PackageView(header, "sha256:0", "B5D14D69D9182A52", 1, False)
    dialog = arriving(view, tmp_path / "kiriman.merit", desk.agency.code, words, page)
    dialog.show()
    assert words.told(FileRefusal(code, recipient=recipient))[2] in html.unescape(words_on(dialog))
    assert [one.code for one in asked_at(dialog.buttons)] == [code]


def test_a_key_card_is_only_taken_over_after_a_yes(
    page: HandoverPage, at_rest: Rest, tmp_path: Path, desk: Desk, lane: Lane
) -> None:
    card = tmp_path / "card.json"
    page.write_card(card)
    at_rest()
    assert card.is_file()
    answers: list[str] = []

    def leave() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, leave)
            return
        answers.append(box.text())
        box.defaultButton().click()

    QTimer.singleShot(20, leave)
    journal: list[int] = []
    lane.ask(lambda step: desk.overview.status().journal.count, journal.append)
    at_rest()
    page.take(card)
    at_rest()
    lane.ask(lambda step: desk.overview.status().journal.count, journal.append)
    at_rest()
    assert "card.json" in answers[0]
    assert journal[0] == journal[1]


def test_the_region_cannot_pack_but_receives(region_page: HandoverPage) -> None:
    assert region_page.pack_button.isHidden()
    assert region_page.primary_focus() is region_page.receive_button


def test_while_a_file_is_received_the_keyboard_stays_on_the_page(region_page: HandoverPage, qtbot: QtBot) -> None:
    region_page.receive_button.setFocus()
    region_page.receive(Path("nobody-wrote-this.merit"))
    assert not region_page.receive_button.isEnabled()
    assert region_page.focusWidget() is region_page.card_button, "nothing came yet: there is no list to stand on"
    qtbot.waitUntil(region_page.receive_button.isEnabled, timeout=20_000)
    assert region_page.focusWidget() is region_page.card_button


def outgoing(state: str, kind: str = "export") -> OutgoingLine:
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    return OutgoingLine("p", "f.merit", kind, "2025", 7, "e", "sha256:0", moment, state, counts={"evaluations": 12})


def test_arrival_is_said_in_plain_words_and_only_arrival_is_green(indonesian: Words) -> None:
    table = OutgoingTable(indonesian)
    states = ["UNCONFIRMED", "A", "E", "R", "S", "F"]
    table.show_lines([outgoing(state) for state in states])
    said = [table.index(row, OutgoingColumn.STATE).data() for row in range(len(states))]
    assert said[:4] == [
        "belum dikonfirmasi",
        "diterima wilayah",
        "diterima, sebagian perlu perbaikan",
        "ditolak, perlu perbaikan",
    ]
    assert [arrival_colour(outgoing(state)) == look.arrived() for state in states] == [
        False, True, False, False, False, False,
    ]  # fmt: skip
    assert arrival_colour(outgoing("UNCONFIRMED", "return")) is None
    assert table.index(0, OutgoingColumn.SEQUENCE).data(SORT) == 7


def test_the_ledgers_are_sound_models(words: Words) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tables = OutgoingTable(words), IncomingTable(words), RecordTable(words)
    testers = [QAbstractItemModelTester(table, fatal) for table in tables]
    tables[0].show_lines([outgoing("A"), outgoing("E")])
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    tables[1].show_lines([IncomingLine("3372/PC01", "Kota", "export", "2025", 1, "A", "TT-1", moment)])
    tables[2].show_lines([RecordOutcome("people", "0123456789", RecordState.REFUSED, "nip", "NIP-201")])
    assert len(testers) == 3
    assert "NIP-201" in tables[2].index(0, 3).data()
