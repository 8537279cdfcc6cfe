"""What a package made now would say: everything of the period that may travel, and what stays at home and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import PackageKind, Snapshot, WeighedContent
from meritdesk.core.periods import Period
from meritdesk.core.travel import Travelling, TravelRecord
from meritdesk.core.travel_layouts import EXPORTED, SUPERSEDED_EVALUATIONS, TRAVELLING
from meritdesk.parting import held
from meritdesk.services.changes import Step
from meritdesk.services.handover.packing_rules import last_applied
from meritdesk.services.ports import Exchange, Surroundings, Work


class StayReason(StrEnum):
    """Why something of the period does not go up (faults F32)."""

    OPEN_EVALUATION = "OPEN_EVALUATION"
    DRAFT_AGREEMENT = "DRAFT_AGREEMENT"
    OPEN_CALIBRATION = "OPEN_CALIBRATION"


_NOUNS = ("units", "people", "lines", "plans", "actuals", "levels", "evaluations")
_DRAFTS = {"perjanjian": StayReason.DRAFT_AGREEMENT, "kalibrasi": StayReason.OPEN_CALIBRATION}


@dataclass(frozen=True, slots=True)
class Stays:
    """Records that stay at home; ``person_ids`` where they are people's."""

    reason: StayReason
    count: int
    person_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathering:
    """What a package of a period carries: what is said once (``said``), and the records of it in portions or whole.

    To the region goes what is closed; a colleague in the same agency gets the work in hand as well.
    """

    work: Work
    period: Period
    kind: PackageKind
    said: Snapshot

    @classmethod
    def of(cls, around: Surroundings, work: Work, period: Period, kind: PackageKind) -> Gathering:
        """Ask for what is said once."""
        agency, inside = around.store.agency, kind is PackageKind.HANDOVER
        said = Snapshot(
            agency_code=agency.code,
            agency_name=agency.name,
            period=period.code,
            audit_head=work.journal.head(),
            heads_before=() if inside else work.audit.said_before(work.ledger.epoch()),
            tombstones=work.travel.tombstones(last_accepted(work, period, kind)),
            unknown=work.travel.unknown(),
            seen=seen_packages(work, period.code) if inside else {},
            waiting=waiting_fields(work) if inside else (),
        )
        return cls(work, period, kind, said)

    @property
    def has_anybody(self) -> bool:
        """Whether there is a person to speak of."""
        return self.work.people.has_any()

    @property
    def has_anything(self) -> bool:
        """Whether there is anything to send: for the region something must be closed."""
        return self.kind is not PackageKind.EXPORT or self.work.evaluations.has_closed(self.period)

    def require_content(self) -> None:
        """A package without anything to say is not made: ``PKG-591`` nothing closed, ``PKG-611`` nothing at all."""
        if not self.has_anything:
            raise UsageRefusal("PKG-591", period=self.period.code)
        if not self.has_anybody:
            raise UsageRefusal("PKG-611", period=self.period.code)

    @property
    def drafts(self) -> int:
        """How many evaluations are still open and stay at home."""
        return 0 if self.kind is PackageKind.HANDOVER else len(self.work.evaluations.open_people(self.period))

    def portions(self, reached: Callable[[int], None]) -> Generator[Snapshot, None, None]:
        """The records, some at a time, those of each table in its order; what is said once stands in every portion.

        ``reached`` hears before each how far they have come: 0 the register, 1 plans and actuals, 2 what was closed.
        To be gone through to the end or closed: a table that is read half keeps whoever would write waiting.
        """
        for stage, portion in self._records():
            # Between two portions the clerk can stop.
            reached(stage)
            yield replace(self.said, **portion)

    def whole(self, beat: Callable[[], None] = lambda: None) -> Snapshot:
        """Everything in one, for whoever compares it with something else."""
        found: dict[str, list[Any]] = defaultdict(list)
        records: dict[str, list[TravelRecord]] = defaultdict(list)
        for portion in self.portions(lambda _stage: beat()):
            for name in _NOUNS:
                found[name].extend(getattr(portion, name))
            for name, some in portion.records.items():
                records[name].extend(some)
        nouns: dict[str, Any] = {name: tuple(some) for name, some in found.items()}
        nouns["records"] = {one.name: tuple(records[one.name]) for one in self._layouts if one.name in records}
        return held(replace(self.said, **nouns))

    def stays(self) -> tuple[Stays, ...]:
        """What of the period stays at home, and why."""
        if self.kind is PackageKind.HANDOVER:
            return ()
        work, period = self.work, self.period
        open_ones = work.evaluations.open_people(period)
        stays = [Stays(StayReason.OPEN_EVALUATION, len(open_ones), open_ones)] if open_ones else []
        drafts = [layout for layout in EXPORTED if layout.name in _DRAFTS]
        everything, settled = (work.travel.read(period, drafts, with_drafts) for with_drafts in (True, False))
        for layout in drafts:
            left = len(everything.get(layout.name, ())) - len(settled.get(layout.name, ()))
            if left:
                stays.append(Stays(_DRAFTS[layout.name], left))
        return tuple(stays)

    @property
    def _layouts(self) -> tuple[Travelling, ...]:
        return TRAVELLING if self.kind is PackageKind.HANDOVER else EXPORTED

    def _records(self) -> Iterator[tuple[int, dict[str, Any]]]:
        work, period, inside = self.work, self.period, self.kind is PackageKind.HANDOVER
        years = (period.year, period.year - 1)
        levels = tuple(level for level in work.levels.all() if level.period.year in years)
        yield 0, {"units": work.units.all(), "levels": levels}
        for people in work.people.portions():
            yield 0, {"people": people}
        for lines in work.reporting.portions():
            yield 0, {"lines": lines}
        for plans in work.plans.portions_of_year(period.year):
            yield 1, {"plans": plans}
        for actuals in work.actuals.portions_of_period(period):
            yield 1, {"actuals": actuals}
        for evaluations in work.evaluations.portions_of_period(period, inside):
            yield 2, {"evaluations": evaluations}
        # The table that vouches for versions names the earlier evaluations before the earlier plans.
        layouts = sorted(self._layouts, key=lambda one: one.name != SUPERSEDED_EVALUATIONS)
        for name, records in work.travel.portions(period, layouts, inside):
            yield 2, {"records": {name: records}}


