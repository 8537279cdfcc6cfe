"""The data set for analysts: which tables it has and what a column of each means; every engine reads the same types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, localcontext
from enum import StrEnum

DIGITS = 38
PLACES = 9
"""A decimal of the data set: 29 digits before the point and 9 behind it, exact or left out."""


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "TEXT"
    WHOLE = "WHOLE"
    DECIMAL = "DECIMAL"
    DAY = "DAY"


@dataclass(frozen=True, slots=True)
class AnalysisColumn:
    """One column; ``is_personal`` ones name somebody and are left out when no names are wanted."""

    name: str
    kind: ColumnKind = ColumnKind.TEXT
    is_personal: bool = False


@dataclass(frozen=True, slots=True)
class AnalysisTable:
    """One table of the data set, cut into folders by agency and period."""

    name: str
    columns: tuple[AnalysisColumn, ...]

    def kept(self, *, with_names: bool) -> tuple[AnalysisColumn, ...]:
        """The columns that are written."""
        return tuple(column for column in self.columns if with_names or not column.is_personal)


@dataclass(frozen=True, slots=True)
class AnalysisOutcome:
    """What was written: rows of each table, files, agencies and periods; ``inexact`` decimals did not fit exactly.

    ``left_out`` people are not in it, because processing of their data is limited.
    """

    folder: str
    rows: Mapping[str, int]
    files: int
    agencies: tuple[str, ...]
    periods: tuple[str, ...]
    inexact: int = 0
    left_out: int = 0


def _columns(*names: str) -> tuple[AnalysisColumn, ...]:
    return tuple(_column(name) for name in names)


def _column(said: str) -> AnalysisColumn:
    name, _, kind = said.partition(":")
    return AnalysisColumn(name, ColumnKind(kind) if kind else ColumnKind.TEXT, name in _PERSONAL)


_PERSONAL = frozenset({"nip", "name", "rater_nip"})

EVALUATIONS = AnalysisTable(
    "evaluations",
    _columns(
        "evaluation_id", "person_id", "nip", "name", "employment", "legal_status", "grade", "position_kind",
        "position_title", "echelon", "education", "unit_id", "unit_name", "rater_id", "rater_nip", "led_unit_id",
        "state", "result_rating", "behaviour_rating", "suggested", "predicate", "org_level", "version:WHOLE",
        "closed_on:DAY",
    ),
)  # fmt: skip
PLANS = AnalysisTable(
    "plans",
    _columns(
        "plan_id", "person_id", "nip", "name", "unit_id", "state", "approach", "job_class", "occasion", "starts:DAY",
        "ends:DAY", "fixed_on:DAY", "version:WHOLE",
    ),
)  # fmt: skip
ACTUALS = AnalysisTable(
    "actuals",
    _columns(
        "indicator_id", "result_id", "plan_id", "person_id", "nip", "result_kind", "result_text", "indicator_text",
        "aspect", "perspective", "target_text", "target_low:DECIMAL", "target_high:DECIMAL", "target_unit",
        "direction", "actual_text", "actual:DECIMAL", "given_class",
    ),
)  # fmt: skip
ANALYSIS_TABLES = (EVALUATIONS, PLANS, ACTUALS)


def exact(text: str | None) -> Decimal | None:
    """A stored decimal as the data set keeps it; nothing when it would not be the same number there."""
    if text is None:
        return None
    value = Decimal(text)
    with localcontext() as context:
        context.prec = DIGITS
        try:
            fitted = value.quantize(Decimal(1).scaleb(-PLACES))
        except InvalidOperation:
            return None
    return fitted if fitted == value else None
