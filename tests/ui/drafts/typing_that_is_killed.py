"""A program of its own: opens a window on a store, types into the SKP editor and into a dialog, says so, and waits.

Whoever started it kills it. It is the test's way of pulling the plug; it never saves and never closes anything.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meritdesk import bootstrap
from meritdesk.core.periods import parse_period
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.planning.skp_tab import SkpTab
from meritdesk.ui.wording import Words


def rest(lane: Lane) -> None:
    for _ in range(3):
        until = time.monotonic() + 60
        while not lane.is_idle and time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()


def main(store: Path, passphrase: str, settings: str, nip: str, year: str, planned: str, objected: str) -> None:
    application = QApplication(["meritdesk"])
    application.setOrganizationName("MeritDesk")
    application.setApplicationName("MeritDesk")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
    lane = Lane()
    lane.broke.connect(lambda error: sys.exit(f"broke: {error!r}"))
    desks: list[object] = []
    lane.open(lambda: bootstrap.open_desk(store, passphrase), desks.append)
    rest(lane)
    window = MainWindow(desks[0], lane, Words("id"))  # type: ignore[arg-type]
    window.show()
    window.start()
    rest(lane)
    window.set_period(parse_period(year))
    window.go("planning", {"tab": "editor", "nip": nip})
    rest(lane)
    page = window.page("planning").tab("editor")
    assert isinstance(page, SkpTab) and page.plan is not None
    field = page.paper.fields["result", page.plan.results[0].result_id, "text"]
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, planned)
    window.go("assessment", {"tab": "objections"})
    rest(lane)
    dialog = window.page("assessment").tab("objections").open_new(nip)  # type: ignore[attr-defined]
    rest(lane)
    dialog.reasons.setFocus()
    QTest.keyClicks(dialog.reasons, objected)
    QTest.qWait(2100)
    rest(lane)
    window.session.keep_place()
    rest(lane)
    print("typed", flush=True)
    while True:
        QTest.qWait(50)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:8])
