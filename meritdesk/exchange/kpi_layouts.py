"""The headings of the spreadsheets of indicators over the year, and of budgets by month."""

from __future__ import annotations

from collections.abc import Mapping

from meritdesk.core.given import Layout
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.exchange.sheet_words import DIRECTIONS, usual

MONTHS = ("JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV", "DES")
_LONG = ("JANUARI", "FEBRUARI", "MARET", "APRIL", "MEI", "JUNI", "JULI", "AGUSTUS", "SEPTEMBER", "OKTOBER", "NOVEMBER",
         "DESEMBER")  # fmt: skip
_ROMAN = ("I", "II", "III", "IV")


def _steps() -> Mapping[str, tuple[str, ...]]:
    """Each period of a year by its short name, with the ways it is written in a heading."""
    quarters = {f"TW{place}": (f"TW{place}", f"TW {numeral}", f"TRIWULAN {numeral}")
                for place, numeral in enumerate(_ROMAN, start=1)}  # fmt: skip
    months = {short: tuple(dict.fromkeys((short, long))) for short, long in zip(MONTHS, _LONG, strict=True)}
    return {**quarters, **months}


STEPS: Mapping[str, tuple[str, ...]] = _steps()


def period_of(step: str, year: int) -> Period:
    """The period of a column."""
    if step.startswith("TW"):
        return Period(year, PeriodKind.QUARTER, int(step[2:]))
    return Period(year, PeriodKind.MONTH, MONTHS.index(step) + 1)


_PLANNED = {f"p_{step}": tuple(f"TARGET {name}" for name in names) for step, names in STEPS.items()}
_REACHED = {f"r_{step}": tuple(f"REALISASI {name}" for name in names) for step, names in STEPS.items()}

KPI_LAYOUT = Layout(
    name="KPI",
    columns={
        "unit": ("UNOR ID",),
        "unit_name": ("UNOR NAMA", "NAMA UNOR"),
        "year": ("TAHUN",),
        "number": ("NO", "NOMOR"),
        "goal": ("SASARAN STRATEGIS", "SASARAN"),
        "text": ("INDIKATOR KINERJA", "INDIKATOR"),
        "target": ("TARGET", "TARGET TAHUNAN"),
        "measure": ("SATUAN",),
        "direction": ("ARAH",),
        "accumulation": ("CARA HITUNG",),
        **_PLANNED,
        **_REACHED,
    },
    required=("unit", "year", "number"),
    marks=tuple(name for names in (*_PLANNED.values(), *_REACHED.values()) for name in names),
    tier=3,
    words={"direction": usual(DIRECTIONS)},
    bound=("unit",),
)
BUDGET_LAYOUT = Layout(
    name="BUDGETS",
    columns={
        "unit": ("UNOR ID",),
        "unit_name": ("UNOR NAMA", "NAMA UNOR"),
        "period": ("PERIODE", "BULAN"),
        "ceiling": ("PAGU BULAN", "PAGU", "ANGGARAN KAS"),
        "realised": ("REALISASI ANGGARAN", "REALISASI BELANJA"),
        "note": ("KETERANGAN",),
    },
    required=("unit", "period", "ceiling", "realised"),
    marks=("PAGU BULAN", "PAGU", "ANGGARAN KAS", "REALISASI ANGGARAN", "REALISASI BELANJA"),
    tier=2,
    bound=("unit",),
)
KPI_LAYOUTS = (KPI_LAYOUT, BUDGET_LAYOUT)
