"""Wilayah, penghargaan: employees of the month and the most improved of all governments, down to the sheet."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.documents import PaperKind
from meritdesk.core.periods import Period
from meritdesk.core.region_board import Provenance
from meritdesk.core.region_honours import Honour
from meritdesk.services import Desk
from meritdesk.services.documents.copies import SheetCopy
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_honours_tables import HonourColumn, HonourTable
from meritdesk.ui.overview.region_list_tab import RegionListTab, came_with_html, show_paper
from meritdesk.ui.wording import Words


class RegionAwardsTab(RegionListTab[Honour]):
    """Penghargaan: who is honoured in every government, and the sheet on which that rests."""

    nouns = frozenset({"recognition", "evaluations", "people", "units", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.lines: tuple[Honour, ...] = ()
        self.table = HonourTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (HonourColumn.KIND, HonourColumn.AGENCY, HonourColumn.PERIOD, HonourColumn.STATE)
        ]
        self.build(
            "overview.region.awards",
            self.table,
            facets,
            {"region_print": ("Ctrl+Shift+B", self.print_honours), "region_sheet": ("Ctrl+Return", self.sheet)},
            is_personal=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Honours of the governments")
        self.listing.empty_words = lambda how: (
            ""
            if how.is_narrowed
            else QCoreApplication.translate(
                "RegionTabs",
                "No government has handed over a choice of this year, and nobody improved by as much as the pack asks.",
            )
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.overview.region_honours.honours(period.year, step),
            self._show,
            self.refusal.tell,
            title=QCoreApplication.translate("RegionTabs", "Reading the honours of the governments"),
            key="region.awards",
        )

    def sheet(self) -> None:
        """The evaluation on which the chosen honour rests, drawn from what arrived and marked as a copy."""
        line = self.listing.current()
        if line is None:
            return
        desk = self.desk

        def draw() -> SheetCopy:
            period = desk.overview.region_honours.rests_on(line)
            return desk.documents.copies.draw(line.agency, line.person_id, period)

        def then(copy: SheetCopy) -> None:
            folder = tempfile.TemporaryDirectory(prefix="meritdesk-")
            path = Path(folder.name) / f"{copy.form.value}-{line.agency}-{line.period.year}-salinan.pdf"
            path.write_bytes(copy.data)
            show_paper(self, path, copy.form.value, folder)

        self.ask("region.sheet", draw, then)

    def print_honours(self) -> None:
        """Put the honours of the year on paper, enter the sheet in the register, and open the printer."""
        if self.period is None:
            return
        year = self.period.year
        folder = tempfile.TemporaryDirectory(prefix="meritdesk-")

        def then(outcome: PapersOutcome) -> None:
            show_paper(self, Path(outcome.file.path), PaperKind.REGION_HONOURS.value, folder)

        self.lane.ask(
            lambda step: self.desk.overview.region_honours.print_honours(year, Path(folder.name), step=step),
            then,
            self.refusal.tell,
            title=QCoreApplication.translate("RegionTabs", "Printing the honours of the governments"),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Honours of the governments"))
        self.lead.setText(
            translate(
                "RegionTabs",
                "Employees of the month as each government chose them; the most improved are worked out here from "
                "closed years, without sanctions and habits, which are never sent. Enter draws the sheet.",
            )
        )
        self.say_deeds(
            {
                "region_print": translate("RegionTabs", "Print the honours…"),
                "region_sheet": translate("RegionTabs", "Show the sheet"),
            }
        )

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        self.why.setHtml(self._told(line) if line is not None else "")
        if line is None or not line.award_id:
            return
        told = self._told(line)

        def then(came: Provenance | None) -> None:
            self.why.setHtml(told + came_with_html(came, self.words))

        self.lane.ask(
            lambda step: self.desk.overview.region_honours.came_with(line), then, self.refusal.tell,
            key="region.origin",
        )  # fmt: skip

    def _show(self, lines: tuple[Honour, ...]) -> None:
        self.lines = lines
        self.listing.show_lines(lines)
        self.settle()

    def _told(self, line: Honour) -> str:
        """Why somebody is honoured, in the words of the list and of the pack."""
        translate, messages, words = QCoreApplication.translate, self.words.messages, self.words
        rows = []
        if line.suggested:
            said = translate("RegionTabs", "The formula put %1 first; somebody else was chosen.")
            rows.append(said.replace("%1", line.suggested))
        if line.reason:
            rows.append(translate("RegionTabs", "Reason: %1").replace("%1", line.reason))
        if line.chosen_on is not None:
            said = translate("RegionTabs", "Chosen on %1 by %2").replace("%1", words.day(line.chosen_on))
            rows.append(said.replace("%2", line.chosen_by))
        rows += [messages.reason(reason) for reason in line.reasons]
        told = "".join(f"<p>{escape(one)}</p>" for one in rows)
        head = f"{messages.label_of(line.kind)} · {words.period(line.period)}"
        return f"<h3>{escape(line.name)}</h3><p>{escape(line.agency_name)}<br>{escape(head)}</p>{told}"
