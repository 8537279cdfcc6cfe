"""The units of the sample city, modelled on the public structure of Surakarta and scaled to the number of staff."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from meritdesk.resources import resource

STAFF_PER_UNIT = 4
STAFF_PER_SCHOOL = 30
_PREFIXES = ("Dinas", "Badan", "Kecamatan", "Kelurahan")


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """One unit: ``kind`` is its place in the city, ``sector`` picks the posts of its staff.

    ``echelon`` is that of the head; empty where a specialist leads (health centre, school). ``weight`` is the share of
    the remaining staff, ``rank`` the order in which units enter a small city.
    """

    source_id: str
    name: str
    parent_id: str
    depth: int
    kind: str
    sector: str
    head_title: str
    echelon: str
    weight: int
    rank: float
    is_autonomous: bool = False


@lru_cache(maxsize=1)
def city_facts() -> Mapping[str, Any]:
    """The names of the city from ``resources/sample/city.json``."""
    facts: Mapping[str, Any] = json.loads(resource("sample", "city.json").read_text(encoding="utf-8"))
    return facts


class _Builder:
    """Grows the whole tree in a fixed order, so that the same seed gives the same ids."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.units: list[SampleUnit] = []

    def add(
        self, parent: SampleUnit | None, name: str, kind: str, sector: str, head: str, echelon: str, weight: int,
        rank: float, is_autonomous: bool = False,
    ) -> SampleUnit:  # fmt: skip
        unit = SampleUnit(
            source_id=f"{self.rng.getrandbits(128):032X}",
            name=name,
            parent_id=parent.source_id if parent else "",
            depth=parent.depth + 1 if parent else 0,
            kind=kind,
            sector=sector,
            head_title=head,
            echelon=echelon,
            weight=weight,
            rank=max(rank, parent.rank) if parent else rank,
            is_autonomous=is_autonomous,
        )
        self.units.append(unit)
        return unit


