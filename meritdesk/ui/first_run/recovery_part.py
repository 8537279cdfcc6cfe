"""The recovery sheet on the screen: the key until it is kept, the way to paper, and two groups typed back as proof."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont, QFontDatabase
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.errors import UsageRefusal
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words

ASKED = 2
FILE_NAME = "Lembar-kunci-pemulihan-{code}.pdf"

Writer = Callable[[str, Path], object]  # key, target


class RecoveryPart(QWidget):
    """Shows a key, writes its sheet, and believes that it was kept when two groups come back from the paper."""

    changed = Signal()

    def __init__(self, lane: Lane, words: Words, write: Writer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._words = words
        self._write = write
        self._key = ""
        self._code = ""
        self.asked: tuple[int, ...] = ()
        self.saved: Path | None = None
        self.key = QLabel(self)
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPointSizeF(self.font().pointSizeF() * 1.3)
        self.key.setFont(font)
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("primary")
        self.open_button = QPushButton(self)
        self.hide_button = QPushButton(self)
        for button in (self.save_button, self.open_button, self.hide_button):
            button.setAutoDefault(False)
        # Two lines of a key that somebody copies by hand are never squeezed.
        self.key.setMinimumHeight(2 * self.key.fontMetrics().height() + look.RHYTHM)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._proof = QLabel(self)
        self._proof.setWordWrap(True)
        self.groups = tuple(QLineEdit(self) for _ in range(ASKED))
        self._names = tuple(QLabel(self) for _ in range(ASKED))
        self.refusal = RefusalStrip(words, self)
        self._arrange()
        self.save_button.clicked.connect(lambda: self.save())
        self.open_button.clicked.connect(self._open)
        self.hide_button.clicked.connect(self._toggle)
        for field in self.groups:
            field.textChanged.connect(lambda _: self._typed())
        words.language_changed.connect(self.retranslate)
        self.retranslate()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.save_button, self.open_button, self.hide_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        form = QFormLayout()
        for name, field in zip(self._names, self.groups, strict=True):
            field.setMaxLength(8)
            field.setMaximumWidth(140)
            name.setBuddy(field)
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.key)
        column.addLayout(buttons)
        column.addWidget(self.told)
        column.addWidget(self._proof)
        column.addLayout(form)
        column.addWidget(self.refusal)

    def show_key(self, key: str, code: str) -> None:
        """A new key to keep; which groups are asked back is chosen anew."""
        self._key, self._code = key, code
        self.saved = None
        self.asked = tuple(sorted(random.SystemRandom().sample(range(len(key.split("-")) - 1), ASKED)))
        for field in self.groups:
            field.clear()
        self.key.setVisible(True)
        self.retranslate()

    @property
    def is_proved(self) -> bool:
        """Whether the asked groups were typed as they stand on the sheet."""
        groups = self._key.split("-")
        typed = (_plain(field.text()) for field in self.groups)
        return bool(self._key) and all(one == groups[place] for one, place in zip(typed, self.asked, strict=True))

    def check(self) -> bool:
        """Say so when the groups are not right (``STO-699``); whether they are."""
        self.refusal.tell(None if self.is_proved else UsageRefusal("STO-699"))
        return self.is_proved

    def save(self, target: Path | None = None) -> None:
        """Write the sheet as a PDF; without a place, ask for it."""
        path = target or self._ask_place()
        if path is None:
            return
        self.refusal.tell(None)

        def done(_: object) -> None:
            self.saved = path
            self.key.setVisible(False)
            self.retranslate()
            self.groups[0].setFocus()
            self.changed.emit()

        self._lane.ask(lambda step: self._write(self._key, path), done, self.refusal.tell)

    def retranslate(self, _: str = "") -> None:
        """The words around the key."""
        translate = QCoreApplication.translate
        is_shown = not self.key.isHidden()
        self.key.setText(spaced(self._key))
        self.key.setAccessibleName(translate("RecoveryPart", "Recovery key"))
        self.save_button.setText(translate("RecoveryPart", "&Save the sheet as PDF..."))
        self.open_button.setText(translate("RecoveryPart", "Open to &print"))
        self.open_button.setEnabled(self.saved is not None)
        self.hide_button.setText(
            translate("RecoveryPart", "I wrote it &down")
            if is_shown
            else translate("RecoveryPart", "Show the key &again")
        )
        if self.saved is not None:
            said = translate("RecoveryPart", "Saved as %1. Print it, lock the paper away, then delete the file.")
            self.told.setText("✓ " + said.replace("%1", self.saved.name))
        else:
            self.told.setText(
                translate("RecoveryPart", "The key is kept nowhere else. Without sheet and passphrase nobody can help.")
            )
        self._proof.setText(translate("RecoveryPart", "Type two groups from the paper, to be sure that it was kept:"))
        for name, field, place in zip(self._names, self.groups, self.asked or (0,) * ASKED, strict=True):
            said = translate("RecoveryPart", "Group %1").replace("%1", str(place + 1))
            name.setText(said)
            field.setAccessibleName(said)
            field.setEnabled(not is_shown)

    def _toggle(self) -> None:
        self.key.setVisible(self.key.isHidden())
        self.retranslate()
        if self.key.isHidden():
            self.groups[0].setFocus()

    def _typed(self) -> None:
        self.refusal.tell(None)
        self.changed.emit()

    def _ask_place(self) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            QCoreApplication.translate("RecoveryPart", "Where to put the recovery sheet? Best on a stick."),
            str(Path(documents) / FILE_NAME.replace("{code}", self._code)),
            "PDF (*.pdf)",
        )
        return Path(chosen) if chosen else None

    def _open(self) -> None:
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved)))


def spaced(key: str) -> str:
    """A key as it is read aloud: its groups with room between them, two lines."""
    groups = key.split("-")
    half = (len(groups) + 1) // 2
    return "   ".join(groups[:half]) + "\n" + "   ".join(groups[half:])


def _plain(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(str.maketrans("OIL", "011"))
