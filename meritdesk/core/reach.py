"""Which packages of an agency describe the same record, so that the order in which they arrive decides nothing.

A package says everything about its period, and with it much that other periods' packages say too: people and units
always, plans with every package of their year. Of two packages that describe a record, the one with the higher number
holds, whichever comes first (exchange 4).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from meritdesk.core.evaluation import OrganisationLevel
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.travel_layouts import REACHES, Reach

_TYPED = {"unit": Reach.ALWAYS, "pegawai": Reach.ALWAYS, "atasan": Reach.ALWAYS, "rencana": Reach.YEAR}


@dataclass(frozen=True, slots=True)
class Newer:
    """What is known of an agency's stream beyond the package that is judged.

    ``periods`` are those of newer applied packages; ``removed`` the records that a newer package removed, ``absent``
    those that stand here with older words although the newest package describing them does not have them. ``rated``
    are the people with a closed evaluation of any period here: nobody removes them.
    """

    periods: Collection[Period] = ()
    removed: frozenset[tuple[str, str]] = frozenset()
    absent: frozenset[tuple[str, str]] = frozenset()
    rated: frozenset[str] = frozenset()


def describes(newer: Period, period: Period, table: str, record: object) -> bool:
    """Whether a package of the period ``newer`` carries a record that came with one of ``period``, too."""
    if isinstance(record, OrganisationLevel):
        return record.period.year in (newer.year, newer.year - 1)
    match reach_of(table):
        case Reach.ALWAYS:
            return True
        case Reach.ANNUAL:
            return newer.kind is PeriodKind.YEAR
        case Reach.YEAR:
            return newer.year == period.year
        case Reach.PERIOD:
            return newer == period


def is_wide(table: str, record: object) -> bool:
    """Whether packages of several periods carry such a record."""
    return isinstance(record, OrganisationLevel) or reach_of(table) is not Reach.PERIOD


def reach_of(table: str) -> Reach:
    """Which packages carry the records of a table; what is not said reaches its own period alone."""
    return _TYPED.get(table) or REACHES.get(table, Reach.PERIOD)
