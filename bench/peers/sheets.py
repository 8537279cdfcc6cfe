"""Sheets of a made-up agency for the benchmark: as many as wanted, no two alike, the same for everybody who prints."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from meritdesk.core.documents import DocumentStamp, Form, Sheet
from meritdesk.core.evaluation import Actual, Evaluation, OrgLevel, Predicate, Rating
from meritdesk.core.marks import sheet_mark
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)

_YEAR = Period(2025, PeriodKind.YEAR)


def _words(text: str) -> list[str]:
    return text.split()


_FIRST = _words(
    "Siti Bambang Retno Agus Dewi Eko Fitri Gunawan Hesti Indra Joko Kartika Lestari Mulyono Ningsih Prasetyo"
)
_MIDDLE = _words("Nurhaliza Hartono Kusuma Adi Ayu Setya Rahma Budi Puspita Wahyu Anggraini Surya Maharani Yudha Cahya")
_LAST = _words(
    "Wulandari Wijaya Kusumaningrum Santoso Hidayat Saputra Rahmawati Nugroho Utami Pratama Handayani Suryadi"
)
_TITLES = ("", ", S.Kom., M.T.", ", S.E.", ", S.Sos., M.Si.", ", A.Md.", ", S.H., M.H.", ", S.Pd.", ", S.T.")
_RANKS = (
    "Pengatur / II/c",
    "Penata Muda / III/a",
    "Penata Muda Tingkat I / III/b",
    "Penata / III/c",
    "Penata Tingkat I / III/d",
    "Pembina / IV/a",
    "Pembina Utama Muda / IV/c",
)
_POSTS = (
    "Pranata Komputer Ahli Muda",
    "Analis Sumber Daya Manusia Aparatur Ahli Pertama",
    "Pengelola Data",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Perencana Ahli Madya",
    "Arsiparis Terampil",
    "Auditor Ahli Muda",
    "Pengadministrasi Perkantoran",
)
_UNITS = (
    "Bidang Aplikasi dan Informatika",
    "Dinas Komunikasi, Informatika, Statistik dan Persandian",
    "Sekretariat Daerah Bagian Organisasi",
    "Puskesmas Ngoresan",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Kecamatan Jebres",
)
_WORK = _words(
    "tersedianya terselenggaranya meningkatnya terwujudnya layanan aplikasi data statistik sektoral "
    "perizinan bangunan gedung yang terpadu mutakhir andal dan dapat dipertanggungjawabkan sesuai standar "
    "proses bisnis bagi masyarakat perangkat daerah dalam pemanfaatan pendampingan laporan dokumen "
    "anggaran kegiatan rapat koordinasi tim SPBE kota jumlah persentase tingkat kesesuaian ketepatan "
    "waktu penyelesaian kualitas indeks kepuasan pengguna tahun"
)
_WORDS_BACK = _words(
    "Pimpinan: pertahankan, keluhan pengguna ditanggapi dengan cepat dan ramah, notula selalu tepat "
    "waktu, melampaui target yang disepakati, tingkatkan penyerapan triwulan berikutnya dan bagikan "
    "pengetahuan kepada rekan setingkat"
)
_NOTES = (
    "Dipertahankan pada tugas saat ini; diusulkan mengikuti pelatihan analisis data tingkat lanjut tahun 2026.",
    "Diusulkan mengikuti pelatihan kepemimpinan pengawas.",
    "Perlu pendampingan dalam penyusunan laporan triwulanan; dialog kinerja dijadwalkan setiap bulan sampai hasil "
    "kerja kembali sesuai ekspektasi pimpinan.",
    "",
)


def sheets(form: Form, count: int, first: int = 0) -> Iterator[Sheet]:
    """So many sheets of a form; number ``n`` is the same in every run."""
    for number in range(first, first + count):
        yield _sheet(form, number)


def _sheet(form: Form, number: int) -> Sheet:
    chance = random.Random(f"{form}-{number}")
    digest = f"{chance.getrandbits(256):064x}"
    document = f"{chance.getrandbits(128):032x}"
    number_text, version = f"{form.replace('.', '')}/2025/{number + 1:06d}", chance.choice((1, 1, 1, 2))
    stamp = DocumentStamp(
        f"{document[:8]}-{document[8:12]}-{document[12:16]}-{document[16:20]}-{document[20:]}",
        number_text,
        version,
        digest,
        1,
        sheet_mark(number_text, version, 1, digest),
    )
    results = tuple(_result(chance, place) for place in range(1, chance.randint(3, 5) + 1))
    indicators = [indicator for result in results for indicator in result.indicators]
    values = list(BehaviourValue)
    plan = PerformancePlan(
        f"p{number}",
        f"u{number}",
        2025,
        Approach.QUANTITATIVE,
        JobClass.JA_JF,
        date(2025, 1, 1),
        date(2025, 12, 31),
        results,
        {value: (_phrase(chance, 6, 12),) for value in chance.sample(values, 3)},
    )
    evaluation = Evaluation(
        f"e{number}",
        f"u{number}",
        _YEAR,
        chance.choice(list(Rating)),
        chance.choice(list(Rating)),
        note=chance.choice(_NOTES),
        feedback={value: _said(chance) for value in chance.sample(values, 4)},
        org_level=chance.choice(list(OrgLevel)),
        predicate=chance.choice(list(Predicate)),
    )
    return Sheet(
        form,
        "PEMERINTAH KOTA SURAKARTA",
        "Surakarta",
        _YEAR,
        date(2025, 1, 1),
        date(2025, 12, 31),
        _person(chance),
        _person(chance),
        stamp,
        _person(chance),
        plan,
        evaluation,
        {indicator.indicator_id: _actual(chance, indicator) for indicator in indicators},
        date(2025, 12, 31),
        date(2026, 1, chance.randint(2, 20)),
    )


def _person(chance: random.Random) -> PersonBlock:
    name = " ".join(chance.choice(part) for part in (_FIRST, _MIDDLE, _LAST)) + chance.choice(_TITLES)
    born = f"{chance.randint(1968, 1999)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    nip = f"{born}{chance.randint(2000, 2023)}01{chance.randint(1, 2)}{chance.randint(1, 40):03d}"
    return PersonBlock(name, nip, chance.choice(_RANKS), chance.choice(_POSTS), chance.choice(_UNITS))


def _phrase(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choice(_WORK) for _ in range(chance.randint(least, most))).capitalize()


def _said(chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS_BACK) for _ in range(chance.randint(4, 12)))


def _result(chance: random.Random, place: int) -> WorkResult:
    kind = ResultKind.ADDITIONAL if place > 3 else ResultKind.MAIN
    aspects = chance.sample(list(Aspect), chance.randint(1, 3))
    indicators = tuple(
        Indicator(
            f"i{place}{index}",
            _phrase(chance, 5, 9),
            Target(f"{chance.randint(60, 95)} – {chance.randint(96, 100)}%"),
            aspect,
        )
        for index, aspect in enumerate(aspects)
    )
    giver = chance.choice(("", "", "Kepala Bidang Aplikasi dan Informatika"))
    return WorkResult(f"r{place}", place, kind, _phrase(chance, 8, 14), _phrase(chance, 7, 12), giver, indicators)


def _actual(chance: random.Random, indicator: Indicator) -> Actual:
    measured = Decimal(chance.randint(5000, 10000)) / 100
    told = f"{measured:.2f}% berdasarkan laporan".replace(".", ",")
    return Actual(indicator.indicator_id, _YEAR, told, measured, _said(chance) if chance.random() < 0.6 else "")
