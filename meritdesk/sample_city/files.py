"""The input files of the sample city, in the layouts that clerks have on the first day (layouts 1 and 2)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.exchange.sheet_writing import SheetStyle, WrittenCell, write_table
from meritdesk.sample_city import dirt
from meritdesk.sample_city.people import SampleCity, SamplePerson, build_people
from meritdesk.sample_city.structure import SampleUnit, build_units, city_facts

Step = Callable[[int, int], None]

STAFF_HEADINGS = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR ID", "TEMPAT LAHIR NAMA",
    "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA ID", "AGAMA NAMA", "JENIS KAWIN ID", "JENIS KAWIN NAMA", "NIK", "NOMOR HP",
    "EMAIL", "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "BPJS", "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS",
    "TANGGAL SK CPNS", "TMT CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID", "GOL AWAL NAMA",
    "GOL AKHIR ID", "GOL AKHIR NAMA", "TMT GOLONGAN", "MK TAHUN", "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA",
    "JABATAN ID", "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID",
    "PENDIDIKAN NAMA", "TAHUN LULUS", "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID", "LOKASI KERJA NAMA", "UNOR ID",
    "UNOR NAMA", "INSTANSI INDUK ID", "INSTANSI INDUK NAMA", "INSTANSI KERJA ID", "INSTANSI KERJA NAMA",
    "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA", "SATUAN KERJA KERJA ID", "SATUAN KERJA KERJA NAMA",
    "IS VALID NIK", "NAMA SEKOLAH", "FLAG IKD", "ESELON ID", "ESELON NAMA",
)  # fmt: skip
UNIT_HEADINGS = (
    "ID", "NAMA UNOR", "DIATASAN ID", "CEPAT KODE", "ESELON ID", "NAMA JABATAN", "NAMA PEJABAT", "PEMIMPIN PNS ID",
    "PEMIMPIN NON PNS ID", "PLT PNS ID", "INSTANSI ID", "JENIS UNOR ID", "UNOR INDUK", "JUMLAH IDEAL STAFF",
    "TOTAL KEBUTUHAN", "ORDER", "UNIT KERJA MANDIRI",
)  # fmt: skip
MOST_STAFF = 150_000
MOST_STAFF_IN_WORKBOOK = 20_000
_STEP_EVERY = 500
_ECHELON_CODES = {"II.a": "21", "II.b": "22", "III.a": "31", "III.b": "32", "IV.a": "41", "IV.b": "42"}
_JOB_KINDS = {"STRUCTURAL": ("1", "Struktural"), "JF": ("2", "Fungsional Tertentu"), "STAFF": ("4", "Fungsional Umum")}
_RELIGIONS = ("Islam", "Kristen", "Katholik", "Hindu", "Budha")
_MARRIAGE = ("Menikah", "Belum Kawin", "Janda/Duda")
_STREETS = ("Jl. Slamet Riyadi", "Jl. Ahmad Yani", "Jl. Urip Sumoharjo", "Jl. Kapten Mulyadi", "Jl. Kol. Sutarto")


@dataclass(frozen=True, slots=True)
class CityFiles:
    """Where the two input files are, with the number of data rows that a reader finds in each."""

    units: Path
    staff: Path
    unit_rows: int
    staff_rows: int


def build_city(staff: int, year: int, seed: int) -> SampleCity:
    """The city itself, before any file is written; the same arguments give the same city."""
    if not 1 <= staff <= MOST_STAFF:
        raise UsageRefusal("USE-131", staff=staff, most=MOST_STAFF)
    rng = random.Random(f"{seed}/{staff}/{year}")
    return build_people(staff, year, build_units(staff, rng), rng)


def write_city(folder: Path, staff: int, year: int, seed: int, step: Step = lambda done, total: None) -> CityFiles:
    """Write the unit file and the staff file of a city, byte for byte the same for the same arguments.

    Above 20,000 staff the staff file is separated text (``|``), as the national system delivers large agencies.
    """
    city = build_city(staff, year, seed)
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(f"{seed}/{staff}/{year}/files")
    units = folder / "unor.xlsx"
    unit_rows = list(_unit_rows(city, rng))
    unit_headings = [dirt.heading(text, rng) for text in UNIT_HEADINGS]
    write_table(units, unit_headings, unit_rows, SheetStyle("UNOR", (36, 50, 36, 10, 10, 44, 30, 36, 36, 36)))
    in_workbook = staff <= MOST_STAFF_IN_WORKBOOK
    people = folder / ("profil-asn.xlsx" if in_workbook else "profil-asn.csv")
    writer = _StaffWriter(city, year, rng, in_workbook)
    headings = [dirt.heading(text, rng) for text in STAFF_HEADINGS]
    rows = _stepping(writer.rows(), staff, step)
    write_table(people, headings, rows, SheetStyle("Profil ASN", (36, 20, 12, 30)), delimiter="|")
    return CityFiles(units, people, len(unit_rows), writer.data_rows)


def _stepping(rows: Iterator[list[WrittenCell]], total: int, step: Step) -> Iterator[list[WrittenCell]]:
    for done, row in enumerate(rows):
        if done % _STEP_EVERY == 0:
            step(min(done, total), total)
        yield row
    step(total, total)


def _unit_rows(city: SampleCity, rng: random.Random) -> Iterator[list[WrittenCell]]:
    """The units with their dashes, and at the end the remains of departments that no longer exist (orphans)."""
    staffing: dict[str, int] = {}
    names = {person.source_id: person.name for person in city.people}
    for person in city.people:
        staffing[person.unit_id] = staffing.get(person.unit_id, 0) + 1
    root = city.units[0]
    for order, unit in enumerate(city.units, start=1):
        head = city.heads.get(unit.source_id, "")
        yield [
            unit.source_id, f"{'-' * unit.depth}{' ' if unit.depth else ''}{unit.name}",
            unit.parent_id or dirt.empty_marker(rng), f"{order:04d}",
            _ECHELON_CODES.get(unit.echelon, "99"), unit.head_title,
            city.mayor_name if unit is root else names.get(head, ""), head,
            city.mayor_id if unit is root else "", city.acting.get(unit.source_id, ""),
            "A5EB03E23BF0F6A0E040640A040252AD", "1", root.source_id, str(max(2, unit.weight)),
            str(staffing.get(unit.source_id, 0)), str(order), "YA" if unit.is_autonomous else "",
        ]  # fmt: skip
    facts = city_facts()
    gone = f"{rng.getrandbits(128):032X}"
    closed = facts["closed_units"][: 2 if len(city.people) >= 100 else 1]
    for order, name in enumerate(closed, start=len(city.units) + 1):
        yield [
            f"{rng.getrandbits(128):032X}", f"-- {name}", gone, f"{order:04d}", "99", f"Kepala {name}", "", "", "", "",
            "A5EB03E23BF0F6A0E040640A040252AD", "1", root.source_id, "0", "0", str(order), "",
        ]  # fmt: skip


class _StaffWriter:
    """Turns people into the 69 columns, with dirt; ``data_rows`` counts the rows that a reader will find."""

    def __init__(self, city: SampleCity, year: int, rng: random.Random, real_dates: bool) -> None:
        self.city = city
        self.year = year
        self.rng = rng
        self.real_dates = real_dates
        self.data_rows = 0
        self.units = {unit.source_id: unit for unit in city.units}
        self.paths = {unit.source_id: self._path(unit) for unit in city.units}

    def _path(self, unit: SampleUnit) -> str:
        """``BIDANG X - DINAS Y``: the unit and what lies above it, without the city."""
        names = []
        while unit.parent_id:
            names.append(unit.name)
            unit = self.units[unit.parent_id]
        return " - ".join(names) or unit.name

    def rows(self) -> Iterator[list[WrittenCell]]:
        """All rows: people with their accidents, blank rows between, totals at the tail."""
        rng, people = self.rng, list(self.city.people)
        rng.shuffle(people)
        leaders = frozenset(self.city.heads.values())
        spared = [person.source_id in leaders for person in people]
        destroyed = dirt.chosen_rows(len(people), dirt.DESTROYED_PER_THOUSAND, rng, spared)
        twins = dirt.chosen_rows(len(people), dirt.TWINS_PER_THOUSAND, rng, spared) - destroyed
        thief = self._number_thief(people, spared, destroyed | twins) if len(people) >= 200 else None
        for place, person in enumerate(people):
            number: str | float = dirt.nip_cell(person.nip, rng)
            if place in destroyed:
                number = dirt.destroyed_nip_cell(person.nip, rng)
            elif thief is not None and place == thief[0]:
                number = people[thief[1]].nip
            row = self._row(person, number)
            self.data_rows += 1
            yield row
            if place in twins:
                self.data_rows += 1
                yield list(row)
            if rng.random() < 0.001:
                yield []
        yield []
        yield ["", "JUMLAH", "", f"{len(people)} orang"]
        yield ["Keterangan: data per 31 Desember, sumber SIASN"]

    def _number_thief(self, people: list[SamplePerson], spared: list[bool], taken: frozenset[int]) -> tuple[int, int]:
        """Two civil servants of whom one row carries the number of the other: a number that is good by itself."""
        free = [
            place
            for place, person in enumerate(people)
            if person.employment is EmploymentType.PNS and not spared[place] and place not in taken
        ]
        first, second = self.rng.sample(free, 2)
        return first, second

    def _row(self, person: SamplePerson, number: str | float) -> list[WrittenCell]:
        rng = self.rng
        is_pppk = person.employment is EmploymentType.PPPK
        is_cpns = person.employment is EmploymentType.CPNS
        kind = {PositionKind.JF: "JF", PositionKind.STAFF: "STAFF"}.get(person.position_kind, "STRUCTURAL")
        kind_id, kind_name = _JOB_KINDS[kind]
        unit = self.units[person.unit_id]
        service = max(0, self.year - person.appointed.year)
        contract = ("PPPK Guru" if person.family == "TEACHER" else "PPPK") if is_pppk else "PNS Daerah Kab/Kota"
        blank = dirt.empty_marker(rng)
        grade = person.grade if not is_pppk or rng.random() < 0.7 else f"Golongan {person.grade}"
        figures = f"{rng.randrange(10**12):012d}"
        religion = rng.randrange(len(_RELIGIONS))
        marriage = rng.randrange(len(_MARRIAGE))
        status = "PPPK Aktif" if is_pppk and person.legal_status == "Aktif" else person.legal_status
        decree = f"813/{rng.randint(100, 999)}/{person.appointed.year}"
        appointed = dirt.date_cell(person.appointed, rng, self.real_dates)
        permanent: str | WrittenCell = blank
        if not is_pppk and not is_cpns:
            permanent = dirt.date_cell(person.appointed.replace(year=person.appointed.year + 1), rng, self.real_dates)
        return [
            person.source_id, number, blank, person.name, person.front_title or blank, person.back_title or blank,
            "3372", "SURAKARTA", dirt.date_cell(person.birth_date, rng, self.real_dates),
            dirt.sex_word(person.sex, rng),
            str(religion + 1), _RELIGIONS[religion], str(marriage + 1), _MARRIAGE[marriage], f"3372{figures}",
            f"08{figures[:10]}", f"{figures[:8]}@contoh.invalid", f"{figures[:8]}@surakarta.contoh.invalid",
            f"{rng.choice(_STREETS)} No. {rng.randint(1, 200)}", f"{figures[:9]}-526.000", f"0001{figures[:9]}",
            "71" if is_pppk else "11", contract, "71" if is_pppk else "01", status,
            blank if is_pppk else ("C" if is_cpns else "P"), blank, decree, appointed, appointed,
            blank if is_pppk or is_cpns else decree.replace("813", "821"), permanent, permanent,
            blank, person.first_grade, blank, grade, dirt.date_cell(person.grade_since, rng, self.real_dates),
            str(service), str(rng.randrange(12)), kind_id, kind_name, blank, person.position_title,
            dirt.date_cell(person.position_since, rng, self.real_dates),
            blank, person.education, blank, person.education,
            str(person.birth_date.year + 22), "112", "SURAKARTA", "3372", "Kota Surakarta", unit.source_id,
            self.paths[unit.source_id], "A5EB03E23BF0F6A0E040640A040252AD", "Pemerintah Kota Surakarta",
            "A5EB03E23BF0F6A0E040640A040252AD", "Pemerintah Kota Surakarta", self.city.units[0].source_id,
            "Pemerintah Kota Surakarta", self.city.units[0].source_id, "Pemerintah Kota Surakarta", "1", blank, "0",
            _ECHELON_CODES.get(person.echelon, "99"), person.echelon or rng.choice(("-", "")),
        ]  # fmt: skip
