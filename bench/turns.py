"""Walk every page and the main deeds of the window on a big store: the worst turn of the event loop of each, as JSON.

A turn is how long the window does not answer (issue 5: never longer than 100 ms). ``worst_ms`` is by the clock,
``computed_ms`` what the window's own thread computed of it; the rest was waiting for the lane or the machine. Name a
store (and where its passphrase stands) to measure on it, else a city is imported first.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from _measure import report, said, workshop
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QLineEdit, QTableView

from meritdesk.bootstrap import open_desk
from meritdesk.core.periods import parse_period
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.ui.actions import ROOMS
from meritdesk.ui.application import whole_application
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import TABS
from meritdesk.ui.turns import LONGEST_MS, Turn, Watchdog
from meritdesk.ui.warming import warm_first_room, warm_up
from meritdesk.ui.wording import Words

AFTER_MS = 150
BY_PERIOD = (("assessment", "ratings"), ("follow_up", "index"), ("execution", "actuals"))
"""Pages that say everything anew for another period."""
_ALL: list[tuple[str, str, Turn]] = []


def until_idle(lane: Lane) -> None:
    """Let the loop run until every answer was delivered, and a moment longer for what is painted then."""
    loop, beat, quiet = QEventLoop(), QTimer(), [0]

    def look() -> None:
        quiet[0] = quiet[0] + 1 if lane.is_idle else 0
        if quiet[0] * 10 >= AFTER_MS:
            loop.quit()

    beat.timeout.connect(look)
    beat.start(10)
    loop.exec()


def deeds(page: RoomPage) -> dict[str, Callable[[], object]]:
    """What is done on a page beside opening it: searched, scrolled to the end, refreshed, said in another language."""
    found: dict[str, Callable[[], object]] = {"refresh": page.refresh}
    search = getattr(page, "search", None) or getattr(getattr(page, "people", None), "search", None)
    if isinstance(search, QLineEdit):
        found["search"] = lambda: search.setText("an")
        found["search again"] = lambda: search.setText("")
    views = [view for view in page.findChildren(QTableView) if view.isVisible() and view.model().rowCount()]
    if views:
        view = max(views, key=lambda one: one.model().rowCount())
        found["scroll"] = view.scrollToBottom
        for row, deed in enumerate(("next line", "second line", "third line"), 1):
            found[deed] = partial(view.selectRow, row)
    return found


def told(page: str, deed: str, worst: Turn) -> None:
    """One line of the answer."""
    report("turn", page=page, deed=deed, worst_ms=worst.milliseconds, computed_ms=worst.computed, at=worst.place)
    _ALL.append((page, deed, worst))


def told_worst() -> None:
    """For the person who watches: the longest turns of all, by what the window computed and by the clock."""
    by_both = sorted(_ALL, key=lambda one: (-one[2].computed, -one[2].milliseconds))
    said(f"{len(_ALL)} deeds; target {LONGEST_MS:.0f} ms; load {', '.join(f'{one:.1f}' for one in os.getloadavg())}")
    for name, of in (("computed", lambda turn: turn.computed), ("by the clock", lambda turn: turn.milliseconds)):
        over = sum(of(turn) > LONGEST_MS for _, _, turn in by_both)
        said(f"  {over} deeds over it, {name}; the longest:")
        for page, deed, turn in sorted(by_both, key=lambda one: -of(one[2]))[:10]:
            said(f"    {page} {deed}: {turn.computed} computed, {turn.milliseconds} by the clock, {turn.place}")


def walk(window: MainWindow, lane: Lane, watchdog: Watchdog, only: list[str]) -> None:
    """Every tab of every room, each with its deeds."""

    def measured(page: str, deed: str, do: Callable[[], object]) -> None:
        watchdog.begin(f"{page} {deed}")
        QTimer.singleShot(0, do)
        until_idle(lane)
        told(page, deed, watchdog.end())

    for room, _ in ROOMS:
        for tab in TABS[room]:
            name = f"{room}/{tab.key}"
            if only and not any(part in name for part in only):
                continue
            measured(name, "open", lambda room=room, tab=tab: window.go(room, {"tab": tab.key}))
            for deed, do in deeds(window.page(room).tab(tab.key)).items():
                measured(name, deed, do)
    if not only or "window" in only:
        measured("window", "language", lambda: window.commands["language"].trigger())
        for room, tab in BY_PERIOD:
            window.go(room, {"tab": tab})
            until_idle(lane)
            before = window.period
            measured("window", f"period before {room}/{tab}", lambda: window.head.move_year(-1))
            page = window.page(room).tab(tab)
            if window.period == before or page.period != window.period:
                sys.exit(f"the period did not change on {room}/{tab}")
            window.head.move_year(1)
            until_idle(lane)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    parser.add_argument("--store", type=Path, help="a store to copy and walk, instead of importing a city")
    parser.add_argument("--in-place", action="store_true", help="walk the named store itself, not a copy")
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument(
        "--only",
        nargs="*",
        default=[],
        help="parts of room/tab; window: its own deeds",
    )
    parser.add_argument("--period", default="")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with workshop() as folder, tempfile.TemporaryDirectory() as settings:
        if chosen.store is not None:
            store = chosen.store if chosen.in_place else folder / "store"
            if not chosen.in_place:
                shutil.copytree(chosen.store, store)
            passphrase = chosen.passphrase_file.read_text(encoding="utf-8").strip()
        else:
            city = year.found(folder / "city", chosen.staff, 2025, 7101)
            with open_desk(city.agency, city.passphrase) as desk:
                year.settle(desk, city)
            store, passphrase = city.agency, city.passphrase
        application = whole_application()
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        warm_first_room()
        lane = Lane()
        lane.broke.connect(lambda error: sys.exit(f"broke: {error!r}"))
        desks: list[Desk] = []
        lane.open(lambda: open_desk(store, passphrase), desks.append)
        until_idle(lane)
        watchdog = Watchdog()
        watchdog.begin("window open")
        window = MainWindow(desks[0], lane, Words("id"))
        window.resize(1366, 768)
        window.show()
        window.start()
        until_idle(lane)
        told("window", "open", watchdog.end())
        watchdog.begin("window warming")
        warming = warm_up()
        while warming.is_alive():
            until_idle(lane)
        told("window", "warming", watchdog.end())
        if chosen.period:
            window.set_period(parse_period(chosen.period))
            until_idle(lane)
        walk(window, lane, watchdog, chosen.only)
        told_worst()
        watchdog.stop()
        lane.stop()
        application.quit()


if __name__ == "__main__":
    main()
