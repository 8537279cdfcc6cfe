"""The narrow kind of zip file that packages use, written and read by the byte (faults F49 to F51).

Only one spelling of each archive exists: members back to back from offset 0, fixed date, no flags, no extra fields,
no comments, one central directory that repeats the local headers, nothing after it. A reader that accepts nothing
else cannot disagree with another unzipper about the content, and overlapping entries cannot be expressed. The zipfile
module is not used for reading: in Python 3.11.7 it unpacks overlapping entries without complaint.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.handover import PressedFile
from meritdesk.exchange.pressing import deflated

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_LOCAL_MARK = b"PK\x03\x04"
_CENTRAL_MARK = b"PK\x01\x02"
_END_MARK = b"PK\x05\x06"
_VERSION = 20
_MIDNIGHT = 0
_FIRST_OF_1980 = 0x0021
_STORED = 0
_DEFLATED = 8

RATIO_EXEMPT_SIZE = 1 << 20


class ZipFaultKind(StrEnum):
    """What is wrong with an archive, as far as a clerk's next step depends on it."""

    FOREIGN = "FOREIGN"
    TRUNCATED = "TRUNCATED"
    TRAILING = "TRAILING"
    MALFORMED = "MALFORMED"
    TOO_LARGE = "TOO_LARGE"


class ZipFault(ValueError):
    """The bytes are not an archive of our narrow kind."""

    def __init__(self, kind: ZipFaultKind, place: str) -> None:
        super().__init__(f"{kind}: {place}")
        self.kind = kind
        self.place = place


@dataclass(frozen=True, slots=True)
class ZipLimits:
    """How much may come out: members, bytes in all, and bytes out for one byte in (above 1 MiB)."""

    members: int
    total_size: int
    ratio: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """One member as its local header describes it."""

    name: bytes
    method: int
    crc: int
    packed: int
    size: int

    def local(self) -> bytes:
        fixed = (_LOCAL_MARK, _VERSION, 0, self.method, _MIDNIGHT, _FIRST_OF_1980)
        return _LOCAL.pack(*fixed, self.crc, self.packed, self.size, len(self.name), 0) + self.name

    def central(self, offset: int) -> bytes:
        fixed = (_CENTRAL_MARK, _VERSION, _VERSION, 0, self.method, _MIDNIGHT, _FIRST_OF_1980)
        sizes = (self.crc, self.packed, self.size, len(self.name))
        return _CENTRAL.pack(*fixed, *sizes, 0, 0, 0, 0, 0, offset) + self.name


def local_header(name: str, data: bytes) -> bytes:
    """The local header of a stored member: what an archive that begins with it must begin with."""
    return _Entry(name.encode("ascii"), _STORED, zlib.crc32(data), len(data), len(data)).local()


def write_zip(members: Sequence[tuple[str, bytes]], deflate: bool) -> bytes:
    """The archive of these members in this order; the same input gives the same bytes."""
    method = _DEFLATED if deflate else _STORED

    def entries() -> Iterator[tuple[_Entry, bytes]]:
        for name, data in members:
            packed = deflated(data) if deflate else data
            yield _Entry(name.encode("ascii"), method, zlib.crc32(data), len(packed), len(data)), packed

    return _archive(entries())


def zip_of(members: Iterable[tuple[str, PressedFile]]) -> bytes:
    """The archive of members that are packed already; the same bytes as ``write_zip`` makes of them unpacked."""
    return _archive(
        (_Entry(name.encode("ascii"), _DEFLATED, one.crc, len(one.packed), one.size), one.packed)
        for name, one in members
    )


def _archive(entries: Iterable[tuple[_Entry, bytes]]) -> bytes:
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry, packed in entries:
        directory.append(entry.central(offset))
        parts += [entry.local(), packed]
        offset += len(parts[-2]) + len(packed)
    return b"".join([*parts, *directory, _end(directory, offset)])


