"""The dialogs before the window: nothing is cut, all has a name, no English is left; also in letters twice as large."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog

from meritdesk.bootstrap import open_desk
from meritdesk.core.errors import BusyRefusal, UsageRefusal
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.agency_wizard import AgencyWizard
from meritdesk.ui.first_run.front_door import FrontDoor
from meritdesk.ui.first_run.reset_dialog import ResetDialog
from meritdesk.ui.first_run.restore_dialog import RestoreDialog
from meritdesk.ui.first_run.sample_dialog import SampleDialog
from meritdesk.ui.first_run.wishes import remember_store
from meritdesk.ui.guard.lock_dialog import LockDialog
from meritdesk.ui.start_dialog import StartDialog
from meritdesk.ui.wording import Words

legible = sys.modules["legible"]


def dialogs(lane: Lane, words: Words, folder: Path) -> Iterator[tuple[str, QDialog]]:
    remember_store(folder)
    yield "door", FrontDoor(words)
    yield "sample", SampleDialog(lane, words, folder / "contoh")
    yield "restore", RestoreDialog(lane, words, folder)
    yield "reset", ResetDialog(lane, words, folder)
    locked = LockDialog(None, lane, words, True)  # type: ignore[arg-type]
    locked.other.setChecked(True)
    yield "locked", locked
    taken = StartDialog(lane, words, open_desk, folder, has_others=True)
    taken._refused(BusyRefusal("STO-620", who="siti.aminah", host="PC-UMPEG-02", since="2026-01-12 08:00"))
    yield "taken", taken
    wizard = AgencyWizard(lane, words, date(2026, 1, 12))
    wizard.agency.name.setText("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Bolaang Mongondow")
    wizard.sheet.part.show_key("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-00", "7101")
    for place, page in enumerate(wizard.pages):
        wizard._show(place)
        page.refusal.tell(UsageRefusal("UI-352", typed="x"))
        yield page.title(), wizard


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_dialog_of_the_first_day_can_be_read(
    language: str, scale: float, tmp_path: Path, lane: Lane, qapp: QApplication
) -> None:
    usual = QFont(qapp.font())
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(larger)
    words = Words(language)
    faults: list[str] = []
    known: list[QDialog] = []
    try:
        for name, dialog in dialogs(lane, words, tmp_path):
            if dialog not in known:
                known.append(dialog)
            dialog.show()
            dialog.resize(dialog.sizeHint().expandedTo(dialog.size()))
            QApplication.processEvents()
            faults += [f"{name}: {fault}" for fault in legible.cut_parts(dialog)]
            faults += [f"{name}: {fault}" for fault in legible.nameless_parts(dialog)]
            if language == "id":
                left = legible.english_sources() & (set(map(legible.plain, legible.said_by(dialog))) - {"English"})
                faults += [f"{name}: {text}" for text in left]
    finally:
        for dialog in known:
            dialog.close()
            dialog.deleteLater()
        qapp.setFont(usual)
        words.set_language("en")
    assert faults == []
