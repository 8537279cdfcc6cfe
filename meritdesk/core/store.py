"""What the office knows about its own store: whose it is, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyInfo:
    """The agency that owns a store; ``place`` is where papers are signed, ``device`` this PC's code."""

    code: str
    name: str
    is_region: bool
    device: str
    place: str = ""
    region_code: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The answer of ``upkeep check``: pages, references, journal chain, row digests; counts say what was looked at."""

    pages_ok: bool
    references_ok: bool
    journal_ok: bool
    change_sets: int
    evaluations_checked: int
    evaluations_damaged: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return self.pages_ok and self.references_ok and self.journal_ok and not self.evaluations_damaged
