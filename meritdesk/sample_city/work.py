"""The year's work of the sample city: plans, actuals, ratings and levels that hang together, from a few wordings.

Everything follows from the seed and the NIP of each person, so rows can be made again whenever they are asked for and
a large city never has to hold them all.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from meritdesk.core.agreement import TrajectoryPoint
from meritdesk.core.budget import months_of
from meritdesk.core.evaluation import IndicatorClass, OrgLevel, Rating
from meritdesk.core.intake import ActualRow, AgreementRow, LevelRow, PlanRow, RatingRow, UnitActualRow
from meritdesk.core.kpi_intake import BudgetRow
from meritdesk.core.notation import printed_decimal
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, JobClass, Perspective, ResultKind, Target
from meritdesk.resources import resource

QUALITATIVE_SHARE = 0.25
RATED_OTHERWISE = 0.07
WITHOUT_REASON = 0.15
_LEVEL_SHARES = {
    OrgLevel.OUTSTANDING: 15,
    OrgLevel.GOOD: 62,
    OrgLevel.NEEDS_IMPROVEMENT: 16,
    OrgLevel.POOR: 5,
    OrgLevel.VERY_POOR: 2,
}
# How results spread in a unit of each level: above, as and below what was expected (shape of the five curves).
_RESULT_SHARES = {
    OrgLevel.OUTSTANDING: (50, 46, 4),
    OrgLevel.GOOD: (24, 70, 6),
    OrgLevel.NEEDS_IMPROVEMENT: (10, 72, 18),
    OrgLevel.POOR: (5, 60, 35),
    OrgLevel.VERY_POOR: (2, 48, 50),
}
_BEHAVIOUR_SHARES = {
    Rating.ABOVE: (62, 37, 1),
    Rating.MEETS: (18, 78, 4),
    Rating.BELOW: (2, 68, 30),
}
_RATINGS = (Rating.ABOVE, Rating.MEETS, Rating.BELOW)
_ASPECTS = {
    "KUANTITAS": Aspect.QUANTITY, "KUALITAS": Aspect.QUALITY, "WAKTU": Aspect.TIME, "BIAYA": Aspect.COST,
}  # fmt: skip
_PERSPECTIVES = {
    "PENERIMA LAYANAN": Perspective.RECIPIENT, "PROSES BISNIS": Perspective.PROCESS,
    "PENGUATAN INTERNAL": Perspective.STRENGTHENING, "ANGGARAN": Perspective.BUDGET,
}  # fmt: skip
_CITY_INDICATORS = 3
_LEAST_STEP = {"%": Decimal("1"), "nilai": Decimal("1"), "skala 5": Decimal("0.1")}


@dataclass(frozen=True, slots=True)
class SampleDuty:
    """One person who must plan and be appraised: plain facts, joined by ``key`` and ``rater_key``.

    ``led_unit_source_id`` is the unit that the rater leads; its level counts for this person (R-61).
    """

    nip: str
    name: str
    position_title: str
    position_kind: PositionKind
    job_class: JobClass
    unit_name: str
    unit_source_id: str
    rater_title: str
    rater_key: str = ""
    key: str = ""
    led_unit_source_id: str = ""


@dataclass(frozen=True, slots=True)
class _Measure:
    """One indicator of an outlined plan: its wording, and the range that meets the expectation."""

    text: str
    narrative: str
    heading: str
    low: Decimal
    high: Decimal
    unit: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class _Result:
    """One planned result of an outlined plan."""

    kind: ResultKind
    text: str
    measures: tuple[_Measure, ...]


@lru_cache(maxsize=1)
def wordings() -> Mapping[str, Any]:
    """The wordings of the year's work from ``resources/sample/work.json``."""
    words: Mapping[str, Any] = json.loads(resource("sample", "work.json").read_text(encoding="utf-8"))
    return words


def plan_the_year(duties: Sequence[SampleDuty], year: int, rng: random.Random) -> YearOfWork:
    """The year's work of these people; rows are made when they are asked for."""
    ordered = sorted(duties, key=lambda duty: (duty.led_unit_source_id, duty.nip))
    return YearOfWork(tuple(ordered), year, rng.getrandbits(64))


