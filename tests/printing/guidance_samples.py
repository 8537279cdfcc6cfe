"""Realistic records of guidance for the press tests: a nurse of a made-up health centre and her leader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from meritdesk.core.documents import DocumentStamp, Form, Sheet
from meritdesk.core.guidance import (
    Coaching,
    CoachingFact,
    CoachingGoal,
    CoachingStep,
    Competency,
    CompetencyEvaluation,
    CompetencyScore,
    GuidanceFeedback,
    Mentoring,
    MentoringGoal,
    MentoringMeeting,
)
from meritdesk.core.guidance_content import GuidanceContent, ProblemContent
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, PeriodKind

RATEE = PersonBlock(
    "Ns. Dewi Kartika Larasati, S.Kep.",
    "199004122015032004",
    "Penata / III/c",
    "Perawat Ahli Muda",
    "Puskesmas Gajahan",
)
RATER = PersonBlock(
    "dr. Tri Wahyuni Handayani, M.Kes.",
    "197711052006042011",
    "Pembina / IV/a",
    "Kepala Puskesmas Gajahan",
    "Puskesmas Gajahan",
)
COACH = PersonBlock("Hesti Puji Rahayu, S.Kep., Ns., M.Kep.", "198203192008012013")
STAMP = DocumentStamp(
    "5c1e9a40-2f1b-4b6e-8f27-7f40a2b1c3d4",
    "B.1.6/3372/2025/000012",
    1,
    "4b1d7e0a9c2f5e8130b7a4d6c8f0e1d2b3a495867c6d5e4f3021a9b8c7d6e5f4",
    1,
    "MD1:B.1.6/3372/2025/000012:V1:C1:4B1D7E0A9C2F5E81",
)

COACHING = Coaching(
    (
        CoachingGoal(
            "Persentase ibu hamil yang mendapat pelayanan sesuai standar",
            "82% (capaian 2024)",
            "95%",
            "Kunjungan rumah terjadwal bersama kader posyandu setiap Selasa dan Kamis",
        ),
        CoachingGoal("Waktu tunggu pelayanan KIA", "", "≤ 45 menit", "Pendaftaran daring melalui aplikasi antrean"),
    ),
    (
        CoachingFact(
            "95%",
            "88% sampai dengan September 2025",
            "14 ibu hamil tidak datang pada kunjungan keempat",
            "Bekerja di luar kota; nomor telepon pada register tidak mutakhir",
        ),
        CoachingFact(
            "≤ 45 menit", "52 menit", "Penumpukan pasien pada pukul 08.00 – 10.00", "Satu petugas pendaftaran"
        ),
    ),
    "Melibatkan bidan praktik mandiri di wilayah kelurahan dan memutakhirkan nomor telepon saat kunjungan pertama.",
    (
        CoachingStep(
            "Persentase ibu hamil yang mendapat pelayanan sesuai standar",
            "Menambah kelas ibu hamil pada hari Sabtu, mulai November 2025",
            False,
        ),
        CoachingStep("Waktu tunggu pelayanan KIA", "Membuka loket kedua pada jam sibuk", True),
    ),
)
MENTORING = Mentoring(
    (
        MentoringGoal(
            "Interpretasi elektrokardiogram dasar",
            "3 bulan (Agustus – Oktober 2025)",
            "Mampu mengenali kegawatan jantung pada pasien rawat jalan",
            "Lulus uji keterampilan dengan nilai paling rendah 80",
        ),
    ),
    (
        MentoringMeeting(
            "12 Agustus 2025, ruang tindakan Puskesmas Gajahan",
            "Penempatan elektroda dan pembacaan irama sinus",
            "Membaca 20 rekaman EKG dengan pendampingan",
            "31 Agustus 2025",
        ),
        MentoringMeeting(
            "9 September 2025, RSUD Ibu Fatmawati Soekarno",
            "Aritmia yang mengancam jiwa",
            "Mengikuti dua kali jaga di instalasi gawat darurat",
            "30 September 2025",
        ),
        MentoringMeeting(
            "7 Oktober 2025, Puskesmas Gajahan", "Pembahasan kasus", "Uji keterampilan", "31 Oktober 2025"
        ),
    ),
)
FEEDBACK = GuidanceFeedback(
    "Saya didengarkan dan tidak dipotong ketika menjelaskan kesulitan di lapangan.",
    "Pimpinan membawa data kunjungan per kelurahan; sebagian besar waktu dipakai untuk bertanya, bukan menggurui.",
    "Langkah tindak lanjut jelas. Mohon pertemuan berikutnya dijadwalkan sebelum akhir bulan.",
)
COMPETENCY = CompetencyEvaluation(
    (
        *(
            CompetencyScore(score, reason, one)
            for one, score, reason in zip(
                Competency,
                (4, 4, 3, 4, 5, 3, 3, 2, 4),
                (
                    "Melaporkan sendiri kekeliruan pencatatan vaksin",
                    "Membantu rekan saat jaga bersama",
                    "Penyuluhan mudah dipahami; laporan tertulis masih singkat",
                    "Target triwulan III terlampaui",
                    "Dua surat ucapan terima kasih dari pasien",
                    "Membimbing satu perawat baru",
                    "Mengikuti penerapan rekam medis elektronik",
                    "Masih menunggu arahan pada kasus yang tidak biasa",
                    "Melayani semua warga tanpa membedakan latar belakang",
                ),
                strict=True,
            )
        ),
        CompetencyScore(3, "Lulus uji keterampilan dengan nilai 84", None, "Interpretasi elektrokardiogram dasar"),
        CompetencyScore(4, "Tidak ada kejadian infeksi pada 2025", None, "Perawatan luka modern"),
    ),
    "Diusulkan mengikuti pelatihan pengambilan keputusan klinis pada 2026.",
)
PROBLEM = ProblemContent(
    "Ya. Datang sebelum pukul 07.15 pada hari pelayanan imunisasi.",
    "Sejak Juli 2025 lima kali terlambat lebih dari satu jam pada hari imunisasi tanpa kabar, sehingga pelayanan "
    "terhenti dan dua posyandu ditunda.",
    False,
    "Pembicaraan pada 4 Agustus dan 1 September 2025, pengaturan ulang jadwal jaga, dan pendampingan rekan senior.",
)
CONTENTS = {
    Form.B_1_6: GuidanceContent(COACHING, COACH),
    Form.B_1_7: GuidanceContent(MENTORING, COACH),
    Form.B_1_8: GuidanceContent(FEEDBACK, COACH),
    Form.B_1_9: GuidanceContent(COMPETENCY, COACH),
    Form.B_1_10: PROBLEM,
}


def sheet(form: Form, **changes: object) -> Sheet:
    """A filled record of guidance."""
    number = STAMP.number.replace("B.1.6", form.value)
    made = Sheet(
        form,
        "PEMERINTAH KOTA SURAKARTA",
        "Surakarta",
        Period(2025, PeriodKind.YEAR),
        date(2025, 1, 1),
        date(2025, 12, 31),
        RATEE,
        RATER,
        replace(STAMP, number=number, qr_text=STAMP.qr_text.replace("B.1.6", form.value)),
        signed_on=date(2025, 10, 14),
        content=CONTENTS[form],
    )
    return replace(made, **changes)
