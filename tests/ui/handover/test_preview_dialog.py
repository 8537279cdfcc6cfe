"""The preview before packing: what goes, what stays and why, and the way to what stands in the way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from meritdesk.core.handover import PackageKind, TableTotals
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.periods import parse_period
from meritdesk.core.snapshot_difference import DifferenceKind, RecordDifference
from meritdesk.services.handover.gathering import StayReason, Stays
from meritdesk.services.handover.preview import ExportPreview, NamedDifference, PackingBlocker, TablePreview
from meritdesk.ui.handover.preview_dialog import DifferenceColumn, PackingDialog, TableColumn


def preview(**more):
    known = OutgoingLine(
        "k-1", "x.merit", "export", "2025", 3, "e" * 32, "sha256:0", datetime(2026, 1, 2, tzinfo=UTC), "A"
    )
    values = {
        "period": parse_period("2025"),
        "kind": PackageKind.EXPORT,
        "recipient": "REG33",
        "sequence": 4,
        "tables": (
            TablePreview(TableTotals("pegawai", "Pegawai dan pejabat", 1180, {}), added=1),
            TablePreview(TableTotals("realisasi", "Realisasi indikator", 5310, {"value": "97.25"}), changed=2),
            TablePreview(TableTotals("masalah", "Masalah lintas unit", 0, {})),
        ),
        "stays": (Stays(StayReason.OPEN_EVALUATION, 14),),
        "tombstones": 0,
        "blockers": (),
        "known": known,
        "differences": (
            NamedDifference(
                RecordDifference("pegawai", "p-8", DifferenceKind.ADDED, (), "p-8"), "Orang Baru", "199001012015011008"
            ),
            NamedDifference(
                RecordDifference("unit", "u-2", DifferenceKind.CHANGED, ("name",), "", "u-2"), "Bidang Dua"
            ),
            NamedDifference(RecordDifference("rencana", "s-9", DifferenceKind.REMOVED), ""),
        ),
    }
    return ExportPreview(**{**values, **more})


@pytest.fixture
def opened(words, qtbot):
    def open_preview(**more):
        gone = []
        dialog = PackingDialog(preview(**more), words, lambda room, filters: gone.append((room, filters)), None)
        qtbot.addWidget(dialog)
        return dialog, gone

    return open_preview


def test_it_shows_what_goes_and_what_changed(opened, indonesian):
    dialog, _ = opened()
    QAbstractItemModelTester(dialog.tables, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(dialog.differences, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog, _ = PackingDialog(preview(), indonesian, lambda room, filters: None, None), None
    assert dialog.tables.rowCount() == 2, "a table without rows says nothing"
    assert dialog.tables.index(0, TableColumn.ROWS).data() == "1.180"
    assert dialog.tables.index(1, TableColumn.TOTALS).data() == "nilai 97,25"
    kinds = [dialog.differences.index(row, DifferenceColumn.KIND).data() for row in range(3)]
    assert kinds == ["Baru", "Berubah", "Dihapus"]
    assert "no. 3" in dialog.compared.text() and "REG33" in dialog.heading.text()
    assert dialog.pack_button.isEnabled() and dialog.pack_button.isDefault()


def test_a_difference_leads_to_whom_it_is_about(opened):
    for row, asked in (
        (0, ("register", {"nip": "199001012015011008"})),
        (1, ("register", {"unit": "u-2", "unit_name": "Bidang Dua"})),
    ):
        dialog, gone = opened()
        dialog.differences_view.selectRow(row)
        dialog.open_difference()
        assert gone == [asked]
    dialog, gone = opened()
    dialog.differences_view.selectRow(2)
    dialog.open_difference()
    assert gone == []


def test_what_stands_in_the_way_has_a_way_to_it(opened):
    dialog, gone = opened(
        blockers=(PackingBlocker.NO_REGION, PackingBlocker.NOTHING_CLOSED), known=None, differences=()
    )
    assert not dialog.pack_button.isEnabled() and dialog.close_button.isDefault()
    dialog.ways[1].click()
    assert gone == [("assessment", {})]


def test_the_same_package_and_one_for_a_colleague_are_said(opened):
    same = preview().known
    assert "4" in opened(same_as=same)[0].heading.text()
    assert opened(kind=PackageKind.HANDOVER)[0].compared.text()
