"""The cascade as a desk of its own: the tree from the city's goals down, links, methods, placeholders, faults."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.cascade import (
    Cascade,
    CascadeLink,
    CascadeMethod,
    Coverage,
    MethodChoice,
    Node,
    NodeKind,
    Offer,
    Placeholder,
    coverage_of,
    open_shares,
    parse_node,
    relink,
)
from meritdesk.core.cascade_gathering import gather
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.matrix import columns_for, offers_of_plan
from meritdesk.core.notation import printed_decimal
from meritdesk.core.plan import PlanState
from meritdesk.core.role_plans import with_parent
from meritdesk.core.validation import Hint, ValidationRules
from meritdesk.core.validation.cascade_rules import assignment_hints, cascade_hints, matrix_hints
from meritdesk.services.cascade_picture import Picture, Roll, offers_from, picture_of, quoted
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One place of the tree: what it says, whose it is, what it aims at, how it is handed down and how well taken up.

    ``link_id``, ``part`` and ``share`` are those of the link to the line above. ``below`` counts what stands under it.
    """

    node: str
    kind: NodeKind
    text: str
    owner: str = ""
    nip: str = ""
    position: str = ""
    target: str = ""
    method: CascadeMethod | None = None
    coverage: Coverage = Coverage.NOT_NEEDED
    below: int = 0
    link_id: str = ""
    part: str = ""
    share: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CascadeCheck:
    """What is wrong or open: hints of the law's rules, and our own remarks (circles, orphans, what waits)."""

    hints: tuple[Hint, ...]
    remarks: tuple[Hint, ...]
    rules: ValidationRules

    @property
    def is_whole(self) -> bool:
        """Whether nothing is open."""
        return not (self.hints or self.remarks)