class YearOfWork:
    """The rows of one year for a group of people; asking twice gives the same rows."""

    def __init__(self, duties: tuple[SampleDuty, ...], year: int, seed: int) -> None:
        self.duties = duties
        self.period = Period(year, PeriodKind.YEAR)
        self._seed = seed
        self._all = duties
        self._raters = frozenset(duty.rater_key for duty in duties if duty.rater_key)
        self._by_key = {duty.key: duty for duty in duties if duty.key in self._raters}
        self._goals: dict[str, tuple[str, ...]] = {}
        self._narrative_group = self._leaders_in_words()
        led = sorted({duty.led_unit_source_id for duty in duties if duty.led_unit_source_id})
        choices, weights = list(_LEVEL_SHARES), list(_LEVEL_SHARES.values())
        self._levels = {unit: self._luck("level", unit).choices(choices, weights)[0] for unit in led}

    @property
    def plan_rows(self) -> Iterator[PlanRow]:
        """The plans (SKP) of all, annexes and special expectations included."""
        for duty in self.duties:
            yield from self.plan_of(duty)

    @property
    def actual_rows(self) -> Iterator[ActualRow]:
        """What all achieved on each indicator in the year."""
        for duty in self.duties:
            yield from self.actuals_of(duty)

    @property
    def rating_rows(self) -> Iterator[RatingRow]:
        """The raters' verdicts."""
        for duty in self.duties:
            yield self.rating_of(duty)

    @property
    def level_rows(self) -> Iterator[LevelRow]:
        """The level of each unit that is led by a rater."""
        source = wordings()["level_source"].format(year=self.period.year)
        for unit, level in self._levels.items():
            yield LevelRow(unit, self.period, level, source, date(self.period.year + 1, 1, 15))

    @property
    def agreement_rows(self) -> Iterator[AgreementRow]:
        """The city's indicators, and the agreements of all units led by high leadership or an autonomous head.

        An agreement is what its leader planned, so that plan and agreement say the same (R-19); each indicator serves
        one of the unit above.
        """
        leaders = self._leaders()
        root = next((duty.led_unit_source_id for duty in leaders.values() if duty.rater_key not in leaders), "")
        for number, (goal, text, target, unit) in enumerate(wordings()["city_indicators"] if root else (), start=1):
            aim = Decimal(target)
            told = Target(_with_unit(printed_decimal(aim), unit), aim, aim, unit)
            points = self._trajectory(aim)
            yield AgreementRow(root, self.period.year, number, goal, text, told, trajectory=points)
        for led, duty in self._led_by(leaders):
            above = duty.led_unit_source_id
            rows = [row for row in self.plan_of(duty) if row.section == "RESULT" and row.kind is ResultKind.MAIN]
            for number, row in enumerate(rows, start=1):
                points = self._trajectory(row.target_low) if row.direction is Direction.MORE else ()
                yield AgreementRow(
                    unit_source_id=led,
                    year=self.period.year,
                    number=number,
                    goal=row.text,
                    text=row.indicator,
                    target=Target(row.target_text, row.target_low, row.target_high, row.target_unit, row.direction),
                    perspective=row.perspective,
                    trajectory=points,
                    parent_source_id=above,
                    parent_number=(number - 1) % _CITY_INDICATORS + 1 if above == root else 1,
                )

    @property
    def unit_actual_rows(self) -> Iterator[UnitActualRow]:
        """What the units reached on their indicators in each quarter."""
        for row in self.agreement_rows:
            rng = self._luck("kpi", f"{row.unit_source_id}/{row.number}")
            for point in row.trajectory:
                value = max(Decimal(0), point.value + rng.choice((-4, -1, 0, 0, 1, 1, 2)))
                yield UnitActualRow(row.unit_source_id, point.period, row.number, value, evidence="Laporan triwulan")

    def _leaders(self) -> dict[str, SampleDuty]:
        """High leadership and heads of autonomous units who have people below them, by key."""
        return {key: duty for key, duty in self._by_key.items() if duty.job_class is JobClass.JPT_OR_AUTONOMOUS}

    def _led_by(self, leaders: Mapping[str, SampleDuty]) -> list[tuple[str, SampleDuty]]:
        """The units that these people lead, those further up first."""
        led = {duty.led_unit_source_id: duty.rater_key for duty in self._all if duty.rater_key in leaders}
        units = [(unit, leaders[key]) for unit, key in led.items()]
        return sorted(units, key=lambda pair: (pair[1].rater_key in leaders, pair[0]))

    @property
    def budget_rows(self) -> Iterator[BudgetRow]:
        """What each unit with an agreement might spend and spent in every month; spending begins slowly."""
        for unit in dict.fromkeys(row.unit_source_id for row in self.agreement_rows):
            rng = self._luck("budget", unit)
            ceiling = Decimal(rng.randint(200, 900)) * 1_000_000
            for month in months_of(self.period.year):
                share = Decimal(rng.randint(55, 80) + 2 * month.index) / 100
                yield BudgetRow(unit, month, ceiling, (ceiling * share).quantize(Decimal(1)))

    def _trajectory(self, target: Decimal | None) -> tuple[TrajectoryPoint, ...]:
        """A quiet climb to the target over the quarters."""
        if target is None:
            return ()
        steps = enumerate((3, 2, 1, 0), start=1)
        return tuple(
            TrajectoryPoint(Period(self.period.year, PeriodKind.QUARTER, quarter), max(Decimal(0), target - back))
            for quarter, back in steps
        )

    def parts(self, people: int) -> Iterator[YearOfWork]:
        """The same year in parts of so many people, for cities whose rows do not fit into one workbook."""
        for first in range(0, len(self.duties), people):
            part = copy.copy(self)
            part.duties = self.duties[first : first + people]
            yield part

    def approach_of(self, duty: SampleDuty) -> Approach:
        """The approach that the leader chose; all people of one rater's unit share it (R-24)."""
        group = duty.led_unit_source_id
        is_qualitative = group == self._narrative_group or self._luck("approach", group).random() < QUALITATIVE_SHARE
        return Approach.QUALITATIVE if is_qualitative else Approach.QUANTITATIVE

    def _leaders_in_words(self) -> str:
        """One of several groups of leaders plans in words, so that every city has each form of the SKP."""
        leaders = [duty for duty in self._all if duty.job_class is JobClass.JPT_OR_AUTONOMOUS]
        groups = sorted({duty.led_unit_source_id for duty in leaders if duty.led_unit_source_id})
        return groups[-1] if len(groups) > 1 else ""

    def plan_of(self, duty: SampleDuty) -> Iterator[PlanRow]:
        """One person's plan: results with indicators, expectations of behaviour, the three annex lists."""
        rng, words, year = self._luck("plan", duty.nip), wordings(), self.period.year
        approach = self.approach_of(duty)
        goals = self._goals_above(duty)
        is_leadership = duty.job_class is JobClass.JPT_OR_AUTONOMOUS
        for number, result in enumerate(self._outline(duty, rng), start=1):
            parent = goals[(number - 1) % len(goals)]
            for measure in result.measures:
                row = PlanRow(
                    nip=duty.nip,
                    year=year,
                    section="RESULT",
                    approach=approach,
                    number=number,
                    kind=result.kind,
                    text=result.text,
                    parent_text="" if is_leadership else parent,
                    assigned_by=duty.rater_title,
                    indicator=measure.narrative if approach is Approach.QUALITATIVE else measure.text,
                    aspect=None if is_leadership else _ASPECTS[measure.heading],
                    perspective=_PERSPECTIVES[measure.heading] if is_leadership else None,
                    direction=measure.direction,
                )
                yield row if approach is Approach.QUALITATIVE else _with_target(row, measure)
        for value in sorted(rng.sample(list(BehaviourValue), rng.randint(1, 2)), key=list(BehaviourValue).index):
            text = rng.choice(words["expectations"][value.value])
            yield PlanRow(duty.nip, year, "EXPECTATION", approach, text=text, value=value)
        for section, most in (("RESOURCES", 2), ("ACCOUNTABILITY", 1), ("CONSEQUENCES", 2)):
            for text in rng.sample(words[section.lower()], rng.randint(1, most)):
                yield PlanRow(duty.nip, year, section, approach, text=text)

    def actuals_of(self, duty: SampleDuty) -> Iterator[ActualRow]:
        """What one person achieved, so that the figures suggest the class the person reached."""
        words = wordings()
        outline = self._outline(duty, self._luck("plan", duty.nip))
        reached, _ = self._verdict(duty)
        rng = self._luck("actual", duty.nip)
        approach = self.approach_of(duty)
        for number, (result, result_class) in enumerate(
            zip(outline, _result_classes(reached, len(outline), rng), strict=True), start=1
        ):
            for place, measure in enumerate(result.measures, start=1):
                row_class = result_class
                feedback = (
                    f"Pimpinan: {rng.choice(words['result_feedback'][row_class.value])}" if rng.random() < 0.7 else None
                )
                if approach is Approach.QUALITATIVE:
                    text = words["qualitative_actual"][row_class.value]
                    chosen = IndicatorClass(row_class.value)
                    yield ActualRow(
                        duty.nip, self.period, number, place, text, None, feedback, chosen, words["override_reason"]
                    )
                    continue
                value = _achieved(measure, row_class, rng)
                shown = _with_unit(printed_decimal(value), measure.unit)
                yield ActualRow(duty.nip, self.period, number, place, shown, value, feedback)

    def rating_of(self, duty: SampleDuty) -> RatingRow:
        """The rater's verdict on one person; where it leaves the figures a reason mostly stands beside it."""
        words = wordings()
        reached, rated = self._verdict(duty)
        rng = self._luck("rating", duty.nip)
        behaviour = rng.choices(_RATINGS, _BEHAVIOUR_SHARES[rated])[0]
        reason = None
        if rated is not reached and rng.random() >= WITHOUT_REASON:
            reason = words["other_rating_reason"][rated.value]
        spoken = sorted(rng.sample(list(BehaviourValue), rng.randint(2, 3)), key=list(BehaviourValue).index)
        feedback = tuple(
            (value, f"Rekan kerja setingkat: {rng.choice(words['behaviour_feedback'][behaviour.value])}")
            for value in spoken
        )
        return RatingRow(duty.nip, self.period, rated, behaviour, reason, None, feedback)

    def _verdict(self, duty: SampleDuty) -> tuple[Rating, Rating]:
        """The class that the figures will suggest, and the rating that the rater gives."""
        rng = self._luck("verdict", duty.nip)
        level = self._levels.get(duty.led_unit_source_id, OrgLevel.GOOD)
        reached = rng.choices(_RATINGS, _RESULT_SHARES[level])[0]
        if rng.random() >= RATED_OTHERWISE:
            return reached, reached
        return reached, rng.choice(_RATINGS[:2]) if reached is not Rating.MEETS else rng.choice(_RATINGS)

    def _outline(self, duty: SampleDuty, rng: random.Random) -> tuple[_Result, ...]:
        family = wordings()["families"][self._family(duty)]
        main = family["main"]
        number = family.get("fixed") or rng.randint(2, min(4, len(main)))
        chosen = [*((ResultKind.MAIN, draft) for draft in main[:number])]
        if rng.random() < 0.35:
            chosen.append((ResultKind.ADDITIONAL, rng.choice(family["additional"])))
        return tuple(
            _Result(
                kind,
                text.format(unit=duty.unit_name),
                tuple(_measure(draft, duty.unit_name, rng) for draft in measures),
            )
            for kind, (text, measures) in chosen
        )

    def _family(self, duty: SampleDuty) -> str:
        """Which wordings fit a post."""
        title = duty.position_title
        leads = duty.key in self._raters
        if duty.job_class is JobClass.JPT_OR_AUTONOMOUS:
            return "CLINIC_HEAD" if duty.position_kind is PositionKind.JF else "JPT"
        if duty.position_kind is PositionKind.ADMINISTRATOR:
            return "FIELD"
        if duty.position_kind is PositionKind.SUPERVISOR:
            return "WARD_HEAD" if title.startswith("Lurah") else "SUPERVISOR"
        if leads and title.startswith("Guru"):
            return "SCHOOL_HEAD"
        return next((family for start, family in wordings()["keywords"] if title.startswith(start)), "ANALYST")

    def _goals_above(self, duty: SampleDuty) -> tuple[str, ...]:
        """The results of the rater that this person's results serve; those of the city below the head of region.

        Where the rater's plan is one of high leadership, its indicator is quoted with the result (A.1.7 note).
        """
        rater = self._by_key.get(duty.rater_key)
        if rater is None:
            return tuple(wordings()["city_goals"])
        if rater.key not in self._goals:
            quotes = rater.job_class is JobClass.JPT_OR_AUTONOMOUS
            outline = self._outline(rater, self._luck("plan", rater.nip))
            self._goals[rater.key] = tuple(
                f"{result.text}\nIndikator Kinerja Individu: {result.measures[0].text}" if quotes else result.text
                for result in outline
                if result.kind is ResultKind.MAIN
            )
        return self._goals[rater.key]

    def _luck(self, purpose: str, key: str) -> random.Random:
        return random.Random(f"{self._seed}/{self.period.year}/{purpose}/{key}")


