"""What the law leaves to the agency, as one frozen value with safe defaults (rules section 9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, get_type_hints

from meritdesk.core.errors import UsageRefusal

PREFIX = "agency."
SUPERIOR = "superior_of_department_head"
"""The setting on which reporting lines rest (G-9): they are worked out anew when it changes."""


class PeriodicCycle(StrEnum):
    """How often the agency evaluates besides the year (Art. 24(3)); not set until the agency says so (V-49)."""

    UNSET = "UNSET"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"


class DocumentationPeriod(StrEnum):
    """How often performance is documented (Art. 16(4)); not set until the agency says so (V-50)."""

    UNSET = "UNSET"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    HALF_YEARLY = "HALF_YEARLY"
    YEARLY = "YEARLY"


class WorkingWeek(StrEnum):
    """Five or six working days a week; the law only speaks of working days."""

    FIVE = "FIVE"
    SIX = "SIX"


class SuperiorOfDepartmentHead(StrEnum):
    """Who stands above a head of department as the superior of a rater (G-9): the head of region or the secretary."""

    HEAD_OF_REGION = "HEAD_OF_REGION"
    SECRETARY = "SECRETARY"


class MostFrequent(StrEnum):
    """How "most staff" of the distribution pattern is read (R-62): the largest group, or more than half."""

    LARGEST_GROUP = "LARGEST_GROUP"
    MAJORITY = "MAJORITY"


@dataclass(frozen=True, slots=True)
class AgencySettings:
    """The choices of one agency; every field stands in the store as text under ``agency.<name>``.

    ``window_opens_before`` and ``window_closes_after`` are calendar days around the last day of a period (G-5): the
    periodic evaluation window. ``office_unit`` is the unit that issues own sheets of the office and signs them;
    ``signature_rank`` prints the rank between name and NIP at every signature. The annual window is the law's own (end
    of December to end of January) and no setting.
    """

    periodic_cycle: PeriodicCycle = PeriodicCycle.UNSET
    window_opens_before: int = 10
    window_closes_after: int = 10
    documentation_period: DocumentationPeriod = DocumentationPeriod.UNSET
    working_week: WorkingWeek = WorkingWeek.FIVE
    superior_of_department_head: SuperiorOfDepartmentHead = SuperiorOfDepartmentHead.HEAD_OF_REGION
    most_frequent: MostFrequent = MostFrequent.LARGEST_GROUP
    uses_circular: bool = True
    absolute_words: str = "semua, selalu, tidak pernah, setiap, seluruh, tidak ada, 100 %, 100 persen"
    evidence_limit_megabytes: int = 10
    office_unit: str = ""
    signature_rank: bool = False


def settings_of(setting: Callable[[str, str], str]) -> AgencySettings:
    """The agency's choices out of its stored settings; what is not stored, or no longer understood, is the default."""
    kinds = get_type_hints(AgencySettings)
    found: dict[str, Any] = {}
    for item in fields(AgencySettings):
        text = setting(PREFIX + item.name, "")
        if text:
            try:
                found[item.name] = _read(kinds[item.name], text)
            except ValueError:
                continue
    return AgencySettings(**found)


def secretary_decides(setting: Callable[[str, str], str]) -> bool:
    """Whether the agency lets the regional secretary stand above heads of department who rate (G-9)."""
    stored = setting(PREFIX + "superior_of_department_head", "")
    return stored.upper() == SuperiorOfDepartmentHead.SECRETARY.value


def stored_settings(settings: AgencySettings) -> Mapping[str, str]:
    """The agency's choices as texts to store, by setting name."""
    return {PREFIX + item.name: _write(getattr(settings, item.name)) for item in fields(AgencySettings)}


def changed_setting(settings: AgencySettings, name: str, text: str) -> AgencySettings:
    """One choice changed; ``USE-120`` for a name that is no setting, ``USE-121`` for a value it cannot have."""
    kinds = get_type_hints(AgencySettings)
    if name not in kinds:
        raise UsageRefusal("USE-120", name=name, known=", ".join(kinds))
    try:
        value = _read(kinds[name], text.strip())
    except ValueError:
        raise UsageRefusal("USE-121", name=name, value=text, allowed=", ".join(allowed_values(name))) from None
    return AgencySettings(**{**{item.name: getattr(settings, item.name) for item in fields(settings)}, name: value})


def setting_text(settings: AgencySettings, name: str) -> str:
    """One choice as a clerk writes it."""
    return _write(getattr(settings, name))


def allowed_values(name: str) -> tuple[str, ...]:
    """The values a setting may have, as a clerk writes them; for numbers and texts an example of the form."""
    kind = get_type_hints(AgencySettings)[name]
    if issubclass(kind, StrEnum):
        return tuple(member.value for member in kind if member.value != "UNSET")
    if kind is bool:
        return ("yes", "no")
    return ("0 … 366",) if kind is int else ("…",)


def _read(kind: Any, text: str) -> Any:
    if kind is bool:
        if text.casefold() not in ("yes", "no", "ya", "tidak"):
            raise ValueError(text)
        return text.casefold() in ("yes", "ya")
    if kind is int:
        number = int(text)
        if not 0 <= number <= 366:
            raise ValueError(text)
        return number
    if issubclass(kind, StrEnum):
        return kind(text.upper())
    return text


def _write(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
