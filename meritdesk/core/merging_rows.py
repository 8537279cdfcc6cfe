"""Merging what a colleague's PC hands over into what stands here: row by row of the package's tables (exchange 7).

Different fields merge and are marked, the same field waits for a person, and neither side's work is lost. A closed
evaluation is taken or kept as a whole, by its version. A part (a result of a plan) that is gone from a record that is
there was taken out by the colleague; a whole record that is missing is never a deletion (faults F56, F63, F69).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.handover import RecordOutcome, RecordState
from meritdesk.core.merging import (
    ACTUALS,
    CLOSED_CHANGED,
    EVALUATIONS,
    LEVELS,
    LINES,
    PEOPLE,
    PLANS,
    UNITS,
)
from meritdesk.core.three_way import OWN, WHOLE_RECORD, Clash, Fields, merge_record
from meritdesk.core.travel_layouts import TRAVELLING

TableRows = Mapping[str, Fields]
"""The rows of one table by their key."""
AllRows = Mapping[str, TableRows]
"""The rows of every table of a package, by the table's name."""
Origins = Mapping[tuple[str, str], Mapping[str, str]]
"""By table and key, the stream whose value stands in a field."""

RESULTS = "butir"
INDICATORS = "indikator"
PARTS: Mapping[str, tuple[str, str]] = {
    RESULTS: (PLANS, "plan_id"),
    INDICATORS: (RESULTS, "result_id"),
    "lampiran": (PLANS, "plan_id"),
    "umpan_balik": (EVALUATIONS, "evaluation_id"),
    "alasan": (EVALUATIONS, "evaluation_id"),
    "aturan": (EVALUATIONS, "evaluation_id"),
    "pihak": (EVALUATIONS, "evaluation_id"),
}
"""Tables whose rows are parts of a record of another table, with the column that names it."""

_OWNED: Mapping[str, tuple[str, str]] = {**PARTS, ACTUALS: (INDICATORS, "indicator_id")}
"""Tables whose rows go with a record that was deleted; an actual is no part of its plan, and goes with it too."""

CLASHED = "PKG-700"
"""The code of an outcome that waits in the queue of conflicts."""

_OF_EVALUATION = frozenset({EVALUATIONS, *(part for part, (whole, _) in PARTS.items() if whole == EVALUATIONS)})
_NO_ORIGINS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class RowClash:
    """A clash with the row it is about."""

    table: str
    key: str
    clash: Clash


@dataclass(frozen=True, slots=True)
class MergedRows:
    """Every row as it stands after the merge, the fate of every arriving row, and what a person must decide.

    ``parallel`` are the rows put together from both sides. The outcomes count each row of the file once.
    """

    rows: AllRows
    outcomes: tuple[RecordOutcome, ...]
    clashes: tuple[RowClash, ...] = ()
    parallel: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class _Merge:
    base: AllRows
    mine: AllRows
    theirs: AllRows
    stream: str
    origins: Origins
    removed: Set[tuple[str, str]]
    outcomes: list[RecordOutcome] = field(default_factory=list)
    clashes: list[RowClash] = field(default_factory=list)
    parallel: set[tuple[str, str]] = field(default_factory=set)


def merge_rows(
    base: AllRows,
    mine: AllRows,
    theirs: AllRows,
    stream: str,
    origins: Origins,
    removed: Set[tuple[str, str]] = frozenset(),
) -> MergedRows:
    """Merge all tables; ``base`` is what both sides last knew, ``removed`` what the colleague says he deleted.

    ``stream`` names the colleague's PC. A table the file does not have stays as it is.
    """
    merge = _Merge(base, mine, theirs, stream, origins, removed)
    kept, taken = _closed(merge)
    result: dict[str, dict[str, Fields]] = {}
    for table in dict.fromkeys((*mine, *theirs)):
        if table not in theirs:
            result[table] = dict(mine[table])
            continue
        rows: dict[str, Fields] = {}
        here, there, before = mine.get(table, {}), theirs[table], base.get(table, {})
        for key in dict.fromkeys((*here, *there)):
            whole = _whole(table, here.get(key) or there[key])
            if whole in kept or whole in taken:
                chosen = here.get(key) if whole in kept else there.get(key)
                if chosen is not None:
                    rows[key] = chosen
                if key in there:
                    merge.outcomes.append(_whole_outcome(table, key, whole, chosen, here.get(key), kept))
                continue
            one = _one(merge, table, key, before.get(key), here.get(key), there.get(key))
            if one is not None:
                rows[key] = one
        result[table] = rows
    _keep_owners(merge, result)
    return MergedRows(result, tuple(merge.outcomes), tuple(merge.clashes), frozenset(merge.parallel))