def _measure(draft: Sequence[str], unit_name: str, rng: random.Random) -> _Measure:
    heading, text, base, spread, unit, narrative = draft[:6]
    is_less = heading == "WAKTU" or draft[6:] == ["TURUN"]
    low, width = Decimal(base), Decimal(spread)
    if unit == "%" and low < 90 and rng.random() < 0.5:
        low += 1 if width < 5 else 2
    return _Measure(
        text=text.format(unit=unit_name),
        narrative=narrative.format(unit=unit_name),
        heading=heading,
        low=low,
        high=low + width,
        unit=unit,
        direction=Direction.LESS if is_less else Direction.MORE,
    )


def _with_target(row: PlanRow, measure: _Measure) -> PlanRow:
    low, high = printed_decimal(measure.low), printed_decimal(measure.high)
    figures = low if low == high else f"{low}-{high}"
    return PlanRow(
        row.nip, row.year, row.section, row.approach, row.number, row.kind, row.text, row.parent_text, row.assigned_by,
        row.indicator, row.aspect, row.perspective, _with_unit(figures, measure.unit), measure.low, measure.high,
        measure.unit, measure.direction,
    )  # fmt: skip


def _with_unit(figures: str, unit: str) -> str:
    return f"{figures}%" if unit == "%" else f"{figures} {unit}"


