"""How columns, keys and references of the store's tables are made."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Text,
    literal_column,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def text(name: str) -> Column[Any]:
    """A text that is always there, perhaps empty."""
    return Column(name, Text, nullable=False)


def maybe(name: str) -> Column[Any]:
    """A text that may be missing: a reference or a date that is not known."""
    return Column(name, Text, nullable=True)


def code(name: str) -> Column[Any]:
    """A short key or code."""
    return Column(name, String(64), nullable=False)


def later_text(name: str, default: str = "") -> Column[Any]:
    """A text added to a table that older stores already have; their rows get ``default``."""
    # The comparing tool cannot read back an empty default that is not spelled out.
    return Column(name, Text, nullable=False, server_default=default or literal_column("''"))


def later_number(name: str, default: int = 0) -> Column[Any]:
    """A whole number added to a table that older stores already have; their rows get ``default``."""
    return Column(name, Integer, nullable=False, server_default=str(default))


def later_flag(name: str) -> Column[Any]:
    """A yes or no added to a table that older stores already have; their rows say no."""
    return Column(name, Boolean, nullable=False, server_default="0")


def number(name: str) -> Column[Any]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[Any]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def derived(name: str) -> Column[Any]:
    """A text worked out from the other columns of its row; the journal does not keep it."""
    return Column(name, Text, nullable=False, info={"derived": True})


def key(*names: str) -> PrimaryKeyConstraint:
    """The key of a row inside its agency."""
    return PrimaryKeyConstraint("agency", *names)


def belongs_to(column: str, parent: str, parent_column: str) -> ForeignKeyConstraint:
    """A row that cannot stand without its parent; judged at the end of the transaction, so order does not matter."""
    return ForeignKeyConstraint(
        ["agency", column], [f"{parent}.agency", f"{parent}.{parent_column}"], deferrable=True, initially="DEFERRED"
    )
