"""The sample city knows its people: assessment centre, training, talent map, index, merit, a vacant post."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.merit import GivenLevel, MeritScheme, usual_scheme
from meritdesk.core.rotation import SearchCriteria
from meritdesk.services import Desk

_SCORE_HEADINGS = ("NIP", "NAMA", "TANGGAL ASESMEN", "NILAI POTENSI", "NILAI KOMPETENSI", "LEMBAGA PENILAI")
_TRAINING_HEADINGS = (
    "NIP", "NAMA", "JENIS PELATIHAN", "NAMA PELATIHAN", "TANGGAL PELATIHAN", "JUMLAH JP", "NOMOR SERTIFIKAT",
    "PENYELENGGARA",
)  # fmt: skip
_COURSES = (
    ("TEKNIS", "Pengelolaan Arsip Dinamis", 24),
    ("TEKNIS", "Pelayanan Publik Prima", 32),
    ("TEKNIS", "Pengelolaan Keuangan Daerah", 40),
    ("SEMINAR", "Keterbukaan Informasi Publik", 6),
    ("SEMINAR", "Budaya Kerja BerAKHLAK", 4),
    ("FUNGSIONAL", "Pelatihan Fungsional Sesuai Jenjang", 80),
    ("KEPEMIMPINAN", "Pelatihan Kepemimpinan", 300),
)
_MEASURED, _TRAINED = 0.9, 0.7
_TRIED = 6
"""So many posts are tried until one has lawful candidates; the others are given up with a reason."""


@dataclass(frozen=True, slots=True)
class TalentFiles:
    """The spreadsheets of the assessment centre and of training."""

    scores: Path
    trainings: Path


def write_files(desk: Desk, folder: Path, year: int, seed: int) -> TalentFiles:
    """Write what the centre measured and which certificates there are; not everybody has been there."""
    rng = random.Random(seed)
    people = [entry.person for entry in desk.follow_up.index.board(year).entries]
    people.sort(key=lambda person: person.nip)
    scores, trainings = [], []
    for person in people:
        if rng.random() < _MEASURED:
            potential = min(98, max(25, round(rng.gauss(70, 14))))
            competence = min(98, max(25, round(rng.gauss(72, 10))))
            day = date(year, rng.randint(2, 11), rng.randint(1, 28))
            scores.append(
                (person.nip, person.name, f"{day:%d-%m-%Y}", potential, competence, "Pusat Penilaian Kompetensi")
            )
        if rng.random() < _TRAINED:
            for kind, title, hours in rng.sample(_COURSES, rng.randint(1, 3)):
                day = date(year - rng.choice((0, 0, 0, 1, 3)), rng.randint(1, 12), rng.randint(1, 28))
                number = f"SRT/{rng.randint(1, 9999):04d}/{day.year}"
                trainings.append(
                    (person.nip, person.name, kind, title, f"{day:%d-%m-%Y}", hours, number, "BPSDM Provinsi")
                )
    files = TalentFiles(folder / "hasil-asesmen.csv", folder / "pelatihan.csv")
    _write(files.scores, _SCORE_HEADINGS, scores)
    _write(files.trainings, _TRAINING_HEADINGS, trainings)
    return files


def map_talent(desk: Desk, year: int) -> int:
    """Fix boxes and indices, and keep a search and a succession group; answers with how many were placed."""
    follow_up = desk.follow_up
    placed = follow_up.talent.fix(year).fixed
    follow_up.index.fix(year)
    try:
        follow_up.talent.keep(year, SearchCriteria(boxes=frozenset({7, 8, 9})), "Calon pelatihan kepemimpinan")
    except UsageRefusal:
        follow_up.talent.keep(year, SearchCriteria(), "Seluruh pegawai")
    ready = [post for post in follow_up.talent.succession(year) if post.candidates]
    if ready:
        follow_up.talent.keep_succession(year, ready[0].unit.unit_id)
    return placed


def assess_merit(desk: Desk, year: int, folder: Path, seed: int) -> int:
    """Assess by the old scheme and fix it; the new one is under way. Answers with how many levels were given."""
    rng = random.Random(seed + 1)
    merit = desk.follow_up.merit
    old = merit.board(year, MeritScheme.OF_2018)
    for part in old.rules.parts:
        level = rng.choice((2, 3, 3, 4, 4))
        given = GivenLevel(
            part.code, level, "Menurut bukti yang dilampirkan", "" if level == 4 else "Lengkapi dan evaluasi"
        )
        merit.give(year, given, MeritScheme.OF_2018)
    merit.fix(year, MeritScheme.OF_2018)
    if usual_scheme(year) is MeritScheme.OF_2018:
        return len(old.rules.parts)
    new = merit.board(year, MeritScheme.OF_2025)
    begun = new.rules.parts[: len(new.rules.parts) - 3]
    for part in begun:
        given = GivenLevel(
            part.code, rng.choice((2, 3, 4)), "Menurut bukti yang dilampirkan", "Lengkapi", date(year + 1, 6, 30)
        )
        merit.give(year, given, MeritScheme.OF_2025)
    merit.survey(year, Decimal("0.81"), f"Survei kepuasan pegawai {year}", 0, MeritScheme.OF_2025)
    proof = folder / "peta-jabatan.txt"
    proof.write_text("Peta jabatan dan rencana kebutuhan (contoh)\n", encoding="utf-8")
    merit.attach(year, new.rules.parts[0].code, proof, "Peta jabatan", MeritScheme.OF_2025)
    return len(old.rules.parts) + len(begun)


def fill_posts(desk: Desk, year: int) -> int:
    """Look for candidates of vacant posts: one is decided, one open with its list, others are given up."""
    rotation = desk.follow_up.rotation
    posts = [(one.unit.unit_id, one.post, one.echelon) for one in rotation.vacancies(year)]
    posts += [(one.unit.unit_id, one.post, one.echelon) for one in desk.follow_up.talent.succession(year)]
    listed: list[str] = []
    opened = 0
    for unit_id, post, echelon in posts[: _TRIED * 3]:
        if len(listed) == 2:
            break
        try:
            case = rotation.open(unit_id, post, echelon).case
        except UsageRefusal:
            continue
        opened += 1
        try:
            line = rotation.list(case.number, year, is_wide=True)
        except UsageRefusal:
            line = None
        if line is None or not line.lawful:
            rotation.drop(case.number, "Belum ada calon yang memenuhi syarat")
            continue
        listed.append(case.number)
        if len(listed) == 1:
            chosen = line.lawful[0]
            rotation.decide(case.number, chosen.nip, "Kotak tertinggi dan mengenal unitnya", "Wali Kota", f"821/{year}")
    return opened


def _write(path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([headings, *rows])
