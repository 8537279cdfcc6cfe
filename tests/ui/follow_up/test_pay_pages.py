"""Tunjangan kinerja and Disiplin: the recap of a month, three keys from a sum to its input, and the register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.attendance import clock
from meritdesk.core.discipline import Sanction, SanctionKind
from meritdesk.core.lines import StaffQuery
from meritdesk.core.pay import PayHolder, PayInputKind
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.allowance import PaySource
from meritdesk.ui.follow_up.discipline_tab import DisciplineTab
from meritdesk.ui.follow_up.pay_inputs_dialog import PayInputsDialog
from meritdesk.ui.follow_up.pay_tab import PayTab
from meritdesk.ui.follow_up.pay_tables import AmountTable, DifferenceTable, InputTable
from meritdesk.ui.rooms import make_page

MARCH = parse_period("2025-03")
Rest = Callable[[], None]


@pytest.fixture
def nips(desk):
    """Two people with amounts: one is cut by a sanction, the other for a negative activity."""
    cut, negative = (line.nip for line in desk.register.staff(StaffQuery(limit=4))[2:4])
    amounts = {PayComponent.WORKLOAD: Decimal(4_000_000)}
    for nip in (cut, negative):
        desk.follow_up.pay.inputs.set_amount(PayHolder.PERSON, nip, date(2025, 1, 1), amounts)
    person = desk.register.show(cut).person
    desk.follow_up.discipline.add(
        Sanction("", person.person_id, SanctionKind.PAY_CUT_6, "862/1", date(2025, 2, 3), date(2025, 2, 3), "Wali Kota",
                 "Sebelas hari tanpa keterangan", "")
    )  # fmt: skip
    desk.follow_up.pay.inputs.enter(MARCH, PayInputKind.NEGATIVE, negative, Decimal(1), "Sidak")
    return cut, negative


@pytest.fixture
def room(desk, lane, words, period, qtbot, at_rest, nips):
    room = make_page("follow_up", desk, lane, words)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("pay")
    room.enter(period)
    at_rest()
    return room


@pytest.fixture
def page(room, at_rest):
    page = room.tab("pay")
    assert isinstance(page, PayTab)
    page.narrow({"month": "3"})
    page.refresh()
    at_rest()
    return page


def led(page):
    heard = []
    page.go_to.connect(lambda place, filters: heard.append((place, filters)))
    return heard


def choose(page, nip, at_rest):
    place = next(place for place, line in enumerate(page.table.lines) if line.nip == nip)
    page.view.setCurrentIndex(page.table.index(place, 0))
    at_rest()


def test_three_keys_lead_from_a_sum_to_the_input_it_stands_on(page, nips, at_rest, qtbot):
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert "FOL-369" in page.listing.empty_words(page.listing.arrangement) or not page.lines
    page.compute_month()
    at_rest()
    assert page.view_of is not None and page.view_of.recap.people == 2
    heard = led(page)
    choose(page, nips[0], at_rest)
    sums = [page.reasons.item(row).text().split("\n")[0] for row in range(page.reasons.count())]
    assert sums[0] == f"1.  {page.words.noted('Rp4.000.000')}"
    (at,) = (place for place, told in enumerate(sums) if told.endswith(f".  {page.words.noted('-Rp1.000.000')}"))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.reasons.hasFocus() or page.focusWidget() is page.reasons
    qtbot.keyClicks(page.reasons, str(at + 1))
    qtbot.keyClick(page.reasons, Qt.Key.Key_Return)
    assert heard == [("follow_up", {"tab": "discipline", "nip": nips[0], "month": "3"})]
    choose(page, nips[1], at_rest)
    page.reasons.setCurrentRow(page.reasons.count() - 1)
    qtbot.keyClick(page.reasons, Qt.Key.Key_Return)
    at_rest()
    (dialog,) = page.findChildren(PayInputsDialog)
    assert [line.nip for line in dialog.inputs.table.lines] == [nips[1]]
    dialog.reject()


@pytest.mark.parametrize("words", ["id"], indirect=True)
def test_three_keys_lead_to_the_input_of_every_kind_in_the_month_that_was_paid(
    room, page, desk, lane, words, period, nips, at_rest, qtbot, tmp_path
):
    nip, keeping, inputs = nips[0], desk.timekeeping, desk.follow_up.pay.inputs
    marks, log = tmp_path / "mesin.csv", tmp_path / "log.csv"
    marks.write_text(f"NIP/ID;TANGGAL;JAM MASUK;JAM PULANG\n{nip};03-03-2025;08:10;16:40\n", encoding="utf-8")
    log.write_text(
        "NIP;TANGGAL;JAM MULAI;JAM SELESAI;AKTIVITAS;BUKTI AKTIVITAS\n"
        f"{nip};03-03-2025;08:30;11:00;Menyusun laporan;laporan.pdf\n",
        encoding="utf-8",
    )
    assert keeping.attendance.import_file(marks).counts.refused == 0
    assert keeping.activity.import_file(log).counts.refused == 0
    keeping.activity.validate(MARCH)
    inputs.enter(MARCH, PayInputKind.WEALTH_REPORT, nip, Decimal(1), "LHKPN terlambat")
    inputs.enter(MARCH, PayInputKind.INNOVATION, nip, Decimal(2), "Antrean daring")
    page.compute_month()
    at_rest()
    choose(page, nip, at_rest)
    lines = page.slip.lines
    heard, rooms = led(page), {"follow_up": room}
    first_of = {(one.source, one.key.split(":")[0]): place for place, one in reversed(list(enumerate(lines)))}
    kinds = {source for source, _ in first_of}
    assert kinds >= {PaySource.AMOUNT, PaySource.EVALUATION, PaySource.ATTENDANCE, PaySource.SANCTION, PaySource.INPUT}
    for (source, key), place in first_of.items():
        heard.clear()
        page.view.setFocus()
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
        page.reasons.setCurrentRow(0)
        qtbot.keyClicks(page.reasons, str(place + 1))
        assert page.reasons.currentRow() == place
        qtbot.wait(QApplication.keyboardInputInterval() + 20)
        qtbot.keyClick(page.reasons, Qt.Key.Key_Return)
        at_rest()
        if source in (PaySource.AMOUNT, PaySource.INPUT):
            (dialog,) = page.findChildren(PayInputsDialog)
            shown = dialog.amounts if source is PaySource.AMOUNT else dialog.inputs
            assert shown.isVisibleTo(dialog) and shown.table.lines, key
            if key in ("WEALTH_REPORT", "INNOVATION"):
                assert {line.nip for line in shown.table.lines} == {nip}
            dialog.reject()
            dialog.setParent(None)
            continue
        if source is PaySource.RULE:
            continue
        ((where, filters),) = heard
        if where not in rooms:
            rooms[where] = make_page(where, desk, lane, words)
            qtbot.addWidget(rooms[where])
            rooms[where].show()
            rooms[where].enter(filters.get("period", period))
        there = rooms[where]
        there.narrow(filters)
        at_rest()
        assert filters["nip"] == nip
        if source is PaySource.ATTENDANCE:
            assert (there.current.month, there.current.current().person.nip) == (MARCH, nip)
            assert clock(490) in there.current.told_why(there.current.current())
        elif source is PaySource.ACTIVITY:
            assert [line.entry.product for line in there.current.listing.lines] == ["Menyusun laporan"]
        elif source is PaySource.SANCTION:
            assert there.current.current().person.nip == nip
        else:
            assert source is PaySource.EVALUATION and there.keys[there.bar.currentIndex()] == "ratings"


def test_what_is_entered_makes_the_recap_say_so_and_a_locked_one_asks_for_a_reason(page, desk, nips, at_rest, tmp_path):
    page.compute_month()
    at_rest()
    form = page.open_input()
    kind, subject, value, words = (form.form.itemAt(row, form.form.ItemRole.FieldRole).widget() for row in range(4))
    kind.setCurrentIndex(kind.findData(PayInputKind.INNOVATION))
    subject.setText(nips[1])
    value.setText("dua")
    form.save.click()
    assert form.refusal.isVisibleTo(form)
    value.setText("2")
    words.setText("Antrean daring")
    form.save.click()
    at_rest()
    page.lock_now()
    at_rest()
    assert page.refusal.isVisibleTo(page)  # an input has changed since
    page.compute_month()
    at_rest()
    page.lock_now()
    at_rest()
    assert page.view_of.recap.is_locked and page.deeds["export_treasury"].isEnabled()
    page.export_into(tmp_path / "perbendaharaan.csv")
    page.print_into(tmp_path)
    at_rest()
    assert (tmp_path / "perbendaharaan.csv").exists() and list(tmp_path.glob("*.pdf"))
    form = page.open_reason()
    form.form.itemAt(0, form.form.ItemRole.FieldRole).widget().setText("Salah hitung")
    form.save.click()
    at_rest()
    assert (page.view_of.recap.version, page.view_of.recap.reason) == (2, "Salah hitung")
    assert len(desk.follow_up.pay.recaps(MARCH)) == 2


def test_another_rule_is_tried_on_the_month_and_adopted_from_the_same_dialog(page, desk, nips, at_rest, tmp_path):
    dialog = page.open_rule()
    at_rest()
    place = next(row for row in range(dialog.figures.rowCount()) if dialog.figures.item(row, 0).toolTip() == "negative")
    assert dialog.figures.item(place, 0).text() != "negative"
    dialog.figures.item(place, 1).setText("5")
    dialog.simulate()
    at_rest()
    assert [(one.row.nip, one.difference) for one in dialog.listing.lines] == [(nips[1], Decimal(-80_000))]
    dialog.save_file(tmp_path / "aturan.json")
    at_rest()
    dialog.open_file(tmp_path / "aturan.json")
    at_rest()
    dialog.adopt()
    at_rest()
    assert desk.follow_up.pay.rules.in_force(MARCH)[1].body.negative == Decimal(5)


@pytest.mark.parametrize("table", [AmountTable, InputTable, DifferenceTable])
def test_every_list_of_a_dialog_is_a_sound_model(page, desk, words, table, at_rest):
    model = table(words)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pay = desk.follow_up.pay
    content = pay.rules.draft(MARCH, {"negative": "9"})
    lines = {
        AmountTable: pay.inputs.amounts(),
        InputTable: pay.inputs.lines(MARCH),
        DifferenceTable: pay.rules.simulate(MARCH, content).differences,
    }[table]
    assert lines
    model.show_lines(lines)
    assert all(model.shown(lines[0], column) for column in range(len(model.columns)))


def test_an_entry_of_the_register_shows_its_reason_only_once_opened(room, nips, at_rest, qtbot):
    room.choose("discipline")
    at_rest()
    page = room.tab("discipline")
    assert isinstance(page, DisciplineTab)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.listing.total == 1 and "Sebelas hari" not in page.why.toPlainText()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    at_rest()
    assert "Sebelas hari" in page.why.toPlainText() and "862/1" in page.why.toPlainText()
    form = page.open_revoke()
    _, letter, why = (form.form.itemAt(row, form.form.ItemRole.FieldRole).widget() for row in range(3))
    form.save.click()
    at_rest()
    assert form.refusal.isVisibleTo(form)
    letter.setText("862/2")
    why.setText("Bukti baru")
    form.save.click()
    at_rest()
    assert page.current().state.value == "REVOKED" and not page.deeds["revoke_sanction"].isEnabled()
