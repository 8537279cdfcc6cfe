"""Figures of a rule pack: digits, a sign, a point; what only a program would take for a figure refuses the pack."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_PLAIN = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
_LIKE_A_FIGURE = re.compile(r"\s*[+-]?(?:s?nan\d*|inf(?:inity)?|[\d._]*\d[\d._]*(?:e[+-]?[\d_]+)?)\s*", re.IGNORECASE)


def refuse_strange_figures(said: object) -> None:
    """No percentage is infinite and none has a million digits: ``ValueError`` for the first that is.

    ``Decimal`` reads *Infinity*, *NaN* and *1e999999* where a person would write none of them. Bounds of a body catch
    some of these; a figure without a bound would carry them into pay and points.
    """
    waiting = [said]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
        elif isinstance(one, str) and _LIKE_A_FIGURE.fullmatch(one) and not _PLAIN.fullmatch(one):
            try:
                Decimal(one)
            except InvalidOperation:
                continue
            raise ValueError(f"{one[:40]!r} is no plain figure; write digits, and a point before decimals")
