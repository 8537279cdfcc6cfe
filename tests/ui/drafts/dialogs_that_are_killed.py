"""A program of its own: opens one dialog of each kind, types into all of them, leaves them open, says so, and waits.

Whoever started it kills it while they stand there; nothing is ever saved or closed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from meritdesk import bootstrap
from meritdesk.core.periods import parse_period
from meritdesk.ui.background import Lane, rest
from meritdesk.ui.drafts.keeper import DraftKeeper
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.tour import BY_NAME
from meritdesk.ui.tour.stops import Stop, chooses, does
from meritdesk.ui.tour.walk import Walk
from meritdesk.ui.wording import Words

OWN = (
    Stop("upkeep", "holidays", "old", "HolidayDialog", (chooses("view"), does("open_chosen"))),
    Stop("assessment", "objections", "mine", "ObjectionDialog", (does("open_new", "198001012005011001"),)),
)
STOPS = {**BY_NAME, **{stop.name: stop for stop in OWN}}


def first_text(keeper: DraftKeeper) -> str:
    """The first field of a dialog into which words can be typed."""
    names = (
        name
        for name, field in keeper.fields.items()
        if isinstance(field.widget, QLineEdit | QPlainTextEdit | QTextEdit)
        and field.widget.isEnabled()
        and field.widget.isVisible()
        and not field.widget.isReadOnly()
        and not (isinstance(field.widget, QLineEdit) and field.widget.inputMask())
    )
    return next(names, "")


def main(store: Path, passphrase: str, settings: str, period: str, typed: str, *names: str) -> None:
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
    window.set_period(parse_period(period))
    walk = Walk(window)
    seen: set[DraftKeeper] = set()
    for name in names:
        stop = STOPS[name]
        page = walk.stand(stop.room, stop.tab, dict(stop.filters))
        for deed in stop.deeds:
            deed(page)
            rest(lane)
        fresh = [one for one in window.findChildren(DraftKeeper) if one.editor.isWindow() and one not in seen]
        if len(fresh) != 1:
            sys.exit(f"{name}: {len(fresh)} editors opened")
        seen.update(fresh)
        field = first_text(fresh[0])
        if not field:
            sys.exit(f"{name}: nothing can be typed among {sorted(fresh[0].fields)}")
        widget = fresh[0].fields[field].widget
        widget.setFocus()
        QTest.keyClicks(widget, typed)
    QTest.qWait(1800)
    rest(lane)
    print("typed", flush=True)
    while True:
        QTest.qWait(50)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