@dataclass(frozen=True, slots=True)
class RelinkOutcome:
    """What relinking did: links moved, placeholders filled, and placeholders that still wait."""

    moved: int
    filled: tuple[str, ...]
    waiting: tuple[Placeholder, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class GatherOutcome:
    """How many results were linked by their wording, and how many name something their rater has not planned."""

    linked: int
    unmatched: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class CascadeDesk:
    """Verbs of the cascade."""

    around: Surroundings

    def top(self, unit_id: str, year: int) -> tuple[TreeLine, ...]:
        """The indicators at the top of a unit's tree: its leader's plan, else its agreement, and placeholders."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            roll = Roll.of(work)
            unit = roll.unit(unit_id)
            leader = roll.heads.get(unit.unit_id, "")
            plans = work.plans.of_year(year, [leader] if leader else [])
            agreements = work.agreements.of_year(year, [unit.unit_id])
            places = [one for one in work.cascade.placeholders(year) if one.unit_id == unit.unit_id]
            offers = offers_from(plans, agreements, places, ())
            links = work.cascade.links(year, parents=offers)
            cascade = Cascade(offers, links, work.cascade.choices(year))
            cascade = _with_children(work, year, cascade)
            shown = [column.node for column in columns_for(unit.unit_id, leader, cascade)]
        return tuple(_line(cascade, cascade.offers[node], None, roll) for node in shown)

    def below(self, node_code: str, year: int) -> tuple[TreeLine, ...]:
        """What stands right below one place: what serves it, and for a result the indicators it is measured by."""
        require(self.around.actor, Action.READ)
        node = _node(node_code, year)
        with self.around.store.reading() as work:
            roll = Roll.of(work)
            links = work.cascade.links(year, parents=[node])
            children = _children_offers(work, year, links)
            inside: list[Offer] = []
            if node.kind is NodeKind.RESULT:
                inside = _indicators_of(work, year, node)
            parents = [*(link.child for link in links), *(offer.node for offer in inside), *children]
            below = work.cascade.links(year, parents=parents)
            offers = {**children, **{offer.node: offer for offer in inside}}
            cascade = Cascade(offers, below, work.cascade.choices(year))
            cascade = _with_children(work, year, cascade)
        served = [_line(cascade, _offer_of(cascade, link), link, roll) for link in links]
        return (*(_line(cascade, offer, None, roll) for offer in inside), *served)

    def link(
        self,
        child_code: str,
        parent_code: str,
        year: int,
        part: str = "",
        share: Decimal | None = None,
        note: str = "",
    ) -> Changes:
        """Say that one place serves another, or change what part of it; ``PLN-403`` when it would close a circle.

        A draft plan takes over the words of the result it now serves.
        """
        require(self.around.actor, Action.EDIT)
        child, parent = _node(child_code, year), _node(parent_code, year)
        with self.around.store.writing(self.around.actor, "planning.cascade.link") as work:
            offers = _offers_by_node(work, year, [child, parent])
            for node in (child, parent):
                if node not in offers:
                    raise UsageRefusal("PLN-404", node=node.code, year=year)
            links = work.cascade.links(year)
            known = next((one for one in links if (one.child, one.parent) == (child, parent)), None)
            if known is None:
                self._guard(work, links, offers, child, parent)
            person_id = offers[child].person_id
            base = known or CascadeLink(str(uuid.uuid4()), year, parent, child, person_id, text=offers[child].text)
            host = base.host_unit_id or (_rated_in(work, person_id) if person_id else "")
            work.cascade.save_links([replace(base, part=part, share=share, note=note, host_unit_id=host)])
            self._quote(work, year, offers, child, parent)
            return work.commit()

    def unlink(self, link_id: str, year: int) -> Changes:
        """Take one link out; what it joined stays where it is."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.cascade.unlink") as work:
            if link_id not in {link.link_id for link in work.cascade.links(year)}:
                raise UsageRefusal("PLN-405", link=link_id)
            work.cascade.remove_links([link_id])
            return work.commit()

    def choose(self, parent_code: str, year: int, method: CascadeMethod, note: str = "") -> Changes:
        """Keep how the leader hands one of his indicators down (R-34, V-43)."""
        require(self.around.actor, Action.EDIT)
        parent = _node(parent_code, year)
        with self.around.store.writing(self.around.actor, "planning.cascade.choose") as work:
            if parent not in _offers_by_node(work, year, [parent]):
                raise UsageRefusal("PLN-404", node=parent_code, year=year)
            before = work.cascade.choices(year).get(parent)
            rule = before.roll_up if before is not None else None
            work.cascade.save_choices([MethodChoice(year, parent, method, note, rule)])
            return work.commit()

    def stand_in(self, unit_id: str, year: int, text: str) -> Changes:
        """Put a placeholder where the head of a unit has no plan yet, so that those below can be linked (R-34)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.cascade.stand_in") as work:
            roll = Roll.of(work)
            unit = roll.unit(unit_id)
            owner = roll.heads.get(unit.unit_id, "")
            work.cascade.save_placeholders([Placeholder(str(uuid.uuid4()), year, unit.unit_id, text.strip(), owner)])
            return work.commit()

    def drop_stand_in(self, placeholder_id: str, year: int) -> Changes:
        """Take out a placeholder that nothing hangs below; ``PLN-410`` otherwise."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.cascade.drop_stand_in") as work:
            found = [one for one in work.cascade.placeholders(year) if one.placeholder_id == placeholder_id]
            if not found:
                raise UsageRefusal("PLN-409", placeholder=placeholder_id)
            below = work.cascade.links(year, parents=[Node(NodeKind.PLACEHOLDER, placeholder_id)])
            if below:
                raise UsageRefusal("PLN-410", indicator=found[0].text, count=len(below))
            work.cascade.remove_placeholders([placeholder_id])
            return work.commit()

    def relink(self, year: int, said: Mapping[str, str] | None = None) -> RelinkOutcome:
        """Move what hangs below placeholders to the plans that have come since; nobody had to wait for them.

        ``said`` is the clerk's word where wording alone does not decide: placeholder id to node. What cannot be decided
        still waits and is named.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.cascade.relink") as work:
            placeholders = work.cascade.placeholders(year)
            roll = Roll.of(work)
            # The post may have been filled since; then its holder's plan counts.
            known = [replace(one, owner_id=roll.heads.get(one.unit_id, one.owner_id)) for one in placeholders]
            plans = work.plans.of_year(year, [one.owner_id for one in known if one.owner_id])
            agreements = work.agreements.of_year(year, [one.unit_id for one in known])
            offers = offers_from(plans, agreements, (), ())
            asked = {key: node for key, code in (said or {}).items() if (node := parse_node(code)) is not None}
            links = work.cascade.links(year)
            done = relink(links, known, offers.values(), asked)
            work.cascade.save_links(done.moved)
            work.cascade.remove_placeholders([one.placeholder_id for one in done.filled])
            for link in done.moved:
                self._quote(work, year, offers, link.child, link.parent)
            changes = work.commit()
        return RelinkOutcome(len(done.moved), tuple(one.text for one in done.filled), done.waiting, changes)

    def gather(self, year: int, dry_run: bool = False) -> GatherOutcome:
        """Link the results whose plans already say, in the rater's own words, which result of his they serve.

        Links that were made before stay as they are; a result that names something its rater has not planned is counted
        and shows up as an orphan in ``check``.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.cascade.gather") as work:
            roll = Roll.of(work)
            done = gather(
                work.plans.of_year(year),
                work.agreements.of_year(year),
                roll.lines,
                roll.heads,
                work.cascade.links(year),
                lambda: str(uuid.uuid4()),
            )
            work.cascade.save_links(done.links)
            changes = Changes() if dry_run else work.commit()
        return GatherOutcome(len(done.links), len(done.unmatched), changes)

    def check(self, year: int, unit_id: str = "") -> CascadeCheck:
        """Everything that is open in the cascade of a unit, or of the whole agency (V-35 to V-43, circles, orphans)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            known = Roll.of(work).unit(unit_id).unit_id if unit_id else ""
            picture = picture_of(work, year, known)
        rules = self.around.rulebook.in_force(date(year, 12, 31)).validation
        return check_of(picture, rules, known)

    def _guard(
        self, work: Work, links: Sequence[CascadeLink], offers: Mapping[Node, Offer], child: Node, parent: Node
    ) -> None:
        owners = work.cascade.owners([parent, *(link.parent for link in links)])
        shells = {node: Offer(node, "", owner=owner) for node, owner in owners.items()}
        if Cascade(shells, tuple(links)).would_loop(child, parent):
            raise UsageRefusal("PLN-403", child=offers[child].text, parent=offers[parent].text)

    def _quote(self, work: Work, year: int, offers: Mapping[Node, Offer], child: Node, parent: Node) -> None:
        """Bring the words of the superior's result into a draft plan (A.1.7 column 2)."""
        if child.kind is not NodeKind.RESULT or parent not in offers:
            return
        words, indicator = quoted(offers[parent], offers, Roll.of(work))
        person_id = offers[child].person_id if child in offers else ""
        if not person_id:
            mine = [link.person_id for link in work.cascade.links(year, parents=[parent]) if link.child == child]
            person_id = next(iter(mine), "")
        for plan in work.plans.of_year(year, [person_id]) if person_id else ():
            if plan.state is PlanState.DRAFT and any(one.result_id == child.key for one in plan.results):
                work.plans.save([with_parent(plan, child.key, words, indicator)])


