"""The region's board: how complete each agency is, its years side by side, and its figures beside the others'.

Every number here leads back to the people behind it (``BoardFigure``), and from a person to the sheet and the package
that brought it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.custody import CustodyLine
from meritdesk.core.evaluation import OrgLevel, Predicate
from meritdesk.core.figures import median_days
from meritdesk.core.periods import Period
from meritdesk.core.working_days import WorkCalendar


def held_elsewhere(lines: Iterable[CustodyLine]) -> frozenset[tuple[str, str]]:
    """Agency and person of those rows that are not counted, so that nobody is counted twice (faults F64).

    Who was decided for counts; until somebody decides, the agency that comes first by code does.
    """
    left_out = set()
    for line in lines:
        owner = line.decision.owner if line.decision is not None and not line.is_waiting else line.claims[0].agency
        left_out |= {(claim.agency, claim.person_id) for claim in line.claims if claim.agency != owner}
    return frozenset(left_out)


@dataclass(frozen=True, slots=True)
class StageCounts:
    """How many people of an agency have come how far in a period, as the store counts them.

    ``staff`` are in service, ``due`` are appraised; everything else is counted among those who are due.
    """

    staff: int = 0
    due: int = 0
    planned: int = 0
    rated: int = 0
    closed: int = 0
    signed: int = 0


@dataclass(frozen=True, slots=True)
class CompletenessLine:
    """How complete and how timely one agency is.

    ``late`` were closed after the limit; ``median_lead`` are the working days between closing and limit in the middle
    of all (negative when late). ``undated`` have no day of closing.
    """

    agency: str
    name: str
    counts: StageCounts
    late: int = 0
    median_lead: Decimal | None = None
    undated: int = 0

    @property
    def missing(self) -> int:
        """Who is due and has no closed evaluation."""
        return self.counts.due - self.counts.closed

    @property
    def per_cent(self) -> int:
        """Whole per cent of those who are due; all only when it is all."""
        return self.counts.closed * 100 // self.counts.due if self.counts.due else 0


def completeness_line(
    agency: str,
    name: str,
    counts: StageCounts,
    days: Mapping[date | None, int],
    limit: date | None,
    calendar: WorkCalendar,
) -> CompletenessLine:
    """One agency's line; ``days`` counts closed evaluations by their day of closing."""
    undated = days.get(None, 0)
    dated = {day: count for day, count in days.items() if day is not None and count}
    if limit is None or not dated:
        return CompletenessLine(agency, name, counts, undated=undated)
    leads: list[int] = []
    for day, count in dated.items():
        leads += [_lead(calendar, day, limit)] * count
    late = sum(count for day, count in dated.items() if day > limit)
    return CompletenessLine(agency, name, counts, late, median_days(leads), undated)


def _lead(calendar: WorkCalendar, day: date, limit: date) -> int:
    """Working days left when something was closed; a day after the limit is at least one late."""
    return calendar.between(day, limit) if day <= limit else -max(1, calendar.between(limit, day))


NEW_SCALE = "2022"
"""The five predicates of today; the older scales carry the name of their regulation (``OldScheme``)."""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """The results of one agency in one year on one scale; scales are never added up (``core/old_years``).

    ``counts`` holds labels by their name: predicates on the scale of today, categories on the older ones. ``part`` is
    the part of an old year, empty for a whole one.
    """

    agency: str
    name: str
    year: int
    scale: str
    part: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many people have a result."""
        return sum(self.counts.values())

    def per_cent(self, count: int) -> int:
        """How many of a hundred these are, rounded: eight of thirteen are 62, not 61."""
        return (200 * count + self.total) // (2 * self.total) if self.total else 0


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many people of an agency have one label in a year on one scale."""

    agency: str
    year: int
    scale: str
    part: str
    label: str
    count: int


def trend_lines(agencies: Mapping[str, str], counts: Iterable[YearCount]) -> tuple[TrendLine, ...]:
    """By agency and year, each scale on a line of its own."""
    found: dict[tuple[str, int, str, str], dict[str, int]] = defaultdict(dict)
    for one in counts:
        labels = found[one.agency, one.year, one.scale, one.part]
        labels[one.label] = labels.get(one.label, 0) + one.count
    return tuple(
        TrendLine(agency, agencies.get(agency, agency), year, scale, part, labels)
        for (agency, year, scale, part), labels in sorted(found.items())
    )


@dataclass(frozen=True, slots=True)
class GovernmentIndicator:
    """One indicator of a government's own agreement in a year with what came of it; ``percent`` as it is counted."""

    agency: str
    indicator_id: str
    number: int
    text: str
    target: str
    value: Decimal | None = None
    percent: Decimal | None = None
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class KpiLine:
    """One indicator side by side: of each government that has it; who is not in ``cells`` has no such indicator."""

    key: str
    text: str
    cells: Mapping[str, GovernmentIndicator]

    @property
    def percents(self) -> tuple[Decimal, ...]:
        """The achievements that are known."""
        return tuple(cell.percent for cell in self.cells.values() if cell.percent is not None)


