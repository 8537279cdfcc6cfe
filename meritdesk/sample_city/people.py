"""The people of the sample city: synthetic names, valid numbers, grades and posts that fit their units."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from meritdesk.core.people import STRUCTURAL_KINDS, EmploymentType, PositionKind, Sex
from meritdesk.resources import resource
from meritdesk.sample_city.structure import SampleUnit, city_facts

_GRADES = ("II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d")
_ECHELON_GRADES = {
    "II.a": (10, 11), "II.b": (9, 11), "III.a": (8, 10), "III.b": (7, 9), "IV.a": (6, 8), "IV.b": (6, 7),
}  # fmt: skip
_TIERS = {
    "AHLI": (("Ahli Pertama", 4, 5), ("Ahli Muda", 6, 7), ("Ahli Madya", 8, 10)),
    "TRAMPIL": (("Terampil", 2, 3), ("Mahir", 4, 5), ("Penyelia", 6, 7)),
}
_STATUSES = (
    ("Aktif", 955), ("Tugas Belajar", 15), ("CLTN", 8), ("Masa Persiapan Pensiun", 10), ("Pemberhentian sementara", 4),
    ("Diperbantukan", 8),
)  # fmt: skip
_DEGREES = {
    "TEACHER": ("S.Pd.", "M.Pd."), "NURSE": ("S.Kep., Ns.", "M.Kep."), "MIDWIFE": ("A.Md.Keb.", "S.Tr.Keb."),
    "DOCTOR": ("", "M.Kes."), "PHARMACY": ("A.Md.Farm.", "S.Farm., Apt."), "PUBLIC_HEALTH": ("S.KM.", "M.Kes."),
    "ENGINEER": ("S.T.", "M.T."), "IT": ("S.Kom.", "M.Kom."), "AUDITOR": ("S.E.", "M.Ak."), "FINANCE": ("S.E.", "M.M."),
    "RECORDS": ("A.Md.", "S.IP."), "SERVICE": ("S.Sos.", "M.Si."), "ORDER": ("S.H.", "M.H."), "FIRE": ("S.T.", "M.Si."),
    "LEADER": ("S.H.", "M.Si."), "CLERK": ("", "S.AP."), "DATA": ("A.Md.", "S.Kom."), "ANALYST": ("S.IP.", "M.Si."),
    "GENERAL": ("S.AP.", "M.Si."), "SCHOOL_HEAD": ("S.Pd.", "M.Pd."), "CLINIC_HEAD": ("", "M.Kes."),
}  # fmt: skip
LAST_BIRTHDAY = 58
YEARS_PER_GRADE = 4
YOUNGEST_AT_APPOINTMENT = 20
YOUNGEST_GRADUATE = 22
PRE_PENSION = "Masa Persiapan Pensiun"
LARGEST_UNIT_WITHOUT_HEAD = 10


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One person as the national system would hold him or her; ``family`` picks the wording of the year's work."""

    source_id: str
    nip: str
    name: str
    front_title: str
    back_title: str
    sex: Sex
    birth_date: date
    employment: EmploymentType
    legal_status: str
    grade: str
    first_grade: str
    appointed: date
    grade_since: date
    position_title: str
    position_kind: PositionKind
    position_since: date
    echelon: str
    education: str
    unit_id: str
    unit_name: str
    family: str


@dataclass(frozen=True, slots=True)
class SampleCity:
    """Units, people, and who leads what: ``heads`` and ``acting`` map a unit's id to a person's source id."""

    units: tuple[SampleUnit, ...]
    people: tuple[SamplePerson, ...]
    heads: Mapping[str, str]
    acting: Mapping[str, str]
    mayor_id: str
    mayor_name: str


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    lists = ("male_first", "female_first", "middle", "male_last", "female_last")
    return {name: tuple(resource("sample", f"{name}.txt").read_text(encoding="utf-8").split()) for name in lists}


@lru_cache(maxsize=1)
def _posts() -> dict[str, list[tuple[str, str, int, str]]]:
    posts: dict[str, list[tuple[str, str, int, str]]] = json.loads(
        resource("sample", "posts.json").read_text(encoding="utf-8")
    )
    return posts


