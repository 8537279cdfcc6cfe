"""Assessment: ratings, organisation levels, and the closing of a period with its reasons."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    EvaluationState,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Rating,
    Reason,
    Suggestion,
)
from meritdesk.core.execution import takeover_reasons, takeovers_in
from meritdesk.core.fill_sheet import FillKind
from meritdesk.core.intake import LevelRow, RatingRow
from meritdesk.core.journal import Changes
from meritdesk.core.lines import RaterLine, RatingLine, RatingQuery
from meritdesk.core.people import Person, ReportingLine
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import PerformancePlan, plan_in_force, plans_in_force
from meritdesk.core.rules import Curve
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.services.assessment.old_years import OldYears
from meritdesk.services.changes import CloseOutcome, ImportOutcome, Step, no_step
from meritdesk.services.closing import Closing, curve_warnings
from meritdesk.services.fill_ratings import RatingsFilling
from meritdesk.services.fill_sheets import FillSheets
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class EvaluationCard:
    """One person's evaluation with the suggestion and the lines that explain it."""

    person: Person
    evaluation: Evaluation
    plan: PerformancePlan | None
    actuals: Mapping[str, Actual]
    suggestion: Suggestion
    level: OrganisationLevel | None
    explanation: tuple[Reason, ...]
    rater: Person | None
    superior: Person | None


