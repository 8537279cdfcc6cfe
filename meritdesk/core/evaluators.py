"""Who evaluates whom for a period: the window decides about a rater who moved, an own move never looks back.

R-69 (employee moved), R-70 (rater moved), R-08 (rater gone or prevented), R-11 (Plt), R-13 (nobody due), R-07 (final).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.career import EntryKind, History, day_after, day_before, short_day
from meritdesk.core.evaluation import Reason
from meritdesk.core.evaluation_calendar import EvaluationWindow
from meritdesk.core.people import LegalStatus, OrgUnit, Person, RaterBasis, ReportingLine
from meritdesk.core.periods import Period
from meritdesk.core.plan import JobClass, job_class
from meritdesk.core.raters import NO_HEAD, NO_SUPERIOR, FoundRater, Tree, is_head_of_region
from meritdesk.core.standing import NOT_DUE, tree_on

NOT_EMPLOYED = "REG-EVAL-OFFICIAL"


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Who evaluates one person for one period, and why.

    ``rater_id`` is empty when nobody could be found (``problem`` says why) or none is due. ``superior_id`` decides an
    objection; it is empty where ``is_final``. ``led_unit_id`` is the unit whose level counts (R-61). ``person`` is the
    person as he stood on the last day of the period. ``moved_on`` is the day the person changed rater in the period;
    ``former_rater_id`` whom the new one replaced.
    """

    person_id: str
    person: Person
    job_class: JobClass
    is_due: bool = True
    rater_id: str = ""
    superior_id: str = ""
    led_unit_id: str = ""
    basis: RaterBasis = RaterBasis.HEAD
    is_final: bool = False
    problem: str = ""
    reasons: tuple[Reason, ...] = ()
    moved_on: date | None = None
    former_rater_id: str = ""

    @property
    def line(self) -> ReportingLine:
        """The same answer as a reporting line."""
        return ReportingLine(
            self.person_id, self.rater_id, self.superior_id, self.led_unit_id, self.basis, self.problem
        )


