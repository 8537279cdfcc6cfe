"""The clock of the sample city: it stands on the day of the story, so that the same year is lived everywhere alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

WESTERN_INDONESIA = timezone(timedelta(hours=7))


@dataclass(slots=True)
class CityClock:
    """Answers as the desk's clock; the story moves it on, never back."""

    day: date

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(8, 0), WESTERN_INDONESIA)

    def move_to(self, day: date) -> None:
        """Go on to a later day."""
        self.day = max(self.day, day)