def _one(
    merge: _Merge, table: str, key: str, base: Fields | None, mine: Fields | None, theirs: Fields | None
) -> Fields | None:
    """One row; its outcome is noted when the file has it."""
    is_removed = (table, key) in merge.removed
    if theirs is None and mine is not None and table in _OWNED and base is not None:
        is_removed = is_removed or _is_out_of_its_record(merge, table, mine)
    found = merge_record(
        base, mine, theirs, merge.stream, merge.origins.get((table, key), _NO_ORIGINS), is_removed=is_removed
    )
    merge.clashes.extend(RowClash(table, key, clash) for clash in found.clashes)
    if found.is_parallel:
        merge.parallel.add((table, key))
    if theirs is not None:
        column = found.clashes[0].field if found.clashes else ""
        code = CLASHED if found.clashes else ""
        merge.outcomes.append(RecordOutcome(table, key, found.state, column, code))
    return found.fields


def _is_out_of_its_record(merge: _Merge, table: str, row: Fields) -> bool:
    """Whether this missing part was taken out: the file has the record it belongs to, or says that it is deleted."""
    is_part = table in PARTS
    while table in _OWNED:
        table, column = _OWNED[table]
        owner = str(row[column])
        if (is_part and owner in merge.theirs.get(table, {})) or (table, owner) in merge.removed:
            return True
        found = merge.mine.get(table, {}).get(owner)
        if found is None:
            return False
        row = found
    return False


def _closed(merge: _Merge) -> tuple[Mapping[str, str], Set[str]]:
    """The evaluations that go as a whole: kept as they stand here (with a code when they differ), or taken over."""
    kept: dict[str, str] = {}
    taken: set[str] = set()
    here, there = merge.mine.get(EVALUATIONS, {}), merge.theirs.get(EVALUATIONS, {})
    content_here, content_there = _by_evaluation(merge.mine), _by_evaluation(merge.theirs)
    for key in sorted(here.keys() & there.keys()):
        mine, theirs = here[key], there[key]
        is_closed_here, is_closed_there = (row["state"] is EvaluationState.CLOSED for row in (mine, theirs))
        if is_closed_here:
            if _version(theirs) > _version(mine):
                taken.add(key)
            else:
                is_same_version = _version(theirs) == _version(mine) and is_closed_there
                differs = is_same_version and content_here[key] != content_there[key]
                kept[key] = CLOSED_CHANGED if differs else ""
                if differs:
                    merge.clashes.extend(_all_clashes(merge, key, mine, theirs))
        elif is_closed_there and _version(theirs) >= _version(mine):
            taken.add(key)
            base = merge.base.get(EVALUATIONS, {}).get(key)
            if base is not None:
                # What was keyed in here meanwhile is not lost: it waits beside the closed value.
                merge.clashes.extend(
                    RowClash(EVALUATIONS, key, Clash(name, base.get(name), value, theirs.get(name), OWN, merge.stream))
                    for name, value in mine.items()
                    if name in _WORTH_ASKING and value not in (base.get(name), theirs.get(name))
                )
    return kept, taken


_WORTH_ASKING = frozenset({"result_rating", "behaviour_rating", "reason", "note"})
_NOT_CONTENT = frozenset({"digest"})


def _all_clashes(merge: _Merge, key: str, mine: Fields, theirs: Fields) -> Iterator[RowClash]:
    for name in sorted({*mine, *theirs} - _NOT_CONTENT):
        if mine.get(name) != theirs.get(name):
            clash = Clash(name, None, mine.get(name), theirs.get(name), OWN, merge.stream)
            yield RowClash(EVALUATIONS, key, clash)


def _by_evaluation(side: AllRows) -> dict[str, dict[tuple[str, str], Fields]]:
    """Everything said of each evaluation, over all tables."""
    found: dict[str, dict[tuple[str, str], Fields]] = {}
    for table in _OF_EVALUATION:
        for key, row in side.get(table, {}).items():
            found.setdefault(_whole(table, row), {})[table, key] = _content(row)
    return found


def _content(row: Fields) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in _NOT_CONTENT}


def _version(row: Fields) -> int:
    version = row["version"]
    assert isinstance(version, int)
    return version


def _whole(table: str, row: Fields) -> str:
    """The evaluation a row belongs to; empty for rows of other records."""
    return str(row["evaluation_id"]) if table in _OF_EVALUATION else ""


def _whole_outcome(
    table: str, key: str, whole: str, chosen: Fields | None, here: Fields | None, kept: Mapping[str, str]
) -> RecordOutcome:
    if kept.get(whole) and table == EVALUATIONS:
        return RecordOutcome(table, key, RecordState.CONFLICT, "version", kept[whole])
    if here is None:
        return RecordOutcome(table, key, RecordState.ADDED if chosen is not None else RecordState.SAME)
    return RecordOutcome(table, key, RecordState.SAME if chosen == here else RecordState.CHANGED)


