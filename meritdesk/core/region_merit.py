"""The merit system of the governments of a region side by side: index, aspects, index of staff, boxes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from meritdesk.core.discipline import SanctionLevel


@dataclass(frozen=True, slots=True)
class GovernmentMerit:
    """What one government handed over of a year under one scheme; ``index`` is nothing while it is not fixed.

    ``mean_index`` is the mean IP ASN of the fixed indices, ``placed`` how many people have a fixed box and
    ``succession`` how many of them are in boxes 7 to 9. ``steps`` are the people whom unexcused absence has brought to
    a level of discipline, ``sanctions`` the sanctions of the year by level, ``pulse`` the mean of the departments. A
    government without any assessment has one line without pack.
    """

    agency: str
    name: str
    year: int
    pack_id: str
    index: Decimal | None
    category: str
    aspects: Mapping[str, Decimal]
    given: int
    mean_index: Decimal | None
    indices: int
    placed: int
    succession: int
    steps: Mapping[SanctionLevel, int] = field(default_factory=dict)
    sanctions: Mapping[SanctionLevel, int] = field(default_factory=dict)
    pulse: Decimal | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether the government fixed its index."""
        return self.index is not None
