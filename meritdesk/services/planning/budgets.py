"""The budgets of units month by month: entered or taken over, shown beside the indicators, and read by pay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.budget import Absorbed, BudgetMonth, absorbed_by, of_branches
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.kpi_intake import BudgetRow
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One unit: its months of the year, and what it absorbed by the end of the period; units below count for it."""

    unit: OrgUnit
    months: tuple[BudgetMonth, ...]
    absorbed: Absorbed | None


@dataclass(frozen=True, slots=True)
class BudgetDesk:
    """Verbs of budgets."""

    around: Surroundings

    def lines(self, period: Period) -> tuple[BudgetLine, ...]:
        """Every unit with a budget of its own or below it, in the order of the unit tree."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            units = work.units.all()
            months = work.budgets.of_year(period.year)
        by_unit: dict[str, list[BudgetMonth]] = {}
        for month in months:
            by_unit.setdefault(month.unit_id, []).append(month)
        absorbed = of_branches(absorbed_by(months, period), {unit.unit_id: unit.parent_id for unit in units})
        return tuple(
            BudgetLine(unit, tuple(by_unit.get(unit.unit_id, ())), absorbed.get(unit.unit_id))
            for unit in sorted(units, key=lambda unit: (unit.sort_order, unit.name))
            if unit.unit_id in absorbed or unit.unit_id in by_unit
        )

    def enter(
        self, unit_id: str, period: Period, ceiling: Decimal | None, realised: Decimal = Decimal(0), note: str = ""
    ) -> Changes:
        """Enter what a unit may spend and spent in a month; without a ceiling the month is taken out.

        ``PLN-401`` unknown unit, ``PLN-434`` no month, ``PLN-435`` below nought, ``PLN-436`` nothing to take out.
        """
        require(self.around.actor, Action.EDIT)
        if period.kind is not PeriodKind.MONTH:
            raise UsageRefusal("PLN-434", period=period.code)
        if (ceiling is not None and ceiling < 0) or realised < 0:
            raise UsageRefusal("PLN-435")
        with self.around.store.writing(self.around.actor, "planning.budgets.enter") as work:
            unit = _unit(work.units.all(), unit_id)
            if unit is None:
                raise UsageRefusal("PLN-401", unit=unit_id)
            held = {(one.unit_id, one.period): one for one in work.budgets.of_year(period.year)}
            before = held.get((unit.unit_id, period))
            if ceiling is not None:
                work.budgets.save([BudgetMonth(unit.unit_id, period, ceiling, realised, note.strip())])
            elif before is not None:
                work.budgets.remove([before])
            else:
                raise UsageRefusal("PLN-436", period=period.code, unit=unit.name)
            return work.commit()

    def import_months(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take budgets over row by row: unit, month, ceiling, spent."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_budgets(source, step)
        with self.around.store.writing(self.around.actor, "planning.budgets.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[BudgetRow] = Tally(intake, source)
            units = units_by_name(work.units.all())
            years = {placed.value.period.year for placed in intake.rows}
            held = {(one.unit_id, one.period): one for year in years for one in work.budgets.of_year(year)}
            taken: dict[tuple[str, Period], int] = {}
            saved = []
            for placed in intake.rows:
                row = placed.value
                unit = units.get(row.unit_source_id)
                if unit is None:
                    tally.refuse(placed.row, "UNOR ID", "PLN-401", unit=row.unit_source_id)
                    continue
                key = (unit.unit_id, row.period)
                if (other := taken.setdefault(key, placed.row)) != placed.row:
                    tally.refuse(placed.row, "PERIODE", "FOL-364", other=other)
                    continue
                before = held.get(key)
                note = row.note if row.note is not None else (before.note if before else "")
                after = BudgetMonth(unit.unit_id, row.period, row.ceiling, row.realised, note)
                state = state_of(before, after)
                if state != "same":
                    saved.append(after)
                label = f"{unit.name}: {row.period.code}"
                key_text = f"{row.unit_source_id}/{row.period.code}"
                tally.accept(placed.row, key_text, label, state, differences=differences(before, after))
            work.budgets.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def units_by_name(units: Iterable[OrgUnit]) -> Mapping[str, OrgUnit]:
    """Units by key and by their id in the national system, which goes first."""
    listed = tuple(units)
    by_key = {unit.unit_id: unit for unit in listed}
    return by_key | {unit.source_id: unit for unit in listed if unit.source_id}


def _unit(units: Iterable[OrgUnit], unit_id: str) -> OrgUnit | None:
    return units_by_name(units).get(unit_id)
