"""What the agencies of a region have sent for a period: which package counts, which is late, which numbers are missing.

Read off the ledger alone. What an agency sends to the region is dated by the region's own receipt, since a package
carries no trustworthy day of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.approvals import ApprovalState
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.working_days import WorkCalendar

TAKEN = frozenset({ReceiptCode.ACCEPTED, ReceiptCode.ERRORS})
_NUMBERED = TAKEN | {ReceiptCode.SUPERSEDED}


@dataclass(frozen=True, slots=True)
class ArrivedPackage:
    """One package as the region's ledger knows it; ``refused`` counts its records that were not taken."""

    sender: str
    sender_name: str
    period: str
    epoch: str
    sequence: int
    code: ReceiptCode
    receipt_number: str
    received_at: datetime
    entry: int = 0
    refused: int = 0

    @property
    def agency(self) -> str:
        """The agency part of the sender."""
        return self.sender.partition("/")[0]


class SendingState(StrEnum):
    """How an agency stands with a period: in time, late, nothing yet and still in time, or overdue."""

    IN_TIME = "IN_TIME"
    LATE = "LATE"
    WAITING = "WAITING"
    OVERDUE = "OVERDUE"


@dataclass(frozen=True, slots=True)
class SendingLine:
    """What one agency has sent for a period.

    ``packages`` were taken in, ``version`` is how often the period was sent and taken, ``sequence`` the number of the
    newest one in the agency's stream. ``first_at`` decides about lateness, ``last_at`` is the state that stands.
    ``days_late`` are working days after the limit: of the first package, or until today while nothing has come.
    ``missing`` are numbers of the running stream that never arrived, of whatever period. ``refused`` are records of
    the newest package, ``turned_away`` files that were not let in, ``forks`` packages that claim a taken place.
    ``approval`` is the region's newest word on the period.
    """

    agency: str
    name: str
    state: SendingState
    packages: int = 0
    version: int = 0
    sequence: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    days_late: int = 0
    missing: tuple[int, ...] = ()
    refused: int = 0
    turned_away: int = 0
    forks: int = 0
    superseded: int = 0
    conflicts: int = 0
    receipt_number: str = ""
    approval: ApprovalState | None = None

    @property
    def has_sent(self) -> bool:
        """Whether anything of the period stands at the region."""
        return self.packages > 0


def sending_lines(
    agencies: Mapping[str, str],
    packages: Iterable[ArrivedPackage],
    period: str,
    limit: date | None,
    today: date,
    calendar: WorkCalendar,
    conflicts: Mapping[str, int] | None = None,
    turned_away: Mapping[str, int] | None = None,
    approvals: Mapping[str, ApprovalState] | None = None,
) -> tuple[SendingLine, ...]:
    """One line an agency, by code; ``limit`` is the last day in time, nothing where the law sets none."""
    streams: dict[str, list[ArrivedPackage]] = defaultdict(list)
    for package in sorted(packages, key=lambda one: one.entry):
        streams[package.agency].append(package)
    lines = []
    for code in sorted(agencies):
        stream = streams.get(code, [])
        here = [one for one in stream if one.period == period]
        taken = [one for one in here if one.code in TAKEN]
        first = min((one.received_at for one in taken), default=None)
        # What counts is the newest of the stream, not what came in last: a stick may have lain about.
        newest = _newest(taken, stream)
        days = _days_late(first.date() if first is not None else today, limit, calendar)
        if first is None:
            state = SendingState.OVERDUE if days else SendingState.WAITING
        else:
            state = SendingState.LATE if days else SendingState.IN_TIME
        lines.append(
            SendingLine(
                agency=code,
                name=agencies[code],
                state=state,
                packages=len(taken),
                version=len(taken),
                sequence=newest.sequence if newest is not None else 0,
                first_at=first,
                last_at=newest.received_at if newest is not None else None,
                days_late=days,
                missing=missing_numbers(stream),
                refused=newest.refused if newest is not None else 0,
                turned_away=(turned_away or {}).get(code, 0),
                forks=sum(one.code is ReceiptCode.FORK for one in here),
                superseded=sum(one.code is ReceiptCode.SUPERSEDED for one in here),
                conflicts=(conflicts or {}).get(code, 0),
                receipt_number=newest.receipt_number if newest is not None else "",
                approval=(approvals or {}).get(code),
            )
        )
    return tuple(lines)


def missing_numbers(stream: Sequence[ArrivedPackage]) -> tuple[int, ...]:
    """The numbers below the newest of each running epoch that never came; an epoch that ended is asked no more."""
    begun: dict[str, str] = {}
    numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for package in sorted(stream, key=lambda one: one.entry):
        if package.code not in _NUMBERED:
            continue
        if package.code in TAKEN and not numbers[package.sender, package.epoch]:
            begun[package.sender] = package.epoch
        numbers[package.sender, package.epoch].add(package.sequence)
    found: set[int] = set()
    for running in begun.items():
        found |= set(range(1, max(numbers[running]))) - numbers[running]
    return tuple(sorted(found))


def _newest(taken: Sequence[ArrivedPackage], stream: Sequence[ArrivedPackage]) -> ArrivedPackage | None:
    begun = list(dict.fromkeys((one.sender, one.epoch) for one in stream if one.code in TAKEN))
    return max(taken, key=lambda one: (begun.index((one.sender, one.epoch)), one.sequence), default=None)


def _days_late(day: date, limit: date | None, calendar: WorkCalendar) -> int:
    """Working days after the limit; a day past it that is a Sunday counts as the next working day does."""
    if limit is None or day <= limit:
        return 0
    return max(1, calendar.between(limit, day))
