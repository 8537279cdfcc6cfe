"""What may stand behind an option of the command line, with the words for a clerk who wrote something else.

What a value is read by is loaded when there is one, so that whoever asks for help does not wait for it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand behind an option; ``words`` are read to a clerk who wrote something else."""

    words: str
    read: Callable[[str], Any]

    def __call__(self, text: str) -> Any:
        """The value, or the refusal that argparse hands on to ``_Parser.error``."""
        try:
            return self.read(text)
        except ValueError:
            raise argparse.ArgumentTypeError(text) from None


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text.strip()


def _code(name: str, *, may_be_empty: bool = False) -> Callable[[str], str]:
    def read(text: str) -> str:
        from meritdesk.core import store

        found = text.upper()
        if not (may_be_empty and not found) and re.fullmatch(getattr(store, name), found) is None:
            raise ValueError(text)
        return found

    return read


def _date(text: str) -> date:
    from meritdesk.core.notation import read_date

    found = read_date(text)
    if found is None:
        raise ValueError(text)
    return found


def _date_or_none(text: str) -> date | None:
    return None if text.strip() == "-" else _date(text)


NUMBER = Allowed("ALLOWED:NUMBER", _number)
FILLED = Allowed("ALLOWED:FILLED", _filled)
DATE = Allowed("ALLOWED:DATE", _date)
# The same signs that a key card and a package name may carry: a store with another code could never send anything.
AGENCY_CODE = Allowed("ALLOWED:AGENCY-CODE", _code("AGENCY_CODE_SIGNS"))
AGENCY_CODE_OR_NONE = Allowed("ALLOWED:AGENCY-CODE", _code("AGENCY_CODE_SIGNS", may_be_empty=True))
DEVICE_CODE = Allowed("ALLOWED:DEVICE-CODE", _code("DEVICE_CODE_SIGNS"))
DATE_OR_NONE = Allowed("ALLOWED:DATE-OR-NONE", _date_or_none)
"""A day, or ``-`` to take a recorded day back out."""
