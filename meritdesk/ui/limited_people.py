"""Who asked that processing be limited (UU 27/2022 Ps. 41) is marked wherever he stands in a list: a sign and words.

The sign is for the eye, its words are said by screen readers and copied with a table; the tooltip says since when, why,
what it means and how it ends. The few people are read once and again whenever a limit was set or lifted.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from meritdesk.services.upkeep.personal import LimitLine

SIGN = "⊘"


class LimitedPeople:
    """The limits that stand, found by whatever a list knows of somebody: his number, his key, or his name."""

    def __init__(self, limits: Iterable[LimitLine] = ()) -> None:
        self._by_key: dict[str, LimitLine] = {}
        self._by_name: dict[str, LimitLine] = {}
        for one in limits:
            if one.limit.stands:
                self._by_key.update({key: one for key in (one.nip, one.limit.person_id) if key})
                self._by_name.update({name: one for name in (one.name, one.bare_name) if name})

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def of_key(self, key: str) -> LimitLine | None:
        """The limit of whoever has this NIP or key."""
        return self._by_key.get(key)

    def of_line(self, line: object) -> LimitLine | None:
        """The limit of whom a line of a list is about."""
        for holder in (line, getattr(line, "person", None), getattr(line, "line", None)):
            for name in ("nip", "person_id"):
                key = getattr(holder, name, None)
                if isinstance(key, str) and key in self._by_key:
                    return self._by_key[key]
        return None

    def of_text(self, text: str) -> LimitLine | None:
        """The limit of whoever is named by a cell, alone or before what follows a dot in its middle."""
        return self._by_name.get(text) or self._by_name.get(text.partition(" · ")[0])

    def of_somebody(self, name: str, key: str = "") -> LimitLine | None:
        """The limit of somebody of this name; where his NIP or key is known it decides, since two may share a name."""
        return self._by_key.get(key) if key else self._by_name.get(name)


NOBODY = LimitedPeople()


def signed(text: str) -> str:
    """A cell with the sign before it, where it is never cut off."""
    return f"{SIGN} {text}"


def spoken(text: str) -> str:
    """A cell as it is said and copied."""
    said = QCoreApplication.translate("Limits", "processing limited")
    return f"{text} ({said})"


def explained(one: LimitLine, day: str) -> str:
    """What is restricted, since when and why, and how it ends."""
    said = QCoreApplication.translate(
        "Limits",
        "Processing of these data has been limited since {day}: {reason} (set by {who}). They are stored and used for "
        "what the law demands: planning, evaluation, discipline, pay, hand-over. They are left out of lists taken as a "
        "file, of the office's own prints and of sets for analysts; recognition and habits by hand are refused. The "
        "limit ends when it is lifted with a reason: Upkeep, Personal data, Limit.",
    )
    return said.format(day=day, reason=one.limit.reason.rstrip("."), who=one.limit.set_by)
