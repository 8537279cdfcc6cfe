"""What the tabs about one unit have in common: the units of the year are offered, and the chosen one is shown."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.planning.agreement import AgreementLine
from meritdesk.ui.background import Lane
from meritdesk.ui.planning.unit_choice import UnitChoice
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class UnitTab(RoomPage):
    """A tab of planning that stands on one unit; another page can send its reader to a unit of its choice."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._units: tuple[AgreementLine, ...] = ()
        self._wanted_unit = ""
        self.unit = UnitChoice(words, self)
        self.unit.chosen.connect(lambda _: self._show_unit())

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``unit`` chooses the unit."""
        self._wanted_unit = str(filters.get("unit", ""))
        if self.period is not None:
            self.load(self.period)

    def ask_for_units(self, period: Period, key: str, title: str = "") -> None:
        """Offer the units of the year, the wanted one in front, and show it."""

        def then(lines: tuple[AgreementLine, ...]) -> None:
            self._units = lines
            self.unit.show_units(lines, self._wanted_unit)
            self._wanted_unit = ""
            self._show_unit()

        year = period.year
        self.lane.ask(lambda step: self.desk.planning.agreement.list(year), then, title=title, key=key)

    @abstractmethod
    def _show_unit(self) -> None:
        """Read and show what the chosen unit has."""
