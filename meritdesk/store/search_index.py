"""The index of everything that can be found, kept in step with the rows in the same transaction.

``StoreWork.commit`` calls ``follow``: whatever came through ``Rows`` (a clerk's edit, an import, a received package, an
undo) is known there by its key, so nothing is written past the index and no trigger hides in the file. Being derived,
the index is worth nothing by itself: ``made_anew`` works it out from the rows, when a store is opened whose index is
older than this program, and whenever the office asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, and_, bindparam, delete, func, insert, select, union, update

from meritdesk.core.finding import EntryKind
from meritdesk.core.journal import Scalar
from meritdesk.core.search_words import folded, indexed_words
from meritdesk.store.bulk import add_rows, among
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.sqlite_words import ENTRY_WORDS, STAFF_DIGITS, STAFF_WORDS, WordTable, owner_word
from meritdesk.store.tables import (
    document,
    indicator,
    org_unit,
    person,
    plan,
    reporting_line,
    search_entry,
    staff_row,
    store_fact,
    work_result,
)
from meritdesk.store.words import is_server, words_of

INDEX_VERSION = "1"
"""Goes up when other words or orders are kept than before: every store then makes its index anew when opened."""

FACT = "search_index"
DIGEST_SHOWN = 16
"""So much of a sheet's digest stands at its foot, as its code of verification."""

Step = Callable[[int, int], None]

_STAFF_COLUMNS = tuple(str(one.name) for one in staff_row.c if one.name not in ("entry_id", "agency"))
_OF_PERSON = (
    "person_id", "name", "front_title", "back_title", "nip", "position_title",
    "grade", "unit_id", "employment", "legal_status", "position_kind",
)  # fmt: skip
_OF_LINE = ("person_id", "rater_id", "problem")
_NO_LINE = ("", None, "")


def follow(rows: Rows) -> None:
    """Bring the index in step with everything that this work has written so far."""
    touched = {name: [str(key) for key in keys] for name, keys in rows.touched.items() if keys}
    if not touched:
        return
    units = touched.get(org_unit.name, [])
    people = touched.get(person.name, [])
    concerned = dict.fromkeys((*people, *touched.get(reporting_line.name, [])))
    concerned.update(dict.fromkeys(_seated_or_rated(rows, units, people)))
    _follow_people(rows, list(concerned))
    plans = (key for table in (plan, work_result, indicator) for key in touched.get(table.name, []))
    _follow_entries(rows, EntryKind.UNIT, units, _unit_words)
    _follow_entries(rows, EntryKind.PLAN, list(dict.fromkeys(plans)), _plan_words)
    _follow_entries(rows, EntryKind.PAPER, touched.get(document.name, []), _paper_words)
    rows.touched.clear()


def is_current(connection: Connection, own_agency: str) -> bool:
    """Whether the index of this file was made as this program makes it."""
    place = and_(store_fact.c.agency == own_agency, store_fact.c.name == FACT)
    return connection.execute(select(store_fact.c.value).where(place)).scalar() == INDEX_VERSION


def made_anew(engine: Engine, own_agency: str, step: Step) -> int:
    """Throw the index away and work it out from the rows, in one transaction; answers with the number of entries."""
    with engine.connect() as plain, plain.execution_options(immediate=True).begin():
        return make_anew(plain, own_agency, step)


def make_anew(connection: Connection, own_agency: str, step: Step, not_theirs: Collection[str] = ()) -> int:
    """The same inside a transaction that is open; on a server other owners keep theirs (``not_theirs``)."""
    agencies = [agency for agency in _agencies(connection) if agency not in not_theirs]
    words_of(connection).made_anew(connection, agencies)
    for table in (staff_row, search_entry):
        connection.execute(delete(table).where(table.c.agency.not_in(list(not_theirs))))
    work = [
        (agency, kind, keys)
        for agency in agencies
        for kind, table, name in _SOURCES
        for keys in in_chunks(_keys(connection, table, name, agency))
    ]
    for done, (agency, kind, keys) in enumerate(work):
        step(done, len(work))
        rows = Rows(connection, agency, own_agency, may_write=True)
        if kind is None:
            _follow_people(rows, keys)
        else:
            _follow_entries(rows, kind, keys, _WORDS[kind])
    connection.execute(delete(store_fact).where(store_fact.c.agency == own_agency, store_fact.c.name == FACT))
    connection.execute(insert(store_fact), [{"agency": own_agency, "name": FACT, "value": INDEX_VERSION}])
    step(len(work), len(work))
    return sum(len(keys) for _, _, keys in work)


