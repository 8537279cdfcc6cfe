"""The staff list in the window on a store of 100,000 people: how long from the question to the painted answer.

The page is the real one over a real desk, drawn offscreen. Measured are the first paint, the jump to the last row by
End, a sort by one and by two headings, a letter typed into the quick filter, and a refresh while the clerk reads
far down. With each stands the longest turn of the event loop that a timer of one millisecond saw meanwhile.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _measure import against, measured, report, workshop
from lists import AGENCY, PASSPHRASE, fill
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from meritdesk.bootstrap import create_store, open_desk
from meritdesk.core.periods import parse_period
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.register.page import RegisterPage
from meritdesk.ui.register.staff_table import StaffColumn
from meritdesk.ui.wording import Words

RUNS = 5
ANY_MS = 100
TARGETS = {"window_list_keystroke": 50}


class Watch:
    """The longest time between two beats of a timer that should beat each millisecond."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.worst, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now


def bench(page: RegisterPage, staff: int) -> None:
    """Every question of the list, from asking to painted."""
    listing, watch = page.listing, Watch()
    settled: list[float] = []

    def painted() -> None:
        listing.view.viewport().repaint()
        settled.append(time.perf_counter())

    listing.settled.connect(painted)

    def rest() -> None:
        while not page.lane.is_idle:
            QTest.qWait(1)
        QTest.qWait(60)

    def until_shown(row: int) -> float:
        while listing.table.line(row) is None:
            QTest.qWait(1)
        listing.view.viewport().repaint()
        return time.perf_counter()

    def told(name: str, act: Callable[[], object], ends: Callable[[], float], prepare: Callable[[], object]) -> None:
        took, worst, worked = [], [], []
        for _ in range(RUNS):
            prepare()
            rest()
            settled.clear()
            watch.begin()
            started, begun = time.perf_counter(), time.process_time()
            act()
            took.append((ends() - started) * 1000)
            worked.append((time.process_time() - begun) * 1000)
            worst.append(watch.worst * 1000)
        report(
            name,
            median_ms=round(statistics.median(took), 1),
            worst_ms=round(max(took), 1),
            cpu_ms=round(statistics.median(worked), 1),
            **against(TARGETS.get(name, ANY_MS), statistics.median(took), statistics.median(worked)),
            longest_turn_ms=round(max(worst), 1),
            runs=RUNS,
            staff=staff,
        )

    def answered() -> float:
        while not settled:
            QTest.qWait(1)
        return settled[-1]

    def top() -> None:
        listing.clear()
        listing.view.verticalScrollBar().setValue(0)

    told("window_list_first_paint", lambda: listing.ask(is_refresh=False), answered, top)
    last = staff - 1

    def emptied() -> None:
        listing.ask(is_refresh=False)
        listing.view.verticalScrollBar().setValue(0)

    told(
        "window_list_end_key", lambda: QTest.keyClick(listing.view, Qt.Key.Key_End), lambda: until_shown(last), emptied
    )
    told("window_list_sort", lambda: listing.sort_by(StaffColumn.UNIT), answered, top)
    told("window_list_sort_second_key", lambda: listing.sort_by(StaffColumn.NIP, is_added=True), answered, top)
    told("window_list_keystroke", lambda: listing.search.setText("santo"), answered, top)

    def far() -> None:
        listing.clear()
        rest()
        listing.view.verticalScrollBar().setValue(28 * (staff // 2))
        rest()
        listing.view.choose_row(staff // 2 + 3)

    told("window_list_refresh_while_reading", lambda: listing.ask(), answered, far)
    current = listing.current()
    assert current is not None, "a refresh keeps the line on which the keyboard is"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the store here, or ask the one that is there")
    chosen = parser.parse_args()
    with workshop() as folder:
        app = QApplication([])
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
        look.apply(app)
        store = chosen.keep or folder / "store"
        if not store.exists():
            create_store(store, AGENCY, PASSPHRASE)
            with open_desk(store, PASSPHRASE) as desk:
                measured("list_fill", lambda: fill(desk, chosen.staff, 0), chosen.staff, "people")
        lane, opened = Lane(), list[Desk]()
        lane.open(lambda: open_desk(store, PASSPHRASE), opened.append)
        while not opened:
            QTest.qWait(5)
        page = RegisterPage(opened[0], lane, Words("id"))
        page.resize(1186, 660)
        page.show()
        page.enter(parse_period("2025"))
        while not lane.is_idle or page.listing.total < chosen.staff:
            QTest.qWait(20)
        bench(page, chosen.staff)
        page.close()
        lane.stop()


if __name__ == "__main__":
    main()
