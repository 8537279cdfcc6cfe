"""How a table of a package is declared: its columns with type and choices, its key, its references (exchange 2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


class Kind(Enum):
    """How the text of a cell is to be read; the values are the types of Table Schema where it has them."""

    TEXT = "string"
    KEY = "key"  # a text that is never empty
    INTEGER = "integer"
    DECIMAL = "number"
    DATE = "date"
    MOMENT = "moment"  # a date and time in UTC with microseconds
    BOOLEAN = "boolean"
    CHOICE = "choice"
    PERIOD = "period"
    FACTS = "object"
    JSON = "json"  # any strict JSON value, spelled as the writer spelled it


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``may_be_empty`` says whether an empty cell stands for "not known".

    ``later`` is the cell of every row in a file of an older program that did not have this column yet; only columns at
    the end of a table can have one.
    """

    name: str
    kind: Kind = Kind.TEXT
    choices: type[StrEnum] | None = None
    may_be_empty: bool = False
    later: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose value must be the key of a row in another table (or in this one)."""

    column: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, the columns that make a row unique, and what points to other tables."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def path(self) -> str:
        """The place of the file in the bag."""
        return f"data/{self.name}.csv"

    def place(self, name: str) -> int:
        """Where a column stands, from 0."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)


def text_columns(*names: str) -> tuple[Column, ...]:
    """Columns of plain text."""
    return tuple(Column(name) for name in names)


def key_column(name: str) -> Column:
    """A text that is never empty."""
    return Column(name, Kind.KEY)


def choice_column(name: str, choices: type[StrEnum], may_be_empty: bool = False) -> Column:
    """A column that holds one of a closed list of codes."""
    return Column(name, Kind.CHOICE, choices, may_be_empty)


def date_column(name: str, may_be_empty: bool = True) -> Column:
    """A column that holds a day."""
    return Column(name, Kind.DATE, None, may_be_empty)


def number_columns(*names: str) -> tuple[Column, ...]:
    """Columns of whole numbers."""
    return tuple(Column(name, Kind.INTEGER) for name in names)


def decimal_columns(*names: str) -> tuple[Column, ...]:
    """Columns of decimals that may be empty."""
    return tuple(Column(name, Kind.DECIMAL, None, True) for name in names)


def flag_columns(*names: str) -> tuple[Column, ...]:
    """Columns of yes and no."""
    return tuple(Column(name, Kind.BOOLEAN) for name in names)


def date_columns(*names: str) -> tuple[Column, ...]:
    """Columns of days that may be empty."""
    return tuple(date_column(name) for name in names)


def later_columns(*names: str) -> tuple[Column, ...]:
    """Columns of plain text at the end of a table, empty in files of a program that did not have them yet."""
    return tuple(Column(name, later="") for name in names)


def key_columns(*names: str) -> tuple[Column, ...]:
    """Columns of texts that are never empty."""
    return tuple(key_column(name) for name in names)


def json_column(name: str) -> Column:
    """A column that holds a JSON value of its own form, or nothing."""
    return Column(name, Kind.JSON, None, True)


def moment_column(name: str, may_be_empty: bool = False) -> Column:
    """A column that holds a date and time in UTC."""
    return Column(name, Kind.MOMENT, None, may_be_empty)


def hangs_on(column: str, table: str) -> tuple[Reference, ...]:
    """The row hangs on a record of another table, which is named by a column of the same name there."""
    return (Reference(column, table, column),)


PERIOD = Column("period", Kind.PERIOD)
