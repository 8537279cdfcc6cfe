"""The regional board: what the agencies have sent, how complete it is, how it spreads, and where each number came from.

Everything is read over all agencies at once; nobody is counted twice (who answers for a person held by two agencies
is decided in the room of hand-over). An agency's own store has no such board.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.agency_settings import settings_of
from meritdesk.core.agreement import AgreementIndicator, UnitActual
from meritdesk.core.documents import PaperStyle
from meritdesk.core.duties import Duty
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrganisationLevel, Predicate
from meritdesk.core.evaluation_calendar import window_of
from meritdesk.core.handover import AuditHead
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.region_board import (
    BoardFigure,
    BoardPerson,
    CompletenessLine,
    GovernmentIndicator,
    KpiBoard,
    KpiGovernment,
    Provenance,
    StageCounts,
    TrendLine,
    completeness_line,
    kpi_lines,
    trend_lines,
)
from meritdesk.core.region_paper import BoardLine, WholeBoard
from meritdesk.core.region_sendings import SendingLine, sending_lines
from meritdesk.core.region_spread import Outlier, OutlierRule, SpreadLine, find_outliers, spread_line
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.organisation import level_that_counts
from meritdesk.core.scoring.organisation_level import OrganisationLevelRule, derive_level
from meritdesk.services.changes import Step, no_step
from meritdesk.services.clocks import office_calendar
from meritdesk.services.evaluation_roll import reading_of
from meritdesk.services.office_papers import PapersOutcome
from meritdesk.services.overview.region_scope import RegionScope, region_scope, require_region
from meritdesk.services.overview.region_sheets import print_board
from meritdesk.services.overview.signers import signers_of
from meritdesk.services.ports import Surroundings, Work

FEWEST_YEARS = 5
"""So many years the trends go back where nobody asks for others."""


@dataclass(frozen=True, slots=True)
class Sendings:
    """Who has sent what for a period, and until when it was due (nothing where the law sets no day)."""

    period: Period
    limit: date | None
    lines: tuple[SendingLine, ...]
    packages: int
    journal: AuditHead


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete and timely a period is; ``held_twice`` people stand with two agencies, counted once."""

    period: Period
    limit: date | None
    lines: tuple[CompletenessLine, ...]
    held_twice: int
    undecided: int

    @property
    def whole(self) -> StageCounts:
        """The sum of all agencies."""
        names = ("staff", "due", "planned", "rated", "closed", "signed")
        return StageCounts(*(sum(getattr(line.counts, name) for line in self.lines) for name in names))


@dataclass(frozen=True, slots=True)
class Distributions:
    """The spread of each agency beside its level."""

    period: Period
    lines: tuple[SpreadLine, ...]
    counts: Mapping[Predicate, int]


@dataclass(frozen=True, slots=True)
class Outliers:
    """The groups that stand out, and by which rule."""

    period: Period
    rule: OutlierRule
    lines: tuple[Outlier, ...]


@dataclass(frozen=True, slots=True)
class Trends:
    """The results of years, agency by agency, each scale for itself."""

    years: tuple[int, ...]
    lines: tuple[TrendLine, ...]


