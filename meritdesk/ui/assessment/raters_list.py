"""The left side of the assessment page: the raters, narrowed by text, branch or open work, and the one in front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal

from meritdesk.core.lines import RaterLine
from meritdesk.core.people import OrgUnit
from meritdesk.core.stages import Cohort
from meritdesk.services.register import branch_of
from meritdesk.ui.assessment.raters_table import RaterColumn, RatersTable
from meritdesk.ui.lists.facets import Choice, Facet, column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.room import RoomPage

UNIT, OPEN = "unit", "open"


class RatersList(LineList[RaterLine]):
    """Says which rater is in front; ``chosen`` comes only when that is another one."""

    chosen = Signal()

    def __init__(self, page: RoomPage) -> None:
        table = RatersTable(page.words, page)
        super().__init__(
            "assessment.raters",
            table,
            page,
            facets=[
                Facet(
                    UNIT,
                    lambda: QCoreApplication.translate("RatersTable", "Unit"),
                    self._units_to_choose,
                    self._is_in_branch,
                    is_single=True,
                ),
                Facet(
                    OPEN,
                    lambda: QCoreApplication.translate("RatersTable", "Work left"),
                    self._work_to_choose,
                    lambda line, _: isinstance(line, RaterLine) and line.rated < line.people,
                    is_single=True,
                ),
                column_facet(table, RaterColumn.LEVEL, lambda: self.everybody),
            ],
            is_main=False,
            is_aside=True,
            chooses_first=True,
        )
        self.summary.hide()
        # The page's own Ctrl+F leads here from the grid too; twice the same key would do nothing.
        self.commands.actions["list_search"].setShortcuts([])
        self.rater: RaterLine | None = None
        self.everybody: tuple[RaterLine, ...] = ()
        self._units: Sequence[OrgUnit] = ()
        self._of_cohort: frozenset[str] | None = None
        self._is_refreshing = False
        self.title_words = lambda: QCoreApplication.translate("AssessmentPage", "Raters")
        self.line_chosen.connect(self._put_in_front)
        self.settled.connect(self._refreshed)

    def say(self) -> None:
        """Say everything in the language of now."""
        super().say()
        self.search.setPlaceholderText(QCoreApplication.translate("AssessmentPage", "Search rater or unit"))
        self.search.setAccessibleName(QCoreApplication.translate("AssessmentPage", "Search rater or unit"))

    def show_raters(self, lines: Sequence[RaterLine], units: Sequence[OrgUnit] | None = None) -> None:
        """Show the raters of a period; whoever was in front stays there, with fresh numbers."""
        if units is not None:
            self._units = units
        self.everybody = tuple(sorted(lines, key=lambda line: (line.rater_name.casefold(), line.led_unit_name)))
        before = self.rater
        if before is None or place_of(before) not in {place_of(line) for line in lines}:
            self._wanted = lambda line: line.rated < line.people
        else:
            self._is_refreshing = True
        self._give()

    def select(self, row: int) -> None:
        """Put the rater of a row in front."""
        self.view.choose_row(row)

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search``, ``missing`` (people still to rate), ``unit`` with ``unit_name``, ``cohort`` (who rates it)."""
        cohort = filters.get("cohort")
        was_narrowed = self._of_cohort is not None
        self._of_cohort = None
        unit_id = "" if isinstance(cohort, Cohort) else str(filters.get("unit", ""))
        if unit_id and filters.get("unit_name"):
            self.chips.learn(UNIT, {unit_id: str(filters["unit_name"])})
        self.narrow_to(str(filters.get("search", "")), **{UNIT: unit_id, OPEN: OPEN if filters.get("missing") else ""})
        if was_narrowed:
            self._give()
        if isinstance(cohort, Cohort):
            overview = self.page.desk.overview
            self.page.lane.ask(
                lambda step: frozenset(line.rater_id for line in overview.people(cohort)),
                self._keep_cohort,
                key="assessment.cohort",
            )

    def _give(self) -> None:
        kept = self._of_cohort
        self.show_lines([line for line in self.everybody if kept is None or line.rater_id in kept])

    def _keep_cohort(self, rater_ids: frozenset[str]) -> None:
        """Those who rate somebody of a cohort, whatever unit they lead."""
        self._of_cohort = rater_ids
        self._give()

    def _put_in_front(self, line: RaterLine | None) -> None:
        if self._is_refreshing or (line is None and self.everybody):
            return
        is_other = (self.rater is None) != (line is None) or (
            line is not None and self.rater is not None and place_of(self.rater) != place_of(line)
        )
        self.rater = line
        if is_other:
            self.chosen.emit()

    def _refreshed(self) -> None:
        """Whoever was narrowed away by his own progress stays in front: the grid never jumps under the hands."""
        self._wanted = None
        before = self.rater
        if not self._is_refreshing or before is None:
            return
        self._is_refreshing = False
        self.rater = next((line for line in self.everybody if place_of(line) == place_of(before)), before)
        now = self.current()
        if now is not None and place_of(now) != place_of(before):
            self.view.selectionModel().clear()

    def _units_to_choose(self) -> list[Choice]:
        found = sorted(self._units, key=lambda unit: unit.name.casefold())
        return [Choice(unit.unit_id, unit.name.lstrip("- ")) for unit in found]

    def _work_to_choose(self) -> list[Choice]:
        said = QCoreApplication.translate("AssessmentPage", "Only with people still to rate")
        return [Choice(OPEN, said, sum(line.rated < line.people for line in self.everybody))]

    def _is_in_branch(self, line: object, values: frozenset[str]) -> bool:
        return isinstance(line, RaterLine) and line.led_unit_id in self._branch(values)

    def _branch(self, values: frozenset[str]) -> frozenset[str]:
        known = {unit.unit_id for unit in self._units}
        if (values, len(known)) != self._branch_of:
            self._branch_of = (values, len(known))
            self._in_branch = values.union(*(branch_of(self._units, one) for one in values if one in known))
        return self._in_branch

    _branch_of: tuple[frozenset[str], int] = (frozenset(), -1)
    _in_branch: frozenset[str] = frozenset()


def place_of(line: RaterLine) -> tuple[str, str]:
    """Who leads what: one person may lead two units and has a list for each."""
    return line.rater_id, line.led_unit_id
