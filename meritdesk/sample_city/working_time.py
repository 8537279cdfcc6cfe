"""The sample city comes to work: fingerprints, letters and daily logs of its months, validated, some closed.

Most come in time; a few are late, away with a letter, without a word, or met by the machine under a number of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import LegalStatus
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk

_ALL_MONTHS, _FEW_MONTHS = 200, 2000
_PRODUCTS = (
    ("Menyusun laporan kegiatan", "laporan-{n}.pdf"),
    ("Melayani pemohon di loket", "register loket hlm. {n}"),
    ("Memverifikasi berkas permohonan", "daftar verifikasi {n}"),
    ("Menyiapkan bahan rapat koordinasi", "notula {n}"),
    ("Memutakhirkan basis data", "tangkapan layar {n}"),
)
_LETTERS = (("C", "851"), ("DL", "094"), ("S", "445"), ("I", "850"))


@dataclass(frozen=True, slots=True)
class TimeFiles:
    """The files of one month."""

    marks: Path
    letters: Path
    log: Path


def months_of_city(year: int, staff: int) -> tuple[Period, ...]:
    """Which months are lived: all of a small city, the last ones of a large one, so that the demo stays quick."""
    count = 12 if staff <= _ALL_MONTHS else 3 if staff <= _FEW_MONTHS else 1
    return tuple(Period(year, PeriodKind.MONTH, month) for month in range(13 - count, 13))


def come_to_work(desk: Desk, folder: Path, months: Sequence[Period], seed: int) -> tuple[int, int]:
    """Live through these months; answers with the rows read and taken."""
    people = [
        line
        for line in desk.register.staff(StaffQuery(limit=20_000))
        if line.nip and line.legal_status is LegalStatus.ACTIVE
    ]
    calendar = desk.upkeep.holidays.calendar()
    read = taken = 0
    if not people:
        return 0, 0
    numbered = people[1 % len(people)]
    for month in months:
        days = [date(month.year, month.index, day) for day in range(1, month.last_day.day + 1)]
        days = [day for day in days if calendar.is_working(day)]
        files = write_month(folder, month, people, days, numbered, seed)
        if month is months[0]:
            desk.timekeeping.attendance.map({"1047": numbered.nip})
        for outcome in (
            desk.timekeeping.letters.import_file(files.letters),
            desk.timekeeping.attendance.import_file(files.marks),
            desk.timekeeping.activity.import_file(files.log),
        ):
            read += outcome.counts.read
            taken += outcome.counts.added
        if month is not months[-1]:
            desk.timekeeping.activity.validate(month)
    return read, taken


def write_month(
    folder: Path,
    month: Period,
    people: Sequence[StaffLine],
    days: Sequence[date],
    numbered: StaffLine,
    seed: int,
    entries_a_month: int = 17,
) -> TimeFiles:
    """Write the three files of a month as offices have them; the same seed gives the same files."""
    random = Random(f"{seed}-{month.code}")
    files = TimeFiles(*(folder / f"{name}-{month.code}.csv" for name in ("sidik-jari", "surat", "aktivitas")))
    marks: list[Sequence[str]] = [("NIP/ID", "TANGGAL", "JAM MASUK", "JAM PULANG", "STATUS KEHADIRAN")]
    letters: list[Sequence[str]] = [
        ("NIP", "JENIS KETIDAKHADIRAN", "MULAI TANGGAL", "SAMPAI TANGGAL", "NOMOR SURAT", "CATATAN")
    ]
    log: list[Sequence[str]] = [("NIP", "TANGGAL", "JAM MULAI", "JAM SELESAI", "AKTIVITAS", "BUKTI AKTIVITAS")]
    for place, person in enumerate(people):
        number = "1047" if person is numbered else person.nip
        away = days[random.randrange(len(days))] if random.random() < 0.2 else None
        if place == 0 or away is not None:
            on = away or days[0]
            code, series = _LETTERS[random.randrange(len(_LETTERS))]
            letters.append((person.nip, code, _day(on), _day(on), f"{series}/{place + 1:04d}/{month.year}", ""))
        is_loose = random.random() < 0.05
        for day in days:
            if day == away or (place == 0 and day == days[0]):
                continue
            if is_loose and random.random() < 0.15:
                marks.append((number, _day(day), "", "", ""))
                continue
            late = random.random() < 0.08
            came = 450 + random.randint(1, 95) if late else 450 - random.randint(1, 25)
            left = 990 - random.randint(5, 70) if random.random() < 0.04 else 991 + random.randint(0, 40)
            forgot = random.random() < 0.01
            marks.append((number, _day(day), _clock(came), "" if forgot else _clock(left), ""))
        # No day has two: they would claim the same hours.
        entries = min(entries_a_month, len(days))
        for turn in range(entries):
            day = days[turn * len(days) // entries]
            product, evidence = _PRODUCTS[random.randrange(len(_PRODUCTS))]
            proof = "" if random.random() < 0.04 else evidence.format(n=random.randint(1, 200))
            start = 480 + 15 * random.randint(0, 4)
            log.append(
                (person.nip, _day(day), _clock(start), _clock(start + 15 * random.randint(16, 32)), product, proof)
            )
    for path, rows in ((files.marks, marks), (files.letters, letters), (files.log, log)):
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
    return files


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
