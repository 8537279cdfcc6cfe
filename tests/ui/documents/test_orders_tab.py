"""Antrean cetak: an order is given and runs beside everything else; it is stopped, resumed, and its errors are told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import Form, PaperSize
from meritdesk.core.periods import Period
from meritdesk.core.print_order import (
    FilePer,
    ItemState,
    OrderCounts,
    OrderItem,
    OrderLine,
    OrderState,
    PrintOrder,
    PrintWish,
    SheetOrder,
)
from meritdesk.services import Desk
from meritdesk.services.documents.orders import Orders
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.order_dialog import OrderDialog, Unchanged
from meritdesk.ui.documents.order_tables import ErrorTable, OrderColumn, OrderTable
from meritdesk.ui.documents.orders_tab import OrdersTab
from meritdesk.ui.status_line import StatusLine
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def tab(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> OrdersTab:
    tab = OrdersTab(desk, lane, words)
    qtbot.addWidget(tab)
    lane.changed.connect(tab.hear)
    tab.resize(1186, 660)
    tab.show()
    tab.enter(period)
    at_rest()
    return tab


def given(tab: OrdersTab, folder: Path, at_rest: Rest, **choices: object) -> OrderDialog:
    dialog = tab.open_new()
    assert dialog is not None
    dialog.what.setCurrentIndex(1)
    dialog.folder.setText(str(folder))
    if "files" in choices:
        dialog.files.setCurrentIndex(dialog.files.findData(choices["files"]))
    dialog.start.click()
    at_rest()
    return dialog


def test_an_empty_queue_says_what_it_is_for(tab: OrdersTab) -> None:
    assert tab.empty.isVisible() and tab.empty.text() and tab.primary_focus() is tab.new
    assert not tab.resume.isEnabled() and not tab.stop.isEnabled() and not tab.save_errors.isEnabled()


def test_an_order_is_given_carried_out_and_shown_as_done(tab: OrdersTab, at_rest: Rest, tmp_path: Path) -> None:
    said: list[str] = []
    tab.message.connect(said.append)
    given(tab, tmp_path / "kertas", at_rest, files=FilePer.PERSON.value)
    line = tab.chosen()
    assert line is not None and line.order.state is OrderState.DONE
    assert len(list((tmp_path / "kertas").glob("*.pdf"))) == line.counts.printed > 10
    assert tab.words.number(line.counts.printed) in said[-1] and line.order.order_id in said[-1]
    assert tab.orders.index(0, OrderColumn.STATE).data() == "✓ " + tab.words.messages.label_of(OrderState.DONE)
    assert not tab.resume.isEnabled() and not tab.stop.isEnabled() and tab.open_folder.isEnabled()


def test_reading_goes_on_while_an_order_is_printed(
    tab: OrdersTab, desk: Desk, lane: Lane, at_rest: Rest, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, real = threading.Event(), Orders.run
    status = StatusLine(lane, tab.words)
    qtbot.addWidget(status)

    def held(orders: Orders, order_id: str, step: Callable[[int, int], None]) -> object:
        step(3, 40)
        assert may_go_on.wait(20)
        return real(orders, order_id, step)

    monkeypatch.setattr(Orders, "run", held)
    dialog = tab.open_new()
    assert dialog is not None
    dialog.what.setCurrentIndex(1)
    dialog.folder.setText(str(tmp_path / "kertas"))
    dialog.start.click()
    qtbot.waitUntil(lambda: bool(tab._jobs), timeout=20_000)
    counted: list[int] = []
    lane.ask(lambda step: desk.documents.count(), counted.append)
    qtbot.waitUntil(lambda: bool(counted), timeout=10_000)
    qtbot.waitUntil(lambda: "3/40" in status.queue.text(), timeout=10_000)
    qtbot.waitUntil(lambda: tab.orders.index(0, OrderColumn.SHEETS).data() == "3/40", timeout=10_000)
    assert tab.stop.isEnabled() and not tab.resume.isEnabled()
    may_go_on.set()
    at_rest()
    line = tab.chosen()
    assert line is not None and line.order.state is OrderState.DONE


def test_a_stopped_order_is_resumed(
    tab: OrdersTab, at_rest: Rest, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, ran = Orders.run, threading.Event()

    def held(orders: Orders, order_id: str, step: Callable[[int, int], None]) -> object:
        def slow(done: int, total: int) -> None:
            ran.set()
            threading.Event().wait(0.05)
            step(done, total)

        return real(orders, order_id, slow)

    monkeypatch.setattr(Orders, "run", held)
    dialog = tab.open_new()
    assert dialog is not None
    dialog.what.setCurrentIndex(1)
    dialog.folder.setText(str(tmp_path / "kertas"))
    dialog.start.click()
    qtbot.waitUntil(lambda: ran.is_set() and tab.stop.isEnabled(), timeout=20_000)
    tab.stop.click()
    at_rest()
    line = tab.chosen()
    assert line is not None and line.order.state is OrderState.STOPPED and tab.resume.isEnabled()
    assert list((tmp_path / "kertas").iterdir()) == []
    monkeypatch.setattr(Orders, "run", real)
    tab.resume.click()
    at_rest()
    line = tab.chosen()
    assert line is not None and line.order.state is OrderState.DONE


def test_who_could_not_be_printed_is_listed_and_saved(tab: OrdersTab, at_rest: Rest, tmp_path: Path) -> None:
    dialog = tab.open_new()
    assert dialog is not None
    dialog.what.setCurrentIndex(0)
    dialog.folder.setText(str(tmp_path / "kertas"))
    dialog.start.click()
    at_rest()
    line = tab.chosen()
    assert line is not None and line.counts.failed == len(tab.errors.lines)
    if tab.errors.lines:
        tab.write_errors(tmp_path / "gagal.xlsx")
        at_rest()
        assert (tmp_path / "gagal.xlsx").is_file()


def test_failures_of_one_order_give_way_to_those_of_another(tab: OrdersTab, at_rest: Rest) -> None:
    failed = tuple(
        OrderItem(
            place,
            0,
            Form.D_1_1,
            "",
            f"p{place}",
            "198503122010011003",
            "Sari",
            code="DOC-422",
            facts={"period": "2025"},
        )
        for place in range(3)
    )
    tab.error_list.show_lines(failed)
    tab.error_view.choose_row(1)
    tab.error_list.show_lines(failed[1:])
    assert len(tab.errors.lines) == 2


def test_a_refused_wish_stays_in_the_dialog(tab: OrdersTab, at_rest: Rest, tmp_path: Path) -> None:
    dialog = tab.open_new()
    assert dialog is not None
    dialog.nip.setText("123")
    dialog.folder.setText(str(tmp_path))
    dialog.start.click()
    at_rest()
    assert dialog.isVisible() and not dialog.refusal.isHidden() and dialog.start.isEnabled()
    assert tab.orders.rowCount() == 0


def test_the_dialog_gives_exactly_what_was_chosen(words: Words, qtbot: QtBot, period: Period, tmp_path: Path) -> None:
    dialog = OrderDialog(tuple(Form), (), period, tmp_path, words)
    qtbot.addWidget(dialog)
    assert all(form is not Form.B_1_10 for form in dialog._forms)
    dialog.what.setCurrentIndex(1)
    dialog.forms.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.order.setCurrentIndex(dialog.order.findData(SheetOrder.RATER.value))
    dialog.files.setCurrentIndex(dialog.files.findData(FilePer.RATER.value))
    dialog.split.setValue(250)
    dialog.size_box.setCurrentIndex(dialog.size_box.findData(PaperSize.A4.value))
    dialog.unchanged.setCurrentIndex(Unchanged.LEFT_OUT)
    for box in (dialog.duplex, dialog.cover, dialog.sections):
        box.setChecked(True)
    entered = dialog.entered()
    assert entered is not None
    wish, folder = entered
    assert folder == tmp_path and set(wish.forms) == {Form.A_1_1, Form.D_1_1}
    assert (wish.order, wish.files, wish.split) == (SheetOrder.RATER, FilePer.RATER, 250)
    assert wish.duplex and wish.cover and wish.sections and wish.only_changed and not wish.afresh
    assert wish.style.size is PaperSize.A4
    again = OrderDialog(tuple(Form), (), period, tmp_path, words)
    qtbot.addWidget(again)
    assert again.order.currentData() == SheetOrder.RATER.value and again.cover.isChecked()
    again.order.setCurrentIndex(again.order.findData(SheetOrder.NIP.value))
    assert not again.sections.isEnabled()
    again.folder.clear()
    assert not again.start.isEnabled() and again.entered() is None


def test_the_lists_keep_qts_rules(words: Words, period: Period) -> None:
    order = PrintOrder("2026-0001", PrintWish(period), "/kertas", datetime(2026, 1, 12, tzinfo=UTC), "penguji")
    orders, errors = OrderTable(words), ErrorTable(words)
    for model in (orders, errors):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = [
        OrderLine(replace(order, order_id=f"2026-{number:04d}", state=state), OrderCounts(5, 4, 3, 2, 9, 1))
        for number, state in enumerate(OrderState)
    ]
    orders.show_lines(lines)
    orders.show_progress({"2026-0001": (7, 14)})
    errors.show_lines(
        [
            OrderItem(
                1,
                0,
                Form.D_1_1,
                "P",
                "P",
                "1",
                "Siti",
                state=ItemState.FAILED,
                code="DOC-422",
                facts={"period": "2025"},
            )
        ]
    )
    assert orders.index(1, OrderColumn.SHEETS).data() == "7/14"
    for model in (orders, errors):
        assert all(
            model.index(row, column).data() is not None
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        )