def faults(connection: Connection) -> list[str]:
    """What is wrong with the index: tables that are unsound, and how many entries are too many or too few."""
    found = [f"search: {name}" for name in words_of(connection).unsound(connection)]
    for _, kind, table, name in ((None, *source) for source in _SOURCES):
        index, key = (staff_row, "person_id") if kind is None else (search_entry, "key")
        of_kind = () if kind is None else (search_entry.c.kind == kind.value,)
        same = and_(index.c.agency == table.c.agency, index.c[key] == table.c[name], *of_kind)
        lacking = select(func.count()).select_from(table.outerjoin(index, same)).where(index.c.entry_id.is_(None))
        surplus = select(func.count()).select_from(index.outerjoin(table, same))
        surplus = surplus.where(table.c[name].is_(None), *of_kind)
        wrong = sum(int(connection.execute(statement).scalar_one()) for statement in (lacking, surplus))
        if wrong:
            found.append(f"search: {table.name}: {wrong}")
    return found


def _agencies(connection: Connection) -> list[str]:
    """Whose rows are here: a region's store holds those of many agencies."""
    every = union(*(select(table.c.agency) for _, table, _ in _SOURCES)).subquery()
    return sorted(row[0] for row in connection.execute(select(every.c.agency)))


def _keys(connection: Connection, table: Any, name: str, agency: str) -> list[str]:
    statement = select(table.c[name]).where(table.c.agency == agency).order_by(table.c[name])
    return [row[0] for row in connection.execute(statement)]


def _seated_or_rated(rows: Rows, unit_ids: Sequence[str], person_ids: Sequence[str]) -> Iterator[str]:
    """The people whose entry shows one of these units or names one of these people as rater."""
    for chunk in in_chunks(unit_ids):
        seated = select(person.c.person_id).where(
            person.c.agency == rows.agency, among(rows.connection, person.c.unit_id, chunk)
        )
        yield from (row[0] for row in rows.execute(seated))
    for chunk in in_chunks(person_ids):
        rated = select(reporting_line.c.person_id).where(
            reporting_line.c.agency == rows.agency, among(rows.connection, reporting_line.c.rater_id, chunk)
        )
        yield from (row[0] for row in rows.execute(rated))


def _follow_people(rows: Rows, person_ids: Sequence[str]) -> None:
    for chunk in in_chunks(person_ids):
        present = _staff_rows(rows, chunk)
        kept = _kept_rows(rows, chunk)
        _forget(rows, staff_row, (STAFF_WORDS, STAFF_DIGITS), [kept[key][0] for key in kept if key not in present])
        number = _last_number(rows, staff_row)
        added, changed, words, digits = [], [], [], []
        known = rows.words.words_under(rows.connection, STAFF_WORDS, rows.agency, [entry for entry, _ in kept.values()])
        for key, (row, text) in present.items():
            entry, old = kept.get(key, (0, {}))
            if not entry:
                number += 1
                entry = number
                added.append((rows.agency, entry, *map(row.__getitem__, _STAFF_COLUMNS)))
            elif old != row:
                changed.append({"key_entry": entry, **row})
            if known.get(entry) != text:
                words.append((entry, text))
            if old.get("nip") != row["nip"]:
                digits.append((entry, str(row["nip"])))
        if added:
            add_rows(rows.connection, staff_row, ("agency", "entry_id", *_STAFF_COLUMNS), added)
        if changed:
            _bring_up_to_date(rows, changed)
        rows.words.put(rows.connection, STAFF_WORDS, rows.agency, words)
        rows.words.put(rows.connection, STAFF_DIGITS, rows.agency, digits)