@dataclass(frozen=True, slots=True)
class KpiGovernment:
    """One government over all its indicators: the mean of what is known, its level, and what is missing."""

    agency: str
    name: str
    indicators: int = 0
    missing: int = 0
    mean: Decimal | None = None
    level: OrgLevel | None = None


@dataclass(frozen=True, slots=True)
class KpiBoard:
    """The indicators of the governments of a year side by side."""

    year: int
    governments: tuple[KpiGovernment, ...]
    lines: tuple[KpiLine, ...]


_CODE = re.compile(
    r"^(?:(?P<code>[a-z]{2,6})[ .\-]*(?P<number>\d+(?:[.\-]\d+)*)(?=$|[ .:)\-])"
    r"|\d+(?:\.\d+)+(?= )|\d+(?=[.:)]))[ .:)\-]*"
)
"""A code with letters, or a number that only counts: 1.2 before a word, or a number with a mark behind it."""


def indicator_key(text: str) -> tuple[str, str]:
    """Code and normalised words of an indicator's name.

    Case, accents, marks and spaces do not count, nor does a number before the name. A code is letters with a number
    (``IKU-3``); without one it is empty.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
    found = _CODE.match(plain)
    code = f"{found['code']}-{found['number'].replace('-', '.')}" if found is not None and found["code"] else ""
    rest = plain[found.end() :] if found is not None else plain
    return code, " ".join(re.sub(r"[^0-9a-z]+", " ", rest).split())


def kpi_lines(indicators: Iterable[GovernmentIndicator]) -> tuple[KpiLine, ...]:
    """The same indicator of several governments on one line, by code or by normalised name; the most common first.

    A government that has an indicator twice keeps both: the second stands on a line of its own.
    """
    by_code: dict[str, str] = {}
    wordings: dict[str, str] = {}
    cells: dict[str, dict[str, GovernmentIndicator]] = {}
    for one in sorted(indicators, key=lambda one: (one.agency, one.number, one.indicator_id)):
        code, words = indicator_key(one.text)
        key = by_code.get(code, "") if code else ""
        key = key or words or code or one.indicator_id
        if code:
            by_code.setdefault(code, key)
        place, again = key, 1
        while one.agency in cells.get(place, {}):
            again += 1
            place = f"{key} ({again})"
        cells.setdefault(place, {})[one.agency] = one
        wordings.setdefault(place, one.text)
    order = sorted(cells, key=lambda key: (-len(cells[key]), key))
    return tuple(KpiLine(key, wordings[key], cells[key]) for key in order)


class BoardCount(StrEnum):
    """Which number of the board is opened."""

    STAFF = "STAFF"
    DUE = "DUE"
    PLANNED = "PLANNED"
    RATED = "RATED"
    CLOSED = "CLOSED"
    SIGNED = "SIGNED"
    MISSING = "MISSING"
    LATE = "LATE"
    PREDICATE = "PREDICATE"
    GROUP = "GROUP"


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """A number of the board, by which the people behind it are found.

    ``predicate`` narrows to one label, ``unit_ids`` to the people of raters who lead these units, ``rater_id`` to those
    of one rater.
    """

    count: BoardCount
    agency: str
    period: Period
    predicate: Predicate | None = None
    unit_ids: tuple[str, ...] = ()
    rater_id: str = ""


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """One person behind a number, with the evaluation that arrived for him, if there is one."""

    agency: str
    person_id: str
    nip: str
    name: str
    unit_name: str
    rater_name: str
    evaluation_id: str = ""
    predicate: Predicate | None = None
    closed_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which package brought a record, and where it stands in it.

    ``line`` is the row in the file of the package, its heading being row 1; nothing where it cannot be told any more.
    ``change_set`` is the entry of the region's journal. ``was_changed_here`` says that the region itself changed the
    record since.
    """

    package_id: str
    sender: str
    period: str
    sequence: int
    receipt_number: str
    received_on: date | None
    table: str
    key: str
    line: int | None
    change_set: int
    was_changed_here: bool = False

    @property
    def file_name(self) -> str:
        """The file inside the package."""
        return f"{self.table}.csv"


@dataclass(frozen=True, slots=True)
class RegionBoard:
    """The board of a period on one sheet: what was counted, and from how many packages."""

    period: Period
    packages: int
    held_twice: int
    undecided: int
    limit: date | None
    agencies: Mapping[str, str] = field(default_factory=dict)


def place_of(keys: Sequence[tuple[str, ...]], key: tuple[str, ...]) -> int | None:
    """The row of a record in a file whose heading is row 1, given the keys of all its rows in order."""
    try:
        return keys.index(key) + 2
    except ValueError:
        return None
