"""A clerk's day in one window: rate from the keyboard, close, print, pack, and take the last step back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from meritdesk import bootstrap
from meritdesk.core.evaluation import Predicate
from meritdesk.sample_city.year import City
from meritdesk.services import Desk
from meritdesk.services.documents import PrintOutcome
from meritdesk.ui.assessment.page import AssessmentPage
from meritdesk.ui.assessment.verdicts import GridColumn
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.print_tab import PrintTab
from meritdesk.ui.handover.page import HandoverPage
from meritdesk.ui.handover.tables import OutgoingColumn
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.overview.page import OverviewPage
from meritdesk.ui.wording import Words

RATED = "agency-rated"


def test_from_the_rating_to_the_package(
    whole_city: City, lane: Lane, indonesian: Words, qtbot: QtBot, at_rest: Callable[[], None], tmp_path: Path
) -> None:
    shutil.copytree(whole_city.folder / RATED, tmp_path / "agency")
    opened: list[Desk] = []
    lane.open(lambda: bootstrap.open_desk(tmp_path / "agency", whole_city.passphrase), opened.append)
    at_rest()
    desk = opened[0]
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    at_rest()
    window.set_period(whole_city.period)
    at_rest()
    overview = window.page("overview").tab("work")
    assert isinstance(overview, OverviewPage) and overview._status is not None
    rated, closed = overview._status.whole.rated, overview._status.whole.closed
    assert rated > 0 and closed == 0

    window.commands["room:assessment"].trigger()
    at_rest()
    ratings = window.page("assessment").tab("ratings")
    assert isinstance(ratings, AssessmentPage)
    ratings.grid.setFocus()
    for column, key in ((GridColumn.RESULT, Qt.Key.Key_A), (GridColumn.BEHAVIOUR, Qt.Key.Key_A)):
        ratings.grid.setCurrentIndex(ratings.table.index(0, column))
        QTest.keyClick(ratings.grid, key)
    at_rest()
    shown = ratings.table.index(0, GridColumn.PREDICATE).data()
    assert shown == indonesian.messages.label_of(Predicate.VERY_GOOD)
    nip = ratings.table.lines[0].nip

    lane.ask(lambda step: desk.assessment.close(whole_city.period, (), step))
    at_rest()
    window.commands["room:documents"].trigger()
    at_rest()
    window.go("documents", {"tab": "print", "nip": nip, "form": "D.1.1"})
    documents = window.page("documents").tab("print")
    assert isinstance(documents, PrintTab)
    at_rest()
    person = documents.chosen_person()
    assert person is not None and person.nip == nip
    printed: list[PrintOutcome] = []
    documents.printed.connect(printed.append)
    documents.print_to(tmp_path / "paper")
    at_rest()
    assert printed[0].file is not None and Path(printed[0].file.path).stat().st_size > 10_000
    for dialog in documents.findChildren(QDialog):
        dialog.close()

    window.commands["room:handover"].trigger()
    at_rest()
    handover = window.page("handover").tab("handover")
    assert isinstance(handover, HandoverPage)
    handover.pack_to(tmp_path / "stick")
    at_rest()
    for dialog in handover.findChildren(QDialog):
        dialog.close()
    assert handover.outgoing.index(0, OutgoingColumn.STATE).data() == "di flashdisk, belum dikonfirmasi"
    assert len(list((tmp_path / "stick").glob("*.merit"))) == 1

    window.commands["room:overview"].trigger()
    at_rest()
    whole = overview._status.whole
    assert whole.closed > 0
    assert whole.printed == 1
    assert whole.sent == whole.closed


def test_closing_the_window_during_a_job_asks_first_and_then_leaves_nothing_behind(
    desk: Desk, lane: Lane, indonesian: Words, at_rest: Callable[[], None], qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.show()

    def long(step: Callable[[int, int], None]) -> None:
        for done in range(10_000):
            step(done, 10_000)
            qtbot_free_sleep()

    lane.ask(long, title="Mencetak", shows_progress=True)
    asked: list[str] = []

    def answer(wanted: str) -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        asked.append(wanted)
        next(button for button in box.findChildren(QPushButton) if button.text() == wanted).click()

    QTimer.singleShot(50, lambda: answer("Biarkan"))
    assert not window.close()
    assert not lane.is_idle
    QTimer.singleShot(50, lambda: answer("Hentikan dan tutup"))
    assert window.close()
    assert asked == ["Biarkan", "Hentikan dan tutup"]


def qtbot_free_sleep() -> None:
    """A moment of work that lets the window's thread run."""
    QTest.qSleep(1)