@dataclass(frozen=True, slots=True)
class RegionDesk:
    """Verbs of the regional board; each is refused with ``REG-101`` in the store of an agency."""

    around: Surroundings

    def sendings(self, period: Period) -> Sendings:
        """Who has sent what: packages, number, when, how late, what is missing, refused, forked or waits."""
        require_region(self.around)
        with self.around.store.reading() as work:
            region = region_scope(work, period.year, with_custody=False)
            limit = self._limit(work, period)
            packages = work.region.packages()
            lines = sending_lines(
                region.agencies,
                packages,
                period.code,
                limit,
                self.around.clock().date(),
                office_calendar(self.around, work),
                work.region.conflicts(period),
                self._turned_away(work),
                work.region.approvals(period),
            )
            head = work.journal.head()
        return Sendings(period, limit, lines, sum(line.packages for line in lines), head)

    def completeness(self, period: Period) -> Completeness:
        """How many are due, planned, rated, closed, signed and missing, and how timely what is closed was closed."""
        require_region(self.around)
        with self.around.store.reading() as work:
            region = region_scope(work, period.year)
            limit = self._limit(work, period)
            signers = signers_of(self.around, period)
            counts = work.region.stages(region.codes, period, signers, region.left_out)
            days = work.region.closing_days(region.codes, period, region.left_out)
            calendar = office_calendar(self.around, work)
        lines = tuple(
            completeness_line(code, name, counts.get(code, StageCounts()), days.get(code, {}), limit, calendar)
            for code, name in region.agencies.items()
        )
        return Completeness(period, limit, lines, len(region.twice), sum(line.is_waiting for line in region.twice))

    def distributions(self, period: Period) -> Distributions:
        """The predicates of each agency against the pattern of its organisation level; who differs is marked."""
        require_region(self.around)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.reading() as work:
            region = region_scope(work, period.year)
            reading = reading_of(settings_of(work.setting))
            spread = work.region.spread(region.codes, period, region.left_out)
            levels = self._levels(work, region, period)
        counts: dict[str, Counter[Predicate]] = defaultdict(Counter)
        for one in spread:
            counts[one.agency][one.predicate] += one.count
        lines = []
        for code, name in region.agencies.items():
            level = levels.get(code)
            lines.append(
                spread_line(
                    code,
                    name,
                    counts[code],
                    level.level if level is not None else None,
                    level.period if level is not None else None,
                    rules.pattern,
                    rules.circular if reading.uses_circular else None,
                    reading.by_majority,
                )
            )
        return Distributions(period, tuple(lines), sum(counts.values(), Counter()))

    def board(self, period: Period) -> WholeBoard:
        """Sendings, completeness and spread of each agency on one line: what the board shows, prints and exports."""
        sent, complete, spread = self.sendings(period), self.completeness(period), self.distributions(period)
        by_agency = {line.agency: line for line in complete.lines}
        spreads = {line.agency: line for line in spread.lines}
        lines = tuple(BoardLine(line, by_agency[line.agency], spreads[line.agency]) for line in sent.lines)
        return WholeBoard(
            period, sent.limit, lines, sent.packages, sent.journal, complete.held_twice, complete.undecided
        )

    def print(self, period: Period, out: Path, style: PaperStyle | None = None, step: Step = no_step) -> PapersOutcome:
        """Print the board with the groups that stand out, lying; ``REG-105`` when no agency is known."""
        board, outliers = self.board(period), self.outliers(period).lines
        return print_board(self.around, board, outliers, out, style, step)

    def outliers(self, period: Period) -> Outliers:
        """Raters and departments whose people spread unlike the others of their agency, by the rule of the pack."""
        require_region(self.around)
        rule = self.around.rulebook.pack(PackKind.REGION_OUTLIERS, period.last_day).body
        assert isinstance(rule, OutlierRule)
        with self.around.store.reading() as work:
            region = region_scope(work, period.year)
            spread = work.region.spread(region.codes, period, region.left_out)
            units = work.region.units(region.codes)
            names = {(code, unit.unit_id): unit.name.lstrip("- ") for code, found in units.items() for unit in found}
            found = find_outliers(
                spread, rule, _tops(units), region.agencies, names, lambda agency, person_id: person_id
            )
            people = work.region.names({(one.agency, one.rater_id) for one in found if one.rater_id})
        lines = tuple(_named(one, people) for one in found)
        return Outliers(period, rule, lines)

    def trends(self, years: Sequence[int]) -> Trends:
        """The annual results of these years; old years stand on their own scale. ``REG-102`` without a year."""
        require_region(self.around)
        wanted = tuple(sorted(set(years)))
        if not wanted:
            raise UsageRefusal("REG-102")
        with self.around.store.reading() as work:
            region = region_scope(work, max(wanted))
            counts = work.region.years(region.codes, wanted, region.left_out)
        return Trends(wanted, trend_lines(region.agencies, counts))

    def kpi(self, year: int) -> KpiBoard:
        """The indicators of the governments side by side, each held against its own target (R-59)."""
        require_region(self.around)
        period = Period(year, PeriodKind.YEAR)
        rule = self.around.rulebook.pack(PackKind.ORGANISATION_LEVEL, period.last_day).body
        assert isinstance(rule, OrganisationLevelRule)
        with self.around.store.reading() as work:
            region = region_scope(work, year, with_custody=False)
            levels = self._levels(work, region, period)
            roots = roots_of(work.region.units(region.codes))
            indicators = work.region.indicators(roots, year)
            ids = {code: [one.indicator_id for one in found] for code, found in indicators.items()}
            actuals = work.region.unit_actuals(ids, period)
        shown: list[GovernmentIndicator] = []
        governments = []
        for code, name in region.agencies.items():
            own, reported = indicators.get(code, ()), actuals.get(code, {})
            derived = derive_level(own, reported, period, rule)
            shown += [_indicator(code, one, reported.get(one.indicator_id), derived.percents) for one in own]
            level = levels.get(code)
            governments.append(
                KpiGovernment(
                    code,
                    name,
                    len(own),
                    len(derived.missing),
                    derived.percent,
                    level.level if level is not None else None,
                )
            )
        return KpiBoard(year, tuple(governments), kpi_lines(shown))

    def people(self, figure: BoardFigure) -> tuple[BoardPerson, ...]:
        """The people behind a number of the board, by name; ``REG-103`` an agency that this region does not know."""
        require_region(self.around)
        with self.around.store.reading() as work:
            region = region_scope(work, figure.period.year)
            region.require_known(figure.agency)
            limit = self._limit(work, figure.period)
            return work.region.people(figure, limit, signers_of(self.around, figure.period), region.left_out)

    def origin(self, agency: str, table: str, key: str, period: Period) -> Provenance | None:
        """Which package brought a record, and in which row of which file; nothing where no package did."""
        require_region(self.around)
        with self.around.store.reading(agency) as work:
            return work.origin.of(table, key, period)

    def branch(self, agency: str, unit_id: str) -> tuple[str, ...]:
        """A unit of an agency with everything below it."""
        require_region(self.around)
        with self.around.store.reading() as work:
            units = work.region.units([agency]).get(agency, ())
        below: dict[str, list[str]] = defaultdict(list)
        for unit in units:
            below[unit.parent_id].append(unit.unit_id)
        found, waiting = [], [unit_id]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.append(one)
                waiting += below[one]
        return tuple(found)

    def _limit(self, work: Work, period: Period) -> date | None:
        """The last day on which a period is evaluated: by the deadline pack for a year, else by the office's window."""
        try:
            rules = self.around.rulebook.deadlines(period.last_day)
        except UsageRefusal:
            return None
        if period.is_annual:
            return rules.limit(Duty.ANNUAL_EVALUATION, period.year + 1)
        return window_of(period, settings_of(work.setting)).closes

    def _levels(self, work: Work, region: RegionScope, period: Period) -> Mapping[str, OrganisationLevel]:
        """By agency the level of the unit at its top that counts for a period (R-60, R-61)."""
        periods = [period, Period(period.year - 1, PeriodKind.YEAR)]
        known = work.region.levels(region.codes, periods)
        today = self.around.clock().date()
        found = {}
        for code, root in roots_of(work.region.units(region.codes)).items():
            level, _ = level_that_counts(known.get(code, ()), root, period, today)
            if level is not None:
                found[code] = level
        return found

    def _turned_away(self, work: Work) -> Mapping[str, int]:
        """By agency the files that were not let in because of a key."""
        counts: Counter[str] = Counter()
        for incident in work.trust.incidents():
            sender = dict(incident.facts).get("sender", "")
            if "/" in sender:
                counts[sender.partition("/")[0]] += 1
        return counts


