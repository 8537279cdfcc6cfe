"""Kepala jurnal, Data pribadi, Retensi, Kejadian: what is asked, limited, lost and destroyed, over a real desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.core.personal_data import AskedState, RequestKind
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.room import RoomPage
from meritdesk.ui.upkeep.audit_tab import AuditTab
from meritdesk.ui.upkeep.leaks_tab import LeaksTab
from meritdesk.ui.upkeep.requests_tab import RequestsTab
from meritdesk.ui.upkeep.retention_tab import RetentionTab
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
TABS = (AuditTab, RequestsTab, RetentionTab, LeaksTab)


@pytest.fixture
def tabs(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> dict[type, RoomPage]:
    """All four over one desk."""
    made = {}
    for kind in TABS:
        tab = kind(desk, lane, words)
        qtbot.addWidget(tab)
        QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
        tab.show()
        tab.enter(period)
        at_rest()
        made[kind] = tab
    return made


def fill(dialog, **values) -> None:
    for name, value in values.items():
        field = dialog.fields[name]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        else:
            assert isinstance(field, QLineEdit)
            field.setText(value)


def test_the_care_of_data_from_the_window(tabs: dict[type, RoomPage], desk: Desk, words: Words, at_rest: Rest) -> None:
    audit, asked, kept, leaks = (tabs[kind] for kind in TABS)
    dialog = audit.open_verify()
    at_rest()
    fill(dialog, head="bukan kepala")
    dialog.carry_out()
    at_rest()
    assert not dialog.refusal.isHidden()
    fill(dialog, head=desk.upkeep.audit.sheet()[0].sections[0].text)
    dialog.carry_out()
    at_rest()
    assert dialog.told.text().startswith("✓") and "✗" not in dialog.told.text()
    dialog.close()

    with desk.upkeep.around.store.reading() as work:
        nip = work.people.all()[-1].nip
    dialog = asked.open_new()
    at_rest()
    fill(dialog, nip=nip, kind=RequestKind.CORRECTION, asked="Gelar saya S.KM")
    dialog.carry_out()
    at_rest()
    dialog.close()
    at_rest()
    assert [line.request.request.state for line in asked.lines] == [AskedState.OPEN]
    dialog = asked.open_answer()
    at_rest()
    fill(dialog, refused=True, answer="Bukan gelar yang diakui")
    dialog.carry_out()
    at_rest()
    dialog.close()
    at_rest()
    assert asked.lines[0].request.request.state is AskedState.REFUSED and asked.open_answer() is None

    dialog = leaks.open_lost()
    at_rest()
    dialog.carry_out()
    at_rest()
    dialog.close()
    at_rest()
    assert len(leaks.lines) == 1 and leaks.lines[0].told_at is None
    assert "✗" in leaks.table.cells(leaks.lines[0])[-1]
    for tab in tabs.values():
        tab.retranslate()
    assert kept.open_year() is None and kept.open_certificate() is None
