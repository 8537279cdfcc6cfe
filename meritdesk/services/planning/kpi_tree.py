"""The indicators of the city as one tree, from its goals down to one person: how each stands and what those below add.

The tree is read a level at a time, so that a city of fifteen thousand opens as quickly as an office of fifty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.budget import absorbed_by, of_branches
from meritdesk.core.cascade import MethodChoice, Node, RollUp, parse_node
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.journal import Changes
from meritdesk.core.kpi_tree import LooseResults
from meritdesk.core.periods import Period
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.scoring.kpi import (
    KpiRules,
    Light,
    RolledUp,
)
from meritdesk.services.planning.kpi_reading import KpiLine, KpiReader
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class KpiStep:
    """One period of the year: what was planned to be reached in it and what was reported."""

    period: Period
    planned: Decimal | None
    reported: Decimal | None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KpiWhy:
    """Everything behind one place: its year period by period, every line of reasoning, and what those below add.

    ``difference`` is what the unit reports beyond what those below come to, where both are known.
    """

    line: KpiLine
    steps: tuple[KpiStep, ...]
    reasons: tuple[Reason, ...]
    below: tuple[KpiLine, ...]
    rolled: RolledUp | None
    difference: Decimal | None
    pack: RulePack


@dataclass(frozen=True, slots=True)
class KpiGaps:
    """Goals with nobody beneath, and results of people that hang on nothing."""

    goals: tuple[KpiLine, ...]
    loose: LooseResults
    units: Mapping[str, str]

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return len(self.goals) + self.loose.count


@dataclass(frozen=True, slots=True)
class KpiTreeDesk:
    """Verbs of the tree of indicators."""

    around: Surroundings

    def top(self, period: Period, unit_id: str = "") -> tuple[KpiLine, ...]:
        """Where the tree begins: the indicators that serve nothing above, the city's first; or those of one unit.

        ``PLN-401`` an unknown unit.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            reader = self._reader(work, period)
            known = reader.unit(unit_id).unit_id if unit_id else ""
            indicators = work.agreements.of_year(period.year, [known] if known else None)
            serving = work.kpi_tree.serving(period.year) if not known else frozenset()
            order = {key: place for place, key in enumerate(reader.units)}
            shown = sorted(
                (one for one in indicators if one.indicator_id not in serving),
                key=lambda one: (reader.depth(one.unit_id), order.get(one.unit_id, 0), one.number),
            )
            return reader.lines(reader.with_reports([reader.of_agreement(one) for one in shown]))

    def below(self, node_code: str, period: Period) -> tuple[KpiLine, ...]:
        """What stands right below a place, each with what it adds; ``PLN-404`` no such place."""
        require(self.around.actor, Action.READ)
        node = node_of(node_code, period.year)
        with self.around.store.reading() as work:
            reader = self._reader(work, period)
            above = reader.place(node)
            return reader.below(above)[1]

    def why(self, node_code: str, period: Period) -> KpiWhy:
        """Why a place stands as it does, and what each below it adds; ``PLN-404`` no such place."""
        require(self.around.actor, Action.READ)
        node = node_of(node_code, period.year)
        pack = self._pack(period)
        with self.around.store.reading() as work:
            reader = self._reader(work, period)
            above = reader.place(node)
            line = reader.lines([above])[0]
            rolled, below = reader.below(above)
        own = above.measure
        reported = {one.period: one for one in own.reports}
        planned = {point.period: point.value for point in own.trajectory}
        steps = tuple(
            KpiStep(
                one,
                planned.get(one),
                reported[one].value if one in reported else None,
                reported[one].percent if one in reported else None,
            )
            for one in sorted({*reported, *planned}, key=lambda one: (one.last_day, one.first_day))
        )
        difference = None
        if rolled is not None and rolled.value is not None and line.figures.actual is not None and not line.is_rolled:
            difference = line.figures.actual - rolled.value
        reasons = (*line.figures.reasons, *(rolled.reasons if rolled is not None else ()))
        return KpiWhy(line, steps, reasons, below, rolled, difference, pack)

    def gaps(self, period: Period, limit: int = 500) -> KpiGaps:
        """Goals with nobody beneath, and results of people that hang on nothing; below nought all of them."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            reader = self._reader(work, period)
            places = [reader.of_agreement(one) for one in work.agreements.of_year(period.year)]
            open_goals = work.kpi_tree.below(period.year, [place.node for place in places])
            places = reader.with_reports([place for place in places if place.node not in open_goals])
            lines = reader.lines(places)
            loose = work.kpi_tree.loose(period.year, limit)
            names = {unit.unit_id: unit.name for unit in reader.units.values()}
            return KpiGaps(lines, loose, names)

    def rows(self, period: Period, unit_id: str = "", levels: int = 3) -> tuple[tuple[int, KpiLine], ...]:
        """The tree as rows with their depth, opened so many levels: what a spreadsheet and a sheet of paper show.

        ``PLN-431`` no indicator stands there, ``PLN-432`` not between one and six levels.
        """
        require(self.around.actor, Action.READ)
        if not 1 <= levels <= 6:
            raise UsageRefusal("PLN-432", levels=levels)
        top = self.top(period, unit_id)
        if not top:
            raise UsageRefusal("PLN-431", period=period.code)
        below: dict[str, tuple[KpiLine, ...]] = {}
        with self.around.store.reading() as work:
            reader = self._reader(work, period)
            level = [node_of(line.node, period.year) for line in top if line.below]
            for _ in range(1, levels):
                level = [node for node in dict.fromkeys(level) if node.code not in below]
                if not level:
                    break
                opened = reader.opened(reader.with_reports(list(reader.places(level).values())))
                below.update((node.code, lines) for node, (_, lines) in opened.items())
                level = [
                    node_of(line.node, period.year) for _, lines in opened.values() for line in lines if line.below
                ]
        found: list[tuple[int, KpiLine]] = []

        def lay(lines: Sequence[KpiLine], depth: int, above: frozenset[str]) -> None:
            for line in lines:
                found.append((depth, line))
                if depth < levels and line.node not in above:
                    lay(below.get(line.node, ()), depth + 1, above | {line.node})

        lay(top, 1, frozenset())
        return tuple(found)

    def add_up(self, node_code: str, year: int, rule: RollUp | None) -> Changes:
        """Say how figures below add up to an indicator; none follows the way it is handed down again.

        ``PLN-404`` no such place, ``PLN-433`` how it is handed down was not chosen yet.
        """
        require(self.around.actor, Action.EDIT)
        node = node_of(node_code, year)
        with self.around.store.writing(self.around.actor, "planning.tree.add_up") as work:
            before = work.cascade.choices(year).get(node)
            if before is None:
                raise UsageRefusal("PLN-433")
            work.cascade.save_choices([MethodChoice(year, node, before.method, before.note, rule)])
            return work.commit()

    def _pack(self, period: Period) -> RulePack:
        return self.around.rulebook.pack(PackKind.KPI, period.last_day)

    def _reader(self, work: Work, period: Period) -> KpiReader:
        rules = self._pack(period).body
        assert isinstance(rules, KpiRules)
        units = {unit.unit_id: unit for unit in work.units.all()}
        months = work.budgets.of_year(period.year)
        parents = {unit.unit_id: unit.parent_id for unit in units.values()}
        absorbed = of_branches(absorbed_by(months, period), parents) if months else {}
        return KpiReader(work, period, rules, units, work.cascade.choices(period.year), absorbed)


def node_of(code: str, year: int) -> Node:
    """A place by its code; ``PLN-404`` when it is none."""
    node = parse_node(code)
    if node is None:
        raise UsageRefusal("PLN-404", node=code, year=year)
    return node


def counted(lines: Iterable[KpiLine]) -> Mapping[Light, int]:
    """How many lines show each light."""
    found = dict.fromkeys(Light, 0)
    for line in lines:
        found[line.figures.light] += 1
    return found
