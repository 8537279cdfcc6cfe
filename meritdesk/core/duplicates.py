"""Who may be in the register twice: NIP twins and name twins, with the evidence for and against.

The finder only proposes. Two people with the same name and different birth dates are two people; the same name with the
same birth date and two NIPs is what a new PPPK contract or a typing fault leaves behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import combinations

from meritdesk.core.evaluation import Reason
from meritdesk.core.nip import birth_date_of_nip
from meritdesk.core.people import EmploymentType, LegalStatus, Person


class TwinKind(StrEnum):
    """How two rows were found to be alike."""

    SAME_NIP = "SAME_NIP"
    NEAR_NIP = "NEAR_NIP"
    SAME_NAME = "SAME_NAME"


@dataclass(frozen=True, slots=True)
class Twins:
    """Two rows that may be one person; ``score`` orders them, the likeliest first, and is never shown as truth."""

    kind: TwinKind
    one: Person
    other: Person
    evidence: tuple[Reason, ...]
    score: int

    @property
    def key(self) -> tuple[str, str]:
        """The pair, whichever way round."""
        first, second = sorted((self.one.person_id, self.other.person_id))
        return first, second


_SPELLINGS = {
    "moh": "muhammad", "muh": "muhammad", "mohd": "muhammad", "mohammad": "muhammad", "mochammad": "muhammad",
    "mochamad": "muhammad", "mohamad": "muhammad", "muhamad": "muhammad", "muhammmad": "muhammad", "m": "muhammad",
    "abd": "abdul", "abdoel": "abdul", "st": "siti", "noor": "nur", "nuur": "nur",
}  # fmt: skip
_TITLES = frozenset({"dr", "drs", "dra", "drg", "ir", "prof", "h", "hj", "hajah", "haji", "ns", "apt"})
MANY_NAMESAKES = 200
_APART = re.compile(r"[^a-z]+")


def folded_name(name: str) -> str:
    """A name without titles, marks and spelling habits: ``Moh. Nur, S.Kes`` and ``MUHAMMAD NOOR`` are alike."""
    plain = unicodedata.normalize("NFKD", name.partition(",")[0]).encode("ascii", "ignore").decode().casefold()
    words = [_SPELLINGS.get(word, word) for word in _APART.split(plain) if word]
    kept = [word for word in words if word not in _TITLES or len(words) == 1]
    return " ".join(kept or words)


def find_twins(people: Sequence[Person], settled: Iterable[tuple[str, str]] = ()) -> tuple[Twins, ...]:
    """Every pair that may be one person, likeliest first; pairs in ``settled`` were judged to be two people."""
    known = {person.person_id: person for person in people if person.employment is not EmploymentType.OFFICIAL}
    done = {tuple(sorted(pair)) for pair in settled}
    found: dict[tuple[str, str], Twins] = {}
    for kind, one, other in _candidates(tuple(known.values())):
        twins = _judged(kind, one, other)
        if twins is not None and twins.key not in done and twins.key not in found:
            found[twins.key] = twins
    return tuple(sorted(found.values(), key=lambda twins: (-twins.score, twins.one.name, twins.key)))


def _candidates(people: Sequence[Person]) -> Iterator[tuple[TwinKind, Person, Person]]:
    by_nip: dict[str, list[Person]] = defaultdict(list)
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.nip:
            by_nip[person.nip].append(person)
        by_name[folded_name(person.name)].append(person)
    for group in by_nip.values():
        for one, other in combinations(group, 2):
            yield TwinKind.SAME_NIP, one, other
    for name, group in by_name.items():
        if name:
            for one, other in _pairs_worth_a_look(group):
                near = differing_digits(one.nip, other.nip) <= 2 or _is_swapped(one.nip, other.nip)
                yield TwinKind.NEAR_NIP if near else TwinKind.SAME_NAME, one, other


def _pairs_worth_a_look(namesakes: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Every pair of namesakes; of a name that hundreds carry only those who share a birth date, a unit or a PNS ID."""
    if len(namesakes) <= MANY_NAMESAKES:
        yield from combinations(namesakes, 2)
        return
    shared: dict[tuple[str, object], list[Person]] = defaultdict(list)
    for person in namesakes:
        for label, value in (
            ("born", person.birth_date or birth_date_of_nip(person.nip)),
            ("unit", person.unit_id),
            ("source", person.source_id),
        ):
            if value:
                shared[label, value].append(person)
    for group in shared.values():
        if len(group) <= MANY_NAMESAKES:
            yield from combinations(group, 2)


