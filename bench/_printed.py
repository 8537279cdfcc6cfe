"""What printing said, round by round, as one line for each contender: the middle of its rounds beside the targets."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

OURS, BARE = "MeritDesk", "bare writer"
ONE_FILE, SEPARATE = "one file", "separate files"
TARGETS: Mapping[tuple[str, str], float] = {
    ("platypus + segno", ONE_FILE): 4.0,
    ("typst", ONE_FILE): 4.0,
    ("WeasyPrint", ONE_FILE): 25.0,
    (BARE, ONE_FILE): 0.5,
    ("platypus + segno", SEPARATE): 2.0,
}
"""How many times as fast as another MeritDesk must be, and on which way."""
FLAT_MB = 40
"""A file of a whole agency may need so much more memory than one of a thousand sheets."""

_PREFIX = "printing_"


@dataclass(frozen=True, slots=True)
class Printed:
    """One contender with one form on one way: the middle of its rounds, and how MeritDesk stands to it."""

    form: str
    way: str
    who: str
    per_second: float
    seconds: float
    peak_mb: int
    rounds: int
    times: float
    is_best_peer: bool

    @property
    def wanted(self) -> float | None:
        """How many times as fast MeritDesk must be, where the issue says so."""
        return TARGETS.get((self.who, self.way))


def printed(lines: Iterable[Mapping[str, Any]]) -> list[Printed]:
    """All contenders in the order in which they took turns; rates are of processor time."""
    rounds: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for line in lines:
        if "round" in line and str(line["bench"]).startswith(_PREFIX):
            place = (line["bench"].removeprefix(_PREFIX), line["way"], line["who"])
            rounds.setdefault(place, []).append(line)
    rates = {place: statistics.median(one["per_second"] for one in theirs) for place, theirs in rounds.items()}
    return [
        Printed(
            form=form,
            way=way,
            who=who,
            per_second=rates[form, way, who],
            seconds=statistics.median(one["seconds"] / one["sheets"] for one in theirs),
            peak_mb=max(one["peak_mb"] for one in theirs),
            rounds=len(theirs),
            times=rates[form, way, OURS] / rates[form, way, who] if (form, way, OURS) in rates else 0.0,
            is_best_peer=who == _best_peer(rates, form, way),
        )
        for (form, way, who), theirs in rounds.items()
    ]


def _best_peer(rates: Mapping[tuple[str, str, str], float], form: str, way: str) -> str:
    """The fastest of the other programs; the bare writer is none, it only writes down what was laid out before."""
    peers = {who: rate for (one, other, who), rate in rates.items() if (one, other) == (form, way)}
    return max((who for who in peers if who not in (OURS, BARE)), key=peers.__getitem__, default="")
