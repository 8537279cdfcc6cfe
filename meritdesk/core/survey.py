"""360 views and the yearly pulse of the culture: who is asked about whom, and the sheets that come back without a name.

A sheet carries a code and says about whom it is and with which voice, never who filled it in: the list of the people
asked and the sheets are joined nowhere, so that nobody can look it up later. What the sheets say stands beside a
rating and is never reckoned into it (PermenPANRB 6/2022, Art. 17: no weight, no score).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import Person

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The signs of a code: none that is taken for another when it is read aloud or written by hand."""
CODE_SIGNS = 7


class SurveyKind(StrEnum):
    """People are seen from all sides, or a department tells how it lives its values."""

    REVIEW = "REVIEW"
    PULSE = "PULSE"


class Voice(StrEnum):
    """From where somebody looks: above, beside, below, or as one of a department."""

    SUPERIOR = "SUPERIOR"
    PEER = "PEER"
    SUBORDINATE = "SUBORDINATE"
    STAFF = "STAFF"


OPEN_VOICES = frozenset({Voice.SUPERIOR})
"""Voices of a single person who is known anyway; the least number does not hold for them."""


class ItemGroup(StrEnum):
    """What is asked about: the four traits of the West Java model, or the seven values of BerAKHLAK."""

    TRAIT = "TRAIT"
    VALUE = "VALUE"


