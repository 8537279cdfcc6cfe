"""Who may rate and who evaluates: V-22 to V-27, what a change in mid-year asks for (V-44, V-45), V-77 to V-81."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from meritdesk.core.career import EntryKind, History, short_day
from meritdesk.core.evaluators import Evaluator
from meritdesk.core.people import STRUCTURAL_KINDS, Person, PositionKind, RaterBasis, ReportingLine
from meritdesk.core.raters import FoundRater, Tree, is_head_of_region
from meritdesk.core.standing import RaterChange
from meritdesk.core.validation import Hint

PLT_REASON = "REG-EVAL-PLT"


@dataclass(frozen=True, slots=True)
class RaterCase:
    """What has to be known to judge whether a rater may rate somebody.

    ``rater_leads`` is whether the rater leads any unit; ``coordinating_head_id`` the head of the department above an
    autonomous unit that the ratee leads (``leads_autonomous``).
    """

    ratee: Person
    rater: Person
    superior_id: str = ""
    rater_leads: bool = False
    has_delegation: bool = False
    leads_team: bool = False
    leads_autonomous: bool = False
    coordinating_head_id: str = ""
    is_local: bool = True


def rater_hints(case: RaterCase) -> tuple[Hint, ...]:
    """V-22 to V-27: whether this rater may rate this person at all."""
    rater, ratee = case.rater, case.ratee
    place = ("rater", rater.person_id)
    facts = {"rater": rater.full_name, "name": ratee.full_name}
    is_regional = is_head_of_region(rater)
    is_official = is_regional or rater.position_kind in STRUCTURAL_KINDS
    leads_as_functional = rater.position_kind is PositionKind.JF and case.rater_leads
    has_ground = is_official or case.has_delegation or leads_as_functional
    found: list[Hint] = []
    if not has_ground:
        found.append(Hint("V-22", facts, place))
    if rater.position_kind is PositionKind.JF and not case.rater_leads:
        found.append(Hint("V-23", facts, place))
    is_jpt = ratee.position_kind is PositionKind.JPT
    if case.is_local and is_jpt and not is_regional:
        found.append(Hint("V-24", facts, place))
    is_coordinating = is_regional or rater.person_id == case.coordinating_head_id
    if case.is_local and case.leads_autonomous and not is_jpt and not is_coordinating:
        found.append(Hint("V-25", facts, place))
    if case.leads_team and not has_ground:
        found.append(Hint("V-26", facts, place))
    three = [key for key in (ratee.person_id, rater.person_id, case.superior_id) if key]
    if len(set(three)) < len(three):
        found.append(Hint("V-27", facts, place))
    return tuple(found)


def rater_case(line: ReportingLine, tree: Tree, team_leads: Collection[str] = ()) -> RaterCase | None:
    """The case of one reporting line on the day of the tree; nothing when the line names no rater."""
    ratee, rater = tree.people.get(line.person_id), tree.people.get(line.rater_id)
    if ratee is None or rater is None:
        return None
    led = tree.units.get(tree.led_units.get(ratee.person_id, ""))
    above = tree.leader(led.parent_id) if led is not None else ""
    named = tree.appointments.raters.get(ratee.person_id) or tree.appointments.delegates.get(ratee.unit_id)
    leaderships = tree.leaderships.get(rater.person_id, [])
    return RaterCase(
        ratee=ratee,
        rater=rater,
        superior_id=line.superior_id,
        rater_leads=bool(leaderships),
        has_delegation=(named is not None and named.rater_id == rater.person_id and named.has_delegation)
        or any(found.is_acting and found.may_rate for found in leaderships),
        leads_team=rater.person_id in team_leads,
        leads_autonomous=led is not None and led.is_autonomous,
        coordinating_head_id=above.person.person_id if isinstance(above, FoundRater) else "",
        is_local=bool(tree.region_heads),
    )


def line_hints(
    lines: Sequence[ReportingLine], tree: Tree, team_leads: Collection[str] = ()
) -> Mapping[str, tuple[Hint, ...]]:
    """V-22 to V-27 for many people at once, by person; whoever has no hint is left out."""
    found = {}
    for line in lines:
        case = rater_case(line, tree, team_leads)
        hints = rater_hints(case) if case is not None else ()
        if hints:
            found[line.person_id] = hints
    return found


def move_hints(person: Person, history: History, plan_starts: Sequence[date], year: int) -> tuple[Hint, ...]:
    """V-44: a new post or unit in the year, and no plan that begins with it or later (R-33).

    A plan that began before the move belongs to the post left behind; one that begins on the first working day after
    the move, or any later day, is the new one.
    """
    spells = history.spells(person, EntryKind.POST)
    found = []
    for before, after in pairwise(spells):
        moved = after.since
        if moved is None or moved.year != year or moved == date(year, 1, 1):
            continue
        same = (before.unit_id, before.position_title) == (after.unit_id, after.position_title)
        if not same and not any(start >= moved for start in plan_starts):
            found.append(Hint("V-44", {"date": short_day(moved)}, ("person", person.person_id)))
    return tuple(found)


def rater_change_hints(
    changes: Sequence[RaterChange], history: History, plan_starts: Sequence[date], year: int
) -> tuple[Hint, ...]:
    """V-45: another rater since a day of the year, the person stayed, and nothing was clarified since (R-33)."""
    found = []
    for change in changes:
        if change.day.year != year or not change.stayed:
            continue
        clarified = any(
            entry.other_id == change.after_id and entry.since is not None and entry.since >= change.day
            for entry in history.of(change.person_id, EntryKind.CLARIFIED)
        )
        replaced = any(later.day > change.day and later.stayed for later in changes)
        if not clarified and not replaced and not any(start >= change.day for start in plan_starts):
            found.append(Hint("V-45", {"date": short_day(change.day)}, ("person", change.person_id)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ProposedEvaluation:
    """Who is about to evaluate, with whose level, and on what footing; compared with what the register answers."""

    rater_id: str
    led_unit_id: str = ""
    is_window_over: bool = False
    reuses_last_result: bool = False
    has_agreement: bool = False


def evaluation_hints(proposed: ProposedEvaluation, answer: Evaluator, seat_superior_id: str = "") -> tuple[Hint, ...]:
    """V-77 to V-81: whether the one about to evaluate is the one whom the law names.

    ``seat_superior_id`` is the rater's superior where the answer itself names none (a final result).
    """
    place = ("evaluation", answer.person_id)
    found: list[Hint] = []
    is_right = proposed.rater_id == answer.rater_id
    is_former = bool(answer.former_rater_id) and proposed.rater_id == answer.former_rater_id
    if answer.moved_on is None and is_former and not is_right:
        found.append(Hint("V-77", {}, place))
    if any(reason.code == PLT_REASON for reason in answer.reasons) and not is_right:
        found.append(Hint("V-78", {}, place))
    superior_id = answer.superior_id or seat_superior_id
    is_superior = bool(superior_id) and proposed.rater_id == superior_id and not is_right
    if is_superior and answer.basis is not RaterBasis.SUPERIOR and not proposed.is_window_over:
        found.append(Hint("V-79", {}, place))
    wrong_unit = bool(proposed.led_unit_id) and proposed.led_unit_id != answer.led_unit_id
    if answer.moved_on is not None and ((is_former and not is_right) or wrong_unit):
        found.append(Hint("V-80", {}, place))
    if proposed.reuses_last_result and not proposed.has_agreement:
        found.append(Hint("V-81", {}, place))
    return tuple(found)
