"""A line above the list that says what a larger action did and offers to take it back, as long as that is possible."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


class UndoBanner(QFrame):
    """Hidden until there is something to say."""

    undo_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change_set_id = ""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo = QPushButton(self)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self._change_set_id))
        self.dismiss = QToolButton(self)
        self.dismiss.setText("✕")
        self.dismiss.setAutoRaise(True)
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.undo)
        layout.addWidget(self.dismiss)
        self.retranslate()
        self.hide()

    @property
    def change_set_id(self) -> str:
        """What Undo would take back; empty when there is nothing to take back."""
        return self._change_set_id

    def offer(self, told: str, change_set_id: str = "") -> None:
        """Say what happened; with a change set, offer to take it back."""
        self._change_set_id = change_set_id
        self.text.setText(told)
        self.undo.setVisible(bool(change_set_id))
        self.show()

    def retranslate(self) -> None:
        """Say the buttons again in the language of now."""
        self.undo.setText(QCoreApplication.translate("UndoBanner", "Undo"))
        self.dismiss.setToolTip(QCoreApplication.translate("UndoBanner", "Hide this message"))
        self.dismiss.setAccessibleName(QCoreApplication.translate("UndoBanner", "Hide this message"))
