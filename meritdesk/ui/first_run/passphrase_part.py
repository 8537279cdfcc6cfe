"""A new passphrase typed twice, shown on wish, with its strength in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from meritdesk.core.errors import UsageRefusal
from meritdesk.ui import look
from meritdesk.ui.first_run.strength import SHORTEST, Strength, strength_of
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class PassphrasePart(QWidget):
    """Two fields, a word about their strength, and a refusal where they cannot be used."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None, *, is_password: bool = False) -> None:
        super().__init__(parent)
        self._is_password = is_password  # of one account; a passphrase opens the data for all
        self.known: tuple[str, ...] = ()
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        self._first_label, self._second_label = QLabel(self), QLabel(self)
        self.shown = QCheckBox(self)
        self.strength = QLabel(self)
        self.strength.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.setHorizontalSpacing(2 * look.RHYTHM)
        for label, field in ((self._first_label, self.first), (self._second_label, self.second)):
            label.setBuddy(field)
            form.addRow(label, field)
            field.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.RHYTHM)
        column.addLayout(form)
        column.addWidget(self.shown)
        column.addWidget(self.strength)
        column.addWidget(self.refusal)
        self.shown.toggled.connect(self._show)
        words.language_changed.connect(self.retranslate)
        self._show(False)
        self.retranslate()

    @property
    def passphrase(self) -> str:
        """What was typed first."""
        return self.first.text()

    @property
    def label_width(self) -> int:
        """How wide its labels are, for whoever has fields above it."""
        return max(label.sizeHint().width() for label in (self._first_label, self._second_label))

    @property
    def is_usable(self) -> bool:
        """Whether it is long enough and typed twice alike."""
        return len(self.passphrase) >= SHORTEST and self.second.text() == self.passphrase

    def check(self) -> bool:
        """Say what is wrong (``STO-616`` too short, ``CLI-108`` the two differ); whether nothing is."""
        refusal = None
        if len(self.passphrase) < SHORTEST:
            refusal = UsageRefusal("STO-616", least=SHORTEST)
        elif not self.is_usable:
            refusal = UsageRefusal("CLI-108")
        self.refusal.tell(refusal)
        if refusal is not None:
            (self.first if refusal.code == "STO-616" else self.second).setFocus()
        return refusal is None

    def retranslate(self, _: str = "") -> None:
        """The words beside the fields."""
        translate = QCoreApplication.translate
        self._first_label.setText(
            translate("PassphrasePart", "New &password")
            if self._is_password
            else translate("PassphrasePart", "New &passphrase")
        )
        self._second_label.setText(translate("PassphrasePart", "Once &more"))
        for label, field in ((self._first_label, self.first), (self._second_label, self.second)):
            field.setAccessibleName(label.text().replace("&", ""))
        self.shown.setText(translate("PassphrasePart", "&Show what I type"))
        self._say_strength()

    def _typed(self, _: str) -> None:
        self.refusal.tell(None)
        self._say_strength()
        self.changed.emit()

    def _show(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(mode)

    def _say_strength(self) -> None:
        translate = QCoreApplication.translate
        if not self.passphrase:
            self.strength.setText(
                translate("PassphrasePart", "A sentence that only you would say is best: four words or more.")
            )
            look.colour(self.strength, look.quiet())
            return
        found = strength_of(self.passphrase, self.known)
        said, colour = {
            Strength.SHORT: (translate("PassphrasePart", "✗ Too short: at least 8 signs."), look.blocks()),
            Strength.WEAK: (translate("PassphrasePart", "⚠ Weak: easy to guess. Take words of your own."), look.asks()),
            Strength.FAIR: (translate("PassphrasePart", "Fair. Another word or two makes it strong."), look.quiet()),
            Strength.STRONG: (translate("PassphrasePart", "✓ Strong."), look.quiet()),
        }[found]
        self.strength.setText(said)
        look.colour(self.strength, colour)
