"""JSON as packages and key cards use it: strict on reading, one spelling on writing (faults F52).

A hostile or mangled text never surprises the program: duplicate names, NaN, numbers with a fraction, deep nesting,
lone surrogates, a byte-order mark and oversized texts are all turned away.
"""

from __future__ import annotations

import json

MAX_DEPTH = 12
MAX_INTEGER_DIGITS = 18


class JsonFault(ValueError):
    """The text is not JSON of the strict kind; the caller turns it into a refusal with its own place."""


def read_json(data: bytes | str, max_size: int = 1 << 20) -> object:
    """Read one strict JSON text; ``JsonFault`` for anything a careful writer would not have written."""
    if len(data) > max_size:
        raise JsonFault("too long")
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        value = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_no_float, parse_int=_integer
        )
        _check(value, 0)
    except (UnicodeError, RecursionError, ValueError) as fault:
        raise JsonFault(str(fault)) from None
    return value


def write_json(value: object) -> str:
    """One line of JSON, names in order, no blanks: the same value always gives the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def write_json_page(value: object) -> bytes:
    """JSON for a file that a person may open: indented, names in the given order, a newline at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _no_float(text: str) -> object:
    raise ValueError(f"{text} must be written as text")


def _integer(text: str) -> int:
    if len(text) > MAX_INTEGER_DIGITS:
        raise ValueError("number too long")
    return int(text)


def _check(value: object, depth: int) -> None:
    """Bound the depth and make sure that every text can be written again."""
    if depth > MAX_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, dict):
        for name, member in value.items():
            name.encode("utf-8")
            _check(member, depth + 1)
    elif isinstance(value, list):
        for member in value:
            _check(member, depth + 1)
