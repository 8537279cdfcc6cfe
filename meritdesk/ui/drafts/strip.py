"""The strip above an editor that offers what was typed there before and not saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def ago(words: Words, then: datetime, now: datetime | None = None) -> str:
    """How long ago something was: ``12 menit lalu``, after a day the moment itself."""
    seconds = max(0, ((now or datetime.now(UTC)) - then).total_seconds())
    translate = QCoreApplication.translate
    if seconds < _MINUTE:
        return translate("Drafts", "just now")
    if seconds < _HOUR:
        return singular(translate("Drafts", "%1 minutes ago").replace("%1", words.number(int(seconds // _MINUTE))))
    if seconds < _DAY:
        return singular(translate("Drafts", "%1 hours ago").replace("%1", words.number(int(seconds // _HOUR))))
    return words.short_moment(then)


class DraftStrip(QFrame):
    """Offers a draft: go on with it, look at both where the stored values changed meanwhile, or throw it away."""

    go_on = Signal()
    look_at_both = Signal()
    throw_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.has_clash = False
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.on_button = QPushButton(self)
        self.both_button = QPushButton(self)
        self.away_button = QPushButton(self)
        for button, signal in (
            (self.on_button, self.go_on),
            (self.both_button, self.look_at_both),
            (self.away_button, self.throw_away),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.RHYTHM, look.RHYTHM // 2, look.RHYTHM, look.RHYTHM // 2)
        row.addWidget(self.text, 1)
        for button in (self.on_button, self.both_button, self.away_button):
            row.addWidget(button)
        self.hide()

    def offer(self, words: Words, kept_at: datetime, has_clash: bool) -> None:
        """Say what there is and since when."""
        translate = QCoreApplication.translate
        self.has_clash = has_clash
        said = translate("Drafts", "You typed here %1 and did not save it.").replace("%1", ago(words, kept_at))
        if has_clash:
            changed = translate("Drafts", "What is stored was changed since then.")
            said = f"{said} {changed}"
        self.text.setText(said)
        self.on_button.setText(translate("Drafts", "&Go on with it"))
        self.both_button.setText(translate("Drafts", "Show &both…"))
        self.away_button.setText(translate("Drafts", "Throw it away"))
        self.on_button.setVisible(not has_clash)
        self.both_button.setVisible(has_clash)
        self.setAccessibleName(said)
        self.show()


class BothDialog(ByKeyboard, QDialog):
    """What is stored now beside what was typed: accepted goes on with what was typed, rejected changes nothing."""

    def __init__(self, rows: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Drafts", "Stored and typed"))
        self.throws_away = False
        told = QLabel(
            translate(
                "Drafts",
                "Since you typed this, the stored values were changed. Nothing is overwritten until you save.",
            ),
            self,
        )
        told.setWordWrap(True)
        self.table = QTableWidget(len(rows), 4, self)
        look.tidy(self.table)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setWordWrap(True)
        self.table.setHorizontalHeaderLabels(
            [
                translate("Drafts", "Field"),
                translate("Drafts", "When you typed"),
                translate("Drafts", "Stored now"),
                translate("Drafts", "Typed by you"),
            ]
        )
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                self.table.setItem(row, column, item)
        self.table.setColumnHidden(1, not any(row[1] for row in rows))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        heads = (str(self.table.model().headerData(one, Qt.Orientation.Horizontal)) for one in range(4))
        widest = max(map(QFontMetrics(bold).horizontalAdvance, heads))
        self.table.horizontalHeader().setMinimumSectionSize(widest + 2 * look.RHYTHM)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.typed_button = buttons.addButton(translate("Drafts", "Go on with what I &typed"), role.AcceptRole)
        self.stored_button = buttons.addButton(translate("Drafts", "Keep what is &stored"), role.DestructiveRole)
        self.later_button = buttons.addButton(translate("Drafts", "Decide later"), role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.stored_button.clicked.connect(self._throw_away)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(told)
        column_layout.addWidget(self.table, 1)
        column_layout.addWidget(buttons)
        self.later_button.setDefault(True)
        self.later_button.setFocus()
        self.resize(820, 420)

    def _throw_away(self) -> None:
        self.throws_away = True
        self.reject()
