"""Tindak lanjut, peta talenta: nine boxes as a picture, below it who stands in them and why."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from meritdesk.core.periods import Period
from meritdesk.core.talent import Movement
from meritdesk.services import Desk
from meritdesk.services.follow_up.talent import TalentEntry, TalentMap
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.follow_up.deed_tab import DeedTab
from meritdesk.ui.follow_up.nine_box import NineBoxView
from meritdesk.ui.follow_up.talent_tables import TalentColumn, TalentTable
from meritdesk.ui.follow_up.talent_why import talent_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.wording import Words


class TalentTab(DeedTab[TalentEntry]):
    """The talent map of the year in the head."""

    nouns = frozenset({"people", "units", "evaluations", "trainings", "potentials", "talent", "discipline"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.map: TalentMap | None = None
        self.table = TalentTable(words, self)
        self.picture = NineBoxView(words, self)
        facets = [
            Facet("box", lambda: QCoreApplication.translate("Talent", "Box"), self._boxes, self._in_box),
            self.state_facet(Movement, lambda line: cast(TalentEntry, line).movement),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (TalentColumn.UNIT, TalentColumn.PERFORMANCE, TalentColumn.GRADE)
            ),
        ]
        self.build(
            "follow_up.talent",
            self.table,
            facets,
            {
                "adopt_rules": ("", self.adopt),
                "show_map": ("Ctrl+P", self.open_sheet),
                "fix_boxes": ("Ctrl+Shift+K", self.fix),
            },
        )
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(2, self.picture)
        self.picture.chosen.connect(self._box_chosen)
        self.listing.narrowed.connect(self._settle_picture)
        self.listing.title_words = lambda: QCoreApplication.translate("Talent", "Talent map")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.talent.map(period.year), self._show, self.refused, key="talent-map"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("Talent", "Talent map"))
        self.lead.setText(
            translate(
                "Talent",
                "Potential from the assessment centre and the record of discipline, performance from the closed "
                "evaluation. A click on a box lists its people; ★ is the succession group.",
            )
        )
        self.say_parts(
            {
                "adopt_rules": (
                    translate("Talent", "Own rules…"),
                    translate("Talent", "Count by a rule pack of the agency's own"),
                ),
                "show_map": (
                    translate("Talent", "Map on paper…"),
                    translate("Talent", "Show and print the talent map"),
                ),
                "fix_boxes": (
                    translate("Talent", "Fix the boxes"),
                    translate("Talent", "Keep the boxes of the year as they are"),
                ),
            }
        )
        self.picture.say()
        self._tell()

    def fix(self) -> None:
        """Keep the boxes of the year as they are now."""
        year = self.year

        said = QCoreApplication.translate("Talent", "The boxes of %1 are fixed.").replace("%1", str(year))
        title = QCoreApplication.translate("Talent", "Fixing the boxes")
        self.write(lambda step: self.desk.follow_up.talent.fix(year, False, step), said, title)

    def adopt(self, path: Path | None = None) -> None:
        """Take a rule pack of the agency's own from a file; without one, ask for it."""
        chosen = path or self.ask_file(QCoreApplication.translate("Talent", "Which rule pack (.json)?"))
        if chosen is not None:
            said = QCoreApplication.translate("Talent", "From now on %1 counts.").replace("%1", chosen.name)
            self.write(lambda step: self.desk.follow_up.talent.adopt(chosen), said)

    def open_sheet(self) -> SheetDialog | None:
        """Show the map as it is printed."""
        if self.map is None:
            return None
        talent, year = self.desk.follow_up.talent, self.year
        return self.show_sheet(
            " ".join((QCoreApplication.translate("Talent", "Talent map"), str(year))),
            lambda style: talent.preview_map(year, (), style),
            lambda folder, style: talent.print_map(year, folder, (), style),
        )

    def told_why(self, line: TalentEntry) -> str:
        return talent_html(line, self.words)

    def offer_deeds(self, line: TalentEntry | None) -> None:
        self.offer(("adopt_rules",), True)
        self.offer(("show_map",), self.map is not None)
        self.offer(("fix_boxes",), self.map is not None and self.map.unfixed > 0)

    def refused(self, error: Exception) -> None:
        self.map = None
        super().refused(error)
        self._tell()

    def _show(self, found: TalentMap) -> None:
        self.map = found
        self.give(found.entries)
        self.picture.show_counts(found.counts, found.rules.succession)
        self._tell()

    def _boxes(self) -> list[Choice]:
        counted = Counter(line.box for line in self.lines)
        none = self.words.messages.label_of(Movement.NONE)
        return [
            Choice(str(box), self.words.messages.label(f"TALENT:BOX-{box}") if box else none, counted[box])
            for box in (9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
        ]

    def _in_box(self, line: object, values: frozenset[str]) -> bool:
        return str(cast(TalentEntry, line).box) in values

    def _box_chosen(self, box: int) -> None:
        self.listing.keep("box", [str(box)] if box else [])

    def _settle_picture(self) -> None:
        kept = self.listing.arrangement.kept.get("box", frozenset())
        self.picture.keep(int(next(iter(kept))) if len(kept) == 1 else 0)

    def _tell(self) -> None:
        found = self.map
        said = QCoreApplication.translate("Talent", "%1 people · %2 placed · %3 fixed · %4 in the succession group")
        numbers = (
            (len(found.entries), len(found.entries) - found.counts[0], found.fixed, found.group)
            if found is not None
            else (0, 0, 0, 0)
        )
        for place, number in enumerate(numbers, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        if self.lines and arrangement.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "Talent",
            "Nobody to place yet. Import the staff, then the results of the assessment centre (page Staff, tab "
            "Assessment centre).",
        )
