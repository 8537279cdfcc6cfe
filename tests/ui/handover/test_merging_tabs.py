"""What arrives is looked at before it is taken; conflicts and people held twice wait on tabs of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk.core.conflicts import Candidate, Conflict, ConflictState, conflict_id
from meritdesk.core.custody import Claim, CustodyLine
from meritdesk.core.handover import (
    LedgerDecision,
    LedgerVerdict,
    PackageHeader,
    PackageKind,
    PackageView,
    RecordState,
)
from meritdesk.core.three_way import OWN
from meritdesk.services.handover.arrivals import Arrival, ArrivingRecord, FieldDifference, MissingRecord
from meritdesk.ui.handover.arrival_dialog import ArrivalDialog, ArrivingColumn
from meritdesk.ui.handover.conflicts_tab import ConflictColumn, ConflictsTab, Waiting
from meritdesk.ui.handover.custody_tab import CustodyDialog, CustodyTab

HEADER = PackageHeader(PackageKind.EXPORT, "3372/PC01", "REG33", "2025", "e" * 32, 4, "sha256:" + "0" * 64, "k-4")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def arrival(verdict=LedgerVerdict.NEXT, **more):
    records = (
        ArrivingRecord("pegawai", "p1", "Sari (1)", RecordState.ADDED),
        ArrivingRecord(
            "pegawai", "p2", "Joko (2)", RecordState.CONFLICT, "PKG-700", (FieldDifference("grade", "III/c", "III/d"),)
        ),
    )
    counts = {"added": 1, "changed": 0, "same": 1012, "refused": 0, "conflict": 1}
    return Arrival(HEADER, LedgerDecision(verdict), counts, records, **more)


@pytest.fixture
def opened(words, qtbot):
    def show(found):
        view = PackageView(HEADER, "sha256:1", "0" * 16, 2048, True)
        dialog = ArrivalDialog(view, found, Path("kota.merit"), words, None)
        qtbot.addWidget(dialog)
        return dialog

    return show


def test_what_needs_a_hand_stands_first_with_both_values(opened):
    dialog = opened(arrival())
    QAbstractItemModelTester(dialog.records, FATAL)
    QAbstractItemModelTester(dialog.missing, FATAL)
    assert "III/c → III/d" in dialog.records.index(0, ArrivingColumn.DIFFERENCES).data()
    assert "1" in dialog.chips[RecordState.CONFLICT].text()
    assert dialog.receive_button.isEnabled() and dialog.consent is None


def test_missing_people_wait_for_a_reason_and_a_second_person(opened):
    gone = (MissingRecord("pegawai", "p3", "Dewi (3)"),)
    dialog = opened(arrival(missing=gone, needs_consent=True, needs_second=True))
    assert not dialog.receive_button.isEnabled() and dialog.missing.rowCount() == 1
    dialog.reason.setText("pindah")
    assert not dialog.receive_button.isEnabled()
    dialog.second.setText("Kepala Bidang")
    assert dialog.receive_button.isEnabled() and dialog.consent.second == "Kepala Bidang"


def test_a_new_series_waits_until_somebody_has_called(opened):
    dialog = opened(arrival(LedgerVerdict.NEW_EPOCH))
    assert dialog.is_new_epoch and not dialog.receive_button.isEnabled()
    dialog.called.setChecked(True)
    assert dialog.receive_button.isEnabled()


def conflict(field="grade"):
    sides = {OWN: Candidate("III/c", "Ani", "2026-01-12T08:00"), "3372/PC02": Candidate("III/d", "3372/PC02", "")}
    name = conflict_id("pegawai", "p1", field)
    return Conflict(
        name, "2025", "pegawai", "p1", "Sari (1)", field, "III/b", sides, OWN, "k", datetime(2026, 1, 12, tzinfo=UTC)
    )


def test_a_conflict_is_decided_with_a_key_and_a_reason(desk, lane, words, period, qtbot, at_rest):
    around = desk.handover.around
    with around.store.writing(around.actor, "test") as work:
        work.merging.save([conflict(), conflict("education")])
        work.commit()
    tab = ConflictsTab(desk, lane, words)
    qtbot.addWidget(tab)
    tab.show()
    tab.enter(period)
    at_rest()
    QAbstractItemModelTester(tab.table, FATAL)
    assert tab.table.rowCount() == 2
    assert tab.table.index(0, ConflictColumn.SECOND).data() == "III/d"
    assert "III/b" in tab.why.toPlainText() and "Ani" in tab.why.toPlainText()
    QTest.keyClick(tab.view, Qt.Key.Key_1)
    dialog = tab.reason_dialog
    assert not dialog.confirm.isEnabled()
    dialog.reason.setText("SK golongan")
    dialog.accept()
    at_rest()
    states = [one.state for one in desk.handover.conflicts.lines()]
    assert sorted(states) == [ConflictState.DECIDED, ConflictState.WAITING]
    decided = next(one for one in desk.handover.conflicts.lines() if not one.is_waiting)
    assert words.messages.label_of(ConflictState.DECIDED) in tab.table.shown(Waiting("", decided), 0)
    assert "SK golongan" in tab.told_why(Waiting("", decided))


def test_who_answers_for_a_person_held_twice_is_named_with_agency_and_day(desk, lane, words, period, qtbot, at_rest):
    line = CustodyLine(
        "1985",
        (
            Claim("3314", "p1", "1985", "Sari", "Dinas", "Analis", date(2024, 3, 1)),
            Claim("3372", "p1", "1985", "Sari", "Badan", "Analis", date(2025, 7, 1)),
        ),
    )
    tab = CustodyTab(desk, lane, words)
    qtbot.addWidget(tab)
    tab.enter(period)
    at_rest()
    tab.give((line,))
    QAbstractItemModelTester(tab.table, FATAL)
    assert tab.table.rowCount() == 1 and "3314" in tab.told_why(line)
    dialog = CustodyDialog(line, 2025, tab)
    dialog.reason.setText("SK mutasi")
    assert dialog.chosen == ("3372", None) and dialog.confirm.isEnabled()
    dialog.has_day.setChecked(True)
    assert dialog.chosen == ("3372", date(2025, 7, 1))
