"""Parquet for analysts: one file a table, agency and period, in folders that every engine takes for columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from meritdesk.core.analysis import DIGITS, PLACES, AnalysisColumn, ColumnKind
from meritdesk.core.errors import UsageRefusal

FILE_NAME = "part-0.parquet"


def write_analysis_file(
    folder: Path, table: str, agency: str, period: str, columns: Sequence[AnalysisColumn], blocks: Iterable[list[Any]]
) -> int:
    """Write the rows of one agency and period; answers with their number. ``SRV-141`` without the part for it.

    ``TABLE/agency=7101/period=2025/part-0.parquet``: agency and period stand in the names of the folders alone.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageRefusal("SRV-141") from error
    kinds = {
        ColumnKind.TEXT: pyarrow.string(),
        ColumnKind.WHOLE: pyarrow.int32(),
        ColumnKind.DECIMAL: pyarrow.decimal128(DIGITS, PLACES),
        ColumnKind.DAY: pyarrow.date32(),
    }
    schema = pyarrow.schema([(column.name, kinds[column.kind]) for column in columns])
    place = folder / table / f"agency={agency}" / f"period={period}"
    place.mkdir(parents=True, exist_ok=True)
    rows = 0
    with pyarrow.parquet.ParquetWriter(place / FILE_NAME, schema, compression="zstd") as writer:
        for block in blocks:
            values = list(zip(*block, strict=True))
            arrays = [
                pyarrow.array([_day(one) for one in given] if column.kind is ColumnKind.DAY else given, field.type)
                for column, field, given in zip(columns, schema, values, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            rows += len(block)
    return rows


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
