"""Own sheets for the press tests: minutes, a call sheet and a counselling record of a made-up agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from meritdesk.core.documents import DocumentStamp, PaperStanding
from meritdesk.core.evaluation import Reason
from meritdesk.core.office_paper import (
    ColumnAlign,
    OfficePaper,
    PaperColumn,
    PaperKind,
    PaperSignature,
    PaperTable,
    PaperText,
)
from meritdesk.core.people import PersonBlock

STAMP = DocumentStamp(
    "5d1c1a1e-6a50-4f0e-9a35-1d2c3b4a5968",
    "BAK/3372/2025/000007",
    1,
    "7a3b5c" + "0" * 58,
    1,
    "MD1:BAK/3372/2025/000007:V1:C1:7A3B5C0000000000",
)
CHAIR = PersonBlock("Drs. Bambang Hartono Wijaya, M.Si.", "197205101998031004", "", "Kepala Dinas", "Dinas Kesehatan")
SECRETARY = PersonBlock("Siti Nurhaliza Wulandari, S.Kom., M.T.", "198703142011012009")

MINUTES = OfficePaper(
    PaperKind.CALIBRATION_MINUTES,
    "Berita Acara Sesi Kalibrasi",
    "PEMERINTAH KOTA SURAKARTA",
    "Surakarta",
    STAMP,
    subtitle="Triwulan IV Tahun 2025",
    facts=(
        ("Unit kerja", "Dinas Kesehatan"),
        ("Pejabat Penilai Kinerja", CHAIR.name),
        ("Capaian kinerja organisasi", "LEVEL:GOOD"),
        ("Peserta", "Kepala Dinas, Sekretaris, tiga kepala bidang, dan pengelola kepegawaian"),
    ),
    sections=(
        PaperText(
            (
                "Pola distribusi sebelum sesi tidak sama dengan pola yang sesuai dengan capaian organisasi. "
                "Setiap perubahan di bawah ini disepakati berdasarkan kontribusi pegawai terhadap sasaran unit.",
            ),
            heading="Pembahasan",
        ),
        PaperTable(
            (
                PaperColumn("No", 4, ColumnAlign.CENTRE),
                PaperColumn("Nama", 26),
                PaperColumn("Semula", 14),
                PaperColumn("Menjadi", 14),
                PaperColumn("Alasan", 42),
            ),
            (
                (
                    "1",
                    "Agus Prasetyo, S.E.",
                    "PREDICATE:VERY_GOOD",
                    "PREDICATE:GOOD",
                    "Dua dari lima hasil di bawah target.",
                ),
                (
                    "2",
                    "Ratna Dewi, A.Md.Keb.",
                    "PREDICATE:NEEDS_IMPROVEMENT",
                    "PREDICATE:GOOD",
                    "Umpan balik pimpinan baik.",
                ),
            ),
            heading="Perubahan",
        ),
        PaperTable(
            (
                PaperColumn("Predikat", 3),
                PaperColumn("Sebelum", 1, ColumnAlign.RIGHT),
                PaperColumn("Sesudah", 1, ColumnAlign.RIGHT),
            ),
            (
                ("PREDICATE:VERY_GOOD", "9", "6"),
                ("PREDICATE:GOOD", "5", "8"),
                ("PREDICATE:NEEDS_IMPROVEMENT", "4", "4"),
            ),
            heading="Distribusi predikat",
            total=("Jumlah", "18", "18"),
        ),
        PaperText(
            ("Tidak ada pegawai yang dinilai di luar pola.", Reason("ASM-120", "", {"nip": "1987", "period": "2025"})),
            "Catatan",
            is_list=True,
        ),
        PaperTable(
            (PaperColumn("Nama"), PaperColumn("Hal")), (), heading="Belum dapat dinilai", empty_text="Tidak ada."
        ),
    ),
    signatures=(
        PaperSignature("Notulis", SECRETARY),
        PaperSignature("Atasan Pejabat Penilai Kinerja"),
        PaperSignature("Pejabat Penilai Kinerja", CHAIR),
    ),
    dated=date(2026, 1, 14),
    notes=("Lampiran: daftar hadir.",),
    about="Dinas Kesehatan · 2025-TW4",
)
CALL_SHEET = OfficePaper(
    PaperKind.CALL_SHEET,
    "Lembar Panggil",
    "PEMERINTAH KOTA SURAKARTA",
    "Surakarta",
    replace(STAMP, number="LP/3372/2025/000011", qr_text="MD1:LP/3372/2025/000011:V1:C1:7A3B5C0000000000"),
    facts=(("Unit kerja", "Puskesmas Gajahan"), ("Keadaan per", "2 Februari 2026")),
    sections=(
        PaperTable(
            (
                PaperColumn("No", 4, ColumnAlign.CENTRE),
                PaperColumn("NIP", 18),
                PaperColumn("Nama", 26),
                PaperColumn("Yang ditunggu", 30),
                PaperColumn("Batas", 14),
                PaperColumn("Sisa hari kerja", 10, ColumnAlign.RIGHT),
                PaperColumn("Paraf", 10),
            ),
            tuple(
                (
                    str(number),
                    f"19{number % 40 + 60}0101201001{number % 2 + 1}{number:03d}",
                    f"Pegawai Nomor {number}, S.Kep.",
                    "Menandatangani dan mengembalikan dokumen evaluasi",
                    "19 Februari 2026",
                    str(13 - number),
                    "",
                )
                for number in range(1, 41)
            ),
        ),
    ),
    signatures=(PaperSignature("Pengelola Kepegawaian", SECRETARY),),
    is_landscape=True,
    about="Puskesmas Gajahan",
)
COUNSELLING = OfficePaper(
    PaperKind.COUNSELLING_RECORD,
    "Catatan Konseling",
    "PEMERINTAH KOTA SURAKARTA",
    "",
    replace(STAMP, standing=PaperStanding.DRAFT),
    sections=(PaperText(("Pertemuan pertama berlangsung baik.",), heading="Uraian"),),
    signatures=(PaperSignature("Pegawai", SECRETARY, date(2025, 8, 4)), PaperSignature("Konselor", CHAIR)),
)
PAPERS = {"minutes": MINUTES, "call-sheet": CALL_SHEET, "counselling": COUNSELLING}
