"""Who is paid otherwise under the newest version of a month than under the one before it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from meritdesk.core.pay import PayDifference
from meritdesk.core.periods import Period
from meritdesk.core.scoring.allowance import rupiah
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.follow_up.pay_tables import DifferenceTable
from meritdesk.ui.follow_up.plain_list import PlainList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.singular import CountLabel
from meritdesk.ui.wording import Words


class PayDifferencesDialog(ByKeyboard, QDialog):
    """A list of people with both sums, and the difference of all."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, month: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.words = words
        title = translate("PayDifferences", "%1 against the version before").replace("%1", words.period(month))
        self.setWindowTitle(title)
        self.refusal = RefusalStrip(words, self)
        self.listing: PlainList[PayDifference] = PlainList(
            DifferenceTable(words, self), title, translate("PayDifferences", "Nobody is paid otherwise."), self
        )
        self.summary = CountLabel(self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        column.addWidget(self.summary)
        column.addWidget(close)
        self.resize(look.in_letters(760), look.in_letters(460))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lane.ask(
            lambda step: desk.follow_up.pay.differences(month), self._show, self.refusal.tell, key="pay-differences"
        )

    def _show(self, found: tuple[PayDifference, ...]) -> None:
        self.listing.show_lines(found)
        total = sum((one.difference for one in found), Decimal(0))
        said = QCoreApplication.translate("PayDifferences", "%1 people differ · %2 in sum")
        self.summary.setText(
            said.replace("%1", self.words.number(len(found))).replace("%2", self.words.noted(rupiah(total)))
        )
