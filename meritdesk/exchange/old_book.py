"""How far the cells of an old .xls reach, read from its records before the reader makes room for them (F54).

Such a workbook is a stream of records inside a compound file. Whatever cannot be followed here is left to the reader,
which refuses what it cannot follow either; only the places of cells are looked at.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

_HEADER = 512
_END = 0xFFFFFFFE
_MOST_SECTORS = 0x80000
_ONE_CELL = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD, 0x0406, 0x0206, 0x0001})
_MANY_CELLS = frozenset({0x00BD, 0x00BE})
_SHEET_BEGINS = 0x0009, 0x0209, 0x0409, 0x0809


def cells_of_old_book(data: bytes) -> int:
    """How many cells the sheets of a compound file span together; 0 where no workbook can be followed in it."""
    total = 0
    for stream in _workbooks(data):
        rows = columns = 0
        for kind, record in _records(stream):
            if kind in _SHEET_BEGINS:
                total += rows * columns
                rows = columns = 0
            elif kind in _ONE_CELL and len(record) >= 4:
                row, column = struct.unpack_from("<HH", record)
                rows, columns = max(rows, row + 1), max(columns, column + 1)
            elif kind in _MANY_CELLS and len(record) >= 6:
                row, first = struct.unpack_from("<HH", record)
                (last,) = struct.unpack_from("<H", record, len(record) - 2)
                rows, columns = max(rows, row + 1), max(columns, first + 1, last + 1)
        total += rows * columns
    return total


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _workbooks(data: bytes) -> list[bytes]:
    """The streams named Workbook or Book."""
    if len(data) < _HEADER:
        return []
    shift, small_shift = struct.unpack_from("<HH", data, 30)
    if not (7 <= shift <= 16 and 4 <= small_shift <= shift):
        return []
    size = 1 << shift

    def sector(number: int) -> bytes:
        return data[(number + 1) * size : (number + 2) * size] if number < _MOST_SECTORS * 8 else b""

    table = _table(data, sector, size)
    entries = _chain(struct.unpack_from("<I", data, 48)[0], table, sector)
    small_table = _numbers(_chain(struct.unpack_from("<I", data, 60)[0], table, sector))
    (cutoff,) = struct.unpack_from("<I", data, 56)
    found: list[bytes] = []
    small_stream = b""
    for place in range(0, len(entries) - 127, 128):
        entry = entries[place : place + 128]
        kind = entry[66]
        start, length = struct.unpack_from("<II", entry, 116)
        if kind == 5:
            small_stream = _chain(start, table, sector)
        name = entry[:64].decode("utf-16-le", "replace").partition("\0")[0]
        if kind == 2 and name.casefold() in ("workbook", "book"):
            if length < cutoff:
                step = 1 << small_shift

                def small(number: int, step: int = step, source: bytes = small_stream) -> bytes:
                    return source[number * step : (number + 1) * step]

                found.append(_chain(start, small_table, small)[:length])
            else:
                found.append(_chain(start, table, sector)[:length])
    return found


def _table(data: bytes, sector: Callable[[int], bytes], size: int) -> list[int]:
    """The table that says which sector follows which."""
    listed = list(struct.unpack_from("<109I", data, 76))
    following, left = struct.unpack_from("<I", data, 68)[0], _MOST_SECTORS // 128
    while following < _END and left:
        more = _numbers(sector(following))
        if len(more) < size // 4:
            break
        listed += more[:-1]
        following, left = more[-1], left - 1
    return [number for place in listed if place < _END - 2 for number in _numbers(sector(place))]


def _chain(start: int, table: list[int], sector: Callable[[int], bytes]) -> bytes:
    """The bytes of a chain of sectors; one that runs in a circle ends where it would begin again."""
    parts: list[bytes] = []
    seen: set[int] = set()
    while start < len(table) and start not in seen:
        seen.add(start)
        parts.append(sector(start))
        start = table[start]
    return b"".join(parts)


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
