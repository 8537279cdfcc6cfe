"""Sheets that a unit fills in without the program: what went out, what came back, and what becomes of each cell.

A sheet carries, out of sight, for whom it was made and what the desk held when it was made. Coming back, each cell is
compared three ways: what went out, what the unit says, what the desk holds now. Only what the unit touched counts;
where desk and unit both changed a cell, both values are shown and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import Rating
from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, Aspect, BehaviourValue, Direction, Perspective, ResultKind

FORMAT_VERSION = 1
PLAN_SECTIONS = ("RESULT", "EXPECTATION", "RESOURCES", "ACCOUNTABILITY", "CONSEQUENCES")


class FillKind(StrEnum):
    """What a unit is asked to fill in."""

    PLANS = "PLANS"
    ACTUALS = "ACTUALS"
    RATINGS = "RATINGS"


class CellKind(StrEnum):
    """How an open cell is written and read: free text, a figure, a day, or one of several words."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    DATE = "DATE"
    CHOICE = "CHOICE"


@dataclass(frozen=True, slots=True)
class FillColumn:
    """One column; locked ones say whose row it is, open ones are filled in.

    ``is_proof`` marks a locked cell that must still say the same when the sheet comes back: who sorted half of the
    columns has mixed up the people. ``choices`` are the values of a CHOICE, as tokens.
    """

    name: str
    kind: CellKind = CellKind.TEXT
    is_open: bool = True
    is_proof: bool = False
    is_key: bool = False
    choices: tuple[str, ...] = ()
    label: str = ""


_RATINGS = tuple(rating.value for rating in Rating)
_VALUES = tuple(value.value for value in BehaviourValue)

ACTUAL_COLUMNS = (
    FillColumn("nip", is_open=False, is_proof=True),
    FillColumn("name", is_open=False),
    FillColumn("result_number", is_open=False, is_proof=True),
    FillColumn("result", is_open=False),
    FillColumn("indicator_number", is_open=False, is_proof=True),
    FillColumn("indicator", is_open=False),
    FillColumn("target", is_open=False),
    FillColumn("text"),
    FillColumn("value", CellKind.NUMBER),
    FillColumn("evidence"),
    FillColumn("documented_on", CellKind.DATE),
    FillColumn("feedback"),
    FillColumn("class", CellKind.CHOICE, choices=_RATINGS, label="RATING"),
    FillColumn("reason"),
)
RATING_COLUMNS = (
    FillColumn("nip", is_open=False, is_proof=True),
    FillColumn("name", is_open=False),
    FillColumn("position", is_open=False),
    FillColumn("suggested", CellKind.CHOICE, is_open=False, choices=_RATINGS, label="RATING"),
    FillColumn("result", CellKind.CHOICE, choices=_RATINGS, label="RATING"),
    FillColumn("behaviour", CellKind.CHOICE, choices=_RATINGS, label="RATING"),
    FillColumn("reason"),
    FillColumn("note"),
    *(FillColumn(value.value) for value in BehaviourValue),
)
PLAN_COLUMNS = (
    FillColumn("nip", is_open=False, is_proof=True),
    FillColumn("name", is_open=False),
    FillColumn("approach", CellKind.CHOICE, is_key=True, choices=tuple(one.value for one in Approach)),
    FillColumn("section", CellKind.CHOICE, is_key=True, choices=PLAN_SECTIONS),
    FillColumn("number", CellKind.NUMBER, is_key=True),
    FillColumn("kind", CellKind.CHOICE, choices=tuple(one.value for one in ResultKind), label="RESULT"),
    FillColumn("text"),
    FillColumn("parent"),
    FillColumn("giver"),
    FillColumn("indicator"),
    FillColumn("aspect", CellKind.CHOICE, choices=tuple(one.value for one in Aspect), label="ASPECT"),
    FillColumn("perspective", CellKind.CHOICE, choices=tuple(one.value for one in Perspective), label="PERSPECTIVE"),
    FillColumn("target"),
    FillColumn("low", CellKind.NUMBER),
    FillColumn("high", CellKind.NUMBER),
    FillColumn("unit"),
    FillColumn("direction", CellKind.CHOICE, choices=tuple(one.value for one in Direction), label="DIRECTION"),
    FillColumn(
        "behaviour", CellKind.CHOICE, is_key=True, choices=tuple(one.value for one in BehaviourValue), label="BEHAVIOUR"
    ),
)
FILL_COLUMNS: Mapping[FillKind, tuple[FillColumn, ...]] = {
    FillKind.PLANS: PLAN_COLUMNS,
    FillKind.ACTUALS: ACTUAL_COLUMNS,
    FillKind.RATINGS: RATING_COLUMNS,
}