def _result_classes(reached: Rating, number: int, rng: random.Random) -> tuple[Rating, ...]:
    """A class for each result, so that together they suggest the overall class (rules section 5)."""
    if reached is Rating.MEETS:
        surprise = rng.randrange(number) if number > 2 and rng.random() < 0.4 else None
        one = rng.choice((Rating.ABOVE, Rating.BELOW))
        return tuple(one if place == surprise else Rating.MEETS for place in range(number))
    most = number // 2 + 1
    picked = frozenset(rng.sample(range(number), most))
    return tuple(reached if place in picked else Rating.MEETS for place in range(number))


def _achieved(measure: _Measure, row_class: Rating, rng: random.Random) -> Decimal:
    """A figure on the side of the range that the class asks for, in sensible steps of the unit."""
    step = _LEAST_STEP.get(measure.unit, Decimal(1))
    if row_class is Rating.MEETS:
        return measure.low + step * rng.randint(0, int((measure.high - measure.low) / step))
    wants_more = (measure.direction is Direction.MORE) == (row_class is Rating.ABOVE)
    if wants_more:
        value = measure.high + step * rng.randint(1, 3)
        ceiling = {"%": Decimal(100), "nilai": Decimal(100), "skala 5": Decimal(5)}.get(measure.unit)
        return min(value, ceiling) if ceiling is not None else value
    value = measure.low - step * rng.randint(1, 3)
    if value > 0:
        return value
    return measure.low / 2 if measure.heading == "WAKTU" else Decimal(0)
