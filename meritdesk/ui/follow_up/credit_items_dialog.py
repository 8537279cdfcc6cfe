"""The earlier credit points of one official, letter by letter; one can be taken out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.credit_history import CreditItem
from meritdesk.core.people import Person
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.follow_up.recognition_tables import ItemTable
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class CreditItemsDialog(ByKeyboard, QDialog):
    """A list of letters with their points."""

    changed = Signal()

    def __init__(self, desk: Desk, lane: Lane, words: Words, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.lane, self.nip = desk, lane, person.nip
        translate = QCoreApplication.translate
        title = translate("Recognition", "Earlier points of %1").replace("%1", person.full_name)
        self.setWindowTitle(title)
        self.refusal = RefusalStrip(words, self)
        self.listing: PlainList[CreditItem] = PlainList(
            ItemTable(words, self), title, translate("Recognition", "No letter is entered yet."), self
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.away = QPushButton(translate("Recognition", "&Take out"), self)
        self.away.setAutoDefault(False)
        self.buttons.addButton(self.away, QDialogButtonBox.ButtonRole.ActionRole)
        self.away.clicked.connect(lambda: self.remove())
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        column.addWidget(self.buttons)
        self.resize(look.in_letters(820), look.in_letters(420))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.load()

    def load(self) -> None:
        """Read the letters."""
        self.lane.ask(
            lambda step: self.desk.follow_up.credit_history.items(self.nip), self._show, self.refusal.tell, key="items"
        )

    def remove(self) -> None:
        """Take the chosen letter out; the journal can bring it back."""
        one = self.listing.current()
        if one is not None:
            self.lane.ask(
                lambda step: self.desk.follow_up.credit_history.drop(self.nip, one.kind, one.starts, one.ends),
                lambda _: self._removed(),
                self.refusal.tell,
            )

    def _show(self, items: tuple[CreditItem, ...]) -> None:
        self.listing.show_lines(items)
        self.away.setEnabled(bool(items))

    def _removed(self) -> None:
        self.changed.emit()
        self.load()