class _Maker:
    """Makes people one by one; numbers never repeat, because the sequence counts up per day, month and sex."""

    def __init__(self, year: int, rng: random.Random) -> None:
        self.year = year
        self.rng = rng
        self.sequences: Counter[str] = Counter()
        self.names = _names()
        self.posts = {
            sector: (tuple(posts), tuple(weight for _, _, weight, _ in posts)) for sector, posts in _posts().items()
        }
        self.status_words = tuple(word for word, _ in _STATUSES)
        self.status_weights = tuple(weight for _, weight in _STATUSES)

    def name(self, sex: Sex) -> str:
        rng, lists = self.rng, self.names
        prefix = "male" if sex is Sex.MALE else "female"
        first, last = rng.choice(lists[f"{prefix}_first"]), rng.choice(lists[f"{prefix}_last"])
        if first == last:
            return first
        middle = f" {rng.choice(lists['middle'])}" if rng.random() < 0.3 else ""
        shown = f"{first}{middle} {last}"
        return shown.upper() if rng.random() < 0.15 else shown

    def number(self, born: date, appointed: date, sex: Sex, employment: EmploymentType) -> str:
        months = "21" if employment is EmploymentType.PPPK else f"{appointed.month:02d}"
        stem = f"{born:%Y%m%d}{appointed.year}{months}{'1' if sex is Sex.MALE else '2'}"
        self.sequences[stem] += 1
        return f"{stem}{self.sequences[stem]:03d}"

    def head(self, unit: SampleUnit) -> SamplePerson:
        """A head: structural by echelon, or a specialist who leads a health centre or a school."""
        if unit.echelon:
            low, high = _ECHELON_GRADES[unit.echelon]
            age = self.rng.randint(42 if unit.echelon.startswith("II.") else 38, LAST_BIRTHDAY - 1)
            kind = {"II": PositionKind.JPT, "III": PositionKind.ADMINISTRATOR}.get(
                unit.echelon.partition(".")[0], PositionKind.SUPERVISOR
            )
            grade = self.rng.randint(low, high)
            return self._person(unit, unit.head_title, kind, unit.echelon, age, grade, "LEADER", EmploymentType.PNS)
        if unit.kind == "CLINIC":
            title, family = "Dokter Ahli Madya", "CLINIC_HEAD"
        else:
            title, family = "Guru Ahli Madya", "SCHOOL_HEAD"
        age, grade = self.rng.randint(40, LAST_BIRTHDAY), self.rng.randint(8, 10)
        return self._person(unit, title, PositionKind.JF, "", age, grade, family, EmploymentType.PNS)

    def member(self, unit: SampleUnit) -> SamplePerson:
        """A member of staff with a post that the unit really has."""
        rng = self.rng
        posts, weights = self.posts[unit.sector if unit.sector in self.posts else "GENERAL"]
        post, track, _, family = rng.choices(posts, weights)[0]
        contract = rng.random()
        employment = EmploymentType.PNS
        if contract < (0.30 if unit.kind in ("SCHOOL", "CLINIC", "HOSPITAL") else 0.14):
            employment = EmploymentType.PPPK
        elif contract > 0.96:
            employment = EmploymentType.CPNS
        youngest = {EmploymentType.CPNS: (22, 33), EmploymentType.PPPK: (24, 54)}.get(employment, (26, LAST_BIRTHDAY))
        age = rng.randint(*youngest)
        seniority = max(0, min(2, (age - 24) // 11 - rng.randint(0, 1)))
        if employment is not EmploymentType.PNS:
            seniority = 0
        if track == "STAFF":
            grade = rng.randint(0, 3) + seniority * 2
            return self._person(unit, post, PositionKind.STAFF, "", age, min(grade, 7), family, employment)
        tier, low, high = _TIERS[track][seniority]
        grade = rng.randint(low, high)
        return self._person(unit, f"{post} {tier}", PositionKind.JF, "", age, grade, family, employment)

    def adviser(self, unit: SampleUnit, title: str) -> SamplePerson:
        """A staff adviser to the mayor, high leadership without a unit of his own."""
        age, grade = self.rng.randint(48, LAST_BIRTHDAY - 1), self.rng.randint(9, 11)
        return self._person(unit, title, PositionKind.JPT, "II.b", age, grade, "LEADER", EmploymentType.PNS)

    def _person(
        self, unit: SampleUnit, title: str, kind: PositionKind, echelon: str, age: int, grade: int, family: str,
        employment: EmploymentType,
    ) -> SamplePerson:  # fmt: skip
        rng, year = self.rng, self.year
        share = {"MIDWIFE": 1.0, "TEACHER": 0.66, "SCHOOL_HEAD": 0.6, "NURSE": 0.7, "ORDER": 0.15, "FIRE": 0.05}.get(
            family, 0.45
        )
        sex = Sex.FEMALE if rng.random() < share else Sex.MALE
        is_leader = kind in STRUCTURAL_KINDS or family.endswith("_HEAD")
        status = "Aktif"
        if not is_leader and employment is not EmploymentType.CPNS:
            status = rng.choices(self.status_words, self.status_weights)[0]
        if status == PRE_PENSION:
            # The last year before pension: at 58, with specialists at 60 (contracts end without it).
            if employment is EmploymentType.PPPK:
                status = "Aktif"
            else:
                age = rng.randint(57, 59 if kind is PositionKind.JF else 58)
        first_step = 4 if grade >= 4 else 0
        entered_at = YOUNGEST_GRADUATE if first_step else YOUNGEST_AT_APPOINTMENT
        service = 2
        if employment is EmploymentType.PNS:
            # A regular promotion takes four years; one or two in a career come early.
            service = max(2, YEARS_PER_GRADE * (grade - first_step) - rng.randint(0, 2))
            age = max(age, entered_at + service)
        born = date(year - age, 1, 1) + timedelta(days=rng.randrange(365))
        if employment is EmploymentType.PPPK:
            appointed = date(rng.randint(max(2021, born.year + 21), year), rng.choice((1, 3, 7)), 1)
        elif employment is EmploymentType.CPNS:
            appointed = date(year, rng.choice((1, 3, 4, 5)), 1)
        else:
            latest = min(year - service, born.year + 34)
            appointed = date(rng.randint(min(born.year + entered_at, latest), latest), rng.choice((1, 2, 3, 4, 12)), 1)
        first = _GRADES[first_step]
        if employment is EmploymentType.PPPK:
            shown = first = {0: "V", 1: "V", 2: "VII", 3: "VII"}.get(grade, "IX" if rng.random() < 0.85 else "X")
            grade_since = appointed
        elif employment is EmploymentType.CPNS:
            shown = first
            grade_since = appointed
        else:
            shown = _GRADES[grade]
            promoted = date(rng.randint(max(appointed.year, year - 4), year - 1), rng.choice((4, 10)), 1)
            grade_since = max(appointed, promoted)
        bachelor, master = _DEGREES.get(family, _DEGREES["LEADER"])
        is_master = grade >= 8 or (grade >= 6 and rng.random() < 0.4)
        back = ", ".join(degree for degree in ((bachelor, master) if is_master else (bachelor,)) if degree)
        front = "Dr." if grade >= 10 and rng.random() < 0.2 else ""
        if title.startswith("Dokter"):
            front = "drg." if "Gigi" in title else "dr."
        schooling = "S-1/Sarjana" if grade >= 4 else rng.choice(("SLTA Kejuruan", "Diploma III"))
        changed = date(rng.randint(year - 6, year - 1), rng.randint(1, 12), rng.choice((1, 2, 15)))
        return SamplePerson(
            source_id=f"{rng.getrandbits(128):032X}",
            nip=self.number(born, appointed, sex, employment),
            name=self.name(sex),
            front_title=front,
            back_title=back,
            sex=sex,
            birth_date=born,
            employment=employment,
            legal_status=status,
            grade=shown,
            first_grade=first,
            appointed=appointed,
            grade_since=grade_since,
            position_title=title,
            position_kind=kind,
            position_since=max(appointed, changed),
            echelon=echelon,
            education="S-2" if is_master else schooling,
            unit_id=unit.source_id,
            unit_name=unit.name,
            family=family,
        )


def build_people(staff: int, year: int, units: tuple[SampleUnit, ...], rng: random.Random) -> SampleCity:
    """People for all units: heads first (some posts vacant, most with an acting head), then staff by weight."""
    maker = _Maker(year, rng)
    mayor_name = f"H. {maker.name(Sex.MALE).title()}, S.E."
    mayor_id = f"{rng.getrandbits(128):032X}"
    root, led = units[0], sorted(units[1:], key=lambda unit: unit.rank)
    people: list[SamplePerson] = []
    heads: dict[str, str] = {}
    vacant: list[SampleUnit] = []
    for unit in led:
        if len(people) >= staff or (unit.depth > 1 and rng.random() < 0.045):
            vacant.append(unit)
            continue
        person = maker.head(unit)
        people.append(person)
        heads[unit.source_id] = person.source_id
    advisers = city_facts()["staff_advisers"] if staff >= 300 else ()
    people.extend(maker.adviser(root, title) for title in advisers)
    acting = _acting_heads(vacant, units, heads, rng)
    people.extend(maker.member(unit) for unit in _places(staff - len(people), units))
    return SampleCity(units, tuple(people[:staff]), heads, acting, mayor_id, mayor_name)


def _acting_heads(
    vacant: Sequence[SampleUnit], units: Sequence[SampleUnit], heads: Mapping[str, str], rng: random.Random
) -> dict[str, str]:
    """Most vacant posts are held by the head of a neighbouring unit (Plt); a few by nobody."""
    acting: dict[str, str] = {}
    for unit in vacant:
        neighbours = [
            other
            for other in units
            if (other.parent_id, other.echelon) == (unit.parent_id, unit.echelon)
            and other.source_id in heads
            and (unit.echelon or other.kind == unit.kind)
        ]
        if neighbours and (unit.weight > LARGEST_UNIT_WITHOUT_HEAD or rng.random() < 0.8):
            acting[unit.source_id] = heads[rng.choice(neighbours).source_id]
    return acting


def _places(number: int, units: Sequence[SampleUnit]) -> list[SampleUnit]:
    """The units of this many members of staff, in proportion to the units' weights."""
    if number <= 0:
        return []
    weighted = [unit for unit in units if unit.weight and unit.kind != "ROOT"] or list(units)
    total = sum(unit.weight for unit in weighted)
    shares = {unit.source_id: number * unit.weight // total for unit in weighted}
    by_rest = sorted(weighted, key=lambda unit: (-(number * unit.weight % total), unit.rank))
    for unit in by_rest[: number - sum(shares.values())]:
        shares[unit.source_id] += 1
    return [unit for unit in weighted for _ in range(shares[unit.source_id])]
