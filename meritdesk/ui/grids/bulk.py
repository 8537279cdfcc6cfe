"""From the chosen rows of a list or grid to the dialog that changes them, and from there to the offer of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from meritdesk.services.bulk import BulkOutcome
from meritdesk.ui.actions import page_action
from meritdesk.ui.grids.bulk_dialog import BulkDialog, offered
from meritdesk.ui.grids.bulk_scope import BulkScope, Subject
from meritdesk.ui.room import RoomPage

BULK_KEY = "Ctrl+U"


class BulkEdit:
    """The command of a page that changes many rows at once: its key, its button, its dialog.

    ``gather`` hands the chosen rows over, at once or when those out of sight were read.
    """

    def __init__(
        self,
        page: RoomPage,
        place: QWidget,
        scope: Callable[[], BulkScope | None],
        gather: Callable[[Callable[[Sequence[Subject]], object]], None],
        first: Callable[[], str] = str,
    ) -> None:
        self._page, self._scope, self._gather, self._first = page, scope, gather, first
        self.action: QAction = page_action(place, "bulk_edit", BULK_KEY)
        self.action.triggered.connect(self.open)
        self.button = QPushButton(page)
        self.button.clicked.connect(self.open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.action.setText(QCoreApplication.translate("BulkDialog", "Change many at once"))
        self.button.setText(QCoreApplication.translate("BulkDialog", "Change man&y…"))
        told = QCoreApplication.translate("BulkDialog", "Change one field of the chosen rows ({key})")
        self.button.setToolTip(told.format(key=BULK_KEY))

    def open(self) -> None:
        """The dialog for the chosen rows, once they are all here."""
        self._gather(self.open_with)

    def open_with(self, subjects: Sequence[Subject]) -> BulkDialog | None:
        """The dialog for these rows; without any it says what to do first."""
        scope = self._scope()
        if scope is None or not subjects:
            said = QCoreApplication.translate("BulkDialog", "Choose rows first: Shift or Ctrl with a click or arrows.")
            self._page.message.emit(said)
            return None
        page = self._page
        dialog = BulkDialog(page.lane, page.words, scope, subjects, page, first=self._first())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_with.connect(self._done)
        dialog.open()
        return dialog

    def _done(self, outcome: BulkOutcome) -> None:
        if outcome.changes.change_set_id:
            self._page.offer_undo.emit(offered(self._page.words, outcome), outcome.changes.change_set_id)
