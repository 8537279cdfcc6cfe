"""Beside the staff list: the details of the selected person, and his year with everybody who rated him."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.register import PersonCard
from meritdesk.services.register.careers import PersonTimeline
from meritdesk.ui.background import Lane
from meritdesk.ui.register.person_card import PersonPane
from meritdesk.ui.register.timeline_pane import TimelinePane
from meritdesk.ui.wording import Words


class PersonSide(QTabWidget):
    """Two tabs about one person; the timeline is only asked for while it is in front."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._year = 0
        self._asked: tuple[str, int] = ("", 0)
        self.pane = PersonPane(words, self)
        self.timeline = TimelinePane(words, self)
        self.setDocumentMode(True)
        self.addTab(self.pane, "")
        self.addTab(self.timeline, "")
        self.currentChanged.connect(lambda _: self._ask())
        self.retranslate()

    def show_card(self, card: PersonCard | None, period: Period | None) -> None:
        """Show one person; nothing given says what to do."""
        self.pane.show_card(card)
        self._year = period.year if period is not None else 0
        self._asked = ("", 0)
        self.timeline.show_timeline(None, self._year)
        self._ask()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setTabText(0, QCoreApplication.translate("PersonSide", "Details"))
        self.setTabText(1, QCoreApplication.translate("PersonSide", "Timeline"))
        self.pane.retranslate()
        self.timeline.retranslate()

    def _ask(self) -> None:
        card = self.pane.card
        if card is None or not self._year or self.currentWidget() is not self.timeline:
            return
        asked = (card.person.nip or card.person.person_id, self._year)
        if asked == self._asked:
            return
        self._asked = asked

        def show(found: PersonTimeline) -> None:
            now = self.pane.card
            if now is not None and now.person.person_id == found.person.person_id:
                self.timeline.show_timeline(found, asked[1])

        self._lane.ask(lambda step: self._desk.register.careers.timeline(*asked), show, key="register.timeline")