def check_of(picture: Picture, rules: ValidationRules, unit_id: str = "") -> CascadeCheck:
    """What is open in a picture of one unit, or of the whole agency."""
    cascade, roll = picture.cascade, picture.roll
    units = [unit_id] if unit_id else [unit for unit in roll.units if roll.rated.get(unit)]
    hints: list[Hint] = []
    for one in units:
        hints += matrix_hints(picture.matrix(one))
    inside = {column.node for one in units for column in columns_for(one, roll.heads.get(one, ""), cascade)}
    for hint in cascade_hints(cascade):
        if not unit_id or parse_node(hint.place[1]) in inside:
            hints.append(hint)
    lines = {line.person_id: line for line in roll.lines}
    hosted = [one for one in picture.assignments if not unit_id or one.host_unit_id == unit_id]
    hints += assignment_hints(hosted, cascade, lines, roll.people)
    return CascadeCheck(tuple(hints), tuple(_remarks(picture, unit_id)), rules)


def _remarks(picture: Picture, unit_id: str) -> Iterable[Hint]:
    cascade, roll = picture.cascade, picture.roll
    for circle in cascade.loops():
        names = " → ".join(cascade.offers[node].text for node in circle if node in cascade.offers)
        yield Hint("PLN-423", {"nodes": names}, ("cascade", circle[0].code))
    for offer in cascade.orphans():
        facts = {"text": offer.text, "name": roll.name_of(offer.person_id)}
        yield Hint("PLN-424", facts, ("cascade", offer.node.code))
    for link in cascade.dangling() if not unit_id else ():
        yield Hint("PLN-425", {"text": link.text or link.child.code}, ("link", link.link_id))
    for one in picture.placeholders:
        if not unit_id or one.unit_id == unit_id:
            unit = roll.units.get(one.unit_id)
            facts = {"text": one.text, "unit": unit.name if unit is not None else one.unit_id}
            yield Hint("PLN-427", facts, ("placeholder", one.placeholder_id))
    for link in open_shares(cascade):
        parent = cascade.offers.get(link.parent)
        facts = {"text": link.text or link.part, "parent": parent.text if parent is not None else link.parent.code}
        yield Hint("PLN-428", facts, ("link", link.link_id))


