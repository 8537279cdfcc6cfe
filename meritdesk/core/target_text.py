"""Targets as people write them in one cell: ``80-90 %``, ``7-8 bulan``, ``3,5 skala 5`` (R-24, R-25)."""

from __future__ import annotations

import re
from functools import lru_cache

from meritdesk.core.notation import read_decimal
from meritdesk.core.plan import Aspect, Direction, Target

_TARGET = re.compile(
    r"(?P<bound>≤|≥|<=|>=|<|>|maksimal|minimal|paling lambat|paling sedikit)?\s*"
    r"(?:rp\.?\s*)?(?P<low>\d[\d.,]*)\s*(?P<mark>%)?"
    r"(?:\s*(?:-|–|—|s\.?d\.?|sampai(?: dengan)?)\s*(?P<high>\d[\d.,]*))?"
    r"\s*(?P<unit>%|(?:dari )?skala \d+|[a-z]+)?(?:\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
_UPPER_BOUNDS = frozenset({"≤", "<=", "<", "maksimal", "paling lambat"})
_TIME_UNITS = frozenset({"menit", "jam", "hari", "minggu", "bulan"})


@lru_cache(maxsize=10_000)
def read_target(text: str, aspect: Aspect | None) -> Target:
    """Derive bounds, unit and direction from the text of a target; without figures it stays qualitative.

    Values inside the range meet the expectation. An upper bound, or a span of time under the aspect of time, counts
    as less is better.
    """
    match = _TARGET.fullmatch(text.strip())
    low = read_decimal(match["low"].rstrip(".,")) if match else None
    if match is None or low is None:
        return Target(text)
    high = read_decimal(match["high"].rstrip(".,")) if match["high"] else low
    if high is None or high < low:
        return Target(text)
    unit = match["mark"] or (match["unit"] or "").lower().removeprefix("dari ")
    is_upper = (match["bound"] or "").lower() in _UPPER_BOUNDS
    is_time = aspect is Aspect.TIME and unit in _TIME_UNITS
    return Target(text, low, high, unit, Direction.LESS if is_upper or is_time else Direction.MORE)