def read_zip(data: bytes, limits: ZipLimits, deflate: bool) -> list[tuple[str, bytes]]:
    """The members of an archive in order; ``ZipFault`` when a single byte is not where it must be.

    Sizes are bounded by what is really unpacked, never by what a header claims.
    """
    if not data.startswith(_LOCAL_MARK[: len(data)]) or not data:
        raise ZipFault(ZipFaultKind.FOREIGN, "start")
    members: list[tuple[str, bytes]] = []
    directory: list[bytes] = []
    names: set[str] = set()
    offset = total = 0
    while data[offset : offset + 4] == _LOCAL_MARK:
        if len(members) == limits.members:
            raise ZipFault(ZipFaultKind.TOO_LARGE, "members")
        entry, start = _entry(data, offset)
        total += entry.size
        if total > limits.total_size or (entry.size > RATIO_EXEMPT_SIZE and entry.size > limits.ratio * entry.packed):
            raise ZipFault(ZipFaultKind.TOO_LARGE, entry.name.decode("ascii", "replace"))
        content = _content(entry, data[start : start + entry.packed], deflate)
        name = entry.name.decode("ascii")
        if name in names:
            raise ZipFault(ZipFaultKind.MALFORMED, name)
        names.add(name)
        members.append((name, content))
        directory.append(entry.central(offset))
        offset = start + entry.packed
    _check_tail(data[offset:], b"".join(directory) + _end(directory, offset))
    return members


def _end(directory: Sequence[bytes], offset: int) -> bytes:
    size = sum(map(len, directory))
    return _END.pack(_END_MARK, 0, 0, len(directory), len(directory), size, offset, 0)


def _entry(data: bytes, offset: int) -> tuple[_Entry, int]:
    """The member whose local header stands at ``offset``, and where its bytes start."""
    header = data[offset : offset + _LOCAL.size]
    if len(header) < _LOCAL.size:
        raise ZipFault(ZipFaultKind.TRUNCATED, "header")
    _, _, _, method, _, _, crc, packed, size, name_length, _ = _LOCAL.unpack(header)
    start = offset + _LOCAL.size + name_length
    name = data[offset + _LOCAL.size : start]
    if len(name) < name_length:
        raise ZipFault(ZipFaultKind.TRUNCATED, "name")
    entry = _Entry(name, method, crc, packed, size)
    if data[offset:start] != entry.local() or not name.isascii():
        raise ZipFault(ZipFaultKind.MALFORMED, "header")
    if start + packed > len(data):
        raise ZipFault(ZipFaultKind.TRUNCATED, name.decode("ascii"))
    return entry, start


def _content(entry: _Entry, packed: bytes, deflate: bool) -> bytes:
    name = entry.name.decode("ascii")
    if entry.method != (_DEFLATED if deflate else _STORED):
        raise ZipFault(ZipFaultKind.MALFORMED, name)
    content = _inflated(name, packed, entry.size) if deflate else packed
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise ZipFault(ZipFaultKind.MALFORMED, name)
    return content


def _inflated(name: str, packed: bytes, size: int) -> bytes:
    """Unpack at most one byte more than promised; the stream must end exactly where the member ends."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, size + 1)
    except zlib.error as fault:
        raise ZipFault(ZipFaultKind.MALFORMED, name) from fault
    if not unpacker.eof or unpacker.unused_data or unpacker.unconsumed_tail:
        raise ZipFault(ZipFaultKind.MALFORMED, name)
    return content


def _check_tail(tail: bytes, expected: bytes) -> None:
    if tail == expected:
        return
    if tail.startswith(expected):
        raise ZipFault(ZipFaultKind.TRAILING, "end")
    if expected.startswith(tail) or _LOCAL_MARK.startswith(tail):
        raise ZipFault(ZipFaultKind.TRUNCATED, "directory")
    raise ZipFault(ZipFaultKind.MALFORMED, "directory")
