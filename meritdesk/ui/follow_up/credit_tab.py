"""Tindak lanjut, angka kredit: the points of functional officials, why so many, and their sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QWidget

from meritdesk.core.documents import PaperKind, PaperSize, PaperStyle
from meritdesk.core.follow_up import HAS_POINTS, CreditState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.follow_up.credit import CreditEntry, CreditOutcome
from meritdesk.services.print_job import Selection
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import ask_folder
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.tables import CreditColumn, CreditTable
from meritdesk.ui.follow_up.why import credit_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

FIRST_YEAR = 2023


def _state(line: object) -> StrEnum:
    assert isinstance(line, CreditEntry)
    return line.state


class CreditTab(ListedTab[CreditEntry]):
    """The credit points of the year in the head, or the sum from an earlier year on."""

    nouns = frozenset({"people", "units", "plans", "evaluations", "documents", "reporting"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._has_chosen_since = False
        self.sort = QComboBox(self)
        for kind in (PaperKind.CREDIT_CONVERSION, PaperKind.CREDIT_SUM):
            self.sort.addItem("", kind)
        self.since = QSpinBox(self)
        self.since.setRange(FIRST_YEAR, 2100)
        self.since.setGroupSeparatorShown(False)
        self._since_label = QLabel(self)
        self._since_label.setBuddy(self.since)
        self.table = CreditTable(words, self)
        facets = [
            self.state_facet(CreditState, _state),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (CreditColumn.TIER, CreditColumn.PREDICATE, CreditColumn.UNIT)
            ),
        ]
        self.build(
            "follow_up.credit",
            self.table,
            facets,
            {
                "print_sheets": ("Ctrl+Shift+P", self.print_into),
                "show_sheet": ("Ctrl+P", self.open_sheet),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("FollowUp", "Credit points")
        self.listing.empty_words = self._told_empty
        self.listing.put_beside(self.sort, self._since_label, self.since)
        self.sort.activated.connect(lambda _: self._sort_chosen())
        self.since.valueChanged.connect(lambda _: self._since_chosen())
        self.retranslate()

    @property
    def is_sum(self) -> bool:
        """Whether several years are summed up."""
        return PaperKind(self.sort.currentData()) is PaperKind.CREDIT_SUM

    @property
    def first_year(self) -> int:
        """The year from which the sum counts; 0 for the conversion of one year."""
        return self.since.value() if self.is_sum else 0

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.since.blockSignals(True)
        self.since.setMaximum(max(FIRST_YEAR, period.year))
        if not self._has_chosen_since:
            self.since.setValue(max(FIRST_YEAR, period.year - 1))
        self.since.blockSignals(False)
        since = self.first_year
        self.lane.ask(
            lambda step: _in_order(self.desk.follow_up.credit.lines(period.year, since=since)),
            lambda found: self._show(*found),
            self.refused,
            key="follow-up-credit",
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("FollowUp", "Credit points of functional officials"))
        self.lead.setText(
            translate(
                "FollowUp",
                "From the closed predicate of the year, the tier of the post and the whole months of the plan. The "
                "determination (PAK) with points of earlier years stands under Next rank.",
            )
        )
        for place in range(self.sort.count()):
            self.sort.setItemText(
                place,
                (translate("FollowUp", "Conversion of the year"), translate("FollowUp", "Sum of years"))[place],
            )
        self.sort.setAccessibleName(translate("FollowUp", "Which sheet"))
        self._since_label.setText(translate("FollowUp", "&from"))
        self.since.setAccessibleName(translate("FollowUp", "First year of the sum"))
        self._say_sort()
        self.say_parts(
            {
                "show_sheet": (
                    translate("FollowUp", "Sheet…"),
                    translate("FollowUp", "Show and print the sheet of the chosen official"),
                ),
                "print_sheets": (
                    translate("FollowUp", "Print the selected…"),
                    translate("FollowUp", "Print the sheets of all selected officials"),
                ),
            }
        )
        self._tell()

    def open_sheet(self) -> SheetDialog | None:
        """Show the sheet of the chosen official; it is printed from there."""
        entry, period = self.current(), self.period
        if entry is None or period is None or entry.state not in HAS_POINTS:
            return None
        nip, since, credit = entry.person.nip, self.first_year, self.desk.follow_up.credit

        def issue(folder: Path, style: PaperStyle) -> Path:
            papers = credit.print(period.year, Selection(nip=nip), folder, since, style).papers
            assert papers is not None
            return Path(papers.file.path)

        dialog = SheetDialog(
            self.desk,
            self.lane,
            self.words,
            f"{self.sort.currentText()} · {entry.person.full_name}",
            lambda style: credit.preview(period.year, nip, since, style),
            issue,
            self,
        )
        dialog.printed.connect(lambda _: self.mark_stale())
        dialog.open()
        return dialog

    def selected_nips(self) -> tuple[str, ...]:
        """The selected officials whose points are known."""
        return tuple(one.person.nip for one in self.listing.selected() if one.state in HAS_POINTS)

    def print_into(self, folder: Path | None = None) -> None:
        """Print the sheets of the selected officials into one file in a folder; without one, ask for it."""
        nips, period = self.selected_nips(), self.period
        if period is None or not nips:
            return
        target = folder or ask_folder(self, QCoreApplication.translate("FollowUp", "Into which folder?"))
        if target is None:
            return
        since, style = self.first_year, PaperStyle(PaperSize(str(QSettings().value("paper", PaperSize.FOLIO.value))))

        def work(step: Step) -> CreditOutcome:
            return self.desk.follow_up.credit.print(
                period.year, Selection(), target, since, style, step, frozenset(nips)
            )

        self.refusal.tell(None)
        self.lane.ask(
            work,
            self._printed,
            self.refusal.tell,
            QCoreApplication.translate("FollowUp", "Printing credit points"),
            shows_progress=len(nips) > 1,
        )

    def told_why(self, line: CreditEntry) -> str:
        return credit_html(line, self.words)

    def offer_deeds(self, line: CreditEntry | None) -> None:
        has_sheet = line is not None and line.state in HAS_POINTS
        for part in (self.buttons["show_sheet"], self.deeds["show_sheet"]):
            part.setEnabled(has_sheet)
        for part in (self.buttons["print_sheets"], self.deeds["print_sheets"]):
            part.setEnabled(bool(self.selected_nips()))

    def refused(self, error: Exception) -> None:
        super().refused(error)
        self._tell()

    def _printed(self, outcome: CreditOutcome) -> None:
        if outcome.papers is not None:
            said = QCoreApplication.translate("FollowUp", "%1 sheets printed: %2")
            file = Path(outcome.papers.file.path).name
            self.message.emit(said.replace("%1", self.words.number(outcome.sheets)).replace("%2", file))
        self.mark_stale()

    def _sort_chosen(self) -> None:
        self._say_sort()
        self.refresh()

    def _since_chosen(self) -> None:
        self._has_chosen_since = True
        self.refresh()

    def _say_sort(self) -> None:
        self.since.setVisible(self.is_sum)
        self._since_label.setVisible(self.is_sum)

    def _show(self, lines: list[CreditEntry], counted: Mapping[CreditState, int]) -> None:
        self.give(lines, counted)
        self._tell()

    def _tell(self) -> None:
        counted = {state: self.counted.get(state, 0) for state in CreditState}
        to_print = counted[CreditState.TO_PRINT] + counted[CreditState.OUTDATED]
        without = len(self.lines) - sum(counted[state] for state in HAS_POINTS)
        said = QCoreApplication.translate(
            "FollowUp", "%1 officials · %2 to be printed · %3 printed · %4 without points"
        )
        for place, number in enumerate((len(self.lines), to_print, counted[CreditState.PRINTED], without), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return self.words.messages.sentence("FOL-112", {})


def _in_order(lines: Sequence[CreditEntry]) -> tuple[list[CreditEntry], Mapping[CreditState, int]]:
    """On the lane: in the order of the units, as the papers lie, who has no points below; and how many stand how."""
    return sorted(lines, key=lambda line: line.state not in HAS_POINTS), Counter(line.state for line in lines)
