"""The closing of a period: who is ready, what label follows and why, what was waived, and what the curves say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from meritdesk.core.calibration import CalibrationEntry, CalibrationSession, SessionState
from meritdesk.core.circumstances import Circumstances, FinalBasis
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    OrganisationLevel,
    Predicate,
    Rating,
    Reason,
    Suggestion,
    evaluation_facts,
)
from meritdesk.core.execution import TakeOver, takeover_reasons, takeovers_in
from meritdesk.core.history import Evaluator
from meritdesk.core.people import Person, PersonBlock, RaterBasis, person_block
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, PlanState, plan_facts, plans_in_force
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import FeedbackTally, standing_of, suggest
from meritdesk.core.scoring.unit_check import spread_lines
from meritdesk.core.validation.evaluation_rules import cycle_hints, day_hints, difference, verdict_hints
from meritdesk.core.waivers import INCOMPLETE, Waiver
from meritdesk.parting import held
from meritdesk.services.changes import Blocked, CloseOutcome, Step, no_step
from meritdesk.services.evaluation_roll import EvaluationRoll, reading_of
from meritdesk.services.ports import Work

_Found = TypeVar("_Found")

NO_RATER = "REG-347"
NO_PLAN = "ASM-102"
PLAN_NOT_FIXED = "ASM-103"

WAIVABLE = frozenset({NO_PLAN, PLAN_NOT_FIXED, "V-59", "V-64", "V-65"})
"""What a named person may set aside; who signs and whether a period is evaluated at all he may not."""

AT_ONCE = 1_000
"""So many people are judged and written before the next are read: a closing holds no more of a larger office."""

Level = tuple[OrganisationLevel | None, tuple[Reason, ...]]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that an evaluation still lacks: its code and the facts of its sentence."""

    code: str
    facts: Mapping[str, object]


