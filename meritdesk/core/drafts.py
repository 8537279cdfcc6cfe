"""What was typed in an open editor and not saved: a frozen value, kept aside until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Fields = tuple[tuple[str, str], ...]
"""The fields of an editor by name, in the order of their names."""

LONGEST = 2_000_000
"""Characters of all fields of one draft; more is no typing but a file that was pasted by mistake."""


def fields_of(values: Mapping[str, str]) -> Fields:
    """Fields in the order of their names, so that equal contents are equal values."""
    return tuple(sorted(values.items()))


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved work in one editor about one subject.

    ``editor`` names the kind of editor, ``subject`` the record by an opaque id, ``about`` says in words whose it is.
    ``base`` is what stood in the fields when the typing began: the version the draft was made from. ``record_id``
    names the confidential record it belongs to; ``is_confidential`` without it means a record that is yet to be made.
    """

    editor: str
    subject: str
    about: str
    base: Fields
    typed: Fields
    kept_at: datetime
    is_confidential: bool = False
    record_id: str = ""

    @property
    def length(self) -> int:
        """Characters of everything that was typed."""
        return sum(len(value) for _, value in self.typed)

    @property
    def changed(self) -> Fields:
        """The fields that were typed in."""
        before = dict(self.base)
        return tuple((name, value) for name, value in self.typed if before.get(name) != value)


@dataclass(frozen=True, slots=True)
class FieldClash:
    """One field that was typed in while the stored value changed too: both are kept and shown."""

    name: str
    before: str
    stored: str
    typed: str


def clashes(draft: Draft, stored: Fields) -> tuple[FieldClash, ...]:
    """Fields whose stored value is another than the one the draft was made from, and not what was typed either."""
    now, before = dict(stored), dict(draft.base)
    return tuple(
        FieldClash(name, before.get(name, ""), now.get(name, ""), value)
        for name, value in draft.changed
        if name in now and now[name] not in (before.get(name, ""), value)
    )


def is_stale(draft: Draft, stored: Fields) -> bool:
    """Whether what is stored is no longer what the draft was made from."""
    now = dict(stored)
    return any(name in now and now[name] != value for name, value in draft.base)


def merged(draft: Draft, stored: Fields) -> Fields:
    """What stands in the editor when the draft is gone on with: typed fields as typed, all others as stored now."""
    typed = dict(draft.changed)
    return tuple((name, typed.get(name, value)) for name, value in stored)
