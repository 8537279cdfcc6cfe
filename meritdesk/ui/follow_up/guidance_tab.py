"""Tindak lanjut, pembinaan: whose predicate calls for guidance, how far it is, and the way to record it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from meritdesk.core.follow_up import GuidanceState
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.follow_up.guidance import GuidanceBoard, GuidanceNeed
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.follow_up.tables import GuidanceColumn, GuidanceNeedTable
from meritdesk.ui.follow_up.why import guidance_html
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words


def _state(line: object) -> StrEnum:
    assert isinstance(line, GuidanceNeed)
    return line.state


class GuidanceNeedTab(ListedTab[GuidanceNeed]):
    """The people to be guided after a period."""

    nouns = frozenset({"evaluations", "guidance", "people", "units", "plans"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.board: GuidanceBoard | None = None
        self.table = GuidanceNeedTable(words, self)
        facets = [
            self.state_facet(GuidanceState, _state),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (GuidanceColumn.PREDICATE, GuidanceColumn.UNIT, GuidanceColumn.RATER)
            ),
        ]
        self.build(
            "follow_up.guidance",
            self.table,
            facets,
            {
                "show_evaluation": ("Ctrl+E", self.show_evaluation),
                "record_guidance": ("Ctrl+Return", self.record),
            },
        )
        self.listing.title_words = lambda: QCoreApplication.translate("FollowUp", "People to be guided")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)
        self.lane.ask(
            lambda step: self.desk.follow_up.guidance.board(period), self._show, self.refused, key="follow-up-guidance"
        )

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("FollowUp", "Who is to be guided"))
        self.lead.setText(
            translate(
                "FollowUp",
                "Everybody whose closed predicate is below Good. What is recorded after the period counts; "
                "counselling is confidential and not shown.",
            )
        )
        self.say_parts(
            {
                "record_guidance": (
                    translate("FollowUp", "Record guidance…"),
                    translate("FollowUp", "Record guidance of the chosen person"),
                ),
                "show_evaluation": (
                    translate("FollowUp", "Show the evaluation"),
                    translate("FollowUp", "Show the evaluation of the chosen person"),
                ),
            }
        )
        self._tell()

    def record(self) -> None:
        """Go to the records of guidance of the chosen person."""
        if (need := self.current()) is not None:
            self.go_to.emit("execution", {"tab": "guidance", "nip": need.person.nip})

    def show_evaluation(self) -> None:
        """Go to the ratings of the chosen person."""
        if (need := self.current()) is not None:
            self.go_to.emit("assessment", {"tab": "ratings", "nip": need.person.nip})

    def told_why(self, line: GuidanceNeed) -> str:
        return guidance_html(line, self.board.rules, self.words) if self.board is not None else ""

    def refused(self, error: Exception) -> None:
        self.board = None
        super().refused(error)
        self._tell()

    def _show(self, board: GuidanceBoard) -> None:
        self.board = board
        self.give(board.needs)
        self._tell()

    def _tell(self) -> None:
        board = self.board
        if board is None:
            self.summary.setText("")
            return
        said = QCoreApplication.translate("FollowUp", "%1 to be guided · %2 not yet · %3 without B.1.9 · %4 closed")
        numbers = (
            len(board.needs), board.count(GuidanceState.MISSING), board.count(GuidanceState.GUIDED), board.closed
        )  # fmt: skip
        for place, number in enumerate(numbers, 1):
            said = said.replace(f"%{place}", self.words.number(number))
        self.summary.setText(said)

    def _told_empty(self, arrangement: Arrangement) -> str:
        board = self.board
        if board is None or (board.needs and arrangement.is_narrowed):
            return ""
        code = "FOL-111" if board.closed else "FOL-110"
        return self.words.messages.sentence(code, {"period": self.words.period(board.period)})
