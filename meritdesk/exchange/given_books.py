"""Files and pasted blocks read once, for the wizard and the command line: sheets, what they are taken for, corrections.

What is read here holds every column of the file. Only what a layout asks for leaves it again, by ``table_reading``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from meritdesk.aside import aside
from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import (
    Correction,
    DoubtAnswer,
    FileColumn,
    GivenBook,
    GivenSheet,
    GivenTable,
    Layout,
    ReadTable,
    Recognition,
)
from meritdesk.exchange import table_reading
from meritdesk.exchange.fill_layouts import STORE_SHEET
from meritdesk.exchange.fill_reading import fill_texts, read_fill_head
from meritdesk.exchange.heading_rows import file_columns, fingerprint_of, heading_row_of
from meritdesk.exchange.long_text import texts_at
from meritdesk.exchange.pasted import given_block, pasted_rows
from meritdesk.exchange.sheet_guard import MAX_ROWS, FileKind, recognise
from meritdesk.exchange.sheet_layouts import KNOWN_LAYOUTS
from meritdesk.exchange.sheet_span import cells_allowed
from meritdesk.exchange.sheet_words import word
from meritdesk.exchange.sheets import RawCell, RawRows, Step, opened_book, read_bytes, readable, text_of, text_tables

_STEP_EVERY = 500
_LOOKED_AT = 50
_CORRECTION_LAYOUT = Layout(
    name="CORRECTIONS",
    columns={
        "row": ("BARIS", "ROW"),
        "column": ("KOLOM", "COLUMN"),
        "text": ("ISI", "TEXT"),
        "answer": ("JAWABAN", "ANSWER"),
    },
    required=("row",),
)
_ANSWERS = {
    **dict.fromkeys(("TAMBAH", "ADD"), DoubtAnswer.ADD),
    **dict.fromkeys(("SAMA", "SAME"), DoubtAnswer.SAME),
    **dict.fromkeys(("LEWATI", "LEAVE"), DoubtAnswer.LEAVE),
}


def layouts() -> tuple[Layout, ...]:
    """Every layout that the desk reads."""
    return KNOWN_LAYOUTS


def open_book(path: Path, step: Step) -> GivenBook:
    """Read the visible sheets of a file, or its text; ``IMP-201`` .. ``IMP-218`` when it cannot be read."""
    texts = texts_at(path, lambda: step(0, 1))
    if texts is not None:
        with readable(path), path.open("rb") as stream:
            size = path.stat().st_size
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return GivenBook(path.name, (GivenSheet("", _text_rows(texts, path.name, size, step)),), digest=digest)
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    assert recognise(data, path.name) is not FileKind.TEXT
    with opened_book(data, path.name) as book:
        is_fill = any(one.name.casefold() == STORE_SHEET for one in book.sheets_metadata)
        visible = [
            one.name
            for one in book.sheets_metadata
            if one.typ == calamine.SheetTypeEnum.WorkSheet and one.visible == calamine.SheetVisibleEnum.Visible
        ]
        sheets = tuple(GivenSheet(name, _sheet_rows(book, name, path.name, step)) for name in visible)
    if not sheets:
        raise FileRefusal("IMP-202", file=path.name)
    fill = read_fill_head(path).kind.value if is_fill else ""
    return GivenBook(path.name, sheets, data, fill, digest)


def open_pasted(text: str, name: str) -> GivenBook:
    """Read a pasted block; text with other separators than tabs is read like a file. ``IMP-277`` nothing in it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    rows: Sequence[Sequence[RawCell]] = pasted_rows(text)
    if "\t" not in text and any(sign in text.partition("\n")[0] for sign in ";|,"):
        data = text.encode("utf-8", "replace")
        rows = _text_rows(text_tables(data, name), name, len(data), lambda done, total: None)
    return given_block(rows, name, digest)