def _node(code: str, year: int) -> Node:
    node = parse_node(code)
    if node is None:
        raise UsageRefusal("PLN-404", node=code, year=year)
    return node


def _rated_in(work: Work, person_id: str) -> str:
    """The unit in whose matrix somebody stands because its head rates him."""
    line = work.reporting.by_ids([person_id]).get(person_id)
    return line.led_unit_id if line is not None else ""


def _offers_by_node(work: Work, year: int, nodes: Sequence[Node]) -> dict[Node, Offer]:
    """What stands at these places, wherever it is kept; places that do not exist are left out."""
    agreements = work.agreements.by_ids([node.key for node in nodes if node.kind is NodeKind.AGREEMENT]).values()
    wanted = {node.key for node in nodes if node.kind is NodeKind.PLACEHOLDER}
    places = [one for one in work.cascade.placeholders(year) if one.placeholder_id in wanted]
    in_plans = [node for node in nodes if node.kind in (NodeKind.RESULT, NodeKind.INDICATOR)]
    plans = work.plans.of_year(year, work.cascade.people_of(in_plans)) if in_plans else ()
    roles = [link for link in work.cascade.links(year) if link.child in nodes] if _has_role(nodes) else ()
    return offers_from(plans, agreements, places, roles)


def _has_role(nodes: Iterable[Node]) -> bool:
    return any(node.kind is NodeKind.ROLE for node in nodes)


def _children_offers(work: Work, year: int, links: Sequence[CascadeLink]) -> dict[Node, Offer]:
    """What the children of these links say, with the indicators of those who lead somebody: they open further down."""
    wanted = {link.child for link in links}
    leading = _leading(work, year)
    return {
        node: offer
        for node, offer in _offers_by_node(work, year, list(wanted)).items()
        if node in wanted or (offer.owner in wanted and offer.person_id in leading)
    }


def _leading(work: Work, year: int) -> frozenset[str]:
    """Everybody who has people below him: raters and team leads."""
    leads = {team.lead_id for team in work.cascade.teams(year)}
    return frozenset(leads | {line.rater_id for line in work.reporting.all() if line.rater_id})


def _indicators_of(work: Work, year: int, result: Node) -> list[Offer]:
    """The indicators of a result, as long as somebody is below its owner; else they would only fill the tree."""
    people = set(work.cascade.people_of([result])) & _leading(work, year)
    plans = work.plans.of_year(year, sorted(people))
    return [offer for plan in plans for offer in offers_of_plan(plan) if offer.owner == result]


def _with_children(work: Work, year: int, cascade: Cascade) -> Cascade:
    """The same cascade with what its links lead to, so that shares and waiting roles can be judged."""
    return replace(cascade, offers={**_children_offers(work, year, cascade.links), **cascade.offers})


def _offer_of(cascade: Cascade, link: CascadeLink) -> Offer:
    return cascade.offers.get(link.child) or Offer(link.child, link.text or link.child.code, person_id=link.person_id)


def _line(cascade: Cascade, offer: Offer, link: CascadeLink | None, roll: Roll) -> TreeLine:
    person = roll.people.get(offer.person_id)
    unit = roll.units.get(offer.unit_id)
    inner = {node for node, other in cascade.offers.items() if other.owner == offer.node}
    target = offer.target
    words = target.text if target is not None else ""
    if target is not None and not words and target.low is not None:
        words = f"{printed_decimal(target.low)} {target.unit}".strip()
    return TreeLine(
        node=offer.node.code,
        kind=offer.node.kind,
        text=offer.text,
        owner=person.full_name if person is not None else (unit.name if unit is not None else ""),
        nip=person.nip if person is not None else "",
        position=person.position_title if person is not None else "",
        target=words,
        method=cascade.method_of(offer.node),
        coverage=coverage_of(cascade, offer.node),
        below=len(cascade.children_of(offer.node)) + len(inner),
        link_id=link.link_id if link is not None else "",
        part=link.part if link is not None else "",
        share=link.share if link is not None else None,
        note=link.note if link is not None else "",
    )
