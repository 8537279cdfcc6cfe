"""The cascade: which result serves which indicator above it, from the city's goals down to one person (R-34 to R-42).

A link says that a child (an agreement indicator of a lower unit, or a work result in somebody's plan) serves a parent
(an indicator or result further up). The leader chooses per indicator *how* it is handed down; the links below carry
their part of it: an aspect, an area, a share, a service or an intermediate output. A superior who has no plan yet is
stood in for by a placeholder that is relinked when the plan comes, so that nobody waits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.agreement import plain_wording, target_bounds
from meritdesk.core.plan import Target


class NodeKind(StrEnum):
    """What can stand above or below in the cascade."""

    AGREEMENT = "AGREEMENT"  # an indicator of a unit's performance agreement
    RESULT = "RESULT"  # a work result in a plan
    INDICATOR = "INDICATOR"  # an indicator of a work result in a plan
    PLACEHOLDER = "PLACEHOLDER"  # what a superior without a plan is expected to take on
    ROLE = "ROLE"  # a role in the matrix that no plan holds yet


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One place in the cascade: its kind and the id of what stands there."""

    kind: NodeKind
    key: str

    @property
    def code(self) -> str:
        """The node as one word, for the command line and for rows: ``RESULT:4711``."""
        return f"{self.kind.value}:{self.key}"


def parse_node(code: str) -> Node | None:
    """Read a node back from its code; nothing when it is none."""
    kind, _, key = code.partition(":")
    return Node(NodeKind(kind), key) if kind in NodeKind.__members__ and key else None


class CascadeMethod(StrEnum):
    """How the leader hands an indicator down (R-35 direct, R-36 non-direct)."""

    ASPECT = "ASPECT"
    AREA = "AREA"
    SHARE = "SHARE"
    SERVICE = "SERVICE"
    OUTPUT = "OUTPUT"

    @property
    def is_direct(self) -> bool:
        """Whether the children together represent the leader's result in full (R-35)."""
        return self in _DIRECT


class RollUp(StrEnum):
    """What the figures below an indicator make of it: their sum, their mean, or nothing that could be added up."""

    SUM = "SUM"
    MEAN = "MEAN"
    NONE = "NONE"


_DIRECT = frozenset({CascadeMethod.ASPECT, CascadeMethod.AREA, CascadeMethod.SHARE})


@dataclass(frozen=True, slots=True)
class MethodChoice:
    """The leader's choice for one of his indicators in a year, with a note on the strategy (V-43).

    ``roll_up`` says how the figures below add up to it where that does not follow from the method.
    """

    year: int
    parent: Node
    method: CascadeMethod
    note: str = ""
    roll_up: RollUp | None = None


@dataclass(frozen=True, slots=True)
class CascadeLink:
    """One child that serves one parent.

    ``part`` names what of the parent it takes: the aspect or key stage, the area, the service or the intermediate
    output; ``share`` is its part of the parent's target. ``person_id`` is whose role it is (empty between agreements),
    ``host_unit_id`` in whose matrix it is recorded (R-40), ``text`` the role as it was agreed in the matrix. A role
    that no plan holds yet has ``Node(ROLE, link_id)`` as its child.
    """

    link_id: str
    year: int
    parent: Node
    child: Node
    person_id: str = ""
    host_unit_id: str = ""
    text: str = ""
    part: str = ""
    share: Decimal | None = None
    note: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether the role still has to enter a plan."""
        return self.child.kind is NodeKind.ROLE


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What a superior who has no plan yet is expected to take on, so that those below him need not wait.

    ``unit_id`` is the unit he leads; ``owner_id`` is the person when one is known (the post may be vacant).
    """

    placeholder_id: str
    year: int
    unit_id: str
    text: str
    owner_id: str = ""


class AssignmentMode(StrEnum):
    """How somebody came to a task outside his own line: appointed by a leader or at his own wish (R-41)."""

    APPOINTED = "APPOINTED"
    VOLUNTEERED = "VOLUNTEERED"


