"""What units achieved on their own indicators, and the organisation's level that follows from it (R-58 to R-60)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import settings_of
from meritdesk.core.agreement import (
    ActionItem,
    AgreementIndicator,
    LevelBasis,
    UnitActual,
    is_measured_in,
)
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrganisationLevel, OrgLevel
from meritdesk.core.intake import UnitActualRow
from meritdesk.core.journal import Changes
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.scoring.organisation_level import DerivedLevel, OrganisationLevelRule, derive_level
from meritdesk.services.cascade_picture import Roll
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.unit_figures import actuals_for, periods_of

_MARKS = "%"


@dataclass(frozen=True, slots=True)
class KpiCard:
    """The indicators of a unit over the periods of a year, with derived and given levels side by side, never mixed.

    ``actuals`` is by (indicator id, period code); ``derived``, ``levels`` and ``bases`` by period code.
    """

    unit: OrgUnit
    year: int
    periods: tuple[Period, ...]
    indicators: tuple[AgreementIndicator, ...]
    actuals: Mapping[tuple[str, str], UnitActual]
    derived: Mapping[str, DerivedLevel]
    levels: Mapping[str, OrganisationLevel]
    bases: Mapping[str, LevelBasis]


@dataclass(frozen=True, slots=True)
class KpiEntry:
    """What was typed for one indicator in one period: a number, a percentage, or nothing."""

    indicator_id: str
    period: Period
    text: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class KpiFate:
    """An entry that could not be read, and why."""

    indicator_id: str
    period: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KpiOutcome:
    """How many figures were written, and which entries were refused."""

    written: int
    refused: tuple[KpiFate, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Kpi:
    """Verbs of the organisation's own figures."""

    around: Surroundings

    def show(self, unit_id: str, year: int) -> KpiCard:
        """The figures of one unit in a year with the level each period suggests; ``PLN-401`` unknown unit."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            unit = Roll.of(work).unit(unit_id)
            indicators = work.agreements.of_year(year, [unit.unit_id])
            actuals = work.agreements.actuals([one.indicator_id for one in indicators])
            periods = periods_of(year, settings_of(work.setting).periodic_cycle)
            levels = {one.period.code: one for one in work.levels.all() if one.unit_id == unit.unit_id}
            bases = {one.period.code: one for one in work.agreements.bases(unit.unit_id)}
        derived = {period.code: self._derived(indicators, actuals, period) for period in periods}
        known = {(one.indicator_id, one.period.code): one for one in actuals}
        return KpiCard(unit, year, periods, indicators, known, derived, levels, bases)

    def write(self, entries: Sequence[KpiEntry], year: int) -> KpiOutcome:
        """Take figures over as typed; ``PLN-420`` for what is no number, ``PLN-402`` for an unknown indicator.

        A percentage counts only where the indicator cannot be measured in that period: otherwise it follows from the
        figure. An empty entry clears the figure.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.kpi.write") as work:
            known = work.agreements.by_ids([entry.indicator_id for entry in entries])
            held = {(one.indicator_id, one.period): one for one in work.agreements.actuals(known)}
            refused: list[KpiFate] = []
            written: dict[tuple[str, Period], UnitActual] = {}
            for entry in entries:
                indicator = known.get(entry.indicator_id)
                if indicator is None or indicator.year != year or entry.period.year != year:
                    facts: dict[str, object] = {"indicator": entry.indicator_id, "year": year}
                    refused.append(KpiFate(entry.indicator_id, entry.period.code, "PLN-402", facts))
                    continue
                key = (entry.indicator_id, entry.period)
                before = written.get(key) or held.get(key) or UnitActual(entry.indicator_id, entry.period)
                after = read_figure(entry, indicator, before)
                if after is None:
                    refused.append(KpiFate(entry.indicator_id, entry.period.code, "PLN-420", {"text": entry.text}))
                elif after != before:
                    written[key] = after
            work.agreements.save_actuals(list(written.values()))
            changes = work.commit()
        return KpiOutcome(len(written), tuple(refused), changes)

    def achieve(self, indicator_id: str, items: Mapping[str, Decimal | None]) -> Changes:
        """Enter what was achieved on items of an action plan: item id to figure, nothing to clear it (T-72)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.kpi.achieve") as work:
            indicator = work.agreements.by_ids([indicator_id]).get(indicator_id)
            if indicator is None:
                raise UsageRefusal("PLN-402", indicator=indicator_id, year="-")
            known = {item.item_id for item in indicator.actions}
            for item_id in items:
                if item_id not in known:
                    raise UsageRefusal("PLN-402", indicator=item_id, year=indicator.year)
            actions = tuple(_achieved(item, items) for item in indicator.actions)
            work.agreements.save([replace(indicator, actions=actions)])
            return work.commit()

    def derive(self, unit_id: str, period: Period) -> DerivedLevel:
        """What a unit's indicators suggest for a period, with every line of it; nothing is stored."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            unit = Roll.of(work).unit(unit_id)
            indicators = work.agreements.of_year(period.year, [unit.unit_id])
            actuals = work.agreements.actuals([one.indicator_id for one in indicators])
        return self._derived(indicators, actuals, period)

    def settle(
        self,
        unit_id: str,
        period: Period,
        level: OrgLevel | None = None,
        reason: str = "",
        source: str = "",
        published_on: date | None = None,
    ) -> Changes:
        """Set the level of a unit: the derived one, or another with a reason. It feeds the evaluations (R-61).

        ``PLN-411`` a reason is needed where the level differs from the derived one, where not every indicator is
        covered (V-63) or nothing could be derived; ``PLN-412`` when there is neither. What was derived is kept beside.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.kpi.settle", reason=reason) as work:
            unit = Roll.of(work).unit(unit_id)
            indicators = work.agreements.of_year(period.year, [unit.unit_id])
            actuals = work.agreements.actuals([one.indicator_id for one in indicators])
            pack = self._pack(period)
            derived = self._derived(indicators, actuals, period)
            suggested = OrgLevel[derived.level.name] if derived.level is not None else None
            given = level or suggested
            if given is None:
                raise UsageRefusal("PLN-412", unit=unit.name, period=period.code)
            if (given is not suggested or not derived.is_whole) and not reason.strip():
                told = f"LEVEL:{suggested.name}" if suggested is not None else "-"
                raise UsageRefusal("PLN-411", given=f"LEVEL:{given.name}", derived=told)
            percent = f": {printed_decimal(derived.percent)} %" if derived.percent is not None else ""
            stated = source.strip() or f"Perjanjian Kinerja {period.year}{percent}"
            work.levels.save([OrganisationLevel(unit.unit_id, period, given, stated, published_on)])
            basis = LevelBasis(
                unit_id=unit.unit_id,
                period=period,
                derived=derived.level.name if derived.level is not None else "",
                percent=derived.percent,
                missing=len(derived.missing),
                reason=reason.strip(),
                packs=(pack.ref,),
            )
            work.agreements.save_bases([basis])
            return work.commit()

    def import_actuals(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take the figures of units over row by row: unit, period, number of the indicator, figure."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_unit_actuals(source, step)
        verb = "planning.kpi.import"
        with self.around.store.writing(self.around.actor, verb, origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[UnitActualRow] = Tally(intake, source)
            _judge(tally, work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def _pack(self, period: Period) -> RulePack:
        return self.around.rulebook.pack(PackKind.ORGANISATION_LEVEL, period.last_day)

    def _derived(
        self, indicators: Sequence[AgreementIndicator], actuals: Sequence[UnitActual], period: Period
    ) -> DerivedLevel:
        rule = self._pack(period).body
        assert isinstance(rule, OrganisationLevelRule)
        return derive_level(indicators, actuals_for(indicators, actuals, period), period, rule)


def read_figure(entry: KpiEntry, indicator: AgreementIndicator, before: UnitActual) -> UnitActual | None:
    """The report that an entry makes of the one before; nothing when it is no number (``PLN-420``)."""
    text = entry.text.strip()
    evidence = before.evidence if entry.evidence is None else entry.evidence.strip()
    if not text:
        return replace(before, value=None, percent=None, evidence=evidence)
    number = read_decimal(text.removesuffix(_MARKS))
    if number is None:
        return None
    if is_measured_in(indicator, entry.period):
        return replace(before, value=number, percent=None, evidence=evidence)
    return replace(before, value=None, percent=number, evidence=evidence) if number >= 0 else None


def _achieved(item: ActionItem, items: Mapping[str, Decimal | None]) -> ActionItem:
    return replace(item, achieved=items[item.item_id]) if item.item_id in items else item


def _judge(tally: Tally[UnitActualRow], work: Work) -> None:
    roll = Roll.of(work)
    by_source = {unit.source_id: unit for unit in roll.units.values() if unit.source_id}
    years = {placed.value.period.year for placed in tally.intake.rows}
    known = {(one.unit_id, one.year, one.number): one for year in years for one in work.agreements.of_year(year)}
    held = {
        (one.indicator_id, one.period): one
        for one in work.agreements.actuals([indicator.indicator_id for indicator in known.values()])
    }
    kept = []
    for placed in tally.intake.rows:
        row = placed.value
        unit = by_source.get(row.unit_source_id) or roll.units.get(row.unit_source_id)
        if unit is None:
            tally.refuse(placed.row, "UNOR ID", "PLN-401", unit=row.unit_source_id)
            continue
        indicator = known.get((unit.unit_id, row.period.year, row.number))
        if indicator is None:
            tally.refuse(placed.row, "NO", "PLN-402", indicator=row.number, year=row.period.year)
            continue
        key = (indicator.indicator_id, row.period)
        before = held.get(key)
        is_measured = is_measured_in(indicator, row.period)
        after = UnitActual(
            indicator_id=indicator.indicator_id,
            period=row.period,
            value=row.value if is_measured else None,
            percent=None if is_measured else row.value,
            text=row.text if row.text is not None else (before.text if before else ""),
            evidence=row.evidence if row.evidence is not None else (before.evidence if before else ""),
        )
        held[key] = after
        kept.append(after)
        label = f"{unit.name}: {indicator.text}"
        state, shown = state_of(before, after), differences(before, after)
        key_text = f"{row.unit_source_id}/{row.period.code}/{row.number}"
        tally.accept(placed.row, key_text, label, state, differences=shown)
    work.agreements.save_actuals(kept)
