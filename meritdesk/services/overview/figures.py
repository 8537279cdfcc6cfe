"""What people would rather look at than read: how predicates spread, what units achieve, how signatures come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.figures import (
    WORST_TO_BEST,
    Figure,
    FigureKind,
    FigureUnit,
    Series,
    SeriesName,
    SeriesShape,
    response_figure,
    signed_by_week,
)
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.organisation_level import OrganisationLevelRule, derive_level
from meritdesk.core.stages import Cohort, Reach, Stage
from meritdesk.core.summaries import survey_mean
from meritdesk.core.survey import SurveyKind
from meritdesk.services.fill_sheets import unit_and_below
from meritdesk.services.overview.region_figures import RegionFigures, ResponseTimes
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.unit_figures import actuals_for, periods_of

YEARS_BACK = 2
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figures:
    """Verbs of the charts; ``response`` is filled by the room that keeps teams and their problems."""

    around: Surroundings
    response: ResponseTimes | None = None

    @property
    def kinds(self) -> tuple[FigureKind, ...]:
        """The charts there are."""
        return tuple(kind for kind in FigureKind if kind is not FigureKind.RESPONSE or self.response is not None)

    def of(self, kind: FigureKind, period: Period, unit_id: str = "") -> Figure:
        """One chart of a period, of a unit with everything below it or of the whole agency; at the region of all.

        ``USE-103`` unknown unit; ``OVR-101`` a chart that this office does not have.
        """
        require(self.around.actor, Action.READ)
        agency = ""
        if self.around.store.agency.is_region:
            region = RegionFigures(self.around, self.response)
            if not unit_id:
                with self.around.store.reading() as work:
                    periods = periods_of(period.year, settings_of(work.setting).periodic_cycle)
                return region.of(kind, period, YEARS_BACK, periods)
            agency = region.home_of(unit_id)
        with self.around.store.reading(agency) as work:
            scope = _Scope.of(work, unit_id)
            if kind is FigureKind.DISTRIBUTION:
                return self._distribution(work, period, scope)
            if kind is FigureKind.ACHIEVEMENT:
                return self._achievement(work, period, scope)
            if kind is FigureKind.SIGNATURES:
                return self._signatures(work, period, scope)
            if kind is FigureKind.PULSE:
                return self._pulse(work, period, scope)
        if self.response is None:
            raise UsageRefusal("OVR-101", figure=kind.value, known=", ".join(self.kinds))
        return response_figure(self.response.lines(period, scope.branch, agency), period)

    def _distribution(self, work: Work, period: Period, scope: _Scope) -> Figure:
        counts: Counter[str] = Counter()
        for unit_id, predicate, number in work.predicates(period):
            if scope.holds(unit_id):
                counts[predicate] += number
        waiting = work.cohort_count(Cohort(period, Stage.CLOSED, Reach.OPEN, scope.ids))
        notes = [Reason("FIG-NOT-CLOSED", "", {"count": str(waiting)})] if waiting else []
        level, _ = level_that_counts(work.levels.all(), scope.unit_id, period, self.around.clock().date())
        curve: tuple[Decimal, ...] = ()
        if level is None:
            notes.append(Reason("FIG-NO-LEVEL", "", {}))
        else:
            pattern = self.around.rulebook.in_force(period.last_day).pattern
            curve = pattern.curves[level.level].points
            notes.append(Reason("FIG-CURVE", pattern.source, {"level": f"LEVEL:{level.level.name}"}))
        people = tuple(Decimal(counts[label.value]) for label in WORST_TO_BEST)
        return Figure(
            FigureKind.DISTRIBUTION, period, scope.unit_id, scope.name, FigureUnit.PEOPLE,
            tuple(_key_of(label) for label in WORST_TO_BEST),
            (Series(SeriesName.PEOPLE, SeriesShape.BARS, people),), tuple(notes), curve,
        )  # fmt: skip

    def _achievement(self, work: Work, period: Period, scope: _Scope) -> Figure:
        """The mean achievement over a unit's indicators: the years before, the periods of this one, and the year."""
        unit = scope.with_agreement(work, period.year)
        years = [Period(period.year - back, PeriodKind.YEAR) for back in range(YEARS_BACK, 0, -1)]
        periods = (*years, *periods_of(period.year, settings_of(work.setting).periodic_cycle))
        notes = []
        if unit is not None and unit.unit_id != scope.unit_id:
            notes.append(Reason("FIG-OF-UNIT", "", {"unit": unit.name.lstrip("- ")}))
        percents: list[Decimal | None] = []
        shown: list[Period] = []
        for one in periods:
            percent, missing = self._achieved(work, unit, one)
            if percent is None and one.year < period.year:
                continue  # a year that nobody kept here is no gap to look at
            shown.append(one)
            percents.append(percent)
            if percent is not None and missing:
                notes.append(Reason("FIG-NOT-WHOLE", "", {"period": one.code, "missing": str(missing)}))
        periods = tuple(shown)
        is_year = [one.is_annual for one in periods]
        of_years = tuple(value if year else None for value, year in zip(percents, is_year, strict=True))
        of_periods = tuple(None if year else value for value, year in zip(percents, is_year, strict=True))
        return Figure(
            FigureKind.ACHIEVEMENT, period, unit.unit_id if unit else scope.unit_id,
            unit.name if unit else scope.name, FigureUnit.PERCENT, tuple(one.code for one in periods),
            (
                Series(SeriesName.ACHIEVED, SeriesShape.BARS, of_years),
                Series(SeriesName.ACHIEVED, SeriesShape.LINE, of_periods),
                Series(SeriesName.TARGET, SeriesShape.LIMIT, tuple(_HUNDRED for _ in periods)),
            ),
            tuple(notes),
        )  # fmt: skip

    def _achieved(self, work: Work, unit: OrgUnit | None, period: Period) -> tuple[Decimal | None, int]:
        """The mean achievement of a period, and how many indicators it leaves out."""
        if unit is None:
            return None, 0
        try:
            rule = self.around.rulebook.pack(PackKind.ORGANISATION_LEVEL, period.last_day).body
        except UsageRefusal:
            return None, 0
        assert isinstance(rule, OrganisationLevelRule)
        indicators = work.agreements.of_year(period.year, [unit.unit_id])
        actuals = work.agreements.actuals([one.indicator_id for one in indicators])
        derived = derive_level(indicators, actuals_for(indicators, actuals, period), period, rule)
        return derived.percent, len(derived.missing)

    def _signatures(self, work: Work, period: Period, scope: _Scope) -> Figure:
        """Papers that bear all their signatures, week by week, against the number of closed evaluations."""
        found = [
            day for unit_id, day in work.signed_days(period, signers_of(self.around, period)) if scope.holds(unit_id)
        ]
        dated = [day for day in found if day is not None]
        weeks = signed_by_week(dated, max(dated, default=self.around.clock().date()))
        due = work.cohort_count(Cohort(period, Stage.CLOSED, Reach.DONE, scope.ids))
        undated = len(found) - len(dated)
        return Figure(
            FigureKind.SIGNATURES, period, scope.unit_id, scope.name, FigureUnit.PAPERS,
            tuple(monday.isoformat() for monday, _, _ in weeks),
            (
                Series(SeriesName.SIGNED_IN_WEEK, SeriesShape.BARS, tuple(Decimal(count) for _, count, _ in weeks)),
                Series(SeriesName.SIGNED_SO_FAR, SeriesShape.LINE, tuple(Decimal(total) for _, _, total in weeks)),
                Series(SeriesName.TO_BE_SIGNED, SeriesShape.LIMIT, tuple(Decimal(due) for _ in weeks)),
            ),
            (Reason("FIG-UNDATED", "", {"count": str(undated)}),) if undated else (),
        )  # fmt: skip

    def _pulse(self, work: Work, period: Period, scope: _Scope) -> Figure:
        """The culture pulse from round to round: of the department of a unit, and of the whole agency beside it."""
        told = [
            one for one in work.summaries.survey_figures() if one.kind is SurveyKind.PULSE and one.year <= period.year
        ]
        rounds = {one.round_id: one.name for one in told}
        whole = tuple(survey_mean(one for one in told if one.round_id == here) for here in rounds)
        agency = Series(SeriesName.PULSE_AGENCY, SeriesShape.LINE, whole)
        department = scope.nearest({one.unit_id for one in told}) if scope.branch else None
        if department is None:
            notes = (Reason("FIG-PULSE-UNTOLD", "", {}),) if scope.branch and rounds else ()
            return Figure(FigureKind.PULSE, period, scope.unit_id, scope.name, FigureUnit.SCALE,
                          tuple(rounds.values()), (agency,), notes)  # fmt: skip
        here = tuple(
            survey_mean(one for one in told if one.round_id == this and one.unit_id == department.unit_id)
            for this in rounds
        )
        return Figure(
            FigureKind.PULSE, period, department.unit_id, department.name.lstrip("- "), FigureUnit.SCALE,
            tuple(rounds.values()), (Series(SeriesName.PULSE_HERE, SeriesShape.BARS, here), agency),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scope:
    """The part of the agency a chart is about; without a unit it is the whole, under the unit at its top."""

    unit_id: str
    name: str
    ids: tuple[str, ...]
    branch: frozenset[str]
    units: Mapping[str, OrgUnit]

    @classmethod
    def of(cls, work: Work, unit_id: str) -> _Scope:
        units = {unit.unit_id: unit for unit in work.units.all()}
        if unit_id:
            unit, branch = unit_and_below(work, unit_id)
            return cls(unit.unit_id, unit.name.lstrip("- "), tuple(sorted(branch)), branch, units)
        top = next((unit for unit in units.values() if unit.parent_id not in units), None)
        return cls(top.unit_id if top else "", top.name if top else "", (), frozenset(), units)

    def holds(self, unit_id: str) -> bool:
        """Whether somebody of a unit is in here."""
        return not self.branch or unit_id in self.branch

    def with_agreement(self, work: Work, year: int) -> OrgUnit | None:
        """The nearest unit upwards that has an agreement of the year."""
        return self.nearest({one.unit_id for one in work.agreements.of_year(year)})

    def nearest(self, having: Set[str]) -> OrgUnit | None:
        """The nearest unit upwards that is one of these."""
        unit_id, seen = self.unit_id, set()
        while unit_id in self.units and unit_id not in seen:
            if unit_id in having:
                return self.units[unit_id]
            seen.add(unit_id)
            unit_id = self.units[unit_id].parent_id
        return None


def _key_of(label: Predicate) -> str:
    return f"PREDICATE:{label.name}"
