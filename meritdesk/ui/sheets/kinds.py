"""The kinds of fill-in sheets as pages offer them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.room import RoomPage
from meritdesk.ui.sheets.write_dialog import SheetKind, WriteSheetsDialog


def actual_sheets(desk: Desk) -> SheetKind:
    """Sheets of actuals, which the unit fills in."""
    return SheetKind(lambda: QCoreApplication.translate("WriteSheetsDialog", "Actuals"), desk.execution.sheets)


def rating_sheets(desk: Desk) -> SheetKind:
    """Sheets of ratings, which the raters of the unit fill in."""
    return SheetKind(lambda: QCoreApplication.translate("WriteSheetsDialog", "Ratings"), desk.assessment.sheets)


def plan_sheets(desk: Desk) -> SheetKind:
    """Sheets of plans, which the unit fills in for the year."""
    return SheetKind(lambda: QCoreApplication.translate("WriteSheetsDialog", "Plans (SKP)"), desk.planning.sheets)


def open_sheets(page: RoomPage, kinds: Sequence[SheetKind], period: Period, unit_id: str) -> WriteSheetsDialog:
    """The dialog over a page, the unit that the page shows chosen already."""
    dialog = WriteSheetsDialog(page.lane, page.words, kinds, period, unit_id, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
