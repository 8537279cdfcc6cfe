"""Separated text that is read as it lies on the disk, row by row, so that a file of any length takes the same memory.

The file is gone through once beforehand: how it is written, and whether its quotes close, are known before the first
row is taken.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.sheet_guard import MAX_FILE_BYTES, MAX_ROWS, FileKind, is_packed, is_page, recognise
from meritdesk.exchange.sheets import DELIMITERS, GUARDED, Beat, RawRows, candidates_in, read_bytes, readable, records

_PIECE = 1 << 20
_OPENING = 1 << 16
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NO_SIGN = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
"""Bytes that stand for nothing in the code page of Windows."""
_GUARDS = tuple(guard.encode() for guard in GUARDED)


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a text file is written: its encoding, and whether apostrophes guard formula signs anywhere."""

    encoding: str
    has_guards: bool


def candidates_at(path: Path, beat: Beat) -> Iterator[Callable[[], RawRows]]:
    """The tables that a file may hold, as ``candidates_in``; text stays on the disk and is opened for each reading."""
    texts = texts_at(path, beat)
    if texts is None:
        yield from candidates_in(read_bytes(path), path.name, beat)
    else:
        yield from texts


def texts_at(path: Path, beat: Beat) -> list[Callable[[], RawRows]] | None:
    """Separated text cut at each delimiter that it may have; nothing when the file is no text but may be a workbook."""
    with readable(path), path.open("rb") as stream:
        opening = stream.read(_OPENING)
    is_wide = opening.startswith(_WIDE_MARKS)
    if is_page(opening):
        return list(candidates_in(read_bytes(path), path.name, beat))
    if is_packed(opening) or (b"\0" in opening and not is_wide):
        return None
    assert recognise(opening, path.name) is FileKind.TEXT
    writing = _writing_of(path, is_wide, beat)
    with readable(path), path.open(encoding=writing.encoding, newline="", errors="replace") as text:
        begun = text.read(_OPENING)
    return [partial(_rows, path, writing, one) for one in DELIMITERS if one in begun] or [
        partial(_rows, path, writing, ";")
    ]


def _rows(path: Path, writing: _Writing, delimiter: str) -> Iterator[list[str]]:
    with readable(path), path.open(encoding=writing.encoding, newline="") as lines:
        yield from records(lines, delimiter, path.name, writing.has_guards)


def _writing_of(path: Path, is_wide: bool, beat: Beat) -> _Writing:
    """Go through a text file once; ``IMP-201`` for what is no text, ``IMP-203`` undecodable, ``IMP-208`` too large."""
    decoder = codecs.getincrementaldecoder("utf-16" if is_wide else "utf-8")()
    is_plain, has_guards, lacks_a_sign = True, is_wide, False
    read, tail, lines = 0, b"", 0
    with readable(path), path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            beat()
            read += len(piece)
            lines += piece.count(b"\n")
            if read > MAX_FILE_BYTES:
                raise FileRefusal("IMP-208", file=path.name, limit=f"{MAX_FILE_BYTES >> 20} MB")
            if lines > MAX_ROWS:
                raise FileRefusal("IMP-208", file=path.name, limit=f"{MAX_ROWS:,}".replace(",", "."))
            if not is_wide:
                if b"\0" in piece:
                    raise FileRefusal("IMP-201", file=path.name)
                seen = tail + piece
                has_guards = has_guards or any(guard in seen for guard in _GUARDS)
                lacks_a_sign = lacks_a_sign or any(sign in piece for sign in _NO_SIGN)
                tail = piece[-1:]
            is_plain = is_plain and _decodes(decoder, piece)
        is_plain = is_plain and _decodes(decoder, b"", is_last=True)
    if (is_wide or lacks_a_sign) and not is_plain:
        raise FileRefusal("IMP-203", file=path.name)
    return _Writing("utf-16" if is_wide else "utf-8-sig" if is_plain else "cp1252", has_guards)


def _decodes(decoder: codecs.IncrementalDecoder, piece: bytes, is_last: bool = False) -> bool:
    try:
        decoder.decode(piece, is_last)
    except UnicodeDecodeError:
        return False
    return True
