"""Which tables of a package say what stands at the reader already, word for word (exchange 5, step 8).

A table counts with its parts: a plan with its results, indicators and annexes. The digest covers the exact bytes, the
layout by which they were read and the program that read them, so that a newer program reads everything once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from meritdesk.core.handover import Snapshot, WeighedContent
from meritdesk.core.package_tables import Table
from meritdesk.core.travel import Scope, Travelling
from meritdesk.core.word_for_word import Standing, TableWords
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.data_package import APP
from meritdesk.exchange.plain_json import write_json
from meritdesk.exchange.tables import Rows, TableFile, schema_of

TYPED: Mapping[str, tuple[Table, ...]] = {
    layout.UNIT.name: (layout.UNIT,),
    layout.PERSON.name: (layout.PERSON,),
    layout.LINE.name: (layout.LINE,),
    layout.PLAN.name: (layout.PLAN, layout.RESULT, layout.INDICATOR, layout.ANNEX),
}
_OF_PERIOD: Mapping[str, tuple[Table, ...]] = {
    layout.ACTUAL.name: (layout.ACTUAL,),
    layout.LEVEL.name: (layout.LEVEL,),
    layout.EVALUATION.name: (layout.EVALUATION, layout.FEEDBACK, layout.REASON, layout.PACK, layout.PARTY),
}
"""What packages of other periods do not repeat, but one of the same period may."""

_GROUP = {table.name: name for groups in (TYPED, _OF_PERIOD) for name, tables in groups.items() for table in tables}
_WIDE = frozenset({Scope.WHOLE, Scope.YEAR, Scope.IN_YEAR})


def groups_of(travelling: Sequence[Travelling]) -> dict[str, tuple[Table, ...]]:
    """The tables that packages of several periods repeat, each with its parts; versions are always read anew."""
    flat = {one.name: (one.table,) for one in travelling if one.scope in _WIDE and not one.version}
    return {**TYPED, **flat}


def digest_of(tables: Iterable[Table], files: Mapping[str, bytes]) -> str:
    """The digest of these tables as they lie in a package."""
    digest = hashlib.sha256(APP.encode())
    for table in tables:
        digest.update(write_json(schema_of(table)).encode())
        digest.update(hashlib.sha256(files[table.path]).digest())
    return digest.hexdigest()


def unchanged(
    groups: Mapping[str, tuple[Table, ...]], digests: Mapping[str, str], standing: Standing
) -> dict[str, TableWords]:
    """The groups that say what stands already."""
    return {
        name: standing.words[name]
        for name in groups
        if name in standing.words and standing.words[name].digest == digests[name]
    }


def same_as_today(
    travelling: Sequence[Travelling], files: Mapping[str, bytes], weighed: WeighedContent
) -> dict[str, TableWords]:
    """The groups that a package made before says in the same bytes as the content that was weighed now."""
    counted = {table.name: (table.rows, table.totals) for table in weighed.tables}
    groups = {**TYPED, **_OF_PERIOD, **{one.name: (one.table,) for one in travelling}}
    return {
        name: TableWords("", counted[name][0], {table.name: counted[table.name] for table in tables})
        for name, tables in groups.items()
        if all(hashlib.sha256(files[one.path]).hexdigest() == weighed.files.get(one.path) for one in tables)
    }


def keys_in(content: Snapshot) -> Callable[[str], Collection[str]]:
    """The keys of the records of a snapshot, for those that point at them."""
    made: Mapping[str, Callable[[], Collection[str]]] = {
        layout.UNIT.name: lambda: {one.unit_id for one in content.units},
        layout.PERSON.name: lambda: {one.person_id for one in content.people},
        layout.PLAN.name: lambda: {one.plan_id for one in content.plans},
        layout.RESULT.name: lambda: {result.result_id for plan in content.plans for result in plan.results},
        layout.INDICATOR.name: lambda: {one.indicator_id for plan in content.plans for one in plan.indicators},
        layout.EVALUATION.name: lambda: {one.evaluation_id for one in content.evaluations},
    }

    def keys(table: str) -> Collection[str]:
        return made[table]() if table in made else {one.key for one in content.records.get(table, ())}

    return cache(keys)


def words_of(
    groups: Mapping[str, tuple[Table, ...]],
    digests: Mapping[str, str],
    rows: Mapping[str, Rows],
    found: Mapping[str, TableFile],
    left_out: Collection[str],
) -> dict[str, TableWords]:
    """What was read of each group that holds nothing of a newer program."""
    return {
        name: TableWords(
            digests[name],
            len(rows[name].values),
            {table.name: (found[table.name].rows, found[table.name].totals) for table in tables},
        )
        for name, tables in groups.items()
        if name not in left_out and not any(rows[table.name].more or rows[table.name].unknown for table in tables)
    }


def keys_of_repeated(repeated: Collection[str], standing: Standing) -> Callable[[str], Collection[str]]:
    """The keys that stand here of a table that was left out; none of one that was read."""
    return lambda table: standing.keys(table) if _GROUP.get(table, table) in repeated else ()


def may_be_left_out(snapshot: Snapshot, travelling: Sequence[Travelling], standing: Standing) -> bool:
    """Whether what was left out would have been read without a word.

    It points only at what is still there, and no tombstone speaks of it.
    """
    names = snapshot.unchanged
    if any(tombstone.table in names for tombstone in snapshot.tombstones):
        return False
    layouts = [*(table for name in TYPED for table in TYPED[name]), *(one.table for one in travelling)]
    kept: dict[str, set[str]] = {
        layout.UNIT.name: {unit.unit_id for unit in snapshot.units},
        layout.PERSON.name: {person.person_id for person in snapshot.people},
    }
    for table in layouts:
        if _GROUP.get(table.name, table.name) not in names:
            continue
        for reference in table.references:
            target = _GROUP.get(reference.table, reference.table)
            if target in names:
                continue
            if reference.table == layout.RESULT.name:
                kept.setdefault(
                    reference.table, {result.result_id for plan in snapshot.plans for result in plan.results}
                )
            elif reference.table == layout.EVALUATION.name:
                return False
            elif reference.table not in kept:
                kept[reference.table] = {one.key for one in snapshot.records.get(reference.table, ())}
            if not kept[reference.table].issuperset(standing.keys(reference.table)):
                return False
    return True
