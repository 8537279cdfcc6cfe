"""The people and sheets behind a number of the regional board."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.region_board import BoardFigure, BoardPerson
from meritdesk.services import Desk
from meritdesk.services.documents.copies import EVALUATIONS, SheetCopy
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_list_tab import RegionListTab, came_with_html, show_paper
from meritdesk.ui.overview.region_tables import (
    BehindColumn,
    BehindTable,
)
from meritdesk.ui.wording import Words


class RegionPeopleTab(RegionListTab[BoardPerson]):
    """Di balik angka: the people behind a number, and the sheet of one of them with the package that brought it."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.figure: BoardFigure | None = None
        self.told = ""
        self._is_opened = False
        self.people: Sequence[BoardPerson] = ()
        self.table = BehindTable(words, self)
        self.build(
            "overview.region.people",
            self.table,
            [column_facet(self.table, column, lambda: self.people) for column in (
                BehindColumn.PREDICATE, BehindColumn.UNIT, BehindColumn.RATER)],
            {"region_back": ("Backspace", self.back), "region_sheet": ("Ctrl+Return", self.sheet)},
            self.why,
            is_personal=True,
        )  # fmt: skip
        self.listing.title_words = lambda: self.title.text()
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        if self.figure is None:
            self.listing.show_lines(())
            return
        figure = self.figure
        self.ask("region.people", lambda: self.desk.overview.region.people(figure), self._show)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``figure`` is the number that is opened, ``told`` what it is called."""
        figure = filters.get("figure")
        if isinstance(figure, BoardFigure):
            self.figure, self.told = figure, str(filters.get("told", ""))
            self._is_opened = True
            self.retranslate()
            self.mark_stale()

    def back(self) -> None:
        """Back to the board."""
        self.go_to.emit(self.room, {"tab": "region"})

    def sheet(self) -> None:
        """The sheet of the chosen person, drawn from what arrived and marked as a copy."""
        person = self.listing.current()
        if person is None or self.figure is None or not person.evaluation_id:
            return
        period = self.figure.period

        def then(copy: SheetCopy) -> None:
            self.why.setHtml(came_with_html(copy.came_with, self.words))
            folder = tempfile.TemporaryDirectory(prefix="meritdesk-")
            path = Path(folder.name) / f"{copy.form.value}-{person.agency}-{period.code}-salinan.pdf"
            path.write_bytes(copy.data)
            show_paper(self, path, copy.form.value, folder)

        self.ask("region.sheet", lambda: self.desk.documents.copies.draw(person.agency, person.person_id, period), then)

    def settle(self) -> None:
        super().settle()
        person = self.listing.current()
        has_sheet = person is not None and bool(person.evaluation_id) and person.predicate is not None
        for one in (self.buttons["region_sheet"], self.deeds["region_sheet"]):
            one.setEnabled(has_sheet)
        self.why.setHtml("")
        if person is None or not person.evaluation_id or self.figure is None:
            return
        period = self.figure.period
        self.lane.ask(
            lambda step: self.desk.overview.region.origin(person.agency, EVALUATIONS, person.evaluation_id, period),
            lambda came: self.why.setHtml(came_with_html(came, self.words)),
            self.refusal.tell,
            key="region.origin",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(self.told or translate("RegionTabs", "Behind a number"))
        self.lead.setText(
            translate("RegionTabs", "Enter draws the sheet from what arrived, marked as a copy. Backspace goes back.")
        )
        self.say_deeds(
            {
                "region_back": translate("RegionTabs", "Back to the board"),
                "region_sheet": translate("RegionTabs", "Show the sheet"),
            }
        )

    def _show(self, people: tuple[BoardPerson, ...]) -> None:
        self.people = people
        self.listing.show_lines(people)
        if self._is_opened and people:
            # The list was empty when the page came, so the keyboard stood on the button that leads back.
            self.listing.view.setFocus()
        self._is_opened = False
        said = QCoreApplication.translate("RegionTabs", "%1 people")
        self.listing.summary.setText(said.replace("%1", self.words.number(len(people))))

    def _told_empty(self, arrangement: Arrangement) -> str:
        if arrangement.is_narrowed:
            return ""
        if self.figure is None:
            return QCoreApplication.translate(
                "RegionTabs", "Choose a number on the regional board or in a spread, then press Enter."
            )
        return QCoreApplication.translate("RegionTabs", "Nobody stands behind this number.")
