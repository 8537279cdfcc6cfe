"""What may stand behind an option of the command line, with the words for a clerk who wrote something else."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from meritdesk.core.notation import read_date
from meritdesk.core.store import AGENCY_CODE_SIGNS, DEVICE_CODE_SIGNS


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


def _matching(pattern: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if re.fullmatch(pattern, text.upper()) is None:
            raise ValueError(text)
        return text.upper()

    return read


def _date(text: str) -> date:
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
AGENCY_CODE = Allowed("ALLOWED:AGENCY-CODE", _matching(AGENCY_CODE_SIGNS))
AGENCY_CODE_OR_NONE = Allowed("ALLOWED:AGENCY-CODE", _matching(f"(?:{AGENCY_CODE_SIGNS})?"))
DEVICE_CODE = Allowed("ALLOWED:DEVICE-CODE", _matching(DEVICE_CODE_SIGNS))
DATE_OR_NONE = Allowed("ALLOWED:DATE-OR-NONE", _date_or_none)
"""A day, or ``-`` to take a recorded day back out."""