def _keep_owners(merge: _Merge, result: dict[str, dict[str, Fields]]) -> None:
    """What stays keeps the records it hangs on, although one side took those out (faults F69).

    A whole record that the colleague removed and that work here hangs on is asked about; one that was removed here and
    that the colleague worked on comes back, marked as put together.
    """
    for table, column, owners in _HANGS_ON:
        while gone := [one for one in _owners_gone(result, table, column, owners) if _is_known(merge, owners, one)]:
            for owner in gone:
                _bring_back(merge, result, owners, owner)


def _is_known(merge: _Merge, table: str, key: str) -> bool:
    return key in merge.mine.get(table, {}) or key in merge.theirs.get(table, {})


def _bring_back(merge: _Merge, result: dict[str, dict[str, Fields]], table: str, key: str) -> None:
    """Put a record back that something hangs on; one that stood here with everything that hung on it."""
    here = merge.mine.get(table, {}).get(key)
    result.setdefault(table, {})[key] = here or merge.theirs[table][key]
    if here is None:
        merge.parallel.add((table, key))
        return
    if table not in PARTS:
        clash = RowClash(table, key, Clash(WHOLE_RECORD, None, True, None, OWN, merge.stream))
        merge.clashes.extend([] if clash in merge.clashes else [clash])
    _with_all(merge, result, table, key)


def _with_all(merge: _Merge, result: dict[str, dict[str, Fields]], table: str, key: str) -> None:
    """Put back what hung here on a record that stays."""
    for part, column, owners in _HANGS_ON:
        if owners != table:
            continue
        for place, row in merge.mine.get(part, {}).items():
            if str(row.get(column) or "") == key and place not in result.setdefault(part, {}):
                result[part][place] = row
                _with_all(merge, result, part, place)


def _owners_gone(result: AllRows, table: str, column: str, owners: str) -> list[str]:
    """The records that rows of a table name as their owners and that are gone, once each."""
    named = dict.fromkeys(str(row.get(column) or "") for row in result.get(table, {}).values())
    return [owner for owner in named if owner and owner not in result.get(owners, {})]


def _hanging() -> Iterator[tuple[str, str, str]]:
    """Which column of which table names a record of which other, what hangs on others first."""
    for layout in reversed(TRAVELLING):
        for reference in layout.table.references:
            yield layout.name, reference.column, reference.table
    yield ACTUALS, "indicator_id", INDICATORS
    yield from ((part, column, whole) for part, (whole, column) in reversed(tuple(PARTS.items())))
    yield LEVELS, "unit_id", UNITS
    yield from ((table, "person_id", PEOPLE) for table in (PLANS, EVALUATIONS, LINES))
    yield PEOPLE, "unit_id", UNITS
    yield UNITS, "parent_id", UNITS


_HANGS_ON = tuple(_hanging())


def without(rows: AllRows, table: str, key: str) -> AllRows:
    """The same rows without one part of a record and what is a part of that part."""
    left = {**rows, table: {place: row for place, row in rows.get(table, {}).items() if place != key}}
    for part, (whole, column) in PARTS.items():
        if whole == table:
            for place in [place for place, row in left.get(part, {}).items() if str(row[column]) == key]:
                left = dict(without(left, part, place))
    return left


@dataclass(frozen=True, slots=True)
class Absence:
    """A record that the newest package of its agency no longer has without a word of deletion; it stays (faults F56).

    ``agreed_by`` took the package all the same, ``second`` agreed where so many were missing that two must; both are
    empty for what nobody is asked about. ``sequence`` is the number of the package whose words stand in the record.
    """

    table: str
    record_id: str
    package_id: str
    agreed_by: str
    second: str
    reason: str
    sequence: int = 0

    @property
    def place(self) -> tuple[str, str]:
        """Table and record."""
        return self.table, self.record_id


@dataclass(frozen=True, slots=True)
class Removal:
    """A record that an agency removed with a package of this epoch and number."""

    table: str
    record_id: str
    epoch: str
    sequence: int
    reason: str

    @property
    def place(self) -> tuple[str, str]:
        """Table and record."""
        return self.table, self.record_id


@dataclass(frozen=True, slots=True)
class KeptPackage:
    """The last package taken from a colleague's PC: what both sides knew then.

    ``change_set_number`` is the length of the journal when it was taken; it tells what was sent after it.
    """

    sender: str
    period: str
    payload_digest: str
    change_set_number: int
    data: bytes = field(repr=False)