@dataclass(slots=True)
class Evaluators:
    """Who evaluates whom in one period, for as many people as are asked about; each day's tree is built once.

    ``as_of`` is the day on which the question is asked: whoever is dead, gone or on leave by then cannot rate
    (R-08). It defaults to the last day of the window.
    """

    people: Sequence[Person]
    units: Sequence[OrgUnit]
    history: History
    period: Period
    window: EvaluationWindow
    as_of: date | None = None
    _trees: dict[date, Tree] = field(default_factory=dict)

    def tree(self, day: date) -> Tree:
        """The agency on a day."""
        if day not in self._trees:
            self._trees[day] = tree_on(self.people, self.units, self.history, day)
        return self._trees[day]

    def all(self) -> Mapping[str, Evaluator]:
        """Everybody who stood in the register, due or not."""
        return {person.person_id: self.of(person.person_id) for person in self.people}

    def of(self, person_id: str) -> Evaluator:
        """Who evaluates one person; an unknown person is our own bug."""
        end = self.tree(self.period.last_day)
        person = end.people[person_id]
        led = end.led_units.get(person_id)
        group = job_class(person, end.units.get(led) if led else None)
        if not person.is_appraised:
            return Evaluator(person_id, person, group, is_due=False, problem=NOT_DUE, reasons=(_not_due(person),))
        answer = Evaluator(person_id, person, group)
        found = end.rater(person)
        seat = _seat_of(person, end)
        moved_on, former_id = self._change_of_unit(person_id, seat)
        reasons: list[Reason] = []
        if moved_on is not None:
            facts = {"day": short_day(moved_on), "unit": self._unit(seat)}
            reasons.append(Reason("REG-EVAL-EMPLOYEE-MOVED", "R-69", facts))
        if led and end.leaders[led].is_acting:
            reasons.append(Reason("REG-EVAL-PLT", "R-11", {"unit": self._unit(led)}))
        answer = replace(answer, moved_on=moved_on, former_rater_id=former_id)
        chosen = self._by_the_window(person, seat, found, moved_on, reasons)
        if isinstance(chosen, str):
            return self._from_above(answer, chosen, end, reasons, seat)
        if moved_on is None and not former_id:
            before = self._led_by(chosen.found, person, seat, self.period.first_day)
            if before is not None and before.person.person_id != chosen.found.person.person_id:
                facts = {"former": before.person.full_name, "opens": short_day(self.window.opens)}
                reasons.append(Reason("REG-EVAL-RATER-CHANGED", "R-70", facts))
                answer = replace(answer, former_rater_id=before.person.person_id)
        return self._able(answer, chosen, reasons)

    def _by_the_window(
        self, person: Person, seat: str, found: FoundRater | str, moved_on: date | None, reasons: list[Reason]
    ) -> _Chosen | str:
        """Who rates from the seat: whoever sat there when the window opened, else whoever sits there now (R-70).

        The employee's own move never looks back: under a seat he reached after the opening the present one rates
        (R-69).
        """
        opens, last = self.window.opens, self.period.last_day
        if moved_on is not None and moved_on > opens:
            return found if isinstance(found, str) else _Chosen(found, last)
        at_opening = self._led_by(found, person, seat, opens)
        if at_opening is None:
            if isinstance(found, str):
                return found
            return NO_HEAD if opens > last else _Chosen(found, last)
        if isinstance(found, str) or at_opening.person.person_id != found.person.person_id:
            facts = {"rater": at_opening.person.full_name, "opens": short_day(opens)}
            code = "REG-EVAL-RATER-IN-WINDOW" if opens <= last else "REG-EVAL-RATER-GONE-BEFORE"
            reasons.append(Reason(code, "R-70", facts))
        return _Chosen(at_opening, opens)

    def _able(self, answer: Evaluator, chosen: _Chosen, reasons: list[Reason]) -> Evaluator:
        """The rater if he can act when asked; else the delegated Plt of his unit, else his superior (R-08)."""
        found, then = chosen.found, self.tree(chosen.day)
        now = self.tree(self.as_of or self.window.closes)
        if not _can_act(now, found.person.person_id):
            rater = now.people.get(found.person.person_id)
            status = f"STATUS:{rater.legal_status.name}" if rater else "STATUS:LEFT"
            facts = {"rater": found.person.full_name, "status": status}
            reasons.append(Reason("REG-EVAL-RATER-PREVENTED", "R-08", facts))
            acting = now.leader(found.unit_id)
            if not isinstance(acting, FoundRater) or acting.person.person_id == answer.person_id:
                return self._from_above(answer, NO_HEAD, now, reasons, found.unit_id)
            found, then = acting, now
        is_final = is_head_of_region(found.person)
        superior = None if is_final else then.superior(answer.person, found)
        if superior is not None and not _can_act(now, superior.person_id):
            superior = now.next_leader(found.unit_id, {answer.person_id, found.person.person_id})
        elif superior is not None and then.asks_for_secretary(found):
            secretary = then.secretary
            is_he = secretary is not None and secretary.person_id == superior.person_id
            code = "REG-EVAL-SECRETARY" if is_he else "REG-EVAL-SECRETARY-UNKNOWN"
            reasons.append(Reason(code, "G-9", {"superior": superior.full_name}))
        if is_final:
            reasons.append(Reason("REG-EVAL-FINAL-REGION", "R-07", {"rater": found.person.full_name}))
        return replace(
            answer,
            rater_id=found.person.person_id,
            superior_id=superior.person_id if superior is not None else "",
            led_unit_id=found.unit_id,
            basis=found.basis,
            is_final=is_final,
            problem="" if is_final or superior is not None else NO_SUPERIOR,
            reasons=tuple(reasons),
        )

    def _from_above(
        self, answer: Evaluator, problem: str, tree: Tree, reasons: Sequence[Reason], seat: str
    ) -> Evaluator:
        """Nobody rates from the seat itself: the next leader above does, and that is final (R-08, R-07)."""
        above = tree.next_leader(seat, {answer.person_id}) if seat else None
        if above is None:
            return replace(answer, problem=problem, reasons=tuple(reasons))
        facts = {"unit": self._unit(seat), "rater": above.full_name}
        told = (Reason("REG-EVAL-SUPERIOR", "R-08", facts), Reason("REG-EVAL-FINAL-SUPERIOR", "R-07", {}))
        return replace(
            answer,
            rater_id=above.person_id,
            led_unit_id=tree.led_units.get(above.person_id, ""),
            basis=RaterBasis.SUPERIOR,
            is_final=True,
            reasons=(*reasons, *told),
        )

    def _led_by(self, found: FoundRater | str, person: Person, seat: str, day: date) -> FoundRater | None:
        """Who rated from the same seat on another day, if the seat rated at all and was not the person himself."""
        tree = self.tree(day)
        if isinstance(found, FoundRater) and found.basis in (RaterBasis.ENTERED, RaterBasis.DELEGATED):
            other = tree.rater(tree.people[person.person_id])
        else:
            other = tree.leader(seat)
        if not isinstance(other, FoundRater) or other.person.person_id == person.person_id:
            return None
        return other

    def _change_of_unit(self, person_id: str, seat: str) -> tuple[date | None, str]:
        """The day in the period on which the person came under this seat by his own move, and whom he came from."""
        first, last = self.period.first_day, self.period.last_day
        days: set[date] = set()
        for entry in self.history.of(person_id, EntryKind.POST, EntryKind.PLT, EntryKind.HEAD):
            if entry.since is not None and first < entry.since <= last:
                days.add(entry.since)
            if entry.kind is not EntryKind.POST and entry.until is not None and first <= entry.until < last:
                days.add(day_after(entry.until))
        for day in sorted(days, reverse=True):
            before = self.tree(day_before(day))
            then = before.people[person_id]
            if _seat_of(then, before) != seat:
                former = before.rater(then)
                return day, former.person.person_id if isinstance(former, FoundRater) else ""
        return None, ""

    def _unit(self, unit_id: str) -> str:
        unit = self.tree(self.period.last_day).units.get(unit_id)
        return unit.name if unit else "-"


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A rater and the day on which he sat in the seat, which decides who his superior is."""

    found: FoundRater
    day: date


def _seat_of(person: Person, tree: Tree) -> str:
    """The unit whose leader rates or ought to: that of the rater found, else the own one, else the one above."""
    found = tree.rater(person)
    if isinstance(found, FoundRater):
        return found.unit_id
    led = tree.led_units.get(person.person_id)
    if led is None:
        return person.unit_id if person.unit_id in tree.units else ""
    return tree.units[led].parent_id if led in tree.units else ""


def _can_act(tree: Tree, person_id: str) -> bool:
    rater = tree.people.get(person_id)
    return rater is not None and rater.legal_status is LegalStatus.ACTIVE


def _not_due(person: Person) -> Reason:
    if is_head_of_region(person):
        return Reason(NOT_EMPLOYED, "R-01", {})
    return Reason(NOT_DUE, "R-13", {"status": f"STATUS:{person.legal_status.name}"})


def evaluator_for(
    person_id: str,
    period: Period,
    window: EvaluationWindow,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
    as_of: date | None = None,
) -> Evaluator:
    """Who evaluates one person for one period, why, and who decides an objection; ``Evaluators`` asks for many."""
    return Evaluators(people, units, history, period, window, as_of).of(person_id)
