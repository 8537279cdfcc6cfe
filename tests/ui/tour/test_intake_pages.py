"""Every page of the import wizard can be read on the smallest screen, in both languages, also in larger letters."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.intake.fates import Fate
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.wording import Words

legible = sys.modules["legible"]
FOREIGN = "Nama Lengkap\tNomor Induk Pegawai\tStatus Kepegawaian\nTono\t199001012015011001\t1\n"
KNOWN = (
    "NIP\tNAMA\tGOLONGAN\n199001012015011001\tTono\t3c\n199001012015011002\tTini\t3c\n199102022016012002\tWati\tIII/a\n"
)


def faults_of(wizard: IntakeWizard, name: str, language: str) -> list[str]:
    QApplication.processEvents()
    found = [*legible.cut_parts(wizard), *legible.nameless_parts(wizard)]
    if language == "id":
        found += legible.english_sources() & set(map(legible.plain, legible.said_by(wizard)))
    return [f"{name}: {fault}" for fault in found]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_page_of_the_wizard_can_be_read(
    words: Words, scale: float, desk: Desk, lane: Lane, at_rest: Callable[[], None], qapp: QApplication
) -> None:
    usual = QFont(qapp.font())
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * scale)
    qapp.setFont(larger)
    wizard = IntakeWizard(lane, words, desk, "STAFF")
    faults: list[str] = []
    try:
        wizard.resize(1366, 740)
        wizard.show()
        faults += faults_of(wizard, "file", words.language)
        wizard.take_block(FOREIGN)
        at_rest()
        wizard.mapping.column_view.setCurrentIndex(wizard.mapping.columns.index(2, 2))
        faults += faults_of(wizard, "columns", words.language)
        wizard.take_block(KNOWN)
        at_rest()
        wizard.preview.keep_only(Fate.REFUSED)
        wizard.preview._cell_edited("grade", "III/c")
        at_rest()
        assert wizard.preview.alike.isVisible()
        faults += faults_of(wizard, "preview", words.language)
        assert wizard.minimumSizeHint().width() <= 1366 and wizard.minimumSizeHint().height() <= 740
        wizard.start.click()
        at_rest()
        faults += faults_of(wizard, "outcome", words.language)
        assert wizard.outcome.go_on.isVisible()
    finally:
        wizard.close()
        wizard.deleteLater()
        qapp.setFont(usual)
    assert faults == [], "\n".join(faults)
