"""Reading the cascade off the plans that are there: which indicator of the rater a result names as its own above.

Plans that come from a spreadsheet say in words which result of the superior they serve (A.1.7 column 2). Where the
words are the rater's own, the link follows from them and nobody has to make it by hand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.agreement import AgreementIndicator, plain_wording
from meritdesk.core.cascade import Cascade, CascadeLink, Node, NodeKind
from meritdesk.core.matrix import offers_of_plan
from meritdesk.core.people import ReportingLine
from meritdesk.core.plan import PerformancePlan, WorkResult

_QUOTE = re.compile(r"\n?\s*indikator(?: kinerja(?: individu)?)?\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The links that follow from the wording of plans, and the results that name something nobody has planned."""

    links: tuple[CascadeLink, ...]
    unmatched: tuple[WorkResult, ...]


def named_above(result: WorkResult) -> tuple[str, str]:
    """The superior's result and his indicator as one result names them; the indicator may stand inside the text."""
    if result.parent_indicator:
        return result.parent_text, result.parent_indicator
    parts = _QUOTE.split(result.parent_text, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (result.parent_text, "")


def gather(
    plans: Iterable[PerformancePlan],
    agreements: Iterable[AgreementIndicator],
    lines: Iterable[ReportingLine],
    heads: Mapping[str, str],
    links: Sequence[CascadeLink],
    new_id: Callable[[], str],
) -> Gathering:
    """The links that wording alone decides, for results that have none yet.

    A leader's result that is an indicator of his unit's agreement serves that indicator (R-19). Any other serves the
    indicator of its rater that it names: the quoted one, else the first of the result that it names. Circles are left
    out; they can only come from people who rate each other.
    """
    by_person: dict[str, list[PerformancePlan]] = defaultdict(list)
    for plan in plans:
        by_person[plan.person_id].append(plan)
    own: dict[str, dict[str, AgreementIndicator]] = defaultdict(dict)
    for indicator in agreements:
        head = heads.get(indicator.unit_id, "")
        own[head].setdefault(plain_wording(indicator.text), indicator)
    rated = {line.person_id: line for line in lines}
    linked = {link.child for link in links}
    named = {person_id: _wordings(theirs) for person_id, theirs in by_person.items()}
    found: list[CascadeLink] = []
    unmatched: list[WorkResult] = []
    for person_id, theirs in by_person.items():
        line = rated.get(person_id)
        for plan in theirs:
            for result in plan.results:
                child = Node(NodeKind.RESULT, result.result_id)
                if child in linked:
                    continue
                parent = _agreed(result, own[person_id] if person_id else {})
                if parent is None and result.parent_text and line is not None:
                    parent = _named(result, named.get(line.rater_id, {}))
                    if parent is None:
                        unmatched.append(result)
                if parent is not None:
                    host = line.led_unit_id if line is not None else ""
                    found.append(CascadeLink(new_id(), plan.year, parent, child, person_id, host, result.text))
    return Gathering(_without_circles(found, links, by_person), tuple(unmatched))


def _wordings(plans: Sequence[PerformancePlan]) -> dict[str, list[tuple[str, Node]]]:
    """The indicators of somebody's plans by the wording of their result, each with its own wording."""
    found: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    for plan in plans:
        for result in plan.results:
            for indicator in result.indicators:
                node = Node(NodeKind.INDICATOR, indicator.indicator_id)
                found[plain_wording(result.text)].append((plain_wording(indicator.text), node))
    return found


def _agreed(result: WorkResult, own: Mapping[str, AgreementIndicator]) -> Node | None:
    for text in (*(indicator.text for indicator in result.indicators), result.text):
        indicator = own.get(plain_wording(text))
        if indicator is not None:
            return Node(NodeKind.AGREEMENT, indicator.indicator_id)
    return None


def _named(result: WorkResult, above: Mapping[str, list[tuple[str, Node]]]) -> Node | None:
    text, quote = named_above(result)
    indicators = above.get(plain_wording(text), [])
    exact = [node for wording, node in indicators if quote and wording == plain_wording(quote)]
    if exact:
        return exact[0]
    return indicators[0][1] if indicators else None


def _without_circles(
    found: Sequence[CascadeLink], links: Sequence[CascadeLink], plans: Mapping[str, Sequence[PerformancePlan]]
) -> tuple[CascadeLink, ...]:
    offers = {offer.node: offer for theirs in plans.values() for plan in theirs for offer in offers_of_plan(plan)}
    kept = list(found)
    while circles := Cascade(offers, (*links, *kept)).loops():
        caught = {node for circle in circles for node in circle}
        rest = [link for link in kept if link.child not in caught]
        if len(rest) == len(kept):
            break
        kept = rest
    return tuple(kept)
