"""Assessment: ratings, organisation levels, and the closing of a period with its reasons."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import (
    Actual,
    Evaluation,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Rating,
    Reason,
    Suggestion,
)
from meritdesk.core.evaluation_calendar import periods_of_year
from meritdesk.core.execution import takeover_reasons, takeovers_in
from meritdesk.core.fill_sheet import FillKind
from meritdesk.core.history import Evaluator
from meritdesk.core.intake import LevelRow, RatingRow
from meritdesk.core.journal import Changes
from meritdesk.core.lines import LineFlag, RaterLine, RatingLine, RatingQuery
from meritdesk.core.merging import EVALUATIONS
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.plan import BehaviourValue, PerformancePlan
from meritdesk.core.rules import Curve, RuleSet
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import standing_of, suggest
from meritdesk.core.scoring.unit_check import spread_lines
from meritdesk.core.validation import Hint, sorted_hints
from meritdesk.core.validation.cascade_rules import level_kind_hints
from meritdesk.core.validation.evaluation_rules import (
    cycle_hints,
    day_hints,
    level_hints,
    predicate_hints,
    rating_hints,
    verdict_hints,
)
from meritdesk.core.waivers import Waiver
from meritdesk.services import second_person
from meritdesk.services.assessment.acts import Acts
from meritdesk.services.assessment.calibration import Calibration
from meritdesk.services.assessment.checking import Checking
from meritdesk.services.assessment.distribution_sheet import DistributionSheets
from meritdesk.services.assessment.entering import RatingEntries
from meritdesk.services.assessment.grid import RatingGrid, flags_of
from meritdesk.services.assessment.importing import judge_levels, judge_ratings
from meritdesk.services.assessment.objections import Objections
from meritdesk.services.assessment.old_years import OldYears
from meritdesk.services.assessment.process import Process
from meritdesk.services.assessment.windows import Windows
from meritdesk.services.changes import CloseOutcome, ImportOutcome, Step, no_step
from meritdesk.services.closing import Closing, label_of, plans_of
from meritdesk.services.evaluation_roll import EvaluationRoll, reading_of
from meritdesk.services.fill_ratings import RatingsFilling
from meritdesk.services.fill_sheets import FillSheets, unit_and_below
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.locking import require_unlocked
from meritdesk.services.ports import Source, Surroundings, Work


@dataclass(frozen=True, slots=True)
class EvaluationCard:
    """One person's evaluation with the suggestion and the lines that explain it.

    ``person`` and ``evaluator`` are as of the period; ``rater`` is whose people he is among, ``superior`` who stands
    above. ``hints`` say what is missing or doubtful while it is open; ``waivers`` what was set aside. ``made_by`` is
    the agency that made the evaluation, where that is another one: it is only read here then.
    """

    person: Person
    evaluation: Evaluation
    plan: PerformancePlan | None
    actuals: Mapping[str, Actual]
    suggestion: Suggestion
    level: OrganisationLevel | None
    explanation: tuple[Reason, ...]
    rater: Person | None
    superior: Person | None
    evaluator: Evaluator | None = None
    hints: tuple[Hint, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    flags: tuple[LineFlag, ...] = ()
    made_by: str = ""


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
    """Verbs of assessment; ``acts``, ``calibration``, ``windows`` and ``checking`` are its further counters."""

    around: Surroundings

    @property
    def acts(self) -> Acts:
        """Take-over, drop-out, reuse, waiver and new versions."""
        return Acts(self.around)

    @property
    def ratings(self) -> RatingEntries:
        """Many verdicts entered at once."""
        return RatingEntries(self.around)

    @property
    def calibration(self) -> Calibration:
        """Calibration sessions."""
        return Calibration(self.around)

    @property
    def windows(self) -> Windows:
        """When the agency evaluates."""
        return Windows(self.around)

    @property
    def objections(self) -> Objections:
        """The register of objections."""
        return Objections(self.around)

    @property
    def process(self) -> Process:
        """The way of the papers and its deadlines."""
        return Process(self.around)

    @property
    def old_years(self) -> OldYears:
        """The papers of the years before 2022."""
        return OldYears(self.around)

    @property
    def sheets(self) -> FillSheets:
        """Sheets of ratings that a rater fills in without the program."""
        return FillSheets(self.around, FillKind.RATINGS, "assessment", RatingsFilling.gather)

    @property
    def distribution_sheets(self) -> DistributionSheets:
        """The spread of a unit on paper."""
        return DistributionSheets(self.around)

    @property
    def checking(self) -> Checking:
        """What only looks."""
        return Checking(self.around)

    def import_ratings(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over ratings or organisation levels; which of the two the headings say."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_assessment(source, step)
        with self.around.store.writing(
            self.around.actor, "assessment.import_ratings", origin=origin_of(source)
        ) as work:
            step = work.watch(step)
            tally: Tally[RatingRow | LevelRow] = Tally(intake, source)
            judge_levels(tally, work)
            judge_ratings(tally, work, _DueAsk(work, self._today()).of)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def set_level(
        self, unit_id: str, period: Period, level: OrgLevel, source: str, published_on: date | None
    ) -> Changes:
        """Enter the level of a unit, by key or UNOR ID, for a period (V-59: it comes before the ratings are closed)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "assessment.set_level") as work:
            require_unlocked(work, period)
            unit, _ = unit_and_below(work, unit_id)
            work.levels.save([OrganisationLevel(unit.unit_id, period, level, source, published_on)])
            return work.commit()

    def level_kind(self, period: Period) -> tuple[Hint, ...]:
        """Whether the agency has an evaluation of this kind that a level could serve: V-61 where it has none.

        A level set for a quarter serves no sheet in an agency that evaluates only the year, or every half-year.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            known = periods_of_year(period.year, settings_of(work.setting))
        level = OrganisationLevel("", period, OrgLevel.GOOD)
        return () if period in known else level_kind_hints(level, known[-1])

    def rate(
        self,
        person_id: str,
        period: Period,
        result: Rating | None,
        behaviour: Rating | None,
        reason: str | None = None,
        note: str | None = None,
        stated: Predicate | None = None,
        feedback: Mapping[BehaviourValue, str] | None = None,
    ) -> Changes:
        """Enter the verdict on one person; a closed evaluation is refused (``ASM-120``).

        ``stated`` is the predicate that a signed paper carries: where it is not the one the ratings give, nothing is
        entered (``V-66``, after a drop-out ``V-67``), for one of the two was read wrongly.
        """
        require(self.around.actor, Action.TYPE)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.rate") as work:
            require_unlocked(work, period)
            person = work.people.by_ids([person_id]).get(person_id)
            if person is None:
                raise UsageRefusal("USE-102", nip=person_id)
            found = work.evaluations.of_period(period, [person_id])
            current = found[0] if found else Evaluation(str(uuid.uuid4()), person_id, period)
            if current.is_closed:
                raise UsageRefusal("ASM-120", nip=person.nip, period=period.code)
            rated = replace(
                current,
                result_rating=result,
                behaviour_rating=behaviour,
                reason=current.reason if reason is None else reason,
                note=current.note if note is None else note,
                feedback={**current.feedback, **(feedback or {})},
            )
            if stated is not None:
                for hint in predicate_hints(rated, stated, rules):
                    raise UsageRefusal(hint.code, **dict(hint.facts))
            work.evaluations.save([self._with_suggestion(work, rated, rules)])
            return work.commit()

    def preview(
        self, period: Period, result: Rating, behaviour: Rating, dropped_out: bool = False
    ) -> tuple[Predicate, tuple[Reason, ...]]:
        """The predicate that two ratings would give, with its reasons; nothing is written."""
        rules = self.around.rulebook.in_force(period.last_day)
        rule = rules.special_cases.drop_out if dropped_out else None
        return predicate(result, behaviour, rules.predicate_matrix, rule)

    def raters(self, period: Period) -> tuple[RaterLine, ...]:
        """Who has to rate how many, and how far they are; who moved stands under his new rater (R-69)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return RatingGrid.of_period(work, period, self._today(), self.around.rulebook).raters(work)

    def grid(self, query: RatingQuery) -> tuple[RatingLine, ...]:
        """One block of the assessment grid; open lines carry a fresh suggestion and what is special about them."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            grid = RatingGrid.of_period(work, parse_period(query.period), self._today(), self.around.rulebook)
            return grid.lines(work, query)

    def show(self, nip: str, period: Period) -> EvaluationCard:
        """One person's evaluation with everything that explains it, rated or not; ``ASM-101`` without even a plan."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            roll = EvaluationRoll.of_period(work, period, self._today())
            found = work.evaluations.of_period(period, [person.person_id])
            plan = plans_of(work, period, [person.person_id]).get(person.person_id)
            if not found and plan is None:
                raise UsageRefusal("ASM-101", nip=nip, period=period.code)
            evaluation = found[0] if found else Evaluation("", person.person_id, period)
            evaluator = roll.of(person.person_id)
            actuals = work.actuals.of_period(period, [person.person_id])
            tally = work.feedback.tallies(period, [person.person_id]).get(person.person_id)
            taken = takeovers_in(work.action_plans.takeovers([person.person_id]), period)
            levels = work.levels.all()
            waivers = work.waivers.of_records([evaluation.evaluation_id]) if found else ()
            place = (EVALUATIONS, evaluation.evaluation_id)
            origin = work.transfers.origins([place]).get(place) if found else None
        suggestion = suggest(plan, actuals, rules.suggestion, tally) if plan else Suggestion(None)
        led = evaluation.led_unit_id or evaluator.led_unit_id
        level, level_lines = level_that_counts(levels, led, period, self._today())
        explanation = evaluation.explanation
        if not evaluation.is_closed:
            explanation = (*level_lines, *evaluator.reasons)
            if plan is not None:
                explanation = (*explanation, *takeover_reasons(plan, taken.get(person.person_id, ())))
            if evaluation.result_rating and evaluation.behaviour_rating:
                explanation = (*explanation, *label_of(evaluation, rules)[1])
        return EvaluationCard(
            person=person,
            evaluation=evaluation,
            plan=plan,
            actuals=actuals,
            suggestion=suggestion,
            level=level,
            explanation=explanation,
            rater=roll.people.get(evaluation.rater_id or evaluator.rater_id),
            superior=roll.people.get(evaluation.superior_id or evaluator.superior_id),
            evaluator=evaluator,
            hints=_hints(evaluation, plan, actuals, suggestion, level, roll, evaluator, rules, levels),
            waivers=tuple(waivers),
            flags=flags_of(evaluation.circumstances, roll, person.person_id, evaluation.version, bool(waivers)),
            made_by=origin.maker if origin is not None else "",
        )

    def distribution(self, period: Period, led_unit_id: str) -> UnitDistribution:
        """The spread of predicates (open ones as they would be) under the rater who leads a unit."""
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            grid = RatingGrid.of_period(work, period, self._today(), self.around.rulebook)
            evaluations = work.evaluations.of_period(period, grid.members(led_unit_id))
            levels = work.levels.all()
            reading = reading_of(settings_of(work.setting))
        level, _ = level_that_counts(levels, led_unit_id, period, self._today())
        counts: Counter[Predicate] = Counter()
        for evaluation in evaluations:
            label = evaluation.predicate
            if not evaluation.is_closed and evaluation.result_rating and evaluation.behaviour_rating:
                label, _ = label_of(evaluation, rules)
            if label is not None:
                counts[label] += 1
        warnings = spread_lines(level.level, counts, rules, reading) if level else ()
        curve = rules.pattern.curves[level.level] if level else None
        return UnitDistribution(led_unit_id, level.level if level else None, counts, warnings, curve)

    def close(self, period: Period, unit_ids: Sequence[str] = (), step: Step = no_step) -> CloseOutcome:
        """Close the evaluations of a period: predicate from the quadrant, reasons and packs kept for good.

        Whoever is not ready is left open and listed with the reason; the rest is closed in one change set. Nothing
        closes while incomplete, except by a waiver with name and reason, which then stands in the explanation. The year
        is final and closed by two people where an agency has them (``ACC-140``).
        """
        require(self.around.actor, Action.CLOSE)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.close", reason=period.code) as work:
            require_unlocked(work, period)
            if period.kind is PeriodKind.YEAR:
                second_person.ask(self.around, work, Deed.CLOSE)
            step = work.watch(step)
            roll = EvaluationRoll.of_period(work, period, self._today())
            outcome = Closing.carry_out(work, roll, unit_ids, rules, self.around.exchange.record_digest, step)
            changes = work.commit()
        return replace(outcome, changes=changes)

    def _today(self) -> date:
        return self.around.clock().date()

    def _with_suggestion(self, work: Work, evaluation: Evaluation, rules: RuleSet) -> Evaluation:
        plan = plans_of(work, evaluation.period, [evaluation.person_id]).get(evaluation.person_id)
        if plan is None:
            return evaluation
        actuals = work.actuals.of_period(evaluation.period, [evaluation.person_id])
        tally = work.feedback.tallies(evaluation.period, [evaluation.person_id]).get(evaluation.person_id)
        return replace(evaluation, suggested=suggest(plan, actuals, rules.suggestion, tally).rating)


