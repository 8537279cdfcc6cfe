"""Fill-in sheets that come back: known by what is in them, refused whole when they are not ours or not whole."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.fill_sheet import (
    FILL_COLUMNS,
    FORMAT_VERSION,
    FillColumn,
    FillHead,
    FillKind,
    FillNote,
    FillRow,
    ReturnedRow,
    ReturnedSheet,
    is_open_cell,
    same_value,
)
from meritdesk.core.given import GivenTable, Layout, ReadTable
from meritdesk.core.periods import parse_period
from meritdesk.exchange.fill_cells import is_cut, is_untouched, read_cell
from meritdesk.exchange.fill_layouts import LOOKS, MAGIC, STORE_SHEET, headings_of, places_of
from meritdesk.exchange.fill_markup import unreadable_cells
from meritdesk.exchange.fill_writing import MOST_ROWS, STORED_FROM, head_text, key_of, row_text, seal_of
from meritdesk.exchange.sheet_guard import FileKind, recognise
from meritdesk.exchange.sheets import (
    SEARCHED_ROWS,
    Cell,
    RawCell,
    Step,
    cell_value,
    clean_text,
    normal_heading,
    opened_book,
    read_bytes,
    text_of,
)

_STEP_EVERY = 200

Rows = Sequence[Sequence[RawCell]]


def read_fill_head(path: Path) -> FillHead:
    """For whom a sheet was made; ``IMP-251`` when the file is no fill-in sheet, ``IMP-252`` when it is damaged."""
    data, _ = _recognised(path)
    return _head(_books_rows(data, path.name)[0], path.name)


def read_fill(
    source: Path | GivenTable, secret: bytes, accept: Callable[[FillHead], None], step: Step
) -> ReturnedSheet:
    """Read a sheet that a unit filled in, cell by cell against what was written.

    ``accept`` says whether the head is for this desk, before anything else is read. What a clerk corrected stands in
    the place of what the file says. ``IMP-251`` no fill-in sheet,
    ``IMP-252`` the sheet was damaged or rebuilt, ``IMP-254`` made by a newer program, ``IMP-257`` formulas
    without values.
    """
    name = source.name
    data, kind = _recognised(source)
    step(0, 1)
    store, visible = _books_rows(data, name)
    head = _head(store, name)
    accept(head)
    sent = _sent_rows(store, secret, head, name)
    for sheet, rows in visible:
        for number, raw in enumerate(islice(rows, SEARCHED_ROWS), start=1):
            places = places_of(head.kind, [text_of(cell_value(cell)) for cell in raw])
            if places is not None:
                unreadable = unreadable_cells(data, sheet) if kind is FileKind.XLSX else {}
                filled = _Filled(rows, number, places, unreadable)
                if isinstance(source, GivenTable):
                    filled = replace(filled, right=_corrections(source, head.kind), left_out=source.left_out_rows)
                return _returned(head, sent, filled, step)
    raise FileRefusal("IMP-252", file=name)


def _recognised(source: Path | GivenTable) -> tuple[bytes, FileKind]:
    data = source.data if isinstance(source, GivenTable) else read_bytes(source)
    is_block = isinstance(source, GivenTable) and not data
    kind = FileKind.TEXT if is_block else recognise(data, source.name)
    if kind in (FileKind.TEXT, FileKind.PAGE):
        raise FileRefusal("IMP-251", file=source.name)
    return data, kind


def _books_rows(data: bytes, name: str) -> tuple[Rows, list[tuple[str, Rows]]]:
    """The rows out of sight, and those of all other sheets with their names."""
    with opened_book(data, name) as book:
        names = [sheet.name for sheet in book.sheets_metadata]
        store = next((one for one in names if one.casefold() == STORE_SHEET), None)
        if store is None:
            raise FileRefusal("IMP-251", file=name)
        stored: Rows = book.get_sheet_by_name(store).to_python(skip_empty_area=False)
        others: list[tuple[str, Rows]] = []
        for one in names:
            if one != store:
                others.append((one, book.get_sheet_by_name(one).to_python(skip_empty_area=False)))
    return stored, others


def _cell_text(rows: Rows, row: int, column: int) -> str:
    if row >= len(rows) or column >= len(rows[row]):
        return ""
    return str(rows[row][column])


def _head(store: Rows, name: str) -> FillHead:
    if _cell_text(store, 0, 0) != MAGIC:
        raise FileRefusal("IMP-251", file=name)
    try:
        facts = json.loads(_cell_text(store, 1, 0))
        if facts["version"] > FORMAT_VERSION:
            raise FileRefusal("IMP-254", file=name)
        return FillHead(
            kind=FillKind(facts["kind"]),
            agency_code=facts["agency"],
            agency_name=facts["agency_name"],
            unit_source_id=facts["unit"],
            unit_name=facts["unit_name"],
            period=parse_period(facts["period"]),
            lineage=facts["lineage"],
            made_on=date.fromisoformat(facts["made_on"]),
            version=facts["version"],
        )
    except FileRefusal:
        raise
    except (ValueError, KeyError, TypeError, RecursionError, Refusal) as fault:
        raise FileRefusal("IMP-252", file=name) from fault


def _sent_rows(store: Rows, secret: bytes, head: FillHead, name: str) -> list[FillRow]:
    """The rows as they went out; whatever does not carry the seal of this store is refused."""
    texts: list[str] = []
    for number in range(STORED_FROM, min(len(store), STORED_FROM + MOST_ROWS)):
        key = _cell_text(store, number, 0)
        if not key:
            break
        if key != key_of(len(texts)):
            raise FileRefusal("IMP-252", file=name)
        texts.append("".join(str(cell) for cell in store[number][1:]))
    try:
        rows = [_sent_row(json.loads(text)) for text in texts]
        seal = seal_of(secret, head_text(head), [row_text(row) for row in rows])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise FileRefusal("IMP-252", file=name) from fault
    if not hmac.compare_digest(seal, _cell_text(store, 2, 0)):
        raise FileRefusal("IMP-252", file=name)
    return rows


def _sent_row(facts: dict[str, object]) -> FillRow:
    cells = facts["cells"]
    if not isinstance(cells, dict) or not all(isinstance(value, str) for value in cells.values()):
        raise ValueError(cells)
    return FillRow(str(facts["ref"]), cells, bool(facts["locked"]), bool(facts["spare"]))


@dataclass(frozen=True, slots=True)
class _Filled:
    """The visible sheet: its rows, where headings and fields stand, and cells whose content cannot be known."""

    rows: Rows
    heading_row: int
    places: Mapping[str, int]
    unreadable: Mapping[tuple[int, int], str]
    right: Mapping[tuple[int, str], str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    def fault(self, number: int, name: str) -> str:
        """Why a cell cannot be read; empty when it can."""
        if (number, name) in self.right:
            return ""
        return self.unreadable.get((number - 1, self.places[name]), "")

    def cell(self, raw: Sequence[RawCell], number: int, name: str) -> Cell:
        """What stands in a cell, or what the clerk says that it should have said."""
        if (number, name) in self.right:
            return clean_text(self.right[number, name]) or None
        place = self.places[name]
        return cell_value(raw[place]) if place < len(raw) else None


def _returned(head: FillHead, sent: Sequence[FillRow], filled: _Filled, step: Step) -> ReturnedSheet:
    columns = FILL_COLUMNS[head.kind]
    by_key = {key_of(index): row for index, row in enumerate(sent)}
    seen: dict[str, int] = {}
    taken: list[ReturnedRow] = []
    start = filled.heading_row
    for number, raw in enumerate(islice(filled.rows, start, None), start=start + 1):
        if number % _STEP_EVERY == 0:
            step(number, len(filled.rows))
        if number in filled.left_out:
            by_key.pop(text_of(filled.cell(raw, number, "")).upper(), None)
            continue
        cells = {name: filled.cell(raw, number, name) for name in filled.places}
        key = text_of(cells.pop("")).upper()
        if not key and all(cell is None for cell in cells.values()):
            continue
        row = by_key.get(key)
        if row is None:
            shown = _all_shown(cells, columns, head.kind)
            taken.append(ReturnedRow(number, None, faults=(FillNote("", "IMP-261"),), shown=shown))
        elif key in seen:
            shown = _all_shown(cells, columns, head.kind)
            taken.append(
                ReturnedRow(number, None, faults=(FillNote("", "IMP-262", {"other": seen[key]}),), shown=shown)
            )
        else:
            seen[key] = number
            taken.append(_matched(number, row, cells, filled, head.kind))
    missing = tuple(row for key, row in by_key.items() if key not in seen and not row.is_spare)
    step(len(filled.rows), len(filled.rows))
    return ReturnedSheet(head, tuple(taken), missing, headings_of(head.kind))


def fill_texts(table: GivenTable) -> ReadTable:
    """A filled sheet as text for the eye, with what the clerk corrected; ``IMP-252`` when it is damaged."""
    store, visible = _books_rows(table.data, table.name)
    kind = _head(store, table.name).kind
    layout = Layout(f"FILL_{kind.value}", {name: (heading,) for name, heading in headings_of(kind).items()}, ())
    for _, rows in visible:
        for number, raw in enumerate(islice(rows, SEARCHED_ROWS), start=1):
            places = places_of(kind, [text_of(cell_value(cell)) for cell in raw])
            if places is not None:
                filled = _Filled(rows, number, places, {}, _corrections(table, kind))
                cells = {
                    at: tuple(text_of(filled.cell(line, at, name)) for name in layout.columns)
                    for at, line in enumerate(islice(rows, number, None), start=number + 1)
                }
                said = {at: texts for at, texts in cells.items() if any(texts)}
                return ReadTable(layout, {name: layout.heading(name) for name in layout.columns}, said)
    raise FileRefusal("IMP-252", file=table.name)


def _corrections(table: GivenTable, kind: FillKind) -> dict[tuple[int, str], str]:
    """Corrected cells by row and field; a heading that the sheet does not have is refused (``IMP-276``)."""
    fields = {normal_heading(heading): name for name, heading in headings_of(kind).items()}
    found: dict[tuple[int, str], str] = {}
    for one in table.corrections:
        name = fields.get(normal_heading(one.column), one.column.removeprefix("="))
        if name not in headings_of(kind):
            raise FileRefusal("IMP-276", file=table.name, row=one.row, heading=one.column)
        found[one.row, name] = one.text
    return found


def _all_shown(cells: Mapping[str, Cell], columns: Sequence[FillColumn], kind: FillKind) -> dict[str, str]:
    return {column.name: read_cell(cells[column.name], column, LOOKS[kind][column.name]).shown for column in columns}


def _matched(number: int, sent: FillRow, cells: Mapping[str, Cell], filled: _Filled, kind: FillKind) -> ReturnedRow:
    """One row beside the row that went out: what the unit touched, and what cannot be read of it."""
    touched: dict[str, str] = {}
    shown: dict[str, str] = {}
    faults: list[FillNote] = []
    for column in FILL_COLUMNS[kind]:
        look, cell, value = LOOKS[kind][column.name], cells[column.name], sent.cells.get(column.name, "")
        fault = filled.fault(number, column.name)
        if fault and is_open_cell(column, sent):
            faults.append(FillNote(column.name, fault))
            continue
        if is_untouched(cell, value, column, look):
            shown[column.name] = read_cell(cell, column, look).shown
            continue
        read = read_cell(cell, column, look)
        shown[column.name] = read.shown
        if column.is_proof:
            said = {"expected": value, "value": read.shown or "-", "heading": look.heading}
            faults.insert(0, FillNote("", "IMP-263", said))
        elif sent.is_locked and column.is_open:
            faults.append(FillNote(column.name, "IMP-264", {"heading": look.heading}))
        elif not is_open_cell(column, sent) or is_cut(value):
            # A locked cell that only informs may read as it likes.
            continue
        elif read.note is not None:
            faults.append(read.note)
        elif not same_value(read.value, value):
            # The same said in other clothes (``S`` for ``SESUAI``) is not a change.
            touched[column.name] = read.value
    return ReturnedRow(number, sent, touched, tuple(faults), shown)
