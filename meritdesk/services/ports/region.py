"""What the region reads over all its agencies, and how a record came there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.agreement import AgreementIndicator, UnitActual
from meritdesk.core.approvals import ApprovalState
from meritdesk.core.evaluation import OrganisationLevel
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period
from meritdesk.core.region_board import BoardFigure, BoardPerson, Provenance, StageCounts, YearCount
from meritdesk.core.region_honours import CreditAccount, Honour
from meritdesk.core.region_sendings import ArrivedPackage
from meritdesk.core.region_spread import GroupCount
from meritdesk.core.stages import Signers

LeftOut = Collection[tuple[str, str]]


class RegionBoardRows(Protocol):
    """One query a number over all agencies; ``left_out`` are rows of people whom another agency answers for."""

    def packages(self) -> tuple[ArrivedPackage, ...]: ...
    def approvals(self, period: Period) -> Mapping[str, ApprovalState]: ...
    def conflicts(self, period: Period) -> Mapping[str, int]: ...
    def stages(
        self, agencies: Sequence[str], period: Period, signers: Signers, left_out: LeftOut = ()
    ) -> Mapping[str, StageCounts]: ...
    def closing_days(
        self, agencies: Sequence[str], period: Period, left_out: LeftOut = ()
    ) -> Mapping[str, Mapping[date | None, int]]: ...
    def spread(self, agencies: Sequence[str], period: Period, left_out: LeftOut = ()) -> tuple[GroupCount, ...]: ...
    def years(self, agencies: Sequence[str], years: Sequence[int], left_out: LeftOut = ()) -> tuple[YearCount, ...]: ...
    def units(self, agencies: Sequence[str]) -> Mapping[str, tuple[OrgUnit, ...]]: ...
    def levels(
        self, agencies: Sequence[str], periods: Iterable[Period]
    ) -> Mapping[str, tuple[OrganisationLevel, ...]]: ...
    def names(self, people: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], str]: ...
    def indicators(self, units: Mapping[str, str], year: int) -> Mapping[str, tuple[AgreementIndicator, ...]]:
        """By agency the indicators of one unit of each, without trajectories and action plans."""
        ...

    def unit_actuals(
        self, indicator_ids: Mapping[str, Sequence[str]], period: Period
    ) -> Mapping[str, Mapping[str, UnitActual]]: ...
    def people(
        self, figure: BoardFigure, limit: date | None, signers: Signers, left_out: LeftOut = ()
    ) -> tuple[BoardPerson, ...]: ...


class Origins(Protocol):
    """Which package brought a record of the agency worked on."""

    def of(self, table: str, key: str, period: Period) -> Provenance | None: ...


class RegionHonoursRows(Protocol):
    """Choices and credit letters over all agencies, each a query; agencies are code to name."""

    def chosen(self, agencies: Mapping[str, str], year: int, left_out: LeftOut = ()) -> tuple[Honour, ...]: ...
    def accounts(
        self, agencies: Mapping[str, str], until: date, left_out: LeftOut = ()
    ) -> tuple[CreditAccount, ...]: ...
