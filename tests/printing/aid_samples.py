"""Realistic aids of planning for the press tests: a manual, a workblock, matrices of one and two levels."""

from __future__ import annotations

from meritdesk.core.aid_content import ManualContent, MatrixContent, MatrixLine, MatrixPart, WorkblockContent
from meritdesk.core.documents import Form
from meritdesk.core.plan_parts import ControlLevel, IndicatorManual, ReportingCycle, Workblock

MANUAL = ManualContent(
    "Meningkatnya derajat kesehatan masyarakat kota",
    "Persentase puskesmas terakreditasi paripurna",
    IndicatorManual(
        purpose="Menghitung tingkat mutu layanan kesehatan tingkat pertama",
        definition="Puskesmas yang memperoleh status akreditasi paripurna dari lembaga penyelenggara akreditasi.",
        formula="Jumlah puskesmas terakreditasi paripurna\ndibagi ∑ puskesmas yang terdaftar × 100%",
        unit="Persen",
        control_level=ControlLevel.LOW,
        data_source="Laporan akreditasi fasilitas kesehatan tingkat pertama",
        reporting=ReportingCycle.YEARLY,
    ),
)
WORKBLOCK = WorkblockContent(
    Workblock(
        "w1",
        title="Pemanfaatan aplikasi antrean terpadu dalam rangka peningkatan layanan puskesmas",
        indicator_text="85% puskesmas terakreditasi paripurna",
        owner="Kepala Dinas Kesehatan",
        parties="Dinas Komunikasi dan Informatika, BPJS Kesehatan",
        finished_by="12 bulan",
        beneficiaries="Masyarakat kota",
        purpose="Waktu tunggu pasien berkurang di semua puskesmas",
        budget="Rp450.000.000",
        routine_activities=("Membuka layanan pengaduan dan menindaklanjuti setiap keluhan pasien",),
        transforming_activities=(
            "Memastikan semua puskesmas memakai aplikasi antrean terpadu",
            "Memastikan petugas pendaftaran dapat menjalankan aplikasi",
        ),
        routine_milestones=("Respons yang cepat dan akurat atas pengaduan pasien",),
        transforming_milestones=("Tersedianya aplikasi antrean yang andal", "Data kunjungan mutakhir setiap hari"),
    )
)
_RESULTS = (
    "Persentase puskesmas terakreditasi paripurna",
    "Indeks kepuasan masyarakat atas layanan kesehatan",
    "Persentase tenaga kesehatan yang bersertifikat kompetensi",
    "Nilai indikator kinerja pelaksanaan anggaran",
    "Angka kesembuhan tuberkulosis",
    "Cakupan imunisasi dasar lengkap",
    "Prevalensi tengkes pada anak balita",
    "Persentase rumah tangga berperilaku hidup bersih dan sehat",
    "Angka harapan hidup",
    "Persentase kelurahan siaga aktif",
    "Waktu tanggap kegawatdaruratan",
    "Persentase sarana kesehatan yang memenuhi standar",
)
_ROLES = (
    ("Puskesmas siap dinilai sesuai standar akreditasi",),
    ("Keluhan pasien ditindaklanjuti dalam satu hari kerja", "Hasil survei kepuasan dilaporkan setiap triwulan"),
    (),
    ("Dokumen pertanggungjawaban anggaran tersusun tepat waktu",),
)
LEADER = ("Ir. Retno Kusumaningrum, M.M.", "Kepala Dinas Kesehatan")
STAFF = (
    ("dr. Ratna Dewi Anggraini, M.Kes.", "Kepala Bidang Pelayanan Kesehatan"),
    ("Agus Prasetyo, S.Kep.", "Perawat Ahli Muda"),
    ("Sri Wahyuningsih, S.K.M.", "Administrator Kesehatan Ahli Pertama"),
)


def matrix(columns: int = 3, teams: int = 0, people: int = 3) -> MatrixContent:
    """A matrix with so many result columns, people and teams; the first people lead the teams."""

    def cells(row: int, count: int) -> tuple[tuple[str, ...], ...]:
        return tuple(_ROLES[(row + place) % len(_ROLES)] for place in range(count))

    def line(row: int) -> MatrixLine:
        name, position = STAFF[row % len(STAFF)]
        shown = name if row < len(STAFF) else f"{name} ({row + 1})"
        leads = tuple(f"t{team}" for team in range(teams) if team % people == row)
        return MatrixLine(shown, position, cells(row, columns), leads)

    lines = tuple(line(row) for row in range(people))
    unit = MatrixPart(*LEADER, _RESULTS[:columns], lines)
    parts = [unit]
    for team in range(teams):
        lead = lines[team % people]
        own = ("Layanan antrean berjalan sesuai standar", "Keluhan pasien ditangani", "Petugas mahir memakai aplikasi")
        members = (
            MatrixLine("Joko Widagdo, S.Kom.", "Pranata Komputer Ahli Pertama", cells(team, 3)),
            MatrixLine("Maria Ulfah, A.Md.", "Pengelola Data", cells(team + 1, 3)),
        )
        parts.append(MatrixPart(lead.name, lead.position, own, members, f"t{team}", f"Antrean Terpadu {team + 1}"))
    return MatrixContent("Dinas Kesehatan", tuple(parts))


AIDS = {Form.A_1_3: MANUAL, Form.A_1_4: WORKBLOCK, Form.A_1_5: matrix(3, 1)}
