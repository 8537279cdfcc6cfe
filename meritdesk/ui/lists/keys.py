"""The keys of every list that are no command: moving, selecting, opening; and those of a filter above it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from meritdesk.ui.own_keys import KeySheet, some

LIST = KeySheet(
    str(QT_TRANSLATE_NOOP("OwnKeys", "In a list")),
    (
        some("↑ ↓", "Up Down", str(QT_TRANSLATE_NOOP("OwnKeys", "To the line above or below"))),
        some("← →", "Left Right", str(QT_TRANSLATE_NOOP("OwnKeys", "To the columns at the side"))),
        some("PgUp PgDown", "PgUp PgDown", str(QT_TRANSLATE_NOOP("OwnKeys", "A page up or down"))),
        some(
            "Home End",
            "Home End Ctrl+Home Ctrl+End",
            str(QT_TRANSLATE_NOOP("OwnKeys", "To the first or last line")),
        ),
        some(
            "Shift+↑ ↓ Home End",
            "Shift+Up Shift+Down Shift+Left Shift+Right Shift+PgUp Shift+PgDown Shift+Home Shift+End",
            str(QT_TRANSLATE_NOOP("OwnKeys", "Select the lines on the way")),
        ),
        some(
            "Ctrl+↑ ↓",
            "Ctrl+Up Ctrl+Down Ctrl+Left Ctrl+Right Ctrl+PgUp Ctrl+PgDown",
            str(QT_TRANSLATE_NOOP("OwnKeys", "Go on and leave the selection as it is")),
        ),
        some(
            "Ctrl+Space",
            "Space Ctrl+Space Shift+Space",
            str(QT_TRANSLATE_NOOP("OwnKeys", "Take the line into the selection or out of it")),
        ),
        some("Enter", "Return Enter", str(QT_TRANSLATE_NOOP("OwnKeys", "Open the line"))),
        some("Shift+F10", "", str(QT_TRANSLATE_NOOP("OwnKeys", "What can be done with the line"))),
        some("A-Z", "", str(QT_TRANSLATE_NOOP("OwnKeys", "To the next line that begins with what is typed"))),
    ),
)
"""What a list takes without a command."""

CHIP = KeySheet(
    str(QT_TRANSLATE_NOOP("OwnKeys", "On a filter above a list")),
    (
        some("Enter F2", "Return Enter F2", str(QT_TRANSLATE_NOOP("OwnKeys", "Filter by something else"))),
        some("Del Backspace", "Del Backspace", str(QT_TRANSLATE_NOOP("OwnKeys", "Take the filter out"))),
        some("← →", "Left Right", str(QT_TRANSLATE_NOOP("OwnKeys", "To the filter beside"))),
    ),
)
"""What a filter takes."""
