"""For pictures: the window believes that it is the day of the story, so that the same picture is taken on every day."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from types import ModuleType

from PySide6.QtCore import QDate

import meritdesk.ui

WESTERN_INDONESIA = timezone(timedelta(hours=7))


def stand_still(day: date) -> None:
    """Let every module of the window take this morning for now; what it was given as a date stays a date."""
    moment = datetime.combine(day, time(8, 0), WESTERN_INDONESIA)

    class AnyDate(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, cls.__mro__[1])

    class StoryDate(date, metaclass=AnyDate):
        @classmethod
        def today(cls) -> date:
            return day

    class StoryDatetime(datetime, metaclass=AnyDate):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return moment.astimezone(tz) if tz is not None else moment.replace(tzinfo=None)

    class StoryQDate(QDate):
        @staticmethod
        def currentDate() -> QDate:
            return QDate(day.year, day.month, day.day)

    for module in window_modules():
        for name, real, ours in (
            ("date", date, StoryDate),
            ("datetime", datetime, StoryDatetime),
            ("QDate", QDate, StoryQDate),
        ):
            if getattr(module, name, None) is real:
                setattr(module, name, ours)


def window_modules() -> list[ModuleType]:
    """Every module of the window, imported: pages are otherwise imported when they are first entered."""
    for found in pkgutil.walk_packages(meritdesk.ui.__path__, "meritdesk.ui."):
        importlib.import_module(found.name)
    return [module for name, module in sys.modules.items() if name.startswith("meritdesk.ui")]