@dataclass(slots=True)
class Closing:
    """One closing of one period, held together: the facts, and what came of each person."""

    roll: EvaluationRoll
    rules: RuleSet
    digest: Callable[[Mapping[str, object]], str]
    due: tuple[Evaluator, ...]
    plans: Mapping[str, PerformancePlan]
    actuals: Mapping[str, Actual]
    evaluations: Mapping[str, Evaluation]
    levels: Mapping[str, Level]
    waivers: Mapping[str, Waiver]
    calibrated: Mapping[str, tuple[CalibrationSession, CalibrationEntry]]
    tallies: Mapping[str, FeedbackTally]
    takeovers: Mapping[str, tuple[TakeOver, ...]]
    closed: list[Evaluation]
    waived: int = 0
    written: int = 0
    already: int = 0
    blocked: list[Blocked] = field(default_factory=list)
    spread: dict[str, Counter[Predicate]] = field(default_factory=lambda: defaultdict(Counter))

    @classmethod
    def gather(
        cls,
        work: Work,
        roll: EvaluationRoll,
        unit_ids: Sequence[str],
        rules: RuleSet,
        digest: Callable[[Mapping[str, object]], str],
        step: Step = no_step,
        only: Collection[str] | None = None,
    ) -> Closing:
        """Read everything that closing these units needs, once; no units means the whole agency, ``only`` some people.

        What is closed is not judged again: plans, actuals and what was said of them are read for the others.
        """
        due = roll.due(unit_ids, lambda: step(0, 1))
        if only is not None:
            due = tuple(one for one in due if one.person_id in only)
        chosen = [one.person_id for one in due] if unit_ids or only is not None else None
        closing = cls._of(work, roll, due, rules, digest, step, chosen)
        closing._read(work, step, 0, chosen, len(due))
        return held(closing)

    @classmethod
    def carry_out(
        cls,
        work: Work,
        roll: EvaluationRoll,
        unit_ids: Sequence[str],
        rules: RuleSet,
        digest: Callable[[Mapping[str, object]], str],
        step: Step = no_step,
    ) -> CloseOutcome:
        """Close these units, or the whole agency, a thousand people after the other in one work."""
        due = roll.due(unit_ids, lambda: step(0, 1))
        chosen = [one.person_id for one in due] if unit_ids else None
        closing = cls._of(work, roll, due, rules, digest, step, chosen)
        for start in range(0, len(due), AT_ONCE):
            some = due[start : start + AT_ONCE]
            closing._read(work, step, start, [one.person_id for one in some], len(some))
            closing._judge(some, start, step)
            work.evaluations.save(closing.closed)
            closing.written += len(closing.closed)
            closing.closed = []
        step(len(due), len(due))
        return closing._outcome()

    @classmethod
    def _of(
        cls,
        work: Work,
        roll: EvaluationRoll,
        due: tuple[Evaluator, ...],
        rules: RuleSet,
        digest: Callable[[Mapping[str, object]], str],
        step: Step,
        chosen: Sequence[str] | None,
    ) -> Closing:
        """What is the same for everybody, or little for each; ``_read`` brings the rest."""
        levels = work.levels.all()
        step(0, len(due))
        calibrated = _calibrated(work.calibrations.of_period(roll.period))
        step(0, len(due))
        tallies = work.feedback.tallies(roll.period, chosen)
        step(0, len(due))
        return cls(
            roll=roll,
            rules=rules,
            digest=digest,
            due=due,
            plans={},
            actuals={},
            evaluations={},
            levels={
                unit_id: level_that_counts(levels, unit_id, roll.period, roll.today)
                for unit_id in {one.led_unit_id for one in due}
            },
            waivers={},
            calibrated=calibrated,
            tallies=tallies,
            takeovers=takeovers_in(work.action_plans.takeovers(chosen), roll.period),
            closed=[],
        )

    def _read(self, work: Work, step: Step, done: int, chosen: Sequence[str] | None, people: int) -> None:
        """Plans, actuals and evaluations of these people, or of everybody, in the place of what was read before."""
        period = self.roll.period

        def read(found: _Found) -> _Found:
            """Between two reads the clerk can stop."""
            step(done, len(self.due))
            return found

        self.plans, self.actuals = {}, {}
        self.evaluations = {one.person_id: one for one in read(work.evaluations.of_period(period, chosen))}
        is_closed = {person_id for person_id, found in self.evaluations.items() if found.is_closed}
        if len(is_closed) * 2 > people:
            asked = [one.person_id for one in self.due] if chosen is None else chosen
            chosen = [person_id for person_id in asked if person_id not in is_closed]
        records = [found.evaluation_id for found in self.evaluations.values() if not found.is_closed]
        self.plans = read(plans_of(work, period, chosen))
        self.actuals = read(work.actuals.of_period(period, chosen))
        self.waivers = {one.record_id: one for one in read(work.waivers.of_records(records)) if one.rule == INCOMPLETE}

    def run(self, step: Step) -> CloseOutcome:
        """Judge everybody; ``closed`` then holds the evaluations to write."""
        self._judge(self.due, 0, step)
        step(len(self.due), len(self.due))
        return self._outcome()

    def _judge(self, some: Sequence[Evaluator], start: int, step: Step) -> None:
        for done, evaluator in enumerate(some, start):
            if done % 200 == 0:
                step(done, len(self.due))
            evaluation = self.evaluations.get(evaluator.person_id)
            if evaluation is not None and evaluation.is_closed:
                self.already += 1
                if evaluation.predicate is not None:
                    self.spread[evaluation.led_unit_id][evaluation.predicate] += 1
                continue
            missing = self.missing(evaluator)
            waiver = self.waiver_of(evaluation)
            if missing and not (waiver is not None and all(one.code in WAIVABLE for one in missing)):
                self.blocked.append(_blocked(evaluator, missing))
                continue
            assert evaluation is not None
            final = self._closed(evaluator, evaluation, missing, waiver)
            self.closed.append(final)
            self.waived += bool(missing)
            if final.predicate is not None:
                self.spread[final.led_unit_id][final.predicate] += 1

    def _outcome(self) -> CloseOutcome:
        totals: Counter[str] = Counter()
        warnings: list[tuple[str, Reason]] = []
        for led_unit_id, counts in self.spread.items():
            totals.update({label.name: number for label, number in counts.items()})
            level, _ = self.levels.get(led_unit_id, (None, ()))
            if level is not None:
                name = self._unit_name(led_unit_id)
                reading = reading_of(self.roll.settings)
                warnings.extend((name, line) for line in spread_lines(level.level, counts, self.rules, reading))
        return CloseOutcome(
            due=len(self.due),
            closed=self.written + len(self.closed),
            already_closed=self.already,
            blocked=tuple(self.blocked),
            warnings=tuple(warnings),
            predicates=dict(totals),
            waived=self.waived,
        )

    def missing(self, evaluator: Evaluator) -> tuple[Missing, ...]:
        """Everything that hinders the closing of one person, what nobody can set aside first."""
        found: list[Missing] = []
        cycle = cycle_hints(self.roll.period, self.roll.settings)
        found += [Missing(hint.code, hint.facts) for hint in cycle]
        if not evaluator.rater_id or evaluator.rater_id not in self.roll.people:
            found.append(Missing(evaluator.problem or NO_RATER, {}))
        plan = self.plans.get(evaluator.person_id)
        if plan is None:
            found.append(Missing(NO_PLAN, {"year": self.roll.period.year}))
        elif plan.state is not PlanState.FIXED:
            found.append(Missing(PLAN_NOT_FIXED, {"year": self.roll.period.year}))
        level, _ = self.levels.get(evaluator.led_unit_id, (None, ()))
        if level is None:
            found.append(Missing("V-59", {"unit": self._unit_name(evaluator.led_unit_id)}))
        evaluation = self.evaluations.get(evaluator.person_id)
        if evaluation is None or evaluation.result_rating is None:
            found.append(Missing("V-64", {}))
        if evaluation is None or evaluation.behaviour_rating is None:
            found.append(Missing("V-65", {}))
        return tuple(found)

    def waiver_of(self, evaluation: Evaluation | None) -> Waiver | None:
        """By whom and why the completeness of an evaluation was set aside."""
        return self.waivers.get(evaluation.evaluation_id) if evaluation is not None else None

    def _unit_name(self, unit_id: str) -> str:
        unit = self.roll.units.get(unit_id)
        return unit.name if unit is not None else "-"

    def _closed(
        self, evaluator: Evaluator, evaluation: Evaluation, missing: Sequence[Missing], waiver: Waiver | None
    ) -> Evaluation:
        plan = self.plans.get(evaluator.person_id)
        own = _own_actuals(plan, self.actuals)
        level, level_reasons = self.levels.get(evaluator.led_unit_id, (None, ()))
        suggestion = Suggestion(None)
        if plan is not None:
            suggestion = suggest(plan, own, self.rules.suggestion, self.tallies.get(evaluator.person_id))
        special = replace(evaluation.circumstances, final=final_basis(evaluator, evaluation))
        label, verdict = self._label(evaluation)
        final = replace(
            evaluation,
            state=EvaluationState.CLOSED,
            rater_id=evaluator.rater_id,
            superior_id=evaluator.superior_id,
            led_unit_id=evaluator.led_unit_id,
            org_level=level.level if level is not None else None,
            suggested=suggestion.rating,
            predicate=label,
            explanation=(
                *level_reasons,
                *evaluator.reasons,
                *self._special_lines(evaluation, special),
                *(takeover_reasons(plan, self.takeovers.get(evaluator.person_id, ())) if plan is not None else ()),
                *suggestion.reasons,
                *suggestion.warnings,
                *self._doubts(evaluation, plan, own, suggestion),
                *self._calibration_lines(evaluation),
                *verdict,
                *self._day_lines(),
                *(_waived_line(one, waiver) for one in missing if waiver is not None),
            ),
            packs=self.rules.refs(),
            closed_on=self.roll.today,
            circumstances=special,
        )
        final = replace(final, parties=self._parties(evaluator, final))
        plan_digest = self.digest(plan_facts(plan)) if plan is not None else ""
        return replace(final, digest=self.digest(evaluation_facts(final, plan_digest, own)))

    def _label(self, evaluation: Evaluation) -> tuple[Predicate | None, tuple[Reason, ...]]:
        """The predicate with its line; without ratings, which only a waiver allows, there is none."""
        if evaluation.result_rating is None or evaluation.behaviour_rating is None:
            return None, (Reason("EVL-NO-PREDICATE", "R-66"),)
        return label_of(evaluation, self.rules)

    def _doubts(
        self, evaluation: Evaluation, plan: PerformancePlan | None, own: Mapping[str, Actual], suggestion: Suggestion
    ) -> tuple[Reason, ...]:
        """Doubts against the ratings (V-68 to V-71, V-74), and the rater's reason where he differs."""
        if evaluation.result_rating is None or plan is None:
            return ()
        standing = standing_of(plan, own, self.rules.suggestion)
        source = self.rules.suggestion.source
        lines = [
            Reason(hint.code, "R-64" if hint.code == "V-71" else source, hint.facts)
            for hint in verdict_hints(evaluation, suggestion, standing, self.rules)
        ]
        explained = difference(evaluation, suggestion)
        if explained is not None and explained.code != "V-71":
            lines.append(explained)
        return tuple(lines)

    def _special_lines(self, evaluation: Evaluation, special: Circumstances) -> tuple[Reason, ...]:
        lines = []
        if (take_over := special.take_over) is not None:
            evaluator = self.roll.people.get(take_over.evaluator_id)
            facts = {
                "evaluator": evaluator.full_name if evaluator is not None else "-",
                "basis": f"TAKEOVERBASIS:{take_over.basis.name}",
                "on": take_over.decided_on.isoformat(),
                "reason": take_over.reason,
            }
            lines += [Reason("EVL-TAKEN-OVER", "R-08", facts), Reason("EVL-FINAL-SUPERIOR", "R-07")]
        if (reuse := special.reuse) is not None:
            facts = {"source": reuse.source_period, "on": reuse.agreed_on.isoformat(), "agreement": reuse.agreement}
            lines.append(Reason("EVL-REUSED", "R-69", facts))
        if (revision := special.revision) is not None:
            facts = {
                "version": str(evaluation.version),
                "before": str(evaluation.version - 1),
                "code": f"REVISIONREASON:{revision.reason.name}",
                "by": revision.by,
                "on": revision.on.isoformat(),
                "why": revision.why,
            }
            lines.append(Reason("EVL-REVISED", "MeritDesk", facts))
        return tuple(lines)

    def _calibration_lines(self, evaluation: Evaluation) -> tuple[Reason, ...]:
        """The session that brought the ratings, as long as they are still those of the session."""
        found = self.calibrated.get(evaluation.person_id)
        if found is None:
            return ()
        session, entry = found
        if (entry.result_after, entry.behaviour_after) != (evaluation.result_rating, evaluation.behaviour_rating):
            return ()
        facts = {
            "on": session.held_on.isoformat(),
            "before": _ratings(entry.result_before, entry.behaviour_before),
            "after": _ratings(entry.result_after, entry.behaviour_after),
            "reason": entry.reason,
        }
        return (Reason("EVL-CALIBRATED", "R-62", facts),)

    def _day_lines(self) -> tuple[Reason, ...]:
        hints = day_hints(self.roll.period, self.roll.today, self.roll.settings)
        return tuple(Reason(hint.code, "PermenPANRB 6/2022 hlm. 90 no. 8 b", hint.facts) for hint in hints)

    def _parties(self, evaluator: Evaluator, final: Evaluation) -> tuple[PersonBlock, ...]:
        """Ratee, rater and superior as they stood: the ratee at the end of the period, the officials at closing.

        Where nobody sits in the rater's seat the second place is a dash, and the superior who evaluates is the third.
        """

        def block(person: Person) -> PersonBlock:
            return person_block(person, self.roll.units, self.rules.rank_name)

        take_over = final.circumstances.take_over
        if take_over is None and evaluator.basis is RaterBasis.SUPERIOR:
            return block(evaluator.person), PersonBlock("-"), block(self.roll.people[evaluator.rater_id])
        third = take_over.evaluator_id if take_over is not None else evaluator.superior_id
        signers = [self.roll.people[key] for key in (evaluator.rater_id, third) if key in self.roll.people]
        return tuple(block(person) for person in (evaluator.person, *signers))


