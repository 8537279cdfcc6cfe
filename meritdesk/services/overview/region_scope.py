"""Which agencies the region looks over, and who is not counted because another agency answers for him."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.custody import CustodyLine, custody_lines
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.region_board import held_elsewhere
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class RegionScope:
    """What every number needs to know first: the agencies (code to name), and who is not counted."""

    agencies: Mapping[str, str]
    left_out: frozenset[tuple[str, str]] = frozenset()
    twice: tuple[CustodyLine, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the agencies."""
        return tuple(self.agencies)

    def require_known(self, agency: str) -> None:
        """``REG-103`` an agency that this region does not know."""
        if agency not in self.agencies:
            raise UsageRefusal("REG-103", agency=agency, known=", ".join(self.codes))


def require_region(around: Surroundings) -> None:
    """``REG-101`` in the store of an agency."""
    require(around.actor, Action.READ)
    if not around.store.agency.is_region:
        raise UsageRefusal("REG-101")


def region_scope(work: Work, year: int, *, with_custody: bool = True) -> RegionScope:
    """The agencies by code: whoever has a key here, and whoever ever sent something."""
    names: dict[str, str] = {}
    for card in work.ledger.cards():
        if not card.is_region:
            names.setdefault(card.agency_code, card.agency_name)
    for package in work.region.packages():
        names.setdefault(package.agency, package.sender_name)
    agencies = dict(sorted(names.items()))
    if not with_custody:
        return RegionScope(agencies)
    twice = custody_lines(work.custody.claims(), work.custody.decisions(year), work.transfers.said())
    return RegionScope(agencies, held_elsewhere(twice), twice)
