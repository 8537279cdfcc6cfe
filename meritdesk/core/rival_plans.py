"""Two PCs of one agency that begin a plan for the same person: two plans, and one question which of them counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from meritdesk.core.conflicts import Conflict, ConflictState
from meritdesk.core.merging import PLANS
from meritdesk.core.merging_rows import PARTS, AllRows
from meritdesk.core.three_way import Fields

RIVAL = "plan_id"
"""The field of a conflict in which both sides have a plan of their own; a value is the plan's key and its words."""

_MARK = "\t"


def rivals(mine: AllRows, merged: AllRows) -> Iterator[tuple[str, str]]:
    """Each plan that stood here with each that a merge added, where both are for the same person and days.

    Somebody who moved has two plans one after the other; those are no rivals.
    """
    before, after = mine.get(PLANS, {}), merged.get(PLANS, {})
    fresh = {key: row for key, row in after.items() if key not in before}
    of_person: dict[object, list[str]] = {}
    for key in before:
        if key in after:
            of_person.setdefault(after[key]["person_id"], []).append(key)
    for theirs, row in fresh.items():
        for own in of_person.get(row["person_id"], ()):
            if _overlap(after[own], row):
                yield own, theirs


def rival_text(plan_id: str, rows: AllRows) -> str:
    """A side of the question: the plan's key, and its days with its first result for the person who decides."""
    plan = rows.get(PLANS, {}).get(plan_id, {})
    results = [row for row in rows.get("butir", {}).values() if row["plan_id"] == plan_id]
    results.sort(key=lambda row: str(row["number"]).zfill(6))
    first = f" · {results[0]['text']}" if results else ""
    more = f" (+{len(results) - 1})" if len(results) > 1 else ""
    return f"{plan_id}{_MARK}{plan.get('starts', '')} – {plan.get('ends', '')}{first}{more}"


def rival_words(value: str) -> str:
    """What is shown of a side."""
    return value.partition(_MARK)[2] or value


def rival_plan(value: str) -> str:
    """The key of the plan of a side."""
    return value.partition(_MARK)[0]


def pair_name(one: str, other: str) -> str:
    """The name of the question, the same on both PCs."""
    return "+".join(sorted((one, other)))


def answered(conflicts: Iterable[Conflict], plans: Mapping[str, object]) -> tuple[Conflict, ...]:
    """The questions that are open no more, since at most one of their plans is still there."""
    return tuple(
        replace(one, state=ConflictState.AGREED)
        for one in conflicts
        if one.field == RIVAL
        and one.is_waiting
        and sum(rival_plan(side.value) in plans for side in one.candidates.values()) < 2
    )


def kept_here(conflicts: Iterable[Conflict], removed: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The plans for which somebody decided here while a colleague decided against them, with those he kept."""
    gone = {key for table, key in removed if table == PLANS}
    found: dict[str, frozenset[str]] = {}
    for one in conflicts:
        if one.field != RIVAL or one.state is not ConflictState.DECIDED:
            continue
        chosen = rival_plan(one.candidates[one.chosen].value)
        if chosen in gone:
            others = {rival_plan(side.value) for side in one.candidates.values()} - {chosen}
            found[chosen] = found.get(chosen, frozenset()) | others
    return found


def without_plans(rows: AllRows, plans: Iterable[str]) -> AllRows:
    """Rows of which nobody knows these plans or any part of them."""
    gone = set(plans)

    def is_of(table: str, key: str, row: Fields) -> bool:
        while table in PARTS:
            table, column = PARTS[table]
            key = str(row.get(column, ""))
            row = rows.get(table, {}).get(key, {})
        return table == PLANS and key in gone

    return {
        table: {key: row for key, row in found.items() if not is_of(table, key, row)} for table, found in rows.items()
    }


def _overlap(one: Fields, other: Fields) -> bool:
    return str(one["starts"]) <= str(other["ends"]) and str(other["starts"]) <= str(one["ends"])
