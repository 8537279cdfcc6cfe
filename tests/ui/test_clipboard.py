"""What was copied does not take the program down when it ends."""

from __future__ import annotations

import subprocess
import sys

COPIED_AND_ENDED = """
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from meritdesk.ui.clipboard import put

application = QApplication([])
for words in ("one", "two"):
    data = QMimeData()
    data.setText(words)
    put(data)
del data
print(QGuiApplication.clipboard().text())
"""


def test_a_program_that_copied_a_table_ends_without_a_crash() -> None:
    ended = subprocess.run([sys.executable, "-c", COPIED_AND_ENDED], capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout.strip()) == (0, "two"), ended.stderr
