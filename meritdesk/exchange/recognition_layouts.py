"""The headings of the spreadsheets of earlier credit points and of negative habits."""

from __future__ import annotations

from collections.abc import Mapping

from meritdesk.core.credit_history import CREDIT_WORDS, CreditKind
from meritdesk.core.given import Layout
from meritdesk.exchange.sheet_words import usual

CREDIT_KINDS: Mapping[str, CreditKind] = {
    **{words: kind for kind, words in CREDIT_WORDS.items()},
    **dict.fromkeys(("AK DASAR YANG DIBERIKAN", "DASAR"), CreditKind.BASE),
    **dict.fromkeys(("AK LAMA", "JF LAMA"), CreditKind.OLD),
    **dict.fromkeys(("AK PENYESUAIAN", "PENYESUAIAN", "PENYETARAAN"), CreditKind.ADJUSTMENT),
    **dict.fromkeys(("KONVERSI", "KONVERSI PREDIKAT"), CreditKind.CONVERSION),
    **dict.fromkeys(("PENDIDIKAN", "PENINGKATAN PENDIDIKAN"), CreditKind.EDUCATION),
    "LAINNYA": CreditKind.OTHER,
}
CREDIT_LAYOUT = Layout(
    name="CREDIT_ITEMS",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "kind": ("JENIS ANGKA KREDIT", "JENIS AK"),
        "starts": ("PERIODE MULAI", "MULAI PAK"),
        "ends": ("PERIODE SAMPAI", "SAMPAI PAK"),
        "period": ("PERIODE", "PERIODE PAK", "TAHUN PAK"),
        "points": ("ANGKA KREDIT", "JUMLAH ANGKA KREDIT"),
        "document": ("NOMOR PAK", "NOMOR PENETAPAN"),
        "dated": ("TANGGAL PAK", "TANGGAL PENETAPAN"),
        "tier": ("JENJANG PAK", "JENJANG"),
    },
    required=("nip", "kind", "points", "document"),
    marks=("JENIS ANGKA KREDIT", "JENIS AK", "NOMOR PAK", "NOMOR PENETAPAN"),
    tier=2,
    words={"kind": usual(CREDIT_KINDS)},
    bound=("nip",),
)
HABIT_LAYOUT = Layout(
    name="HABITS",
    columns={
        "nip": ("NIP", "NIP BARU"),
        "kind": ("JENIS KEBIASAAN",),
        "seen_on": ("TANGGAL TERLIHAT",),
        "times": ("JUMLAH KEJADIAN",),
        "words": ("URAIAN KEBIASAAN",),
        "talk_on": ("TANGGAL PEMBICARAAN",),
        "talk_by": ("YANG BERBICARA",),
        "talk_words": ("KESEPAKATAN",),
        "due_on": ("DIAMATI SAMPAI",),
    },
    required=("nip", "kind", "seen_on"),
    marks=("JENIS KEBIASAAN", "TANGGAL TERLIHAT", "URAIAN KEBIASAAN"),
    tier=2,
    bound=("nip",),
)
RECOGNITION_LAYOUTS = (CREDIT_LAYOUT, HABIT_LAYOUT)