@dataclass(frozen=True, slots=True)
class UnitDistribution:
    """The spread of predicates under one rater beside the level of his unit; warnings only, never a verdict."""

    led_unit_id: str
    level: OrgLevel | None
    counts: Mapping[Predicate, int]
    warnings: tuple[Reason, ...]
    curve: Curve | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Verbs of assessment."""

    around: Surroundings

    @property
    def old_years(self) -> OldYears:
        """The papers of the years before 2022."""
        return OldYears(self.around)

    @property
    def sheets(self) -> FillSheets:
        """Sheets of ratings that a rater fills in without the program."""
        return FillSheets(self.around, FillKind.RATINGS, "assessment", RatingsFilling.gather)

    def import_ratings(self, path: Path, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over ratings or organisation levels; which of the two the headings say."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_assessment(path, step)
        with self.around.store.writing(self.around.actor, "assessment.import_ratings", origin=origin_of(path)) as work:
            tally: Tally[RatingRow | LevelRow] = Tally(intake)
            _judge_levels(tally, work)
            _judge_ratings(tally, work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def set_level(
        self, unit_id: str, period: Period, level: OrgLevel, source: str, published_on: date | None
    ) -> Changes:
        """Enter the level of a unit for a period (V-59: it comes before the ratings are closed)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.set_level") as work:
            if unit_id not in {unit.unit_id for unit in work.units.all()}:
                raise UsageRefusal("USE-103", unit=unit_id)
            work.levels.save([OrganisationLevel(unit_id, period, level, source, published_on)])
            return work.commit()

    def rate(
        self,
        person_id: str,
        period: Period,
        result: Rating | None,
        behaviour: Rating | None,
        reason: str | None = None,
        note: str | None = None,
    ) -> Changes:
        """Enter the verdict on one person; a closed evaluation is refused (``ASM-120``)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.rate") as work:
            if person_id not in work.people.by_ids([person_id]):
                raise UsageRefusal("USE-102", nip=person_id)
            found = work.evaluations.of_period(period, [person_id])
            current = found[0] if found else Evaluation(str(uuid.uuid4()), person_id, period)
            if current.is_closed:
                raise UsageRefusal("ASM-120", nip=person_id, period=period.code)
            rated = replace(
                current,
                result_rating=result,
                behaviour_rating=behaviour,
                reason=current.reason if reason is None else reason,
                note=current.note if note is None else note,
            )
            work.evaluations.save([self._with_suggestion(work, rated)])
            return work.commit()

    def preview(self, period: Period, result: Rating, behaviour: Rating) -> tuple[Predicate, tuple[Reason, ...]]:
        """The predicate that two ratings would give, with its reasons; nothing is written."""
        rules = self.around.rulebook.in_force(period.last_day)
        return predicate(result, behaviour, rules.predicate_matrix)

    def raters(self, period: Period) -> tuple[RaterLine, ...]:
        """Who has to rate how many, and how far they are."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.evaluations.raters(period)

    def grid(self, query: RatingQuery) -> tuple[RatingLine, ...]:
        """One block of the assessment grid; open lines carry a fresh suggestion."""
        require(self.around.actor, Action.READ)
        period = parse_period(query.period)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            lines = work.evaluations.lines(query)
            people = [line.person_id for line in lines if line.state is not EvaluationState.CLOSED]
            plans = plans_in_force(work.plans.of_year(period.year, people), period.last_day)
            actuals = work.actuals.of_period(period, people)
            feedback = work.feedback.tallies(period, people)
        fresh = []
        for line in lines:
            if line.state is not EvaluationState.CLOSED and line.person_id in plans:
                suggestion = suggest(plans[line.person_id], actuals, rules.suggestion, feedback.get(line.person_id))
                line = replace(line, suggested=suggestion.rating)
            fresh.append(line)
        return tuple(fresh)

    def show(self, nip: str, period: Period) -> EvaluationCard:
        """One person's evaluation with everything that explains it, rated or not; ``ASM-101`` without even a plan."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            found = work.evaluations.of_period(period, [person.person_id])
            plans = work.plans.of_year(period.year, [person.person_id])
            if not found and not plans:
                raise UsageRefusal("ASM-101", nip=nip, period=period.code)
            evaluation = found[0] if found else Evaluation("", person.person_id, period)
            actuals = work.actuals.of_period(period, [person.person_id])
            feedback = work.feedback.tallies(period, [person.person_id])
            taken = takeovers_in(work.action_plans.takeovers([person.person_id]), period)
            line = _line_of(work, person.person_id)
            rater_id = evaluation.rater_id or (line.rater_id if line else "")
            superior_id = evaluation.superior_id or (line.superior_id if line else "")
            named = work.people.by_ids([key for key in (rater_id, superior_id) if key])
            levels = work.levels.all()
        plan = plan_in_force(plans, period.last_day)
        suggestion = (
            suggest(plan, actuals, rules.suggestion, feedback.get(person.person_id)) if plan else Suggestion(None)
        )
        led = evaluation.led_unit_id or (line.led_unit_id if line else "")
        level, _ = level_that_counts(levels, led, period)
        explanation = evaluation.explanation
        if not evaluation.is_closed and evaluation.result_rating and evaluation.behaviour_rating:
            _, explanation = predicate(evaluation.result_rating, evaluation.behaviour_rating, rules.predicate_matrix)
        if not evaluation.is_closed and plan is not None:
            explanation = (*takeover_reasons(plan, taken.get(person.person_id, ())), *explanation)
        return EvaluationCard(
            person=person,
            evaluation=evaluation,
            plan=plan,
            actuals=actuals,
            suggestion=suggestion,
            level=level,
            explanation=explanation,
            rater=named.get(rater_id),
            superior=named.get(superior_id),
        )

    def distribution(self, period: Period, led_unit_id: str) -> UnitDistribution:
        """The spread of predicates (open ones as they would be) under the rater who leads a unit."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            members = [line.person_id for line in work.reporting.all() if line.led_unit_id == led_unit_id]
            evaluations = work.evaluations.of_period(period, members)
            levels = work.levels.all()
        level, _ = level_that_counts(levels, led_unit_id, period)
        counts: Counter[Predicate] = Counter()
        for evaluation in evaluations:
            label = evaluation.predicate
            if label is None and evaluation.result_rating and evaluation.behaviour_rating:
                label, _ = predicate(evaluation.result_rating, evaluation.behaviour_rating, rules.predicate_matrix)
            if label is not None:
                counts[label] += 1
        warnings = curve_warnings(level.level, counts, rules) if level else ()
        curve = rules.pattern.curves[level.level] if level else None
        return UnitDistribution(led_unit_id, level.level if level else None, counts, warnings, curve)

    def close(self, period: Period, unit_ids: Sequence[str] = (), step: Step = no_step) -> CloseOutcome:
        """Close the evaluations of a period: predicate from the quadrant, reasons and packs kept for good.

        Whoever is not ready is left open and listed with the reason; the rest is closed in one change set.
        """
        require(self.around.actor, Action.CLOSE)
        rules = self.around.rulebook.in_force(period.last_day)
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "assessment.close", reason=period.code) as work:
            closing = Closing.gather(work, period, unit_ids, rules, today, self.around.exchange.record_digest)
            outcome = closing.run(step)
            work.evaluations.save(closing.closed)
            changes = work.commit()
        return replace(outcome, changes=changes)

    def _with_suggestion(self, work: Work, evaluation: Evaluation) -> Evaluation:
        rules = self.around.rulebook.in_force(evaluation.period.last_day)
        plans = work.plans.of_year(evaluation.period.year, [evaluation.person_id])
        plan = plan_in_force(plans, evaluation.period.last_day)
        if plan is None:
            return evaluation
        actuals = work.actuals.of_period(evaluation.period, [evaluation.person_id])
        feedback = work.feedback.tallies(evaluation.period, [evaluation.person_id]).get(evaluation.person_id)
        return replace(evaluation, suggested=suggest(plan, actuals, rules.suggestion, feedback).rating)