def plans_of(work: Work, period: Period, person_ids: Sequence[str] | None) -> Mapping[str, PerformancePlan]:
    """The plan of each person that was in force on the last day of the period; a mover has two in a year (R-33)."""
    return plans_in_force(work.plans.of_year(period.year, person_ids), period.last_day)


def label_of(evaluation: Evaluation, rules: RuleSet) -> tuple[Predicate, tuple[Reason, ...]]:
    """The predicate of two ratings with its line: from the quadrant, or after a drop-out from behaviour alone."""
    assert evaluation.result_rating is not None and evaluation.behaviour_rating is not None
    drop_out = rules.special_cases.drop_out if evaluation.circumstances.drop_out is not None else None
    return predicate(evaluation.result_rating, evaluation.behaviour_rating, rules.predicate_matrix, drop_out)


def final_basis(evaluator: Evaluator, evaluation: Evaluation) -> FinalBasis | None:
    """Why the result is final, if it is (R-07)."""
    if evaluation.circumstances.take_over is not None or evaluator.basis is RaterBasis.SUPERIOR:
        return FinalBasis.SUPERIOR_OF_RATER
    return FinalBasis.HEAD_OF_REGION if evaluator.is_final else None


def _calibrated(sessions: Sequence[CalibrationSession]) -> dict[str, tuple[CalibrationSession, CalibrationEntry]]:
    """Who left a finished session with other ratings; a later session counts instead of an earlier one."""
    return {
        entry.person_id: (session, entry)
        for session in sessions
        if session.state is SessionState.HELD
        for entry in session.changed
    }


def _own_actuals(plan: PerformancePlan | None, actuals: Mapping[str, Actual]) -> dict[str, Actual]:
    if plan is None:
        return {}
    return {one.indicator_id: actuals[one.indicator_id] for one in plan.indicators if one.indicator_id in actuals}


def _blocked(evaluator: Evaluator, missing: Sequence[Missing]) -> Blocked:
    first, *others = missing
    return Blocked(
        evaluator.person.nip,
        evaluator.person.full_name,
        first.code,
        dict(first.facts),
        person_id=evaluator.person_id,
        also=tuple(one.code for one in others),
        can_be_waived=all(one.code in WAIVABLE for one in missing),
    )


def _waived_line(missing: Missing, waiver: Waiver) -> Reason:
    facts = {
        "rule": f"MISSING:{missing.code}",
        "by": waiver.waived_by,
        "on": waiver.waived_on.isoformat(),
        "reason": waiver.reason,
    }
    return Reason("EVL-WAIVED", "MeritDesk", facts)


def _ratings(*ratings: Rating | None) -> str:
    return ", ".join(f"RATING:{rating.name}" for rating in ratings if rating is not None) or "-"