def _bring_up_to_date(rows: Rows, changed: Sequence[Values]) -> None:
    same = (staff_row.c.agency == rows.agency, staff_row.c.entry_id == bindparam("key_entry"))
    rows.connection.execute(update(staff_row).where(*same), changed)


def _staff_rows(rows: Rows, person_ids: Sequence[str]) -> dict[str, tuple[Values, str]]:
    """Each of these people as the list orders him, and the words by which he is found.

    One table at a time by its key: while an import fills a store, the planner has never seen how large the tables are,
    and a join of four of them would take minutes.
    """
    lines = {line[0]: line for line in _cells(rows, reporting_line, _OF_LINE, person_ids)}
    raters = dict.fromkeys(rater_id for _, rater_id, _ in lines.values() if rater_id)
    rater_names = dict(_pairs(rows, person.c.person_id, person.c.sort_name, raters))
    people = _cells(rows, person, _OF_PERSON, person_ids)
    units = dict.fromkeys(unit_id for _, _, _, _, _, _, _, unit_id, _, _, _ in people if unit_id)
    unit_names = dict(_pairs(rows, org_unit.c.unit_id, org_unit.c.name, units))
    owner = owner_word(rows.agency)
    found: dict[str, tuple[Values, str]] = {}
    for person_id, name, front, back, nip, position, grade, unit_id, employment, status, kind in people:
        _, rater_id, problem = lines.get(person_id, _NO_LINE)
        unit_name = unit_names.get(unit_id, "")
        values: Values = {
            "person_id": person_id,
            "sort_name": name.casefold(),
            "nip": nip,
            "sort_position": folded(position),
            "grade": grade,
            "unit_id": unit_id or "",
            "sort_unit": folded(unit_name),
            "employment": employment,
            "legal_status": status,
            "position_kind": kind,
            "rater_id": rater_id or "",
            "sort_rater": rater_names.get(rater_id, ""),
            "problem": problem or "",
        }
        found[person_id] = values, f"{owner} {indexed_words((name, front, back, nip, position, unit_name))}"
    return found


def _cells(rows: Rows, table: Any, names: Sequence[str], person_ids: Sequence[str]) -> list[Any]:
    """These columns of the rows of these people; of all the others nothing is read."""
    statement = select(*(table.c[name] for name in names))
    return rows.execute(
        statement.where(table.c.agency == rows.agency, among(rows.connection, table.c.person_id, person_ids))
    )


def _pairs(rows: Rows, key: Any, value: Any, keys: Iterable[Scalar]) -> Iterator[tuple[Scalar, str]]:
    statement = select(key, value).where(key.table.c.agency == rows.agency)
    for chunk in in_chunks(keys):
        yield from ((row[0], row[1]) for row in rows.execute(statement.where(among(rows.connection, key, chunk))))


def _kept_rows(rows: Rows, person_ids: Sequence[str]) -> dict[str, tuple[int, Values]]:
    statement = select(staff_row.c.entry_id, *(staff_row.c[name] for name in _STAFF_COLUMNS)).where(
        staff_row.c.agency == rows.agency, among(rows.connection, staff_row.c.person_id, person_ids)
    )
    found = ((row[0], dict(zip(_STAFF_COLUMNS, row[1:], strict=True))) for row in rows.execute(statement))
    return {str(row["person_id"]): (entry, row) for entry, row in found}


Worder = Callable[[Rows, Sequence[str]], Mapping[str, str]]


