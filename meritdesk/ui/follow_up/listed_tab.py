"""What the tabs of this room have in common: a list, beside it why each line stands there, and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, Generic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from meritdesk.services import Desk
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.guard.greying import do_or_say
from meritdesk.ui.line_table import Line, LineTable
from meritdesk.ui.lists.facets import Choice, Facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class ListedTab(RoomPage, Generic[Line]):
    """A tab gives its table and filters, and says what stands beside a line and which commands there are."""

    room = "follow_up"

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.lines: Sequence[Line] = ()
        self.counted: Mapping[Any, int] = {}
        self._told = ""
        self.title = look.title(QLabel(self))
        self.lead = QLabel(self)
        self.lead.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.head = QHBoxLayout()
        self.buttons: dict[str, QPushButton] = {}
        self.deeds: dict[str, QAction] = {}

    def build(
        self,
        key: str,
        table: LineTable[Line],
        facets: Sequence[Facet],
        deeds: Mapping[str, tuple[str, Callable[[], object]]],
        at_first: Mapping[str, str] | None = None,
    ) -> None:
        """Put the parts together; the last of the ``deeds`` (name to key and verb) is the first thing to do."""
        self.listing: LineList[Line] = LineList(
            key, table, self, facets=facets, at_first=at_first, chooses_first=True, inside=self.splitter
        )
        self.why = QTextBrowser(self.splitter)
        self.why.setOpenLinks(False)
        self.listing.line_chosen.connect(lambda _: self.settle())
        self.listing.selection_moved.connect(self.settle)
        self.listing.settled.connect(self.settle)
        self.view, self.search, self.summary = self.listing.view, self.listing.search, self.listing.summary
        for name, (keys, deed) in deeds.items():
            button = QPushButton(self)
            button.clicked.connect(partial(self._do, deed))
            self.buttons[name] = button
            action = actions.page_action(self, name, *((keys,) if keys else ()))
            action.triggered.connect(partial(self._do, deed))
            self.deeds[name] = action
        last = list(deeds)[-1]
        self.buttons[last].setObjectName("primary")
        self.listing.line_opened.connect(lambda _: do_or_say(self.deeds[last], self))
        self.listing.offer(*self.deeds.values())
        top = self.head
        top.addWidget(self.title, 1)
        for button in self.buttons.values():
            top.addWidget(button)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(self.why)
        self.why.setMinimumWidth(look.in_letters(230))
        self.splitter.setSizes([860, 320])
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.lead)
        column.addWidget(self.refusal)
        column.addWidget(self.splitter, 1)

    def _do(self, deed: Callable[[], object], _: bool = False) -> None:
        """A key may be pressed before the page was told which period it is about; there is nothing to do yet."""
        if self.period is not None:
            deed()

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``state`` keeps one state, ``search`` or ``nip`` finds people."""
        self.listing.narrow_to(
            str(filters.get("search", "") or filters.get("nip", "")), state=str(filters.get("state", ""))
        )

    def current(self) -> Line | None:
        """The line on which the keyboard is."""
        return self.listing.current()

    def give(self, lines: Sequence[Line], counted: Mapping[Any, int] | None = None) -> None:
        """Show these lines; ``counted`` says how many are in each state, counted where they were read."""
        self.lines, self.counted = lines, counted or {}
        self.listing.show_lines(lines)
        self.settle()

    def refused(self, error: Exception) -> None:
        """Nothing can be listed, and why."""
        self.give(())
        self.refusal.tell(error)

    def say_parts(self, deeds: Mapping[str, tuple[str, str]]) -> None:
        """Say buttons and actions (words of both by name), the list and what is beside it."""
        for name, (button, action) in deeds.items():
            self.buttons[name].setText(button)
            self.deeds[name].setText(action)
        self.why.setAccessibleName(QCoreApplication.translate("FollowUp", "Why, and what is to be done"))
        self.listing.say()
        self.settle()

    def settle(self) -> None:
        """Show why the chosen line stands there, and offer what can be done with it."""
        line = self.current()
        self.why.setVisible(bool(self.listing.total))
        told = self.told_why(line) if line is not None else ""
        # Lines that are shown anew ask for this several times; laying the same text out again takes its time.
        if told != self._told:
            self._told = told
            self.why.setHtml(told)
        self.offer_deeds(line)

    def told_why(self, line: Line) -> str:
        """The text beside a line."""
        raise NotImplementedError

    def offer_deeds(self, line: Line | None) -> None:
        """Whether each command has something to work on: here, a line."""
        for button, action in zip(self.buttons.values(), self.deeds.values(), strict=True):
            button.setEnabled(line is not None)
            action.setEnabled(line is not None)

    def state_facet(self, states: type[StrEnum], state_of: Callable[[object], StrEnum]) -> Facet:
        """The filter by state, with how many are in each."""

        def choices() -> list[Choice]:
            counted = Counter(state_of(line) for line in self.lines)
            label = self.words.messages.label_of
            return [Choice(state.value, label(state), counted[state]) for state in states]

        return Facet(
            "state",
            lambda: QCoreApplication.translate("FollowUp", "State"),
            choices,
            lambda line, values: state_of(line).value in values,
        )
