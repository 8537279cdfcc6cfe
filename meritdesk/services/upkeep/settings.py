"""The settings of the agency: what the law leaves open, seen with its help and changed with a name in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import (
    PREFIX,
    SUPERIOR,
    AgencySettings,
    allowed_values,
    changed_setting,
    setting_text,
    settings_of,
    stored_settings,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.services.deriving import derive
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting: what it is now, what it is without a choice, and what it may be; texts as a clerk writes them."""

    name: str
    value: str
    default: str
    allowed: tuple[str, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether the agency has something else than the default."""
        return self.value != self.default


@dataclass(frozen=True, slots=True)
class Settings:
    """Verbs of the agency's settings."""

    around: Surroundings

    def current(self) -> AgencySettings:
        """All choices of the agency."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return settings_of(work.setting)

    def lines(self) -> tuple[SettingLine, ...]:
        """Every setting with its default and what it may be, in the order in which they are explained."""
        current, usual = self.current(), AgencySettings()
        return tuple(
            SettingLine(
                item.name, setting_text(current, item.name), setting_text(usual, item.name), allowed_values(item.name)
            )
            for item in fields(AgencySettings)
        )

    def change(self, choices: Mapping[str, str]) -> Changes:
        """Change some settings in one change set; ``USE-120`` and ``USE-121`` refuse them all.

        Reporting lines follow in the same change set where the superior of heads of department changes (G-9).
        """
        require(self.around.actor, Action.UPKEEP)
        if not choices:
            raise UsageRefusal("USE-141")
        with self.around.store.writing(self.around.actor, "upkeep.settings.change") as work:
            settings = settings_of(work.setting)
            for name, text in choices.items():
                settings = changed_setting(settings, name, text)
            stored = stored_settings(settings)
            for name in choices:
                work.set_setting(PREFIX + name, stored[PREFIX + name])
            if SUPERIOR in choices:
                derive(work, self.around.clock().date())
            return work.commit()
