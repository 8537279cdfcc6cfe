"""Tindak lanjut, keberatan: what is still open of a year, whichever period it is about, and the way to decide it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.objection import ObjectionState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.assessment.objections import ObjectionLine
from meritdesk.services.changes import Step
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.tables import ObjectionListTable, OpenColumn
from meritdesk.ui.follow_up.why import objection_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.wording import Words

OPEN = "open"


class OpenObjectionsTab(ListedTab[ObjectionLine]):
    """The objections of the year in the head, those still open first shown alone."""

    nouns = frozenset({"objections", "evaluations", "people", "units", "holidays", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = ObjectionListTable(words, self)
        facets = [
            Facet(
                "state",
                lambda: QCoreApplication.translate("FollowUp", "Shown"),
                self._choices,
                lambda line, values: _key(line) in values,
                is_single=True,
            ),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (OpenColumn.PERIOD, OpenColumn.UNIT, OpenColumn.ADDRESSEE)
            ),
        ]
        self.build(
            "follow_up.objections",
            self.table,
            facets,
            {"open_objection": ("Ctrl+Return", self.open_objection)},
            at_first={"state": OPEN},
        )
        self.listing.title_words = lambda: QCoreApplication.translate("FollowUp", "Objections of the year")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)

        def read(step: Step) -> tuple[ObjectionLine, ...]:
            found = [one for one in self.desk.assessment.objections.lines() if one.objection.period.year == period.year]
            return tuple(sorted(found, key=lambda one: (one.clock.limit or date.max, one.objection.register_number)))

        self.lane.ask(read, self._show, self.refused, key="follow-up-objections")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("FollowUp", "Objections still open"))
        self.lead.setText(
            translate(
                "FollowUp",
                "All periods of the year in the head. The superior decides within his working days, after both "
                "sides were heard; Enter leads there.",
            )
        )
        self.say_parts(
            {
                "open_objection": (
                    translate("FollowUp", "Go to the objection"),
                    translate("FollowUp", "Go to the chosen objection"),
                )
            }
        )
        self._tell()

    def open_objection(self) -> None:
        """Go to the chosen objection in Assessment, in its own period."""
        if (line := self.current()) is not None:
            wanted = {"tab": "objections", "number": line.objection.register_number, "period": line.objection.period}
            self.go_to.emit("assessment", wanted)

    def told_why(self, line: ObjectionLine) -> str:
        return objection_html(line, self.words)

    def _show(self, lines: tuple[ObjectionLine, ...]) -> None:
        self.give(lines)
        self._tell()

    def _tell(self) -> None:
        still = [line for line in self.lines if _key(line) == OPEN]
        heard = sum(line.objection.state is ObjectionState.HEARD for line in still)
        said = QCoreApplication.translate("FollowUp", "%1 open, %2 of them heard · %3 decided")
        for place, number in enumerate((len(still), heard, len(self.lines) - len(still)), 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _choices(self) -> list[Choice]:
        translate = QCoreApplication.translate
        still = sum(_key(line) == OPEN for line in self.lines)
        return [
            Choice(OPEN, translate("FollowUp", "Still open"), still),
            Choice("decided", translate("FollowUp", "Decided"), len(self.lines) - still),
        ]

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if not self.lines:
            return translate(
                "FollowUp", "No objection in this year. A letter that comes is entered in Assessment, Objections."
            )
        if arrangement.only("state") == OPEN and not arrangement.search and len(arrangement.kept) == 1:
            return translate("FollowUp", "Every objection of this year is decided. Take the filter out to see them.")
        return ""


def _key(line: object) -> str:
    assert isinstance(line, ObjectionLine)
    return "decided" if line.objection.state is ObjectionState.DECIDED else OPEN
