"""Indicators taken over from a sheet of the year: targets, trajectories and what was reached, a row an indicator."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.agreement import (
    Accumulation,
    AgreementIndicator,
    TrajectoryPoint,
    UnitActual,
    is_measured_in,
)
from meritdesk.core.differences import Difference, differences
from meritdesk.core.journal import Changes
from meritdesk.core.kpi_intake import KpiRow
from meritdesk.core.periods import Period
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.planning.budgets import units_by_name
from meritdesk.services.ports import Source, Surroundings, Work


@dataclass(frozen=True, slots=True)
class KpiIntake:
    """The verb that takes a sheet of indicators over."""

    around: Surroundings

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take targets, trajectories and figures over: what a row leaves blank stays as it is."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_kpi(source, step)
        with self.around.store.writing(self.around.actor, "planning.tree.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[KpiRow] = Tally(intake, source)
            _judge(tally, work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def _judge(tally: Tally[KpiRow], work: Work) -> None:
    units = units_by_name(work.units.all())
    years = {placed.value.year for placed in tally.intake.rows}
    known = {(one.unit_id, one.year, one.number): one for year in years for one in work.agreements.of_year(year)}
    actuals = work.agreements.actuals([one.indicator_id for one in known.values()])
    held = {(one.indicator_id, one.period): one for one in actuals}
    taken: dict[tuple[str, int, int], int] = {}
    kept: list[AgreementIndicator] = []
    reports: list[UnitActual] = []
    for placed in tally.intake.rows:
        row = placed.value
        unit = units.get(row.unit_source_id)
        if unit is None:
            tally.refuse(placed.row, "UNOR ID", "PLN-401", unit=row.unit_source_id)
            continue
        key = (unit.unit_id, row.year, row.number)
        if (other := taken.setdefault(key, placed.row)) != placed.row:
            tally.refuse(placed.row, "NO", "FOL-364", other=other)
            continue
        before = known.get(key)
        if before is None and (not row.text or row.target is None):
            tally.refuse(placed.row, "NO", "PLN-402", indicator=row.number, year=row.year)
            continue
        after = _indicator(row, unit.unit_id, before)
        told = [_report(after, point, held) for point in row.reached]
        was = [held.get((one.indicator_id, one.period)) for one in told]
        state = state_of(before, after)
        shown: tuple[Difference, ...] = differences(before, after)
        if state == "same" and any(old != new for old, new in zip(was, told, strict=True)):
            state = "changed"
        for old, new in zip(was, told, strict=True):
            shown += tuple(replace(one, name=f"{new.period.code} {one.name}") for one in differences(old, new))
        kept.append(after)
        reports += [new for old, new in zip(was, told, strict=True) if old != new]
        key_text = f"{row.unit_source_id}/{row.year}/{row.number}"
        tally.accept(placed.row, key_text, f"{unit.name}: {after.text}", state, differences=shown)
    work.agreements.save(kept)
    work.agreements.save_actuals(reports)


def _indicator(row: KpiRow, unit_id: str, before: AgreementIndicator | None) -> AgreementIndicator:
    """The indicator a row states; a trajectory is taken over point by point."""
    if before is None:
        assert row.target is not None
        how = row.accumulation or Accumulation.STANDING
        planned = _together((), row.planned)
        return AgreementIndicator(
            str(uuid.uuid4()), unit_id, row.year, row.number, row.goal, row.text, row.target, accumulation=how,
            trajectory=planned,
        )  # fmt: skip
    return replace(
        before,
        goal=row.goal or before.goal,
        text=row.text or before.text,
        target=row.target or before.target,
        accumulation=row.accumulation or before.accumulation,
        trajectory=_together(before.trajectory, row.planned),
    )


def _together(before: Sequence[TrajectoryPoint], told: Sequence[TrajectoryPoint]) -> tuple[TrajectoryPoint, ...]:
    points: dict[Period, TrajectoryPoint] = {point.period: point for point in (*before, *told)}
    return tuple(points[period] for period in sorted(points))


def _report(
    indicator: AgreementIndicator, point: TrajectoryPoint, held: dict[tuple[str, Period], UnitActual]
) -> UnitActual:
    """What was reached in a period: a figure where it can be measured, else the percentage that is stated."""
    before = held.get((indicator.indicator_id, point.period)) or UnitActual(indicator.indicator_id, point.period)
    if is_measured_in(indicator, point.period) or indicator.target.low is not None:
        return replace(before, value=point.value, percent=None)
    return replace(before, value=None, percent=point.value)
