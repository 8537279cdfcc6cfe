"""How many rounds of computing a key file asks for before it opens; told from its bytes, without a passphrase.

A PKCS#12 file names the rounds of every derivation beside its salt: an octet string followed by a whole number, in the
seal of the file (MacData), in PBES1, in PBKDF2 and in scrypt alike. A number of 2,147,483,647 there would keep the
program busy for half an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MOST_ROUNDS = 10_000_000
"""Sixteen times what the most careful issuer asks for today; some seconds of an office PC."""

_INTEGER, _OCTETS, _SEQUENCE = 0x02, 0x04, 0x30
_CONSTRUCTED = 0x20
_DEEPEST = 40
_LONG_TAG, _INDEFINITE, _LONGEST_LENGTH = 0x1F, 0x80, 4


class NotAsWritten(ValueError):
    """Bytes that are not written by the rules of ASN.1."""


class _Thing(NamedTuple):
    tag: int
    content: bytes
    parts: tuple[_Thing, ...]


def rounds_of(data: bytes) -> int:
    """The sum of all rounds that the file names; raises ``NotAsWritten``."""
    things, _ = _things(data, 0, len(data), 0, is_open=False)
    return sum(_rounds(things, 0))


def _rounds(things: tuple[_Thing, ...], depth: int) -> Iterator[int]:
    for before, thing in zip((None, *things), things, strict=False):
        if thing.tag == _INTEGER and before is not None and before.tag & ~_CONSTRUCTED == _OCTETS:
            yield max(0, int.from_bytes(thing.content, "big", signed=True))
        if thing.tag & ~_CONSTRUCTED != _OCTETS:
            yield from _rounds(thing.parts, depth + 1)
            continue
        # What is sealed and what is in a bag lies packed in octets.
        octets = _joined(thing)
        if octets[:1] == bytes([_SEQUENCE]):
            try:
                inner, _ = _things(octets, 0, len(octets), depth + 1, is_open=False)
            except NotAsWritten:
                continue  # encrypted content may begin with any byte
            yield from _rounds(inner, depth + 1)


def _joined(thing: _Thing) -> bytes:
    """The octets of a string, also where it is written in pieces."""
    if not thing.tag & _CONSTRUCTED:
        return thing.content
    if any(part.tag & ~_CONSTRUCTED != _OCTETS for part in thing.parts):
        return b""
    return b"".join(_joined(part) for part in thing.parts)


def _things(data: bytes, place: int, end: int, depth: int, *, is_open: bool) -> tuple[tuple[_Thing, ...], int]:
    """What stands one after the other up to the end, or up to the mark that closes an open length."""
    if depth > _DEEPEST:
        raise NotAsWritten("too deep")
    found: list[_Thing] = []
    while place < end:
        if is_open and data[place : place + 2] == b"\0\0":
            return tuple(found), place + 2
        tag = data[place]
        if tag & _LONG_TAG == _LONG_TAG or place + 1 >= end:
            raise NotAsWritten("a tag that no key file has")
        length, place = data[place + 1], place + 2
        if length == _INDEFINITE:
            if not tag & _CONSTRUCTED:
                raise NotAsWritten("an open length")
            parts, place = _things(data, place, end, depth + 1, is_open=True)
            found.append(_Thing(tag, b"", parts))
            continue
        if length > _INDEFINITE:
            width = length - _INDEFINITE
            if width > _LONGEST_LENGTH or place + width > end:
                raise NotAsWritten("a length")
            length, place = int.from_bytes(data[place : place + width], "big"), place + width
        if place + length > end:
            raise NotAsWritten("more than there is")
        parts = _things(data, place, place + length, depth + 1, is_open=False)[0] if tag & _CONSTRUCTED else ()
        found.append(_Thing(tag, data[place : place + length], parts))
        place += length
    if is_open:
        raise NotAsWritten("an open length that never closes")
    return tuple(found), place
