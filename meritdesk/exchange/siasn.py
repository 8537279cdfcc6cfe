"""Files for the national application: tables that keep a NIP as text, and documents zipped with their list.

The .xlsx is for people: every cell is text. The .csv is for machines: UTF-8 with BOM, ``;``, every cell quoted and no
cell a formula (F72). Whoever opens the .csv in a spreadsheet program must choose text for its columns; the .xlsx needs
no choice.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.sheet_writing import SheetStyle, discard, refusal_code, write_table, written_text
from meritdesk.half_written import give_name

LIST_NAME = "daftar.csv"
_LIST_HEADS = ("nama_berkas", "sha256", "keterangan", "nomor_dokumen")
_MOMENT = (1980, 1, 1, 0, 0, 0)
_WIDTHS = {"nama": 30, "nip": 22, "jabatan": 34, "unit": 34}
_DEFAULT_WIDTH = 16


def write_rows(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> int:
    """Write one table as .xlsx or .csv, by the ending of its name; refusals as ``write_table``."""
    if path.suffix.lower() == ".csv":
        return _write_csv(path, headings, rows)
    widths = [
        next((width for part, width in _WIDTHS.items() if part in head.lower()), _DEFAULT_WIDTH) for head in headings
    ]
    return write_table(path, headings, rows, SheetStyle(title, widths))


def write_documents(path: Path, documents: Iterable[tuple[str, bytes, str, str]]) -> int:
    """Zip documents under their names, one after the other, with a list of their digests inside; how many there were.

    Each is name, bytes, how it is signed and its number. The same documents give the same bytes. Written aside and
    renamed; refusals as ``write_rows``. An empty run writes nothing.
    """
    aside = path.with_name(f".{path.name}.part")
    listed: list[tuple[str, str, str, str]] = []
    try:
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED, allowZip64=True) as package:
            for name, data, kind, number in documents:
                package.writestr(_entry(name), data)
                listed.append((name, hashlib.sha256(data).hexdigest(), kind, number))
            package.writestr(_entry(LIST_NAME), b"\xef\xbb\xbf" + _csv_text(_LIST_HEADS, listed).encode("utf-8"))
        if not listed:
            discard(aside)
            return 0
        give_name(aside, path)
    except OSError as fault:
        discard(aside)
        raise FileRefusal(refusal_code(fault), file=path.name) from fault
    except BaseException:
        discard(aside)
        raise
    return len(listed)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.external_attr = 0o644 << 16
    return entry


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    aside = path.with_name(f".{path.name}.part")
    try:
        with aside.open("w", encoding="utf-8-sig", newline="") as stream:
            count = _fill(stream, headings, rows)
        give_name(aside, path)
    except OSError as fault:
        discard(aside)
        raise FileRefusal(refusal_code(fault), file=path.name) from fault
    except BaseException:
        discard(aside)
        raise
    return count


def _csv_text(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO(newline="")
    _fill(stream, headings, rows)
    return stream.getvalue()


def _fill(stream: io.TextIOBase, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(headings)
    count = 0
    for row in rows:
        writer.writerow([written_text(cell) for cell in row])
        count += 1
    return count
