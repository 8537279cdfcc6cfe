"""Tindak lanjut, daftar calon: searches and succession groups that were kept, and whether they come out again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.core.talent import TalentList
from meritdesk.services import Desk
from meritdesk.services.follow_up.talent import Retrace, SuccessionPost
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.talent_questions import SearchDialog, SuccessionDialog
from meritdesk.ui.follow_up.talent_tables import ListColumn, ListTable
from meritdesk.ui.follow_up.talent_why import list_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


class CandidatesTab(DeedTab[TalentList]):
    """Every list of people that was kept."""

    nouns = frozenset({"talent_lists"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._retraced: dict[str, Retrace] = {}
        self.table = ListTable(words, self)
        facets = [
            column_facet(self.table, column, lambda: self.lines)
            for column in (ListColumn.KIND, ListColumn.YEAR, ListColumn.BY)
        ]
        self.build(
            "follow_up.candidates",
            self.table,
            facets,
            {
                "retrace_list": ("Ctrl+T", self.retrace),
                "show_list": ("Ctrl+P", self.open_sheet),
                "keep_succession": ("Ctrl+Shift+N", self.open_succession),
                "search_people": ("Ctrl+N", self.open_search),
            },
        )
        self.listing.line_opened.disconnect()
        self.listing.line_opened.connect(lambda _: self.open_sheet())
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Lists of candidates")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.follow_up.talent.lists(), self._show, self.refused, key="talent-lists")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Lists of candidates"))
        self.lead.setText(
            translate(
                "Talent",
                "Each list keeps what was asked, what was read and by which rule packs, so that whoever doubts it can "
                "make it again.",
            )
        )
        self.say_parts(
            {
                "retrace_list": (
                    translate("Talent", "Make it again"),
                    translate("Talent", "Make the chosen list again and compare"),
                ),
                "show_list": (
                    translate("Talent", "On paper…"),
                    translate("Talent", "Show and print the chosen list with its certificate"),
                ),
                "keep_succession": (
                    translate("Talent", "Succession group…"),
                    translate("Talent", "Keep the succession group of a post"),
                ),
                "search_people": (
                    translate("Talent", "Search…"),
                    translate("Talent", "Look for candidates and keep the list"),
                ),
            }
        )

    def retrace(self) -> None:
        """Make the chosen list again from what is known today."""
        line = self.current()
        if line is None:
            return
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.talent.retrace(line.number), self._traced, self.refusal.tell, key="retrace"
        )

    def open_sheet(self) -> SheetDialog | None:
        """Show the chosen list with its certificate."""
        line, talent = self.current(), self.desk.follow_up.talent
        if line is None:
            return None
        return self.show_sheet(
            line.title,
            lambda style: talent.preview_list(line.number, style),
            lambda folder, style: talent.print_list(line.number, folder, style),
        )

    def open_search(self) -> SearchDialog:
        """Ask what is looked for; what is found is kept."""
        dialog = SearchDialog(self.words, self)
        year = self.year

        def accepted() -> None:
            criteria, title = dialog.answer(), dialog.title.text()
            # How many people there are is told before the list is kept, so that an empty one is refused with a reason.
            self.write(
                lambda step: self.desk.follow_up.talent.keep(year, criteria, title),
                QCoreApplication.translate("Talent", "The list is kept."),
            )

        self.put(dialog, "talent.search", "new", accepted)
        return dialog

    def open_succession(self) -> None:
        """Ask for which post; the people ready for each are reckoned first."""
        year = self.year
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.talent.succession(year),
            self._ask_post,
            self.refusal.tell,
            QCoreApplication.translate("Talent", "Looking for people ready for each post"),
            key="succession",
        )

    def told_why(self, line: TalentList) -> str:
        return list_html(line, self._retraced.get(line.number), self.words)

    def offer_deeds(self, line: TalentList | None) -> None:
        self.offer(("retrace_list", "show_list"), line is not None)

    def _ask_post(self, posts: tuple[SuccessionPost, ...]) -> None:
        dialog = SuccessionDialog(posts, self.words, self)
        year = self.year

        def accepted() -> None:
            post = dialog.chosen
            if post is not None:
                self.write(
                    lambda step: self.desk.follow_up.talent.keep_succession(year, post.unit.unit_id),
                    QCoreApplication.translate("Talent", "The list is kept."),
                )

        self.put(dialog, "talent.succession", "new", accepted)

    def _traced(self, found: Retrace) -> None:
        self._retraced[found.kept.number] = found
        self.settle()

    def _show(self, lines: tuple[TalentList, ...]) -> None:
        self.give(lines)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Talent", "No list was kept yet. Search… finds people by rank, education, box and discipline."
        )
