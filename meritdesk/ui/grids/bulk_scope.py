"""What can be changed for many at once in one list or grid: fields with their ways, and how a wish becomes lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from meritdesk.services.bulk import BulkLine, BulkOutcome, CopyOf, Replacing, Value
from meritdesk.services.changes import Step

Choices = Sequence[tuple[str, str]]
"""What a field chooses among: the value and its words."""


class Way(Enum):
    """How a field is changed."""

    SET = "set"
    REPLACE = "replace"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class BulkField:
    """One field that can be changed for many: its name for the desk, its words, its ways.

    ``choices`` are offered where it chooses (a few known words, or with ``is_long`` a list that is read when asked
    for); ``copies`` are the fields whose content it can take over; ``is_dated`` asks for a first day and a letter.
    """

    what: str
    words: str
    ways: tuple[Way, ...] = (Way.SET,)
    choices: Choices = ()
    is_long: bool = False
    copies: Choices = ()
    is_dated: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One record of the selection: the key by which the desk knows it, and a part of it (an indicator)."""

    key: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk asks for: the field, the value, and for what is dated the first day and the letter."""

    field: BulkField
    value: Value
    since: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BulkScope:
    """What a page hands to the dialog: its fields, how lines are made, and the verb that looks and carries out."""

    fields: tuple[BulkField, ...]
    carry: Callable[[Sequence[BulkLine], Wish, bool, Step], BulkOutcome]
    line_of: Callable[[Subject, Wish], BulkLine] = field(
        default=lambda subject, wish: BulkLine(subject.key, wish.field.what, wish.value)
    )
    long_choices: Callable[[], Mapping[str, Choices]] = dict
    today: date | None = None

    def lines(self, subjects: Sequence[Subject], wish: Wish) -> tuple[BulkLine, ...]:
        """The wish as one line a record."""
        return tuple(self.line_of(subject, wish) for subject in subjects)


def value_of(way: Way, text: str, by: str, copied: str) -> Value:
    """The value that the fields of the dialog make."""
    if way is Way.REPLACE:
        return Replacing(text, by)
    return CopyOf(copied) if way is Way.COPY else text
