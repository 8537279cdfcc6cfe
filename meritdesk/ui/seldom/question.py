"""One seldom deed: what is asked for, what is done with the answers, and what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui.wording import Words

Said = Callable[[], str]
Offers = Callable[[Desk, Words, Period], Sequence[tuple[object, str]]]


class Kind(Enum):
    """What a field is for; each kind has its own widget."""

    TEXT = "TEXT"
    NIP = "NIP"
    PERIOD = "PERIOD"
    YEAR = "YEAR"
    DAY = "DAY"
    CHOICE = "CHOICE"
    FILE = "FILE"
    SECRET = "SECRET"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in; ``offers`` reads what may be chosen, as pairs of value and words, in the lane."""

    name: str
    said: Said
    kind: Kind = Kind.TEXT
    offers: Offers | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The desk, what was filled in by name of the field, the period in the head, and the words for the answer."""

    desk: Desk
    values: Mapping[str, object]
    period: Period
    words: Words
    step: Step

    def text(self, name: str) -> str:
        """A field as text, without blanks around it."""
        return str(self.values.get(name) or "").strip()


@dataclass(frozen=True, slots=True)
class Told:
    """What is said afterwards; ``changes`` is what a write answered, so that pages hear of it."""

    lines: Sequence[str]
    changes: object = None


@dataclass(frozen=True, slots=True)
class Question:
    """A seldom deed of one room; ``warns`` asks first, since something goes away."""

    key: str
    room: str
    title: Said
    why: Said
    button: Said
    fields: tuple[Field, ...]
    work: Callable[[Asked], Told]
    warns: Said | None = None
