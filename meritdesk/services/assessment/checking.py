"""The check of people against their unit, and of everything still missing before a period can be closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.evaluation import Evaluation, OrganisationLevel
from meritdesk.core.history import Evaluator
from meritdesk.core.periods import Period
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.core.scoring.unit_check import Judged, UnitCheck, check_unit
from meritdesk.core.validation import Hint, sorted_hints
from meritdesk.core.validation.evaluation_rules import level_hints, predicate_hints
from meritdesk.services.changes import Blocked
from meritdesk.services.closing import Closing, label_of
from meritdesk.services.evaluation_roll import EvaluationRoll, reading_of
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class UnitFindings:
    """What the check found under one rater's unit."""

    led_unit_id: str
    unit_name: str
    rater_name: str
    check: UnitCheck


@dataclass(frozen=True, slots=True)
class RecordFinding:
    """A closed evaluation that does not agree with the law or with itself."""

    nip: str
    name: str
    hint: Hint
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PeriodCheck:
    """The whole check: who is incomplete, what stands out in each unit, and closed records that contradict the law."""

    due: int
    closed: int
    incomplete: tuple[Blocked, ...]
    units: tuple[UnitFindings, ...]
    records: tuple[RecordFinding, ...]

    @property
    def has_findings(self) -> bool:
        """Whether somebody has something to work on."""
        return bool(self.incomplete or self.records or any(one.check.lines or one.check.outliers for one in self.units))


@dataclass(frozen=True, slots=True)
class Checking:
    """Verbs that only look."""

    around: Surroundings

    def period(self, period: Period, unit_ids: Sequence[str] = ()) -> PeriodCheck:
        """Check a period as it stands, of these units or of the whole agency; nothing is written."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        today = self.around.clock().date()
        with self.around.store.reading() as work:
            roll = EvaluationRoll.of_period(work, period, today)
            closing = Closing.gather(work, roll, unit_ids, rules, self.around.exchange.record_digest)
            levels = work.levels.all()
        outcome = closing.run(lambda done, total: None)
        return PeriodCheck(
            due=outcome.due,
            closed=outcome.already_closed,
            incomplete=_with_units(outcome.blocked, closing),
            units=self._units(closing, rules),
            records=_records(closing, levels, rules),
        )

    def unit(self, period: Period, led_unit_id: str) -> UnitCheck:
        """The people of the rater who leads one unit, held against its level and each other."""
        return self.findings(period, led_unit_id).check

    def findings(self, period: Period, led_unit_id: str) -> UnitFindings:
        """The same with the names of unit and rater, as the check of the whole agency tells it."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            roll = EvaluationRoll.of_period(work, period, self.around.clock().date())
            theirs = {one.person_id for one in roll.due() if one.led_unit_id == led_unit_id}
            theirs.update(work.evaluations.led_by(period, led_unit_id))
            closing = Closing.gather(work, roll, (), rules, self.around.exchange.record_digest, only=theirs)
        return self._found(led_unit_id, _by_unit(closing).get(led_unit_id, []), closing, rules)

    def _units(self, closing: Closing, rules: RuleSet) -> tuple[UnitFindings, ...]:
        found = [self._found(*of_unit, closing, rules) for of_unit in _by_unit(closing).items()]
        return tuple(sorted(found, key=lambda one: one.unit_name))

    def _found(
        self, led_unit_id: str, evaluators: Sequence[Evaluator], closing: Closing, rules: RuleSet
    ) -> UnitFindings:
        unit = closing.roll.units.get(led_unit_id)
        rater = closing.roll.people.get(evaluators[0].rater_id) if evaluators else None
        return UnitFindings(
            led_unit_id,
            unit.name if unit is not None else "-",
            rater.full_name if rater is not None else "-",
            self._check(led_unit_id, evaluators, closing, rules),
        )

    def _check(self, led_unit_id: str, evaluators: Sequence[Evaluator], closing: Closing, rules: RuleSet) -> UnitCheck:
        level, _ = closing.levels.get(led_unit_id, (None, ()))
        judged = [_judged(one, closing, rules) for one in evaluators]
        return check_unit(level.level if level is not None else None, judged, rules, reading_of(closing.roll.settings))


