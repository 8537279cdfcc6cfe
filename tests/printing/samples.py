"""Realistic sheets for the press tests: people and plans of a made-up city agency."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from aid_samples import AIDS
from execution_samples import RECORDS
from guidance_samples import CONTENTS as GUIDANCE

from meritdesk.core.documents import DocumentStamp, Form, ObjectionPart, Sheet
from meritdesk.core.evaluation import Actual, Evaluation, OrgLevel, Predicate, Rating
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    ResultKind,
    Target,
    WorkResult,
)

YEAR = Period(2025, PeriodKind.YEAR)

RATEE = PersonBlock(
    "Siti Nurhaliza Wulandari, S.Kom., M.T.",
    "198703142011012009",
    "Penata Tingkat I / III/d",
    "Pranata Komputer Ahli Muda",
    "Bidang Aplikasi dan Informatika",
)
RATER = PersonBlock(
    "Drs. Bambang Hartono Wijaya, M.Si.",
    "197205101998031004",
    "Pembina / IV/a",
    "Kepala Bidang Aplikasi dan Informatika",
    "Dinas Komunikasi, Informatika, Statistik dan Persandian",
)
SUPERIOR = PersonBlock(
    "Ir. Retno Kusumaningrum, M.M.",
    "196811231994032003",
    "Pembina Utama Muda / IV/c",
    "Kepala Dinas",
    "Dinas Komunikasi, Informatika, Statistik dan Persandian",
)
MAYOR = PersonBlock("Hj. Endang Sulistyowati", "", "", "Wali Kota Surakarta", "Pemerintah Kota Surakarta")

STAFF_RESULTS = (
    WorkResult(
        "r1",
        1,
        ResultKind.MAIN,
        "Aplikasi perizinan bangunan gedung menjalankan proses bisnis dan SLA sesuai standar",
        "Meningkatnya kualitas layanan aplikasi pemerintahan yang terpadu dan andal bagi masyarakat",
        "Kepala Bidang Aplikasi dan Informatika",
        (
            Indicator(
                "i1",
                "Tingkat kesesuaian fitur aplikasi dengan standar proses bisnis",
                Target("80 – 90%", Decimal(80), Decimal(90), "%"),
                Aspect.QUALITY,
            ),
            Indicator(
                "i2",
                "Persentase penyelesaian aplikasi yang siap digunakan",
                Target("", Decimal("87.5"), Decimal("92.5"), "%"),
                Aspect.QUANTITY,
            ),
            Indicator(
                "i3", "Ketepatan waktu penyelesaian aplikasi sesuai dengan jadwal", Target("7-8 bulan"), Aspect.TIME
            ),
        ),
    ),
    WorkResult(
        "r2",
        2,
        ResultKind.MAIN,
        "Tersedianya data statistik sektoral yang mutakhir dan dapat dipertanggungjawabkan",
        "Terwujudnya Satu Data Indonesia tingkat kota",
        "",
        (
            Indicator(
                "i4", "Jumlah dataset yang diverifikasi dan dimuat di portal", Target("120 dataset"), Aspect.QUANTITY
            ),
        ),
    ),
    WorkResult(
        "r3",
        3,
        ResultKind.MAIN,
        "Terselenggaranya pendampingan perangkat daerah dalam pemanfaatan layanan digital",
        "Meningkatnya kualitas layanan aplikasi pemerintahan yang terpadu dan andal bagi masyarakat",
        "",
        (Indicator("i5", "Biaya pendampingan per perangkat daerah", Target("≤ Rp2.500.000"), Aspect.COST),),
    ),
    WorkResult(
        "r4",
        4,
        ResultKind.ADDITIONAL,
        "Terlaksananya rapat koordinasi tim SPBE",
        "Meningkatnya indeks SPBE",
        "Ketua Tim SPBE",
        (Indicator("i6", "Jumlah rapat koordinasi yang ditindaklanjuti", Target("12 rapat"), Aspect.QUANTITY),),
    ),
)
HEAD_RESULTS = (
    WorkResult(
        "h1",
        1,
        ResultKind.MAIN,
        "Meningkatnya derajat kesehatan masyarakat kota",
        "",
        "Wali Kota",
        (
            Indicator("j1", "Angka harapan hidup", Target("77,5 tahun"), None, Perspective.RECIPIENT),
            Indicator("j2", "Persentase puskesmas terakreditasi paripurna", Target("85%"), None, Perspective.PROCESS),
        ),
    ),
    WorkResult(
        "h2",
        2,
        ResultKind.MAIN,
        "Meningkatnya kompetensi tenaga kesehatan",
        "",
        "Wali Kota",
        (Indicator("j3", "Persentase tenaga kesehatan bersertifikat", Target("90%"), None, Perspective.STRENGTHENING),),
    ),
    WorkResult(
        "h3",
        3,
        ResultKind.MAIN,
        "Pengelolaan anggaran dinas yang optimal",
        "",
        "Wali Kota",
        (Indicator("j4", "Nilai indikator kinerja pelaksanaan anggaran", Target("95"), None, Perspective.BUDGET),),
    ),
)
EXPECTATIONS = {
    BehaviourValue.SERVICE: ("Menanggapi keluhan pengguna aplikasi paling lambat satu hari kerja",),
    BehaviourValue.COMPETENT: (
        "Membagikan pengetahuan kepada rekan setingkat setiap bulan",
        "Mengikuti satu sertifikasi",
    ),
}
FEEDBACK = {
    BehaviourValue.SERVICE: "Pimpinan: keluhan pengguna ditanggapi dengan cepat dan ramah. Pertahankan!",
    BehaviourValue.LOYAL: "Pimpinan: menjaga kerahasiaan data dengan baik.",
    BehaviourValue.COLLABORATIVE: "Rekan kerja setingkat (Agus Prasetyo): mudah diajak bekerja sama lintas bidang.",
}


def plan(job_class: JobClass = JobClass.JA_JF, approach: Approach = Approach.QUANTITATIVE) -> PerformancePlan:
    leads = job_class is JobClass.JPT_OR_AUTONOMOUS
    return PerformancePlan(
        "p1",
        "u1",
        2025,
        approach,
        job_class,
        date(2025, 1, 1),
        date(2025, 12, 31),
        HEAD_RESULTS if leads else STAFF_RESULTS,
        EXPECTATIONS,
        (
            "Dukungan pegawai yang memiliki keahlian pemrograman",
            "Dukungan sarana prasarana teknologi informasi yang memadai",
        ),
        ("Progres pengembangan aplikasi dilaporkan berkala setiap dua minggu",),
        (
            "Direkomendasikan mengikuti pelatihan kepemimpinan",
            "Teguran lisan apabila target tidak dipenuhi tanpa alasan yang sah",
        ),
    )


ACTUALS = {
    "i1": Actual("i1", YEAR, "85% berdasarkan penilaian Pimpinan", Decimal(85), "Pimpinan: bagus! Pertahankan"),
    "i2": Actual(
        "i2", YEAR, "", Decimal("90.25"), "Pimpinan: secara keseluruhan siap digunakan, kesalahan kecil segera diatasi."
    ),
    "i3": Actual("i3", YEAR, "8 bulan", None, ""),
    "i4": Actual("i4", YEAR, "124 dataset", None, "Pimpinan: melampaui target."),
    "i6": Actual("i6", YEAR, "12 rapat", None, "Stakeholder terkait (Bappeda): notula selalu tepat waktu."),
    "j1": Actual("j1", YEAR, "77,6 tahun berdasarkan rilis BPS", None, "Pimpinan: pertahankan."),
    "j2": Actual("j2", YEAR, "88%", None, "Pimpinan: melampaui target."),
    "j3": Actual("j3", YEAR, "91,2%", None, "Pegawai di bawahnya (dr. Ratna): pelatihan terjadwal baik."),
    "j4": Actual(
        "j4", YEAR, "93 berdasarkan penilaian Kementerian Keuangan", None, "Pimpinan: tingkatkan penyerapan triwulan I."
    ),
}
EVALUATION = Evaluation(
    "e1",
    "u1",
    YEAR,
    Rating.MEETS,
    Rating.ABOVE,
    note="Dipertahankan pada tugas saat ini; diusulkan mengikuti pelatihan analisis data tingkat lanjut tahun 2026.",
    feedback=FEEDBACK,
    org_level=OrgLevel.GOOD,
    predicate=Predicate.GOOD,
)

OBJECTION = ObjectionPart(
    "Rating perilaku kerja tidak memperhatikan umpan balik positif dari tiga perangkat daerah yang saya dampingi.",
    "Umpan balik dari luar unit belum saya terima pada saat evaluasi.",
    "Umpan balik yang dilampirkan sah dan relevan. Direkomendasikan menjadi narasumber internal.",
    Predicate.NEEDS_IMPROVEMENT,
)


# What forms show beyond people, plan and evaluation.
CONTENTS = {**AIDS, **RECORDS, **GUIDANCE}


def stamp(form: Form) -> DocumentStamp:
    digest = "9f2c4e7a1b3d5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd"
    return DocumentStamp(
        "0b8f4c1e-6a50-4f0e-9a35-1d2c3b4a5968",
        "D11/2025/000482",
        2,
        digest,
        1,
        "MERITDESK:1:3372:0b8f4c1e6a504f0e9a351d2c3b4a5968:2:9f2c4e7a1b3d5f60",
    )


def sheet(form: Form, **changes: object) -> Sheet:
    leads = form in (Form.A_1_1, Form.A_1_2, Form.B_1_4, Form.C_1_2, *AIDS)
    in_words = (Form.A_1_1, Form.A_1_6, Form.B_1_3, Form.C_1_1)
    approach = Approach.QUALITATIVE if form in in_words else Approach.QUANTITATIVE
    made = Sheet(
        form,
        "PEMERINTAH KOTA SURAKARTA",
        "Surakarta",
        YEAR,
        date(2025, 1, 1),
        date(2025, 12, 31),
        replace(SUPERIOR, position="Kepala Dinas Kesehatan", unit="Dinas Kesehatan") if leads else RATEE,
        MAYOR if leads else RATER,
        stamp(form),
        None if leads else SUPERIOR,
        plan(JobClass.JPT_OR_AUTONOMOUS if leads else JobClass.JA_JF, approach),
        EVALUATION,
        ACTUALS,
        date(2025, 12, 31),
        date(2026, 1, 5),
        date(2026, 3, 2) if form is Form.D_1_3 else None,
        OBJECTION if form is Form.D_1_3 else None,
        CONTENTS.get(form),
    )
    return replace(made, **changes)
