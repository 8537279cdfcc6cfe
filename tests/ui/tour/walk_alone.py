"""In a process of its own, since Qt reads the scale of the screen once: walk everywhere and say what cannot be read.

The letters are twice as large too, as somebody sets them who sees badly. That is harder than a screen that is twice as
fine: there everything grows together, here the words grow and the window stays as small as it is.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import legible
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget

from meritdesk import bootstrap
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.application import whole_application
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import REGION_TABS, TABS, tabs_of
from meritdesk.ui.tour import stops_of
from meritdesk.ui.tour.walk import Walk
from meritdesk.ui.wording import Words

LETTERS = 2
SMALL_SCREEN = QSize(1366, 768)


def main(store: Path, language: str = "id") -> None:
    """The scale first, then a line for each fault."""
    scratch = tempfile.TemporaryDirectory(prefix="meritdesk-walk-")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch.name)
    application = whole_application()
    letters = application.font()
    letters.setPointSizeF(LETTERS * letters.pointSizeF())
    application.setFont(letters)
    look.apply(application)
    lane = Lane()
    opened: list[Desk] = []
    passphrase = Path(os.environ["MERITDESK_PASSPHRASE_FILE"]).read_text(encoding="utf-8").strip()
    lane.open(lambda: bootstrap.open_desk(store, passphrase), opened.append)
    rest(lane)
    window = MainWindow(opened[0], lane, Words(language))
    window.resize(SMALL_SCREEN)
    window.show()
    window.start()
    rest(lane)
    walk = Walk(window)
    print(window.devicePixelRatioF())

    def judge(name: str, place: QWidget) -> None:
        for fault in (*legible.cut_parts(place), *legible.outside_parts(place)):
            print(f"{name}: {fault}")
        if place.size() != place.size().boundedTo(SMALL_SCREEN):
            print(f"{name}: larger than the screen, {place.size().toTuple()}")

    is_region = window.desk.agency.is_region
    for room in REGION_TABS if is_region else TABS:
        for tab in tabs_of(room, is_region):
            walk.stand(room, tab.key)
            judge(f"{room}-{tab.key}", window)
    for stop in stops_of(is_region):
        walk.visit(stop, lambda dialog, name=stop.name: judge(name, dialog))
    lane.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(0)
