"""What the region is told of performance pay: each person's month in figures, once the recap is locked."""

from __future__ import annotations

from meritdesk.core.package_tables import Table, decimal_columns, key_columns, number_columns
from meritdesk.core.travel import Scope, Travelling

PAY: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "tunjangan_bulan",
            "Tunjangan kinerja tiap pegawai dan bulan, dari rekap yang dikunci",
            (
                *key_columns("period", "person_id"),
                *number_columns("version"),
                *decimal_columns("gross", "taken", "net"),
            ),
            ("period", "person_id"),
        ),
        "paid_month",
        Scope.IN_YEAR,
        "period",
    ),
)
