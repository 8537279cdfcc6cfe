"""Units, papers and the texts of plans by the words that stand in them; people are found by the staff list's query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, select

from meritdesk.core.finding import EntryKind, FoundIn, FoundKind, Match, holds, where_found
from meritdesk.core.people import titled
from meritdesk.store.rows import Rows
from meritdesk.store.search_index import DIGEST_SHOWN
from meritdesk.store.tables import document, indicator, org_unit, person, plan, search_entry, work_result

LOOKED_AT = 200
"""Of one kind so many are looked at, the newest first; whoever finds more types another letter."""


class StoredIndex:
    """What the index knows besides people."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def units(self, words: Sequence[str], limit: int) -> tuple[Match, ...]:
        """The units in whose name (or UNOR ID, or head's title) the words are; names that begin so come first."""
        parent = org_unit.alias("parent")
        same = and_(parent.c.agency == org_unit.c.agency, parent.c.unit_id == org_unit.c.parent_id)
        statement = (
            select(org_unit.c.unit_id, org_unit.c.name, parent.c.name, org_unit.c.source_id, org_unit.c.head_title)
            .select_from(org_unit.outerjoin(parent, same))
            .where(org_unit.c.agency == self._rows.agency, org_unit.c.unit_id.in_(self._keys(EntryKind.UNIT, words)))
            .order_by(org_unit.c.sort_order, org_unit.c.name, org_unit.c.unit_id)
        )
        found = []
        for unit_id, name, above, source_id, head_title in self._rows.execute(statement):
            places = {FoundIn.UNIT: name, FoundIn.NUMBER: source_id, FoundIn.POST: head_title}
            why = where_found(words, places)
            found.append(Match(FoundKind.UNIT, unit_id, name, above or "", why, places[why], unit_id=unit_id))
        found.sort(key=lambda one: (one.why is not FoundIn.UNIT, not _begins(one.title, words)))
        return tuple(found[:limit])

    def papers(self, words: Sequence[str], limit: int) -> tuple[Match, ...]:
        """The printed papers with this number or code of verification; of several copies the newest."""
        statement = (
            select(
                document.c.document_id, document.c.number, document.c.form, document.c.record_digest,
                person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            )
            .select_from(
                document.outerjoin(
                    person, and_(person.c.agency == document.c.agency, person.c.person_id == document.c.person_id)
                )
            )
            .where(document.c.agency == self._rows.agency)
            .where(document.c.document_id.in_(self._keys(EntryKind.PAPER, words)))
            .order_by(document.c.printed_at.desc(), document.c.copy.desc(), document.c.document_id)
        )  # fmt: skip
        by_number: dict[str, Match] = {}
        for document_id, number, form, digest, nip, name, front, back in self._rows.execute(statement):
            if number in by_number:
                continue
            places = {FoundIn.NUMBER: number, FoundIn.CODE: digest[:DIGEST_SHOWN]}
            why = where_found(words, places)
            owner = titled(name or "", front or "", back or "")
            by_number[number] = Match(
                FoundKind.PAPER, document_id, number, owner, why, places[why], nip=nip or "", form=form
            )
        return tuple(by_number.values())[:limit]

    def results(self, words: Sequence[str], limit: int) -> tuple[Match, ...]:
        """The plans in whose results or indicators the words are, the newest first, with the text that says so."""
        statement = (
            select(
                plan.c.plan_id, plan.c.year, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
                person.c.unit_id,
            )
            .select_from(
                plan.join(person, and_(person.c.agency == plan.c.agency, person.c.person_id == plan.c.person_id))
            )
            .where(plan.c.agency == self._rows.agency)
            .where(plan.c.plan_id.in_(self._keys(EntryKind.PLAN, words)))
            .order_by(plan.c.year.desc(), person.c.sort_name, plan.c.plan_id)
            .limit(limit)
        )  # fmt: skip
        heads = self._rows.execute(statement)
        texts = self._texts([row[0] for row in heads])
        found = []
        for plan_id, year, nip, name, front, back, unit_id in heads:
            why, text = max(texts[plan_id], key=lambda one: sum(holds(one[1], word) for word in words))
            found.append(
                Match(
                    FoundKind.RESULT, plan_id, text, titled(name, front, back), why, text,
                    nip=nip, unit_id=unit_id or "", year=year,
                )
            )  # fmt: skip
        return tuple(found)

    def _keys(self, kind: EntryKind, words: Sequence[str]) -> Any:
        matching = self._rows.words.entries_matching(self._rows.agency, kind.value, words, LOOKED_AT)
        return select(search_entry.c.key).where(
            search_entry.c.agency == self._rows.agency, search_entry.c.entry_id.in_(matching)
        )

    def _texts(self, plan_ids: Sequence[str]) -> dict[str, list[tuple[FoundIn, str]]]:
        found: dict[str, list[tuple[FoundIn, str]]] = {plan_id: [] for plan_id in plan_ids}
        for why, table in ((FoundIn.RESULT, work_result), (FoundIn.INDICATOR, indicator)):
            statement = (
                select(table.c.plan_id, table.c.text)
                .where(table.c.agency == self._rows.agency, table.c.plan_id.in_(plan_ids))
                .order_by(table.c.place)
            )
            for plan_id, text in self._rows.execute(statement):
                found[plan_id].append((why, text))
        return found


def _begins(name: str, words: Sequence[str]) -> bool:
    return bool(words) and name.casefold().startswith(words[0])