@dataclass(frozen=True, slots=True)
class FillRow:
    """One row as it goes out: ``ref`` names the record in the store; ``cells`` are the values of all columns as text.

    A number stands as ``1234.5``, a day as ``2025-12-31``, a choice as its token, nothing as an empty text. A row that
    ``is_locked`` is shown but not open; ``is_spare`` is an empty row for something new about that person.
    """

    ref: str
    cells: Mapping[str, str]
    is_locked: bool = False
    is_spare: bool = False


@dataclass(frozen=True, slots=True)
class FillHead:
    """For whom a sheet was made, by whose desk: what must fit before any row is read.

    ``lineage`` tells the sheets of one store from those of another, also where both keep the same agency.
    """

    kind: FillKind
    agency_code: str
    agency_name: str
    unit_source_id: str
    unit_name: str
    period: Period
    lineage: str
    made_on: date
    version: int = FORMAT_VERSION


@dataclass(frozen=True, slots=True)
class FillSheet:
    """A whole sheet for one unit."""

    head: FillHead
    rows: tuple[FillRow, ...]

    @property
    def columns(self) -> tuple[FillColumn, ...]:
        """The columns of this kind of sheet."""
        return FILL_COLUMNS[self.head.kind]


def is_open_cell(column: FillColumn, row: FillRow) -> bool:
    """Whether the unit may write into this cell."""
    return column.is_open and not row.is_locked and (row.is_spare or not column.is_key)


@dataclass(frozen=True, slots=True)
class FillNote:
    """What is wrong with a cell, for the unit that corrects it; without a column the whole row is meant."""

    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FillCorrection:
    """A row of a sheet for correction: what the unit had written over it, and what is wrong with it."""

    index: int
    written: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[FillNote, ...] = ()


@dataclass(frozen=True, slots=True)
class StrayRow:
    """A returned row that belongs to no row of the sheet: it is listed for the unit, but cannot be sent back in."""

    row: int
    shown: Mapping[str, str]
    note: FillNote


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row as it came back.

    ``row`` is its number in the sheet, ``sent`` the row as it went out (nothing when it was added by the unit).
    ``touched`` are the open cells that say something else now; ``faults`` cells that cannot be read, or why the row
    cannot be matched; ``shown`` is each cell as it stands in the file.
    """

    row: int
    sent: FillRow | None
    touched: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[FillNote, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_idle(self) -> bool:
        """Whether this is a spare row that nobody used."""
        return self.sent is not None and self.sent.is_spare and not self.touched and not self.faults


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A whole sheet as it came back; ``missing`` are rows that went out and are not there any more.

    ``headings`` are the headings of the fields, as the fate of a row names them.
    """

    head: FillHead
    rows: tuple[ReturnedRow, ...]
    missing: tuple[FillRow, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellConflict:
    """A cell that unit and desk both changed since the sheet was made."""

    column: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class CellFates:
    """What becomes of the cells of one row: ``taken`` are new, ``conflicts`` stay as the desk has them.

    A touched cell that already says what the desk says is in neither.
    """

    taken: Mapping[str, str]
    conflicts: tuple[CellConflict, ...] = ()


def judge_cells(before: Mapping[str, str], touched: Mapping[str, str], now: Mapping[str, str]) -> CellFates:
    """Compare three ways: what went out, what the unit wrote, what the desk holds now."""
    taken: dict[str, str] = {}
    conflicts = []
    for name, theirs in touched.items():
        ours = now.get(name, "")
        if same_value(theirs, ours):
            continue
        if same_value(ours, before.get(name, "")):
            taken[name] = theirs
        else:
            conflicts.append(CellConflict(name, theirs, ours))
    return CellFates(taken, tuple(conflicts))


def same_value(one: str, other: str) -> bool:
    """Whether two cells say the same; line ends and blanks at the edges are no difference."""
    return one == other or _settled(one) == _settled(other)


def _settled(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))


def number_text(value: Decimal | None) -> str:
    """A figure as a cell carries it: ``90.5``, without idle zeros; empty for none."""
    if value is None:
        return ""
    if not value:
        return "0"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def told_value(column: FillColumn, value: str) -> str:
    """A cell as a message shows it: a choice by its label key, figures and days as an office writes them."""
    if not value:
        return "-"
    if column.label and value in column.choices:
        return f"{column.label}:{value}"
    if column.kind is CellKind.NUMBER:
        return printed_decimal(Decimal(value))
    if column.kind is CellKind.DATE:
        return printed_date(date.fromisoformat(value))
    return value
