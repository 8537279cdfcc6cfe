"""What stands here word for word as an agency's last package said it, so that saying it again costs nothing.

Month after month a package repeats the register and the plans of the year. Where the bytes of a table are those that
were taken before, and nothing has touched its rows since, reading and comparing them could only find every record the
same. Whoever cannot be sure of that reads the table: nothing is known here about a file that was not read whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TableWords:
    """The words of a table and its parts in a package: their digest, the number of records, the control totals.

    ``totals`` are, by file, the rows and sums that the control file has to state.
    """

    digest: str
    records: int
    totals: Mapping[str, tuple[int, Mapping[str, str]]] = field(default_factory=dict)


def nothing(_table: str) -> Collection[str]:
    """No keys of anything."""
    return ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of an agency by table, and the keys of its records, for those that point at them."""

    words: Mapping[str, TableWords] = field(default_factory=dict)
    keys: Callable[[str], Collection[str]] = nothing


NOTHING_STANDS = Standing()
