"""One look at the tree of indicators at the end of a period: places, what was reported on them, and lines of the tree.

Everything of a level is read in the same few queries, however many places stand on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.budget import Absorbed
from meritdesk.core.cascade import CascadeLink, CascadeMethod, MethodChoice, Node, NodeKind, RollUp
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.kpi_tree import PlannedResult
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import Target
from meritdesk.core.scoring.kpi import (
    Added,
    KpiFigures,
    KpiRules,
    Measure,
    Part,
    Reported,
    RolledUp,
    kpi_figures,
    light_of,
    roll_up,
    rule_of,
)
from meritdesk.core.scoring.organisation_level import achievement
from meritdesk.services.ports import Work

_HANDED_DOWN = (NodeKind.AGREEMENT, NodeKind.INDICATOR)
_NOTHING = Target("")


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One place of the tree: whose it is, what it aims at, how it stands, and what it adds to the place above.

    ``goal`` is the goal of an agreement indicator. ``is_rolled`` says that its figure comes from below, since nobody
    reported one. ``absorbed`` is the budget of the unit by then. ``below`` counts what opens under it.
    """

    node: str
    kind: NodeKind
    text: str
    goal: str = ""
    owner: str = ""
    position: str = ""
    unit_id: str = ""
    nip: str = ""
    target: Target = _NOTHING
    figures: KpiFigures = field(default_factory=KpiFigures)
    method: CascadeMethod | None = None
    rule: RollUp = RollUp.NONE
    below: int = 0
    part: str = ""
    added: Added | None = None
    is_rolled: bool = False
    absorbed: Absorbed | None = None

    @property
    def is_gap(self) -> bool:
        """Whether this is a goal of the agreement with nobody beneath."""
        return self.kind is NodeKind.AGREEMENT and self.below == 0