@dataclass(frozen=True, slots=True)
class WorkTeam:
    """A team of a unit in a year (tim kerja); its lead's results become the top row of its own matrix (R-37).

    Leading a team makes nobody a rater (R-10).
    """

    team_id: str
    unit_id: str
    year: int
    name: str
    lead_id: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Somebody assigned to a unit or a team: by whom, from when, and when his rater agreed (R-41, V-39 to V-41).

    ``team_id`` is empty for an individual assignment. ``home_unit_id`` is the unit he comes from, as it was then.
    """

    assignment_id: str
    year: int
    person_id: str
    host_unit_id: str
    team_id: str = ""
    home_unit_id: str = ""
    mode: AssignmentMode = AssignmentMode.APPOINTED
    assigned_by_id: str = ""
    starts: date | None = None
    consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something in the cascade as it stands there: who answers for it, what it says and what it aims at.

    ``owner`` is the node that contains it (the result of an indicator); ``unit_id`` is the unit whose goal it is, or
    that its person leads or works in. ``person_id`` is empty for an agreement.
    """

    node: Node
    text: str
    target: Target | None = None
    owner: Node | None = None
    person_id: str = ""
    unit_id: str = ""


@dataclass(frozen=True, slots=True)
class Cascade:
    """The links of a year with everything that stands in them; answers what is whole, loose, wrong or in a circle."""

    offers: Mapping[Node, Offer]
    links: tuple[CascadeLink, ...] = ()
    choices: Mapping[Node, MethodChoice] | None = None
    _below: Mapping[Node, tuple[CascadeLink, ...]] = field(init=False, repr=False, compare=False)
    _served: frozenset[Node] = field(init=False, repr=False, compare=False)
    _of_person: Mapping[str, tuple[Offer, ...]] = field(init=False, repr=False, compare=False)
    _of_unit: Mapping[str, tuple[Offer, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index links and offers once: a city asks for them by the ten thousand."""
        below: dict[Node, list[CascadeLink]] = defaultdict(list)
        for link in self.links:
            below[link.parent].append(link)
        by_person: dict[str, list[Offer]] = defaultdict(list)
        by_unit: dict[str, list[Offer]] = defaultdict(list)
        for offer in self.offers.values():
            by_person[offer.person_id].append(offer)
            by_unit[offer.unit_id].append(offer)
        object.__setattr__(self, "_below", {node: tuple(links) for node, links in below.items()})
        object.__setattr__(self, "_served", frozenset(link.child for link in self.links))
        object.__setattr__(self, "_of_person", {key: tuple(found) for key, found in by_person.items()})
        object.__setattr__(self, "_of_unit", {key: tuple(found) for key, found in by_unit.items()})

    def method_of(self, parent: Node) -> CascadeMethod | None:
        """How an indicator is handed down, once the leader has chosen."""
        choice = (self.choices or {}).get(parent)
        return choice.method if choice is not None else None

    def children_of(self, parent: Node) -> tuple[CascadeLink, ...]:
        """The links right below a node, in the order they were made."""
        return self._below.get(parent, ())

    def by_parent(self) -> Mapping[Node, tuple[CascadeLink, ...]]:
        """All links, gathered by what they serve."""
        return self._below

    def offers_of(self, person_id: str) -> tuple[Offer, ...]:
        """What one person answers for."""
        return self._of_person.get(person_id, ()) if person_id else ()

    def offers_in(self, unit_id: str) -> tuple[Offer, ...]:
        """What stands at a unit: its agreement, its placeholders, and roles that wait there."""
        return self._of_unit.get(unit_id, ()) if unit_id else ()

    def is_orphan(self, offer: Offer) -> bool:
        """Whether a work result in a plan serves nothing above it."""
        return offer.node.kind is NodeKind.RESULT and offer.node not in self._served

    def steps_up(self) -> Mapping[Node, tuple[Node, ...]]:
        """From each node to those right above it: what it serves, and the result that contains it."""
        steps: dict[Node, list[Node]] = defaultdict(list)
        for link in self.links:
            steps[link.child].append(link.parent)
        for node, offer in self.offers.items():
            if offer.owner is not None:
                steps[node].append(offer.owner)
        return {node: tuple(dict.fromkeys(above)) for node, above in steps.items()}

    def would_loop(self, child: Node, parent: Node) -> bool:
        """Whether a link from ``child`` up to ``parent`` would close a circle."""
        steps = self.steps_up()
        seen: set[Node] = set()
        waiting = [parent]
        while waiting:
            node = waiting.pop()
            if node == child:
                return True
            if node not in seen:
                seen.add(node)
                waiting.extend(steps.get(node, ()))
        return False

    def loops(self) -> tuple[tuple[Node, ...], ...]:
        """The circles in the links, each from its smallest node upwards; none as long as the guard stood.

        Where circles share nodes, at least one of them is named: breaking it shows the next.
        """
        steps = self.steps_up()
        found: dict[tuple[Node, ...], None] = {}
        settled: set[Node] = set()
        for start in sorted(steps):
            path: list[Node] = []
            places: dict[Node, int] = {}
            stack: list[tuple[Node, int]] = [(start, 0)]
            while stack:
                node, turn = stack.pop()
                if turn == 0:
                    if node in places:
                        circle = path[places[node] :]
                        least = circle.index(min(circle))
                        found.setdefault((*circle[least:], *circle[:least]))
                        continue
                    if node in settled:
                        continue
                    places[node] = len(path)
                    path.append(node)
                above = steps.get(node, ())
                if turn < len(above):
                    stack.append((node, turn + 1))
                    stack.append((above[turn], 0))
                else:
                    settled.add(node)
                    path.pop()
                    del places[node]
        return tuple(found)

    def orphans(self) -> tuple[Offer, ...]:
        """Work results in plans that serve nothing above them: results without a parent (V-19 seen from above)."""
        return tuple(offer for offer in self.offers.values() if self.is_orphan(offer))

    def dangling(self) -> tuple[CascadeLink, ...]:
        """Links whose parent or child no longer exists, since a plan or an agreement was changed."""
        return tuple(
            link
            for link in self.links
            if link.parent not in self.offers or (not link.is_waiting and link.child not in self.offers)
        )


class Coverage(StrEnum):
    """How well an indicator is taken up below: in full, in part, by nobody; a result of one person needs nothing."""

    TAKEN = "TAKEN"
    PARTLY = "PARTLY"
    OPEN = "OPEN"
    NOT_NEEDED = "NOT_NEEDED"


def coverage_of(cascade: Cascade, node: Node) -> Coverage:
    """How well a place of the cascade is taken up: what the colour and the word beside it say.

    In part means that somebody takes it up, but shares do not add up, a share or the method is missing, or a role still
    waits for its plan.
    """
    if node.kind not in (NodeKind.AGREEMENT, NodeKind.INDICATOR, NodeKind.PLACEHOLDER):
        return Coverage.NOT_NEEDED
    links = cascade.children_of(node)
    if not links:
        return Coverage.OPEN
    method = cascade.method_of(node)
    is_loose = any(link.is_waiting or (method is CascadeMethod.SHARE and link.share is None) for link in links)
    if method is None or is_loose or node.kind is NodeKind.PLACEHOLDER:
        return Coverage.PARTLY
    alone = Cascade(cascade.offers, links, cascade.choices)
    return Coverage.PARTLY if share_faults(alone) else Coverage.TAKEN


@dataclass(frozen=True, slots=True)
class ShareFault:
    """Shares of one leader's target that do not add up to it (R-35 c, V-42)."""

    parent: Offer
    shares: Decimal
    target: Decimal


def share_faults(cascade: Cascade) -> tuple[ShareFault, ...]:
    """Every indicator handed down by shares whose shares, as far as all are known, miss the leader's target (V-42).

    A target that is a range is met by anything inside it. An indicator that nobody has taken yet is no fault of the
    shares (that is V-35), and neither is one where a share is still to be filled in.
    """
    faults = []
    for parent, links in cascade.by_parent().items():
        offer = cascade.offers.get(parent)
        if offer is None or offer.target is None or cascade.method_of(parent) is not CascadeMethod.SHARE:
            continue
        low, high = target_bounds(offer.target)
        known = [link.share for link in links if link.share is not None]
        if low is None or high is None or len(known) < len(links):
            continue
        total = sum(known, Decimal(0))
        if not low <= total <= high:
            faults.append(ShareFault(offer, total, high if total > high else low))
    return tuple(faults)


def open_shares(cascade: Cascade) -> tuple[CascadeLink, ...]:
    """Links below an indicator handed down by shares that do not say their share yet."""
    return tuple(
        link for link in cascade.links if link.share is None and cascade.method_of(link.parent) is CascadeMethod.SHARE
    )


@dataclass(frozen=True, slots=True)
class Relinking:
    """What relinking did: links that found their parent in the plan that came, and placeholders nobody fills yet."""

    moved: tuple[CascadeLink, ...]
    filled: tuple[Placeholder, ...]
    waiting: tuple[Placeholder, ...]


def relink(
    links: Sequence[CascadeLink],
    placeholders: Sequence[Placeholder],
    offers: Iterable[Offer],
    said: Mapping[str, Node] | None = None,
) -> Relinking:
    """Move the links below placeholders to what the superior's plan now offers in their place.

    A placeholder is filled by the one offer of its owner (or of its unit) with the same wording, or by what the clerk
    ``said`` (placeholder id to node). A wording that fits none, or more than one, waits for the clerk. No link is ever
    lost, and a link that would close a circle stays where it is.
    """
    offered = tuple(offers)
    named = {offer.node: offer for offer in offered}
    cascade = Cascade({offer.node: offer for offer in offered}, tuple(links))
    moved: dict[str, CascadeLink] = {}
    filled: list[Placeholder] = []
    waiting: list[Placeholder] = []
    for placeholder in placeholders:
        target = (said or {}).get(placeholder.placeholder_id)
        if target is None or target not in named:
            target = _only_match(placeholder, offered)
        below = [
            link for link in cascade.links if link.parent == Node(NodeKind.PLACEHOLDER, placeholder.placeholder_id)
        ]
        stuck = target is None
        for link in below if target is not None else ():
            assert target is not None
            if cascade.would_loop(link.child, target):
                stuck = True
                continue
            lifted = replace(link, parent=target)
            moved[link.link_id] = lifted
            rest = tuple(lifted if other.link_id == link.link_id else other for other in cascade.links)
            cascade = replace(cascade, links=rest)
        (waiting if stuck else filled).append(placeholder)
    return Relinking(tuple(moved.values()), tuple(filled), tuple(waiting))


def _only_match(placeholder: Placeholder, offers: Sequence[Offer]) -> Node | None:
    """The one indicator or result of the superior with the wording of the placeholder; indicators go first (R-34)."""
    wording = plain_wording(placeholder.text)
    theirs = [
        offer
        for offer in offers
        if plain_wording(offer.text) == wording
        and (offer.person_id == placeholder.owner_id if placeholder.owner_id else offer.unit_id == placeholder.unit_id)
    ]
    for kind in (NodeKind.INDICATOR, NodeKind.RESULT, NodeKind.AGREEMENT):
        fitting = [offer.node for offer in theirs if offer.node.kind is kind]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def settle_role(links: Iterable[CascadeLink], link_id: str, result_id: str) -> tuple[CascadeLink, ...]:
    """The links that change once a plan holds a role as a work result (R-39): the role and what stands below it."""
    role, result = Node(NodeKind.ROLE, link_id), Node(NodeKind.RESULT, result_id)
    changed = []
    for link in links:
        settled = replace(
            link,
            child=result if link.link_id == link_id else link.child,
            parent=result if link.parent == role else link.parent,
        )
        if settled != link:
            changed.append(settled)
    return tuple(changed)
