"""The charts of a regional office: the governments it looks over together, nobody counted twice.

A region has no people, plans or teams of its own, so a chart of nobody's would always be empty. Without a unit a chart
is about all governments: predicates and signatures in sum, achievement as the mean of the governments, how fast teams
answer and the culture pulse as a line for each. A unit is that of its own government and is read there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from meritdesk.core.agreement import AgreementIndicator, UnitActual
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Reason
from meritdesk.core.figures import (
    WORST_TO_BEST,
    Figure,
    FigureKind,
    FigureUnit,
    ResponseLine,
    Series,
    SeriesName,
    SeriesShape,
    response_figure,
    signed_by_week,
)
from meritdesk.core.periods import Period
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.organisation_level import OrganisationLevelRule, derive_level
from meritdesk.core.summaries import survey_mean
from meritdesk.core.survey import SurveyKind
from meritdesk.services.overview.region import RegionDesk, roots_of
from meritdesk.services.overview.region_scope import region_scope
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.ports import Surroundings
from meritdesk.services.unit_figures import actuals_for

_PLACES = Decimal("0.01")
_HUNDRED = Decimal(100)


class ResponseTimes(Protocol):
    """Whoever knows how fast teams answer their problems; until somebody does, there is no such chart."""

    def lines(self, period: Period, unit_ids: Iterable[str], agency: str = "") -> tuple[ResponseLine, ...]: ...

    def whole(self, period: Period, agency: str, name: str) -> tuple[ResponseLine, ...]: ...


@dataclass(frozen=True, slots=True)
class RegionFigures:
    """The charts over all governments; ``response`` is whoever knows how fast teams answer."""

    around: Surroundings
    response: ResponseTimes | None = None

    def home_of(self, unit_id: str) -> str:
        """The government a unit belongs to, by its key or UNOR ID; ``USE-103`` for none."""
        with self.around.store.reading() as work:
            units = work.region.units(region_scope(work, 0, with_custody=False).codes)
        found = next(
            (code for code, own in units.items() if any(unit_id in (unit.unit_id, unit.source_id) for unit in own)), ""
        )
        if found:
            return found
        raise UsageRefusal("USE-103", unit=unit_id)

    def of(self, kind: FigureKind, period: Period, years_back: int, periods: Sequence[Period]) -> Figure:
        """One chart of all governments; ``periods`` are those of the year in which an office here reports."""
        charts: dict[FigureKind, Callable[[], Figure]] = {
            FigureKind.DISTRIBUTION: lambda: self._distribution(period),
            FigureKind.ACHIEVEMENT: lambda: self._achievement(period, years_back, periods),
            FigureKind.SIGNATURES: lambda: self._signatures(period),
            FigureKind.PULSE: lambda: self._pulse(period),
            FigureKind.RESPONSE: lambda: self._response(period),
        }
        return charts[kind]()

    def _figure(
        self,
        kind: FigureKind,
        period: Period,
        unit: FigureUnit,
        categories: Sequence[str],
        series: Sequence[Series],
        notes: Sequence[Reason] = (),
        curve: tuple[Decimal, ...] = (),
    ) -> Figure:
        name = self.around.store.agency.name
        return Figure(kind, period, "", name, unit, tuple(categories), tuple(series), tuple(notes), curve)

    def _distribution(self, period: Period) -> Figure:
        desk = RegionDesk(self.around)
        spread, counted = desk.distributions(period), desk.completeness(period).whole
        notes = []
        if counted.due > counted.closed:
            notes.append(Reason("FIG-NOT-CLOSED", "", {"count": str(counted.due - counted.closed)}))
        levels = {line.level for line in spread.lines if line.counts}
        curve: tuple[Decimal, ...] = ()
        level = next(iter(levels)) if len(levels) == 1 else None
        if level is None:
            # Each government has the pattern of its own level; a line between them would be nobody's.
            notes.append(Reason("FIG-MANY-LEVELS", "", {}))
        else:
            pattern = self.around.rulebook.in_force(period.last_day).pattern
            curve = pattern.curves[level].points
            notes.append(Reason("FIG-CURVE", pattern.source, {"level": f"LEVEL:{level.name}"}))
        people = tuple(Decimal(spread.counts.get(label, 0)) for label in WORST_TO_BEST)
        labels = [f"PREDICATE:{label.name}" for label in WORST_TO_BEST]
        bars = Series(SeriesName.PEOPLE, SeriesShape.BARS, people)
        return self._figure(FigureKind.DISTRIBUTION, period, FigureUnit.PEOPLE, labels, [bars], notes, curve)

    def _achievement(self, period: Period, years_back: int, periods: Sequence[Period]) -> Figure:
        """The mean of the governments, each by the unit at its top: the years before, the periods, the year."""
        years = range(period.year - years_back, period.year + 1)
        indicators: dict[tuple[str, int], Sequence[AgreementIndicator]] = {}
        actuals: dict[tuple[str, int], Sequence[UnitActual]] = {}
        with self.around.store.reading() as work:
            codes = region_scope(work, period.year, with_custody=False).codes
            roots = roots_of(work.region.units(codes))
            for year in years:
                for code, own in work.region.indicators(roots, year).items():
                    indicators[code, year] = own
        for code in codes:
            with self.around.store.reading(code) as work:
                for year in years:
                    ids = [one.indicator_id for one in indicators.get((code, year), ())]
                    actuals[code, year] = work.agreements.actuals(ids) if ids else ()
        shown, percents, notes = [], [], []
        for one in (*(type(period)(year, periods[-1].kind) for year in years[:-1]), *periods):
            known = self._known(one, codes, indicators, actuals)
            if not known and one.year < period.year:
                continue  # a year that nobody kept here is no gap to look at
            shown.append(one)
            mean = (sum(known, Decimal(0)) / len(known)).quantize(_PLACES, ROUND_HALF_UP) if known else None
            percents.append(mean)
            if 0 < len(known) < len(codes):
                facts = {"period": one.code, "known": str(len(known)), "all": str(len(codes))}
                notes.append(Reason("FIG-SOME-GOVERNMENTS", "", facts))
        of_years = tuple(value if one.is_annual else None for one, value in zip(shown, percents, strict=True))
        of_periods = tuple(None if one.is_annual else value for one, value in zip(shown, percents, strict=True))
        series = (
            Series(SeriesName.ACHIEVED, SeriesShape.BARS, of_years),
            Series(SeriesName.ACHIEVED, SeriesShape.LINE, of_periods),
            Series(SeriesName.TARGET, SeriesShape.LIMIT, tuple(_HUNDRED for _ in shown)),
        )
        codes_shown = [one.code for one in shown]
        return self._figure(FigureKind.ACHIEVEMENT, period, FigureUnit.PERCENT, codes_shown, series, notes)

    def _known(
        self,
        period: Period,
        codes: Sequence[str],
        indicators: Mapping[tuple[str, int], Sequence[AgreementIndicator]],
        actuals: Mapping[tuple[str, int], Sequence[UnitActual]],
    ) -> list[Decimal]:
        try:
            rule = self.around.rulebook.pack(PackKind.ORGANISATION_LEVEL, period.last_day).body
        except UsageRefusal:
            return []
        assert isinstance(rule, OrganisationLevelRule)
        found = []
        for code in codes:
            own = indicators.get((code, period.year), ())
            derived = derive_level(own, actuals_for(own, actuals[code, period.year], period), period, rule)
            if derived.percent is not None:
                found.append(derived.percent)
        return found

    def _signatures(self, period: Period) -> Figure:
        """Papers that bear all their signatures, week by week, against what is closed, of all governments."""
        signers = signers_of(self.around, period)
        with self.around.store.reading() as work:
            region = region_scope(work, period.year)
            counts = work.region.stages(region.codes, period, signers, region.left_out)
        found: list[date | None] = []
        for code in region.codes:
            elsewhere = frozenset(person for agency, person in region.left_out if agency == code)
            with self.around.store.reading(code) as work:
                found += [day for _, day in work.signed_days(period, signers, elsewhere)]
        dated = [day for day in found if day is not None]
        weeks = signed_by_week(dated, max(dated, default=self.around.clock().date()))
        due = Decimal(sum(one.closed for one in counts.values()))
        undated = len(found) - len(dated)
        series = (
            Series(SeriesName.SIGNED_IN_WEEK, SeriesShape.BARS, tuple(Decimal(count) for _, count, _ in weeks)),
            Series(SeriesName.SIGNED_SO_FAR, SeriesShape.LINE, tuple(Decimal(total) for _, _, total in weeks)),
            Series(SeriesName.TO_BE_SIGNED, SeriesShape.LIMIT, tuple(due for _ in weeks)),
        )
        mondays = [monday.isoformat() for monday, _, _ in weeks]
        notes = [Reason("FIG-UNDATED", "", {"count": str(undated)})] if undated else []
        return self._figure(FigureKind.SIGNATURES, period, FigureUnit.PAPERS, mondays, series, notes)

    def _response(self, period: Period) -> Figure:
        if self.response is None:
            raise UsageRefusal("OVR-101", figure=FigureKind.RESPONSE.value, known="")
        lines = [line for code, name in self._agencies().items() for line in self.response.whole(period, code, name)]
        return response_figure(lines, period)

    def _pulse(self, period: Period) -> Figure:
        """The last culture pulse of each government up to the year."""
        means: dict[str, Decimal | None] = {}
        for code, name in self._agencies().items():
            with self.around.store.reading(code) as work:
                told = [
                    one
                    for one in work.summaries.survey_figures()
                    if one.kind is SurveyKind.PULSE and one.year <= period.year
                ]
            if told:
                means[name] = survey_mean(one for one in told if one.round_id == told[-1].round_id)
        bars = Series(SeriesName.PULSE_AGENCY, SeriesShape.BARS, tuple(means.values()))
        return self._figure(FigureKind.PULSE, period, FigureUnit.SCALE, list(means), [bars] if means else [])

    def _agencies(self) -> Mapping[str, str]:
        with self.around.store.reading() as work:
            return region_scope(work, 0, with_custody=False).agencies
