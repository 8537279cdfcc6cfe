"""The assessment grid as of the period: who moved stands under his new rater, and each line says what is special."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.circumstances import Circumstances
from meritdesk.core.evaluation import EvaluationState, OrganisationLevel
from meritdesk.core.history import Evaluator
from meritdesk.core.lines import LineFlag, RaterLine, RatingLine, RatingQuery
from meritdesk.core.people import LegalStatus, RaterBasis
from meritdesk.core.periods import Period
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.core.waivers import INCOMPLETE
from meritdesk.services.closing import plans_of
from meritdesk.services.evaluation_roll import EvaluationRoll
from meritdesk.services.ports import Rulebook, Work

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class RatingGrid:
    """The grid of one period: today's lines, with those put right whose evaluator of the period is another one."""

    roll: EvaluationRoll
    rules: RuleSet
    differing: Mapping[str, Evaluator]
    waived: frozenset[str]

    @classmethod
    def of_period(cls, work: Work, period: Period, today: date, rulebook: Rulebook) -> RatingGrid:
        """Read what the grid needs of the register once."""
        roll = EvaluationRoll.of_period(work, period, today)
        waived = frozenset(one.record_id for one in work.waivers.all() if one.rule == INCOMPLETE)
        return cls(roll, rulebook.in_force(period.last_day), roll.differing(), waived)

    def members(self, led_unit_id: str) -> list[str]:
        """The people whose level is that of a unit."""
        found = [
            person_id
            for person_id, line in self.roll.lines.items()
            if line.led_unit_id == led_unit_id and person_id not in self.differing
        ]
        found += [
            person_id for person_id, one in self.differing.items() if one.is_due and one.led_unit_id == led_unit_id
        ]
        return found

    def raters(self, work: Work) -> tuple[RaterLine, ...]:
        """Who has to rate how many: today's counts, with the people put right taken out here and added there."""
        today = work.evaluations.raters(self.roll.period)
        levels = work.levels.all()
        by_place = {(line.rater_id, line.led_unit_id): self._with_level(line, levels) for line in today}
        if self.differing:
            asked = RatingQuery(self.roll.period.code, self.roll.period.year, limit=_ALL)
            moved = work.evaluations.lines(replace(asked, person_ids=tuple(self.differing)))
            for line in moved:
                if line.state is EvaluationState.CLOSED:
                    continue
                self._count(by_place, line.rater_id, line.led_unit_id, line, -1, levels)
                evaluator = self.differing[line.person_id]
                if evaluator.is_due and evaluator.rater_id:
                    self._count(by_place, evaluator.rater_id, evaluator.led_unit_id, line, 1, levels)
        kept = [line for line in by_place.values() if line.people > 0]
        return tuple(sorted(kept, key=lambda line: (line.rater_name.casefold(), line.rater_id, line.led_unit_name)))

    def lines(self, work: Work, query: RatingQuery) -> tuple[RatingLine, ...]:
        """One block of the grid; whoever came under this rater by a move stands in the first block."""
        lines = [line for line in work.evaluations.lines(query) if self._stays(line, query)]
        if not query.offset:
            here = {line.person_id for line in lines}
            came = [
                person_id
                for person_id, one in self.differing.items()
                if one.is_due and person_id not in here and self._comes(person_id, one.rater_id, query)
            ]
            if came:
                asked = replace(query, rater_id="", person_ids=tuple(came), limit=_ALL)
                lines += [one for one in work.evaluations.lines(asked) if one.state is not EvaluationState.CLOSED]
                lines.sort(key=lambda line: line.name.casefold())
        return self._fresh(work, [self._put_right(line) for line in lines])

    def _stays(self, line: RatingLine, query: RatingQuery) -> bool:
        """Whether a line of today's belongs into this block of the period."""
        evaluator = self.differing.get(line.person_id)
        if evaluator is None or line.state is EvaluationState.CLOSED:
            return True
        if not evaluator.is_due:
            return False
        return not query.rater_id or evaluator.rater_id == query.rater_id

    def _comes(self, person_id: str, rater_id: str, query: RatingQuery) -> bool:
        """Whether somebody who is due stands in this block besides those of today's list.

        Under one rater that is whoever came to him; in a whole list whoever left after the period had ended.
        """
        if query.rater_id:
            return rater_id == query.rater_id
        person = self.roll.people[person_id]
        is_asked = not query.unit_ids or person.unit_id in query.unit_ids
        return is_asked and not query.person_ids and not query.search.strip() and not person.is_appraised

    def _put_right(self, line: RatingLine) -> RatingLine:
        evaluator = self.differing.get(line.person_id)
        if evaluator is None or line.state is EvaluationState.CLOSED:
            return line
        rater = self.roll.people.get(evaluator.rater_id)
        return replace(
            line,
            rater_id=evaluator.rater_id,
            rater_name=rater.full_name if rater is not None else "",
            led_unit_id=evaluator.led_unit_id,
            problem=evaluator.problem,
        )

    def _fresh(self, work: Work, lines: Sequence[RatingLine]) -> tuple[RatingLine, ...]:
        """The lines with suggestions of now for the open ones, and their flags."""
        people = [line.person_id for line in lines if line.state is not EvaluationState.CLOSED]
        plans = plans_of(work, self.roll.period, people)
        actuals = work.actuals.of_period(self.roll.period, people)
        tallies = work.feedback.tallies(self.roll.period, people)
        # What was set aside stays to be seen after closing; without a waiver nobody need be asked about.
        asked = [line.person_id for line in lines] if self.waived else []
        records = {one.person_id: one.evaluation_id for one in work.evaluations.of_period(self.roll.period, asked)}
        fresh = []
        for line in lines:
            plan = plans.get(line.person_id)
            if line.state is not EvaluationState.CLOSED and plan is not None:
                tally = tallies.get(line.person_id)
                line = replace(line, suggested=suggest(plan, actuals, self.rules.suggestion, tally).rating)
            is_waived = records.get(line.person_id, "") in self.waived
            flags = flags_of(line.circumstances, self.roll, line.person_id, line.version, is_waived)
            fresh.append(replace(line, flags=flags))
        return tuple(fresh)

    def _with_level(self, line: RaterLine, levels: Sequence[OrganisationLevel]) -> RaterLine:
        level, _ = level_that_counts(levels, line.led_unit_id, self.roll.period, self.roll.today)
        return replace(line, level=level.level if level is not None else None)

    def _count(
        self,
        by_place: dict[tuple[str, str], RaterLine],
        rater_id: str,
        led_unit_id: str,
        line: RatingLine,
        by: int,
        levels: Sequence[OrganisationLevel],
    ) -> None:
        place = (rater_id, led_unit_id)
        known = by_place.get(place)
        if known is None:
            if by < 0 or not rater_id:
                return
            known = self._with_level(self._rater_line(rater_id, led_unit_id), levels)
        is_rated = line.result_rating is not None and line.behaviour_rating is not None
        by_place[place] = replace(known, people=known.people + by, rated=known.rated + by * is_rated)

    def _rater_line(self, rater_id: str, led_unit_id: str) -> RaterLine:
        rater, unit = self.roll.people.get(rater_id), self.roll.units.get(led_unit_id)
        return RaterLine(
            rater_id=rater_id,
            rater_name=rater.full_name if rater is not None else "-",
            position=rater.position_title if rater is not None else "",
            led_unit_id=led_unit_id,
            led_unit_name=unit.name if unit is not None else "",
            people=0,
            rated=0,
            closed=0,
            level=None,
        )


