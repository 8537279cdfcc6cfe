"""The data set for analysts from the overview: where to, written beside the page, and told when it is there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings
from PySide6.QtWidgets import QFileDialog

from meritdesk.core.analysis import AnalysisOutcome

if TYPE_CHECKING:
    from meritdesk.ui.overview.page import OverviewPage

PLACE = "analysts-folder"


class AnalystsDeed(QObject):
    """Asks for a folder and writes the data set into a new one inside it; names and NIP stay in the store."""

    def __init__(self, page: OverviewPage) -> None:
        super().__init__(page)
        self._page = page

    def ask(self) -> None:
        """Ask where the data set goes."""
        title = QCoreApplication.translate("OverviewPage", "Where to put the data set for analysts?")
        chosen = QFileDialog.getExistingDirectory(self._page, title, str(QSettings().value(PLACE, "") or ""))
        if chosen:
            QSettings().setValue(PLACE, chosen)
            self.write(Path(chosen))

    def write(self, parent: Path) -> None:
        """Write it into a folder of its own, named after agency and moment."""
        page, desk = self._page, self._page.desk
        folder = parent / f"analis-{desk.agency.code}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"

        def then(outcome: AnalysisOutcome) -> None:
            said = QCoreApplication.translate("OverviewPage", "%1 rows for analysts are in %2, without names and NIP.")
            rows = page.words.number(sum(outcome.rows.values()))
            told = said.replace("%1", rows).replace("%2", folder.name)
            page.message.emit(page.words.without(told, outcome.left_out))

        page.lane.ask(
            lambda step: desk.overview.analysts.write(folder, step),
            then,
            title=QCoreApplication.translate("OverviewPage", "Writing the data set"),
            shows_progress=True,
        )