@dataclass(slots=True)
class _DueAsk:
    """Whether somebody is due in a period although he is gone today; the register is read when first asked."""

    work: Work
    today: date
    rolls: dict[Period, EvaluationRoll] = field(default_factory=dict)

    def of(self, person_id: str, period: Period) -> bool:
        if period not in self.rolls:
            self.rolls[period] = EvaluationRoll.of_period(self.work, period, self.today)
        return self.rolls[period].of(person_id).is_due


def _hints(
    evaluation: Evaluation,
    plan: PerformancePlan | None,
    actuals: Mapping[str, Actual],
    suggestion: Suggestion,
    level: OrganisationLevel | None,
    roll: EvaluationRoll,
    evaluator: Evaluator,
    rules: RuleSet,
    levels: Sequence[OrganisationLevel],
) -> tuple[Hint, ...]:
    """What is missing or doubtful about an open evaluation, errors first."""
    if evaluation.is_closed:
        return ()
    unit = roll.units.get(evaluator.led_unit_id)
    hints = [
        *cycle_hints(evaluation.period, roll.settings),
        *rating_hints(evaluation),
        *day_hints(evaluation.period, roll.today, roll.settings),
    ]
    if level is None:
        hints += level_hints(None, evaluation.period, evaluator.led_unit_id, unit.name if unit is not None else "")
        others = [
            one for one in levels if one.unit_id == evaluator.led_unit_id and one.period.year == evaluation.period.year
        ]
        wrong = [hint for one in others for hint in level_kind_hints(one, evaluation.period)]
        hints += wrong[:1]
    if plan is not None:
        standing = standing_of(plan, actuals, rules.suggestion)
        hints += verdict_hints(evaluation, suggestion, standing, rules)
    return sorted_hints(hints, rules.validation)
