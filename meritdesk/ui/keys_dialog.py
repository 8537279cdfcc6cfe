"""All keys of the window and of the page in front, on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from meritdesk.ui import actions, look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.room import RoomPage


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
            row = self._part(grid, row, actions.room_name(page.room), actions_of(page))
        self._part(grid, row, translate("KeysDialog", "Everywhere"), actions.with_keys([window]))
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

    def _part(self, grid: QGridLayout, row: int, heading: str, shown: tuple[QAction, ...]) -> int:
        if not shown:
            return row
        grid.addWidget(look.strong(QLabel(heading)), row, 0, 1, 2)
        for action in shown:
            row += 1
            grid.addWidget(QLabel(actions.keys_of(action)), row, 0)
            words = QLabel(actions.words_of(action))
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
        grid.setColumnStretch(1, 1)
        return row + 1


def actions_of(page: RoomPage) -> tuple[QAction, ...]:
    """The actions with keys that a page (with its tab in front) and the lists on it declare, each once."""
    places = page.places()
    found = actions.with_keys([*places, *places[-1].findChildren(QWidget)])
    return tuple(dict.fromkeys(action for action in found if _is_ours(action)))


def _is_ours(action: QAction) -> bool:
    """Entry fields carry Qt's own hidden actions; those have no name."""
    return bool(action.objectName())
