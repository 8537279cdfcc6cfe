"""The headings of the spreadsheets of performance pay and of discipline."""

from __future__ import annotations

from collections.abc import Mapping

from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.discipline import SanctionKind
from meritdesk.core.given import Layout
from meritdesk.core.pay import PayInputKind
from meritdesk.exchange.sheet_words import usual

COMPONENTS: Mapping[PayComponent, tuple[str, ...]] = {
    PayComponent.WORKLOAD: ("BEBAN KERJA", "TPP BEBAN KERJA"),
    PayComponent.ACHIEVEMENT: ("PRESTASI KERJA", "TPP PRESTASI KERJA"),
    PayComponent.CONDITIONS: ("KONDISI KERJA", "TPP KONDISI KERJA"),
    PayComponent.SCARCITY: ("KELANGKAAN PROFESI", "TPP KELANGKAAN PROFESI"),
    PayComponent.PLACE: ("TEMPAT BERTUGAS", "TPP TEMPAT BERTUGAS"),
    PayComponent.OTHER: ("PERTIMBANGAN OBJEKTIF LAINNYA", "PERTIMBANGAN OBJEKTIF"),
}
INPUT_KINDS: Mapping[str, PayInputKind] = {
    **dict.fromkeys(("SERAPAN ANGGARAN", "SERAPAN"), PayInputKind.ABSORPTION),
    **dict.fromkeys(("LHKPN", "LHKASN", "LAPORAN HARTA KEKAYAAN"), PayInputKind.WEALTH_REPORT),
    "INOVASI": PayInputKind.INNOVATION,
    "KEGIATAN NEGATIF": PayInputKind.NEGATIVE,
    "PENYELESAIAN": PayInputKind.SETTLEMENT,
}
SANCTION_KINDS: Mapping[str, SanctionKind] = {
    "TEGURAN LISAN": SanctionKind.ORAL_WARNING,
    "TEGURAN TERTULIS": SanctionKind.WRITTEN_WARNING,
    **dict.fromkeys(("PERNYATAAN TIDAK PUAS SECARA TERTULIS", "PERNYATAAN TIDAK PUAS"), SanctionKind.DISSATISFACTION),
    "POTONG TUKIN 6 BULAN": SanctionKind.PAY_CUT_6,
    "POTONG TUKIN 9 BULAN": SanctionKind.PAY_CUT_9,
    "POTONG TUKIN 12 BULAN": SanctionKind.PAY_CUT_12,
    "PENURUNAN JABATAN": SanctionKind.DEMOTION,
    "PEMBEBASAN JABATAN": SanctionKind.RELEASE,
    "PEMBERHENTIAN": SanctionKind.DISMISSAL,
}
PAY_AMOUNT_LAYOUT = Layout(
    name="PAY_AMOUNTS",
    columns={
        "valid_from": ("TMT BESARAN", "BERLAKU MULAI"),
        "nip": ("NIP", "NIP BARU"),
        "post": ("JABATAN", "JABATAN NAMA"),
        "post_class": ("KELAS JABATAN",),
        **{component.value: names for component, names in COMPONENTS.items()},
    },
    required=("valid_from",),
    marks=("TMT BESARAN", "KELAS JABATAN", *(name for names in COMPONENTS.values() for name in names)),
    tier=2,
)
PAY_INPUT_LAYOUT = Layout(
    name="PAY_INPUTS",
    columns={
        "period": ("PERIODE", "BULAN"),
        "kind": ("JENIS DATA TPP", "JENIS DATA TUNJANGAN"),
        "nip": ("NIP", "NIP BARU"),
        "unit": ("UNIT", "UNOR ID", "UNOR NAMA"),
        "value": ("NILAI DATA TPP", "NILAI DATA TUNJANGAN"),
        "words": ("KETERANGAN",),
    },
    required=("period", "kind", "value"),
    marks=("JENIS DATA TPP", "JENIS DATA TUNJANGAN", "NILAI DATA TPP", "NILAI DATA TUNJANGAN"),
    tier=2,
    words={"kind": usual(INPUT_KINDS)},
)
SANCTION_LAYOUT = Layout(
    name="SANCTIONS",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "kind": ("JENIS HUKUMAN DISIPLIN", "JENIS HUKUMAN"),
        "letter": ("NOMOR SK HUKUMAN", "NOMOR KEPUTUSAN HUKUMAN"),
        "decided_on": ("TANGGAL SK HUKUMAN", "TANGGAL KEPUTUSAN HUKUMAN"),
        "starts": ("TMT HUKUMAN", "HUKUMAN MULAI"),
        "ends": ("HUKUMAN SAMPAI",),
        "decided_by": ("PEJABAT YANG MENGHUKUM",),
        "article": ("PASAL PELANGGARAN",),
        "reason": ("ALASAN HUKUMAN",),
    },
    required=("nip", "kind", "letter", "decided_on", "decided_by", "reason"),
    marks=("JENIS HUKUMAN DISIPLIN", "JENIS HUKUMAN", "NOMOR SK HUKUMAN", "TANGGAL SK HUKUMAN", "TMT HUKUMAN",
           "PEJABAT YANG MENGHUKUM", "ALASAN HUKUMAN"),
    tier=2,
    words={"kind": usual(SANCTION_KINDS)},
    bound=("nip",),
)  # fmt: skip
PAY_LAYOUTS = (PAY_AMOUNT_LAYOUT, PAY_INPUT_LAYOUT, SANCTION_LAYOUT)