def weigh(exchange: Exchange, gathering: Gathering, step: Step, *, to_pack: bool = False) -> WeighedContent:
    """What it comes to as files, read and spelled a portion after the other; counted as 0 to 2 of 4 pieces of work."""
    stage = 0

    def reached(now: int) -> None:
        nonlocal stage
        stage = now
        step(now, 4)

    with closing(gathering.portions(reached)) as portions:
        return exchange.weigh(portions, lambda: step(stage, 4), gathering.kind, to_pack=to_pack)


def seen_packages(work: Work, period: str) -> Mapping[str, str]:
    """Which package of each colleague was taken last for a period: what the next hand-over tells them."""
    return {kept.sender: kept.payload_digest for kept in work.merging.taken(period)}


def waiting_fields(work: Work) -> tuple[tuple[str, str, str], ...]:
    """The fields about which somebody here still has to decide: nobody may take their value for settled."""
    waiting = (one for one in work.merging.conflicts() if one.is_waiting)
    return tuple(sorted((one.table, one.record_id, one.field) for one in waiting))


def last_accepted(work: Work, period: Period, kind: PackageKind) -> int:
    """The change set that made the last package of this kind and period that was accepted; 0 before there is one.

    There are several colleagues, and each may have missed another package: they are told of every removal.
    """
    if kind is PackageKind.HANDOVER:
        return 0
    line = last_applied(work, period, kind)
    return work.ledger.change_set_of(line.package_id) if line is not None else 0
