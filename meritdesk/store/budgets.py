"""What units may spend and did spend by month, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from meritdesk.core.budget import BudgetMonth, months_of
from meritdesk.core.periods import parse_period
from meritdesk.store import tables
from meritdesk.store.notation import decimal_text
from meritdesk.store.rows import Rows


class StoredBudgets:
    """The budget months of the agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_year(self, year: int) -> tuple[BudgetMonth, ...]:
        """Every month of every unit in a year, by unit and month."""
        codes = [month.code for month in months_of(year)]
        found = self._rows.read(tables.budget_month, "period", codes, "unit_id", "period")
        return tuple(
            BudgetMonth(
                str(row["unit_id"]),
                parse_period(str(row["period"])),
                Decimal(str(row["ceiling"])),
                Decimal(str(row["realised"])),
                str(row["note"]),
            )
            for row in found
        )

    def save(self, months: Sequence[BudgetMonth]) -> None:
        """Add these months or bring them up to date."""
        self._rows.write(
            tables.budget_month,
            [
                {
                    "unit_id": one.unit_id,
                    "period": one.period.code,
                    "ceiling": decimal_text(one.ceiling),
                    "realised": decimal_text(one.realised),
                    "note": one.note,
                }
                for one in months
            ],
        )

    def remove(self, months: Sequence[BudgetMonth]) -> None:
        """Take these months out."""
        self._rows.settle(tables.budget_month, dict.fromkeys((one.unit_id, one.period.code) for one in months))
