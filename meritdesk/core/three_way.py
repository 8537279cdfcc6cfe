"""Merging one record that two sides changed since they last agreed: field by field, never by a clock (exchange 7).

A record is a flat mapping from field to value. ``base`` is what both sides last knew of it, ``mine`` what stands here,
``theirs`` what a file brings. What only one side changed is taken; what both changed alike is the same; what both
changed differently is a clash, kept with every value until a person decides. Nothing is invented and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from meritdesk.core.handover import RecordState

Fields = Mapping[str, object]
"""One flat record: texts, numbers, days, choices and small objects by field; compared by value."""

OWN = ""
"""The stream of what was keyed in here; it stands before every stream of files."""

WHOLE_RECORD = ""
"""The field of a clash in which one side removed the record and the other changed it."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two sides changed differently; ``base`` is empty where neither knew the record.

    ``mine_from`` is the stream that gave the value standing here (``OWN`` when it was keyed in), ``theirs_from`` the
    stream of the file. For a removed record the field is ``WHOLE_RECORD`` and the missing side is empty.
    """

    field: str
    base: object
    mine: object
    theirs: object
    mine_from: str = OWN
    theirs_from: str = OWN

    @property
    def mirrored(self) -> Clash:
        """The same clash as the other side sees it."""
        return Clash(self.field, self.base, self.theirs, self.mine, self.theirs_from, self.mine_from)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a record: its fields from now on (``None`` when it is gone), and what a person must decide.

    ``is_parallel`` marks a record of which both sides changed different fields: it was put together, and somebody may
    want to look at it.
    """

    state: RecordState
    fields: Fields | None
    is_parallel: bool = False
    clashes: tuple[Clash, ...] = ()


def merge_record(
    base: Fields | None,
    mine: Fields | None,
    theirs: Fields | None,
    stream: str = OWN,
    origins: Mapping[str, str] = _NOTHING,
    *,
    is_removed: bool = False,
) -> Merged:
    """Put one record together from what both sides did to it since ``base``.

    ``stream`` names where ``theirs`` comes from; ``origins`` says of fields whose value here came with a file, with
    which stream. Until a clash is decided the value of the stream that stands first in the alphabet stays, what was
    keyed in before all others: so the order in which files arrive decides nothing. ``theirs`` missing without
    ``is_removed`` is no deletion (faults F56): the record stays as it is.
    """
    if theirs is None:
        return _removed(base, mine, stream) if is_removed else Merged(RecordState.SAME, mine)
    if mine is None:
        return _missing_here(base, theirs, stream)
    known: Fields = base or {}
    fields = dict(mine)
    clashes: list[Clash] = []
    has_mine = has_theirs = False
    for name in sorted({*mine, *theirs}):
        here, there, before = mine.get(name), theirs.get(name), known.get(name)
        if name not in theirs or here == there:
            continue
        if base is not None and there == before:
            has_mine = True
        elif name not in mine or (base is not None and here == before):
            fields[name] = there
            has_theirs = True
        else:
            origin = origins.get(name, OWN)
            clashes.append(Clash(name, before, here, there, origin, stream))
            if stream < origin:
                fields[name] = there
    if clashes:
        return Merged(RecordState.CONFLICT, fields, has_mine and has_theirs, tuple(clashes))
    state = RecordState.CHANGED if fields != mine else RecordState.SAME
    return Merged(state, fields, has_mine and has_theirs)


def _removed(base: Fields | None, mine: Fields | None, stream: str) -> Merged:
    """They removed it and said so: it goes, unless it was changed here since both knew it."""
    if mine is None:
        return Merged(RecordState.SAME, None)
    if base is not None and all(mine.get(name) == value for name, value in base.items()):
        return Merged(RecordState.CHANGED, None)
    return Merged(RecordState.CONFLICT, mine, clashes=(Clash(WHOLE_RECORD, None, True, None, OWN, stream),))


def _missing_here(base: Fields | None, theirs: Fields, stream: str) -> Merged:
    """It does not stand here: it is new, or it was removed here and must not come back by itself."""
    if base is None:
        return Merged(RecordState.ADDED, theirs)
    if all(theirs.get(name) == value for name, value in base.items()):
        return Merged(RecordState.SAME, None)
    return Merged(RecordState.CONFLICT, None, clashes=(Clash(WHOLE_RECORD, None, None, True, OWN, stream),))
