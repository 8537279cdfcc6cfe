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
from meritdesk.core.merging import CLOSED_CHANGED, EVALUATIONS, PLANS
from meritdesk.core.three_way import OWN, Clash, Fields, merge_record

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
    _keep_parents(result, mine)
    return MergedRows(result, tuple(merge.outcomes), tuple(merge.clashes), frozenset(merge.parallel))


def _one(
    merge: _Merge, table: str, key: str, base: Fields | None, mine: Fields | None, theirs: Fields | None
) -> Fields | None:
    """One row; its outcome is noted when the file has it."""
    is_removed = (table, key) in merge.removed
    if theirs is None and mine is not None and table in PARTS and base is not None:
        is_removed = is_removed or _has_record_of(merge, table, mine)
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


def _has_record_of(merge: _Merge, table: str, row: Fields) -> bool:
    """Whether the file has the record that this part belongs to, so that the missing part was taken out of it."""
    while table in PARTS:
        table, column = PARTS[table]
        owner = str(row[column])
        if owner in merge.theirs.get(table, {}):
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


def _keep_parents(result: dict[str, dict[str, Fields]], mine: AllRows) -> None:
    """A part that stays keeps the record it belongs to, although the colleague took that out."""
    for part in (INDICATORS, RESULTS):
        whole, column = PARTS[part]
        for row in result.get(part, {}).values():
            owner = str(row[column])
            if owner not in result.get(whole, {}) and owner in mine.get(whole, {}):
                result[whole][owner] = mine[whole][owner]


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
