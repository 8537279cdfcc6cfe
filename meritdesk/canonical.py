"""Canonical JSON (RFC 8785): the one spelling over which records, seals and packs are digested.

The reference implementation spells a record in a tenth of a millisecond, and a region reads a million of them. What
records are made of (texts, whole numbers, yes and no, lists and objects with names in ASCII) the fast encoder spells
byte for byte the same, ten times as fast; anything else is left to the reference (``tests/test_canonical.py``).
"""

from __future__ import annotations

from typing import Any

import msgspec
import rfc8785
from rfc8785 import CanonicalizationError

__all__ = ["CanonicalizationError", "canonical_json"]

_LARGEST = 2**53 - 1
"""Beyond it a number has no exact spelling in JSON: the reference refuses it."""

_TEXT = frozenset({str})
_FLAT = frozenset({str, bool, type(None)})
_encode = msgspec.json.Encoder(order="deterministic").encode


def canonical_json(value: Any) -> bytes:
    """The canonical spelling of a value; ``CanonicalizationError`` for what JSON cannot say exactly."""
    if _is_plain(value):
        try:
            return _encode(value)
        except UnicodeEncodeError:
            pass  # Half of a character: the reference says so in its own way.
    return rfc8785.dumps(value)


def _is_plain(value: object) -> bool:
    """Whether both spell it alike: no fractions, no subclasses, no number too large, and names that sort alike."""
    kind = type(value)
    if kind in _FLAT:
        return True
    if kind is int:
        return -_LARGEST <= value <= _LARGEST  # type: ignore[operator]
    if kind is dict:
        members = value.values()  # type: ignore[attr-defined]
        is_named = set(map(type, value)) <= _TEXT and "".join(value).isascii()  # type: ignore[call-overload, arg-type]
    elif kind is list or kind is tuple:
        members, is_named = value, True
    else:
        return False
    return is_named and all(_is_plain(member) for member in members if type(member) not in _FLAT)