def flags_of(
    circumstances: Circumstances, roll: EvaluationRoll, person_id: str, version: int, is_waived: bool
) -> tuple[LineFlag, ...]:
    """What is special about one person's evaluation, in the order in which it is shown."""
    person = roll.people.get(person_id)
    if person is None:
        return ()
    evaluator = roll.of(person_id) if person_id in roll.touched else None
    found = set()
    if circumstances.take_over is not None or (evaluator is not None and evaluator.basis is RaterBasis.SUPERIOR):
        found.add(LineFlag.BY_SUPERIOR)
    if circumstances.drop_out is not None:
        found.add(LineFlag.DROPPED_OUT)
    if (evaluator.person if evaluator is not None else person).legal_status is LegalStatus.STUDY_LEAVE:
        found.add(LineFlag.STUDY_LEAVE)
    if evaluator is not None and evaluator.moved_on is not None:
        found.add(LineFlag.MOVED)
    elif evaluator is not None and evaluator.former_rater_id:
        found.add(LineFlag.RATER_CHANGED)
    if person_id in roll.acting:
        found.add(LineFlag.ACTING)
    if circumstances.reuse is not None:
        found.add(LineFlag.REUSED)
    if is_waived:
        found.add(LineFlag.WAIVED)
    if version > 1:
        found.add(LineFlag.NEW_VERSION)
    line = roll.lines.get(person_id)
    rater_id = evaluator.rater_id if evaluator is not None else (line.rater_id if line is not None else "")
    if not rater_id:
        found.add(LineFlag.NO_RATER)
    return tuple(flag for flag in LineFlag if flag in found)