def recognised(table: GivenTable, heading_row: int | None = None) -> Recognition:
    """What a table is taken for; with a row of headings given, its columns below that row (0 for no headings)."""
    rows = table.rows
    found_row, match = heading_row_of(rows, KNOWN_LAYOUTS)  # type: ignore[arg-type]
    row = found_row if heading_row is None else heading_row
    is_whole = match is not None and not match.missing
    columns: tuple[FileColumn, ...] = file_columns(rows, row)  # type: ignore[arg-type]
    return Recognition(
        layout=match.layout.name if match is not None and is_whole else "",
        heading_row=row,
        columns=columns,
        fingerprint=fingerprint_of(column.name for column in columns),
        nearest=match.layout.name if match is not None else "",
        missing=tuple(match.layout.heading(name) for name in match.missing) if match is not None else (),
    )


def understood(table: GivenTable, step: Step) -> ReadTable:
    """The table by field, as text, for the eye; refusals as reading it."""
    if table.data:
        return fill_texts(table)
    return table_reading.understood(table, KNOWN_LAYOUTS, step)


def read_corrections(path: Path) -> tuple[tuple[Correction, ...], dict[int, DoubtAnswer]]:
    """Corrections from a table with BARIS, KOLOM, ISI and JAWABAN (TAMBAH, SAMA, LEWATI); ``IMP-278`` a wrong row."""
    table = table_reading.read_table(path, (_CORRECTION_LAYOUT,), lambda done, total: None)
    corrections: list[Correction] = []
    answers: dict[int, DoubtAnswer] = {}
    for number, cells in table.rows:
        row, column, text, answer = (text_of(cell) for cell in cells)
        if not row.isdecimal() or not (column or answer):
            raise FileRefusal("IMP-278", file=path.name, row=number)
        if column:
            corrections.append(Correction(int(row), column, text))
        if answer:
            said = _ANSWERS.get(word(answer))
            if said is None:
                raise FileRefusal("IMP-278", file=path.name, row=number)
            answers[int(row)] = said
    return tuple(corrections), answers


def _text_rows(
    candidates: Iterable[Callable[[], RawRows]], name: str, size: int, step: Step
) -> Sequence[Sequence[RawCell]]:
    """The records of text at the delimiter whose headings say most; without a layout, at the one that cuts most.

    Which delimiter that is shows in the first rows; only what is taken is read to its end.
    """
    found: list[tuple[tuple[int, int, int], Callable[[], RawRows]]] = []
    broken: FileRefusal | None = None
    for records in candidates:
        try:
            opening = [list(record) for record in islice(records(), _LOOKED_AT)]
        except FileRefusal as fault:
            broken = broken or fault
            continue
        _, match = heading_row_of(opening, KNOWN_LAYOUTS)
        is_whole = int(match is not None and not match.missing)
        places = len(match.places) if match is not None else 0
        found.append(((is_whole, places, min((len(row) for row in opening if any(row)), default=0)), records))
    for _, records in sorted(found, key=lambda one: one[0], reverse=True):
        try:
            return _whole(records(), name, cells_allowed(size), step)
        except FileRefusal as fault:
            if fault.code == "IMP-208":
                raise
            broken = broken or fault
    raise broken or FileRefusal("IMP-202", file=name)


def _whole(records: RawRows, name: str, most_cells: int, step: Step) -> Sequence[Sequence[RawCell]]:
    rows: list[list[RawCell]] = []
    cells = 0
    for done, record in enumerate(records):
        if done % _STEP_EVERY == 0:
            step(done, done + 1)
        cells += len(record)
        if done >= MAX_ROWS or cells > most_cells:
            most = MAX_ROWS if done >= MAX_ROWS else most_cells
            raise FileRefusal("IMP-208", file=name, limit=f"{most:,}".replace(",", "."))
        rows.append(list(record))
    return rows


def _sheet_rows(book: calamine.CalamineWorkbook, sheet: str, name: str, step: Step) -> Sequence[Sequence[RawCell]]:
    """The rows of a sheet, with what stands left of its first column; the window's thread gets its turns between."""
    found = aside(lambda: book.get_sheet_by_name(sheet), lambda: step(0, 1))
    left = [""] * (found.start[1] if found.start else 0)
    rows: list[list[RawCell]] = []
    for done, row in enumerate(found.iter_rows()):
        if done % _STEP_EVERY == 0:
            step(done, found.total_height)
        if done >= MAX_ROWS:
            raise FileRefusal("IMP-208", file=name, limit=f"{MAX_ROWS:,}".replace(",", "."))
        rows.append([*left, *row])
    return rows
