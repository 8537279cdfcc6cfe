"""What the records of a year show in the sample sheets: steps, documentation, feedback and what proves an actual."""

from __future__ import annotations

from datetime import date

from meritdesk.core.documents import FEEDBACK_FORMS, Form, SheetContent
from meritdesk.core.execution import ActionStep
from meritdesk.core.execution_content import ActionPlanContent, DocumentedLine, FeedbackContent, GivenFeedback
from meritdesk.core.feedback import FeedbackGiver
from meritdesk.core.plan import BehaviourValue

STEPS = {
    "r1": (
        ActionStep(
            "r1", 1, "Menyusun kebutuhan fitur bersama Dinas Perumahan dan Kawasan Permukiman", date(2025, 2, 28)
        ),
        ActionStep("r1", 2, "Membangun dan menguji modul pemeriksaan berkas", date(2025, 6, 30)),
        ActionStep("r1", 3, "Melatih petugas loket dan menerapkan aplikasi", date(2025, 9, 30)),
    ),
    "r2": (
        ActionStep("r2", 1, "Menetapkan daftar data prioritas dengan Bappeda"),
        ActionStep("r2", 2, "Memverifikasi dan memuat dataset setiap akhir bulan"),
    ),
    "r3": (ActionStep("r3", 1, "Mendampingi empat perangkat daerah setiap triwulan"),),
}
DOCUMENTATION = {
    "r1": (
        DocumentedLine(
            date(2025, 2, 25), "24 kebutuhan fitur disepakati dan ditandatangani", 1, ("Berita acara kebutuhan fitur",)
        ),
        DocumentedLine(date(2025, 6, 27), "Modul lulus uji penerimaan dengan 87% skenario", 2, ("Laporan uji.pdf",)),
        DocumentedLine(date(2025, 7, 8), "Sisa skenario selesai diperbaiki dan lulus uji", 2),
        DocumentedLine(date(2025, 9, 22), "18 petugas loket terlatih; aplikasi dipakai sejak 15 September", 3),
    ),
    "r2": (
        DocumentedLine(date(2025, 12, 19), "124 dataset termuat di portal Satu Data", 0, ("Rekapitulasi dataset",)),
    ),
}
ON_RESULTS = {
    "r1": (
        GivenFeedback(
            "Alur pemeriksaan berkas jauh lebih ringkas. Pertahankan!",
            FeedbackGiver.LEADER,
            "Bambang Hartono Wijaya",
            ("Laporan uji penerimaan",),
        ),
        GivenFeedback("Dokumentasi API mudah diikuti tim lain.", FeedbackGiver.PEER, "Agus Prasetyo"),
        GivenFeedback(
            "Antrean loket berkurang setengahnya.", FeedbackGiver.OTHER, "DPMPTSP", ("Survei loket", "Rekap antrean")
        ),
    ),
    "h1": (
        GivenFeedback("Capaian paripurna puskesmas membanggakan.", FeedbackGiver.LEADER),
        GivenFeedback("Arahan beliau jelas dan tepat waktu.", FeedbackGiver.SUBORDINATE, "dr. Ratna Dewi"),
    ),
}
ON_BEHAVIOUR = {
    BehaviourValue.SERVICE: (
        GivenFeedback("keluhan pengguna ditanggapi dengan cepat dan ramah.", FeedbackGiver.LEADER, "Bambang Hartono"),
        GivenFeedback("Selalu menyapa dan sabar menjelaskan.", FeedbackGiver.OTHER, "Lurah Kratonan"),
    ),
    BehaviourValue.LOYAL: (GivenFeedback("Pimpinan: menjaga kerahasiaan data dengan baik."),),
    BehaviourValue.COLLABORATIVE: (
        GivenFeedback("mudah diajak bekerja sama lintas bidang.", FeedbackGiver.PEER, "Agus Prasetyo"),
    ),
}
PROOFS = {
    "i1": ("Laporan evaluasi aplikasi", "uji-fitur.xlsx"),
    "i4": ("Rekapitulasi dataset",),
    "j2": ("SK akreditasi",),
}

RECORDS: dict[Form, SheetContent] = {
    Form.B_1_1: ActionPlanContent(STEPS),
    Form.B_1_2: ActionPlanContent(STEPS, DOCUMENTATION),
    **dict.fromkeys(sorted(FEEDBACK_FORMS), FeedbackContent(ON_RESULTS, ON_BEHAVIOUR, PROOFS)),
}