class RoundState(StrEnum):
    """Sheets are taken, or the round is over and read."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class SheetState(StrEnum):
    """A sheet is out, keyed in once where twice is asked, keyed in twice differently, or counts."""

    OUT = "OUT"
    ONCE = "ONCE"
    DIFFERS = "DIFFERS"
    COUNTS = "COUNTS"


@dataclass(frozen=True, slots=True)
class SurveyItem:
    """One question, in both languages; paper carries the Indonesian one."""

    item_id: str
    group: ItemGroup
    text: str
    english: str


@dataclass(frozen=True, slots=True)
class SurveyRules:
    """What is asked, on which scale, of how many, and below how many answers nothing is shown."""

    items: Mapping[SurveyKind, tuple[SurveyItem, ...]]
    scale: tuple[str, ...]
    peers: int
    subordinates: int
    minimum: int
    source: str

    def item_ids(self, kind: SurveyKind) -> tuple[str, ...]:
        """The questions of a kind in the order of the sheet."""
        return tuple(item.item_id for item in self.items[kind])


@dataclass(frozen=True, slots=True)
class SurveyRound:
    """One round: its kind and year, how many are asked, and whether each sheet is keyed in twice."""

    round_id: str
    kind: SurveyKind
    name: str
    year: int
    opened_on: date
    peers: int
    subordinates: int
    minimum: int
    is_double: bool = False
    state: RoundState = RoundState.OPEN
    closed_on: date | None = None
    pack_id: str = ""

    @property
    def order(self) -> tuple[int, date, str]:
        """Rounds follow each other by the year they are about, then by the day they were opened, then by name."""
        return self.year, self.opened_on, self.name


@dataclass(frozen=True, slots=True)
class SurveyAsk:
    """Somebody who is handed a sheet about somebody; which sheet is written nowhere."""

    round_id: str
    subject_id: str
    rater_id: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class SurveySheet:
    """One sheet: whom it is about (a person, or a unit in a pulse), the voice, and what was keyed in, by question."""

    round_id: str
    code: str
    subject_id: str
    voice: Voice
    first: Mapping[str, int] = field(default_factory=dict)
    second: Mapping[str, int] = field(default_factory=dict)
    remark: str = ""

    def state(self, is_double: bool) -> SheetState:
        """How far the sheet is; two entries count when they say the same."""
        if not self.first:
            return SheetState.OUT
        if not is_double:
            return SheetState.COUNTS
        if not self.second:
            return SheetState.ONCE
        return SheetState.COUNTS if dict(self.first) == dict(self.second) else SheetState.DIFFERS


@dataclass(frozen=True, slots=True)
class Shortage:
    """Fewer people than asked for stand beside or below somebody."""

    subject_id: str
    voice: Voice
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class SurveyPlan:
    """Who is asked about whom, and where there are too few to ask."""

    asks: tuple[SurveyAsk, ...]
    short: tuple[Shortage, ...]


def plan_asks(
    one: SurveyRound, people: Sequence[Person], raters: Mapping[str, str], subjects: Collection[str] | None = None
) -> SurveyPlan:
    """Who is asked about each of these people, by rule and reproducibly: the superior, and of peers and subordinates
    the number that the round says.

    ``raters`` is person to superior. Peers have the same superior. They stand in a ring in an order that the round's
    number decides, and everybody is seen by the next ones in it: so nobody chooses his judges, nobody judges himself,
    and nobody is asked by more people than he may ask himself.
    """
    present = {person.person_id for person in people}
    below: dict[str, list[str]] = {}
    for person_id in present:
        superior = raters.get(person_id, "")
        if superior in present and superior != person_id:
            below.setdefault(superior, []).append(person_id)
    rings = {superior: sorted(some, key=lambda each: _place(one.round_id, each)) for superior, some in below.items()}
    asks: list[SurveyAsk] = []
    short: list[Shortage] = []
    for subject in sorted(present if subjects is None else present & set(subjects)):
        superior = raters.get(subject, "")
        ring = rings.get(superior, []) if superior != subject else []
        if subject in ring:
            asks.append(SurveyAsk(one.round_id, subject, superior, Voice.SUPERIOR))
        else:
            short.append(Shortage(subject, Voice.SUPERIOR, 0, 1))
        chosen = {
            Voice.PEER: (_next_in(ring, subject, one.peers), one.peers),
            Voice.SUBORDINATE: (rings.get(subject, [])[: one.subordinates], one.subordinates),
        }
        for voice, (found, wanted) in chosen.items():
            asks += (SurveyAsk(one.round_id, subject, rater, voice) for rater in found)
            # Most people lead nobody; that is no shortage.
            if len(found) < wanted and (voice is Voice.PEER or found):
                short.append(Shortage(subject, voice, len(found), wanted))
    return SurveyPlan(tuple(asks), tuple(short))


def check_answers(answers: Mapping[str, int], item_ids: Sequence[str], highest: int) -> Mapping[str, int]:
    """The answers of one sheet in the order of its questions.

    ``SUR-104`` for a question that the sheet does not have, ``SUR-105`` for an answer outside the scale, ``SUR-106``
    when nothing is answered. A question may stay empty.
    """
    for item_id, answer in answers.items():
        if item_id not in item_ids:
            raise UsageRefusal("SUR-104", item=item_id)
        if not 1 <= answer <= highest:
            raise UsageRefusal("SUR-105", item=item_id, answer=answer, highest=highest)
    if not answers:
        raise UsageRefusal("SUR-106")
    return {item_id: answers[item_id] for item_id in item_ids if item_id in answers}


def entered(sheet: SurveySheet, answers: Mapping[str, int], remark: str, *, is_second: bool) -> SurveySheet:
    """The sheet with one entry keyed in; ``SUR-107`` for a second entry before the first."""
    if is_second:
        if not sheet.first:
            raise UsageRefusal("SUR-107", sheet=sheet.code)
        return replace(sheet, second=dict(answers), remark=remark or sheet.remark)
    return replace(sheet, first=dict(answers), remark=remark or sheet.remark)


def sheet_code(random_bytes: bytes) -> str:
    """A code to write by hand: seven signs by chance and one that finds a slip of the pen, as ``K7QP-2MXA``."""
    signs = "".join(ALPHABET[byte % len(ALPHABET)] for byte in random_bytes[:CODE_SIGNS])
    signs += _check_sign(signs)
    return f"{signs[:4]}-{signs[4:]}"


def read_code(typed: str) -> str:
    """A code as it was typed, put right; ``SUR-108`` when a sign is wrong or missing."""
    signs = "".join(typed.upper().replace("-", "").split())
    if len(signs) != CODE_SIGNS + 1 or any(sign not in ALPHABET for sign in signs):
        raise UsageRefusal("SUR-108", sheet=typed)
    if _check_sign(signs[:CODE_SIGNS]) != signs[CODE_SIGNS]:
        raise UsageRefusal("SUR-108", sheet=typed)
    return f"{signs[:4]}-{signs[4:]}"


def _check_sign(signs: str) -> str:
    """Odd weights: every single wrong sign and every two neighbours changed round give another one (mod 32).

    Neighbours differ in weight by 2, so two signs 16 apart that change places are the one slip that is not seen.
    """
    total = sum((2 * place + 1) * ALPHABET.index(sign) for place, sign in enumerate(signs))
    return ALPHABET[total % len(ALPHABET)]


def _place(round_id: str, person_id: str) -> bytes:
    return hashlib.sha256(f"{round_id} {person_id}".encode()).digest()


def _next_in(ring: Sequence[str], subject: str, wanted: int) -> list[str]:
    if subject not in ring:
        return []
    at = ring.index(subject)
    return [ring[(at + step) % len(ring)] for step in range(1, min(wanted, len(ring) - 1) + 1)]
