"""The people of the office as a narrow list beside the work on one of them: read in blocks, filtered in the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.ui import look
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import Choice
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.register.staff_list import UNIT, StaffReading
from meritdesk.ui.register.staff_table import StaffColumn, StaffTable
from meritdesk.ui.room import RoomPage


class NamesAndPosts(StaffTable):
    """Name and post; everything else of the staff list can be shown too."""

    named_by = frozenset({StaffColumn.NAME})
    hidden = frozenset(StaffColumn) - {StaffColumn.NAME, StaffColumn.POSITION}


class NamesAndNumbers(StaffTable):
    """Name and NIP; everything else of the staff list can be shown too."""

    hidden = frozenset(StaffColumn) - {StaffColumn.NAME, StaffColumn.NIP}


class PeopleList(LineList[StaffLine]):
    """People to choose one from. ``chosen`` says that another one is in front, or that his line was read anew.

    ``narrower`` is what the page itself asks of the list, beyond what the clerk filters by.
    """

    chosen = Signal()

    def __init__(
        self,
        key: str,
        table: StaffTable,
        page: RoomPage,
        *,
        narrower: Callable[[StaffQuery], StaffQuery] | None = None,
        has_unit: bool = True,
        is_aside: bool = True,
    ) -> None:
        desk = page.desk
        ways = StaffReading(desk, page.words, lambda: page.period)

        def asked(arrangement: Arrangement) -> StaffQuery:
            query = ways.query(arrangement)
            return narrower(query) if narrower is not None else query

        def units() -> list[Choice]:
            found = sorted(desk.register.units(), key=lambda unit: unit.name.casefold())
            return [Choice(unit.unit_id, unit.name.lstrip("- ")) for unit in found]

        facets = [
            replace(facet, choices=units, is_read=True) if facet.key == UNIT else facet
            for facet in ways.facets(lambda: ())
            if has_unit or facet.key != UNIT
        ]
        reading = ways.reading(asked)
        super().__init__(key, table, page, facets=facets, reading=reading, is_aside=is_aside, chooses_first=True)
        ways.arrangement = lambda: self.arrangement
        look.colour(self.summary, look.quiet())
        self.title_words = lambda: QCoreApplication.translate("PeopleList", "People")
        self.empty_words = lambda how: (
            ""
            if how.is_narrowed
            else QCoreApplication.translate("PeopleList", "Nobody is here. Import units and staff in the room Staff.")
        )
        self.line_chosen.connect(lambda _: self.chosen.emit())
        self.settled.connect(self._count)

    @property
    def person(self) -> StaffLine | None:
        """Whoever is in front."""
        return self.current()

    def reload(self) -> None:
        """Read the list anew; the person in front stays there when he is still in it."""
        self.ask()

    def seek(self, nip: str) -> None:
        """Narrow the list to one person and put him in front."""
        self.want(nip)
        self.narrow_to(nip)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """Filters of other pages: ``nip`` finds one person, ``search`` looks for words."""
        if filters.get("nip"):
            self.seek(str(filters["nip"]))
        elif "search" in filters:
            self.search.setText(str(filters["search"]))

    def want(self, nip: str) -> None:
        """Put this person in front when the list comes, without narrowing it."""
        self.choose(lambda line: line.nip == nip)

    def say(self) -> None:
        """Say everything again in the current language."""
        super().say()
        look.ask_in(self.search, QCoreApplication.translate("PeopleList", "Name, NIP or post"))
        self.search.setAccessibleName(QCoreApplication.translate("PeopleList", "Search people"))
        self._count()

    def _count(self) -> None:
        said = QCoreApplication.translate("PeopleList", "%1 people")
        self.summary.setText(said.replace("%1", self.words.number(self.total)))
