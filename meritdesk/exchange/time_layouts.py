"""The headings of files about working time: fingerprint machines, letters, rosters, machine ids, daily logs."""

from __future__ import annotations

from meritdesk.core.given import Layout

_NUMBER = (
    "NIP ID", "NIP", "NIP BARU", "ID MESIN", "ID PEGAWAI", "ID", "PIN", "NO ID", "AC NO", "USER ID", "ENROLL ID",
    "EMP NO",
)  # fmt: skip

TAP_LAYOUT = Layout(
    name="ATTENDANCE_TAPS",
    columns={
        "number": _NUMBER,
        "name": ("NAMA", "NAME"),
        "moment": (
            "TANGGAL WAKTU", "WAKTU SCAN", "TANGGAL SCAN", "TANGGAL JAM", "TANGGAL DAN JAM", "WAKTU TAP", "DATE TIME",
            "DATETIME", "TIME", "WAKTU",
        ),
        "sense": ("MASUK PULANG", "IN OUT", "MASUK KELUAR", "STATE", "STATUS SCAN", "I O", "ARAH"),
    },
    required=("number", "moment"),
    marks=(
        "TANGGAL WAKTU", "WAKTU SCAN", "TANGGAL SCAN", "TANGGAL JAM", "TANGGAL DAN JAM", "WAKTU TAP", "DATE TIME",
        "DATETIME", "MASUK PULANG", "IN OUT", "MASUK KELUAR", "STATUS SCAN",
    ),
    tier=2,
    words={"sense": ("MASUK", "PULANG")},
    bound=("number",),
)  # fmt: skip
DAY_LAYOUT = Layout(
    name="ATTENDANCE_DAYS",
    columns={
        "number": _NUMBER,
        "name": ("NAMA", "NAME"),
        "day": ("TANGGAL", "TGL", "DATE", "HARI TANGGAL"),
        "came": ("JAM MASUK", "MASUK", "SCAN MASUK", "DATANG", "JAM DATANG", "IN", "CLOCK IN"),
        "left": ("JAM PULANG", "PULANG", "SCAN PULANG", "KELUAR", "JAM KELUAR", "OUT", "CLOCK OUT"),
        "code": ("STATUS KEHADIRAN", "STATUS", "KODE", "KODE KEHADIRAN", "KETERANGAN"),
    },
    required=("number", "day", "came", "left"),
    marks=(
        "JAM MASUK", "SCAN MASUK", "JAM DATANG", "CLOCK IN", "JAM PULANG", "SCAN PULANG", "JAM KELUAR", "CLOCK OUT",
        "STATUS KEHADIRAN", "KODE KEHADIRAN", "MASUK", "PULANG", "DATANG",
    ),
    tier=2,
    bound=("number",),
)  # fmt: skip
ABSENCE_LAYOUT = Layout(
    name="ABSENCES",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "name": ("NAMA",),
        "code": ("JENIS KETIDAKHADIRAN", "JENIS IZIN", "JENIS CUTI", "KODE", "ALASAN"),
        "first": ("MULAI TANGGAL", "DARI TANGGAL", "TANGGAL MULAI", "MULAI", "DARI"),
        "last": ("SAMPAI TANGGAL", "TANGGAL SELESAI", "SAMPAI", "SELESAI"),
        "letter": ("NOMOR SURAT", "NO SURAT", "SURAT"),
        "letter_day": ("TANGGAL SURAT", "TGL SURAT"),
        "note": ("CATATAN", "KETERANGAN"),
    },
    required=("nip", "code", "first"),
    marks=(
        "JENIS KETIDAKHADIRAN", "JENIS IZIN", "JENIS CUTI", "NOMOR SURAT", "NO SURAT", "TANGGAL SURAT", "MULAI TANGGAL",
        "SAMPAI TANGGAL",
    ),
    tier=2,
    bound=("nip",),
)  # fmt: skip
ROSTER_LAYOUT = Layout(
    name="ROSTERS",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "name": ("NAMA",),
        "day": ("TANGGAL", "TGL", "DATE"),
        "shift": ("KODE SHIFT", "SHIFT", "JADWAL JAGA", "JADWAL"),
    },
    required=("nip", "day", "shift"),
    marks=("KODE SHIFT", "SHIFT", "JADWAL JAGA"),
    tier=2,
    bound=("nip",),
)
MACHINE_LAYOUT = Layout(
    name="MACHINE_IDS",
    columns={
        "number": ("NOMOR MESIN", "ID SIDIK JARI", "NOMOR SIDIK JARI", "ID MESIN ABSEN"),
        "nip": ("NIP", "NIP BARU"),
        "name": ("NAMA",),
    },
    required=("number", "nip"),
    marks=("NOMOR MESIN", "ID SIDIK JARI", "NOMOR SIDIK JARI", "ID MESIN ABSEN"),
    tier=2,
)
ACTIVITY_LAYOUT = Layout(
    name="ACTIVITIES",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "name": ("NAMA",),
        "day": ("TANGGAL", "TGL", "DATE"),
        "start": ("JAM MULAI", "MULAI", "DARI JAM"),
        "end": ("JAM SELESAI", "SELESAI", "SAMPAI JAM"),
        "product": ("AKTIVITAS", "URAIAN AKTIVITAS", "PRODUK", "HASIL", "KEGIATAN", "URAIAN KEGIATAN"),
        "evidence": ("BUKTI AKTIVITAS", "BUKTI", "BUKTI DUKUNG", "TAUTAN BUKTI"),
    },
    required=("nip", "day", "start", "end", "product"),
    marks=(
        "JAM MULAI", "JAM SELESAI", "DARI JAM", "SAMPAI JAM", "AKTIVITAS", "URAIAN AKTIVITAS", "BUKTI AKTIVITAS",
        "URAIAN KEGIATAN",
    ),
    tier=2,
    bound=("nip",),
)  # fmt: skip

TIME_LAYOUTS = (TAP_LAYOUT, DAY_LAYOUT, ABSENCE_LAYOUT, ROSTER_LAYOUT, MACHINE_LAYOUT, ACTIVITY_LAYOUT)