def build_units(staff: int, rng: random.Random) -> tuple[SampleUnit, ...]:
    """The units of a city with this many staff, parents before children.

    A small city keeps the most telling units, so that most of them have staff; above the full structure the number of
    primary schools grows.
    """
    facts = city_facts()
    builder = _Builder(rng)
    root = builder.add(None, facts["government"], "ROOT", "GENERAL", facts["root_title"], "", 1, 0)
    _add_secretariat(builder, root, facts["secretariat"])
    for place, department in enumerate(facts["departments"], start=1):
        _add_department(builder, root, place, department, facts)
    for place, (district, wards) in enumerate(facts["districts"].items(), start=1):
        _add_district(builder, root, place, district, wards)
    _add_schools(builder, staff, facts)
    wanted = min(len(builder.units), max(2, staff // STAFF_PER_UNIT))
    ranked = sorted(enumerate(builder.units), key=lambda item: (item[1].rank, item[0]))
    chosen = sorted(place for place, _ in ranked[:wanted])
    return tuple(builder.units[place] for place in chosen)


def _add_secretariat(builder: _Builder, root: SampleUnit, facts: Mapping[str, Any]) -> None:
    setda = builder.add(root, facts["name"], "SECRETARIAT", "OFFICE", facts["head"], "II.a", 1, 0.1)
    for place, assistant in enumerate(facts["assistants"]):
        led = builder.add(setda, assistant["name"], "ASSISTANT", "GENERAL", assistant["name"], "II.b", 0, 3.5 + place)
        for spot, section in enumerate(assistant["sections"]):
            builder.add(led, section, "SECTION", "GENERAL", f"Kepala {section}", "III.a", 9, 6 + place + 3 * spot)


def _add_department(
    builder: _Builder, root: SampleUnit, place: int, facts: Mapping[str, Any], city: Mapping[str, Any]
) -> None:
    name, sector = facts["name"], facts["sector"]
    base = 0.5 * place if place <= 3 else 2.0 * place
    head = facts.get("head") or f"Kepala {name}"
    department = builder.add(root, name, "DEPARTMENT", sector, head, "II.b", 0, base)
    title = f"Sekretaris {name}"
    secretariat = builder.add(department, f"Sekretariat {name}", "OFFICE", "OFFICE", title, "III.a", 6, base + 4)
    for spot, sub in enumerate(("Umum dan Kepegawaian", "Keuangan", "Perencanaan, Evaluasi dan Pelaporan")):
        sub_name = f"Subbagian {sub} {name}"
        builder.add(secretariat, sub_name, "SUB", "OFFICE", f"Kepala {sub_name}", "IV.a", 5, base + 9 + 4 * spot)
    for spot, (field, sections) in enumerate(facts["fields"].items()):
        title = field if field.startswith("Inspektur") else f"Kepala {field}"
        led = builder.add(department, field, "FIELD", sector, title, "III.b", 9, base + 4.5 + 2 * spot)
        for step, section in enumerate(sections):
            builder.add(led, section, "SUB", sector, f"Kepala {section}", "IV.a", 10, base + 11 + 3 * step)
    for spot, unit in enumerate(facts["units"]):
        builder.add(department, unit, "TECHNICAL", sector, f"Kepala {unit}", "IV.a", 8, base + 14 + 3 * spot)
    if sector == "HEALTH":
        for spot, hospital in enumerate(city["hospitals"]):
            title = f"Direktur {hospital}"
            rank = base + 20 + 30 * spot
            builder.add(department, hospital, "HOSPITAL", "HOSPITAL", title, "III.a", 150, rank, is_autonomous=True)
        for spot, centre in enumerate(city["health_centres"]):
            unit = f"UPT Puskesmas {centre}"
            rank = base + 2 + 3 * spot
            builder.add(department, unit, "CLINIC", "CLINIC", f"Kepala {unit}", "", 34, rank, is_autonomous=True)


def _add_district(builder: _Builder, root: SampleUnit, place: int, district: str, wards: Sequence[str]) -> None:
    name = f"Kecamatan {district}"
    base = 2.0 if place == 1 else 8.0 * place
    led = builder.add(root, name, "DISTRICT", "WARD", f"Camat {district}", "III.a", 4, base)
    title = f"Sekretaris {name}"
    builder.add(led, f"Sekretariat {name}", "OFFICE", "OFFICE", title, "III.b", 6, base + 5)
    for spot, sub in enumerate(("Tata Pemerintahan", "Ketenteraman dan Ketertiban Umum", "Pemberdayaan Masyarakat")):
        section = f"Seksi {sub} {name}"
        builder.add(led, section, "SUB", "WARD", f"Kepala {section}", "IV.a", 3, base + 12 + 6 * spot)
    for spot, ward in enumerate(wards):
        title = f"Lurah {ward}"
        builder.add(led, f"Kelurahan {ward}", "WARD", "WARD", title, "IV.a", 7, base + 4 + 2 * spot)


def _add_schools(builder: _Builder, staff: int, facts: Mapping[str, Any]) -> None:
    education = next(unit for unit in builder.units if unit.sector == "EDUCATION" and unit.kind == "DEPARTMENT")
    base = education.rank
    for number in range(1, facts["junior_schools"] + 1):
        school, rank = f"SMP Negeri {number} Surakarta", base + 6 + 2.5 * (number - 1)
        builder.add(education, school, "SCHOOL", "SCHOOL", f"Kepala {school}", "", 40, rank)
    wards = [ward for names in facts["districts"].values() for ward in names]
    primary = max(150, (staff - 6_000) // STAFF_PER_SCHOOL)
    for number in range(primary):
        turn, spot = divmod(number, len(wards))
        school = f"SD Negeri {wards[spot]}" + (f" {turn + 1}" if turn else "")
        rank = base + 2.5 + 0.9 * number if number < 60 else base + 60 + 0.2 * number
        builder.add(education, school, "SCHOOL", "SCHOOL", f"Kepala {school}", "", 18, rank)