def _judge_levels(tally: Tally[RatingRow | LevelRow], work: Work) -> None:
    units = {unit.source_id: unit for unit in work.units.all()}
    known = {(level.unit_id, level.period): level for level in work.levels.all()}
    levels: dict[tuple[str, Period], OrganisationLevel] = {}
    for placed in tally.intake.rows:
        row = placed.value
        if not isinstance(row, LevelRow):
            continue
        unit = units.get(row.unit_source_id)
        if unit is None:
            tally.refuse(placed.row, "UNOR ID", "USE-103", unit=row.unit_source_id)
            continue
        key = (unit.unit_id, row.period)
        before = known.get(key)
        level = OrganisationLevel(
            unit.unit_id,
            row.period,
            row.level,
            row.source or (before.source if before else ""),
            row.published_on or (before.published_on if before else None),
        )
        if key in levels and levels[key] != level:
            tally.conflict(placed.row, "CAPAIAN", "ASM-104", unit=unit.name, period=row.period.code)
            continue
        levels[key] = level
        tally.accept(placed.row, row.unit_source_id, unit.name, state_of(before, level))
    work.levels.save(list(levels.values()))


def _judge_ratings(tally: Tally[RatingRow | LevelRow], work: Work) -> None:
    rows = [(placed.row, placed.value) for placed in tally.intake.rows if isinstance(placed.value, RatingRow)]
    people = {person.nip: person for person in work.people.all() if person.nip} if rows else {}
    known = {
        (evaluation.person_id, period): evaluation
        for period in {row.period for _, row in rows}
        for evaluation in work.evaluations.of_period(period)
    }
    taken: dict[tuple[str, Period], int] = {}
    ratings: list[Evaluation] = []
    for number, row in rows:
        person = people.get(row.nip)
        if person is None:
            tally.refuse(number, "NIP", "USE-102", nip=row.nip)
            continue
        if not person.is_appraised:
            tally.refuse(number, "NIP", "PLN-103", status=f"STATUS:{person.legal_status.name}", nip=row.nip)
            continue
        other = taken.setdefault((person.person_id, row.period), number)
        if other != number:
            tally.refuse(number, "NIP", "ASM-105", nip=row.nip, other=other)
            continue
        before = known.get((person.person_id, row.period))
        base = before or Evaluation(str(uuid.uuid4()), person.person_id, row.period)
        rated = replace(
            base,
            result_rating=row.result_rating or base.result_rating,
            behaviour_rating=row.behaviour_rating or base.behaviour_rating,
            reason=row.reason if row.reason else base.reason,
            note=row.note if row.note else base.note,
            feedback={**base.feedback, **dict(row.feedback)},
        )
        if base.is_closed and rated != base:
            tally.refuse(number, "NIP", "ASM-120", nip=row.nip, period=row.period.code)
            continue
        ratings.append(rated)
        tally.accept(number, row.nip, person.full_name, state_of(before, rated))
    work.evaluations.save(ratings)


def _line_of(work: Work, person_id: str) -> ReportingLine | None:
    return next((line for line in work.reporting.all() if line.person_id == person_id), None)