def _judged(kind: TwinKind, one: Person, other: Person) -> Twins | None:
    """The pair with its evidence; nothing when what is known speaks against it."""
    born_one = one.birth_date or birth_date_of_nip(one.nip)
    born_other = other.birth_date or birth_date_of_nip(other.nip)
    same_birth = born_one is not None and born_one == born_other
    other_birth = born_one is not None and born_other is not None and born_one != born_other
    same_name = folded_name(one.name) == folded_name(other.name)
    same_unit = bool(one.unit_id) and one.unit_id == other.unit_id
    same_source = bool(one.source_id) and one.source_id == other.source_id
    other_source = bool(one.source_id) and bool(other.source_id) and one.source_id != other.source_id
    other_sex = one.sex is not None and other.sex is not None and one.sex is not other.sex
    if kind is TwinKind.SAME_NAME and (other_birth or not (same_birth or same_unit or same_source)):
        return None
    evidence: list[Reason] = []
    score = {TwinKind.SAME_NIP: 60, TwinKind.NEAR_NIP: 40, TwinKind.SAME_NAME: 20}[kind]

    def note(holds: bool, code: str, weight: int, **facts: str) -> None:
        nonlocal score
        if holds:
            evidence.append(Reason(code, "", facts))
            score += weight

    note(kind is TwinKind.SAME_NIP, "REG-TWIN-NIP", 0, nip=one.nip)
    digits = differing_digits(one.nip, other.nip)
    note(kind is TwinKind.NEAR_NIP, "REG-TWIN-NEAR-NIP", 0, one=one.nip, other=other.nip, count=str(digits))
    note(same_name, "REG-TWIN-NAME", 20, name=one.name)
    note(not same_name, "REG-TWIN-OTHER-NAME", -20, one=one.name, other=other.name)
    if born_one is not None and born_other is not None:
        note(same_birth, "REG-TWIN-BIRTH", 20, day=f"{born_one:%d-%m-%Y}")
        note(other_birth, "REG-TWIN-OTHER-BIRTH", -30, one=f"{born_one:%d-%m-%Y}", other=f"{born_other:%d-%m-%Y}")
    note(same_unit, "REG-TWIN-UNIT", 10)
    note(same_source, "REG-TWIN-SOURCE", 30, source=one.source_id)
    note(other_source, "REG-TWIN-OTHER-SOURCE", -10, one=one.source_id, other=other.source_id)
    note(other_sex, "REG-TWIN-OTHER-SEX", -20)
    has_left = LegalStatus.LEFT in (one.legal_status, other.legal_status)
    note(has_left, "REG-TWIN-LEFT", 5)
    is_pppk = EmploymentType.PPPK in (one.employment, other.employment) and one.nip != other.nip
    note(is_pppk and same_birth, "REG-TWIN-CONTRACT", 10)
    return Twins(kind, one, other, tuple(evidence), score)


def differing_digits(one: str, other: str) -> int:
    """At how many places two NIPs differ; 99 when they cannot be compared."""
    if not one or not other or len(one) != len(other):
        return 99
    return sum(left != right for left, right in zip(one, other, strict=True))


def _is_swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places."""
    places = [place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    return (
        len(one) == len(other)
        and len(places) == 2
        and places[1] == places[0] + 1
        and one[places[0]] == other[places[1]]
        and one[places[1]] == other[places[0]]
    )


def better_of(one: Person, other: Person) -> tuple[Person, Person]:
    """Which of two rows to keep by default, and which goes: in service before gone, then the one that knows more."""

    def known(person: Person) -> tuple[bool, int]:
        filled = (
            person.source_id, person.unit_id, person.position_title, person.grade, person.birth_date,
            person.grade_since, person.position_since, person.sex,
        )  # fmt: skip
        return person.legal_status is not LegalStatus.LEFT, sum(bool(value) for value in filled)

    return (one, other) if known(one) >= known(other) else (other, one)


def merged_person(kept: Person, gone: Person) -> Person:
    """The row that stays, with what only the other knew; nothing known is overwritten."""
    filled = {
        item.name: getattr(gone, item.name)
        for item in fields(kept)
        if item.name not in ("person_id", "legal_status", "employment", "position_kind")
        and not getattr(kept, item.name)
        and getattr(gone, item.name)
    }
    return replace(kept, **filled)


@dataclass(frozen=True, slots=True)
class HadTwice:
    """What two rows both have although one person can have it once: evaluated periods, plans for the same days."""

    periods: tuple[str, ...] = ()
    plan_years: tuple[int, ...] = ()
