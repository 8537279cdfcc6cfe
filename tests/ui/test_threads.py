"""Every thread of the window has ended before Python goes, also when whoever began it forgot to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import meritdesk.ui
from meritdesk.ui import threads
from meritdesk.ui.background import Lane

FORGOTTEN = """
import sys, time
from PySide6.QtCore import QCoreApplication
from meritdesk.ui.background import Lane

def speak(step):
    while True:
        step(1, 2)  # a signal of Qt each time, until it is told to stop
        lane._moved.emit()

application = QCoreApplication(sys.argv)
lane = Lane()
lane.ask(speak)
time.sleep(0.2)
"""


class Ticking:
    """Work that goes on until it is stopped."""

    def __init__(self) -> None:
        self.is_over = threading.Event()

    def run(self) -> None:
        self.is_over.wait()

    def stop(self) -> None:
        self.is_over.set()


def test_all_threads_end_together_and_those_that_do_not_are_named() -> None:
    obedient, deaf, gate = Ticking(), threading.Event(), threading.Event()
    first = threads.begin(obedient.run, "obedient", obedient.stop)
    second = threads.begin(lambda: (deaf.set(), gate.wait())[0], "deaf")
    assert deaf.wait(5)
    assert threads.end_all(patience=0.2) == ("deaf",)
    assert not first.is_alive() and second.is_alive()
    gate.set()
    second.join()
    assert threads.end_all() == ()


def test_a_lane_that_nobody_stopped_comes_to_its_end(qapp: object) -> None:
    lane = Lane()
    assert lane._thread.is_alive()
    assert threads.end_all() == ()
    assert not lane._thread.is_alive()
    lane.stop()


def test_a_process_that_ends_while_its_lane_is_speaking_to_qt_ends_well() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ended = [
        subprocess.run((sys.executable, "-c", FORGOTTEN), env=environment, capture_output=True, timeout=60, check=False)
        for _ in range(3)
    ]
    assert [(one.returncode, one.stderr) for one in ended] == [(0, b"")] * 3


def test_the_window_begins_no_thread_anywhere_else() -> None:
    begun = [
        path.name
        for path in Path(meritdesk.ui.__path__[0]).rglob("*.py")
        if re.search(r"\bThread\(|QThreadPool|QRunnable|ThreadPoolExecutor", path.read_text(encoding="utf-8"))
    ]
    # The other one only lets go of plain values, speaks to nothing of Qt, and its lane stops it.
    assert set(begun) <= {"threads.py", "letting_go.py"}
