"""Wilayah, angka kredit: the officials of all governments with letters that determined points, down to the sheet."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.documents import PaperKind
from meritdesk.core.periods import Period
from meritdesk.core.region_honours import CreditAccount
from meritdesk.services import Desk
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.overview.region_honours import AccountDetail
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.overview.region_honours_tables import AccountColumn, AccountTable
from meritdesk.ui.overview.region_list_tab import RegionListTab, came_with_html, show_paper
from meritdesk.ui.wording import Words


class RegionCreditTab(RegionListTab[CreditAccount]):
    """Angka kredit: letters of the officials of every government, and what they add up to."""

    nouns = frozenset({"credit", "evaluations", "people", "units", "plans", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.lines: tuple[CreditAccount, ...] = ()
        self.table = AccountTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (AccountColumn.AGENCY, AccountColumn.POSITION, AccountColumn.TIER)
        ]
        self.build(
            "overview.region.credit",
            self.table,
            facets,
            {"region_print": ("Ctrl+Shift+B", self.print_accounts), "region_sheet": ("Ctrl+Return", self.sheet)},
            is_personal=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("RegionTabs", "Credit letters of the governments")
        self.listing.empty_words = lambda how: (
            ""
            if how.is_narrowed
            else QCoreApplication.translate(
                "RegionTabs", "No government has handed over credit letters yet. They come with the package of a year."
            )
        )
        self.retranslate()

    def load(self, period: Period) -> None:
        self.ask("region.credit", lambda: self.desk.overview.region_honours.accounts(period.year), self._show)

    def sheet(self) -> None:
        """The determination of the chosen official out of what arrived, marked as a copy."""
        line = self.listing.current()
        if line is None or self.period is None:
            return
        year = self.period.year

        def then(data: bytes) -> None:
            folder = tempfile.TemporaryDirectory(prefix="meritdesk-")
            path = Path(folder.name) / f"{PaperKind.CREDIT_DETERMINATION.value}-{line.agency}-{year}-salinan.pdf"
            path.write_bytes(data)
            show_paper(self, path, PaperKind.CREDIT_DETERMINATION.value, folder)

        honours = self.desk.overview.region_honours
        self.ask("region.sheet", lambda: honours.determination(line.agency, line.person_id, year), then)

    def print_accounts(self) -> None:
        """Put the officials of the governments that are shown on paper, in the register, and open the printer."""
        if self.period is None:
            return
        year = self.period.year
        agencies = {line.agency for line in self.table.lines}
        folder = tempfile.TemporaryDirectory(prefix="meritdesk-")

        def then(outcome: PapersOutcome) -> None:
            show_paper(self, Path(outcome.file.path), PaperKind.REGION_CREDIT.value, folder)

        honours = self.desk.overview.region_honours
        self.lane.ask(
            lambda step: honours.print_accounts(year, Path(folder.name), step=step, agencies=agencies),
            then,
            self.refusal.tell,
            title=QCoreApplication.translate("RegionTabs", "Printing the credit letters of the governments"),
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("RegionTabs", "Credit letters of the governments"))
        self.lead.setText(
            translate(
                "RegionTabs",
                "Points by letters up to the end of the year, as each government handed them over. The chosen official "
                "shows what counts for his tier; Enter draws his determination.",
            )
        )
        self.say_deeds(
            {
                "region_print": translate("RegionTabs", "Print the list…"),
                "region_sheet": translate("RegionTabs", "Show the determination"),
            }
        )

    def settle(self) -> None:
        super().settle()
        line = self.listing.current()
        self.why.setHtml("")
        if line is None or self.period is None:
            return
        year, honours = self.period.year, self.desk.overview.region_honours

        def then(found: AccountDetail) -> None:
            self.why.setHtml(self._told(line, found))

        self.lane.ask(
            lambda step: honours.account(line.agency, line.person_id, year), then, self.refusal.tell,
            key="region.account",
        )  # fmt: skip

    def _show(self, lines: tuple[CreditAccount, ...]) -> None:
        self.lines = lines
        self.listing.show_lines(lines)
        self.settle()

    def _told(self, line: CreditAccount, found: AccountDetail) -> str:
        """What the letters and the closed years add up to, and the package that brought the newest letter."""
        account, reason = found.line, self.words.messages.reason
        said = [account.why] if account.why is not None else []
        if account.standing is not None:
            said = list(account.standing.reasons)
        rows = "".join(f"<p>{escape(reason(one))}</p>" for one in said)
        head = f"<h3>{escape(line.name)}</h3><p>{escape(line.agency_name)}<br>{escape(line.position)}</p>"
        return head + rows + came_with_html(found.came_with, self.words)