def _follow_entries(rows: Rows, kind: EntryKind, keys: Sequence[str], worder: Worder) -> None:
    entry = search_entry
    owner = owner_word(rows.agency, kind.value)
    for chunk in in_chunks(keys):
        present = worder(rows, chunk)
        statement = select(entry.c.key, entry.c.entry_id).where(
            entry.c.agency == rows.agency,
            entry.c.kind == kind.value,
            among(rows.connection, entry.c.key, chunk),
        )
        kept = {row[0]: row[1] for row in rows.connection.execute(statement)}
        _forget(rows, entry, (ENTRY_WORDS,), [kept[key] for key in kept if key not in present])
        number = _last_number(rows, entry)
        new = {key: number + place for place, key in enumerate((key for key in present if key not in kept), start=1)}
        if new:
            made = [(number, rows.agency, kind.value, key) for key, number in new.items()]
            add_rows(rows.connection, entry, ("entry_id", "agency", "kind", "key"), made)
        known = rows.words.words_under(rows.connection, ENTRY_WORDS, rows.agency, list(kept.values()))
        words = [(new.get(key) or kept[key], f"{owner} {text}") for key, text in present.items()]
        rows.words.put(rows.connection, ENTRY_WORDS, rows.agency, [one for one in words if known.get(one[0]) != one[1]])


def _unit_words(rows: Rows, keys: Sequence[str]) -> Mapping[str, str]:
    statement = select(org_unit.c.unit_id, org_unit.c.name, org_unit.c.source_id, org_unit.c.head_title).where(
        org_unit.c.agency == rows.agency, among(rows.connection, org_unit.c.unit_id, keys)
    )
    return {row[0]: indexed_words(row[1:]) for row in rows.connection.execute(statement)}


def _plan_words(rows: Rows, keys: Sequence[str]) -> Mapping[str, str]:
    """The texts of results and indicators of each plan; a plan without any stands there with none."""
    statement = select(plan.c.plan_id).where(plan.c.agency == rows.agency, among(rows.connection, plan.c.plan_id, keys))
    texts: dict[str, list[str]] = {row[0]: [] for row in rows.connection.execute(statement)}
    for table in (work_result, indicator):
        statement = (
            select(table.c.plan_id, table.c.text)
            .where(table.c.agency == rows.agency, among(rows.connection, table.c.plan_id, keys))
            .order_by(table.c[f"{'result' if table is work_result else 'indicator'}_id"])
        )
        for plan_id, text in rows.connection.execute(statement):
            texts[plan_id].append(text)
    return {plan_id: indexed_words(found) for plan_id, found in texts.items()}


def _paper_words(rows: Rows, keys: Sequence[str]) -> Mapping[str, str]:
    """The number of a paper in every way in which it is read out, and the code of verification at its foot."""
    statement = select(document.c.document_id, document.c.number, document.c.form, document.c.record_digest).where(
        document.c.agency == rows.agency, among(rows.connection, document.c.document_id, keys)
    )
    return {
        row[0]: indexed_words(
            (row[1], row[1].rpartition("/")[2].lstrip("0"), row[2].replace(".", ""), row[3][:DIGEST_SHOWN])
        )
        for row in rows.connection.execute(statement)
    }


def _forget(rows: Rows, table: Any, words: Iterable[WordTable], entry_ids: Collection[int]) -> None:
    if not entry_ids:
        return
    for one in words:
        rows.words.take_out(rows.connection, one, rows.agency, entry_ids)
    for chunk in in_chunks(entry_ids):
        rows.connection.execute(delete(table).where(table.c.agency == rows.agency, table.c.entry_id.in_(chunk)))


def _last_number(rows: Rows, table: Any) -> int:
    """The last number given: in a file it is the row of the full-text search, on a server it belongs to the agency."""
    statement = select(func.coalesce(func.max(table.c.entry_id), 0))
    if is_server(rows.connection):
        statement = statement.where(table.c.agency == rows.agency)
    return int(rows.connection.execute(statement).scalar_one())


_SOURCES: tuple[tuple[EntryKind | None, Any, str], ...] = (
    (None, person, "person_id"),
    (EntryKind.UNIT, org_unit, "unit_id"),
    (EntryKind.PLAN, plan, "plan_id"),
    (EntryKind.PAPER, document, "document_id"),
)
_WORDS: Mapping[EntryKind, Worder] = {
    EntryKind.UNIT: _unit_words,
    EntryKind.PLAN: _plan_words,
    EntryKind.PAPER: _paper_words,
}