def roots_of(units: Mapping[str, Sequence[OrgUnit]]) -> dict[str, str]:
    """By agency the unit at its top."""
    found = {}
    for code, own in units.items():
        known = {unit.unit_id for unit in own}
        found[code] = next((unit.unit_id for unit in own if unit.parent_id not in known), "")
    return found


def _tops(units: Mapping[str, Sequence[OrgUnit]]) -> Callable[[str, str], str]:
    """Of an agency's unit, the unit right below its head in whose branch it lies."""
    roots = roots_of(units)
    parents = {(code, unit.unit_id): unit.parent_id for code, own in units.items() for unit in own}

    def top(agency: str, unit_id: str) -> str:
        seen: set[str] = set()
        while unit_id and unit_id not in seen:
            seen.add(unit_id)
            parent = parents.get((agency, unit_id), "")
            if parent == roots.get(agency, ""):
                return unit_id if parent else ""
            unit_id = parent
        return ""

    return top


def _named(one: Outlier, people: Mapping[tuple[str, str], str]) -> Outlier:
    return replace(one, rater_name=people.get((one.agency, one.rater_id), one.rater_id)) if one.rater_id else one


def _indicator(
    agency: str, one: AgreementIndicator, actual: UnitActual | None, percents: Mapping[str, Decimal]
) -> GovernmentIndicator:
    return GovernmentIndicator(
        agency=agency,
        indicator_id=one.indicator_id,
        number=one.number,
        text=one.text,
        target=one.target.text,
        value=actual.value if actual is not None else None,
        percent=percents.get(one.indicator_id),
        is_draft=one.is_draft,
    )
