"""Reference data of the region: names of units and posts, holidays, rule packs, settings; the agency takes them whole.

It travels in a return and changes nothing by arriving. The clerk sees what is new, what differs and what is the same,
and takes it in one change set that can be taken back as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from meritdesk.core.working_days import Holiday


@dataclass(frozen=True, slots=True)
class UnitNaming:
    """How the region names a unit and the post of its head; an empty text leaves what the agency has."""

    unit_id: str
    name: str
    head_title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LocalPack:
    """A rule pack that did not come with the program: its text as canonical JSON, and the digest of that text."""

    pack_id: str
    kind: str
    digest: str
    content: str
    taken_from: str = ""
    taken_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything the region says for an agency's own tables; settings by name, values as texts."""

    units: tuple[UnitNaming, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    packs: tuple[LocalPack, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.units or self.holidays or self.packs or self.settings)


class ReferencePart(StrEnum):
    """Which table of the agency a piece of reference data belongs to."""

    UNIT = "UNIT"
    HOLIDAY = "HOLIDAY"
    PACK = "PACK"
    SETTING = "SETTING"


class ReferenceFate(StrEnum):
    """What taking a piece of reference data would do."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """One piece of reference data with what stands here and what the region says; ``code`` where it is refused."""

    part: ReferencePart
    name: str
    here: str
    there: str
    fate: ReferenceFate
    code: str = ""


class OfferState(StrEnum):
    """Whether reference data that arrived still waits for the clerk."""

    WAITING = "WAITING"
    TAKEN = "TAKEN"
    REPLACED = "REPLACED"


@dataclass(frozen=True, slots=True)
class ReferenceOffer:
    """Reference data that arrived; of several only the newest waits. ``change_set_id`` is what takes it back."""

    package_id: str
    sender: str
    epoch: str
    sequence: int
    arrived_on: date
    data: ReferenceData
    state: OfferState = OfferState.WAITING
    change_set_id: str = ""
