"""Asking for a folder or a file: it opens where the last one for the same purpose was, which is remembered."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Purpose(StrEnum):
    """What goes into a folder; the last choice of each is remembered under its name on this PC."""

    PRINTS = "print-folder"
    STICK = "stick"
    BACKUP = "backup-folder"


def last_folder(purpose: Purpose) -> str:
    """The folder that was chosen last for a purpose, else the documents of whoever works here."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(QSettings().value(purpose.value, "") or home)


def ask_folder(asker: QWidget, asked: str, purpose: Purpose = Purpose.PRINTS) -> Path | None:
    """Let the clerk choose a folder; nothing when it was thought better of."""
    chosen = QFileDialog.getExistingDirectory(asker, asked, last_folder(purpose))
    if not chosen:
        return None
    QSettings().setValue(purpose.value, chosen)
    return Path(chosen)


def ask_file(asker: QWidget, asked: str, kinds: str, purpose: Purpose = Purpose.STICK) -> Path | None:
    """Let the clerk choose a file that came on a stick; the next one is looked for beside it."""
    chosen, _ = QFileDialog.getOpenFileName(asker, asked, last_folder(purpose), kinds)
    if not chosen:
        return None
    QSettings().setValue(purpose.value, str(Path(chosen).parent))
    return Path(chosen)
