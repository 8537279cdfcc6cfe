"""The first thing on the screen: the frame of the window where it stood last, while the rooms behind it are fetched.

Loading the program takes longer than a clerk should look at nothing. So this module imports next to nothing, and
nothing that says ``Qt.Something`` (``ui/ground.py``): it paints the empty frame, lets a thread import the rest, and
hands over. It is no splash screen: it can be moved, resized and closed, and the window opens in its place.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from meritdesk.ui.application import make_application
from meritdesk.ui.second_start import FirstStart, shows_first

if TYPE_CHECKING:
    from types import ModuleType

    from PySide6.QtGui import QCloseEvent

LOOK_MILLISECONDS = 10
RAIL_WIDTH = 178
HEAD_HEIGHT = 42
# Said before the translations are there; they are a part of what is being fetched.
_OPENING = {"id": "Membuka…", "en": "Opening…"}
# What a desktop puts around a window: its title above, a border on both sides.
_TITLE_BAR, _BORDERS = 32, 8


def show_first(window: QWidget) -> None:
    """Show a window; on the small screen of an office it takes all of it the first time.

    With the title on top of it a window as large as the screen would have its last line, which says what is saved
    and when the last backup was made, below the edge.
    """
    room = window.screen().availableGeometry()
    fills = window.height() + _TITLE_BAR > room.height() or window.width() + _BORDERS > room.width()
    if fills and QSettings().value("geometry") is None:
        window.showMaximized()
    else:
        window.show()


class OpeningFrame(QWidget):
    """Head, rail and an empty page, in the place and size of the last session."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.was_closed = False
        self.setWindowTitle("MeritDesk")
        head, rail = QFrame(self), QFrame(self)
        head.setObjectName("head")
        head.setFixedHeight(HEAD_HEIGHT)
        rail.setObjectName("rail")
        rail.setFixedWidth(RAIL_WIDTH)
        self.told = QLabel(_OPENING.get(language, _OPENING["id"]), self)
        palette = self.told.palette()
        palette.setColor(QPalette.ColorRole.WindowText, palette.color(QPalette.ColorRole.PlaceholderText))
        self.told.setPalette(palette)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(rail)
        below.addStretch(1)
        below.addWidget(self.told)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(below, 1)
        self.resize(1366, 768)
        geometry = QSettings().value("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is leaving."""
        self.was_closed = True
        event.accept()


def run(store: Path | None, language: str, arriving: Path | None = None, as_viewer: bool = False) -> int:
    """Paint the frame, fetch the program beside it, and let the window take its place; answers the exit code.

    ``arriving`` is a package that was opened by a double click; the window looks into it first. With
    ``as_viewer`` the store is only looked at. Where the store is open already, its window is shown instead (F15).
    """
    application = make_application()
    said = str(QSettings().value("language", language)) if language == "id" else language
    first, wanted = FirstStart(), store or last_store()
    if not as_viewer and not first.keep(wanted) and shows_first(wanted, arriving is not None):
        return 0
    opening = OpeningFrame(said)
    show_first(opening)
    application.processEvents()
    program = fetch()
    if opening.was_closed:
        return 0
    code: int = program.run(store, language, opening, arriving, as_viewer, first)
    first.stop()
    return code


def last_store() -> Path | None:
    """The store that a start without words opens; nothing on a PC that has none yet."""
    last = str(QSettings().value("store", "") or "")
    return Path(last) if last else None


def fetch(module: str = "meritdesk.ui.app") -> ModuleType:
    """Import a module in a thread while the screen stays alive; what it raises is raised here."""
    import importlib

    from PySide6.QtCore import QEventLoop, QTimer

    from meritdesk.ui import threads

    found: list[ModuleType] = []
    raised: list[BaseException] = []

    def work() -> None:
        try:
            found.append(importlib.import_module(module))
        except BaseException as error:  # noqa: BLE001 - raised again on the window's thread
            raised.append(error)

    thread = threads.begin(work, "fetch")
    loop = QEventLoop()
    looking = QTimer()
    looking.setInterval(LOOK_MILLISECONDS)
    looking.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    looking.start()
    loop.exec()
    if raised:
        raise raised[0]
    return found[0]


def first_paint(store: Path, passphrase: str, started: float, begun: float) -> dict[str, float]:
    """For the benchmark: seconds from ``started`` until the frame stands, and until each later thing does.

    ``begun`` is what the process had computed by then; the first paint is told by that too.
    """
    application = make_application()
    opening = OpeningFrame("id")
    opening.show()
    QApplication.processEvents()
    painted, worked = round(time.perf_counter() - started, 3), round(time.process_time() - begun, 3)
    program = fetch()
    later: dict[str, float] = program.first_paint(store, passphrase, started, opening)
    application.processEvents()
    return {"painted": painted, "painted_cpu": worked, **later}
