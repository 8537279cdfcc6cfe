"""What is copied as more than words: a table for spreadsheets, a chart as a picture.

On a desktop Qt hands it to the system when the program ends, so that it can still be pasted. Where no desktop is
(tests, pictures of the manual) Qt itself keeps it until the process is torn down, long after Python; what was made here
would then be taken apart by an interpreter that is gone, and the program would crash in its last moment.
"""

from __future__ import annotations

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_OF_THE_SYSTEM = frozenset({"windows", "cocoa", "xcb", "wayland"})


def put(data: QMimeData) -> None:
    """Put a table or a picture on the clipboard."""
    QGuiApplication.clipboard().setMimeData(data)
    atexit.unregister(_take_back)
    atexit.register(_take_back)


def _take_back() -> None:
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() not in _OF_THE_SYSTEM:
        QGuiApplication.clipboard().clear()
