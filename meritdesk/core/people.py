"""The people and units of an agency, and who rates whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EmploymentType(StrEnum):
    """The kind of service contract; the head of region is an official, not an employee."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    OFFICIAL = "OFFICIAL"


class Sex(StrEnum):
    """As stated by digit 15 of the NIP."""

    MALE = "M"
    FEMALE = "F"


class LegalStatus(StrEnum):
    """Kedudukan hukum: decides who must be appraised (R-13)."""

    ACTIVE = "ACTIVE"
    STUDY_LEAVE = "STUDY_LEAVE"
    SECONDED = "SECONDED"
    UNPAID_LEAVE = "UNPAID_LEAVE"  # CLTN
    SUSPENDED = "SUSPENDED"
    PRE_PENSION = "PRE_PENSION"  # MPP
    LEFT = "LEFT"


APPRAISED_STATUSES = frozenset({LegalStatus.ACTIVE, LegalStatus.STUDY_LEAVE, LegalStatus.SECONDED})


class PositionKind(StrEnum):
    """Kind of post; JPT is high leadership, JF a functional (specialist) post."""

    JPT = "JPT"
    ADMINISTRATOR = "ADMINISTRATOR"
    SUPERVISOR = "SUPERVISOR"  # pejabat pengawas
    STAFF = "STAFF"  # pelaksana
    JF = "JF"
    OFFICIAL = "OFFICIAL"  # Kepala Daerah


STRUCTURAL_KINDS = frozenset({PositionKind.JPT, PositionKind.ADMINISTRATOR, PositionKind.SUPERVISOR})


def titled(name: str, front_title: str, back_title: str) -> str:
    """A name as it stands on paper: ``dr. Ayu Sari, M.Kes.``"""
    front = f"{front_title} " if front_title else ""
    back = f", {back_title}" if back_title else ""
    return f"{front}{name}{back}"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the agency; ``person_id`` (UUID) is the key, the NIP is an attribute.

    ``source_id`` is the PNS ID of the national system; ``grade`` is ``III/c`` or ``IX``. A date that is not known is
    ``None``, a text that is not known is empty.
    """

    person_id: str
    nip: str
    name: str
    source_id: str = ""
    front_title: str = ""
    back_title: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    employment: EmploymentType = EmploymentType.PNS
    legal_status: LegalStatus = LegalStatus.ACTIVE
    grade: str = ""
    grade_since: date | None = None
    position_kind: PositionKind = PositionKind.STAFF
    position_title: str = ""
    position_since: date | None = None
    echelon: str = ""
    education: str = ""
    unit_id: str = ""

    @property
    def full_name(self) -> str:
        """The name as it stands on paper, titles included."""
        return titled(self.name, self.front_title, self.back_title)

    @property
    def is_appraised(self) -> bool:
        """Whether planning and evaluation rules apply (R-01, R-13)."""
        return self.employment is not EmploymentType.OFFICIAL and self.legal_status in APPRAISED_STATUSES


@dataclass(frozen=True, slots=True)
class OrgUnit:
    """One unit of the agency; ``parent_id`` is empty for the root.

    ``head_source_id`` and ``acting_source_id`` are the PNS IDs of the unit file, kept so that a staff file imported
    later can be joined. ``head_id`` is the official named in the unit file who is no employee (Kepala Daerah).
    """

    unit_id: str
    name: str
    source_id: str = ""
    parent_id: str = ""
    head_title: str = ""
    echelon: str = ""
    head_id: str = ""
    head_source_id: str = ""
    acting_source_id: str = ""
    is_autonomous: bool = False
    sort_order: int = 0


class RaterBasis(StrEnum):
    """Why this person is the rater."""

    HEAD = "HEAD"
    ACTING = "ACTING"
    HEAD_OF_REGION = "HEAD_OF_REGION"
    ENTERED = "ENTERED"
    DELEGATED = "DELEGATED"
    SUPERIOR = "SUPERIOR"  # of a rater who is gone or prevented


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """Who rates a person, who is the rater's superior, and which unit the rater leads.

    The organisation level that counts is that of ``led_unit_id`` (R-61). ``problem`` is a message code when no rater
    could be derived; such a person is on the list to work through and is never printed with a blank rater.
    """

    person_id: str
    rater_id: str = ""
    superior_id: str = ""
    led_unit_id: str = ""
    basis: RaterBasis = RaterBasis.HEAD
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PersonBlock:
    """A person as printed in the head of a form; empty strings print as ``-`` where the form asks for a value."""

    name: str
    nip: str = ""
    rank: str = ""
    position: str = ""
    unit: str = ""


def person_block(person: Person, units: Mapping[str, OrgUnit], rank_name: Callable[[str], str]) -> PersonBlock:
    """A person as he stands today in the head of a form: rank with its grade, post, and the unit by its name."""
    unit = units.get(person.unit_id)
    rank = rank_name(person.grade)
    return PersonBlock(
        name=person.full_name,
        nip=person.nip,
        rank=f"{rank} / {person.grade}" if rank else person.grade,
        position=person.position_title,
        unit=unit.name if unit else "",
    )


def block_facts(parties: Sequence[PersonBlock]) -> list[list[str]]:
    """The printed people of a record as a digest vouches for them: ratee, rater, superior."""
    return [[block.name, block.nip, block.rank, block.position, block.unit] for block in parties]
