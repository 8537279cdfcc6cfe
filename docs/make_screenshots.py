"""Open the window on a store, walk through rooms and tabs, and save a picture of each: what docs/pictures holds."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from meritdesk.bootstrap import open_desk
from meritdesk.core.periods import parse_period
from meritdesk.services import Desk
from meritdesk.ui import actions
from meritdesk.ui.app import make_application
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import TABS
from meritdesk.ui.wording import Words


def settle(lane: Lane, milliseconds: int = 700) -> None:
    """Let answers arrive and pages paint until nothing has moved for a while."""
    loop = QEventLoop()
    calm = QTimer()
    calm.setInterval(milliseconds)
    calm.timeout.connect(lambda: loop.quit() if lane.is_idle else None)
    calm.start()
    loop.exec()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passphrase-file", type=Path, required=True)
    parser.add_argument("--language", default="id")
    parser.add_argument("--rooms", nargs="*", default=[room for room, _ in actions.ROOMS])
    parser.add_argument("--period", default="")
    parser.add_argument("--dark", action="store_true")
    chosen = parser.parse_args()

    chosen.out.mkdir(parents=True, exist_ok=True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    scratch = tempfile.TemporaryDirectory(prefix="meritdesk-pictures-")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, scratch.name)
    application = make_application()
    words = Words(chosen.language)
    lane = Lane()
    opened: list[Desk] = []
    passphrase = chosen.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
    lane.open(lambda: open_desk(chosen.store, passphrase), opened.append)
    settle(lane, 50)
    window = MainWindow(opened[0], lane, words)
    window.resize(1366, 768)
    window.show()
    if chosen.dark:
        window.commands["look"].trigger()
    window.start()
    settle(lane)
    if chosen.period:
        window.set_period(parse_period(chosen.period))
    for room in chosen.rooms:
        for tab in TABS[room]:
            window.go(room, {"tab": tab.key} if len(TABS[room]) > 1 else None)
            settle(lane)
            application.processEvents()
            target = chosen.out / f"window-{room}-{tab.key}-{chosen.language}.png"
            if not window.grab().save(str(target)):
                raise SystemExit(f"cannot write {target}")
    window.close()


if __name__ == "__main__":
    main()
