"""All keys of the window and of the page in front, on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meritdesk.ui import actions, look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.own_keys import sheets_of
from meritdesk.ui.room import RoomPage

Rows = tuple[tuple[str, str], ...]
"""Keys as they stand on the keyboard, and what they do."""


class KeysDialog(ByKeyboard, QDialog):
    """Opened by ``?``; left the page, right the whole window."""

    def __init__(self, page: RoomPage | None, window: QWidget) -> None:
        super().__init__(window)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("KeysDialog", "Keys"))
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(3 * look.RHYTHM)
        row = 0
        if page is not None:
            row = self._part(grid, row, actions.room_name(page.room), rows_of(actions_of(page)))
            for part in sheets_of(page.places()[-1:]):
                rows = tuple((own.shown, own.say()) for own in part.rows)
                row = self._part(grid, row, part.say(), rows)
        further = (
            ("Ctrl+Z  Ctrl+Y", translate("KeysDialog", "Take back in a field or grid; elsewhere what was saved")),
        )
        self._part(grid, row, translate("KeysDialog", "Everywhere"), (*rows_of(actions.with_keys([window])), *further))
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox()
        close = buttons.addButton(translate("KeysDialog", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(560, 560)
        close.setFocus()

    def _part(self, grid: QGridLayout, row: int, heading: str, shown: Rows) -> int:
        if not shown:
            return row
        grid.addWidget(look.strong(QLabel(heading)), row, 0, 1, 2)
        for some_keys, said in shown:
            row += 1
            keys = QLabel(some_keys)
            keys.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(keys, row, 0)
            words = QLabel(said)
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
        grid.setColumnStretch(1, 1)
        return row + 1


def rows_of(shown: tuple[QAction, ...]) -> Rows:
    """Keys and words of actions; what several lists or charts of a page have alike is said once."""
    return tuple(dict.fromkeys((actions.keys_of(action), actions.words_of(action)) for action in shown))


def actions_of(page: RoomPage) -> tuple[QAction, ...]:
    """The actions with keys that a page (with its tab in front) and the lists on it declare, each once."""
    places = page.places()
    found = actions.with_keys([*places, *places[-1].findChildren(QWidget)])
    return tuple(dict.fromkeys(action for action in found if _is_ours(action)))


def _is_ours(action: QAction) -> bool:
    """Entry fields carry Qt's own hidden actions; those have no name."""
    return bool(action.objectName())
