"""The closing of a period: who is ready, what label follows and why, and what the curves say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Reason,
    SuggestedRating,
    evaluation_facts,
)
from meritdesk.core.execution import TakeOver, takeover_reasons, takeovers_in
from meritdesk.core.people import OrgUnit, Person, ReportingLine, person_block
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, PlanState, plan_facts, plans_in_force
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.distribution import check_circular, check_pattern
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import FeedbackTally, rating_warnings, standing_of, suggest
from meritdesk.services.changes import Blocked, CloseOutcome, Step
from meritdesk.services.ports import Work


@dataclass(slots=True)
class Closing:
    """One closing of one period, held together: the facts, and what came of each person."""

    period: Period
    rules: RuleSet
    today: date
    digest: Callable[[Mapping[str, object]], str]
    people: dict[str, Person]
    due: list[Person]
    lines: dict[str, ReportingLine]
    units: dict[str, OrgUnit]
    plans: dict[str, PerformancePlan]
    actuals: Mapping[str, Actual]
    feedback: Mapping[str, FeedbackTally]
    takeovers: Mapping[str, tuple[TakeOver, ...]]
    evaluations: dict[str, Evaluation]
    levels: dict[str, tuple[OrganisationLevel | None, tuple[Reason, ...]]]
    closed: list[Evaluation]

    @classmethod
    def gather(
        cls,
        work: Work,
        period: Period,
        unit_ids: Sequence[str],
        rules: RuleSet,
        today: date,
        digest: Callable[[Mapping[str, object]], str],
    ) -> Closing:
        """Read everything that closing these units needs, once; no units means the whole agency."""
        wanted = frozenset(unit_ids)
        people = {person.person_id: person for person in work.people.all()}
        due = [person for person in people.values() if person.is_appraised and (not wanted or person.unit_id in wanted)]
        chosen = [person.person_id for person in due] if wanted else None
        lines = {line.person_id: line for line in work.reporting.all()}
        levels = work.levels.all()
        led_units = {lines[person.person_id].led_unit_id for person in due if person.person_id in lines}
        return cls(
            period=period,
            rules=rules,
            today=today,
            digest=digest,
            people=people,
            due=due,
            lines=lines,
            units={unit.unit_id: unit for unit in work.units.all()},
            plans=plans_in_force(work.plans.of_year(period.year, chosen), period.last_day),
            actuals=work.actuals.of_period(period, chosen),
            feedback=work.feedback.tallies(period, chosen),
            takeovers=takeovers_in(work.action_plans.takeovers(chosen), period),
            evaluations={found.person_id: found for found in work.evaluations.of_period(period, chosen)},
            levels={unit_id: level_that_counts(levels, unit_id, period) for unit_id in led_units},
            closed=[],
        )

    def run(self, step: Step) -> CloseOutcome:
        """Judge everybody; ``closed`` then holds the evaluations to write."""
        blocked: list[Blocked] = []
        already = 0
        spread: dict[str, Counter[Predicate]] = defaultdict(Counter)
        for done, person in enumerate(self.due):
            if done % 200 == 0:
                step(done, len(self.due))
            evaluation = self.evaluations.get(person.person_id)
            if evaluation is not None and evaluation.is_closed:
                already += 1
                if evaluation.predicate is not None:
                    spread[evaluation.led_unit_id][evaluation.predicate] += 1
                continue
            hindrance = self._hindrance(person, evaluation)
            if hindrance is not None:
                blocked.append(hindrance)
                continue
            assert evaluation is not None
            final = self._closed(person, evaluation)
            assert final.predicate is not None
            self.closed.append(final)
            spread[final.led_unit_id][final.predicate] += 1
        step(len(self.due), len(self.due))
        totals: Counter[str] = Counter()
        warnings: list[tuple[str, Reason]] = []
        for led_unit_id, counts in spread.items():
            totals.update({label.name: number for label, number in counts.items()})
            level, _ = self.levels.get(led_unit_id, (None, ()))
            if level is not None:
                name = self.units[led_unit_id].name if led_unit_id in self.units else led_unit_id
                warnings.extend((name, reason) for reason in curve_warnings(level.level, counts, self.rules))
        return CloseOutcome(
            due=len(self.due),
            closed=len(self.closed),
            already_closed=already,
            blocked=tuple(blocked),
            warnings=tuple(warnings),
            predicates=dict(totals),
        )

    def _hindrance(self, person: Person, evaluation: Evaluation | None) -> Blocked | None:
        line = self.lines.get(person.person_id)
        plan = self.plans.get(person.person_id)
        if line is None or line.rater_id not in self.people:
            return Blocked(person.nip, person.full_name, line.problem if line and line.problem else "REG-347")
        if plan is None:
            return Blocked(person.nip, person.full_name, "ASM-102", {"year": self.period.year})
        if plan.state is not PlanState.FIXED:
            return Blocked(person.nip, person.full_name, "ASM-103", {"year": self.period.year})
        level, _ = self.levels.get(line.led_unit_id, (None, ()))
        if level is None:
            unit = self.units.get(line.led_unit_id)
            return Blocked(person.nip, person.full_name, "V-59", {"unit": unit.name if unit else "-"})
        if evaluation is None or evaluation.result_rating is None:
            return Blocked(person.nip, person.full_name, "V-64")
        if evaluation.behaviour_rating is None:
            return Blocked(person.nip, person.full_name, "V-65")
        return None

    def _closed(self, person: Person, evaluation: Evaluation) -> Evaluation:
        assert evaluation.result_rating is not None and evaluation.behaviour_rating is not None
        plan = self.plans[person.person_id]
        line = self.lines[person.person_id]
        level, level_reasons = self.levels[line.led_unit_id]
        assert level is not None
        own = {
            indicator.indicator_id: self.actuals[indicator.indicator_id]
            for indicator in plan.indicators
            if indicator.indicator_id in self.actuals
        }
        thresholds = self.rules.suggestion
        suggestion = suggest(plan, own, thresholds, self.feedback.get(person.person_id))
        label, reasons = predicate(evaluation.result_rating, evaluation.behaviour_rating, self.rules.predicate_matrix)
        final = replace(
            evaluation,
            state=EvaluationState.CLOSED,
            rater_id=line.rater_id,
            superior_id=line.superior_id,
            led_unit_id=line.led_unit_id,
            org_level=level.level,
            suggested=suggestion.rating,
            predicate=label,
            explanation=(
                *level_reasons,
                *suggestion.reasons,
                *suggestion.warnings,
                *rating_warnings(evaluation.result_rating, standing_of(plan, own, thresholds), thresholds),
                *takeover_reasons(plan, self.takeovers.get(person.person_id, ())),
                *_difference(suggestion.rating, evaluation),
                *reasons,
            ),
            packs=self.rules.refs(),
            closed_on=self.today,
            parties=tuple(
                person_block(self.people[key], self.units, self.rules.rank_name)
                for key in (person.person_id, line.rater_id, line.superior_id)
                if key in self.people
            ),
        )
        plan_digest = self.digest(plan_facts(plan))
        return replace(final, digest=self.digest(evaluation_facts(final, plan_digest, own)))


def _difference(suggested: SuggestedRating | None, evaluation: Evaluation) -> tuple[Reason, ...]:
    """Where rating and suggestion differ the explanation says so, with the rater's reason or its absence (V-71)."""
    if suggested is None or evaluation.result_rating is None or suggested.value == evaluation.result_rating.value:
        return ()
    facts = {
        "rating": f"RATING:{evaluation.result_rating.name}",
        "suggestion": f"RATING:{suggested.name}",
        "reason": evaluation.reason,
    }
    return (Reason("V-71" if not evaluation.reason else "ASM-RATED-OTHERWISE", "R-64", facts),)


def curve_warnings(level: OrgLevel, counts: Mapping[Predicate, int], rules: RuleSet) -> tuple[Reason, ...]:
    """What the regulation's curve and the circular say of a spread of predicates; warnings only (V-75, V-76)."""
    by_circular = check_circular(level, counts, rules.circular) if rules.circular else ()
    return (*check_pattern(level, counts, rules.pattern), *by_circular)