@dataclass(frozen=True, slots=True)
class KpiPlace:
    """A place before it is a line: what it says, its measure, and the places that open under it."""

    node: Node
    text: str
    measure: Measure
    goal: str = ""
    unit_id: str = ""
    person_id: str = ""
    inside: tuple[Node, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class KpiReader:
    """One look at the tree at the end of a period."""

    work: Work
    period: Period
    rules: KpiRules
    units: Mapping[str, OrgUnit]
    choices: Mapping[Node, MethodChoice]
    absorbed: Mapping[str, Absorbed]

    def unit(self, unit_id: str) -> OrgUnit:
        """One unit by its id or its id in the national system."""
        found = self.units.get(unit_id) or next((one for one in self.units.values() if one.source_id == unit_id), None)
        if found is None:
            raise UsageRefusal("PLN-401", unit=unit_id)
        return found

    def depth(self, unit_id: str) -> int:
        """How far below the root a unit stands."""
        steps, seen = 0, {unit_id}
        unit = self.units.get(unit_id)
        while unit is not None and unit.parent_id and unit.parent_id not in seen:
            seen.add(unit.parent_id)
            unit, steps = self.units.get(unit.parent_id), steps + 1
        return steps

    def of_agreement(self, one: AgreementIndicator) -> KpiPlace:
        """The place of an agreement indicator; its reports are read with those of its neighbours."""
        measure = Measure(one.year, one.target, one.accumulation, one.trajectory)
        return KpiPlace(Node(NodeKind.AGREEMENT, one.indicator_id), one.text, measure, one.goal, one.unit_id)

    def place(self, node: Node) -> KpiPlace:
        """One place; ``PLN-404`` when it is not there."""
        found = self.places([node]).get(node)
        if found is None:
            raise UsageRefusal("PLN-404", node=node.code, year=self.period.year)
        return self.with_reports([found])[0]

    def places(
        self,
        nodes: Iterable[Node],
        units: Mapping[Node, str] | None = None,
        waiting: Mapping[Node, CascadeLink] | None = None,
    ) -> dict[Node, KpiPlace]:
        """What stands at these places; a result speaks by its measure in the unit of the place above (``units``)."""
        wanted = tuple(dict.fromkeys(nodes))
        by_kind: dict[NodeKind, list[str]] = defaultdict(list)
        for node in wanted:
            by_kind[node.kind].append(node.key)
        found: dict[Node, KpiPlace] = {}
        for one in self.work.agreements.by_ids(by_kind[NodeKind.AGREEMENT]).values():
            found[Node(NodeKind.AGREEMENT, one.indicator_id)] = self.of_agreement(one)
        owners = self.work.cascade.owners([node for node in wanted if node.kind is NodeKind.INDICATOR])
        ids = [*by_kind[NodeKind.RESULT], *(owner.key for owner in owners.values())]
        results = self.work.kpi_tree.results(ids) if ids else {}
        for key in by_kind[NodeKind.RESULT]:
            if key in results:
                found[Node(NodeKind.RESULT, key)] = self._of_result(
                    results[key], (units or {}).get(Node(NodeKind.RESULT, key), "")
                )
        for node, owner in owners.items():
            if owner.key in results:
                found.update((node, place) for place in self._measures(results[owner.key]) if place.node == node)
        places = self.work.cascade.placeholders(self.period.year) if by_kind[NodeKind.PLACEHOLDER] else ()
        for stand_in in places:
            node = Node(NodeKind.PLACEHOLDER, stand_in.placeholder_id)
            if node in wanted:
                empty = Measure(self.period.year, _NOTHING)
                found[node] = KpiPlace(node, stand_in.text, empty, "", stand_in.unit_id, stand_in.owner_id)
        for node, link in (waiting or {}).items():
            empty = Measure(self.period.year, _NOTHING)
            found[node] = KpiPlace(node, link.text, empty, "", link.host_unit_id, link.person_id)
        return found

    def _of_result(self, result: PlannedResult, unit: str) -> KpiPlace:
        leading = result.leading(unit)
        measure = Measure(self.period.year, leading.target if leading is not None else _NOTHING)
        speaks = (Node(NodeKind.INDICATOR, leading.indicator_id),) if leading is not None else ()
        rest = (Node(NodeKind.INDICATOR, one.indicator_id) for one in result.indicators if one is not leading)
        return KpiPlace(
            Node(NodeKind.RESULT, result.result_id), result.text, measure, "", "", result.person_id, (*speaks, *rest)
        )

    def _measures(self, result: PlannedResult) -> list[KpiPlace]:
        return [
            KpiPlace(
                Node(NodeKind.INDICATOR, one.indicator_id),
                one.text or result.text,
                Measure(self.period.year, one.target),
                "",
                "",
                result.person_id,
            )
            for one in result.indicators
        ]

    def with_reports(self, places: Sequence[KpiPlace]) -> list[KpiPlace]:
        """The same places with what was reported on them; a result carries the reports of the measure that speaks."""
        agreed = [place.node.key for place in places if place.node.kind is NodeKind.AGREEMENT]
        said: dict[str, list[Reported]] = defaultdict(list)
        for report in self.work.agreements.actuals(agreed) if agreed else ():
            said[report.indicator_id].append(Reported(report.period, report.value, report.percent))
        planned = [key for place in places if (key := _speaking(place))]
        for actual in self.work.actuals.of_indicators(planned) if planned else ():
            if actual.period.year == self.period.year:
                said[actual.indicator_id].append(Reported(actual.period, actual.value))
        return [
            replace(
                place,
                measure=replace(place.measure, reports=tuple(said.get(_speaking(place) or place.node.key, ()))),
            )
            for place in places
        ]

    def below(self, above: KpiPlace) -> tuple[RolledUp | None, tuple[KpiLine, ...]]:
        """What stands right below a place, with what each adds and what they come to."""
        return self.opened([above])[above.node]

    def opened(self, above: Sequence[KpiPlace]) -> dict[Node, tuple[RolledUp | None, tuple[KpiLine, ...]]]:
        """The same for many places at once, in the same few queries."""
        children = self._children(above)
        lines = iter(self.lines([child for place in above for child in children[place.node]]))
        answer: dict[Node, tuple[RolledUp | None, tuple[KpiLine, ...]]] = {}
        for place in above:
            own = [next(lines) for _ in children[place.node]]
            rolled = self._rolled(place, children[place.node])
            if rolled is not None:
                own = [replace(line, added=rolled.added.get(line.node)) for line in own]
            answer[place.node] = (rolled, tuple(own))
        return answer

    def _children(self, above: Sequence[KpiPlace]) -> dict[Node, list[KpiPlace]]:
        """The places right below several: what serves them, and the measures of a result that open further."""
        links: dict[Node, dict[Node, CascadeLink]] = defaultdict(dict)
        for link in self.work.cascade.links(self.period.year, parents=[place.node for place in above]):
            links[link.parent][link.child] = link
        results = [place for place in above if place.node.kind is NodeKind.RESULT]
        single = [place.inside[0] for place in results if len(place.inside) == 1]
        open_single = self.work.kpi_tree.below(self.period.year, single) if single else {}
        inside = {
            place.node: place.inside if len(place.inside) > 1 or place.inside[0] in open_single else ()
            for place in results
            if place.inside
        }
        units: dict[Node, str] = {}
        for place in above:
            for node in (*inside.get(place.node, ()), *links[place.node]):
                units.setdefault(node, place.measure.target.unit)
        waiting = {child: link for own in links.values() for child, link in own.items() if link.is_waiting}
        found = self.places(units, units, waiting)
        read = dict(zip(found, self.with_reports(list(found.values())), strict=True))
        answer: dict[Node, list[KpiPlace]] = {}
        for place in above:
            own = links[place.node]
            listed = [read[node] for node in inside.get(place.node, ()) if node in read]
            listed += [_with_part(read[node], link) for node, link in own.items() if node in read]
            answer[place.node] = listed
        return answer

    def _rule(self, place: KpiPlace) -> RollUp:
        choice = self.choices.get(place.node)
        method = choice.method if choice is not None else None
        return rule_of(method, choice.roll_up if choice is not None else None, place.measure.target.unit, self.rules)

    def _rolled(self, above: KpiPlace, children: Sequence[KpiPlace]) -> RolledUp | None:
        if above.node.kind not in _HANDED_DOWN or not children:
            return None
        parts = []
        for child in children:
            actual = kpi_figures(child.measure, self.period, self.rules).actual
            parts.append(Part(child.node.code, actual, child.measure.target.unit))
        return roll_up(above.measure.target, parts, self._rule(above), self.rules)

    def lines(self, places: Sequence[KpiPlace]) -> tuple[KpiLine, ...]:
        """Places as lines of the tree; where nobody reported a figure, what those below come to takes its place."""
        nodes = [node for place in places for node in (place.node, *place.inside)]
        counts = self.work.kpi_tree.below(self.period.year, nodes)
        people = self.work.people.by_ids(sorted({place.person_id for place in places if place.person_id}))
        figures = [kpi_figures(place.measure, self.period, self.rules) for place in places]
        silent = [
            place
            for place, one in zip(places, figures, strict=True)
            if one.percent is None
            and one.actual is None
            and counts.get(place.node)
            and self._rule(place) is not RollUp.NONE
        ]
        from_below = self._children(silent) if silent else {}
        lines = []
        for place, one in zip(places, figures, strict=True):
            rolled = self._rolled(place, from_below[place.node]) if place.node in from_below else None
            is_rolled = rolled is not None and rolled.value is not None
            shown = self._from_below(place, rolled) if rolled is not None and is_rolled else one
            lines.append(self._line(place, shown, counts, people, is_rolled))
        return tuple(lines)

    def _from_below(self, place: KpiPlace, rolled: RolledUp) -> KpiFigures:
        """Figures that nobody reported but those below come to: held against the target, without a forecast."""
        assert rolled.value is not None
        percent = achievement(place.measure.target, rolled.value)
        percent = percent.quantize(Decimal("0.01")) if percent is not None else None
        light = light_of(percent, self.rules)
        facts = {"value": printed_decimal(rolled.value), "light": f"LIGHT:{light.name}"}
        return KpiFigures(
            actual=rolled.value,
            expected=place.measure.target.low,
            upto=self.period,
            percent=percent,
            light=light,
            reasons=(Reason("KPI-FROM-BELOW", self.rules.source, facts),),
        )

    def _line(
        self,
        place: KpiPlace,
        figures: KpiFigures,
        counts: Mapping[Node, int],
        people: Mapping[str, Person],
        is_rolled: bool,
    ) -> KpiLine:
        person, unit = people.get(place.person_id), self.units.get(place.unit_id)
        choice = self.choices.get(place.node)
        inside = len(place.inside) if place.node.kind is NodeKind.RESULT else 0
        if inside == 1 and not counts.get(place.inside[0]):
            inside = 0
        return KpiLine(
            node=place.node.code,
            kind=place.node.kind,
            text=place.text,
            goal=place.goal,
            owner=person.full_name if person is not None else (unit.name if unit is not None else ""),
            position=person.position_title if person is not None else "",
            unit_id=place.unit_id or (person.unit_id if person is not None else ""),
            nip=person.nip if person is not None else "",
            target=place.measure.target,
            figures=figures,
            method=choice.method if choice is not None else None,
            rule=self._rule(place),
            below=counts.get(place.node, 0) + inside,
            part=place.part,
            is_rolled=is_rolled,
            absorbed=self.absorbed.get(place.unit_id) if place.node.kind is NodeKind.AGREEMENT else None,
        )


def _with_part(place: KpiPlace, link: CascadeLink) -> KpiPlace:
    share = printed_decimal(link.share) if link.share is not None else ""
    return replace(place, part=" · ".join(text for text in (link.part, share) if text))


def _speaking(place: KpiPlace) -> str:
    """The measure whose actuals are those of a place in a plan."""
    if place.node.kind is NodeKind.INDICATOR:
        return place.node.key
    if place.node.kind is NodeKind.RESULT and place.inside:
        return place.inside[0].key
    return ""