def _by_unit(closing: Closing) -> Mapping[str, list[Evaluator]]:
    """The people by the unit whose level counts: a closed evaluation keeps the unit of its closing."""
    found: dict[str, list[Evaluator]] = defaultdict(list)
    for one in closing.due:
        evaluation = closing.evaluations.get(one.person_id)
        led = evaluation.led_unit_id if evaluation is not None and evaluation.is_closed else one.led_unit_id
        if led:
            found[led].append(one)
    return found


def _unit_of(evaluator: Evaluator, closing: Closing) -> str:
    """The name of the unit in which somebody stood at the end of the period."""
    unit = closing.roll.units.get(evaluator.person.unit_id)
    return unit.name if unit is not None else ""


def _with_units(blocked: Sequence[Blocked], closing: Closing) -> tuple[Blocked, ...]:
    """The incomplete, each with his unit, so that a clerk knows whom to ask."""
    units = {one.person_id: _unit_of(one, closing) for one in closing.due}
    return tuple(replace(one, unit=units.get(one.person_id, "")) for one in blocked)


def _judged(evaluator: Evaluator, closing: Closing, rules: RuleSet) -> Judged:
    person = evaluator.person
    evaluation = closing.evaluations.get(evaluator.person_id)
    if evaluation is None:
        return Judged(person.person_id, person.full_name, None)
    label = evaluation.predicate
    if label is None and evaluation.result_rating is not None and evaluation.behaviour_rating is not None:
        label, _ = label_of(evaluation, rules)
    suggested = evaluation.suggested
    plan = closing.plans.get(evaluator.person_id)
    if not evaluation.is_closed and plan is not None:
        tally = closing.tallies.get(evaluator.person_id)
        suggested = suggest(plan, closing.actuals, rules.suggestion, tally).rating
    return Judged(
        person.person_id,
        person.full_name,
        label,
        evaluation.result_rating,
        evaluation.behaviour_rating,
        suggested,
        evaluation.reason,
    )


def _records(closing: Closing, levels: Sequence[OrganisationLevel], rules: RuleSet) -> tuple[RecordFinding, ...]:
    """Closed evaluations whose predicate (V-66, V-67) or level (V-60, V-62) is not what the law asks for."""
    found = []
    for one in closing.due:
        evaluation = closing.evaluations.get(one.person_id)
        if evaluation is None or not evaluation.is_closed:
            continue
        hints: list[Hint] = []
        if evaluation.predicate is not None:
            hints += predicate_hints(evaluation, evaluation.predicate, rules)
        hints += _level_findings(evaluation, one, levels)
        for hint in sorted_hints(hints, rules.validation):
            found.append(RecordFinding(one.person.nip, one.person.full_name, hint, _unit_of(one, closing)))
    return tuple(found)


def _level_findings(
    evaluation: Evaluation, evaluator: Evaluator, levels: Sequence[OrganisationLevel]
) -> tuple[Hint, ...]:
    """V-60 and V-62 of a closed evaluation: another unit's level, or an annual one that came out too late."""
    if evaluation.org_level is None:
        return ()
    if evaluation.led_unit_id != evaluator.led_unit_id and evaluator.led_unit_id:
        return (Hint("V-60", {"unit": evaluation.led_unit_id}, ("level",)),)
    counted, _ = level_that_counts(levels, evaluation.led_unit_id, evaluation.period)
    stated = next(
        (one for one in levels if (one.unit_id, one.period) == (evaluation.led_unit_id, evaluation.period)), None
    )
    if stated is None or counted is stated or stated.level is not evaluation.org_level:
        return ()
    return tuple(hint for hint in level_hints(stated, evaluation.period, evaluation.led_unit_id) if hint.code == "V-62")
